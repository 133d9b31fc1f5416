//! The door for FHIR: each decision with its case, properties, hostile input, real records where they lie beside the
//! repository, and the shared vectors said as FHIR.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "in a test, and in what it calls, a failed unwrap is a failed test"
)]

mod codes;
mod documents;
mod fixture;
mod hooks;
mod hostile;
mod medicines;
mod out;
mod properties;
mod real;
mod results;
mod subjects;
mod vectors;

use ekbom::patient::CompleteGroup;
use ekbom_fhir::{FhirOptions, LedgerEntry, Outcome, Reading, read};
use serde_json::{Value, json};

/// A collection of these resources.
pub(crate) fn bundle(resources: &[Value]) -> String {
    let entries: Vec<Value> = resources.iter().map(|own| json!({"resource": own})).collect();
    json!({"resourceType": "Bundle", "type": "collection", "entry": entries}).to_string()
}

/// With what most of the cases need.
pub(crate) fn as_of(day: &str) -> FhirOptions {
    FhirOptions { as_of: Some(day.parse().unwrap()), ..FhirOptions::default() }
}

/// The one patient of these resources, as the core would read it, and what became of them.
pub(crate) fn one(resources: &[Value], options: &FhirOptions) -> (Value, Reading) {
    let reading = read(&bundle(resources), options).unwrap();
    assert_eq!(reading.subjects.len(), 1);
    let mut json: Value = serde_json::from_str(reading.subjects[0].to_json().unwrap()).unwrap();
    // Those in doubt count for nothing.
    json["labs"].as_array_mut().unwrap().retain(|own| own["doubt"].is_null());
    (json, reading)
}

/// The reasons of the ledger, in order.
pub(crate) fn reasons(reading: &Reading) -> Vec<(Outcome, &str)> {
    reading.ledger.entries.iter().map(|own| (own.outcome, own.reason.unwrap_or("-"))).collect()
}

/// The entries that were refused.
pub(crate) fn refused(reading: &Reading) -> Vec<&LedgerEntry> {
    reading.ledger.entries.iter().filter(|own| own.outcome == Outcome::Refused).collect()
}

pub(crate) fn loinc(code: &str) -> Value {
    json!({"coding": [{"system": "http://loinc.org", "code": code}]})
}

pub(crate) fn quantity(value: f64, unit: &str) -> Value {
    json!({"value": value, "unit": unit, "system": "http://unitsofmeasure.org", "code": unit})
}

/// A final result.
pub(crate) fn result(code: &str, value: f64, unit: &str, when: &str) -> Value {
    json!({"resourceType": "Observation", "status": "final", "code": loinc(code), "effectiveDateTime": when,
        "valueQuantity": quantity(value, unit)})
}

pub(crate) fn ferritin(value: f64, when: &str) -> Value {
    result("2276-4", value, "ng/mL", when)
}

pub(crate) fn diagnosis(code: &str, clinical: &str, verified: &str) -> Value {
    json!({"resourceType": "Condition", "clinicalStatus": {"coding": [{"code": clinical}]},
        "verificationStatus": {"coding": [{"code": verified}]}, "onsetDateTime": "2020-01-01",
        "code": {"coding": [{"system": "http://hl7.org/fhir/sid/icd-10-cm", "code": code}]}})
}

pub(crate) fn order(text: &str, status: &str) -> Value {
    json!({"resourceType": "MedicationRequest", "status": status, "intent": "order",
        "medicationCodeableConcept": {"text": text}})
}

pub(crate) const EVERYTHING: [CompleteGroup; 3] =
    [CompleteGroup::Symptoms, CompleteGroup::History, CompleteGroup::Medicines];

/// With one key of an object changed; `null` takes it away.
pub(crate) fn with(mut value: Value, key: &str, own: Value) -> Value {
    let entries = value.as_object_mut().unwrap();
    if own.is_null() {
        entries.remove(key);
    } else {
        entries.insert(key.into(), own);
    }
    value
}
