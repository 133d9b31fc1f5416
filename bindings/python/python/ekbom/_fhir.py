"""Records in FHIR: patients, and what became of every entry."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from os import PathLike
from pathlib import Path
from typing import Any, Literal

from . import _ekbom
from ._frame import Frame
from ._patient import Group, Patient
from ._records import Critical, read
from .errors import EkbomError, PatientRefused


@dataclass(frozen=True, slots=True)
class FhirEntry:
    """What became of one entry of a record.

    Attributes
    ----------
    path, resource : str
        Where it stands, and its type.
    subject : str or None
        The key of its subject.
    outcome : {"read", "skipped", "refused"}
    read_as : str or None
        As what it was read, such as ``labs.ferritin``.
    reason : str or None
        Why it was not read, or what is doubtful about it, as a code.
    says : str
        The same as a sentence.
    """

    path: str
    resource: str
    subject: str | None
    outcome: Literal["read", "skipped", "refused"]
    read_as: str | None
    reason: str | None
    says: str


@dataclass(frozen=True, slots=True)
class FhirRecord:
    """What a record says. Made by :func:`ekbom.from_fhir`.

    Attributes
    ----------
    patients : dict of str to Patient
        By the key of the subject, in an order that does not depend on that of the entries.
    refused : dict of str to PatientRefused
        Subjects that cannot be read without guessing.
    deceased : tuple of str
        Subjects who are dead on the day asked about: there is nothing to advise.
    critical : dict of str to tuple of Critical
        Results that were set aside because something contradicts them, and are critical if they are true. Read it first.
    as_of, as_of_by : str or None, str
        The day as of which the record was read, and who chose it.
    last_page : bool
        Is it the last page of a search?
    notes : tuple of str
        What concerns more than one entry.
    entries : tuple of FhirEntry
        Every entry, and what became of it: nothing is passed over in silence.
    """

    patients: dict[str, Patient]
    refused: dict[str, PatientRefused]
    deceased: tuple[str, ...]
    critical: dict[str, tuple[Critical, ...]]
    as_of: str | None
    as_of_by: Literal["caller", "newest_result", "none"]
    last_page: bool
    notes: tuple[str, ...]
    entries: tuple[FhirEntry, ...]

    @property
    def patient(self) -> Patient:
        """The only patient of the record.

        Raises
        ------
        EkbomError
            When there are several, or none that can be read.
        """
        if len(self.patients) == 1 and not self.refused:
            return next(iter(self.patients.values()))
        for refused in self.refused.values():
            raise refused
        raise EkbomError(f"the record has {len(self.patients)} patients: look into `patients`")

    def ledger(self) -> Frame:
        """The entries as a table for whatever library you use."""
        keys = ("path", "resource", "subject", "outcome", "read_as", "reason", "says")
        lists = [[getattr(entry, key) for entry in self.entries] for key in keys]
        return Frame(_ekbom.table_of(list(keys), lists, len(self.entries)))

    def __repr__(self) -> str:
        counts = {outcome: sum(entry.outcome == outcome for entry in self.entries) for outcome in ("read", "skipped", "refused")}
        entries = ", ".join(f"{count} {outcome}" for outcome, count in counts.items())
        gone = f", {len(self.refused)} refused" if self.refused else ""
        return f"<FhirRecord: {len(self.patients)} patients{gone}; entries: {entries}>"


def from_fhir(
    record: str | bytes | PathLike[str] | Mapping[str, Any] | Iterable[Mapping[str, Any]],
    *,
    as_of: str | date | None = None,
    look_back_days: int = 365,
    complete: Iterable[Group] = (),
    codes: Iterable[Mapping[str, Any]] = (),
    subject_key: Literal["ordinal", "reference"] = "ordinal",
) -> FhirRecord:
    """Reads FHIR R4: a Bundle, a resource, a list of resources, or NDJSON.

    What a record does not hold is unknown, never absent; the unit of a result decides, never its code; the newest result
    counts, and one that could not be read never lets an older one stand for it.

    Parameters
    ----------
    record : str, bytes, path, mapping or iterable of mappings
        The text; a path to it (a ``pathlib.Path``: a text is never taken for the name of a file); or what it parses to.
    as_of : str or datetime.date, optional
        The day as of which it is read; the day of the newest result by default.
    look_back_days : int, default 365
        Results that are older are not read; 0 is for ever.
    complete : iterable of {"symptoms", "history", "medicines"}
        Groups of which the record holds everything.
    codes : iterable of mapping, optional
        Your own codes: ``{"system": ..., "code": ..., "analyte": "ferritin"}``, or ``fact``, ``medicine``, ``nothing``.
    subject_key : {"ordinal", "reference"}, default "ordinal"
        Subjects are ``"1"``, ``"2"``, ..., or what the record calls them, which may tell who it is.

    Returns
    -------
    FhirRecord

    Raises
    ------
    PatientRefused
        When it is no FHIR, or another version than R4 and R4B.

    Examples
    --------
    >>> import ekbom
    >>> record = ekbom.from_fhir([
    ...     {"resourceType": "Patient", "id": "p", "gender": "female", "birthDate": "1962-03-01"},
    ...     {"resourceType": "Observation", "status": "final", "subject": {"reference": "Patient/p"},
    ...      "code": {"coding": [{"system": "http://loinc.org", "code": "2276-4"}]}, "effectiveDateTime": "2020-05-14",
    ...      "valueQuantity": {"value": 38, "unit": "ng/mL", "system": "http://unitsofmeasure.org", "code": "ng/mL"}}],
    ...     as_of="2020-05-17")
    >>> record.patient.labs
    (Lab('ferritin', 38, 'ng/mL', days_ago=3),)
    """
    from . import _checks

    _checks.one_of("subject_key", subject_key, ("ordinal", "reference"))
    if isinstance(look_back_days, bool) or not isinstance(look_back_days, int) or not 0 <= look_back_days <= 1_000_000:
        raise EkbomError(f"look_back_days: a number of days from 0 on is needed, not {look_back_days!r}")
    groups: list[str] = [complete] if isinstance(complete, str) else [*complete]
    own = list(codes)
    day = as_of.isoformat() if isinstance(as_of, date) else as_of
    subjects, ledger = _ekbom.read_fhir(
        _text(record), day, look_back_days, groups, json.dumps(own) if own else None, subject_key == "reference"
    )
    told: Any = ledger
    patients: dict[str, Patient] = {}
    refused: dict[str, PatientRefused] = {}
    critical: dict[str, tuple[Critical, ...]] = {}
    deceased = []
    for subject in subjects:
        entry: Any = subject
        if entry["deceased"]:
            deceased.append(entry["key"])
        if entry["patient"] is not None:
            patients[entry["key"]] = Patient.from_json(entry["patient"])
        elif not entry["deceased"]:
            refused[entry["key"]] = PatientRefused(entry["faults"])
        if entry["critical"]:
            critical[entry["key"]] = read(tuple[Critical, ...], entry["critical"])
    entries = tuple(
        FhirEntry(**{("read_as" if key == "as" else key): value for key, value in line.items()}) for line in told["entries"]
    )
    head = (told["as_of"], told["as_of_by"], told["last_page"], tuple(told["notes"]))
    return FhirRecord(patients, refused, tuple(deceased), critical, *head, entries)


def _text(record: object) -> str:
    match record:
        case str():
            return record
        case bytes():
            return _decoded(record)
        case PathLike():
            try:
                return _decoded(Path(record).read_bytes())
            except OSError as error:
                raise EkbomError(f"cannot read {record}: {error.strerror}") from None
    try:
        return json.dumps(record if isinstance(record, Mapping) else list(record), default=_mapping)  # type: ignore[call-overload]
    except TypeError as error:
        raise EkbomError(f"record: a text, a path, a Bundle or a list of resources is needed: {error}") from None


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise EkbomError("record: it is not UTF-8") from None


def _mapping(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is no part of a record")
