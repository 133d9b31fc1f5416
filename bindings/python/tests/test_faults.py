"""What a researcher gets wrong, and what a frame brings along: it works, or the error says what to write."""

from __future__ import annotations

import datetime
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import ekbom
import pandas
import polars
import pyarrow
import pytest
from ekbom import _checks, assess_frame

FERRITIN: Any = {"ferritin": ("fer", "ng/mL"), "age_years": "age"}
ASK: Any = {"questions": ["iron.therapy@aan-2016"], "complete": ["history"]}
NAME = "iron.therapy@aan-2016"
AGES = [58, 61, 47]


def answers(frame: Any, columns: Any = FERRITIN, **more: Any) -> list[Any]:
    made = assess_frame(frame, columns, **(ASK | more))
    if isinstance(made, duckdb.DuckDBPyRelation):
        return [row[-1] for row in made.fetchall()]
    if isinstance(made, pandas.DataFrame):
        return [None if pandas.isna(value) else value for value in made[NAME]]
    return list(made[NAME].to_pylist() if isinstance(made, pyarrow.Table) else made[NAME].to_list())


@pytest.mark.parametrize(
    ("columns", "more", "says"),
    [
        ({"ferritin": ("ferr", "ng/mL")}, {}, "there is no column `ferr`: did you mean `fer`? (there are: fer, age, sex)"),
        ({"ferritin": ("fer", "ng/mL"), "sex": "gender"}, {}, "person.sex: there is no column `gender`"),
        ({"feritin": ("fer", "ng/mL")}, {}, "did you mean `ferritin`?"),
        ({"ferritine": "fer"}, {}, "did you mean `ferritin`?"),
        ({"furlong": "fer"}, {}, "`ekbom.analytes()`"),
        ({"ferritin": "fer"}, {}, "ng/mL, ug/L, pmol/L"),
        ({"ferritin": ("fer", {"a": 1})}, {}, '("FER", "ng/mL")'),
        ({"ferritin": {"col": "fer", "unit": "ng/mL"}}, {}, "did you mean `column`?"),
        ({"ferritin": {"unit": "ng/mL"}}, {}, "`column` is missing"),
        ({"sex": ("sex", "code")}, {}, "only a result has a unit"),
        ({}, {"refused": "nul"}, "`nul` is not a known value of `refused`: did you mean `null`?"),
        ({}, {"labels": "enum"}, "`labels` (accepted: string, categorical)"),
        ({}, {"nan": "drop"}, "(accepted: refuse, missing)"),
        ({}, {"decimal": ";"}, "(accepted: ., ,)"),
        ({}, {"complete": ["histories"]}, "did you mean `history`?"),
        ({}, {"confirmed": ["feritin"]}, "did you mean `ferritin`?"),
        ({}, {"questions": ["iron"]}, "accepted: iron.deficiency, iron.overload, iron.safety, iron.therapy"),
        ({}, {"questions": ["iron.therapy@nice"]}, "did you mean `iron.therapy@nice-cks`?"),
        ({}, {"constants": {"pregnent": False}}, "did you mean `pregnant`?"),
        ({}, {"constants": {"pregnant": "no"}}, "constants.pregnant"),
        ({}, {"alerts": ["ferritin"]}, "there is no alert `ferritin`"),
        ({}, {"threads": 0}, "threads: a whole number from 1 on"),
        ({}, {"keep": ["identifier"]}, "keep: there is no column `identifier`"),
    ],
)
def test_errors_say_what_to_write(columns: Any, more: Any, says: str) -> None:
    frame = polars.DataFrame({"fer": [38.0], "age": [58], "sex": ["female"]})
    with pytest.raises(ekbom.EkbomError) as caught:
        assess_frame(frame, columns, **more)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("values", "line"),
    [
        (["F", "M"], '"sex": ("SEX", {"F": "female", "M": "male"})'),
        (["Female", "Male"], '"sex": ("SEX", {"Female": "female", "Male": "male"})'),
        ([1, 2], '"sex": ("SEX", {1: "...", 2: "..."})'),
        ([2.0, None], '"sex": ("SEX", {2: "..."})'),
    ],
)
@pytest.mark.parametrize("kind", [polars.DataFrame, pandas.DataFrame, pyarrow.table, lambda own: duckdb.from_arrow(pyarrow.table(own))])
def test_sex_that_is_coded(kind: Any, values: list[Any], line: str) -> None:
    with pytest.raises(ekbom.PatientRefused) as caught:
        assess_frame(kind({"SEX": values, "age": [58, 61]}), {"sex": "SEX", "age_years": "age"})
    assert line in str(caught.value) and "accepted: female, male" in str(caught.value)
    # The line is Python, and right as far as it can be.
    if "..." not in line:
        made: Any = assess_frame(polars.DataFrame({"SEX": values}), eval("{" + line + "}"), questions=["kidney.stage"])
        assert len(made) == 2


def test_a_table_of_which_every_row_is_refused_is_told() -> None:
    frame = polars.DataFrame({"SEX": ["F", "M"], "age": [58, 61]})
    ask: Any = {"questions": ["kidney.stage"], "refused": "null", "on_refusal": "refuse"}
    with pytest.warns(ekbom.EveryRowRefused, match="every row was refused: .* write `\"sex\": "):
        made = assess_frame(frame, {"sex": "SEX", "age_years": "age"}, **ask)
    assert ekbom.refusals(made)["column"].to_list() == ["SEX", "SEX"]
    # One that can be read, or none at all, is no reason to warn.
    assert len(assess_frame(frame.with_columns(SEX=polars.Series(["F", "male"])), {"sex": "SEX"}, **ask)) == 2
    assert len(assess_frame(frame.head(0), {"sex": "SEX"}, **ask)) == 0


def test_every_key_that_is_known_is_accepted() -> None:
    frame = polars.DataFrame({"a": [None]})
    for key in _checks.keys():
        qualitative = {row["analyte"] for row in ekbom.analytes().to_dicts() if row["kind"] == "qualitative"}
        unit = next((row["canonical"] for row in ekbom.analytes().to_dicts() if row["analyte"] == key), None)
        where: Any = ("a", unit) if unit and key not in qualitative else "a"
        assert len(assess_frame(frame, {key: where}, questions=["kidney.stage"])) == 1


def test_columns_of_nothing_but_nulls() -> None:
    for column in ("fer", "age", "sex", "pregnant", "medicines", "hit"):
        frame = polars.DataFrame({"fer": [38.0, 80.0], "age": [58, 61], "sex": ["female", "male"]})
        frame = frame.with_columns(polars.lit(None).alias(name) for name in {column, "pregnant", "medicines"} - set(frame.columns))
        if column in frame.columns:
            frame = frame.with_columns(polars.lit(None, dtype=polars.Null).alias(column))
        columns = FERRITIN | {"sex": "sex", "pregnant": "pregnant", "medicines": "medicines"}
        got = answers(frame, columns)
        assert got == {"fer": [None, None], "age": [None, "not_addressed"]}.get(column, ["oral", "not_addressed"]), column


@pytest.mark.parametrize("kind", ["polars", "pandas", "pyarrow", "duckdb"])
def test_decimals(kind: str) -> None:
    table = pyarrow.table({"fer": pyarrow.array([Decimal("38.50"), None, Decimal("120.25")], pyarrow.decimal128(8, 2)), "age": AGES})
    kinds: dict[str, Callable[[], Any]] = {
        "polars": lambda: polars.DataFrame(table),
        "pandas": lambda: pandas.DataFrame({"fer": [Decimal("38.50"), None, Decimal("120.25")], "age": AGES}),
        "pyarrow": lambda: table,
        "duckdb": lambda: duckdb.sql("select * from (values (38.50, 58), (null, 61), (120.25, 47)) t(fer, age)"),
    }
    assert answers(kinds[kind]()) == ["oral", None, "not_addressed"]


@pytest.mark.parametrize("kind", [polars.DataFrame, pandas.DataFrame, pyarrow.table])
def test_booleans_are_no_amounts(kind: Any) -> None:
    with pytest.raises(ekbom.ColumnsRefused, match="column `fer` says true and false, which are no amounts"):
        answers(kind({"fer": [True, False], "age": [58, 61]}))


def test_numbers_and_bounds_side_by_side() -> None:
    mixed: list[Any] = [38, "<5", None, 120.5, "38*"]
    wanted = ["oral", "oral", None, "not_addressed", "oral"]
    ages = [58] * 5
    assert answers(pandas.DataFrame({"fer": mixed, "age": ages})) == wanted
    assert answers(polars.DataFrame({"fer": polars.Series(mixed, dtype=polars.Object), "age": ages})) == wanted
    odd = pandas.DataFrame({"fer": [38, datetime.date(2020, 1, 1)], "age": [58, 61]})
    with pytest.raises(ekbom.ColumnsRefused, match="column `fer`, row 1: a number or a text is needed"):
        answers(odd)
    with pytest.raises(ekbom.ColumnsRefused, match="row 1"):
        answers(pandas.DataFrame({"fer": ["<5", True], "age": [58, 61]}))


def test_a_data_set_of_files(tmp_path: Path) -> None:
    import pyarrow.parquet

    for place, value in enumerate((38.0, 120.0)):
        pyarrow.parquet.write_table(pyarrow.table({"fer": [value], "age": [58], "x": ["x"]}), tmp_path / f"{place}.parquet")
    from pyarrow.dataset import dataset

    assert sorted(answers(dataset(tmp_path))) == ["not_addressed", "oral"]


def test_a_relation_in_its_own_connection() -> None:
    own = duckdb.connect()
    own.execute("create table people as select 'a' as id, 38.0 as fer, 58 as age union all select 'b', 120, 61")
    made = assess_frame(own.table("people"), FERRITIN, keep=["id"], **ASK)
    assert made.columns == ["id", NAME]
    joined = own.sql(f'select people.id, people.fer, made."{NAME}" from people join made using (id) order by id')
    assert joined.fetchall() == [("a", Decimal("38.0"), "oral"), ("b", Decimal("120.0"), "not_addressed")]
    other = assess_frame(own.table("people"), FERRITIN, **ASK)
    assert len(other.fetchall()) == len(made.fetchall()) == 2


def test_kept_columns_named_like_answers() -> None:
    once = assess_frame(polars.DataFrame({"fer": [38.0], "age": [58]}), FERRITIN, keep=["*"], **ASK)
    with pytest.raises(ekbom.ColumnsRefused, match=f"`{NAME}` is also the name of an answer: rename that column"):
        assess_frame(once, FERRITIN, keep="*", **ASK)
    assert assess_frame(once, FERRITIN, keep=["fer"], **ASK).columns == ["fer", NAME]
    assert assess_frame(once, FERRITIN, keep="*", questions=["kidney.stage"]).columns[:3] == ["fer", "age", NAME]


def test_dictionaries_of_any_answer() -> None:
    class Own:
        def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
            text = pyarrow.array(["a", "b"]).dictionary_encode()
            return pyarrow.table({"fer": [38.0, 38.0], "age": [58, 61], "id": text}).__arrow_c_stream__()

    made: Any = assess_frame(Own(), FERRITIN, labels="categorical", keep=["id", "age"], **ASK)
    assert made.to_dicts() == [{"id": "a", "age": 58, NAME: "oral"}, {"id": "b", "age": 61, NAME: "oral"}]


def test_modules_are_there_when_they_are_looked_at() -> None:
    code = (
        "import ekbom, sys; assert 'ekbom.plot' not in sys.modules and 'ekbom.spark' not in sys.modules;"
        "assert callable(ekbom.plot.flow) and callable(ekbom.spark.assess);"
        "assert {'plot', 'spark', 'assess_frame'} <= set(dir(ekbom))\n"
        "try: ekbom.plots\nexcept AttributeError as error: assert 'plots' in str(error)\nelse: raise SystemExit(1)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("kind", ["pandas", "duckdb"])
def test_without_pyarrow(kind: str) -> None:
    code = f"""
import sys
sys.modules["pyarrow"] = None
import ekbom, {kind}
values = dict(fer=[38.0, None, 120.0], age=[58, 61, 47], sex=["female", None, "male"], pregnant=[False, None, False], mixed=["<5", 3, None])
if "{kind}" == "pandas":
    frame = pandas.DataFrame(values, index=list("abc"))
else:
    frame = duckdb.sql("select * from (values (38.0::double, 58, 'female', false, '<5'), (null, 61, null, null, '3'), (120, 47, 'male', false, null)) t(fer, age, sex, pregnant, mixed)")
columns = {{"ferritin": ("fer", "ng/mL"), "age_years": "age", "sex": "sex", "pregnant": "pregnant", "crp": ("mixed", "mg/L")}}
made = ekbom.assess_frame(frame, columns, questions=["{NAME}"], complete=["history"], possible=True, keep=["sex"])
assert type(made) is type(frame)
if "{kind}" == "pandas":
    assert list(made.index) == list("abc") and list(made.columns) == ["sex", "{NAME}", "{NAME}:possible"]
    rows = made.astype(object).where(made.notna(), None).values.tolist()
else:
    rows = [list(row) for row in made.fetchall()]
assert rows[0] == ["female", "oral", ["oral"]] and rows[1][1] is None and rows[2][1] == "not_addressed", rows
try: ekbom.assess_frame(frame, {{"ferritin": ("ferr", "ng/mL")}})
except ekbom.EkbomError as error: assert "did you mean" in str(error)
else: raise SystemExit(1)
"""
    subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=True)


def test_columns_from_lists() -> None:
    from ekbom import _ekbom

    made = _ekbom.table_of(["a", "b", "c", "d"], [[1, None], [True, None], ["<5", 2.5], [None, None]], 2).to_dicts()
    assert made == [{"a": 1.0, "b": True, "c": "<5", "d": None}, {"a": None, "b": None, "c": "2.5", "d": None}]
    with pytest.raises(ekbom.ColumnsRefused, match="mixes true and false"):
        _ekbom.table_of(["a"], [[True, 1.0]], 2)
    with pytest.raises(ekbom.ColumnsRefused, match="row 1"):
        _ekbom.table_of(["a"], [[1.0, object()]], 2)
