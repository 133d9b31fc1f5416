//! Cells as codes: which value of a column stands for which option.

use std::collections::BTreeMap;

use ekbom::patient::Finding;

use crate::cell::{Cell, Reading};
use crate::error::CohortError;
use crate::map::Scalar;

/// Nothing is said.
pub(crate) const MISSING: u8 = 255;
/// The value stands for nothing the map knows.
pub(crate) const BAD: u8 = 254;

/// Zero, as it comes out of the transport files of SAS that NHANES is published in: 2 to the power of -260.
const ZERO_OF_SAS: u64 = (1023 - 260) << 52;

/// Turns cells into places in a list of codes.
#[derive(Clone, Debug)]
pub(crate) struct Coder {
    texts: Vec<(String, u8)>,
    numbers: Vec<(f64, u8)>,
    flags: [u8; 2],
    findings: bool,
    pub(crate) accepted: Vec<String>,
}

impl Coder {
    /// Yes and no: 1 and 0.
    pub(crate) fn flag() -> Self {
        let texts = [("true", 1), ("false", 0), ("yes", 1), ("no", 0), ("1", 1), ("0", 0)];
        Self {
            texts: texts.iter().map(|(text, code)| ((*text).to_owned(), *code)).collect(),
            numbers: vec![(0.0, 0), (1.0, 1)],
            flags: [0, 1],
            findings: false,
            accepted: ["true", "false", "1", "0", "yes", "no"].map(str::to_owned).to_vec(),
        }
    }

    /// The codes themselves.
    pub(crate) fn codes(codes: &[&str]) -> Self {
        let places = || codes.iter().zip(0u8..);
        Self {
            texts: places().map(|(code, place)| ((*code).to_owned(), place)).collect(),
            numbers: places().filter_map(|(code, place)| Some((code.parse().ok()?, place))).collect(),
            flags: [BAD, BAD],
            findings: false,
            accepted: codes.iter().map(|code| (*code).to_owned()).collect(),
        }
    }

    /// Adds a text that stands for something other than itself.
    pub(crate) fn also(mut self, text: &str, code: u8) -> Self {
        self.texts.push((text.to_owned(), code));
        self
    }

    /// Findings in the words of laboratories.
    pub(crate) fn spelt(mut self) -> Self {
        self.findings = true;
        self
    }

    /// True and false stand for 1 and 0.
    pub(crate) fn with_flags(mut self) -> Self {
        self.flags = [0, 1];
        self
    }

    /// Exactly the values listed in the map, each standing for a code of this coder or for `missing`.
    pub(crate) fn with_values(
        &self,
        place: &str,
        values: Option<&BTreeMap<String, Scalar>>,
    ) -> Result<Self, CohortError> {
        let Some(values) = values else { return Ok(self.clone()) };
        let mut made = Self {
            texts: Vec::new(),
            numbers: Vec::new(),
            flags: [BAD, BAD],
            findings: false,
            accepted: values.keys().cloned().collect(),
        };
        for (value, stands_for) in values {
            let code = match stands_for {
                Scalar::Code(code) if code == "missing" => MISSING,
                other => self.text(&other.text()),
            };
            if code == BAD {
                let message =
                    format!("`{}` is none of {}, missing", stands_for.text(), self.accepted.join(", "));
                return Err(CohortError::map(format!("{place}.values"), message));
            }
            made.texts.push((value.clone(), code));
            if let Ok(number) = value.parse::<f64>() {
                made.numbers.push((number, code));
            }
            match value.as_str() {
                "true" => made.flags[1] = code,
                "false" => made.flags[0] = code,
                _ => {}
            }
        }
        Ok(made)
    }

    fn text(&self, text: &str) -> u8 {
        self.texts.iter().find(|(own, _)| own == text).map_or(BAD, |(_, code)| *code)
    }

    /// What a number stands for.
    pub(crate) fn number(&self, value: f64) -> u8 {
        let value = if value.to_bits() == ZERO_OF_SAS { 0.0 } else { value };
        let found = self.numbers.iter().find(|(own, _)| own.total_cmp(&(value + 0.0)).is_eq());
        found.map_or(BAD, |(_, code)| *code)
    }

    /// What a number stands for, or that it stands for nothing.
    fn read(&self, value: f64, reading: &Reading) -> u8 {
        match self.number(value) {
            BAD if reading.is_missing_number(value) => MISSING,
            code => code,
        }
    }

    fn trimmed(&self, text: &str, reading: &Reading) -> u8 {
        match self.text(text) {
            // Numbers read from text files are written in several ways: `1`, `1.0`.
            BAD if reading.is_missing(text) => MISSING,
            BAD => match text.parse().map_or(BAD, |value| self.read(value, reading)) {
                BAD if self.findings => Finding::spelt(text).map_or(BAD, |finding| finding as u8),
                code => code,
            },
            code => code,
        }
    }

    /// How many codes it knows.
    pub(crate) fn count(&self) -> u8 {
        let texts = self.texts.iter().map(|(_, code)| *code);
        let codes = texts.chain(self.numbers.iter().map(|(_, code)| *code)).chain(self.flags);
        codes.filter(|code| *code < BAD).max().map_or(0, |most| most + 1)
    }

    /// What a cell stands for.
    pub(crate) fn code(&self, cell: Cell<'_>, reading: &Reading) -> u8 {
        match cell {
            Cell::Missing => MISSING,
            Cell::Number(value) if value.is_nan() && reading.nan_is_missing => MISSING,
            Cell::Number(value) => self.read(value, reading),
            Cell::Flag(value) => {
                let [no, yes] = self.flags;
                if value { yes } else { no }
            }
            // As it stands first: hardly any text has spaces around it.
            Cell::Text(text) => match self.text(text) {
                BAD => self.trimmed(text.trim(), reading),
                code => code,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use ekbom::patient::DecimalMark;

    use super::*;

    #[test]
    fn the_zero_of_sas_is_zero() {
        assert_eq!(ZERO_OF_SAS, 5.397_605_346_934_028e-79_f64.to_bits());
        let reading = Reading::new(&["7".into()], false, DecimalMark::Point);
        let coder = Coder::flag();
        assert_eq!(coder.code(Cell::Text("5.397605346934028e-79"), &reading), 0);
        assert_eq!(coder.code(Cell::Number(5.397_605_346_934_028e-79), &reading), 0);
        assert_eq!(coder.code(Cell::Number(7.0), &reading), MISSING);
        assert_eq!(coder.code(Cell::Number(8.0), &reading), BAD);
        let finding = Coder::codes(Finding::CODES).spelt();
        assert_eq!(finding.code(Cell::Text("POS."), &reading), Finding::Positive as u8);
    }
}
