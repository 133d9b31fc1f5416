"""Exported rules, read from their JSON alone, and what they say of one point: a patient of whom all that matters is
known. Conditions are true or false there, and the first rule that applies answers (docs/src/rules-as-json.md).

Each condition is written out as a Python expression of a point `p`, which is asked by key:

    p['ferritin']                       its amount, counted in grains (below)
    p['dialysis']                       its code
    p['unit of b12_total']              was it reported in its second unit?
    p['reported crp']                   True or False
    p['band of b12_total']              against its laboratory's limits
    p['guard of tsat']              what guards read of it: mostly the same number
    p['answer of iron.safety@mayo-2021']    of another table"""

import json
import math
from fractions import Fraction

from exact import Span, whole

SIGNS = {"below": "<", "at_most": "<=", "at_least": ">=", "above": ">"}


class Book:
    def __init__(self, text, units):
        self.json = json.loads(text, parse_float=Fraction, parse_int=Fraction)
        self.units = units
        self.facts = {fact["id"]: fact for fact in self.json["facts"]}
        self.tables = [Table(self, table) for table in self.json["tables"]]
        self._by_name = {table.name: table for table in self.tables}
        # By the key of an answer: the table that is asked.
        self.asked = {}
        self._limits, self._ranges = {}, {}
        for condition in (condition for table in self.tables for rule in table.rules for condition in conditions(rule)):
            own_limits(self, condition, self._limits)
        # A grain is so small that each limit of a fact, and the middle of any two, is a whole number of them.
        self._grains = {fact: 2 * math.lcm(*(own.denominator for own in limits)) for fact, limits in self._limits.items()}
        for condition in (condition for table in self.tables for rule in table.rules for condition in conditions(rule)):
            self._prepare(condition)

    def table(self, question, guideline):
        return self._by_name[f"{question}@{guideline}"]

    def is_test(self, fact):
        return self.facts[fact]["kind"] in ("measured", "by_sex")

    def amount(self, fact, value, unit):
        return self.units.amount(fact, value, unit) if self.is_test(fact) else Fraction(value)

    def counted(self, fact, amount):
        """An amount in grains."""
        return whole(amount * self._grains.get(fact, 1))

    def span_counted(self, fact, span):
        """The same in grains; of a fact of which nothing is known the same span each time."""
        return self._ranges[fact][1] if span is self.range(fact) else self._span_counted(fact, span)

    def _span_counted(self, fact, span):
        return span.mapped(lambda amount: self.counted(fact, amount))

    def borders(self, limits):
        """Limits by fact, in order and in grains."""
        return {fact: tuple(sorted(self.counted(fact, own) for own in limits[fact])) for fact in limits}

    def range(self, fact):
        """The same span each time it is asked for."""
        if fact not in self._ranges:
            known = self.facts[fact]
            low, high = known["range"]
            span = Span(self.amount(fact, low, known["unit"]), self.amount(fact, high, known["unit"]))
            self._ranges[fact] = (span, self._span_counted(fact, span))
        return self._ranges[fact][0]

    def limits_of(self, fact):
        """Every limit that any table prints for a fact, as amounts."""
        return self._limits.get(fact, set())

    def test(self, condition):
        """The test of a condition, also of one that is a part of another."""
        if "test" not in condition:
            self._prepare(condition)
        return condition["test"]

    def _prepare(self, condition):
        """Adds to a condition its `test`, a function of a point, and its `borders`."""
        condition["test"] = eval("lambda p: " + expression(self, condition))  # noqa: S307
        limits = {}
        gather(self, condition, limits)
        condition["borders"] = self.borders(limits)


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
        self._limits = self._all_limits = self._facts = self._borders = self._all_borders = None

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

    def borders(self):
        """Its limits in order, in grains."""
        if self._borders is None:
            self._borders = self.book.borders(self.limits())
        return self._borders

    def all_borders(self):
        if self._all_borders is None:
            self._all_borders = self.book.borders(self.all_limits())
        return self._all_borders

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
    """Adds the limits of a condition, and of the tables that it asks."""
    for part in parts(condition):
        gather(book, part, limits)
    if "answer_of" in condition:
        other = book.table(condition["answer_of"]["question"], condition["answer_of"]["guideline"])
        for fact, own in other.limits().items():
            limits.setdefault(fact, set()).update(own)
    if sign_of(condition):
        limits.setdefault(condition["fact"], set()).update(compared(book, condition))


def own_limits(book, condition, limits):
    """Adds the limits that a condition itself prints."""
    for part in parts(condition):
        own_limits(book, part, limits)
    if sign_of(condition):
        limits.setdefault(condition["fact"], set()).update(compared(book, condition))


def sign_of(condition):
    return next((sign for sign in SIGNS if sign in condition), None)


def compared(book, condition):
    """The limits of a comparison as amounts: one, or that of the first and that of the second unit."""
    fact, other = condition["fact"], condition.get("if_reported_in")
    limits = [book.amount(fact, condition[sign_of(condition)], condition["unit"])]
    return limits + ([book.amount(fact, other["limit"], other["unit"])] if other else [])


def expression(book, condition):
    """The condition as a Python expression."""
    inner = [f"({expression(book, part)})" for part in parts(condition)]
    if "always" in condition:
        return repr(condition["always"])
    if "all" in condition:
        return " and ".join(inner) or "True"
    if "any" in condition:
        return " or ".join(inner) or "False"
    if "not" in condition:
        return f"not {inner[0]}"
    if "answer_of" in condition:
        asked = condition["answer_of"]
        key = f"answer of {asked['question']}@{asked['guideline']}"
        book.asked[key] = book.table(asked["question"], asked["guideline"])
        return f"p[{key!r}] in {tuple(asked['in'])!r}"
    fact = condition["fact"]
    if "is" in condition:
        return f"p[{fact!r}] in {tuple(condition['is'])!r}"
    if "reported" in condition:
        return f"p[{'reported ' + fact!r}] is {condition['reported']!r}"
    if "against_laboratory_limits" in condition:
        return f"p[{'band of ' + fact!r}] in {tuple(condition['against_laboratory_limits'])!r}"
    sign = sign_of(condition)
    if sign is None:
        raise ValueError(f"not a condition: {condition}")
    first, *second = [str(book.counted(fact, limit)) for limit in compared(book, condition)]
    limit = f"({second[0]} if p[{'unit of ' + fact!r}] else {first})" if second else first
    key = f"guard of {fact}" if condition.get("guarded") else fact
    return f"p[{key!r}] {SIGNS[sign]} {limit}"
