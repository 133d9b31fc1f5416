//! An assessment that lives on: owned, written and read as the same JSON.
//!
//! An [`Assessment`] borrows from its knowledge. A [`Record`] holds the same as values of its own, so that it can be
//! stored, sent and read again, also by a version that does not know every code or key in it: an unknown code is kept as
//! it is spelt, an unknown key in `more`. It holds no patient.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::answers::{Answers, NoPosition, WhyNoPosition};
use super::{ActCertainty, Assessment};
use crate::fact::medicine::Scope;
use crate::knowledge::act::ActKind;
use crate::knowledge::code::{ActCode, AlertCode, AnswerTo, Guideline, Question};
use crate::knowledge::question::{Treatment, TreatmentPosition};
use crate::knowledge::{alert, precaution};
use crate::patient::FaultKind;
use crate::source::{SourceKind, Verification};

/// A code of a closed set: one that this version knows, or one that it does not.
///
/// ```
/// use ekbom::assess::Known;
/// use ekbom::source::Verification;
/// let read: Known<Verification> = serde_json::from_str("\"original\"").unwrap();
/// assert_eq!(read, Known::This(Verification::Original));
/// let later: Known<Verification> = serde_json::from_str("\"seen\"").unwrap();
/// assert_eq!(later.code(), "seen");
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Known<T> {
    /// One that this version knows.
    This(T),
    /// One of another version, as it is spelt.
    Later(String),
}

/// A closed set of codes. Sealed.
pub trait Coded: Copy + sealed::Sealed + 'static {
    #[doc(hidden)]
    const EVERY: &'static [Self];
    #[doc(hidden)]
    fn spelt(self) -> &'static str;
}

mod sealed {
    pub trait Sealed {}
}

macro_rules! coded {
    ($($name:ty: $($variant:ident)+;)+) => {
        $(
            impl sealed::Sealed for $name {}

            impl Coded for $name {
                const EVERY: &'static [Self] = &[$(Self::$variant,)+];

                fn spelt(self) -> &'static str {
                    // Says when one is left out above.
                    match self { $(Self::$variant => self.code(),)+ }
                }
            }
        )+
    };
}

coded! {
    Verification: Original Secondary Unverified Derived;
    ActKind: ActOnResult TreatNow Stop Precaution Review Treat Refer Ask Test Mind;
    ActCertainty: Certain Usual Possible;
    alert::Severity: Urgent Caution Info;
    precaution::Severity: Urgent Stop Caution Note;
    SourceKind: Guideline Label AgencyNotice Trial Study Review LaboratoryManual Survey Instrument ReferenceData Page
        AiPage Forum;
    Scope: Ingredient Class;
}

impl sealed::Sealed for FaultKind {}

impl Coded for FaultKind {
    const EVERY: &'static [Self] = Self::ALL;

    fn spelt(self) -> &'static str {
        self.code()
    }
}

impl<T: Coded> Known<T> {
    /// The code.
    pub fn code(&self) -> &str {
        match self {
            Self::This(own) => own.spelt(),
            Self::Later(code) => code,
        }
    }
}

impl<T: Coded> Serialize for Known<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de, T: Coded> Deserialize<'de> for Known<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        let known = T::EVERY.iter().copied().find(|own| own.spelt() == code);
        Ok(known.map_or(Self::Later(code), Self::This))
    }
}

/// A number of the border: a whole one without a decimal point.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Shown(#[serde(serialize_with = "crate::measure::number::serialize")] pub f64);

macro_rules! records {
    ($($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)+ })+) => {
        $(
            $(#[$meta])*
            #[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
            #[non_exhaustive]
            pub struct $name {
                $($(#[$field_meta])* #[doc = concat!("As the `", stringify!($field), "` of the assessment.")]
                pub $field: $type,)+
                /// Keys of another version.
                #[serde(flatten)]
                pub more: BTreeMap<String, Value>,
            }
        )+
    };
}

records! {
    /// An assessment as values of its own.
    ///
    /// ```
    /// use ekbom::assess::Record;
    /// use ekbom::knowledge::question::IronTherapy;
    /// use ekbom::{Guideline, Knowledge, Patient, assess};
    ///
    /// fn keep() -> Result<Record, Box<dyn std::error::Error>> {
    ///     let knowledge = Knowledge::builtin();
    ///     let patient = Patient::from_json(r#"{"labs": [{"analyte": "ferritin", "value": 38, "unit": "ng/mL"}]}"#)?;
    ///     Ok(assess(&knowledge, &patient).to_record()) // nothing is borrowed from here
    /// }
    /// let kept = keep()?;
    /// let read: Record = serde_json::from_str(&kept.to_json())?;
    /// assert_eq!(read, kept);
    /// assert!(read.answers::<IronTherapy>(&Guideline::Aasm2025)?.can_be(IronTherapy::OralOrIv));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Record {
        ekbom: String,
        knowledge: KnowledgeRecord,
        changes: Vec<ChangeRecord>,
        #[serde(default)]
        set_aside: Vec<FaultRecord>,
        positions: Vec<PositionRecord>,
        disagreements: Vec<DisagreementRecord>,
        acts: Vec<ActRecord>,
        recommendations: Vec<RecommendationRecord>,
        stopped: Vec<StoppedRecord>,
        withheld: Vec<WithheldRecord>,
        critical: Vec<CriticalRecord>,
        precautions: Vec<PrecautionRecord>,
        next_tests: Vec<TestRecord>,
        alerts: Vec<AlertRecord>,
        claims: Vec<String>,
        derived: Vec<DerivedRecord>,
        results: Vec<ResultRecord>,
        medicines: Vec<MedicineRecord>,
        sources: Vec<SourceRecord>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        trace: Option<Vec<TraceRecord>>,
    }
    /// Which knowledge answered.
    KnowledgeRecord { version: String, hash: String, }
    /// What could not be accepted.
    FaultRecord {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kind: Option<Known<FaultKind>>,
        field: String, value: String, message: String, accepted: Vec<String>,
    }
    /// A limit that was changed.
    ChangeRecord { rule: String, fact: String, from: Shown, to: Shown, }
    /// A position.
    PositionRecord {
        question: Question,
        guideline: Guideline,
        possible: Vec<String>,
        usual: Option<UsualRecord>,
        rules: Vec<String>,
        needs: Vec<String>,
        flags: Vec<String>,
        verification: Known<Verification>,
    }
    /// What is usually left.
    UsualRecord { possible: Vec<String>, assuming: Vec<String>, }
    /// A disagreement.
    DisagreementRecord {
        question: Question,
        #[serde(serialize_with = "sides", deserialize_with = "read_sides")]
        positions: Vec<(Guideline, Vec<String>)>,
    }
    /// An act.
    ActRecord {
        act: ActCode,
        kind: Known<ActKind>,
        certainty: Known<ActCertainty>,
        assuming: Vec<String>,
        text: String,
        because: Vec<ReasonRecord>,
        guidelines: Vec<Guideline>,
        rules: Vec<String>,
        sources: Vec<String>,
        blocked_by: Vec<ActCode>,
    }
    /// What led to an act.
    ReasonRecord { fact: String, says: String, }
    /// A recommendation.
    RecommendationRecord {
        action: String,
        iron: bool,
        direction: String,
        strength: Option<String>,
        certainty: Option<String>,
        guideline: Guideline,
        question: Question,
        rule: String,
        possible: Vec<String>,
        because: Vec<String>,
        flags: Vec<String>,
        follow_up: Vec<FollowUpRecord>,
        withheld: Option<Vec<String>>,
        cautions: Vec<String>,
    }
    /// What to look at again.
    FollowUpRecord {
        check: String,
        weeks: Option<u16>,
        says: String,
        source: String,
        verification: Known<Verification>,
    }
    /// A stop of iron.
    StoppedRecord { rule: String, answers: Vec<String>, forbids: Vec<String>, because: Vec<String>, }
    /// The gate's verdict.
    WithheldRecord { gives: String, why: Vec<String>, safety_open: bool, }
    /// A critical result.
    CriticalRecord {
        analyte: String,
        value: Shown,
        unit: String,
        limit: Shown,
        direction: String,
        source: String,
        says: String,
        verification: Known<Verification>,
    }
    /// A precaution.
    PrecautionRecord {
        id: String,
        severity: Known<precaution::Severity>,
        concerns: String,
        taken: bool,
        says: String,
        certain: bool,
        because: Vec<String>,
        missing: Vec<String>,
        rows: Vec<String>,
        sources: Vec<String>,
        verification: Known<Verification>,
    }
    /// A test that is missing.
    TestRecord {
        test: String,
        could_change: Vec<Question>,
        cannot_change: Vec<Question>,
        asked_by: Vec<String>,
        instructions: Vec<String>,
    }
    /// An alert.
    AlertRecord { code: AlertCode, severity: Known<alert::Severity>, message: String, facts: Vec<String>, }
    /// A computed fact.
    DerivedRecord {
        fact: String,
        value: Option<Shown>,
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
        low: Option<Option<Shown>>,
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
        high: Option<Option<Shown>>,
        unit: String,
        from: Vec<String>,
        method: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        if_sex: Option<String>,
    }
    /// A result as reported.
    ResultRecord {
        analyte: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        value: Option<Shown>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        comparator: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        finding: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        days_ago: Option<Shown>,
        counted: bool,
    }
    /// A medicine of the catalogue.
    MedicineRecord { medicine: String, classes: Vec<ClassRecord>, against: Vec<EvidenceRecord>, }
    /// A class of a medicine.
    ClassRecord { class: String, evidence: Vec<EvidenceRecord>, }
    /// What a source says of a medicine.
    EvidenceRecord { says: String, scope: Known<Scope>, source: String, verification: Known<Verification>, }
    /// A source.
    SourceRecord {
        id: String,
        name: String,
        kind: Option<Known<SourceKind>>,
        title: String,
        year: Option<u16>,
        doi: Option<String>,
        verification: Known<Verification>,
    }
    /// Every rule of a table, with what its conditions saw.
    TraceRecord { question: Question, guideline: Guideline, rules: Vec<RuleRecord>, }
    /// A rule with what its condition saw.
    RuleRecord { rule: String, answers: Vec<String>, when: NodeRecord, }
    /// A condition.
    NodeRecord {
        condition: String,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        saw: String,
        truth: String,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        parts: Vec<NodeRecord>,
    }
}

/// An end that is there, and `null` where it has no number: the interval is open to that side.
fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<Shown>>, D::Error> {
    Option::<Shown>::deserialize(deserializer).map(Some)
}

fn sides<S: Serializer>(sides: &[(Guideline, Vec<String>)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(sides.iter().map(|(key, value)| (key, value)))
}

/// In the order in which they stand.
fn read_sides<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<(Guideline, Vec<String>)>, D::Error> {
    struct Sides(PhantomData<()>);
    impl<'de> Visitor<'de> for Sides {
        type Value = Vec<(Guideline, Vec<String>)>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("guidelines with their answers")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut made = Vec::new();
            while let Some(side) = map.next_entry()? {
                made.push(side);
            }
            Ok(made)
        }
    }
    deserializer.deserialize_map(Sides(PhantomData))
}

impl Record {
    /// As one line of JSON: the bytes of the assessment.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// One position.
    ///
    /// # Errors
    /// When the record has none; why, only the knowledge that answered can tell.
    pub fn position(
        &self,
        question: &Question,
        guideline: &Guideline,
    ) -> Result<&PositionRecord, NoPosition> {
        let found =
            self.positions.iter().find(|own| own.question == *question && own.guideline == *guideline);
        found.ok_or_else(|| NoPosition::new(question.clone(), guideline, WhyNoPosition::NotInRecord))
    }

    /// The answers still possible to the question whose answers are of this type.
    ///
    /// # Errors
    /// As [`Record::position`].
    pub fn answers<A: AnswerTo>(&self, of: &Guideline) -> Result<Answers<A>, NoPosition> {
        self.position(&A::QUESTION, of).map(|position| Answers::of(&position.possible))
    }

    /// What a guideline can still say of a treatment.
    ///
    /// # Errors
    /// As [`Record::position`].
    pub fn treatment(
        &self,
        treatment: Treatment,
        of: &Guideline,
    ) -> Result<Answers<TreatmentPosition>, NoPosition> {
        self.position(&Question::Treatment(treatment), of).map(|position| Answers::of(&position.possible))
    }

    /// Was this alert raised?
    pub fn has_alert(&self, code: &AlertCode) -> bool {
        self.alerts.iter().any(|alert| alert.code == *code)
    }
}

impl Assessment<'_> {
    /// The same as values of its own, for keeping.
    #[expect(clippy::expect_used, reason = "a test reads the record of every vector's answer")]
    pub fn to_record(&self) -> Record {
        serde_json::from_str(&self.to_json()).expect("an assessment has the shape of a record")
    }
}
