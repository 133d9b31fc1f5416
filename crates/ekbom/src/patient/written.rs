//! Numbers as they are written in texts: with signs, flags, two kinds of decimal marks, as ranges and as words.
//!
//! A text says one number, or it says nothing: what can be read in two ways is refused, with both.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use super::{Comparator, DecimalMark};
use crate::measure::unit::Unit;

/// What a text says.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Written {
    /// A number, or a bound such as `<5`.
    Number(f64, Option<Comparator>),
    /// A range such as `100-200`, both ends included.
    Range(f64, f64),
}

/// A result that is only said to lie outside or within the laboratory's limits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flag {
    /// Above the upper limit.
    High,
    /// Below the lower limit.
    Low,
    /// Within them.
    Normal,
}

/// Why a text is not taken.
#[derive(Clone, PartialEq, Debug)]
pub struct Unreadable {
    /// What is wrong, as the end of a sentence.
    pub message: String,
    /// What it may say, most likely first; may be empty.
    pub readings: Vec<Written>,
    /// The unit that stood behind the number.
    pub unit: Option<Unit>,
    /// Only a flag.
    pub flag: Option<Flag>,
    /// It says that there is no result.
    pub nothing: bool,
}

impl Unreadable {
    fn new(message: impl Into<String>, readings: impl IntoIterator<Item = Written>) -> Self {
        Self {
            message: message.into(),
            readings: readings.into_iter().collect(),
            unit: None,
            flag: None,
            nothing: false,
        }
    }
}

/// Signs before the number, longer ones first. Words need something other than a letter behind them.
const SIGNS: &[(&str, Comparator)] = &[
    ("greater than or equal to", Comparator::AtLeast),
    ("less than or equal to", Comparator::AtMost),
    ("greater than", Comparator::Above),
    ("more than", Comparator::Above),
    ("less than", Comparator::Below),
    ("at least", Comparator::AtLeast),
    ("at most", Comparator::AtMost),
    ("above", Comparator::Above),
    ("below", Comparator::Below),
    ("under", Comparator::Below),
    ("over", Comparator::Above),
    ("gte", Comparator::AtLeast),
    ("lte", Comparator::AtMost),
    ("gt", Comparator::Above),
    ("ge", Comparator::AtLeast),
    ("lt", Comparator::Below),
    ("le", Comparator::AtMost),
    (">=", Comparator::AtLeast),
    ("=>", Comparator::AtLeast),
    ("<=", Comparator::AtMost),
    ("=<", Comparator::AtMost),
    (">", Comparator::Above),
    ("<", Comparator::Below),
];

/// Japanese words behind the number, each of which can mean one thing only.
const BEHIND: &[(&str, Comparator)] = &[
    ("未満", Comparator::Below),
    ("以下", Comparator::AtMost),
    ("以上", Comparator::AtLeast),
    ("超", Comparator::Above),
];

/// Marks of a result that are no part of it.
const FLAGS: &[&str] = &[" hh", " ll", " h", " l", "(h)", "(l)", "*", ".", "!", "\u{2191}", "\u{2193}"];

/// The same before it.
const FLAGS_BEFORE: &[&str] = &["hh ", "ll ", "h ", "l ", "(h)", "(l)", "*", "!", "\u{2191}", "\u{2193}"];

/// What laboratories and programs write where there is no result.
const NOTHING: &[&str] = &[
    "",
    "-",
    "--",
    "---",
    "n/a",
    "na",
    "n.a",
    "nan",
    "nil",
    "none",
    "null",
    "pending",
    "in progress",
    "see note",
    "see comment",
    "qns",
    "tnp",
    "not done",
    "not performed",
    "not tested",
    "not available",
    "not reported",
    "cancelled",
    "canceled",
    "hemolyzed",
    "haemolysed",
    "hemolysed",
    "insufficient",
    "insufficient sample",
    "unknown",
];

/// Words for a number that is only about right.
const ABOUT: &[&str] = &["approximately ", "approx", "about ", "circa ", "ca", "~", "\u{2248}", "\u{2243}"];

impl Written {
    /// Reads a text.
    ///
    /// ```
    /// use ekbom::patient::{Comparator, DecimalMark, Written};
    /// let read = |text| Written::read(text, DecimalMark::Point);
    /// assert_eq!(read("<5*"), Ok(Written::Number(5.0, Some(Comparator::Below))));
    /// assert_eq!(read("GT 45"), Ok(Written::Number(45.0, Some(Comparator::Above))));
    /// assert_eq!(read("100-200"), Ok(Written::Range(100.0, 200.0)));
    /// let both = [Written::Number(1234.0, None), Written::Number(1.234, None)];
    /// assert_eq!(read("1,234").unwrap_err().readings, both);
    /// assert_eq!(Written::read("1,234", DecimalMark::Comma), Ok(both[1]));
    /// ```
    ///
    /// # Errors
    /// When it says no number, or can be read in two ways.
    pub fn read(text: &str, mark: DecimalMark) -> Result<Self, Unreadable> {
        // A part of a number is another number.
        if text.trim().chars().nth(LONGEST).is_some() {
            return Err(Unreadable::new("not a number", []));
        }
        let plain = plain(text);
        let (before, rest) = signed(unflagged_before(&plain));
        let rest = unflagged(rest);
        let behind = BEHIND.iter().find_map(|(word, sign)| Some((rest.strip_suffix(word)?, *sign)));
        let (sign, rest) = match (before, behind) {
            (None, Some((rest, sign))) => (Some(sign), rest.trim()),
            _ => (before, rest),
        };
        match digits(rest, mark) {
            Digits::One(value) => return Ok(Self::Number(value, sign)),
            Digits::Doubtful(values) => {
                let readings = values.iter().map(|value| Self::Number(*value, sign));
                let values: Vec<String> = values.iter().map(f64::to_string).collect();
                return Err(Unreadable::new(format!("is it {}?", values.join(" or ")), readings));
            }
            Digits::None => {}
        }
        if sign.is_none() {
            if let Some((low, high)) = range(rest, mark) {
                return Ok(Self::Range(low, high));
            }
            return Err(sign_behind(rest, mark)
                .or_else(|| word(rest))
                .or_else(|| nearly(rest, mark))
                .unwrap_or_else(|| with_unit(rest, sign, mark)));
        }
        Err(with_unit(rest, sign, mark))
    }

    /// How it is said in a patient's result; a range in two ways, each of which says half of it.
    pub fn in_json(self) -> Vec<String> {
        let bound = |value: f64, sign: Comparator| format!("\"value\": {value}, \"comparator\": \"{sign}\"");
        match self {
            Self::Number(value, None) => alloc::vec![value.to_string()],
            Self::Number(value, Some(sign)) => alloc::vec![bound(value, sign)],
            Self::Range(low, high) => {
                alloc::vec![bound(low, Comparator::AtLeast), bound(high, Comparator::AtMost)]
            }
        }
    }
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(value, None) => write!(f, "{value}"),
            Self::Number(value, Some(sign)) => write!(f, "{sign}{value}"),
            Self::Range(low, high) => write!(f, "{low} to {high}"),
        }
    }
}

/// A longer text is no number.
const LONGEST: usize = 64;

/// The text in letters and signs of ordinary width, lower case, trimmed.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for c in text.trim().chars() {
        match c {
            '\u{ff01}'..='\u{ff5e}' => {
                let narrow = u32::from(c).checked_sub(0xfee0).and_then(char::from_u32);
                plain.extend(narrow.map(|c| c.to_ascii_lowercase()));
            }
            '\u{2264}' | '\u{2266}' => plain.push_str("<="),
            '\u{2265}' | '\u{2267}' => plain.push_str(">="),
            '\u{2212}' | '\u{2010}'..='\u{2014}' => plain.push('-'),
            '\u{301c}' => plain.push('~'),
            '\u{2019}' => plain.push('\''),
            // HL7 sets a sign, a number and what joins two of them apart.
            '^' => plain.push(' '),
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            c if c.is_whitespace() => plain.push(' '),
            c => plain.push(c.to_ascii_lowercase()),
        }
    }
    plain.replace("&lt;", "<").replace("&gt;", ">").trim().to_string()
}

/// A sign before the number, and what comes after it.
fn signed(text: &str) -> (Option<Comparator>, &str) {
    let found = SIGNS.iter().find_map(|(word, sign)| {
        let rest = text.strip_prefix(word)?;
        let is_word = word.starts_with(|c: char| c.is_ascii_alphabetic());
        let goes_on = rest.starts_with(|c: char| c.is_alphabetic());
        (!(is_word && goes_on)).then_some((Some(*sign), rest.trim_start()))
    });
    found.unwrap_or((None, text))
}

/// Without a flag before the number, as in `H 38`, and without a sign that says nothing.
fn unflagged_before(text: &str) -> &str {
    let digit = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
    if let Some(rest) = text.strip_prefix('=').map(str::trim_start).filter(|rest| digit(rest)) {
        return rest;
    }
    let found = FLAGS_BEFORE.iter().find_map(|flag| text.strip_prefix(flag)).map(str::trim_start);
    found.filter(|rest| digit(rest) || rest.starts_with(['<', '>'])).unwrap_or(text)
}

/// Without the flags behind a number.
fn unflagged(mut text: &str) -> &str {
    while let Some(rest) = FLAGS.iter().find_map(|flag| text.strip_suffix(flag)) {
        text = rest.trim_end();
    }
    text
}

enum Digits {
    One(f64),
    /// It may be one of these, or it is written otherwise than the rest.
    Doubtful(Vec<f64>),
    None,
}

/// Digits with their marks.
fn digits(text: &str, mark: DecimalMark) -> Digits {
    let number = |text: &str| text.parse::<f64>().ok().filter(|value| value.is_finite());
    let (commas, points) = (text.matches(',').count(), text.matches('.').count());
    let spaced = text.contains([' ', '\'']);
    if commas == 0 && !spaced && points <= 1 {
        let simple = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'));
        let Some(value) = number(text).filter(|_| simple) else { return Digits::None };
        return match (mark, points) {
            (DecimalMark::Comma, 1) => {
                Digits::Doubtful(grouped(text, '.').into_iter().chain([value]).collect())
            }
            _ => Digits::One(value),
        };
    }
    if !text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b',' | b'.' | b' ' | b'\'')) {
        return Digits::None;
    }
    let is_own = |own: char| mark.code().starts_with(own);
    // The mark that comes last is the decimal one, where there are two kinds or only one of it.
    let last = text.rfind(['.', ',']).and_then(|at| text.get(at..)?.chars().next());
    let one_of_it = last.is_some_and(|last| text.matches(last).count() == 1);
    let (whole, decimals) = match last.and_then(|last| text.rsplit_once(last)) {
        Some((whole, decimals)) if one_of_it => (whole, decimals),
        _ => (text, ""),
    };
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(decimals) || (one_of_it && decimals.is_empty()) {
        return Digits::None;
    }
    let separator = whole.chars().find(|c| !c.is_ascii_digit());
    let joined = match separator {
        Some(separator) => match grouped(whole, separator) {
            Some(joined) => joined,
            None => return Digits::None,
        },
        None => match number(whole) {
            Some(whole) => whole,
            None => return Digits::None,
        },
    };
    let Some(value) = number(&format!("{joined}.{decimals}0")) else { return Digits::None };
    match (separator, last.filter(|_| one_of_it)) {
        // 1,234: a thousand or one?
        (None, Some(last)) if !is_own(last) => {
            Digits::Doubtful(grouped(text, last).into_iter().chain([value]).collect())
        }
        (None, _) => Digits::One(value),
        (Some(',' | '.'), Some(last)) if is_own(last) => Digits::One(value),
        (Some(thousands @ (',' | '.')), None) if !is_own(thousands) => Digits::One(value),
        _ => Digits::Doubtful(alloc::vec![value]),
    }
}

/// Groups of three digits as one number.
fn grouped(text: &str, separator: char) -> Option<f64> {
    let mut groups = text.split(separator);
    let first = groups.next()?;
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let begins = (1..=3).contains(&first.len()) && digits(first) && !first.starts_with('0');
    let rest: Vec<&str> = groups.collect();
    let goes_on = !rest.is_empty() && rest.iter().all(|group| group.len() == 3 && digits(group));
    if !(begins && goes_on) {
        return None;
    }
    text.replace(separator, "").parse().ok()
}

/// `100-200`, `100 to 200`.
fn range(text: &str, mark: DecimalMark) -> Option<(f64, f64)> {
    let (low, high) = [" to ", "..", "~", "-"].iter().find_map(|between| text.split_once(between))?;
    match (digits(low.trim(), mark), digits(high.trim(), mark)) {
        (Digits::One(low), Digits::One(high)) if 0.0 <= low && low < high => Some((low, high)),
        _ => None,
    }
}

/// `5<`: more than 5, or less? Both are meant by some.
fn sign_behind(text: &str, mark: DecimalMark) -> Option<Unreadable> {
    let (first, second) = if text.ends_with('<') {
        (Comparator::Above, Comparator::Below)
    } else {
        (Comparator::Below, Comparator::Above)
    };
    let number = text.strip_suffix(['<', '>'])?.trim_end();
    let Digits::One(value) = digits(number, mark) else { return None };
    let readings = [first, second].map(|sign| Written::Number(value, Some(sign)));
    let message = format!("a sign behind the number can mean {first} {value} or {second} {value}");
    Some(Unreadable::new(message, readings))
}

/// Words where a number belongs.
fn word(text: &str) -> Option<Unreadable> {
    let flag = match text {
        "h" | "hh" | "high" | "elevated" => Some(Flag::High),
        "l" | "ll" | "low" | "decreased" => Some(Flag::Low),
        "n" | "normal" => Some(Flag::Normal),
        _ => None,
    };
    if flag.is_some() {
        let message = "only a flag: the number is needed, or the laboratory's limit as a bound";
        return Some(Unreadable { flag, ..Unreadable::new(message, []) });
    }
    if NOTHING.contains(&text) {
        return Some(Unreadable { nothing: true, ..Unreadable::new("that is no result: leave it out", []) });
    }
    let titre = text.split_once(':');
    if titre.is_some_and(|(one, other)| [one, other].iter().all(|part| part.trim().parse::<u32>().is_ok())) {
        return Some(Unreadable::new("a titre is no amount", []));
    }
    None
}

/// A number that is only about right, or that stands beside the laboratory's interval.
fn nearly(text: &str, mark: DecimalMark) -> Option<Unreadable> {
    let about = ABOUT.iter().find_map(|word| text.strip_prefix(word));
    if let Some(Digits::One(value)) = about.map(|rest| digits(rest.trim_start_matches(['.', ' ']), mark)) {
        let message = "a number that is only about right is no result";
        return Some(Unreadable::new(message, [Written::Number(value, None)]));
    }
    let (number, interval) = text.strip_suffix(')')?.split_once('(')?;
    let Digits::One(value) = digits(number.trim(), mark) else { return None };
    range(interval.trim(), mark)?;
    let message = "the interval stands in `ref_low` and `ref_high`";
    Some(Unreadable::new(message, [Written::Number(value, None)]))
}

/// What is left: perhaps a number with its unit.
fn with_unit(text: &str, sign: Option<Comparator>, mark: DecimalMark) -> Unreadable {
    let end =
        text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | ' '))).unwrap_or(text.len());
    let found = text.split_at_checked(end).and_then(|(number, rest)| {
        let unit = Unit::parse(rest).filter(|_| !rest.is_empty())?;
        match digits(number.trim(), mark) {
            Digits::One(value) => Some((value, unit)),
            _ => None,
        }
    });
    match found {
        Some((value, unit)) => Unreadable {
            unit: Some(unit),
            ..Unreadable::new("the unit stands apart from the number", [Written::Number(value, sign)])
        },
        None => Unreadable::new("not a number", []),
    }
}

#[cfg(test)]
mod tests;
