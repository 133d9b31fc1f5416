"""Of a table, the columns that are read: the others cost nothing, however wide it is."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

from . import _ekbom
from .errors import ColumnsRefused


def library(df: object) -> str:
    """The library that a frame is of."""
    return type(df).__module__.split(".")[0].removeprefix("_")


def has_pyarrow() -> bool:
    """Is pyarrow there? pandas hands over its columns by it."""
    try:
        return find_spec("pyarrow") is not None
    except ValueError:
        return False


def names(df: Any) -> list[str] | None:
    """The names of all columns, where they can be known without reading any."""
    match library(df):
        case "pandas":
            return [str(name) for name in df.columns]
        case "polars" | "duckdb":
            return list(df.columns)
        case "pyarrow" if hasattr(df, "schema"):
            return list(df.schema.names)
    return None


def narrow(df: Any, wanted: Sequence[str] | None) -> Any:
    """The columns wanted, of those that are there, in their order; `None` wants all. Nothing is copied."""
    match library(df):
        case "pandas":
            return _from_pandas(df, wanted)
        case "polars":
            return _from_polars(df if wanted is None else df.select(_some(df.columns, wanted)))
        case "pyarrow" if hasattr(df, "scanner"):
            # A data set: files that are read when they are needed.
            return df.scanner(columns=None if wanted is None else _some(df.schema.names, wanted)).to_reader()
        case "pyarrow" if hasattr(df, "select"):
            return df if wanted is None else df.select(_some(df.schema.names, wanted))
        case "duckdb":
            if wanted is None:
                return df
            return df.project(", ".join('"' + name.replace('"', '""') + '"' for name in _some(df.columns, wanted)))
    return df


def _some(names: Sequence[str], wanted: Sequence[str]) -> list[str]:
    # A table without any column would have lost its number of rows.
    return [name for name in names if name in wanted] or list(names[:1])


def _from_polars(df: Any) -> Any:
    """A frame without the columns that polars cannot hand over: those of nothing but nulls, and those of objects."""
    import polars

    odd = []
    for name, kind in df.schema.items():
        if kind == polars.Null:
            odd.append(df[name].cast(polars.String))
        elif kind == polars.Object:
            odd.append(polars.Series(name, _texts(name, df[name].to_list()), dtype=polars.String))
    return df.with_columns(odd) if odd else df


def _from_pandas(df: Any, wanted: Sequence[str] | None) -> Any:
    """A frame of pandas as a table of Arrow. pandas itself would hand over every column, and look through its numbers for NaN."""
    names = [str(name) for name in df.columns]
    kept = names if wanted is None else _some(names, wanted)
    twice = next((name for name in kept if names.count(name) > 1), None)
    if twice is not None:
        raise ColumnsRefused("", f"the frame has two columns `{twice}`")
    columns = [df.iloc[:, names.index(name)] for name in kept]
    if not has_pyarrow():
        lists = [column.astype(object).where(column.notna(), None).tolist() for column in columns]
        return _ekbom.table_of(kept, lists, len(df))
    if not names:
        return df
    import pyarrow

    return pyarrow.table({name: _array(name, column) for name, column in zip(kept, columns, strict=True)})


def _array(name: str, column: Any) -> Any:
    import numpy
    import pyarrow

    kind = column.dtype
    if isinstance(kind, numpy.dtype) and kind.kind in "iuf":
        return pyarrow.array(column.to_numpy(), from_pandas=False)
    try:
        return pyarrow.Array.from_pandas(column)
    except pyarrow.ArrowException as error:
        if kind != object:
            raise ColumnsRefused("", f"column `{name}`: {error}") from None
        missing = column.isna()
        values = [None if gone else value for gone, value in zip(missing, column, strict=True)]
        return pyarrow.array(_texts(name, values), pyarrow.string())


def _texts(name: str, values: Sequence[object]) -> list[str | None]:
    """A column in which numbers and texts such as ``<5`` stand side by side, as texts."""
    made: list[str | None] = []
    for row, value in enumerate(values):
        if value is None or isinstance(value, str):
            made.append(value)
        elif isinstance(value, bool) or not hasattr(value, "__float__"):
            message = f"column `{name}`, row {row}: a number or a text is needed, not {value!r} ({type(value).__name__})"
            raise ColumnsRefused("", message[:400])
        else:
            made.append(None if value != value else str(value))
    return made
