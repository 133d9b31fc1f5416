"""Spark, on a real local session: the same answers as one machine."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ekbom
import polars
import pytest

pyspark = pytest.importorskip("pyspark", reason="WITHOUT Spark: PySpark is not installed")


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    if shutil.which("java") is None:
        pytest.skip("WITHOUT Spark: there is no Java")
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").appName("ekbom")
    for key, value in {
        "spark.ui.enabled": "false",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "500",
    }.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


ROWS = [(place, float(place % 130), 40.0 + place % 40, ["female", "male"][place % 2]) for place in range(3000)]
COLUMNS: Any = {"ferritin": ("fer", "ng/mL"), "age_years": "age", "sex": "sex"}
ASK: Any = {"questions": ["iron.therapy", "iron.safety"], "complete": ["history"], "possible": True, "keep": ["id"]}


@pytest.mark.filterwarnings("ignore")
def test_same_as_one_machine(spark: Any) -> None:
    import ekbom.spark

    frame = polars.DataFrame(ROWS, schema=["id", "fer", "age", "sex"], orient="row")
    there = ekbom.spark.assess(spark.createDataFrame(ROWS, "id long, fer double, age double, sex string"), COLUMNS, on_refusal="refuse", **ASK)
    rows = sorted((row.asDict() for row in there.collect()), key=lambda row: row["id"])
    here = ekbom.assess_frame(frame, COLUMNS, on_refusal="refuse", refused="null", **ASK)
    plain = polars.col("ekbom:errors").str.replace_all('"row":[0-9]+,', "")
    assert rows == here.with_columns(plain).to_dicts()
    assert any(row["ekbom:errors"] for row in rows)
    assert there.rdd.getNumPartitions() == 2
    with pytest.raises(ekbom.ColumnsRefused):
        ekbom.spark.assess(spark.createDataFrame(ROWS, "id long, fer double, age double, sex string"), {"ferritin": "f"})


@pytest.mark.filterwarnings("ignore")
def test_nhanes(spark: Any, data: Path) -> None:
    import ekbom.spark
    from test_frame import NHANES

    frame = polars.read_csv(data / "nhanes_1999_2000.csv", infer_schema_length=None)
    ask: Any = {"questions": ["iron.therapy", "b12.first_line", "kidney.stage", "blood.anaemia"], "keep": ["SEQN"]}
    names = [where[0] if isinstance(where, tuple) else where for where in NHANES.values()]
    there = spark.createDataFrame(frame.select("SEQN", *dict.fromkeys(names)).to_pandas())
    rows = ekbom.spark.assess(there, NHANES, labels="categorical", nan="missing", **ask).collect()
    here = ekbom.assess_frame(frame, NHANES, refused="null", **ask)
    keep = [name for name in here.columns if name not in ("ekbom:set_aside", "ekbom:errors")]
    got = sorted(({name: row[name] for name in keep} for row in rows), key=lambda row: row["SEQN"])
    assert got == here.select(keep).sort("SEQN").to_dicts()


@pytest.mark.filterwarnings("ignore")
def test_times_decimals_and_misspelt_columns(spark: Any) -> None:
    import ekbom.spark

    text = "select timestamp'2020-01-01 12:00:00' as at, date'2020-01-01' as day, cast(38.5 as decimal(6,2)) as fer, 58 as age, 7 as id"
    there = spark.sql(text)
    columns: Any = {"ferritin": ("fer", "ng/mL"), "age_years": "age"}
    ask: Any = {"questions": ["iron.therapy@aan-2016"]}
    for keep in ([], ["id"], ["at", "day"], ["*"]):
        (row,) = ekbom.spark.assess(there, columns, keep=keep, **ask).collect()
        assert row["iron.therapy@aan-2016"] == "oral"
        assert all(row[name] == there.collect()[0][name] for name in (there.columns if keep == ["*"] else keep))
    for wrong, says in (
        (lambda: ekbom.spark.assess(there, {"ferritin": ("ferr", "ng/mL")}), "did you mean `fer`?"),
        (lambda: ekbom.spark.assess(there, columns, refused="nul"), "did you mean `null`?"),
        (lambda: ekbom.spark.assess(there, columns, threads=2), "Spark decides"),
        (lambda: ekbom.spark.assess(there, columns, question=["iron.therapy"]), "question"),
        (lambda: ekbom.assess_frame(there, columns), "ekbom.spark.assess"),
    ):
        with pytest.raises(ekbom.EkbomError) as caught:
            wrong()
        assert says in str(caught.value)
