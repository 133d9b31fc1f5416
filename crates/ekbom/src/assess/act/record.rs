//! An act as it stands in an assessment.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::Material;
use crate::fact::{Fact, Kind, Options};
use crate::knowledge::act::ActKind;
use crate::knowledge::code::ActCode;
use crate::logic::explain::known;
use crate::source::known::coded;
use crate::source::{Known, More, Text};

coded! { ActCertainty: Certain Usual Possible; }

/// How sure it is that what is known leads to an act.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ActCertainty {
    /// Everybody of whom the same is known needs it, whatever else turns out.
    Certain,
    /// So it is under the assumptions named.
    Usual,
    /// It may be.
    Possible,
}

impl ActCertainty {
    /// Every one.
    pub const ALL: &'static [Self] = &[Self::Certain, Self::Usual, Self::Possible];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Usual => "usual",
            Self::Possible => "possible",
        }
    }
}

/// A fact that leads to an act; of a question to ask a fact that it would tell.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ActReason {
    /// The fact, the analyte or the question; `medicines` of a danger of what is taken.
    pub fact: Text,
    /// In words.
    pub says: String,
    /// Keys of another version.
    #[serde(flatten)]
    pub more: More,
}

impl ActReason {
    pub(super) fn of(fact: impl Into<Text>, says: String) -> Self {
        Self { fact: fact.into(), says, more: More::new() }
    }
}

/// Something to do next.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Act {
    /// Stable code; [`Act::code`] is the same as a type.
    pub act: Text,
    /// What sort of act.
    pub kind: Known<ActKind>,
    /// How sure it is that it is needed.
    pub certainty: Known<ActCertainty>,
    /// Ids of the assumptions on which it rests; empty where it is certain.
    pub assuming: Vec<Text>,
    /// What to do, in English.
    pub text: String,
    /// What led here.
    pub because: Vec<ActReason>,
    /// The guidelines that say so.
    pub guidelines: Vec<Text>,
    /// Their rules.
    pub rules: Vec<Text>,
    /// Ids in the bibliography.
    pub sources: Vec<Text>,
    /// Codes of the acts to do before it: until then what forbids it is not ruled out.
    pub blocked_by: Vec<Text>,
    /// Keys of another version.
    #[serde(flatten)]
    pub more: More,
}

/// Said of a test that has a result already.
pub(super) const TO_BE_REPEATED: &str = "to be repeated";

impl Act {
    /// A test to be measured again, although there is a result of it.
    pub fn is_repeat(&self) -> bool {
        self.kind == ActKind::Test && self.because.iter().any(|own| own.says == TO_BE_REPEATED)
    }

    /// Its code with what it is about.
    ///
    /// ```
    /// use ekbom::measure::analyte::Analyte;
    /// use ekbom::{ActCode, Knowledge, Patient, assess};
    /// let patient = Patient::from_json(r#"{"labs": [{"analyte": "potassium", "value": 7.2, "unit": "mmol/L"}]}"#)?;
    /// let knowledge = Knowledge::builtin();
    /// let assessment = assess(&knowledge, &patient);
    /// assert_eq!(assessment.acts[0].code(), ActCode::Critical(Analyte::Potassium));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn code(&self) -> ActCode {
        known_code(&self.act)
    }

    /// The acts to do before it.
    pub fn waits_for(&self) -> impl Iterator<Item = ActCode> + '_ {
        self.blocked_by.iter().map(|code| known_code(code))
    }

    /// By what sort of act it is, and what is certain first.
    pub(super) fn by_kind(&self, other: &Self) -> Ordering {
        (&self.kind, &self.certainty).cmp(&(&other.kind, &other.certainty))
    }

    pub(super) fn new(code: impl Into<Text>, kind: ActKind, text: &str) -> Self {
        Self {
            act: code.into(),
            kind: kind.into(),
            certainty: ActCertainty::Certain.into(),
            assuming: Vec::new(),
            text: text.to_string(),
            because: Vec::new(),
            guidelines: Vec::new(),
            rules: Vec::new(),
            sources: Vec::new(),
            blocked_by: Vec::new(),
            more: More::new(),
        }
    }
}

/// The codes of acts are made by this crate: a test reads each of them.
#[expect(clippy::expect_used, reason = "a test reads the code of every act of the knowledge")]
fn known_code(code: &str) -> ActCode {
    ActCode::new(code).expect("an act has a well-formed code")
}

/// Of these facts the ones that are there, in words.
pub(super) fn reasons(material: &Material<'_, '_>, facts: &[Fact]) -> Vec<ActReason> {
    facts.iter().filter_map(|fact| reason(material, *fact)).collect()
}

fn reason(material: &Material<'_, '_>, fact: Fact) -> Option<ActReason> {
    let (own, label) = (material.facts(), fact.info().label);
    let says = match fact.info().kind {
        Kind::Flag => (own.flag(fact) == Options::YES).then(|| label.to_string())?,
        Kind::Choice(_) => own.is_known(fact).then(|| format!("{label}: {}", known(fact, own)))?,
        Kind::Number { .. } => own.is_known(fact).then(|| format!("{label} {}", known(fact, own)))?,
        Kind::Measured { .. } => own.reported(fact).then(|| format!("{label} {}", known(fact, own)))?,
        Kind::BySex { .. } => own.is_touched(fact).then(|| format!("{label} {}", known(fact, own)))?,
    };
    Some(ActReason::of(fact.id(), says))
}
