"""How often guidelines agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import _answers
from .._prevalence import agreement as count
from ._shared import HATCH, INK, NO, OPEN, YES, bare, canvas, guideline_name, of_rows, question_title, shares

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def agreement(
    frame: Any, question: str, *, weights: Any = None, ax: Axes | None = None, title: str | None = None
) -> Figure:
    """How often guidelines agree, pair by pair: surely, surely not, and open.

    Of the rows of which both say something. Answers agree when they are equal, or declared compatible: oral iron with
    oral or intravenous. What is not determined stays open: the share lies between two bounds, which the same people with
    more results can only narrow. With ``possible=True`` in :func:`ekbom.assess_frame` the bounds are as narrow as they
    can be. :func:`ekbom.agreement` gives the numbers.

    Parameters
    ----------
    frame : what :func:`ekbom.assess_frame` made
    question : str
    weights : sequence of float, optional
        One a row, for shares of a population; the number of rows stays a number of rows.
    ax : matplotlib.axes.Axes, optional
        To draw into; a new figure by default.
    title : str, optional

    Returns
    -------
    matplotlib.figure.Figure
    """
    names = [name.partition("@")[2] for name in _answers.of_question(frame, question, 2)]
    rows = len(_answers.values(frame, f"{question}@{names[0]}"))
    refused = sum(_answers.refused(frame) or ())
    made = count(plain(frame), question, weights=weights).to_dicts()
    places = {name: place for place, name in enumerate(names)}
    figure, axes = canvas(ax, 2.2 + 1.15 * len(names), 1.6 + 0.72 * len(names))
    for pair in made:
        # Below the diagonal each pair stands once.
        x, y = places[pair["one"]], places[pair["other"]] - 1
        low, high = pair["at_least"], pair["at_most"]
        left = x - 0.42
        axes.text(x, y - 0.22, shares(low, high), ha="center", va="center", fontsize=9, color=INK)
        if low == low:
            for start, end, colour, hatch in ((0.0, low, YES, None), (low, high, OPEN, HATCH), (high, 1.0, NO, None)):
                axes.barh(y + 0.05, 0.84 * (end - start), left=left + 0.84 * start, height=0.2, color=colour, hatch=hatch, edgecolor=INK, linewidth=0.5)
        axes.text(x, y + 0.32, f"n = {pair['rows']:,}", ha="center", va="center", fontsize=7, color="#555555")
    axes.set_xlim(-0.55, len(names) - 1.45)
    axes.set_ylim(len(names) - 1.5, -0.5)
    labels = [guideline_name(name) for name in names]
    axes.set_xticks(range(len(names) - 1), labels[:-1], rotation=30, ha="right", fontsize=9)
    axes.set_yticks(range(len(names) - 1), labels[1:], fontsize=9)
    bare(axes)
    axes.tick_params(length=0)
    kinds = [("agree", YES, None), ("open", OPEN, HATCH), ("differ", NO, None)]
    from matplotlib.patches import Patch

    handles = [Patch(facecolor=colour, hatch=hatch, edgecolor=INK, label=label) for label, colour, hatch in kinds]
    axes.legend(handles=handles, loc="upper right", frameon=False, fontsize=8)
    said = of_rows(rows - refused, refused, weights is not None)
    axes.set_title(f"{title or question_title(question)}\nHow often two guidelines agree; {said}", fontsize=10, loc="left")
    return figure


def plain(frame: Any) -> Any:
    """The frame as one of no library, of which the numbers come as dictionaries."""
    return _Plain(frame)


class _Plain:
    def __init__(self, frame: Any) -> None:
        self.frame = frame
        self.column_names = _answers.names(frame)

    def column(self, name: str) -> _List:
        return _List(_answers.values(self.frame, name))


class _List:
    def __init__(self, values: list[Any]) -> None:
        self.values = values

    def to_list(self) -> list[Any]:
        return self.values
