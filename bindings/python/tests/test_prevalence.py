"""Shares with what is not known: bounds that more knowledge can only narrow."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from typing import Any, cast

import duckdb
import ekbom
import pandas
import polars
import pytest
from ekbom._answers import SILENT, Share, states

plot = pytest.importorskip("ekbom.plot")
pytest.importorskip("matplotlib")

COLUMNS: Any = {
    "ferritin": ("fer", "ng/mL"),
    "tsat": ("tsat", "%"),
    "crp": ("crp", "mg/L"),
    "haemoglobin": ("hb", "g/dL"),
    "age_years": "age",
    "sex": "sex",
}
ASK: Any = {"complete": ["history"], "questions": ["iron.therapy", "iron.deficiency", "iron.safety"], "refused": "null"}


def people(missing: float, rows: int = 400, seed: int = 5) -> polars.DataFrame:
    own, gaps = random.Random(seed), random.Random(seed + 1)

    def some(value: float) -> float | None:
        return None if gaps.random() < missing else value

    return polars.DataFrame(
        {
            "fer": [some(round(own.lognormvariate(4.1, 0.9), 1)) for _ in range(rows)],
            "tsat": [some(round(min(95.0, own.lognormvariate(3.2, 0.5)), 1)) for _ in range(rows)],
            "crp": [some(round(own.lognormvariate(0.7, 1.0), 1)) for _ in range(rows)],
            "hb": [some(round(own.gauss(13.6, 1.5), 1)) for _ in range(rows)],
            "age": [own.randint(18, 85) for _ in range(rows)],
            "sex": [own.choice(["female", "male"]) for _ in range(rows)],
        }
    )


def answered(frame: Any, **more: Any) -> Any:
    return ekbom.assess_frame(frame, COLUMNS, constants={"pregnant": False}, **(ASK | {"possible": True} | more))


FULL, GAPS = answered(people(0.0)), answered(people(0.4))


@pytest.mark.parametrize("weights", [None, [random.Random(3).random() for _ in range(400)]])
@pytest.mark.parametrize("of", ["everyone", "addressed"])
def test_more_knowledge_only_narrows(weights: Any, of: Any) -> None:
    for question, answer in (("iron.deficiency", "deficient"), ("iron.therapy", ["oral_or_iv", "iv_only"])):
        open_, closed = (ekbom.prevalence(made, question, answer, of=of, weights=weights).to_dicts() for made in (GAPS, FULL))
        for wide, narrow in zip(open_, closed, strict=True):
            assert wide["guideline"] == narrow["guideline"] and wide["rows"] >= narrow["rows"]
            if not math.isnan(narrow["at_least"]):
                assert wide["at_least"] <= narrow["at_least"] + 1e-12 and narrow["at_most"] <= wide["at_most"] + 1e-12
        for wide, narrow in zip(
            ekbom.agreement(GAPS, question, weights=weights).to_dicts(),
            ekbom.agreement(FULL, question, weights=weights).to_dicts(),
            strict=True,
        ):
            if not math.isnan(narrow["at_least"]):
                assert wide["at_least"] <= narrow["at_least"] + 1e-12 and narrow["at_most"] <= wide["at_most"] + 1e-12


def test_the_same_people_without_saturation() -> None:
    """Of the same people nothing else may be said only because less was measured."""
    frame = people(0.0)
    less = answered(frame.with_columns(tsat=polars.lit(None, dtype=polars.Float64)))
    for known, unknown in zip(ekbom.agreement(FULL, "iron.therapy").to_dicts(), ekbom.agreement(less, "iron.therapy").to_dicts(), strict=True):
        assert unknown["at_least"] <= known["at_least"] and known["at_most"] <= unknown["at_most"], known
    pair = ekbom.agreement(less, "iron.therapy").row(0, named=True)
    assert pair["open"] > 0 and pair["at_least"] < pair["at_most"]


def test_bounds_are_those_of_every_completion() -> None:
    """Against all ways in which a few open rows can turn out."""
    from itertools import product

    own = random.Random(11)
    kinds = [(yes, no, out) for yes, no, out in product((False, True), repeat=3) if yes or no or out]
    for _ in range(300):
        rows = [(own.choice((0.5, 1.0, 2.0)), *own.choice(kinds)) for _ in range(own.randint(1, 5))]
        share = Share()
        for row in rows:
            share.add(*row)
        found = []
        for ends in product(*(["yes"] * yes + ["no"] * no + ["out"] * out for _, yes, no, out in rows)):
            yes = sum(row[0] for row, end in zip(rows, ends, strict=True) if end == "yes")
            total = sum(row[0] for row, end in zip(rows, ends, strict=True) if end != "out")
            if total:
                found.append(yes / total)
        if found:
            assert share.at_least == pytest.approx(min(found)) and share.at_most == pytest.approx(max(found)), rows
        else:
            assert math.isnan(share.at_least) and math.isnan(share.at_most)


def test_states_of_a_pair() -> None:
    same: set[frozenset[str]] = {frozenset(("oral", "oral_or_iv"))}
    oral, either, silent = frozenset(("oral",)), frozenset(("oral_or_iv",)), frozenset(("not_addressed",))
    assert states(oral, either, same) == (True, False, False)
    assert states(oral, frozenset(("iv_only",)), same) == (False, True, False)
    assert states(oral | silent, either, same) == (True, False, True)
    assert states(silent, either, same) == (False, False, True)
    assert "insufficient_evidence" in SILENT


def test_groups_refused_and_without_possible() -> None:
    frame = people(0.2).with_columns(fer=polars.when(polars.int_range(polars.len()) < 10).then(-1.0).otherwise("fer"))
    made = answered(frame, keep=["sex"], on_refusal="refuse")
    whole = ekbom.prevalence(made).row(1, named=True)
    assert whole["guideline"] == "who-2020" and whole["refused"] == 10 and whole["rows"] == 390
    parts = ekbom.prevalence(made, by="sex").filter(polars.col("guideline") == "who-2020").to_dicts()
    assert [part["group"] for part in parts] == ["female", "male"]
    assert sum(part["rows"] for part in parts) == 390 and sum(part["refused"] for part in parts) == 10
    plain = ekbom.prevalence(answered(frame, possible=False, on_refusal="refuse")).row(1, named=True)
    assert plain["at_least"] == whole["at_least"] and plain["at_most"] >= whole["at_most"]
    assert "10 refused" in plot.prevalence(made).axes[0].get_title(loc="left")


@pytest.mark.parametrize("kind", [polars.DataFrame.to_pandas, polars.DataFrame.to_arrow, lambda own: duckdb.from_arrow(own.to_arrow())])
def test_every_kind_of_frame(kind: Any) -> None:
    frame = kind(people(0.3, 60))
    made = answered(frame)
    own = ekbom.prevalence(made)
    assert type(own) is type(frame)
    rows = own.fetchall() if hasattr(own, "fetchall") else [tuple(row) for row in own.values.tolist()] if isinstance(own, pandas.DataFrame) else [tuple(row.values()) for row in own.to_pylist()]
    assert rows == ekbom.prevalence(answered(people(0.3, 60))).rows()
    plot.agreement(made, "iron.therapy")
    plot.flow(made, "iron.safety@ekbom-safety", "iron.therapy@aasm-2025")


@pytest.mark.parametrize(
    ("weights", "says"),
    [
        ([1.0] * 399, "399 weights for 400 rows"),
        ([1.0] * 399 + [float("nan")], "row 399 has the weight nan"),
        ([1.0] * 399 + [None], "row 399"),
        ([-1.0] + [1.0] * 399, "row 0 has the weight -1.0"),
        ([0.0] * 400, "all of them are 0"),
        (["a"] * 400, "a number for each row"),
    ],
)
def test_weights_are_checked(weights: Any, says: str) -> None:
    asks: list[Callable[[], object]] = [
        lambda: ekbom.prevalence(GAPS, weights=weights),
        lambda: ekbom.agreement(GAPS, "iron.therapy", weights=weights),
        lambda: plot.agreement(GAPS, "iron.therapy", weights=weights),
        lambda: plot.flow(GAPS, "iron.safety@ekbom-safety", "iron.therapy@nice-cks", weights=weights),
    ]
    for ask in asks:
        with pytest.raises(ekbom.EkbomError) as caught:
            ask()
        assert says in str(caught.value)


def test_what_is_misspelt() -> None:
    asks: list[tuple[Callable[[], object], str]] = [
        (lambda: ekbom.prevalence(GAPS, "iron.deficiency", "deficent"), "did you mean `deficient`?"),
        (lambda: ekbom.prevalence(GAPS, "iron.deficit"), "did you mean `iron.deficiency`?"),
        (lambda: ekbom.prevalence(GAPS, of=cast(Any, "all")), "accepted: everyone, addressed"),
        (lambda: ekbom.prevalence(GAPS, by="gender"), "gender"),
        (lambda: plot.missing(GAPS, "iron.therapy"), "needs=True"),
        (lambda: plot.agreement(GAPS, "iron.overload"), "iron.overload"),
    ]
    for ask, says in asks:
        with pytest.raises(ekbom.EkbomError) as caught:
            ask()
        assert says in str(caught.value)


def test_pictures_say_of_how_many_and_take_axes() -> None:
    from matplotlib.figure import Figure

    made = answered(people(0.3), needs=True)
    weights = [1.0] * 400
    draws: list[Callable[..., Any]] = [
        lambda **more: plot.agreement(made, "iron.therapy", weights=weights, **more),
        lambda **more: plot.prevalence(made, weights=weights, **more),
        lambda **more: plot.missing(made, "iron.deficiency", weights=weights, **more),
        lambda **more: plot.flow(made, "iron.safety@ekbom-safety", "iron.therapy@aasm-2025", weights=weights, **more),
    ]
    for draw in draws:
        figure = Figure()
        left, _ = figure.subplots(1, 2)
        assert draw(ax=left, title="Own title") is figure
        title = left.get_title(loc="left")
        assert "Own title" in title and "N = 400, weighted" in title
        texts = " ".join(text.get_text() for text in [*left.texts, *left.get_xticklabels(), *left.get_yticklabels()])
        assert "_" not in texts, texts
