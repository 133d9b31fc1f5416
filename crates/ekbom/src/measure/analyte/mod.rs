//! The analytes: which results the library knows, in which units, and which values it believes.
//!
//! The numbers stand in the catalogue, one entry an analyte ([`Analyte::info`]); here is only how they are
//! looked up and used.

mod catalogue;
mod doubt;
mod info;
mod printed;
mod scale;
mod sister;
mod spelt;

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub(crate) use self::doubt::in_words;
pub use self::info::{Accepted, AnalyteInfo, AnalyteKind, Hazard, Limits, Loinc, Plausibility, Variation};
pub use self::printed::{LabLimits, PrintedLimit};
pub use self::scale::Scale;
pub use self::spelt::UnitMeant;
use crate::measure::suggest;
use crate::measure::unit::Unit;
use crate::source::known::coded;

/// A laboratory result that the library knows. Displays, parses and serialises as its id.
///
/// ```
/// use ekbom::measure::analyte::Analyte;
/// assert_eq!("b12_total".parse(), Ok(Analyte::B12Total));
/// assert_eq!(Analyte::B12Total.to_string(), "b12_total");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Analyte {
    /// Ferritin, serum/plasma.
    Ferritin,
    /// Iron, serum/plasma.
    Iron,
    /// Total iron-binding capacity.
    Tibc,
    /// Unsaturated iron-binding capacity.
    Uibc,
    /// Transferrin.
    Transferrin,
    /// Transferrin saturation.
    Tsat,
    /// Soluble transferrin receptor.
    Stfr,
    /// Hepcidin-25.
    Hepcidin,
    /// C-reactive protein.
    Crp,
    /// Haemoglobin, blood.
    Haemoglobin,
    /// Haematocrit, blood.
    Haematocrit,
    /// Mean corpuscular volume.
    Mcv,
    /// Red cell distribution width.
    Rdw,
    /// Vitamin B12 (cobalamin), total.
    B12Total,
    /// Active B12 (holotranscobalamin).
    Holotc,
    /// Methylmalonic acid, serum/plasma.
    MmaSerum,
    /// Methylmalonic acid/creatinine, urine.
    MmaUrine,
    /// Total homocysteine, plasma.
    Hcy,
    /// Folate, serum/plasma.
    FolateSerum,
    /// Folate, red cell.
    FolateRbc,
    /// Creatinine, serum/plasma.
    Creatinine,
    /// Creatinine, urine.
    CreatinineUrine,
    /// Cystatin C.
    CystatinC,
    /// Urea: the whole molecule.
    Urea,
    /// Urea nitrogen (BUN).
    UreaNitrogen,
    /// Sodium.
    Sodium,
    /// Potassium.
    Potassium,
    /// Calcium, total.
    Calcium,
    /// Calcium, ionised.
    CalciumIonised,
    /// Albumin, serum.
    Albumin,
    /// Magnesium.
    Magnesium,
    /// Phosphate (inorganic).
    Phosphate,
    /// Thyrotropin.
    Tsh,
    /// Free thyroxine.
    Ft4,
    /// HbA1c.
    Hba1c,
    /// Glucose, plasma.
    Glucose,
    /// Urine albumin/creatinine ratio.
    Uacr,
    /// 25-hydroxyvitamin D.
    Vitd,
    /// Parathyrin, intact.
    Pth,
    /// Zinc, serum/plasma.
    Zinc,
    /// Copper, serum/plasma.
    Copper,
    /// Intrinsic factor (blocking) antibody.
    Ifab,
    /// Parietal cell antibody.
    Pca,
    /// Gastrin, serum fasting.
    Gastrin,
    /// Anti-tissue transglutaminase IgA.
    TtgIga,
    /// eGFR (derived).
    Egfr,
    /// Hypersegmented neutrophils.
    NeutHyperseg,
}

impl Analyte {
    /// Every analyte, in the order of declaration.
    pub const ALL: [Self; 47] = [
        Self::Ferritin,
        Self::Iron,
        Self::Tibc,
        Self::Uibc,
        Self::Transferrin,
        Self::Tsat,
        Self::Stfr,
        Self::Hepcidin,
        Self::Crp,
        Self::Haemoglobin,
        Self::Haematocrit,
        Self::Mcv,
        Self::Rdw,
        Self::B12Total,
        Self::Holotc,
        Self::MmaSerum,
        Self::MmaUrine,
        Self::Hcy,
        Self::FolateSerum,
        Self::FolateRbc,
        Self::Creatinine,
        Self::CreatinineUrine,
        Self::CystatinC,
        Self::Urea,
        Self::UreaNitrogen,
        Self::Sodium,
        Self::Potassium,
        Self::Calcium,
        Self::CalciumIonised,
        Self::Albumin,
        Self::Magnesium,
        Self::Phosphate,
        Self::Tsh,
        Self::Ft4,
        Self::Hba1c,
        Self::Glucose,
        Self::Uacr,
        Self::Vitd,
        Self::Pth,
        Self::Zinc,
        Self::Copper,
        Self::Ifab,
        Self::Pca,
        Self::Gastrin,
        Self::TtgIga,
        Self::Egfr,
        Self::NeutHyperseg,
    ];

    /// What is known of it.
    pub const fn info(self) -> &'static AnalyteInfo {
        catalogue::of(self)
    }

    /// Its stable id, as in a patient's `analyte`.
    pub const fn id(self) -> &'static str {
        self.info().id
    }

    /// Its English name.
    pub const fn name(self) -> &'static str {
        self.info().name
    }

    /// How values in `unit` become canonical; `None` where the analyte is not accepted in it.
    pub fn scale(self, unit: Unit) -> Option<Scale> {
        self.info().units.iter().find(|accepted| accepted.unit == unit).map(|accepted| accepted.scale)
    }

    /// The value in the analyte's canonical unit; `None` where it is not accepted in `unit`.
    ///
    /// ```
    /// use ekbom::measure::analyte::Analyte;
    /// use ekbom::measure::unit::Unit;
    /// assert_eq!(Analyte::Haemoglobin.to_canonical(10.5, Unit::GPerDl), Some(105.0));
    /// assert_eq!(Analyte::Ferritin.to_canonical(13.4, Unit::UmolPerL), None);
    /// ```
    pub fn to_canonical(self, value: f64, unit: Unit) -> Option<f64> {
        Some(self.scale(unit)?.to_canonical(value))
    }

    /// The value in another unit; `None` where the analyte is not accepted in one of them.
    ///
    /// ```
    /// use ekbom::measure::analyte::Analyte;
    /// use ekbom::measure::unit::Unit;
    /// let ngsp = Analyte::Hba1c.convert(48.0, Unit::MmolPerMol, Unit::Percent).unwrap();
    /// assert_eq!((ngsp * 10.0).round() / 10.0, 6.5);
    /// ```
    pub fn convert(self, value: f64, from: Unit, to: Unit) -> Option<f64> {
        Some(self.scale(from)?.convert(value, self.scale(to)?))
    }

    /// Can this value, in the canonical unit, be true? A bound such as the 5 of `<5` is not a value: compare
    /// it with [`AnalyteInfo::hard`] only.
    ///
    /// ```
    /// use ekbom::measure::analyte::{Analyte, Plausibility};
    /// assert_eq!(Analyte::Haemoglobin.plausibility(13.5), Plausibility::Unlikely); // g/dL meant
    /// assert_eq!(Analyte::Tsat.plausibility(131.0), Plausibility::Plausible); // iron poisoning
    /// assert_eq!(Analyte::Tsat.plausibility(0.9), Plausibility::Unlikely); // a fraction meant
    /// assert_eq!(Analyte::Potassium.plausibility(0.9), Plausibility::Extreme); // seen once
    /// assert_eq!(Analyte::Ferritin.plausibility(1e7), Plausibility::Impossible);
    /// ```
    pub fn plausibility(self, canonical_value: f64) -> Plausibility {
        self.plausibility_in(canonical_value, self.info().canonical).unwrap_or(Plausibility::Impossible)
    }

    /// Whatever the unit in which it was written.
    fn plausibility_of(self, canonical_value: f64) -> Plausibility {
        let info = self.info();
        // Half a yes is no answer.
        let between = info.kind == AnalyteKind::Qualitative && canonical_value > 0.0 && canonical_value < 1.0;
        if between || !info.hard.contains(canonical_value) {
            return Plausibility::Impossible;
        }
        let Some(ordinary) = info.confirm else { return Plausibility::Plausible };
        let strange = match info.hazard {
            Hazard::None => !ordinary.contains(canonical_value),
            Hazard::Low => canonical_value > ordinary.high,
            Hazard::High => canonical_value < ordinary.low,
        };
        if strange { Plausibility::Extreme } else { Plausibility::Plausible }
    }

    /// The units, other than the `stated` one, in which this number would be an everyday result: one for each
    /// scale, the conventional spelling first. For "did you mean", never to assume a unit.
    ///
    /// ```
    /// use ekbom::measure::analyte::Analyte;
    /// use ekbom::measure::unit::Unit;
    /// assert_eq!(Analyte::Creatinine.units_that_make_sense(88.0, Some(Unit::MgPerDl)), [Unit::UmolPerL]);
    /// assert_eq!(Analyte::Haemoglobin.units_that_make_sense(102.0, Some(Unit::GPerDl)), [Unit::GPerL]);
    /// assert_eq!(Analyte::Ferritin.units_that_make_sense(1e9, None), []);
    /// ```
    pub fn units_that_make_sense(self, value: f64, stated: Option<Unit>) -> Vec<Unit> {
        let info = self.info();
        let everyday = info.confirm.unwrap_or(info.hard);
        // Another unit of the stated scale would be the same reading again.
        let mut seen: Vec<Scale> = stated.and_then(|unit| self.scale(unit)).into_iter().collect();
        let mut units = Vec::new();
        for accepted in info.units {
            if seen.contains(&accepted.scale) {
                continue;
            }
            seen.push(accepted.scale);
            if everyday.contains(accepted.scale.to_canonical(value)) {
                units.push(accepted.unit);
            }
        }
        units
    }
}

impl fmt::Display for Analyte {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id())
    }
}

impl FromStr for Analyte {
    type Err = UnknownAnalyte;

    /// By id, spelt exactly so: synonyms would be guesses.
    fn from_str(id: &str) -> Result<Self, UnknownAnalyte> {
        Self::ALL.into_iter().find(|analyte| analyte.id() == id).ok_or_else(|| UnknownAnalyte::new(id))
    }
}

coded! { Analyte = |code: &str| code.parse().ok(), Self::id; }

impl Serialize for Analyte {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

impl<'de> Deserialize<'de> for Analyte {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Cow::<str>::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// A text that is no analyte's id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown analyte `{text}`")]
pub struct UnknownAnalyte {
    text: String,
}

/// Words beside a name that say no more than the catalogue's own names say.
const IN_BLOOD: &[&str] =
    &["blood", "fasting", "lab", "level", "p", "plasma", "result", "s", "serum", "total", "value", "venous"];

impl UnknownAnalyte {
    /// As much of a text as a reader needs to recognise it.
    const SHOWN: usize = 40;

    fn new(text: &str) -> Self {
        Self { text: text.chars().take(Self::SHOWN).collect() }
    }

    /// The text, or its beginning where it was long.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The analyte that may have been meant.
    ///
    /// ```
    /// use ekbom::measure::analyte::Analyte;
    /// let error = "hemoglobin".parse::<Analyte>().unwrap_err();
    /// assert_eq!(error.to_string(), "unknown analyte `hemoglobin`");
    /// assert_eq!(error.nearest(), Some(Analyte::Haemoglobin));
    /// assert_eq!("Hb".parse::<Analyte>().unwrap_err().nearest(), Some(Analyte::Haemoglobin));
    /// ```
    pub fn nearest(&self) -> Option<Analyte> {
        match self.meant().as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    /// Every analyte that may have been meant: the one with this other name, those of whose ids it is a whole word, or
    /// the closest. What says that it was measured in blood is left out.
    ///
    /// ```
    /// use ekbom::measure::analyte::Analyte;
    /// let error = "folate".parse::<Analyte>().unwrap_err();
    /// assert_eq!(error.meant(), [Analyte::FolateSerum, Analyte::FolateRbc]);
    /// ```
    pub fn meant(&self) -> Vec<Analyte> {
        let plain = self.text.trim().to_lowercase().replace(['_', '-', ',', '/', '.'], " ");
        let words = || plain.split_whitespace();
        let whole = words().collect::<Vec<_>>().join(" ");
        let bare = words().filter(|word| !IN_BLOOD.contains(word)).collect::<Vec<_>>().join(" ");
        let ids = || Analyte::ALL.iter().map(|analyte| analyte.id());
        for plain in [&whole, &bare] {
            let other = catalogue::OTHER_NAMES.iter().find(|(name, _)| name == plain).map(|(_, own)| *own);
            let own = || Analyte::ALL.into_iter().find(|own| own.id().replace('_', " ") == **plain);
            if let Some(analyte) = other.or_else(own) {
                return alloc::vec![analyte];
            }
        }
        let mut near = if bare.is_empty() { Vec::new() } else { suggest::begun(&bare, ids()) };
        if near.is_empty() {
            near.extend(suggest::closest(&self.text, ids()));
        }
        near.into_iter().filter_map(|id| id.parse().ok()).collect()
    }
}

#[cfg(test)]
mod tests;
