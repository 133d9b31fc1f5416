//! The mirror shows the whole core: every code that an assessment may hold is one that Swift and Kotlin have an enum
//! for, and a patient that crosses as records is the patient that its JSON is.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use ekbom::fact::{Fact, Group, Kind};
use ekbom::knowledge::advice::BARRIERS;
use ekbom::knowledge::alert::ALERTS;
use ekbom::measure::analyte::Analyte;
use ekbom::measure::unit::Unit;
use ekbom::patient::{CompleteGroup, OnRefusal, Sex};
use ekbom::{Knowledge, assess};
use ekbom_mobile::patient::{
    CheckedPatient, Lab, LabResult, Patient, PatientErrors, StatedChoice, StatedFlag, StatedNumber,
};
use ekbom_mobile::text::texts;
use serde_json::Value;

fn patients() -> Vec<ekbom::Patient> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors"));
    let mut patients = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|kind| kind != "json") {
            continue;
        }
        let file: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        for vector in file["vectors"].as_array().into_iter().flatten() {
            patients.extend(ekbom::Patient::from_json(&vector["patient"].to_string()));
        }
    }
    assert!(!patients.is_empty());
    patients
}

#[test]
fn every_code_of_an_assessment_has_its_set() {
    let known: BTreeSet<(String, &str)> = texts().into_iter().map(|text| (text.set, text.code)).collect();
    let units: Vec<&str> = Unit::ALL.iter().map(|unit| unit.ucum()).collect();
    let has = |set: &str, code: &str| assert!(known.contains(&(set.to_owned(), code)), "{set}: {code}");
    let subject = |code: &str| {
        let sets = ["fact", "analyte", "question", "other"];
        assert!(sets.iter().any(|set| known.contains(&((*set).to_owned(), code))), "no subject: {code}");
    };
    let knowledge = Knowledge::builtin();
    for patient in patients() {
        let made = assess(&knowledge, &patient);
        for own in &made.positions {
            has("question", &own.question);
            has("guideline", &own.guideline);
            has("verification", own.verification.code());
            let answers =
                own.question.strip_prefix("treatment.").map_or(own.question.as_str(), |_| "treatment");
            own.possible.iter().for_each(|code| has(&format!("answer.{answers}"), code));
            own.needs.iter().for_each(|code| has("fact", code));
            own.flags.iter().for_each(|code| has("flag", code));
        }
        for own in &made.recommendations {
            has("action", &own.action);
            has("direction", &own.direction);
            own.strength.iter().for_each(|code| has("strength", code));
            own.certainty.iter().for_each(|code| has("certainty", code));
            own.withheld.iter().flatten().for_each(|code| has("withheld", code));
            own.cautions.iter().for_each(|code| has("alert", code));
        }
        for own in &made.next_tests {
            has("analyte", &own.test);
            own.instructions.iter().for_each(|code| has("instruction", code));
        }
        for own in &made.alerts {
            has("alert", &own.code);
            has("severity", own.severity.code());
            own.facts.iter().for_each(|code| subject(code));
        }
        for own in &made.results {
            assert!(own.unit.as_deref().is_none_or(|unit| units.contains(&unit)));
        }
        for own in &made.derived {
            subject(&own.fact);
            own.from.iter().for_each(|code| subject(code));
            own.if_sex.iter().for_each(|code| has("sex", code));
        }
    }
}

/// Every rule, not only those that a vector reaches.
#[test]
fn every_code_of_the_rules_has_its_set() {
    let known: BTreeSet<(String, &str)> = texts().into_iter().map(|text| (text.set, text.code)).collect();
    for table in ekbom::knowledge::guideline::tables() {
        for rule in table.rules {
            for grade in rule.grades {
                assert!(known.contains(&("action".to_owned(), grade.action)), "{}", grade.action);
            }
            for flag in rule.flags {
                assert!(known.contains(&("flag".to_owned(), flag.code)), "{}", flag.code);
            }
        }
    }
    assert_eq!(known.iter().filter(|(set, _)| set == "alert").count(), ALERTS.len());
    for barrier in BARRIERS {
        assert!(known.contains(&("withheld".to_owned(), barrier.code)), "{}", barrier.code);
    }
}

fn nothing() -> Patient {
    Patient {
        age_years: None,
        sex: None,
        sex_for_reference: None,
        elevation_m: None,
        cigarettes_per_day: None,
        transferrin_factor: None,
        include: Vec::new(),
        labs: Vec::new(),
        pregnant: None,
        trimester: None,
        flags: Vec::new(),
        numbers: Vec::new(),
        choices: Vec::new(),
        mimics: None,
        distress: None,
        b12_cause: None,
        irls_items: None,
        medicines: Vec::new(),
        unknown_medicines: None,
        on_refusal: None,
        complete: Vec::new(),
    }
}

#[test]
fn every_stated_item_is_accepted() {
    let mut patient = nothing();
    for fact in Fact::ALL {
        let info = fact.info();
        if !matches!(info.group, Group::Symptoms | Group::History) {
            continue;
        }
        match info.kind {
            Kind::Flag => patient.flags.push(StatedFlag { fact: *fact, present: false }),
            Kind::Number { range } => {
                patient.numbers.push(StatedNumber { fact: *fact, value: range.low() });
            }
            // Those with a field of their own are stated there.
            Kind::Choice(codes) if !matches!(fact, Fact::Mimics | Fact::Distress | Fact::B12Cause) => {
                let code = codes[0].to_owned();
                patient.choices.push(StatedChoice { fact: *fact, code });
            }
            _ => {}
        }
    }
    assert!(CheckedPatient::new(patient).is_ok());
}

#[test]
fn records_and_json_are_the_same_patient() {
    let mut patient = nothing();
    patient.age_years = Some(58.0);
    patient.sex = Some(Sex::Female);
    let ferritin = |value, days, doubt: Option<&str>| Lab {
        analyte: Analyte::Ferritin,
        result: LabResult::Quantity { value, unit: Unit::NgPerMl, comparator: None },
        days_ago: Some(days),
        morning: Some(true),
        iron_free_hours: None,
        ref_low: None,
        ref_high: None,
        grey_high: None,
        assay: None,
        confirmed: false,
        doubt: doubt.map(Into::into),
    };
    patient.labs.extend([ferritin(38.0, 300.0, None), ferritin(658.0, 3.0, Some("haemolysed"))]);
    patient.on_refusal = Some(OnRefusal::SetAside);
    patient.complete.push(CompleteGroup::History);
    let records = CheckedPatient::new(patient).unwrap();
    let json = CheckedPatient::from_json(
        r#"{"age_years": 58, "sex": "female", "complete": ["history"],
            "on_refusal": "set_aside", "labs": [
            {"analyte": "ferritin", "value": 38, "unit": "ng/mL", "days_ago": 300, "morning": true},
            {"analyte": "ferritin", "value": 658, "unit": "ng/mL", "days_ago": 3, "morning": true,
             "doubt": "haemolysed"}]}"#
            .to_owned(),
    )
    .unwrap();
    assert_eq!(format!("{records:?}"), format!("{json:?}"));
}

#[test]
fn errors_keep_field_value_reason_and_what_is_accepted() {
    let mut patient = nothing();
    patient.age_years = Some(f64::NAN);
    patient.irls_items = Some(vec![-1; 10]);
    let PatientErrors::Refused { errors, text } = CheckedPatient::new(patient).unwrap_err();
    let fields: Vec<&str> = errors.iter().map(|error| error.field.as_str()).collect();
    assert!(fields.contains(&"age_years"), "{fields:?}");
    assert!(errors.iter().all(|error| text.contains(&error.text) && !error.reason.is_empty()));
}

#[test]
fn the_packages_have_the_version_of_the_crate() {
    for kind in ["jvm", "android"] {
        let path = format!("{}/kotlin/{kind}/build.gradle.kts", env!("CARGO_MANIFEST_DIR"));
        let text = fs::read_to_string(path).unwrap();
        assert!(text.contains(&format!("\nversion = \"{}\"\n", env!("CARGO_PKG_VERSION"))), "{kind}");
    }
}
