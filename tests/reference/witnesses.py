"""Patients that tell changed rules from the built-in ones, as vectors.

    EKBOM_SURVIVORS=s.json cargo test --profile ci -p ekbom --test mutation
    python3 tests/reference/witnesses.py target/ci/ekbom s.json tests/vectors/limits.json

For each change that no vector noticed, patients at and around the limits of its table are drawn until the reference
evaluator reads the two tables differently. What the vector expects is its reading of the built-in table, never the
library's; where the limit stands in the evidence is taken from tests/evidence-tags.csv."""

import json
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from compare import Bench, Ekbom  # noqa: E402
from evaluate import position  # noqa: E402
from patient import too_close  # noqa: E402
from random_patients import Maker  # noqa: E402
from rules import Book  # noqa: E402

TRIES, MOST = 150, 200
TAGS = Path(__file__).parents[1] / "evidence-tags.csv"


def replaced(table, place, value):
    """The table with the part at a JSON pointer replaced."""
    table = json.loads(json.dumps(table))
    *path, last = [int(step) if step.isdigit() else step for step in place.strip("/").split("/")]
    part = table
    for step in path:
        part = part[step]
    part[last] = value
    return table


def asked_tables(book, table, found):
    """The places of the tables that a table asks, with its own, in order."""
    text = json.dumps(table)
    for place, other in enumerate(book["tables"]):
        if place not in found and f'"question": "{other["question"]}", "guideline": "{other["guideline"]}", "in"' in text:
            found.add(place)
            asked_tables(book, other, found)
    return found


def places(rule):
    """Where the evidence of a rule stands."""
    found = set()
    for line in TAGS.read_text().splitlines()[1:]:
        pattern, place = line.split(",")[:2]
        if fits(pattern, rule):
            found.add(place)
    return " and ".join(sorted(found)) or "the rulebook"


def fits(pattern, rule):
    import re

    escaped = re.escape(pattern).replace(r"\*", "[^/]*").replace(r"\(", "(").replace(r"\)", ")").replace(r"\|", "|")
    return re.fullmatch(escaped, rule) is not None


def main(path, survivors, out):
    bench = Bench(Ekbom(path), most=MOST)
    text = bench.ekbom.text("rules", "--format", "json")
    plain = json.loads(text)
    changes = json.loads(Path(survivors).read_text())
    have = json.loads(Path(out).read_text())["vectors"] if Path(out).exists() else []
    vectors, known_patients, missed = list(have), {}, []
    for number, change in enumerate(changes):
        listed = plain["tables"][change["table"]]
        kept = sorted(asked_tables(plain, listed, set()))
        changed_table = replaced(listed, change["place"], change["with"])
        book = json.dumps({**plain, "tables": [plain["tables"][place] for place in kept] + [changed_table]})
        changed = Book(book, bench.units)
        own, other = bench.book.tables[change["table"]], changed.tables[-1]
        draw = random.Random(f"{number} {change['words']}")
        witness = find(bench, changed, own, other, draw, known_patients.get(own.name, []))
        if witness is None:
            missed.append(change["words"])
            continue
        patient, differing, read = witness
        known_patients.setdefault(own.name, []).append(patient)
        rule = change["words"].split(":")[0]
        vectors.append(vector(own, patient, differing, read, rule, len(vectors) + 1))
        if number % 50 == 0:
            print(number, len(changes), flush=True)
    taken = bench.ekbom.assess([json.dumps(own["patient"]) for own in vectors])
    write(Path(out), merged([own for own, got in zip(vectors, taken) if "errors" not in got]))
    print(f"{sum('errors' in got for got in taken)} refused by the library")
    print(f"{len(changes) - len(missed)} of {len(changes)} told apart")
    for words in missed:
        print("MISSED", words)


def find(bench, changed, own, other, draw, before):
    """A patient whom the two tables answer differently, with what differs."""
    maker = Maker(bench.book, bench.units, bench.classes, draw)
    limits = [(fact, limit) for fact, found in own.all_limits().items() for limit in found]
    kept = own.all_limits()
    moved = {fact for fact, found in other.all_limits().items() if found - kept.get(fact, set())}
    near = [(fact, limit) for fact, limit in limits if fact in moved] or limits

    def drawn():
        yield from before[-20:]
        for _ in range(TRIES):
            fact, limit = draw.choice(near) if near and draw.random() < 0.7 else (None, None)
            patients = list(maker.around(own, fact, limit)) if fact else [maker.about([own], draw.choice([0.6, 0.9, 1.0]))]
            yield from draw.sample(patients, min(8, len(patients)))

    for patient in drawn():
        patient = tidy(patient)
        text = json.dumps(patient)
        known = bench.read(text)
        if too_close(known, bench.book):
            continue
        one, two = position(bench.book, own, known, MOST), position(changed, other, known, MOST)
        if one is None or two is None:
            continue
        key = next((key for key in ("possible", "rules", "flags") if getattr(one, key) != getattr(two, key)), None)
        if key is not None:
            return patient, (key, two), one
    return None


def tidy(patient):
    """Without what is empty; nothing improbable is confirmed without need."""
    return {key: value for key, value in patient.items() if value}


def vector(table, patient, differing, read, rule, number):
    key, two = differing
    expect = {"positions": {table.name: sorted(read.possible)}}
    if key == "rules":
        expect["rules"] = {table.name: sorted(read.rules)}
    if key == "flags":
        for name, codes in (("flags", read.flags - two.flags), ("no_flags", two.flags - read.flags)):
            if codes:
                expect[name] = {table.name: sorted(codes)}
    why = f"{places(rule)}: a limit, sign or answer of {rule} decides here; as the reference evaluator reads the printed rules."
    return {"id": f"limits/{rule.replace('/', '-')}-{number}", "why": why, "patient": patient, "expect": expect}


def merged(vectors):
    """Vectors of one patient are one vector."""
    by_patient = {}
    for own in vectors:
        first = by_patient.setdefault(json.dumps(own["patient"], sort_keys=True), own)
        for key, tables in own["expect"].items():
            for table, codes in tables.items():
                union = key in ("flags", "no_flags")
                have = first["expect"].setdefault(key, {}).get(table, [])
                first["expect"][key][table] = sorted({*have, *codes}) if union else codes
    return list(by_patient.values())


def write(path, vectors):
    lines = ",\n".join("    " + json.dumps(own, ensure_ascii=False) for own in vectors)
    head = f'{{\n  "vectors_version": "1",\n  "topic": "{path.stem}",\n  "vectors": [\n'
    path.write_text(f"{head}{lines}\n  ]\n}}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
