"""Tables of patients: columns in, answers out, in the caller's own kind of frame."""

from __future__ import annotations

import json
import os
import sys
import warnings
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, TypeVar, cast, get_args

from . import _checks, _ekbom
from ._assessment import Uncertainty
from ._columns import has_pyarrow, library, names, narrow
from ._frame import Frame
from ._knowledge import Knowledge
from ._patient import Group
from .errors import EkbomError, EveryRowRefused, Fault, PatientRefused

_F = TypeVar("_F")

Columns = Mapping[str, "str | tuple[str, str] | tuple[str, Mapping[Any, Any]] | Mapping[str, Any]"]

# Below this many rows a second thread costs more than it brings.
_ROWS_A_THREAD = 65_536


def cohort_map(
    columns: Columns,
    *,
    complete: Iterable[Group] = (),
    questions: Iterable[str] | None = None,
    possible: bool = False,
    needs: bool = False,
    rules: bool = False,
    uncertainty: Uncertainty = "as_reported",
    assume: str | Iterable[str] | None = None,
    alerts: Iterable[str] = (),
    labels: Literal["string", "categorical"] = "string",
    confirmed: bool | Iterable[str] = False,
    on_refusal: Literal["refuse", "set_aside"] | None = None,
    refused: Literal["raise", "null"] = "raise",
    nan: Literal["refuse", "missing"] = "refuse",
    missing: Iterable[str] = (),
    decimal: Literal[".", ","] = ".",
    constants: Mapping[str, Any] | None = None,
    keep: Iterable[str] = (),
    knowledge: Knowledge | None = None,
) -> dict[str, Any]:
    """What :func:`assess_frame` was told, as the map that is the same in every language."""
    tables = _ekbom.tables() if knowledge is None else knowledge.tables
    analytes = _checks.analytes()
    checked = set(analytes) if confirmed is True else set() if confirmed is False else set(_names(confirmed))
    _checks.some_of("confirmed", checked, sorted(analytes))
    _checks.some_of("complete", _names(complete), get_args(Group))
    for argument, value, accepted in (
        ("labels", labels, ("string", "categorical")),
        ("refused", refused, ("raise", "null")),
        ("nan", nan, ("refuse", "missing")),
        ("decimal", decimal, (".", ",")),
        ("uncertainty", uncertainty, get_args(Uncertainty)),
    ):
        _checks.one_of(argument, value, accepted)
    if questions is not None:
        _checks.questions(_names(questions), tables)
    for name in (*columns, *(constants or ())):
        _checks.key(name)
    said: dict[str, dict[str, Any]] = {"quantities": {}, "person": {}, "items": {}}
    made: dict[str, Any] = {
        "ask": list(dict.fromkeys(name for name, _ in tables)) if questions is None else _names(questions),
        "alerts": _names(alerts),
        "possible": possible,
        "needs": needs,
        "rules": rules,
        "uncertainty": uncertainty,
        "categories": {"string": False, "categorical": True}[labels],
        **({} if on_refusal is None else {"on_refusal": on_refusal}),
        "refused": refused,
        "nan": nan,
        "complete": _names(complete),
        "missing": _names(missing),
        "decimal": decimal,
        "keep": _names(keep),
        "constants": dict(constants or {}),
        **said,
    }
    if assume is not None:
        made["assume"] = assume if isinstance(assume, str) else ",".join(assume)
    for key, where in columns.items():
        if key in analytes:
            place = _checks.place(key, where)
            if key in checked:
                place.setdefault("confirmed", True)
            said["quantities"][key] = place
        elif key == "medicines":
            made["medicines"] = _checks.place(key, where)
        else:
            said["person" if key in _checks.PERSON else "items"][key] = _checks.place(key, where)
    return made


def _names(values: Iterable[str]) -> list[str]:
    return [values] if isinstance(values, str) else list(values)


def assess_frame(
    df: _F,
    columns: Columns,
    *,
    complete: Iterable[Group] = (),
    questions: Iterable[str] | None = None,
    possible: bool = False,
    needs: bool = False,
    rules: bool = False,
    uncertainty: Uncertainty = "as_reported",
    assume: str | Iterable[str] | None = None,
    alerts: Iterable[str] = (),
    labels: Literal["string", "categorical"] = "string",
    confirmed: bool | Iterable[str] = False,
    on_refusal: Literal["refuse", "set_aside"] | None = None,
    refused: Literal["raise", "null"] = "raise",
    nan: Literal["refuse", "missing"] = "refuse",
    missing: Iterable[str] = (),
    decimal: Literal[".", ","] = ".",
    constants: Mapping[str, Any] | None = None,
    keep: Iterable[str] = (),
    knowledge: Knowledge | None = None,
    threads: int | None = None,
) -> _F:
    """Answers questions for every row of a table.

    The rules are those of :func:`ekbom.assess`, and so are the answers. Columns are read where they lie, without a copy,
    the interpreter is free meanwhile, and only what is asked is computed.

    Parameters
    ----------
    df : polars.DataFrame, pandas.DataFrame, pyarrow.Table, RecordBatch or Dataset, duckdb relation, or anything with
        Arrow's ``__arrow_c_stream__``.
    columns : mapping
        Where what stands. The key is an analyte, something of the person, a symptom, something of the history, or
        ``medicines``; the value is a column, ``(column, unit)`` for a result, ``(column, {value: meaning})`` where
        values need a meaning, or a mapping with ``column``, ``unit``, ``comparator``, ``ref_low``, ``ref_high``,
        ``grey_high``, ``confirmed``, ``assay``, ``values``. No unit is ever assumed. A text such as ``<5`` is a bound.
    complete : iterable of {"symptoms", "history", "medicines"}
        Groups of which what is not mentioned is absent, in every row.
    questions : iterable of str, optional
        ``iron.therapy`` (every current guideline) or ``iron.therapy@nice-cks``; everything by default.
    possible, needs : bool, default False
        Add for each answer a list of all that is possible, and of the facts that could change it.
    rules : bool, default False
        Add for each answer a list of the rules that can be behind it, by their ids; see :func:`ekbom.rules`. The answers
        of :func:`ekbom.patient_of` such a row say more.
    uncertainty : {"as_reported", "variation", "assay"}, default "as_reported"
        What a single result stands for, as for :func:`ekbom.assess`. Anything but the first is read row by row.
    assume : str or iterable of str, optional
        ``"usual"``, or ids of assumptions: adds for each answer a column ``...:usual``, what it is under them. The answers
        themselves never rest on any.
    alerts : iterable of str
        Codes of alerts to add as columns of true and false.
    labels : {"string", "categorical"}, default "string"
        How answers are held.
    confirmed : bool or iterable of str, default False
        Unlikely values were checked with the laboratory: of all analytes, or of these.
    on_refusal : {"refuse", "set_aside"}, optional
        What cannot be read without guessing refuses its row, or is left out as not known, and ``ekbom:set_aside`` says so.
        Without it, it is set aside with ``refused="null"``, and refuses the row with ``refused="raise"``.
    refused : {"raise", "null"}, default "raise"
        A row that is refused ends the run, or its answers are null and ``ekbom:errors`` says why.
    nan : {"refuse", "missing"}, default "refuse"
        What a NaN is. In a pandas frame it is missing whatever is said here.
    missing : iterable of str
        Texts that stand for a missing value; one that is a number, such as ``"999"``, however that is written.
    decimal : {".", ","}, default "."
        The decimal mark of numbers in texts.
    constants : mapping, optional
        What holds for every row.
    keep : iterable of str
        Columns to hand on beside the answers; ``"*"`` for all.
    knowledge : Knowledge, optional
        Rules with limits of your own; the built-in ones by default.
    threads : int, optional
        As many as there are processors and work for, by default.

    Returns
    -------
    the caller's own kind of frame
        A column ``question@guideline`` for each answer, null where it is not determined, and a row for each row. A
        pandas frame keeps its index; anything else than the kinds named becomes an :class:`ekbom.Frame`.

    Raises
    ------
    ColumnsRefused
        When ``columns`` or another argument does not fit the table.
    PatientRefused
        With ``refused="raise"``, naming row, column, field and value.

    Examples
    --------
    >>> import ekbom, polars
    >>> df = polars.DataFrame({"fer": [38.0, 60.0, None], "age": [58, 61, 47], "sex": ["female", "male", "male"]})
    >>> made = ekbom.assess_frame(
    ...     df, {"ferritin": ("fer", "ng/mL"), "age_years": "age", "sex": "sex"},
    ...     complete=["history"], questions=["iron.therapy@nice-cks"])
    >>> made["iron.therapy@nice-cks"].to_list()
    ['oral', 'grey_zone', None]
    """
    if library(df) == "pandas":
        # To pandas the two are one.
        nan = "missing"
    told = cohort_map(
        columns,
        complete=complete,
        questions=questions,
        possible=possible,
        needs=needs,
        rules=rules,
        uncertainty=uncertainty,
        assume=assume,
        alerts=alerts,
        labels=labels,
        confirmed=confirmed,
        on_refusal=on_refusal,
        refused=refused,
        nan=nan,
        missing=missing,
        decimal=decimal,
        constants=constants,
        keep=keep,
        knowledge=knowledge,
    )
    large = library(df) == "pandas" and labels == "string" and has_pyarrow()
    # The strings of pandas are made from categories: anything else would be copied there once more.
    told["categories"] = told["categories"] or large
    answers = run(df, told, threads, large=large, knowledge=knowledge)
    if refused == "null" and (said := answers._native.refused_everywhere()) is not None:
        first = PatientRefused([_fault(json.loads(said)[0])])
        told_how = _checks.hint(first, told, _values(df, first))
        warnings.warn(f"every row was refused: {told_how}", EveryRowRefused, stacklevel=2)
    return cast(_F, _like(df, answers))


def _fault(said: Mapping[str, Any]) -> Fault:
    field, value, message = (str(said.get(key, "")) for key in ("field", "value", "message"))
    accepted, column = tuple(said.get("accepted", ())), said.get("column") or None
    return Fault(field, value, message, accepted, said.get("row"), column, said.get("kind", "other"))


def run(
    df: object,
    told: Mapping[str, Any],
    threads: int | None,
    *,
    large: bool = False,
    knowledge: Knowledge | None = None,
) -> Frame:
    """The answers, before they become anyone's frame."""
    # One of Spark could be handed over as well, but whole, and to this machine.
    if library(df) == "pyspark" or not (hasattr(df, "__arrow_c_stream__") or hasattr(df, "scanner")):
        raise EkbomError(f"a table with the Arrow PyCapsule interface is needed, not {type(df).__name__}{_instead(df)}")
    if threads is not None and (isinstance(threads, bool) or not isinstance(threads, int) or threads < 1):
        raise EkbomError(f"threads: a whole number from 1 on is needed, not {threads!r}")
    there = names(df)
    _checks.columns(told, there)
    if there is not None and told["keep"]:
        kept = there if "*" in told["keep"] else told["keep"]
        _checks.answers(kept, told["ask"], _ekbom.tables() if knowledge is None else knowledge.tables)
    if threads is None:
        # A relation would run its query to know its length.
        rows = len(cast(Any, df)) if hasattr(df, "__len__") and library(df) != "duckdb" else sys.maxsize
        threads = max(1, min(os.cpu_count() or 1, rows // _ROWS_A_THREAD))
    text = json.dumps(told)
    try:
        native = None if knowledge is None else knowledge._native
        return Frame(_ekbom.assess_frame(narrow(df, _ekbom.map_columns(text)), text, threads, large, native))
    except PatientRefused as refused:
        raise _checks.hint(refused, told, _values(df, refused)) from None


def _instead(df: object) -> str:
    """What to write instead of what is no table."""
    if hasattr(df, "map_batches"):
        return " (a lazy frame: call its `map_batches`, or collect it)"
    if isinstance(df, Mapping | list):
        return " (make a frame of it first: `polars.DataFrame(...)`, `pandas.DataFrame(...)` or `pyarrow.table(...)`)"
    if library(df) == "pyspark":
        return " (call `ekbom.spark.assess`, which keeps the rows where they are)"
    return ""


def _values(df: Any, refused: PatientRefused) -> Iterator[object]:
    """Some values of the column to blame, from which a line to write is made."""
    name = refused.faults[0].column
    if name is not None and library(df) in ("pandas", "polars"):
        place = (names(df) or []).index(name)
        column = df.iloc[:, place] if library(df) == "pandas" else df[name]
        yield from column.head(10_000).unique().to_list() if library(df) == "polars" else column.head(10_000).unique()
    elif name is not None and hasattr(df, "column"):
        yield from df.column(name).slice(0, 10_000).unique().to_pylist()
    elif name is not None and library(df) == "duckdb":
        quoted = '"' + name.replace('"', '""') + '"'
        yield from (row[0] for row in df.limit(10_000).project(quoted).distinct().fetchall())


def _like(df: object, made: Frame) -> object:
    kind = type(df)
    match library(df):
        case "polars":
            return made.to_polars()
        case "pandas":
            own = made.to_pandas()
            own.index = cast(Any, df).index
            return own
        case "pyarrow":
            table = made.to_arrow()
            if kind.__name__ != "RecordBatch":
                return table
            batches = table.combine_chunks().to_batches()
            return batches[0] if batches else table.schema.empty_table().to_batches()[0]
        case "duckdb":
            # In the connection of the relation itself, where it can be joined with it: DuckDB finds `made` by its name.
            return cast(Any, df).query("__ekbom_input", "select * from made")
    return made
