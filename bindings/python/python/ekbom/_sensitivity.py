"""What a limit does to the answers of a table of people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar


from ._answers import Share, column, weights_of
from ._cohort import Columns, assess_frame
from ._knowledge import Knowledge
from ._prevalence import as_own
from .errors import EkbomError

_F = TypeVar("_F")


def sensitivity(
    df: _F,
    columns: Columns,
    limits: Mapping[str | tuple[str, str], Iterable[float]],
    *,
    knowledge: Knowledge | None = None,
    questions: Iterable[str] = (),
    weights: Any = None,
    **options: Any,
) -> _F:
    """How the answers move with a limit: every value of a grid, one limit at a time.

    Parameters
    ----------
    df, columns
        As for :func:`ekbom.assess_frame`.
    limits : mapping
        For each rule, or each pair of rule and fact, the values of its limit. The limit as printed is always among them.
    knowledge : Knowledge, optional
        To start from; the built-in one by default.
    questions : iterable of str
        Other tables to look at too, such as ``iron.therapy@mayo-2021``; by default only that of the rule.
    weights : sequence of float, optional
        One a row.
    **options
        As for :func:`ekbom.assess_frame`. A row that is refused is counted, unless ``refused="raise"``.

    Returns
    -------
    the caller's own kind of frame
        ``rule``, ``fact``, ``unit``, ``printed``, ``limit``, ``table``, ``answer``, ``at_least`` and ``at_most`` (the
        share of all rows that were not refused), ``rows``, ``open``, ``refused``, and ``caught_by``: rules with a limit
        of the same fact that now apply where the moved one no longer does. :func:`ekbom.plot.sensitivity` draws it.
    """
    base = knowledge or Knowledge.builtin()
    rows: list[list[object]] = []
    for key, grid in limits.items():
        rule, fact = (key, None) if isinstance(key, str) else key
        parts = str(rule).split("/")
        values = sorted({float(value) for value in grid})
        if not values:
            raise EkbomError(f"limits: `{rule}` has no value to try")
        change = base.with_limit(rule, values[0], fact=fact, warn=False).changes[-1]
        own = f"{parts[1]}@{parts[0]}"
        asked = [own, *([questions] if isinstance(questions, str) else questions)]
        for value in sorted({*values, change.was}):
            moved = base.with_limit(rule, value, fact=fact, warn=False)
            said: dict[str, Any] = {"refused": "null"} | options | {"questions": asked, "possible": True, "keep": ()}
            made = assess_frame(df, columns, knowledge=moved, **said)
            caught = ", ".join(moved.caught.get(rule, ()))
            head = [rule, change.fact, change.unit, change.was, value]
            for name in _tables(made):
                rows.extend([*head, *line, caught] for line in _shares(made, name, weights))
    return as_own(df, _HEAD, rows)


_HEAD = ["rule", "fact", "unit", "printed", "limit", "table", "answer", "at_least", "at_most", "rows", "open", "refused", "caught_by"]


def _tables(made: Any) -> list[str]:
    from ._answers import names

    return [name for name in names(made) if "@" in name and ":" not in name]


def _shares(made: Any, name: str, weights: Any) -> list[list[object]]:
    own = column(made, name)
    weighing = weights_of(weights, len(own.sets))
    gone = sum(possible is None for possible in own.sets)
    found: list[list[object]] = []
    for code in own.codes:
        share = Share()
        for weight, possible in zip(weighing, own.sets, strict=True):
            if possible is not None:
                share.add(weight, code in possible, bool(possible - {code}), False)
        found.append([name, code, share.at_least, share.at_most, share.rows, share.open, gone])
    return found


