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
        (bill,) = [name for name in names if "/sboms/" in name]
        parts = {part["name"] for part in json.loads(wheel.read(bill))["components"]}
        assert {"ekbom", "pyo3", "arrow-array", "serde_json"} <= parts, parts
        print(f"{len(names)} files, {len(parts)} components in {bill}")


main()
