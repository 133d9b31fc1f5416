"""Guideline logic for the nutritional work-up of restless legs syndrome.

A patient's results, symptoms and history go in; out come, for each clinical question and each guideline, the answers
still possible, the rule and source behind each, what is missing and whether it could change anything, where guidelines
disagree, and what must not be done.

For health professionals, who can review the basis of every answer. Not assessed as a medical device: whoever places it
in a product determines its classification.

Examples
--------
>>> import ekbom
>>> patient = ekbom.Patient(
...     age_years=58, sex="female", complete=["history"],
...     labs=[ekbom.Lab("ferritin", 38, "ng/mL"), ekbom.Lab("creatinine", 0.9, "mg/dL")])
>>> assessment = ekbom.assess(patient)
>>> assessment.position("iron.therapy", "aasm-2025").determined
'oral_or_iv'
>>> assessment.position("iron.therapy", "mayo-2021").needs
('tsat',)
"""

from importlib import import_module as _import_module
from typing import TYPE_CHECKING as _TYPE_CHECKING
from typing import Any as _Any

from . import types
from ._assessment import Assessment, assess
from ._cohort import assess_frame
from ._convert import convert
from ._ekbom import Language, rules_json
from ._ekbom import versions as _built
from ._fhir import FhirEntry, FhirRecord, from_fhir
from ._frame import Frame, analytes, claims, questions, rules
from ._knowledge import Knowledge, LimitChange
from ._long import assess_long
from ._patient import Lab, Patient
from ._prevalence import agreement, prevalence
from ._rows import patient_of, refusals
from ._sensitivity import sensitivity
from ._versions import show_versions
from .errors import ColumnsRefused, EkbomError, EveryRowRefused, Fault, NeighbourWarning, PatientRefused, UnknownName

__all__ = [
    "Assessment",
    "ColumnsRefused",
    "EkbomError",
    "EveryRowRefused",
    "Fault",
    "FhirEntry",
    "FhirRecord",
    "Frame",
    "Knowledge",
    "Lab",
    "Language",
    "LimitChange",
    "NeighbourWarning",
    "Patient",
    "PatientRefused",
    "UnknownName",
    "agreement",
    "analytes",
    "assess",
    "assess_frame",
    "assess_long",
    "claims",
    "convert",
    "from_fhir",
    "patient_of",
    "prevalence",
    "questions",
    "refusals",
    "rules",
    "rules_json",
    "sensitivity",
    "show_versions",
    "types",
]

if _TYPE_CHECKING:
    from . import plot, spark

# What needs another library is imported when it is first looked at.
_LATER = ("plot", "spark")


def __getattr__(name: str) -> _Any:
    if name in _LATER:
        return _import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__, *_LATER, "__version__"]


__version__: str = dict(_built())["ekbom"]
