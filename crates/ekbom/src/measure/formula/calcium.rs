//! Albumin-adjusted calcium.
//!
//! Where it misleads, and the caller should keep the measured calcium:
//! - eGFR below [`LEAST_EGFR`]: the unadjusted value performed better there, and the adjustment gained nothing
//!   above it either (BMJ Open 2018);
//! - albumin above [`MOST_ALBUMIN_G_L`]: the adjustment is not meant for it (a note of openEHR).
//!
//! Rising in calcium, falling in albumin.

use crate::measure::interval::Interval;
use crate::source::Verification;

/// Source of both forms.
pub const SOURCE: &str = "CACORR";
/// Read on the pages that give the formula, and in the abstract of the study of its limits.
pub const VERIFICATION: Verification = Verification::Original;
/// eGFR in mL/min per 1.73 m2 below which calcium should not be adjusted.
pub const LEAST_EGFR: f64 = 60.0;
/// Albumin in g/L above which calcium should not be adjusted.
pub const MOST_ALBUMIN_G_L: f64 = 40.0;

const PER_G_L: f64 = 0.02;
const PER_G_DL: f64 = 0.8;
const REFERENCE_G_L: f64 = 40.0;
const REFERENCE_G_DL: f64 = 4.0;

/// Adjusted calcium in mmol/L, from calcium in mmol/L and albumin in g/L. Source CACORR, original.
///
/// ```
/// use ekbom::measure::formula::calcium::adjusted_mmol_l;
/// assert!((adjusted_mmol_l(2.20, 30.0) - 2.40).abs() < 1e-12);
/// ```
pub fn adjusted_mmol_l(calcium_mmol_l: f64, albumin_g_l: f64) -> f64 {
    calcium_mmol_l + PER_G_L * (REFERENCE_G_L - albumin_g_l)
}

/// The image of [`adjusted_mmol_l`]. Source CACORR, original.
///
/// ```
/// use ekbom::measure::formula::calcium::adjusted_mmol_l_interval;
/// use ekbom::measure::interval::Interval;
/// let albumin = Interval::new(30.0, 35.0).unwrap();
/// let calcium = adjusted_mmol_l_interval(Interval::exact(2.20).unwrap(), albumin).unwrap();
/// assert!(calcium.contains(2.35));
/// ```
pub fn adjusted_mmol_l_interval(calcium_mmol_l: Interval, albumin_g_l: Interval) -> Option<Interval> {
    Interval::new(
        adjusted_mmol_l(calcium_mmol_l.low(), albumin_g_l.high()),
        adjusted_mmol_l(calcium_mmol_l.high(), albumin_g_l.low()),
    )
}

/// Adjusted calcium in mg/dL, from calcium in mg/dL and albumin in g/dL. Source CACORR, original.
///
/// Not the other form in other units: 0.8 mg/dL per g/dL is 0.01996 mmol/L per g/L, where that one has 0.02.
///
/// ```
/// use ekbom::measure::formula::calcium::adjusted_mg_dl;
/// assert!((adjusted_mg_dl(8.6, 3.1) - 9.32).abs() < 1e-12);
/// ```
pub fn adjusted_mg_dl(calcium_mg_dl: f64, albumin_g_dl: f64) -> f64 {
    calcium_mg_dl + PER_G_DL * (REFERENCE_G_DL - albumin_g_dl)
}

/// The image of [`adjusted_mg_dl`]. Source CACORR, original.
///
/// ```
/// use ekbom::measure::formula::calcium::adjusted_mg_dl_interval;
/// use ekbom::measure::interval::Interval;
/// let [calcium, albumin] = [10.6, 4.0].map(|x| Interval::exact(x).unwrap());
/// assert_eq!(adjusted_mg_dl_interval(calcium, albumin), Some(calcium));
/// ```
pub fn adjusted_mg_dl_interval(calcium_mg_dl: Interval, albumin_g_dl: Interval) -> Option<Interval> {
    Interval::new(
        adjusted_mg_dl(calcium_mg_dl.low(), albumin_g_dl.high()),
        adjusted_mg_dl(calcium_mg_dl.high(), albumin_g_dl.low()),
    )
}
