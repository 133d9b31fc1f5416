"""What was built against its bill of materials: every crate of which code is in a binary must be listed.

Line tables tell: they name the sources of code, `.../registry/src/.../serde_json-1.0.154/src/de.rs`. The parts of the
test command leave binaries with line tables in the target directory; none is built here.
"""

import os
import re
import subprocess
import zipfile
from functools import cache
from pathlib import Path

from bills import bill, listed

SOURCES = re.compile(rb"/registry/src/[^/\0]+/([A-Za-z0-9_-]+?)-(\d+\.\d+\.\d+[^/\0]*)/")
# Where the parts of the test command leave it; which bill is its; which part builds it; crates that must at least be
# seen, or it is a binary without line tables.
BUILT = (
    ("ci/ekbom", "ekbom", "supply", {"clap_builder", "serde_json"}),
    ("ci/libekbom_c.so", "libekbom", "c", {"libm", "serde_json"}),
    ("ci/libekbom_mobile.so", "libekbom_mobile", "kotlin", {"libm", "uniffi_core"}),
    ("python/wheels/*.whl", "ekbom-python", "python", {"arrow-array", "libmimalloc-sys", "pyo3"}),
)
MODULE = "ekbom/_ekbom.abi3.so"


@cache
def content(path):
    if path.suffix != ".whl":
        return path.read_bytes()
    with zipfile.ZipFile(path) as wheel:
        return wheel.read(MODULE)


def seen(path):
    """Crates of which code is in it. Macros leave paths too, of code that they wrote."""
    return {(name.decode(), number.decode()) for name, number in SOURCES.findall(content(path))}


def with_cohort(path, artefact):
    """The command and the C library are built with the feature or without: one says so, the other exports functions."""
    if artefact == "ekbom":
        return subprocess.run([path, "cohort", "--help"], capture_output=True).returncode == 0
    return artefact == "libekbom" and b"ekbom_cohort" in content(path)


def faults(path, name, least):
    found = seen(path)
    if absent := least - set(dict(found)):
        yield f"it was built without line tables: no {', '.join(sorted(absent))} is seen in it"
    for own in sorted(found - set(listed(bill(name)))):
        yield f"it holds code of {' '.join(own)}, which is not in its bill"


def in_wheel(path):
    """The wheel carries its bill: that of today, but for the date."""
    with zipfile.ZipFile(path) as wheel:
        held = [name for name in wheel.namelist() if "/sboms/" in name]
        texts = [wheel.read(name).decode() for name in held]
    if [Path(name).name for name in held] != ["ekbom-python.cdx.json"]:
        yield f"bills in it: {held}"
    elif listed(texts[0]) != listed(bill("ekbom-python")):
        yield "the bill in it is not that of these sources"


def absent(path, part):
    """Why a binary is not looked at. What a part of this run built must be there; another may be of older sources."""
    if part in os.environ.get("EKBOM_PARTS", "").split():
        return None
    if not path.exists():
        return f"{path}, which the part {part} of the tests builds"
    if path.stat().st_mtime < Path("Cargo.lock").stat().st_mtime:
        return f"{path}, which is older than Cargo.lock"
    return None


def checks(target):
    for place, artefact, part, least in BUILT:
        for path in sorted(target.glob(place)) or [target / place]:
            if why := absent(path, part):
                print(f"WITHOUT {why}")
            elif not path.exists():
                yield f"{place} was built", ["it is not there"]
            else:
                name = artefact + ("-with-cohort" if with_cohort(path, artefact) else "")
                yield f"{place}: {len(seen(path))} crates seen, in the bill of {name}", faults(path, name, least)
                if path.suffix == ".whl":
                    yield f"{place}: carries its bill", in_wheel(path)
