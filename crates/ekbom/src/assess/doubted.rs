//! Results that were set aside: nothing is answered by them, but what they would forbid if they are right is withheld
//! until somebody answers, and what is critical in them is said.

use alloc::vec::Vec;

use super::CriticalResult;
use super::critical::critical;
use super::intake::{Policy, intake};
use crate::knowledge::Knowledge;
use crate::logic::question::AnswerSet;
use crate::logic::table::Scratch;
use crate::patient::{Lab, LabResult, Patient};

/// The answers of `iron.safety` that forbid iron under any reading of what was set aside.
pub(super) fn stops(
    knowledge: &Knowledge,
    patient: &Patient,
    policy: &Policy,
    scratch: &mut Scratch<bool>,
) -> AnswerSet {
    let table = knowledge.0.iron_safety.and_then(|place| knowledge.tables().get(place));
    let Some(table) = table.filter(|_| !patient.doubted().is_empty()) else { return AnswerSet::EMPTY };
    let mut found = AnswerSet::EMPTY;
    for reading in readings(patient) {
        let known = intake(&reading, policy);
        for (place, condition) in &knowledge.0.stops {
            if let Some(rule) = table.rules.get(*place).filter(|rule| !rule.answers.is_within(found)) {
                if condition.truth(&known.facts, scratch).yes {
                    found = found.or(rule.answers);
                }
            }
        }
    }
    found
}

/// The patient with what was set aside: all of it as it was written, and each result alone, as written and in each unit
/// in which its number would be ordinary.
fn readings(patient: &Patient) -> Vec<Patient> {
    let with = |labs: &[Lab]| {
        let mut made = patient.clone();
        made.labs.extend_from_slice(labs);
        made
    };
    let mut made = alloc::vec![with(patient.doubted())];
    for lab in patient.doubted() {
        made.push(with(core::slice::from_ref(lab)));
        let LabResult::Quantity { value, unit, comparator } = lab.result() else { continue };
        for unit in lab.analyte().units_that_make_sense(value, Some(unit)) {
            let result = LabResult::Quantity { value, unit, comparator };
            made.push(with(&[Lab { result, ..lab.clone() }]));
        }
    }
    made
}

/// What is critical among the results that were set aside, each by itself and as it was written.
pub(super) fn critical_ones(
    knowledge: &Knowledge,
    patient: &Patient,
    policy: &Policy,
    scratch: &mut Scratch<bool>,
) -> Vec<CriticalResult> {
    let mut made: Vec<CriticalResult> = Vec::new();
    let all = || patient.labs().iter().chain(patient.doubted());
    for lab in patient.doubted() {
        let newer = |other: &Lab| {
            other.analyte() == lab.analyte()
                && other.days().zip(lab.days()).is_some_and(|(newer, older)| newer < older)
        };
        if all().any(newer) {
            continue;
        }
        let alone = Patient { labs: alloc::vec![lab.clone()], ..patient.clone() };
        for result in critical(knowledge, &alone, &intake(&alone, policy), policy, scratch) {
            if !made.contains(&result) {
                made.push(result);
            }
        }
    }
    made
}
