//! The age of a patient in JSON: one number, or an interval where only that is known.

use alloc::format;

use super::{AGE_KEYS, Reader};
use crate::measure::interval::Interval;
use crate::patient::ranges::AGES;
use crate::patient::tree::Tree;
use crate::patient::{Comparator, DecimalMark, FaultKind, PatientError, Written};

impl Reader {
    /// One age, or an interval of them.
    pub(super) fn age(&mut self, field: &str, value: &Tree) {
        if let Tree::Text(text) = value {
            let meant = match Written::read(text, DecimalMark::Point) {
                Ok(Written::Number(age, Some(Comparator::Above | Comparator::AtLeast))) => {
                    format!("{{\"at_least\": {age}}}")
                }
                Ok(Written::Number(age, Some(_))) => format!("{{\"from\": 0, \"to\": {age}}}"),
                Ok(Written::Range(from, to)) => format!("{{\"from\": {from}, \"to\": {to}}}"),
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
