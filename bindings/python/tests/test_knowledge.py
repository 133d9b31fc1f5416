"""Own limits, single rows, records in FHIR: the same rules everywhere."""

from __future__ import annotations

import copy
import datetime
import json
import pickle
import warnings
from pathlib import Path
from typing import Any

import ekbom
import pandas
import polars
import pytest
from conftest import ROOT
from ekbom import Knowledge, Lab, Patient
from test_prevalence import COLUMNS, people

STORES_LOW = "aasm-2025/iron.therapy/stores-low"
ASK: Any = {"complete": ["history"], "questions": ["iron.therapy", "iron.deficiency", "kidney.stage"], "constants": {"pregnant": False}}


def own(value: float = 50, **more: Any) -> Knowledge:
    return Knowledge.builtin().with_limit(STORES_LOW, value, warn=False, **more)


def test_a_limit_of_ones_own() -> None:
    assert own().changes == (ekbom.LimitChange(STORES_LOW, "ferritin", 75.0, 50.0, "ng/mL"),)
    assert own().hash != Knowledge.builtin().hash and own() == own() != Knowledge.builtin()
    assert len({own(), own(), Knowledge.builtin()}) == 2
    for again in (pickle.loads(pickle.dumps(own())), copy.copy(own()), copy.deepcopy(own())):
        assert again == own() and again.hash == own().hash
    patient = Patient([Lab("ferritin", 60, "ng/mL")], age_years=58, complete=["history"])
    made = ekbom.assess(patient, knowledge=own(), trace=True)
    assert made.knowledge[1] == own().hash and made.changes[0].to == 50.0
    assert "iv_only" in made.position("iron.therapy", "aasm-2025").possible
    assert made.trace and ekbom.Assessment.from_json(made.to_json()) == made
    assert made.to_html().startswith("<!DOCTYPE html>") and "ekbom" in made._repr_html_()
    # Everything else answers as before.
    others = [position for position in ekbom.assess(patient).positions if position.guideline != "aasm-2025"]
    assert [made.position(position.question, position.guideline) for position in others] == others
    assert pickle.loads(pickle.dumps(made)) == made


def test_a_neighbouring_rule_is_told() -> None:
    with pytest.warns(ekbom.NeighbourWarning, match="between 50 and 75 of `ferritin`, `aasm-2025/iron.therapy/stores-intermediate`"):
        Knowledge.builtin().with_limit(STORES_LOW, 50)
    assert own().caught == {STORES_LOW: ("aasm-2025/iron.therapy/stores-intermediate",)}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        Knowledge.builtin().with_limit(STORES_LOW, 90)
        both = Knowledge.builtin().with_limit("aasm-2025/iron.therapy/stores-intermediate", 50).with_limit(STORES_LOW, 50)
    assert both.caught == {}


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (lambda: own().with_limit("aasm-2025/iron.theraphy/stores-low", 50), f"did you mean|accepted: {STORES_LOW}"),
        (lambda: own(fact="tsat"), "ferritin"),
        (lambda: own(fact="feritin"), "did you mean `ferritin`"),
        (lambda: own(-1), "-1"),
        (lambda: own(float("nan")), "NaN"),
        (lambda: Knowledge.from_rules("{}"), ""),
        (lambda: Knowledge.builtin().only(guidelines=["aasm-2052"]), "did you mean `aasm-2025`"),
        (lambda: ekbom.assess(Patient(), assume="no_pregnancy"), "accepted: usual, none"),
        (lambda: ekbom.sensitivity(people(0), COLUMNS, {STORES_LOW: []}), "no value to try"),
    ],
)
def test_what_cannot_be(ask: Any, says: str) -> None:
    with pytest.raises(ekbom.EkbomError) as caught:
        ask()
    assert any(part in str(caught.value) for part in says.split("|"))


def test_rules_of_ones_own() -> None:
    book = json.loads(Knowledge.builtin().rules_json())
    book["tables"] = [table for table in book["tables"] if (table["question"], table["guideline"]) == ("iron.deficiency", "aga-2020")]
    (mine,) = book["tables"]
    mine["guideline"], mine["guideline_title"] = "clinic-2026", "A clinic"
    mine["rules"] = [rule for rule in mine["rules"] if rule["id"].endswith(("/stores-low", "/otherwise"))]
    for rule in mine["rules"]:
        rule["id"] = rule["id"].replace("aga-2020", "clinic-2026")
    more = Knowledge.builtin().with_rules(json.dumps(book)).with_limit("clinic-2026/iron.deficiency/stores-low", 100)
    frame = people(0.2)
    made = ekbom.assess_frame(frame, COLUMNS, questions=["iron.deficiency"], complete=["history"], possible=True, knowledge=more)
    found = ekbom.prevalence(made).filter(polars.col("guideline") == "clinic-2026").row(0, named=True)
    low = frame["fer"].drop_nulls().filter(frame["fer"].drop_nulls() < 100).len()
    assert found["at_least"] == pytest.approx(low / 400) and found["open"] == frame["fer"].null_count()
    only = Knowledge.builtin().only(guidelines="who-2020", questions=["iron.deficiency"])
    assert only.tables == (("iron.deficiency", "who-2020"),)
    assert ekbom.assess_frame(frame, COLUMNS, knowledge=only).columns == ["iron.deficiency@who-2020"]
    with pytest.raises(ekbom.ColumnsRefused, match="there is no question"):
        ekbom.assess_frame(frame, COLUMNS, knowledge=only, questions=["iron.therapy"])
    assert Knowledge.from_rules(Knowledge.builtin().rules_json()).hash == Knowledge.builtin().hash


@pytest.mark.parametrize("uncertainty", ["as_reported", "variation", "assay"])
@pytest.mark.parametrize("limit", [None, 50.0])
def test_rows_answer_as_their_patients(uncertainty: Any, limit: float | None) -> None:
    """Row by row: answers, rules and assumptions are those of the patient that the row is read as."""
    knowledge = None if limit is None else own(limit)
    frame = people(0.3, 60)
    options = ASK | {"uncertainty": uncertainty, "knowledge": knowledge}
    made = ekbom.assess_frame(frame, COLUMNS, possible=True, rules=True, assume="usual", **options)
    names = [name for name in made.columns if ":" not in name]
    for place, row in enumerate(made.to_dicts()):
        patient = ekbom.patient_of(frame, place, COLUMNS, **options)
        told = ekbom.assess(patient, uncertainty=uncertainty, knowledge=knowledge)
        for name in names:
            position = told.position(*name.split("@"))
            assert row[name] == position.determined
            assert set(row[f"{name}:possible"]) == set(position.possible)
            assert sorted(row[f"{name}:rules"]) == sorted(position.rules)
            usual = position.usual.possible if position.usual else position.possible
            assert row[f"{name}:usual"] == (usual[0] if len(usual) == 1 else None)


def test_what_an_answer_is_under_assumptions() -> None:
    frame = polars.DataFrame({"fer": [60.0], "age": [58], "sex": ["female"]})
    columns: Any = {"ferritin": ("fer", "ng/mL"), "age_years": "age", "sex": "sex"}
    ask: Any = {"questions": ["iron.therapy"]}
    plain = ekbom.assess_frame(frame, columns, **ask)
    usual = ekbom.assess_frame(frame, columns, assume="usual", **ask)
    assert usual.select(plain.columns).equals(plain)
    none = ekbom.assess_frame(frame, columns, assume="none", **ask)
    some = ekbom.assess_frame(frame, columns, assume=["not_pregnant_from_55"], **ask)
    for made in (usual, none, some):
        assert [name for name in made.columns if name.endswith(":usual")] == [f"{name}:usual" for name in plain.columns]
    assert all(none[f"{name}:usual"].to_list() == none[name].to_list() for name in plain.columns)
    with pytest.raises(ekbom.ColumnsRefused, match="assume"):
        ekbom.assess_frame(frame, columns, assume="no_pregnancy", **ask)


def test_patients_of_rows() -> None:
    frame = polars.DataFrame({"fer": ["<5", "38"], "age": [58, 61], "sex": [2, 1], "meds": ["metformin; levodopa", None]})
    columns: Any = {"ferritin": ("fer", "ng/mL"), "age_years": "age", "sex": ("sex", {1: "male", 2: "female"}), "medicines": "meds"}
    first = ekbom.patient_of(frame, 0, columns, complete=["history"], constants={"pregnant": False})
    assert first.labs == (Lab("ferritin", 5, "ng/mL", comparator="<"),)
    said = first.to_dict()
    assert (said["age_years"], said["sex"], said["history"]["pregnant"], said["complete"]) == (58, "female", False, ["history"])
    assert sorted(said["medicines"]) == ["levodopa", "metformin"]
    for kind in (frame.to_pandas(), frame.to_arrow()):
        assert ekbom.patient_of(kind, -1, columns) == ekbom.patient_of(frame, 1, columns)
    gaps = pandas.DataFrame({"fer": [38.0, float("nan")], "age": [58, 61]})
    assert ekbom.patient_of(gaps, 1, {"ferritin": ("fer", "ng/mL"), "age_years": "age"}).labs == ()
    for wrong in (2, -3, "0"):
        with pytest.raises(ekbom.EkbomError, match="row"):
            ekbom.patient_of(frame, wrong, columns)  # type: ignore[arg-type]
    with pytest.raises(ekbom.PatientRefused):
        ekbom.patient_of(polars.DataFrame({"fer": [-3.0]}), 0, {"ferritin": ("fer", "ng/mL")})


@pytest.mark.parametrize("kind", [lambda frame: frame, polars.DataFrame.to_pandas, polars.DataFrame.to_arrow])
def test_refusals_as_columns(kind: Any) -> None:
    frame = polars.DataFrame({"fer": [38.0, -3.0, 40.0], "hb": [13.5, 13.5, 135.0], "age": [58, 61, 62]})
    columns: Any = {"ferritin": ("fer", "ng/mL"), "haemoglobin": ("hb", "g/L"), "age_years": "age"}
    made = kind(ekbom.assess_frame(frame, columns, questions=["iron.therapy"], refused="null", on_refusal="refuse"))
    why = ekbom.refusals(made)
    assert type(why) is type(made)
    rows = why.to_pylist() if hasattr(why, "to_pylist") else why.to_dict("records") if isinstance(why, pandas.DataFrame) else why.to_dicts()
    assert {(row["row"], row["column"]) for row in rows} == {(0, "hb"), (1, "fer"), (1, "hb")}
    assert all(row["message"] and row["field"] for row in rows)


def test_sensitivity() -> None:
    frame = people(0.1).with_columns(crea=0.8)
    columns = COLUMNS | {"creatinine": ("crea", "mg/dL")}
    limits: Any = {STORES_LOW: range(50, 101, 25), ("who-2020/iron.deficiency/from-five", "ferritin"): [12, 30]}
    made = ekbom.sensitivity(frame, columns, limits, complete=["history"], constants={"pregnant": False}, questions=["iron.therapy@nice-cks"])
    low = made.filter((polars.col("rule") == STORES_LOW) & (polars.col("table") == "iron.therapy@aasm-2025"))
    assert low["limit"].unique().sort().to_list() == [50, 75, 100] and low["printed"].unique().to_list() == [75]
    assert set(low.filter(polars.col("limit") == 50)["caught_by"]) == {"aasm-2025/iron.therapy/stores-intermediate"}
    assert set(low.filter(polars.col("limit") == 75)["caught_by"]) == {""}
    # What is printed is what `assess_frame` answers; and the wider the limit, the more.
    plain = ekbom.assess_frame(frame, columns, possible=True, **(ASK | {"questions": ["iron.therapy@aasm-2025"]}))
    wanted = ekbom.prevalence(plain, "iron.therapy", "oral_or_iv").row(0, named=True)
    row = low.filter((polars.col("limit") == 75) & (polars.col("answer") == "oral_or_iv")).row(0, named=True)
    assert (row["at_least"], row["at_most"], row["rows"]) == (wanted["at_least"], wanted["at_most"], 400)
    shares = low.filter(polars.col("answer") == "oral_or_iv").sort("limit")["at_least"].to_list()
    assert shares == sorted(shares) and shares[0] < shares[-1]
    untouched = made.filter((polars.col("rule") == STORES_LOW) & (polars.col("table") == "iron.therapy@nice-cks") & (polars.col("answer") == "oral"))
    assert untouched["at_least"].n_unique() == 1
    plot = pytest.importorskip("ekbom.plot")
    axes = plot.sensitivity(made).axes[0]
    assert "N = 400" in axes.get_title(loc="left") and "stores low" in axes.get_xlabel()
    plot.sensitivity(made.to_pandas(), rule="who-2020/iron.deficiency/from-five")
    with pytest.raises(ekbom.EkbomError, match="no limit of"):
        plot.sensitivity(made, rule="who-2020/iron.deficiency/from-six")
    with pytest.raises(ekbom.EkbomError, match="ekbom.sensitivity"):
        plot.sensitivity(plain)


def test_questions() -> None:
    rows = ekbom.questions().to_dicts()
    assert {row["table"] for row in rows} == {position.table for position in ekbom.assess(Patient()).positions} | {
        row["table"] for row in rows if row["standing"] != "current"
    }
    assert all("deficient" in row["answers"] for row in rows if row["question"] == "iron.deficiency")


BUNDLES = sorted((ROOT / "crates/ekbom-fhir/tests").rglob("*.json"))


def test_a_record_in_fhir(tmp_path: Path) -> None:
    entries: list[Any] = [
        {"resourceType": "Patient", "id": "p", "gender": "female", "birthDate": "1962-03-01"},
        {
            "resourceType": "Observation",
            "status": "final",
            "subject": {"reference": "Patient/p"},
            "code": {"coding": [{"system": "https://example.org", "code": "FER"}]},
            "effectiveDateTime": "2020-05-14",
            "valueQuantity": {"value": 38, "unit": "ng/mL", "system": "http://unitsofmeasure.org", "code": "ng/mL"},
        },
    ]
    unread = ekbom.from_fhir(entries)
    assert unread.patient.labs == () and unread.entries[1].outcome == "skipped"
    codes = [{"system": "https://example.org", "code": "FER", "analyte": "ferritin"}]
    record = ekbom.from_fhir(entries, codes=codes, as_of=datetime.date(2020, 5, 17), complete=["history"])
    assert record.patient == Patient([Lab("ferritin", 38, "ng/mL", days_ago=3)], age_years=58, sex="female", unknown_medicines="carry", complete=["history"])
    assert (record.as_of, record.as_of_by, record.refused, record.deceased) == ("2020-05-17", "caller", {}, ())
    assert record.ledger().to_dicts()[1]["read_as"] == "labs.ferritin" and "1 patients" in repr(record)
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": own} for own in entries]}
    path = tmp_path / "bundle.json"
    path.write_text(json.dumps(bundle), encoding="utf-8")
    lines = "\n".join(json.dumps(own) for own in entries)
    for form in (bundle, json.dumps(bundle), json.dumps(bundle).encode(), path, lines):
        assert ekbom.from_fhir(form, codes=codes, as_of="2020-05-17", complete="history").patient == record.patient  # type: ignore[arg-type]
    assert list(ekbom.from_fhir(entries, subject_key="reference").patients) == ["Patient/p"]


@pytest.mark.parametrize(
    ("record", "more"),
    [
        ("not JSON", {}),
        ("{}", {}),
        (object(), {}),
        ([object()], {}),
        (Path("nowhere.json"), {}),
        (b"\xff", {}),
        ([], {"as_of": "yesterday"}),
        ([], {"complete": ["histories"]}),
        ([], {"look_back_days": -1}),
        ([], {"subject_key": "name"}),
        ([], {"codes": [{"system": "x", "code": "y", "analyte": "feritin"}]}),
    ],
)
def test_records_that_are_none(record: Any, more: Any) -> None:
    with pytest.raises(ekbom.EkbomError):
        ekbom.from_fhir(record, **more).patient  # noqa: B018


def test_bundles_of_others() -> None:
    """What comes out is what the command reads."""
    read = 0
    for path in BUNDLES:
        try:
            record = ekbom.from_fhir(path)
        except ekbom.EkbomError:
            continue
        for patient in record.patients.values():
            assert ekbom.assess(patient).positions
            read += 1
        assert len(record.entries) > 0
    assert read > 0 or not BUNDLES


def test_results_replaced() -> None:
    lab = Lab("ferritin", 38, "ng/mL")
    import dataclasses
    import sys

    assert dataclasses.replace(lab, value=40) == Lab("ferritin", 40, "ng/mL")
    if sys.version_info >= (3, 13):
        assert copy.replace(lab, value=40) == Lab("ferritin", 40, "ng/mL")
    patient = Patient([lab], age_years=58, sex="female")
    older = patient.replace(age_years=70)
    assert older == Patient([lab], age_years=70, sex="female") and patient.to_dict()["age_years"] == 58
    assert patient.replace(labs=[], sex=None) == Patient(age_years=58)
    assert type(older) is Patient
    with pytest.raises(ekbom.PatientRefused):
        patient.replace(age_years=-1)
    with pytest.raises(ekbom.EkbomError, match="did you mean `age_years`"):
        patient.replace(age_year=70)
