"""Patients that tell changed rules from the built-in ones, as vectors.

    EKBOM_SURVIVORS=s.json cargo test --profile ci -p ekbom --test mutation
    python3 tests/reference/witnesses.py target/ci/ekbom s.json tests/vectors/limits.json

For each change that no vector noticed, a patient is made step by step whom the two tables answer differently. Changes that
turn on the same value of the same quantity share a patient where they can. What a vector expects is the reference
evaluator's reading of the built-in table, never the library's; where the rule stands in the evidence is taken from
tests/evidence-tags.csv. Vectors that the file has already are kept."""

import argparse
import itertools
import json
import random
import re
import sys
import time
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from aims import Aim, TooFar, differing  # noqa: E402
from compare import Bench, Ekbom  # noqa: E402
from drafts import Asked, Draft, Unsayable, short  # noqa: E402
from evaluate import position  # noqa: E402
from patient import too_close  # noqa: E402
from rules import SIGNS, Book  # noqa: E402

# So often a patient is drawn anew, and so often one that is there already is asked to say more.
TRIES, MORE = 100, 3
# So many ways are looked at before another one is drawn, and a patient who says so many things is asked no more.
WAYS, ROOM = 10, 30
# How usual it is that a yes-or-no item is absent: at first patients are plain.
USUAL = (0.97, 0.9, 0.8, 0.5)
MOST = 400
TAGS = Path(__file__).parents[1] / "evidence-tags.csv"


class Change:
    """A survivor: what is changed in which table, and what it turns on."""

    def __init__(self, bench, plain, listed):
        self.words, self.kind, self.place = listed["words"], listed["kind"], listed["place"]
        self.rule = self.words.split(":")[0]
        table = plain["tables"][listed["table"]]
        self.own = bench.book.tables[listed["table"]]
        kept = sorted(asked_tables(plain, table, set()))
        self.plain = table, replaced(table, listed["place"], listed["with"])
        tables = [*(plain["tables"][place] for place in kept), self.plain[1]]
        self.changed = Book(json.dumps({**plain, "tables": tables}), bench.units)
        self.other = self.changed.tables[-1]
        self.at = None
        if self.kind in ("limit", "sign"):
            self.at = part_at(table, listed["place"])
            self.turns_on = list(turning_points(self.at, listed["with"]))

    def places(self):
        return places(self.rule)

    def flag_at(self):
        """The place, in its rule, of the flag that is changed; None where none is."""
        steps = self.place.strip("/").split("/")
        if "flags" not in steps:
            return None
        own, other = (table["rules"][int(steps[1])]["flags"] for table in self.plain)
        return next(at for at, flag in enumerate(own) if other[at:at + 1] != [flag])

    def flag(self):
        at = self.flag_at()
        return None if at is None else self.own.rules[int(self.place.split("/")[2])]["flags"][at]["code"]


def replaced(table, place, value):
    """The table with the part at a JSON pointer replaced."""
    table = json.loads(json.dumps(table))
    *path, last = [int(step) if step.isdigit() else step for step in place.strip("/").split("/")]
    part_at(table, "/".join(map(str, path)))[last] = value
    return table


def part_at(table, place):
    for step in filter(None, place.split("/")):
        table = table[int(step) if step.isdigit() else step]
    return table


def asked_tables(book, table, found):
    """The places of the tables that a table asks, with its own, in order."""
    text = json.dumps(table)
    for place, other in enumerate(book["tables"]):
        if place not in found and f'"question": "{other["question"]}", "guideline": "{other["guideline"]}", "in"' in text:
            found.add(place)
            asked_tables(book, other, found)
    return found


def turning_points(condition, changed):
    """The values, with their unit, at which a comparison and its change may differ."""
    sign, other = (next(key for key in SIGNS if key in own) for own in (condition, changed))
    limits = [(condition[sign], changed[other], condition["unit"])]
    if "if_reported_in" in condition:
        second = [own["if_reported_in"] for own in (condition, changed)]
        limits.append((second[0]["limit"], second[1]["limit"], second[0]["unit"]))
    for one, two, unit in limits:
        one, two = Fraction(repr(one)), Fraction(repr(two))
        if one != two:
            yield from ((x, unit) for x in (one, two, short(*sorted((one, two)))))
        elif sign != other:
            yield one, unit


def places(rule):
    """Where the evidence of a rule stands."""
    found = set()
    for line in TAGS.read_text(encoding="utf-8").splitlines()[1:]:
        pattern, place = line.split(",")[:2]
        escaped = re.escape(pattern).replace(r"\*", "[^/]*").replace(r"\(", "(").replace(r"\)", ")").replace(r"\|", "|")
        if re.fullmatch(escaped, rule):
            found.update(part.strip() for part in place.split(";"))
    return found or {"rulebook"}


class Witness:
    """A patient in the making, with the changes that it tells apart."""

    def __init__(self, key, said):
        self.key, self.said, self.changes = key, said, []

    def takes(self, bench, change, said):
        """Adds a change if the patient, who says this then, tells it and all the earlier ones apart."""
        changes = [change] if said == self.said else [*self.changes, change]
        if not any(tells_apart(bench, changes, said, way) for way in (True, False)):
            return False
        self.said = said
        self.changes.append(change)
        return True


def tells_apart(bench, changes, said, is_complete):
    try:
        known = bench.read(json.dumps(patient_of(bench, changes, said, is_complete)))
    except Unsayable:
        return False
    return all(difference(bench, change, known) for change in changes)


def patient_of(bench, changes, said, is_complete):
    asked = sorted({change.own.guideline for change in changes if change.own.on_request})
    return Draft(bench, random.Random(0), {}, said).patient(asked, is_complete)


class Search:
    def __init__(self, bench):
        self.bench = bench
        self.witnesses = []

    def found(self, change):
        """Adds a change to a witness, an old one where one will do."""
        draw = random.Random(change.words)
        keys = [key_of(change)] if change.at is None else [(change.at["fact"], *own) for own in change.turns_on]
        for key in keys:
            for witness, usual in itertools.product(self._likely(change, key), USUAL[:MORE]):
                said = self.said(change, key, draw, witness.said, usual)
                if said is not None and witness.takes(self.bench, change, said):
                    return True
        for key in keys:
            for number in range(TRIES):
                said = self.said(change, key, draw, {}, USUAL[number * len(USUAL) // TRIES])
                witness = Witness(key, said)
                if said is not None and witness.takes(self.bench, change, said):
                    self.witnesses.append(witness)
                    return True
        return False

    def _likely(self, change, key):
        """Those that say the value on which it turns; else any that has room left, of the same table first."""
        if change.at is not None:
            return [witness for witness in self.witnesses if witness.key == key]
        roomy = [witness for witness in self.witnesses if len(witness.said) < ROOM]
        return sorted(roomy, key=lambda witness: change.own not in {other.own for other in witness.changes})

    def said(self, change, key, draw, said, usual):
        """What a patient says, and these things with it, for the two tables to differ; None if this drawing finds none."""
        book = self.bench.book
        given = {} if change.at is None else {key[0]: (key[1], key[2]) if book.is_test(key[0]) else key[1]}
        limits = {fact: own | change.other.all_limits().get(fact, set()) for fact, own in change.own.all_limits().items()}
        aim = Aim(self.bench, book, draw, limits, usual, {})
        try:
            for more in itertools.islice(differing(aim, change, {**said, **given}), WAYS):
                draft = Draft(self.bench, draw, limits, more, usual, aim.known)
                one = Asked(book, draft).readings(change.own)
                if one != Asked(change.changed, draft).readings(change.other):
                    return draft.sayable()
        except TooFar:
            pass
        return None


def key_of(change):
    return ("flag", change.flag()) if change.flag() else ("of", change.own.name)


def difference(bench, change, known):
    """What differs, and both positions: `(key, own, other)`."""
    if too_close(known, bench.book):
        return None
    own, other = position(bench.book, change.own, known, MOST), position(change.changed, change.other, known, MOST)
    if own is None or other is None:
        return None
    key = next((key for key in ("possible", "rules", "flags", "needs") if getattr(own, key) != getattr(other, key)), None)
    if key in ("needs", "flags") and None in (getattr(own, key), getattr(other, key)):
        return None
    if key == "flags" and own.flags ^ other.flags == {"printed_limits_differ"}:
        return None
    return key and (key, own, other)


# --- as vectors ---


def written(bench, witness):
    """The patient, whole groups called complete if nothing is lost by it."""
    ways = (way for way in (True, False) if tells_apart(bench, witness.changes, witness.said, way))
    is_complete = next(ways, None)
    if is_complete is None:
        raise ValueError(f"{witness.key}: not told apart any more")
    patient = patient_of(bench, witness.changes, witness.said, is_complete)
    return patient, bench.read(json.dumps(patient))


def vector(bench, witness, topic):
    patient, known = written(bench, witness)
    expect = {}
    for change in witness.changes:
        key, own, other = difference(bench, change, known)
        name = change.own.name
        if key == "flags":
            for part, codes in (("flags", own.flags - other.flags), ("no_flags", other.flags - own.flags)):
                if codes:
                    table = expect.setdefault(part, {})
                    table[name] = sorted({*table.get(name, []), *codes})
        else:
            expect.setdefault("positions" if key == "possible" else key, {})[name] = sorted(getattr(own, key))
    order = ("positions", "needs", "rules", "flags", "no_flags")
    expect = {key: dict(sorted(expect[key].items())) for key in order if key in expect}
    return {"id": f"{topic}/{name_of(witness.key)}", "why": why(witness), "patient": patient, "expect": expect}


def name_of(key):
    if key[0] in ("of", "flag"):
        return key[1].replace("@", "-")
    fact, value, unit = key
    word = re.sub(r"[^A-Za-z0-9]+", "-", unit.replace("%", "percent").split("{1.73")[0]).strip("-")
    return f"{fact}-{float(value):g}" + (f"-{word}" if word not in ("", "a", "1", "score") else "")


def why(witness):
    evidence = ", ".join(sorted({place for change in witness.changes for place in change.places()}, key=by_place))
    tables = sorted({change.own.name for change in witness.changes})
    where = ", ".join(tables) if len(tables) <= 3 else f"{len(tables)} tables"
    read = "read from the printed rules by the reference evaluator"
    flags = ", ".join(sorted({change.flag() for change in witness.changes if change.flag()}))
    if witness.key[0] == "flag":
        return f"{evidence}: whether {flags} is to be raised in {where} is decided here; {read}."
    if witness.key[0] == "of":
        rules = ", ".join(sorted({change.rule.rsplit("/", 1)[1] for change in witness.changes}))
        return f"{evidence}: how the conditions of {rules} in {where} hang together decides here; {read}."
    fact, value, unit = witness.key
    limits = ", ".join(sorted({limit(change.at) for change in witness.changes if change.at is not None}))
    return f"{evidence}: {fact} {measured(value, unit)} in {where} by its limit ({limits}); {read}."


def by_place(place):
    return [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", place)]


def limit(condition):
    sign = next(key for key in SIGNS if key in condition)
    second = condition.get("if_reported_in")
    also = f", or {measured(second['limit'], second['unit'])}" if second else ""
    return f"{sign.replace('_', ' ')} {measured(condition[sign], condition['unit'])}{also}"


def measured(value, unit):
    return f"{float(value):g} {unit}".removesuffix(" 1").removesuffix(" {score}")


def numbered(vectors, taken):
    """Ids that stand once, and are none of those taken."""
    taken = set(taken)
    for own in vectors:
        ways = itertools.chain([own["id"]], (f"{own['id']}_{number}" for number in itertools.count(2)))
        own["id"] = next(way for way in ways if way not in taken)
        taken.add(own["id"])
    return vectors


def held(bench, vectors):
    """What the library says otherwise: one of the two evaluators is wrong then."""
    parts = {"positions": ("possible", set.__eq__), "needs": ("needs", set.__eq__), "rules": ("rules", set.__eq__),
             "flags": ("flags", set.issubset), "no_flags": ("flags", set.isdisjoint)}
    for own, got in zip(vectors, bench.ekbom.assess([json.dumps(own["patient"]) for own in vectors])):
        if "errors" in got:
            yield f"{own['id']}: refused: {got['errors']}"
            continue
        said = {f"{each['question']}@{each['guideline']}": each for each in got["positions"]}
        for key, tables in own["expect"].items():
            part, compare = parts[key]
            for table, codes in tables.items():
                if not compare(set(codes), set(said[table][part])):
                    yield f"{own['id']}: {key} of {table}: {codes} expected, the library says {said[table][part]}"


def write(path, vectors):
    lines = ",\n".join("    " + json.dumps(own, ensure_ascii=False) for own in vectors)
    head = f'{{\n  "vectors_version": "1",\n  "topic": "{path.stem}",\n  "vectors": [\n'
    path.write_text(f"{head}{lines}\n  ]\n}}\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ekbom", help="the command")
    parser.add_argument("survivors", type=Path, help="as the test `mutation` writes them")
    parser.add_argument("out", type=Path, help="a file of vectors")
    parser.add_argument("--minutes", type=float, default=float("inf"), help="leave the rest when so many are over")
    args = parser.parse_args()
    started = time.monotonic()
    bench = Bench(Ekbom(args.ekbom), most=MOST)
    plain = json.loads(bench.ekbom.text("rules", "--format", "json"))
    changes = [Change(bench, plain, own) for own in json.loads(args.survivors.read_text(encoding="utf-8"))]
    search, missed = Search(bench), []
    for number, change in enumerate(changes):
        if time.monotonic() - started > args.minutes * 60:
            print(f"{len(changes) - number} were not looked at")
            missed += [own.words for own in changes[number:]]
            break
        if not search.found(change):
            missed.append(change.words)
            print("MISSED", change.words, flush=True)
        if number % 50 == 0:
            print(f"{number} of {len(changes)}, {len(missed)} missed", flush=True)
    have = json.loads(args.out.read_text(encoding="utf-8"))["vectors"] if args.out.exists() else []
    made = [vector(bench, own, args.out.stem) for own in sorted(search.witnesses, key=lambda own: own.key)]
    # Somebody whom a gate refuses is no patient: the change stays open.
    answered = bench.ekbom.assess([json.dumps(own["patient"]) for own in made])
    refused = sum("errors" in got for got in answered)
    made = [own for own, got in zip(made, answered) if "errors" not in got]
    differing = list(held(bench, made))
    write(args.out, have + numbered(made, (own["id"] for own in have)))
    if refused:
        print(f"{refused} patients were refused and are left out")
    for words in differing:
        print("DIFFERS", words)
    print(f"{len(changes) - len(missed)} of {len(changes)} told apart by {len(made)} patients")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
