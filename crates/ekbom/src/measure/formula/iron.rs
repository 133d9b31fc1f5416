//! Transferrin saturation (TSAT) and total iron-binding capacity (TIBC).
//!
//! TSAT needs iron and TIBC in the same unit, whichever it is, from the same day's sample. It rises with iron
//! and falls as TIBC or UIBC rises.

use serde::{Deserialize, Serialize};

use super::{between, non_negative};
use crate::measure::analyte::Analyte;
use crate::measure::interval::{Interval, settled};
use crate::measure::unit::Unit;
use crate::source::Verification;

/// Source of the ratio and of the factor 25.1.
pub const SOURCE: &str = "IRONTAB";
/// The ratio was read, the factor computed; they stand together, and the weaker counts.
pub const VERIFICATION: Verification = Verification::Derived;

/// From what transferrin saturation is computed.
pub const SATURATION_FROM: [Analyte; 4] = [Analyte::Iron, Analyte::Tibc, Analyte::Uibc, Analyte::Transferrin];

/// Turns a factor in ug/dL per mg/dL into one in umol/L per g/L: 55.845 g/mol is the molar mass of iron.
const MOLAR_PER_MASS: f64 = 1000.0 / 55.845;

/// Transferrin saturation in %: iron over TIBC, both in one unit. Source IRONTAB, derived.
///
/// Multiplied before it is divided, so that 30 and 150 are exactly 20 and not 19.999999999999996.
///
/// ```
/// use ekbom::measure::formula::iron::tsat_percent;
/// assert_eq!(tsat_percent(30.0, 150.0), 20.0);
/// ```
pub fn tsat_percent(iron: f64, tibc: f64) -> f64 {
    (100.0 * iron) / tibc
}

/// An end of an image: settled as a number would be, but where it came from an end just beside a printed number, which
/// `< 40` has, it stays beside what that number would give.
fn settled_end(image: f64, from: [f64; 2]) -> f64 {
    let beside = from.into_iter().any(|end| settled(end).to_bits() != end.to_bits());
    if beside { image } else { settled(image) }
}

/// The image of [`tsat_percent`]: rising in iron, falling in TIBC. Source IRONTAB, derived. Its ends are
/// [`settled`], unless they are open.
///
/// ```
/// use ekbom::measure::formula::iron::tsat_percent_interval;
/// use ekbom::measure::interval::Interval;
/// let iron = Interval::new(0.0, Interval::just_below(30.0)).unwrap();
/// let tsat = tsat_percent_interval(iron, Interval::exact(150.0).unwrap()).unwrap();
/// assert!(tsat.contains(19.9) && !tsat.contains(20.0));
/// ```
pub fn tsat_percent_interval(iron: Interval, tibc: Interval) -> Option<Interval> {
    let (iron, tibc) = (non_negative(iron)?, non_negative(tibc)?);
    if let (Some(iron), Some(tibc)) = (iron.value(), tibc.value()) {
        return Interval::exact(settled(tsat_percent(iron, tibc)));
    }
    let end = |iron: f64, tibc: f64| settled_end(tsat_percent(iron, tibc), [iron, tibc]);
    Interval::new(end(iron.low(), tibc.high()), end(iron.high(), tibc.low()))
}

/// TIBC from iron and the unsaturated capacity (UIBC), all in one unit. Source IRONTAB, derived.
///
/// ```
/// use ekbom::measure::formula::iron::tibc_from_uibc;
/// assert_eq!(tibc_from_uibc(65.0, 285.0), 350.0);
/// ```
pub fn tibc_from_uibc(iron: f64, uibc: f64) -> f64 {
    iron + uibc
}

/// The image of [`tibc_from_uibc`]: rising in both. Source IRONTAB, derived.
///
/// For TSAT use [`tsat_percent_from_uibc_interval`]: iron is in its numerator and in its denominator, and
/// going through this interval would forget that they are the same iron.
///
/// ```
/// use ekbom::measure::formula::iron::tibc_from_uibc_interval;
/// use ekbom::measure::interval::Interval;
/// let (iron, uibc) = (Interval::new(60.0, 70.0).unwrap(), Interval::exact(280.0).unwrap());
/// assert_eq!(tibc_from_uibc_interval(iron, uibc), Interval::new(340.0, 350.0));
/// ```
pub fn tibc_from_uibc_interval(iron: Interval, uibc: Interval) -> Option<Interval> {
    Interval::new(tibc_from_uibc(iron.low(), uibc.low()), tibc_from_uibc(iron.high(), uibc.high()))
}

/// Transferrin saturation in % from iron and UIBC, both in one unit. Source IRONTAB, derived.
///
/// ```
/// use ekbom::measure::formula::iron::tsat_percent_from_uibc;
/// assert_eq!(tsat_percent_from_uibc(30.0, 120.0), 20.0);
/// ```
pub fn tsat_percent_from_uibc(iron: f64, uibc: f64) -> f64 {
    tsat_percent(iron, tibc_from_uibc(iron, uibc))
}

/// The image of [`tsat_percent_from_uibc`]: rising in iron, falling in UIBC. Source IRONTAB, derived. Its ends
/// are [`settled`], unless they are open.
///
/// ```
/// use ekbom::measure::formula::iron::tsat_percent_from_uibc_interval;
/// use ekbom::measure::interval::Interval;
/// let (iron, uibc) = (Interval::new(0.0, 100.0).unwrap(), Interval::exact(100.0).unwrap());
/// assert_eq!(tsat_percent_from_uibc_interval(iron, uibc), Interval::new(0.0, 50.0));
/// ```
pub fn tsat_percent_from_uibc_interval(iron: Interval, uibc: Interval) -> Option<Interval> {
    let (iron, uibc) = (non_negative(iron)?, non_negative(uibc)?);
    if let (Some(iron), Some(uibc)) = (iron.value(), uibc.value()) {
        return Interval::exact(settled(tsat_percent_from_uibc(iron, uibc)));
    }
    let end = |iron: f64, uibc: f64| settled_end(tsat_percent_from_uibc(iron, uibc), [iron, uibc]);
    // Iron without a limit saturates whatever there is.
    let saturated = iron.high() >= f64::INFINITY;
    let high = if saturated { 100.0 } else { end(iron.high(), uibc.low()) };
    between(end(iron.low(), uibc.high()), high)
}

/// How much iron transferrin binds: laboratories use several factors, and the choice can cross a limit.
///
/// Iron 65 ug/dL with transferrin 250 mg/dL is a TSAT of 20.8 % by 1.25, 20.5 % by 1.27, 18.5 % by 25.1, 18.5
/// % by 1.404, 18.2 % by 1.43 and 17.9 % by 1.45: above or below 20 %. A factor is therefore always named.
///
/// ```
/// use ekbom::measure::formula::iron::{TransferrinFactor, tibc_ug_dl_from_transferrin, tsat_percent};
/// let tsat = |factor| tsat_percent(65.0, tibc_ug_dl_from_transferrin(250.0, factor));
/// assert!(tsat(TransferrinFactor::Mass1_25) > 20.0);
/// assert!(tsat(TransferrinFactor::default()) < 20.0);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum TransferrinFactor {
    /// 25.1 umol/L per g/L: two atoms of iron on a molecule of 79,570 g/mol (25.14), as commonly shortened.
    /// Source IRONTAB with a computation.
    #[default]
    #[serde(rename = "molar_25_1")]
    Molar25_1,
    /// 1.25 ug/dL per mg/dL, or 22.4 umol/L per g/L; implies 89,352 g/mol. In use; no source read.
    #[serde(rename = "mass_1_25")]
    Mass1_25,
    /// 1.27 ug/dL per mg/dL, or 22.7 umol/L per g/L; implies 87,945 g/mol. In use; no source read.
    #[serde(rename = "mass_1_27")]
    Mass1_27,
    /// 1.404 ug/dL per mg/dL, or 25.14 umol/L per g/L: two atoms on 79,570 g/mol, not shortened. Computed.
    #[serde(rename = "mass_1_404")]
    Mass1_404,
    /// 1.43 ug/dL per mg/dL, or 25.6 umol/L per g/L; implies 78,105 g/mol. In use; no source read.
    #[serde(rename = "mass_1_43")]
    Mass1_43,
    /// 1.45 ug/dL per mg/dL, or 26.0 umol/L per g/L; implies 77,028 g/mol. In use; no source read.
    #[serde(rename = "mass_1_45")]
    Mass1_45,
}

impl TransferrinFactor {
    /// Every factor, the default first.
    pub const ALL: [Self; 6] =
        [Self::Molar25_1, Self::Mass1_25, Self::Mass1_27, Self::Mass1_404, Self::Mass1_43, Self::Mass1_45];

    /// The stable code.
    ///
    /// ```
    /// use ekbom::measure::formula::iron::TransferrinFactor;
    /// assert_eq!(TransferrinFactor::default().code(), "molar_25_1");
    /// ```
    pub const fn code(self) -> &'static str {
        match self {
            Self::Molar25_1 => "molar_25_1",
            Self::Mass1_25 => "mass_1_25",
            Self::Mass1_27 => "mass_1_27",
            Self::Mass1_404 => "mass_1_404",
            Self::Mass1_43 => "mass_1_43",
            Self::Mass1_45 => "mass_1_45",
        }
    }

    /// TIBC in umol/L per transferrin in g/L.
    ///
    /// ```
    /// use ekbom::measure::formula::iron::TransferrinFactor;
    /// assert!((TransferrinFactor::Mass1_404.umol_l_per_g_l() - 25.14).abs() < 0.005);
    /// ```
    pub const fn umol_l_per_g_l(self) -> f64 {
        match self {
            Self::Molar25_1 => 25.1,
            Self::Mass1_25 => 1.25 * MOLAR_PER_MASS,
            Self::Mass1_27 => 1.27 * MOLAR_PER_MASS,
            Self::Mass1_404 => 1.404 * MOLAR_PER_MASS,
            Self::Mass1_43 => 1.43 * MOLAR_PER_MASS,
            Self::Mass1_45 => 1.45 * MOLAR_PER_MASS,
        }
    }

    /// TIBC in ug/dL per transferrin in mg/dL.
    ///
    /// ```
    /// use ekbom::measure::formula::iron::TransferrinFactor;
    /// assert_eq!(TransferrinFactor::Mass1_43.ug_dl_per_mg_dl(), 1.43);
    /// ```
    pub const fn ug_dl_per_mg_dl(self) -> f64 {
        match self {
            Self::Molar25_1 => 25.1 / MOLAR_PER_MASS,
            Self::Mass1_25 => 1.25,
            Self::Mass1_27 => 1.27,
            Self::Mass1_404 => 1.404,
            Self::Mass1_43 => 1.43,
            Self::Mass1_45 => 1.45,
        }
    }

    /// How far the factor was checked: the computed ones are derived, the others were only seen named.
    ///
    /// ```
    /// use ekbom::{measure::formula::iron::TransferrinFactor, source::Verification};
    /// assert_eq!(TransferrinFactor::Mass1_25.verification(), Verification::Unverified);
    /// ```
    pub const fn verification(self) -> Verification {
        match self {
            Self::Molar25_1 | Self::Mass1_404 => Verification::Derived,
            Self::Mass1_25 | Self::Mass1_27 | Self::Mass1_43 | Self::Mass1_45 => Verification::Unverified,
        }
    }
}

/// TIBC in umol/L from transferrin in g/L. Verification of the factor: [`TransferrinFactor::verification`].
///
/// ```
/// use ekbom::measure::formula::iron::{TransferrinFactor, tibc_umol_l_from_transferrin};
/// assert_eq!(tibc_umol_l_from_transferrin(2.5, TransferrinFactor::default()), 62.75);
/// ```
pub fn tibc_umol_l_from_transferrin(transferrin_g_l: f64, factor: TransferrinFactor) -> f64 {
    factor.umol_l_per_g_l() * transferrin_g_l
}

/// The image of [`tibc_umol_l_from_transferrin`]: rising.
///
/// ```
/// use ekbom::measure::formula::iron::{TransferrinFactor, tibc_umol_l_from_transferrin_interval};
/// use ekbom::measure::interval::Interval;
/// let transferrin = Interval::new(2.0, 3.0).unwrap();
/// let tibc = tibc_umol_l_from_transferrin_interval(transferrin, TransferrinFactor::default());
/// assert!(tibc.unwrap().contains(62.75));
/// ```
pub fn tibc_umol_l_from_transferrin_interval(
    transferrin_g_l: Interval,
    factor: TransferrinFactor,
) -> Option<Interval> {
    transferrin_g_l.map_rising(|x| tibc_umol_l_from_transferrin(x, factor))
}

/// TIBC in ug/dL from transferrin in mg/dL. Verification of the factor: [`TransferrinFactor::verification`].
///
/// ```
/// use ekbom::measure::formula::iron::{TransferrinFactor, tibc_ug_dl_from_transferrin};
/// assert_eq!(tibc_ug_dl_from_transferrin(200.0, TransferrinFactor::Mass1_25), 250.0);
/// ```
pub fn tibc_ug_dl_from_transferrin(transferrin_mg_dl: f64, factor: TransferrinFactor) -> f64 {
    factor.ug_dl_per_mg_dl() * transferrin_mg_dl
}

/// The image of [`tibc_ug_dl_from_transferrin`]: rising.
///
/// ```
/// use ekbom::measure::formula::iron::{TransferrinFactor, tibc_ug_dl_from_transferrin_interval};
/// use ekbom::measure::interval::Interval;
/// let transferrin = Interval::new(200.0, 300.0).unwrap();
/// let tibc = tibc_ug_dl_from_transferrin_interval(transferrin, TransferrinFactor::Mass1_25);
/// assert_eq!(tibc, Interval::new(250.0, 375.0));
/// ```
pub fn tibc_ug_dl_from_transferrin_interval(
    transferrin_mg_dl: Interval,
    factor: TransferrinFactor,
) -> Option<Interval> {
    transferrin_mg_dl.map_rising(|x| tibc_ug_dl_from_transferrin(x, factor))
}
/// Saturations of one day that differ by more than this many percentage points disagree.
const MOST_APART: f64 = 5.0;
/// And so do those that differ by more than this, with a limit of treatment between them.
const MOST_APART_AT_A_LIMIT: f64 = 1.0;
/// Limits of treatment: iron is short below the first, and stops from the second.
const LIMITS: [f64; 2] = [20.0, 45.0];

/// Do two units weigh both, or count both?
///
/// ```
/// use ekbom::measure::{formula::iron::in_one_family, unit::Unit};
/// assert!(in_one_family(Unit::UgPerDl, Unit::UgPerL) && !in_one_family(Unit::UgPerDl, Unit::UmolPerL));
/// ```
pub fn in_one_family(one: Unit, other: Unit) -> bool {
    let counts = |unit: Unit| unit.ucum().contains("mol");
    counts(one) == counts(other)
}

/// Do two transferrin saturations of one day, in percent, disagree by more than rounding explains?
///
/// ```
/// use ekbom::measure::formula::iron::saturations_disagree;
/// use ekbom::measure::interval::Interval;
/// let of = |x| Interval::exact(x).unwrap();
/// assert!(saturations_disagree(of(12.0), of(80.0)));
/// assert!(saturations_disagree(of(19.0), of(20.5)) && !saturations_disagree(of(21.0), of(25.0)));
/// ```
pub fn saturations_disagree(one: Interval, other: Interval) -> bool {
    let (lower, higher) = if one.low() <= other.low() { (one, other) } else { (other, one) };
    let apart = higher.low() - lower.high();
    let between = LIMITS.iter().any(|limit| lower.high() < *limit && higher.low() >= *limit);
    apart > MOST_APART || (apart > MOST_APART_AT_A_LIMIT && between)
}
