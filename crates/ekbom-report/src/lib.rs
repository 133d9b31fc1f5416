//! A report for a reader with one minute: the assessment sorted by what a clinician asks first.
//!
//! [`Report`] is the model, in words, without any layout; [`mod@text`] lays it out for a terminal, and `html` (with the
//! feature of that name) for a screen and for paper. Nothing is decided here: a report says what an [`Assessment`]
//! holds.
//!
//! No I/O, and no standard library needed; as the core.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(test)]
extern crate std;

mod advice;
mod error;
mod first;
#[cfg(feature = "html")]
pub mod html;
pub mod language;
mod open;
mod person;
mod positions;
mod precautions;
mod readable;
pub mod rules;
pub mod text;
mod treatment;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use ekbom::assess::intake::{Intake, intake};
use ekbom::assess::{Assessment, Position, Withheld};
use ekbom::knowledge::Knowledge;
use ekbom::knowledge::act::ActKind;
use ekbom::knowledge::advice::Gives;
use ekbom::knowledge::alert::Severity;
use ekbom::knowledge::claim::Claim;
use ekbom::knowledge::code::Guideline;
use ekbom::patient::Patient;
use ekbom::source::{Text, Verification};

pub use error::ReportError;
pub use language::{Language, LanguageError};
pub use precautions::{PrecautionLine, plain};
pub use readable::readable;
pub use treatment::{Row, Stand, TreatmentLine, TreatmentPositions, Treatments, needs_of, rows, turns_on};

/// What the report is not.
pub const NOT_A_DEVICE: &str = "For health professionals, who can review the basis of every answer. Not assessed as a medical device; \
     it does not replace clinical judgement.";

/// The heading of the sources.
pub(crate) const SOURCES_BY: &str = "Sources, by the least checked rule that cites each here";

/// What that means.
pub(crate) const SOURCES_MEAN: &str =
    "It says how far rules were checked against their sources, not how much of a source was read.";

/// How far the least checked rule was checked that cites a source.
pub(crate) const fn least_checked(verification: Verification) -> &'static str {
    match verification {
        Verification::Original => "every rule that cites it here was read in the original",
        Verification::Secondary => "a rule that cites it was read in another's account",
        Verification::Derived => "part of a rule that cites it is our own reading or computation",
        Verification::Unverified => "part of a rule that cites it could not be checked",
    }
}

/// A report.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Report {
    /// Version of the knowledge.
    pub knowledge: String,
    /// The patient as understood.
    pub patient: PatientLines,
    /// What was not accepted and counts as not said, one a fault.
    pub set_aside: Vec<String>,
    /// The first screen: what to do now, because of what, what to ask and to measure next.
    pub first: First,
    /// What must not be done, and why.
    pub must_not: Vec<MustNot>,
    /// Alerts, urgent first.
    pub alerts: Vec<AlertLine>,
    /// What to mind about medicines, what is certain first.
    pub precautions: Vec<PrecautionLine>,
    /// Questions that at least one guideline answers.
    pub decided: Vec<Decided>,
    /// Guidelines that are silent, by question.
    pub silent: Vec<Silent>,
    /// Questions that stay open, and what would settle them.
    pub open: Vec<Open>,
    /// Tests that could narrow an answer, the most useful first.
    pub tests: Vec<TestLine>,
    /// Tests of the work-up that are missing and of which no result alone would narrow an answer.
    pub work_up: WorkUp,
    /// What to ask or to say, by group.
    pub ask: Vec<Ask>,
    /// Questions on which guidelines disagree, treatments apart.
    pub disagreements: Vec<Disagreement>,
    /// What to do, first things first, treatments apart.
    pub recommendations: Vec<Advised>,
    /// What is said of each treatment.
    pub treatments: Treatments,
    /// Computed values.
    pub computed: Vec<Computed>,
    /// Claims of the founding article that the facts touch.
    pub claims: Vec<ClaimLine>,
    /// Sources behind the answers.
    pub sources: Vec<SourceLine>,
    /// What the report is not.
    pub disclaimer: &'static str,
}

/// The patient as understood.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct PatientLines {
    /// Sex, age, pregnancy.
    pub person: String,
    /// Results that count.
    pub results: Vec<String>,
    /// Results that do not count, because there are newer ones.
    pub superseded: Vec<String>,
    /// Symptoms and history that were stated to be present, and numbers.
    pub stated: Vec<String>,
    /// Medicines.
    pub medicines: Vec<String>,
    /// Groups of which everything was said.
    pub complete: Vec<&'static str>,
}

/// The first screen.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct First {
    /// What to do, without what is asked and measured.
    pub acts: Vec<ActLine>,
    /// One line for each domain.
    pub because: Vec<DomainLine>,
    /// What to ask, in few words, the first first.
    pub ask: Vec<String>,
    /// What to measure.
    pub measure: Vec<String>,
}

/// An act.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ActLine {
    /// Stable code.
    pub act: String,
    /// What sort of act.
    pub kind: ActKind,
    /// What to do.
    pub text: String,
    /// Ids of the guidelines that say so.
    pub by: Vec<String>,
    /// What led here, where its text does not say so.
    pub because: Vec<String>,
    /// What to ask or measure before it, in few words: the first three.
    pub first: Vec<String>,
    /// How many more there are.
    pub more_first: usize,
    /// What it assumes, in words.
    pub assuming: Vec<String>,
}

/// What is known of one domain, and comes to.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct DomainLine {
    /// The domain.
    pub name: &'static str,
    /// What it comes to, usually.
    pub says: String,
    /// What that assumes, in words; empty where it is exact.
    pub assuming: Vec<String>,
}

/// Something that must not be done.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct MustNot {
    /// What.
    pub text: String,
    /// The facts that led here.
    pub because: Vec<String>,
}

/// An alert.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct AlertLine {
    /// Stable code.
    pub code: Text,
    /// How pressing.
    pub severity: Severity,
    /// What it says.
    pub message: Text,
    /// What it is about, where that is not in the message.
    pub about: Vec<String>,
}

/// A question with the answers given.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Decided {
    /// Its id.
    pub question: Text,
    /// In words.
    pub title: &'static str,
    /// One for each answer.
    pub answers: Vec<Answered>,
}

/// An answer, and who gives it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Answered {
    /// The answer in words.
    pub answer: String,
    /// Ids of the guidelines.
    pub guidelines: Vec<String>,
    /// What to mind about it, in words.
    pub flags: Vec<String>,
    /// The weakest verification among them.
    pub verification: Verification,
}

/// Guidelines that are silent on a question.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Silent {
    /// The question.
    pub question: Text,
    /// Ids of the guidelines.
    pub guidelines: Vec<String>,
}

/// A question that stays open for some guidelines.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Open {
    /// Its id.
    pub question: Text,
    /// In words.
    pub title: &'static str,
    /// The answers left, and for whom.
    pub left: Vec<Left>,
    /// The test to order first, and whether it settles all of it by itself.
    pub test: Option<Text>,
    /// Nothing else is needed.
    pub test_decides: bool,
    /// Everything that could still matter, in words.
    pub needs: Vec<String>,
}

/// Answers left.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Left {
    /// In few words; empty where every answer is possible.
    pub answers: Vec<String>,
    /// The guideline may also turn out to be silent.
    pub or_silent: bool,
    /// Ids of the guidelines.
    pub guidelines: Vec<String>,
}

/// A test to order.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct TestLine {
    /// The analyte.
    pub test: Text,
    /// In words.
    pub name: String,
    /// How to draw the sample.
    pub instructions: Vec<String>,
    /// What it could narrow, in words; treatments as one entry.
    pub could_change: Vec<String>,
}

/// Missing tests that narrow nothing by themselves.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct WorkUp {
    /// No answer turns on them, whatever else becomes known.
    pub no_bearing: Vec<String>,
    /// With something else that is missing they may change an answer.
    pub with_more: Vec<String>,
}

impl WorkUp {
    /// Is there none?
    pub fn is_empty(&self) -> bool {
        self.no_bearing.is_empty() && self.with_more.is_empty()
    }

    /// The tests of each kind, with what is to be said of them.
    pub fn notes(&self) -> impl Iterator<Item = (&[String], &'static str)> {
        let kinds = [
            (
                self.with_more.as_slice(),
                "no answer changes by one of these alone; with what else is missing it may",
            ),
            (self.no_bearing.as_slice(), "would change no answer here"),
        ];
        kinds.into_iter().filter(|(tests, _)| !tests.is_empty())
    }
}

/// Facts to ask for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Ask {
    /// `person`, `symptoms`, `history` or `medicines`.
    pub group: &'static str,
    /// In words, those that matter most first.
    pub facts: Vec<String>,
}

/// A disagreement.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Disagreement {
    /// The question.
    pub question: Text,
    /// In words.
    pub title: &'static str,
    /// Each answer with its guidelines.
    pub sides: Vec<Side>,
}

/// One side of a disagreement.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Side {
    /// What is still possible, in words.
    pub answer: String,
    /// Ids of the guidelines.
    pub guidelines: Vec<String>,
}

/// Something to do, and who says so.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Advised {
    /// Stable code.
    pub action: Text,
    /// In words.
    pub name: String,
    /// `for` or `against`.
    pub direction: Text,
    /// Each guideline with its grade in words.
    pub by: Vec<(String, String)>,
    /// The facts that led here.
    pub because: Vec<String>,
    /// Cautions, in words.
    pub cautions: Vec<String>,
    /// Why it is withheld, in words; empty when it is not.
    pub withheld: Vec<String>,
}

impl Advised {
    /// What stands before an action that is withheld: iron is withheld for the legs, and another reason for it stands; what
    /// is neither iron nor a medicine merely does not apply.
    pub fn withheld_label(&self) -> &'static str {
        if matches!(self.action.as_str(), "oral_iron" | "iv_iron") {
            "Withheld for restless legs"
        } else {
            "Does not apply here"
        }
    }
}

/// A computed value.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Computed {
    /// Name and value.
    pub text: String,
    /// How, and from what.
    pub how: String,
}

/// A claim of the founding article.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ClaimLine {
    /// Its id.
    pub id: &'static str,
    /// What is claimed.
    pub claim: &'static str,
}

/// A source.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct SourceLine {
    /// Its id.
    pub id: String,
    /// What a clinician calls it.
    pub name: String,
    /// Title, year and identifier.
    pub text: String,
    /// The weakest verification of the rules that cite it here.
    pub verification: Verification,
}

/// What a report is made from.
struct Material<'a, 'k> {
    knowledge: &'k Knowledge,
    known: Intake,
    patient: &'a Patient,
    assessment: &'a Assessment,
    guidelines: &'a [Guideline],
}

impl<'a, 'k> Material<'a, 'k> {
    fn new(
        assessment: &'a Assessment,
        knowledge: &'k Knowledge,
        guidelines: &'a [Guideline],
    ) -> Result<Self, ReportError> {
        if assessment.knowledge.hash != knowledge.hash() {
            let name = |version: &str, hash: &str| format!("{version} ({hash})");
            return Err(ReportError::OtherKnowledge {
                made_with: name(&assessment.knowledge.version, &assessment.knowledge.hash),
                given: name(knowledge.version(), knowledge.hash()),
            });
        }
        for guideline in guidelines {
            knowledge.guideline(guideline.code())?;
        }
        let made_from = assessment.made_from().ok_or(ReportError::NoPatient)?;
        let known = intake(&made_from.patient, &made_from.policy);
        Ok(Self { knowledge, known, patient: &made_from.patient, assessment, guidelines })
    }

    fn is_shown(&self, guideline: &str) -> bool {
        self.guidelines.is_empty() || self.guidelines.iter().any(|own| own.code() == guideline)
    }

    /// The gate's verdict on what gives this.
    fn verdict(&self, gives: Gives) -> Option<&'a Withheld> {
        self.assessment.withheld.iter().find(|own| own.gives == gives.code())
    }

    fn positions(&self) -> impl Iterator<Item = &Position> {
        self.assessment.positions.iter().filter(|position| self.is_shown(&position.guideline))
    }
}

impl Report {
    /// The sources by the weakest verification of the rules that cite them here, from strong to weak.
    pub fn sources_by_verification(&self) -> impl Iterator<Item = (Verification, Vec<&SourceLine>)> {
        let kinds = [
            Verification::Original,
            Verification::Secondary,
            Verification::Derived,
            Verification::Unverified,
        ];
        let of = |kind| self.sources.iter().filter(|source| source.verification == kind).collect::<Vec<_>>();
        kinds.into_iter().map(move |kind| (kind, of(kind))).filter(|(_, own)| !own.is_empty())
    }

    /// The report on an assessment, which carries the patient it was made from. The knowledge must be the one that
    /// answered.
    ///
    /// ```
    /// use ekbom::{Knowledge, Patient, assess};
    /// use ekbom_report::Report;
    /// let knowledge = Knowledge::builtin();
    /// let patient = Patient::from_json(
    ///     r#"{"labs": [{"analyte": "tsat", "value": 88, "unit": "%"}, {"analyte": "ferritin", "value": 658, "unit": "ng/mL"}]}"#,
    /// )?;
    /// let report = Report::of(&assess(&knowledge, &patient), &knowledge)?;
    /// assert!(report.must_not[0].text.starts_with("No iron"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// When another knowledge answered, or the assessment does not carry its patient.
    pub fn of(assessment: &Assessment, knowledge: &Knowledge) -> Result<Self, ReportError> {
        Self::of_guidelines(assessment, knowledge, &[])
    }

    /// The same, which shows the answers and recommendations of these guidelines alone; none: of all. What must not be
    /// done and alerts are always shown.
    ///
    /// # Errors
    /// As [`Report::of`], and when the knowledge has no such guideline.
    pub fn of_guidelines(
        assessment: &Assessment,
        knowledge: &Knowledge,
        guidelines: &[Guideline],
    ) -> Result<Self, ReportError> {
        Ok(Self::made(&Material::new(assessment, knowledge, guidelines)?))
    }

    fn made(material: &Material<'_, '_>) -> Self {
        let assessment = material.assessment;
        let (tests, work_up) = open::tests(material);
        Self {
            knowledge: String::from(material.knowledge.version()),
            patient: person::lines(material),
            set_aside: assessment.set_aside.iter().map(alloc::string::ToString::to_string).collect(),
            first: first::first(material),
            must_not: advice::must_not(material),
            alerts: advice::alerts(material),
            precautions: precautions::precautions(assessment),
            decided: positions::decided(material),
            silent: positions::silent(material),
            open: open::open(material),
            tests,
            work_up,
            ask: open::ask(material),
            disagreements: positions::disagreements(material),
            recommendations: advice::recommendations(material),
            treatments: treatment::treatments(material),
            computed: person::computed(material),
            claims: assessment
                .claims
                .iter()
                .filter_map(|id| Claim::find(id))
                .map(|claim| ClaimLine { id: claim.id, claim: claim.claim })
                .collect(),
            sources: person::sources(material),
            disclaimer: NOT_A_DEVICE,
        }
    }
}
