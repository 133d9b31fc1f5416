"""The vectors as files: their version, their hash, and what is in them."""

import csv
import hashlib
import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests" / "vectors"


def version():
    return (FOLDER / "VERSION").read_text(encoding="utf-8").strip()


def data():
    """The files that a runner reads, and their schema, in the order of their names."""
    return sorted(FOLDER.glob("*.json"))


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def content_hash():
    """Of all of `data`, whatever stands beside it: the hash of the list that `sha256sum *.json` prints."""
    lines = (f"{sha256(path.read_bytes())}  {path.name}\n" for path in data())
    return sha256("".join(lines).encode("utf-8"))


def vectors():
    """By file, its vectors."""
    files = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in data() if path.name != "schema.json"}
    return {name: file["vectors"] for name, file in files.items()}


def formats():
    """Every `vectors_version` of the files."""
    return {json.loads(path.read_text(encoding="utf-8"))["vectors_version"] for path in data() if path.name != "schema.json"}


def version_faults():
    """A version speaks of one content: one that was released is not given to another."""
    own, count = version(), sum(map(len, vectors().values()))
    if formats() != {own.split(".")[0]}:
        yield f"VERSION is {own}, but `vectors_version` is {', '.join(sorted(formats()))}"
    with (FOLDER / "releases.csv").open(encoding="utf-8", newline="") as file:
        released = list(csv.DictReader(file))
    names = [row["version"] for row in released]
    if len(set(names)) != len(names):
        yield "releases.csv: a version twice"
    for row in released:
        if row["version"] == own and (row["sha256"], row["vectors"]) != (content_hash(), str(count)):
            yield f"the vectors are no longer those released as {own}: raise tests/vectors/VERSION"
