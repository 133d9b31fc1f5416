"""Looks into a wheel: usage: wheel.py WHEEL"""

from __future__ import annotations

import json
import sys
import zipfile


def main() -> None:
    path = sys.argv[1]
    assert "-cp311-abi3-" in path, f"{path} is not abi3"
    with zipfile.ZipFile(path) as wheel:
        names = wheel.namelist()
        for wanted in ("ekbom/py.typed", "ekbom/_ekbom.pyi", "ekbom/_ekbom.abi3.so"):
            assert wanted in names, f"no {wanted}"
        assert not [name for name in names if "tests/" in name or name.endswith(".pyc")], names
        # tests/supply compares what is in the bill; here, that it and the notices are where tools look for them.
        (bill,) = [name for name in names if "/sboms/" in name]
        parts = {part["name"] for part in json.loads(wheel.read(bill))["components"]}
        assert {"ekbom", "pyo3", "arrow-array", "serde_json"} <= parts, parts
        licences = {name.rsplit("/", 1)[-1] for name in names if "/licenses/" in name}
        texts = {"LICENSE-APACHE", "LICENSE-MIT", "ekbom-python.notices.txt", "rust-std.notices.html"}
        assert licences == texts, licences
        print(f"{len(names)} files, {len(parts)} components in {bill}")


main()
