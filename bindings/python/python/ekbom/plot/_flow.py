"""From one answer to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import _answers
from .._answers import SILENT
from ..errors import EkbomError
from ._shared import canvas, colours, of_rows, table_name, words

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def flow(
    frame: Any, left: str, right: str, *, weights: Any = None, ax: Axes | None = None, title: str | None = None
) -> Figure:
    """From one answer to another: how the rows of each class are divided among the answers of a guideline.

    A ribbon is as high as the rows of which both answers are known; what is not determined goes to ``open``. Beside each
    answer stands the share at least and at most: what is open may turn out to be it. With ``possible=True`` in
    :func:`ekbom.assess_frame` these bounds are exact.

    Parameters
    ----------
    frame : what :func:`ekbom.assess_frame` made, perhaps with columns of your own
    left, right : str
        Columns, such as ``iron.safety@ekbom-safety`` and ``iron.therapy@aasm-2025``. What is not determined is ``open``.
    weights : sequence of float, optional
        One a row.
    ax : matplotlib.axes.Axes, optional
        To draw into; a new figure by default.
    title : str, optional

    Returns
    -------
    matplotlib.figure.Figure
    """
    columns = [_answers.column(frame, name) for name in (left, right)]
    own = _answers.weights_of(weights, len(columns[0].sets))
    counts: dict[tuple[str, str], float] = {}
    most: list[dict[str, float]] = [{}, {}]
    rows = 0
    for weight, sets in _answers.live(columns, own):
        rows += 1
        first, second = ("open" if len(one) != 1 else next(iter(one)) for one in sets)
        counts[first, second] = counts.get((first, second), 0.0) + weight
        for place, possible in enumerate(sets):
            for code in possible:
                most[place][code] = most[place].get(code, 0.0) + weight
    total = sum(counts.values())
    if not total:
        raise EkbomError("the frame has no row that was not refused")
    order = [_in_order(left, {one for one, _ in counts}), []]
    places = {code: place for place, code in enumerate(order[0])}

    def centre(code: str) -> float:
        """Where on the left most of it comes from: the ribbons then cross as little as they can."""
        own = [(places[one], weight) for (one, other), weight in counts.items() if other == code]
        return sum(place * weight for place, weight in own) / (sum(weight for _, weight in own) or 1.0)

    order[1] = sorted(_in_order(right, {other for _, other in counts}), key=lambda code: (code == "open", centre(code)))
    sums = [
        {code: sum(weight for pair, weight in counts.items() if pair[place] == code) for code in order[place]}
        for place in (0, 1)
    ]
    gap = 0.03 * total
    tops: list[dict[str, float]] = []
    for place in (0, 1):
        at = 0.0
        tops.append({})
        for code in order[place]:
            tops[place][code] = at
            at += sums[place][code] + gap
    shades = colours(left, order[0]) | {"open": "#C8C8C8"}
    figure, axes = canvas(ax, 9, 0.9 + 0.55 * max(len(codes) for codes in order) + 2)
    starts = [dict(top) for top in tops]
    for one in order[0]:
        for other in order[1]:
            weight = counts.get((one, other), 0)
            if not weight:
                continue
            start, end = starts[0][one], starts[1][other]
            _ribbon(axes, start, end, float(weight), shades[one])
            starts[0][one] += weight
            starts[1][other] += weight
    for place, (x, align) in enumerate(((0.0, "right"), (1.0, "left"))):
        for code in order[place]:
            top, height = tops[place][code], sums[place][code]
            axes.add_patch(_box(x - 0.012, top, 0.024, float(height)))
            text = f"{words([code])}  {_share(height / total, most[place].get(code, 0.0) / total)}"
            axes.text(x + (-0.025 if place == 0 else 0.025), top + height / 2, text, ha=align, va="center", fontsize=9)
    axes.text(0, -1.5 * gap, _head(left), ha="center", va="bottom", fontsize=9, fontweight="bold")
    axes.text(1, -1.5 * gap, _head(right), ha="center", va="bottom", fontsize=9, fontweight="bold")
    axes.set_xlim(-0.45, 1.45)
    axes.set_ylim(max(top + sums[p][code] for p in (0, 1) for code, top in tops[p].items()) + gap, -5 * gap)
    axes.axis("off")
    said = of_rows(rows, len(own) - rows, weights is not None)
    axes.set_title(f"{title}; {said}" if title else said, fontsize=10, loc="left")
    return figure


def _head(column: str) -> str:
    return table_name(column).replace(", ", "\n", 1)


def _share(at_least: float, at_most: float) -> str:
    """A share, and how much it may be where that is more."""
    low, high = f"{at_least:.1%}", f"{at_most:.1%}"
    return f"{low} (at most {high})" if at_most > at_least and low != high else low


def _in_order(column: str, codes: set[str]) -> list[str]:
    """Answers as their question lists them, others by name, then what says nothing."""
    known = list(colours(column))
    return sorted(codes, key=lambda code: (code == "open", code in SILENT, known.index(code) if code in known else 0, code))


def _box(x: float, y: float, width: float, height: float) -> Any:
    from matplotlib.patches import Rectangle

    return Rectangle((x, y), width, height, color="#333333", linewidth=0)


def _ribbon(axes: Axes, first: float, second: float, height: float, colour: str) -> None:
    steps = [place / 40 for place in range(41)]
    middle = [first + (second - first) * (3 * t * t - 2 * t * t * t) for t in steps]
    xs = [0.012 + 0.976 * t for t in steps]
    axes.fill_between(xs, middle, [y + height for y in middle], color=colour, alpha=0.75, linewidth=0)
