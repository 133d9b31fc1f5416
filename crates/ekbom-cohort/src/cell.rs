//! One value of a column, and how it is read.

use ekbom::patient::Comparator;

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

/// How cells are read: which texts stand for a missing value, and what NaN stands for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reading {
    pub(crate) missing: Vec<String>,
    pub(crate) nan_is_missing: bool,
}

impl Reading {
    pub(crate) fn is_missing(&self, text: &str) -> bool {
        let text = text.trim();
        text.is_empty() || self.missing.iter().any(|own| own == text)
    }

    /// A cell as an amount.
    pub(crate) fn amount(&self, cell: Cell<'_>) -> Amount {
        match cell {
            Cell::Missing => Amount::Missing,
            Cell::Number(value) if value.is_nan() && self.nan_is_missing => Amount::Missing,
            Cell::Number(value) => Amount::Number(value, None),
            Cell::Flag(value) => Amount::Number(f64::from(u8::from(value)), None),
            Cell::Text(text) if self.is_missing(text) => Amount::Missing,
            Cell::Text(text) => self.text(text),
        }
    }

    fn text(&self, text: &str) -> Amount {
        let trimmed = text.trim();
        let (comparator, rest) = match trimmed.as_bytes() {
            [b'<', b'=', ..] => (Some(Comparator::AtMost), trimmed.get(2..)),
            [b'>', b'=', ..] => (Some(Comparator::AtLeast), trimmed.get(2..)),
            [b'<', ..] => (Some(Comparator::Below), trimmed.get(1..)),
            [b'>', ..] => (Some(Comparator::Above), trimmed.get(1..)),
            _ => match trimmed.strip_prefix('\u{2264}') {
                Some(rest) => (Some(Comparator::AtMost), Some(rest)),
                None => match trimmed.strip_prefix('\u{2265}') {
                    Some(rest) => (Some(Comparator::AtLeast), Some(rest)),
                    None => (None, Some(trimmed)),
                },
            },
        };
        // Laboratories mark results with an asterisk; MIMIC ends some with a full stop.
        let rest = rest.unwrap_or_default().trim().trim_end_matches(['*', '.']).trim_end();
        let plain = rest.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'));
        if plain && let Ok(value) = rest.parse::<f64>() {
            return Amount::Number(value, comparator);
        }
        if self.nan_is_missing && rest.eq_ignore_ascii_case("nan") {
            return Amount::Missing;
        }
        Amount::Bad(text.chars().take(80).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_read_as_laboratories_print_them() {
        let reading = Reading { missing: vec!["NA".into()], nan_is_missing: false };
        let read = |text| reading.amount(Cell::Text(text));
        assert_eq!(read("38"), Amount::Number(38.0, None));
        assert_eq!(read(" <5 "), Amount::Number(5.0, Some(Comparator::Below)));
        assert_eq!(read(">2000*."), Amount::Number(2000.0, Some(Comparator::Above)));
        assert_eq!(read("\u{2264} 0.3"), Amount::Number(0.3, Some(Comparator::AtMost)));
        assert_eq!(read(">= 1e3"), Amount::Number(1000.0, Some(Comparator::AtLeast)));
        assert_eq!(read("NA"), Amount::Missing);
        assert_eq!(read(""), Amount::Missing);
        for bad in ["1,5", "12 mg", "nan", "inf", "<", "--", "0x10"] {
            assert_eq!(read(bad), Amount::Bad(bad.into()), "{bad}");
        }
    }
}
