//! The codes of acts.

use alloc::borrow::Cow;
use alloc::format;
use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{BadCode, OwnCode, ReadCode};
use crate::fact::Fact;
use crate::fact::medicine::Medicine;
use crate::knowledge::precaution::{self, Precaution};
use crate::knowledge::question::Treatment;
use crate::measure::analyte::Analyte;

/// The id of a row of precautions, such as `gab-05`.
///
/// ```
/// use ekbom::knowledge::code::PrecautionId;
/// let id = PrecautionId::new("gab-05").unwrap();
/// assert_eq!(id.as_str(), "gab-05");
/// assert!(PrecautionId::new("gab-99").is_none());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PrecautionId(&'static str);

impl PrecautionId {
    /// The id of this row; `None` where there is no such row.
    pub fn new(id: &str) -> Option<Self> {
        precaution::find(id).map(|row| Self(row.id))
    }

    /// The id.
    pub const fn as_str(self) -> &'static str {
        self.0
    }

    /// The row.
    pub fn row(self) -> Option<&'static Precaution> {
        precaution::find(self.0)
    }
}

impl fmt::Debug for PrecautionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.0, f)
    }
}

macro_rules! acts {
    ($($variant:ident = $code:literal,)+) => {
        /// The code of an act, with what it is about.
        ///
        /// ```
        /// use ekbom::ActCode;
        /// use ekbom::fact::medicine::Medicine;
        /// use ekbom::measure::analyte::Analyte;
        /// assert_eq!("b12_treat_now".parse(), Ok(ActCode::B12TreatNow));
        /// assert_eq!("test:tsat".parse(), Ok(ActCode::Test(Analyte::Tsat)));
        /// let metformin = Medicine::find("metformin").unwrap();
        /// assert_eq!(ActCode::Review(metformin).code(), "review:metformin");
        /// ```
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[non_exhaustive]
        pub enum ActCode {
            $(#[doc = concat!("`", $code, "`")] $variant,)+
            /// `critical:<analyte>`: act on a critical result.
            Critical(Analyte),
            /// `result:<analyte>`: act on a result that is far out, short of critical.
            FarOut(Analyte),
            /// `precaution:<row>`: a danger of what is taken or planned.
            Precaution(PrecautionId),
            /// `review:<medicine>`: look at a medicine again.
            Review(Medicine),
            /// `treatment:<treatment>`: a treatment for the legs.
            Treatment(Treatment),
            /// `ask:<fact>`: ask for a fact that belongs to none of the questions above.
            Ask(Fact),
            /// `test:<analyte>`: measure it, or measure it again.
            Test(Analyte),
            /// One that this version does not know.
            Other(OwnCode<Self>),
        }

        impl ActCode {
            /// Every one that is about nothing but itself.
            pub const NAMED: &'static [Self] = &[$(Self::$variant,)+];

            /// The stable code.
            pub fn code(&self) -> Cow<'_, str> {
                match self {
                    $(Self::$variant => Cow::Borrowed($code),)+
                    Self::Critical(analyte) => format!("critical:{analyte}").into(),
                    Self::FarOut(analyte) => format!("result:{analyte}").into(),
                    Self::Precaution(row) => format!("precaution:{}", row.as_str()).into(),
                    Self::Review(medicine) => format!("review:{}", spelt(*medicine)).into(),
                    Self::Treatment(treatment) => format!("treatment:{treatment}").into(),
                    Self::Ask(fact) => format!("ask:{fact}").into(),
                    Self::Test(analyte) => format!("test:{analyte}").into(),
                    Self::Other(own) => Cow::Borrowed(own.as_str()),
                }
            }
        }
    };
}

acts! {
    InfantUrgent = "infant_urgent",
    CopperLow = "copper_low",
    B12TreatNow = "b12_treat_now",
    TreatPhosphate = "treat_phosphate",
    StopIronTaken = "stop_iron_taken",
    Augmentation = "augmentation",
    B12Treat = "b12_treat",
    B12Trial = "b12_trial",
    Folate = "folate",
    OralIron = "oral_iron",
    IvIron = "iv_iron",
    ReferHaematology = "refer:haematology",
    ReferNephrology = "refer:nephrology",
    ReferObstetrics = "refer:obstetrics",
    ReferPaediatrics = "refer:paediatrics",
    ReferIron = "refer:iron",
    ReferNeurology = "refer:neurology",
    ReferIronDeficiencyAnaemia = "refer:iron_deficiency_anaemia",
    ReferPregnancyDeficiency = "refer:pregnancy_deficiency",
    HaemochromatosisWorkup = "haemochromatosis_workup",
    AskRlsCriteria = "ask:rls_criteria",
    AskIronOverload = "ask:iron_overload",
    AskOralIron = "ask:oral_iron",
    AskRecentIron = "ask:recent_iron",
    AskKidneyFailure = "ask:kidney_failure",
    AskPregnancy = "ask:pregnancy",
    AskNeurologicalSigns = "ask:neurological_signs",
    AskNitrousOxide = "ask:nitrous_oxide",
    AskB12Replacement = "ask:b12_replacement",
    AskB12Cause = "ask:b12_cause",
    AskParkinsonsDisease = "ask:parkinsons_disease",
    AskMedicines = "ask:medicines",
    AskAugmentation = "ask:augmentation",
    AskDistress = "ask:distress",
    AskAge = "ask:age",
    NoIron = "no_iron",
    DeferIron = "defer_iron",
    RlsNotMet = "mind:rls_not_met",
    ParkinsonsTreatment = "mind:parkinsons_treatment",
    AddressUntreatedOsa = "address:untreated_osa",
    AddressAlcohol = "address:alcohol",
    AddressCaffeine = "address:caffeine",
    FolateBeforeB12 = "mind:folate_before_b12",
    OutsideLimits = "mind:outside_limits",
    Anaemia = "mind:anaemia",
    Planned = "mind:planned",
    NothingFound = "mind:nothing_found",
}

/// The name of a medicine as it stands in a code.
fn spelt(medicine: Medicine) -> Cow<'static, str> {
    let name = medicine.name();
    if name.contains(' ') { Cow::Owned(name.replace(' ', "_")) } else { Cow::Borrowed(name) }
}

impl ActCode {
    /// The act with this code, or [`Other`](Self::Other) if this version does not know it.
    pub fn new(code: &str) -> Result<Self, BadCode> {
        let named = Self::NAMED.iter().find(|own| own.code() == code);
        match named.cloned().or_else(|| Self::about(code)) {
            Some(known) => Ok(known),
            None => OwnCode::new(code).map(Self::Other),
        }
    }

    /// One that says what it is about.
    fn about(code: &str) -> Option<Self> {
        let (sort, about) = code.split_once(':')?;
        let analyte = || Analyte::ALL.iter().copied().find(|own| own.id() == about);
        match sort {
            "critical" => analyte().map(Self::Critical),
            "result" => analyte().map(Self::FarOut),
            "test" => analyte().map(Self::Test),
            "ask" => Fact::from_id(about).map(Self::Ask),
            "precaution" => PrecautionId::new(about).map(Self::Precaution),
            "review" => Medicine::all().find(|own| spelt(*own) == about).map(Self::Review),
            "treatment" => Treatment::ALL.iter().copied().find(|own| own.id() == about).map(Self::Treatment),
            _ => None,
        }
    }
}

impl FromStr for ActCode {
    type Err = BadCode;

    fn from_str(code: &str) -> Result<Self, BadCode> {
        Self::new(code)
    }
}

impl fmt::Display for ActCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.code())
    }
}

impl Serialize for ActCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.code())
    }
}

impl<'de> Deserialize<'de> for ActCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(ReadCode(core::marker::PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use std::format;
    use std::string::{String, ToString};
    use std::vec::Vec;

    use super::ActCode;
    use crate::fact::medicine::Medicine;
    use crate::knowledge::act::{ACTS, ALERT_ACTS, FACTORS, asks};
    use crate::knowledge::advice::TESTS;
    use crate::knowledge::precaution::precautions;
    use crate::measure::analyte::Analyte;

    #[test]
    fn every_act_of_the_knowledge_is_known_and_reads_back() {
        let mut codes: Vec<String> = ACTS.iter().map(|own| own.code.to_string()).collect();
        codes.extend(ALERT_ACTS.iter().map(|own| own.code.to_string()));
        codes.extend(FACTORS.iter().map(|own| own.code.to_string()));
        codes.extend(asks().map(|own| format!("ask:{}", own.topic)));
        codes.extend(TESTS.iter().map(|own| format!("test:{}", own.test)));
        codes.extend(Analyte::ALL.iter().map(|own| format!("critical:{own}")));
        codes.extend(precautions().map(|own| format!("precaution:{}", own.id)));
        codes.extend(Medicine::all().map(|own| format!("review:{}", super::spelt(own))));
        codes.extend(["no_iron", "defer_iron", "stop_iron_taken", "refer:iron"].map(String::from));
        for code in codes {
            let read = ActCode::new(&code);
            assert!(matches!(&read, Ok(own) if !matches!(own, ActCode::Other(_))), "{code}");
            assert_eq!(read.map(|own| own.to_string()), Ok(code));
        }
    }

    #[test]
    fn what_is_not_known_is_kept() {
        for code in ["test:moon_dust", "review:zzyzx", "sing", "precaution:gab-99"] {
            assert!(matches!(ActCode::new(code), Ok(ActCode::Other(own)) if own.as_str() == code), "{code}");
        }
        assert!(ActCode::new("Review metformin").is_err());
    }
}
