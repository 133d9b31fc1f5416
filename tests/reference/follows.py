"""What an assessment says beside its positions, and which follows from them: where guidelines disagree, and which test
could decide (docs/src/concepts.md)."""

import functools
import math

import formulas
from exact import representatives

SILENT = {"not_addressed", "not_applicable", "insufficient_evidence"}


# --- disagreements ---


def disagreements(book, possible):
    """By question, what each guideline says that is not of one mind with another. `possible`: by table, its answers."""
    found = {}
    for question in book.json["questions"]:
        said = {table.guideline: possible[table.name] - SILENT
                for table in book.tables if table.question == question["id"] and table.name in possible}
        said = {guideline: own for guideline, own in said.items() if own}
        against = {guideline: own for guideline, own in said.items()
                   if not all(agree(question, own, other) for other in said.values())}
        if against:
            found[question["id"]] = against
    return found


def agree(question, one, other):
    """Has one an answer that the other has too, or one that is compatible with it?"""
    pairs = [(set(left), set(right)) for left, right in question["compatible"]]
    return bool(one & other) or any(
        (one & left and other & right) or (one & right and other & left) for left, right in pairs)


# --- which test could decide ---


class NextTests:
    """By test, the questions that one result of it alone can narrow: a result after which a table that has something to
    say of it has some of its answers left, and no others.

    `possible`: a function of a table and of what is known, None where there is too much to look at."""

    def __init__(self, book, possible):
        self.book, self.possible = book, possible

    def could_change(self, known, test):
        """None where that cannot be said."""
        fact = "egfr" if test == "creatinine" else test
        if fact not in self.book.facts or (known.is_exact(fact) and not known.is_guarded(fact)):
            return set()
        # The new result would come with limits, or a sample, of its own, or be one of several of its day.
        if fact in known.limits or known.is_guarded(fact) or (fact == "egfr" and "cystatin_c" in known.labs):
            return None
        found = set()
        for table in self.book.tables:
            if table.question in found or fact not in table.facts() or not known.is_asked(table):
                continue
            narrowed = self._narrowed(known, table, fact)
            if narrowed is None:
                return None
            if narrowed:
                found.add(table.question)
        return found

    def _narrowed(self, known, table, fact):
        before = self.possible(table, known)
        if before is None:
            return None
        if len(before) == 1:
            return False
        for numbers in self._results(known, table, fact):
            after = self.possible(table, known.with_result(fact, numbers))
            if after is None:
                return None
            if after < before:
                return True
        return False

    def _results(self, known, table, fact):
        """What can come out, as far as the table can tell it apart: numbers by coordinate."""
        if fact == "egfr":
            return [] if not known.egfr_is_computed() else by_sex(known.age(), tuple(sorted(table.limits().get(fact, ()))))
        limits = tuple(sorted(table.limits().get(fact, ())))
        return [{fact: value} for value in representatives(known.numbers[fact], limits)]


@functools.lru_cache(maxsize=10_000)
def by_sex(age, limits):
    """The eGFR of a woman and of a man by creatinines between any two at which one of them passes a limit."""
    passed = {creatinine_at(float(limit), age, sex) for limit in limits for sex in ("female", "male")}
    bounds = sorted({LEAST, MOST, *(own for own in passed if LEAST < own < MOST)})
    middles = [(low + high) / 2 for low, high in zip(bounds, bounds[1:])]
    return [{f"{sex} egfr": formulas.ckd_epi(own, None, age, sex) for sex in ("female", "male")} for own in middles]


# Creatinine in mg/dL, as widely as it is ever seen.
LEAST, MOST = 0.1, 80


def creatinine_at(limit, age, sex):
    """By halving, since the eGFR falls as creatinine rises."""
    low, high = LEAST, MOST
    for _ in range(60):
        middle = math.sqrt(low * high)
        low, high = (middle, high) if formulas.ckd_epi(middle, None, age, sex) > limit else (low, middle)
    return low
