//! The unit of a result as it was written, and what may have been meant where the analyte has none such.

use alloc::string::String;
use alloc::vec::Vec;

use super::{Analyte, Scale};
use crate::measure::suggest;
use crate::measure::unit::Unit;

/// Why a unit is not taken, and what would be.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitMeant {
    /// Units for the same number, most likely first; all of the analyte where none is likely.
    pub units: Vec<Unit>,
    /// The number that says the same in a unit of the analyte, and that unit.
    pub changed: Option<(f64, Unit)>,
}

impl UnitMeant {
    /// What would be accepted, as it would be written.
    ///
    /// ```
    /// use ekbom::measure::analyte::Analyte;
    /// let meant = Analyte::Haemoglobin.unit_spelt("mg/dL", Some(13500.0)).unwrap_err();
    /// assert_eq!(meant.accepted(), [r#""value": 13.5, "unit": "g/dL""#]);
    /// let meant = Analyte::Creatinine.unit_spelt("\u{fffd}mol/L", Some(88.0)).unwrap_err();
    /// assert_eq!(meant.accepted(), ["umol/L"]);
    /// ```
    pub fn accepted(&self) -> Vec<String> {
        match self.changed {
            Some((value, unit)) => alloc::vec![alloc::format!("\"value\": {value}, \"unit\": \"{unit}\"")],
            None => self.units.iter().map(|unit| unit.ucum().into()).collect(),
        }
    }

    /// The same as the end of a sentence: `13500 mg/dL is 13.5 g/dL`.
    pub fn sentence(&self, value: f64, text: &str) -> Option<String> {
        let (changed, unit) = self.changed?;
        Some(alloc::format!("{value} {} is {changed} {unit}", text.trim()))
    }
}

impl Analyte {
    /// The unit that a text spells, where this analyte has it. Otherwise what may have been meant by it: looked for
    /// after all that does not count has been left out of the text, and offered only where the value would be credible.
    ///
    /// ```
    /// use ekbom::measure::analyte::Analyte;
    /// use ekbom::measure::unit::Unit;
    /// assert_eq!(Analyte::Ferritin.unit_spelt("ng / ML", None), Ok(Unit::NgPerMl));
    /// assert_eq!(Analyte::Crp.unit_spelt("", Some(12.0)).unwrap_err().units[0], Unit::MgPerDl);
    /// ```
    ///
    /// # Errors
    /// When it spells no unit of this analyte.
    pub fn unit_spelt(self, text: &str, value: Option<f64>) -> Result<Unit, UnitMeant> {
        let stated = Unit::parse(text);
        if let Some(unit) = stated.filter(|unit| self.scale(*unit).is_some()) {
            return Ok(unit);
        }
        let value = value.unwrap_or(f64::NAN);
        let everyday = self.info().confirm.unwrap_or(self.info().hard);
        let credible = |unit: Unit, value: f64| {
            self.to_canonical(value, unit).is_some_and(|canonical| everyday.contains(canonical))
        };
        let sensible: Vec<Scale> =
            self.units_that_make_sense(value, None).into_iter().filter_map(|unit| self.scale(unit)).collect();
        let mut units: Vec<Unit> = self.info().units.iter().map(|own| own.unit).collect();
        // The same quantity in a unit that is not taken: then the number must change with the unit.
        let plain: &str = match stated {
            Some(unit) => unit.ucum(),
            None => text,
        };
        let multiples = Unit::multiples(plain);
        let changed = multiples.iter().find_map(|multiple| {
            let changed =
                Scale::Decimal { exponent: multiple.exponent }.to_canonical(value * multiple.factor);
            let taken = units.contains(&multiple.unit) && credible(multiple.unit, changed);
            taken.then_some((changed, multiple.unit))
        });
        // What was damaged on the way, or misspelt by a letter; what is a unit in its own right is neither.
        let misspelt = stated.is_none() && multiples.is_empty();
        let near = Unit::repaired(text).or_else(|| misspelt.then(|| self.near(text)).flatten());
        if let Some(unit) = near.filter(|unit| units.contains(unit)) {
            if value.is_nan() || credible(unit, value) {
                return Err(UnitMeant { units: alloc::vec![unit], changed: None });
            }
        }
        if !sensible.is_empty() {
            units.retain(|unit| self.scale(*unit).is_some_and(|scale| sensible.contains(&scale)));
        }
        Err(UnitMeant { units, changed })
    }

    /// The unit of this analyte that one slip of the pen turns into the text.
    fn near(self, text: &str) -> Option<Unit> {
        let plain = Unit::folded(text)?;
        let codes = self.info().units.iter().map(|own| own.unit.ucum());
        suggest::one_slip(&plain, codes).and_then(Unit::parse)
    }
}
