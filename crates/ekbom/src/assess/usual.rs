//! The usual answer: each table asked once more, of a box that the assumptions have narrowed.
//!
//! The narrowed box lies inside the exact one, so what is usual is a part of what is possible. Which assumptions a
//! usual answer rests on is found by leaving them out one by one, from the last: what can be left out is not named.

use alloc::string::String;
use alloc::vec::Vec;
use core::str::FromStr;

use super::Usual;
use super::intake::{Policy, intake};
use crate::fact::{Fact, FactBox, Options, Part};
use crate::knowledge::Knowledge;
use crate::knowledge::assumption::{ASSUMPTIONS, Assumption, Narrowed, Narrowing, When};
use crate::knowledge::guideline::IRON_SAFETY;
use crate::logic::question::AnswerSet;
use crate::logic::table::{Certainty, Scratch, Table};
use crate::measure::interval::Interval;
use crate::patient::{CompleteGroup, Patient};
use crate::source::{More, texts};

/// Which assumptions are made.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Assume {
    /// Every one that applies, shown beside the exact answer.
    #[default]
    Usual,
    /// None.
    None,
    /// These alone, where they apply.
    Only(Assumptions),
}

/// Some of the assumptions: bit `i` is the one at place `i` of [`ASSUMPTIONS`].
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Assumptions(u16);

impl Assumptions {
    /// The set with one more; `None` where there is no assumption of this id.
    ///
    /// ```
    /// use ekbom::assess::Assumptions;
    /// let set = Assumptions::default().with("not_pregnant_from_55");
    /// assert!(set.is_some_and(|set| set.ids().eq(["not_pregnant_from_55"])));
    /// assert!(Assumptions::default().with("not_pregnant").is_none());
    /// ```
    #[must_use]
    pub fn with(self, id: &str) -> Option<Self> {
        let place = ASSUMPTIONS.iter().position(|own| own.id == id)?;
        Some(Self(self.0 | 1 << place))
    }

    /// The ids in it, in the order of [`ASSUMPTIONS`].
    pub fn ids(self) -> impl Iterator<Item = &'static str> {
        ASSUMPTIONS
            .iter()
            .enumerate()
            .filter(move |(place, _)| self.0 & (1 << place) != 0)
            .map(|(_, own)| own.id)
    }
}

/// A word that is neither `usual` nor `none` nor the id of an assumption.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("`{id}` is not an assumption")]
pub struct UnknownAssumption {
    /// What was asked for.
    pub id: String,
}

/// `usual`, `none`, or ids with commas between.
///
/// ```
/// use ekbom::assess::Assume;
/// assert_eq!("none".parse(), Ok(Assume::None));
/// assert!("not_pregnant_from_55,untreated_unless_listed".parse::<Assume>().is_ok());
/// assert_eq!("no_pregnancy".parse::<Assume>().unwrap_err().id, "no_pregnancy");
/// ```
impl FromStr for Assume {
    type Err = UnknownAssumption;

    fn from_str(text: &str) -> Result<Self, UnknownAssumption> {
        match text {
            "usual" => Ok(Self::Usual),
            "none" => Ok(Self::None),
            ids => {
                let set = ids.split(',').map(str::trim).try_fold(Assumptions::default(), |set, id| {
                    set.with(id).ok_or_else(|| UnknownAssumption { id: id.into() })
                });
                set.map(Self::Only)
            }
        }
    }
}

impl Assume {
    fn allows(self, place: usize) -> bool {
        match self {
            Self::Usual => true,
            Self::None => false,
            // Only built-in ones are named.
            Self::Only(set) => place < ASSUMPTIONS.len() && set.0 & (1 << place) != 0,
        }
    }
}

/// What each table answers to a patient under the assumptions of the policy: all that is possible where they leave no less.
///
/// ```
/// use ekbom::assess::{intake::Policy, usual_answers};
/// use ekbom::{Knowledge, Patient};
/// let knowledge = Knowledge::builtin();
/// let patient = Patient::from_json(r#"{"age_years": 58, "labs": [
///     {"analyte": "ferritin", "value": 38, "unit": "ng/mL"}]}"#)?;
/// let table = knowledge.table("iron.therapy", "nice-cks").ok_or("no such table")?;
/// let answers = usual_answers(&knowledge, &patient, &Policy::default(), [table]);
/// assert_eq!(answers.len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn usual_answers<'t>(
    knowledge: &Knowledge,
    patient: &Patient,
    policy: &Policy,
    tables: impl IntoIterator<Item = &'t Table>,
) -> Vec<AnswerSet> {
    let known = intake(patient, policy);
    let mut scratch = Scratch::new();
    let assumed = Assumed::new(knowledge, patient, &known.facts, policy.assume, &mut scratch);
    let answer = |table: &Table| {
        let possible = table.possible(&known.facts, &mut scratch);
        assumed.answers(table, possible, &mut scratch).unwrap_or(possible)
    };
    tables.into_iter().map(answer).collect()
}

/// An assumption that applies to a patient, with what it narrows of this one.
struct Applied {
    assumption: &'static Assumption,
    narrows: Vec<Narrowed>,
}

/// What may be assumed of a patient.
pub(super) struct Assumed {
    applied: Vec<Applied>,
    facts: FactBox,
}

impl Assumed {
    pub(super) fn new(
        knowledge: &Knowledge,
        patient: &Patient,
        facts: &FactBox,
        assume: Assume,
        scratch: &mut Scratch<bool>,
    ) -> Self {
        let mut applied = Vec::new();
        for (place, (assumption, conditions)) in knowledge.0.assumptions.iter().enumerate() {
            if !assume.allows(place) {
                continue;
            }
            let narrows: Vec<Narrowed> = assumption
                .narrows
                .iter()
                .zip(conditions)
                .filter(|(narrowing, conditions)| may(narrowing, conditions, patient, facts, scratch))
                .map(|(narrowing, _)| narrowing.to)
                .filter(|to| narrowed(facts, *to).is_some())
                .collect();
            if !narrows.is_empty() {
                applied.push(Applied { assumption, narrows });
            }
        }
        let everything = applied.iter().map(|_| true).collect::<Vec<_>>();
        let facts = narrow(facts, &applied, &everything);
        Self { applied, facts }
    }

    /// The box with everything that may be assumed.
    pub(super) const fn facts(&self) -> &FactBox {
        &self.facts
    }

    /// What is known, and that nobody is pregnant of whom that is assumed.
    pub(super) fn not_pregnant(&self, exact: &FactBox) -> FactBox {
        let kept: Vec<bool> = self.applied.iter().map(|own| own.assumption.is_of_pregnancy()).collect();
        narrow(exact, &self.applied, &kept)
    }

    /// The usual answers of a table, where they are fewer than the possible ones.
    pub(super) fn of_table(
        &self,
        table: &Table,
        exact: &FactBox,
        possible: AnswerSet,
        scratch: &mut Scratch<bool>,
    ) -> Option<Usual> {
        let usual = self.answers(table, possible, scratch)?;
        let assuming = self.needed(exact, |facts| table.possible(facts, scratch) == usual);
        Some(Usual {
            possible: texts(table.question.codes(usual)),
            assuming: texts(assuming),
            more: More::new(),
        })
    }

    /// The answers of a table that are left, where they are fewer than the possible ones.
    fn answers(&self, table: &Table, possible: AnswerSet, scratch: &mut Scratch<bool>) -> Option<AnswerSet> {
        let guard = table.is_of(IRON_SAFETY.question.id, &IRON_SAFETY.guideline.id);
        if possible.len() < 2 || guard || !self.narrowed_facts().any(|fact| table.asks_fact(fact)) {
            return None;
        }
        let usual = table.possible(&self.facts, scratch);
        (usual != possible && !usual.is_empty()).then_some(usual)
    }

    /// The assumptions without which it would not hold, by leaving them out one by one from the last.
    pub(super) fn needed(
        &self,
        exact: &FactBox,
        mut holds: impl FnMut(&FactBox) -> bool,
    ) -> Vec<&'static str> {
        let mut kept: Vec<bool> = self.applied.iter().map(|_| true).collect();
        for place in (0..kept.len()).rev() {
            if let Some(one) = kept.get_mut(place) {
                *one = false;
            }
            if !holds(&narrow(exact, &self.applied, &kept)) {
                if let Some(one) = kept.get_mut(place) {
                    *one = true;
                }
            }
        }
        self.applied.iter().zip(&kept).filter(|(_, kept)| **kept).map(|(own, _)| own.assumption.id).collect()
    }

    fn narrowed_facts(&self) -> impl Iterator<Item = Fact> + '_ {
        self.applied.iter().flat_map(|own| own.narrows.iter().map(|to| to.fact()))
    }
}

fn narrow(facts: &FactBox, applied: &[Applied], kept: &[bool]) -> FactBox {
    let mut made = facts.clone();
    for (own, _) in applied.iter().zip(kept).filter(|(_, kept)| **kept) {
        for to in &own.narrows {
            if let Some(smaller) = narrowed(&made, *to) {
                made = smaller;
            }
        }
    }
    made
}

/// The box with one fact narrower; `None` where it is no narrower, or nothing would be left of it.
fn narrowed(facts: &FactBox, to: Narrowed) -> Option<FactBox> {
    let mut made = facts.clone();
    match to {
        Narrowed::Options(fact, options) => {
            let axis = fact.choice_axis(Part::Value)?;
            let known = facts.choice(axis);
            let left = Options(known.0 & options.0);
            if left.0 == 0 || left == known {
                return None;
            }
            made.set_choice(axis, left);
        }
        Narrowed::AtLeast(fact, least) => {
            for reading in fact.readings() {
                let known = facts.number(reading.axis);
                if let Some(left) =
                    Interval::new(known.low().max(least), known.high()).filter(|left| *left != known)
                {
                    made.set_number(reading.axis, left);
                }
            }
            if made == *facts {
                return None;
            }
        }
    }
    Some(made)
}

fn may(
    narrowing: &Narrowing,
    conditions: &[Certainty],
    patient: &Patient,
    facts: &FactBox,
    scratch: &mut Scratch<bool>,
) -> bool {
    // What was set aside may be what an assumption asks for: of that of results, all but who the person is.
    if patient.lacks_more || (!patient.set_aside.is_empty() && narrowing.to.fact() != Fact::Person) {
        return false;
    }
    let mut conditions = conditions.iter();
    narrowing.when.iter().all(|when| match when {
        When::Certain(_) => conditions.next().is_some_and(|condition| condition.truth(facts, scratch).yes),
        When::Unsaid(unsaid) => unsaid.iter().all(|fact| !patient.says(*fact)),
        When::NoneYes(none) => none.iter().all(|fact| facts.flag(*fact) != Options::YES),
        When::NoResult(analytes) => patient.labs().iter().all(|lab| !analytes.contains(&lab.analyte())),
        When::MedicinesListed => {
            patient.unrecognised_medicines().is_empty()
                && (!patient.medicine_entries().is_empty() || patient.is_complete(CompleteGroup::Medicines))
        }
        // One that was stopped counts: what it did may last.
        When::NoMedicine(class) => {
            let mut entries = patient.medicine_entries().iter();
            !entries.any(|own| !own.planned && own.medicine.is(*class))
        }
    })
}
