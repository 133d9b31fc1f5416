//! A laboratory's own limits: which ones are credible for an analyte, so that a limit in another unit than the
//! result's is noticed before a rule compares the two.
//!
//! The windows are the widest printed intervals that were read, of adults and children, with a margin. They are a
//! choice of ours (derived), and only ever refuse: no answer is made from them.

use alloc::vec::Vec;

use super::{Analyte, Limits, Scale};
use crate::measure::number::rounded;
use crate::measure::unit::Unit;

/// Which limit of a laboratory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PrintedLimit {
    /// The lower one.
    Low,
    /// The upper one.
    High,
    /// The top of the grey zone above the lower one (vitamin B12).
    GreyHigh,
}

/// The laboratory's own limits, in the unit of the result; `None` where it printed none.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct LabLimits {
    /// The lower limit.
    pub low: Option<f64>,
    /// The top of the grey zone above it (vitamin B12).
    pub grey_high: Option<f64>,
    /// The upper limit.
    pub high: Option<f64>,
}

impl LabLimits {
    /// Those that were given.
    pub(crate) fn given(self) -> impl Iterator<Item = (PrintedLimit, f64)> {
        [
            (PrintedLimit::Low, self.low),
            (PrintedLimit::High, self.high),
            (PrintedLimit::GreyHigh, self.grey_high),
        ]
        .into_iter()
        .filter_map(|(which, limit)| Some((which, limit?)))
    }
}

/// Where lower and upper limits lie, in the canonical unit.
struct Windows {
    low: Limits,
    high: Limits,
}

/// In the first year of life two upper limits lie higher.
const INFANT: f64 = 1.0;
/// From this age on intervals of vitamin B12 are those of adults.
const ADULT: f64 = 18.0;

impl Analyte {
    /// Can a laboratory have printed this limit in this unit? True where nothing is known of the analyte's limits. The
    /// age counts below one year only.
    ///
    /// ```
    /// use ekbom::measure::analyte::{Analyte, PrintedLimit};
    /// use ekbom::measure::unit::Unit;
    /// let credible = |limit, unit| Analyte::MmaSerum.limit_is_credible(PrintedLimit::High, limit, unit, None);
    /// assert!(credible(0.378, Unit::UmolPerL) && credible(378.0, Unit::NmolPerL));
    /// assert!(!credible(378.0, Unit::UmolPerL));
    /// ```
    pub fn limit_is_credible(self, which: PrintedLimit, limit: f64, unit: Unit, age: Option<f64>) -> bool {
        self.scale(unit).is_none_or(|scale| {
            let limit = scale.to_canonical(limit);
            // Beyond all that is accepted of the analyte no result could be high.
            let reached = which != PrintedLimit::High || limit <= self.info().hard.high;
            reached && self.window(which, age).is_none_or(|window| window.contains(limit))
        })
    }

    /// The credible limits, in the canonical unit.
    fn window(self, which: PrintedLimit, age: Option<f64>) -> Option<Limits> {
        let windows = windows(self);
        let infant = age.is_some_and(|age| age < INFANT);
        match which {
            PrintedLimit::Low => windows.map(|windows| windows.low),
            PrintedLimit::GreyHigh if self == Self::B12Total => Some(Limits { low: 149.0, high: 610.0 }),
            PrintedLimit::GreyHigh => None,
            PrintedLimit::High if infant && self == Self::MmaSerum => {
                Some(Limits { low: 200.0, high: 1250.0 })
            }
            PrintedLimit::High if infant && self == Self::Tsh => Some(Limits { low: 2.5, high: 20.0 }),
            // No upper limit of eGFR is printed that could be held against anything.
            PrintedLimit::High if self == Self::Egfr => None,
            PrintedLimit::High => windows.map(|windows| windows.high),
        }
    }

    /// The credible limits in this unit, for the reader.
    pub(crate) fn credible_limits(
        self,
        which: PrintedLimit,
        unit: Unit,
        age: Option<f64>,
    ) -> Option<(f64, f64)> {
        let (window, scale) = (self.window(which, age)?, self.scale(unit)?);
        let print = |x: f64| rounded(scale.from_canonical(x), 3);
        Some((print(window.low), print(window.high)))
    }

    /// Can a laboratory have printed these limits with a result in this unit? A lower limit may be 0, an upper one not;
    /// they must be in order, each within what laboratories print, and not such as were only read in another unit.
    ///
    /// ```
    /// use ekbom::measure::analyte::{Analyte, LabLimits};
    /// use ekbom::measure::unit::Unit;
    /// let credible = |low, high| {
    ///     let limits = LabLimits { low: Some(low), high: Some(high), grey_high: None };
    ///     Analyte::B12Total.limits_are_credible(limits, Unit::PgPerMl, None)
    /// };
    /// assert!(credible(197.0, 771.0));
    /// assert!(!credible(145.0, 569.0), "printed in pmol/L only");
    /// assert!(!credible(0.0, 0.0));
    /// ```
    pub fn limits_are_credible(self, limits: LabLimits, unit: Unit, age: Option<f64>) -> bool {
        let LabLimits { low, grey_high, high } = limits;
        let in_order = [(low, high), (low, grey_high), (grey_high, high)]
            .into_iter()
            .all(|(below, above)| below.zip(above).is_none_or(|(below, above)| below < above));
        let numbers = limits.given().all(|(which, limit)| {
            (0.0..f64::INFINITY).contains(&limit) && (which == PrintedLimit::Low || limit > 0.0)
        });
        numbers
            && in_order
            && (grey_high.is_none() || low.is_some())
            && limits.given().all(|(which, limit)| self.limit_is_credible(which, limit, unit, age))
            && self.printed_in_another_unit(limits, unit, age).is_none()
    }

    /// Where two units cannot be told apart by one limit: the unit in which alone such an interval was read. Vitamin B12
    /// of adults: pg/mL from 180 to 800 and above, pmol/L from 168 to 700 at most.
    pub(crate) fn printed_in_another_unit(
        self,
        limits: LabLimits,
        unit: Unit,
        age: Option<f64>,
    ) -> Option<Unit> {
        // With a grey zone printed above it a lower limit of 145 ng/L is known.
        if self != Self::B12Total || limits.grey_high.is_some() || age.is_some_and(|age| age < ADULT) {
            return None;
        }
        let is = |one: Unit| self.scale(one) == self.scale(unit);
        let LabLimits { low, high, .. } = limits;
        if is(Unit::PgPerMl) && (low.is_some_and(|low| low < 150.0) || high.is_some_and(|high| high <= 700.0))
        {
            Some(Unit::PmolPerL)
        } else if is(Unit::PmolPerL)
            && (low.is_some_and(|low| low > 230.0) || high.is_some_and(|high| high >= 800.0))
        {
            Some(Unit::PgPerMl)
        } else {
            None
        }
    }

    /// The units other than the stated one in which all these limits are credible, one for each scale; empty where no
    /// other would do.
    pub fn units_of_limits(self, limits: LabLimits, stated: Unit, age: Option<f64>) -> Vec<Unit> {
        let mut seen: Vec<Scale> = self.scale(stated).into_iter().collect();
        let mut units = Vec::new();
        for accepted in self.info().units {
            if seen.contains(&accepted.scale) {
                continue;
            }
            seen.push(accepted.scale);
            if self.limits_are_credible(limits, accepted.unit, age) {
                units.push(accepted.unit);
            }
        }
        units
    }
}

/// Canonical units; both ends are those of the widest of the units an analyte is reported in.
fn windows(analyte: Analyte) -> Option<Windows> {
    let ((low, lowest_high), (high, highest)) = match analyte {
        Analyte::Ferritin => ((3.0, 60.1), (60.0, 1002.0)),
        Analyte::Iron => ((16.7, 84.0), (95.0, 224.0)),
        Analyte::Tibc => ((178.0, 324.5), (290.0, 520.0)),
        Analyte::Uibc => ((78.0, 202.0), (240.0, 431.0)),
        Analyte::Transferrin => ((140.0, 260.0), (260.0, 450.0)),
        Analyte::Tsat => ((8.0, 30.0), (35.0, 60.0)),
        Analyte::Stfr => ((0.4, 2.5), (1.3, 6.0)),
        Analyte::Crp => ((0.0, 1.0), (1.5, 20.0)),
        Analyte::Haemoglobin => ((83.7, 150.0), (124.05, 240.0)),
        Analyte::Haematocrit => ((26.0, 48.0), (37.0, 70.0)),
        Analyte::Mcv => ((65.0, 95.0), (80.0, 130.0)),
        Analyte::Rdw => ((9.0, 12.5), (13.0, 17.0)),
        Analyte::B12Total => ((120.0, 360.0), (542.0, 1900.0)),
        Analyte::Holotc => ((15.0, 55.0), (90.0, 210.0)),
        Analyte::MmaSerum => ((0.0, 130.0), (200.0, 509.0)),
        Analyte::Hcy => ((0.0, 7.1), (7.0, 21.0)),
        Analyte::FolateSerum => ((1.0, 6.7), (7.9, 45.0)),
        Analyte::FolateRbc => ((100.0, 301.0), (397.0, 1002.0)),
        Analyte::Creatinine => ((0.1, 0.91), (0.29, 1.51)),
        Analyte::CystatinC => ((0.4, 0.8), (0.8, 1.5)),
        Analyte::Urea => ((1.0, 4.04), (5.35, 9.64)),
        Analyte::UreaNitrogen => ((2.8, 11.3), (15.0, 27.0)),
        Analyte::Sodium => ((128.0, 138.0), (141.0, 150.0)),
        Analyte::Potassium => ((3.0, 4.0), (4.6, 6.5)),
        Analyte::Calcium => ((1.49, 2.33), (2.4, 3.0)),
        Analyte::CalciumIonised => ((0.94, 1.25), (1.22, 1.5)),
        Analyte::Albumin => ((20.0, 40.0), (33.0, 60.0)),
        Analyte::Magnesium => ((0.49, 0.85), (0.8, 1.2)),
        Analyte::Phosphate => ((0.6, 1.7), (1.2, 3.01)),
        Analyte::Tsh => ((0.1, 1.0), (2.5, 10.0)),
        Analyte::Ft4 => ((5.7, 14.2), (15.4, 32.3)),
        Analyte::Hba1c => ((3.5, 5.2), (5.35, 6.64)),
        Analyte::Glucose => ((1.99, 5.0), (4.99, 8.61)),
        Analyte::Uacr => ((0.0, 0.0), (13.0, 36.0)),
        Analyte::Vitd => ((19.9, 90.0), (99.8, 375.0)),
        Analyte::Pth => ((4.7, 25.5), (42.0, 104.0)),
        Analyte::Zinc => ((45.0, 85.1), (98.0, 170.1)),
        Analyte::Copper => ((50.0, 90.0), (104.0, 201.0)),
        Analyte::Gastrin => ((0.0, 30.0), (60.0, 200.0)),
        Analyte::Egfr => ((55.0, 95.0), (0.0, 260.0)),
        // No harmonised interval, or the kit's own.
        Analyte::Hepcidin
        | Analyte::MmaUrine
        | Analyte::CreatinineUrine
        | Analyte::Ifab
        | Analyte::Pca
        | Analyte::TtgIga
        | Analyte::NeutHyperseg => return None,
    };
    Some(Windows { low: Limits { low, high: lowest_high }, high: Limits { low: high, high: highest } })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_printed_by_laboratories_are_credible() {
        let both = |analyte: Analyte, low: f64, high: f64, unit: Unit| {
            assert!(analyte.limit_is_credible(PrintedLimit::Low, low, unit, None), "{analyte} {low} {unit}");
            assert!(
                analyte.limit_is_credible(PrintedLimit::High, high, unit, None),
                "{analyte} {high} {unit}"
            );
        };
        both(Analyte::Ferritin, 12.0, 150.0, Unit::NgPerMl);
        both(Analyte::Iron, 9.0, 32.0, Unit::UmolPerL);
        both(Analyte::Tibc, 45.0, 81.0, Unit::UmolPerL);
        both(Analyte::Haemoglobin, 7.4, 9.9, Unit::MmolPerL);
        both(Analyte::Haemoglobin, 11.5, 16.0, Unit::GPerDl);
        both(Analyte::B12Total, 180.0, 914.0, Unit::PgPerMl);
        both(Analyte::B12Total, 145.0, 569.0, Unit::PmolPerL);
        both(Analyte::MmaSerum, 0.0, 378.0, Unit::NmolPerL);
        both(Analyte::Calcium, 8.6, 10.2, Unit::MgPerDl);
        both(Analyte::Tsh, 0.45, 4.12, Unit::MilliIuPerL);
        both(Analyte::Hba1c, 20.0, 42.0, Unit::MmolPerMol);
    }

    /// Else a result that is open upwards could be called high though no accepted one is.
    #[test]
    fn no_upper_limit_lies_beyond_what_is_accepted() {
        for analyte in Analyte::ALL {
            for own in analyte.info().units {
                let beyond = own.scale.from_canonical(analyte.info().hard.high) * 1.001;
                for age in [None, Some(0.5), Some(40.0)] {
                    assert!(
                        !analyte.limit_is_credible(PrintedLimit::High, beyond, own.unit, age),
                        "{analyte} {beyond} {}",
                        own.unit
                    );
                }
            }
        }
    }

    #[test]
    fn infants_have_their_own() {
        let mma = |age| Analyte::MmaSerum.limit_is_credible(PrintedLimit::High, 1250.0, Unit::NmolPerL, age);
        assert!(mma(Some(0.5)) && !mma(Some(1.0)) && !mma(None));
    }

    #[test]
    fn windows_are_in_order_and_within_what_is_possible() {
        for analyte in Analyte::ALL {
            let Some(own) = windows(analyte) else { continue };
            assert!(own.low.low <= own.low.high && own.high.low < own.high.high, "{analyte}");
            assert!(own.high.high <= analyte.info().hard.high && own.low.low < own.high.high, "{analyte}");
        }
    }
}
