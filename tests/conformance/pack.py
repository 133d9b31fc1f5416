"""Packs the vectors, to be released by themselves: the same bytes wherever and whenever it is done.

    python3 tests/conformance/pack.py target/ci/ekbom OUT             writes OUT/ekbom-vectors-VERSION.tar.gz
    python3 tests/conformance/pack.py target/ci/ekbom OUT --release   the same, and a row in tests/vectors/releases.csv
    python3 tests/conformance/pack.py target/ci/ekbom --check         packs into temporary folders and looks at the result
"""

import argparse
import gzip
import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import files  # noqa: E402

LICENCES = ("LICENSE-APACHE", "LICENSE-MIT")
SCHEMAS = {"patient.schema.json": ("schema",), "assessment.schema.json": ("schema", "assessment")}


def said(ekbom, *arguments):
    return subprocess.run([ekbom, *arguments], capture_output=True, check=True).stdout


def contents(ekbom):
    """By name, the bytes of each file: vectors with their schema, what tells of them, and the manifest."""
    made = {path.name: path.read_bytes() for path in files.data()}
    made |= {name: (files.FOLDER / name).read_bytes() for name in ("README.md", "VERSION")}
    made |= {name: (files.ROOT / name).read_bytes() for name in LICENCES}
    made |= {name: said(ekbom, *arguments) for name, arguments in SCHEMAS.items()}
    made["MANIFEST.json"] = manifest(ekbom, made)
    return dict(sorted(made.items()))


def manifest(ekbom, made):
    rules = json.loads(said(ekbom, "rules", "--format", "json"))
    counts = {name: len(own) for name, own in files.vectors().items()}
    listed = [
        {"name": name, "bytes": len(content), "sha256": files.sha256(content)}
        | ({"vectors": counts[name]} if name in counts else {})
        for name, content in sorted(made.items())
    ]
    whole = {
        "version": files.version(),
        "vectors_version": files.version().split(".")[0],
        "ekbom": rules["ekbom"],
        "knowledge": {"version": rules["version"], "hash": rules["hash"]},
        "sha256": files.content_hash(),
        "vectors": sum(counts.values()),
        "files": listed,
    }
    return (json.dumps(whole, indent=2) + "\n").encode("utf-8")


def packed(made):
    """A .tar.gz that knows no time, no user and no order but that of the names."""
    plain, folder = io.BytesIO(), f"ekbom-vectors-{files.version()}"
    with tarfile.open(fileobj=plain, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, content in made.items():
            entry = tarfile.TarInfo(f"{folder}/{name}")
            entry.size, entry.mode = len(content), 0o644
            archive.addfile(entry, io.BytesIO(content))
    out = io.BytesIO()
    with gzip.GzipFile(filename="", fileobj=out, mode="wb", compresslevel=9, mtime=0) as file:
        file.write(plain.getvalue())
    return out.getvalue()


def write(ekbom, out):
    out.mkdir(parents=True, exist_ok=True)
    path = out / f"ekbom-vectors-{files.version()}.tar.gz"
    path.write_bytes(packed(contents(ekbom)))
    return path


def release():
    """Adds the version to those released; nothing is to be released twice."""
    path, own = files.FOLDER / "releases.csv", files.version()
    text = path.read_text(encoding="utf-8")
    if any(line.startswith(f"{own},") for line in text.splitlines()):
        sys.exit(f"{own} was released already")
    path.write_text(f"{text}{own},{files.content_hash()},{sum(map(len, files.vectors().values()))}\n", encoding="utf-8")


def faults(ekbom):
    """What is wrong with a package: made twice, and read as whoever gets it would."""
    yield from files.version_faults()
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        first = write(ekbom, Path(one))
        # In another place, under another clock and another idea of who may read what.
        os.umask(0o077)
        away = {**os.environ, "TZ": "Pacific/Chatham", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
        again = [sys.executable, __file__, str(Path(ekbom).resolve()), two]
        subprocess.run(again, env=away, cwd=two, check=True, capture_output=True)
        if first.read_bytes() != (Path(two) / first.name).read_bytes():
            yield "packed twice, and not the same bytes"
        with tarfile.open(first) as archive:
            entries = archive.getmembers()
            read = {entry.name.partition("/")[2]: archive.extractfile(entry).read() for entry in entries}
    if any((entry.mtime, entry.uid, entry.gid, entry.mode, entry.uname) != (0, 0, 0, 0o644, "") for entry in entries):
        yield "an entry tells of the machine that packed it"
    listed = json.loads(read["MANIFEST.json"])
    if {own["name"] for own in listed["files"]} != read.keys() - {"MANIFEST.json"}:
        yield "the manifest does not list what is there"
    for own in listed["files"]:
        if (len(read[own["name"]]), files.sha256(read[own["name"]])) != (own["bytes"], own["sha256"]):
            yield f"{own['name']}: not the file of the manifest"
        if "vectors" in own and len(json.loads(read[own["name"]])["vectors"]) != own["vectors"]:
            yield f"{own['name']}: {own['vectors']} vectors listed"
    if sum(own.get("vectors", 0) for own in listed["files"]) != listed["vectors"] or not listed["vectors"]:
        yield "the sum of the vectors is not that of the files"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ekbom", help="the command")
    parser.add_argument("out", type=Path, nargs="?", help="a folder")
    parser.add_argument("--release", action="store_true", help="add the version to those released")
    parser.add_argument("--check", action="store_true", help="pack twice and look at the result")
    args = parser.parse_args()
    if args.check:
        found = list(faults(args.ekbom))
        for fault in found:
            print(f"FAILED {fault}")
        print(f"version {files.version()}, sha256 {files.content_hash()}")
        return 1 if found else 0
    if args.out is None:
        parser.error("a folder is missing")
    wrong = list(files.version_faults())
    if wrong:
        sys.exit("\n".join(wrong))
    if args.release:
        release()
    path = write(args.ekbom, args.out)
    print(f"{path}: {path.stat().st_size} bytes, sha256 {files.sha256(path.read_bytes())}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
