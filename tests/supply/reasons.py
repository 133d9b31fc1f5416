"""docs/dependencies.toml against the manifests."""

import re
import subprocess
import tomllib
from pathlib import Path

DATA = Path("docs/dependencies.toml")
# A name, without what is asked of its version.
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
UNSAFE = re.compile(r"\bunsafe\b\s*(\{|fn\b|impl\b|extern\b|\()")


def files(*patterns):
    """Files of the repository, also those that are not committed yet."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns],
        check=True, capture_output=True, text=True,
    )
    return sorted(name for name in set(listed.stdout.splitlines()) if Path(name).is_file())


def rust():
    """Crate and dependency, of every Cargo.toml; what the workspace defines is named where it is used."""
    for name in files("Cargo.toml", "*/Cargo.toml"):
        manifest = tomllib.loads(Path(name).read_text())
        if "package" not in manifest:
            continue
        for place in (manifest, *manifest.get("target", {}).values()):
            for kind in ("dependencies", "dev-dependencies", "build-dependencies"):
                for key, value in place.get(kind, {}).items():
                    own = value.get("package", key) if isinstance(value, dict) else key
                    yield manifest["package"]["name"], own


def python():
    for name in files("*requirements*.txt"):
        for line in Path(name).read_text().splitlines():
            if found := NAME.match(line):
                yield name, found.group().lower()
    for name in files("*pyproject.toml"):
        data = tomllib.loads(Path(name).read_text())
        project = data.get("project", {})
        extras = project.get("optional-dependencies", {}).values()
        lists = (data["build-system"]["requires"], project.get("dependencies", []), *extras)
        for own in (own for some in lists for own in some):
            yield name, NAME.match(own).group().lower()
    # What a script installs by name.
    for name in files("tests/parts/*", "docs/*.sh", "bindings/*.sh"):
        for line in re.findall(r"pip install ([^;&|\n]*)", Path(name).read_text()):
            for own in re.findall(r"(?<![\w\"$/-])([a-z][\w.-]*)==", line):
                yield name, own


def npm():
    for name in files("tests/parts/*", "docs/*.sh", "bindings/*.sh"):
        for line in re.findall(r"npm install ([^;&|\n]*)", Path(name).read_text()):
            for own in re.findall(r"([a-z][\w.-]*)@", line):
                yield name, own


def maven():
    for name in files("*.gradle.kts"):
        for own in re.findall(r"(?:implementation|api)\(\"([^:\"]+:[^:\"]+)", Path(name).read_text()):
            yield name, own


def compared(kind, found):
    """What has no reason, and what reason has nothing."""
    data = tomllib.loads(DATA.read_text())[kind]
    found = set(found)
    said = {(place, name) for name, own in data.items() for place in own["in"]}
    for place, name in sorted(found - said):
        yield f"{place} has {name}, for which {DATA} has no reason"
    for place, name in sorted(said - found):
        yield f"{DATA} has a reason for {name} in {place}, which has it no more"
    for name, own in data.items():
        if set(own) != {"in", "reason"} or not own["reason"].endswith(".") or not own["in"]:
            yield f"{DATA}: {name} needs `in` and a `reason` that is a sentence"
        if list(own["in"]) != sorted(set(own["in"])):
            yield f"{DATA}: {name}: `in` is not sorted, or has one twice"
    if list(data) != sorted(data):
        yield f"{DATA}: [{kind}] is not sorted"


def unsafe():
    """Crates with `unsafe` are those that say why; the core forbids it."""
    said = set(tomllib.loads(DATA.read_text())["unsafe"])
    found = set()
    for name in files("Cargo.toml", "*/Cargo.toml"):
        manifest = tomllib.loads(Path(name).read_text())
        if "package" not in manifest:
            continue
        sources = files(f"{Path(name).parent}/src/*.rs")
        code = "\n".join(re.sub(r"//.*", "", Path(own).read_text()) for own in sources)
        if UNSAFE.search(code):
            found.add(manifest["package"]["name"])
    for name in sorted(found - said):
        yield f"{name} has unsafe code, for which {DATA} has no reason"
    for name in sorted(said - found):
        yield f"{DATA} has a reason for unsafe code in {name}, which has none"
    if "forbid(unsafe_code)" not in Path("crates/ekbom/src/lib.rs").read_text():
        yield "crates/ekbom does not forbid unsafe code"


def checks():
    for kind, found in (("rust", rust()), ("python", python()), ("npm", npm()), ("maven", maven())):
        yield f"a reason for each direct dependency: {kind}", compared(kind, found)
    yield "unsafe code only where it says why", unsafe()
