"""What a limit does to the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import _answers, _ekbom
from ..errors import EkbomError
from ._shared import bare, canvas, colours, table_name, words

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def sensitivity(
    frame: Any, *, rule: str | None = None, table: str | None = None, ax: Axes | None = None, title: str | None = None
) -> Figure:
    """The share of each answer over the values of a limit: between two lines where rows are open.

    Parameters
    ----------
    frame : what :func:`ekbom.sensitivity` made
    rule : str, optional
        Whose limit; the first of the frame by default.
    table : str, optional
        Whose answers, as ``question@guideline``; by default those of the table whose limit it is.
    ax : matplotlib.axes.Axes, optional
        To draw into; a new figure by default.
    title : str, optional

    Returns
    -------
    matplotlib.figure.Figure
    """
    read = {name: _answers.values(frame, name) for name in _answers.names(frame)}
    if not {"limit", "table", "answer", "at_least", "at_most", "printed"} <= set(read):
        raise EkbomError("a frame that `ekbom.sensitivity` made is needed")
    if not read["rule"]:
        raise EkbomError("the frame has no row")
    of = rule or str(read["rule"][0])
    wanted = table or "@".join(reversed(of.split("/")[:2]))
    rows = [place for place, name in enumerate(read["table"]) if name == wanted and read["rule"][place] == of]
    if not rows:
        there = dict.fromkeys(f"{own} ({name})" for own, name in zip(read["rule"], read["table"], strict=True))
        raise EkbomError(f"the frame has no limit of `{of}` with answers of `{wanted}` (there are: {', '.join(there)})")
    codes = list(dict.fromkeys(read["answer"][place] for place in rows if read["at_most"][place] > 0))
    shades = colours(wanted, codes)
    markers = dict(zip(codes, "osD^vP*X" * 3, strict=False))
    figure, axes = canvas(ax, 8, 4.6)
    for code in codes:
        points = sorted((read["limit"][at], read["at_least"][at], read["at_most"][at]) for at in rows if read["answer"][at] == code)
        limits, low, high = (list(column) for column in zip(*points, strict=True))
        if low != high:
            axes.fill_between(limits, low, high, color=shades[code], alpha=0.35, linewidth=0)
        for ends, style in ((low, "-"), (high, "--")):
            axes.plot(limits, ends, color="#333333", linewidth=0.9, linestyle=style)
        axes.plot(limits, low, linestyle="", marker=markers[code], color=shades[code], markeredgecolor="#333333", markersize=6)
        axes.annotate(words([code]), (limits[-1], (low[-1] + high[-1]) / 2), xytext=(8, 0), textcoords="offset points", va="center", fontsize=9)
    printed, fact = read["printed"][rows[0]], str(read["fact"][rows[0]])
    axes.axvline(printed, color="#333333", linewidth=1, linestyle=":")
    axes.annotate(f"printed: {printed:g}", (printed, 1.0), xycoords=("data", "axes fraction"), xytext=(3, -3), textcoords="offset points", va="top", fontsize=8)
    axes.set_ylim(bottom=0)
    axes.margins(x=0.02)
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
    unit = str(read["unit"][rows[0]])
    axes.set_xlabel(f"{_ekbom.word(fact)}{f', {unit}' if unit else ''}: the limit of rule {of.rsplit('/', 1)[-1].replace('-', ' ')}", fontsize=9)
    bare(axes, "top", "right")
    count, gone = int(read["rows"][rows[0]]), int(read["refused"][rows[0]])
    said = f"N = {count:,}{f'; {gone:,} refused' if gone else ''}; full line: certain, dashed: at most"
    axes.set_title(f"{title or table_name(wanted)}\n{said}", fontsize=10, loc="left")
    return figure
