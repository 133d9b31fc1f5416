"""What the pictures have in common."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .. import _ekbom
from .._answers import SILENT

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Light enough for black words on them, and apart in lightness as well as in hue (after Okabe and Ito).
_COLOURS = ("#56B4E9", "#E69F00", "#66C7A6", "#E8A3C7", "#F0E442", "#B8B1E0", "#D98C5F", "#A6CEE3")
_PALE = {"not_addressed": "#E3E3E3", "not_applicable": "#EFEFEF", "insufficient_evidence": "#D9D9D9"}
OPEN = "#FFFFFF"
# Of what is certain, what is certainly not, and the words on them.
YES, NO, INK = "#0072B2", "#D55E00", "#222222"
HATCH = "...."


def words(codes: Iterable[str]) -> str:
    """Answers as words."""
    return " or ".join(_ekbom.word(code) for code in codes)


def guideline_name(column: str) -> str:
    """The name of the guideline of a column."""
    return _ekbom.guideline_name(column.partition("@")[2] or column)


def question_title(question: str) -> str:
    """What is asked, in words."""
    return next((title for own, title, _ in _ekbom.questions() if own == question), question)


def table_name(column: str) -> str:
    """A column of answers, in words."""
    question, at, guideline = column.partition("@")
    name = _ekbom.subject_name(question)
    return f"{name[:1].upper()}{name[1:]}, {_ekbom.guideline_name(guideline)}" if at else column


def colours(column: str, codes: Iterable[str] = ()) -> dict[str, str]:
    """The colour of each answer: the same in every picture, by its place in its question's list."""
    question = column.partition("@")[0]
    known = next((codes for own, _, codes in _ekbom.questions() if own == question), [])
    own = [code for code in dict.fromkeys([*known, *codes]) if code not in SILENT]
    return _PALE | {code: _COLOURS[place % len(_COLOURS)] for place, code in enumerate(own)}


def canvas(ax: Axes | None, width: float, height: float) -> tuple[Figure, Axes]:
    """The axes to draw into: the caller's, or those of a new figure."""
    if ax is not None:
        from typing import cast

        return cast("Figure", ax.figure), ax
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), layout="constrained")
    return figure, figure.subplots()


def bare(axes: Axes, *sides: str) -> None:
    """Takes away the sides of the frame, or those named."""
    for side in sides or ("top", "right", "left", "bottom"):
        axes.spines[side].set_visible(False)


def shares(at_least: float, at_most: float) -> str:
    """A share, or the two between which it lies."""
    if at_least != at_least:
        return "nobody"
    low, high = f"{at_least:.0%}", f"{at_most:.0%}"
    return low if low == high else f"{low.rstrip('%')} to {high}"


def of_rows(rows: int, refused: int, weighted: bool) -> str:
    """Of how many rows a picture is, for its title."""
    return f"N = {rows:,}{', weighted' if weighted else ''}{f'; {refused:,} refused' if refused else ''}"
