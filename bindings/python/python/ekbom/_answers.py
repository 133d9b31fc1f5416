"""What a table of answers says of each row: every answer that is still possible. Shares are bounds of these."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

from . import _ekbom
from .errors import EkbomError, UnknownName

# With these a guideline says nothing of a person.
SILENT = frozenset(("not_addressed", "not_applicable", "insufficient_evidence"))

Set = frozenset[str]


@dataclass(frozen=True, slots=True)
class Column:
    """The answers of one guideline to one question: for each row all that is possible, `None` where it was refused."""

    name: str
    codes: tuple[str, ...]
    sets: list[Set | None]


def names(frame: Any) -> list[str]:
    """The names of the columns of any kind of frame."""
    if hasattr(frame, "column_names"):
        return list(frame.column_names)
    return [str(name) for name in frame.columns]


def values(frame: Any, name: str) -> list[Any]:
    """A column of any kind of frame as a list."""
    there = names(frame)
    if name not in there:
        raise UnknownName("column", name, sorted((own for own in there if "@" in own), key=lambda own: ":" in own))
    if hasattr(frame, "fetchall"):
        quoted = '"' + name.replace('"', '""') + '"'
        return [row[0] for row in frame.project(quoted).fetchall()]
    if hasattr(frame, "to_dicts") and not hasattr(frame, "get_column"):
        return [row[name] for row in frame.to_dicts()]
    column = frame.column(name) if hasattr(frame, "column_names") else frame[name]
    for read in ("to_list", "to_pylist", "tolist"):
        if hasattr(column, read):
            return cast("list[Any]", getattr(column, read)())
    raise EkbomError(f"cannot read a column of {type(frame).__name__}")


def texts(frame: Any, name: str) -> list[str | None]:
    """A column of texts; whatever is none is missing."""
    return [value if isinstance(value, str) else None for value in values(frame, name)]


def refused(frame: Any) -> list[bool] | None:
    """The rows that were refused, where the frame can tell them."""
    if "ekbom:errors" not in names(frame):
        return None
    return [text is not None for text in texts(frame, "ekbom:errors")]


def column(frame: Any, name: str) -> Column:
    """One column of answers. What is not determined is everything, unless the frame says what is possible."""
    question, at, _ = name.partition("@")
    there = names(frame)
    own = texts(frame, name)
    known = next((codes for code, _, codes in _ekbom.questions() if code == question), None)
    codes = tuple(dict.fromkeys([*(known or ()), *(value for value in own if value is not None)]))
    everything = frozenset(codes) if at else frozenset()
    sets: list[Set | None] = [everything if value is None else frozenset((value,)) for value in own]
    if f"{name}:possible" in there:
        sets = [
            frozenset(possible) if possible is not None and hasattr(possible, "__len__") else None
            for possible in values(frame, f"{name}:possible")
        ]
    gone = refused(frame) or [False] * len(sets)
    return Column(name, codes, [None if out else own for out, own in zip(gone, sets, strict=True)])


def of_question(frame: Any, question: str, least: int = 1) -> list[str]:
    """The columns of a question."""
    own = [name for name in names(frame) if name.startswith(f"{question}@") and ":" not in name]
    if len(own) < least:
        asked = dict.fromkeys(name.partition("@")[0] for name in names(frame) if "@" in name)
        what = "question in this frame" if least == 1 else f"question with {least} guidelines in this frame"
        raise UnknownName(what, question, tuple(asked))
    return own


def weights_of(weights: Any, rows: int) -> list[float]:
    """One weight a row, checked: a share with a weight that is no number would be none."""
    if weights is None:
        return [1.0] * rows
    try:
        own = [float(weight) if weight is not None else math.nan for weight in cast("Iterable[Any]", weights)]
    except (TypeError, ValueError) as error:
        raise EkbomError(f"weights: a number for each row is needed: {error}") from None
    if len(own) != rows:
        raise EkbomError(f"{len(own)} weights for {rows} rows")
    for row, weight in enumerate(own):
        if not (math.isfinite(weight) and weight >= 0):
            raise EkbomError(f"weights: row {row} has the weight {weight}; leave such rows out of the frame, or give them a number from 0 on")
    if not sum(own) and rows:
        raise EkbomError("weights: all of them are 0")
    return own


@dataclass(slots=True)
class Share:
    """A share between two bounds: of each row, which of three things it may be."""

    surely: float = 0.0
    may: float = 0.0
    surely_not: float = 0.0
    may_not: float = 0.0
    rows: int = 0
    open: int = 0

    def add(self, weight: float, yes: bool, no: bool, out: bool) -> None:
        """A row that may be one, may be none, may be left out."""
        if yes or no:
            self.rows += 1
            self.open += yes + no + out > 1
        if yes:
            self.may += weight
            self.surely += 0.0 if no or out else weight
        if no:
            self.may_not += weight
            self.surely_not += 0.0 if yes or out else weight

    @property
    def at_least(self) -> float:
        """The least that the share can be, whatever the open rows turn out to be."""
        return self.surely / (self.surely + self.may_not) if self.surely + self.may_not else self.at_most

    @property
    def at_most(self) -> float:
        """The most that it can be."""
        if self.may + self.surely_not:
            return self.may / (self.may + self.surely_not)
        return 0.0 if self.may_not else math.nan


def pairs(question: str) -> set[Set]:
    """Answers that are declared compatible, such as oral iron with oral or intravenous."""
    import json

    found = [one["compatible"] for one in json.loads(_ekbom.rules_json())["questions"] if one["id"] == question]
    return {frozenset((one, other)) for own in found for first, second in own for one in first for other in second}


def states(one: Set, other: Set, compatible: set[Set]) -> tuple[bool, bool, bool]:
    """Whether two guidelines may agree, may differ, and whether one of them may say nothing."""
    agree = differ = False
    for first in one - SILENT:
        for second in other - SILENT:
            same = first == second or frozenset((first, second)) in compatible
            agree, differ = agree or same, differ or not same
    return agree, differ, bool(one & SILENT or other & SILENT)


def live(columns: Sequence[Column], weights: Sequence[float]) -> Iterator[tuple[float, tuple[Set, ...]]]:
    """The rows that were not refused, with their weights."""
    for weight, *sets in zip(weights, *(own.sets for own in columns), strict=True):
        if all(own is not None for own in sets):
            yield weight, tuple(cast("list[Set]", sets))
