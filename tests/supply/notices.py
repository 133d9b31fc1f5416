"""The notices that go with each artefact: the texts of licences, as they lie in the sources of the crates it links.

A text that several crates have is printed once. The notices of Rust's standard library are a file of the compiler.
"""

import re
import shutil
from functools import cache
from pathlib import Path

from bills import ARTEFACTS, bill, compiler, listed, output_of, package
from licences import expression, fits, packages

FILES = re.compile(r"(licen[sc]e|copying|copyright|notice|unlicense)", re.IGNORECASE)
# By what the text of a licence is known. Those that nothing here is under are missing, and then a check fails.
PHRASES = {
    "Apache-2.0": "TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION",
    "BSD-2-Clause": "Redistributions in binary form must reproduce the above copyright notice",
    "BSD-3-Clause": "Neither the name of",
    "MIT": "Permission is hereby granted, free of charge",
    "MPL-2.0": "Mozilla Public License Version 2.0",
    "Unicode-3.0": "UNICODE LICENSE V3",
    "Zlib": "This software is provided 'as-is', without any express or implied warranty",
}
# For crates that come without the text: the crate that has the same. Only licences that name no holder in their text.
ELSEWHERE = {"Apache-2.0": "ekbom", "MPL-2.0": "cbindgen"}
# For a crate without the text: a crate of the same repository and the same holder that has it.
SAME_HOLDER = {"alloc-stdlib": "alloc-no-stdlib"}
RULE = "\n" + "-" * 100 + "\n"


def texts_in(name, version=None):
    """The files with licences that lie in a crate; all of this project have the same."""
    if name.startswith("ekbom"):
        return [Path("LICENSE-APACHE"), Path("LICENSE-MIT")]
    found = next(own for own in packages() if own["name"] == name and version in (None, own["version"]))
    folder = Path(found["manifest_path"]).parent
    return [path for path in sorted(folder.rglob("*")) if FILES.match(path.name) and path.is_file()]


@cache
def texts_of(name, version):
    paths = texts_in(name, version) or (texts_in(SAME_HOLDER[name]) if name in SAME_HOLDER else [])
    licence = package((name, version))["license"]
    if not paths and licence in ELSEWHERE:
        paths = [path for path in texts_in(ELSEWHERE[licence]) if PHRASES[licence] in path.read_text(encoding="utf-8")]
    return [unpadded(path.read_text(encoding="utf-8")) for path in paths]


def unpadded(text):
    """Two texts that differ in the ends of their lines only are the same."""
    return "\n".join(one.rstrip() for one in text.splitlines()).strip("\n")


def crates(artefact):
    return sorted(own for own in listed(bill(artefact)) if own[0] != "std")


def line(own):
    found = package(own)
    return f"  {' '.join(own)}: {found['license']}" + (f" <{found['repository']}>" if found["repository"] else "")


def loinc():
    """Codes come with a notice too; the README has it."""
    text = " ".join(Path("README.md").read_text(encoding="utf-8").split())
    start = text.index("This material contains content from LOINC")
    return text[start : text.index("licence.", start) + len("licence.")]


def notices(artefact):
    """Each crate with its licence and where its sources are, then each text with the crates that carry it."""
    carriers = {}
    for own in crates(artefact):
        for text in dict.fromkeys(texts_of(*own)):
            carriers.setdefault(text, []).append(own[0])
    library = f"Rust's standard library {compiler()['release']}"
    top = f"{artefact} holds code of {library}, and of these crates, unchanged:\n\n"
    top += "\n".join(line(own) for own in crates(artefact))
    return RULE.join([top, loinc(), *(f"{', '.join(carriers[text])}\n\n{text}" for text in carriers)]) + "\n"


def write(folder, wanted):
    folder.mkdir(parents=True, exist_ok=True)
    for artefact in wanted or ARTEFACTS:
        path = folder / f"{artefact}.notices.txt"
        path.write_text(notices(artefact), encoding="utf-8")
        print(path)
    library = Path(output_of("rustc", "--print", "sysroot").strip()) / "share/doc/rust/COPYRIGHT-library.html"
    print(shutil.copyfile(library, folder / "rust-std.notices.html"))


# --- checks ---


def faults(artefact):
    """For every crate there must be texts that suffice for what it states."""
    made = notices(artefact)
    for own in crates(artefact):
        texts = texts_of(*own)
        there = {key for key, phrase in PHRASES.items() if any(phrase in " ".join(text.split()) for text in texts)}
        if not fits(expression(package(own)["license"]), there):
            stated, said = package(own)["license"], ", ".join(sorted(there)) or "nothing"
            yield f"{' '.join(own)} is under {stated}; its texts are of {said}"
        if line(own) not in made or any(text not in made for text in texts):
            yield f"{' '.join(own)} is not in it"


def checks():
    for artefact in ARTEFACTS:
        yield f"notices of {artefact}: a text for each licence", faults(artefact)
