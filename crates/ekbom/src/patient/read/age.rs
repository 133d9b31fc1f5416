//! The age of a patient in JSON: one number, or an interval where only that is known.

use alloc::format;
use alloc::string::{String, ToString};

use super::{AGE_KEYS, Reader};
use crate::measure::interval::Interval;
use crate::measure::number::rounded;
use crate::patient::ranges::AGES;
use crate::patient::tree::Tree;
use crate::patient::{Comparator, DecimalMark, FaultKind, PatientError, Written};

impl Reader {
    /// One age, or an interval of them.
    pub(super) fn age(&mut self, field: &str, value: &Tree) {
        if let Tree::Text(text) = value {
            let bare = bare_age(text);
            let meant = match Written::read(&bare, DecimalMark::Point) {
                Ok(Written::Number(age, Some(Comparator::Above | Comparator::AtLeast))) => {
                    format!("{{\"at_least\": {age}}}")
                }
                Ok(Written::Number(age, Some(_))) => format!("{{\"from\": 0, \"to\": {age}}}"),
                Ok(Written::Range(from, to)) => format!("{{\"from\": {from}, \"to\": {to}}}"),
                Ok(Written::Number(age, None)) if bare != text.trim() => {
                    let message = "expected a number, found a string: an age is a number of years";
                    let years = format!("{}", rounded(age / years_of(text), 4));
                    self.fault(
                        PatientError::new(FaultKind::NumberAsText, field, text, message).accept([years]),
                    );
                    return;
                }
                _ => {
                    self.number(field, value);
                    return;
                }
            };
            let message = "expected a number, found a string: an interval of ages is an object";
            self.fault(PatientError::new(FaultKind::NumberAsText, field, text, message).accept([meant]));
            return;
        }
        if !matches!(value, Tree::Object(_)) {
            self.builder.patient.age_years = self.number(field, value);
            return;
        }
        let (mut at_least, mut from, mut to) = (None, None, None);
        let before = self.builder.errors.len();
        for (field, key, value) in self.entries(value, field, AGE_KEYS) {
            let number = self.number(&field, value);
            match key {
                "at_least" => at_least = number,
                "from" => from = number,
                _ => to = number,
            }
        }
        let ends = match (at_least, from, to) {
            (Some(least), None, None) => Interval::new(least, AGES.1),
            (None, Some(from), Some(to)) => Interval::new(from, to),
            _ => None,
        };
        if ends.is_none() && self.builder.errors.len() == before {
            let message = "an interval of ages is `at_least`, or `from` and `to` in this order";
            let accepted = ["{\"at_least\": 90}", "{\"from\": 57, \"to\": 58}"];
            self.fault(PatientError::new(FaultKind::NotAnInterval, field, value, message).accept(accepted));
        }
        self.builder.patient.age_between = ends;
    }
}

/// What stands behind an age, and how many of it are a year.
const BEHIND: &[(&str, f64)] = &[
    ("months", 12.0),
    ("month", 12.0),
    ("mo", 12.0),
    ("years", 1.0),
    ("year", 1.0),
    ("yrs", 1.0),
    ("yr", 1.0),
    ("y", 1.0),
    ("years old", 1.0),
    ("y/o", 1.0),
    ("yo", 1.0),
];

/// What is written behind "at least".
const OR_OVER: &[&str] = &["+", "or over", "or older", "and over", "and older", "or more", "and above"];

fn unit_behind(text: &str) -> Option<(&str, f64)> {
    let text = text.trim();
    BEHIND.iter().find_map(|(word, a_year)| {
        let rest = text.strip_suffix(word)?;
        rest.ends_with(|last: char| last.is_ascii_digit() || last.is_whitespace() || last == '+')
            .then_some((rest.trim(), *a_year))
    })
}

fn years_of(text: &str) -> f64 {
    unit_behind(&text.to_lowercase()).map_or(1.0, |(_, a_year)| a_year)
}

/// The age without its unit, and with the sign of "or over" before it.
fn bare_age(text: &str) -> String {
    let low = text.to_lowercase();
    let bare = unit_behind(&low).map_or(low.trim(), |(rest, _)| rest);
    let over = OR_OVER.iter().find_map(|word| bare.strip_suffix(word));
    over.map_or_else(|| bare.to_string(), |rest| format!(">={}", rest.trim()))
}
