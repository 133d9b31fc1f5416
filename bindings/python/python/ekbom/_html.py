"""How patients show themselves in a notebook. Colours come from the notebook's own theme."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._patient import Patient

_STYLE = (
    "<style>.ekbom-patient{max-width:64em;line-height:1.35}.ekbom-patient table{border-collapse:collapse;margin:.4em 0 1em}"
    ".ekbom-patient th,.ekbom-patient td{text-align:left!important;vertical-align:top;padding:.2em .7em .2em 0;"
    "border-bottom:1px solid rgba(128,128,128,.3)}</style>"
)


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    titles = "".join(f"<th>{escape(title)}</th>" for title in head)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{titles}</tr></thead><tbody>{body}</tbody></table>"


def patient_html(patient: Patient) -> str:
    """A patient as a table."""
    said = patient.to_dict()
    labs = said.pop("labs", [])
    rows = [[escape(key.replace("_", " ")), escape(_value(value))] for key, value in said.items()]
    results = [
        [
            escape(lab["analyte"].replace("_", " ")),
            escape(f"{lab.get('comparator', '')}{lab.get('value', '')} {lab.get('unit', '')}"),
            escape(
                ", ".join(
                    f"{key.replace('_', ' ')} {_value(value)}"
                    for key, value in lab.items()
                    if key not in ("analyte", "value", "unit", "comparator")
                )
            ),
        ]
        for lab in labs
    ]
    shown = _table(["patient", ""], rows) if rows else ""
    shown += _table(["result", "value", ""], results) if results else ""
    return f"{_STYLE}<div class='ekbom-patient'>{shown or '<p>a patient of whom nothing is known</p>'}</div>"


def _value(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key.replace('_', ' ')}: {_value(item)}" for key, item in value.items())
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
