"""What the command does when the world fails: disks, files, pipes, memory, and being killed.

usage: python tests/faults EKBOM [--only WORD] [--seed N] [--kills N] [--flips N] [--pipe-gb N]

EKBOM is built with `--features cohort`. Each test makes a folder of its own. docs/src/faults.md lists the faults.
"""

import argparse
import os
import sys
import tempfile
import traceback
from pathlib import Path

import bench
import damage
import killed
import load
import reading
import writing


def main():
    parser = argparse.ArgumentParser(prog="tests/faults")
    parser.add_argument("ekbom", type=Path)
    parser.add_argument("--only", default="", help="tests whose name holds this")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--kills", type=int, default=40, help="moments at which it is killed, for each format")
    parser.add_argument("--flips", type=int, default=60, help="files with one changed byte, for each kind of file")
    parser.add_argument("--pipe-gb", type=float, default=0.1, help="gigabytes of CSV through a pipe")
    options = parser.parse_args()
    passed = failed = skipped = 0
    tests = [
        (f"{module.__name__}.{name}", test)
        for module in (writing, reading, damage, killed, load)
        for name, test in vars(module).items()
        if name.startswith("test_") and callable(test)
    ]
    # The command stands where everybody may read, since some tests run it as nobody.
    with tempfile.TemporaryDirectory(prefix="ekbom-faults-") as root:
        for name, test in tests:
            if options.only not in name:
                continue
            try:
                said = test(bench.Bench(Path(root), name, options))
            except bench.Cannot as why:
                in_ci = os.environ.get("CI") == "true"
                failed, skipped = failed + in_ci, skipped + (not in_ci)
                print(f"{'FAILED' if in_ci else 'SKIPPED'} {name}: {why}", flush=True)
            except Exception:
                failed += 1
                print(f"FAILED {name}\n{traceback.format_exc()}", flush=True)
            else:
                passed += 1
                print(f"ok     {name}{': ' + said if said else ''}", flush=True)
    if skipped:
        print(f"{skipped} skipped: this machine cannot make their faults")
    print(f"{passed} passed, {failed} failed")
    sys.exit(bool(failed) or not passed)


main()
