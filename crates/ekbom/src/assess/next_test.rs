//! Which test would decide.
//!
//! A test could change a question when one result of it alone leaves fewer answers possible for some guideline. One
//! value between each pair of neighbouring limits stands for all results.

use alloc::vec::Vec;

use super::{Act, AlertRaised, Case, NextTest};
use crate::fact::{Fact, FactBox, Kind, NumberAxis, Options, Part};
use crate::knowledge::act::ALERT_ACTS;
use crate::knowledge::advice::{OrderableTest, TESTS};
use crate::logic::question::AnswerSet;
use crate::logic::table::{Scratch, Table};
use crate::measure::analyte::Analyte;
use crate::measure::formula::egfr::{
    AgeYears, CreatinineMgDl, EgfrSex, ckd_epi_2021, creatinine_for_ckd_epi_2021,
};
use crate::measure::interval::Interval;
use crate::measure::unit::Unit;
use crate::patient::Patient;
use crate::source::{More, Text, texts};

pub(super) fn next_tests(
    case: &Case<'_, '_>,
    patient: &Patient,
    reasons: &Reasons<'_>,
    scratch: &mut Scratch<bool>,
) -> Vec<NextTest> {
    let open: Vec<(&Table, AnswerSet)> = case.tables().filter(|(_, possible)| possible.len() > 1).collect();
    let mut questions: Vec<&'static str> = open.iter().map(|(table, _)| table.question.id).collect();
    questions.dedup();
    let mut made: Vec<NextTest> = Vec::new();
    let mut creatinine = Creatinine::new(case.facts, patient);
    for test in TESTS {
        let asked_by = reasons.for_test(test.test);
        let missing = is_missing(test, case.facts, patient);
        if !missing && asked_by.is_empty() {
            continue;
        }
        let mut could_change: Vec<&'static str> = Vec::new();
        for (table, possible) in &open {
            let question = table.question.id;
            if missing
                && !could_change.contains(&question)
                && can_narrow(test, table, *possible, case, &mut creatinine, scratch)
            {
                could_change.push(question);
            }
        }
        if could_change.is_empty() && asked_by.is_empty() && !test.in_work_up {
            continue;
        }
        made.push(NextTest {
            test: test.test.into(),
            cannot_change: texts(questions.iter().copied().filter(|own| !could_change.contains(own))),
            could_change: texts(could_change),
            asked_by,
            instructions: texts(test.instructions.iter().copied()),
            more: More::new(),
        });
    }
    made.sort_by_key(|test| (reasons.place(&test.test), core::cmp::Reverse(test.could_change.len())));
    made
}

/// Acts and alerts that ask for tests, beside what these could change.
pub(super) struct Reasons<'a> {
    pub(super) acts: &'a [Act],
    pub(super) alerts: &'a [AlertRaised],
}

impl Reasons<'_> {
    /// Codes of the acts that wait for a test, then of the alerts that ask for it.
    fn for_test(&self, test: &str) -> Vec<Text> {
        let is = |code: &str| code.strip_prefix("test:") == Some(test);
        let stands = |code: &str| self.acts.iter().any(|act| act.act == code);
        let acts = self.acts.iter().filter(|act| act.blocked_by.iter().any(|code| is(code)));
        let asked = |alert: &AlertRaised| {
            // The act tells whether there is a result already, and whether that is to be repeated.
            ALERT_ACTS
                .iter()
                .any(|own| own.alert == alert.code && is(own.code) && (own.repeat || stands(own.code)))
        };
        let alerts = self.alerts.iter().filter(|alert| asked(alert)).map(|alert| alert.code.clone());
        acts.map(|act| act.act.clone()).chain(alerts).collect()
    }

    /// Where its act stands; what is among the acts comes first.
    fn place(&self, test: &str) -> usize {
        let own = self.acts.iter().position(|act| act.act.strip_prefix("test:") == Some(test));
        own.unwrap_or(usize::MAX)
    }
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
    case: &Case<'_, '_>,
    creatinine: &mut Creatinine,
    scratch: &mut Scratch<bool>,
) -> bool {
    let Some(fact) = test.fact.filter(|fact| table.asks_fact(*fact)) else { return false };
    let mut with = case.facts.clone();
    let mut narrows = |with: &FactBox| {
        let narrowed = table.possible(with, scratch);
        narrowed != possible && narrowed.is_within(possible)
    };
    if let Kind::BySex { .. } = fact.info().kind {
        return creatinine.results(table, fact).iter().any(|result| {
            with.set_by_sex(fact, *result);
            narrows(&with)
        });
    }
    // Each result that makes a difference, reported in the fact's first unit.
    with.set_reported(fact, true);
    if let Some(unit) = fact.choice_axis(Part::Unit) {
        with.set_choice(unit, Options::NO);
    }
    let Ok(analyte) = test.test.parse::<Analyte>() else { return false };
    let units = units(analyte, fact);
    let readings = || fact.readings().map(|reading| reading.axis).zip(units.into_iter().flatten());
    readings().any(|(axis, unit)| {
        representatives(table, axis, case.facts.number(axis)).any(|value| {
            for (other, to) in readings() {
                let known = case.facts.number(other);
                // The last bits of a conversion may leave what is known.
                let kept = |result: f64| Interval::exact(result.clamp(known.low(), known.high()));
                if let Some(result) = analyte.convert(value, unit, to).and_then(kept) {
                    with.set_number(other, result);
                }
            }
            narrows(&with)
        })
    })
}

/// The units in which a fact is held: a result is one amount in both.
fn units(analyte: Analyte, fact: Fact) -> [Option<Unit>; 2] {
    let second = match fact.info().kind {
        Kind::Measured { second: Some(second), .. } => Unit::parse(second.unit),
        // What guards read of it.
        _ if fact.is_guarded() => Some(analyte.info().canonical),
        _ => None,
    };
    [Some(analyte.info().canonical), second]
}

/// One number inside each part into which a table's limits divide what an axis may still be: each limit stands for
/// the part that ends with it, and the highest number for the last part.
fn representatives(table: &Table, axis: NumberAxis, known: Interval) -> impl Iterator<Item = f64> + '_ {
    let inside = move |cut: &f64| known.low() <= *cut && *cut < known.high();
    let own = table.diagram().cuts().iter().filter(move |(own, _)| *own == axis).map(|(_, cut)| *cut);
    own.filter(inside).chain([known.high()])
}

/// A limit on an axis.
type AxisLimit = (NumberAxis, f64);

/// The eGFR of a woman and of a man.
type EgfrBySex = [Interval; 2];

/// The results of a creatinine: it sets the eGFR of women and of men together.
struct Creatinine {
    /// An adult not known to be on dialysis, or there are none.
    age: Option<f64>,
    /// The limits of a table, and a result between each two neighbours: many tables share them.
    known: Vec<(Vec<AxisLimit>, Vec<EgfrBySex>)>,
}

impl Creatinine {
    fn new(facts: &FactBox, patient: &Patient) -> Self {
        // Of an interval the youngest: which creatinines make a difference is a matter of the limits, not of the year.
        let youngest = patient.age().map(Interval::low);
        let adult = youngest.filter(|age| *age >= crate::assess::intake::EGFR_FROM_AGE);
        Self { age: adult.filter(|_| facts.flag(Fact::Dialysis) != Options::YES), known: Vec::new() }
    }

    /// The eGFR of women and of men with each creatinine that makes a difference to a table.
    fn results(&mut self, table: &Table, fact: Fact) -> &[EgfrBySex] {
        let Some(age) = self.age else { return &[] };
        let own = |axis| fact.readings().skip(1).any(|reading| reading.axis == axis);
        let limits: Vec<AxisLimit> =
            table.diagram().cuts().iter().copied().filter(|(axis, _)| own(*axis)).collect();
        let place = match self.known.iter().position(|(known, _)| *known == limits) {
            Some(place) => place,
            None => {
                let results = creatinine_results(&limits, fact, age);
                self.known.push((limits, results));
                self.known.len() - 1
            }
        };
        self.known.get(place).map_or(&[], |(_, results)| results)
    }
}

fn creatinine_results(limits: &[AxisLimit], fact: Fact, age: f64) -> Vec<EgfrBySex> {
    let mut bounds: Vec<f64> = alloc::vec![LEAST_CREATININE, MOST_CREATININE];
    for (reading, sex) in fact.readings().skip(1).zip([EgfrSex::Female, EgfrSex::Male]) {
        for (_, limit) in limits.iter().filter(|(axis, _)| *axis == reading.axis) {
            let at = creatinine_for_ckd_epi_2021(*limit, AgeYears(age), sex).0;
            bounds.push(at.clamp(LEAST_CREATININE, MOST_CREATININE));
        }
    }
    bounds.sort_by(f64::total_cmp);
    bounds
        .windows(2)
        .filter_map(|pair| match pair {
            [low, high] if low < high => Some((low + high) / 2.0),
            _ => None,
        })
        .filter_map(|creatinine| {
            let of = |sex| Interval::exact(ckd_epi_2021(CreatinineMgDl(creatinine), AgeYears(age), sex));
            Some([of(EgfrSex::Female)?, of(EgfrSex::Male)?])
        })
        .collect()
}

/// Range of creatinine, in mg/dL, within which a limit is looked for.
const LEAST_CREATININE: f64 = 0.1;
const MOST_CREATININE: f64 = 80.0;
