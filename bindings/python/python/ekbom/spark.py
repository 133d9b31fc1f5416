"""Spark: the answers of :func:`ekbom.assess_frame` over many machines.

Every worker needs this package and pyarrow, and the same Python as the driver: set ``PYSPARK_PYTHON`` to it before the
session starts. The rules are compiled once in each Python worker; nothing is shuffled.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast

from . import _checks
from ._cohort import Columns, cohort_map, run
from ._knowledge import Knowledge
from .errors import EkbomError

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame

__all__ = ["assess"]


class _Answers:
    """What a worker does with the batches of its partition."""

    def __init__(self, told: Mapping[str, Any], fields: bytes, knowledge: Knowledge | None) -> None:
        self.told, self.fields, self.knowledge = told, fields, knowledge

    def __call__(self, batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        import pyarrow
        from pyarrow import compute

        schema = pyarrow.ipc.read_schema(pyarrow.py_buffer(self.fields))
        for batch in batches:
            made = pyarrow.table(run(batch, self.told, 1, knowledge=self.knowledge)).cast(schema)
            for place in map(schema.get_field_index, ("ekbom:set_aside", "ekbom:errors")):
                if place < 0:
                    continue
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

    Raises
    ------
    EkbomError
        When ``columns`` or an option does not fit the data frame; before any row is read.
    """
    import pyarrow
    from pyspark.sql.pandas.types import from_arrow_schema

    if "threads" in options:
        raise EkbomError("`threads` is for one machine: Spark decides how many work")
    said: dict[str, Any] = {"refused": "null"} | options
    knowledge: Knowledge | None = said.get("knowledge")
    try:
        told = cohort_map(columns, **said)
    except TypeError as error:
        raise EkbomError(f"ekbom.spark.assess: {error}") from None
    _checks.columns(told, df.columns)
    if "*" not in told["keep"]:
        # What is not read does not travel to the workers; Spark cannot hand over every type either.
        read = set(_checks.read(told)) | set(told["keep"])
        df = df.select(*("`" + name.replace("`", "``") + "`" for name in df.columns if name in read or name == df.columns[0]))
    # What comes out, from what comes in, without a row; and whatever does not fit shows here.
    empty = _schema(df).empty_table()
    made = pyarrow.table(run(empty, told, 1, knowledge=knowledge)).schema
    plain = pyarrow.schema(
        [field.with_type(pyarrow.string()) if _is_label(field.type) else field for field in made]
    )
    answers = _Answers(told, plain.serialize().to_pybytes(), knowledge)
    return df.mapInArrow(answers, schema=from_arrow_schema(plain))


def _schema(df: DataFrame) -> pyarrow.Schema:
    """The columns as Spark hands them to a worker."""
    import inspect

    from pyspark.sql.pandas.types import to_arrow_schema

    # A time with a zone needs one; Spark 3 knows no such argument.
    if "timezone" not in inspect.signature(to_arrow_schema).parameters:
        return to_arrow_schema(df.schema)
    return to_arrow_schema(df.schema, timezone=df.sparkSession.conf.get("spark.sql.session.timeZone"))


def _is_label(kind: Any) -> bool:
    import pyarrow

    return bool(pyarrow.types.is_string_view(kind) or pyarrow.types.is_dictionary(kind))
