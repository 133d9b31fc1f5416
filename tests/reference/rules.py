"""Exported rules, read from their JSON alone, and what they say of one point: a patient of whom all that matters is
known. Conditions are true or false there, and the first rule that applies answers (docs/src/rules-as-json.md)."""

import json
from fractions import Fraction

from exact import Span

SIGNS = {
    "below": lambda x, limit: x < limit,
    "at_most": lambda x, limit: x <= limit,
    "at_least": lambda x, limit: x >= limit,
    "above": lambda x, limit: x > limit,
}


class Ask(Exception):
    """The point does not say this yet: (fact, coordinate)."""

    def __init__(self, fact, coordinate):
        super().__init__(coordinate)
        self.fact, self.coordinate = fact, coordinate


class Book:
    """`each_test_is_open`: where a table leaves an answer open, every test of that answer is open by itself, as the library
    has it, rather than one answer unknown to all of them. For the built-in rules it makes no difference, which is compared."""

    def __init__(self, text, units, each_test_is_open=False):
        self.each_test_is_open = each_test_is_open
        self.json = json.loads(text, parse_float=Fraction, parse_int=Fraction)
        self.units = units
        self.facts = {fact["id"]: fact for fact in self.json["facts"]}
        for table in self.json["tables"]:
            for rule in table["rules"]:
                for condition in conditions(rule):
                    self._prepare(condition)
        self.tables = [Table(self, table) for table in self.json["tables"]]
        self._limits = {}
        self._by_name = {table.name: table for table in self.tables}

    def table(self, question, guideline):
        return self._by_name[f"{question}@{guideline}"]

    def is_test(self, fact):
        return self.facts[fact]["kind"] in ("measured", "by_sex")

    def amount(self, fact, value, unit):
        return self.units.amount(fact, value, unit) if self.is_test(fact) else Fraction(value)

    def range(self, fact):
        known = self.facts[fact]
        low, high = known["range"]
        return Span(self.amount(fact, low, known["unit"]), self.amount(fact, high, known["unit"]))

    def _prepare(self, condition):
        """Adds to a condition its `test`, a function of a point, and to a comparison its limits as amounts."""
        for part in parts(condition):
            self._prepare(part)
        for sign in SIGNS:
            if sign in condition:
                fact, other = condition["fact"], condition.get("if_reported_in")
                limit = self.amount(fact, condition[sign], condition["unit"])
                second = self.amount(fact, other["limit"], other["unit"]) if other else None
                condition["compared"] = (SIGNS[sign], limit, second)
        condition["test"] = test(condition)

    def limits_of(self, fact):
        """Every limit that any table prints for a fact, as amounts."""
        if fact not in self._limits:
            self._limits[fact] = {limit for table in self.tables for limit in table.all_limits().get(fact, ())}
        return self._limits[fact]


def conditions(rule):
    """The condition of a rule and those of its flags."""
    return [rule["when"], *(flag.get("when", flag.get("unless")) for flag in rule["flags"])]


def parts(condition):
    """The conditions within one."""
    return [*condition.get("all", ()), *condition.get("any", ()), *([condition["not"]] if "not" in condition else ())]


class Table:
    def __init__(self, book, listed):
        self.book = book
        self.question, self.guideline = listed["question"], listed["guideline"]
        self.name = f"{self.question}@{self.guideline}"
        self.on_request = listed["standing"] == "on_request"
        self.rules = listed["rules"]
        self._limits = self._all_limits = self._facts = None

    def limits(self):
        """By fact, every limit in its conditions, as amounts; those of the tables that it asks included."""
        if self._limits is None:
            self._limits = {}
            for rule in self.rules:
                gather(self.book, rule["when"], self._limits)
        return self._limits

    def all_limits(self):
        """The same with those of its flags."""
        if self._all_limits is None:
            self._all_limits = {fact: set(own) for fact, own in self.limits().items()}
            for condition in (condition for rule in self.rules for condition in conditions(rule)):
                gather(self.book, condition, self._all_limits)
        return self._all_limits

    def facts(self):
        """Every fact that it asks, directly or by way of another table, in the order of their names."""
        if self._facts is None:
            found = set()
            for rule in self.rules:
                for condition in conditions(rule):
                    facts_in(self.book, condition, found)
            # The sex decides which of two computed numbers counts.
            self._facts = sorted(found | ({"person"} if "egfr" in found else set()))
        return self._facts

    def rule_at(self, point):
        """The place of the rule that applies at a point."""
        for place, rule in enumerate(self.rules):
            if rule["when"]["test"](point):
                return place
        raise ValueError(f"{self.name}: no rule applies")


def facts_in(book, condition, found):
    """Adds the facts that a condition asks."""
    for part in parts(condition):
        facts_in(book, part, found)
    if "answer_of" in condition:
        found.update(book.table(condition["answer_of"]["question"], condition["answer_of"]["guideline"]).facts())
    if "fact" in condition:
        found.add(condition["fact"])


def gather(book, condition, limits):
    """Adds the limits of a condition."""
    for part in parts(condition):
        gather(book, part, limits)
    if "answer_of" in condition:
        other = book.table(condition["answer_of"]["question"], condition["answer_of"]["guideline"])
        for fact, own in other.limits().items():
            limits.setdefault(fact, set()).update(own)
    if "compared" in condition:
        _, limit, second = condition["compared"]
        limits.setdefault(condition["fact"], set()).update({limit} if second is None else {limit, second})


def test(condition):
    """Is it true at a point? The test raises `Ask` where the point does not say enough."""
    if "always" in condition:
        return lambda point: condition["always"]
    tests = [part["test"] for part in parts(condition)]
    if "all" in condition:
        return lambda point: all(own(point) for own in tests)
    if "any" in condition:
        return lambda point: any(own(point) for own in tests)
    if "not" in condition:
        return lambda point: not tests[0](point)
    if "answer_of" in condition:
        asked = condition["answer_of"]
        return lambda point: point.answer(asked) in asked["in"]
    fact = condition["fact"]
    if "is" in condition:
        return lambda point: point.choice(fact) in condition["is"]
    if "reported" in condition:
        return lambda point: point.reported(fact) == condition["reported"]
    if "against_laboratory_limits" in condition:
        return lambda point: point.band(fact) in condition["against_laboratory_limits"]
    if "compared" not in condition:
        raise ValueError(f"not a condition: {condition}")
    compare, limit, second = condition["compared"]
    if second is None:
        return lambda point: compare(point.amount(fact), limit)
    return lambda point: compare(point.amount(fact), second if point.in_second_unit(fact) else limit)
