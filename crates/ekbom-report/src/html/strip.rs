//! A laboratory value against the limits of every guideline: what each range of it would mean for this patient, all
//! else as it is. The limits are those of the compiled rules, and the same evaluator answers for each range.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::Material;
use crate::positions::is_treatment;
use ekbom::fact::{Fact, FactBox, Group, Kind, NumberAxis, Part};
use ekbom::knowledge::words;
use ekbom::logic::explain::{quantity, show};
use ekbom::logic::question::AnswerSet;
use ekbom::logic::table::Table;
use ekbom::measure::analyte::Analyte;
use ekbom::measure::interval::Interval;
use ekbom::measure::rounded;
use ekbom::measure::unit::Unit;
use ekbom::patient::Lab;
use ekbom::source::Text;

/// One laboratory fact.
pub(super) struct Strip {
    pub(super) fact: Fact,
    /// What is known, as `38 ng/mL`; empty where the test was not done.
    pub(super) value: String,
    /// How long ago, or from what it was computed; may be empty.
    pub(super) remark: String,
    pub(super) unit: &'static str,
    /// What is known as a range of numbers; `None` where the test was not done.
    pub(super) known: Option<Interval>,
    pub(super) rows: Vec<Row>,
}

/// Guidelines for which the same ranges mean the same.
pub(super) struct Row {
    pub(super) question: Text,
    pub(super) guidelines: Vec<String>,
    /// From the lowest to the highest; at least two.
    pub(super) zones: Vec<Zone>,
    answers: Vec<AnswerSet>,
}

/// A range with one set of possible answers.
pub(super) struct Zone {
    /// In as few words as can be.
    pub(super) answer: String,
    /// Its upper end; `None` for the last.
    pub(super) end: Option<End>,
}

/// Where one range ends and the next begins.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct End {
    /// The limit, for reading.
    pub(super) limit: f64,
    /// The highest number of the lower range.
    cut: f64,
    /// Does the limit itself belong to the lower range?
    pub(super) included: bool,
}

/// What is known of a laboratory fact, and how to ask what another value of it would mean.
struct Probe<'a> {
    fact: Fact,
    /// The number that counts, and its unit.
    axis: NumberAxis,
    unit: &'static str,
    facts: FactBox,
    lab: Option<&'a Lab>,
}

/// Every laboratory fact that is known, and those that a missing test would tell.
pub(super) fn strips(material: &Material<'_, '_>) -> (Vec<Strip>, Vec<Strip>) {
    let (mut known, mut missing) = (Vec::new(), Vec::new());
    for fact in Fact::ALL.iter().copied().filter(|fact| fact.info().group == Group::Laboratory) {
        let touched = material.known.facts.is_touched(fact);
        let wanted = || {
            let mut tests = material.assessment.next_tests.iter();
            tests.any(|next| next.test == fact.id() && !next.could_change.is_empty())
        };
        if !touched && !wanted() {
            continue;
        }
        let Some(strip) = strip(material, fact, touched) else { continue };
        if touched {
            known.push(strip);
        } else if !strip.rows.is_empty() {
            missing.push(strip);
        }
    }
    missing.sort_by_key(|strip: &Strip| core::cmp::Reverse(strip.rows.len()));
    (known, missing)
}

fn strip(material: &Material<'_, '_>, fact: Fact, touched: bool) -> Option<Strip> {
    let probe = Probe::new(material, fact, touched)?;
    let mut rows: Vec<Row> = Vec::new();
    let positions = material.positions().filter(|own| !is_treatment(&own.question));
    for position in positions {
        let Some(table) = material.knowledge.table(&position.question, &position.guideline) else { continue };
        if !table.asks_fact(fact) {
            continue;
        }
        let (zones, answers) = probe.zones(table);
        if zones.len() < 2 {
            continue;
        }
        let same = |row: &&mut Row| {
            let ends = row.zones.iter().map(|zone| zone.end);
            row.question == position.question
                && row.answers == answers
                && ends.eq(zones.iter().map(|zone| zone.end))
        };
        match rows.iter_mut().find(same) {
            Some(row) => row.guidelines.push(position.guideline.to_string()),
            None => rows.push(Row {
                question: position.question.clone(),
                guidelines: alloc::vec![position.guideline.to_string()],
                zones,
                answers,
            }),
        }
    }
    let interval = material.known.facts.number(probe.axis);
    let derived = material.assessment.derived.iter().find(|own| own.fact == fact.id());
    let remark = match (derived, probe.lab.and_then(|lab| lab.days())) {
        (Some(derived), _) if touched => {
            let name = |id: &Text| if *id == "sex" { id.to_string() } else { words::short(&words::fact(id)) };
            let from: Vec<String> = derived.from.iter().map(name).collect();
            format!("from {}", from.join(", "))
        }
        (_, Some(days)) if days.abs() < 0.5 => "today".to_string(),
        (_, Some(days)) => quantity(days, "d") + " ago",
        _ => String::new(),
    };
    Some(Strip {
        fact,
        value: if touched { shown(interval, probe.axis) } else { String::new() },
        remark,
        unit: probe.unit,
        known: touched.then_some(interval),
        rows,
    })
}

/// A computed value has more digits than it is worth.
fn shown(interval: Interval, axis: NumberAxis) -> String {
    match interval.value().and_then(|value| Interval::exact(rounded(value, 3))) {
        Some(value) if interval.low() < 1000.0 => show(value, axis),
        _ => show(interval, axis),
    }
}

impl<'a> Probe<'a> {
    /// `None` where more than one number may count, because the sex or the unit is not known, or where there is no
    /// number to compare.
    fn new(material: &Material<'a, '_>, fact: Fact, touched: bool) -> Option<Self> {
        let mut facts = material.known.facts.clone();
        if !touched {
            facts.set_reported(fact, true);
            if let Some(unit) = fact.choice_axis(Part::Unit) {
                facts.set_choice(unit, ekbom::fact::Options::NO);
            }
        }
        let guard = fact.guard();
        let mut counting = fact
            .readings()
            .zip(0..)
            .filter(|(reading, _)| facts.counts(*reading) && Some(reading.axis) != guard);
        let (Some((reading, place)), None) = (counting.next(), counting.next()) else { return None };
        let unit = match fact.info().kind {
            Kind::Measured { second: Some(second), .. } if place == 1 => second.unit,
            // Present or absent: there is nothing between.
            Kind::Measured { range, .. } if range.high() <= 1.0 => return None,
            Kind::Measured { .. } | Kind::BySex { .. } => fact.info().unit,
            _ => return None,
        };
        let analyte = fact.id().parse::<Analyte>().ok();
        let lab = analyte.filter(|_| touched).and_then(|analyte| material.patient.newest(analyte));
        Some(Self { fact, axis: reading.axis, unit, facts, lab })
    }

    /// From one of the fact's units to another.
    fn convert(&self, value: f64, from: &str, to: &str) -> Option<f64> {
        let analyte = self.fact.id().parse::<Analyte>().ok()?;
        analyte.convert(value, Unit::parse(from)?, Unit::parse(to)?)
    }

    /// The fact's other number, with its unit.
    fn other(&self) -> Option<(NumberAxis, &'static str)> {
        let Kind::Measured { second: Some(second), .. } = self.fact.info().kind else { return None };
        let mut readings = self.fact.readings();
        let other = readings.find(|reading| reading.axis != self.axis)?;
        Some((other.axis, if self.unit == second.unit { self.fact.info().unit } else { second.unit }))
    }

    /// The patient with another value.
    fn with(&self, value: f64) -> FactBox {
        let mut facts = self.facts.clone();
        if let Some(value) = Interval::exact(value) {
            facts.set_number(self.axis, value);
            if let Some(guard) = self.fact.guard() {
                facts.set_number(guard, value);
            }
        }
        if let Some((axis, unit)) = self.other() {
            let converted = self.convert(value, self.unit, unit);
            if let Some(converted) = converted.and_then(Interval::exact) {
                facts.set_number(axis, converted);
            }
        }
        if let (Some(axis), Some(lab)) = (self.fact.choice_axis(Part::Band), self.lab) {
            let own = self.in_unit_of(lab, value);
            facts.set_choice(axis, lab.limits().band(self.fact, own.and_then(Interval::exact)));
        }
        facts
    }

    fn in_unit_of(&self, lab: &Lab, value: f64) -> Option<f64> {
        match lab.result() {
            ekbom::patient::LabResult::Quantity { unit, .. } => self.convert(value, self.unit, unit.ucum()),
            ekbom::patient::LabResult::Qualitative(_) => None,
        }
    }

    /// Where an answer may change: the table's own limits, and the laboratory's where the table asks for them. Each
    /// is the highest number below the change.
    fn cuts(&self, table: &Table) -> Vec<f64> {
        let mut cuts: Vec<f64> = Vec::new();
        for (axis, at) in table.limits() {
            if axis == self.axis || self.fact.guard() == Some(axis) {
                cuts.push(at);
            } else if self.other().is_some_and(|(other, _)| other == axis) {
                let unit = self.other().map_or("", |(_, unit)| unit);
                cuts.extend(self.convert(at, unit, self.unit));
            }
        }
        if let Some(lab) = self.lab.filter(|_| self.fact.choice_axis(Part::Band).is_some()) {
            let ekbom::patient::LabResult::Quantity { unit, .. } = lab.result() else { return cuts };
            let limits = lab.limits();
            let own = |limit: Option<f64>| self.convert(limit?, unit.ucum(), self.unit);
            cuts.extend(own(limits.low).map(Interval::just_below));
            cuts.extend(own(limits.grey_high));
            cuts.extend(own(limits.high));
        }
        let range = self.axis.range();
        cuts.retain(|cut| range.low() < *cut && *cut < range.high());
        cuts.sort_by(f64::total_cmp);
        cuts.dedup_by(|a, b| *a <= *b);
        cuts
    }

    /// The ranges, those of one answer joined.
    fn zones(&self, table: &Table) -> (Vec<Zone>, Vec<AnswerSet>) {
        let cuts = self.cuts(table);
        let mut zones: Vec<Zone> = Vec::new();
        let mut answers: Vec<AnswerSet> = Vec::new();
        let last = self.axis.range().high();
        for high in cuts.iter().copied().chain([last]) {
            let possible = table.ask(&self.with(high));
            let end = (high < last).then(|| End::of(high));
            match (zones.last_mut(), answers.last()) {
                (Some(zone), Some(own)) if *own == possible => zone.end = end,
                _ => {
                    zones.push(Zone { answer: brief(table, possible), end });
                    answers.push(possible);
                }
            }
        }
        (zones, answers)
    }
}

impl End {
    /// The limit of which this is the highest number on the lower side: next to a rounder number, that one is meant.
    fn of(cut: f64) -> Self {
        let above = Interval::just_above(cut);
        let (limit, included) =
            if format!("{above}").len() < format!("{cut}").len() { (above, false) } else { (cut, true) };
        Self { limit: rounded(limit, 5), cut, included }
    }
}

fn brief(table: &Table, possible: AnswerSet) -> String {
    let codes: Vec<String> = table.question.codes(possible).map(words::brief).collect();
    if codes.len() > 3 { "open".to_string() } else { codes.join(" / ") }
}

impl Strip {
    /// A range in words: `up to 75 ng/mL`.
    pub(super) fn range(&self, row: &Row, place: usize) -> String {
        let before = place.checked_sub(1).and_then(|before| row.zones.get(before)).and_then(|own| own.end);
        let end = row.zones.get(place).and_then(|own| own.end);
        let low = |end: End| format!("{} {}", if end.included { "above" } else { "from" }, end.limit);
        let high = |end: End| format!("{} {}", if end.included { "up to" } else { "below" }, end.limit);
        let text = match (before.map(low), end.map(high)) {
            (None, None) => "any value".to_string(),
            (Some(low), None) => low,
            (None, Some(high)) => high,
            (Some(low), Some(high)) => format!("{low}, {high}"),
        };
        if self.unit == "%" { format!("{text} %") } else { format!("{text} {}", words_of_unit(self.unit)) }
    }

    /// Is this the one range of a known value? Its answer stands beside the drawing.
    pub(super) fn says_beside(&self, row: &Row, place: usize) -> bool {
        let count = (0..row.zones.len()).filter(|place| self.is_in(row, *place)).count();
        count == 1 && self.is_in(row, place)
    }

    /// Is what is known, or part of it, in this range?
    pub(super) fn is_in(&self, row: &Row, place: usize) -> bool {
        let Some(known) = self.known else { return false };
        let before = place.checked_sub(1).and_then(|before| row.zones.get(before)).and_then(|own| own.end);
        let end = row.zones.get(place).and_then(|own| own.end);
        before.is_none_or(|end| known.high() > end.cut) && end.is_none_or(|end| known.low() <= end.cut)
    }
}

/// A unit as it is read.
pub(super) fn words_of_unit(unit: &str) -> &str {
    match unit {
        "mL/min/{1.73_m2}" => "mL/min/1.73 m2",
        "m[IU]/L" => "mIU/L",
        unit => unit,
    }
}
