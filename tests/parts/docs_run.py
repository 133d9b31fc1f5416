"""Runs what the book and the README show: shell commands, patients as JSON, and the texts they print.

usage: docs_run.py EKBOM        (from the root of the repository)

- `sh`: lines that call `ekbom`, or `cargo run --release --`, are run with the command that was built; each must succeed.
  Other lines (cargo, make, installers) are not run here, and `ekbom cohort`, which needs a feature and tables, is not
  either: their own parts of the test command do that.
- `json`: an object with `labs`, or with `complete`, is a patient, and must be accepted.
- `text`: must stand in what the page's first command prints, line by line and in order.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path.cwd()
EKBOM = Path(sys.argv[1]).resolve()


def blocks(path):
    for match in re.finditer(r"^```(\w*)[^\n]*\n(.*?)^```", path.read_text(encoding="utf-8"), flags=re.M | re.S):
        yield match.group(1), match.group(2)


def run(line, place):
    line = re.sub(r"^cargo run --release -- ", "ekbom ", line)
    environment = {**os.environ, "PATH": f"{place}:{os.environ['PATH']}"}
    return subprocess.run(["bash", "-c", line], cwd=place, env=environment, capture_output=True, text=True, encoding="utf-8")


def page(path, place):
    """The faults of a page, and how many of its blocks were run."""
    count, printed = 0, None
    for language, text in blocks(path):
        if language == "sh":
            for line in text.replace("\\\n", " ").splitlines():
                if not re.match(r"(ekbom|cargo run --release --) (?!cohort)", line):
                    continue
                count += 1
                done = run(line, place)
                printed = (printed or []) + [own.strip() for own in done.stdout.splitlines()]
                if done.returncode:
                    yield f"{line}: exit code {done.returncode}: {done.stderr.strip()[:200]}", count
        elif language == "json":
            try:
                value = json.loads(text)
            except json.JSONDecodeError as error:
                yield f"not JSON: {error}", count
                continue
            if not isinstance(value, dict) or not {"labs", "complete"} & value.keys():
                continue
            count += 1
            patient = place / "patient.json"
            patient.write_text(json.dumps({"labs": [], **value}), encoding="utf-8")
            done = run("ekbom assess --format json patient.json", place)
            if done.returncode:
                yield f"refused: {done.stdout[:300]}", count
        elif language == "text" and printed:
            count += 1
            rest = iter(printed)
            for line in filter(None, map(str.strip, text.splitlines())):
                if line not in rest:
                    yield f"not printed any more: {line}", count
                    break
    yield None, count


def main():
    passed = failed = 0
    place = Path(tempfile.mkdtemp())
    try:
        (place / "ekbom").symlink_to(EKBOM)
        (place / "tests").symlink_to(ROOT / "tests")
        for path in sorted([ROOT / "README.md", *(ROOT / "docs/src").glob("*.md"), *(ROOT / "docs/src/safety").glob("*.md")]):
            found = list(page(path, place))
            faults = [fault for fault, _ in found if fault]
            if found[-1][1]:
                passed, failed = passed + (not faults), failed + bool(faults)
            for fault in faults:
                print(f"FAILED {path.relative_to(ROOT)}: {fault}")
    finally:
        shutil.rmtree(place)
    print(f"{passed} passed, {failed} failed")
    sys.exit(bool(failed) or not passed)


main()
