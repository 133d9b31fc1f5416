"""Spark: the answers of :func:`ekbom.assess_frame` over many machines.

Every worker needs this package and pyarrow. The rules are compiled once in each Python worker; nothing is shuffled.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from ._cohort import Columns, cohort_map, run

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame

__all__ = ["assess"]


class _Answers:
    """What a worker does with the batches of its partition."""

    def __init__(self, told: str, fields: bytes) -> None:
        self.told, self.fields = told, fields

    def __call__(self, batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        import pyarrow
        from pyarrow import compute

        schema = pyarrow.ipc.read_schema(pyarrow.py_buffer(self.fields))
        for batch in batches:
            made = pyarrow.table(run(batch, self.told, 1)).cast(schema)
            place = schema.get_field_index("ekbom:errors")
            if place >= 0:
                # A row number within one batch of one worker would mislead.
                plain = cast(Any, compute).replace_substring_regex(made.column(place), '"row":[0-9]+,', "")
                made = made.set_column(place, schema.field(place), plain)
            yield from made.to_batches()


def assess(df: DataFrame, columns: Columns, **options: Any) -> DataFrame:
    """Answers questions for every row of a Spark data frame, through ``mapInArrow``.

    Parameters
    ----------
    df : pyspark.sql.DataFrame
    columns : mapping
        As for :func:`ekbom.assess_frame`.
    **options
        As for :func:`ekbom.assess_frame`, without ``threads``. ``refused`` is ``"null"`` by default here: a row number
        says nothing once rows are spread over machines, and ``keep`` is the way to an identifier beside the answers.

    Returns
    -------
    pyspark.sql.DataFrame
        The columns kept, and a column ``question@guideline`` for each answer; nothing is computed before it is needed.
        Names with ``@`` and ``.`` are written with backticks in Spark: ``df["`iron.therapy@nice-cks`"]``.
    """
    import pyarrow
    from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

    if "threads" in options:
        raise TypeError("`threads` is for one machine: Spark decides how many work")
    said: dict[str, Any] = {"refused": "null"} | options
    told = json.dumps(cohort_map(columns, **said))
    # What comes out, from what comes in, without a row; and whatever does not fit shows here.
    empty = to_arrow_schema(df.schema).empty_table()
    made = pyarrow.table(run(empty, told, 1)).schema
    plain = pyarrow.schema(
        [field.with_type(pyarrow.string()) if _is_label(field.type) else field for field in made]
    )
    answers = _Answers(told, plain.serialize().to_pybytes())
    return df.mapInArrow(answers, schema=from_arrow_schema(plain))


def _is_label(kind: Any) -> bool:
    import pyarrow

    return bool(pyarrow.types.is_string_view(kind) or pyarrow.types.is_dictionary(kind))
