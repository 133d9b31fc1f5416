"""Long tables: one result a row in, a row a person out, in the caller's own kind of frame."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, TypeVar, cast, overload

from . import _ekbom
from ._columns import library, narrow
from ._frame import Frame
from .errors import EkbomError

_F = TypeVar("_F")
Map = Mapping[str, Any] | str | os.PathLike[str]


@overload
def assess_long(
    df: _F, *, map: Map, people: object | None = None, conditions: object | None = None, medicines: object | None = None,
    is_sorted: bool = False, memory: int = 1 << 30, threads: int | None = None, rejected: Literal[False] = False,
) -> _F: ...  # fmt: skip
@overload
def assess_long(
    df: _F, *, map: Map, people: object | None = None, conditions: object | None = None, medicines: object | None = None,
    is_sorted: bool = False, memory: int = 1 << 30, threads: int | None = None, rejected: Literal[True],
) -> tuple[_F, _F]: ...  # fmt: skip
def assess_long(
    df: _F,
    *,
    map: Map,
    people: object | None = None,
    conditions: object | None = None,
    medicines: object | None = None,
    is_sorted: bool = False,
    memory: int = 1 << 30,
    threads: int | None = None,
    rejected: bool = False,
) -> _F | tuple[_F, _F]:
    """Answers questions for every person of a table with one result a row.

    The rows of a person become a patient by the rules by which FHIR is read, and that patient is answered as
    :func:`ekbom.assess` answers it. One result that cannot be read is set aside and named; no older one stands for it.

    Parameters
    ----------
    df : polars.DataFrame, pandas.DataFrame, pyarrow.Table, duckdb relation, or anything with Arrow's
        ``__arrow_c_stream__``: the results.
    map : mapping, or a path to a TOML file
        Which column is what, and what is asked: that of ``ekbom cohort``, with a table ``long``.
    people, conditions, medicines : tables of any of those kinds, optional
        What goes with the results, by person.
    is_sorted : bool, default False
        All rows of a person stand together, in the order of people: less memory is needed. It is checked.
    memory : int, default 1 GiB
        The most bytes for rows that a code names, of a table that is not sorted.
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
    >>> made = ekbom.assess_long(df, map={
    ...     "ask": ["iron.therapy@nice-cks"], "constants": {"iron_deficiency_anaemia": False},
    ...     "long": {"person": "id", "code": "loinc", "system": "loinc", "value": "value", "unit": "unit", "time": "drawn"}})
    >>> made.select("id", "ekbom:as_of", "iron.therapy@nice-cks").rows()
    [('7', '2020-05-17', 'oral'), ('8', '2020-03-01', 'oral')]
    """
    told = _read(map)
    kind = library(df)
    if kind == "pandas":
        # To pandas the two are one.
        told.setdefault("nan", "missing")
        told["categories"] = True
    text = json.dumps(told)
    wanted = _ekbom.long_columns(text)
    beside = [None if own is None else _stream(own, None) for own in (people, conditions, medicines)]
    made, refused = _ekbom.assess_long(
        _stream(df, wanted),
        text,
        threads or os.cpu_count() or 1,
        None if is_sorted else memory,
        *beside,
        large=kind == "pandas",
    )
    answers = cast(_F, _as(df, Frame(made)))
    return (answers, cast(_F, _as(df, Frame(refused)))) if rejected else answers


def _read(map: Map) -> dict[str, Any]:
    if isinstance(map, Mapping):
        told = json.loads(json.dumps(map, default=str))
    else:
        try:
            told = tomllib.loads(Path(map).read_text(encoding="utf-8"))
        except (OSError, tomllib.TOMLDecodeError) as error:
            raise EkbomError(f"map: {os.fspath(map)}: {error}") from None
    if "long" not in told:
        raise EkbomError("map: a long table needs a table `long`, as in {'long': {'preset': 'omop'}}")
    return cast("dict[str, Any]", told)


def _stream(df: object, wanted: list[str] | None) -> object:
    if not hasattr(df, "__arrow_c_stream__"):
        hint = " (a lazy frame: collect it)" if hasattr(df, "collect") else ""
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
            import duckdb

            return duckdb.from_arrow(made.to_arrow())
    return made
