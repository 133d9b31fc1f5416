//! The entries of a knowledge, made when the first of them is asked for.

use ekbom::Knowledge;
use ekbom::fact::medicine::Medicine;
use ekbom::fact::{Fact, Group, Kind};
use ekbom::knowledge::alert::ALERTS;
use ekbom::knowledge::question;
use ekbom::logic::explain::phrase;
use ekbom::measure::analyte::{self, Analyte};
use ekbom::source::BIBLIOGRAPHY;

use crate::entry::*;
use crate::pool::Pool;
use crate::text::{ekbom_str, ekbom_strs};

/// All entries, by kind.
pub(crate) struct Catalogue {
    pub(crate) questions: Vec<ekbom_question>,
    pub(crate) tables: Vec<ekbom_table>,
    pub(crate) rules: Vec<ekbom_rule>,
    pub(crate) analytes: Vec<ekbom_analyte>,
    pub(crate) facts: Vec<ekbom_fact>,
    pub(crate) medicines: Vec<ekbom_medicine>,
    pub(crate) sources: Vec<ekbom_source>,
    pub(crate) alerts: Vec<ekbom_alert_info>,
    pub(crate) units: ekbom_strs,
    _pool: Pool,
}

impl Catalogue {
    pub(crate) fn of(knowledge: &Knowledge) -> Self {
        let mut pool = Pool::default();
        let text = ekbom_str::of;
        Self {
            questions: question::all()
                .map(|own| ekbom_question {
                    id: text(own.id),
                    title: text(own.title),
                    answers: pool.list(own.answers.iter().map(|answer| answer.code)),
                    meanings: pool.list(own.answers.iter().map(|answer| answer.meaning)),
                })
                .collect(),
            tables: knowledge
                .tables()
                .iter()
                .map(|own| ekbom_table {
                    question: text(own.question.id),
                    guideline: text(&own.guideline.id),
                    title: text(&own.guideline.title),
                    standing: text(own.guideline.standing.code()),
                    rules: pool.list(own.rules.iter().map(|rule| &rule.id)),
                })
                .collect(),
            rules: knowledge
                .tables()
                .iter()
                .flat_map(|table| table.rules.iter().map(move |rule| (table, rule)))
                .map(|(table, own)| ekbom_rule {
                    id: text(&own.id),
                    question: text(table.question.id),
                    guideline: text(&table.guideline.id),
                    when: pool.text(phrase(&own.when)),
                    note: text(&own.note),
                    verification: text(own.verification.code()),
                    answers: pool.list(table.question.codes(own.answers)),
                    flags: pool.list(own.flags.iter().map(|flag| flag.code.as_ref())),
                    sources: pool.list(own.cites.iter().map(|cite| cite.source.as_ref())),
                    locators: pool.list(own.cites.iter().map(|cite| cite.locator.as_ref())),
                })
                .collect(),
            analytes: Analyte::ALL.iter().map(|own| analyte_view(*own, &mut pool)).collect(),
            facts: Fact::ALL.iter().map(|own| fact_view(*own, &mut pool)).collect(),
            medicines: Medicine::all()
                .map(|own| ekbom_medicine {
                    name: text(own.name()),
                    synonyms: pool.list(own.synonyms().iter().copied()),
                    classes: pool.list(own.classes().map(|class| class.code())),
                    sources: pool.list(
                        own.memberships().iter().flat_map(|own| own.evidence).map(|evidence| evidence.source),
                    ),
                })
                .collect(),
            sources: BIBLIOGRAPHY
                .iter()
                .map(|own| ekbom_source {
                    id: text(own.id),
                    authors: text(own.authors),
                    title: text(own.title),
                    journal: text(own.journal),
                    doi: ekbom_str::maybe(own.doi),
                    pmid: ekbom_str::maybe(own.pmid),
                    url: ekbom_str::maybe(own.url),
                    how_verified: text(own.how_verified),
                    year: own.year.unwrap_or(0),
                })
                .collect(),
            alerts: ALERTS
                .iter()
                .map(|own| ekbom_alert_info {
                    code: text(own.code),
                    severity: text(own.severity.code()),
                    message: text(own.message),
                })
                .collect(),
            units: pool.list(ekbom::measure::unit::Unit::ALL.iter().map(|unit| unit.ucum())),
            _pool: pool,
        }
    }
}

fn analyte_view(own: Analyte, pool: &mut Pool) -> ekbom_analyte {
    let info = own.info();
    let text = ekbom_str::of;
    ekbom_analyte {
        id: text(info.id),
        name: text(info.name),
        canonical_unit: text(info.canonical.ucum()),
        conventional_unit: text(info.conventional.ucum()),
        si_unit: text(info.si.ucum()),
        interval: text(info.interval),
        note: text(info.note),
        units: pool.list(info.units.iter().map(|accepted| accepted.unit.ucum())),
        loinc: pool.list(info.loinc.iter().map(|loinc| loinc.code)),
        hard_low: info.hard.low,
        hard_high: info.hard.high,
        confirm_low: info.confirm.map_or(f64::NAN, |limits| limits.low),
        confirm_high: info.confirm.map_or(f64::NAN, |limits| limits.high),
        qualitative: info.kind == analyte::AnalyteKind::Qualitative,
    }
}

fn fact_view(own: Fact, pool: &mut Pool) -> ekbom_fact {
    let info = own.info();
    let (kind, range) = match info.kind {
        Kind::Flag => ("flag", None),
        Kind::Choice(_) => ("choice", None),
        Kind::Number { range } | Kind::Measured { range, .. } | Kind::BySex { range } => {
            ("number", Some(range))
        }
    };
    let group = match info.group {
        Group::Person => "person",
        Group::Laboratory => "laboratory",
        Group::Symptoms => "symptoms",
        Group::History => "history",
        Group::Medicines => "medicines",
        Group::Sample => "sample",
    };
    ekbom_fact {
        id: ekbom_str::of(info.id),
        label: ekbom_str::of(info.label),
        unit: ekbom_str::of(info.unit),
        group: ekbom_str::of(group),
        kind: ekbom_str::of(kind),
        options: match info.kind {
            Kind::Choice(codes) => pool.list(codes.iter().copied()),
            _ => ekbom_strs::NONE,
        },
        low: range.map_or(f64::NAN, |range| range.low()),
        high: range.map_or(f64::NAN, |range| range.high()),
    }
}
