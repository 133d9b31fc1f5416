"""What is missing, and what it leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import _answers, _ekbom
from .._prevalence import need
from ._shared import INK, bare, canvas, guideline_name, of_rows, question_title

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_MOST = 12


def missing(
    frame: Any, question: str, *, weights: Any = None, ax: Axes | None = None, title: str | None = None
) -> Figure:
    """What is missing, and what it leaves open: for each guideline the share of rows whose answer is not determined, and
    the share in which knowing one fact could change what is possible.

    A fact that is missing but could change nothing is not counted.

    Parameters
    ----------
    frame : what :func:`ekbom.assess_frame` made with ``needs=True``
    question : str
    weights : sequence of float, optional
        One a row.
    ax : matplotlib.axes.Axes, optional
        To draw into; a new figure by default.
    title : str, optional

    Returns
    -------
    matplotlib.figure.Figure
    """
    need(frame, "needs", "needs", question)
    names = _answers.of_question(frame, question)
    gone = _answers.refused(frame)
    rows = len(_answers.values(frame, names[0]))
    own = _answers.weights_of(weights, rows)
    live = [place for place in range(rows) if not (gone and gone[place])]
    total = sum(own[place] for place in live) or 1.0
    shares: list[dict[str, float]] = []
    for name in names:
        column = _answers.values(frame, f"{name}:needs")
        counts: dict[str, float] = {"": 0.0}
        for place in live:
            facts = list(column[place]) if column[place] is not None and hasattr(column[place], "__len__") else []
            counts[""] += own[place] if facts else 0.0
            for fact in facts:
                counts[fact] = counts.get(fact, 0.0) + own[place]
        shares.append({fact: count / total for fact, count in counts.items()})
    sums = {fact: sum(share.get(fact, 0.0) for share in shares) for share in shares for fact in share if fact}
    facts = sorted(sums, key=lambda fact: (-sums[fact], fact))[:_MOST]
    heads = ["not determined", *(_label(fact) for fact in facts)]
    figure, axes = canvas(ax, max(6.8, 2.6 + 0.72 * len(heads)), 2.3 + 0.42 * len(names))
    cells = [[share.get(fact, 0.0) for fact in ("", *facts)] for share in shares]
    # One hue from light to dark reads the same to colour-blind readers, and in grey.
    axes.imshow(cells, vmin=0, vmax=1, cmap="Blues", aspect="auto")
    for y, line in enumerate(cells):
        for x, share in enumerate(line):
            text = "0" if not share else "<1%" if share < 0.005 else f"{share:.0%}"
            axes.text(x, y, text, ha="center", va="center", fontsize=8, color="white" if share > 0.55 else "black")
    axes.axvline(0.5, color="#555555", linewidth=1)
    axes.set_xticks(range(len(heads)), heads, rotation=35, ha="right", fontsize=8.5)
    axes.set_yticks(range(len(names)), [guideline_name(name) for name in names], fontsize=9)
    bare(axes)
    axes.tick_params(length=0, colors=INK)
    more = f"; {len(sums) - _MOST} more facts are not shown" if len(sums) > _MOST else ""
    said = of_rows(len(live), rows - len(live), weights is not None)
    axes.set_title(f"{title or question_title(question)}\nRows that are open, and what could change that; {said}{more}", fontsize=10, loc="left")
    return figure


def _label(fact: str) -> str:
    found = next((label for own, label, *_ in _ekbom.facts() if own == fact), None)
    return found if found is not None and len(found) <= 28 else _ekbom.word(fact)
