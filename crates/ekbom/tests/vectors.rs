//! Runs the vectors of `tests/vectors`: one test for each file. Every failing vector is reported with each of its
//! differences. How a runner must work stands in `tests/vectors/README.md`; `support` is small enough to copy.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "in a test, and in what it calls, a failed unwrap is a failed test"
)]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use ekbom::Knowledge;
use ekbom::fact::{Fact, YesNo};
use ekbom::knowledge::alert::ALERTS;
use ekbom::logic::table::Table;
use ekbom::measure::analyte::Analyte;
use ekbom::patient::{FaultKind, Finding, Lab, Patient, PatientError};
use serde_json::Value;
use support::{answer, differences, topics, vectors};

fn run(topic: &str) {
    let knowledge = Knowledge::builtin();
    let vectors = vectors(topic);
    let mut failed = Vec::new();
    for vector in &vectors {
        let mut found = differences(&vector["expect"], &answer(&knowledge, vector));
        for key in vector.as_object().unwrap().keys() {
            if !["id", "why", "patient", "patient_text", "expect"].contains(&key.as_str()) {
                found.push(format!("unknown key `{key}`"));
            }
        }
        if !found.is_empty() {
            failed.push(format!(
                "{}\n    why: {}\n    {}",
                vector["id"],
                vector["why"],
                found.join("\n    ")
            ));
        }
    }
    println!("{topic}: {} vectors, {} failed", vectors.len(), failed.len());
    assert!(failed.is_empty(), "{} of {} failed:\n{}", failed.len(), vectors.len(), failed.join("\n"));
    assert!(!vectors.is_empty(), "{topic} is empty");
}

macro_rules! files {
    ($($topic:ident)+) => {
        /// The files that have a test.
        const TESTED: &[&str] = &[$(stringify!($topic),)+];
        $(#[test]
        fn $topic() {
            run(stringify!($topic));
        })+
    };
}

files! {
    acts alerts b12 b12_synthesis b12_treatment blood certain claims conditions critical flags done_when done_when_3 errors facts folate iron iron_more iron_safety iron_stops
    kidney limits metabolic missing_and_censored recommendations rls rls_more special_groups treatment_answers treatment_silence treatments units voices
}

/// The closing line of a runner, of which the table on conformance is made.
#[test]
fn conformance() {
    let knowledge = Knowledge::builtin();
    let all = topics().iter().flat_map(|topic| vectors(topic)).collect::<Vec<_>>();
    let passes = |vector: &&Value| differences(&vector["expect"], &answer(&knowledge, vector)).is_empty();
    let passed = all.iter().filter(passes).count();
    println!("conformance: {passed} passed, {} failed", all.len() - passed);
    assert_eq!(passed, all.len());
}

#[test]
fn every_file_has_a_test_and_every_id_is_unique() {
    assert_eq!(topics(), TESTED.iter().map(|&topic| topic.to_owned()).collect());
    let mut seen = BTreeSet::new();
    for vector in topics().iter().flat_map(|topic| vectors(topic)) {
        let id = vector["id"].as_str().unwrap().to_owned();
        assert!(vector["why"].as_str().is_some_and(|why| why.ends_with('.')), "{id}: why?");
        assert!(seen.insert(id.clone()), "{id} is there twice");
    }
    println!("{} vectors in {} files", seen.len(), TESTED.len());
}

/// Tables on treatments: not every rule of theirs needs a vector, but every answer other than silence does.
fn is_treatment(table: &Table) -> bool {
    table.question.id.starts_with("treatment.")
}

/// Rules that no patient of the JSON shape can determine, each with its reason.
const NOT_DETERMINED: &[(&str, &str)] = &[];

/// Alerts that no vector raises, each with its reason.
const NOT_RAISED: &[(&str, &str)] = &[];

/// Answers of a treatment table that no vector determines, as `question@guideline answer`, each with its reason.
const NOT_ANSWERED: &[(&str, &str)] = &[];

#[test]
fn every_treatment_table_gives_each_of_its_answers() {
    let knowledge = Knowledge::builtin();
    let name = |table: &Table| format!("{}@{}", table.question.id, table.guideline.id);
    let mut open: BTreeSet<String> = BTreeSet::new();
    for table in knowledge.tables().iter().filter(|table| is_treatment(table)) {
        for code in table.rules.iter().flat_map(|rule| table.question.codes(rule.answers)) {
            if !["not_addressed", "not_applicable"].contains(&code) {
                open.insert(format!("{} {code}", name(table)));
            }
        }
    }
    let all = open.len();
    // That a vector's expectation holds is what `run` checks.
    for vector in topics().iter().flat_map(|topic| vectors(topic)) {
        for (position, answers) in vector["expect"]["positions"].as_object().into_iter().flatten() {
            if let [Value::String(answer)] = answers.as_array().unwrap().as_slice() {
                open.remove(&format!("{position} {answer}"));
            }
        }
    }
    println!("{} of {all} answers of treatment tables determined", all - open.len());
    let except: BTreeSet<String> = NOT_ANSWERED.iter().map(|(own, _)| (*own).to_owned()).collect();
    assert_eq!(open, except, "no vector determines these, or one does after all");
}

/// Each position and alert that a vector names is determined, or raised, as it says: that is what `run` checks. Here:
/// is every rule and every alert named by one?
#[test]
fn every_rule_is_determined_and_every_alert_raised() {
    let knowledge = Knowledge::builtin();
    let mut rules: BTreeMap<String, usize> = knowledge
        .tables()
        .iter()
        .flat_map(|table| table.rules.iter().map(|rule| (rule.id.to_string(), 0)))
        .collect();
    let mut alerts: BTreeMap<&str, usize> = ALERTS.iter().map(|alert| (alert.code, 0)).collect();
    for vector in topics().iter().flat_map(|topic| vectors(topic)) {
        let (expect, got) = (&vector["expect"], answer(&knowledge, &vector));
        for position in got["positions"].as_array().into_iter().flatten() {
            let name = format!(
                "{}@{}",
                position["question"].as_str().unwrap(),
                position["guideline"].as_str().unwrap()
            );
            let [Value::String(rule)] = position["rules"].as_array().unwrap().as_slice() else { continue };
            if expect["positions"].get(&name).is_some() {
                rules.entry(rule.clone()).and_modify(|count| *count += 1);
            }
        }
        for code in expect["alerts"].as_array().into_iter().flatten() {
            alerts.entry(code_of(code)).and_modify(|count| *count += 1);
        }
    }
    fn code_of(code: &Value) -> &'static str {
        let alert = ALERTS.iter().find(|alert| *code == alert.code);
        alert.map_or("no such alert", |alert| alert.code)
    }
    let without = |id: &str, except: &[(&str, &str)]| !except.iter().any(|(own, _)| *own == id);
    let open: Vec<&String> = rules
        .iter()
        .filter(|(id, count)| **count == 0 && without(id, NOT_DETERMINED))
        .map(|(id, _)| id)
        .collect();
    let silent: Vec<&&str> = alerts
        .iter()
        .filter(|(code, count)| **count == 0 && without(code, NOT_RAISED))
        .map(|(code, _)| code)
        .collect();
    println!("{} rules determined, {} alerts raised", rules.len() - open.len(), alerts.len() - silent.len());
    assert!(open.is_empty(), "no vector determines {open:#?}");
    assert!(silent.is_empty(), "no vector raises {silent:#?}");
    for (id, reason) in NOT_DETERMINED {
        assert_eq!(rules.get(*id), Some(&0), "{id} is determined after all: {reason}");
    }
    for (code, reason) in NOT_RAISED {
        assert_eq!(alerts.get(code), Some(&0), "{code} is raised after all: {reason}");
    }
}

/// Every refusal names its cause, and the vectors hold an example of nearly all of them.
#[test]
fn every_refusal_has_its_kind() {
    // Those of other doors, and what a vector of readable size cannot hold.
    let elsewhere = [
        FaultKind::NotText,
        FaultKind::MoreFaults,
        FaultKind::NotReadAsFhir,
        FaultKind::AnswerNotWhole,
        FaultKind::SubjectUnclear,
        FaultKind::PersonIsDead,
        FaultKind::Other,
    ];
    let knowledge = Knowledge::builtin();
    let mut found = BTreeSet::new();
    for vector in topics().iter().flat_map(|topic| vectors(topic)) {
        let refused = vector["expect"].get("errors").is_some() || vector["expect"].get("set_aside").is_some();
        if refused {
            let got = answer(&knowledge, &vector);
            for error in ["errors", "set_aside"].iter().filter_map(|key| got[*key].as_array()).flatten() {
                found.insert(FaultKind::from_code(error["kind"].as_str().unwrap()).unwrap());
            }
        }
    }
    let long = format!("{{\"medicines\": [\"{}\"]}}", "x".repeat(300));
    let many = format!("{{\"symptoms\": {{\"irls_items\": [{}0]}}}}", "0,".repeat(64));
    for json in [
        long.as_str(),
        many.as_str(),
        r#"{"age_years": {"from": 58, "to": 57}}"#,
        r#"{"medicines": [{"name": "gabapentin", "planned": true, "days_taken": 3}]}"#,
        r#"{"medicines": [{"name": "pramipexole", "indication": "parkinsons_disease"}],
            "history": {"parkinsons_disease": false}}"#,
    ] {
        found.extend(Patient::from_json(json).unwrap_err().errors().iter().map(PatientError::kind));
    }
    // What nobody refuses.
    let old = r#"{"analyte": "ferritin", "value": 20, "unit": "ng/mL", "days_ago": 300}"#;
    let newer = r#"{"analyte": "ferritin", "value": 38, "unit": "mmol", "days_ago": 3}"#;
    let doubted = r#"{"analyte": "crp", "doubt": "haemolysed"}"#;
    let json = format!(r#"{{"on_refusal": "set_aside", "labs": [{old}, {newer}, {doubted}]}}"#);
    found.extend(Patient::from_json(&json).unwrap().set_aside().iter().map(PatientError::kind));
    // What no JSON can say.
    let word = Lab::qualitative(Analyte::Ferritin, Finding::Positive);
    let said = Patient::builder().lab(word).number(Fact::Crohn, 1.0);
    let errors = said.item(YesNo::Crohn, true).item(YesNo::Crohn, false).build().unwrap_err();
    found.extend(errors.errors().iter().map(PatientError::kind));
    let missing: Vec<_> = FaultKind::ALL.iter().filter(|own| !found.contains(own)).collect();
    assert!(elsewhere.iter().all(|own| missing.contains(&own)), "{missing:?}");
    assert!(missing.iter().all(|own| elsewhere.contains(own)), "{missing:?}");
}
