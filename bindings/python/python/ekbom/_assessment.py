"""What follows from a patient."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import Any, Literal, Self
from zlib import crc32

from . import _ekbom
from ._ekbom import Language
from ._knowledge import Knowledge
from ._language import LanguageCode, as_language
from ._patient import Patient
from ._records import (
    Act,
    Alert,
    Change,
    Critical,
    Derived,
    Disagreement,
    Medicine,
    NextTest,
    Position,
    Precaution,
    Recommendation,
    Result,
    SetAside,
    Source,
    Stopped,
    TableTrace,
    Withheld,
    read,
)
from .errors import EkbomError, UnknownName

Uncertainty = Literal["as_reported", "variation", "assay"]

# The patient as JSON, `stale_after_days` and `uncertainty`.
_Origin = tuple[str, float, str]


@dataclass(frozen=True, slots=True)
class _Knowledge:
    version: str
    hash: str


class Assessment:
    """Everything that follows from what is known of one patient. Made by :func:`ekbom.assess`.

    It is read when it is looked at: until then it costs nothing but the assessment itself. Two that say the same are
    equal.

    Examples
    --------
    >>> import ekbom
    >>> patient = ekbom.Patient([ekbom.Lab("ferritin", 38, "ng/mL")], age_years=58)
    >>> assessment = ekbom.assess(patient)
    >>> assessment.position("iron.therapy", "nice-cks").determined
    'oral'
    >>> sorted(test.test for test in assessment.next_tests)[:2]
    ['b12_total', 'calcium']
    >>> ekbom.Assessment.from_json(assessment.to_json()) == assessment
    True
    """

    def __init__(
        self, native: _ekbom.Assessment | None = None, text: str | None = None, origin: _Origin | None = None
    ) -> None:
        if native is None and text is None:
            raise EkbomError("an assessment is made by `assess`, or read by `from_json` or `from_dict`")
        self._native = native
        self._read = text
        self._origin = native.origin() if native is not None else origin

    @cached_property
    def _text(self) -> str:
        if self._native is not None:
            return self._native.to_json()
        assert self._read is not None
        return self._read

    @cached_property
    def _said(self) -> dict[str, Any]:
        return self.to_dict()

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Reads an assessment that was written before, by whatever language.

        Raises
        ------
        EkbomError
            When it is none.
        """
        try:
            said = json.loads(text)
        except ValueError as error:
            raise EkbomError(f"not an assessment: not JSON: {error}") from None
        if not isinstance(said, dict):
            raise EkbomError("not an assessment: an object is needed")
        made = cls(text=text.strip())
        # Read in full at once: a fault must show here, not at some later look.
        for name in _PARTS:
            getattr(made, name)
        return made

    @classmethod
    def from_dict(cls, document: Mapping[str, Any]) -> Self:
        """Reads an assessment from what :meth:`to_dict` made."""
        return cls.from_json(json.dumps(document, ensure_ascii=False, separators=(",", ":")))

    def to_json(self) -> str:
        """One line of JSON, the same bytes in every language."""
        return self._text

    def to_dict(self) -> dict[str, Any]:
        """The assessment as plain dictionaries and lists; yours to change."""
        if self._native is not None:
            return self._native.to_dict()
        said: dict[str, Any] = json.loads(self._text)
        return said

    def to_html(self, guidelines: Iterable[str] = (), language: Language | LanguageCode | None = None) -> str:
        """The report as one HTML page that loads nothing: for a screen, for paper (three pages), for a screen reader.

        Parameters
        ----------
        guidelines : iterable of str, optional
            Whose answers are shown; by default everyone's.
        language : Language or {"en", "de"}, optional
            What it is written in; English by default.

        Raises
        ------
        EkbomError
            When the assessment was read from JSON, which does not say of whom it is: assess the patient again.
        UnknownName
            When a guideline is not known.

        Examples
        --------
        >>> import ekbom
        >>> assessment = ekbom.assess(ekbom.Patient([ekbom.Lab("ferritin", 38, "ng/mL")], age_years=58))
        >>> page = assessment.to_html(guidelines=["nice-cks"])
        >>> page.splitlines()[0], "38 ng/mL" in page
        ('<!DOCTYPE html>', True)
        """
        return self._known_report.to_html(list(guidelines), None, as_language(language))

    def to_text(
        self,
        guidelines: Iterable[str] = (),
        language: Language | LanguageCode | None = None,
        *,
        width: int = 100,
        full: bool = False,
    ) -> str:
        """The report as plain text.

        Parameters
        ----------
        guidelines, language
            As for :meth:`to_html`.
        width : int, default 100
            The longest line, in characters; from 40 to 200.
        full : bool, default False
            Every table, and not only what a reader needs first.

        Raises
        ------
        EkbomError, UnknownName
            As for :meth:`to_html`.

        Examples
        --------
        >>> import ekbom
        >>> assessment = ekbom.assess(ekbom.Patient([ekbom.Lab("ferritin", 38, "ng/mL")], age_years=58))
        >>> assessment.to_text(language="de").splitlines()[0][:37]
        'Geschlecht nicht angegeben, 58 Jahre.'
        """
        return self._known_report.to_text(list(guidelines), width, full, as_language(language))

    def to_note(self, language: Language | LanguageCode | None = None) -> str:
        """The report in five lines of plain text, for a note in a record.

        Examples
        --------
        >>> import ekbom
        >>> assessment = ekbom.assess(ekbom.Patient([ekbom.Lab("ferritin", 38, "ng/mL")], age_years=58))
        >>> len(assessment.to_note("de").splitlines())
        5
        """
        return self._known_report.to_text([], None, False, as_language(language))

    @property
    def _known_report(self) -> _ekbom.Assessment:
        if self._report is None:
            raise EkbomError("the report needs the patient, whom this JSON does not describe: assess the patient again")
        return self._report

    @cached_property
    def _report(self) -> _ekbom.Assessment | None:
        """What can write the report: an assessment of which the patient is known."""
        if self._native is not None or self._origin is None:
            return self._native
        said, stale_after_days, uncertainty = self._origin
        try:
            made = _ekbom.Assessment(_ekbom.Patient(said), stale_after_days, uncertainty, self.trace is not None)
        except EkbomError:
            return None
        # It was pickled, perhaps under other knowledge, of which nothing else can be shown than what it said.
        return made if made.to_json() == self._text else None

    def _part(self, key: str) -> Any:
        if self._native is not None:
            return self._native.part(key)
        try:
            return self._said[key]
        except KeyError:
            raise EkbomError(f"not an assessment: `{key}` is missing") from None

    def _later(self, key: str) -> Any:
        """A part that earlier versions did not write."""
        if self._native is None and key not in self._said:
            return ()
        return self._part(key)

    @property
    def knowledge(self) -> tuple[str, str]:
        """Version and fingerprint of the knowledge that answered."""
        known = read(_Knowledge, self._part("knowledge"))
        return known.version, known.hash

    @cached_property
    def positions(self) -> tuple[Position, ...]:
        """One for each question and guideline, always."""
        return read(tuple[Position, ...], self._part("positions"))

    @cached_property
    def _by_table(self) -> dict[tuple[str, str], Position]:
        return {(position.question, position.guideline): position for position in self.positions}

    def position(self, question: str, guideline: str) -> Position:
        """The position of one guideline on one question.

        Raises
        ------
        UnknownName
            When the guideline does not speak on it, or it was not asked.
        """
        if self._native is not None:
            own = self._native.position(question, guideline)
            found = None if own is None else read(Position, own)
        else:
            found = self._by_table.get((question, guideline))
        if found is None:
            speak = [own for asked, own in self._by_table if asked == question]
            if speak:
                raise UnknownName(f"guideline on `{question}`", guideline, speak)
            raise UnknownName("question", question, dict.fromkeys(asked for asked, _ in self._by_table))
        return found

    def on(self, question: str) -> dict[str, Position]:
        """The positions on one question, by guideline.

        Examples
        --------
        >>> import ekbom
        >>> assessment = ekbom.assess(ekbom.Patient([ekbom.Lab("ferritin", 80, "ng/mL")], age_years=58))
        >>> assessment.on("iron.therapy")["aan-2016"].determined
        'not_addressed'
        """
        return {own: position for (asked, own), position in self._by_table.items() if asked == question}

    @cached_property
    def disagreements(self) -> tuple[Disagreement, ...]:
        """Questions on which guidelines cannot be of one mind."""
        return read(tuple[Disagreement, ...], self._part("disagreements"))

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        """What to do next: at most ten, urgent ones first. Empty in what an earlier version wrote."""
        return read(tuple[Act, ...], self._later("acts"))

    @cached_property
    def precautions(self) -> tuple[Precaution, ...]:
        """What to mind about medicines that are offered, planned or taken, urgent first."""
        return read(tuple[Precaution, ...], self._later("precautions"))

    @cached_property
    def recommendations(self) -> tuple[Recommendation, ...]:
        """What to do, first things first."""
        return read(tuple[Recommendation, ...], self._part("recommendations"))

    @cached_property
    def critical(self) -> tuple[Critical, ...]:
        """Results that must be acted on now, if their unit is right. Empty in what an earlier version wrote."""
        return read(tuple[Critical, ...], self._later("critical"))

    @cached_property
    def set_aside(self) -> tuple[SetAside, ...]:
        """What was not accepted and counts as not said, where ``on_refusal`` says so. Read it first."""
        return read(tuple[SetAside, ...], self._later("set_aside"))

    @cached_property
    def stopped(self) -> tuple[Stopped, ...]:
        """The rules that certainly forbid iron."""
        return read(tuple[Stopped, ...], self._later("stopped"))

    @cached_property
    def withheld(self) -> tuple[Withheld, ...]:
        """What the gate says of iron by each route, and of vitamin C."""
        return read(tuple[Withheld, ...], self._later("withheld"))

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Limits that were changed by name in the knowledge that answered."""
        return read(tuple[Change, ...], self._later("changes"))

    @cached_property
    def next_tests(self) -> tuple[NextTest, ...]:
        """Tests that are missing, and what each could change."""
        return read(tuple[NextTest, ...], self._part("next_tests"))

    @cached_property
    def alerts(self) -> tuple[Alert, ...]:
        """What a reader must not miss, urgent first."""
        return read(tuple[Alert, ...], self._part("alerts"))

    @cached_property
    def claims(self) -> tuple[str, ...]:
        """Claims of the founding article that the facts touch; see :func:`ekbom.claims`."""
        return read(tuple[str, ...], self._part("claims"))

    @cached_property
    def derived(self) -> tuple[Derived, ...]:
        """Facts that were computed."""
        return read(tuple[Derived, ...], self._part("derived"))

    @cached_property
    def results(self) -> tuple[Result, ...]:
        """Every result, and whether it counted."""
        return read(tuple[Result, ...], self._part("results"))

    @cached_property
    def medicines(self) -> tuple[Medicine, ...]:
        """Medicines of the catalogue, with what is known of them here."""
        return read(tuple[Medicine, ...], self._part("medicines"))

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Sources behind the rules still possible."""
        return read(tuple[Source, ...], self._part("sources"))

    @cached_property
    def trace(self) -> tuple[TableTrace, ...] | None:
        """Every condition with what it saw; ``None`` unless it was asked for."""
        said = self._native.part("trace") if self._native is not None else self._said.get("trace")
        return None if said is None else read(tuple[TableTrace, ...], said)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Assessment):
            return NotImplemented
        return self._text == other._text or self._said == other._said

    def __hash__(self) -> int:
        return hash((self.knowledge, self.positions))

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), self._text, self._origin)

    def __repr__(self) -> str:
        known = sum(position.determined is not None for position in self.positions)
        alerts = ", ".join(alert.code for alert in self.alerts if alert.severity == "urgent")
        return (
            f"<Assessment: {known} of {len(self.positions)} positions determined, "
            f"{len(self.recommendations)} recommendations, {len(self.alerts)} alerts"
            f"{f' (urgent: {alerts})' if alerts else ''}>"
        )

    def _repr_html_(self) -> str:
        if self._report is None:
            return f"<p>{escape(repr(self))}</p><p>Assess the patient again for the report: this was read from JSON.</p>"
        # Several reports may stand in one notebook.
        return self._report.to_html([], f"ekbom-{crc32(repr(self._origin).encode()):08x}")


_PARTS = (
    "knowledge",
    "set_aside",
    "positions",
    "disagreements",
    "acts",
    "precautions",
    "recommendations",
    "critical",
    "stopped",
    "withheld",
    "changes",
    "next_tests",
    "alerts",
    "claims",
    "derived",
    "results",
    "medicines",
    "sources",
    "trace",
)


def _restore(kind: type[Assessment], text: str, origin: _Origin | None) -> Assessment:
    return kind(text=text, origin=origin)


def assess(
    patient: Patient,
    *,
    stale_after_days: float = 365.0,
    uncertainty: Uncertainty = "as_reported",
    trace: bool = False,
    knowledge: Knowledge | None = None,
    assume: str | Iterable[str] = "usual",
) -> Assessment:
    """Assesses a patient.

    Parameters
    ----------
    patient : Patient
    stale_after_days : float, default 365
        Results older than this raise ``sample_stale``.
    uncertainty : {"as_reported", "variation", "assay"}, default "as_reported"
        What a single result stands for: the number reported; every value of which it may be one sample (analytical
        and within-person variation, 95 %); for ferritin, every value that another manufacturer's assay might have read.
    trace : bool, default False
        Keep every condition with the value it saw, in :attr:`Assessment.trace`.
    knowledge : Knowledge, optional
        Rules with limits of your own; the built-in ones by default. :attr:`Assessment.changes` lists what was moved.
    assume : str or iterable of str, default "usual"
        What is assumed of what was not said, beside the exact answers: ``"usual"``, ``"none"``, or ids of assumptions.

    Returns
    -------
    Assessment

    Examples
    --------
    >>> import ekbom
    >>> patient = ekbom.Patient(
    ...     age_years=46, sex="male", complete=["history"],
    ...     labs=[ekbom.Lab("ferritin", 658, "ng/mL"), ekbom.Lab("tsat", 88, "%")])
    >>> assessment = ekbom.assess(patient)
    >>> assessment.position("iron.safety", "ekbom-safety").determined
    'stop_tsat_ceiling'
    >>> assessment.recommendations[0].action
    'haemochromatosis_workup'
    """
    native = None if knowledge is None else knowledge._native
    words = assume if isinstance(assume, str) else ",".join(assume) or "none"
    return Assessment(_ekbom.Assessment(patient, stale_after_days, uncertainty, trace, native, words))
