"""Tables: the same answers as one patient at a time, in the caller's own kind of frame."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import ekbom
import pandas
import polars
import pyarrow
import pytest
from ekbom import Lab, Patient, assess_frame

ROWS: dict[str, list[Any]] = {
    "fer": [38.0, 60.0, None, 88.0, 400.0],
    "crea": [0.9, 1.1, 0.7, None, 6.0],
    "age": [58, 61, 47, 30, 70],
    "sex": ["female", "male", "male", "female", None],
}
COLUMNS: Any = {
    "ferritin": ("fer", "ng/mL"),
    "creatinine": ("crea", "mg/dL"),
    "age_years": "age",
    "sex": "sex",
}
QUESTIONS = ["iron.therapy", "kidney.stage", "iron.safety@ekbom-safety"]
KINDS: dict[str, tuple[Callable[[Any], Any], Callable[[Any], list[dict[str, Any]]]]] = {
    "polars": (lambda table: polars.DataFrame(table), lambda made: made.to_dicts()),
    "pandas": (
        lambda table: table.to_pandas(),
        lambda made: made.astype(object).where(made.notna(), None).to_dict("records"),
    ),
    "pyarrow": (lambda table: table, lambda made: made.to_pylist()),
    "batch": (lambda table: table.combine_chunks().to_batches()[0], lambda made: made.to_pylist()),
    "duckdb": (lambda table: duckdb.from_arrow(table), lambda made: made.to_arrow_table().to_pylist()),
}


def patient(row: dict[str, Any]) -> Patient:
    labs = [Lab("ferritin", row["fer"], "ng/mL"), Lab("creatinine", row["crea"], "mg/dL")]
    said = [lab for lab in labs if lab.value is not None]
    return Patient(said, age_years=row["age"], sex=row["sex"], complete=["history"])


def determined(one: Patient, names: list[str]) -> dict[str, str | None]:
    answers = {name: one.possible(name) for name in names}
    return {name: answer[0] if len(answer) == 1 else None for name, answer in answers.items()}


@pytest.mark.parametrize("kind", KINDS)
def test_own_kind_and_same_answers(kind: str) -> None:
    into, rows = KINDS[kind]
    table = pyarrow.table(ROWS)
    frame = into(table)
    made = assess_frame(frame, COLUMNS, complete=["history"], questions=QUESTIONS)
    assert type(made) is type(frame)
    got = rows(made)
    assert list(got[0])[0] == "iron.therapy@aasm-2025" and len(got[0]) == 8
    assert got == [determined(patient(row), list(got[0])) for row in table.to_pylist()]


def test_anything_with_the_interface() -> None:
    class Own:
        def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
            return pyarrow.table(ROWS).__arrow_c_stream__(requested_schema)

    made: Any = assess_frame(Own(), COLUMNS, questions=QUESTIONS)
    assert isinstance(made, ekbom.Frame) and len(made) == 5
    again = assess_frame(pyarrow.table(ROWS), COLUMNS, questions=QUESTIONS)
    assert made.to_dicts() == again.to_pylist()


def test_nothing_but_the_interface_is_taken() -> None:
    for wrong in ({"fer": [1]}, polars.LazyFrame(ROWS)):
        with pytest.raises(ekbom.EkbomError):
            assess_frame(wrong, COLUMNS)


def test_pandas_keeps_its_index_and_its_missing() -> None:
    frame = pandas.DataFrame(ROWS, index=list("abcde"))
    made = assess_frame(frame, COLUMNS, complete="history", questions="iron.therapy@nice-cks")  # type: ignore[arg-type]
    assert list(made.index) == list("abcde")
    assert made["iron.therapy@nice-cks"].isna().tolist() == [False, False, True, False, False]


def test_only_what_is_named_is_read() -> None:
    wide = pandas.DataFrame(ROWS | {"odd": [object(), 1, "x", None, []]})
    asked: Any = {"complete": ["history"], "questions": QUESTIONS}
    made = assess_frame(wide, COLUMNS, **asked)
    assert made.equals(assess_frame(pandas.DataFrame(ROWS), COLUMNS, **asked))
    with pytest.raises(ekbom.ColumnsRefused, match="`odd`"):
        assess_frame(wide, COLUMNS, keep=["odd"], **asked)


def test_a_frame_of_constants() -> None:
    """Nothing is read, and yet every row is answered."""
    for frame in (polars.DataFrame(ROWS), pandas.DataFrame(ROWS), pyarrow.table(ROWS)):
        made: Any = assess_frame(frame, {}, questions=["iron.therapy@article"], constants={"age_years": 4})
        assert list(made["iron.therapy@article"])[0] is not None and len(made) == 5


def test_pandas_names_that_are_no_texts_and_twice() -> None:
    frame = pandas.DataFrame({0: [38.0, float("nan")], 1: [58, 60]})
    made = assess_frame(frame, {"ferritin": ("0", "ng/mL"), "age_years": "1"}, questions=["iron.therapy@aan-2016"])
    assert made.iloc[:, 0].isna().tolist() == [False, True]
    frame.columns = pandas.Index(["a", "a"])
    with pytest.raises(ekbom.ColumnsRefused, match="two columns `a`"):
        assess_frame(frame, {"ferritin": ("a", "ng/mL")}, questions=["iron.therapy@aan-2016"])


@pytest.mark.parametrize("dtype", ["float32", "Float64", "int64", "int16", "double[pyarrow]", "object", "str", "category"])
def test_pandas_kinds_of_columns(dtype: str) -> None:
    frame = pandas.DataFrame({"fer": pandas.Series([38, 80, 120]).astype(dtype), "age": [58, 61, 47]})
    made = assess_frame(
        frame, {"ferritin": ("fer", "ng/mL"), "age_years": "age"}, complete=["history"], questions=["iron.therapy@aan-2016"]
    )
    assert made["iron.therapy@aan-2016"].tolist() == ["oral", "not_addressed", "not_addressed"]


def test_polars_lazy() -> None:
    def answers(frame: polars.DataFrame) -> polars.DataFrame:
        return assess_frame(frame, COLUMNS, complete=["history"], questions=QUESTIONS)

    lazy = polars.LazyFrame(ROWS)
    schema = answers(lazy.head(0).collect()).schema
    made = lazy.map_batches(answers, schema=schema).select("kidney.stage@kdigo").collect()
    assert made.to_series().to_list() == answers(lazy.collect())["kidney.stage@kdigo"].to_list()


def test_possible_needs_alerts_labels_keep() -> None:
    made = assess_frame(
        polars.DataFrame(ROWS),
        COLUMNS,
        complete=["history"],
        questions=["iron.therapy@mayo-2021"],
        possible=True,
        needs=True,
        alerts=["ferritin_unreliable_inflammation"],
        labels="categorical",
        keep=["age"],
    )
    assert made.columns == [
        "age",
        "iron.therapy@mayo-2021",
        "iron.therapy@mayo-2021:possible",
        "iron.therapy@mayo-2021:needs",
        "alert:ferritin_unreliable_inflammation",
    ]
    first = made.row(0, named=True)
    assert first["iron.therapy@mayo-2021:possible"] == ["oral", "not_indicated"]
    assert first["iron.therapy@mayo-2021:needs"] == ["tsat"]
    assert made["iron.therapy@mayo-2021"].dtype == polars.Categorical


def test_refused() -> None:
    frame = polars.DataFrame(ROWS | {"fer": [38.0, -3.0, None, float("nan"), 400.0]})
    with pytest.raises(ekbom.PatientRefused) as caught:
        assess_frame(frame, COLUMNS, questions=QUESTIONS)
    fault = caught.value.faults[0]
    assert (fault.row, fault.column, fault.value) == (1, "fer", "-3 ng/mL") or fault.row == 1
    assert "row 1" in str(caught.value) and "`fer`" in str(caught.value)
    made = assess_frame(frame, COLUMNS, questions=QUESTIONS, on_refusal="refuse", refused="null")
    why = made["ekbom:errors"].to_list()
    assert [text is None for text in why] == [True, False, True, False, True]
    assert json.loads(why[3])[0]["row"] == 3
    assert all(value is None for name, value in made.row(1, named=True).items() if name != "ekbom:errors")
    missing = assess_frame(frame, COLUMNS, questions=QUESTIONS, on_refusal="refuse", refused="null", nan="missing")
    assert missing["ekbom:errors"].null_count() == 4


def test_set_aside() -> None:
    frame = polars.DataFrame(ROWS | {"fer": [38.0, -3.0, None, float("nan"), 400.0]})
    made = assess_frame(frame, COLUMNS, questions=QUESTIONS, refused="null")
    assert [text is None for text in made["ekbom:set_aside"]] == [True, False, True, False, True]
    assert made["ekbom:errors"].null_count() == 5
    told = json.loads(made["ekbom:set_aside"][1])[0]
    assert (told["row"], told["column"], told["field"]) == (1, "fer", "ferritin.value")
    # A result that is set aside is one that is not there.
    without = assess_frame(frame.with_columns(fer=polars.Series([38.0, None, None, None, 400.0])), COLUMNS, questions=QUESTIONS)
    assert made.select(without.columns[: len(QUESTIONS)]).equals(without.select(without.columns[: len(QUESTIONS)]))


def test_critical_results_of_the_refused() -> None:
    said = {"labs": [{"analyte": "feritin", "value": 38, "unit": "ng/mL"}, {"analyte": "potassium", "value": 7.2, "unit": "mmol/L"}]}
    with pytest.raises(ekbom.PatientRefused) as caught:
        ekbom.Patient.from_dict(said)
    assert [own.analyte for own in caught.value.critical] == ["potassium"]


def test_unlikely_values_need_a_word() -> None:
    frame = polars.DataFrame({"hb": [13.5]})
    where: Any = {"haemoglobin": ("hb", "g/L")}
    with pytest.raises(ekbom.PatientRefused):
        assess_frame(frame, where, questions=["blood.anaemia"])
    for confirmed in (True, ["haemoglobin"]):
        assess_frame(frame, where, questions=["blood.anaemia"], confirmed=confirmed)


def test_values_that_stand_for_others() -> None:
    frame = polars.DataFrame({"s": [1.0, 2.0], "crea": ["1.3", ">1.5*"], "age": [50, 50], "meds": ["metformin", None]})
    made = assess_frame(
        frame,
        {
            "sex": ("s", {1.0: "male", 2: "female"}),
            "creatinine": ("crea", "mg/dL"),
            "age_years": "age",
            "medicines": "meds",
        },
        complete=["history"],
        questions=["kidney.stage"],
        possible=True,
    )
    assert made["kidney.stage@kdigo:possible"].to_list() == [["g2"], ["g3b", "g4", "g5"]]


@pytest.mark.parametrize(
    ("columns", "place"),
    [
        ({"ferritin": ("nowhere", "ng/mL")}, "quantities.ferritin"),
        ({"ferritin": "fer"}, "quantities.ferritin"),
        ({"ferritin": ("fer", "furlong")}, "quantities.ferritin"),
        ({"feritin": "fer"}, "items.feritin"),
    ],
)
def test_columns_that_do_not_fit(columns: Any, place: str) -> None:
    with pytest.raises(ekbom.ColumnsRefused) as caught:
        assess_frame(polars.DataFrame(ROWS), columns)
    assert caught.value.place == place


def test_arguments_that_do_not_fit() -> None:
    with pytest.raises(ekbom.EkbomError):
        assess_frame(polars.DataFrame(ROWS), {"ferritin": 3})  # type: ignore[dict-item]
    with pytest.raises(ekbom.ColumnsRefused):
        assess_frame(polars.DataFrame(ROWS), COLUMNS, questions=["iron"])


def test_everything_by_default() -> None:
    made = assess_frame(polars.DataFrame(ROWS), COLUMNS)
    positions = ekbom.assess(Patient()).positions
    assert set(made.columns) == {position.table for position in positions}


@pytest.mark.parametrize("threads", [1, 2, 5])
def test_threads_and_chunks_change_nothing(threads: int) -> None:
    many = polars.concat([polars.DataFrame(ROWS)] * 40_001)
    assert many.n_chunks() > 1
    made = assess_frame(many, COLUMNS, complete=["history"], questions=QUESTIONS, threads=threads)
    once = assess_frame(polars.DataFrame(ROWS), COLUMNS, complete=["history"], questions=QUESTIONS)
    assert made.equals(polars.concat([once] * 40_001))


NHANES: Any = {
    "ferritin": ("LBXFER_ng_mL", "ng/mL"),
    "iron": ("LBXIRN_ug_dL", "ug/dL"),
    "tsat": ("LBXPCT_pct", "%"),
    "haemoglobin": ("LBXHGB_g_dL", "g/dL"),
    "creatinine": ("LBXSCR_mg_dL", "mg/dL"),
    "b12_total": ("LBXB12_pg_mL", "pmol/L"),
    "mcv": ("LBXMCVSI_fL", "fL"),
    "hba1c": ("LBXGH_pct", "%"),
    "crp": ("LBXCRP_mg_dL", "mg/dL"),
    "age_years": "age",
    "sex": ("sex", {"Male": "male", "Female": "female"}),
    "pregnant": "pregnant",
}

Answers = dict[str, str | None] | None


@pytest.fixture(scope="module")
def one_by_one(data: Path) -> list[Answers]:
    """Every answer to every row of NHANES, one patient at a time; nothing where the patient is refused."""
    names = [position.table for position in ekbom.assess(Patient()).positions]

    def answers(row: dict[str, Any]) -> Answers:
        labs = [
            Lab(key, row[where[0]], where[1])
            for key, where in NHANES.items()
            if key not in ("sex", "age_years", "pregnant") and row[where[0]] is not None
        ]
        history = {} if row["pregnant"] is None else {"pregnant": bool(row["pregnant"])}
        try:
            one = Patient(labs, age_years=row["age"], sex=row["sex"].lower(), history=history, complete=["history"])
        except ekbom.PatientRefused:
            return None
        return determined(one, names)

    frame = polars.read_csv(data / "nhanes_1999_2000.csv", infer_schema_length=None)
    return [answers(row) for row in frame.iter_rows(named=True)]


@pytest.mark.parametrize("kind", KINDS)
def test_nhanes_row_by_row(kind: str, data: Path, one_by_one: list[Answers]) -> None:
    """Every row and every table, as one patient at a time answers it."""
    into, rows = KINDS[kind]
    frame = polars.read_csv(data / "nhanes_1999_2000.csv", infer_schema_length=None)
    made = rows(assess_frame(into(frame.to_arrow()), NHANES, complete=["history"], on_refusal="refuse", refused="null"))
    why = [row.pop("ekbom:errors") for row in made]
    assert [text is None for text in why] == [answers is not None for answers in one_by_one]
    assert sum(text is not None for text in why) < len(why) / 100
    for got, wanted in zip(made, one_by_one, strict=True):
        assert got == (wanted or dict.fromkeys(got))
