//! The language of what people read.

use pyo3::prelude::*;

use crate::error::ekbom as said;

/// A language that reports can be written in. It belongs to the call that it is given to; nothing is set for all.
///
/// Examples
/// --------
/// >>> import ekbom
/// >>> german = ekbom.Language.german()
/// >>> german.say("58 years")
/// '58 Jahre'
#[pyclass(frozen, eq, module = "ekbom._ekbom")]
#[derive(PartialEq)]
pub(crate) struct Language(pub(crate) ekbom_report::Language);

#[pymethods]
impl Language {
    /// English, which needs no file.
    #[staticmethod]
    fn english() -> Self {
        Self(ekbom_report::Language::english())
    }

    /// German, which comes with the package.
    #[staticmethod]
    fn german() -> Self {
        Self(ekbom_report::Language::german())
    }

    /// A language from a file in gettext's PO format; the book, chapter "Another language", says what it holds.
    ///
    /// Parameters
    /// ----------
    /// code : str
    ///     As in HTML: ``"fr"``, ``"pt-BR"``.
    /// text : str
    ///     The text of the file. What is not translated in it stays in English.
    ///
    /// Raises
    /// ------
    /// EkbomError
    ///     When the text is no such file: it names the line.
    ///
    /// Examples
    /// --------
    /// >>> import ekbom
    /// >>> ekbom.Language.from_po("fr", 'msgid "{a} years"\nmsgstr "{a} ans"\n').say("58 years")
    /// '58 ans'
    #[staticmethod]
    #[pyo3(signature = (code: "str", text: "str") -> "Language")]
    fn from_po(code: &str, text: &str) -> PyResult<Self> {
        ekbom_report::Language::from_po(code, text).map(Self).map_err(|error| said(&error.to_string()))
    }

    /// Its code; ``en`` for English.
    #[getter]
    fn code(&self) -> &str {
        self.0.code()
    }

    /// A sentence of an assessment in this language: the text of an act, an alert, a precaution. What the language does not
    /// know stays in English, whole.
    ///
    /// Examples
    /// --------
    /// >>> import ekbom
    /// >>> assessment = ekbom.assess(ekbom.Patient([ekbom.Lab("tsat", 88, "%"), ekbom.Lab("ferritin", 658, "ng/mL")]))
    /// >>> english = assessment.acts[0].text
    /// >>> ekbom.Language.german().say(english) == english
    /// False
    #[pyo3(signature = (text: "str") -> "str")]
    fn say(&self, text: &str) -> String {
        self.0.say(text).into_owned()
    }

    fn __repr__(&self) -> String {
        format!("<Language: {}>", self.0.code())
    }
}

/// The language that was given, or English.
pub(crate) fn or_english(given: Option<&Bound<'_, Language>>) -> ekbom_report::Language {
    given.map_or_else(ekbom_report::Language::english, |own| own.get().0.clone())
}
