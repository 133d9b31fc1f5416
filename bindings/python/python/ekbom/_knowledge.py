"""A knowledge of one's own: the built-in rules with limits moved by name, some of the guidelines, rules from a file."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from . import _ekbom
from .errors import NeighbourWarning, UnknownName

_Step = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class LimitChange:
    """A limit that was moved.

    Attributes
    ----------
    rule : str
        The rule, ``guideline/question/name``.
    fact : str
        What is compared.
    was, now : float
        The limit as printed, and as it is now, in the unit of the fact.
    unit : str
        That unit.
    """

    rule: str
    fact: str
    was: float
    now: float
    unit: str


class Knowledge:
    """The rules that answer. It cannot be changed: every method gives another one.

    What was moved is listed in every assessment and is part of :attr:`hash`, so that answers by own limits never pass for
    those of a guideline.

    Examples
    --------
    >>> import ekbom
    >>> own = ekbom.Knowledge.builtin().with_limit("aan-2016/iron.therapy/stores-low", 50)
    >>> own.changes[0].was, own.changes[0].now, own.changes[0].unit
    (75.0, 50.0, 'ng/mL')
    >>> patient = ekbom.Patient([ekbom.Lab("ferritin", 60, "ng/mL")], age_years=58)
    >>> ekbom.assess(patient).position("iron.therapy", "aan-2016").determined
    'oral'
    >>> ekbom.assess(patient, knowledge=own).position("iron.therapy", "aan-2016").determined
    'not_addressed'
    """

    __slots__ = ("_native", "_steps")

    def __init__(self, native: _ekbom.Knowledge, steps: tuple[_Step, ...]) -> None:
        self._native, self._steps = native, steps

    @classmethod
    def builtin(cls) -> Knowledge:
        """The knowledge that comes with the package."""
        return cls(_ekbom.Knowledge.builtin(), ())

    @classmethod
    def from_rules(cls, text: str) -> Knowledge:
        """The rules of a rule book in JSON, as :func:`ekbom.rules_json` writes it, and no others."""
        return cls(_ekbom.Knowledge.from_rules(text), (("from_rules", text),))

    def with_rules(self, text: str) -> Knowledge:
        """With the tables of a rule book added: a definition of one's own, as a guideline beside the others."""
        return self._then("with_rules", text)

    def with_limit(self, rule: str, value: float, *, fact: str | None = None, warn: bool = True) -> Knowledge:
        """With a limit of a rule moved.

        Parameters
        ----------
        rule : str
            Id of the rule; see :func:`ekbom.rules`.
        value : float
            The limit, in the unit of the fact.
        fact : str, optional
            Which of its facts, where the rule compares several.
        warn : bool, default True
            Warn where a neighbouring rule with a limit of the same fact catches what was moved: with 75 moved to 50 in
            ``aasm-2025/iron.therapy/stores-low``, people from 50 to 75 are offered iron by vein alone.

        Raises
        ------
        UnknownName
            When there is no such rule, or it has no limit of that fact.
        EkbomError
            When the value cannot be.
        """
        made = self._then("with_limit", rule, float(value), fact)
        if warn:
            for own, _, says in made._native.caught():
                if own == rule:
                    warnings.warn(says, NeighbourWarning, stacklevel=2)
        return made

    def only(self, guidelines: Iterable[str] = (), questions: Iterable[str] = ()) -> Knowledge:
        """With the tables of these guidelines and on these questions alone; an empty list is all of them."""
        wanted = ({guidelines} if isinstance(guidelines, str) else set(guidelines)), (
            {questions} if isinstance(questions, str) else set(questions)
        )
        for what, names, known in zip(("guideline", "question"), wanted, map(set, zip(*((g, q) for q, g in self.tables), strict=True)), strict=True):
            for name in sorted(names - known):
                raise UnknownName(what, name, sorted(known))
        kept = [f"{q}@{g}" for q, g in self.tables if g in (wanted[0] or {g}) and q in (wanted[1] or {q})]
        return self._then("only", kept)

    def _then(self, name: str, *arguments: Any) -> Knowledge:
        return Knowledge(getattr(self._native, name)(*arguments), (*self._steps, (name, *arguments)))

    @property
    def version(self) -> str:
        """Its version."""
        return self._native.name()[0]

    @property
    def hash(self) -> str:
        """A fingerprint of all its rules."""
        return self._native.name()[1]

    @property
    def tables(self) -> tuple[tuple[str, str], ...]:
        """Every table as question and guideline."""
        return tuple(self._native.tables())

    @property
    def changes(self) -> tuple[LimitChange, ...]:
        """The limits that were moved, in order."""
        return tuple(LimitChange(rule, fact, was, now, _ekbom.fact_unit(fact)) for rule, fact, was, now in self._native.changes())

    @property
    def caught(self) -> dict[str, tuple[str, ...]]:
        """For each moved limit that neighbouring rules catch now: the rule, and those rules."""
        return {rule: tuple(by) for rule, by, _ in self._native.caught()}

    def rules_json(self) -> str:
        """The rules as JSON."""
        return self._native.rules_json()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Knowledge) and self._native.name() == other._native.name() and self.changes == other.changes

    def __hash__(self) -> int:
        return hash(self._native.name())

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (self._steps,)

    def __repr__(self) -> str:
        moved = ", ".join(f"{own.rule}: {own.fact} {own.was:g} -> {own.now:g}" for own in self.changes)
        return f"<ekbom.Knowledge {self.version} ({self.hash}), {len(self.tables)} tables{f'; {moved}' if moved else ''}>"


def _again(steps: tuple[_Step, ...]) -> Knowledge:
    made = Knowledge.builtin()
    for name, *arguments in steps:
        made = Knowledge.from_rules(*arguments) if name == "from_rules" else made._then(name, *arguments)
    return made
