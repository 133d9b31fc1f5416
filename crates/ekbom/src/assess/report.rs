//! The shape of an assessment. Its keys are API: always present, empty lists included.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use core::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::act::Act;
use super::answers::Absent;
use crate::assess::critical::CriticalResult;
use crate::assess::intake::{Derived, Policy, UsedResult};
use crate::assess::precaution::PrecautionSaid;
use crate::fact::medicine::{Evidence, Medicine, MedicineClass, Membership, Scope};
use crate::fact::{Fact, FactBox};
use crate::knowledge::LimitChange;
use crate::knowledge::advice::FollowUp;
use crate::knowledge::alert::Severity;
use crate::logic::explain::{TraceNode, trace};
use crate::logic::table::Table;
use crate::measure::analyte::Analyte;
use crate::measure::number::{Number, rounded};
use crate::patient::{LabResult, Patient, PatientError};
use crate::source::{Known, More, SourceKind, Text, Verification, texts};

/// Everything that follows from what is known of one patient.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Assessment {
    /// Version of the crate.
    pub ekbom: Text,
    /// Which knowledge answered.
    pub knowledge: KnowledgeId,
    /// Limits that were changed by name; empty where the knowledge is as it came.
    pub changes: Vec<LimitChanged>,
    /// What could not be accepted and counts as not said, where the caller asked to go on without it. Said first.
    pub set_aside: Vec<PatientError>,
    /// One for each table asked, always.
    pub positions: Vec<Position>,
    /// Questions on which guidelines cannot be of one mind.
    pub disagreements: Vec<Disagreement>,
    /// What a person does next, in order: ten at most, and whatever is urgent.
    pub acts: Vec<Act>,
    /// What to do, first things first.
    pub recommendations: Vec<Recommendation>,
    /// Stops of iron that certainly hold, in the order of their rules, also one behind another.
    pub stopped: Vec<Stopped>,
    /// For each way of giving iron, and for what gives none: is it withheld from somebody with restless legs, whatever
    /// a guideline says?
    pub withheld: Vec<Withheld>,
    /// Results that must be acted on now, if their unit is right.
    pub critical: Vec<CriticalResult>,
    /// What to mind about medicines that are offered, planned or taken, urgent first.
    pub precautions: Vec<PrecautionSaid>,
    /// Tests that are missing, and what each could change: those of the acts first.
    pub next_tests: Vec<NextTest>,
    /// What a reader must not miss, urgent first.
    pub alerts: Vec<AlertRaised>,
    /// Claims of the founding article that the facts touch.
    pub claims: Vec<Text>,
    /// Facts that were computed.
    pub derived: Vec<DerivedFact>,
    /// Every result, and whether it counted.
    pub results: Vec<ResultUsed>,
    /// Medicines of the catalogue, with what is known of them here.
    pub medicines: Vec<MedicineUsed>,
    /// Sources behind the rules still possible.
    pub sources: Vec<SourceUsed>,
    /// Every condition with the value it saw; only on request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trace: Option<Vec<TableTrace>>,
    #[serde(skip)]
    pub(super) memory: Memory,
    /// Keys of another version.
    #[serde(flatten)]
    pub more: More,
}

/// What is known of an assessment in memory alone: one that was read from JSON has none of it, and is equal all the same.
#[derive(Clone, Debug, Default)]
pub(super) struct Memory {
    /// Tables that have no position here, and why.
    pub(super) absent: Vec<Absent>,
    /// What it was made from: not written, for it is the patient's data.
    pub(super) made_from: Option<Arc<MadeFrom>>,
}

impl PartialEq for Memory {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// What an assessment was made from, beside the knowledge that it names.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct MadeFrom {
    /// The patient.
    pub patient: Patient,
    /// How results were read.
    pub policy: Policy,
}

/// Which knowledge answered.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct KnowledgeId {
    /// Its version.
    pub version: Text,
    /// Its fingerprint.
    pub hash: Text,
    /// Keys of another version.
    #[serde(flatten)]
    pub more: More,
}

/// What one guideline answers to one question.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Position {
    /// The question.
    pub question: Text,
    /// The guideline.
    pub guideline: Text,
    /// The answers still possible; one when determined.
    pub possible: Vec<Text>,
    /// What is usually left, and what that assumes; `null` where it is not less than what is possible.
    pub usual: Option<Usual>,
    /// The rules that can still be the one that applies.
    pub rules: Vec<Text>,
    /// Facts that could still change the answer.
    pub needs: Vec<Text>,
    /// Codes of what to mind about the answer.
    pub flags: Vec<Text>,
    /// The weakest verification of its possible rules.
    pub verification: Known<Verification>,
    /// Keys of another version.
    #[serde(flatten)]
    pub more: More,
}

/// The answers usually left, and what that assumes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Usual {
    /// A part of the possible answers.
    pub possible: Vec<Text>,
    /// Ids of the assumptions it rests on: without any one of them it would be more.
    pub assuming: Vec<Text>,
    /// Keys of another version.
    #[serde(flatten)]
    pub more: More,
}

impl Position {
    /// The answer, where one is left.
    pub fn determined(&self) -> Option<&str> {
        match self.possible.as_slice() {
            [only] => Some(only.as_str()),
            _ => None,
        }
    }
}

/// Guidelines that cannot be of one mind.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Disagreement {
    /// The question.
    pub question: Text,
    /// Each guideline that disagrees with another, with what it can still answer.
    #[serde(serialize_with = "as_map", deserialize_with = "in_order")]
    pub positions: Vec<(Text, Vec<Text>)>,
    /// Keys of another version.
    #[serde(flatten)]
    pub more: More,
}

fn as_map<S: Serializer>(entries: &[(Text, Vec<Text>)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(entries.iter().map(|(key, value)| (key, value)))
}

/// In the order in which they stand.
fn in_order<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<(Text, Vec<Text>)>, D::Error> {
    struct Sides;
    impl<'de> Visitor<'de> for Sides {
        type Value = Vec<(Text, Vec<Text>)>;

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
    deserializer.deserialize_map(Sides)
}

/// What to look at again after an action, and when: only where a source gives it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FollowUpSaid {
    /// What to look at.
    pub check: Text,
    /// When, in weeks; nothing where the source names no time.
    pub weeks: Option<u16>,
    /// In words.
    pub says: Text,
    /// Where it stands.
    pub source: Text,
    /// How far it was checked.
    pub verification: Known<Verification>,
    /// Keys of another version.
    #[serde(flatten)]
    pub more: More,
}

impl From<&FollowUp> for FollowUpSaid {
    fn from(own: &FollowUp) -> Self {
        Self {
            check: own.check.into(),
            weeks: own.weeks,
            says: own.says.into(),
            source: own.source.into(),
            verification: own.verification.into(),
            more: More::new(),
        }
    }
}

/// A limit that was changed by name.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LimitChanged {
    /// The rule, `guideline/question/name`.
    pub rule: Text,
    /// The fact.
    pub fact: Known<Fact>,
    /// What it was, in the fact's unit.
    pub from: Displayed,
    /// What it is now.
    pub to: Displayed,
    /// Keys of another version.
    #[serde(flatten)]
    pub more: More,
}

impl From<&LimitChange> for LimitChanged {
    fn from(own: &LimitChange) -> Self {
        Self {
            rule: own.rule.clone().into(),
            fact: own.fact.into(),
            from: Displayed(own.from),
            to: Displayed(own.to),
            more: More::new(),
        }
    }
}

/// Something to do, or not to do.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Recommendation {
    /// Stable code.
    pub action: Text,
    /// Does it give iron?
    pub iron: bool,
    /// `for` or `against`.
    pub direction: Text,
    /// How strongly, in the guideline's grade; `null` where it gives none.
    pub strength: Option<Text>,
    /// Certainty of its evidence; `null` where it gives none.
    pub certainty: Option<Text>,
    /// Whose.
    pub guideline: Text,
    /// The question it answers.
    pub question: Text,
    /// The rule, or the first of the rules, behind it.
    pub rule: Text,
    /// The answers still possible: more than one leaves the route open.
    pub possible: Vec<Text>,
    /// The facts that led here, in words.
    pub because: Vec<String>,
    /// Codes of what to mind about the answer, as in its position.
    pub flags: Vec<Text>,
    /// What to look at again, and when, where a source gives it.
    pub follow_up: Vec<FollowUpSaid>,
    /// Why it is withheld; `null` when it is not. Beside `rls_not_met`, the answers of `iron.safety` still possible, of
    /// which none allows it: which of them holds may be open.
    pub withheld: Option<Vec<Text>>,
    /// Alerts to mind first.
    pub cautions: Vec<Text>,
    /// Keys of another version.
    #[serde(flatten)]
    pub more: More,
}

/// A rule of `iron.safety` that forbids iron and certainly holds.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Stopped {
    /// The rule.
    pub rule: Text,
    /// Its answers; one of them holds.
    pub answers: Vec<Text>,
    /// What it forbids, as in [`Withheld::gives`].
    pub forbids: Vec<Text>,
    /// The facts that led here, in words.
    pub because: Vec<String>,
    /// Keys of another version.
    #[serde(flatten)]
    pub more: More,
}

/// What stands between an answer and an action for restless legs.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Withheld {
    /// `no_iron`, `oral_iron` or `intravenous_iron`.
    pub gives: Text,
    /// Why it is withheld; empty when it is not. As [`Recommendation::withheld`].
    pub why: Vec<Text>,
    /// It may pass, and yet an answer of `iron.safety` that forbids it is possible.
    pub safety_open: bool,
    /// Keys of another version.
    #[serde(flatten)]
    pub more: More,
}

/// A test that is missing.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct NextTest {
    /// The analyte to order.
    pub test: Text,
    /// Questions whose possible answers one result of it alone can narrow.
    pub could_change: Vec<Text>,
    /// Open questions that no result of it alone can narrow.
    pub cannot_change: Vec<Text>,
    /// Codes of the acts that wait for it, and of the alerts that ask for it.
    pub asked_by: Vec<Text>,
    /// How to draw the sample.
    pub instructions: Vec<Text>,
    /// Keys of another version.
    #[serde(flatten)]
    pub more: More,
}

/// An alert.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AlertRaised {
    /// Stable code.
    pub code: Text,
    /// `urgent`, `caution` or `info`.
    pub severity: Known<Severity>,
    /// English text.
    pub message: Text,
    /// The facts, analytes or questions it concerns.
    pub facts: Vec<Text>,
    /// Keys of another version.
    #[serde(flatten)]
    pub more: More,
}

/// A fact that was computed.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DerivedFact {
    /// The fact.
    pub fact: Text,
    /// Its value, where there is one; rounded for display.
    pub value: Option<Displayed>,
    /// The lowest it may be, where it is an interval.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "low_end")]
    pub low: Option<Displayed>,
    /// The highest it may be, where it is an interval.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "high_end")]
    pub high: Option<Displayed>,
    /// UCUM unit.
    pub unit: Text,
    /// What it came from.
    pub from: Vec<Text>,
    /// The formula.
    pub method: Text,
    /// The sex for which it holds, where both are possible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub if_sex: Option<Text>,
    /// Keys of another version.
    #[serde(flatten)]
    pub more: More,
}

/// A number rounded for display; nothing is decided on it.
#[derive(Clone, Copy, PartialEq, Debug, Deserialize)]
#[serde(transparent)]
pub struct Displayed(pub f64);

/// An end that is there and has no number: the interval is open to that side.
fn low_end<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Displayed>, D::Error> {
    Option::<Displayed>::deserialize(deserializer).map(|end| end.or(Some(Displayed(f64::NEG_INFINITY))))
}

fn high_end<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Displayed>, D::Error> {
    Option::<Displayed>::deserialize(deserializer).map(|end| end.or(Some(Displayed(f64::INFINITY))))
}

impl Serialize for Displayed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Number(self.0).serialize(serializer)
    }
}

impl From<&Derived> for DerivedFact {
    fn from(derived: &Derived) -> Self {
        let show = |x: f64| Displayed(rounded(x, 6));
        let value = derived.value.value().map(show);
        let bound = |x: f64| if value.is_none() { Some(show(x)) } else { None };
        Self {
            fact: derived.fact.into(),
            low: bound(derived.value.low()),
            high: bound(derived.value.high()),
            value,
            unit: derived.unit.into(),
            from: texts(derived.from.iter().copied()),
            method: derived.method.into(),
            if_sex: derived.if_sex.map(Text::from),
            more: More::new(),
        }
    }
}

/// A result as reported.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ResultUsed {
    /// What was measured.
    pub analyte: Known<Analyte>,
    /// The number printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Displayed>,
    /// Its UCUM unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Text>,
    /// Its comparator, where it is a bound.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comparator: Option<Text>,
    /// The finding of a qualitative test.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<Text>,
    /// How long ago.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_ago: Option<Displayed>,
    /// The newest of its analyte.
    pub counted: bool,
    /// Keys of another version.
    #[serde(flatten)]
    pub more: More,
}

impl From<&UsedResult> for ResultUsed {
    fn from(used: &UsedResult) -> Self {
        let (value, unit, comparator, finding) = match used.result {
            LabResult::Quantity { value, unit, comparator } => {
                (Some(Displayed(value)), Some(unit.ucum()), comparator.map(|c| c.code()), None)
            }
            LabResult::Qualitative(finding) => (None, None, None, Some(finding.code())),
        };
        Self {
            analyte: used.analyte.into(),
            value,
            unit: unit.map(Text::from),
            comparator: comparator.map(Text::from),
            finding: finding.map(Text::from),
            days_ago: used.days_ago.map(Displayed),
            counted: used.counted,
            more: More::new(),
        }
    }
}

/// A medicine of the catalogue, with what is known of it here.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MedicineUsed {
    /// Its ingredient.
    pub medicine: Known<Medicine>,
    /// Its classes, each with the evidence for it; none where the class only describes.
    pub classes: Vec<ClassSaid>,
    /// Evidence that speaks against what is said of it.
    pub against: Vec<EvidenceSaid>,
    /// Keys of another version.
    #[serde(flatten)]
    pub more: More,
}

impl From<&Medicine> for MedicineUsed {
    fn from(medicine: &Medicine) -> Self {
        Self {
            medicine: (*medicine).into(),
            classes: medicine.memberships().iter().map(ClassSaid::from).collect(),
            against: medicine.counter_evidence().iter().map(EvidenceSaid::from).collect(),
            more: More::new(),
        }
    }
}

impl Known<Analyte> {
    /// Its id.
    pub fn id(&self) -> &str {
        self.code()
    }
}

impl Known<Medicine> {
    /// Its name.
    pub fn name(&self) -> &str {
        self.code()
    }
}

/// A class of a medicine, with the evidence for it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ClassSaid {
    /// The class.
    pub class: Known<MedicineClass>,
    /// The evidence; empty where the class only describes.
    pub evidence: Vec<EvidenceSaid>,
    /// Keys of another version.
    #[serde(flatten)]
    pub more: More,
}

impl From<&Membership> for ClassSaid {
    fn from(own: &Membership) -> Self {
        let evidence = own.evidence.iter().map(EvidenceSaid::from).collect();
        Self { class: own.class.into(), evidence, more: More::new() }
    }
}

/// What a source says of a medicine.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct EvidenceSaid {
    /// What the source says, paraphrased.
    pub says: Text,
    /// Whether it names the ingredient or only its class.
    pub scope: Known<Scope>,
    /// The id of the source in the bibliography.
    pub source: Text,
    /// How far the statement was checked.
    pub verification: Known<Verification>,
    /// Keys of another version.
    #[serde(flatten)]
    pub more: More,
}

impl From<&Evidence> for EvidenceSaid {
    fn from(own: &Evidence) -> Self {
        Self {
            says: own.says.into(),
            scope: own.scope.into(),
            source: own.source.into(),
            verification: own.verification.into(),
            more: More::new(),
        }
    }
}

/// A source behind the rules still possible.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SourceUsed {
    /// Id in the bibliography.
    pub id: Text,
    /// What a clinician calls it; its id where the bibliography does not know it.
    pub name: Text,
    /// What it is; `None` where the bibliography does not know it.
    pub kind: Option<Known<SourceKind>>,
    /// Its title.
    pub title: Text,
    /// Its year.
    pub year: Option<u16>,
    /// Its digital object identifier.
    pub doi: Option<Text>,
    /// The weakest verification of the rules that cite it here.
    pub verification: Known<Verification>,
    /// Keys of another version.
    #[serde(flatten)]
    pub more: More,
}

/// Every rule of a table with its conditions and what they saw.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TableTrace {
    /// The question.
    pub question: Text,
    /// The guideline.
    pub guideline: Text,
    /// The rules in order.
    pub rules: Vec<RuleTrace>,
    /// Keys of another version.
    #[serde(flatten)]
    pub more: More,
}

/// A rule with its condition and what it saw.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RuleTrace {
    /// The rule.
    pub rule: Text,
    /// What it answers.
    pub answers: Vec<Text>,
    /// Its condition.
    pub when: TraceNode,
    /// Keys of another version.
    #[serde(flatten)]
    pub more: More,
}

impl TableTrace {
    pub(super) fn of(table: &Table, facts: &FactBox) -> Self {
        let rules = table.rules.iter().map(|rule| RuleTrace {
            rule: rule.id.clone(),
            answers: texts(table.question.codes(rule.answers)),
            when: trace(&rule.when, facts),
            more: More::new(),
        });
        Self {
            question: table.question.id.into(),
            guideline: (&table.guideline.id).into(),
            rules: rules.collect(),
            more: More::new(),
        }
    }
}

impl Assessment {
    /// The patient and the policy that it was made from; `None` where it was read from JSON, which does not carry them.
    ///
    /// ```
    /// use ekbom::{Knowledge, Patient, assess};
    /// let patient = Patient::from_json(r#"{"age_years": 58, "labs": []}"#)?;
    /// let knowledge = Knowledge::builtin();
    /// let assessment = assess(&knowledge, &patient);
    /// assert_eq!(assessment.made_from().map(|from| &from.patient), Some(&patient));
    /// assert!(!assessment.to_json().contains("made_from"));
    /// # Ok::<(), ekbom::patient::PatientErrors>(())
    /// ```
    pub fn made_from(&self) -> Option<&MadeFrom> {
        self.memory.made_from.as_deref()
    }

    /// As one line of JSON, the same bytes in every language.
    pub fn to_json(&self) -> String {
        // Strings, finite numbers and lists only: nothing in it can fail to be written.
        serde_json::to_string(self).unwrap_or_default()
    }
}
