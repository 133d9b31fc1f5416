//! What the library knows, without any patient.

use std::sync::Arc;

use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::{ArrayRef, Float64Array, RecordBatch, StringArray, UInt32Array};
use ekbom::exchange::rules::RuleBook;
use ekbom::fact::{Fact, Group, Kind};
use ekbom::knowledge::claim::CLAIMS;
use ekbom::knowledge::words;
use ekbom::logic::explain::phrase;
use ekbom::logic::table::{Rule, Table};
use ekbom::measure::analyte::{Analyte, AnalyteKind};
use ekbom::patient::FaultKind;
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;

use crate::KNOWLEDGE;
use crate::error::unknown;
use crate::frame::Frame;

fn texts<'a>(values: impl Iterator<Item = &'a str>) -> ArrayRef {
    Arc::new(values.map(Some).collect::<StringArray>())
}

fn numbers(values: impl Iterator<Item = Option<f64>>) -> ArrayRef {
    Arc::new(values.collect::<Float64Array>())
}

fn lists<T: AsRef<str>, I: IntoIterator<Item = T>>(rows: impl Iterator<Item = I>) -> ArrayRef {
    let mut builder = ListBuilder::new(StringBuilder::new());
    for row in rows {
        for item in row {
            builder.values().append_value(item);
        }
        builder.append(true);
    }
    Arc::new(builder.finish())
}

fn frame<const N: usize>(columns: [(&str, ArrayRef); N]) -> PyResult<Frame> {
    let batch = RecordBatch::try_from_iter(columns);
    batch.map(Frame::from).map_err(|error| PyRuntimeError::new_err(error.to_string()))
}

/// The code of every cause of a fault.
#[pyfunction]
pub(crate) fn fault_kinds() -> Vec<&'static str> {
    FaultKind::ALL.iter().map(|kind| kind.code()).collect()
}

/// Every rule of every table, in order.
#[pyfunction]
pub(crate) fn rules() -> PyResult<Frame> {
    let every =
        || KNOWLEDGE.tables().iter().flat_map(|table| table.rules.iter().map(move |rule| (table, rule)));
    let text = |read: fn(&'static Table, &'static Rule) -> &'static str| {
        texts(every().map(|(table, rule)| read(table, rule)))
    };
    let places = KNOWLEDGE.tables().iter().flat_map(|table| (1..).zip(&table.rules).map(|(place, _)| place));
    let when: StringArray = every().map(|(_, rule)| Some(phrase(&rule.when))).collect();
    let cites = |(_, rule): (_, &'static Rule)| {
        rule.cites.iter().map(|cite| format!("{}: {}", cite.source, cite.locator)).collect::<Vec<_>>()
    };
    frame([
        ("rule", text(|_, rule| &rule.id)),
        ("question", text(|table, _| table.question.id)),
        ("guideline", text(|table, _| &table.guideline.id)),
        ("place", Arc::new(places.collect::<UInt32Array>())),
        ("when", Arc::new(when)),
        ("answers", lists(every().map(|(table, rule)| table.question.codes(rule.answers)))),
        ("flags", lists(every().map(|(_, rule)| rule.flags.iter().map(|flag| &*flag.code)))),
        ("cites", lists(every().map(cites))),
        ("verification", text(|_, rule| rule.verification.code())),
        ("note", text(|_, rule| &rule.note)),
    ])
}

/// The claims of the founding article, and what became of them.
#[pyfunction]
pub(crate) fn claims() -> PyResult<Frame> {
    let all = CLAIMS.iter();
    frame([
        ("claim", texts(all.clone().map(|claim| claim.id))),
        ("says", texts(all.clone().map(|claim| claim.claim))),
        ("software", texts(all.clone().map(|claim| claim.software))),
        ("evidence_for", texts(all.clone().map(|claim| claim.evidence_for))),
        ("evidence_against", texts(all.clone().map(|claim| claim.evidence_against))),
        ("sources", lists(all.clone().map(|claim| claim.sources.iter().copied()))),
        ("facts", lists(all.clone().map(|claim| claim.facts.iter().map(|fact| fact.id())))),
        ("verification", texts(all.map(|claim| claim.verification.code()))),
    ])
}

/// The analytes, with their units and limits.
#[pyfunction]
pub(crate) fn analytes() -> PyResult<Frame> {
    let all = || Analyte::ALL.iter().map(|analyte| analyte.info());
    frame([
        ("analyte", texts(all().map(|info| info.id))),
        ("name", texts(all().map(|info| info.name))),
        (
            "kind",
            texts(all().map(|info| match info.kind {
                AnalyteKind::Quantity => "quantity",
                AnalyteKind::Qualitative => "qualitative",
            })),
        ),
        ("canonical", texts(all().map(|info| info.canonical.ucum()))),
        ("conventional", texts(all().map(|info| info.conventional.ucum()))),
        ("si", texts(all().map(|info| info.si.ucum()))),
        ("units", lists(all().map(|info| info.units.iter().map(|accepted| accepted.unit.ucum())))),
        ("hard_low", numbers(all().map(|info| Some(info.hard.low)))),
        ("hard_high", numbers(all().map(|info| Some(info.hard.high)))),
        ("confirm_low", numbers(all().map(|info| info.confirm.map(|confirm| confirm.low)))),
        ("confirm_high", numbers(all().map(|info| info.confirm.map(|confirm| confirm.high)))),
        (
            "cv_analytical",
            numbers(all().map(|info| info.variation.and_then(|own| own.analytical_cv_percent))),
        ),
        (
            "cv_within_person",
            numbers(all().map(|info| info.variation.map(|own| own.within_person_cv_percent))),
        ),
        ("loinc", lists(all().map(|info| info.loinc.iter().map(|loinc| loinc.code)))),
        ("interval", texts(all().map(|info| info.interval))),
        ("note", texts(all().map(|info| info.note))),
    ])
}

/// Every table as question and guideline, in order.
#[pyfunction]
pub(crate) fn tables() -> Vec<(&'static str, &'static str)> {
    KNOWLEDGE.tables().iter().map(|table| (table.question.id, &*table.guideline.id)).collect()
}

/// Every question: id, title, codes of its answers.
#[pyfunction]
pub(crate) fn questions() -> Vec<(&'static str, &'static str, Vec<&'static str>)> {
    let codes = |question: &'static ekbom::logic::question::QuestionInfo| {
        question.answers.iter().map(|answer| answer.code).collect()
    };
    ekbom::knowledge::question::all().map(|question| (question.id, question.title, codes(question))).collect()
}

/// Every table: what is asked, who answers, and what may be answered.
#[pyfunction]
pub(crate) fn questions_frame() -> PyResult<Frame> {
    let all = || KNOWLEDGE.tables().iter();
    frame([
        ("table", Arc::new(all().map(|table| Some(table.name())).collect::<StringArray>())),
        ("question", texts(all().map(|table| table.question.id))),
        ("title", texts(all().map(|table| table.question.title))),
        ("guideline", texts(all().map(|table| table.guideline.id.as_ref()))),
        (
            "name",
            Arc::new(all().map(|table| Some(words::guideline(&table.guideline.id))).collect::<StringArray>()),
        ),
        ("guideline_title", texts(all().map(|table| table.guideline.title.as_ref()))),
        ("standing", texts(all().map(|table| table.guideline.standing.code()))),
        ("answers", lists(all().map(|table| table.question.answers.iter().map(|answer| answer.code)))),
    ])
}

/// An answer in words.
#[pyfunction]
#[pyo3(signature = (code: "str") -> "str")]
pub(crate) fn word(code: &str) -> String {
    words::humanise(code)
}

/// A guideline by the name that a clinician knows.
#[pyfunction]
#[pyo3(signature = (code: "str") -> "str")]
pub(crate) fn guideline_name(code: &str) -> String {
    words::guideline(code)
}

/// What a question is about, in a word or two.
#[pyfunction]
#[pyo3(signature = (question: "str") -> "str")]
pub(crate) fn subject_name(question: &str) -> String {
    words::subject(question)
}

/// Every fact that a patient can state: id, label, group, kind, codes.
#[pyfunction]
pub(crate) fn facts() -> Vec<(&'static str, &'static str, &'static str, &'static str, Vec<&'static str>)> {
    let stated = Fact::ALL.iter().filter_map(|fact| {
        let info = fact.info();
        let group = match info.group {
            Group::Symptoms => "symptoms",
            Group::History => "history",
            _ => return None,
        };
        let (kind, codes) = match info.kind {
            Kind::Flag => ("flag", Vec::new()),
            Kind::Choice(codes) => ("choice", codes.to_vec()),
            _ => ("number", Vec::new()),
        };
        Some((info.id, info.label, group, kind, codes))
    });
    stated.collect()
}

/// Version and fingerprint of the knowledge.
#[pyfunction]
pub(crate) fn knowledge() -> (&'static str, &'static str) {
    (KNOWLEDGE.version(), KNOWLEDGE.hash())
}

/// Versions of what was built together.
#[pyfunction]
pub(crate) fn versions() -> Vec<(&'static str, &'static str)> {
    vec![
        ("ekbom", env!("CARGO_PKG_VERSION")),
        ("knowledge", KNOWLEDGE.version()),
        ("knowledge hash", KNOWLEDGE.hash()),
        ("target", concat!(env!("EKBOM_TARGET"), ", opt-level ", env!("EKBOM_OPT_LEVEL"))),
    ]
}

/// The rules as JSON.
#[pyfunction]
pub(crate) fn rules_json() -> String {
    RuleBook::of(&KNOWLEDGE).to_json()
}

/// A value of an analyte in another unit.
#[pyfunction]
pub(crate) fn convert(analyte: &str, value: f64, from_unit: &str, to_unit: &str) -> PyResult<f64> {
    let found: Analyte =
        analyte.parse().map_err(|error: ekbom::measure::analyte::UnknownAnalyte| match error.nearest() {
            Some(near) => unknown("analyte", analyte, [near.id()]),
            None => unknown("analyte", analyte, Analyte::ALL.iter().map(|known| known.id())),
        })?;
    let scale = |what, text: &str| {
        let read = found.unit_spelt(text, None);
        let unit = read.map_err(|meant| unknown(what, text, meant.units.iter().map(|unit| unit.ucum())))?;
        found.scale(unit).ok_or_else(|| unknown(what, text, [unit.ucum()]))
    };
    Ok(scale("from_unit", from_unit)?.convert(value, scale("to_unit", to_unit)?))
}
