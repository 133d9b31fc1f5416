"""Patients made with an aim: what a patient must say for a condition to hold, or not to, worked out backwards from the
condition. An aim says no more than it needs; which of several ways is taken is drawn."""

from drafts import Asked, Draft
from rules import sign_of

# A way that leads nowhere is given up after so many steps; another one is drawn then.
STEPS = 3000


class TooFar(Exception):
    """Too many steps: draw anew."""


class Aim:
    """`limits` and `known` are those of a `Draft`. What is said is a dict, as there; it is never changed, but extended."""

    def __init__(self, bench, book, draw, limits, usual, known):
        self.bench, self.book, self.draw = bench, book, draw
        self.limits, self.usual, self.known = limits, usual, known
        self.steps = STEPS

    def all_of(self, wanted, said):
        """The ways in which each condition of a list of `(condition, bool)` is as wanted."""
        if not wanted:
            yield said
            return
        (condition, holds), *rest = wanted
        for more in self.ways(condition, holds, said):
            yield from self.all_of(rest, more)

    def ways(self, condition, holds, said):
        """The ways in which a condition holds, or does not, with what is said already."""
        self.steps -= 1
        if self.steps < 0:
            raise TooFar
        if "always" in condition:
            if condition["always"] == holds:
                yield said
        elif "not" in condition:
            yield from self.ways(condition["not"], not holds, said)
        elif "all" in condition or "any" in condition:
            parts = condition.get("all", condition.get("any"))
            if ("all" in condition) == holds:
                yield from self.all_of([(part, holds) for part in parts], said)
            else:
                for part in self._drawn(parts):
                    yield from self.ways(part, holds, said)
        elif "answer_of" in condition:
            yield from self._answered(condition["answer_of"], holds, said)
        else:
            yield from self._said_so(condition, holds, said)

    def answered_by(self, rules, place, said):
        """The ways in which the rule at this place is the first that applies."""
        yield from self.all_of([(rules[place]["when"], True), *((rule["when"], False) for rule in rules[:place])], said)

    def _answered(self, asked, holds, said):
        rules = self.book.table(asked["question"], asked["guideline"]).rules
        places = [place for place, rule in enumerate(rules) if all((code in asked["in"]) == holds for code in rule["answers"])]
        for place in self._drawn(places):
            yield from self.answered_by(rules, place, said)

    def _said_so(self, condition, holds, said):
        """A condition of one fact: what is said of it decides, or what can be."""
        for more in self._sayings(condition, said):
            point = Asked(self.book, Draft(self.bench, self.draw, self.limits, more, self.usual, self.known))
            # The value of a test that was not reported may be on either side.
            is_open = sign_of(condition) and more[condition["fact"]] is None
            if is_open or self.book.test(condition)(point) == holds:
                yield more

    def _sayings(self, condition, said):
        fact = condition["fact"]
        key = f"band of {fact}" if "against_laboratory_limits" in condition else fact
        if key in said:
            return [said]
        draft = Draft(self.bench, self.draw, self.limits, said, self.usual, self.known)
        if "is" in condition:
            return [{**said, fact: option} for option in draft.options(fact)]
        if "against_laboratory_limits" in condition:
            return [{**said, **own} for own in draft.bands(fact)]
        return [{**said, fact: value} for value in draft.values(fact)]

    def _drawn(self, items):
        return self.draw.sample(list(items), len(items))


def differing(aim, change, said):
    """The ways in which a change shows, as far as its place tells: a rule answers, or a flag is raised, in the one table only."""
    own, other = change.own.rules, change.other.rules
    steps = change.place.strip("/").split("/")
    if steps == ["rules"]:
        place = next(at for at, rule in enumerate(own) if rule["id"] != other[at]["id"])
        also = [(own[place + 1]["when"], True)] if len(own) == len(other) else []
        for more in aim.all_of(also, said):
            yield from aim.answered_by(own, place, more)
        return
    place, part, *path = int(steps[1]), *steps[2:]
    earlier = [(rule["when"], False) for rule in own[:place]]
    if part == "when":
        for more in apart(aim, own[place]["when"], other[place]["when"], path, said):
            yield from aim.all_of(earlier, more)
    elif part == "flags" and path[1:]:
        flag, changed = (rules[place]["flags"][int(path[0])] for rules in (own, other))
        for more in apart(aim, condition(flag), condition(changed), path[2:], said):
            yield from aim.answered_by(own, place, more)
    elif part == "flags":
        at = change.flag_at()
        flag = own[place]["flags"][at]
        for more in aim.ways(condition(flag), "when" in flag, said):
            yield from aim.answered_by(own, place, more)
    else:
        yield from aim.answered_by(own, place, said)


def condition(flag):
    return flag.get("when", flag.get("unless"))


def apart(aim, own, other, path, said):
    """The ways in which two conditions differ that are alike but for the part at a path."""
    if not path:
        for holds in aim.draw.sample([True, False], 2):
            # The one that does not hold leaves the least to choose.
            wanted = [(own, holds), (other, not holds)]
            yield from aim.all_of(sorted(wanted, key=lambda each: each[1]), said)
    elif path[0] == "not":
        yield from apart(aim, own["not"], other["not"], path[1:], said)
    else:
        key, place, *rest = path[0], int(path[1]), *path[2:]
        besides = [(part, key == "all") for at, part in enumerate(own[key]) if at != place]
        for more in apart(aim, own[key][place], other[key][place], rest, said):
            yield from aim.all_of(besides, more)
