"""What follows from a patient."""

from __future__ import annotations

import json
import os
import pickle
import re
import subprocess
from html import unescape
from pathlib import Path

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
    assert made.knowledge[0] == "2026.2"
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


def test_shows_itself() -> None:
    assert "positions determined" in repr(ekbom.assess(OVERLOADED))


def test_shows_the_report() -> None:
    made = ekbom.assess(OVERLOADED)
    part, page = made._repr_html_(), made.to_html()
    assert part.startswith('<div class="ekbom"') and page.startswith("<!DOCTYPE html>")
    for text in map(unescape, (part, page)):
        for alert in made.alerts:
            assert alert.message in text
        for source in made.sources:
            assert source.title in text
    assert "AASM" in unescape(page) and "AASM" not in unescape(made.to_html(["nice-cks"]))
    with pytest.raises(ekbom.UnknownName) as caught:
        made.to_html(["nonsense"])
    assert "nice-cks" in caught.value.accepted


def test_the_report_is_that_of_the_command(tmp_path: Path) -> None:
    command = os.environ.get("EKBOM_COMMAND")
    if command is None:
        pytest.skip("WITHOUT the command: no EKBOM_COMMAND")
    file = tmp_path / "patient.json"
    file.write_text(OVERLOADED.to_json())
    said = subprocess.run([command, "assess", "--format", "html", file], capture_output=True, text=True, check=True)
    assert said.stdout == ekbom.assess(OVERLOADED).to_html()


def test_reports_share_no_anchor() -> None:
    """Several may stand in one notebook."""
    parts = [ekbom.assess(OVERLOADED)._repr_html_(), ekbom.assess(ekbom.Patient())._repr_html_()]
    parts.append(ekbom.assess(OVERLOADED, uncertainty="variation")._repr_html_())
    anchors = [re.findall(r' id="([^"]*)"', part) for part in parts]
    together = [anchor for own in anchors for anchor in own]
    assert min(map(len, anchors)) > 3 and len(set(together)) == len(together)
    for part, own in zip(parts, anchors, strict=True):
        assert set(re.findall(r'href="#([^"]*)"', part)) <= set(own)


def test_a_report_needs_its_patient() -> None:
    made = ekbom.assess(OVERLOADED, trace=True)
    again = pickle.loads(pickle.dumps(made))
    assert again == made and again.to_html() == made.to_html() and again._repr_html_() == made._repr_html_()
    read = ekbom.Assessment.from_json(made.to_json())
    assert "positions determined" in read._repr_html_()
    with pytest.raises(ekbom.EkbomError, match="assess the patient again"):
        read.to_html()
    # Pickled under rules that said something else: shown is what was said then, or nothing.
    kind, (own, text, origin) = made.__reduce__()
    other = kind(own, text.replace("stop_tsat_ceiling", "clear"), origin)
    assert "<div" not in other._repr_html_()


def test_what_is_usual_and_what_is_critical() -> None:
    patient = ekbom.Patient(
        age_years=58,
        labs=[ekbom.Lab("ferritin", 38, "ng/mL"), ekbom.Lab("potassium", 7.2, "mmol/L")],
    )
    assessment = ekbom.assess(patient)
    aasm = assessment.position("iron.therapy", "aasm-2025")
    assert aasm.usual is None or set(aasm.usual.possible) < set(aasm.possible)
    stage = assessment.position("kidney.uraemic_rls", "ekbom-safety")
    assert stage.usual is not None
    assert stage.usual.assuming == ("kidney_failure_would_be_known",)
    assert [one.analyte for one in assessment.critical] == ["potassium"]
    assert assessment.critical[0].direction in ("at_least", "above")
    # What an earlier version wrote has neither.
    older = assessment.to_dict()
    del older["critical"]
    for position in older["positions"]:
        del position["usual"]
    read = ekbom.Assessment.from_dict(older)
    assert read.critical == ()
    assert all(position.usual is None for position in read.positions)


def test_what_to_do_next() -> None:
    made = ekbom.assess(ekbom.Patient([ekbom.Lab("ferritin", 22, "ng/mL")], age_years=45, sex="female"))
    iron = next(act for act in made.acts if act.act == "oral_iron")
    assert (iron.kind, iron.certainty) == ("treat", "usual")
    assert iron.assuming == ("kidney_failure_would_be_known",)
    assert "aasm-2025" in iron.guidelines
    assert "test:tsat" in iron.blocked_by
    assert "test:tsat" in [act.act for act in made.acts]
    assert len(made.acts) <= 10
    older = made.to_dict()
    del older["acts"]
    assert ekbom.Assessment.from_dict(older).acts == ()
