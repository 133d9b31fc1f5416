//! How far a single result may stand from the person's usual value, and when two results differ.
//!
//! Variation is log-normal: `sigma = sqrt(ln(1 + CVa^2 + CVi^2))`, with the analytical (CVa) and
//! within-person (CVi) coefficients added first and then carried into logarithms. This is the form that gives
//! the checked intervals (ferritin 75 with 5 and 14.5 %: 55.6 to 101.1; B12 350 with 7.5 and 8.6 %: 280.1 to
//! 437.4); adding two logarithms, `ln(1 + CVa^2) + ln(1 + CVi^2)`, gives 101.2 and 280.0 to 437.6. A
//! log-normal interval is the same in both directions: a limit lies in the result's interval exactly when the
//! result lies in the limit's.
//!
//! `z` is always the caller's: 1.96 for 95 % two-sided ([`Z_95`]), 1.645 for 95 % one-sided, which is what
//! one of the published series used.

use libm::{exp, log1p, sqrt};

use crate::measure::interval::Interval;
use crate::source::Verification;

/// A source that uses the log-normal form; that of the coefficients stands in the catalogue of analytes.
pub const SOURCE: &str = "BVMMA2019";
/// Which of the log-normal forms was worked out from published intervals.
pub const VERIFICATION: Verification = Verification::Derived;
/// Standard normal quantile for 95 %, two-sided.
pub const Z_95: f64 = 1.96;

/// The two coefficients of variation of an analyte, in %.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CvPercent {
    /// Of the measurement (CVa), %.
    pub analytical_percent: f64,
    /// Of the person from day to day (CVi), %.
    pub within_person_percent: f64,
}

impl CvPercent {
    /// The sum of the squares, as fractions.
    fn squares(self) -> f64 {
        let (analytical, within) = (self.analytical_percent / 100.0, self.within_person_percent / 100.0);
        analytical * analytical + within * within
    }

    /// Standard deviation of the logarithm of a result. Derived.
    ///
    /// ```
    /// use ekbom::measure::formula::variation::CvPercent;
    /// let ferritin = CvPercent { analytical_percent: 3.5, within_person_percent: 16.9 };
    /// assert!((ferritin.sigma() - 0.17132).abs() < 0.00001);
    /// ```
    pub fn sigma(self) -> f64 {
        sqrt(log1p(self.squares()))
    }
}

/// Where the person's usual value may lie, given one result: `value * exp(-z sigma)` to `value * exp(z
/// sigma)`. `None` for a negative or NaN value. Derived.
///
/// ```
/// use ekbom::measure::formula::variation::{CvPercent, Z_95, interval_of_result};
/// let tsat = CvPercent { analytical_percent: 3.0, within_person_percent: 28.0 };
/// let usual = interval_of_result(20.0, tsat, Z_95).unwrap();
/// assert!((usual.low() - 11.6).abs() < 0.05 && (usual.high() - 34.4).abs() < 0.05);
/// ```
pub fn interval_of_result(value: f64, variation: CvPercent, z: f64) -> Option<Interval> {
    interval_of_interval(Interval::exact(value)?, variation, z)
}

/// The union of [`interval_of_result`] over an interval of results: both ends rise with the result. Derived.
///
/// ```
/// use ekbom::measure::formula::variation::{CvPercent, Z_95, interval_of_interval};
/// use ekbom::measure::interval::Interval;
/// let b12 = CvPercent { analytical_percent: 7.5, within_person_percent: 8.6 };
/// let usual = interval_of_interval(Interval::new(0.0, 180.0).unwrap(), b12, Z_95).unwrap();
/// assert!(usual.low() <= 0.0 && (usual.high() - 225.0).abs() < 0.05);
/// ```
pub fn interval_of_interval(result: Interval, variation: CvPercent, z: f64) -> Option<Interval> {
    let result = super::non_negative(result)?;
    let spread = z * variation.sigma();
    Interval::new(result.low() * exp(-spread), result.high() * exp(spread))
}

/// The change between two results that variation alone would rarely make, in % of the first, the same up and
/// down: `sqrt(2) z sqrt(CVa^2 + CVi^2)`. Source COKLUK2021 prints values of this form with z 1.96
/// (original).
///
/// ```
/// use ekbom::measure::formula::variation::{CvPercent, Z_95, reference_change_symmetric_percent};
/// let ferritin = CvPercent { analytical_percent: 2.27, within_person_percent: 6.21 };
/// assert!((reference_change_symmetric_percent(ferritin, Z_95) - 18.3).abs() < 0.05);
/// ```
pub fn reference_change_symmetric_percent(variation: CvPercent, z: f64) -> f64 {
    100.0 * z * sqrt(2.0 * variation.squares())
}

/// The change between two results that variation alone would rarely make, in % of the first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReferenceChange {
    /// The fall, negative, %.
    pub fall_percent: f64,
    /// The rise, positive, %; larger than the fall.
    pub rise_percent: f64,
}

/// The log-normal reference change: `exp(-+ z sqrt(2) sigma) - 1`. Source BVMMA2019 prints values of this
/// form, which fit z 1.645 (derived).
///
/// ```
/// use ekbom::measure::formula::variation::{CvPercent, reference_change_log_normal};
/// let mma = CvPercent { analytical_percent: 4.0, within_person_percent: 7.2 };
/// let change = reference_change_log_normal(mma, 1.645);
/// assert!((change.fall_percent + 17.4).abs() < 0.1 && (change.rise_percent - 21.1).abs() < 0.1);
/// ```
pub fn reference_change_log_normal(variation: CvPercent, z: f64) -> ReferenceChange {
    let spread = z * sqrt(2.0) * variation.sigma();
    ReferenceChange { fall_percent: 100.0 * libm::expm1(-spread), rise_percent: 100.0 * libm::expm1(spread) }
}
