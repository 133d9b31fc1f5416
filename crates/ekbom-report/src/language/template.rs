//! Texts with holes, and how texts are taken apart.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use ekbom::fact::medicine::Medicine;

/// The hole of what stands as it is in every language: the version of the knowledge is no decimal number.
const VERSION: &str = "version";

/// A text with holes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Template {
    /// The English around the holes: one more than there are holes.
    around: Vec<String>,
    pub(super) holes: Vec<String>,
    /// The first of them as it begins a sentence.
    large: String,
    says: String,
}

/// What stands before the brackets at the end, and in them.
pub(super) fn last_bracket(text: &str, open: char, close: char) -> Option<(&str, &str)> {
    let inner = text.strip_suffix(close)?;
    let mut depth = 1;
    for (place, letter) in inner.char_indices().rev() {
        depth += i32::from(letter == close) - i32::from(letter == open);
        if depth == 0 {
            return Some((inner.get(..place)?, inner.get(place + letter.len_utf8()..)?));
        }
    }
    None
}

/// Are all brackets closed in it that it opens?
pub(super) fn is_balanced(text: &str) -> bool {
    let mut depth = 0;
    text.chars().all(|letter| {
        depth += i32::from("([".contains(letter)) - i32::from(")]".contains(letter));
        depth >= 0
    }) && depth == 0
}

/// Numbers, units, abbreviations, and names of medicines, which stand as they are in every language.
pub(super) fn is_data(text: &str) -> bool {
    const UNITS: &[&str] =
        &["mg", "ng", "pg", "ug", "kg", "mol", "mmol", "umol", "nmol", "pmol", "min", "ms", "mm", "cm"];
    let small = |word: &&str| word.len() > 1 && word.chars().all(char::is_lowercase);
    let mut words = text.split([' ', ',', ';', '/', '(', ')']).filter(small);
    words.all(|word| UNITS.contains(&word)) || Medicine::all().any(|own| own.name() == text)
}

/// How a decimal number is written: a file that says `1,5` for it writes decimals with a comma.
pub(crate) const DECIMAL: &str = "1.5";

/// A name of few words: what could turn the sense of a sentence round is none.
pub(super) fn is_name(text: &str) -> bool {
    const MOST: usize = 4;
    const SENTENCE: &[&str] = &[
        "not", "no", "never", "without", "is", "are", "be", "it", "the", "a", "or", "and", "with", "if",
        "until", "only", "but", "of", "to", "for", "in", "by", "at", "on", "from", "than", "first", "before",
        "after",
    ];
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_plain = |letter: char| letter.is_alphanumeric() || " -/'+".contains(letter);
    !words.is_empty()
        && words.len() <= MOST
        && text.chars().all(is_plain)
        && !words.iter().any(|word| SENTENCE.contains(&word.to_lowercase().as_str()))
}

/// Decimals with a comma; a version or a date, which has several points, stays.
pub(super) fn with_comma(text: &str) -> String {
    let comma = |word: &str| {
        let parts: Vec<&str> = word.split('.').collect();
        let number = |part: &&str| part.chars().next().is_some_and(|letter| letter.is_ascii_digit());
        match parts.as_slice() {
            [whole, rest]
                if number(rest) && whole.chars().last().is_some_and(|letter| letter.is_ascii_digit()) =>
            {
                format!("{whole},{rest}")
            }
            _ => word.to_string(),
        }
    };
    // What was given stands between backticks, and stays as it was given.
    let said = text.split('`').zip(0_usize..).map(|(part, place)| {
        if place % 2 == 1 || part.contains('{') {
            part.to_string()
        } else {
            part.split(' ').map(comma).collect::<Vec<_>>().join(" ")
        }
    });
    said.collect::<Vec<_>>().join("`")
}

impl Template {
    pub(super) fn new(english: &str, says: &str) -> Self {
        let (mut around, mut holes) = (Vec::new(), Vec::new());
        let mut rest = english;
        while let Some((before, hole, after)) = next_hole(rest) {
            around.push(before.to_string());
            holes.push(hole.to_string());
            rest = after;
        }
        around.push(rest.to_string());
        let large = around.first().map(|first| capital(first)).unwrap_or_default();
        Self { around, holes, large, says: says.to_string() }
    }

    pub(super) fn letters(&self) -> usize {
        self.around.iter().map(String::len).sum()
    }

    /// The text in the language, where it has this form.
    pub(super) fn fill(&self, text: &str, say: &dyn Fn(&str) -> Option<String>) -> Option<String> {
        let (first, between) = self.around.split_first()?;
        let (last, between) = between.split_last()?;
        let large = text.chars().next().is_some_and(char::is_uppercase);
        // The first letter may have been made a capital.
        let mut rest =
            text.strip_prefix(first.as_str()).or_else(|| text.strip_prefix(self.large.as_str()))?;
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
            let part = parts.get(place)?.trim();
            made.push_str(&if hole == VERSION { part.to_string() } else { say(part)? });
            template = after;
        }
        made.push_str(template);
        Some(if large { capital(&made) } else { made })
    }
}

/// May this stand in the hole of that name?
pub(super) fn fits(hole: &str, part: &str) -> bool {
    if !is_balanced(part) {
        return false;
    }
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
pub(super) fn is_heading(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
}

/// Before the next hole, its name, and what stands behind it.
pub(super) fn next_hole(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (hole, after) = rest.split_once('}')?;
    Some((before, hole, after))
}

/// Parts of a list; what stands in brackets is not taken apart.
pub(super) fn split<'t>(text: &'t str, between: &str) -> Vec<&'t str> {
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
pub(super) fn small(text: &str) -> String {
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

pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        // `eGFR` is written so.
        (Some(first), Some(second)) if !second.is_uppercase() => {
            format!("{}{}", first.to_uppercase(), letters.as_str())
        }
        _ => text.to_string(),
    }
}
