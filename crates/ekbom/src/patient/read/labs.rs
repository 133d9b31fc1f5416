//! The laboratory results of a patient in JSON.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{LAB_KEYS, Reader, number_in};
use crate::measure::analyte::{Analyte, Kind};
use crate::measure::unit::Unit;
use crate::patient::limits::short;
use crate::patient::tree::Tree;
use crate::patient::{Comparator, Finding, Lab, LabResult, PatientError};

impl Reader {
    pub(super) fn lab(&mut self, path: &str, tree: &Tree) {
        let entries = self.entries(tree, path, LAB_KEYS);
        let get = |key: &str| entries.iter().find(|(_, own, _)| *own == key).map(|(_, _, value)| *value);
        let field = |key: &str| format!("{path}.{key}");
        if !matches!(tree, Tree::Object(_)) {
            return;
        }
        let analyte = match get("analyte") {
            Some(value) => self.analyte(&field("analyte"), value),
            None => {
                self.fault(PatientError::new(field("analyte"), "", "an analyte is needed"));
                None
            }
        };
        let result = analyte
            .and_then(|analyte| self.result(path, analyte, get("value"), get("unit"), get("comparator")));
        let mut lab = match (analyte, result) {
            (Some(analyte), Some(result)) => Lab { result, ..Lab::new(analyte, 0.0, Unit::One) },
            // Go on reading, so that every other fault of this result is found too.
            _ => Lab::new(Analyte::Ferritin, 0.0, Unit::One),
        };
        for (field, key, value) in &entries {
            match *key {
                "days_ago" => lab.days_ago = self.number(field, value),
                "morning" => lab.morning = self.boolean(field, value),
                "iron_free_hours" => lab.iron_free_hours = self.number(field, value),
                "ref_low" => lab.ref_low = self.number(field, value),
                "ref_high" => lab.ref_high = self.number(field, value),
                "grey_high" => lab.grey_high = self.number(field, value),
                "assay" => lab.assay = self.text(field, value).map(ToOwned::to_owned),
                "confirmed" => lab.confirmed = self.boolean(field, value) == Some(true),
                _ => {}
            }
        }
        if result.is_some() {
            self.builder.patient.labs.push(lab);
        }
    }

    fn analyte(&mut self, field: &str, value: &Tree) -> Option<Analyte> {
        let text = self.text(field, value)?;
        match text.parse::<Analyte>() {
            Ok(analyte) => Some(analyte),
            Err(error) => {
                let near = error.meant();
                let accepted = if near.is_empty() { Analyte::ALL.to_vec() } else { near };
                self.fault(
                    PatientError::new(field, text, format!("`{}` is not a known analyte", error.text()))
                        .accept(accepted.into_iter().map(Analyte::id)),
                );
                None
            }
        }
    }

    fn result(
        &mut self,
        path: &str,
        analyte: Analyte,
        value: Option<&Tree>,
        unit: Option<&Tree>,
        comparator: Option<&Tree>,
    ) -> Option<LabResult> {
        let field = |key: &str| format!("{path}.{key}");
        let Some(value) = value else {
            self.fault(PatientError::new(field("value"), "", format!("`{analyte}` needs a value")));
            return None;
        };
        if analyte.info().kind == Kind::Qualitative {
            if let Tree::Text(_) = value {
                return self
                    .code(&field("value"), value, Finding::CODES, Finding::from_code)
                    .map(LabResult::Qualitative);
            }
        }
        let number = self.amount(&field("value"), value);
        let comparator = match comparator {
            Some(value) => {
                Some(self.code(&field("comparator"), value, Comparator::CODES, Comparator::from_code)?)
            }
            None => None,
        };
        // Every accepted spelling in which the number would be credible; all of them where none would.
        let codes = || {
            let sensible = analyte.units_that_make_sense(number.unwrap_or(f64::NAN), None);
            let credible = |unit: Unit| sensible.iter().any(|own| analyte.scale(*own) == analyte.scale(unit));
            let units = analyte.info().units.iter().map(|own| own.unit);
            units.filter(|unit| sensible.is_empty() || credible(*unit)).map(Unit::ucum).collect::<Vec<_>>()
        };
        let Some(unit) = unit else {
            let message = format!("`{analyte}` needs its unit: none is assumed");
            self.fault(PatientError::new(field("unit"), "", message).accept(codes()));
            return None;
        };
        let text = self.text(&field("unit"), unit)?;
        match Unit::parse(text) {
            Some(unit) if analyte.scale(unit).is_some() => {
                Some(LabResult::Quantity { value: number?, unit, comparator })
            }
            _ => {
                let message = match number {
                    Some(number) => format!("`{analyte}` {number} cannot be in `{}`", short(text)),
                    None => format!("`{analyte}` is not reported in `{}`", short(text)),
                };
                self.fault(PatientError::new(field("unit"), text, message).accept(codes()));
                None
            }
        }
    }

    /// A number; a sign before it in a text has its own key.
    fn amount(&mut self, field: &str, value: &Tree) -> Option<f64> {
        let bound = match value {
            Tree::Text(text) => bound_in(text),
            _ => None,
        };
        let Some((comparator, number)) = bound else { return self.number(field, value) };
        let message = "expected a number, found a string: the sign goes into `comparator`";
        let accepted = format!("\"value\": {number}, \"comparator\": \"{comparator}\"");
        self.fault(PatientError::new(field, value, message).accept([accepted]));
        None
    }
}

/// A sign and the number after it.
fn bound_in(text: &str) -> Option<(Comparator, String)> {
    let text = text.trim();
    let sign = text.find(|c| !matches!(c, '<' | '>' | '='))?;
    let (sign, number) = text.split_at_checked(sign)?;
    Some((Comparator::from_code(sign)?, number_in(number)?))
}
