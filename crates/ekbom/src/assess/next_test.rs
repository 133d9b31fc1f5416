//! Which test would decide.
//!
//! A test could change a question when one result of it alone leaves fewer answers possible for some guideline. One
//! value between each pair of neighbouring limits stands for all results.

use alloc::vec::Vec;

use super::{Case, NextTest};
use crate::advice::{OrderableTest, TESTS};
use crate::fact::{Fact, FactBox, Kind, NumberAxis, Options, Part};
use crate::formula::egfr::{EgfrSex, ckd_epi_2021};
use crate::interval::Interval;
use crate::patient::Patient;
use crate::question::AnswerSet;
use crate::table::{Scratch, Table};

pub(super) fn next_tests(
    case: &Case<'_, '_>,
    patient: &Patient,
    scratch: &mut Scratch<bool>,
) -> Vec<NextTest> {
    let open: Vec<(&Table, AnswerSet)> = case.tables().filter(|(_, possible)| possible.len() > 1).collect();
    let mut questions: Vec<&'static str> = open.iter().map(|(table, _)| table.question.id).collect();
    questions.dedup();
    let mut made: Vec<NextTest> = Vec::new();
    for test in TESTS {
        if !is_missing(test, case.facts, patient) {
            continue;
        }
        let mut could_change: Vec<&'static str> = Vec::new();
        for (table, possible) in &open {
            let question = table.question.id;
            if !could_change.contains(&question)
                && can_narrow(test, table, *possible, case.facts, patient, scratch)
            {
                could_change.push(question);
            }
        }
        if could_change.is_empty() && !test.in_work_up {
            continue;
        }
        made.push(NextTest {
            test: test.test,
            cannot_change: questions.iter().copied().filter(|own| !could_change.contains(own)).collect(),
            could_change,
            instructions: test.instructions.to_vec(),
        });
    }
    made.sort_by_key(|test| core::cmp::Reverse(test.could_change.len()));
    made
}

/// Not reported, or not exactly known.
fn is_missing(test: &OrderableTest, facts: &FactBox, patient: &Patient) -> bool {
    let reported = patient.labs().iter().any(|lab| lab.analyte().id() == test.test);
    match test.fact {
        Some(fact) => !facts.is_known(fact) || !(reported || facts.is_touched(fact)),
        None => !reported,
    }
}

fn can_narrow(
    test: &OrderableTest,
    table: &Table,
    possible: AnswerSet,
    facts: &FactBox,
    patient: &Patient,
    scratch: &mut Scratch<bool>,
) -> bool {
    let Some(fact) = test.fact.filter(|fact| table.asks_fact(*fact)) else { return false };
    let results = match fact.info().kind {
        Kind::BySex { .. } => creatinine_results(table, fact, facts, patient),
        _ => plain_results(table, fact, facts),
    };
    results.iter().any(|with_result| {
        let narrowed = table.possible(with_result, scratch);
        narrowed != possible && narrowed.is_within(possible)
    })
}

/// The patient with each result that makes a difference, reported in the fact's first unit.
fn plain_results(table: &Table, fact: Fact, facts: &FactBox) -> Vec<FactBox> {
    let Some(axis) = fact.readings().next().map(|reading| reading.axis) else { return Vec::new() };
    let mut reported = facts.clone();
    reported.set_reported(fact, true);
    if let Some(unit) = fact.choice_axis(Part::Unit) {
        reported.set_choice(unit, Options::NO);
    }
    let between = representatives(table, axis, facts.number(axis));
    between
        .into_iter()
        .filter_map(Interval::exact)
        .map(|value| {
            let mut with = reported.clone();
            with.set_number(axis, value);
            with
        })
        .collect()
}

/// One number inside each part into which a table's limits divide what an axis may still be: each limit stands for
/// the part that ends with it, and the highest number for the last part.
fn representatives(table: &Table, axis: NumberAxis, known: Interval) -> Vec<f64> {
    let inside = |cut: &f64| known.low() <= *cut && *cut < known.high();
    let cuts =
        table.diagram().cuts().iter().filter(|(own, _)| *own == axis).map(|(_, cut)| *cut).filter(inside);
    cuts.chain([known.high()]).collect()
}

/// The patient with each creatinine that makes a difference: it sets the eGFR of women and of men together.
fn creatinine_results(table: &Table, fact: Fact, facts: &FactBox, patient: &Patient) -> Vec<FactBox> {
    let adult = patient.age_years.filter(|age| *age >= 18.0);
    let (Some(age), true) = (adult, facts.flag(Fact::Dialysis) != Options::YES) else { return Vec::new() };
    let sexes = [EgfrSex::Female, EgfrSex::Male];
    let mut cuts: Vec<f64> = Vec::new();
    for (reading, sex) in fact.readings().skip(1).zip(sexes) {
        for (axis, cut) in table.diagram().cuts() {
            if *axis == reading.axis {
                cuts.push(creatinine_at(*cut, age, sex));
            }
        }
    }
    cuts.sort_by(f64::total_cmp);
    cuts.dedup();
    let ends = [LEAST_CREATININE, MOST_CREATININE];
    let bounds: Vec<f64> =
        ends.iter().take(1).copied().chain(cuts).chain(ends.iter().skip(1).copied()).collect();
    bounds
        .windows(2)
        .filter_map(|pair| match pair {
            [low, high] => Some((low + high) / 2.0),
            _ => None,
        })
        .map(|creatinine| {
            let mut with = facts.clone();
            let of = |sex| Interval::exact(ckd_epi_2021(creatinine, age, sex));
            if let (Some(women), Some(men)) = (of(EgfrSex::Female), of(EgfrSex::Male)) {
                with.set_by_sex(fact, [women, men]);
            }
            with
        })
        .collect()
}

/// Range of creatinine, in mg/dL, within which a limit is looked for.
const LEAST_CREATININE: f64 = 0.1;
const MOST_CREATININE: f64 = 80.0;

/// The creatinine at which the eGFR passes a limit, by bisection of the formula itself.
fn creatinine_at(egfr: f64, age: f64, sex: EgfrSex) -> f64 {
    let (mut low, mut high) = (LEAST_CREATININE, MOST_CREATININE);
    for _ in 0..40 {
        let middle = (low + high) / 2.0;
        if ckd_epi_2021(middle, age, sex) > egfr { low = middle } else { high = middle }
    }
    low
}
