"""ekbom beside its peers, in one run: tables of patients, and one patient at a time.

usage: peers.py [ROWS ...]        (default 1000000 10000000)

Before anything is timed, every answer of every peer is compared with ekbom's. Rounds are interleaved; what is printed is
the median with the range, on the processor and on the wall. Build the package in the release profile and get the peers
first: `pip install ./bindings/python -r bindings/python/benches/requirements.txt`.
"""

from __future__ import annotations

import sys

import frames
import patients

import ekbom


def main() -> None:
    ekbom.show_versions()
    for rows in map(int, sys.argv[1:] or ("1000000", "10000000")):
        frames.run(rows, 15 if rows <= 1_000_000 else 5)
    patients.run(2_000, 7)


if __name__ == "__main__":
    main()
