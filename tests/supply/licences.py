"""The licences of all crates that the lock files bring, against deny.toml: what `cargo deny check licenses sources` reads.

What a crate says of itself is read here; notices.py looks whether the texts in it are of that.
"""

import json
import subprocess
import tomllib
from functools import cache
from pathlib import Path

from license_expression import LicenseWithExceptionSymbol, get_spdx_licensing

SPDX = get_spdx_licensing()


# The workspace, and what is apart from it: benches, fuzz targets, and the generator of uniffi.
FOLDERS = (".", "tests/bench", "tests/fuzz", "bindings/mobile/bindgen")


@cache
def packages(folder="."):
    """All of a workspace, with every feature, for every platform."""
    made = subprocess.run(
        ["cargo", "metadata", "--format-version", "1", "--locked", "--offline", "--all-features"],
        cwd=folder, check=True, capture_output=True, text=True,
    )
    return json.loads(made.stdout)["packages"]


def all_packages():
    """Of all workspaces, each version once."""
    return {(own["name"], own["version"]): own for folder in FOLDERS for own in packages(folder)}.values()


def fits(expression, allowed):
    """Can a choice be made among what is offered, so that every licence that then holds is allowed?"""
    if isinstance(expression, SPDX.AND):
        return all(fits(own, allowed) for own in expression.args)
    if isinstance(expression, SPDX.OR):
        return any(fits(own, allowed) for own in expression.args)
    if isinstance(expression, LicenseWithExceptionSymbol):
        return f"{expression.license_symbol.key} WITH {expression.exception_symbol.key}" in allowed
    return expression.key in allowed


def expression(text):
    # `MIT/Apache-2.0` is how it was written once.
    return SPDX.parse(text.replace("/", " OR "), validate=True, strict=True)


def faults():
    deny = tomllib.loads(Path("deny.toml").read_text())["licenses"]
    exceptions = {own["crate"]: own["allow"] for own in deny["exceptions"]}
    allowed, used, needed = set(deny["allow"]), set(), set()
    for own in all_packages():
        name, text = own["name"], own["license"]
        if not text:
            yield f"{name} names no licence"
            continue
        read = expression(text)
        used |= {key for key in allowed if not fits(read, allowed - {key})}
        if fits(read, allowed):
            continue
        if name not in exceptions:
            yield f"{name} {own['version']}: {text} is not allowed by deny.toml"
        elif not fits(read, allowed | set(exceptions[name])):
            yield f"{name} {own['version']}: {text} is not allowed, nor by its exception"
        needed.add(name)
    for name in sorted(set(exceptions) - needed):
        yield f"deny.toml has an exception for {name}, which needs none"
    for key in sorted(allowed - used):
        yield f"deny.toml allows {key}, which no crate needs"


def sources(lock):
    """Only the default registry, and every crate of it with a checksum."""
    for own in tomllib.loads(lock.read_text())["package"]:
        source = own.get("source")
        if source is None:
            if not own["name"].startswith("ekbom"):
                yield f"{own['name']} comes from nowhere"
        elif not (source.startswith("registry+") and source.endswith("/crates.io-index")):
            yield f"{own['name']} comes from {source}"
        elif len(own.get("checksum", "")) != 64:
            yield f"{own['name']} has no checksum"


def versions(folder):
    lock = tomllib.loads((Path(folder) / "Cargo.lock").read_text())["package"]
    return {(own["name"], own["version"]) for own in lock}


def fuzzed():
    """What is fuzzed and measured is what is shipped: the same versions."""
    shipped = versions(".")
    names = {name for name, _ in shipped}
    for folder in FOLDERS:
        for name, version in sorted(versions(folder) - shipped):
            if name in names:
                yield f"{folder}/Cargo.lock has {name} {version}, Cargo.lock another"


def checks():
    yield f"licences of {len(all_packages())} crates", faults()
    for folder in FOLDERS:
        lock = Path(folder) / "Cargo.lock"
        yield f"sources and checksums: {lock}", sources(lock)
    yield "the same versions in all", fuzzed()
