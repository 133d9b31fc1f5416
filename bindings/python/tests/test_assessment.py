"""What follows from a patient."""

from __future__ import annotations

import json
import pickle
from concurrent.futures import ThreadPoolExecutor

import ekbom
import pytest
from conftest import PATIENTS
from ekbom import Assessment, Lab, Patient

OVERLOADED = Patient(
    [Lab("ferritin", 658, "ng/mL"), Lab("tsat", 88, "%")], age_years=46, sex="male", complete=["history"]
)


def cases() -> list[Patient]:
    return [Patient(), OVERLOADED] + [Patient.from_json(path.read_text()) for path in sorted(PATIENTS.glob("*.json"))]


@pytest.mark.parametrize("patient", cases(), ids=range(len(cases())))
def test_goes_round(patient: Patient) -> None:
    made = ekbom.assess(patient, trace=True)
    for again in (
        pickle.loads(pickle.dumps(made)),
        Assessment.from_json(made.to_json()),
        Assessment.from_dict(made.to_dict()),
    ):
        assert again == made and hash(again) == hash(made)
        assert again.positions == made.positions and again.trace == made.trace
        assert again.disagreements == made.disagreements and again.medicines == made.medicines
    assert json.loads(made.to_json()) == made.to_dict()
    assert pickle.loads(pickle.dumps(made.disagreements)) == made.disagreements
    assert ekbom.assess(patient) != made and ekbom.assess(patient).trace is None


@pytest.mark.parametrize("patient", cases(), ids=range(len(cases())))
def test_records_hold_everything(patient: Patient) -> None:
    """No key of the JSON is without an attribute: a new one shows here first."""
    made = ekbom.assess(patient, trace=True)
    for key, said in made.to_dict().items():
        if key in ("ekbom", "knowledge", "claims"):
            continue
        for record, entry in zip(getattr(made, key), said, strict=True):
            own = {name.removesuffix("_") for name in type(record).__dataclass_fields__}
            assert set(entry) <= own, key


def test_typed() -> None:
    made = ekbom.assess(OVERLOADED)
    safety = made.position("iron.safety", "ekbom-safety")
    assert safety.determined == "stop_tsat_ceiling" and safety.table == "iron.safety@ekbom-safety"
    assert made.on("iron.safety") == {"ekbom-safety": safety}
    assert made.recommendations[0].action == "haemochromatosis_workup"
    assert all(item.withheld for item in made.recommendations if item.iron and item.direction == "for")
    assert made.results[0].analyte == "ferritin" and made.results[0].counted
    assert made.knowledge[0] == "2026.1"
    assert hash(made.recommendations[0]) is not None and made.sources[0].id
    for unknown in [("iron.safety", "aasm-2025"), ("iron.savety", "ekbom-safety")]:
        with pytest.raises(ekbom.UnknownName):
            made.position(*unknown)
    trace = ekbom.assess(OVERLOADED, trace=True).trace
    assert trace is not None and len(trace) == len(made.positions)
    assert any(rule.when.parts for table in trace for rule in table.rules)


def test_policies() -> None:
    near = Patient([Lab("ferritin", 80, "ng/mL", days_ago=400)], age_years=58, complete=["history"])
    codes = {alert.code for alert in ekbom.assess(near).alerts}
    assert "sample_stale" in codes
    assert "sample_stale" not in {alert.code for alert in ekbom.assess(near, stale_after_days=500).alerts}
    aan = ekbom.assess(near).position("iron.therapy", "aan-2016")
    wide = ekbom.assess(near, uncertainty="variation").position("iron.therapy", "aan-2016")
    assert aan.determined == "not_addressed" and set(wide.possible) == {"oral", "not_addressed"}
    with pytest.raises(ekbom.UnknownName):
        ekbom.assess(near, uncertainty="none")  # type: ignore[arg-type]
    with pytest.raises(ekbom.UnknownName):
        ekbom.assess(near, stale_after_days=float("nan"))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"positions": 3}', '{"knowledge": {}, "positions": [{}]}'])
def test_text_that_is_no_assessment(text: str) -> None:
    with pytest.raises(ekbom.EkbomError):
        Assessment.from_json(text)


def test_a_newer_version_may_say_more() -> None:
    said = ekbom.assess(OVERLOADED).to_dict()
    said["new"] = 1
    said["positions"][0]["new"] = 1
    assert Assessment.from_dict(said).positions == ekbom.assess(OVERLOADED).positions


def test_threads() -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(ekbom.assess, [OVERLOADED] * 64))
    assert set(made) == {ekbom.assess(OVERLOADED)}


def test_shows_itself() -> None:
    made = ekbom.assess(OVERLOADED)
    assert "positions determined" in repr(made)
    html = made._repr_html_()
    for alert in made.alerts:
        assert alert.code in html
    for position in made.positions:
        assert position.question in html
