//! Medicines by ingredient, and what each means for this work-up.
//!
//! A medicine has memberships in classes. Plain classes (an antidepressant, a beta-blocker) describe. Two
//! classes claim something and carry their evidence: [`MedicineClass::ExacerbatesRls`] and
//! [`MedicineClass::LowersB12`]. Evidence against a claim is kept beside it. Nitrous oxide is history, not a
//! medicine here; alcohol and caffeine too. Combined products are found under the ingredient that matters
//! (co-careldopa under levodopa). Real medicines of which nothing is said here are known by name only
//! ([`no_bearing`]).

mod catalogue;
mod evidence;

/// Names only, one a line, sorted, in lower case. None of them is in the catalogue, and none belongs to a class
/// that a check here asks for.
static NO_BEARING: &str = include_str!("no_bearing.txt");

/// The international nonproprietary name of a real medicine that has no bearing here, whatever its case; `None`
/// for a medicine of the catalogue and for what is not known to be a medicine.
///
/// ```
/// use ekbom::fact::medicine::no_bearing;
/// assert_eq!(no_bearing(" Amlodipine "), Some("amlodipine"));
/// assert_eq!(no_bearing("metformin"), None);
/// ```
pub fn no_bearing(name: &str) -> Option<&'static str> {
    let name = name.trim();
    no_bearing_names().find(|own| own.eq_ignore_ascii_case(name))
}

/// The names of the medicines that are known to have no bearing here, in the order of the alphabet.
///
/// ```
/// use ekbom::fact::medicine::no_bearing_names;
/// assert!(no_bearing_names().any(|name| name == "amlodipine"));
/// ```
pub fn no_bearing_names() -> impl Iterator<Item = &'static str> {
    NO_BEARING.lines().filter(|own| !own.is_empty())
}

use alloc::borrow::{Cow, ToOwned};
use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

use crate::source::Verification;
use crate::source::known::coded;
use catalogue::{CATALOGUE, Entry};

/// What a medicine is, or does, that matters here.
///
/// ```
/// use ekbom::fact::medicine::MedicineClass;
/// assert_eq!(MedicineClass::ExacerbatesRls.code(), "exacerbates_rls");
/// assert_eq!("lowers_b12".parse(), Ok(MedicineClass::LowersB12));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MedicineClass {
    /// Brings on or worsens RLS, by the evidence of the membership. For a dopaminergic medicine the worsening
    /// over time is augmentation, which is the evidence of [`Self::Dopaminergic`].
    ExacerbatesRls,
    /// Lowers B12, by the evidence of the membership.
    #[serde(rename = "lowers_b12")]
    LowersB12,
    /// Levodopa and dopamine agonists.
    Dopaminergic,
    /// Iron taken by mouth.
    IronOral,
    /// Iron given into a vein.
    IronIntravenous,
    /// Vitamin B12 in any form.
    #[serde(rename = "b12_product")]
    B12Product,
    /// Folic acid and other folates.
    FolicAcid,
    /// The oestrogen of combined hormonal contraceptives: total B12 may be low without deficiency.
    CombinedContraceptive,
    /// Ligands of the alpha-2-delta subunit (gabapentinoids).
    #[serde(rename = "alpha2delta")]
    Alpha2Delta,
    /// Opioids.
    Opioid,
    /// Antidepressants of any kind.
    Antidepressant,
    /// Antidepressants that raise serotonin.
    Serotonergic,
    /// Antipsychotics and other medicines that block dopamine.
    DopamineAntagonist,
    /// Antihistamines that sedate.
    SedatingAntihistamine,
    /// Proton-pump inhibitors.
    ProtonPumpInhibitor,
    /// Histamine H2 antagonists.
    #[serde(rename = "h2_antagonist")]
    H2Antagonist,
    /// Medicines against seizures.
    Antiseizure,
    /// Benzodiazepines.
    Benzodiazepine,
    /// Beta-blockers.
    BetaBlocker,
    /// Z-drugs: hypnotics that act as benzodiazepines do.
    ZDrug,
    /// Other medicines that depress the brain: barbiturates, orexin antagonists, muscle relaxants that sedate.
    Sedative,
    /// Inhibitors of monoamine oxidase, of either kind.
    MaoInhibitor,
    /// Dopamine agonists derived from ergot.
    ErgotDopaminergic,
    /// Medicines that bind iron so that it leaves the body.
    IronChelator,
    /// Erythropoietin and others that make red cells (ESA and HIF stabilisers).
    Erythropoietic,
    /// Anticoagulants and clopidogrel, acetylsalicylic acid.
    BloodThinner,
    /// Medicines and salts that hinder the absorption of iron, or whose own absorption iron hinders.
    HinderedByIron,
}

impl MedicineClass {
    /// Every class.
    pub const ALL: &'static [Self] = &[
        Self::ExacerbatesRls,
        Self::LowersB12,
        Self::Dopaminergic,
        Self::IronOral,
        Self::IronIntravenous,
        Self::B12Product,
        Self::FolicAcid,
        Self::CombinedContraceptive,
        Self::Alpha2Delta,
        Self::Opioid,
        Self::Antidepressant,
        Self::Serotonergic,
        Self::DopamineAntagonist,
        Self::SedatingAntihistamine,
        Self::ProtonPumpInhibitor,
        Self::H2Antagonist,
        Self::Antiseizure,
        Self::Benzodiazepine,
        Self::BetaBlocker,
        Self::ZDrug,
        Self::Sedative,
        Self::MaoInhibitor,
        Self::ErgotDopaminergic,
        Self::IronChelator,
        Self::Erythropoietic,
        Self::BloodThinner,
        Self::HinderedByIron,
    ];

    /// The stable code.
    ///
    /// ```
    /// # use ekbom::fact::medicine::MedicineClass;
    /// assert_eq!(MedicineClass::Alpha2Delta.code(), "alpha2delta");
    /// ```
    pub const fn code(self) -> &'static str {
        match self {
            Self::ExacerbatesRls => "exacerbates_rls",
            Self::LowersB12 => "lowers_b12",
            Self::Dopaminergic => "dopaminergic",
            Self::IronOral => "iron_oral",
            Self::IronIntravenous => "iron_intravenous",
            Self::B12Product => "b12_product",
            Self::FolicAcid => "folic_acid",
            Self::CombinedContraceptive => "combined_contraceptive",
            Self::Alpha2Delta => "alpha2delta",
            Self::Opioid => "opioid",
            Self::Antidepressant => "antidepressant",
            Self::Serotonergic => "serotonergic",
            Self::DopamineAntagonist => "dopamine_antagonist",
            Self::SedatingAntihistamine => "sedating_antihistamine",
            Self::ProtonPumpInhibitor => "proton_pump_inhibitor",
            Self::H2Antagonist => "h2_antagonist",
            Self::Antiseizure => "antiseizure",
            Self::Benzodiazepine => "benzodiazepine",
            Self::BetaBlocker => "beta_blocker",
            Self::ZDrug => "z_drug",
            Self::Sedative => "sedative",
            Self::MaoInhibitor => "mao_inhibitor",
            Self::ErgotDopaminergic => "ergot_dopaminergic",
            Self::IronChelator => "iron_chelator",
            Self::Erythropoietic => "erythropoietic",
            Self::BloodThinner => "blood_thinner",
            Self::HinderedByIron => "hindered_by_iron",
        }
    }

    /// Does membership claim something that needs evidence?
    ///
    /// ```
    /// # use ekbom::fact::medicine::MedicineClass;
    /// assert!(MedicineClass::LowersB12.needs_evidence() && !MedicineClass::Opioid.needs_evidence());
    /// ```
    pub const fn needs_evidence(self) -> bool {
        matches!(self, Self::ExacerbatesRls | Self::LowersB12)
    }
}

impl fmt::Display for MedicineClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl FromStr for MedicineClass {
    type Err = UnknownClass;

    fn from_str(code: &str) -> Result<Self, UnknownClass> {
        let known = Self::ALL.iter().copied().find(|class| class.code() == code);
        known.ok_or_else(|| UnknownClass { code: code.to_owned() })
    }
}

/// What a piece of evidence speaks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The source names this ingredient.
    Ingredient,
    /// The source names a class only; that the ingredient belongs to it is pharmacology, not evidence.
    Class,
}

impl Scope {
    /// The stable code.
    ///
    /// ```
    /// # use ekbom::fact::medicine::Scope;
    /// assert_eq!(Scope::Class.code(), "class");
    /// ```
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ingredient => "ingredient",
            Self::Class => "class",
        }
    }
}

/// One statement of one source about a medicine, in this library's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// What the source says, paraphrased.
    pub says: &'static str,
    /// Whether it names the ingredient or only its class.
    pub scope: Scope,
    /// The id of the source in the bibliography.
    pub source: &'static str,
    /// How far the statement was checked.
    pub verification: Verification,
}

/// That a medicine belongs to a class, and why it is said to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Membership {
    /// The class.
    pub class: MedicineClass,
    /// The evidence; empty where the class only describes.
    pub evidence: &'static [Evidence],
}

/// A medicine of the catalogue.
///
/// The order is that of the names. JSON has the name; reading accepts synonyms.
///
/// ```
/// use ekbom::fact::medicine::{Medicine, MedicineClass};
/// let medicine: Medicine = " Pregabalin ".parse()?;
/// assert_eq!(medicine.name(), "pregabalin");
/// assert!(medicine.is(MedicineClass::Alpha2Delta) && medicine.is(MedicineClass::LowersB12));
/// # Ok::<(), ekbom::fact::medicine::UnknownMedicine>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Medicine(u16);

/// A name that is no medicine of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("unknown medicine `{name}`; accepted: an ingredient of the catalogue by its nonproprietary name")]
pub struct UnknownMedicine {
    name: String,
}

impl UnknownMedicine {
    /// The name as given.
    ///
    /// ```
    /// use ekbom::fact::medicine::Medicine;
    /// assert_eq!("snake oil".parse::<Medicine>().unwrap_err().name(), "snake oil");
    /// ```
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// A code that is no class of medicines.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("unknown class of medicines `{code}`; accepted: a code of `MedicineClass::ALL`")]
pub struct UnknownClass {
    code: String,
}

impl Medicine {
    /// The medicine of that name or synonym, whatever its case; `None` where the catalogue has none.
    ///
    /// ```
    /// use ekbom::fact::medicine::Medicine;
    /// assert_eq!(Medicine::find("OMEPRAZOLE").unwrap().name(), "omeprazole");
    /// assert_eq!(Medicine::find("chlorpheniramine"), Medicine::find("chlorphenamine"));
    /// assert_eq!(Medicine::find("nitrous oxide"), None);
    /// ```
    pub fn find(name: &str) -> Option<Self> {
        let name = name.trim();
        Self::all().find(|medicine| {
            let entry = medicine.entry();
            entry.name.eq_ignore_ascii_case(name)
                || entry.synonyms.iter().any(|synonym| synonym.eq_ignore_ascii_case(name))
        })
    }

    /// Every medicine, in the order of their names.
    ///
    /// ```
    /// use ekbom::fact::medicine::{Medicine, MedicineClass};
    /// assert!(Medicine::all().filter(|m| m.is(MedicineClass::ProtonPumpInhibitor)).count() >= 5);
    /// ```
    pub fn all() -> impl Iterator<Item = Self> {
        (0..).zip(CATALOGUE).map(|(index, _)| Self(index))
    }

    /// Does it belong to a class by weak evidence alone?
    pub fn is_weakly(self, class: MedicineClass) -> bool {
        let own = || self.memberships().iter().filter(|own| own.class == class).flat_map(|own| own.evidence);
        own().next().is_some() && own().all(Evidence::is_weak)
    }

    /// Its place in [`Self::all`].
    pub(crate) const fn place(self) -> usize {
        self.0 as usize
    }

    #[expect(clippy::indexing_slicing, reason = "`all` alone makes indices, from the catalogue itself")]
    fn entry(self) -> &'static Entry {
        &CATALOGUE[usize::from(self.0)]
    }

    /// The nonproprietary name, in lower case.
    ///
    /// ```
    /// # use ekbom::fact::medicine::Medicine;
    /// assert_eq!(Medicine::find("a tonic"), None);
    /// assert_eq!(Medicine::find("vitamin C").unwrap().name(), "ascorbic acid");
    /// ```
    pub fn name(self) -> &'static str {
        self.entry().name
    }

    /// Other names under which it is found.
    ///
    /// ```
    /// # use ekbom::fact::medicine::Medicine;
    /// assert!(Medicine::find("levodopa").unwrap().synonyms().contains(&"co-careldopa"));
    /// ```
    pub fn synonyms(self) -> &'static [&'static str] {
        self.entry().synonyms
    }

    /// Its memberships, with their evidence.
    ///
    /// ```
    /// # use ekbom::fact::medicine::{Medicine, MedicineClass};
    /// let metformin = Medicine::find("metformin").unwrap();
    /// let [lowers_b12] = metformin.memberships() else { panic!("one membership") };
    /// assert!(lowers_b12.evidence.iter().any(|evidence| evidence.source == "ARODA2016"));
    /// ```
    pub fn memberships(self) -> &'static [Membership] {
        self.entry().memberships
    }

    /// Evidence that it does not worsen RLS, or less than its class would suggest.
    ///
    /// ```
    /// # use ekbom::fact::medicine::{Medicine, MedicineClass};
    /// let reboxetine = Medicine::find("reboxetine").unwrap();
    /// assert!(!reboxetine.is(MedicineClass::ExacerbatesRls));
    /// assert_eq!(reboxetine.counter_evidence().len(), 1);
    /// ```
    pub fn counter_evidence(self) -> &'static [Evidence] {
        self.entry().counter_evidence
    }

    /// Its classes.
    ///
    /// ```
    /// # use ekbom::fact::medicine::{Medicine, MedicineClass};
    /// assert!(Medicine::find("methadone").unwrap().classes().eq([MedicineClass::Opioid]));
    /// ```
    pub fn classes(self) -> impl Iterator<Item = MedicineClass> {
        self.memberships().iter().map(|membership| membership.class)
    }

    /// Does it belong to the class?
    ///
    /// ```
    /// # use ekbom::fact::medicine::{Medicine, MedicineClass};
    /// assert!(Medicine::find("diphenhydramine").unwrap().is(MedicineClass::ExacerbatesRls));
    /// ```
    pub fn is(self, class: MedicineClass) -> bool {
        self.classes().any(|own| own == class)
    }
}

impl fmt::Debug for Medicine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Medicine").field(&self.name()).finish()
    }
}

impl fmt::Display for Medicine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Medicine {
    type Err = UnknownMedicine;

    fn from_str(name: &str) -> Result<Self, UnknownMedicine> {
        Self::find(name).ok_or_else(|| UnknownMedicine { name: name.to_owned() })
    }
}

coded! {
    Scope: Ingredient Class;
}
coded! {
    MedicineClass = |code: &str| code.parse().ok(), Self::code;
    Medicine = |name: &str| Self::all().find(|own| own.name() == name), Self::name;
}

impl Serialize for Medicine {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Medicine {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Cow::<str>::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests;
