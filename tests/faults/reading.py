"""Tables and patients that cannot be read. The file is named, with the place where that is known."""

import json
import os
import threading
from pathlib import Path

from bench import NOBODY, Cannot, end, failed, is_root, table

PATIENTS = sorted(Path("tests/patients").resolve().glob("*.json"))


def feed(path, content):
    """Writes to a pipe while somebody reads it."""

    def write():
        try:
            with open(path, "wb") as pipe:
                pipe.write(content)
        except BrokenPipeError:
            pass

    thread = threading.Thread(target=write, daemon=True)
    thread.start()
    return thread


def test_missing_directory_empty_and_not_what_it_says(bench):
    for form in ("csv", "parquet", "arrow"):
        name = f"in.{form}"
        failed(bench, bench.cohort(name, "out.csv"), "out.csv", f"ekbom: {name}: No such file")
        (bench.folder / name).mkdir()
        failed(bench, bench.cohort(name, "out.csv"), "out.csv", f"ekbom: {name}: is a directory")
        (bench.folder / name).rmdir()
        bench.write(name, b"")
        failed(bench, bench.cohort(name, "out.csv"), "out.csv", f"ekbom: {name}: cannot be read: ")
        bench.write(name, b"\x00\xff" * 5000)
        failed(bench, bench.cohort(name, "out.csv"), "out.csv", f"ekbom: {name}: ")
    bench.write("in.csv", table(10))
    done = bench.run("cohort", "in.csv", "out.csv", "--map", "none.toml")
    failed(bench, done, "out.csv", "ekbom: none.toml: No such file")
    bench.write("map.toml", b"\xff")
    failed(bench, bench.cohort("in.csv", "out.csv"), "out.csv", "ekbom: map.toml: ")


def test_not_allowed_to_read(bench):
    if not is_root():
        raise Cannot("only root can become another user")
    bench.write("in.csv", table(10)).chmod(0o600)
    failed(bench, bench.cohort("in.csv", "out.csv", **NOBODY), "out.csv", "ekbom: in.csv: Permission denied")
    bench.write("one.json", "{}").chmod(0o600)
    done = bench.run("assess", "one.json", **NOBODY)
    assert done.code == 1 and done.err.startswith("ekbom: cannot read one.json: Permission denied"), done


def test_a_table_without_rows_has_its_columns(bench):
    bench.write("in.csv", "id,fer,crea,age,sex\n")
    for form in ("csv", "parquet", "arrow"):
        assert bench.cohort("in.csv", f"out.{form}").code == 0
        assert bench.cohort("in.csv", "again.csv").code == 0
    assert bench.read("again.csv").startswith(b"id,iron.therapy@nice-cks,"), bench.read("again.csv")


def test_a_pipe_holds_csv_and_nothing_else(bench):
    content = table(30_000).encode()
    bench.write("file.csv", content)
    assert bench.cohort("file.csv", "whole.csv").code == 0
    os.mkfifo(bench.folder / "in.csv")
    os.mkfifo(bench.folder / "in.parquet")
    feed(bench.folder / "in.csv", content)
    assert bench.cohort("in.csv", "out.csv").code == 0
    assert bench.read("out.csv") == bench.read("whole.csv")
    (bench.folder / "out.csv").unlink()
    feed(bench.folder / "in.parquet", b"PAR1")
    failed(bench, bench.cohort("in.parquet", "out.csv"), "out.csv", "ekbom: in.parquet: is no file")
    # The writer dies in the middle of a row.
    feed(bench.folder / "in.csv", content[: len(content) // 2].rsplit(b",", 1)[0])
    failed(bench, bench.cohort("in.csv", "out.csv"), "out.csv", "ekbom: in.csv: cannot be read", "line ")


def test_a_file_that_vanishes_is_read_to_its_end(bench):
    def vanishes(rows):
        """Whether it was still being read when it went."""
        bench.write("in.csv", table(rows))
        assert bench.cohort("in.csv", "whole.csv").code == 0
        process = bench.start("cohort", "in.csv", "out.csv", "--map", "map.toml")
        while not any(name.endswith(".partial") for name in bench.names()):
            if process.poll() is not None:
                return False
        (bench.folder / "in.csv").unlink()
        assert end(process).code == 0 and bench.read("out.csv") == bench.read("whole.csv")
        return True

    # On a busy machine a short run ends between two looks at the folder: then a longer one.
    rows = 200_000
    while not vanishes(rows):
        rows *= 2


def test_csv_that_is_none(bench):
    """What the file is cannot be guessed: nothing is answered."""
    rows = table(1000).splitlines()
    for place, wrong, words in (
        (500, b"1,\xff\xfe,1.0,50,1", ("invalid UTF-8", "line 501")),
        (500, b"1,2,1.0,50", ("number of fields", "line 501")),
        (500, b"1,2,1.0,50,1,1", ("number of fields", "line 501")),
        (500, b'1,2,1.0,50,"1', ("the quote at byte", "never closed")),
        (500, b'"1,2,1.0,50,1', ("the quote at byte", "never closed")),
        (0, b'"id,fer,crea,age,sex', ("the quote at byte 0 is never closed",)),
        (500, b'"' + b"x" * 20_000_000, ("the quote at byte", "not closed within 100000 bytes")),
        (500, b"x" * 20_000_000, ("does not end within 100000 bytes",)),
        (0, b"x" * 20_000_000, ("does not end within 100000 bytes",)),
    ):
        lines = [line.encode() for line in rows]
        lines[place] = wrong
        bench.write("in.csv", b"\n".join(lines) + b"\n")
        failed(bench, bench.cohort("in.csv", "out.csv"), "out.csv", "ekbom: in.csv: cannot be read", *words)
    # So far into the file that a batch was read before.
    bench.write("in.csv", table(70_000) + "1,2\n")
    failed(bench, bench.cohort("in.csv", "out.csv"), "out.csv", "in.csv: cannot be read beyond row 65,536: ", "line 70002")
    bench.write("in.csv", "\n".join(rows).encode("utf-16"))
    failed(bench, bench.cohort("in.csv", "out.csv"), "out.csv", "ekbom: in.csv: ")


def test_csv_as_other_programs_write_it(bench):
    """A byte order mark, lines that end otherwise, quotes around everything, no end of the last line."""
    plain = table(1000)
    bench.write("in.csv", plain)
    assert bench.cohort("in.csv", "whole.csv").code == 0
    quoted = "\n".join(",".join(f'"{cell}"' for cell in line.split(",")) for line in plain.splitlines())
    ends = (plain.replace("\n", "\r\n"), plain.replace("\n", "\r"), plain.rstrip("\n"))
    for other in (*ends, quoted, "\ufeff" + plain, "\ufeff" + quoted):
        bench.write("in.csv", other)
        done = bench.cohort("in.csv", "out.csv")
        assert done.code == 0 and bench.read("out.csv") == bench.read("whole.csv"), (other[:60], done)


def test_cells_that_mean_nothing_are_refused_in_their_row(bench):
    lines = ["id,fer,crea,age,sex", "a,38,0.9,58,2"]
    wrong = ["\x00", "3\x008", "38\x00", "٣٨", "38 ng/mL", "1e999", "nan", "0x26", "3,8".replace(",", ";")]
    lines += [f"w{place},{cell},0.9,58,2" for place, cell in enumerate(wrong)]
    bench.write("in.csv", "\n".join(lines) + "\n")
    done = bench.cohort("in.csv", "out.csv")
    out = bench.read("out.csv").decode().splitlines()
    assert done.code == 2 and len(out) == len(lines), done
    assert out[1].startswith("a,oral,")
    for line in out[2:]:
        assert line.split(",")[1:3] == ["", ""], line


# --- assess ---


def test_assess_what_cannot_be_read(bench):
    (bench.folder / "folder.json").mkdir()
    for name, word in (("none.json", "No such file"), ("folder.json", "Is a directory")):
        done = bench.run("assess", name)
        assert done.code == 1 and done.err.startswith(f"ekbom: cannot read {name}: {word}") and not done.out, done
    for content in (b"", b"\n\n", b"\x00", b"\xff\xfe{", b"{", b'{"labs": [}', b"[1, 2"):
        bench.write("in.json", content)
        done = bench.run("assess", "--format", "json", "in.json")
        assert done.code == 2 and json.loads(done.out)["errors"], (content, done)


def refused(answer):
    """Nothing but faults, and what is critical all the same."""
    return set(answer) == {"errors", "critical"}


def test_every_beginning_of_a_patient_is_refused_in_its_line(bench):
    for path in PATIENTS:
        whole = json.dumps(json.loads(path.read_text()), ensure_ascii=False).encode()
        cut = [whole[:length] for length in range(1, len(whole))]
        bench.write("in.ndjson", whole + b"\n" + b"\n".join(cut) + b"\n" + whole)
        done = bench.run("assess", "in.ndjson")
        answers = [json.loads(line) for line in done.out.splitlines()]
        assert done.code == 2 and len(answers) == len(cut) + 2, (path, done)
        assert "positions" in answers[0] and answers[0] == answers[-1]
        assert all(refused(answer) and answer["errors"] for answer in answers[1:-1])


def test_a_line_that_does_not_end(bench):
    """Lines are read one at a time. One too long for any patient is refused, and never held; the others are assessed."""
    one = PATIENTS[0].read_text().replace("\n", " ").encode()
    for length in (4_000_000, 100_000_000):
        bench.write("in.ndjson", one + b"\n" + one + b"\n" + b"[" * length + b"\n" + one + b"\n")
        done = bench.run("assess", "in.ndjson")
        answers = [refused(json.loads(line)) for line in done.out.splitlines()]
        assert done.code == 2 and answers == [False, False, True, False], done
