"""What a caller says of a patient."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from itertools import takewhile
from typing import Any, Literal, Self, cast

from . import _ekbom
from ._types import Analyte, History, Symptoms
from .errors import Fault, PatientRefused, UnknownName

Sex = Literal["female", "male"]
Comparator = Literal["<", "<=", ">", ">="]
Finding = Literal["negative", "positive", "indeterminate"]
Group = Literal["symptoms", "history", "medicines"]
Include = Literal["aafp-2017", "cb12"]

# The order in which a patient is shown.
_KEYS = (
    "age_years",
    "sex",
    "sex_for_reference",
    "ethnicity_black",
    "elevation_m",
    "cigarettes_per_day",
    "transferrin_factor",
    "labs",
    "symptoms",
    "history",
    "medicines",
    "unknown_medicines",
    "on_refusal",
    "include",
    "complete",
)


@dataclass(frozen=True, slots=True)
class Lab:
    """A laboratory result as reported: the unit is part of the value.

    It is checked when it becomes part of a :class:`Patient`, together with everything else.

    Parameters
    ----------
    analyte : str
        Id of the analyte; see :func:`ekbom.analytes`.
    value : float, str or None
        The number printed, or ``"positive"``, ``"negative"``, ``"indeterminate"``. ``None`` only of a result in doubt, of
        which nothing but its analyte can be read.
    unit : str, optional
        Its unit, in UCUM or a common spelling. Needed with a number: none is assumed.
    comparator : {"<", "<=", ">", ">="}, optional
        Where the laboratory gives only a bound.
    days_ago : float, optional
        Age of the sample; needed where an analyte has several results.
    morning : bool, optional
        Was the sample drawn in the morning?
    iron_free_hours : float, optional
        Hours without iron before the sample.
    ref_low, ref_high, grey_high : float, optional
        The laboratory's own limits, in the unit of the result.
    assay : str, optional
        The assay as the laboratory names it.
    confirmed : bool, optional
        The value was checked with the laboratory although it is unlikely.
    doubt : str, optional
        Why you doubt the result. It then counts for nothing, no older result of its analyte stands for it, what it would
        forbid if it is right is withheld, and a critical one is said; :attr:`Assessment.set_aside` names it.

    Examples
    --------
    >>> Lab("ferritin", 38, "ng/mL")
    Lab('ferritin', 38, 'ng/mL')
    >>> Lab("crp", 5, "mg/L", comparator="<", days_ago=3)
    Lab('crp', 5, 'mg/L', comparator='<', days_ago=3)
    >>> Lab("ferritin", 38, "ng/mL", days_ago=2, doubt="the name on the tube is another")
    Lab('ferritin', 38, 'ng/mL', days_ago=2, doubt='the name on the tube is another')
    """

    analyte: Analyte | str
    value: float | Finding | None = None
    unit: str | None = None
    comparator: Comparator | None = None
    days_ago: float | None = None
    morning: bool | None = None
    iron_free_hours: float | None = None
    ref_low: float | None = None
    ref_high: float | None = None
    grey_high: float | None = None
    assay: str | None = None
    confirmed: bool | None = None
    doubt: str | None = None

    def __repr__(self) -> str:
        said = self.to_dict()
        # By place as far as none is missing.
        first = [repr(said.pop(key)) for key in takewhile(said.__contains__, ("analyte", "value", "unit"))]
        return f"Lab({', '.join(first + [f'{key}={value!r}' for key, value in said.items()])})"

    def to_dict(self) -> dict[str, Any]:
        """The result in the shape that is the same in every language.

        Examples
        --------
        >>> Lab("ferritin", 38, "ng/mL").to_dict()
        {'analyte': 'ferritin', 'value': 38, 'unit': 'ng/mL'}
        """
        return {key: value for key in _LAB_KEYS if (value := getattr(self, key)) is not None}


_LAB_KEYS = tuple(field.name for field in fields(Lab))


class Patient(_ekbom.Patient):
    """A checked patient: read once, assessed as often as you like.

    What is not said stays unknown, unless its group is declared complete. A patient cannot be changed; two that were
    said alike are equal, and a patient can be a key of a dictionary, pickled, and sent to another process.

    Parameters
    ----------
    labs : iterable of Lab or mapping, optional
        Results as reported.
    age_years : float, optional
        Age; fractions are welcome.
    sex, sex_for_reference : {"female", "male"}, optional
        Sex, and the one whose reference limits apply, where it differs.
    symptoms, history : mapping, optional
        What is known; the keys are those of :class:`ekbom.types.Symptoms` and :class:`ekbom.types.History`.
    medicines : iterable of str, optional
        Ingredients.
    complete : iterable of {"symptoms", "history", "medicines"}, optional
        Groups of which what is not mentioned is absent.
    ethnicity_black, elevation_m, cigarettes_per_day, transferrin_factor, include, unknown_medicines, on_refusal
        As in the book, chapter "The patient".

    Raises
    ------
    PatientRefused
        With everything that is wrong, at once.

    Examples
    --------
    >>> import ekbom
    >>> patient = ekbom.Patient(
    ...     age_years=58,
    ...     sex="female",
    ...     labs=[ekbom.Lab("ferritin", 38, "ng/mL"), ekbom.Lab("creatinine", 0.9, "mg/dL")],
    ...     complete=["history"],
    ... )
    >>> patient.possible("iron.therapy@aasm-2025")
    ('oral_or_iv',)
    >>> patient.possible("iron.therapy@mayo-2021")  # saturation has a ceiling there, and is not known
    ('oral', 'not_indicated')
    """

    __slots__ = ()

    def __new__(
        cls,
        labs: Iterable[Lab | Mapping[str, Any]] = (),
        *,
        age_years: float | None = None,
        sex: Sex | None = None,
        sex_for_reference: Sex | None = None,
        ethnicity_black: bool | None = None,
        elevation_m: float | None = None,
        cigarettes_per_day: float | None = None,
        transferrin_factor: str | None = None,
        symptoms: Symptoms | Mapping[str, Any] | None = None,
        history: History | Mapping[str, Any] | None = None,
        medicines: Iterable[str] = (),
        unknown_medicines: Literal["refuse", "carry"] | None = None,
        on_refusal: Literal["refuse", "set_aside"] | None = None,
        include: Iterable[Include] = (),
        complete: Iterable[Group] = (),
    ) -> Self:
        said = {
            "age_years": age_years,
            "sex": sex,
            "sex_for_reference": sex_for_reference,
            "ethnicity_black": ethnicity_black,
            "elevation_m": elevation_m,
            "cigarettes_per_day": cigarettes_per_day,
            "transferrin_factor": transferrin_factor,
            "labs": [lab.to_dict() if isinstance(lab, Lab) else dict(lab) for lab in labs],
            "symptoms": None if symptoms is None else dict(symptoms),
            "history": None if history is None else dict(history),
            "medicines": _names(medicines),
            "unknown_medicines": unknown_medicines,
            "on_refusal": on_refusal,
            "include": _names(include),
            "complete": _names(complete),
        }
        # What is not given is not mentioned. Said without a value it would not be known, whatever is complete.
        return cls.from_dict({key: value for key, value in said.items() if value is not None})

    @classmethod
    def from_dict(cls, document: Mapping[str, Any]) -> Self:
        """Reads a patient in the shape that is the same in every language.

        Examples
        --------
        >>> Patient.from_dict({"age_years": 58, "labs": [{"analyte": "ferritin", "value": 38, "unit": "ng/mL"}]})
        Patient([Lab('ferritin', 38, 'ng/mL')], age_years=58)
        """
        try:
            text = _ENCODER.encode(document)
        except ValueError:
            faults = [*_not_finite(document, "")]
            if not faults:
                raise
            raise PatientRefused(faults) from None
        return cls.from_json(text)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Reads a patient as JSON.

        Examples
        --------
        >>> Patient.from_json('{"labs": []}')
        Patient()
        """
        return cast(Self, super().__new__(cls, text))

    def to_dict(self) -> dict[str, Any]:
        """The patient in the shape that is the same in every language; what was not said is left out.

        Examples
        --------
        >>> Patient(age_years=58, complete=["history"]).to_dict()
        {'age_years': 58, 'complete': ['history']}
        """
        said: dict[str, Any] = json.loads(self.to_json())
        return {key: said[key] for key in _KEYS if key in said}

    @property
    def labs(self) -> tuple[Lab, ...]:
        """The results as reported."""
        # Of a result in doubt anything may be missing but what it is of.
        return tuple(Lab(**{"value": None, **lab}) for lab in self.to_dict().get("labs", ()))

    def replace(self, **changes: Any) -> Self:
        """The same patient with some things said otherwise; ``None`` takes back what was said. Also ``copy.replace``.

        Raises
        ------
        PatientRefused
            When what is said then cannot be.
        UnknownName
            When it is nothing that a patient states.

        Examples
        --------
        >>> Patient([Lab("ferritin", 38, "ng/mL")], age_years=58).replace(age_years=70)
        Patient([Lab('ferritin', 38, 'ng/mL')], age_years=70)
        """
        said = self.to_dict()
        for key, value in changes.items():
            if key not in _KEYS:
                raise UnknownName("part of a patient", key, _KEYS)
            if key == "labs":
                value = [lab.to_dict() if isinstance(lab, Lab) else dict(lab) for lab in value or ()]
            elif key in ("medicines", "include", "complete") and value is not None:
                value = _names(value)
            said[key] = value
        return self.from_dict(said)

    __replace__ = replace

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self).from_json, (self.to_json(),)

    def __repr__(self) -> str:
        said = self.to_dict()
        said.pop("labs", None)
        parts = [repr(list(self.labs))] if self.labs else []
        return f"Patient({', '.join(parts + [f'{key}={value!r}' for key, value in said.items()])})"

    def _repr_html_(self) -> str:
        from ._html import patient_html

        return patient_html(self)


def _names(values: Iterable[str]) -> list[str]:
    # A lone string is an iterable of letters, and never what was meant.
    return [values] if isinstance(values, str) else list(values)


def _plain(value: object) -> object:
    """Numbers of NumPy and the like, as Python's own."""
    item = getattr(value, "item", None)
    if callable(item):
        return item()
    raise TypeError(f"{type(value).__name__} cannot be part of a patient")


_ENCODER = json.JSONEncoder(default=_plain, allow_nan=False)


def _not_finite(value: object, field: str) -> Iterator[Fault]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _not_finite(item, f"{field}.{key}" if field else str(key))
    elif isinstance(value, list | tuple):
        for place, item in enumerate(value):
            yield from _not_finite(item, f"{field}[{place}]")
    elif isinstance(value, float) and not math.isfinite(value):
        yield Fault(field, str(value), f"`{field}` {value} is not a finite number", kind="number_too_large")
