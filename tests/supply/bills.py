"""A bill of materials (CycloneDX 1.6, JSON) for each artefact: exactly the crates that are linked into it.

What only builds (build scripts, procedural macros, their dependencies) and what only tests is not in it. The wheel has
its own, written by maturin. The same sources give the same bytes.
"""

import os
import re
import subprocess
import tomllib
import uuid
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from cyclonedx.factory.license import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from licences import expression, packages
from packageurl import PackageURL

# Artefact: crate, features, kind, what it is called.
ARTEFACTS = {
    "ekbom": ("ekbom-cli", (), ComponentType.APPLICATION),
    "ekbom-with-cohort": ("ekbom-cli", ("cohort",), ComponentType.APPLICATION),
    "libekbom": ("ekbom-c", (), ComponentType.LIBRARY),
    "libekbom-with-cohort": ("ekbom-c", ("cohort",), ComponentType.LIBRARY),
    "libekbom_mobile": ("ekbom-mobile", (), ComponentType.LIBRARY),
}


def output_of(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@cache
def compiler():
    return dict(line.split(": ", 1) for line in output_of("rustc", "-vV").splitlines() if ": " in line)


@cache
def tree(crate, features):
    """Each crate that is linked, and which of the others it uses, as cargo resolves them for this artefact alone."""
    lines = output_of(
        "cargo", "tree", "--locked", "--offline", "--package", crate, "--features", ",".join(features),
        "--target", compiler()["host"], "--edges", "normal,no-proc-macro", "--prefix", "depth", "--no-dedupe",
        "--format", " {p}",
    ).splitlines()
    uses, above = {}, []
    for line in lines:
        depth, name, version = re.match(r"(\d+) (\S+) v(\S+)", line).groups()
        own = (name, version)
        above[int(depth) :] = [own]
        uses.setdefault(own, set())
        if len(above) > 1:
            uses[above[-2]].add(own)
    return uses


@cache
def checksums():
    lock = tomllib.loads(Path("Cargo.lock").read_text())["package"]
    return {(own["name"], own["version"]): own.get("checksum") for own in lock}


def written():
    """When: the date of the release that is built, or of the commit; never the clock."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH") or output_of("git", "log", "-1", "--format=%ct").strip()
    return datetime.fromtimestamp(int(seconds), UTC)


def component(own, kind=ComponentType.LIBRARY):
    name, version = own
    (found,) = [one for one in packages() if (one["name"], one["version"]) == own]
    checksum = checksums()[own]
    return Component(
        type=kind,
        name=name,
        version=version,
        description=(found["description"] or "").strip().replace("\n", " ") or None,
        licenses=[LicenseFactory().make_from_string(str(expression(found["license"])))],
        # Crates of this project are not published.
        purl=PackageURL("cargo", None, name, version) if checksum else None,
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=checksum)] if checksum else [],
        bom_ref=f"{name}@{version}",
    )


def standard_library():
    """It is linked into everything, and has crates of its own that cargo does not show."""
    return Component(
        type=ComponentType.LIBRARY,
        name="std",
        version=compiler()["release"],
        description="The standard library of Rust, with what it brings",
        licenses=[LicenseFactory().make_from_string("MIT OR Apache-2.0")],
        bom_ref=f"std@{compiler()['release']}",
    )


def bill(artefact):
    crate, features, kind = ARTEFACTS[artefact]
    uses = tree(crate, features)
    parts = {own: component(own, kind if own[0] == crate else ComponentType.LIBRARY) for own in sorted(uses)}
    (root,) = [parts[own] for own in parts if own[0] == crate]
    library = standard_library()
    made = Bom(metadata=BomMetaData(component=root, timestamp=written()), version=1)
    made.components.add(library)
    for own in parts.values():
        if own is not root:
            made.components.add(own)
    for own, others in uses.items():
        made.register_dependency(parts[own], [parts[other] for other in sorted(others)])
    made.register_dependency(root, [library])
    content = "\n".join(f"{name} {version} {checksums()[name, version]}" for name, version in sorted(uses))
    made.serial_number = uuid.uuid5(uuid.NAMESPACE_URL, f"{artefact} {compiler()['host']} {library.version}\n{content}")
    return make_outputter(made, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=2) + "\n"


def write(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for artefact in ARTEFACTS:
        path = folder / f"{artefact}.cdx.json"
        path.write_text(bill(artefact), encoding="utf-8")
        print(path)


# --- checks ---


def parts_of(text):
    """Names and versions; a crate of another project also by its checksum."""
    return {tuple(own.split("@", 1)) for own in re.findall(r'"bom-ref": "([^"]+)"', text)}


def faults(artefact):
    crate, features, _ = ARTEFACTS[artefact]
    text = bill(artefact)
    if text != bill(artefact):
        yield "it is not the same twice"
    if wrong := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        yield f"it does not fit the schema: {wrong}"
    found, wanted = parts_of(text), set(tree(crate, features)) | {("std", compiler()["release"])}
    for own in sorted(wanted - found):
        yield f"lacks {' '.join(own)}"
    for own in sorted(found - wanted):
        yield f"has {' '.join(own)}, which is not linked"
    for name, version in sorted(found):
        if not name.startswith("ekbom") and name != "std" and checksums()[name, version] not in text:
            yield f"has no checksum of {name}"


def in_binary(path):
    """Crates of which code is in a binary with line tables: the paths of their sources are."""
    found = re.findall(rb"/registry/src/[^/\0]+/([A-Za-z0-9_-]+?)-(\d+\.\d+\.\d+[^/\0]*)/", Path(path).read_bytes())
    return {(name.decode(), version.decode()) for name, version in found}


def binary_faults(command):
    """What the linker took must be in the bill. Macros leave paths too, of code that they wrote."""
    given = subprocess.run([command, "cohort", "--help"], capture_output=True).returncode == 0
    listed = parts_of(bill("ekbom-with-cohort" if given else "ekbom"))
    found = in_binary(command)
    if len(found) < 10:
        yield f"{command} was built without line tables: only {len(found)} crates are seen in it"
    for own in sorted(found - listed):
        yield f"{command} holds code of {' '.join(own)}, which is not in its bill"


def checks(command):
    for artefact in ARTEFACTS:
        yield f"bill of materials of {artefact}: {len(tree(*ARTEFACTS[artefact][:2]))} crates", faults(artefact)
    if command:
        yield f"what is in {command} is in its bill: {len(in_binary(command))} crates seen", binary_faults(command)
