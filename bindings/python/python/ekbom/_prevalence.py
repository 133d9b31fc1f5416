"""How often: by definition, and how often guidelines agree; always with what is not known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, TypeVar, cast

from . import _ekbom
from ._answers import SILENT, Share, column, live, names, of_question, pairs, states, values, weights_of
from ._columns import library
from ._frame import Frame
from .errors import EkbomError, UnknownName

_F = TypeVar("_F")


def prevalence(
    frame: _F,
    question: str = "iron.deficiency",
    answers: str | Iterable[str] = "deficient",
    *,
    of: Literal["everyone", "addressed"] = "everyone",
    weights: Any = None,
    by: str | None = None,
) -> _F:
    """How often each guideline gives an answer: the share at least and at most, whatever the open rows turn out to be.

    Parameters
    ----------
    frame : what :func:`ekbom.assess_frame` made
        With ``possible=True`` the bounds are as narrow as they can be; without, a row that is not determined counts as
        entirely open. Rows that were refused are counted apart.
    question : str
    answers : str or iterable of str
        The answers to count, such as ``deficient``.
    of : {"everyone", "addressed"}, default "everyone"
        Of every row, or of those of whom the guideline says anything (AGA 2020 speaks of people with anaemia alone, and
        one that only tells who is deficient, as BSH 2013 does, says nothing of anyone else).
    weights : sequence of float, optional
        One a row, of a survey. A weight that is not a number is an error.
    by : str, optional
        A column of the frame whose values are told apart.

    Returns
    -------
    the caller's own kind of frame
        ``guideline``, ``group`` (with ``by``), ``at_least``, ``at_most``, ``rows`` (of which this is the share, or may
        be), ``open`` (of these, the rows in which it is not determined), ``silent`` (rows of which the guideline
        certainly says nothing), ``refused``.

    Examples
    --------
    >>> import ekbom, polars
    >>> df = polars.DataFrame({"fer": [12.0, 40.0, None, 90.0], "crp": [1.0, 9.0, 1.0, 1.0], "age": [30, 41, 52, 63]})
    >>> made = ekbom.assess_frame(
    ...     df, {"ferritin": ("fer", "ng/mL"), "crp": ("crp", "mg/L"), "age_years": "age"},
    ...     complete=["history"], questions=["iron.deficiency@who-2020"], possible=True)
    >>> ekbom.prevalence(made).row(0)
    ('who-2020', 0.5, 0.75, 4, 1, 0, 0)
    """
    wanted = frozenset([answers] if isinstance(answers, str) else answers)
    if of not in ("everyone", "addressed"):
        raise UnknownName("value of `of`", of, ("everyone", "addressed"))
    known = next((codes for own, _, codes in _ekbom.questions() if own == question), None)
    for code in sorted(wanted):
        if known is not None and code not in known:
            raise UnknownName(f"answer to `{question}`", code, known)
    rows: list[list[object]] = []
    groups = None if by is None else values(frame, by)
    for name in of_question(frame, question):
        own = column(frame, name)
        weighing = weights_of(weights, len(own.sets))
        told: dict[Any, tuple[Share, list[int], list[int]]] = {}
        for place, (weight, answers_of) in enumerate(zip(weighing, own.sets, strict=True)):
            group = None if groups is None else groups[place]
            share, silent, refused = told.setdefault(group, (Share(), [0], [0]))
            if answers_of is None:
                refused[0] += 1
                continue
            rest = answers_of - wanted
            silent[0] += answers_of <= SILENT
            out = bool(rest & SILENT) and of == "addressed"
            share.add(weight, bool(answers_of & wanted), bool(rest - SILENT) or (bool(rest) and of == "everyone"), out)
        for group, (share, silent, refused) in sorted(told.items(), key=lambda item: str(item[0])):
            place_of = [name.partition("@")[2], *([] if by is None else [group])]
            rows.append([*place_of, share.at_least, share.at_most, share.rows, share.open, silent[0], refused[0]])
    head = ["guideline", *([] if by is None else ["group"]), "at_least", "at_most", "rows", "open", "silent", "refused"]
    return as_own(frame, head, rows)


def agreement(frame: _F, question: str, *, weights: Any = None) -> _F:
    """How often guidelines agree, pair by pair: the share at least and at most, whatever the open rows turn out to be.

    Of the rows of which both say something. Answers agree when they are equal, or declared compatible: oral iron with
    oral or intravenous.

    Parameters
    ----------
    frame, question, weights
        As for :func:`ekbom.prevalence`.

    Returns
    -------
    the caller's own kind of frame
        ``one``, ``other``, ``at_least``, ``at_most``, ``rows``, ``open``, ``refused``.
    """
    made = [column(frame, name) for name in of_question(frame, question, 2)]
    own = weights_of(weights, len(made[0].sets))
    compatible = pairs(question)
    rows: list[list[object]] = []
    for place, one in enumerate(made):
        for other in made[place + 1 :]:
            share = Share()
            count = 0
            for weight, (first, second) in live((one, other), own):
                share.add(weight, *states(first, second, compatible))
                count += 1
            refused = len(own) - count
            ends = [one.name.partition("@")[2], other.name.partition("@")[2]]
            rows.append([*ends, share.at_least, share.at_most, share.rows, share.open, refused])
    return as_own(frame, ["one", "other", "at_least", "at_most", "rows", "open", "refused"], rows)


def as_own(frame: _F, head: list[str], rows: list[list[object]]) -> _F:
    """A small table as the caller's kind of frame."""
    lists = [[row[place] for row in rows] for place in range(len(head))]
    whole = {"rows", "open", "silent", "refused"}
    own: Any
    match library(frame):
        case "polars":
            import polars

            return cast(_F, polars.DataFrame(dict(zip(head, lists, strict=True)), strict=False))
        case "pandas":
            import pandas

            return cast(_F, pandas.DataFrame(dict(zip(head, lists, strict=True))))
        case "pyarrow":
            import pyarrow

            return cast(_F, pyarrow.table(dict(zip(head, lists, strict=True))))
    own = Frame(_ekbom.table_of(head, lists, len(rows)))
    if library(frame) == "duckdb":
        integers = ", ".join(f'"{name}"::bigint as "{name}"' if name in whole else f'"{name}"' for name in head)
        return cast(_F, cast(Any, frame).query("__ekbom_input", f"select {integers} from own"))
    return cast(_F, own)


def has(frame: Any, name: str) -> bool:
    """Is the column there?"""
    return name in names(frame)


def need(frame: Any, option: str, suffix: str, question: str) -> None:
    """A column that only an option of `assess_frame` makes."""
    if not any(has(frame, f"{name}:{suffix}") for name in of_question(frame, question)):
        raise EkbomError(f"the frame has no column `{question}@...:{suffix}`: make it with `assess_frame(..., {option}=True)`")
