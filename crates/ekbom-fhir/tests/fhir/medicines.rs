//! Medicines: names, statuses, days.

use ekbom_fhir::FhirOptions;
use serde_json::{Value, json};

use super::{EVERYTHING, as_of, one, order, reasons, with};

const DAY: &str = "2020-05-17";

fn medicines(resources: &[Value]) -> Value {
    one(resources, &as_of(DAY)).0["medicines"].clone()
}

#[test]
fn ingredients_are_found_in_the_names_of_rxnorm_and_in_texts() {
    let named = |text: &str| medicines(&[order(text, "active")]);
    assert_eq!(
        named("24 HR Metformin hydrochloride 500 MG Extended Release Oral Tablet"),
        json!(["metformin"])
    );
    assert_eq!(named("Vitamin B 12 5 MG/ML Injectable Solution"), json!(["cobalamin"]));
    assert_eq!(named("carbidopa 25 MG / levodopa 100 MG Oral Tablet"), json!(["levodopa"]));
    assert_eq!(
        named("Hydrochlorothiazide 6.25 MG"),
        json!(["hydrochlorothiazide"]),
        "a real one, with no bearing"
    );
    assert_eq!(named("moon dust"), json!(["moon dust"]), "carried along");
    let code_alone =
        json!({"coding": [{"system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "860975"}]});
    let own = with(order("", "active"), "medicationCodeableConcept", code_alone);
    assert_eq!(medicines(&[own]), json!(["http://www.nlm.nih.gov/research/umls/rxnorm|860975"]));
}

#[test]
fn statuses_say_whether_it_is_taken() {
    assert_eq!(
        medicines(&[with(order("metformin", "active"), "intent", json!("plan"))]),
        json!(["metformin"])
    );
    assert_eq!(medicines(&[with(order("metformin", "active"), "intent", json!("proposal"))]), json!([]));
    assert_eq!(medicines(&[with(order("metformin", "active"), "doNotPerform", json!(true))]), json!([]));
    let options = FhirOptions { complete: EVERYTHING.to_vec(), ..as_of(DAY) };
    for status in ["on-hold", "stopped", "completed", "unknown"] {
        let (patient, _) = one(&[order("metformin", status)], &options);
        assert_eq!(patient["medicines"], json!([]));
        assert!(!patient["complete"].as_array().unwrap().contains(&json!("medicines")), "{status}: open");
    }
    for status in ["cancelled", "draft", "entered-in-error"] {
        assert_eq!(one(&[order("metformin", status)], &options).0["complete"].as_array().unwrap().len(), 3);
    }
    let told = |status: &str, period: Value| {
        json!({"resourceType": "MedicationStatement", "status": status, "effectivePeriod": period,
            "medicationCodeableConcept": {"text": "metformin"}})
    };
    let stopped = told("stopped", json!({"start": "2019-01-01", "end": "2020-05-07"}));
    assert_eq!(
        medicines(std::slice::from_ref(&stopped)),
        json!([{"name": "metformin", "stopped_days_ago": 10}])
    );
    assert_eq!(medicines(&[stopped, order("metformin", "active")]), json!(["metformin"]), "renewed");
    let taken = told("active", json!({"start": "2020-05-01"}));
    assert_eq!(medicines(&[taken]), json!([{"name": "metformin", "days_taken": 16}]));
    assert_eq!(medicines(&[told("intended", json!({}))]), json!([{"name": "metformin", "planned": true}]));
    assert_eq!(medicines(&[told("not-taken", json!({}))]), json!([]));
}

#[test]
fn iron_that_was_given_is_in_the_history() {
    let given = |text: &str, when: &str| {
        json!({"resourceType": "MedicationAdministration", "status": "completed", "effectiveDateTime": when,
            "medicationCodeableConcept": {"text": text}})
    };
    let (patient, _) = one(&[given("Ferric carboxymaltose 50 MG/ML", "2020-01-18")], &as_of(DAY));
    let expected = json!({"iv_iron_days_ago": 120, "iv_iron_product": "ferric_carboxymaltose"});
    assert_eq!((&patient["history"], &patient["medicines"]), (&expected, &json!([])));
    let (patient, _) =
        one(&[given("iron sucrose", "2020-05-10"), given("ferumoxytol", "2020-01-18")], &as_of(DAY));
    assert_eq!(patient["history"]["iv_iron_product"], "iron_sucrose");
    assert_eq!(patient["medicines"], json!(["iron sucrose"]));
    let long_ago = one(&[given("metoclopramide", "2020-01-10")], &as_of(DAY));
    assert_eq!((&long_ago.0["medicines"], reasons(&long_ago.1)[0].1), (&json!([]), "given_long_ago"));
}

#[test]
fn only_the_summary_that_says_that_none_is_known_closes_the_list() {
    let none = json!({"resourceType": "MedicationStatement", "status": "unknown", "medicationCodeableConcept": {"coding":
        [{"system": "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips", "code": "no-known-medications"}]}});
    assert_eq!(one(std::slice::from_ref(&none), &as_of(DAY)).0["complete"], json!(["medicines"]));
    let (patient, reading) = one(&[none, order("metformin", "active")], &as_of(DAY));
    assert_eq!(patient["complete"], json!([]));
    assert!(reading.ledger.notes.iter().any(|own| own.contains("no medicine is known")));
}

#[test]
fn a_medicine_may_be_a_resource_of_its_own() {
    let by = |reference: &str| {
        with(
            with(order("", "active"), "medicationCodeableConcept", Value::Null),
            "medicationReference",
            json!({"reference": reference}),
        )
    };
    let contained =
        json!([{"resourceType": "Medication", "id": "m", "code": {"text": "pramipexole 0.25 MG"}}]);
    assert_eq!(medicines(&[with(by("#m"), "contained", contained)]), json!(["pramipexole"]));
    let apart =
        json!({"resourceType": "Medication", "id": "m", "code": {"text": "lithium carbonate 300 MG"}});
    assert_eq!(medicines(&[by("Medication/m"), apart.clone()]), json!(["lithium"]));
    let options = FhirOptions { complete: EVERYTHING.to_vec(), ..as_of(DAY) };
    let (patient, reading) = one(&[by("Medication/other"), apart], &options);
    assert_eq!((&patient["complete"], reasons(&reading)[0].1), (&json!(["history", "symptoms"]), "medicine"));
}
