#!/usr/bin/env python3
"""Writes the part of the corpus that comes from the tests: tests/fuzz/seed.py target/ci/ekbom (built with the feature cohort).

What the fuzzer itself found lies beside it, under the names that libFuzzer gives.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
CORPUS = ROOT / "tests" / "fuzz" / "corpus"
MOST = 24  # a file of vectors has many that lead to the same code

CSV = """ID,FER,CREA,AGE,SEX,DRUGS
1,38,70,58,2,metformin
2,<5,NA,61,1,"mirtazapine;ferrous sulfate"
3,,1e2,47.5,,
4,"658",>2000*,46,1,moon dust
5,130,80,3,2,"a ""quoted""
name"
"""

MAPS = [
    """ask = ["iron.therapy@aasm-2025", "kidney.stage"]
complete = ["history"]
alerts = ["check_tsat_before_iron"]
possible = true
needs = true
[quantities]
ferritin = { column = "f64", unit = "ng/mL", comparator = "text" }
creatinine = { column = "f32", unit = "umol/L", ref_high = 100.0, confirmed = true }
[person]
age_years = "i32"
sex = { column = "u64", values = { "1" = "male", "2" = "female", "9" = "missing" } }
""",
    """ask = ["b12.status"]
refused = "raise"
nan = "missing"
missing = ["NA"]
keep = ["*"]
categories = true
[quantities]
b12_total = { column = "text", unit = "pg/mL", ref_low = "f64", grey_high = 300 }
ifab = { column = "flag" }
[items]
dialysis = "flag"
mimics = "dictionary"
[medicines]
column = "list"
unknown = "carry"
[constants]
pregnant = false
elevation_m = 1600
""",
    '{"ask": ["iron.safety"], "quantities": {"tsat": {"column": "view", "unit": "%"}}, '
    '"constants": {"medicines": ["metformin"], "sex": "female"}}',
]


def write(target, name, data):
    folder = CORPUS / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())


def patients():
    for path in sorted((ROOT / "tests" / "patients").glob("*.json")):
        yield path.stem, path.read_text()
    for path in sorted((ROOT / "tests" / "vectors").glob("*.json")):
        cases = json.loads(path.read_text()).get("vectors", [])
        step = max(1, len(cases) // 2)
        for place, case in list(enumerate(cases))[::step][:2]:
            patient = case.get("patient")
            yield f"{path.stem}-{place}", patient if isinstance(patient, str) else json.dumps(patient)


def rules(ekbom):
    text = subprocess.run([ekbom, "rules", "--format", "json"], check=True, capture_output=True, text=True).stdout
    book = json.loads(text)
    tables = sorted(book["tables"], key=lambda table: len(json.dumps(table)))
    for table in [own for own in tables if "answer_of" not in json.dumps(own)][:12:2]:
        small = {"ekbom": "0", "version": "seed", "hash": "", "tables": [table]}
        write("rules", f"seed-{table['guideline']}-{table['question']}".replace(".", "-"), json.dumps(small))


def files(ekbom):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "in.csv").write_text(CSV)
        (folder / "map.toml").write_text(
            'ask = ["iron.therapy@aasm-2025"]\nkeep = ["*"]\nmissing = ["NA"]\n[quantities]\n'
            'ferritin = { column = "FER", unit = "ng/mL" }\n'
        )
        for extension, target in [("parquet", "parquet"), ("arrow", "ipc")]:
            out = folder / f"out.{extension}"
            arguments = [ekbom, "cohort", folder / "in.csv", out, "--map", folder / "map.toml", "--quiet"]
            if subprocess.run(arguments, capture_output=True).returncode not in (0, 2):
                sys.exit(f"no {extension}")
            write(target, "seed-answers", out.read_bytes())


def words(value):
    """Keys and strings of a schema or a list, as they stand in what is read."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "properties":
                yield from inner
            if key not in ("description", "title", "$id", "$schema"):
                yield from words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from words(inner)
    elif isinstance(value, str) and len(value) < 40:
        yield value


def dictionaries(ekbom):
    def said(*arguments):
        return subprocess.run([ekbom, *arguments], check=True, capture_output=True, text=True).stdout

    patient = set(words(json.loads(said("schema", "patient"))))
    rules = set(words(json.loads(said("schema", "rules"))))
    patient -= {"object", "array", "string", "number", "boolean", "integer"}
    for target, own in [("patient", patient), ("ndjson", patient), ("rules", rules | patient), ("map", patient)]:
        quote = '\\"' if target != "map" else ""
        text = "# Written by tests/fuzz/seed.py\n"
        for word in sorted(own):
            if word.isascii() and word.isprintable() and word:
                escaped = word.replace("\\", "\\\\").replace('"', '\\"')
                text += f'"{quote}{escaped}{quote}"\n'
        (ROOT / "tests" / "fuzz" / "dictionaries" / f"{target}.dict").write_text(text)


def main():
    ekbom = sys.argv[1]
    dictionaries(ekbom)
    made = list(patients())
    for name, text in made:
        write("patient", f"seed-{name}", text)
    lines = [json.dumps(json.loads(text)) for _, text in made[3:9]]
    write("ndjson", "seed-lines", "\n".join(lines[:3]) + "\n\n{\"sex\": 3}\n" + lines[3] + "\n")
    write("ndjson", "seed-array", "[" + ",\n".join(lines[3:5]) + "]")
    write("ndjson", "seed-one", json.dumps(json.loads(made[0][1]), indent=1))
    write("ndjson", "seed-bom", b"\xef\xbb\xbf" + lines[5].encode() + b"\r\n" + lines[0].encode())
    for place, text in enumerate(MAPS):
        write("map", f"seed-{place}", text)
    write("csv", "seed-table", CSV)
    write("csv", "seed-open-quote", 'FER,AGE\n38,"58\n40,61\n')
    cells = "38\n<5\n>= 1e3\n\u2264 0.3\n>2000*.\nNA\n\n-1\nnan\ninf\n1,5\n 205 \npositive\nno\nfemale\nmetformin; B12\n0x10"
    for how in [0, 1, 2, 4, 8, 16, 24, 56]:
        write("cells", f"seed-{how}", bytes([how % 6, how]) + cells.encode())
    rules(ekbom)
    files(ekbom)


if __name__ == "__main__":
    main()
