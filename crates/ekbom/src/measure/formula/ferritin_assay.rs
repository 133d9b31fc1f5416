//! Ferritin between two manufacturers' assays: a labelled sensitivity analysis, never a conversion.
//!
//! One comparison of 116 samples gives four pairs; the line through them is arithmetic done for this library. It is not
//! known which assay lay behind the trials from which the limits of guidelines come.

use crate::measure::interval::Interval;
use crate::source::Verification;

/// Where the pairs were read.
pub const SOURCE: &str = "FERRITINASSAY";
/// The line is derived from them.
pub const VERIFICATION: Verification = Verification::Derived;

const SLOPE: f64 = 1.495;
const INTERCEPT: f64 = 8.5;

/// A manufacturer of the comparison.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Manufacturer {
    /// Beckman.
    Beckman,
    /// Roche: reads higher.
    Roche,
}

impl Manufacturer {
    /// The manufacturer that an assay's label names.
    ///
    /// ```
    /// use ekbom::measure::formula::ferritin_assay::Manufacturer;
    /// assert_eq!(Manufacturer::from_label("Roche Cobas e801"), Some(Manufacturer::Roche));
    /// assert_eq!(Manufacturer::from_label("in-house"), None);
    /// ```
    pub fn from_label(label: &str) -> Option<Self> {
        let label = label.to_lowercase();
        match (label.contains("beckman"), label.contains("roche")) {
            (true, false) => Some(Self::Beckman),
            (false, true) => Some(Self::Roche),
            _ => None,
        }
    }
}

/// What Roche reads where Beckman reads this, in ng/mL.
///
/// ```
/// use ekbom::measure::formula::ferritin_assay::roche_from_beckman_ng_ml;
/// for (beckman, roche) in [(50.0, 83.0), (75.0, 121.0), (100.0, 158.0), (300.0, 457.0)] {
///     assert!((roche_from_beckman_ng_ml(beckman) - roche).abs() < 1.0);
/// }
/// ```
pub fn roche_from_beckman_ng_ml(ferritin: f64) -> f64 {
    SLOPE * ferritin + INTERCEPT
}

/// What Beckman reads where Roche reads this, in ng/mL; nothing below zero.
pub fn beckman_from_roche_ng_ml(ferritin: f64) -> f64 {
    ((ferritin - INTERCEPT) / SLOPE).max(0.0)
}

/// All that the two assays might read of the same sample: from Beckman's reading to Roche's. Without a manufacturer the
/// result may be of either.
pub fn readings(ferritin_ng_ml: Interval, manufacturer: Option<Manufacturer>) -> Option<Interval> {
    let low = match manufacturer {
        Some(Manufacturer::Beckman) => ferritin_ng_ml.low(),
        _ => beckman_from_roche_ng_ml(ferritin_ng_ml.low()),
    };
    let high = match manufacturer {
        Some(Manufacturer::Roche) => ferritin_ng_ml.high(),
        _ => roche_from_beckman_ng_ml(ferritin_ng_ml.high()),
    };
    Interval::new(low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_halves_the_doubt() {
        let at = |manufacturer| readings(Interval::exact(75.0).unwrap(), manufacturer).unwrap();
        assert!(
            at(Some(Manufacturer::Beckman)).low() >= 75.0 && at(Some(Manufacturer::Beckman)).high() > 120.0
        );
        assert!(at(Some(Manufacturer::Roche)).high() <= 75.0 && at(Some(Manufacturer::Roche)).low() < 45.0);
        assert!(at(Some(Manufacturer::Roche)).is_within(at(None)));
    }
}
