//! Codes: LOINC, ICD-10, the caller's own.

use ekbom::patient::CompleteGroup;
use ekbom_fhir::{FhirOptions, Outcome};
use serde_json::{Value, json};

use super::{EVERYTHING, as_of, diagnosis, ferritin, loinc, one, reasons, result, with};

const DAY: &str = "2020-05-17";

fn reason(resource: Value) -> (Outcome, String) {
    let (_, reading) = one(&[resource], &as_of(DAY));
    (reading.ledger.entries[0].outcome, reading.ledger.entries[0].reason.unwrap().to_owned())
}

#[test]
fn codes_that_mean_different_things_are_refused_and_slips_are_said() {
    let two = json!({"coding": [{"system": "http://loinc.org", "code": "2132-9"},
        {"system": "http://loinc.org", "code": "72160-5"}]});
    assert_eq!(reason(with(ferritin(38.0, DAY), "code", two)), (Outcome::Refused, "codes_disagree".into()));
    assert_eq!(reason(result("2171-7", 900.0, "pg/mL", DAY)), (Outcome::Skipped, "never_read".into()));
    assert_eq!(reason(result("16695-9", 300.0, "pg/mL", DAY)), (Outcome::Skipped, "known_not_used".into()));
    assert_eq!(reason(result("14801-7", 25.0, "%", DAY)), (Outcome::Skipped, "check_digit".into()));
    assert_eq!(reason(result("2093-3", 200.0, "mg/dL", DAY)), (Outcome::Skipped, "not_used".into()));
    let text_alone = with(ferritin(38.0, DAY), "code", json!({"text": "Ferritin"}));
    assert_eq!(reason(text_alone), (Outcome::Skipped, "no_code".into()));
    let never_too = json!({"coding": [{"system": "http://loinc.org", "code": "2132-9"},
        {"system": "http://loinc.org", "code": "2171-7"}]});
    assert_eq!(
        reason(with(ferritin(38.0, DAY), "code", never_too)),
        (Outcome::Refused, "codes_disagree".into())
    );
}

#[test]
fn the_caller_may_bring_codes() {
    let codes = r#"[{"system": "https://example.org/lab", "code": "FER", "analyte": "ferritin"},
        {"system": "https://example.org/dx", "code": "K", "fact": "crohn"},
        {"system": "https://example.org/dx", "code": "G", "fact": "ileal_resection", "lasts": true},
        {"system": "https://example.org/dx", "code": "H", "nothing": true}]"#;
    let options =
        FhirOptions { codes: codes.parse().unwrap(), complete: vec![CompleteGroup::History], ..as_of(DAY) };
    let dx = |code: &str, status: &str| {
        let coding = json!({"coding": [{"system": "https://example.org/dx", "code": code}]});
        with(diagnosis("", status, "confirmed"), "code", coding)
    };
    let own = json!({"coding": [{"system": "https://example.org/lab", "code": "FER"}]});
    let resources =
        [with(ferritin(38.0, DAY), "code", own), dx("K", "active"), dx("G", "inactive"), dx("H", "active")];
    let (patient, _) = one(&resources, &options);
    assert_eq!(patient["labs"][0]["analyte"], "ferritin");
    assert_eq!(patient["history"], json!({"crohn": true, "ileal_resection": true}));
    assert_eq!(patient["complete"], json!(["history"]), "everything was looked at");
}

#[test]
fn diagnoses_are_yes_or_unknown() {
    let history = |code: &str, clinical: &str, verified: &str| {
        let options = FhirOptions { complete: EVERYTHING.to_vec(), ..as_of(DAY) };
        let (patient, _) = one(&[diagnosis(code, clinical, verified)], &options);
        let open = !patient["complete"].as_array().unwrap().contains(&json!("history"));
        (patient["history"].clone(), open)
    };
    for status in ["active", "recurrence", "relapse"] {
        assert_eq!(history("K50.90", status, "confirmed"), (json!({"crohn": true}), false));
    }
    for (clinical, verified) in [
        ("resolved", "confirmed"),
        ("inactive", "confirmed"),
        ("active", "provisional"),
        ("active", "differential"),
        ("active", "unconfirmed"),
        ("active", ""),
        ("", "confirmed"),
    ] {
        assert_eq!(history("K50.90", clinical, verified), (json!({}), true), "{clinical} {verified}");
    }
    assert_eq!(history("K50.90", "active", "refuted"), (json!({}), false));
    assert_eq!(
        history("Z90.3", "resolved", "confirmed"),
        (json!({"gastrectomy": true}), false),
        "it does not pass"
    );
    assert_eq!(history("I10", "active", "confirmed"), (json!({}), true), "nobody looked at this code");
}

#[test]
fn a_pregnancy_passes_and_is_never_denied() {
    let status = |code: &str, when: &str| {
        json!({"resourceType": "Observation", "status": "final", "code": loinc("82810-3"), "effectiveDateTime": when,
            "valueCodeableConcept": {"coding": [{"system": "http://loinc.org", "code": code}]}})
    };
    let history = |own: Value| one(&[own], &as_of(DAY)).0["history"].clone();
    assert_eq!(history(status("LA15173-0", "2020-03-01")), json!({"pregnant": true}));
    assert_eq!(history(status("LA15173-0", "2018-03-01")), json!({}));
    assert_eq!(history(status("LA26683-5", "2020-05-01")), json!({}), "what denies one is not read");
    let dx = |onset: &str| with(diagnosis("Z33.1", "active", "confirmed"), "onsetDateTime", json!(onset));
    assert_eq!(
        (history(dx("2020-03-01")), history(dx("2016-03-01"))),
        (json!({"pregnant": true}), json!({}))
    );
}

#[test]
fn procedures_by_their_plain_names() {
    let own = |text: &str, when: &str, status: &str| json!({"resourceType": "Procedure", "status": status, "performedDateTime": when, "code": {"text": text}});
    let history = |own: Value| one(&[own], &as_of(DAY)).0["history"].clone();
    assert_eq!(
        history(own("Hemodialysis (procedure)", "2020-05-15", "completed")),
        json!({"dialysis": true})
    );
    assert_eq!(history(own("Hemodialysis", "2019-12-15", "completed")), json!({}), "it may be over");
    assert_eq!(history(own("Gastrectomy", "2009", "completed")), json!({"gastrectomy": true}));
    assert_eq!(history(own("Gastrectomy", "2009", "not-done")), json!({}));
    assert_eq!(history(own("Education about dialysis", "2020-05-15", "completed")), json!({}));
    let transfusion = own("Transfusion of red blood cells", "2020-05-07", "completed");
    assert_eq!(history(transfusion), json!({"transfusion_days_ago": 10}));
}

#[test]
fn completeness_gives_way_to_what_was_not_understood() {
    let options = FhirOptions { complete: EVERYTHING.to_vec(), ..as_of(DAY) };
    let (patient, reading) = one(&[diagnosis("K50.9", "active", "provisional")], &options);
    assert_eq!(patient["complete"], json!(["medicines"]));
    assert!(reading.ledger.notes.iter().any(|own| own.contains("history")));
    assert_eq!(reasons(&reading)[0], (Outcome::Skipped, "not_certain"));
}

/// A pregnancy or an allergy to iron that was not understood must not read as absent, whoever calls the history complete.
#[test]
fn what_was_not_understood_of_pregnancy_and_iron_opens_the_history() {
    let options = FhirOptions { complete: vec![CompleteGroup::History], ..as_of(DAY) };
    let complete = |own: Value| {
        let (patient, _) = one(&[own, ferritin(30.0, DAY)], &options);
        patient["complete"].as_array().unwrap().contains(&json!("history"))
    };
    let status = |more: Value| {
        let mut own = json!({"resourceType": "Observation", "status": "final", "code": loinc("82810-3"),
            "effectiveDateTime": DAY});
        own.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        own
    };
    let snomed = json!({"coding": [{"system": "http://snomed.info/sct", "code": "77386006"}]});
    assert!(!complete(status(json!({"valueCodeableConcept": snomed}))), "a code that is not known");
    assert!(!complete(status(json!({"valueString": "Pregnant"}))), "a text");
    assert!(!complete(status(json!({"status": "Final", "valueCodeableConcept": {"text": "Pregnant"}}))));
    assert!(
        complete(status(json!({"valueCodeableConcept": {"text": "Not pregnant"}}))),
        "nothing is unclear"
    );
    let allergy = |text: &str| json!({"resourceType": "AllergyIntolerance", "code": {"text": text}});
    assert!(!complete(allergy("Iron dextran")) && !complete(allergy("ferric carboxymaltose")));
    assert!(complete(allergy("Penicillin")));
}
