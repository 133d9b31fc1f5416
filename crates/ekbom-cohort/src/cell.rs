//! One value of a column, and how it is read.

use ekbom::patient::{Comparator, DecimalMark, Written};

/// One value of a column.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Cell<'a> {
    Missing,
    Number(f64),
    Flag(bool),
    Text(&'a str),
}

/// A number as a cell gives it: missing, a number with its comparator, or what is no number.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Amount {
    Missing,
    Number(f64, Option<Comparator>),
    Bad(String),
}

/// How cells are read: what stands for a missing value, what NaN stands for, and which decimal mark texts have.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    pub(crate) missing: Vec<String>,
    /// Those of the texts that are numbers: they stand for a missing value however they are written.
    pub(crate) missing_numbers: Vec<f64>,
    pub(crate) nan_is_missing: bool,
    pub(crate) mark: DecimalMark,
}

impl Reading {
    pub(crate) fn new(missing: &[String], nan_is_missing: bool, mark: DecimalMark) -> Self {
        let number = |text: &String| match Written::read(text, mark) {
            Ok(Written::Number(value, None)) => Some(value),
            _ => None,
        };
        let missing_numbers = missing.iter().filter_map(number).collect();
        Self { missing: missing.to_vec(), missing_numbers, nan_is_missing, mark }
    }

    pub(crate) fn is_missing(&self, text: &str) -> bool {
        let text = text.trim();
        text.is_empty() || self.missing.iter().any(|own| own == text)
    }

    /// Does the number stand for a missing value? Columns of half the width hold it as near as they can.
    pub(crate) fn is_missing_number(&self, value: f64) -> bool {
        let same = |own: &f64| {
            own.total_cmp(&(value + 0.0)).is_eq() || f64::from(*own as f32).total_cmp(&value).is_eq()
        };
        self.missing_numbers.iter().any(same)
    }

    /// A cell as an amount.
    pub(crate) fn amount(&self, cell: Cell<'_>) -> Amount {
        match cell {
            Cell::Missing => Amount::Missing,
            Cell::Number(value) if value.is_nan() && self.nan_is_missing => Amount::Missing,
            Cell::Number(value) if self.is_missing_number(value) => Amount::Missing,
            Cell::Number(value) => Amount::Number(value, None),
            // Yes and no are no amounts; a test that is positive or negative is read as codes.
            Cell::Flag(value) => Amount::Bad(value.to_string()),
            Cell::Text(text) if self.is_missing(text) => Amount::Missing,
            Cell::Text(text) => self.text(text),
        }
    }

    fn text(&self, text: &str) -> Amount {
        let trimmed = text.trim();
        // Most are plain: nothing has to be folded in them.
        let plain =
            |byte| matches!(byte, b'0'..=b'9' | b'-') || (byte == b'.' && self.mark == DecimalMark::Point);
        let simple = trimmed.bytes().all(plain).then(|| trimmed.parse::<f64>().ok()).flatten();
        let read = simple
            .map_or_else(|| Written::read(trimmed, self.mark), |value| Ok(Written::Number(value, None)));
        match read {
            Ok(Written::Number(value, None)) if self.is_missing_number(value) => Amount::Missing,
            Ok(Written::Number(value, comparator)) => Amount::Number(value, comparator),
            _ if self.nan_is_missing && trimmed.eq_ignore_ascii_case("nan") => Amount::Missing,
            _ => Amount::Bad(text.chars().take(80).collect()),
        }
    }

    /// What a text says, where it says a number or a range.
    pub(crate) fn written(&self, text: &str) -> Option<Written> {
        Written::read(text, self.mark).ok()
    }

    /// Why a text is no amount, as the end of a sentence, and what it may say.
    pub(crate) fn why(&self, text: &str) -> (String, Vec<String>) {
        let all = |readings: &[Written]| readings.iter().map(Written::to_string).collect();
        match Written::read(text, self.mark) {
            Ok(Written::Number(..)) => ("not an amount".to_owned(), Vec::new()),
            Ok(Written::Range(low, high)) => (
                "a range is not one result; what it says at least is a bound".to_owned(),
                vec![format!(">={low}"), format!("<={high}")],
            ),
            Err(unreadable) => (unreadable.message, all(&unreadable.readings)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_read_as_laboratories_print_them() {
        let reading = Reading::new(&["NA".into(), "-9".into(), "999".into()], false, DecimalMark::Point);
        let read = |text| reading.amount(Cell::Text(text));
        assert_eq!(read("38"), Amount::Number(38.0, None));
        assert_eq!(read(" <5 "), Amount::Number(5.0, Some(Comparator::Below)));
        assert_eq!(read(">2000*."), Amount::Number(2000.0, Some(Comparator::Above)));
        assert_eq!(read("\u{2264} 0.3"), Amount::Number(0.3, Some(Comparator::AtMost)));
        assert_eq!(read(">= 1e3"), Amount::Number(1000.0, Some(Comparator::AtLeast)));
        assert_eq!(read("NA"), Amount::Missing);
        assert_eq!(read(""), Amount::Missing);
        assert_eq!(read("GT 45"), Amount::Number(45.0, Some(Comparator::Above)));
        for (text, number) in [("999", 999.0), ("999.0", 999.0), ("-9.00", -9.0)] {
            assert_eq!(read(text), Amount::Missing, "{text}");
            assert_eq!(reading.amount(Cell::Number(number)), Amount::Missing, "{number}");
        }
        assert_eq!(read("<999"), Amount::Number(999.0, Some(Comparator::Below)), "a bound is no code");
        assert_eq!(reading.amount(Cell::Flag(true)), Amount::Bad("true".into()));
        assert_eq!(reading.why("1,234").1, ["1234", "1.234"]);
        assert_eq!(reading.why("100-200").1, [">=100", "<=200"]);
        let comma = Reading::new(&[], false, DecimalMark::Comma);
        assert_eq!(comma.amount(Cell::Text("12,5")), Amount::Number(12.5, None));
        assert_eq!(comma.amount(Cell::Text("12.5")), Amount::Bad("12.5".into()));
        for bad in ["1,5", "12 mg", "nan", "inf", "<", "--", "0x10"] {
            assert_eq!(read(bad), Amount::Bad(bad.into()), "{bad}");
        }
    }
}
