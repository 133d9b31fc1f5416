"""Which language passes how many vectors, from what the runners said themselves.

    table.py blocks EXPECTED GOT        compares what was printed, for a runner that only prints what the library answers
    table.py page FOLDER                writes docs/src/conformance.md
    table.py check FOLDER [PART...]     is the page what was recorded? The runners of these parts must have left a record

FOLDER holds a record of each runner that ran, `NAME.json`, which `conformance` in tests/parts/lib.sh writes."""

import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import files  # noqa: E402

PAGE = files.ROOT / "docs" / "src" / "conformance.md"
NOT_RUN = "not run"
# What a runner compares.
WHAT = {
    "expectations": "what each vector expects",
    "bytes": "the whole assessment, byte for byte what Rust says, and every item of the typed one",
    "both": "what each vector expects; the whole assessment, byte for byte what Rust says",
}
# Every runner that there is, with the part of the test command that runs it.
RUNNERS = {
    "rust": ("Rust", "rust"),
    "command": ("`ekbom assess`", "vectors"),
    "python": ("Python", "python"),
    "c-gcc": ("C, gcc", "c"),
    "c-clang": ("C, clang", "c"),
    "c-g++": ("C++, g++", "c"),
    "c-clang++": ("C++, clang++", "c"),
    "swift": ("Swift", "swift"),
    "kotlin": ("Kotlin", "kotlin"),
    "javascript": ("JavaScript", "javascript"),
}


def blocks(expected, got):
    """Each patient begins with a line of JSON; the lines up to the next are of the same patient."""
    wanted, said = (split(Path(path).read_text(encoding="utf-8")) for path in (expected, got))
    passed = sum(one == other for one, other in zip(wanted, said))
    count = max(len(wanted), len(said))
    print(f"conformance: {passed} passed, {count - passed} failed")
    return 0 if count and passed == count else 1


def split(text):
    return re.split(r"(?m)^(?=\{)", text)[1:]


def records(folder):
    paths = {name: Path(folder) / f"{name}.json" for name in RUNNERS}
    return {name: json.loads(path.read_text(encoding="utf-8")) for name, path in paths.items() if path.exists()}


def cells(own, whole):
    """A row of the table, without the runtime."""
    if own is None:
        return (NOT_RUN, "", "")
    asked = own["passed"] + own["failed"]
    passed = f"{own['passed']:,}" + ("" if asked == whole else f" of {asked:,} asked")
    return (WHAT[own["compares"]], passed, f"{own['failed']:,}")


def page(made):
    by_file = files.vectors()
    whole = sum(map(len, by_file.values()))
    head = ("runner", "compares", "passed", "failed", "when this was written")
    rows = [
        (title, *cells(made.get(name), whole), made[name]["runtime"] if name in made else "")
        for name, (title, _) in RUNNERS.items()
    ]
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head), *("| " + " | ".join(row) + " |" for row in rows)]
    return f"""<!-- Written by tests/conformance/table.py from the records of the runners: run the tests, not this page. -->

# Conformance

Which language passes how many of the [vectors](vectors.md). The numbers are what each runner said at its end; a runner that
did not run has none.

Vectors {files.version()}: {whole:,} in {len(by_file)} files, sha256 `{files.content_hash()}`.

{chr(10).join(lines)}

```sh
./tests/run                                                # every runner; a record of each in target/tests/conformance
python3 tests/conformance/table.py page target/tests/conformance
```

The test command compares this page with the records that it made: the version and the hash of the vectors, and of each
runner what it compares, passed and failed. A runner whose part was asked for and left no record is a failure. The versions in
the last column are those of the machine on which the page was written, and are not compared.

- C and C++ print what the library answers, and are compared with Rust, which is held against the vectors.
- A vector whose patient is a JSON list cannot be put to the command, to which a list is several patients.

The vectors are released by themselves: [Vectors](vectors.md#released-by-themselves).
"""


def check(folder, needed):
    made, whole = records(folder), sum(map(len, files.vectors().values()))
    written = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    faults = []
    if f"Vectors {files.version()}: {whole:,} in" not in written or f"`{files.content_hash()}`" not in written:
        faults.append("the page is of other vectors")
    for name, (title, _) in RUNNERS.items():
        own = made.get(name)
        if own is None:
            print(f"{title}: {NOT_RUN}")
            if name in needed:
                faults.append(f"{title}: ran, and left no record")
            continue
        if (own["version"], own["sha256"]) != (files.version(), files.content_hash()):
            faults.append(f"{title}: its record is of other vectors")
        if own["failed"] or not own["passed"]:
            faults.append(f"{title}: {own['failed']} failed")
        print(f"{title}: {own['passed']} passed, {own['failed']} failed")
        if f"| {title} | {' | '.join(cells(own, whole))} |" not in written:
            faults.append(f"{title}: the page says something else")
    for fault in faults:
        print(f"FAILED {fault}")
    if faults:
        print(f"after a run of every part: python3 tests/conformance/table.py page {folder}")
    print(f"{len(made)} passed, {len(faults)} failed")
    return 1 if faults else 0


def main(command, *arguments):
    if command == "blocks":
        return blocks(*arguments)
    if command == "page":
        PAGE.write_text(page(records(*arguments)), encoding="utf-8")
        return 0
    if command == "check":
        folder, *parts = arguments
        return check(folder, [name for name, (_, part) in RUNNERS.items() if part in parts])
    sys.exit(__doc__)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
