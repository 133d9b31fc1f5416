"""The parts of an assessment. Their names are those of its JSON."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from .errors import EkbomError

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usually left of the possible answers.

    Attributes
    ----------
    possible : tuple of str
        A part of the possible answers.
    assuming : tuple of str
        Ids of the assumptions it rests on: without any one of them it would be more.
    """

    possible: tuple[str, ...]
    assuming: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """What one guideline answers to one question.

    Attributes
    ----------
    question, guideline : str
    possible : tuple of str
        The answers still possible; one when determined.
    rules : tuple of str
        The rules that can still be the one that applies.
    needs : tuple of str
        Facts that could still change the answer.
    flags : tuple of str
        Codes of what to mind about the answer.
    verification : str
        The weakest verification of its possible rules.
    usual : Usual or None
        What is usually left, and what that assumes; ``None`` where it is not less than what is possible.
    """

    question: str
    guideline: str
    possible: tuple[str, ...]
    rules: tuple[str, ...]
    needs: tuple[str, ...]
    flags: tuple[str, ...]
    verification: str
    usual: Usual | None = None

    @property
    def determined(self) -> str | None:
        """The answer, where one is left."""
        return self.possible[0] if len(self.possible) == 1 else None

    @property
    def table(self) -> str:
        """``question@guideline``."""
        return f"{self.question}@{self.guideline}"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Guidelines that cannot be of one mind.

    Attributes
    ----------
    question : str
    positions : mapping of str to tuple of str
        Each guideline that disagrees with another, with what it can still answer.
    """

    question: str
    positions: Mapping[str, tuple[str, ...]] = field(hash=False)

    def __reduce__(self) -> tuple[Any, ...]:
        return _disagreement, (self.question, dict(self.positions))


def _disagreement(question: str, positions: dict[str, tuple[str, ...]]) -> Disagreement:
    return Disagreement(question, MappingProxyType(positions))


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What to look at again after a recommendation was followed, and when."""

    check: str
    weeks: int | None
    says: str
    source: str
    verification: str


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Something to do, or not to do.

    Attributes
    ----------
    action : str
        Stable code.
    iron : bool
        Does it give iron?
    direction : str
        ``for`` or ``against``.
    strength, certainty : str or None
        In the guideline's grades, where it gives them.
    guideline, question, rule : str
        Whose, the question it answers, and the rule behind it.
    possible : tuple of str
        The answers still possible: more than one leaves the route open.
    because : tuple of str
        The facts that led here, in words.
    flags : tuple of str
        Codes of what to mind about the answer.
    follow_up : tuple of FollowUp
    withheld : tuple of str or None
        Why it is withheld; ``None`` when it is not. Several reasons are those still possible, and no findings.
    cautions : tuple of str
        Alerts to mind first.
    """

    action: str
    iron: bool
    direction: str
    strength: str | None
    certainty: str | None
    guideline: str
    question: str
    rule: str
    possible: tuple[str, ...]
    because: tuple[str, ...]
    flags: tuple[str, ...]
    follow_up: tuple[FollowUp, ...]
    withheld: tuple[str, ...] | None
    cautions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActReason:
    """A fact that leads to an act; of a question to ask, a fact that it would tell. In words in ``says``."""

    fact: str
    says: str


@dataclass(frozen=True, slots=True)
class Act:
    """Something to do next.

    Attributes
    ----------
    act : str
        Stable code, as ``oral_iron`` or ``test:tsat``.
    kind : str
        What sort of act, as ``treat_now``, ``stop``, ``treat``, ``ask`` or ``test``.
    certainty : str
        ``certain``; ``usual`` under the assumptions in ``assuming``; ``possible``.
    assuming : tuple of str
    text : str
        What to do, in English.
    because : tuple of ActReason
        What led here.
    guidelines, rules, sources : tuple of str
        Who says so.
    blocked_by : tuple of str
        Codes of the acts to do before it: until then what forbids it is not ruled out.
    """

    act: str
    kind: str
    certainty: str
    assuming: tuple[str, ...]
    text: str
    because: tuple[ActReason, ...]
    guidelines: tuple[str, ...]
    rules: tuple[str, ...]
    sources: tuple[str, ...]
    blocked_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Precaution:
    """What to mind about a medicine that is offered, planned or taken.

    Attributes
    ----------
    id : str
        The check; where it is not certain, the gravest of those that may hold.
    severity : str
        ``urgent``, ``stop``, ``caution`` or ``note``.
    concerns : str
        The medicine by its name, or the action that is offered by its code.
    taken : bool
        Is it taken already?
    says : str
        In words.
    certain : bool
        It holds. Else nobody can tell before ``missing`` is known.
    because : tuple of str
        What led here, in words.
    missing : tuple of str
        Ids of facts, and ``medicines`` where the list may hold more than was said.
    rows : tuple of str
        Every check that holds, or that may hold.
    sources : tuple of str
    verification : str
    """

    id: str
    severity: str
    concerns: str
    taken: bool
    says: str
    certain: bool
    because: tuple[str, ...]
    missing: tuple[str, ...]
    rows: tuple[str, ...]
    sources: tuple[str, ...]
    verification: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """What was not accepted of a patient and counts as not said.

    Attributes
    ----------
    field : str
        Where: a path such as ``labs[0].unit``.
    value : str
        What was found there.
    message : str
        What is wrong with it.
    accepted : tuple of str
        What would be accepted, most likely first.
    kind : str
        The cause, as a code that never changes its meaning: one of :data:`ekbom.types.FaultKind`, or of a later version.
    """

    field: str
    value: str
    message: str
    accepted: tuple[str, ...]
    kind: str = "other"


@dataclass(frozen=True, slots=True)
class Critical:
    """A result that must be acted on now, if its unit is right.

    Attributes
    ----------
    analyte : str
    value, limit : float
        In ``unit``; of a bound the bound.
    unit : str
    direction : str
        ``below``, ``at_most``, ``at_least`` or ``above`` the limit.
    source : str
        Id in the bibliography.
    says : str
        In words.
    verification : str
        How far the limit was read.
    """

    analyte: str
    value: float
    unit: str
    limit: float
    direction: str
    source: str
    says: str
    verification: str


@dataclass(frozen=True, slots=True)
class Change:
    """A limit that was changed by name in the knowledge that answered."""

    rule: str
    fact: str
    from_: float
    to: float


@dataclass(frozen=True, slots=True)
class Stopped:
    """A rule on the safety of iron that certainly forbids it, with its answers, what it forbids and why."""

    rule: str
    answers: tuple[str, ...]
    forbids: tuple[str, ...]
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Withheld:
    """What the gate says of an action that gives this: why it is withheld, and whether its safety is open."""

    gives: str
    why: tuple[str, ...]
    safety_open: bool


@dataclass(frozen=True, slots=True)
class NextTest:
    """A test that is missing.

    Attributes
    ----------
    test : str
        The analyte to order.
    could_change, cannot_change : tuple of str
        Open questions that one result of it alone can narrow, and those that it cannot.
    instructions : tuple of str
        How to draw the sample.
    asked_by : tuple of str
        Codes of the acts that wait for it, and of the alerts that ask for it.
    """

    test: str
    could_change: tuple[str, ...]
    cannot_change: tuple[str, ...]
    instructions: tuple[str, ...]
    asked_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alert:
    """What a reader must not miss.

    Attributes
    ----------
    code : str
    severity : str
        ``urgent``, ``caution`` or ``info``.
    message : str
        English text.
    facts : tuple of str
        The facts or analytes it concerns.
    """

    code: str
    severity: str
    message: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Derived:
    """A fact that was computed.

    Attributes
    ----------
    fact : str
    value : float or None
        ``None`` where it is an interval, from ``low`` to ``high``.
    unit : str
    from_ : tuple of str
        What it came from.
    method : str
    low, high : float or None
    if_sex : str or None
        The sex for which it holds, where both are possible.
    """

    fact: str
    value: float | None
    unit: str
    from_: tuple[str, ...]
    method: str
    low: float | None = None
    high: float | None = None
    if_sex: str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """A result as reported, and whether it counted: the newest of its analyte does."""

    analyte: str
    counted: bool
    value: float | None = None
    unit: str | None = None
    comparator: str | None = None
    finding: str | None = None
    days_ago: float | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a source says of a medicine; ``scope`` tells whether it names the ingredient or only its class."""

    says: str
    scope: str
    source: str
    verification: str


@dataclass(frozen=True, slots=True)
class MedicineClass:
    """That a medicine belongs to a class, with the evidence; none where the class only describes."""

    class_: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Medicine:
    """A medicine of the catalogue, its classes, and evidence against what is said of it."""

    medicine: str
    classes: tuple[MedicineClass, ...]
    against: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A source behind the rules still possible, with the weakest verification of those that cite it.

    ``name`` is what a clinician calls it; ``kind`` tells a guideline from a label, a trial or a page written by a machine.
    """

    id: str
    title: str
    year: int | None
    doi: str | None
    verification: str
    name: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition with what it saw: its truth is ``yes``, ``no`` or ``unknown``."""

    condition: str
    truth: str
    saw: str = ""
    parts: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleTrace:
    """A rule with its condition and what it saw."""

    rule: str
    answers: tuple[str, ...]
    when: Condition


@dataclass(frozen=True, slots=True)
class TableTrace:
    """Every rule of a table, met or not."""

    question: str
    guideline: str
    rules: tuple[RuleTrace, ...]


def read(kind: type[_T], value: Any) -> _T:
    """A record from JSON. Keys that this version does not know are passed over: more may be added."""
    try:
        reader: Callable[[Any], _T] = _reader(cast(Hashable, kind))
        return reader(value)
    except (KeyError, TypeError, AttributeError) as error:
        raise EkbomError(f"not an assessment: {kind.__name__}: {error}") from None


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    origin, args = get_origin(kind), get_args(kind)
    if origin is tuple:
        item = _reader(args[0])
        return tuple if args[0] is str else lambda value: tuple([item(one) for one in value])
    if origin is Mapping:
        return lambda value: MappingProxyType({key: tuple(items) for key, items in value.items()})
    if type(None) in args:
        inner = next(one for one in args if one is not type(None))
        if get_origin(inner) is None and not hasattr(inner, "__dataclass_fields__"):
            return lambda value: value
        read_inner = _reader(inner)
        return lambda value: None if value is None else read_inner(value)
    if not hasattr(kind, "__dataclass_fields__"):
        return lambda value: value
    hints = get_type_hints(kind)
    # A record may hold records of its own kind: its reader is looked up when it is needed.
    parts = [
        (one.name, one.name.removesuffix("_"), None if one.default is MISSING else (one.default,), hints[one.name])
        for one in fields(kind)
    ]

    def record(value: Any) -> Any:
        made = {}
        for name, key, default, hint in parts:
            if key in value:
                made[name] = _reader(hint)(value[key])
            elif default is None:
                raise KeyError(key)
        return kind(**made)

    return record
