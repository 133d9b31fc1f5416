"""Names for type annotations: what may stand in a patient, and what an assessment is made of."""

from ._assessment import Uncertainty
from ._patient import Comparator, Finding, Group, Include, Sex
from ._records import (
    Alert,
    Condition,
    Derived,
    Disagreement,
    Evidence,
    FollowUp,
    Medicine,
    MedicineClass,
    NextTest,
    Position,
    Recommendation,
    Result,
    RuleTrace,
    Source,
    TableTrace,
)
from ._types import Analyte, History, Question, Symptoms, Table

__all__ = [
    "Alert",
    "Analyte",
    "Comparator",
    "Condition",
    "Derived",
    "Disagreement",
    "Evidence",
    "Finding",
    "FollowUp",
    "Group",
    "History",
    "Include",
    "Medicine",
    "MedicineClass",
    "NextTest",
    "Position",
    "Question",
    "Recommendation",
    "Result",
    "RuleTrace",
    "Sex",
    "Source",
    "Symptoms",
    "Table",
    "TableTrace",
    "Uncertainty",
]
