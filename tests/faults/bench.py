"""What the tests share: a folder with a table of patients, the command in it, and what a failure must look like."""

import os
import shutil
import subprocess

# Rows that cannot be accepted are refused, so that the exit code tells.
MAP = """\
on_refusal = "refuse"
ask = ["iron.therapy@nice-cks", "kidney.stage"]
keep = ["id"]
possible = true
[quantities]
ferritin = { column = "fer", unit = "ng/mL" }
creatinine = { column = "crea", unit = "mg/dL" }
[person]
age_years = "age"
sex = { column = "sex", values = { "1" = "male", "2" = "female" } }
[constants]
dialysis = false
iron_deficiency_anaemia = false
pregnant = false
"""

FORMATS = ("csv", "parquet", "arrow")


class Cannot(Exception):
    """This machine cannot make the fault. Never silent; where everything must be there (CI), a failure."""


class Done:
    """How a run of the command ended."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    def __repr__(self):
        return f"exit code {self.code}\n{self.out[-400:]!r}\n{self.err[-800:]!r}"


class Bench:
    """A folder of its own, open to everybody."""

    def __init__(self, root, name, options):
        self.options, self.folder = options, root / name
        root.chmod(0o755)
        self.command = root / "ekbom"
        if not self.command.exists():
            shutil.copy(options.ekbom, self.command)
        self.folder.mkdir()
        self.folder.chmod(0o777)
        self.write("map.toml", MAP)

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def read(self, name):
        return (self.folder / name).read_bytes()

    def names(self):
        return sorted(path.name for path in self.folder.iterdir())

    def start(self, *arguments, **more):
        more = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more}
        return subprocess.Popen([self.command, *arguments], cwd=self.folder, **more)

    def run(self, *arguments, seconds=60, **more):
        return end(self.start(*arguments, **more), seconds)

    def cohort(self, source, target, *more, **how):
        return self.run("cohort", source, target, "--map", "map.toml", *more, **how)


def end(process, seconds=60):
    """Waits; whatever hangs has failed."""
    try:
        out, err = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        raise AssertionError(f"it did not end within {seconds} seconds") from None
    done = Done(process.returncode, (out or b"").decode(), (err or b"").decode())
    assert "panicked" not in done.err and done.code not in (101, 134, -6, -11), done
    return done


def table(rows, refused=False):
    """A table of patients as CSV. Half of its rows are determined; with `refused` none is accepted."""
    lines = ["id,fer,crea,age,sex"]
    for row in range(rows):
        ferritin = "" if row % 7 == 0 else 10**8 if refused else 5 + row % 400
        lines.append(f"{row},{ferritin},{1 + row % 3}.{row % 10},{18 + row % 70},{1 + row % 2}")
    return "\n".join(lines) + "\n"


def failed(bench, done, target, *words):
    """It said why, with these words, and left nothing: neither answers nor any other file."""
    assert done.code == 1, done
    for word in words:
        assert word in done.err, (word, done)
    assert done.err.count("\n") == 1, done
    left = [name for name in bench.names() if name.startswith((".", target.split(".")[0]))]
    assert not left, (left, done)


def is_root():
    return os.geteuid() == 0


NOBODY = {"user": 65534, "group": 65534, "extra_groups": []}
