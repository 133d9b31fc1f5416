//! Numbers that are real, but more often another unit's: which are asked about, and what may have been meant.
//!
//! The evidence is `third-check-laboratory`, section 5: a strange value is taken and flagged, and only a *named* confusion
//! asks. The numbers are choices of ours (derived) beside published extremes; they only ever ask, and answer nothing.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Analyte, Plausibility};
use crate::measure::number::rounded;
use crate::measure::unit::Unit;

/// Numbers in one unit, both ends left out, that may have been meant in another.
struct Ask {
    typed: Unit,
    above: f64,
    below: f64,
    meant: &'static [Unit],
    /// What may have been meant that is no unit of the analyte; empty where there is none.
    other: &'static str,
}

/// What may have been meant by a number that is asked about.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Doubt {
    /// One of these units, in which the number would be ordinary.
    Units(Vec<Unit>),
    /// Another quantity, or a unit that does not convert.
    Other(&'static str),
    /// A zero that stands for "below a limit", or for nothing at all.
    Zero,
    /// `1.234`, which may be this number with a point between its thousands.
    Thousands(f64),
    /// Urea in a unit in which laboratories print its nitrogen as well: in moles it would be the first or the second.
    Nitrogen(f64, f64),
}

impl Doubt {
    /// What is asked, and what is offered.
    pub(crate) fn asked(&self) -> (String, Vec<String>) {
        match self {
            Self::Units(units) => {
                let words: Vec<&str> = units.iter().map(|unit| in_words(unit.ucum())).collect();
                let codes = units.iter().map(|unit| unit.ucum().to_owned()).collect();
                (format!("is the unit {}?", words.join(" or ")), codes)
            }
            Self::Other(meant) => (format!("is the unit {meant}?"), Vec::new()),
            Self::Zero => (
                "laboratories print a result below their limit: give that limit with a comparator."
                    .to_owned(),
                alloc::vec!["\"comparator\": \"<\"".to_owned()],
            ),
            Self::Thousands(meant) => (
                format!("is it {meant}, with a point between its thousands?"),
                alloc::vec![format!("\"value\": {meant}")],
            ),
            Self::Nitrogen(urea, nitrogen) => (
                format!(
                    "is it urea ({urea} mmol/L) or urea nitrogen ({nitrogen} mmol/L)? Laboratories print both in mg/dL."
                ),
                alloc::vec!["\"analyte\": \"urea_nitrogen\"".to_owned()],
            ),
        }
    }
}

/// A unit as a reader knows it.
pub(crate) fn in_words(unit: &str) -> &str {
    if unit == "1" { "1 (a fraction)" } else { unit }
}

const fn ask(typed: Unit, above: f64, below: f64, meant: &'static [Unit]) -> Ask {
    Ask { typed, above, below, meant, other: "" }
}

const fn note(typed: Unit, above: f64, below: f64, other: &'static str) -> Ask {
    Ask { typed, above, below, meant: &[], other }
}

/// No upper end.
const ON: f64 = f64::INFINITY;

fn asks(analyte: Analyte) -> &'static [Ask] {
    use Unit::*;
    match analyte {
        Analyte::Iron => &[const { ask(UgPerDl, 0.0, 8.0, &[UmolPerL]) }],
        Analyte::Tibc => {
            &[const { ask(UgPerDl, 0.0, 85.0, &[UmolPerL]) }, const { ask(UmolPerL, 125.0, ON, &[UgPerDl]) }]
        }
        Analyte::Uibc => &[const { ask(UmolPerL, 125.0, ON, &[UgPerDl]) }],
        // A fraction of one is asked about too.
        Analyte::Tsat => &[const { ask(Percent, 0.0, 1.000_001, &[One]) }],
        Analyte::Stfr => &[const { note(MgPerL, 15.0, 26.0, "nmol/L, which does not convert") }],
        Analyte::Haemoglobin => &[
            const { ask(GPerL, 0.0, 25.0, &[GPerDl, MmolPerL]) },
            const { ask(MmolPerL, 11.2, ON, &[GPerDl]) },
        ],
        Analyte::Rdw => &[const { note(Percent, 34.9, ON, "fL (RDW-SD, another quantity)") }],
        Analyte::Holotc => &[const { note(PmolPerL, 300.0, 1000.0, "that of `b12_total`") }],
        Analyte::MmaSerum => {
            &[const { ask(NmolPerL, 0.0, 50.0, &[NgPerMl]) }, const { ask(UmolPerL, 40.0, ON, &[NmolPerL]) }]
        }
        Analyte::Hcy => {
            &[const { ask(UmolPerL, 0.0, 2.1, &[MgPerL]) }, const { ask(MgPerL, 4.0, 100.0, &[UmolPerL]) }]
        }
        Analyte::Creatinine => {
            &[const { ask(MgPerDl, 30.0, ON, &[UmolPerL]) }, const { ask(UmolPerL, 0.0, 22.0, &[MgPerDl]) }]
        }
        Analyte::Calcium => &[
            const { ask(MmolPerL, 3.75, ON, &[MgPerDl, MeqPerL]) },
            const { ask(MgPerDl, 0.0, 5.6, &[MmolPerL, MeqPerL]) },
            const { ask(MeqPerL, 0.0, 2.8, &[MmolPerL]) },
            const { ask(MeqPerL, 7.5, ON, &[MgPerDl]) },
        ],
        Analyte::CalciumIonised => &[const { note(MmolPerL, 2.0, ON, "meq/L, or is it total `calcium`") }],
        Analyte::Albumin => &[const { ask(GPerL, 0.0, 7.0, &[GPerDl]) }],
        Analyte::Magnesium => &[
            const { ask(MmolPerL, 1.2, 2.9, &[MgPerDl, MeqPerL]) },
            const { ask(MgPerDl, 0.0, 1.09, &[MmolPerL]) },
        ],
        Analyte::Phosphate => {
            &[const { ask(MmolPerL, 2.25, 7.0, &[MgPerDl]) }, const { ask(MgPerDl, 0.0, 1.0, &[MmolPerL]) }]
        }
        Analyte::Ft4 => &[
            const { ask(PmolPerL, 0.0, 2.0, &[NgPerDl]) },
            const { ask(NgPerDl, 7.0, ON, &[PmolPerL, NgPerL]) },
            const { ask(NgPerL, 0.0, 1.55, &[NgPerDl]) },
        ],
        Analyte::Hba1c => &[
            const { ask(Percent, 20.0, ON, &[MmolPerMol]) },
            const { ask(MmolPerMol, 0.0, 22.0, &[Percent]) },
        ],
        Analyte::Glucose => {
            &[const { ask(MmolPerL, 60.0, ON, &[MgPerDl]) }, const { ask(MgPerDl, 0.0, 20.0, &[MmolPerL]) }]
        }
        Analyte::Zinc => &[
            const { ask(UgPerDl, 0.0, 30.0, &[UmolPerL]) },
            const { ask(UgPerDl, 300.0, ON, &[UgPerL]) },
            const { ask(UmolPerL, 46.0, ON, &[UgPerDl]) },
            const { ask(UgPerL, 0.0, 300.0, &[UgPerDl]) },
        ],
        Analyte::Copper => {
            &[const { ask(UmolPerL, 55.0, ON, &[UgPerDl]) }, const { ask(UgPerDl, 350.0, ON, &[UgPerL]) }]
        }
        _ => &[],
    }
}

/// What no laboratory prints as a number (canonical unit): it prints "below" its limit of detection.
const fn nothing_below(analyte: Analyte) -> Option<f64> {
    match analyte {
        Analyte::Crp | Analyte::Uacr => Some(0.01),
        Analyte::Tsh => Some(0.0005),
        _ => None,
    }
}

/// Of these, numbers in the thousands are seen as often as such with one digit before the point, and the one means the
/// opposite of the other. Laboratories print them with one or two digits behind the point.
const SEEN_IN_THOUSANDS: &[Analyte] = &[Analyte::Ferritin, Analyte::B12Total];

impl Analyte {
    /// What a number may be that has three digits behind the point and one before it: `1.234` can be 1234, as some
    /// countries write it. `None` where that is no question.
    ///
    /// ```
    /// use ekbom::measure::analyte::Analyte;
    /// assert_eq!(Analyte::Ferritin.in_thousands(1.234), Some(1234.0));
    /// assert_eq!(Analyte::Ferritin.in_thousands(1.23), None);
    /// assert_eq!(Analyte::Tsh.in_thousands(1.234), None);
    /// ```
    pub fn in_thousands(self, value: f64) -> Option<f64> {
        if !SEEN_IN_THOUSANDS.contains(&self) || !(1.0..10.0).contains(&value) {
            return None;
        }
        // Columns of 32 bits hold 1.234 as 1.2339999676.
        let meant = libm::round(value * 1000.0);
        let is_whole = (value * 1000.0 - meant).abs() < 0.001;
        (is_whole && libm::fmod(meant, 10.0) > 0.5).then_some(meant)
    }

    /// Can this value be true, as written in this unit? `None` where the analyte is not reported in it.
    ///
    /// ```
    /// use ekbom::measure::analyte::{Analyte, Plausibility};
    /// use ekbom::measure::unit::Unit;
    /// let haemoglobin = |value, unit| Analyte::Haemoglobin.plausibility_in(value, unit);
    /// assert_eq!(haemoglobin(27.0, Unit::GPerL), Some(Plausibility::Plausible));
    /// assert_eq!(haemoglobin(14.0, Unit::GPerL), Some(Plausibility::Unlikely)); // g/dL meant?
    /// assert_eq!(Analyte::B12Total.plausibility_in(12.0, Unit::PgPerMl), Some(Plausibility::Extreme));
    /// ```
    pub fn plausibility_in(self, value: f64, unit: Unit) -> Option<Plausibility> {
        let canonical = self.to_canonical(value, unit)?;
        let verdict = self.plausibility_of(canonical);
        if verdict == Plausibility::Impossible || self.doubt(value, unit).is_none() {
            return Some(verdict);
        }
        Some(Plausibility::Unlikely)
    }

    /// What is asked of a number that is unlikely, as the end of a sentence; `None` where nothing is.
    ///
    /// ```
    /// use ekbom::measure::{analyte::Analyte, unit::Unit};
    /// let question = Analyte::Urea.question(40.0, Unit::MgPerDl).unwrap();
    /// assert!(question.starts_with("is it urea (6.66 mmol/L) or urea nitrogen (14.3 mmol/L)?"), "{question}");
    /// assert_eq!(Analyte::Urea.question(6.66, Unit::MmolPerL), None);
    /// ```
    pub fn question(self, value: f64, unit: Unit) -> Option<String> {
        Some(self.doubt(value, unit)?.asked().0)
    }

    /// What else a number may have been meant to be.
    pub(crate) fn doubt(self, value: f64, unit: Unit) -> Option<Doubt> {
        let scale = self.scale(unit)?;
        if nothing_below(self).is_some_and(|least| scale.to_canonical(value) < least) {
            return Some(Doubt::Zero);
        }
        if self == Self::Urea && unit == Unit::MgPerDl {
            let [urea, nitrogen] =
                [Self::Urea, Self::UreaNitrogen].map(|own| own.convert(value, unit, Unit::MmolPerL));
            return Some(Doubt::Nitrogen(rounded(urea?, 3), rounded(nitrogen?, 3)));
        }
        if let Some(meant) = self.in_thousands(value) {
            return Some(Doubt::Thousands(meant));
        }
        let everyday = self.info().confirm.unwrap_or(self.info().hard);
        asks(self)
            .iter()
            .filter(|ask| self.scale(ask.typed) == Some(scale) && ask.above < value && value < ask.below)
            .find_map(|ask| {
                if !ask.other.is_empty() {
                    return Some(Doubt::Other(ask.other));
                }
                let ordinary =
                    |unit: &Unit| self.to_canonical(value, *unit).is_some_and(|own| everyday.contains(own));
                let units: Vec<Unit> = ask.meant.iter().copied().filter(ordinary).collect();
                (!units.is_empty()).then_some(Doubt::Units(units))
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_about_can_be_true_and_what_was_meant_is_ordinary() {
        for analyte in Analyte::ALL {
            for ask in asks(analyte) {
                assert!(analyte.scale(ask.typed).is_some(), "{analyte} {}", ask.typed);
                assert!(ask.above < ask.below, "{analyte}");
                for unit in ask.meant {
                    assert!(
                        analyte.scale(*unit).is_some_and(|own| Some(own) != analyte.scale(ask.typed)),
                        "{analyte} {unit}"
                    );
                }
                assert_eq!(ask.other.is_empty(), !ask.meant.is_empty(), "{analyte}");
            }
        }
    }

    #[test]
    fn the_sickest_are_taken() {
        use Unit::*;
        for (analyte, value, unit) in [
            (Analyte::B12Total, 36.0, PgPerMl),
            (Analyte::Hcy, 220.0, UmolPerL),
            (Analyte::MmaSerum, 32_000.0, NmolPerL),
            (Analyte::MmaSerum, 200_000.0, NmolPerL),
            (Analyte::Haemoglobin, 27.0, GPerL),
            (Analyte::Creatinine, 9.0, MgPerDl),
            (Analyte::Potassium, 0.9, MmolPerL),
            (Analyte::Sodium, 98.0, MmolPerL),
            (Analyte::Magnesium, 0.17, MmolPerL),
            (Analyte::Phosphate, 0.21, MmolPerL),
            (Analyte::Ferritin, 191_000.0, NgPerMl),
            (Analyte::Iron, 16_706.0, UgPerDl),
            (Analyte::Tsh, 2291.0, MilliIuPerL),
            (Analyte::Vitd, 3045.0, NmolPerL),
            (Analyte::FolateSerum, 220.0, NgPerMl),
        ] {
            let verdict = analyte.plausibility_in(value, unit);
            let taken = matches!(verdict, Some(Plausibility::Plausible | Plausibility::Extreme));
            assert!(taken, "{analyte} {value} {unit}: {verdict:?}");
        }
    }

    #[test]
    fn a_named_confusion_asks_and_says_what_was_meant() {
        use Unit::*;
        for (analyte, value, unit, meant) in [
            (Analyte::Haemoglobin, 13.5, MmolPerL, &[GPerDl] as &[Unit]),
            (Analyte::Haemoglobin, 14.0, GPerL, &[GPerDl]),
            (Analyte::Haemoglobin, 9.0, GPerL, &[GPerDl, MmolPerL]),
            (Analyte::Creatinine, 12.0, UmolPerL, &[MgPerDl]),
            (Analyte::Creatinine, 60.0, MgPerDl, &[UmolPerL]),
            (Analyte::Tibc, 66.0, UgPerDl, &[UmolPerL]),
            (Analyte::Tsat, 1.0, Percent, &[One]),
            (Analyte::Hcy, 29.7, MgPerL, &[UmolPerL]),
            (Analyte::Hba1c, 20.0, MmolPerMol, &[Percent]),
            (Analyte::Calcium, 6.51, MmolPerL, &[MgPerDl, MeqPerL]),
        ] {
            assert_eq!(
                analyte.plausibility_in(value, unit),
                Some(Plausibility::Unlikely),
                "{analyte} {value}"
            );
            assert_eq!(analyte.doubt(value, unit), Some(Doubt::Units(meant.to_vec())), "{analyte} {value}");
        }
        for (analyte, unit) in [(Analyte::Crp, MgPerL), (Analyte::Uacr, MgPerG), (Analyte::Tsh, MilliIuPerL)]
        {
            assert_eq!(analyte.doubt(0.0, unit), Some(Doubt::Zero), "{analyte}");
            assert_eq!(analyte.plausibility_in(0.0, unit), Some(Plausibility::Unlikely), "{analyte}");
        }
        assert_eq!(Analyte::Ferritin.plausibility_in(5.0, GPerL), None);
    }
}
