//! Input that wants to do harm: it gets an error, or is not read; nothing panics and nothing grows.

use ekbom_fhir::{FhirOptions, MOST_BYTES, MOST_DEPTH, MOST_ENTRIES, read};
use serde_json::json;

use super::{as_of, bundle, ferritin};

#[test]
fn depth_size_and_numbers_are_bounded() {
    let options = FhirOptions::default();
    let deep = format!("{}{}", "[".repeat(MOST_DEPTH + 1), "]".repeat(MOST_DEPTH + 1));
    assert!(read(&deep, &options).unwrap_err().to_string().contains("deep"));
    assert!(read(&"[".repeat(1_000_000), &options).is_err());
    assert!(read(&" ".repeat(MOST_BYTES + 1), &options).unwrap_err().to_string().contains("bytes"));
    assert!(read(r#"{"resourceType": "Patient", "x": 1e999}"#, &options).is_err());
    assert!(read(r#"{"resourceType": "Patient", "resourceType": "Group"}"#, &options).is_err());
}

#[test]
fn entries_are_counted() {
    let many = |count: usize| format!("[{}]", vec![r#"{"resourceType":"Basic"}"#; count].join(","));
    assert_eq!(read(&many(MOST_ENTRIES), &FhirOptions::default()).unwrap().ledger.skipped, MOST_ENTRIES);
    let errors = read(&many(MOST_ENTRIES + 1), &FhirOptions::default()).unwrap_err();
    assert_eq!(errors.errors().len(), 1);
    assert!(errors.to_string().contains("200000 entries"));
}

#[test]
fn long_texts_are_shown_short() {
    let long = "x".repeat(100_000);
    let odd = json!({"resourceType": long, "status": long});
    let coded = json!({"resourceType": "Observation", "status": "final",
        "code": {"coding": [{"system": long, "code": long}]}});
    let reading = read(&bundle(&[odd, coded]), &as_of("2020-05-17")).unwrap();
    assert!(serde_json::to_string(&reading.ledger).unwrap().len() < 2000);
}

#[test]
fn every_shape_of_every_key_is_taken_or_not() {
    let odd = [
        json!(null),
        json!(true),
        json!(-1),
        json!("x"),
        json!([]),
        json!({}),
        json!([[1]]),
        json!({"a": {}}),
    ];
    let whole = super::fixture::clinic();
    for at in 0..whole["entry"].as_array().unwrap().len() {
        let keys: Vec<String> = whole["entry"][at]["resource"].as_object().unwrap().keys().cloned().collect();
        for key in keys {
            for own in &odd {
                let mut changed = whole.clone();
                changed["entry"][at]["resource"][&key] = own.clone();
                let _ = read(&changed.to_string(), &as_of("2024-03-15"));
            }
        }
    }
    let _ = ferritin(1.0, "");
}
