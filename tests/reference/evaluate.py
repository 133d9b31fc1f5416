"""Brute force: every point of a patient's box that a table can tell apart, one after the other.

Points are made as they are needed: a table is asked at a point that says nothing; where it wants to know something,
each value that the patient may have is tried in turn. So only what matters is spread out, and nothing is left out."""

BANDS = ("not_given", "low", "grey", "in_range", "high")


class TooMany(Exception):
    """More points than one is willing to look at."""


class Ask(Exception):
    """The point does not say this yet; its coordinate. A coordinate is named after its fact, which is the last word."""

    def __init__(self, coordinate):
        super().__init__(coordinate)
        self.coordinate = coordinate
        # What the point that asked had worked out: it holds for every point that says more.
        self.worked_out = {}


class Open(Exception):
    """Another table leaves its answer open here."""

    def __init__(self, key, answers):
        super().__init__(key)
        self.key, self.answers = key, answers


class Box:
    """What is known of a patient, divided as one table can tell its values apart.

    `limits`: by fact, in order and in grains. `most`: how many points to look at before giving up; None is never."""

    def __init__(self, book, known, limits, flipped=None, most=None):
        self.most, self.looked = most, 0
        self.book, self.known, self.limits = book, known, limits
        # For "had it been reported in its other unit": the fact concerned.
        self.flipped = flipped
        self._values = {}

    def values(self, coordinate):
        """All that a coordinate may be."""
        if coordinate not in self._values:
            self._values[coordinate] = self._worked_out(coordinate)
        return self._values[coordinate]

    def _worked_out(self, coordinate):
        if coordinate.startswith("unit of "):
            fact = fact_of(coordinate)
            reported = self.known.in_second_unit.get(fact)
            return (False, True) if reported is None else (reported != (self.flipped == fact),)
        if coordinate in self.known.choices:
            return self.known.choices[coordinate]
        return self.known.values(coordinate, self.limits.get(fact_of(coordinate), ()))


def fact_of(coordinate):
    return coordinate.rsplit(" ", 1)[-1]


class Point(dict):
    """A patient of whom as much is said as was asked so far. See `rules` for the keys."""

    def __init__(self, box, said):
        super().__init__(said)
        self.box = box

    def __missing__(self, key):
        self[key] = value = self._found(key)
        return value

    def _found(self, key):
        first = key.split(" ", 1)[0]
        if first == "answer":
            return self._answer(key)
        if first == "band":
            return self._band(fact_of(key))
        if first == "reported":
            return fact_of(key) in self.box.known.reported
        if first == "guard" and key not in self.box.known.numbers:
            return self[fact_of(key)]
        if key == "egfr" and self.box.known.by_sex:
            return self["male egfr" if self["person"] == "male" else "female egfr"]
        values = self.box.values(key)
        if len(values) != 1:
            raise Ask(key)
        return values[0]

    def _band(self, fact):
        limits = self.box.known.limits_counted(fact)
        if not limits:
            return "not_given"
        x = self[fact]
        if "ref_low" in limits and x < limits["ref_low"]:
            return "low"
        if "grey_high" in limits and x <= limits["grey_high"]:
            return "grey"
        if "ref_high" in limits and x > limits["ref_high"]:
            return "high"
        return "in_range"

    def _answer(self, key):
        table = self.box.book.asked[key]
        answers = table.rules[table.rule_at(self)]["answers"]
        if len(answers) > 1:
            raise Open(key, answers)
        return answers[0]


def at(box, said, ask, worked_out=None):
    """What `ask` gives at a point, as a set: more than one where another table leaves its answer open."""
    box.looked += 1
    if box.most is not None and box.looked > box.most:
        raise TooMany
    point = Point(box, {**worked_out, **said} if worked_out else said)
    try:
        try:
            return {ask(point)}
        except Open as left:
            # One answer for the whole patient, or one for each test of it: so is the key.
            return set().union(*(at(box, {**said, left.key: answer}, ask, point) for answer in left.answers))
    except Ask as question:
        question.worked_out = point
        raise


def walk(box, ask, said=None, worked_out=None):
    """Every point with what `ask` gives there: `(said, set of results)`."""
    said = {} if said is None else said
    try:
        found = at(box, said, ask, worked_out)
    except Ask as question:
        coordinate, known = question.coordinate, question.worked_out
    else:
        yield said, found
        return
    for value in box.values(coordinate):
        yield from walk(box, ask, {**said, coordinate: value}, known)


class Position:
    """What one table can still answer."""

    def __init__(self, possible, rules, needs, flags):
        self.possible, self.rules, self.needs, self.flags = possible, rules, needs, flags


def position(book, table, known, most=None):
    """The position of a table. With more than `most` points to look at, `needs` or `flags` is None, or the whole position."""
    box = Box(book, known, table.borders(), most=most)
    try:
        points = list(walk(box, table.rule_at))
        rules = set().union(*(found for _, found in points))
        possible = answers(table, rules)
        other_unit = any(differs(book, table, known, fact, possible, most) for fact in known.in_second_unit)
    except TooMany:
        return None
    try:
        flags = flags_of(book, table, known, rules, most) | ({"printed_limits_differ"} if other_unit else set())
    except TooMany:
        flags = None
    try:
        needs = needed(box, table, points) if len(possible) > 1 else set()
    except TooMany:
        needs = None
    return Position(possible, {table.rules[place]["id"] for place in rules}, needs, flags)


def possible(book, table, known, most=None):
    """Its possible answers alone."""
    box = Box(book, known, table.borders(), most=most)
    try:
        return answers(table, set().union(*(found for _, found in walk(box, table.rule_at))))
    except TooMany:
        return None


def answers(table, rules):
    return {code for place in rules for code in table.rules[place]["answers"]}


def needed(box, table, points):
    """The facts in which two points differ that are alike in all else and are answered differently."""
    found, looked_at = set(), set()
    for said, rules in points:
        own = answers(table, rules)
        for fact in {fact_of(coordinate) for coordinate in said} - found:
            rest = {key: value for key, value in said.items() if fact_of(key) != fact}
            # Another point that differs from this one in that fact alone has been here.
            alike = (fact, frozenset(rest.items()))
            if alike in looked_at:
                continue
            looked_at.add(alike)
            if any(answers(table, other) != own for _, other in walk(box, table.rule_at, rest)):
                found.add(fact)
    return found


def flags_of(book, table, known, rules, most=None):
    """The codes of the flags that every rule still possible raises."""
    def raised(place, code):
        own = (flag for flag in table.rules[place]["flags"] if flag["code"] == code)
        return any(is_raised(book, table, known, place, len(rules) == 1, flag, most) for flag in own)

    shared = set.intersection(*({flag["code"] for flag in table.rules[place]["flags"]} for place in rules))
    return {code for code in shared if all(raised(place, code) for place in rules)}


def is_raised(book, table, known, place, alone, flag, most=None):
    """A rule raises a flag when its condition holds at every point that the rule answers, or unless it does there."""
    condition = flag.get("when", flag.get("unless"))
    if alone:
        box, holds = Box(book, known, condition["borders"], most=most), condition["test"]
    else:
        box = Box(book, known, table.all_borders(), most=most)
        holds = lambda point: table.rule_at(point) != place or bool(condition["test"](point))  # noqa: E731
    certain = all(found == {True} for _, found in walk(box, holds))
    return certain == ("when" in flag)


def differs(book, table, known, fact, possible, most=None):
    """Would the same amount, reported in the other of the two printed units, be answered otherwise?"""
    if fact not in table.limits():
        return False
    box = Box(book, known, table.borders(), flipped=fact, most=most)
    rules = set().union(*(found for _, found in walk(box, table.rule_at)))
    return answers(table, rules) != possible
