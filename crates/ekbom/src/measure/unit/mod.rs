//! The units that laboratory results may be given in: a closed list, named by their UCUM codes.
//!
//! Laboratories write units in many ways. [`Unit::parse`] knows the common spellings of each; which analyte
//! takes which unit, and how its values convert, is the [catalogue's](crate::measure::analyte) business, because a
//! mole of one analyte weighs another amount than a mole of the next.

mod fold;
mod multiple;
mod spelling;

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::measure::suggest;

/// A unit of measurement, as the analytes of the catalogue use it. Displays and serialises as its UCUM code.
///
/// ```
/// use ekbom::measure::unit::Unit;
/// assert_eq!("µg/L".parse(), Ok(Unit::UgPerL));
/// assert_eq!(Unit::UgPerL.to_string(), "ug/L");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Unit {
    /// `%`: percent.
    Percent,
    /// `1`: a pure number: a fraction of one, or 0 and 1 for no and yes.
    One,
    /// `L/L`: litres per litre, a volume fraction.
    LPerL,
    /// `fL`: femtolitres.
    Fl,
    /// `g/dL`: grams per decilitre.
    GPerDl,
    /// `g/L`: grams per litre.
    GPerL,
    /// `mg/dL`: milligrams per decilitre.
    MgPerDl,
    /// `mg/L`: milligrams per litre.
    MgPerL,
    /// `ug/dL`: micrograms per decilitre.
    UgPerDl,
    /// `ug/L`: micrograms per litre.
    UgPerL,
    /// `ug/mL`: micrograms per millilitre.
    UgPerMl,
    /// `ng/dL`: nanograms per decilitre.
    NgPerDl,
    /// `ng/L`: nanograms per litre.
    NgPerL,
    /// `ng/mL`: nanograms per millilitre.
    NgPerMl,
    /// `pg/mL`: picograms per millilitre.
    PgPerMl,
    /// `mmol/L`: millimoles per litre.
    MmolPerL,
    /// `umol/L`: micromoles per litre.
    UmolPerL,
    /// `nmol/L`: nanomoles per litre.
    NmolPerL,
    /// `nmol/mL`: nanomoles per millilitre.
    NmolPerMl,
    /// `pmol/L`: picomoles per litre.
    PmolPerL,
    /// `meq/L`: milliequivalents per litre: moles of charge.
    MeqPerL,
    /// `mmol/mol`: millimoles per mole.
    MmolPerMol,
    /// `mmol/mol{creat}`: millimoles per mole of creatinine.
    MmolPerMolCreat,
    /// `umol/mmol{creat}`: micromoles per millimole of creatinine.
    UmolPerMmolCreat,
    /// `mg/g`: milligrams per gram, here of creatinine.
    MgPerG,
    /// `ug/mg`: micrograms per milligram, here of creatinine.
    UgPerMg,
    /// `mg/mmol`: milligrams per millimole, here of creatinine.
    MgPerMmol,
    /// `m[IU]/L`: thousandths of an international unit per litre.
    MilliIuPerL,
    /// `u[IU]/mL`: millionths of an international unit per millilitre.
    MicroIuPerMl,
    /// `[arb'U]/mL`: units of the maker's own scale per millilitre.
    ArbUPerMl,
    /// `mL/min/{1.73_m2}`: millilitres a minute for 1.73 m2 of body surface.
    MlPerMinPer173M2,
}

impl Unit {
    /// Every unit, in the order of declaration.
    pub const ALL: [Self; 31] = [
        Self::Percent,
        Self::One,
        Self::LPerL,
        Self::Fl,
        Self::GPerDl,
        Self::GPerL,
        Self::MgPerDl,
        Self::MgPerL,
        Self::UgPerDl,
        Self::UgPerL,
        Self::UgPerMl,
        Self::NgPerDl,
        Self::NgPerL,
        Self::NgPerMl,
        Self::PgPerMl,
        Self::MmolPerL,
        Self::UmolPerL,
        Self::NmolPerL,
        Self::NmolPerMl,
        Self::PmolPerL,
        Self::MeqPerL,
        Self::MmolPerMol,
        Self::MmolPerMolCreat,
        Self::UmolPerMmolCreat,
        Self::MgPerG,
        Self::UgPerMg,
        Self::MgPerMmol,
        Self::MilliIuPerL,
        Self::MicroIuPerMl,
        Self::ArbUPerMl,
        Self::MlPerMinPer173M2,
    ];

    /// Its code in the Unified Code for Units of Measure.
    pub const fn ucum(self) -> &'static str {
        match self {
            Self::Percent => "%",
            Self::One => "1",
            Self::LPerL => "L/L",
            Self::Fl => "fL",
            Self::GPerDl => "g/dL",
            Self::GPerL => "g/L",
            Self::MgPerDl => "mg/dL",
            Self::MgPerL => "mg/L",
            Self::UgPerDl => "ug/dL",
            Self::UgPerL => "ug/L",
            Self::UgPerMl => "ug/mL",
            Self::NgPerDl => "ng/dL",
            Self::NgPerL => "ng/L",
            Self::NgPerMl => "ng/mL",
            Self::PgPerMl => "pg/mL",
            Self::MmolPerL => "mmol/L",
            Self::UmolPerL => "umol/L",
            Self::NmolPerL => "nmol/L",
            Self::NmolPerMl => "nmol/mL",
            Self::PmolPerL => "pmol/L",
            Self::MeqPerL => "meq/L",
            Self::MmolPerMol => "mmol/mol",
            Self::MmolPerMolCreat => "mmol/mol{creat}",
            Self::UmolPerMmolCreat => "umol/mmol{creat}",
            Self::MgPerG => "mg/g",
            Self::UgPerMg => "ug/mg",
            Self::MgPerMmol => "mg/mmol",
            Self::MilliIuPerL => "m[IU]/L",
            Self::MicroIuPerMl => "u[IU]/mL",
            Self::ArbUPerMl => "[arb'U]/mL",
            Self::MlPerMinPer173M2 => "mL/min/{1.73_m2}",
        }
    }

    /// The unit that `text` spells; `None` where it spells none of ours.
    ///
    /// Understood beside the UCUM code: any letter case (`MG/DL`); the micro sign, the Greek letter and `mc`
    /// for `u`; white space and invisible characters anywhere; letters of full width; words (`micrograms per litre`);
    /// powers (`mmol L-1`); international units with or without brackets, as `mU/L`, and as `UI` or `IE`; `gm` for
    /// gram; `g%`, `mg%`, `vol%`; `uM`, where the capital says molar; HL7's `ng/mL^ng/mL^UCUM`; Cyrillic letters; the
    /// ways in which laboratories write "per 1.73 m2" and "per creatinine"; `percent`, `ratio`, `fraction`. Plain
    /// `mL/min` is *not* the indexed rate and is refused.
    ///
    /// ```
    /// use ekbom::measure::unit::Unit;
    /// assert_eq!(Unit::parse("MCG / dl"), Some(Unit::UgPerDl));
    /// assert_eq!(Unit::parse("mL/min/1.73 m²"), Some(Unit::MlPerMinPer173M2));
    /// assert_eq!(Unit::parse("mL/min"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        spelling::parse(text)
    }

    /// The units that measure what this text says, where another number says it in them.
    pub(crate) fn multiples(text: &str) -> Vec<multiple::Multiple> {
        multiple::multiples(text)
    }

    /// The unit that was meant where a sign was lost on the way. Nearly always it is the micro sign: a guess all the same.
    pub(crate) fn repaired(text: &str) -> Option<Self> {
        fold::repaired(text).and_then(|text| Self::parse(&text))
    }

    /// The text without what does not count in it.
    pub(crate) fn folded(text: &str) -> Option<String> {
        fold::fold(text)
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.ucum())
    }
}

impl FromStr for Unit {
    type Err = UnknownUnit;

    fn from_str(text: &str) -> Result<Self, UnknownUnit> {
        Self::parse(text).ok_or_else(|| UnknownUnit::new(text))
    }
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.ucum())
    }
}

impl<'de> Deserialize<'de> for Unit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Cow::<str>::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// A text that spells no unit of the list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown unit `{text}`")]
pub struct UnknownUnit {
    text: String,
}

impl UnknownUnit {
    /// As much of a text as a reader needs to recognise it.
    const SHOWN: usize = 40;

    fn new(text: &str) -> Self {
        Self { text: text.chars().take(Self::SHOWN).collect() }
    }

    /// The text, or its beginning where it was long.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The unit that may have been meant.
    ///
    /// ```
    /// use ekbom::measure::unit::Unit;
    /// let error = "ng/mLL".parse::<Unit>().unwrap_err();
    /// assert_eq!(error.nearest(), Some(Unit::NgPerMl));
    /// ```
    pub fn nearest(&self) -> Option<Unit> {
        let plain = fold::fold(&self.text)?;
        let near =
            || suggest::closest(&plain, Unit::ALL.iter().map(|unit| unit.ucum())).and_then(Unit::parse);
        Unit::repaired(&self.text).or_else(near)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn the_list_is_whole_and_in_order() {
        for (at, unit) in Unit::ALL.into_iter().enumerate() {
            assert_eq!(unit as usize, at);
        }
    }

    #[test]
    fn codes_make_the_round_trip() {
        for unit in Unit::ALL {
            assert_eq!(unit.to_string().parse(), Ok(unit));
            let json = serde_json::to_string(&unit).unwrap();
            assert_eq!(serde_json::from_str::<Unit>(&json).unwrap(), unit);
        }
        assert_eq!(serde_json::from_str::<Unit>(r#""\u00b5g/dL""#).unwrap(), Unit::UgPerDl);
    }

    #[test]
    fn errors_name_the_text_but_never_all_of_a_long_one() {
        let error = "mg/mL".parse::<Unit>().unwrap_err();
        assert_eq!(error.to_string(), "unknown unit `mg/mL`");
        let long = "x".repeat(1_000_000).parse::<Unit>().unwrap_err();
        assert_eq!(long.text().len(), UnknownUnit::SHOWN);
        assert_eq!(long.nearest(), None);
        let json = serde_json::from_str::<Unit>("\"furlong\"").unwrap_err();
        assert!(json.to_string().contains("unknown unit `furlong`"), "{json}");
    }
}
