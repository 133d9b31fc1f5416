"""A patient's results against the limits of each guideline."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from .. import _ekbom
from .._assessment import assess
from .._convert import convert
from .._patient import Lab, Patient
from ..errors import EkbomError, PatientRefused
from ._shared import OPEN, colours, table_name, words

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


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
        is_amount = lab.doubt is None and isinstance(lab.value, int | float) and lab.unit is not None
        if not is_amount or (wanted is not None and lab.analyte not in wanted):
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


def _number(lab: Lab) -> float:
    """The value of a result of which it is known that it is a number."""
    return float(lab.value) if isinstance(lab.value, int | float) else float("nan")


def _bars(patient: Patient, lab: Lab, computed: set[str]) -> list[_Bar]:
    limits, indirect = _limits(lab, computed)
    value = _number(lab)
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

    value = _number(lab)
    left = min(stretches[0][0] for _, stretches in bars)
    right = max(stretches[-1][1] for _, stretches in bars)
    for place, (table, stretches) in enumerate(bars):
        own = colours(table)
        for start, end, answers in stretches:
            fixed = len(answers) == 1
            axes.barh(
                place,
                end - start,
                left=start,
                height=0.8,
                color=own[answers[0]] if fixed else OPEN,
                edgecolor="#444444",
                linewidth=0.6,
                hatch=None if fixed else "....",
            )
            room = log(end / start) / log(right / left)
            _label(axes, (start * end) ** 0.5, place, words(answers) if fixed else "open", room, own[answers[0]] if fixed else OPEN)
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
    axes.set_yticks(range(len(bars)), [table_name(table) for table, _ in bars], fontsize=8)
    axes.set_ylim(len(bars) - 0.5, -0.5)
    axes.tick_params(axis="x", labelsize=8)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    name = words([lab.analyte])
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
