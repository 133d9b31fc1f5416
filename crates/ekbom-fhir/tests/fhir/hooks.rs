//! CDS Hooks: what a call must hold, what an absent, empty or failed list means, orders against stops, and that nothing
//! that was sent can write mark-up onto a card.

use ekbom::Knowledge;
use ekbom_fhir::hooks::{Feedback, HookError, HookOptions, TrustEmpty, call, discovery, feedback};
use serde_json::{Value, json};

use super::loinc;
use super::out::{resource_is_valid, valid_request};

const VIEW: &str = "ekbom-patient-view";
const SELECT: &str = "ekbom-order-select";
const SIGN: &str = "ekbom-order-sign";

fn options() -> HookOptions {
    HookOptions::new("2026-11-30".parse().unwrap())
}

fn searchset(resources: &[Value]) -> Value {
    let entries: Vec<Value> = resources.iter().map(|own| json!({"resource": own})).collect();
    json!({"resourceType": "Bundle", "type": "searchset", "total": entries.len(), "entry": entries})
}

fn result(code: &str, value: f64, unit: &str) -> Value {
    json!({"resourceType": "Observation", "status": "final", "subject": {"reference": "Patient/1288992"},
        "code": loinc(code), "effectiveDateTime": "2026-11-28",
        "valueQuantity": {"value": value, "unit": unit, "system": "http://unitsofmeasure.org", "code": unit}})
}

fn condition(code: &str) -> Value {
    json!({"resourceType": "Condition", "subject": {"reference": "Patient/1288992"},
        "clinicalStatus": {"coding": [{"code": "active"}]}, "verificationStatus": {"coding": [{"code": "confirmed"}]},
        "code": {"coding": [{"system": "http://hl7.org/fhir/sid/icd-10", "code": code}]}})
}

fn order(id: &str, text: &str) -> Value {
    json!({"resource": {"resourceType": "MedicationRequest", "id": id, "status": "draft", "intent": "order",
        "subject": {"reference": "Patient/1288992"}, "medicationCodeableConcept": {"text": text}}})
}

/// The call of the specification's examples (Daniel Adams, a FHIR server, a token), with what is prefetched here.
fn request(hook: &str, prefetch: &Value) -> Value {
    json!({
        "hookInstance": "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
        "fhirServer": "http://hooks.smarthealthit.org:9080",
        "hook": hook,
        "fhirAuthorization": {"access_token": "some-opaque-fhir-access-token", "token_type": "Bearer",
            "expires_in": 300, "scope": "user/Patient.read user/Observation.read", "subject": "cds-service4"},
        "context": {"userId": "Practitioner/example", "patientId": "1288992", "encounterId": "89284"},
        "prefetch": prefetch,
    })
}

fn patient() -> Value {
    json!({"resourceType": "Patient", "id": "1288992", "gender": "female", "birthDate": "1969-03-07",
        "name": [{"use": "official", "family": "Adams", "given": ["Daniel X. <b>"]}]})
}

fn ordering(hook: &str, orders: &[Value], selections: Option<&[&str]>, results: &[Value]) -> Value {
    let mut made = request(hook, &json!({"patient": patient(), "results": searchset(results)}));
    made["context"]["draftOrders"] = json!({"resourceType": "Bundle", "type": "collection", "entry": orders});
    if let Some(own) = selections {
        made["context"]["selections"] = json!(own);
    }
    made
}

fn ask(service: &str, request: &Value, options: &HookOptions) -> Result<Vec<Value>, HookError> {
    let answer = call(&Knowledge::builtin(), service, &request.to_string(), options)?;
    let cards = answer["cards"].as_array().unwrap().clone();
    cards.iter().for_each(is_a_card);
    Ok(cards)
}

/// What the standard asks of every card.
fn is_a_card(card: &Value) {
    let summary = card["summary"].as_str().unwrap();
    assert!(
        !summary.is_empty() && summary.chars().count() < 140 && !summary.contains(['<', '>']),
        "{summary}"
    );
    assert!(["info", "warning", "critical"].contains(&card["indicator"].as_str().unwrap()));
    assert!(
        card["source"]["label"].is_string()
            && card["source"]["url"].as_str().unwrap().starts_with("https://")
    );
    let detail = card["detail"].as_str().unwrap();
    assert!(!detail.contains('<'), "{detail}");
    assert!(detail.contains("As of 2026-11-30") && detail.contains("knowledge 20"), "{detail}");
    let suggestions = card["suggestions"].as_array();
    assert_eq!(suggestions.is_some(), card["selectionBehavior"].is_string());
    for own in suggestions.into_iter().flatten() {
        assert!(own["label"].is_string() && own["uuid"].is_string());
        let action = &own["actions"][0];
        assert_eq!(action["type"], "create");
        valid_request(&action["resource"]);
        assert_eq!(action["resource"]["subject"]["reference"], "Patient/1288992");
    }
    for own in card["overrideReasons"].as_array().into_iter().flatten() {
        assert!(own["code"].is_string() && own["system"].is_string() && own["display"].is_string());
    }
    for own in card["links"].as_array().into_iter().flatten() {
        assert_eq!(own["type"], "absolute");
        assert!(own["url"].as_str().unwrap().starts_with("https://"));
    }
}

fn detail(cards: &[Value]) -> String {
    cards.iter().map(|own| own["detail"].as_str().unwrap()).collect::<Vec<_>>().join("\n")
}

fn neurological() -> Value {
    json!({"patient": patient(), "medications": null,
        "results": searchset(&[result("2132-9", 150.0, "pg/mL"), result("13964-2", 3600.0, "nmol/L"),
            result("2160-0", 0.8, "mg/dL")]),
        "conditions": searchset(&[condition("R20.2"), condition("R26.0")])})
}

#[test]
fn discovery_names_three_services_and_what_each_wants() {
    let said = discovery();
    let services = said["services"].as_array().unwrap();
    let ids: Vec<&str> = services.iter().map(|own| own["id"].as_str().unwrap()).collect();
    assert_eq!(ids, [VIEW, SELECT, SIGN]);
    for own in services {
        assert!(own["description"].is_string() && own["hook"].is_string() && own["title"].is_string());
        let prefetch = own["prefetch"].as_object().unwrap();
        assert_eq!(prefetch["patient"], "Patient/{{context.patientId}}");
        assert!(prefetch.values().all(|own| own.as_str().unwrap().contains("{{context.patientId}}")));
    }
}

#[test]
fn urgent_signs_of_b12_deficiency_are_a_card_that_says_what_to_do_now() {
    let cards = ask(VIEW, &request("patient-view", &neurological()), &options()).unwrap();
    assert_eq!(cards[0]["indicator"], "critical");
    let said = format!("{} {}", cards[0]["summary"], cards[0]["detail"]);
    assert!(said.contains("B12") && said.contains("**Now:**"), "{said}");
    assert!(cards[0]["overrideReasons"].is_array());
}

#[test]
fn an_order_of_iron_at_a_saturation_of_52_is_stopped() {
    for (service, hook, selections) in
        [(SIGN, "order-sign", None), (SELECT, "order-select", Some(&["MedicationRequest/103"][..]))]
    {
        let orders = [order("103", "ferrous sulfate 325 MG Oral Tablet")];
        let call = ordering(hook, &orders, selections, &[result("2502-3", 52.0, "%")]);
        let cards = ask(service, &call, &options()).unwrap();
        assert_eq!(cards[0]["indicator"], "critical");
        let summary = cards[0]["summary"].as_str().unwrap();
        assert!(summary.starts_with("Ferrous sulfate: No iron"), "{summary}");
        assert!(detail(&cards).contains("52 %"), "{}", detail(&cards));
    }
}

#[test]
fn iron_into_a_vein_is_stopped_too_and_iron_without_a_saturation_is_not_waved_through() {
    let orders = [order("1", "iron sucrose 20 MG/ML Injection")];
    let cards = ask(SIGN, &ordering("order-sign", &orders, None, &[result("2502-3", 52.0, "%")]), &options());
    assert!(cards.unwrap()[0]["summary"].as_str().unwrap().contains("No iron"));
    let cards = ask(SIGN, &ordering("order-sign", &orders, None, &[]), &options()).unwrap();
    assert_ne!(cards[0]["indicator"], "info", "whether it is safe is open");
    assert!(detail(&cards).contains("No laboratory results were sent"));
}

#[test]
fn only_what_is_selected_is_looked_at() {
    let orders = [order("103", "ferrous sulfate"), order("104", "amlodipine 5 MG Oral Tablet")];
    let results = [result("2502-3", 52.0, "%")];
    let of = |selected: &[&str]| {
        ask(SELECT, &ordering("order-select", &orders, Some(selected), &results), &options()).unwrap()
    };
    assert_eq!(of(&["MedicationRequest/104"]), Vec::<Value>::new(), "it has no bearing here");
    assert_eq!(of(&["MedicationRequest/103"])[0]["indicator"], "critical");
    let lost = of(&["MedicationRequest/999"]);
    assert!(lost[0]["summary"].as_str().unwrap().contains("No check was made"), "{lost:?}");
}

#[test]
fn an_order_that_is_not_recognised_is_said_not_to_be_checked() {
    let mut other = order("3", "ferrous sulfate");
    other["resource"]["subject"]["reference"] = json!("Patient/other");
    let orders = [
        order("1", "zzyzx <script>alert(1)</script> [click](http://evil.example)"),
        json!({"resource": {"resourceType": "MedicationRequest", "id": "2", "status": "draft", "intent": "order"}}),
        other,
        json!({"resource": {"resourceType": "NutritionOrder", "id": "4"}}),
        json!({"resource": {"resourceType": "ServiceRequest", "id": "5"}}),
    ];
    let cards = ask(SIGN, &ordering("order-sign", &orders, None, &[]), &options()).unwrap();
    assert_eq!(cards.len(), 1);
    assert_eq!((&cards[0]["indicator"], cards[0]["overrideReasons"].is_null()), (&json!("info"), true));
    let said = detail(&cards);
    assert!(cards[0]["summary"].as_str().unwrap().starts_with("No check was made of 4 orders"));
    assert!(
        said.contains("zzyzx &lt;script") && !said.contains("[click](") && said.contains("another patient")
    );
}

/// An infusion that is ordered as a service is no medicine here, and must not pass in silence; a test of iron may.
#[test]
fn iron_that_is_ordered_as_a_service_is_said_not_to_be_checked() {
    let service = |text: &str| {
        json!({"resource": {"resourceType": "ServiceRequest", "id": "1", "status": "draft", "intent": "order",
            "code": {"text": text}}})
    };
    let cards = |text: &str| {
        let call = ordering("order-sign", &[service(text)], None, &[result("2502-3", 88.0, "%")]);
        ask(SIGN, &call, &options()).unwrap()
    };
    for text in ["Iron infusion", "Intravenous iron therapy", "Ferric carboxymaltose 1000 mg"] {
        assert!(detail(&cards(text)).contains("may be for iron"), "{text}");
    }
    for text in ["Ferritin", "Serum iron and transferrin saturation"] {
        assert!(!cards(text).iter().any(|own| own.to_string().contains("may be for iron")), "{text}");
    }
}

#[test]
fn a_medicine_that_an_order_refers_to_is_found() {
    let orders = [
        json!({"resource": {"resourceType": "Medication", "id": "m", "code": {"text": "ferrous sulfate"}}}),
        json!({"resource": {"resourceType": "MedicationRequest", "id": "1", "status": "draft", "intent": "order",
            "medicationReference": {"reference": "Medication/m"}}}),
    ];
    let cards = ask(SIGN, &ordering("order-sign", &orders, None, &[result("2502-3", 52.0, "%")]), &options())
        .unwrap();
    assert_eq!(cards[0]["indicator"], "critical");
}

#[test]
fn a_call_without_a_patient_is_412_and_nothing_is_fetched() {
    let outcome =
        json!({"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": "forbidden"}]});
    for prefetch in [Value::Null, json!({}), json!({"patient": null}), json!({"patient": outcome})] {
        let error = ask(VIEW, &request("patient-view", &prefetch), &options()).unwrap_err();
        assert_eq!((error, error.status()), (HookError::NoPatient, 412), "{prefetch}");
    }
    let mut other = patient();
    other["id"] = json!("another");
    let error = ask(VIEW, &request("patient-view", &json!({"patient": other})), &options()).unwrap_err();
    assert_eq!(error.status(), 400, "another patient than the one on the screen");
}

#[test]
fn what_is_no_call_is_refused_without_a_word_of_it() {
    let good = request("patient-view", &json!({"patient": patient()}));
    let without = |key: &str| {
        let mut own = good.clone();
        own.as_object_mut().unwrap().remove(key);
        own.to_string()
    };
    let knowledge = Knowledge::builtin();
    let status =
        |service: &str, text: &str| call(&knowledge, service, text, &options()).unwrap_err().status();
    assert_eq!(status("no-such", &good.to_string()), 404);
    assert_eq!(status(SIGN, &good.to_string()), 400, "the hook of another service");
    for key in ["hook", "hookInstance", "context"] {
        assert_eq!(status(VIEW, &without(key)), 400, "{key}");
    }
    assert_eq!(status(VIEW, &without("prefetch")), 412);
    assert_eq!(status(VIEW, "{"), 400);
    assert_eq!(status(VIEW, &"[".repeat(100_000)), 400);
    let mut hostile = good.clone();
    hostile["context"]["patientId"] = json!("Adams<script>/../1");
    let error = call(&knowledge, VIEW, &hostile.to_string(), &options()).unwrap_err();
    assert!(error.status() == 400 && !error.to_string().contains("Adams"));
    let entries: Vec<Value> = (0..20_001).map(|_| json!({})).collect();
    let many = json!({"patient": patient(), "results": {"resourceType": "Bundle", "type": "searchset", "entry": entries}});
    assert_eq!(status(VIEW, &request("patient-view", &many).to_string()), 413);
}

#[test]
fn absent_empty_and_failed_are_three_things_and_none_says_no() {
    let outcome =
        json!({"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": "timeout"}]});
    let prefetch =
        json!({"patient": patient(), "results": searchset(&[]), "conditions": outcome, "medications": null});
    let cards = ask(VIEW, &request("patient-view", &prefetch), &options()).unwrap();
    let said = detail(&cards);
    assert!(said.contains("No laboratory results were sent"), "{said}");
    assert!(said.contains("reported an error: conditions may be missing"), "{said}");
    assert!(said.contains("None recorded here: laboratory results, prescriptions"), "{said}");
    assert!(said.contains("Not sent, and so not known: statements of medicines"), "{said}");
}

#[test]
fn an_error_within_a_search_leaves_its_other_entries() {
    let mut results = searchset(&[result("2823-3", 7.2, "mmol/L")]);
    results["entry"].as_array_mut().unwrap().push(json!({"search": {"mode": "outcome"}, "resource": {
        "resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": "timeout"}]}}));
    let cards =
        ask(VIEW, &request("patient-view", &json!({"patient": patient(), "results": results})), &options());
    let cards = cards.unwrap();
    assert_eq!(cards[0]["indicator"], "critical", "potassium 7.2");
    assert!(detail(&cards).contains("reported an error"));
}

#[test]
fn an_empty_list_is_believed_only_where_the_service_is_set_to() {
    let orders = [order("1", "ferrous sulfate")];
    let mut call = ordering(
        "order-sign",
        &orders,
        None,
        &[result("2502-3", 20.0, "%"), result("2276-4", 30.0, "ng/mL")],
    );
    call["prefetch"]["conditions"] = searchset(&[]);
    let usual = ask(SIGN, &call, &options()).unwrap();
    assert_eq!(usual[0]["indicator"], "warning", "what forbids iron may be unsaid: {usual:?}");
    let trusting = HookOptions { trust_empty: vec![TrustEmpty::Conditions], ..options() };
    let cards = ask(SIGN, &call, &trusting).unwrap();
    assert!(!cards.iter().any(|own| own["summary"].as_str().unwrap().contains("not known yet")), "{cards:?}");
    // Where a search failed nothing is believed.
    call["prefetch"]["procedures"] =
        json!({"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": "timeout"}]});
    assert_eq!(ask(SIGN, &call, &trusting).unwrap()[0]["indicator"], "warning");
}

#[test]
fn a_record_that_cannot_be_read_is_a_card_and_no_silence() {
    let stu3 =
        json!({"resourceType": "Observation", "status": "final", "comment": "x", "code": loinc("2276-4")});
    let cards = ask(
        VIEW,
        &request("patient-view", &json!({"patient": patient(), "results": searchset(&[stu3])})),
        &options(),
    );
    let cards = cards.unwrap();
    assert_eq!(cards[0]["indicator"], "warning");
    assert!(detail(&cards).contains("STU3") && detail(&cards).contains("Nothing was assessed"));
    let mut dead = patient();
    dead["deceasedBoolean"] = json!(true);
    let cards = ask(VIEW, &request("patient-view", &json!({"patient": dead})), &options()).unwrap();
    assert!(cards[0]["summary"].as_str().unwrap().contains("dead") && cards.len() == 1);
}

#[test]
fn neither_token_nor_server_nor_name_is_in_an_answer() {
    let call_text = request("patient-view", &neurological()).to_string();
    let answer = call(&Knowledge::builtin(), VIEW, &call_text, &options()).unwrap().to_string();
    for secret in ["opaque", "smarthealthit", "Adams", "Daniel", "Practitioner", "1969"] {
        assert!(!answer.contains(secret), "{secret}");
    }
    let again = call(&Knowledge::builtin(), VIEW, &call_text, &options()).unwrap().to_string();
    assert_eq!(answer, again, "the same call has the same answer");
}

#[test]
fn results_of_another_patient_are_not_read() {
    let mut other = result("2823-3", 7.2, "mmol/L");
    other["subject"]["reference"] = json!("Patient/other");
    let prefetch = json!({"patient": patient(), "results": searchset(&[other])});
    let cards = ask(VIEW, &request("patient-view", &prefetch), &options()).unwrap();
    assert!(
        detail(&cards).contains("other patients") && !detail(&cards).contains("7.2"),
        "{}",
        detail(&cards)
    );
}

#[test]
fn feedback_is_counted_and_not_kept() {
    let said = json!({"feedback": [
        {"card": "4e0a3a1e-3283-4575-ab82-028d55fe2719", "outcome": "accepted",
            "acceptedSuggestions": [{"id": "e56e1945-20b3-4393-8503-a1a20fd73152"}], "outcomeTimestamp": "2020-12-11T00:00:00Z"},
        {"card": "f6b95768-b1c8-40dc-8385-bf3504b82ffb", "outcome": "overridden", "overrideReason": {
            "reason": {"code": "d7ecf885", "system": "https://example.com/r", "display": "no"}, "userComment": "x"}}]});
    assert_eq!(feedback(VIEW, &said.to_string()), Ok(Feedback { accepted: 1, overridden: 1 }));
    assert_eq!(feedback("no-such", &said.to_string()).unwrap_err().status(), 404);
    for wrong in ["{}", r#"{"feedback": []}"#, r#"{"feedback": [{"card": "a", "outcome": "maybe"}]}"#, "["] {
        assert_eq!(feedback(VIEW, wrong).unwrap_err().status(), 400, "{wrong}");
    }
}

#[test]
fn the_next_test_can_be_ordered_from_the_card() {
    let cards = ask(VIEW, &request("patient-view", &neurological()), &options()).unwrap();
    let first = &cards[0]["suggestions"][0];
    assert_eq!((&first["isRecommended"], &cards[0]["selectionBehavior"]), (&json!(true), &json!("any")));
    resource_is_valid(&first["actions"][0]["resource"]);
}
