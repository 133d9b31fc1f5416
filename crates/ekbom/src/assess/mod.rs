//! An assessment: everything that follows from what is known of one patient, and what does not.

pub mod intake;

mod act;
mod answers;
mod critical;
mod disagree;
mod doubted;
mod gate;
mod next_test;
mod only;
mod position;
mod precaution;
mod raise;
mod recommend;
mod refused;
mod report;
mod usual;
mod verdict;
mod what_if;

pub use act::{Act, ActCertainty, ActReason};
pub use answers::{Answers, NoPosition, WhyNoPosition};
pub use critical::CriticalResult;
pub use precaution::PrecautionSaid;
pub use refused::{critical_of_refused, critical_of_refused_builder};
pub use report::{
    AlertRaised, Assessment, ClassSaid, DerivedFact, Disagreement, Displayed, EvidenceSaid, FollowUpSaid,
    KnowledgeId, LimitChanged, MadeFrom, MedicineUsed, NextTest, Position, Recommendation, ResultUsed,
    RuleTrace, SourceUsed, Stopped, TableTrace, Usual, Withheld,
};
pub use usual::{Assume, Assumptions, UnknownAssumption, usual_answers};
pub use what_if::{Moved, PositionMoved, WhatIf, what_if};

use alloc::borrow::Cow;
use alloc::string::ToString;
use alloc::sync::Arc;
use alloc::vec::Vec;

use self::answers::Absent;
use self::gate::Gate;
use self::report::Memory;
use crate::assess::intake::{Policy, intake};
use crate::assess::usual::Assumed;
use crate::fact::{Fact, FactBox};
use crate::knowledge::Knowledge;
use crate::knowledge::alert::Situation;
use crate::knowledge::claim;
use crate::knowledge::code::{Guideline, Question};
use crate::knowledge::precaution::Listed;
use crate::logic::authoring::Standing;
use crate::logic::question::AnswerSet;
use crate::logic::table::{Scratch, Table};
use crate::patient::{Include, Patient};
use crate::source::{Known, More, Text, Verification, texts};

/// Assesses a patient as reported.
///
/// ```
/// use ekbom::knowledge::question::IronTherapy;
/// use ekbom::{Guideline, Knowledge, Patient, Question, assess};
///
/// let knowledge = Knowledge::builtin();
/// let patient = Patient::from_json(
///     r#"{"age_years": 58, "labs": [{"analyte": "ferritin", "value": 38, "unit": "ng/mL"},
///         {"analyte": "creatinine", "value": 0.9, "unit": "mg/dL"}], "complete": ["history"]}"#,
/// )?;
/// let assessment = assess(&knowledge, &patient);
/// let aasm = assessment.answers::<IronTherapy>(&Guideline::Aasm2025)?;
/// assert_eq!(aasm.determined(), Some(IronTherapy::OralOrIv));
/// let mayo = assessment.position(Question::IronTherapy, &Guideline::Mayo2021)?;
/// assert_eq!(mayo.needs, ["tsat"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn assess(knowledge: &Knowledge, patient: &Patient) -> Assessment {
    assess_with(knowledge, patient, &Policy::default())
}

/// Assesses a patient under a stated policy for old and uncertain results.
pub fn assess_with(knowledge: &Knowledge, patient: &Patient, policy: &Policy) -> Assessment {
    let known = intake(patient, policy);
    let mut scratch = Scratch::new();
    let mut case = Case::new(knowledge, patient, &known.facts, &mut scratch);
    case.doubted = doubted::stops(knowledge, patient, policy, &mut scratch);
    let assumed = Assumed::new(knowledge, patient, &known.facts, policy.assume, &mut scratch);
    let positions = position::positions(&case, Some(&assumed), &mut scratch);
    let urgent = raise::is_urgent(&case, &mut scratch);
    let recommendations = recommend::recommendations(&case, &positions, urgent, &mut scratch);
    let mut critical = critical::critical(knowledge, patient, &known, policy, &mut scratch);
    for result in doubted::critical_ones(knowledge, patient, policy, &mut scratch) {
        if !critical.contains(&result) {
            critical.push(result);
        }
    }
    let far_out = critical::far_out(knowledge, patient, &known, &critical, policy, &mut scratch);
    let seen = raise::Seen {
        known: &known,
        positions: &positions,
        recommendations: &recommendations,
        critical: &critical,
        far_out: &far_out,
    };
    let needed = {
        let material = act::Material {
            case: &case,
            patient,
            assumed: &assumed,
            positions: &positions,
            critical: &critical,
            far_out: &far_out,
            outside: &[],
            alerts: &[],
            precautions: &[],
        };
        act::Needed::new(&material, &mut scratch)
    };
    let precautions = precaution::precautions(&case, &recommendations, needed.offered(), &mut scratch);
    let alerts = raise::alerts(&case, &seen, policy, patient, &mut scratch);
    let outside = critical::outside_usual(knowledge, patient, &known, policy, &mut scratch);
    let acts = {
        let material = act::Material {
            case: &case,
            patient,
            assumed: &assumed,
            positions: &positions,
            critical: &critical,
            far_out: &far_out,
            outside: &outside,
            alerts: &alerts,
            precautions: &precautions,
        };
        act::acts(&material, needed, &mut scratch)
    };
    let reasons = next_test::Reasons { acts: &acts, alerts: &alerts };
    let next_tests = next_test::next_tests(&case, patient, &reasons, &mut scratch);
    Assessment {
        ekbom: env!("CARGO_PKG_VERSION").into(),
        knowledge: KnowledgeId {
            version: knowledge.0.version.clone(),
            hash: knowledge.0.hash.clone(),
            more: More::new(),
        },
        changes: knowledge.changes().iter().map(LimitChanged::from).collect(),
        set_aside: patient.set_aside().to_vec(),
        disagreements: disagree::disagreements(&case),
        next_tests,
        sources: sources(&case, &positions),
        stopped: verdict::stopped(&case, &mut scratch),
        withheld: verdict::withheld(&case),
        claims: texts(claim::touched(&known.facts)),
        derived: known.derived.iter().map(DerivedFact::from).collect(),
        medicines: patient.medicines().iter().map(MedicineUsed::from).collect(),
        results: known.results.iter().map(ResultUsed::from).collect(),
        trace: None,
        memory: Memory {
            absent: absent(&case),
            made_from: Some(Arc::new(MadeFrom { patient: patient.clone(), policy: *policy })),
        },
        more: More::new(),
        acts,
        positions,
        recommendations,
        critical,
        precautions,
        alerts,
    }
}

/// What one guideline answers to one question, as [`assess_with`] would say it; a guideline that is otherwise asked only
/// on request is asked. The quick door for an app that shows one answer.
///
/// ```
/// use ekbom::assess::intake::Policy;
/// use ekbom::{Guideline, Knowledge, Patient, Question, assess};
/// let knowledge = Knowledge::builtin();
/// let patient = Patient::from_json(r#"{"age_years": 58, "labs": [
///     {"analyte": "ferritin", "value": 38, "unit": "ng/mL"}], "complete": ["history"]}"#)?;
/// let (question, of) = (Question::IronTherapy, Guideline::NiceCks);
/// let position = assess::position(&knowledge, &patient, &Policy::default(), question, &of)?;
/// assert_eq!(position.possible, ["oral"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn position(
    knowledge: &Knowledge,
    patient: &Patient,
    policy: &Policy,
    question: Question,
    guideline: &Guideline,
) -> Result<Position, NoPosition> {
    let Some(table) = knowledge.table(question.code(), guideline.code()) else {
        return Err(NoPosition::new(question, guideline, WhyNoPosition::NoSuchTable));
    };
    let known = intake(patient, policy);
    let mut scratch = Scratch::new();
    let assumed = Assumed::new(knowledge, patient, &known.facts, policy.assume, &mut scratch);
    Ok(position::one(table, &known.facts, &assumed, &mut scratch))
}

/// What is recommended to a patient who comes as a box of facts: the door for callers who bring their own intake, and
/// for the proof that no iron is offered past a safety stop. Only tables that are always asked are asked.
///
/// ```
/// use ekbom::Knowledge;
/// use ekbom::assess::recommendations;
/// use ekbom::fact::{Fact, FactBox, Options};
/// use ekbom::measure::interval::Interval;
///
/// let knowledge = Knowledge::builtin();
/// let mut facts = FactBox::new();
/// facts.set_value(Fact::AgeYears, Interval::exact(58.0).unwrap());
/// facts.set_value(Fact::Ferritin, Interval::exact(38.0).unwrap());
/// facts.set_flag(Fact::Haemochromatosis, Options::YES);
/// let made = recommendations(&knowledge, &facts);
/// assert!(made.iter().any(|made| made.iron));
/// assert!(made.iter().filter(|made| made.iron).all(|made| made.withheld.is_some()));
/// ```
pub fn recommendations(knowledge: &Knowledge, facts: &FactBox) -> Vec<Recommendation> {
    let mut scratch = Scratch::new();
    let nobody = Patient::default();
    let case = Case::new(knowledge, &nobody, facts, &mut scratch);
    let positions = position::positions(&case, None, &mut scratch);
    let urgent = raise::is_urgent(&case, &mut scratch);
    recommend::recommendations(&case, &positions, urgent, &mut scratch)
}

/// Traces every rule of every table asked: each condition with the value it saw, met or not.
pub fn trace(knowledge: &Knowledge, patient: &Patient, policy: &Policy) -> Vec<TableTrace> {
    let known = intake(patient, policy);
    let asked = knowledge.tables().iter().filter(|table| is_asked(table, patient));
    asked.map(|table| TableTrace::of(table, &known.facts)).collect()
}

impl Knowledge {
    /// The possible answers of every table for a box of facts, in the order of [`Knowledge::tables`]: the quick door,
    /// without words.
    pub fn ask(&self, facts: &FactBox) -> Vec<AnswerSet> {
        self.possible(facts, &mut Scratch::new())
    }

    /// As [`Self::ask`], with memory that is used again.
    #[doc(hidden)]
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
    /// The medicines.
    listed: Listed<'p>,
    /// What precautions read: the facts, and of a man that nothing of childbearing is left open.
    of_medicines: Cow<'p, FactBox>,
    /// Is the table asked?
    asked: Vec<bool>,
    /// Possible answers, table by table; empty where it is not asked.
    possible: Vec<AnswerSet>,
    /// Answers of `iron.safety` that forbid it if a result that was set aside is right.
    doubted: AnswerSet,
    /// The facts that keep it open whether iron is safe.
    safety_needs: Vec<Fact>,
}

impl<'k, 'p> Case<'k, 'p> {
    fn new(
        knowledge: &'k Knowledge,
        patient: &'p Patient,
        facts: &'p FactBox,
        scratch: &mut Scratch<bool>,
    ) -> Self {
        let asked: Vec<bool> = knowledge.tables().iter().map(|table| is_asked(table, patient)).collect();
        let possible: Vec<AnswerSet> = knowledge
            .tables()
            .iter()
            .zip(&asked)
            .map(|(table, asked)| if *asked { table.possible(facts, scratch) } else { AnswerSet::EMPTY })
            .collect();
        let safety = knowledge.0.iron_safety;
        let open = safety.and_then(|place| possible.get(place)).is_some_and(|left| left.len() > 1);
        let safety = safety.filter(|_| open).and_then(|place| knowledge.tables().get(place));
        let safety_needs = safety.map(|table| table.needs(facts)).unwrap_or_default();
        Self {
            knowledge,
            facts,
            listed: Listed::new(patient),
            of_medicines: precaution::facts(patient, facts),
            asked,
            possible,
            doubted: AnswerSet::EMPTY,
            safety_needs,
        }
    }

    fn gate(&self) -> Gate {
        let of = |place| self.possible_at(place);
        Gate::new(of(self.knowledge.0.iron_safety), of(self.knowledge.0.rls_diagnosis)).doubting(self.doubted)
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

/// The tables that were not asked.
fn absent(case: &Case<'_, '_>) -> Vec<Absent> {
    let tables = case.knowledge.tables().iter().zip(&case.asked).filter(|(_, asked)| !**asked);
    let absent = |(table, _): (&Table, _)| Absent {
        question: table.question.id.into(),
        guideline: (&table.guideline.id).into(),
        why: WhyNoPosition::NotAsked,
    };
    tables.map(absent).collect()
}

/// The sources behind the rules still possible, each once, by id.
fn sources(case: &Case<'_, '_>, positions: &[Position]) -> Vec<SourceUsed> {
    let mut used: Vec<(&str, Verification)> = Vec::new();
    // Positions stand in the order of the tables asked.
    for ((table, _), position) in case.tables().zip(positions) {
        for rule in &table.rules {
            let possible = position.rules.contains(&rule.id);
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
            let source = case.knowledge.source(id);
            let source = source.as_ref();
            SourceUsed {
                id: id.to_string().into(),
                name: source.map_or_else(|| id.to_string(), |source| source.name.to_string()).into(),
                kind: source.and_then(|source| source.kind).map(Known::from),
                title: source.map_or(Text::default(), |source| (&source.title).into()),
                year: source.and_then(|source| source.year),
                doi: source.and_then(|source| source.doi.as_ref()).map(Text::from),
                verification: verification.into(),
                more: More::new(),
            }
        })
        .collect()
}
