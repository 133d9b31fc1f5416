//! The age of a patient in JSON: one number, or an interval where only that is known.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;

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
            let (bare, a_year) = bare_age(text);
            let years = |age: f64| rounded(age / a_year, 4);
            let meant = match Written::read(&bare, DecimalMark::Point) {
                Ok(Written::Number(age, Some(Comparator::Above | Comparator::AtLeast))) => {
                    format!("{{\"at_least\": {}}}", years(age))
                }
                Ok(Written::Number(age, Some(_))) => format!("{{\"from\": 0, \"to\": {}}}", years(age)),
                Ok(Written::Range(from, to)) => {
                    format!("{{\"from\": {}, \"to\": {}}}", years(from), years(to))
                }
                Ok(Written::Number(age, None)) if bare != text.trim() => {
                    let message = "expected a number, found a string: an age is a number of years";
                    let error = PatientError::new(FaultKind::NumberAsText, field, text, message);
                    self.fault(error.accept([format!("{}", years(age))]));
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

/// The age without its unit, with the sign of "or over" before it, and how many of its unit are a year.
fn bare_age(text: &str) -> (String, f64) {
    let low = text.trim().to_lowercase();
    let without_over = |text: &str| {
        OR_OVER.iter().find_map(|word| text.strip_suffix(word)).map(str::trim_end).map(ToOwned::to_owned)
    };
    // `90 years or over`, and `36+ months`.
    let before = without_over(&low);
    let rest = before.as_deref().unwrap_or(&low);
    let behind = BEHIND.iter().find_map(|(word, a_year)| {
        let rest = rest.strip_suffix(word)?;
        let is_apart = |last: char| last.is_ascii_digit() || last.is_whitespace() || last == '+';
        rest.ends_with(is_apart).then_some((rest.trim(), *a_year))
    });
    let (bare, a_year) = behind.unwrap_or((rest, 1.0));
    match without_over(bare).or_else(|| before.is_some().then(|| bare.to_owned())) {
        Some(least) => (format!(">={least}"), a_year),
        None => (bare.to_owned(), a_year),
    }
}

#[cfg(test)]
mod tests {
    use alloc::borrow::ToOwned;
    use alloc::string::ToString;

    use crate::patient::Patient;

    #[test]
    fn what_is_offered_for_an_age_in_words_is_in_years() {
        for (text, offered) in [
            ("> 89", "{\"at_least\": 89}"),
            ("89+", "{\"at_least\": 89}"),
            ("90 years or over", "{\"at_least\": 90}"),
            ("18 months", "1.5"),
            ("12-18 months", "{\"from\": 1, \"to\": 1.5}"),
            ("< 18 months", "{\"from\": 0, \"to\": 1.5}"),
            ("36+ months", "{\"at_least\": 3}"),
            ("58 y", "58"),
            ("58 years old", "58"),
        ] {
            let json = serde_json::json!({ "age_years": text }).to_string();
            let errors = Patient::from_json(&json).unwrap_err();
            let accepted = errors.errors().first().map(|own| own.accepted().to_vec());
            assert_eq!(accepted.as_deref(), Some(&[offered.to_owned()][..]), "{text}");
        }
    }
}
