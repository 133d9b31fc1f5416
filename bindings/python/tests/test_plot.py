"""Pictures are drawn, and say what the answers say. How they look is for eyes."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import ekbom
import pandas
import polars
import pyarrow
import pytest
from ekbom import Lab, Patient

plot = pytest.importorskip("ekbom.plot")
from ekbom.plot import _labs  # noqa: E402
pytest.importorskip("matplotlib")

PATIENT = Patient(
    [
        Lab("ferritin", 60, "ug/L"),
        Lab("tsat", 18, "%"),
        Lab("b12_total", 205, "pg/mL"),
        Lab("creatinine", 0.9, "mg/dL"),
        Lab("ifab", "negative"),
    ],
    age_years=58,
    sex="female",
    complete=["history"],
)


def words(figure: Any) -> list[str]:
    figure.savefig(BytesIO(), format="png")
    return [text.get_text().replace("\n", " ") for axes in figure.axes for text in [*axes.texts, *axes.get_yticklabels(), axes.title]]


def test_labs() -> None:
    said = words(plot.labs(PATIENT, analytes=["ferritin", "b12_total"]))
    assert {"oral or IV", "grey zone", "deficient", "Iron for RLS, NICE CKS"} <= set(said)
    with pytest.raises(ekbom.EkbomError):
        plot.labs(Patient())


def test_labs_from_which_something_is_computed() -> None:
    creatinine = next(lab for lab in PATIENT.labs if lab.analyte == "creatinine")
    bars = dict(_labs._bars(PATIENT, creatinine, {"egfr"}))
    stretches = bars["kidney.stage@kdigo"]
    assert [answers for _, _, answers in stretches] == [("g1",), ("g2",), ("g3a",), ("g3b",), ("g4",), ("g5",)]
    for (_, end, _), limit in zip(stretches, (90, 60, 45, 30, 15), strict=False):
        changed = Patient([Lab("creatinine", end, "mg/dL")], age_years=58, sex="female")
        assert ekbom.assess(changed).derived[0].value == pytest.approx(limit, abs=0.01)
    assert "Kidney function, KDIGO" in words(plot.labs(PATIENT, analytes=["creatinine"]))


ROWS = [(float(place), 50.0 + place % 10) for place in range(5, 400, 5)]
ANSWERS = ekbom.assess_frame(
    polars.DataFrame(ROWS, schema=["fer", "age"], orient="row"),
    {"ferritin": ("fer", "ng/mL"), "age_years": "age"},
    complete=["history"],
    questions=["iron.therapy", "iron.safety"],
    constants={"pregnant": False},
)


@pytest.mark.parametrize("kind", [lambda frame: frame, polars.DataFrame.to_pandas, polars.DataFrame.to_arrow])
def test_cohort(kind: Any) -> None:
    frame = kind(ANSWERS)
    assert isinstance(frame, polars.DataFrame | pandas.DataFrame | pyarrow.Table)
    assert any("100%" in text for text in words(plot.agreement(frame, "iron.therapy")))
    said = words(plot.flow(frame, "iron.safety@ekbom-safety", "iron.therapy@nice-cks"))
    assert any(text.startswith("grey zone  ") for text in said)
    with pytest.raises(ekbom.UnknownName):
        plot.flow(frame, "a", "b")
    with pytest.raises(ekbom.UnknownName):
        plot.agreement(frame, "iron.safety")
    with pytest.raises(ekbom.EkbomError):
        plot.flow(frame, "iron.safety@ekbom-safety", "iron.therapy@nice-cks", weights=[1.0])
