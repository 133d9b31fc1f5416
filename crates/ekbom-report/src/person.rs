//! The patient as understood, computed values, and sources.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{Computed, Material, PatientLines, SourceLine};
use ekbom::assess::{DerivedFact, Displayed, ResultUsed};
use ekbom::fact::{Fact, Kind, Mimics, Options};
use ekbom::knowledge::words;
use ekbom::logic::explain::quantity;
use ekbom::patient::{Sex, Trimester};
use ekbom::source::{Text, Verification};

/// An interval of ages that ends here has no upper end that was said.
const OLDEST: f64 = 130.0;

/// Younger than this an age is told in months.
const IN_MONTHS: f64 = 2.0;

/// The criteria of restless legs that are said with yes or no.
const CRITERIA: [Fact; 4] =
    [Fact::UrgeToMove, Fact::WorseAtRest, Fact::RelievedByMovement, Fact::WorseInEvening];

pub(super) fn lines(material: &Material<'_, '_>) -> PatientLines {
    let patient = material.patient;
    let mut person: Vec<String> = Vec::new();
    match (patient.sex(), patient.sex_for_reference()) {
        (Some(sex), None) => person.push(sex.code().to_string()),
        (Some(sex), Some(limits)) => person.push(format!("{sex} (limits for {limits})")),
        (None, Some(limits)) => person.push(format!("sex not stated (limits for {limits})")),
        (None, None) => person.push("sex not stated".to_string()),
    }
    match (patient.age_years(), patient.age()) {
        (Some(age), _) if age < IN_MONTHS => match libm::round(age * 12.0) {
            months if (months - 1.0).abs() < 0.5 => person.push("1 month".to_string()),
            months => person.push(format!("{months} months")),
        },
        (Some(age), _) => person.push(quantity(age, "a")),
        (None, Some(age)) if age.high() >= OLDEST => {
            person.push(format!("at least {}", quantity(age.low(), "a")))
        }
        (None, Some(age)) => person.push(format!("{} to {}", age.low(), quantity(age.high(), "a"))),
        (None, None) => person.push("age not stated".to_string()),
    }
    match (patient.pregnant(), patient.trimester()) {
        (_, Some(trimester)) => person.push(format!("pregnant, {} trimester", ordinal(trimester))),
        (Some(true), None) => person.push("pregnant, trimester not stated".to_string()),
        (Some(false), None) if patient.sex() != Some(Sex::Male) => person.push("not pregnant".to_string()),
        _ => {}
    }
    let results = &material.assessment.results;
    PatientLines {
        person: first_up(&person.join(", ")),
        results: results.iter().filter(|result| result.counted).map(result).collect(),
        superseded: results.iter().filter(|result| !result.counted).map(result).collect(),
        stated: stated(material),
        medicines: patient
            .medicine_entries()
            .iter()
            .map(|entry| match (entry.stopped_days_ago, entry.planned) {
                (_, true) => format!("{} (planned)", entry.medicine),
                (Some(days), false) => format!("{} (stopped {days} days ago)", entry.medicine),
                (None, false) => entry.medicine.name().to_string(),
            })
            .chain(patient.unrecognised_medicines().iter().map(|name| format!("{name} (not recognised)")))
            .collect(),
        complete: patient.complete().iter().map(|group| group.code()).collect(),
    }
}

const fn ordinal(trimester: Trimester) -> &'static str {
    match trimester {
        Trimester::First => "first",
        Trimester::Second => "second",
        Trimester::Third => "third",
    }
}

fn first_up(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}", first.to_uppercase(), letters.as_str()))
}

/// What was said to be present, and numbers: in the order of the facts.
fn stated(material: &Material<'_, '_>) -> Vec<String> {
    let patient = material.patient;
    let mut made: Vec<(Fact, String)> = Vec::new();
    // All five of them are one thing to a reader.
    let says = |fact, wanted: Options| {
        patient.choices().iter().any(|(own, options)| *own == fact && *options == wanted)
    };
    let met =
        CRITERIA.iter().all(|fact| says(*fact, Options::YES)) && says(Fact::Mimics, Mimics::RuledOut.only());
    if met {
        made.push((Fact::UrgeToMove, "all five criteria of restless legs".to_string()));
    }
    for (fact, options) in patient.choices() {
        if met && (CRITERIA.contains(fact) || *fact == Fact::Mimics) {
            continue;
        }
        let label = words::short(fact.info().label);
        match fact.info().kind {
            Kind::Flag if *options == Options::YES => made.push((*fact, label)),
            Kind::Choice(codes) => {
                let own = codes.iter().zip(0u8..).filter(|(_, index)| options.has(*index));
                let codes: Vec<String> = own.map(|(code, _)| words::humanise(code)).collect();
                made.push((*fact, format!("{label}: {}", words::or(&codes))));
            }
            _ => {}
        }
    }
    for (fact, value) in patient.numbers() {
        let text = match fact {
            Fact::TimesPerWeek => format!("symptoms {value} times a week"),
            _ => format!("{} {}", fact.info().label, quantity(*value, fact.info().unit)),
        };
        made.push((*fact, text));
    }
    if let Some(total) = patient.irls_computed() {
        made.push((Fact::IrlsTotal, format!("{} {total}", Fact::IrlsTotal.info().label)));
    }
    made.sort_by_key(|(fact, _)| *fact);
    made.dedup();
    made.into_iter().map(|(_, text)| text).collect()
}

fn result(result: &ResultUsed) -> String {
    let name = result.analyte.known().map_or_else(|| result.analyte.code().into(), words::analyte_name);
    let value = match (result.value, &result.finding) {
        (Some(Displayed(value)), _) => {
            let number = quantity(value, result.unit.as_deref().unwrap_or_default());
            result.comparator.as_ref().map_or_else(|| number.clone(), |sign| format!("{sign} {number}"))
        }
        (None, finding) => finding.as_deref().unwrap_or_default().to_string(),
    };
    match result.days_ago {
        Some(Displayed(days)) if days.abs() <= 0.0 => format!("{name} {value} (today)"),
        Some(Displayed(days)) if (days - 1.0).abs() <= 0.0 => format!("{name} {value} (1 day ago)"),
        Some(Displayed(days)) => format!("{name} {value} ({days} days ago)"),
        None => format!("{name} {value}"),
    }
}

pub(super) fn computed(material: &Material<'_, '_>) -> Vec<Computed> {
    material.assessment.derived.iter().map(one).collect()
}

fn one(derived: &DerivedFact) -> Computed {
    // One decimal is enough for reading; nothing is decided on it.
    let round = |value: f64| libm::round(value * 10.0) / 10.0;
    let print = |value: Displayed| quantity(round(value.0), &derived.unit);
    let value = match (derived.value, derived.low, derived.high) {
        (Some(value), ..) => print(value),
        (None, Some(low), Some(high)) => format!("{} to {}", round(low.0), print(high)),
        _ => "not known".to_string(),
    };
    let sex = derived.if_sex.as_ref().map(|sex| format!(" if {sex}")).unwrap_or_default();
    let from: Vec<String> =
        derived.from.iter().map(|id| if *id == "sex" { id.to_string() } else { words::fact(id) }).collect();
    Computed {
        text: format!("{} {value}{sex}", words::fact(&derived.fact)),
        how: format!("{}, from {}", derived.method, from.join(", ")),
    }
}

/// The sources of the rules behind what is shown.
pub(super) fn sources(material: &Material<'_, '_>) -> Vec<SourceLine> {
    let shown: Vec<&Text> = material.positions().flat_map(|position| &position.rules).collect();
    let cited = |id: &str| {
        let mut rules = material.knowledge.tables().iter().flat_map(|table| &table.rules);
        rules.any(|rule| shown.contains(&&rule.id) && rule.cites.iter().any(|cite| cite.source == id))
    };
    let sources = material.assessment.sources.iter();
    sources
        .filter(|source| material.guidelines.is_empty() || cited(&source.id))
        .map(|source| {
            let year = source.year.map(|year| format!(" ({year})")).unwrap_or_default();
            let doi = source.doi.as_ref().map(|doi| format!(" doi:{doi}")).unwrap_or_default();
            SourceLine {
                id: source.id.to_string(),
                name: source.name.to_string(),
                text: format!("{}{year}{doi}", source.title),
                verification: source.verification.known().unwrap_or(Verification::Unverified),
            }
        })
        .collect()
}
