"""More patients than the memory could hold, and too little memory."""

import os
import re
import resource
import threading
from collections import Counter

from bench import Cannot, table


def most_memory(process):
    """The most that it has held so far, in MB."""
    with open(f"/proc/{process.pid}/status") as status:
        return int(re.search(r"VmHWM:\s*(\d+) kB", status.read()).group(1)) / 1000


def test_a_pipe_without_end(bench):
    """CSV through a pipe: the memory of the end is that of the beginning."""
    if not os.path.exists("/proc/self/status"):
        raise Cannot("this system has no /proc with figures of memory")
    head, rows = table(20_000).split("\n", 1)
    block = rows.encode()
    blocks = int(bench.options.pipe_gb * 1e9 / len(block)) + 1
    os.mkfifo(bench.folder / "in.csv")
    process = bench.start("cohort", "in.csv", "out.parquet", "--map", "map.toml")
    marks = {}

    def feed():
        with open(bench.folder / "in.csv", "wb") as pipe:
            pipe.write(head.encode() + b"\n")
            for number in range(1, blocks + 1):
                pipe.write(block)
                marks[100 * number // blocks] = most_memory(process)

    writer = threading.Thread(target=feed)
    writer.start()
    out, err = process.communicate(timeout=7200)
    writer.join()
    assert process.returncode == 0, (out, err)
    assert f"{blocks * 20_000:,} rows in".encode() in out, out
    said = {percent: marks[min(own for own in marks if own >= percent)] for percent in (1, 10, 50, 100)}
    # A Parquet file is written by groups of a million rows, and keeps a line of each to its end.
    text = f"{blocks * len(block) / 1e9:.2f} GB; " + ", ".join(f"{own} %: {memory:.0f} MB" for own, memory in said.items())
    assert said[100] < 250 and said[100] <= said[50] + 40, text
    return text


def test_too_little_memory(bench):
    """RLIMIT_AS: it ends and says why, never with a half file; the next run clears up."""
    bench.write("in.csv", table(60_000))

    def ended(megabytes, *arguments):
        limit = megabytes * 1_000_000
        process = bench.start(*arguments, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))
        _, err = process.communicate(timeout=120)
        return process.returncode, err.decode()

    assert bench.cohort("in.csv", "whole.csv").code == 0
    right = bench.read("whole.csv")
    counts = Counter()
    for megabytes in (20, 22, 25, 30, 35, 40, 45, 50, 60, 80, 120, 2000):
        if ended(megabytes, "--version")[0]:
            continue
        code, err = ended(megabytes, "cohort", "in.csv", "out.csv", "--map", "map.toml")
        if code == 0:
            counts["done"] += 1
            assert bench.read("out.csv") == right, megabytes
            (bench.folder / "out.csv").unlink()
            continue
        assert "out.csv" not in bench.names(), (megabytes, err)
        # The standard library ends a program that gets no memory, and a thread that gets no stack for its signals.
        panics = [place for place in re.findall(r"panicked at (\S+)", err) if "/library/std/src/sys/" not in place]
        assert not panics, (megabytes, err)
        out_of_memory = code == -6 and "memory allocation of" in err
        # What else is refused by the system is an error.
        said = code == 1 and any(line.startswith("ekbom:") for line in err.splitlines())
        assert out_of_memory or said, (megabytes, code, err)
        counts["ended"] += 1
    (bench.folder / "whole.csv").unlink()
    assert code == 0 and counts["ended"], f"2 GB are enough, and 20 MB are not: {counts}"
    assert bench.names() == ["in.csv", "map.toml"], bench.names()
    return f"{counts['ended']} times too little, {counts['done']} times enough"


def test_any_number_of_threads(bench):
    bench.write("in.csv", table(50_000))
    assert bench.cohort("in.csv", "whole.csv").code == 0
    for threads in ("0", "1", "32", "300"):
        assert bench.cohort("in.csv", "out.csv", "--threads", threads).code == 0
        assert bench.read("out.csv") == bench.read("whole.csv"), threads
