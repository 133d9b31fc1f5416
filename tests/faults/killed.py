"""Killed at random moments: under its name a file is whole or not there, and the same command again does it."""

import random
import time

from bench import FORMATS, end, table


def test_killed_at_random_moments(bench):
    moments = random.Random(bench.options.seed)
    bench.write("in.csv", table(30_000))
    early = late = 0
    for form in FORMATS:
        arguments = ("cohort", "in.csv", f"out.{form}", "--map", "map.toml", "--quiet")
        started = time.monotonic()
        assert bench.run(*arguments).code == 0
        took = time.monotonic() - started
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
    assert early > bench.options.kills, (early, late)
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
