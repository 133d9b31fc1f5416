"""Answers that cannot be written. They are whole or not there, and the file is named."""

import os
import resource
import signal
import subprocess

from bench import FORMATS, NOBODY, Cannot, Done, end, failed, is_root, table

ROWS = 60_000

# Runs the command on a file system of its own, and lists what it left there.
ON_A_DISK = """
mount -t tmpfs -o "$1" tmpfs disk
shift
code=0
"$@" || code=$?
ls -A disk >left
exit $code
"""


def namespace():
    """The words before a command that give it mounts of its own."""
    for own in (["unshare", "--mount", "--propagation", "private"], ["unshare", "--user", "--map-root-user", "--mount"]):
        probe = [*own, "sh", "-c", "mount -t tmpfs -o size=64k tmpfs /mnt"]
        if subprocess.run(probe, capture_output=True).returncode == 0:
            return own
    return None


def on_a_disk(bench, size, *arguments):
    own = [*namespace(), "bash", "-c", ON_A_DISK, "bash", size, bench.command, *arguments]
    done = subprocess.run(own, cwd=bench.folder, capture_output=True, timeout=120)
    left = bench.read("left").decode().split()
    return end_of(done), left


def end_of(done):
    made = Done(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "panicked" not in made.err and made.code not in (101, 134), made
    return made


def prepare_disk(bench):
    if namespace() is None:
        raise Cannot("no file system can be mounted here")
    (bench.folder / "disk").mkdir()


def test_full_disk_at_open(bench):
    """No room for a single name, or for that of the refused rows only."""
    prepare_disk(bench)
    bench.write("in.csv", table(10))
    for names in (1, 2):
        done, left = on_a_disk(bench, f"nr_inodes={names}", "cohort", "in.csv", "disk/out.csv", "--map", "map.toml")
        assert done.code == 1 and "disk/out." in done.err and "No space left" in done.err and not left, (done, left)


def test_full_disk_in_the_middle_and_at_the_end(bench):
    """For every size of the disk, up to that which is enough."""
    prepare_disk(bench)
    bench.write("in.csv", table(ROWS))
    runs = 0
    for form in FORMATS:
        target = f"disk/out.{form}"
        assert bench.cohort("in.csv", f"whole.{form}").code == 0
        pages = -(-len(bench.read(f"whole.{form}")) // 4096)
        # One page is the most that a temporary name of the refused rows takes.
        for free in (1, pages // 3, pages - 40, pages - 2, pages - 1, pages + 1):
            size = f"size={4096 * max(free, 1)}"
            done, left = on_a_disk(bench, size, "cohort", "in.csv", target, "--map", "map.toml")
            runs += 1
            if free > pages:
                assert done.code == 0 and left == [f"out.{form}"], (form, free, done, left)
            else:
                assert done.code == 1 and not left, (form, free, pages, done, left)
                assert f"ekbom: {target}: cannot be written: " in done.err and "No space left" in done.err, done
    return f"{runs} sizes"


def test_full_disk_under_the_refused_rows(bench):
    """The refused rows take the room: neither of the two files stays."""
    prepare_disk(bench)
    bench.write("in.csv", table(ROWS, refused=True))
    done, left = on_a_disk(bench, "size=1m", "cohort", "in.csv", "disk/out.parquet", "--map", "map.toml")
    assert done.code == 1 and "No space left" in done.err and "disk/out.rejects.csv" in done.err and not left, (done, left)


def test_file_larger_than_allowed(bench):
    """RLIMIT_FSIZE: an error where the signal is ignored, otherwise the end; the next run clears up."""
    bench.write("in.csv", table(ROWS))

    def limited():
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    for form in FORMATS:
        done = bench.cohort("in.csv", f"out.{form}", preexec_fn=limited, restore_signals=False)
        failed(bench, done, f"out.{form}", f"out.{form}: cannot be written", "File too large")

    def ended():
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)

    process = bench.start("cohort", "in.csv", "out.csv", "--map", "map.toml", preexec_fn=ended, restore_signals=False)
    assert process.wait(60) == -signal.SIGXFSZ and "out.csv" not in bench.names()
    assert bench.cohort("in.csv", "out.csv").code == 0
    assert bench.names() == ["in.csv", "map.toml", "out.csv"], bench.names()


def test_name_taken_meanwhile(bench):
    """While it reads, a directory takes the name of the answers: the renaming fails."""
    os.mkfifo(bench.folder / "in.csv")
    for taken in ("out.csv", "out.rejects.csv"):
        process = bench.start("cohort", "in.csv", "out.csv", "--map", "map.toml")
        with open(bench.folder / "in.csv", "w") as pipe:
            pipe.write(table(10) + "x,-1,,,\n")
            pipe.flush()
            while not any(name.endswith(".partial") for name in bench.names()):
                assert process.poll() is None, process.stderr.read()
            (bench.folder / taken).mkdir()
        done = end(process)
        assert done.code == 1 and f"{taken}: cannot be written: Is a directory" in done.err, done
        (bench.folder / taken).rmdir()
        assert bench.names() == ["in.csv", "map.toml"], bench.names()


def test_what_must_not_be_written_over(bench):
    bench.write("in.csv", table(10))
    (bench.folder / "folder.csv").mkdir()
    (bench.folder / "link.csv").symlink_to("in.csv")
    whole = bench.read("in.csv")
    for target, more in (
        ("in.csv", ()),
        ("./in.csv", ()),
        ("link.csv", ()),
        ("out.csv", ("--rejects", "out.csv")),
        ("out.csv", ("--rejects", "in.csv")),
        ("out.csv", ("--rejects", "map.toml")),
        ("folder.csv", ()),
        ("out.csv", ("--rejects", "/dev/null")),
        ("none/out.csv", ()),
        ("out.txt", ()),
    ):
        done = bench.cohort("in.csv", target, *more)
        failed(bench, done, "out.csv", more[-1] if more else target)
        assert bench.read("in.csv") == whole
    assert os.stat("/dev/null").st_rdev and (bench.folder / "link.csv").is_symlink()


def test_folder_that_may_not_be_written(bench):
    if not is_root():
        raise Cannot("only root can become another user")
    bench.write("in.csv", table(10))
    (bench.folder / "closed").mkdir(mode=0o755)
    done = bench.cohort("in.csv", "closed/out.csv", **NOBODY)
    failed(bench, done, "out.csv", "closed/out.", "Permission denied")


def test_refused_rows_of_an_earlier_run_go(bench):
    bench.write("in.csv", table(10, refused=True))
    assert bench.cohort("in.csv", "out.csv").code == 2 and "out.rejects.csv" in bench.names()
    bench.write("in.csv", table(10))
    assert bench.cohort("in.csv", "out.csv").code == 0 and "out.rejects.csv" not in bench.names()


# --- standard output and standard error ---

PATIENT = '{"age_years": 58, "labs": [{"analyte": "ferritin", "value": 38, "unit": "ng/mL"}]}\n'

PRINTING = (
    ("assess", "one.json"),
    ("assess", "--format", "html", "one.json"),
    ("assess", "many.ndjson"),
    ("assess", "--format", "text", "many.ndjson"),
    ("rules",),
    ("rules", "--format", "json"),
    ("claims",),
    ("analytes",),
    ("medicines",),
    ("convert", "ferritin", "38", "ng/mL"),
    ("schema",),
    ("completions", "bash"),
    ("--help",),
    ("--version",),
)


def printing(bench):
    bench.write("one.json", PATIENT)
    bench.write("many.ndjson", PATIENT * 50)


def test_standard_output_on_a_full_disk(bench):
    printing(bench)
    for arguments in PRINTING:
        with open("/dev/full", "wb") as full:
            done = bench.run(*arguments, stdout=full)
        assert done.code == 1, (arguments, done)
        if arguments != ("--help",):
            assert done.err.startswith("ekbom: cannot write standard output: No space left"), (arguments, done)
    bench.write("in.csv", table(10))
    with open("/dev/full", "wb") as full:
        done = bench.cohort("in.csv", "out.csv", stdout=full)
    assert done.code == 1 and "No space left" in done.err and "out.csv is whole" in done.err, done


def test_nobody_reads_standard_output(bench):
    """As under `| head -1`: no failure, and nothing is said."""
    printing(bench)
    for arguments in PRINTING:
        if arguments == ("--help",):
            continue
        reading, written = os.pipe()
        process = bench.start(*arguments, stdout=written)
        os.close(written)
        os.read(reading, 1)
        os.close(reading)
        done = end(process)
        assert done.code == 0 and not done.err, (arguments, done)


def test_standard_error_on_a_full_disk(bench):
    """The exit code says it all the same."""
    bench.write("in.csv", table(10, refused=True))
    for code, arguments in (
        (1, ("assess", "none.json")),
        (1, ("cohort", "none.csv", "out.csv", "--map", "map.toml")),
        (2, ("cohort", "in.csv", "out.csv", "--map", "map.toml")),
    ):
        with open("/dev/full", "wb") as full:
            done = bench.run(*arguments, stderr=full)
        assert done.code == code, (arguments, done)
    assert b"ekbom:errors" in bench.read("out.csv")
