//! Whose an entry is, and who that is.

use ekbom_fhir::{FhirOptions, Outcome, SubjectKey, read};
use serde_json::{Value, json};

use super::{as_of, bundle, ferritin, one, reasons, refused, with};

const DAY: &str = "2020-05-17";

fn person(id: &str) -> Value {
    json!({"resourceType": "Patient", "id": id, "gender": "female", "birthDate": "1962-03-01"})
}

fn of(resource: Value, reference: &str) -> Value {
    with(resource, "subject", json!({"reference": reference}))
}

#[test]
fn one_subject_has_many_names() {
    let patient = json!({"fullUrl": "https://example.org/fhir/Patient/p", "resource": person("p")});
    let names = [
        "Patient/p",
        "https://example.org/fhir/Patient/p",
        "Patient/p/_history/3",
        "https://elsewhere.org/Patient/p",
    ];
    let mut entries = vec![patient];
    for (at, name) in names.iter().enumerate() {
        entries.push(json!({"resource": of(ferritin(30.0, &format!("2020-05-0{}", at + 1)), name)}));
    }
    let document = json!({"resourceType": "Bundle", "type": "searchset", "entry": entries}).to_string();
    let reading = read(&document, &as_of(DAY)).unwrap();
    assert_eq!(reading.subjects.len(), 1);
    assert_eq!(reading.subjects[0].patient().unwrap().labs().len(), 4);
}

#[test]
fn each_subject_is_a_patient_and_no_name_comes_out() {
    let resources = [
        person("anna-secret"),
        person("berta-secret"),
        of(ferritin(38.0, DAY), "Patient/berta-secret"),
        of(ferritin(80.0, DAY), "Patient/anna-secret"),
        ferritin(999.0, DAY),
        with(of(ferritin(1.0, DAY), "x"), "subject", json!({"reference": "Group/1"})),
    ];
    let reading = read(&bundle(&resources), &as_of(DAY)).unwrap();
    let ferritins: Vec<f64> = reading
        .subjects
        .iter()
        .map(|own| serde_json::from_str::<Value>(own.to_json().unwrap()).unwrap()["labs"].clone())
        .filter_map(|own| own[0]["value"].as_f64().filter(|_| own[0]["doubt"].is_null()))
        .collect();
    assert_eq!(
        ferritins,
        [] as [f64; 0],
        "one more ferritin may be anybody's, so that none is known to be the newest"
    );
    assert_eq!(refused(&reading)[2].reason, Some("subject"));
    assert!(!serde_json::to_string(&reading.ledger).unwrap().contains("secret"));
    let reading = read(&bundle(&resources[..4]), &as_of(DAY)).unwrap();
    let keys: Vec<&str> = reading.subjects.iter().map(|own| own.key()).collect();
    assert_eq!((keys, reading.ledger.refused), (vec!["1", "2"], 0));
    let options = FhirOptions { subject_key: SubjectKey::Reference, ..as_of(DAY) };
    assert_eq!(read(&bundle(&resources[..2]), &options).unwrap().subjects[0].key(), "Patient/anna-secret");
}

#[test]
fn by_identifier_only_where_there_is_no_reference() {
    let identifier = json!({"system": "urn:x", "value": "17"});
    let patient = with(person("p"), "identifier", json!([identifier]));
    let own = with(ferritin(38.0, DAY), "subject", json!({"identifier": identifier}));
    let (read_as, _) = one(&[patient, own], &as_of(DAY));
    assert_eq!((&read_as["sex"], &read_as["labs"][0]["value"]), (&json!("female"), &json!(38.0)));
}

#[test]
fn two_patients_with_one_key_and_a_replaced_one_are_refused() {
    let other = with(person("p"), "gender", json!("male"));
    let reading =
        read(&bundle(&[person("p"), other, of(ferritin(38.0, DAY), "Patient/p")]), &as_of(DAY)).unwrap();
    assert!(reading.subjects[0].patient().unwrap_err().to_string().contains("several Patient resources"));
    let replaced =
        with(person("p"), "link", json!([{"type": "replaced-by", "other": {"reference": "Patient/q"}}]));
    let reading = read(&bundle(&[replaced]), &as_of(DAY)).unwrap();
    assert!(reading.subjects[0].patient().unwrap_err().to_string().contains("replaced"));
    let contained = of(ferritin(38.0, DAY), "#p");
    assert_eq!(reasons(&read(&bundle(&[contained]), &as_of(DAY)).unwrap()), [(Outcome::Refused, "subject")]);
}

#[test]
fn without_a_patient_age_and_sex_are_unknown() {
    let (patient, reading) = one(&[of(ferritin(38.0, DAY), "Patient/example")], &as_of(DAY));
    assert_eq!((&patient["age_years"], &patient["sex"]), (&Value::Null, &Value::Null));
    assert!(reading.ledger.notes.iter().any(|own| own.contains("unknown")));
}

#[test]
fn age_and_sex() {
    let said = |patient: Value| {
        let (patient, _) = one(&[patient], &as_of(DAY));
        (patient["age_years"].clone(), patient["sex"].clone(), patient["sex_for_reference"].clone())
    };
    assert_eq!(said(person("p")), (json!(58.0), json!("female"), Value::Null));
    assert_eq!(said(with(person("p"), "birthDate", json!("1962"))).0, json!({"from": 57.0, "to": 58.0}));
    assert_eq!(said(with(person("p"), "birthDate", json!("2021-01-01"))).0, Value::Null);
    assert_eq!(said(with(person("p"), "gender", json!("other"))).1, Value::Null);
    let birth = |code: &str| json!({"url": "http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex", "valueCode": code});
    assert_eq!(said(with(person("p"), "extension", json!([birth("F")]))).1, "female");
    assert_eq!(said(with(person("p"), "extension", json!([birth("M")]))).1, Value::Null, "they differ");
    let parameter = |code: &str| {
        json!({"url": "http://hl7.org/fhir/StructureDefinition/patient-sexParameterForClinicalUse", "extension":
            [{"url": "value", "valueCodeableConcept": {"coding": [{"code": code}]}}]})
    };
    let own = said(with(person("p"), "extension", json!([parameter("male-typical")])));
    assert_eq!((own.1, own.2), (json!("female"), json!("male")));
    let own = said(with(person("p"), "extension", json!([parameter("specified")])));
    assert_eq!((own.1, own.2), (Value::Null, Value::Null), "no limits by sex are known to hold");
}

#[test]
fn nothing_is_advised_for_the_dead() {
    let dead = with(person("p"), "deceasedDateTime", json!("2020-05-01"));
    let reading = read(&bundle(&[dead.clone(), of(ferritin(3.0, DAY), "Patient/p")]), &as_of(DAY)).unwrap();
    assert!(reading.subjects[0].is_deceased());
    assert!(reading.subjects[0].patient().unwrap_err().to_string().contains("dead"));
    assert!(reading.ledger.notes.iter().any(|own| own.contains("dead")));
    assert!(!read(&bundle(&[dead]), &as_of("2020-04-01")).unwrap().subjects[0].is_deceased());
    let said = read(&bundle(&[with(person("p"), "deceasedBoolean", json!(true))]), &as_of(DAY)).unwrap();
    assert!(said.subjects[0].is_deceased());
}
