//! What a report says, in another language than English.
//!
//! The core says everything in English, with a stable code beside it. A language is one file in gettext's PO format, with
//! the English beside each translation, and with the code it belongs to as its context: see [`entries`] for what it must
//! hold. Sentences that are put together are templates with holes (`{a}`), and what stands in a hole is said in the
//! language too. What the file does not hold stays in English, whole.

mod entries;
mod po;
mod sentences;

pub use entries::{Entry, entries, template};
pub use po::LanguageError;

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;

/// Sentences within sentences go no deeper.
const DEEPEST: usize = 12;

/// What separates the parts of a list, in the order in which they are tried, with what stands there in the language.
const LISTS: &[&str] = &["; ", " / ", " | ", ", and ", ", ", " or ", " and "];

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
    /// What a value may stand behind, the longest first.
    labels: Vec<String>,
    /// What stands between the parts of a list, as [`LISTS`].
    between: Vec<String>,
}

/// A text with holes.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Template {
    /// The English around the holes: one more than there are holes.
    around: Vec<String>,
    holes: Vec<String>,
    says: String,
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
    /// When the text is no such file, or a translation has other holes than its English.
    pub fn from_po(code: &str, text: &str) -> Result<Self, LanguageError> {
        let mut made = Body { code: code.to_string(), ..Body::default() };
        for message in po::read(text)? {
            if message.says.is_empty() {
                continue;
            }
            let template = Template::new(&message.english, &message.says);
            if !template.holes.is_empty() {
                made.templates.push(template);
                continue;
            }
            let english = small(message.english.trim_end_matches('.'));
            if message.context.starts_with("fact/") || message.context.starts_with("analyte/") {
                made.labels.push(english.clone());
            }
            made.words.insert(english, message.says.trim_end_matches('.').to_string());
        }
        made.templates.sort_by_key(|own| core::cmp::Reverse(own.letters()));
        made.labels.sort_by_key(|own| core::cmp::Reverse(own.len()));
        let own = |between: &&str| {
            let said = made.words.get(between.trim_matches([' ', ',']));
            said.map_or_else(|| (*between).to_string(), |said| format!(" {said} "))
        };
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
        Cow::Owned(format!("{before}{}{after}", body.said(own, DEEPEST)))
    }
}

impl Body {
    fn said(&self, text: &str, deep: usize) -> String {
        self.known(text, deep).unwrap_or_else(|| text.to_string())
    }

    fn known(&self, text: &str, deep: usize) -> Option<String> {
        if let Some(own) = self.word(text) {
            return Some(own);
        }
        let deep = deep.checked_sub(1)?;
        self.known_list(text)
            .or_else(|| self.templates.iter().find_map(|own| own.fill(text, &|part| self.said(part, deep))))
            .or_else(|| self.sentences(text, deep))
            .or_else(|| self.list(text, LISTS.iter().zip(&self.between).take(1), deep))
            .or_else(|| self.labelled(text, deep))
            .or_else(|| self.list(text, LISTS.iter().zip(&self.between).skip(1), deep))
            .or_else(|| self.bracketed(text, deep))
    }

    /// A text of the file; also where a full stop or a colon was put behind it, or it is written in capitals.
    fn word(&self, text: &str) -> Option<String> {
        let found = |text: &str| {
            let own = match self.words.get(&small(text)) {
                Some(own) => own,
                None if is_heading(text) => {
                    return Some(self.words.get(&text.to_lowercase())?.to_uppercase());
                }
                None => return None,
            };
            let large = text.chars().next().is_some_and(char::is_uppercase);
            Some(if large { capital(own) } else { own.clone() })
        };
        let ends = ['.', ':'].into_iter();
        found(text).or_else(|| {
            ends.filter_map(|end| Some(format!("{}{end}", found(text.strip_suffix(end)?)?))).next()
        })
    }

    /// Several sentences, each by itself.
    fn sentences(&self, text: &str, deep: usize) -> Option<String> {
        let (first, rest) = text.split_once(". ")?;
        let first = self.known(&format!("{first}."), deep)?;
        Some(format!("{first} {}", self.said(rest, deep)))
    }

    /// A list of texts of the file: what begins with `no` or `not` in it is not said of all of it.
    fn known_list(&self, text: &str) -> Option<String> {
        LISTS.iter().zip(&self.between).take_while(|(between, _)| *between != &" or ").find_map(
            |(between, own)| {
                let parts = split(text, between);
                let said: Option<Vec<String>> = parts.iter().map(|part| self.word(part.trim())).collect();
                said.filter(|said| said.len() > 1).map(|said| said.join(own))
            },
        )
    }

    /// A name with what is said of it: `ferritin 22 ng/mL`, `distress: moderate`.
    fn labelled(&self, text: &str, deep: usize) -> Option<String> {
        let own = small(text);
        for label in &self.labels {
            let Some(rest) = own.strip_prefix(label.as_str()) else { continue };
            if let Some(value) = rest.strip_prefix(' ') {
                return Some(format!("{} {}", self.said(label, deep), self.said(value, deep)));
            }
        }
        let (label, rest) = text.split_once(": ")?;
        Some(format!("{}: {}", self.word(label)?, self.said(rest, deep)))
    }

    /// A list, of which something is known.
    fn list<'l>(
        &self,
        text: &str,
        ways: impl Iterator<Item = (&'l &'static str, &'l String)>,
        deep: usize,
    ) -> Option<String> {
        for (between, own) in ways {
            let parts = split(text, between);
            if parts.len() < 2 {
                continue;
            }
            let known: Vec<Option<String>> = parts.iter().map(|part| self.known(part.trim(), deep)).collect();
            if known.iter().any(Option::is_some) {
                let said = known
                    .into_iter()
                    .zip(parts)
                    .map(|(own, part)| own.unwrap_or_else(|| part.trim().to_string()));
                return Some(said.collect::<Vec<_>>().join(own));
            }
        }
        None
    }

    fn bracketed(&self, text: &str, deep: usize) -> Option<String> {
        for (open, close) in [('(', ')'), ('[', ']')] {
            let inner = text.strip_suffix(close);
            let Some((before, inside)) = inner.and_then(|own| own.split_once(open)) else { continue };
            let before = before.trim_end();
            let (said, within) = (self.known(before, deep), self.known(inside, deep));
            if said.is_none() && within.is_none() {
                continue;
            }
            let gap = if before.is_empty() { "" } else { " " };
            let (said, within) =
                (said.unwrap_or_else(|| before.to_string()), within.unwrap_or_else(|| inside.to_string()));
            return Some(format!("{said}{gap}{open}{within}{close}"));
        }
        None
    }
}

impl Template {
    fn new(english: &str, says: &str) -> Self {
        let (mut around, mut holes) = (Vec::new(), Vec::new());
        let mut rest = english;
        while let Some((before, hole, after)) = next_hole(rest) {
            around.push(before.to_string());
            holes.push(hole.to_string());
            rest = after;
        }
        around.push(rest.to_string());
        Self { around, holes, says: says.to_string() }
    }

    fn letters(&self) -> usize {
        self.around.iter().map(String::len).sum()
    }

    /// The text in the language, where it has this form.
    fn fill(&self, text: &str, say: &dyn Fn(&str) -> String) -> Option<String> {
        let (first, between) = self.around.split_first()?;
        let (last, between) = between.split_last()?;
        let large = text.chars().next().is_some_and(char::is_uppercase);
        let mut rest = match text.strip_prefix(first.as_str()) {
            Some(rest) => rest,
            // The first letter may have been made a capital.
            None if large && capital(first) != *first => text.strip_prefix(capital(first).as_str())?,
            None => return None,
        };
        rest = rest.strip_suffix(last.as_str())?;
        let mut parts: Vec<&str> = Vec::new();
        for own in between {
            let (part, after) = rest.split_once(own.as_str())?;
            parts.push(part);
            rest = after;
        }
        parts.push(rest);
        if !parts.iter().zip(&self.holes).all(|(part, hole)| fits(hole, part)) {
            return None;
        }
        let (mut made, mut template) = (String::new(), self.says.as_str());
        while let Some((before, hole, after)) = next_hole(template) {
            made.push_str(before);
            let place = self.holes.iter().position(|own| own == hole)?;
            made.push_str(&say(parts.get(place)?));
            template = after;
        }
        made.push_str(template);
        Some(if large { capital(&made) } else { made })
    }
}

/// May this stand in the hole of that name?
fn fits(hole: &str, part: &str) -> bool {
    match hole {
        "n" => part.chars().any(|letter| letter.is_ascii_digit()) && !part.contains(' '),
        "one" | "two" => {
            !part.trim().is_empty()
                && ["; ", ", ", ". "].iter().all(|between| split(part, between).len() == 1)
        }
        _ => !part.trim().is_empty(),
    }
}

/// Written in capitals altogether.
fn is_heading(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
}

/// Before the next hole, its name, and what stands behind it.
fn next_hole(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (hole, after) = rest.split_once('}')?;
    Some((before, hole, after))
}

/// Parts of a list; what stands in brackets is not taken apart.
fn split<'t>(text: &'t str, between: &str) -> Vec<&'t str> {
    let mut parts = Vec::new();
    let (mut depth, mut start) = (0_i32, 0);
    for (place, letter) in text.char_indices() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ => {}
        }
        let here = text.get(place..).is_some_and(|rest| rest.starts_with(between));
        if depth == 0 && here && place >= start {
            parts.push(text.get(start..place).unwrap_or_default());
            start = place + between.len();
        }
    }
    parts.push(text.get(start..).unwrap_or_default());
    parts
}

/// With a small first letter, unless it is an abbreviation.
fn small(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second))
            if first.is_uppercase() && !second.is_uppercase() && !second.is_ascii_digit() =>
        {
            format!("{}{}", first.to_lowercase(), letters.as_str())
        }
        _ => text.to_string(),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        // `eGFR` is written so.
        (Some(first), Some(second)) if !second.is_uppercase() => {
            format!("{}{}", first.to_uppercase(), letters.as_str())
        }
        _ => text.to_string(),
    }
}
