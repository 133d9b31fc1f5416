"""Writes the files that are made from the native module: its stub, and the names in `_types.py`.

usage: generate.py [--check]        (with the package importable and maturin installed)

`_ekbom.pyi` comes from `maturin generate-stubs`, by way of the feature `stubs`; `_types.py` from the catalogue of the
installed module. With `--check` nothing is written, and a difference is an error.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from ekbom import _ekbom

HERE = Path(__file__).resolve().parent
PACKAGE = HERE / "python" / "ekbom"


def literal(name: str, text: str, codes: list[str]) -> str:
    lines = "".join(f'    "{code}",\n' for code in codes)
    return f'{name} = Literal[\n{lines}]\n"""{text}"""\n'


def typed_dict(name: str, text: str, group: str, more: list[str]) -> str:
    lines = [f"class {name}(TypedDict, total=False):", f'    """{text}"""', ""]
    for fact, label, own, kind, codes in _ekbom.facts():
        if own == group:
            if fact == "mimics":
                codes = [*codes, "not_assessed"]
            kinds = {"flag": "bool", "number": "float", "choice": f"Literal[{', '.join(map(repr, codes))}]"}
            lines += [f"    {fact}: {kinds[kind]}".replace("'", '"'), f'    """{label[:1].upper()}{label[1:]}."""']
    return "\n".join([*lines, *more]) + "\n"


def types() -> str:
    analytes = [str(row["analyte"]) for row in _ekbom.analytes().to_dicts()]
    questions = [question for question, _, _ in _ekbom.questions()]
    tables = [f"{question}@{guideline}" for question, guideline in _ekbom.tables()]
    irls = ["    irls_items: list[int]", '    """Scores of the ten items, instead of their total."""']
    pregnancy = ["    pregnant: bool", '    """Pregnant."""', "    trimester: Literal[1, 2, 3]", '    """Trimester."""']
    parts = [
        '"""Names from the catalogue. Written by `generate.py`: do not edit."""\n\n'
        "from __future__ import annotations\n\nfrom typing import Literal, TypedDict\n",
        literal("Analyte", "Id of an analyte.", analytes),
        literal("FaultKind", "The cause of a fault: a code that never changes its meaning.", _ekbom.fault_kinds()),
        literal("Question", "Id of a clinical question.", questions),
        literal("Table", "What one guideline answers to one question.", tables),
        "\n" + typed_dict("Symptoms", "What is known of the symptoms.", "symptoms", irls),
        "\n" + typed_dict("History", "What is known of history and circumstances.", "history", pregnancy),
    ]
    return "\n".join(parts)


def stub() -> str:
    with tempfile.TemporaryDirectory() as folder:
        command = ["maturin", "generate-stubs", "--profile", "ci", "--features", "stubs", "--out", folder]
        subprocess.run([*command, "--manifest-path", str(HERE / "Cargo.toml")], check=True, cwd=HERE)
        (found,) = Path(folder).rglob("_ekbom.pyi")
        return found.read_text(encoding="utf-8")


def main() -> int:
    stale = 0
    for path, text in ((PACKAGE / "_types.py", types()), (PACKAGE / "_ekbom.pyi", stub())):
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
        elif path.read_text(encoding="utf-8") != text:
            print(f"{path.name} is not what the module says: run generate.py")
            stale += 1
    return stale


if __name__ == "__main__":
    sys.exit(main())
