"""What can go wrong. Every error of this package is an :class:`EkbomError`, and names field and value."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._records import Critical
    from ._types import FaultKind

__all__ = ["ColumnsRefused", "EkbomError", "EveryRowRefused", "Fault", "NeighbourWarning", "PatientRefused", "UnknownName"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a patient.

    Attributes
    ----------
    kind : str
        The cause, as a code that never changes its meaning: one of :data:`ekbom.types.FaultKind`. A later version may have
        more of them.
    field : str
        Where: a path such as ``labs[0].unit``.
    value : str
        What was found there.
    message : str
        What is wrong with it.
    accepted : tuple of str
        What would be accepted, most likely first; may be empty.
    row : int or None
        The row, from 0, where the patient came from a table.
    column : str or None
        The column, where one is to blame.

    Examples
    --------
    >>> import ekbom
    >>> try:
    ...     ekbom.Patient(labs=[ekbom.Lab("ferritin", 38, "g/mol")])
    ... except ekbom.PatientRefused as error:
    ...     error.faults[0].kind
    'unit_not_accepted'
    """

    field: str
    value: str
    message: str
    accepted: tuple[str, ...] = ()
    row: int | None = None
    column: str | None = None
    kind: FaultKind = "other"

    def __str__(self) -> str:
        row = "" if self.row is None else f"row {self.row}: "
        row += f"column `{self.column}`: " if self.column else ""
        value = f"`{self.value}`" if self.value else ""
        field = f"{' '.join(filter(None, (self.field, value)))}: " if self.field or value else ""
        accepted = f" (accepted: {', '.join(self.accepted)})" if self.accepted else ""
        return f"{row}{field}{self.message}{accepted}"


class EkbomError(ValueError):
    """Any error of this package."""


class EveryRowRefused(UserWarning):
    """Not one row of a table could be read: what was said of its columns is hardly what was meant."""


class NeighbourWarning(UserWarning):
    """A limit was moved, and a neighbouring rule catches whom it no longer applies to: is that meant?"""


class PatientRefused(EkbomError):
    """A patient, or a row of a table, cannot be read without guessing.

    Attributes
    ----------
    faults : tuple of Fault
        All of them at once; never empty.
    critical : tuple of Critical
        Results that are critical all the same, each by itself and if its unit is right: a potassium of 7.2 must not be
        lost because a ferritin was misspelt. Empty for a row of a table.

    Examples
    --------
    >>> import ekbom
    >>> try:
    ...     ekbom.Patient(labs=[ekbom.Lab("haemoglobin", 13.5, "g/L")])
    ... except ekbom.PatientRefused as error:
    ...     error.faults[0].field, error.faults[0].accepted[0]
    ('labs[0].value', 'g/dL')
    """

    faults: tuple[Fault, ...]

    def __init__(self, faults: Iterable[Fault | tuple[Any, ...]], critical: str = "[]") -> None:
        self.faults = tuple(fault if isinstance(fault, Fault) else _fault(*fault) for fault in faults)
        self._critical = critical
        super().__init__(self.faults, critical)

    @property
    def critical(self) -> tuple[Critical, ...]:
        """Results that are critical all the same."""
        from ._records import Critical, read

        return read(tuple[Critical, ...], json.loads(self._critical))

    def __str__(self) -> str:
        return "; ".join(str(fault) for fault in self.faults)

    def at_row(self, row: int) -> PatientRefused:
        """The same faults, with the row they stand in."""
        return PatientRefused((replace(fault, row=row) for fault in self.faults), self._critical)


def _fault(
    kind: FaultKind,
    field: str,
    value: str,
    message: str,
    accepted: Iterable[str],
    row: int | None = None,
    column: str = "",
) -> Fault:
    return Fault(field, value, message, tuple(accepted), row, column or None, kind)


class ColumnsRefused(EkbomError):
    """What was said of the columns of a table does not fit the table, or cannot be.

    Attributes
    ----------
    place : str
        Where in what was said, such as ``quantities.ferritin``.
    message : str
        What is wrong there.
    """

    place: str
    message: str

    def __init__(self, place: str, message: str) -> None:
        self.place, self.message = place, message
        super().__init__(place, message)

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class UnknownName(EkbomError, LookupError):
    """A name that is not in its list: an analyte, a unit, a question, a column.

    Attributes
    ----------
    what : str
        What it should have been.
    value : str
        What was given.
    accepted : tuple of str
        What would be accepted; may be empty.

    Examples
    --------
    >>> import ekbom
    >>> try:
    ...     ekbom.convert("feritin", 38, "ng/mL", "ug/L")
    ... except ekbom.UnknownName as error:
    ...     error.accepted
    ('ferritin',)
    """

    what: str
    value: str
    accepted: tuple[str, ...]

    def __init__(self, what: str, value: str, accepted: Iterable[str] = ()) -> None:
        self.what, self.value, self.accepted = what, value, tuple(accepted)
        super().__init__(what, value, self.accepted)

    def __str__(self) -> str:
        shown = ", ".join(self.accepted[:12]) + (", ..." if len(self.accepted) > 12 else "")
        near = get_close_matches(self.value.lower(), self.accepted, 1, 0.6)
        asked = f": did you mean `{near[0]}`?" if near and len(self.accepted) > 1 else ""
        return f"`{self.value}` is not a known {self.what}{asked}" + (f" (accepted: {shown})" if shown else "")
