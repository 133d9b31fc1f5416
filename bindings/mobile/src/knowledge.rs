//! The knowledge object: built once, kept, and asked from any thread.

use std::sync::Arc;

use ekbom::assess;
use ekbom::assess::intake::Uncertainty;
use ekbom::{Guideline, Question};
use ekbom_report::text::Layout;
use ekbom_report::{Report, html};

use crate::assessment::{Assessment, Position};
use crate::language::{Language, or_english};
use crate::patient::CheckedPatient;

/// How results are read.
#[derive(Clone, Copy, Debug, uniffi::Record)]
pub struct Policy {
    /// Results older than this raise `sample_stale`.
    #[uniffi(default = 365.0)]
    pub stale_after_days: f64,
    /// What a single result stands for.
    pub uncertainty: Uncertainty,
}

impl From<Policy> for assess::intake::Policy {
    fn from(policy: Policy) -> Self {
        Self::default().with_stale_after_days(policy.stale_after_days).with_uncertainty(policy.uncertainty)
    }
}

/// The guidelines' tables, compiled, with a version and a hash of their own. Safe to share between threads.
#[derive(Debug, uniffi::Object)]
pub struct Knowledge(ekbom::Knowledge);

#[uniffi::export]
impl Knowledge {
    /// The knowledge that comes with this library.
    #[uniffi::constructor]
    pub fn builtin() -> Arc<Self> {
        Arc::new(Self(ekbom::Knowledge::builtin()))
    }

    /// Its version, apart from the version of the library.
    pub fn version(&self) -> String {
        self.0.version().into()
    }

    /// A fingerprint of all its rules: equal rules, equal hash.
    pub fn hash(&self) -> String {
        self.0.hash().into()
    }

    /// Assesses a patient.
    pub fn assess(&self, patient: &CheckedPatient, policy: Policy) -> Assessment {
        (&assess::assess_with(&self.0, &patient.0, &policy.into())).into()
    }

    /// The same as JSON: the bytes are the same in every language. With the trace, every condition of every rule and
    /// what it saw.
    pub fn assess_json(&self, patient: &CheckedPatient, policy: Policy, trace: bool) -> String {
        let policy = policy.into();
        let mut made = assess::assess_with(&self.0, &patient.0, &policy);
        if trace {
            made.trace = Some(assess::trace(&self.0, &patient.0, &policy));
        }
        made.to_json()
    }

    /// What follows from a patient as an HTML page that loads nothing, in English where no language is given.
    pub fn report_page(
        &self,
        patient: &CheckedPatient,
        policy: Policy,
        language: Option<Arc<Language>>,
    ) -> String {
        let made = assess::assess_with(&self.0, &patient.0, &policy.into());
        // This knowledge answered, and an assessment carries its patient: there is nothing to fail.
        html::page_in(&made, &self.0, &[], &or_english(language)).unwrap_or_else(|error| error.to_string())
    }

    /// The same as plain text in lines of at most this width; `all` is false for what a reader needs first.
    pub fn report_text(
        &self,
        patient: &CheckedPatient,
        policy: Policy,
        language: Option<Arc<Language>>,
        width: u32,
        all: bool,
    ) -> String {
        let made = assess::assess_with(&self.0, &patient.0, &policy.into());
        let width = usize::try_from(width).unwrap_or(usize::MAX);
        match Report::of(&made, &self.0) {
            Ok(report) => report.to_text_in(Layout { width, all }, &or_english(language)),
            Err(error) => error.to_string(),
        }
    }

    /// The same in five lines, for a note in a record.
    pub fn report_note(
        &self,
        patient: &CheckedPatient,
        policy: Policy,
        language: Option<Arc<Language>>,
    ) -> String {
        let made = assess::assess_with(&self.0, &patient.0, &policy.into());
        match Report::of(&made, &self.0) {
            Ok(report) => report.brief_in(&or_english(language)),
            Err(error) => error.to_string(),
        }
    }

    /// What one guideline answers to one question; none where it has no table for it.
    pub fn position(
        &self,
        patient: &CheckedPatient,
        question: String,
        guideline: String,
        policy: Policy,
    ) -> Option<Position> {
        let question = Question::new(&question).ok()?;
        let guideline = Guideline::new(&guideline).ok()?;
        let found = assess::position(&self.0, &patient.0, &policy.into(), question, &guideline);
        found.as_ref().ok().map(Position::from)
    }

    /// The guidelines that answer a question, in the order in which a report shows them.
    pub fn guidelines(&self, question: String) -> Vec<String> {
        let own = self.0.tables().iter().filter(|table| table.question.id == question);
        own.map(|table| table.guideline.id.as_ref().into()).collect()
    }
}
