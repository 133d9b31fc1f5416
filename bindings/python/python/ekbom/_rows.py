"""Single rows of a table: the patient that one is read as, and why others were refused."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from . import _checks, _ekbom
from ._answers import texts
from ._cohort import Columns, cohort_map
from ._columns import library, names, narrow
from ._patient import Patient
from ._prevalence import as_own
from .errors import EkbomError

_F = TypeVar("_F")


def patient_of(df: Any, row: int, columns: Columns, **options: Any) -> Patient:
    """The patient that a row of a table is read as, by the same columns and options as :func:`ekbom.assess_frame`.

    Its assessment gives every reason, alert and source behind the answers of that row.

    Parameters
    ----------
    df : any frame that :func:`ekbom.assess_frame` takes
    row : int
        From 0; from the end where it is negative.
    columns, **options
        As for :func:`ekbom.assess_frame`; options that say what comes out change nothing.

    Raises
    ------
    PatientRefused
        When the row cannot be read without guessing.

    Examples
    --------
    >>> import ekbom, polars
    >>> df = polars.DataFrame({"fer": [38.0, 60.0], "age": [58, 61]})
    >>> ekbom.patient_of(df, 1, {"ferritin": ("fer", "ng/mL"), "age_years": "age"}, complete=["history"])
    Patient([Lab('ferritin', 60, 'ng/mL')], age_years=61, complete=['history'])
    """
    if isinstance(row, bool) or not isinstance(row, int):
        raise EkbomError(f"row: a whole number is needed, not {row!r}")
    rest: dict[str, Any] = {key: value for key, value in options.items() if key not in ("knowledge", "threads")}
    if library(df) == "pandas":
        rest["nan"] = "missing"
    rest["keep"] = ()
    told = cohort_map(columns, **rest)
    _checks.columns(told, names(df))
    if hasattr(df, "__len__") and library(df) != "duckdb":
        if not -len(df) <= row < len(df):
            raise EkbomError(f"row: there is no row {row}: the frame has {len(df)}")
        row %= len(df)
    elif row < 0:
        raise EkbomError("row: the length of this frame is not known: count from 0")
    text = json.dumps(told)
    return Patient.from_json(_ekbom.patient_of(narrow(df, _ekbom.map_columns(text)), text, row))


def refusals(made: _F) -> _F:
    """Why rows were refused, as a table: what to put right, counted and sorted like any other.

    Parameters
    ----------
    made : what :func:`ekbom.assess_frame` made with ``refused="null"`` and ``on_refusal="refuse"``

    Returns
    -------
    the caller's own kind of frame
        ``row`` (from 0), ``column``, ``field``, ``value``, ``message``, ``accepted``; a row may have several.

    Examples
    --------
    >>> import ekbom, polars
    >>> df = polars.DataFrame({"fer": [38.0, -3.0], "age": [58, 61]})
    >>> made = ekbom.assess_frame(df, {"ferritin": ("fer", "ng/mL"), "age_years": "age"}, refused="null", on_refusal="refuse")
    >>> ekbom.refusals(made).row(0)[:4]
    (1, 'fer', 'ferritin.value', '-3')
    """
    rows: list[list[object]] = []
    for place, text in enumerate(texts(made, "ekbom:errors")):
        for fault in json.loads(text) if text else ():
            known = [fault.get(key, "") for key in ("column", "field", "value", "message")]
            rows.append([place, *known, ", ".join(fault.get("accepted", ()))])
    return as_own(made, ["row", "column", "field", "value", "message", "accepted"], rows)
