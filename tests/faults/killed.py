"""Killed at random moments: under its name a file is whole or not there, and the same command again does it."""

import os
import random
import time

from bench import FORMATS, end, table


def test_killed_before_it_was_whole(bench):
    """With its input held back it cannot be done, so this kill is always early."""
    # Less than a pipe holds, so that it is written before anybody reads.
    some = table(1000)
    os.mkfifo(bench.folder / "held.csv")
    for form in FORMATS:
        for older in (None, b"older"):
            path = bench.folder / f"out.{form}"
            if older:
                path.write_bytes(older)
            # Open at both ends: whoever reads it waits for more.
            held = os.open(bench.folder / "held.csv", os.O_RDWR)
            os.write(held, some.encode())
            process = bench.start("cohort", "held.csv", path.name, "--map", "map.toml", "--quiet")
            unfinished = f".{path.name}.{process.pid}.partial"
            while unfinished not in bench.names():
                assert process.poll() is None, end(process)
                time.sleep(0.01)
            process.kill()
            process.communicate()
            os.close(held)
            found = path.read_bytes() if path.exists() else None
            assert found == older, (form, older, len(found or b""))
            path.unlink(missing_ok=True)
        bench.write("in.csv", some)
        assert bench.run("cohort", "in.csv", f"out.{form}", "--map", "map.toml", "--quiet").code == 0
        (bench.folder / f"out.{form}").unlink()
        assert bench.names() == ["held.csv", "in.csv", "map.toml"], bench.names()


def test_killed_at_random_moments(bench):
    moments = random.Random(bench.options.seed)
    bench.write("in.csv", table(30_000))
    early = late = 0
    for form in FORMATS:
        arguments = ("cohort", "in.csv", f"out.{form}", "--map", "map.toml", "--quiet")
        # The shortest of three: the first waits for the disk.
        took = 60.0
        for _ in range(3):
            started = time.monotonic()
            assert bench.run(*arguments).code == 0
            took = min(took, time.monotonic() - started)
        right = bench.read(f"out.{form}")
        for moment in range(bench.options.kills):
            # Every other time an older file of the same name is there: it must stay as it is, or be the new one.
            older = b"older" if moment % 2 else None
            path = bench.folder / f"out.{form}"
            path.unlink(missing_ok=True)
            if older:
                path.write_bytes(older)
            process = bench.start(*arguments)
            time.sleep(moments.uniform(0, 1.1 * took))
            process.kill()
            process.communicate()
            found = path.read_bytes() if path.exists() else None
            assert found in (older, right), (form, moment, len(found or b""))
            # Once it has said that it is done, it is.
            assert process.returncode != 0 or found == right
            early += found == older
            late += found == right
            left = [name for name in bench.names() if name.endswith(".partial")]
            # Each run clears up after the one before.
            assert len(left) <= 2, left
        assert bench.run(*arguments).code == 0
        assert bench.read(f"out.{form}") == right
        (bench.folder / f"out.{form}").unlink()
        assert bench.names() == ["in.csv", "map.toml"], bench.names()
    return f"{early} times before it was whole, {late} times after"


def test_two_runs_at_once_do_not_disturb_each_other(bench):
    """Neither takes the other's unfinished file for one that was left behind."""
    bench.write("in.csv", table(30_000))
    assert bench.cohort("in.csv", "whole.csv").code == 0
    right = bench.read("whole.csv")
    for _ in range(3):
        both = [bench.start("cohort", "in.csv", "out.csv", "--map", "map.toml") for _ in range(4)]
        for process in both:
            done = end(process)
            assert done.code == 0, done
        assert bench.read("out.csv") == right
    assert bench.names() == ["in.csv", "map.toml", "out.csv", "whole.csv"], bench.names()
