"""How often, by definition."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal

from .. import _answers
from .._prevalence import prevalence as count
from ._agreement import plain
from ._shared import HATCH, INK, OPEN, YES, bare, canvas, guideline_name, of_rows, question_title, shares, words

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def prevalence(
    frame: Any,
    question: str = "iron.deficiency",
    answers: str | Iterable[str] = "deficient",
    *,
    of: Literal["everyone", "addressed"] = "everyone",
    weights: Any = None,
    by: str | None = None,
    ax: Axes | None = None,
    title: str | None = None,
) -> Figure:
    """How often each guideline gives an answer: a bar for what is certain, and one for what may come on top.

    Parameters
    ----------
    frame, question, answers, of, weights, by
        As for :func:`ekbom.prevalence`, which gives the numbers.
    ax : matplotlib.axes.Axes, optional
        To draw into; a new figure by default.
    title : str, optional

    Returns
    -------
    matplotlib.figure.Figure
    """
    wanted = [answers] if isinstance(answers, str) else list(answers)
    made = count(plain(frame), question, wanted, of=of, weights=weights, by=by).to_dicts()
    rows = len(_answers.values(frame, _answers.of_question(frame, question)[0]))
    refused = sum(_answers.refused(frame) or ())
    figure, axes = canvas(ax, 8, 1.3 + 0.42 * len(made))
    top = max((row["at_most"] for row in made if row["at_most"] == row["at_most"]), default=0.0) or 1.0
    for place, row in enumerate(made):
        low, high = row["at_least"], row["at_most"]
        if low == low:
            axes.barh(place, low, height=0.62, color=YES, edgecolor=INK, linewidth=0.5)
            axes.barh(place, high - low, left=low, height=0.62, color=OPEN, hatch=HATCH, edgecolor=INK, linewidth=0.5)
        # A guideline that does not speak of somebody does not call them well.
        silent = f"; says nothing of {row['silent']:,}" if of == "everyone" and row["silent"] else ""
        text = f"{shares(low, high)}  (n = {row['rows']:,}{silent})"
        axes.text((high if high == high else 0.0) + 0.012 * top, place, text, va="center", fontsize=8.5, color=INK)
    labels = [guideline_name(row["guideline"]) + (f", {row['group']}" if by is not None else "") for row in made]
    axes.set_yticks(range(len(made)), labels, fontsize=9)
    axes.set_ylim(len(made) - 0.4, -0.6)
    axes.set_xlim(0, top * 1.6)
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:.0%}" if value <= 1.0001 else "")
    bare(axes, "top", "right", "left")
    axes.tick_params(axis="y", length=0)
    whom = "of those of whom it speaks" if of == "addressed" else "of all"
    axes.set_xlabel(f"{words(wanted)}, {whom}: certain (filled), and as many more as may be (dotted)", fontsize=8.5)
    said = of_rows(rows - refused, refused, weights is not None)
    axes.set_title(f"{title or question_title(question)}\n{said}", fontsize=10, loc="left")
    return figure
