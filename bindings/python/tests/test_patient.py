"""One patient: said, checked, kept."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import ekbom
import pytest
from ekbom import Lab, Patient


def woman(**more: Any) -> Patient:
    said: dict[str, Any] = {"age_years": 58, "sex": "female", "complete": ["history"]} | more
    return Patient([Lab("ferritin", 38, "ng/mL"), Lab("creatinine", 0.9, "mg/dL")], **said)


def test_said_alike_is_equal() -> None:
    assert woman() == woman(age_years=58.0, medicines=(), symptoms={})
    assert hash(woman()) == hash(woman(age_years=58.0))
    assert woman() != woman(age_years=59)
    assert woman() != "a patient"
    assert len({woman(), woman(), woman(sex="male")}) == 2


@pytest.mark.parametrize(
    "said",
    [
        {"history": {"gastrectomy": None}, "complete": ["history"]},
        {"medicines": None, "complete": ["medicines"]},
        {"history": {"pregnant": None, "crohn": True}, "sex": "female", "complete": ["history"]},
    ],
)
def test_named_without_a_value_is_not_left_unmentioned(said: Any) -> None:
    """A complete group does not close it, here and in another process."""
    patient = Patient.from_dict(said)
    closed = {key: value for key, value in said.items() if value is not None}
    closed = {key: {own: it for own, it in value.items() if it is not None} if key == "history" else value for key, value in closed.items()}
    assert patient != Patient.from_dict(closed)
    answers = ekbom.assess(patient).to_json()
    assert answers != ekbom.assess(Patient.from_dict(closed)).to_json()
    for again in (pickle.loads(pickle.dumps(patient)), Patient.from_dict(patient.to_dict()), patient.replace(age_years=None)):
        assert again == patient and ekbom.assess(again).to_json() == answers


def test_mappings_and_labs_say_the_same() -> None:
    lab = {"analyte": "ferritin", "value": 38, "unit": "ng/mL"}
    assert Patient([lab]) == Patient([Lab("ferritin", 38, "ng/mL")]) == Patient.from_dict({"labs": [lab]})
    assert Patient.from_json(json.dumps({"labs": [lab]})) == Patient([lab])


@pytest.mark.parametrize("again", [lambda p: pickle.loads(pickle.dumps(p)), copy.copy, copy.deepcopy])
def test_goes_round(again: Any) -> None:
    patient = woman(symptoms={"irls_total": 24, "mimics": "ruled_out"}, history={"trimester": 2})
    assert again(patient) == patient and type(again(patient)) is Patient
    assert Patient.from_dict(patient.to_dict()) == patient
    assert eval(repr(patient), {"Patient": Patient, "Lab": Lab}) == patient


def test_nothing_known() -> None:
    assert Patient() == Patient.from_json('{"labs": []}') == Patient.from_dict({})
    assert repr(Patient()) == "Patient()"
    assert Patient().to_dict() == {} and Patient().labs == ()


def test_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        woman().age_years = 3  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        Lab("ferritin", 38, "ng/mL").value = 40  # type: ignore[misc]
    said = woman().to_dict()
    said["age_years"] = 3
    assert woman().to_dict()["age_years"] == 58


def test_every_fault_at_once() -> None:
    with pytest.raises(ekbom.PatientRefused) as caught:
        Patient(
            [Lab("creatinine", 88, "mg/dL"), Lab("crp", 5), Lab("feritin", 38, "ng/mL")],
            age_years=200,
            history={"chron": True},
        )
    error = caught.value
    assert {fault.field for fault in error.faults} == {
        "labs[0].value",
        "labs[1].unit",
        "labs[2].analyte",
        "age_years",
        "history.chron",
    }
    by_field = {fault.field: fault for fault in error.faults}
    assert by_field["labs[2].analyte"].accepted == ("ferritin",)
    assert by_field["labs[0].value"].accepted[0] == "umol/L"
    assert by_field["history.chron"].accepted == ("crohn",)
    assert "labs[2].analyte" in str(error) and isinstance(error, ValueError)
    assert all(f"`{fault.value}`: {fault.message}" in str(error) for fault in error.faults if fault.value)
    assert pickle.loads(pickle.dumps(error)).faults == error.faults
    assert error.at_row(7).faults[0].row == 7 and str(error.at_row(7)).startswith("row 7: ")


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_numbers_that_are_none(value: float) -> None:
    with pytest.raises(ekbom.PatientRefused) as caught:
        Patient([Lab("ferritin", 38, "ng/mL"), Lab("tsat", value, "%")])
    assert caught.value.faults[0].field == "labs[1].value"
    with pytest.raises(ekbom.PatientRefused):
        Patient.from_json(f'{{"age_years": {value}}}')


def test_whole_numbers_beyond_any_limit() -> None:
    with pytest.raises(ekbom.PatientRefused):
        Patient([Lab("ferritin", 10**400, "ng/mL")])


@pytest.mark.parametrize("text", ["", "[]", "null", "{", '{"labs": 3}', '{"sex": "female", "sex": "male"}', "[" * 10**5])
def test_text_that_is_no_patient(text: str) -> None:
    with pytest.raises(ekbom.PatientRefused):
        Patient.from_json(text)


def test_a_lone_string_is_not_a_list_of_letters() -> None:
    assert Patient(complete="history") == Patient(complete=["history"])  # type: ignore[arg-type]


def test_numpy_numbers() -> None:
    numpy = pytest.importorskip("numpy")
    patient = Patient([Lab("ferritin", numpy.float32(38), "ng/mL")], age_years=numpy.int64(58))
    assert patient == Patient([Lab("ferritin", 38, "ng/mL")], age_years=58)
    with pytest.raises(TypeError):
        Patient([Lab("ferritin", object(), "ng/mL")])  # type: ignore[arg-type]


def test_possible_is_the_position() -> None:
    patient = woman()
    for position in ekbom.assess(patient).positions:
        assert patient.possible(position.table) == position.possible
    with pytest.raises(ekbom.UnknownName) as caught:
        patient.possible("iron.therapy")
    assert "iron.therapy@aasm-2025" in str(caught.value)


def test_units() -> None:
    assert ekbom.convert("hba1c", 48, "mmol/mol", "%") == pytest.approx(6.54, abs=0.01)
    for arguments in [("ferritin", 1, "mmol/L", "ng/mL"), ("ferritin", 1, "ng/mL", "?"), ("xyzzy", 1, "%", "%")]:
        with pytest.raises(ekbom.UnknownName) as caught:
            ekbom.convert(*arguments)
        assert caught.value.accepted
        assert pickle.loads(pickle.dumps(caught.value)).accepted == caught.value.accepted


def test_html_escapes() -> None:
    patient = Patient([Lab("ferritin", 38, "ng/mL", assay="<script>")], medicines=["<b>"], unknown_medicines="carry")
    html = patient._repr_html_() + ekbom.assess(patient)._repr_html_()
    assert "<script>" not in html and "<b><" not in html and "&lt;script&gt;" in html
