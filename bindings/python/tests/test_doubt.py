"""A result in doubt, a value that is set aside, and the cause of a fault: what JSON can say, said with types."""

from __future__ import annotations

import copy
import json
import pickle
import typing

import ekbom
import pytest
from ekbom import Lab, Patient, types

OLD = Lab("ferritin", 20, "ng/mL", days_ago=300)
DOUBTED = Lab("ferritin", 658, "ng/mL", days_ago=2, doubt="the name on the tube is another")


def test_an_older_result_does_not_stand_for_one_in_doubt() -> None:
    sure = ekbom.assess(Patient([OLD], age_years=46, sex="male"))
    made = ekbom.assess(Patient([OLD, DOUBTED], age_years=46, sex="male"))
    assert [(own.field, own.kind) for own in made.set_aside] == [
        ("labs[0].value", "newer_set_aside"),
        ("labs[1].value", "doubted"),
    ]
    assert made.set_aside[1].message == DOUBTED.doubt
    assert made.results == () and [own.analyte for own in sure.results] == ["ferritin"]
    own, other = (own.position("iron.therapy", "aasm-2025") for own in (sure, made))
    assert "ferritin" not in own.needs and "ferritin" in other.needs and set(own.possible) < set(other.possible)
    # What it would forbid, if it is right, is withheld.
    assert any(own.why for own in made.withheld) and not any(own.why for own in sure.withheld)


def test_a_result_in_doubt_may_lack_everything_but_its_analyte() -> None:
    patient = Patient([OLD, Lab("ferritin", None, days_ago=2, doubt="cannot be read")])
    assert patient.labs[1].value is None and eval(repr(patient), {"Patient": Patient, "Lab": Lab}) == patient
    assert ekbom.assess(patient).results == ()
    for again in (pickle.loads(pickle.dumps(patient)), copy.copy(patient), Patient.from_dict(patient.to_dict())):
        assert again == patient and again.labs == patient.labs


def test_a_refused_value_is_set_aside_and_a_critical_one_is_found() -> None:
    labs = [Lab("ferritin", 99_999_999, "ng/mL"), Lab("potassium", 7.2, "mmol/L"), Lab("tsat", 20, "%")]
    with pytest.raises(ekbom.PatientRefused) as caught:
        Patient(labs)
    fault = caught.value.faults[0]
    assert fault.field == "labs[0].value" and fault.kind in typing.get_args(types.FaultKind)
    assert [own.analyte for own in caught.value.critical] == ["potassium"]
    made = ekbom.assess(Patient(labs, on_refusal="set_aside"))
    assert [(own.field, own.kind) for own in made.set_aside] == [(fault.field, fault.kind)]
    assert [own.analyte for own in made.critical] == ["potassium"]
    assert {own.analyte for own in made.results} == {"potassium", "tsat"}


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ({"labs": [Lab("ferritin", 38, "g/mol")]}, "unit_not_accepted"),
        ({"labs": [Lab("ferritin", 38)]}, "unit_missing"),
        ({"labs": [Lab("feritin", 38, "ng/mL")]}, "unknown_analyte"),
        ({"age_years": float("nan")}, "number_too_large"),
        ({"sex": "f"}, "unknown_code"),
        ({"history": {"chron": True}}, "unknown_key"),
    ],
)
def test_a_fault_has_a_cause(said: typing.Any, kind: str) -> None:
    with pytest.raises(ekbom.PatientRefused) as caught:
        Patient(**said)
    assert [fault.kind for fault in caught.value.faults] == [kind]
    assert [fault.kind for fault in pickle.loads(pickle.dumps(caught.value)).faults] == [kind]
    assert [fault.kind for fault in caught.value.at_row(3).faults] == [kind]


def test_the_kinds_are_those_of_the_library() -> None:
    document = json.loads('{"labs": [{"analyte": "ferritin", "value": "x", "unit": "ng/mL", "days": 3}]}')
    with pytest.raises(ekbom.PatientRefused) as caught:
        Patient.from_dict(document)
    known = typing.get_args(types.FaultKind)
    assert len(set(known)) == len(known) and {fault.kind for fault in caught.value.faults} <= set(known)
