//! Estimated glomerular filtration rate, in mL/min per 1.73 m2 (CKD-EPI).
//!
//! For people of 18 years or more who are not on dialysis: the caller sees to it. Results
//! are unrounded; categories are drawn on the unrounded value.
//!
//! Every equation falls as creatinine, cystatin C or age rises, so an interval's image runs from the value at
//! all high ends to the value at all low ends. Sex moves the equations in no one direction: they are
//! evaluated for each possible sex, and never for a mixture of both.
//!
//! Two mistakes are common in public code, and tests keep them away: the combined equation with the knots,
//! exponents and factor of the creatinine one; and the cystatin C equation with the exponents of the combined
//! one.

use libm::pow;

use super::{between, non_negative};
use crate::measure::interval::Interval;
use crate::source::Verification;

/// Source of the 2021 equations.
pub const SOURCE: &str = "INKER2021";
/// The creatinine equation was read at kidney.org, the combined one at egfr.app, both naming the paper.
pub const VERIFICATION: Verification = Verification::Original;
/// Source of the cystatin C equation of 2012.
pub const SOURCE_CYSTATIN: &str = "INKER2012";
/// Read in six concordant public implementations, not in the paper.
pub const VERIFICATION_CYSTATIN: Verification = Verification::Secondary;

/// The sex for which the equations have coefficients.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EgfrSex {
    /// Coefficients for women.
    Female,
    /// Coefficients for men.
    Male,
}

/// Creatinine in serum or plasma, in mg/dL: a number, or an interval of them. Of its own type, so that it is not taken for
/// the age.
///
/// ```
/// use ekbom::measure::formula::egfr::{AgeYears, CreatinineMgDl, EgfrSex, ckd_epi_2021};
/// assert!(ckd_epi_2021(CreatinineMgDl(0.9), AgeYears(55.0), EgfrSex::Female) > 75.0);
/// ```
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct CreatinineMgDl<V = f64>(pub V);

/// Cystatin C, in mg/L: a number, or an interval of them.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct CystatinMgL<V = f64>(pub V);

/// An age, in years: a number, or an interval of them.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct AgeYears<V = f64>(pub V);

/// A power law with a knot: `(x / knot)` to the power `below` up to the knot, to the power `above` beyond it.
#[derive(Clone, Copy)]
struct Marker {
    knot: f64,
    below: f64,
    above: f64,
}

impl Marker {
    /// The published `min(x/k, 1)^a * max(x/k, 1)^b`. One of the two factors is always one; asking which also
    /// keeps NaN: `min` and `max` would turn it into a healthy one.
    fn factor(self, x: f64) -> f64 {
        let ratio = x / self.knot;
        pow(ratio, if ratio <= 1.0 { self.below } else { self.above })
    }

    /// The value that has this factor.
    fn at_factor(self, factor: f64) -> f64 {
        self.knot * pow(factor, 1.0 / if factor >= 1.0 { self.below } else { self.above })
    }
}

/// The coefficients of one equation for one sex.
#[derive(Clone, Copy)]
struct Coefficients {
    scale: f64,
    creatinine: Option<Marker>,
    cystatin: Option<Marker>,
    per_year: f64,
    sex_factor: f64,
}

impl Coefficients {
    fn at(self, creatinine: f64, cystatin: f64, age: f64) -> f64 {
        let creatinine = self.creatinine.map_or(1.0, |marker| marker.factor(creatinine));
        let cystatin = self.cystatin.map_or(1.0, |marker| marker.factor(cystatin));
        self.scale * creatinine * cystatin * pow(self.per_year, age) * self.sex_factor
    }

    fn creatinine_2021(sex: EgfrSex) -> Self {
        let (knot, below, sex_factor) = match sex {
            EgfrSex::Female => (0.7, -0.241, 1.012),
            EgfrSex::Male => (0.9, -0.302, 1.0),
        };
        let creatinine = Some(Marker { knot, below, above: -1.200 });
        Self { scale: 142.0, creatinine, cystatin: None, per_year: 0.9938, sex_factor }
    }

    fn creatinine_cystatin_2021(sex: EgfrSex) -> Self {
        let (knot, below, sex_factor) = match sex {
            EgfrSex::Female => (0.7, -0.219, 0.963),
            EgfrSex::Male => (0.9, -0.144, 1.0),
        };
        let creatinine = Some(Marker { knot, below, above: -0.544 });
        let cystatin = Some(Marker { knot: 0.8, below: -0.323, above: -0.778 });
        Self { scale: 135.0, creatinine, cystatin, per_year: 0.9961, sex_factor }
    }

    fn cystatin_2012(sex: EgfrSex) -> Self {
        let sex_factor = match sex {
            EgfrSex::Female => 0.932,
            EgfrSex::Male => 1.0,
        };
        let cystatin = Some(Marker { knot: 0.8, below: -0.499, above: -1.328 });
        Self { scale: 133.0, creatinine: None, cystatin, per_year: 0.996, sex_factor }
    }
}

/// The creatinine in mg/dL at which [`ckd_epi_2021`] gives this eGFR, to within rounding: for looking on both sides of a
/// limit, never for deciding at it.
///
/// ```
/// use ekbom::measure::formula::egfr::{AgeYears, EgfrSex, ckd_epi_2021, creatinine_for_ckd_epi_2021};
/// let creatinine = creatinine_for_ckd_epi_2021(60.0, AgeYears(58.0), EgfrSex::Female);
/// assert!((ckd_epi_2021(creatinine, AgeYears(58.0), EgfrSex::Female) - 60.0).abs() < 1e-9);
/// ```
pub fn creatinine_for_ckd_epi_2021(egfr: f64, AgeYears(age_years): AgeYears, sex: EgfrSex) -> CreatinineMgDl {
    let equation = Coefficients::creatinine_2021(sex);
    let at_knot = equation.scale * pow(equation.per_year, age_years) * equation.sex_factor;
    CreatinineMgDl(equation.creatinine.map_or(f64::NAN, |marker| marker.at_factor(egfr / at_knot)))
}

/// The logarithm to base 2 of [`ckd_epi_2021`], as a broken line: one logarithm and two products for each of many
/// people. Source INKER2021, original.
///
/// ```
/// use ekbom::measure::formula::egfr::{AgeYears, CreatinineMgDl, EgfrSex, ckd_epi_2021, ckd_epi_2021_log2};
/// let line = ckd_epi_2021_log2(EgfrSex::Female);
/// let log2 = line.scale + line.above * (0.9f64.log2() - line.knot) + line.per_year * 55.0;
/// assert!((log2 - ckd_epi_2021(CreatinineMgDl(0.9), AgeYears(55.0), EgfrSex::Female).log2()).abs() < 1e-12);
/// ```
pub fn ckd_epi_2021_log2(sex: EgfrSex) -> Log2Line {
    let own = Coefficients::creatinine_2021(sex);
    let marker = own.creatinine.unwrap_or(Marker { knot: 1.0, below: 0.0, above: 0.0 });
    Log2Line {
        scale: libm::log2(own.scale * own.sex_factor),
        knot: libm::log2(marker.knot),
        below: marker.below,
        above: marker.above,
        per_year: libm::log2(own.per_year),
    }
}

/// A power law in logarithms: `scale + slope * (log2 x - knot) + per_year * age`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Log2Line {
    /// The value at the knot and at age zero.
    pub scale: f64,
    /// Where the slope changes.
    pub knot: f64,
    /// The slope up to the knot.
    pub below: f64,
    /// The slope beyond it.
    pub above: f64,
    /// What each year adds.
    pub per_year: f64,
}

/// The equations were made from this age on, in years.
pub const FROM_AGE: f64 = 18.0;

/// Lower limits of the categories of eGFR, in mL/min/1.73 m2.
const CATEGORIES: [f64; 5] = [90.0, 60.0, 45.0, 30.0, 15.0];

/// Do two eGFRs lie three categories or more apart? Less is another equation, or cystatin C. Derived: for asking, never for
/// answering.
///
/// ```
/// use ekbom::measure::formula::egfr::far_apart;
/// assert!(far_apart(45.0, 5.0));
/// assert!(!far_apart(75.0, 41.0));
/// ```
pub fn far_apart(one: f64, other: f64) -> bool {
    let category = |egfr: f64| CATEGORIES.iter().filter(|limit| egfr < **limit).count();
    category(one).abs_diff(category(other)) >= 3
}

/// Is an eGFR that of nobody on dialysis? From 60 mL/min/1.73 m2 on. Derived: for asking, never for answering.
///
/// ```
/// use ekbom::measure::formula::egfr::too_good_for_dialysis;
/// assert!(too_good_for_dialysis(60.0) && !too_good_for_dialysis(59.9));
/// ```
pub const fn too_good_for_dialysis(egfr: f64) -> bool {
    const HEALTHY_ENOUGH: f64 = 60.0;
    egfr >= HEALTHY_ENOUGH
}

/// eGFR from creatinine in mg/dL and age in years: CKD-EPI 2021. Source INKER2021, original.
///
/// NaN for a negative creatinine; infinite for none.
///
/// ```
/// use ekbom::measure::formula::egfr::{AgeYears, CreatinineMgDl, EgfrSex, ckd_epi_2021};
/// let egfr = ckd_epi_2021(CreatinineMgDl(0.9), AgeYears(55.0), EgfrSex::Female);
/// assert!((egfr - 75.50).abs() < 0.005);
/// ```
pub fn ckd_epi_2021(creatinine: CreatinineMgDl, age: AgeYears, sex: EgfrSex) -> f64 {
    Coefficients::creatinine_2021(sex).at(creatinine.0, 0.0, age.0)
}

/// The image of [`ckd_epi_2021`]: falling in creatinine and in age. Source INKER2021, original.
///
/// ```
/// use ekbom::measure::formula::egfr::{AgeYears, CreatinineMgDl, EgfrSex, ckd_epi_2021_interval};
/// use ekbom::measure::interval::Interval;
/// let creatinine = Interval::new(0.9, 1.1).unwrap();
/// let egfr = ckd_epi_2021_interval(CreatinineMgDl(creatinine), AgeYears(Interval::exact(55.0).unwrap()), EgfrSex::Female).unwrap();
/// assert!(egfr.low() > 59.0 && egfr.high() < 76.0);
/// ```
pub fn ckd_epi_2021_interval(
    creatinine: CreatinineMgDl<Interval>,
    age: AgeYears<Interval>,
    sex: EgfrSex,
) -> Option<Interval> {
    let (creatinine, age) = (non_negative(creatinine.0)?, non_negative(age.0)?);
    between(
        ckd_epi_2021(CreatinineMgDl(creatinine.high()), AgeYears(age.high()), sex),
        ckd_epi_2021(CreatinineMgDl(creatinine.low()), AgeYears(age.low()), sex),
    )
}

/// eGFR from creatinine in mg/dL, cystatin C in mg/L and age in years: CKD-EPI 2021, combined.
/// Source INKER2021, original.
///
/// ```
/// use ekbom::measure::formula::egfr::{AgeYears, CreatinineMgDl, CystatinMgL, EgfrSex, ckd_epi_2021_creatinine_cystatin};
/// let (creatinine, cystatin) = (CreatinineMgDl(0.9), CystatinMgL(0.9));
/// let egfr = ckd_epi_2021_creatinine_cystatin(creatinine, cystatin, AgeYears(55.0), EgfrSex::Female);
/// assert!((egfr - 83.45).abs() < 0.005);
/// ```
pub fn ckd_epi_2021_creatinine_cystatin(
    creatinine: CreatinineMgDl,
    cystatin: CystatinMgL,
    age: AgeYears,
    sex: EgfrSex,
) -> f64 {
    Coefficients::creatinine_cystatin_2021(sex).at(creatinine.0, cystatin.0, age.0)
}

/// The image of [`ckd_epi_2021_creatinine_cystatin`]: falling in creatinine, cystatin C and age.
/// Source INKER2021, original.
///
/// ```
/// use ekbom::measure::formula::egfr::{
///     AgeYears, CreatinineMgDl, CystatinMgL, EgfrSex, ckd_epi_2021_creatinine_cystatin_interval,
/// };
/// use ekbom::measure::interval::Interval;
/// let [one, age] = [1.0, 50.0].map(|x| Interval::exact(x).unwrap());
/// let egfr = ckd_epi_2021_creatinine_cystatin_interval(CreatinineMgDl(one), CystatinMgL(one), AgeYears(age), EgfrSex::Male).unwrap();
/// assert!((egfr.value().unwrap() - 88.14).abs() < 0.005);
/// ```
pub fn ckd_epi_2021_creatinine_cystatin_interval(
    creatinine: CreatinineMgDl<Interval>,
    cystatin: CystatinMgL<Interval>,
    age: AgeYears<Interval>,
    sex: EgfrSex,
) -> Option<Interval> {
    let creatinine = non_negative(creatinine.0)?;
    let cystatin = non_negative(cystatin.0)?;
    let age = non_negative(age.0)?;
    let at = |creatinine, cystatin, age| {
        let (creatinine, cystatin) = (CreatinineMgDl(creatinine), CystatinMgL(cystatin));
        ckd_epi_2021_creatinine_cystatin(creatinine, cystatin, AgeYears(age), sex)
    };
    between(
        at(creatinine.high(), cystatin.high(), age.high()),
        at(creatinine.low(), cystatin.low(), age.low()),
    )
}

/// eGFR from cystatin C in mg/L and age in years: CKD-EPI 2012. Source INKER2012, secondary.
///
/// ```
/// use ekbom::measure::formula::egfr::{AgeYears, CystatinMgL, EgfrSex, ckd_epi_2012_cystatin};
/// let egfr = ckd_epi_2012_cystatin(CystatinMgL(0.9), AgeYears(55.0), EgfrSex::Female);
/// assert!((egfr - 85.04).abs() < 0.005);
/// ```
pub fn ckd_epi_2012_cystatin(cystatin: CystatinMgL, age: AgeYears, sex: EgfrSex) -> f64 {
    Coefficients::cystatin_2012(sex).at(0.0, cystatin.0, age.0)
}

/// The image of [`ckd_epi_2012_cystatin`]: falling in cystatin C and in age. Source INKER2012, secondary.
///
/// ```
/// use ekbom::measure::formula::egfr::{AgeYears, CystatinMgL, EgfrSex, ckd_epi_2012_cystatin_interval};
/// use ekbom::measure::interval::Interval;
/// let above_three = Interval::new(Interval::just_above(3.0), f64::INFINITY).unwrap();
/// let age = AgeYears(Interval::exact(60.0).unwrap());
/// let egfr = ckd_epi_2012_cystatin_interval(CystatinMgL(above_three), age, EgfrSex::Female);
/// assert!(egfr.unwrap().high() < 16.86);
/// ```
pub fn ckd_epi_2012_cystatin_interval(
    cystatin: CystatinMgL<Interval>,
    age: AgeYears<Interval>,
    sex: EgfrSex,
) -> Option<Interval> {
    let (cystatin, age) = (non_negative(cystatin.0)?, non_negative(age.0)?);
    between(
        ckd_epi_2012_cystatin(CystatinMgL(cystatin.high()), AgeYears(age.high()), sex),
        ckd_epi_2012_cystatin(CystatinMgL(cystatin.low()), AgeYears(age.low()), sex),
    )
}

#[cfg(test)]
mod tests {
    use super::{
        AgeYears, CreatinineMgDl, CystatinMgL, EgfrSex, ckd_epi_2012_cystatin, ckd_epi_2021,
        ckd_epi_2021_creatinine_cystatin,
    };

    #[test]
    fn what_is_no_number_never_looks_healthy() {
        for sex in [EgfrSex::Female, EgfrSex::Male] {
            for bad in [f64::NAN, -1.0] {
                let (creatinine, cystatin) = (CreatinineMgDl(bad), CystatinMgL(bad));
                let (one, other, age) = (CreatinineMgDl(1.0), CystatinMgL(1.0), AgeYears(50.0));
                assert!(ckd_epi_2021(creatinine, age, sex).is_nan());
                assert!(ckd_epi_2012_cystatin(cystatin, age, sex).is_nan());
                assert!(ckd_epi_2021_creatinine_cystatin(creatinine, other, age, sex).is_nan());
                assert!(ckd_epi_2021_creatinine_cystatin(one, cystatin, age, sex).is_nan());
            }
            assert!(ckd_epi_2021(CreatinineMgDl(1.0), AgeYears(f64::NAN), sex).is_nan());
        }
    }
}
