"""How patients and assessments show themselves in a notebook. Colours come from the notebook's own theme."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._assessment import Assessment
    from ._patient import Patient
    from ._records import Position, Recommendation

_STYLE = (
    "<style>.ekbom{max-width:64em;line-height:1.35}.ekbom table{border-collapse:collapse;margin:.4em 0 1em}"
    ".ekbom th,.ekbom td{text-align:left!important;vertical-align:top;padding:.2em .7em .2em 0;"
    "border-bottom:1px solid rgba(128,128,128,.3)}.ekbom h4{margin:.8em 0 .2em}"
    ".ekbom .urgent{border-left:.3em solid #b3261e;padding-left:.6em}"
    ".ekbom .caution{border-left:.3em solid #b26a00;padding-left:.6em}"
    ".ekbom .info{border-left:.3em solid #6b7280;padding-left:.6em}.ekbom p{margin:.25em 0}"
    ".ekbom .name{white-space:nowrap}.ekbom .quiet{opacity:.65}.ekbom summary{cursor:pointer}</style>"
)


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    titles = "".join(f"<th>{escape(title)}</th>" for title in head)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{titles}</tr></thead><tbody>{body}</tbody></table>"


def _words(codes: Iterable[str], between: str = ", ") -> str:
    return escape(between.join(code.replace("_", " ") for code in codes))


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
    return f"{_STYLE}<div class='ekbom'>{shown or '<p>a patient of whom nothing is known</p>'}</div>"


def _value(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key.replace('_', ' ')}: {_value(item)}" for key, item in value.items())
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def assessment_html(assessment: Assessment) -> str:
    """An assessment: what is urgent, what to do, what to order, who disagrees, and every position."""
    parts = [_STYLE, "<div class='ekbom'>"]
    if assessment.alerts:
        parts.append("<h4>Alerts</h4>")
        parts.extend(
            f"<p class='{escape(alert.severity)}'><b>{escape(alert.severity)}</b> {escape(alert.message)} "
            f"<span class='quiet'>{escape(alert.code)}</span></p>"
            for alert in assessment.alerts
        )
    iron_and_b12 = [one for one in assessment.recommendations if not one.question.startswith("treatment.")]
    others = [one for one in assessment.recommendations if one.question.startswith("treatment.")]
    if iron_and_b12:
        parts.append(f"<h4>Recommendations</h4>{_recommendations(iron_and_b12)}")
    if others:
        parts.append(
            f"<details><summary><b>Recommendations on treatments</b></summary>{_recommendations(others)}</details>"
        )
    if assessment.next_tests:
        parts.append("<h4>Next tests</h4>")
        parts.append(
            _table(
                ["test", "could change", "sample"],
                (
                    [_words([test.test]), _questions(test.could_change), _words(test.instructions)]
                    for test in assessment.next_tests
                ),
            )
        )
    if assessment.disagreements:
        parts.append("<h4>Guidelines disagree</h4>")
        parts.append(
            _table(
                ["question", "positions"],
                (
                    [
                        escape(item.question),
                        "<br>".join(
                            f"{escape(guideline)}: {_words(answers, ' or ')}"
                            for guideline, answers in item.positions.items()
                        ),
                    ]
                    for item in assessment.disagreements
                ),
            )
        )
    work_up = [one for one in assessment.positions if not one.question.startswith("treatment.")]
    treatments = [one for one in assessment.positions if one.question.startswith("treatment.")]
    parts.append(_positions("Positions of the work-up", work_up, shown=True))
    parts.append(_positions("Positions on treatments", treatments, shown=False))
    version, fingerprint = assessment.knowledge
    parts.append(
        f"<p class='quiet'>Knowledge {escape(version)} ({escape(fingerprint)}). For health professionals, who can "
        "review the basis of every answer; not assessed as a medical device.</p></div>"
    )
    return "".join(parts)


def _recommendations(items: list[Recommendation]) -> str:
    return _table(
        ["", "action", "guideline", "grade", "because", "mind"],
        (
            [
                "<b>withheld</b>" if item.withheld is not None else escape(item.direction),
                f"{_words([item.action])}<br><span class='quiet'>{_words(item.possible, ' or ')}</span>",
                f"<span class='name'>{escape(item.guideline)}</span>",
                _words(grade for grade in (item.strength, item.certainty) if grade),
                escape("; ".join(item.because)),
                _words([*(item.withheld or ()), *item.cautions, *item.flags]) + _follow_up(item),
            ]
            for item in items
        ),
    )


def _follow_up(item: Recommendation) -> str:
    return "".join(f"<br><span class='quiet'>{escape(later.says)}</span>" for later in item.follow_up)


def _questions(names: Iterable[str]) -> str:
    names = list(names)
    own = [name for name in names if not name.startswith("treatment.")]
    treatments = len(names) - len(own)
    return escape(", ".join([*own, *([f"{treatments} treatments"] if treatments else [])]))


def _positions(title: str, positions: list[Position], *, shown: bool) -> str:
    rows = _table(
        ["question", "guideline", "answer", "needs", "verification"],
        (
            [
                escape(one.question),
                f"<span class='name'>{escape(one.guideline)}</span>",
                f"<b>{_words(one.possible)}</b>" if one.determined else f"open: {_words(one.possible, ' or ')}",
                _words(one.needs),
                f"<span class='quiet'>{escape(one.verification)}</span>",
            ]
            for one in positions
        ),
    )
    return f"<details{' open' if shown else ''}><summary><b>{escape(title)}</b></summary>{rows}</details>"
