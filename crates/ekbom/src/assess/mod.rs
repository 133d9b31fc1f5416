//! An assessment: everything that follows from what is known of one patient, and what does not.

mod disagree;
mod next_test;
mod position;
mod raise;
mod recommend;
mod report;

pub use report::{
    AlertRaised, Assessment, DerivedFact, Disagreement, KnowledgeId, MedicineUsed, NextTest, Position,
    Recommendation, ResultUsed, SourceUsed, TableTrace,
};

use alloc::string::ToString;
use alloc::vec::Vec;

use crate::alert::Situation;
use crate::authoring::Standing;
use crate::claim::CLAIMS;
use crate::fact::FactBox;
use crate::intake::{Policy, intake};
use crate::knowledge::Knowledge;
use crate::patient::{Include, Patient};
use crate::question::AnswerSet;
use crate::source::{Verification, find};
use crate::table::{Scratch, Table};

/// Assesses a patient as reported.
///
/// ```
/// use ekbom::{Knowledge, Patient, assess};
///
/// let knowledge = Knowledge::builtin();
/// let patient = Patient::from_json(
///     r#"{"age_years": 58, "labs": [{"analyte": "ferritin", "value": 38, "unit": "ng/mL"},
///         {"analyte": "creatinine", "value": 0.9, "unit": "mg/dL"}], "complete": ["history"]}"#,
/// )?;
/// let assessment = assess(&knowledge, &patient);
/// let aasm = assessment.position("iron.therapy", "aasm-2025").unwrap();
/// assert_eq!(aasm.possible, ["oral_or_iv"]);
/// let mayo = assessment.position("iron.therapy", "mayo-2021").unwrap();
/// assert_eq!(mayo.needs, ["tsat"]);
/// # Ok::<(), ekbom::patient::PatientErrors>(())
/// ```
pub fn assess<'k>(knowledge: &'k Knowledge, patient: &Patient) -> Assessment<'k> {
    assess_with(knowledge, patient, &Policy::default())
}

/// Assesses a patient under a stated policy for old and uncertain results.
pub fn assess_with<'k>(knowledge: &'k Knowledge, patient: &Patient, policy: &Policy) -> Assessment<'k> {
    let known = intake(patient, policy);
    let mut scratch = Scratch::new();
    let case = Case::new(knowledge, patient, &known.facts, &mut scratch);
    let positions = position::positions(&case, &mut scratch);
    let urgent = raise::is_urgent(&case);
    let recommendations = recommend::recommendations(&case, &positions, urgent);
    let alerts = raise::alerts(&case, &known, &positions, &recommendations, policy, patient, &mut scratch);
    Assessment {
        ekbom: env!("CARGO_PKG_VERSION"),
        knowledge: KnowledgeId { version: knowledge.version(), hash: knowledge.hash() },
        disagreements: disagree::disagreements(&case),
        next_tests: next_test::next_tests(&case, patient, &mut scratch),
        sources: sources(&case, &positions),
        claims: CLAIMS
            .iter()
            .filter(|claim| claim.is_touched_by(&known.facts))
            .map(|claim| claim.id)
            .collect(),
        derived: known.derived.iter().map(DerivedFact::from).collect(),
        medicines: patient.medicines().iter().map(MedicineUsed::from).collect(),
        results: known.results.iter().map(ResultUsed::from).collect(),
        trace: None,
        positions,
        recommendations,
        alerts,
    }
}

/// Traces every rule of every table asked: each condition with the value it saw, met or not.
pub fn trace<'k>(knowledge: &'k Knowledge, patient: &Patient, policy: &Policy) -> Vec<TableTrace<'k>> {
    let known = intake(patient, policy);
    let asked = knowledge.tables().iter().filter(|table| is_asked(table, patient));
    asked.map(|table| TableTrace::of(table, &known.facts)).collect()
}

impl Knowledge {
    /// The possible answers of every table for a box of facts, in the order of [`Knowledge::tables`]: the quick door,
    /// without words.
    pub fn possible(&self, facts: &FactBox, scratch: &mut Scratch<bool>) -> Vec<AnswerSet> {
        self.tables().iter().map(|table| table.possible(facts, scratch)).collect()
    }
}

fn is_asked(table: &Table, patient: &Patient) -> bool {
    match table.guideline.standing {
        Standing::Current => true,
        Standing::OnRequest => Include::ALL
            .iter()
            .any(|include| patient.includes(*include) && include.code() == table.guideline.id),
    }
}

/// One patient under one knowledge.
struct Case<'k, 'p> {
    knowledge: &'k Knowledge,
    facts: &'p FactBox,
    /// Is the table asked?
    asked: Vec<bool>,
    /// Possible answers, table by table; empty where it is not asked.
    possible: Vec<AnswerSet>,
}

impl<'k, 'p> Case<'k, 'p> {
    fn new(
        knowledge: &'k Knowledge,
        patient: &Patient,
        facts: &'p FactBox,
        scratch: &mut Scratch<bool>,
    ) -> Self {
        let asked: Vec<bool> = knowledge.tables().iter().map(|table| is_asked(table, patient)).collect();
        let possible = knowledge
            .tables()
            .iter()
            .zip(&asked)
            .map(|(table, asked)| if *asked { table.possible(facts, scratch) } else { AnswerSet::EMPTY })
            .collect();
        Self { knowledge, facts, asked, possible }
    }

    /// The tables asked, each with its possible answers.
    fn tables(&self) -> impl Iterator<Item = (&'k Table, AnswerSet)> + '_ {
        let tables = self.knowledge.tables().iter().zip(&self.asked).zip(&self.possible);
        tables.filter(|((_, asked), _)| **asked).map(|((table, _), possible)| (table, *possible))
    }

    fn possible_at(&self, place: Option<usize>) -> AnswerSet {
        place.and_then(|place| self.possible.get(place)).copied().unwrap_or_default()
    }

    fn situation(&self) -> Situation<'_> {
        Situation { facts: self.facts, possible: &self.possible }
    }
}

/// The sources behind the rules still possible, each once, by id.
fn sources<'k>(case: &Case<'k, '_>, positions: &[Position<'k>]) -> Vec<SourceUsed> {
    let mut used: Vec<(&str, Verification)> = Vec::new();
    for (table, _) in case.tables() {
        for rule in &table.rules {
            let possible = positions.iter().any(|position| position.rules.contains(&rule.id.as_str()));
            for cite in rule.cites.iter().filter(|_| possible) {
                match used.iter_mut().find(|(id, _)| *id == cite.source) {
                    Some((_, verification)) => *verification = verification.weaker(rule.verification),
                    None => used.push((cite.source.as_ref(), rule.verification)),
                }
            }
        }
    }
    used.sort_unstable_by_key(|(id, _)| *id);
    used.into_iter()
        .map(|(id, verification)| {
            let source = find(id);
            SourceUsed {
                id: id.to_string(),
                title: source.map_or("", |source| source.title),
                year: source.and_then(|source| source.year),
                doi: source.and_then(|source| source.doi),
                verification,
            }
        })
        .collect()
}
