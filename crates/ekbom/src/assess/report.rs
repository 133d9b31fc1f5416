//! The shape of an assessment. Its keys are API: always present, empty lists included.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use serde::{Serialize, Serializer};

use super::act::Act;
use super::answers::Absent;
use crate::assess::critical::CriticalResult;
use crate::assess::intake::{Derived, Policy, UsedResult};
use crate::assess::precaution::PrecautionSaid;
use crate::fact::FactBox;
use crate::fact::medicine::{Evidence, Medicine, Membership};
use crate::knowledge::LimitChange;
use crate::knowledge::advice::FollowUp;
use crate::logic::explain::{TraceNode, trace};
use crate::logic::table::Table;
use crate::measure::analyte::Analyte;
use crate::measure::number::{Number, rounded};
use crate::patient::{LabResult, Patient, PatientError};
use crate::source::{SourceKind, Verification};

/// Everything that follows from what is known of one patient.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[non_exhaustive]
pub struct Assessment<'k> {
    /// Version of the crate.
    pub ekbom: &'static str,
    /// Which knowledge answered.
    pub knowledge: KnowledgeId<'k>,
    /// Limits that were changed by name; empty where the knowledge is as it came.
    pub changes: Vec<LimitChange>,
    /// What could not be accepted and counts as not said, where the caller asked to go on without it. Said first.
    pub set_aside: Vec<PatientError>,
    /// One for each table asked, always.
    pub positions: Vec<Position<'k>>,
    /// Questions on which guidelines cannot be of one mind.
    pub disagreements: Vec<Disagreement<'k>>,
    /// What a person does next, in order: ten at most, and whatever is urgent.
    pub acts: Vec<Act<'k>>,
    /// What to do, first things first.
    pub recommendations: Vec<Recommendation<'k>>,
    /// Stops of iron that certainly hold, in the order of their rules, also one behind another.
    pub stopped: Vec<Stopped<'k>>,
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
    pub claims: Vec<&'static str>,
    /// Facts that were computed.
    pub derived: Vec<DerivedFact>,
    /// Every result, and whether it counted.
    pub results: Vec<ResultUsed>,
    /// Medicines of the catalogue, with what is known of them here.
    pub medicines: Vec<MedicineUsed>,
    /// Sources behind the rules still possible.
    pub sources: Vec<SourceUsed>,
    /// Every condition with the value it saw; only on request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trace: Option<Vec<TableTrace<'k>>>,
    /// Tables that have no position here, and why: in memory only.
    #[serde(skip)]
    pub(super) absent: Vec<Absent<'k>>,
    /// What it was made from: in memory only, for it is the patient's data.
    #[serde(skip)]
    pub(super) made_from: Option<Arc<MadeFrom>>,
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
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[non_exhaustive]
pub struct KnowledgeId<'k> {
    /// Its version.
    pub version: &'k str,
    /// Its fingerprint.
    pub hash: &'k str,
}

/// What one guideline answers to one question.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[non_exhaustive]
pub struct Position<'k> {
    /// The question.
    pub question: &'static str,
    /// The guideline.
    pub guideline: &'k str,
    /// The answers still possible; one when determined.
    pub possible: Vec<&'static str>,
    /// What is usually left, and what that assumes; `null` where it is not less than what is possible.
    pub usual: Option<Usual>,
    /// The rules that can still be the one that applies.
    pub rules: Vec<&'k str>,
    /// Facts that could still change the answer.
    pub needs: Vec<&'static str>,
    /// Codes of what to mind about the answer.
    pub flags: Vec<&'k str>,
    /// The weakest verification of its possible rules.
    pub verification: Verification,
}

/// The answers usually left, and what that assumes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[non_exhaustive]
pub struct Usual {
    /// A part of the possible answers.
    pub possible: Vec<&'static str>,
    /// Ids of the assumptions it rests on: without any one of them it would be more.
    pub assuming: Vec<&'static str>,
}

impl Position<'_> {
    /// The answer, where one is left.
    pub fn determined(&self) -> Option<&'static str> {
        match self.possible.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }
}

/// Guidelines that cannot be of one mind.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[non_exhaustive]
pub struct Disagreement<'k> {
    /// The question.
    pub question: &'static str,
    /// Each guideline that disagrees with another, with what it can still answer.
    #[serde(serialize_with = "as_map")]
    pub positions: Vec<(&'k str, Vec<&'static str>)>,
}

fn as_map<S: Serializer>(entries: &[(&str, Vec<&'static str>)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(entries.iter().map(|(key, value)| (key, value)))
}

/// Something to do, or not to do.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[non_exhaustive]
pub struct Recommendation<'k> {
    /// Stable code.
    pub action: &'static str,
    /// Does it give iron?
    pub iron: bool,
    /// `for` or `against`.
    pub direction: &'static str,
    /// How strongly, in the guideline's grade; `null` where it gives none.
    pub strength: Option<&'k str>,
    /// Certainty of its evidence; `null` where it gives none.
    pub certainty: Option<&'k str>,
    /// Whose.
    pub guideline: &'k str,
    /// The question it answers.
    pub question: &'static str,
    /// The rule, or the first of the rules, behind it.
    pub rule: &'k str,
    /// The answers still possible: more than one leaves the route open.
    pub possible: Vec<&'static str>,
    /// The facts that led here, in words.
    pub because: Vec<String>,
    /// Codes of what to mind about the answer, as in its position.
    pub flags: Vec<&'k str>,
    /// What to look at again, and when, where a source gives it.
    pub follow_up: Vec<FollowUp>,
    /// Why it is withheld; `null` when it is not. Beside `rls_not_met`, the answers of `iron.safety` still possible, of
    /// which none allows it: which of them holds may be open.
    pub withheld: Option<Vec<&'static str>>,
    /// Alerts to mind first.
    pub cautions: Vec<&'static str>,
}

/// A rule of `iron.safety` that forbids iron and certainly holds.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[non_exhaustive]
pub struct Stopped<'k> {
    /// The rule.
    pub rule: &'k str,
    /// Its answers; one of them holds.
    pub answers: Vec<&'static str>,
    /// What it forbids, as in [`Withheld::gives`].
    pub forbids: Vec<&'static str>,
    /// The facts that led here, in words.
    pub because: Vec<String>,
}

/// What stands between an answer and an action for restless legs.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[non_exhaustive]
pub struct Withheld {
    /// `no_iron`, `oral_iron` or `intravenous_iron`.
    pub gives: &'static str,
    /// Why it is withheld; empty when it is not. As [`Recommendation::withheld`].
    pub why: Vec<&'static str>,
    /// It may pass, and yet an answer of `iron.safety` that forbids it is possible.
    pub safety_open: bool,
}

/// A test that is missing.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[non_exhaustive]
pub struct NextTest {
    /// The analyte to order.
    pub test: &'static str,
    /// Questions whose possible answers one result of it alone can narrow.
    pub could_change: Vec<&'static str>,
    /// Open questions that no result of it alone can narrow.
    pub cannot_change: Vec<&'static str>,
    /// Codes of the acts that wait for it, and of the alerts that ask for it.
    pub asked_by: Vec<String>,
    /// How to draw the sample.
    pub instructions: Vec<&'static str>,
}

/// An alert.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[non_exhaustive]
pub struct AlertRaised {
    /// Stable code.
    pub code: &'static str,
    /// `urgent`, `caution` or `info`.
    pub severity: crate::knowledge::alert::Severity,
    /// English text.
    pub message: &'static str,
    /// The facts, analytes or questions it concerns.
    pub facts: Vec<&'static str>,
}

/// A fact that was computed.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[non_exhaustive]
pub struct DerivedFact {
    /// The fact.
    pub fact: &'static str,
    /// Its value, where there is one; rounded for display.
    pub value: Option<Displayed>,
    /// The lowest it may be, where it is an interval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<Displayed>,
    /// The highest it may be, where it is an interval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<Displayed>,
    /// UCUM unit.
    pub unit: &'static str,
    /// What it came from.
    pub from: Vec<&'static str>,
    /// The formula.
    pub method: &'static str,
    /// The sex for which it holds, where both are possible.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub if_sex: Option<&'static str>,
}

/// A number rounded for display; nothing is decided on it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Displayed(pub f64);

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
            fact: derived.fact,
            low: bound(derived.value.low()),
            high: bound(derived.value.high()),
            value,
            unit: derived.unit,
            from: derived.from.clone(),
            method: derived.method,
            if_sex: derived.if_sex,
        }
    }
}

/// A result as reported.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[non_exhaustive]
pub struct ResultUsed {
    /// What was measured.
    pub analyte: Analyte,
    /// The number printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Displayed>,
    /// Its UCUM unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<&'static str>,
    /// Its comparator, where it is a bound.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comparator: Option<&'static str>,
    /// The finding of a qualitative test.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finding: Option<&'static str>,
    /// How long ago.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_ago: Option<Displayed>,
    /// The newest of its analyte.
    pub counted: bool,
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
            analyte: used.analyte,
            value,
            unit,
            comparator,
            finding,
            days_ago: used.days_ago.map(Displayed),
            counted: used.counted,
        }
    }
}

/// A medicine of the catalogue, with what is known of it here.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[non_exhaustive]
pub struct MedicineUsed {
    /// Its ingredient.
    pub medicine: Medicine,
    /// Its classes, each with the evidence for it; none where the class only describes.
    pub classes: Vec<Membership>,
    /// Evidence that speaks against what is said of it.
    pub against: Vec<Evidence>,
}

impl From<&Medicine> for MedicineUsed {
    fn from(medicine: &Medicine) -> Self {
        Self {
            medicine: *medicine,
            classes: medicine.memberships().to_vec(),
            against: medicine.counter_evidence().to_vec(),
        }
    }
}

/// A source behind the rules still possible.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[non_exhaustive]
pub struct SourceUsed {
    /// Id in the bibliography.
    pub id: String,
    /// What a clinician calls it; its id where the bibliography does not know it.
    pub name: String,
    /// What it is; `None` where the bibliography does not know it.
    pub kind: Option<SourceKind>,
    /// Its title.
    pub title: Cow<'static, str>,
    /// Its year.
    pub year: Option<u16>,
    /// Its digital object identifier.
    pub doi: Option<Cow<'static, str>>,
    /// The weakest verification of the rules that cite it here.
    pub verification: Verification,
}

/// Every rule of a table with its conditions and what they saw.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[non_exhaustive]
pub struct TableTrace<'k> {
    /// The question.
    pub question: &'static str,
    /// The guideline.
    pub guideline: &'k str,
    /// The rules in order.
    pub rules: Vec<RuleTrace<'k>>,
}

/// A rule with its condition and what it saw.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[non_exhaustive]
pub struct RuleTrace<'k> {
    /// The rule.
    pub rule: &'k str,
    /// What it answers.
    pub answers: Vec<&'static str>,
    /// Its condition.
    pub when: TraceNode,
}

impl<'k> TableTrace<'k> {
    pub(super) fn of(table: &'k Table, facts: &FactBox) -> Self {
        let rules = table.rules.iter().map(|rule| RuleTrace {
            rule: &rule.id,
            answers: table.question.codes(rule.answers).collect(),
            when: trace(&rule.when, facts),
        });
        Self { question: table.question.id, guideline: &table.guideline.id, rules: rules.collect() }
    }
}

impl Assessment<'_> {
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
        self.made_from.as_deref()
    }

    /// As one line of JSON, the same bytes in every language.
    pub fn to_json(&self) -> String {
        // Strings, finite numbers and lists only: nothing in it can fail to be written.
        serde_json::to_string(self).unwrap_or_default()
    }
}
