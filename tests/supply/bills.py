"""A bill of materials (CycloneDX 1.6, JSON) for each artefact: exactly the crates that are linked into it.

What only builds (build scripts, procedural macros, their dependencies) and what only tests is not in it. The same
sources give the same bytes. Whether binaries hold more than their bills say, binaries.py looks.
"""

import hashlib
import json
import os
import re
import subprocess
import tomllib
import uuid
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path

from cyclonedx.factory.license import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, Property, XsUri
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import LicenseAcknowledgement
from cyclonedx.model.lifecycle import LifecyclePhase, PredefinedLifecycle
from cyclonedx.model.tool import ToolRepository
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from licences import expression, packages
from packageurl import PackageURL

# Artefact: crate, features, kind.
ARTEFACTS = {
    "ekbom": ("ekbom-cli", (), ComponentType.APPLICATION),
    # With all that it can have, as the tests build it.
    "ekbom-with-cohort": ("ekbom-cli", ("cohort", "serve"), ComponentType.APPLICATION),
    "libekbom": ("ekbom-c", (), ComponentType.LIBRARY),
    "libekbom-with-cohort": ("ekbom-c", ("cohort",), ComponentType.LIBRARY),
    "libekbom_mobile": ("ekbom-mobile", (), ComponentType.LIBRARY),
    "ekbom-python": ("ekbom-python", (), ComponentType.LIBRARY),
}


def output_of(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@cache
def compiler():
    return dict(line.split(": ", 1) for line in output_of("rustc", "-vV").splitlines() if ": " in line)


def platform():
    """The one that cargo builds for, if it is told; otherwise this one."""
    return os.environ.get("CARGO_BUILD_TARGET") or compiler()["host"]


@cache
def tree(crate, features):
    """Each crate that is linked, and which of the others it uses, as cargo resolves them for this artefact alone."""
    lines = output_of(
        "cargo", "tree", "--locked", "--offline", "--package", crate, "--features", ",".join(features),
        "--target", platform(), "--edges", "normal,no-proc-macro", "--prefix", "depth", "--no-dedupe",
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


def declared(text):
    return [LicenseFactory().make_from_string(text, license_acknowledgement=LicenseAcknowledgement.DECLARED)]


def sources_at(url):
    return [ExternalReference(type=ExternalReferenceType.VCS, url=XsUri(url))]


def package(own):
    (found,) = [one for one in packages() if (one["name"], one["version"]) == own]
    return found


def component(own):
    name, number = own
    found, checksum = package(own), checksums()[own]
    return Component(
        type=ComponentType.LIBRARY,
        name=name,
        version=number,
        description=(found["description"] or "").strip().replace("\n", " ") or None,
        licenses=declared(str(expression(found["license"]))),
        # Crates of this project are not published.
        purl=PackageURL("cargo", None, name, number) if checksum else None,
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=checksum)] if checksum else [],
        # Of others, their address is known by the purl.
        external_references=[] if checksum else sources_at(found["repository"]),
        components=[allocator(own)] if name == "libmimalloc-sys" else [],
        bom_ref=f"{name}@{number}",
    )


def allocator(own):
    """The C library that this crate carries along; faults are reported of it, not of the crate."""
    header = Path(package(own)["manifest_path"]).parent / "c_src/mimalloc/v3/include/mimalloc.h"
    major, minor, patch = re.search(r"MI_MALLOC_VERSION (\d)(\d\d)(\d\d)", header.read_text()).groups()
    number = f"{major}.{int(minor)}.{int(patch)}"
    return Component(
        type=ComponentType.LIBRARY,
        name="mimalloc",
        version=number,
        description="The allocator itself, in C",
        licenses=declared("MIT"),
        purl=PackageURL("github", "microsoft", "mimalloc", f"v{number}"),
        bom_ref=f"{own[0]}@{own[1]}/mimalloc@{number}",
    )


def standard_library():
    """It is linked into everything, and has crates of its own that cargo does not show."""
    number = compiler()["release"]
    return Component(
        type=ComponentType.LIBRARY,
        name="std",
        version=number,
        description="The standard library of Rust, with what it brings",
        licenses=declared("MIT OR Apache-2.0"),
        # By which its faults are filed.
        cpe=f"cpe:2.3:a:rust-lang:rust:{number}:*:*:*:*:*:*:*",
        external_references=sources_at("https://github.com/rust-lang/rust"),
        bom_ref=f"std@{number}",
    )


def tools():
    """What says which crates there are, and what writes it down."""
    used = {"cargo": compiler()["release"], "cyclonedx-python-lib": version("cyclonedx-python-lib")}
    made = (Component(type=ComponentType.APPLICATION, name=name, version=used[name], bom_ref=name) for name in used)
    return ToolRepository(components=made)


def metadata(artefact, root):
    _, features, root.type = ARTEFACTS[artefact]
    root.properties.add(Property(name="ekbom:crate", value=root.name))
    root.properties.add(Property(name="ekbom:features", value=",".join(features)))
    root.properties.add(Property(name="cdx:rustc:sbom:target:triple", value=platform()))
    root.name = artefact
    lifecycles = [PredefinedLifecycle(phase=LifecyclePhase.BUILD)]
    return BomMetaData(component=root, timestamp=written(), tools=tools(), lifecycles=lifecycles)


@cache
def bill(artefact):
    crate, features, _ = ARTEFACTS[artefact]
    uses = tree(crate, features)
    parts = {own: component(own) for own in sorted(uses)}
    (root,) = [parts[own] for own in parts if own[0] == crate]
    library = standard_library()
    made = Bom(metadata=metadata(artefact, root), version=1)
    made.components.add(library)
    for own in parts.values():
        if own is not root:
            made.components.add(own)
    for own, others in uses.items():
        made.register_dependency(parts[own], [parts[other] for other in sorted(others)])
    made.register_dependency(root, [library])
    # The number of a bill follows from all that is in it, instead of being drawn.
    made.serial_number = uuid.UUID(int=0)
    made.serial_number = uuid.uuid5(uuid.NAMESPACE_URL, hashlib.sha256(printed(made).encode()).hexdigest())
    return printed(made)


def printed(made):
    return make_outputter(made, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=2) + "\n"


def write(folder, wanted):
    folder.mkdir(parents=True, exist_ok=True)
    for artefact in wanted or ARTEFACTS:
        path = folder / f"{artefact}.cdx.json"
        path.write_text(bill(artefact), encoding="utf-8")
        print(path)


# --- checks ---


def listed(text):
    """Names and versions of the crates in a bill, with the artefact's own."""
    data = json.loads(text)
    parts = [data["metadata"]["component"], *data["components"]]
    return {tuple(own["bom-ref"].split("@", 1)): own for own in parts}


def faults(artefact):
    crate, features, _ = ARTEFACTS[artefact]
    text = bill(artefact)
    if text != bill.__wrapped__(artefact):
        yield "it is not the same twice"
    if wrong := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        yield f"it does not fit the schema: {wrong}"
    if str(Path.cwd()) in text or str(Path.home()) in text:
        yield "it holds a path of this machine"
    found, wanted = listed(text), set(tree(crate, features)) | {("std", compiler()["release"])}
    for own in sorted(wanted - set(found)):
        yield f"lacks {' '.join(own)}"
    for own in sorted(set(found) - wanted):
        yield f"has {' '.join(own)}, which is not linked"
    for (name, number), own in sorted(found.items()):
        if name == "std":
            continue
        if not own.get("licenses"):
            yield f"has no licence of {name}"
        said = [hashed["content"] for hashed in own.get("hashes", [])]
        if said != [checksum for checksum in [checksums()[name, number]] if checksum]:
            yield f"has another checksum of {name} than Cargo.lock"
    if any(name == "libmimalloc-sys" for name, _ in found) != ('"pkg:github/microsoft/mimalloc@v' in text):
        yield "names the allocator in C where it is not, or does not where it is"


def checks():
    for artefact in ARTEFACTS:
        yield f"bill of materials of {artefact}: {len(tree(*ARTEFACTS[artefact][:2]))} crates", faults(artefact)
