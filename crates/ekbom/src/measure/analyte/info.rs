//! What the catalogue holds of each analyte.

use serde::Serialize;

use super::Scale;
use crate::measure::unit::Unit;
use crate::source::Verification;

/// What is known of an analyte: names, units, limits, variation.
///
/// ```
/// use ekbom::measure::analyte::Analyte;
/// use ekbom::measure::unit::Unit;
/// let info = Analyte::Haemoglobin.info();
/// assert_eq!((info.canonical, info.conventional), (Unit::GPerL, Unit::GPerDl));
/// assert!(info.hard.contains(14.0), "a man with 14 g/L lived");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct AnalyteInfo {
    /// Stable id, as in a patient's `analyte`.
    pub id: &'static str,
    /// English name.
    pub name: &'static str,
    /// A measured amount, or a yes and no.
    pub kind: AnalyteKind,
    /// LOINC codes that could be verified; empty where none could.
    pub loinc: &'static [Loinc],
    /// The unit of the limits below, and of every value inside the library.
    pub canonical: Unit,
    /// The unit usual in the United States.
    pub conventional: Unit,
    /// The unit usual elsewhere.
    pub si: Unit,
    /// Every unit accepted, the conventional one first.
    pub units: &'static [Accepted],
    /// Values outside are refused (canonical unit).
    pub hard: Limits,
    /// Ordinary values (canonical unit). Others are taken and flagged, or asked about where the same number would be
    /// ordinary in a unit that is known to be confused with the one typed; then the caller confirms them. `None`: no such
    /// tier.
    pub confirm: Option<Limits>,
    /// The side on which no value is strange.
    pub hazard: Hazard,
    /// Units in which one and the same number is credible, so that none may be assumed when it is not stated.
    pub inseparable: &'static [Unit],
    /// Variation of a result, where it is known.
    pub variation: Option<Variation>,
    /// A usual interval in adults, for reading; no rule reads it, and the laboratory's own comes first.
    pub interval: &'static str,
    /// Where the interval comes from; empty where there is nothing to cite.
    pub interval_source: &'static str,
    /// What else to know; may be empty.
    pub note: &'static str,
}

/// Is it an amount, or a yes and no?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum AnalyteKind {
    /// A measured amount.
    Quantity,
    /// Present or absent: 1 or 0.
    Qualitative,
}

/// A LOINC code for an analyte.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Loinc {
    /// The code, with its check digit.
    pub code: &'static str,
    /// What it measures, in short.
    pub property: &'static str,
    /// Where the code was seen to mean this.
    pub verified_by: &'static str,
}

/// A unit that an analyte is accepted in.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Accepted {
    /// The unit.
    pub unit: Unit,
    /// How its values become canonical ones.
    pub scale: Scale,
}

/// A range of values, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Limits {
    /// The smallest value inside.
    pub low: f64,
    /// The largest value inside.
    pub high: f64,
}

impl Limits {
    /// Is the value inside? NaN never is.
    pub const fn contains(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
}

/// The side on which a strange value is never held back for confirmation, because whatever it may really be
/// points to a danger: it is accepted, flagged, and still stops what it must stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Hazard {
    /// Neither side.
    None,
    /// Low values. Copper: deficiency mimics the myelopathy of B12 deficiency, and values below 10 ug/dL are
    /// real. UIBC: zero is real in iron overload.
    Low,
    /// High values. Transferrin saturation: above 100 % is real in iron poisoning and after intravenous iron,
    /// and to refuse it would throw away the very fact that must stop iron.
    High,
}

/// How much a result varies with no change of state: coefficients of variation in per cent.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Variation {
    /// Of the measurement; `None` where the source gives none.
    pub analytical_cv_percent: Option<f64>,
    /// Within one person.
    pub within_person_cv_percent: f64,
    /// Id of the source in the [bibliography](crate::source::BIBLIOGRAPHY).
    pub source: &'static str,
    /// How far it was checked; the weaker of the two coefficients counts.
    pub verification: Verification,
}

/// Can a value be true?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Plausibility {
    /// As results are.
    Plausible,
    /// Seldom, and of no unit that is known to be confused with this one: taken and flagged.
    Extreme,
    /// Possible, but more often a wrong unit or a slip: needs confirmation.
    Unlikely,
    /// Beyond what has been seen in people: refused.
    Impossible,
}
