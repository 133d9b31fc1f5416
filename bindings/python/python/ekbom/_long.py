"""Long tables: one result a row in, a row a person out, in the caller's own kind of frame."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, TypeVar, cast, overload

from . import _checks, _ekbom
from ._cohort import _instead
from ._columns import has_pyarrow, library, narrow
from ._frame import Frame
from ._knowledge import Knowledge
from .errors import ColumnsRefused, EkbomError

_F = TypeVar("_F")
LongMap = Mapping[str, Any] | str | os.PathLike[str]


@overload
def assess_long(
    df: _F, map: LongMap, *, people: object | None = None, conditions: object | None = None, medicines: object | None = None,
    on_refusal: Literal["set_aside", "refuse"] | None = None, is_sorted: bool = False, memory: int = 1 << 30,
    knowledge: Knowledge | None = None, threads: int | None = None, rejected: Literal[False] = False,
) -> _F: ...  # fmt: skip
@overload
def assess_long(
    df: _F, map: LongMap, *, people: object | None = None, conditions: object | None = None, medicines: object | None = None,
    on_refusal: Literal["set_aside", "refuse"] | None = None, is_sorted: bool = False, memory: int = 1 << 30,
    knowledge: Knowledge | None = None, threads: int | None = None, rejected: Literal[True],
) -> tuple[_F, _F]: ...  # fmt: skip
def assess_long(
    df: _F,
    map: LongMap,
    *,
    people: object | None = None,
    conditions: object | None = None,
    medicines: object | None = None,
    on_refusal: Literal["set_aside", "refuse"] | None = None,
    is_sorted: bool = False,
    memory: int = 1 << 30,
    knowledge: Knowledge | None = None,
    threads: int | None = None,
    rejected: bool = False,
) -> _F | tuple[_F, _F]:
    """Answers questions for every person of a table with one result a row.

    The rows of a person become a patient by the rules by which FHIR is read, and that patient is answered as
    :func:`ekbom.assess` answers it. A result that cannot be read is named, and no older one stands for it.

    Parameters
    ----------
    df : polars.DataFrame, pandas.DataFrame, pyarrow.Table or Dataset, duckdb relation, or anything with Arrow's
        ``__arrow_c_stream__``: the results.
    map : mapping, or a path to a TOML file
        Which column is what, and what is asked: that of ``ekbom cohort``, with a table ``long``.
    people, conditions, medicines : tables of any of those kinds, optional
        What goes with the results, by person.
    on_refusal : {"set_aside", "refuse"}, optional
        A row that cannot be read is set aside, and the person answered by the rest; or the person is refused. What the
        map says by default, or else the first.
    is_sorted : bool, default False
        All rows of a person stand together, in the order of people: less memory is needed. It is checked.
    memory : int, default 1 GiB
        The most bytes for rows that a code names, of a table that is not sorted.
    knowledge : Knowledge, optional
        Rules with limits of your own; the built-in ones by default.
    threads : int, optional
        As many as there are processors, by default.
    rejected : bool, default False
        Hand over a second table with every row that was refused, and why.

    Returns
    -------
    the caller's own kind of frame
        A row a person, with the day as of which it was asked, how many rows were read and refused, and the answers.

    Raises
    ------
    ColumnsRefused
        When the map does not fit the tables.
    EkbomError
        When a table that is said to be sorted is not, or the rows do not fit into the memory.

    Examples
    --------
    >>> import ekbom, polars
    >>> df = polars.DataFrame({
    ...     "id": [7, 7, 8], "loinc": ["2276-4"] * 3, "value": ["130", "38", "<15"], "unit": ["ng/mL"] * 3,
    ...     "drawn": ["2020-01-01", "2020-05-17 08:30", "2020-03-01"]})
    >>> made = ekbom.assess_long(df, {
    ...     "ask": ["iron.therapy@nice-cks"], "constants": {"age_years": 58, "iron_deficiency_anaemia": False},
    ...     "long": {"person": "id", "code": "loinc", "system": "loinc", "value": "value", "unit": "unit", "time": "drawn"}})
    >>> made.select("id", "ekbom:as_of", "iron.therapy@nice-cks").rows()
    [('7', '2020-05-17', 'oral'), ('8', '2020-03-01', 'oral')]
    """
    told = long_map(map, on_refusal, pandas=library(df) == "pandas")
    for argument, value in (("threads", threads), ("memory", memory)):
        if value is not None and (isinstance(value, bool) or not isinstance(value, int) or value < 1):
            raise EkbomError(f"{argument}: a whole number from 1 on is needed, not {value!r}")
    large = library(df) == "pandas" and not told.get("categories") and has_pyarrow()
    # The strings of pandas are made from categories: anything else would be copied there once more.
    told["categories"] = told.get("categories", False) or large
    made, refused = run(df, told, (people, conditions, medicines), threads, None if is_sorted else memory, large, knowledge)
    answers = cast(_F, _as(df, made))
    return (answers, cast(_F, _as(df, refused))) if rejected else answers


def long_map(map: LongMap, on_refusal: str | None, *, pandas: bool = False) -> dict[str, Any]:
    """The map as plain data, with what the arguments say."""
    if isinstance(map, Mapping):
        try:
            told = json.loads(json.dumps(map))
        except (TypeError, ValueError) as error:
            raise ColumnsRefused("map", f"texts, numbers, lists and tables are needed: {error}") from None
    else:
        try:
            told = tomllib.loads(Path(map).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise ColumnsRefused("map", f"{os.fspath(map)}: {error}") from None
    if not isinstance(told.get("long"), dict):
        raise ColumnsRefused("long", "a long table needs a table `long`, as in {'long': {'preset': 'omop'}}")
    if on_refusal is not None:
        _checks.one_of("on_refusal", on_refusal, ("set_aside", "refuse"))
        told["on_refusal"] = on_refusal
    if pandas:
        # To pandas the two are one.
        told["nan"] = "missing"
    return cast("dict[str, Any]", told)


def run(
    df: object,
    told: Mapping[str, Any],
    beside: tuple[object | None, object | None, object | None],
    threads: int | None,
    memory: int | None,
    large: bool,
    knowledge: Knowledge | None,
) -> tuple[Frame, Frame]:
    """The answers and the refused rows, before they become anyone's frames."""
    text = json.dumps(told)
    people, conditions, medicines = (None if own is None else _stream(own, None) for own in beside)
    made, refused = _ekbom.assess_long(
        _stream(df, _ekbom.long_columns(text)),
        text,
        threads or os.cpu_count() or 1,
        memory,
        people,
        conditions,
        medicines,
        large=large,
        knowledge=None if knowledge is None else knowledge._native,
    )
    return Frame(made), Frame(refused)


def _stream(df: object, wanted: list[str] | None) -> object:
    if library(df) == "pyspark" or not (hasattr(df, "__arrow_c_stream__") or hasattr(df, "scanner")):
        hint = " (a lazy frame: collect it)" if hasattr(df, "collect") else _instead(df)
        raise EkbomError(f"a table with the Arrow PyCapsule interface is needed, not {type(df).__name__}{hint}")
    return narrow(df, wanted)


def _as(df: object, made: Frame) -> object:
    match library(df):
        case "polars":
            return made.to_polars()
        case "pandas":
            return made.to_pandas()
        case "pyarrow":
            return made.to_arrow()
        case "duckdb":
            # In the connection of the relation itself, where it can be joined with it: DuckDB finds `made` by its name.
            return cast(Any, df).query("__ekbom_input", "select * from made")
    return made
