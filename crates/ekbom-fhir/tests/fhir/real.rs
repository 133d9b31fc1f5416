//! Records of others: six patients of Synthea, examples of US Core, one of the SMART sandbox. The data is not part of the
//! project: it lies beside the repository in `../shared/data`, or where `EKBOM_DATA` says; without it nothing is tested.

use std::fs;
use std::path::PathBuf;

use ekbom::{Knowledge, assess};
use ekbom_fhir::{FhirOptions, Outcome, read};
use serde_json::{Value, json};

fn files(folder: &str) -> Vec<(String, String)> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let data = std::env::var_os("EKBOM_DATA").map_or_else(beside, PathBuf::from).join("fhir").join(folder);
    let Ok(entries) = fs::read_dir(&data) else {
        eprintln!("WITHOUT DATA: {} was not read; set EKBOM_DATA", data.display());
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> =
        entries.map(|own| own.unwrap().path()).filter(|own| own.is_file()).collect();
    paths.sort();
    paths
        .iter()
        .map(|own| (own.file_name().unwrap().to_string_lossy().into(), fs::read_to_string(own).unwrap()))
        .collect()
}

#[test]
fn six_patients_of_synthea() {
    let knowledge = Knowledge::builtin();
    let counts: Vec<(String, usize, usize, usize, usize)> = files("synthea_r4")
        .into_iter()
        .map(|(name, text)| {
            let reading = read(&text, &FhirOptions::default()).unwrap();
            let patient = reading.subjects[0].patient().unwrap();
            assert!(!assess(&knowledge, &patient).positions.is_empty());
            let own = &reading.ledger;
            (
                name.split('_').next().unwrap().to_owned(),
                own.read,
                own.skipped,
                own.refused,
                patient.labs().len(),
            )
        })
        .collect();
    let expected = [
        ("Cameron", 10, 54, 0, 8),
        ("Maida", 13, 67, 0, 11),
        ("Morris", 12, 112, 0, 9),
        ("Renato", 12, 88, 0, 9),
        ("Reuben", 14, 71, 0, 11),
        ("Tom", 6, 64, 25, 5),
    ];
    if !counts.is_empty() {
        assert_eq!(
            counts,
            expected.map(|(name, read, skipped, refused, labs)| (name.into(), read, skipped, refused, labs))
        );
    }
}

#[test]
fn examples_of_us_core() {
    let all: Vec<Value> =
        files("us_core_examples").iter().map(|(_, text)| serde_json::from_str(text).unwrap()).collect();
    if all.is_empty() {
        return;
    }
    let reading = read(&Value::from(all).to_string(), &FhirOptions::default()).unwrap();
    assert_eq!(reading.subjects.len(), 1);
    let patient = reading.subjects[0].patient().unwrap();
    assert_eq!((patient.sex(), patient.age()), (None, None));
    // Three of the examples print a lower limit that lies above the upper one.
    let refused = |outcome| reading.ledger.entries.iter().filter(|own| own.outcome == outcome).count();
    assert_eq!((patient.labs().len(), refused(Outcome::Refused)), (6, 3));
}

#[test]
fn a_record_of_stu3_is_refused_and_read_once_it_is_written_as_r4() {
    for (_, text) in files("").into_iter().filter(|(name, _)| name.contains("stu3")) {
        assert!(read(&text, &FhirOptions::default()).unwrap_err().to_string().contains("STU3"));
        let mut whole: Value = serde_json::from_str(&text).unwrap();
        for entry in whole["entry"].as_array_mut().unwrap() {
            let own = entry["resource"].as_object_mut().unwrap();
            for key in ["clinicalStatus", "verificationStatus"] {
                if let Some(code) = own.get(key).cloned() {
                    own.insert(key.into(), json!({"coding": [{"code": code}]}));
                }
            }
            for (old, new) in [("assertedDate", "recordedDate"), ("context", "encounter")] {
                if let Some(value) = own.remove(old) {
                    own.insert(new.into(), value);
                }
            }
            own.remove("notGiven");
        }
        let reading = read(&whole.to_string(), &FhirOptions::default()).unwrap();
        let patient = reading.subjects[0].patient().unwrap();
        assert_eq!(reading.ledger.as_of.as_deref(), Some("2016-06-09"));
        assert_eq!((patient.labs().len(), reading.ledger.refused), (22, 0));
        assert!(patient.medicines().iter().any(|own| own.name() == "ferrous gluconate"));
    }
}
