"""Brute force: every point of a patient's box that a table can tell apart, one after the other.

Points are made as they are needed: a table is asked at a point that says nothing; where it wants to know something,
each value that the patient may have is tried in turn. So only what matters is spread out, and nothing is left out."""

from exact import representatives
from rules import Ask, gather

BANDS = ("not_given", "low", "grey", "in_range", "high")


class TooMany(Exception):
    """More points than one is willing to look at."""


class Box:
    """What is known of a patient, divided as one table can tell its values apart.

    `most`: how many points to look at before giving up; None is never."""

    def __init__(self, book, known, limits, flipped=None, most=None):
        self.most, self.looked = most, 0
        self.book, self.known, self.limits = book, known, limits
        # For "had it been reported in its other unit": the fact concerned.
        self.flipped = flipped

    def values(self, fact, coordinate):
        """All that a coordinate may be. A coordinate is named after its fact, with a word where there are several."""
        if coordinate.startswith("unit of "):
            return [False, True]
        if coordinate in self.known.choices:
            return self.known.choices[coordinate]
        limits = set(self.limits.get(fact, ()))
        limits.update(self.known.limits.get(fact, {}).values())
        return representatives(self.known.numbers[coordinate], limits)


class Point:
    """A patient of whom as much is said as was asked so far."""

    def __init__(self, box, said, chosen=None):
        self.box, self.said = box, said
        # For answers that another table leaves open: the one taken here.
        self.chosen = {} if chosen is None else chosen

    def _value(self, fact, coordinate):
        try:
            return self.said[fact, coordinate]
        except KeyError:
            raise Ask(fact, coordinate) from None

    def choice(self, fact):
        return self._value(fact, fact)

    def amount(self, fact):
        if fact == "egfr" and self.box.known.by_sex:
            sex = "male" if self.choice("person") == "male" else "female"
            return self._value(fact, f"egfr of a {sex}")
        return self._value(fact, fact)

    def reported(self, fact):
        return fact in self.box.known.reported

    def in_second_unit(self, fact):
        known = self.box.known
        if fact not in known.in_second_unit:
            return self._value(fact, f"unit of {fact}")
        return known.in_second_unit[fact] != (self.box.flipped == fact)

    def band(self, fact):
        limits = self.box.known.limits.get(fact)
        if limits is None:
            return "not_given"
        x = self.amount(fact)
        if "ref_low" in limits and x < limits["ref_low"]:
            return "low"
        if "grey_high" in limits and x <= limits["grey_high"]:
            return "grey"
        if "ref_high" in limits and x > limits["ref_high"]:
            return "high"
        return "in_range"

    def answer(self, asked):
        table = self.box.book.table(asked["question"], asked["guideline"])
        answers = table.rules[table.rule_at(self)]["answers"]
        if len(answers) == 1:
            return answers[0]
        # One choice for the whole patient, or one for each test of it.
        choice = id(asked) if self.box.book.each_test_is_open else table.name
        if choice not in self.chosen:
            raise Open(choice, answers)
        return self.chosen[choice]


class Open(Exception):
    """Another table leaves its answer open here."""

    def __init__(self, name, answers):
        super().__init__(name)
        self.name, self.answers = name, answers


def at(box, said, ask, chosen=None):
    """What `ask` gives at a point, as a set: more than one where another table leaves its answer open."""
    box.looked += 1
    if box.most is not None and box.looked > box.most:
        raise TooMany
    try:
        return {ask(Point(box, said, chosen))}
    except Open as left:
        ways = [at(box, said, ask, {**(chosen or {}), left.name: answer}) for answer in left.answers]
        return set().union(*ways)


def walk(box, ask, said=None):
    """Every point with what `ask` gives there: `(said, set of results)`."""
    said = {} if said is None else said
    try:
        found = at(box, said, ask)
    except Ask as question:
        for value in box.values(question.fact, question.coordinate):
            yield from walk(box, ask, {**said, (question.fact, question.coordinate): value})
    else:
        yield said, found


class Position:
    """What one table can still answer."""

    def __init__(self, possible, rules, needs, flags):
        self.possible, self.rules, self.needs, self.flags = possible, rules, needs, flags


def position(book, table, known, most=None):
    """The position of a table. With more than `most` points to look at, `needs` is None, or the whole position."""
    box = Box(book, known, table.limits(), most=most)
    try:
        points = list(walk(box, table.rule_at))
        rules = set().union(*(found for _, found in points))
        possible = answers(table, rules)
        flags = set()
        if len(rules) == 1:
            flags = {flag["code"] for flag in table.rules[min(rules)]["flags"] if raised(book, known, flag, most)}
        if any(differs(book, table, known, fact, possible, most) for fact in known.in_second_unit):
            flags.add("printed_limits_differ")
    except TooMany:
        return None
    try:
        needs = needed(box, table, points) if len(possible) > 1 else set()
    except TooMany:
        needs = None
    return Position(possible, {table.rules[place]["id"] for place in rules}, needs, flags)


def answers(table, rules):
    return {code for place in rules for code in table.rules[place]["answers"]}


def needed(box, table, points):
    """The facts in which two points differ that are alike in all else and are answered differently."""
    found = set()
    for said, rules in points:
        own = answers(table, rules)
        for fact in {fact for fact, _ in said} - found:
            rest = {key: value for key, value in said.items() if key[0] != fact}
            if any(answers(table, other) != own for _, other in walk(box, table.rule_at, rest)):
                found.add(fact)
    return found


def raised(book, known, flag, most=None):
    """A flag is raised when its condition certainly holds, or unless it certainly does."""
    condition = flag.get("when", flag.get("unless"))
    limits = {}
    gather(book, condition, limits)
    box = Box(book, known, limits, most=most)
    certain = all(found == {True} for _, found in walk(box, condition["test"]))
    return certain == ("when" in flag)


def differs(book, table, known, fact, possible, most=None):
    """Would the same amount, reported in the other of the two printed units, be answered otherwise?"""
    if fact not in table.limits():
        return False
    box = Box(book, known, table.limits(), flipped=fact, most=most)
    rules = set().union(*(found for _, found in walk(box, table.rule_at)))
    return answers(table, rules) != possible
