//! Critical results of one patient: the newest result of each analyte against the limits of the knowledge.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::Displayed;
use super::intake::{Intake, Policy};
use crate::fact::{Fact, FactBox, Options};
use crate::knowledge::critical::{Against, CriticalLimit, LIFTS, LIFTS_FROM_QTC_MS, SAME_FINDING};
use crate::knowledge::{CriticalRow, Knowledge};
use crate::logic::condition::Comparison;
use crate::logic::explain::quantity;
use crate::logic::table::Scratch;
use crate::measure::analyte::Analyte;
use crate::measure::interval::Interval;
use crate::measure::number::rounded;
use crate::measure::unit::Unit;
use crate::patient::{Lab, LabResult, Patient};
use crate::source::{Known, More, Text, Verification};

/// A result that must be acted on now, if its unit is right.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CriticalResult {
    /// What was measured.
    pub analyte: Known<Analyte>,
    /// The value, in the unit in which it was compared; of a bound the bound.
    pub value: Displayed,
    /// UCUM unit of value and limit.
    pub unit: Text,
    /// The limit.
    pub limit: Displayed,
    /// `below`, `at_most`, `at_least` or `above` the limit.
    pub direction: Text,
    /// Id in the bibliography.
    pub source: Text,
    /// In words.
    pub says: String,
    /// How far the limit was read.
    pub verification: Known<Verification>,
    /// Keys of another version.
    #[serde(flatten)]
    pub more: More,
}

/// What is compared: the values a result may stand for.
struct Seen {
    value: Interval,
    unit: Unit,
    limit: f64,
    /// As reported, where that is another unit or only a bound; or how it was computed.
    remark: String,
}

impl Seen {
    /// In the unit in which it was reported, and as it was.
    fn is_as_reported(&self) -> bool {
        self.remark.is_empty() || self.remark == NOT_ADJUSTED
    }
}

const NOT_ADJUSTED: &str = "not adjusted for albumin";

/// The results beyond a limit at which a laboratory telephones.
pub(super) fn critical(
    knowledge: &Knowledge,
    patient: &Patient,
    known: &Intake,
    policy: &Policy,
    scratch: &mut Scratch<bool>,
) -> Vec<CriticalResult> {
    beyond(&knowledge.0.critical, (", critical by ", ""), ACT_NOW, patient, known, policy, scratch)
}

/// Those of the second band, of which nothing critical is said.
pub(super) fn far_out(
    knowledge: &Knowledge,
    patient: &Patient,
    known: &Intake,
    critical: &[CriticalResult],
    policy: &Policy,
    scratch: &mut Scratch<bool>,
) -> Vec<CriticalResult> {
    let then = if is_lifted(&known.facts) { TODAY } else { SOON };
    let mut made = beyond(&knowledge.0.far_out, (" (", ")"), then, patient, known, policy, scratch);
    made.retain(|own| !critical.iter().any(|other| other.analyte == own.analyte));
    made
}

/// The results of which nothing else is said and that lie beyond what laboratories print as usual, where the laboratory
/// printed no limits of its own.
pub(super) fn outside_usual(
    knowledge: &Knowledge,
    patient: &Patient,
    known: &Intake,
    policy: &Policy,
    scratch: &mut Scratch<bool>,
) -> Vec<Analyte> {
    let mut made: Vec<Analyte> = Vec::new();
    for (row, _, unless) in knowledge.0.far_out.iter().filter(|(row, _, _)| row.ends_the_usual) {
        let own = patient.newest(row.analyte);
        let is_limited = own.is_some_and(|lab| lab.ref_low.is_some() || lab.ref_high.is_some());
        if is_limited || made.contains(&row.analyte) {
            continue;
        }
        let Some(seen) = seen(row, patient, known, policy) else { continue };
        if holds(row.comparison, seen.value, seen.limit) && !unless.truth(&known.facts, scratch).yes {
            made.push(row.analyte);
        }
    }
    made
}

/// Is a result of the second band looked at the same day?
pub(super) fn is_lifted(facts: &FactBox) -> bool {
    let mut qtc = Fact::QtcMs.readings().filter(|reading| facts.counts(*reading)).peekable();
    let long =
        qtc.peek().is_some() && qtc.all(|reading| facts.number(reading.axis).low() >= LIFTS_FROM_QTC_MS);
    long || LIFTS.iter().any(|fact| facts.flag(*fact) == Options::YES)
}

const ACT_NOW: &str = "act on it now, if the unit is right";
const SOON: &str = "find out why, and act on it soon, if the unit is right";
const TODAY: &str = "with confusion, drowsiness, weakness or so long a QT interval it is looked at today, if the unit is right";

fn beyond(
    rows: &[CriticalRow],
    by: (&str, &str),
    then: &str,
    patient: &Patient,
    known: &Intake,
    policy: &Policy,
    scratch: &mut Scratch<bool>,
) -> Vec<CriticalResult> {
    let mut made: Vec<CriticalResult> = Vec::new();
    for (row, when, unless) in rows {
        let (one, other) = SAME_FINDING;
        let said = |analyte| made.iter().any(|own| own.analyte == analyte);
        if said(row.analyte) || (row.analyte == other && said(one)) {
            continue;
        }
        let Some(seen) = seen(row, patient, known, policy) else { continue };
        if holds(row.comparison, seen.value, seen.limit)
            && when.truth(&known.facts, scratch).yes
            && !unless.truth(&known.facts, scratch).yes
        {
            made.push(entry(row, &seen, patient, by, if row.now { ACT_NOW } else { then }));
        }
    }
    made
}

/// Does every value that the result may stand for lie beyond the limit?
fn holds(comparison: Comparison, value: Interval, limit: f64) -> bool {
    match comparison {
        Comparison::Below => value.high() < limit,
        Comparison::AtMost => value.high() <= limit,
        Comparison::AtLeast => value.low() >= limit,
        Comparison::Above => value.low() > limit,
    }
}

fn seen(row: &CriticalLimit, patient: &Patient, known: &Intake, policy: &Policy) -> Option<Seen> {
    match row.against {
        Against::Printed(printed) => {
            let first = printed.first().copied()?;
            if row.analyte == Analyte::Egfr {
                return by_fact(Fact::Egfr, first, known);
            }
            let lab = patient.newest(row.analyte)?;
            if row.analyte == Analyte::Calcium {
                if let Some(own) = known.derived.iter().find(|own| own.fact == "calcium_adjusted") {
                    let remark = "adjusted for albumin".into();
                    return Some(Seen { value: own.value, unit: first.0, limit: first.1, remark });
                }
            }
            let (unit, limit) =
                printed.iter().copied().find(|(unit, _)| lab.reported_like(*unit)).unwrap_or(first);
            let value = lab.interval_in(unit, policy)?;
            Some(Seen { value, unit, limit, remark: as_reported(lab, unit) })
        }
        Against::TimesEarlier(unit, times) => {
            let lab = patient.newest(row.analyte)?;
            let value = lab.interval_in(unit, policy)?;
            let earlier = patient.labs.iter().filter(|own| own.analyte == row.analyte && !own.same_day(lab));
            // A bound gives its upper end: three times what it may have been at most.
            let lowest = earlier
                .filter_map(|own| own.interval_in(unit, policy))
                .map(|own| own.high())
                .filter(|own| own.is_finite() && *own > 0.0)
                .reduce(f64::min)?;
            Some(Seen { value, unit, limit: times * lowest, remark: as_reported(lab, unit) })
        }
    }
}

/// A quantity that may be computed, for each sex: all of it.
fn by_fact(fact: Fact, (unit, limit): (Unit, f64), known: &Intake) -> Option<Seen> {
    let counted = fact.readings().filter(|reading| known.facts.counts(*reading));
    let value = counted.map(|reading| known.facts.number(reading.axis)).reduce(Interval::around)?;
    let remark = if known.facts.reported(fact) { String::new() } else { "computed".into() };
    Some(Seen { value, unit, limit, remark })
}

fn as_reported(lab: &Lab, unit: Unit) -> String {
    let adjusted = if lab.analyte == Analyte::Calcium { NOT_ADJUSTED } else { "" };
    match lab.result {
        LabResult::Quantity { value, unit: own, comparator } if own != unit || comparator.is_some() => {
            let sign = comparator.map_or("", |comparator| comparator.code());
            let comma = if adjusted.is_empty() { "" } else { ", " };
            format!("reported as {sign}{value} {}{comma}{adjusted}", own.ucum())
        }
        _ => adjusted.into(),
    }
}

/// What was computed or converted, in no more digits than one reads, but never so that it seems to reach the limit.
fn sensible(value: f64, limit: f64) -> f64 {
    let at_limit = |shown: f64| (shown - limit).abs() <= 0.0;
    let shown = (3..6).map(|digits| rounded(value, digits)).find(|shown| !at_limit(*shown));
    shown.unwrap_or_else(|| rounded(value, 6))
}

/// `by`: what stands before and behind whose limit it is.
fn entry(
    row: &CriticalLimit,
    seen: &Seen,
    patient: &Patient,
    (before, behind): (&str, &str),
    then: &str,
) -> CriticalResult {
    // The end of the interval that decided.
    let above = matches!(row.comparison, Comparison::AtLeast | Comparison::Above);
    let exact = if above { seen.value.low() } else { seen.value.high() };
    let value = rounded(exact, 6);
    let limit = rounded(seen.limit, 6);
    let shown = if seen.is_as_reported() { value } else { sensible(exact, limit) };
    let unit = seen.unit.ucum();
    let relation = match row.comparison {
        Comparison::Below => "below",
        Comparison::AtMost => "at or below",
        Comparison::AtLeast => "at or above",
        Comparison::Above => "above",
    };
    let remark = if seen.remark.is_empty() { String::new() } else { format!(" ({})", seen.remark) };
    let old = patient.newest(row.analyte).and_then(|lab| lab.days_ago).filter(|days| *days >= 1.0);
    let when = old.map_or(String::new(), |days| format!(", of a sample {days} days old"));
    CriticalResult {
        analyte: row.analyte.into(),
        value: Displayed(value),
        unit: unit.into(),
        limit: Displayed(limit),
        direction: row.comparison.code().into(),
        source: row.source.into(),
        says: format!(
            "{} {}{remark}{when}: {relation} {}{before}{}{behind}; {then}",
            row.analyte.info().name,
            quantity(shown, unit),
            quantity(limit, unit),
            row.whose,
        ),
        verification: row.verification.into(),
        more: More::new(),
    }
}
