"""Tables: ekbom beside polars, pandas, NumPy and DuckDB writing the same labels.

The labels: three of iron therapy, and the kidney stage by CKD-EPI 2021, of seeded rows with 30 % of the results missing.
The peers write the same rules by hand for adults who are not pregnant and not on dialysis.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
from timing import interleaved, show

import ekbom

COLUMNS: Any = {
    "ferritin": ("fer", "ng/mL"),
    "tsat": ("tsat", "%"),
    "age_years": "age",
    "sex": ("male", {1: "male", 0: "female"}),
    "creatinine": ("crea", "mg/dL"),
}
NAMES = ["iron.therapy@aan-2016", "iron.therapy@article", "iron.therapy@irlssg-2018", "kidney.stage@kdigo"]
ASK: Any = {"complete": ["history", "symptoms", "medicines"], "questions": NAMES, "nan": "missing"}


def seeded(rows: int) -> pl.DataFrame:
    random = np.random.default_rng(20260101)

    def column(values: Any) -> pl.Series:
        return pl.Series(np.round(values, 2)).set(pl.Series(random.random(rows) < 0.3), None)

    return pl.DataFrame(
        {
            "fer": column(np.exp(random.normal(4.2, 0.9, rows)) + 1),
            "tsat": column(random.uniform(4, 60, rows)),
            "crea": column(np.exp(random.normal(0, 0.5, rows)) + 0.3),
            "age": random.integers(18, 95, rows).astype(float),
            "male": random.integers(0, 2, rows),
        }
    )


def with_polars(frame: pl.DataFrame, *, tuned: bool = False) -> pl.DataFrame:
    """As one writes it; tuned, with the powers as one exponential, by the streaming engine."""
    fer, tsat, crea, age, male = (pl.col(name) for name in ("fer", "tsat", "crea", "age", "male"))
    kappa, alpha = pl.when(male == 1).then(0.9).otherwise(0.7), pl.when(male == 1).then(-0.302).otherwise(-0.241)
    ratio = crea / kappa
    sex = pl.when(male == 1).then(1.0).otherwise(1.012)
    low, high = pl.min_horizontal(ratio, 1.0), pl.max_horizontal(ratio, 1.0)
    if tuned:
        power = (alpha * low.log() - 1.2 * high.log() + age * float(np.log(0.9938))).exp()
    else:
        power = low**alpha * high**-1.2 * 0.9938**age
    egfr = pl.when(crea.is_null()).then(None).otherwise(142 * power * sex)
    return frame.lazy().select(
        pl.when(fer <= 75).then(pl.lit("oral")).when(fer > 75).then(pl.lit("not_addressed")).alias(NAMES[0]),
        pl.when((fer <= 75) | (tsat < 20))
        .then(pl.lit("oral_or_iv"))
        .when((fer > 75) & (tsat >= 20))
        .then(pl.lit("not_indicated"))
        .alias(NAMES[1]),
        pl.when((tsat >= 45) | (fer > 100))
        .then(pl.lit("not_indicated"))
        .when((tsat < 45) & (fer <= 75))
        .then(pl.lit("oral_or_iv"))
        .when((tsat < 45) & (fer <= 100))
        .then(pl.lit("iv_only"))
        .alias(NAMES[2]),
        pl.when(egfr >= 90)
        .then(pl.lit("g1"))
        .when(egfr >= 60)
        .then(pl.lit("g2"))
        .when(egfr >= 45)
        .then(pl.lit("g3a"))
        .when(egfr >= 30)
        .then(pl.lit("g3b"))
        .when(egfr >= 15)
        .then(pl.lit("g4"))
        .when(egfr < 15)
        .then(pl.lit("g5"))
        .alias(NAMES[3]),
    ).collect(engine="streaming" if tuned else "auto")


def labels(columns: dict[str, Any]) -> dict[str, Any]:
    """The same with NumPy: missing is NaN, and no comparison with NaN holds."""
    fer, tsat, crea, age, male = (columns[name] for name in ("fer", "tsat", "crea", "age", "male"))
    man = male == 1
    ratio = crea / np.where(man, 0.9, 0.7)
    alpha, sex = np.where(man, -0.302, -0.241), np.where(man, 1.0, 1.012)
    egfr = 142 * np.minimum(ratio, 1) ** alpha * np.maximum(ratio, 1) ** -1.2 * 0.9938**age * sex
    stages = [egfr >= 90, egfr >= 60, egfr >= 45, egfr >= 30, egfr >= 15, egfr < 15]
    select: Any = np.select
    return {
        NAMES[0]: select([fer <= 75, fer > 75], ["oral", "not_addressed"], None),
        NAMES[1]: select(
            [(fer <= 75) | (tsat < 20), (fer > 75) & (tsat >= 20)], ["oral_or_iv", "not_indicated"], None
        ),
        NAMES[2]: select(
            [(tsat >= 45) | (fer > 100), (tsat < 45) & (fer <= 75), (tsat < 45) & (fer <= 100)],
            ["not_indicated", "oral_or_iv", "iv_only"],
            None,
        ),
        NAMES[3]: select(stages, ["g1", "g2", "g3a", "g3b", "g4", "g5"], None),
    }


def with_pandas(frame: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(labels({name: frame[name].to_numpy() for name in frame.columns}), dtype="str")


QUERY = f"""
    with e as (select *, case when male = 1 then 0.9 else 0.7 end k, case when male = 1 then -0.302 else -0.241 end a,
               case when male = 1 then 1.0 else 1.012 end s from rows),
         f as (select *, case when crea is not null then 142 * pow(least(crea / k, 1.0), a)
               * pow(greatest(crea / k, 1.0), -1.2) * pow(0.9938, age) * s end egfr from e)
    select case when fer <= 75 then 'oral' when fer > 75 then 'not_addressed' end "{NAMES[0]}",
           case when fer <= 75 or tsat < 20 then 'oral_or_iv' when fer > 75 and tsat >= 20 then 'not_indicated' end
           "{NAMES[1]}",
           case when tsat >= 45 or fer > 100 then 'not_indicated' when tsat < 45 and fer <= 75 then 'oral_or_iv'
           when tsat < 45 and fer <= 100 then 'iv_only' end "{NAMES[2]}",
           case when egfr >= 90 then 'g1' when egfr >= 60 then 'g2' when egfr >= 45 then 'g3a' when egfr >= 30 then 'g3b'
           when egfr >= 15 then 'g4' when egfr < 15 then 'g5' end "{NAMES[3]}"
    from f
"""


def with_duckdb(rows: pa.Table) -> pa.Table:
    connection = duckdb.connect()
    connection.execute("set enable_progress_bar = false")
    connection.register("rows", rows)
    return connection.sql(QUERY).to_arrow_table()


def differences(made: Any, wanted: pl.DataFrame) -> int:
    if isinstance(made, pd.DataFrame):
        made = pl.from_pandas(made)
    elif isinstance(made, dict):
        made = {name: pl.Series(values.tolist(), dtype=pl.String) for name, values in made.items()}
    made = pl.DataFrame(made)
    return sum(int(made[name].cast(pl.String).ne_missing(wanted[name]).sum()) for name in NAMES)


def run(rows: int, rounds: int) -> None:
    frame = seeded(rows)
    arrow, pandas = frame.to_arrow(), frame.to_pandas()
    numpy = {name: pandas[name].to_numpy() for name in pandas.columns}
    ways: dict[str, Callable[[], Any]] = {
        "ekbom from polars": lambda: ekbom.assess_frame(frame, COLUMNS, **ASK),
        "ekbom from pandas": lambda: ekbom.assess_frame(pandas, COLUMNS, **ASK),
        "ekbom from Arrow": lambda: ekbom.assess_frame(arrow, COLUMNS, **ASK),
        "polars": lambda: with_polars(frame),
        "polars, tuned": lambda: with_polars(frame, tuned=True),
        "pandas": lambda: with_pandas(pandas),
        "NumPy": lambda: labels(numpy),
        "DuckDB": lambda: with_duckdb(arrow),
    }
    wanted = pl.DataFrame(ways["ekbom from Arrow"]())
    for name, way in ways.items():
        if differ := differences(way(), wanted):
            raise SystemExit(f"{name}: {differ} answers differ")
    print(f"\n{rows:,} rows, {len(NAMES)} labels, 30 % of results missing; equal answers checked; nanoseconds a row")
    peers = {"ekbom from polars": "polars", "ekbom from pandas": "pandas", "ekbom from Arrow": "DuckDB"}
    show(interleaved(ways, rounds), 1e9 / rows, peers)
