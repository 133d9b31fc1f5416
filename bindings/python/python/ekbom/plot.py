"""Pictures; needs matplotlib (``pip install 'ekbom[plot]'``).

No answer is told by its colour alone: each has its word beside it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from . import _ekbom
from ._assessment import assess
from ._convert import convert
from ._patient import Lab, Patient
from .errors import EkbomError, PatientRefused, UnknownName

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["agreement", "flow", "labs"]

# Light enough for black words on them, and apart in lightness as well as in hue.
_COLOURS = ("#56B4E9", "#E69F00", "#66C7A6", "#E8A3C7", "#F0E442", "#B8B1E0", "#D98C5F", "#A6CEE3")
_PALE = {"not_addressed": "#E3E3E3", "not_applicable": "#EFEFEF"}
_OPEN = "#FFFFFF"


def _words(codes: Iterable[str]) -> str:
    return " or ".join(code.replace("_", " ") for code in codes)


def _colours(column: str, codes: Iterable[str] = ()) -> dict[str, str]:
    """The colour of each answer: the same in every picture, by its place in its question's list."""
    question = column.partition("@")[0]
    known = next((codes for own, _, codes in _ekbom.questions() if own == question), [])
    own = [code for code in dict.fromkeys([*known, *codes]) if code not in _PALE]
    return _PALE | {code: _COLOURS[place % len(_COLOURS)] for place, code in enumerate(own)}


def labs(patient: Patient, *, analytes: Iterable[str] | None = None) -> Figure:
    """A patient's results against the limits of each guideline.

    One panel for each result, one bar for each guideline whose answer it can change: the colours are the answers that the
    guideline would give if this result alone were different, and the line is the result. The limits are those of the
    rules, also of those that ask for what is computed from the result, as eGFR is from creatinine; every answer is
    computed.

    Parameters
    ----------
    patient : Patient
    analytes : iterable of str, optional
        Which results; by default every one on which an answer depends.

    Returns
    -------
    matplotlib.figure.Figure

    Raises
    ------
    EkbomError
        When no answer depends on any of the results.
    """
    from matplotlib.figure import Figure

    wanted = None if analytes is None else set(analytes)
    newest = {lab.analyte: lab for lab in sorted(patient.labs, key=lambda lab: -(lab.days_ago or 0))}
    derived = assess(patient).derived
    panels = []
    for lab in newest.values():
        if isinstance(lab.value, str) or lab.unit is None or (wanted is not None and lab.analyte not in wanted):
            continue
        computed = {one.fact for one in derived if lab.analyte in one.from_}
        bars = _bars(patient, lab, computed)
        if bars:
            panels.append((lab, bars))
    if not panels:
        raise EkbomError("no answer depends on any of these results")
    heights = [len(bars) + 1.4 for _, bars in panels]
    figure = Figure(figsize=(10, 0.42 * sum(heights) + 0.6), layout="constrained")
    axes = figure.subplots(len(panels), 1, height_ratios=heights, squeeze=False)[:, 0]
    for (lab, bars), own in zip(panels, axes, strict=True):
        _panel(own, lab, bars)
    return figure


_Bar = tuple[str, list[tuple[float, float, tuple[str, ...]]]]


# How far to look for limits on what is computed from a result, and in how many steps at first.
_FAR, _STEPS = 10.0, 100


def _limits(lab: Lab, computed: set[str]) -> tuple[dict[str, list[float]], list[str]]:
    """For each table, the limits for this analyte, in the unit of the result; and the tables on what is computed from it."""

    def walk(node: object) -> Iterator[tuple[str, float | None]]:
        if isinstance(node, dict):
            fact = node.get("fact")
            if fact == lab.analyte and node.get("unit"):
                for key in ("below", "at_most", "at_least", "above"):
                    if isinstance(node.get(key), int | float):
                        yield str(lab.analyte), convert(lab.analyte, node[key], node["unit"], str(lab.unit))
            elif fact in computed:
                yield fact, None
            for item in node.values():
                yield from walk(item)
        elif isinstance(node, list):
            for item in node:
                yield from walk(item)

    direct: dict[str, list[float]] = {}
    indirect = []
    for table in json.loads(_ekbom.rules_json())["tables"]:
        if table["standing"] == "current" and not table["question"].startswith("treatment."):
            found = set(walk([rule["when"] for rule in table["rules"]]))
            name = f"{table['question']}@{table['guideline']}"
            if cuts := sorted(cut for _, cut in found if cut is not None):
                direct[name] = cuts
            if any(cut is None for _, cut in found):
                indirect.append(name)
    return direct, indirect


def _changes(answers: Callable[[float], object], low: float, high: float) -> Iterator[float]:
    """Where the answers change, going up: to six digits, which no picture shows."""
    steps = [low * (high / low) ** (step / _STEPS) for step in range(_STEPS + 1)]
    for start, end in pairwise(steps):
        while answers(start) != answers(end):
            before, after = start, end
            while after / before > 1 + 1e-6:
                middle = (before * after) ** 0.5
                before, after = (middle, after) if answers(middle) == answers(start) else (before, middle)
            yield after
            start = after


def _bars(patient: Patient, lab: Lab, computed: set[str]) -> list[_Bar]:
    limits, indirect = _limits(lab, computed)
    value = float(lab.value)
    every = {cut for cuts in limits.values() for cut in cuts if cut > 0}

    @cache
    def answers(other: float, tables: tuple[str, ...]) -> dict[str, tuple[str, ...]] | None:
        patient_then = _with(patient, lab, other)
        return None if patient_then is None else {table: patient_then.possible(table) for table in tables}

    if indirect and value > 0:
        asked = tuple(indirect)
        every.update(_changes(lambda other: answers(other, asked), value / _FAR, value * _FAR))
    if not every:
        return []
    low, high = min(min(every), value) / 2, max(max(every), value) * 3
    edges = [low, *sorted(every), high]
    tables = tuple(dict.fromkeys([*limits, *indirect]))
    # Between two limits nothing changes: one value of each stretch stands for it.
    there = [answers((one * other) ** 0.5, tables) for one, other in pairwise(edges)]
    bars: list[_Bar] = []
    for table in tables:
        stretches: list[tuple[float, float, tuple[str, ...]]] = []
        for (start, end), other in zip(pairwise(edges), there, strict=True):
            if other is None:
                continue
            if stretches and stretches[-1][2] == other[table] and stretches[-1][1] == start:
                stretches[-1] = (stretches[-1][0], end, other[table])
            else:
                stretches.append((start, end, other[table]))
        if len({answers for _, _, answers in stretches}) > 1:
            bars.append((table, stretches))
    return bars


def _with(patient: Patient, lab: Lab, value: float) -> Patient | None:
    said = patient.to_dict()
    changed = lab.to_dict() | {"value": value, "confirmed": True}
    changed.pop("comparator", None)
    said["labs"] = [changed if one == lab.to_dict() else one for one in said["labs"]]
    try:
        return Patient.from_dict(said)
    except PatientRefused:
        return None


def _panel(axes: Axes, lab: Lab, bars: list[_Bar]) -> None:
    from math import log

    value = float(lab.value)
    left = min(stretches[0][0] for _, stretches in bars)
    right = max(stretches[-1][1] for _, stretches in bars)
    for place, (table, stretches) in enumerate(bars):
        own = _colours(table)
        for start, end, answers in stretches:
            fixed = len(answers) == 1
            axes.barh(
                place,
                end - start,
                left=start,
                height=0.8,
                color=own[answers[0]] if fixed else _OPEN,
                edgecolor="#444444",
                linewidth=0.6,
                hatch=None if fixed else "....",
            )
            room = log(end / start) / log(right / left)
            _label(axes, (start * end) ** 0.5, place, _words(answers) if fixed else "open", room, own[answers[0]] if fixed else _OPEN)
    axes.axvline(value, color="black", linewidth=1.8, zorder=3)
    axes.set_xscale("log")
    axes.set_xlim(left, right)
    ticks = sorted({edge for _, stretches in bars for start, end, _ in stretches for edge in (start, end)})[1:-1]
    shown: list[float] = []
    for tick in ticks:
        # Where the numbers would run into each other, the first of them stands for the rest.
        if not shown or log(tick / shown[-1]) / log(right / left) > 0.012 + 0.009 * len(f"{tick:.4g}"):
            shown.append(tick)
    axes.set_xticks(shown, [f"{tick:.4g}" for tick in shown])
    axes.set_xticks([], minor=True)
    axes.set_yticks(range(len(bars)), [table.replace("@", "  ") for table, _ in bars], fontsize=8)
    axes.set_ylim(len(bars) - 0.5, -0.5)
    axes.tick_params(axis="x", labelsize=8)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    name = lab.analyte.replace("_", " ")
    axes.set_title(f"{name} {lab.comparator or ''}{value:g} {lab.unit}", loc="left", fontsize=10, fontweight="bold")


def _label(axes: Axes, x: float, y: float, text: str, room: float, behind: str) -> None:
    """A word where there is room for it (`room` is a share of the width): in lines or upright if need be."""
    # About so many letters fit the width.
    letters, size, rotation = room * 105, 8.0, 0
    if letters < len(text):
        text, size = text.replace(" ", "\n"), 6.5
    longest = max(map(len, text.split("\n")))
    if letters < longest:
        size, rotation = 6.5, 90
        if letters < 1.8 * (text.count("\n") + 1) or longest > 9:
            return
    box = {"facecolor": behind, "edgecolor": "none", "pad": 0.8}
    axes.text(x, y, text, ha="center", va="center", fontsize=size, rotation=rotation, bbox=box, zorder=4)


def _column(frame: Any, name: str) -> list[str | None]:
    """A column of whatever kind of frame as a list."""
    columns = list(getattr(frame, "column_names", None) or frame.columns)
    if name not in columns:
        raise UnknownName("column", name, [column for column in columns if "@" in column])
    if hasattr(frame, "to_dicts") and not hasattr(frame, "get_column"):
        return [row[name] for row in frame.to_dicts()]
    column = frame.column(name) if hasattr(frame, "column_names") else frame[name]
    for read in ("to_list", "to_pylist", "tolist"):
        if hasattr(column, read):
            return [value if isinstance(value, str) else None for value in getattr(column, read)()]
    raise EkbomError(f"cannot read a column of {type(frame).__name__}")


def _weights(weights: Sequence[float] | None, rows: int) -> list[float]:
    own = [1.0] * rows if weights is None else [float(weight) for weight in weights]
    if len(own) != rows:
        raise EkbomError(f"{len(own)} weights for {rows} rows")
    return own


def agreement(frame: Any, question: str, *, weights: Sequence[float] | None = None) -> Figure:
    """How often guidelines agree, pair by pair.

    Of the rows to which both give a determined answer and neither is silent. Answers agree when they are equal, or
    declared compatible: oral iron with oral or intravenous. A cell tells the share that agrees, and how many rows that
    is of.

    Parameters
    ----------
    frame : what :func:`ekbom.assess_frame` made
    question : str
    weights : sequence of float, optional
        One a row, for shares of a population; the number of rows stays a number of rows.

    Returns
    -------
    matplotlib.figure.Figure
    """
    from matplotlib.figure import Figure

    columns = list(getattr(frame, "column_names", None) or frame.columns)
    names = [name for name in columns if name.startswith(f"{question}@") and ":" not in name]
    if len(names) < 2:
        raise UnknownName("question with two guidelines in this frame", question, columns)
    answers = {name: _column(frame, name) for name in names}
    own = _weights(weights, len(answers[names[0]]))
    speaks = {name: [value if value not in _PALE else None for value in values] for name, values in answers.items()}
    compatible = _compatible(question)
    side = 1.1 + 1.05 * len(names)
    figure = Figure(figsize=(side + 1.6, side), layout="constrained")
    axes = figure.subplots()
    shares: list[list[float]] = []
    for row, one in enumerate(names):
        shares.append([])
        for column, other in enumerate(names):
            both = [
                (weight, first == second or frozenset((first, second)) in compatible)
                for weight, first, second in zip(own, speaks[one], speaks[other], strict=True)
                if first is not None and second is not None
            ]
            total = sum(weight for weight, _ in both)
            share = sum(weight for weight, same in both if same) / total if total else float("nan")
            shares[-1].append(share)
            text = f"{share:.0%}\n{len(both):,}" if total else "none"
            # Dark cells take white words.
            colour = "white" if total and share > 0.6 else "black"
            axes.text(column, row, text, ha="center", va="center", fontsize=9, color=colour)
    axes.imshow(shares, vmin=0, vmax=1, cmap="Blues")
    labels = [name.partition("@")[2] for name in names]
    axes.set_xticks(range(len(names)), labels, rotation=30, ha="right", fontsize=9)
    axes.set_yticks(range(len(names)), labels, fontsize=9)
    axes.set_title(f"{question}: share that agrees, of the rows that both answer", fontsize=10, loc="left")
    for side_name in ("top", "right", "left", "bottom"):
        axes.spines[side_name].set_visible(False)
    axes.tick_params(length=0)
    return figure


def _compatible(question: str) -> set[frozenset[str]]:
    pairs = next(one["compatible"] for one in json.loads(_ekbom.rules_json())["questions"] if one["id"] == question)
    return {frozenset((one, other)) for first, second in pairs for one in first for other in second}


def flow(frame: Any, left: str, right: str, *, weights: Sequence[float] | None = None) -> Figure:
    """From one answer to another: how the rows of each class are divided among the answers of a guideline.

    Parameters
    ----------
    frame : what :func:`ekbom.assess_frame` made, perhaps with columns of your own
    left, right : str
        Columns, such as ``iron.safety@ekbom-safety`` and ``iron.therapy@aasm-2025``. What is not determined is ``open``.
    weights : sequence of float, optional
        One a row.

    Returns
    -------
    matplotlib.figure.Figure
    """
    from matplotlib.figure import Figure

    sides = [[value or "open" for value in _column(frame, name)] for name in (left, right)]
    own = _weights(weights, len(sides[0]))
    counts: dict[tuple[str, str], float] = {}
    for weight, one, other in zip(own, *sides, strict=True):
        counts[one, other] = counts.get((one, other), 0.0) + weight
    total = sum(counts.values())
    if not total:
        raise EkbomError("the frame has no row")
    order = [_in_order(left, set(sides[0])), []]
    places = {code: place for place, code in enumerate(order[0])}

    def centre(code: str) -> float:
        """Where on the left most of it comes from: the ribbons then cross as little as they can."""
        own = [(places[one], weight) for (one, other), weight in counts.items() if other == code]
        return sum(place * weight for place, weight in own) / (sum(weight for _, weight in own) or 1.0)

    order[1] = sorted(_in_order(right, set(sides[1])), key=lambda code: (code == "open", centre(code)))
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
    colours = _colours(left, order[0]) | {"open": "#C8C8C8"}
    figure = Figure(figsize=(9, 0.9 + 0.55 * max(len(codes) for codes in order) + 2), layout="constrained")
    axes = figure.subplots()
    starts = [dict(top) for top in tops]
    for one in order[0]:
        for other in order[1]:
            weight = counts.get((one, other), 0)
            if not weight:
                continue
            first, second = starts[0][one], starts[1][other]
            _ribbon(axes, first, second, float(weight), colours[one])
            starts[0][one] += weight
            starts[1][other] += weight
    for place, (x, align) in enumerate(((0.0, "right"), (1.0, "left"))):
        for code in order[place]:
            top, height = tops[place][code], sums[place][code]
            axes.add_patch(_box(x - 0.012, top, 0.024, float(height)))
            text = f"{_words([code])}  {height / total:.1%}"
            axes.text(x + (-0.025 if place == 0 else 0.025), top + height / 2, text, ha=align, va="center", fontsize=9)
    axes.text(0, -1.5 * gap, left.replace("@", "\n"), ha="center", va="bottom", fontsize=9, fontweight="bold")
    axes.text(1, -1.5 * gap, right.replace("@", "\n"), ha="center", va="bottom", fontsize=9, fontweight="bold")
    axes.set_xlim(-0.45, 1.45)
    axes.set_ylim(max(top + sums[p][code] for p in (0, 1) for code, top in tops[p].items()) + gap, -5 * gap)
    axes.axis("off")
    return figure


def _in_order(column: str, codes: set[str]) -> list[str]:
    """Answers as their question lists them, others by name, then what says nothing."""
    known = list(_colours(column))
    return sorted(codes, key=lambda code: (code == "open", code in _PALE, known.index(code) if code in known else 0, code))


def _box(x: float, y: float, width: float, height: float) -> Any:
    from matplotlib.patches import Rectangle

    return Rectangle((x, y), width, height, color="#333333", linewidth=0)


def _ribbon(axes: Axes, first: float, second: float, height: float, colour: str) -> None:
    steps = [place / 40 for place in range(41)]
    middle = [first + (second - first) * (3 * t * t - 2 * t * t * t) for t in steps]
    xs = [0.012 + 0.976 * t for t in steps]
    axes.fill_between(xs, middle, [y + height for y in middle], color=colour, alpha=0.75, linewidth=0)
