//! HbA1c between NGSP (%) and IFCC (mmol/mol).
//!
//! The NGSP's own equation, 0.09148 and 2.152. The IFCC's site prints a shorter one (0.0915 and 2.15); the
//! two differ by a few hundredths of a mmol/mol. Limits that are printed in both units are compared in the
//! unit of the report, never converted: 47.6 mmol/mol is 6.506 %, over 6.5 % and under 48 mmol/mol.
//!
//! Rising in both directions.

use crate::measure::interval::Interval;
use crate::source::Verification;

/// Source of the equation.
pub const SOURCE: &str = "NGSP";
/// Read on the NGSP's page.
pub const VERIFICATION: Verification = Verification::Original;

const SLOPE: f64 = 0.09148;
const INTERCEPT: f64 = 2.152;

/// HbA1c in % (NGSP) from mmol/mol (IFCC). Source NGSP, original.
///
/// ```
/// use ekbom::measure::formula::hba1c::ngsp_percent;
/// assert!((ngsp_percent(48.0) - 6.543).abs() < 0.0005);
/// ```
pub fn ngsp_percent(ifcc_mmol_mol: f64) -> f64 {
    SLOPE * ifcc_mmol_mol + INTERCEPT
}

/// The image of [`ngsp_percent`]. Source NGSP, original.
///
/// ```
/// use ekbom::measure::formula::hba1c::ngsp_percent_interval;
/// use ekbom::measure::interval::Interval;
/// let percent = ngsp_percent_interval(Interval::new(42.0, 48.0).unwrap()).unwrap();
/// assert!(percent.contains(6.0) && !percent.contains(6.6));
/// ```
pub fn ngsp_percent_interval(ifcc_mmol_mol: Interval) -> Option<Interval> {
    ifcc_mmol_mol.map_rising(ngsp_percent)
}

/// HbA1c in mmol/mol (IFCC) from % (NGSP): the same equation, solved. Below 2.152 % it would be negative.
/// Source NGSP, original.
///
/// ```
/// use ekbom::measure::formula::hba1c::ifcc_mmol_mol;
/// assert!((ifcc_mmol_mol(6.5) - 47.530).abs() < 0.0005);
/// ```
pub fn ifcc_mmol_mol(ngsp_percent: f64) -> f64 {
    (ngsp_percent - INTERCEPT) / SLOPE
}

/// The image of [`ifcc_mmol_mol`]. Source NGSP, original.
///
/// ```
/// use ekbom::measure::formula::hba1c::ifcc_mmol_mol_interval;
/// use ekbom::measure::interval::Interval;
/// let below_five = Interval::new(4.0, Interval::just_below(5.0)).unwrap();
/// assert!(ifcc_mmol_mol_interval(below_five).unwrap().high() < 31.2);
/// ```
pub fn ifcc_mmol_mol_interval(ngsp_percent: Interval) -> Option<Interval> {
    ngsp_percent.map_rising(ifcc_mmol_mol)
}
