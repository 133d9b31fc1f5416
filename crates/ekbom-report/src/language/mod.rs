//! What a report says, in another language than English.
//!
//! The core says everything in English, with a stable code beside it. A language is one file in gettext's PO format, with
//! the English beside each translation, and with the code it belongs to as its context: see [`entries`] for what it must
//! hold. Sentences that are put together are templates with holes (`{a}`), and what stands in a hole is said in the
//! language too. A sentence of which the frame is not in the file stays in English, whole; a name that is not in it stands
//! as it is in a sentence of the language, so that a warning about it is read.

mod entries;
mod errors;
mod po;
mod sentences;
mod template;

pub use entries::{Entry, entries, template};
pub use po::LanguageError;

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;

pub(crate) use template::DECIMAL;
use template::{Template, capital, is_data, is_heading, is_name, last_bracket, small, split, with_comma};

/// Sentences within sentences go no deeper.
const DEEPEST: usize = 10;

/// What separates the parts of a list, in the order in which they are tried, with what stands there in the language.
const LISTS: &[&str] = &[
    ". ", "; ", " / ", " | ", " - ", ", and ", ", ", " or ", " and ", " <= ", " >= ", " < ", " > ", " with ",
];

/// How a text is taken apart.
#[derive(Clone, Copy)]
struct Way {
    /// Sentences within sentences go so much deeper.
    deep: usize,
    /// A name that is not in the file stands as it is.
    keeps_names: bool,
}

impl Way {
    /// One level further down.
    fn deeper(self) -> Option<Self> {
        Some(Self { deep: self.deep.checked_sub(1)?, ..self })
    }
}

/// A language: what it says for each English text. A copy shares all of it.
///
/// ```
/// use ekbom_report::Language;
/// let words = "msgctxt \"fact/ferritin\"\nmsgid \"ferritin\"\nmsgstr \"Ferritin\"\n\nmsgid \"{a} years\"\nmsgstr \"{a} Jahre\"\n";
/// let language = Language::from_po("de", words)?;
/// assert_eq!(language.say("ferritin 22 ng/mL, 58 years"), "Ferritin 22 ng/mL, 58 Jahre");
/// assert_eq!(Language::english().say("58 years"), "58 years");
/// # Ok::<(), ekbom_report::LanguageError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Language(Option<Arc<Body>>);

/// What the copies of a language share.
#[derive(PartialEq, Eq, Debug, Default)]
struct Body {
    code: String,
    /// By the English with a small first letter.
    words: BTreeMap<String, String>,
    /// Templates, those with most letters of their own first.
    templates: Vec<Template>,
    /// What stands between the parts of a list, as [`LISTS`].
    between: Vec<String>,
    /// Are decimals written with a comma?
    comma: bool,
}

impl Language {
    /// English, which needs no file.
    pub const fn english() -> Self {
        Self(None)
    }

    /// German.
    #[cfg(feature = "german")]
    pub fn german() -> Self {
        // A test reads the file; were it broken, English is better than nothing.
        Self::from_po("de", include_str!("../../languages/de.po")).unwrap_or_else(|_| Self::english())
    }

    /// Reads a language from a file in PO format. Its code is that of HTML: `de`, `pt-BR`.
    ///
    /// # Errors
    /// When the code is none of a language, the text is no such file, or a translation has other holes than its English.
    pub fn from_po(code: &str, text: &str) -> Result<Self, LanguageError> {
        let is_letter = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        if code.is_empty() || code.len() > 35 || !code.chars().all(is_letter) {
            return Err(LanguageError::Code { code: code.chars().take(80).collect() });
        }
        let mut made = Body { code: code.to_string(), ..Body::default() };
        for message in po::read(text)? {
            if message.says.is_empty() {
                continue;
            }
            let english = message.english.trim_end_matches('.');
            // Where the English has no full stop, a point at the end belongs to an abbreviation.
            let sentence = message.english.ends_with('.');
            let says = if sentence { message.says.trim_end_matches('.') } else { message.says.as_str() };
            let template = Template::new(english, says);
            if template.holes.is_empty() {
                made.words.insert(small(english), says.to_string());
            } else {
                made.templates.push(template);
            }
        }
        made.templates.sort_by_key(|own| core::cmp::Reverse(own.letters()));
        let own = |between: &&str| {
            let said = made.words.get(between.trim_matches([' ', ',']));
            said.map_or_else(|| (*between).to_string(), |said| format!(" {said} "))
        };
        made.comma = made.words.get(DECIMAL).is_some_and(|said| said.contains(','));
        made.between = LISTS.iter().map(own).collect();
        Ok(Self(Some(Arc::new(made))))
    }

    /// Its code; `en` for English.
    pub fn code(&self) -> &str {
        self.0.as_ref().map_or("en", |own| &own.code)
    }

    /// Does it say everything as it is?
    pub const fn is_english(&self) -> bool {
        self.0.is_none()
    }

    /// A text in this language; white space around it stays.
    pub fn say<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let own = text.trim();
        let Some(body) = self.0.as_ref().filter(|_| !own.is_empty()) else { return Cow::Borrowed(text) };
        let start = text.len() - text.trim_start().len();
        let (before, rest) = text.split_at(start);
        let (_, after) = rest.split_at(own.len());
        Cow::Owned(format!("{before}{}{after}", body.said(own)))
    }
}

impl Body {
    /// All of it in the language, or all of it as it is: half a sentence could say the opposite.
    fn said(&self, text: &str) -> String {
        for start in [": ", ". ", "- "] {
            if let Some(rest) = text.strip_prefix(start) {
                return format!("{start}{}", self.said(rest));
            }
        }
        let exact = Way { deep: DEEPEST, keeps_names: false };
        let named = Way { keeps_names: true, ..exact };
        if let Some(own) = self.part(text, exact).or_else(|| self.part(text, named)) {
            return own;
        }
        // Each sentence stands alone: one that is not in the file leaves those beside it as they are.
        let sentences = split(text, ". ");
        if sentences.len() < 2 {
            return text.to_string();
        }
        let said = sentences.iter().map(|own| {
            self.part(own, exact).or_else(|| self.part(own, named)).unwrap_or_else(|| (*own).to_string())
        });
        said.collect::<Vec<_>>().join(". ")
    }

    /// What is known, or needs no translation.
    fn part(&self, text: &str, deep: Way) -> Option<String> {
        self.known(text, deep)
            .or_else(|| is_data(text).then(|| self.data(text)))
            .or_else(|| (deep.keeps_names && is_name(text)).then(|| text.to_string()))
    }

    /// Numbers and units as the language writes them.
    fn data(&self, text: &str) -> String {
        if self.comma { with_comma(text) } else { text.to_string() }
    }

    fn known(&self, text: &str, deep: Way) -> Option<String> {
        if let Some(own) = self.word(text) {
            return Some(own);
        }
        let deep = deep.deeper()?;
        for sign in ["<= ", ">= ", "< ", "> "] {
            if let Some(value) = text.strip_prefix(sign) {
                return Some(format!("{sign}{}", self.part(value, deep)?));
            }
        }
        for end in ['.', ':'] {
            if let Some(bare) = text.strip_suffix(end) {
                let said = self.known(bare, deep)?;
                return Some(if said.ends_with('.') && end == '.' { said } else { format!("{said}{end}") });
            }
        }
        self.templates
            .iter()
            .find_map(|own| own.fill(text, &|part| self.part(part, deep)))
            .or_else(|| self.list(text, 0..2, deep))
            .or_else(|| self.bracketed(text, deep))
            .or_else(|| self.labelled(text, deep))
            .or_else(|| self.list(text, 2..LISTS.len(), deep))
            .or_else(|| self.alternatives(text))
    }

    /// A text of the file; also where it begins with a capital or is written in capitals.
    fn word(&self, text: &str) -> Option<String> {
        let text = text.strip_suffix('.').map_or((text, ""), |text| (text, "."));
        let (text, end) = text;
        let own = match self.words.get(&small(text)) {
            Some(own) => own,
            None if is_heading(text) => return Some(self.words.get(&text.to_lowercase())?.to_uppercase()),
            None => return None,
        };
        let large = text.chars().next().is_some_and(char::is_uppercase);
        let end = if own.ends_with('.') { "" } else { end };
        Some(format!("{}{end}", if large { capital(own) } else { own.clone() }))
    }

    /// A name with what is said of it: `ferritin 22 ng/mL`, `distress: moderate`.
    fn labelled(&self, text: &str, deep: Way) -> Option<String> {
        if let Some((label, rest)) = text.split_once(": ") {
            return Some(format!("{}: {}", self.part(label, deep)?, self.part(rest, deep)?));
        }
        text.match_indices(' ').find_map(|(place, _)| {
            let (label, value) = text.split_at(place);
            let label = self.word(label)?;
            let value = value.trim_start();
            let is_value =
                value.starts_with(|letter: char| letter.is_ascii_digit() || "<>=".contains(letter));
            let value = if is_value { self.part(value, deep)? } else { self.word(value)? };
            Some(format!("{label} {value}"))
        })
    }

    /// A list of which each part is known. A part that has the separator in it is found where it is a text of the file.
    fn list(&self, text: &str, ways: core::ops::Range<usize>, deep: Way) -> Option<String> {
        let ways = LISTS.iter().zip(&self.between).skip(ways.start).take(ways.len());
        for (between, own) in ways {
            let parts = split(text, between);
            if parts.len() < 2 {
                continue;
            }
            if let Some(said) = self.parts(&parts, between, deep) {
                // The point of an abbreviation is the full stop too.
                let both = |part: &str| {
                    part.strip_suffix('.').filter(|_| own.starts_with('.')).unwrap_or(part).to_string()
                };
                let last = said.len().saturating_sub(1);
                let said = said.iter().enumerate();
                let said = said.map(|(place, part)| if place < last { both(part) } else { part.clone() });
                return Some(said.collect::<Vec<_>>().join(own));
            }
        }
        None
    }

    fn parts(&self, parts: &[&str], between: &str, deep: Way) -> Option<Vec<String>> {
        let mut said: Vec<String> = Vec::new();
        let mut rest = parts;
        while !rest.is_empty() {
            let run = (2..=rest.len()).rev().find_map(|count| {
                let joined = rest.get(..count)?.join(between);
                Some((count, self.entry(&joined)?))
            });
            let (count, part) = match run {
                Some(run) => run,
                None => (1, self.part(rest.first()?.trim(), deep)?),
            };
            said.push(part);
            rest = rest.get(count..)?;
        }
        Some(said)
    }

    /// `a, b or c` of texts of the file that have commas and `or` of their own: the longest that is one counts.
    fn alternatives(&self, text: &str) -> Option<String> {
        const BETWEEN: [&str; 2] = [", ", " or "];
        let cuts = |from: usize| {
            let rest = text.get(from..).unwrap_or_default();
            let found = BETWEEN.iter().flat_map(|own| rest.match_indices(own));
            let mut all: Vec<(usize, &str)> = found.map(|(place, own)| (from + place, own)).collect();
            all.push((text.len(), ""));
            all.sort_by_key(|(place, _)| core::cmp::Reverse(*place));
            all
        };
        let (mut made, mut from) = (String::new(), 0);
        while from < text.len() {
            let found = cuts(from)
                .into_iter()
                .find_map(|(to, own)| Some((to, own, self.entry(text.get(from..to)?)?)));
            let (to, between, said) = found?;
            made.push_str(&said);
            let place = LISTS.iter().position(|own| !between.is_empty() && *own == between);
            made.push_str(place.and_then(|place| self.between.get(place)).map_or("", String::as_str));
            from = to + between.len();
        }
        Some(made)
    }

    /// A text of the file, or a name with one.
    fn entry(&self, text: &str) -> Option<String> {
        self.word(text).or_else(|| {
            let (label, rest) = text.split_once(": ")?;
            let label = self.word(label).or_else(|| is_data(label).then(|| label.to_string()))?;
            Some(format!("{label}: {}", self.word(rest)?))
        })
    }

    fn bracketed(&self, text: &str, deep: Way) -> Option<String> {
        for (open, close) in [('(', ')'), ('[', ']')] {
            let Some((before, inside)) = last_bracket(text, open, close) else { continue };
            let before = before.trim_end();
            if before.is_empty() {
                return Some(format!("{open}{}{close}", self.part(inside, deep)?));
            }
            return Some(format!("{} {open}{}{close}", self.part(before, deep)?, self.part(inside, deep)?));
        }
        None
    }
}
