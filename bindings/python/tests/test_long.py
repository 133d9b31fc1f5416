"""Long tables: one result a row in, a row a person out."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import duckdb
import ekbom
import pandas
import polars
import pyarrow
import pytest
from conftest import ROOT
from ekbom.errors import ColumnsRefused, EkbomError, NeighbourWarning, UnknownName

LONG = ROOT / "tests" / "long"
MAP: dict[str, Any] = {
    "ask": ["iron.therapy@nice-cks"],
    "possible": True,
    "constants": {"age_years": 58, "iron_deficiency_anaemia": False},
    "long": {"person": "id", "code": "loinc", "system": "loinc", "value": "value", "unit": "unit", "time": "drawn"},
}
ROWS = {
    "id": [7, 7, 8, 9, 9],
    "loinc": ["2276-4"] * 5,
    "value": ["130", "38", "<15", "300", "38"],
    "unit": ["ng/mL", "ng/mL", "ug/L", None, "ng/mL"],
    "drawn": ["2020-01-01", "2020-05-17 08:30", "2020-03-01", "2020-05-17", "2020-05-01"],
}
# Of 9 the newest has no unit, and the older one does not stand for it.
ANSWERS = [("7", "oral", 0), ("8", "oral", 0), ("9", None, 2)]


def rows(made: Any) -> list[tuple[Any, ...]]:
    table = polars.DataFrame(made)
    return table.select("id", "iron.therapy@nice-cks", "ekbom:rows_refused").rows()


def test_the_callers_own_kind_of_frame_comes_back() -> None:
    frame = polars.DataFrame(ROWS)
    made, refused = ekbom.assess_long(frame, MAP, rejected=True)
    assert rows(made) == ANSWERS
    assert refused.select("table", "row", "person", "reason").rows() == [("results", 3, "9", "unit"), ("results", 4, "9", "newer_not_readable")]
    kinds: list[Any] = [pandas.DataFrame(ROWS), pyarrow.table(ROWS), duckdb.connect().from_arrow(pyarrow.table(ROWS))]
    for own in kinds:
        back: tuple[Any, Any] = ekbom.assess_long(own, MAP, rejected=True)
        table, refused = back
        assert type(table) is type(own) and type(refused) is type(own)
        if type(own).__module__.startswith(("duckdb", "_duckdb")):
            table = table.arrow()
        if isinstance(table, pandas.DataFrame):
            table = polars.from_pandas(table)
        assert rows(table) == ANSWERS, type(own)
    # Dates as they are typed, numbers as numbers.
    typed = frame.with_columns(polars.col("drawn").str.slice(0, 10).str.to_date(), polars.col("value").str.strip_prefix("<").cast(polars.Float64))
    assert rows(ekbom.assess_long(typed, MAP)) == ANSWERS
    assert rows(ekbom.assess_long(typed.to_pandas(), MAP).pipe(polars.from_pandas)) == ANSWERS
    assert ekbom.assess_long(frame.head(0), MAP).columns == ekbom.assess_long(frame, MAP).columns


def test_a_refused_row_may_refuse_its_person() -> None:
    made = ekbom.assess_long(polars.DataFrame(ROWS), MAP, on_refusal="refuse")
    assert made["ekbom:errors"].is_null().to_list() == [True, True, False]
    assert made["iron.therapy@nice-cks:possible"].is_null().to_list() == [False, False, True]
    kept = ekbom.assess_long(polars.DataFrame(ROWS), MAP, on_refusal="set_aside")
    assert kept["iron.therapy@nice-cks:possible"].is_null().to_list() == [False, False, False]


def test_limits_of_ones_own() -> None:
    with pytest.warns(NeighbourWarning):
        own = ekbom.Knowledge.builtin().with_limit("nice-cks/iron.therapy/stores-low", 30)
    made = ekbom.assess_long(polars.DataFrame(ROWS), MAP, knowledge=own)
    assert made["iron.therapy@nice-cks"].to_list() != [own[1] for own in ANSWERS]


def test_a_made_up_cdm_as_the_command_answers_it(tmp_path: Path) -> None:
    tables = {name: polars.read_csv(LONG / "omop" / f"{name}.csv") for name in ("measurement", "person", "drug_exposure")}
    made = ekbom.assess_long(
        tables["measurement"], LONG / "omop.toml", people=tables["person"], medicines=tables["drug_exposure"], is_sorted=True
    )
    assert made.height == 200 and made["iron.therapy@aan-2016"].drop_nulls().len() > 20
    unsorted = ekbom.assess_long(
        tables["measurement"].sample(fraction=1, shuffle=True, seed=7), LONG / "omop.toml", people=tables["person"],
        medicines=tables["drug_exposure"], threads=2,
    )  # fmt: skip
    # People come in the order of the input, and what was set aside of one of them in that of its rows.
    one, other = unsorted.sort("person_id"), made.sort("person_id")
    assert one.drop("ekbom:set_aside").equals(other.drop("ekbom:set_aside"))

    def said(table: polars.DataFrame) -> list[list[tuple[str, str]]]:
        texts = [json.loads(text) if text else [] for text in table["ekbom:set_aside"]]
        return [sorted((own["value"], own["message"]) for own in text) for text in texts]

    assert said(one) == said(other)
    command = os.environ.get("EKBOM_COMMAND")
    if command is None:
        pytest.skip("WITHOUT the command: long tables are not compared with it")
    into = tmp_path / "made.parquet"
    beside: list[str | Path] = ["--people", LONG / "omop/person.csv", "--medicines", LONG / "omop/drug_exposure.csv"]
    asked: list[str | Path] = [command, "cohort", LONG / "omop/measurement.csv", into, "--map", LONG / "omop.toml", "--sorted", *beside]
    assert subprocess.run(asked, capture_output=True, check=False).returncode in (0, 2)
    assert polars.read_parquet(into).equals(made)


def test_the_demo_of_mimic(data: Path) -> None:
    # Results as texts: a table that mixes numbers, `<5` and remarks has no other type.
    table = polars.read_csv(data / "mimic_iii_demo_nutrition_labs.csv", infer_schema=False)
    made, refused = ekbom.assess_long(table, LONG / "mimic-iii.toml", rejected=True)
    assert made.height == 100 and refused.filter(polars.col("reason") == "value").height > 0


def test_what_does_not_fit_is_said() -> None:
    frame = polars.DataFrame(ROWS)
    back = polars.concat([frame, frame.head(1)])
    wrong: list[tuple[type[Exception], str, Any, Any, dict[str, Any]]] = [
        (EkbomError, "row 6: person `7` stands behind", back, MAP, {"is_sorted": True}),
        (EkbomError, "bytes|MiB", frame, MAP, {"memory": 100}),
        (EkbomError, "memory: a whole number", frame, MAP, {"memory": 0}),
        (EkbomError, "threads: a whole number", frame, MAP, {"threads": True}),
        (EkbomError, "a lazy frame: collect it", frame.lazy(), MAP, {}),
        (EkbomError, "make a frame of it first", [ROWS], MAP, {}),
        (ColumnsRefused, "needs a table `long`", frame, {"ask": ["iron.therapy"]}, {}),
        (ColumnsRefused, "no_such.toml", frame, "no_such.toml", {}),
        (ColumnsRefused, "there is no column `unit`", frame.drop("unit"), MAP, {}),
        (ColumnsRefused, "no preset `omob`", frame, {**MAP, "long": {"preset": "omob"}}, {}),
        (ColumnsRefused, "unknown field `lon`", frame, {**MAP, "lon": {}}, {}),
        (ColumnsRefused, "table of people is given", frame, MAP, {"people": frame}),
        (UnknownName, "on_refusal", frame, MAP, {"on_refusal": "refused"}),
    ]
    for kind, says, df, told, more in wrong:
        with pytest.raises(kind, match=says):
            ekbom.assess_long(df, told, **more)
