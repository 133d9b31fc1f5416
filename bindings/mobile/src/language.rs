//! The language of what people read. The library holds English alone: another is a file of the app's.

use std::sync::Arc;

use ekbom_report::LanguageError as CoreError;

/// A language that reports can be written in. It belongs to the calls that it is given to; nothing is set for all.
#[derive(Debug, uniffi::Object)]
pub struct Language(ekbom_report::Language);

/// Why a text is no language.
#[derive(Clone, Debug, uniffi::Error)]
pub enum LanguageError {
    /// It is no file of a language, or its code is none.
    NoLanguage {
        /// The line, from one; none where the code is to blame.
        line: Option<u32>,
        /// What is wrong.
        reason: String,
    },
}

impl core::fmt::Display for LanguageError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let Self::NoLanguage { reason, .. } = self;
        f.write_str(reason)
    }
}

#[uniffi::export]
impl Language {
    /// A language from the text of a file in gettext's PO format. Its code is as in HTML: `de`, `pt-BR`.
    ///
    /// # Errors
    /// When the text is no such file: the error names the line.
    #[uniffi::constructor]
    pub fn from_po(code: String, text: String) -> Result<Arc<Self>, LanguageError> {
        let made = ekbom_report::Language::from_po(&code, &text).map_err(|error| {
            let line = match &error {
                CoreError::Line { line } | CoreError::Holes { line, .. } => u32::try_from(*line).ok(),
                _ => None,
            };
            LanguageError::NoLanguage { line, reason: error.to_string() }
        })?;
        Ok(Arc::new(Self(made)))
    }

    /// Its code.
    pub fn code(&self) -> String {
        self.0.code().into()
    }

    /// A sentence of an assessment in this language: the text of an act, an alert, a precaution. What the language does
    /// not know stays in English, whole.
    pub fn say(&self, english: String) -> String {
        self.0.say(&english).into_owned()
    }
}

/// The language that was given, or English.
pub(crate) fn or_english(given: Option<Arc<Language>>) -> ekbom_report::Language {
    given.map_or_else(ekbom_report::Language::english, |own| own.0.clone())
}
