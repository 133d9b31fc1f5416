//! The language of what people read.

use std::mem::MaybeUninit;

use ekbom_report::{Language, LanguageError};

use crate::call::{Failure, call, free, need, read};
use crate::error::ekbom_error;
use crate::status::ekbom_status;
use crate::text::{ekbom_str, ekbom_text};

/// A language that reports can be written in. It belongs to the calls that it is given to; nothing is set for all.
pub struct ekbom_language(Language);

impl ekbom_language {
    /// The language that was given, or English.
    pub(crate) fn or_english(given: Option<&Self>) -> Language {
        given.map_or_else(Language::english, |own| own.0.clone())
    }
}

/// German, which comes with the library.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_language_german(
    language: Option<&mut MaybeUninit<Option<Box<ekbom_language>>>>,
) -> ekbom_status {
    call(None, || {
        need(language, "language")?.write(Some(Box::new(ekbom_language(Language::german()))));
        Ok(())
    })
}

/// A language from the text of a file in gettext's PO format; the page on languages says what it holds, and what is not
/// translated in it stays in English. `code` is as in HTML: `fr`, `pt-BR`. Where it is no such file the error names the
/// line.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_language_from_po(
    code: ekbom_str,
    text: ekbom_str,
    language: Option<&mut MaybeUninit<Option<Box<ekbom_language>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let language = need(language, "language")?;
        let (code, text) = (code.read("code")?, text.read("text")?);
        let made = Language::from_po(code, text).map_err(|error| {
            let (field, value) = match error {
                LanguageError::Code { .. } => ("code", code),
                _ => ("text", ""),
            };
            Failure::argument(field, value, error.to_string(), Vec::new())
        })?;
        language.write(Some(Box::new(ekbom_language(made))));
        Ok(())
    })
}

/// The code of a language; `en` for NULL. Lasts until `ekbom_language_free`.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_language_code(language: Option<&ekbom_language>) -> ekbom_str {
    read(ekbom_str::NONE, || ekbom_str::of(language.map_or("en", |own| own.0.code())))
}

/// A sentence of an assessment in this language: the text of an act, an alert, a precaution. What the language does not
/// know stays in English, whole. `language` may be NULL: English.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_language_say(
    language: Option<&ekbom_language>,
    english: ekbom_str,
    text: Option<&mut MaybeUninit<Option<Box<ekbom_text>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let text = need(text, "text")?;
        let said = ekbom_language::or_english(language).say(english.read("english")?).into_owned();
        text.write(Some(Box::new(ekbom_text(said))));
        Ok(())
    })
}

/// Frees it.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_language_free(language: Option<Box<ekbom_language>>) {
    free(language);
}
