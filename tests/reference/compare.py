"""Both evaluators on the same patients, and what is done with a disagreement."""

import functools
import json
import subprocess
import tempfile
from fractions import Fraction

from evaluate import position, possible
from follows import NextTests, disagreements
from patient import Known, NotRead, too_close
from rules import Book
from units import Units


class Refused(Exception):
    """The command did not take the rules."""


class Ekbom:
    """The `ekbom` command."""

    def __init__(self, path):
        self.path = path

    @functools.cache
    def units(self):
        return Units(self.text("analytes", "--format", "json"))

    @functools.cache
    def tests(self):
        """Those that can be ordered: all of them could matter to somebody of whom nothing is known."""
        return {own["test"] for own in self.assess(['{"labs": []}'])[0]["next_tests"]}

    @functools.cache
    def classes(self):
        """Of each medicine."""
        medicines = json.loads(self.text("medicines", "--format", "json"))
        return {own["name"]: [each["class"] for each in own["memberships"]] for own in medicines}

    def text(self, *arguments, stdin=None, codes=(0,)):
        done = subprocess.run([self.path, *arguments], input=stdin, capture_output=True, text=True)
        if done.returncode not in codes:
            raise Refused(f"ekbom {' '.join(arguments)}: {done.stderr.strip()}")
        return done.stdout

    def assess(self, patients, rules=None):
        """The assessments of patients given as JSON text, in order."""
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            options = []
            if rules is not None:
                file.write(rules)
                file.flush()
                options = ["--rules", file.name]
            # A second line makes it NDJSON, however few they are.
            lines = "\n".join([*patients, '{"labs": []}'])
            out = self.text("assess", "--format", "json", *options, "-", stdin=lines, codes=(0, 2))
        lines = out.splitlines()
        if len(lines) != len(patients) + 1:
            raise Refused(f"{len(patients) + 1} patients went in, {len(lines)} came out")
        return [json.loads(line) for line in lines[:-1]]


class Bench:
    """One book of rules with both evaluators; answers for equal knowledge are worked out once."""

    def __init__(self, ekbom, rules=None, most=2000, read_as=None, tests_of_each=10):
        self.ekbom, self.rules, self.most = ekbom, rules, most
        self.units, self.classes = ekbom.units(), ekbom.classes()
        text = read_as or rules or ekbom.text("rules", "--format", "json")
        self.book = Book(text, self.units)
        self._positions, self._possible = {}, {}
        self.next_tests = NextTests(self.book, self.possible)
        # Next tests are compared for one patient of so many.
        self.tests_of_each = tests_of_each
        self.tests = ekbom.tests()
        self.counts = dict.fromkeys(("patients", "positions", "disagreements", "next tests", "tests left out", "refused", "not read",
                                     "positions left out", "needs left out", "flags left out", "too close"), 0)

    def read(self, text):
        return Known(self.book, self.units, self.classes, json.loads(text, parse_float=Fraction, parse_int=Fraction))

    def position(self, table, known):
        """As `evaluate.position`; what is known is the key, as far as the table can tell it apart."""
        key = (table.name, self._seen(table, known))
        if key not in self._positions:
            if len(self._positions) > 100_000:
                self._positions.clear()
            self._positions[key] = position(self.book, table, known, self.most)
        return self._positions[key]

    def _seen(self, table, known):
        seen = []
        for fact in table.facts():
            if fact in known.choices:
                seen.append(tuple(known.choices[fact]))
            else:
                seen.append((fact in known.reported, known.in_second_unit.get(fact), self._place(table, known, fact)))
        return tuple(seen)

    def _place(self, table, known, fact):
        """Where its numbers lie among all the limits that are asked of it."""
        limits = table.all_borders().get(fact, ())
        names = ["female egfr", "male egfr"] if fact == "egfr" and known.by_sex else [fact]
        if known.is_guarded(fact):
            names.append(f"guard of {fact}")
        return *(known.values(name, limits) for name in names), *known.limits.get(fact, {}).items()

    def differences(self, patients, tables=None):
        """`(patient, [what differs])` for each patient on whom the two disagree; patients are JSON text.

        `tables`: for each patient the names of the tables to compare; None for all of them."""
        found = []
        assessed = self.ekbom.assess(patients, self.rules)
        for text, got, names in zip(patients, assessed, tables or [None] * len(patients), strict=True):
            self.counts["patients"] += 1
            if "errors" in got:
                self.counts["refused"] += 1
                continue
            differing = self._compare(text, got, names)
            if differing:
                found.append((text, differing))
        return found

    def _compare(self, text, got, names):
        try:
            known = self.read(text)
        except NotRead:
            self.counts["not read"] += 1
            return []
        if too_close(known, self.book):
            self.counts["too close"] += 1
            return []
        differing = self._following(known, got)
        theirs = {f"{own['question']}@{own['guideline']}": own for own in got["positions"]}
        wanted = [table for table in self.book.tables if known.is_asked(table)]
        if set(theirs) != {table.name for table in wanted}:
            differing.append(("positions", "which tables answer", sorted(theirs), sorted(table.name for table in wanted)))
        for table in wanted:
            if table.name not in theirs or (names is not None and table.name not in names):
                continue
            ours, own = self.position(table, known), theirs[table.name]
            if ours is None:
                self.counts["positions left out"] += 1
                continue
            self.counts["positions"] += 1
            self.counts["needs left out"] += ours.needs is None
            self.counts["flags left out"] += ours.flags is None
            for key, value in (("positions", ours.possible), ("rules", ours.rules), ("needs", ours.needs), ("flags", ours.flags)):
                other = set(own["possible" if key == "positions" else key])
                if value is not None and value != other:
                    differing.append((key, table.name, sorted(other), sorted(value)))
        return differing

    def _following(self, known, got):
        """What is said beside the positions."""
        differing = []
        possible = {f"{own['question']}@{own['guideline']}": set(own["possible"]) for own in got["positions"]}
        ours = disagreements(self.book, possible)
        theirs = {own["question"]: {name: set(codes) for name, codes in own["positions"].items()} for own in got["disagreements"]}
        self.counts["disagreements"] += len(theirs)
        for question in sorted(ours.keys() | theirs.keys()):
            if ours.get(question) != theirs.get(question):
                differing.append(("disagreements", question, sorted(theirs.get(question, {})), sorted(ours.get(question, {}))))
        if self.counts["patients"] % self.tests_of_each == 0:
            theirs = {own["test"]: set(own["could_change"]) for own in got["next_tests"]}
            for test in sorted(self.tests | theirs.keys()):
                could = self.next_tests.could_change(known, test)
                if could is None:
                    self.counts["tests left out"] += 1
                    continue
                self.counts["next tests"] += 1
                if could != theirs.get(test, set()):
                    differing.append(("next_tests", test, sorted(theirs.get(test, set())), sorted(could)))
        return differing

    def possible(self, table, known):
        """The possible answers alone; None where there are too many points."""
        key = (table.name, self._seen(table, known))
        if key not in self._possible:
            if len(self._possible) > 100_000:
                self._possible.clear()
            self._possible[key] = possible(self.book, table, known, self.most)
        return self._possible[key]


def shrunk(bench, text, most_tries=60):
    """The same disagreement with less said of the patient."""
    patient = json.loads(text)
    names = {(key, name) for key, name, _, _ in bench.differences([text])[0][1]}
    tries = 0

    def still(smaller):
        nonlocal tries
        tries += 1
        found = bench.differences([json.dumps(smaller)])
        return bool(found) and bool(names & {(key, name) for key, name, _, _ in found[0][1]})

    changed = True
    while changed and tries < most_tries:
        changed = False
        for smaller in without_one(patient):
            if tries >= most_tries:
                break
            try:
                if still(smaller):
                    patient, changed = smaller, True
                    break
            except (Refused, NotRead):
                continue
    return json.dumps(patient)


def without_one(patient):
    """The patient with one thing left out, in each way."""
    for key, value in patient.items():
        if isinstance(value, list):
            for place in range(len(value)):
                yield {**patient, key: value[:place] + value[place + 1:]}
                if isinstance(value[place], dict):
                    for own in value[place]:
                        if own not in ("analyte", "value", "unit", "confirmed"):
                            lab = {name: each for name, each in value[place].items() if name != own}
                            yield {**patient, key: [*value[:place], lab, *value[place + 1:]]}
        elif isinstance(value, dict):
            for own in value:
                yield {**patient, key: {name: each for name, each in value.items() if name != own}}
        if not value:
            yield {name: each for name, each in patient.items() if name != key}


def as_vector(text, differing, name):
    """A disagreement as a vector: what the reference evaluator expects."""
    expect = {}
    for key, table, theirs, ours in differing:
        if table == "which tables answer":
            continue
        if key == "flags":
            missing, extra = sorted(set(ours) - set(theirs)), sorted(set(theirs) - set(ours))
            if missing:
                expect.setdefault("flags", {})[table] = missing
            if extra:
                expect.setdefault("no_flags", {})[table] = extra
        elif key == "disagreements":
            expect.setdefault(key if ours else f"no_{key}", []).append(table)
        elif key == "next_tests":
            expect.setdefault(key, []).append({"test": table, "could_change": ours})
        else:
            expect.setdefault(key, {})[table] = ours
    said = "; ".join(f"{key} of {table}: the library says {theirs}" for key, table, theirs, _ in differing[:5])
    return {"id": name, "why": f"The reference evaluator disagrees ({said}).", "patient": json.loads(text), "expect": expect}


__all__ = ["Bench", "Ekbom", "Refused", "as_vector", "shrunk"]
