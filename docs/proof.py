"""The page on what is promised and what checks it, made of docs/proof.toml. Part of docs/generate.py.

A promise without a check that is there, a command that names no test, and a count that nothing gives are faults."""

import re
import tomllib
from pathlib import Path

ROOT = Path()
KEYS = {"name", "says", "tests", "cases", "command", "holds"}


class Missing(Exception):
    """Something that the data names is not there."""


def read():
    return tomllib.loads((ROOT / "docs/proof.toml").read_text(encoding="utf-8"))["promise"]


# --- counts ---


def cases_of(property_name):
    """The cases of a property: what `cases(...)` says above it in its file."""
    for path in sorted((ROOT / "crates").glob("*/tests/**/*.rs")):
        text = path.read_text(encoding="utf-8")
        found = re.search(rf"\bfn {re.escape(property_name)}\(", text)
        if found:
            said = re.findall(r"proptest_config\(cases\((\d+)\)\)", text[: found.start()])
            if said:
                return int(said[-1])
    raise Missing(f"no property `{property_name}`")


def constant(path, name):
    """A number with a name, also where several are given theirs at once."""
    text = (ROOT / path).read_text(encoding="utf-8")
    for names, values in re.findall(r"^([A-Z_, ]+) = ([\d_, ]+)$", text, flags=re.M):
        known = dict(zip(re.split(r",\s*", names), re.split(r",\s*", values)))
        if name in known:
            return int(known[name])
    raise Missing(f"{path} has no `{name}`")


def changes():
    """The sum of the column `changes` on the page on mutation, whose rows the test itself holds to be so."""
    text = (ROOT / "docs/src/mutation.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `\w+` \| (\d+) \|", text, flags=re.M)
    if not rows:
        raise Missing("docs/src/mutation.md: the rows of what was changed")
    return sum(map(int, rows))


def lines_of(path):
    return len((ROOT / path).read_text(encoding="utf-8").splitlines())


def most_bytes():
    found = re.search(r"^most_bytes = (\d+)", (ROOT / "bindings/mobile/size.toml").read_text(encoding="utf-8"), flags=re.M)
    if not found:
        raise Missing("bindings/mobile/size.toml: most_bytes")
    return int(found.group(1))


def counts(book, vectors):
    """By name, how each number is found."""
    return {
        "tables": lambda: len(book["tables"]),
        "rules": lambda: sum(len(own["rules"]) for own in book["tables"]),
        "vectors": lambda: len(vectors),
        "vectors of errors": lambda: sum(own["id"].startswith("errors/") for own in vectors),
        "changes": changes,
        "open changes": lambda: lines_of("tests/mutation-open.txt"),
        "unit factors": lambda: lines_of("tests/unit-factors.csv") - 1,
        "most bytes": most_bytes,
    }


def filled(text, known):
    def number(match):
        kind, _, rest = match.group(1).partition(" ")
        if kind == "cases":
            found = cases_of(rest)
        elif kind == "const":
            found = constant(*rest.split(" "))
        elif match.group(1) in known:
            found = known[match.group(1)]()
        else:
            raise Missing(f"no count `{match.group(1)}`")
        return f"{found:,}"

    return re.sub(r"\{([^}]+)\}", number, text)


# --- faults ---


def is_there(test):
    """Is there such a file, with such a function defined in it?"""
    name, _, function = test.partition("::")
    path = ROOT / name
    if not path.is_file() or not function:
        return path.is_file()
    before = r"\b(?:fn|def|func|fun|int) +"
    text = path.read_text(encoding="utf-8")
    return re.search(rf"{before}{re.escape(function)}\(|^{re.escape(function)}\(\) \{{", text, flags=re.M) is not None


def command_faults(command):
    """A part of the test command, or a test of cargo, that is not there."""
    for own in filter(None, map(str.strip, command.split(";"))):
        words = own.split()
        if words[0] == "./tests/run":
            folder = "tests/release" if words[1:2] == ["release"] else "tests/parts"
            parts = words[2:] if folder == "tests/release" else words[1:]
            yield from (f"no part `{part}`" for part in parts if not (ROOT / folder / part).is_file())
        elif words[:2] in (["cargo", "test"], ["cargo", "build"]):
            for name in (next_word for word, next_word in zip(words, words[1:]) if word == "--test"):
                places = [*ROOT.glob(f"crates/*/tests/{name}.rs"), *ROOT.glob(f"crates/*/tests/{name}/main.rs")]
                if not places:
                    yield f"no test `{name}` of cargo"
        else:
            yield f"a command that nobody checks: `{own}`"


def faults(promises, known):
    if len({own["name"] for own in promises}) != len(promises):
        yield "proof: a promise twice"
    for own in promises:
        name = f"proof, {own['name']}"
        yield from (f"{name}: unknown key `{key}`" for key in own.keys() - KEYS)
        if not own["tests"]:
            yield f"{name}: no check"
        yield from (f"{name}: there is no test `{test}`" for test in own["tests"] if not is_there(test))
        held = own.get("holds")
        if held and held["text"] not in (ROOT / held["file"]).read_text(encoding="utf-8"):
            yield f"{name}: {held['file']} does not hold `{held['text']}`"
        yield from (f"{name}: {fault}" for fault in command_faults(own["command"]))
        try:
            filled(own["cases"], known)
        except (Missing, FileNotFoundError) as why:
            yield f"{name}: {why}"


# --- the page ---


def page(promises, known):
    text = (
        "# What is promised, and what checks it\n\nEach promise with its checks, and over what they go. A name is that of a function "
        "in the file beside it; the test command fails where one of them is gone, and where a promise has none. Numbers of cases "
        "are read from the checks and from the data. `./tests/run` runs everything; the commands below run less.\n"
    )
    for own in promises:
        try:
            cases = filled(own["cases"], known)
        except (Missing, FileNotFoundError):
            # Said as a fault.
            cases = ""
        text += f"\n## {own['name']}\n\n{own['says']}\n\n"
        for test in own["tests"]:
            path, _, function = test.partition("::")
            text += f"- `{function}` in `{path}`\n" if function else f"- `{path}`\n"
        text += f"\nOver: {cases}.\n\n"
        text += "```sh\n" + "\n".join(part.strip() for part in own["command"].split(";")) + "\n```\n"
    return text
