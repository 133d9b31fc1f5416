//! Languages. The module holds English alone: another is a file, as `de.po` of the package, given with a call or kept.

use std::collections::BTreeMap;

use ekbom_report::Language;
use serde::{Deserialize, Serialize};

use crate::desk::json;
use crate::fault::Failure;
use crate::request::Request;

/// As many languages are kept.
const MOST_KEPT: usize = 16;

/// A language as it is given: its code, and its file in PO format; or the number of one that is kept.
#[derive(Deserialize)]
#[serde(untagged)]
enum Given {
    Kept(u32),
    File(File),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    code: String,
    po: String,
}

/// The languages that are kept between calls: to read a file takes longer than to say a sentence.
#[derive(Default)]
pub(crate) struct Words {
    kept: BTreeMap<u32, Language>,
}

#[derive(Serialize)]
struct Kept {
    language: u32,
}

impl Words {
    /// The language asked for, if one is.
    pub(crate) fn wanted(&self, request: &Request<'_>) -> Result<Option<Language>, Failure> {
        match request.take::<Given>("language")? {
            None => Ok(None),
            Some(Given::File(file)) => read(&file).map(Some),
            Some(Given::Kept(number)) => match self.kept.get(&number) {
                Some(language) => Ok(Some(language.clone())),
                None => Err(Failure::wrong(
                    "language",
                    &number.to_string(),
                    "there is no language of this number",
                )),
            },
        }
    }

    /// Keeps one: its number.
    pub(crate) fn keep(&mut self, request: &Request<'_>) -> Result<String, Failure> {
        let file = File { code: request.need("code")?, po: request.need("po")? };
        let language = read(&file)?;
        // Numbers are given one after the other, and none is dropped.
        let number = u32::try_from(self.kept.len()).unwrap_or(u32::MAX).saturating_add(1);
        if self.kept.len() >= MOST_KEPT {
            let message = format!("{MOST_KEPT} languages are kept already");
            return Err(Failure::wrong("language", &file.code, message));
        }
        self.kept.insert(number, language);
        json(&Kept { language: number })
    }

    /// Texts of the library in a language; what its file does not hold stays as it is, whole.
    pub(crate) fn say(&self, request: &Request<'_>) -> Result<String, Failure> {
        let texts: Vec<String> = request.need("texts")?;
        let language = self.wanted(request)?.unwrap_or_else(Language::english);
        let said: Vec<_> = texts.iter().map(|own| language.say(own)).collect();
        json(&said)
    }
}

fn read(file: &File) -> Result<Language, Failure> {
    // It stands in the page as it is.
    let is_code = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    if file.code.is_empty() || !file.code.chars().all(is_code) {
        return Err(Failure::wrong("language", &file.code, "a code of a language, as `de` or `pt-BR`"));
    }
    Language::from_po(&file.code, &file.po)
        .map_err(|error| Failure::wrong("language", &file.code, error.to_string()))
}
