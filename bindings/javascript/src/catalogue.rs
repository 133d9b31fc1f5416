//! What the library knows, without any patient.

use std::collections::BTreeMap;

use ekbom::Knowledge;
use ekbom::fact::medicine::{Evidence, Medicine, Membership};
use ekbom::fact::{Fact, Kind};
use ekbom::knowledge::act;
use ekbom::knowledge::alert::ALERTS;
use ekbom::knowledge::assumption::ASSUMPTIONS;
use ekbom::knowledge::claim::CLAIMS;
use ekbom::knowledge::{question, words};
use ekbom::measure::analyte::{Analyte, AnalyteInfo};
use ekbom::source::BIBLIOGRAPHY;
use serde::Serialize;

use crate::desk::json;
use crate::fault::Failure;

#[derive(Serialize)]
struct FactSaid {
    id: &'static str,
    label: &'static str,
    group: &'static str,
    /// `flag`, `choice`, `number`, `measured` or `by_sex`.
    kind: &'static str,
    unit: &'static str,
    options: &'static [&'static str],
    /// The lowest and the highest that it can be.
    range: Option<[f64; 2]>,
    /// The words in which it is asked, and the topic under which: several facts may share one.
    ask: Option<AskSaid>,
}

#[derive(Serialize)]
struct AskSaid {
    topic: &'static str,
    short: &'static str,
    text: &'static str,
}

#[derive(Serialize)]
struct QuestionSaid {
    id: &'static str,
    title: &'static str,
    answers: Vec<AnswerSaid>,
}

#[derive(Serialize)]
struct AnswerSaid {
    code: &'static str,
    meaning: &'static str,
    brief: String,
}

#[derive(Serialize)]
struct GuidelineSaid<'k> {
    id: &'k str,
    title: &'k str,
    name: String,
    standing: &'static str,
    questions: Vec<&'static str>,
}

#[derive(Serialize)]
struct MedicineSaid {
    name: &'static str,
    synonyms: &'static [&'static str],
    memberships: &'static [Membership],
    counter_evidence: &'static [Evidence],
}

#[derive(Serialize)]
struct AlertSaid {
    code: &'static str,
    severity: &'static str,
    message: &'static str,
    facts: Vec<&'static str>,
}

#[derive(Serialize)]
struct AssumptionSaid {
    id: &'static str,
    says: &'static str,
    facts: Vec<&'static str>,
    verification: &'static str,
}

pub(crate) fn analytes() -> Result<String, Failure> {
    json(&Analyte::ALL.iter().map(|analyte| analyte.info()).collect::<Vec<&AnalyteInfo>>())
}

pub(crate) fn facts() -> Result<String, Failure> {
    json(&Fact::ALL.iter().map(|fact| fact_said(*fact)).collect::<Vec<_>>())
}

fn fact_said(fact: Fact) -> FactSaid {
    let info = fact.info();
    let (kind, range) = match info.kind {
        Kind::Flag => ("flag", None),
        Kind::Choice(_) => ("choice", None),
        Kind::Number { range } => ("number", Some(range)),
        Kind::Measured { range, .. } => ("measured", Some(range)),
        Kind::BySex { range } => ("by_sex", Some(range)),
    };
    let ask = act::find_ask(fact);
    FactSaid {
        id: info.id,
        label: info.label,
        group: info.group.code(),
        kind,
        unit: info.unit,
        options: fact.options(),
        range: range.map(|range| [range.low(), range.high()]),
        ask: ask.map(|own| AskSaid { topic: own.topic, short: own.short, text: own.text }),
    }
}

pub(crate) fn questions() -> Result<String, Failure> {
    let said = |own: &'static ekbom::logic::question::QuestionInfo| QuestionSaid {
        id: own.id,
        title: own.title,
        answers: own
            .answers
            .iter()
            .map(|one| AnswerSaid { code: one.code, meaning: one.meaning, brief: words::brief(one.code) })
            .collect(),
    };
    json(&question::all().map(said).collect::<Vec<_>>())
}

pub(crate) fn guidelines(knowledge: &Knowledge) -> Result<String, Failure> {
    let mut by_id: BTreeMap<&str, GuidelineSaid<'_>> = BTreeMap::new();
    for table in knowledge.tables() {
        let own = &table.guideline;
        let said = by_id.entry(&own.id).or_insert_with(|| GuidelineSaid {
            id: &own.id,
            title: &own.title,
            name: words::guideline(&own.id),
            standing: own.standing.code(),
            questions: Vec::new(),
        });
        said.questions.push(table.question.id);
    }
    json(&by_id.into_values().collect::<Vec<_>>())
}

pub(crate) fn medicines() -> Result<String, Failure> {
    let said = |own: Medicine| MedicineSaid {
        name: own.name(),
        synonyms: own.synonyms(),
        memberships: own.memberships(),
        counter_evidence: own.counter_evidence(),
    };
    json(&Medicine::all().map(said).collect::<Vec<_>>())
}

pub(crate) fn sources() -> Result<String, Failure> {
    json(&BIBLIOGRAPHY)
}

pub(crate) fn alerts() -> Result<String, Failure> {
    let said = ALERTS.iter().map(|own| AlertSaid {
        code: own.code,
        severity: own.severity.code(),
        message: own.message,
        facts: own.facts.iter().map(|fact| fact.id()).collect(),
    });
    json(&said.collect::<Vec<_>>())
}

pub(crate) fn claims() -> Result<String, Failure> {
    json(&CLAIMS)
}

pub(crate) fn assumptions() -> Result<String, Failure> {
    let said = ASSUMPTIONS.iter().map(|own| AssumptionSaid {
        id: own.id,
        says: own.says,
        facts: own.narrows.iter().map(|narrowing| narrowing.to.fact().id()).collect(),
        verification: own.verification.code(),
    });
    json(&said.collect::<Vec<_>>())
}
