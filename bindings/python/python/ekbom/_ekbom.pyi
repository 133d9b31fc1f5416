"""
Native part of the package `ekbom`: import that instead.
"""

from typing import SupportsFloat, SupportsIndex, final
from typing_extensions import disjoint_base

__all__ = ["Assessment", "Frame", "Knowledge", "Language", "Patient", "analytes", "assess_frame", "assess_long", "claims", "convert", "fact_unit", "facts", "fault_kinds", "guideline_name", "knowledge", "long_columns", "map_columns", "patient_of", "questions", "questions_frame", "read_fhir", "rules", "rules_json", "subject_name", "table_of", "tables", "versions", "word"]

@final
class Assessment:
    """
    What follows from a patient; `ekbom.Assessment` reads it.
    """
    def __new__(cls, /, patient: Patient, stale_after_days: SupportsFloat | SupportsIndex = 365.0, uncertainty: str = "as_reported", traced: bool = False, knowledge: Knowledge | None = None, assume: str = "usual") -> Assessment: ...
    def origin(self, /) -> "tuple[str, float, str]":
        """
        The patient, as JSON, and how results were read.
        """
    def part(self, /, key: str) -> "object":
        """
        One part, by its key, as plain values; `None` where the assessment has no such part.
        """
    def position(self, /, question: str, guideline: str) -> "object":
        """
        One position, as plain values; `None` where there is none.
        """
    def to_dict(self, /) -> "dict[str, object]":
        """
        All of it, as plain values.
        """
    def to_html(self, /, guidelines: "list[str]", name: "str | None" = None, language: "Language | None" = None) -> "str":
        """
        The report as an HTML page; with a name, the part of a page that a notebook shows, with anchors of that name.
        """
    def to_json(self, /) -> str:
        """
        The assessment as one line of JSON, the same bytes in every language.
        """
    def to_text(self, /, guidelines: "list[str]", width: "int | None", full: "bool" = False, language: "Language | None" = None) -> "str":
        """
        The report as plain text in lines of at most this width; without one, the few lines for a note in a record.
        """

@final
class Frame:
    """
    A table as Arrow record batches.
    """
    def __arrow_c_stream__(self, /, requested_schema: "object | None" = None) -> "object":
        """
        The table as an Arrow C stream in a capsule.
        """
    def __len__(self, /) -> int: ...
    @property
    def columns(self, /) -> list[str]:
        """
        Names of the columns.
        """
    def refused_everywhere(self, /) -> "str | None":
        """
        Why the first row was refused, where every row was; `None` where any was not, or there is none.
        """
    def to_dicts(self, /) -> "list[dict[str, object]]":
        """
        The rows as dictionaries.
        """

@final
class Knowledge:
    """
    Rules, compiled; `ekbom.Knowledge` makes them.
    """
    @staticmethod
    def builtin() -> Knowledge:
        """
        The knowledge that comes with the package.
        """
    def caught(self, /) -> list[tuple[str, list[str], str]]:
        """
        For each moved limit that a neighbouring rule now catches: the rule, and those rules.
        """
    def changes(self, /) -> list[tuple[str, str, float, float]]:
        """
        The limits that were moved: rule, fact, what it was, what it is.
        """
    @staticmethod
    def from_rules(text: str) -> Knowledge:
        """
        The rules of a book, and no others.
        """
    def name(self, /) -> tuple[str, str]:
        """
        Version and fingerprint.
        """
    def only(self, /, tables: "list[str]") -> "Knowledge":
        """
        With the tables named, and no others.
        """
    def rules_json(self, /) -> str:
        """
        The rules as JSON.
        """
    def tables(self, /) -> list[tuple[str, str]]:
        """
        Every table as question and guideline, in order.
        """
    def with_limit(self, /, rule: "str", value: "float", fact: "str | None" = None) -> "Knowledge":
        """
        With a limit of a rule moved, in the unit of the fact.
        """
    def with_rules(self, /, text: str) -> Knowledge:
        """
        With the tables of a book added.
        """

@final
class Language:
    """
    A language that reports can be written in. It belongs to the call that it is given to; nothing is set for all.

    Examples
    --------
    >>> import ekbom
    >>> german = ekbom.Language.german()
    >>> german.say("58 years")
    '58 Jahre'
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    @property
    def code(self, /) -> str:
        """
        Its code; ``en`` for English.
        """
    @staticmethod
    def english() -> Language:
        """
        English, which needs no file.
        """
    @staticmethod
    def from_po(code: "str", text: "str") -> "Language":
        """
        A language from a file in gettext's PO format; the book, chapter "Another language", says what it holds.

        Parameters
        ----------
        code : str
            As in HTML: ``"fr"``, ``"pt-BR"``.
        text : str
            The text of the file. What is not translated in it stays in English.

        Raises
        ------
        EkbomError
            When the text is no such file: it names the line.

        Examples
        --------
        >>> import ekbom
        >>> ekbom.Language.from_po("fr", 'msgid "{a} years"\\nmsgstr "{a} ans"\\n').say("58 years")
        '58 ans'
        """
    @staticmethod
    def german() -> Language:
        """
        German, which comes with the package.
        """
    def say(self, /, text: "str") -> "str":
        """
        A sentence of an assessment in this language: the text of an act, an alert, a precaution. What the language does not
        know stays in English, whole.

        Examples
        --------
        >>> import ekbom
        >>> assessment = ekbom.assess(ekbom.Patient([ekbom.Lab("tsat", 88, "%"), ekbom.Lab("ferritin", 658, "ng/mL")]))
        >>> english = assessment.acts[0].text
        >>> ekbom.Language.german().say(english) == english
        False
        """

@disjoint_base
class Patient:
    """
    A checked patient, from JSON.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, document: str) -> Patient: ...
    def possible(self, /, table: str) -> "tuple[str, ...]":
        """
        The answers still possible to one question by one guideline.

        Parameters
        ----------
        table : str
            ``question@guideline``.

        Returns
        -------
        tuple of str
            One code when determined.

        Examples
        --------
        >>> import ekbom
        >>> patient = ekbom.Patient(labs=[ekbom.Lab("ferritin", 38, "ng/mL")], age_years=58)
        >>> patient.possible("iron.therapy@aan-2016")
        ('oral',)
        """
    def to_json(self, /) -> str:
        """
        The patient as JSON, keys sorted.
        """

def analytes() -> Frame:
    """
    The analytes, with their units and limits.
    """

def assess_frame(source: "object", map: "str", threads: "int", large: "bool" = False, knowledge: "Knowledge | None" = None) -> "Frame":
    """
    Answers a table of patients.

    `source` has the Arrow PyCapsule interface, `map` is a cohort map as JSON. Nothing is copied on the way in, and the
    interpreter is free meanwhile. With `large`, answers that the map wants as categories come as large strings.
    """

def assess_long(source: "object", map: "str", threads: "int", memory: "int | None", people: "object | None" = None, conditions: "object | None" = None, medicines: "object | None" = None, large: "bool" = False, knowledge: "Knowledge | None" = None) -> "tuple[Frame, Frame]":
    """
    Answers a long table, one result a row: a row a person, and the rows that were refused.

    Each source has the Arrow PyCapsule interface, `map` is a cohort map as JSON. Without `memory` the results are sorted
    by person, which is checked.
    """

def claims() -> Frame:
    """
    The claims of the founding article, and what became of them.
    """

def convert(analyte: str, value: SupportsFloat | SupportsIndex, from_unit: str, to_unit: str) -> float:
    """
    A value of an analyte in another unit.
    """

def fact_unit(fact: "str") -> "str":
    """
    The unit of a fact that is a number.
    """

def facts() -> list[tuple[str, str, str, str, list[str]]]:
    """
    Every fact that a patient can state: id, label, group, kind, codes.
    """

def fault_kinds() -> list[str]:
    """
    The code of every cause of a fault.
    """

def guideline_name(code: "str") -> "str":
    """
    A guideline by the name that a clinician knows.
    """

def knowledge() -> tuple[str, str]:
    """
    Version and fingerprint of the knowledge.
    """

def long_columns(map: "str") -> "list[str]":
    """
    The columns of the results that a map of a long table reads, each once.
    """

def map_columns(map: "str") -> "list[str] | None":
    """
    The columns that a map reads or keeps, each once; `None` where it keeps all.
    """

def patient_of(source: "object", map: "str", row: "int") -> "str":
    """
    The patient of a row, as JSON.
    """

def questions() -> list[tuple[str, str, list[str]]]:
    """
    Every question: id, title, codes of its answers.
    """

def questions_frame() -> Frame:
    """
    Every table: what is asked, who answers, and what may be answered.
    """

def read_fhir(document: "str", as_of: "str | None", look_back_days: "int", complete: "list[str]", codes: "str | None", references: "bool") -> "tuple[list[dict[str, object]], dict[str, object]]":
    """
    Reads a record: a list of subjects, and the ledger.
    """

def rules() -> Frame:
    """
    Every rule of every table, in order.
    """

def rules_json() -> str:
    """
    The rules as JSON.
    """

def subject_name(question: "str") -> "str":
    """
    What a question is about, in a word or two.
    """

def table_of(names: "list[str]", columns: "list[list[object]]", rows: "int") -> "Frame":
    """
    A table of these columns: yes and no, numbers, or texts; numbers beside texts are texts, and `None` is missing.
    """

def tables() -> list[tuple[str, str]]:
    """
    Every table as question and guideline, in order.
    """

def versions() -> list[tuple[str, str]]:
    """
    Versions of what was built together.
    """

def word(code: "str") -> "str":
    """
    An answer in words.
    """
