"""Of a table, the columns that are read: the others cost nothing, however wide it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .errors import ColumnsRefused


def library(df: object) -> str:
    """The library that a frame is of."""
    return type(df).__module__.split(".")[0].removeprefix("_")


def narrow(df: Any, wanted: Sequence[str] | None) -> Any:
    """The columns wanted, of those that are there, in their order; `None` wants all. Nothing is copied."""
    match library(df):
        case "pandas":
            return _from_pandas(df, wanted)
        case "polars":
            return df if wanted is None else df.select(_some(df.columns, wanted))
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


def _from_pandas(df: Any, wanted: Sequence[str] | None) -> Any:
    """A frame of pandas as a table of Arrow. pandas itself would hand over every column, and look through its numbers for NaN."""
    import pyarrow

    names = [str(name) for name in df.columns]
    kept = names if wanted is None else _some(names, wanted)
    twice = next((name for name in kept if names.count(name) > 1), None)
    if twice is not None:
        raise ColumnsRefused("", f"the frame has two columns `{twice}`")
    if not names:
        return df
    return pyarrow.table({name: _array(name, df.iloc[:, names.index(name)]) for name in kept})


def _array(name: str, column: Any) -> Any:
    import numpy
    import pyarrow

    kind = column.dtype
    if isinstance(kind, numpy.dtype) and kind.kind in "iuf":
        return pyarrow.array(column.to_numpy(), from_pandas=False)
    try:
        return pyarrow.Array.from_pandas(column)
    except pyarrow.ArrowException as error:
        raise ColumnsRefused("", f"column `{name}`: {error}") from None
