//! Documents: kinds of Bundles, versions of a resource, versions of FHIR.

use ekbom_fhir::{FhirOptions, Outcome, read};
use serde_json::{Value, json};

use super::{as_of, bundle, ferritin, one, reasons, with};

const DAY: &str = "2020-05-17";

fn of_kind(kind: &str, entries: Value) -> String {
    json!({"resourceType": "Bundle", "type": kind, "entry": entries}).to_string()
}

fn ferritins(document: &str) -> Vec<f64> {
    let reading = read(document, &as_of(DAY)).unwrap_or_else(|errors| panic!("{errors}"));
    let all = reading.subjects.iter().map(|own| own.to_json().unwrap().to_owned());
    let labs = all.map(|own| serde_json::from_str::<Value>(&own).unwrap()["labs"].clone());
    labs.flat_map(|own| own.as_array().unwrap().clone()).filter_map(|own| own["value"].as_f64()).collect()
}

#[test]
fn bundles_lists_resources_and_lines_say_the_same() {
    let own = ferritin(38.0, DAY);
    for kind in ["collection", "document", "searchset", "batch-response", "transaction-response", "history"] {
        assert_eq!(ferritins(&of_kind(kind, json!([{"resource": own}]))), [38.0], "{kind}");
    }
    let older = ferritin(50.0, "2020-05-01");
    assert_eq!(ferritins(&own.to_string()), [38.0]);
    assert_eq!(ferritins(&json!([own, older]).to_string()), [38.0, 50.0]);
    assert_eq!(ferritins(&format!("{own}\n\n{older}\n")), [38.0, 50.0]);
    assert_eq!(ferritins(&format!("\u{feff}{own}")), [38.0]);
    let asked =
        |method: &str| json!([{"resource": own, "request": {"method": method, "url": "Observation"}}]);
    assert_eq!(ferritins(&of_kind("transaction", asked("POST"))), [38.0]);
    assert_eq!(ferritins(&of_kind("batch", asked("PUT"))), [38.0]);
    assert_eq!(ferritins(&of_kind("batch", asked("PATCH"))), [] as [f64; 0]);
}

#[test]
fn what_is_no_document_is_refused_with_every_fault() {
    let said = |text: &str| read(text, &FhirOptions::default()).unwrap_err().to_string();
    assert!(said("").contains("not JSON") && said("[1]").contains("no resource"));
    assert!(said(&of_kind("message", json!([]))).contains("collection"));
    let nested = json!({"resourceType": "Bundle", "type": "collection"});
    assert!(said(&bundle(&[nested])).contains("Bundle in a Bundle"));
    let lines = format!("{}\n{{\n{{\n", ferritin(1.0, DAY));
    assert!(said(&lines).contains("line[2]") && said(&lines).contains("line[3]"));
    let failed =
        json!({"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": "timeout"}]});
    assert!(said(&bundle(&[ferritin(38.0, DAY), failed])).contains("timeout"));
    let two = bundle(&[json!({"x": 1}), json!({"resourceType": "Condition", "clinicalStatus": "active"})]);
    let errors = read(&two, &FhirOptions::default()).unwrap_err();
    assert_eq!(errors.errors().len(), 2);
}

#[test]
fn other_versions_are_refused_by_name() {
    let said = |resource: Value| read(&bundle(&[resource]), &FhirOptions::default()).unwrap_err().to_string();
    assert!(said(json!({"resourceType": "MedicationOrder"})).contains("DSTU2"));
    assert!(said(json!({"resourceType": "Condition", "clinicalStatus": "active"})).contains("STU3"));
    let r5 = json!({"resourceType": "MedicationRequest", "medication": {"concept": {"text": "metformin"}}});
    assert!(said(r5).contains("R5"));
}

#[test]
fn the_next_page_and_remarks_of_the_server_are_said() {
    let remark = json!({"resourceType": "OperationOutcome", "issue": [{"severity": "warning", "code": "informational"}]});
    let document = json!({"resourceType": "Bundle", "type": "searchset", "link": [{"relation": "next", "url": "x"}],
        "entry": [{"resource": remark, "search": {"mode": "outcome"}}, {"resource": ferritin(38.0, DAY)}, {}]});
    let reading = read(&document.to_string(), &as_of(DAY)).unwrap();
    assert!(!reading.ledger.last_page && reading.ledger.notes[0].contains("not the last"));
    let expected = [(Outcome::Skipped, "outcome"), (Outcome::Read, "-"), (Outcome::Skipped, "no_resource")];
    assert_eq!(reasons(&reading), expected);
}

#[test]
fn of_several_versions_the_newest_counts() {
    let version = |value: f64, status: &str, meta: Value| {
        with(with(with(ferritin(value, DAY), "id", json!("o")), "status", json!(status)), "meta", meta)
    };
    let number = |own: u64| json!({"versionId": own.to_string()});
    let read_as = |all: &[Value]| one(all, &as_of(DAY)).0["labs"][0]["value"].clone();
    assert_eq!(read_as(&[version(38.0, "final", number(9)), version(83.0, "amended", number(10))]), 83.0);
    assert_eq!(read_as(&[version(38.0, "final", json!({})), version(83.0, "corrected", json!({}))]), 83.0);
    let gone = [version(38.0, "final", number(1)), version(38.0, "entered-in-error", number(2))];
    assert_eq!(read_as(&gone), Value::Null);
    assert_eq!(read_as(&[version(38.0, "final", json!({})), version(83.0, "final", json!({}))]), Value::Null);
    let older = ferritin(50.0, "2020-05-01");
    let contradict = [version(38.0, "final", json!({})), version(83.0, "final", json!({})), older];
    assert_eq!(read_as(&contradict), Value::Null, "the older one does not stand for them");
    let same = version(38.0, "final", json!({}));
    assert_eq!(read_as(&[same.clone(), same]), 38.0);
}

#[test]
fn what_was_deleted_is_gone() {
    let own = with(ferritin(38.0, DAY), "id", json!("o"));
    let history = json!([{"request": {"method": "DELETE", "url": "Observation/o"}},
        {"resource": own, "request": {"method": "POST", "url": "Observation"}}]);
    assert_eq!(ferritins(&of_kind("history", history)), [] as [f64; 0]);
}
