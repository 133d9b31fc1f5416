//! Precautions: each row where it holds and just off it, what is not known, what a row withholds, and that nothing is offered
//! past a stop.
//!
//! `tests/precautions.tsv` has a row, a medicine, whether it is planned or taken, and two pieces of a patient: in the first
//! the row certainly holds, in the second it certainly does not (`-`: it always holds). Everything is declared complete.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "in a test, and in what it calls, a failed unwrap is a failed test"
)]

use std::collections::BTreeSet;

use ekbom::exchange::rules::RuleBook;
use ekbom::knowledge::precaution::{Severity, find, precautions};
use ekbom::{Knowledge, Patient, assess, source};
use serde_json::{Value, json};

const FILE: &str = include_str!("../../../tests/precautions.tsv");

fn assessed(patient: &Value) -> Value {
    let patient =
        Patient::from_json(&patient.to_string()).unwrap_or_else(|errors| panic!("{patient}: {errors}"));
    serde_json::from_str(&assess(&Knowledge::builtin(), &patient).to_json()).unwrap()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The patient of a line, of whom everything is said.
fn patient(piece: &str, medicine: &str, state: &str) -> Value {
    let mut made: Value = serde_json::from_str(piece).unwrap();
    let mut medicines = list(&made["medicines"]).to_vec();
    match state {
        "planned" => medicines.push(json!({"name": medicine, "planned": true})),
        "taken" => medicines.push(json!(medicine)),
        _ => {}
    }
    if made.get("age_years").is_none() {
        made["age_years"] = json!(60);
    }
    if made.get("sex").is_none() {
        made["sex"] = json!("male");
        // Childbearing is said of a woman.
        if made["history"].get("childbearing_potential").is_some() {
            made["sex"] = json!("female");
        }
    }
    if made["sex"] == "female" && made["history"].get("trimester").is_some() {
        made["age_years"] = json!(30);
    }
    made["medicines"] = json!(medicines);
    made["complete"] = json!(["symptoms", "history", "medicines"]);
    made
}

/// What is said of one row, certain or not.
fn said<'g>(got: &'g Value, id: &str) -> Vec<&'g Value> {
    let own = |entry: &&Value| list(&entry["rows"]).iter().any(|row| row == id);
    list(&got["precautions"]).iter().filter(own).collect()
}

#[test]
fn each_row_holds_where_it_should_and_not_beside_it() {
    let mut seen = BTreeSet::new();
    let mut wrong = Vec::new();
    for line in FILE.lines().skip(1) {
        let [id, medicine, state, on, off] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        seen.insert(id);
        let row = find(id).unwrap_or_else(|| panic!("there is no `{id}`"));
        let got = assessed(&patient(on, medicine, state));
        let of_medicine = |own: &&&Value| medicine == "-" || own["concerns"] == medicine;
        match said(&got, id).iter().filter(of_medicine).collect::<Vec<_>>().as_slice() {
            [entry] if entry["certain"] == true => {
                if medicine != "-" {
                    assert_eq!(entry["concerns"], medicine, "{line}");
                    assert_eq!(entry["taken"], state == "taken", "{line}");
                    assert_eq!(entry["severity"], row.severity(state == "taken").unwrap().code(), "{line}");
                }
                assert_eq!(entry["missing"], json!([]), "{line}");
                assert!(entry["says"].as_str().unwrap().starts_with(row.says), "{line}");
            }
            other => wrong.push(format!("{line}: {other:?}")),
        }
        if off != "-" {
            let got = assessed(&patient(off, medicine, state));
            let certain: Vec<_> = said(&got, id).into_iter().filter(|own| own["certain"] == true).collect();
            if !certain.is_empty() {
                wrong.push(format!("{line}: holds beside it too: {certain:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    let never: Vec<_> =
        precautions().map(|row| row.id).filter(|id| !seen.contains(id) && *id != "dop-21").collect();
    assert!(never.is_empty(), "no line for {never:?}");
}

/// Augmentation by the criteria of Max Planck Institute.
fn augmented() -> Value {
    json!({"age_years": 62, "sex": "female", "labs": [], "medicines": ["pramipexole"],
        "symptoms": {"urge_to_move": true, "worse_at_rest": true, "relieved_by_movement": true, "worse_in_evening": true,
            "mimics": "ruled_out", "times_per_week": 7, "symptom_days_last_week": 7, "hours_earlier": 5, "spread": true,
            "greater_intensity": true, "previous_response": true, "explained_otherwise": false,
            "paradoxical_response": true},
        "complete": ["symptoms", "history", "medicines"]})
}

#[test]
fn augmentation_makes_the_warning_urgent() {
    let got = assessed(&augmented());
    for id in ["dop-02", "dop-21"] {
        let own = said(&got, id);
        assert_eq!((own.len(), &own[0]["severity"], &own[0]["certain"]), (1, &json!("urgent"), &json!(true)));
        assert!(own[0]["says"].as_str().unwrap().ends_with("Change it with the prescriber, not abruptly."));
    }
}

#[test]
fn what_is_not_known_is_said_to_be_missing() {
    let got = assessed(&json!({"age_years": 50, "sex": "male", "labs": [], "medicines": ["gabapentin"]}));
    let taken: Vec<_> = list(&got["precautions"]).iter().filter(|own| own["taken"] == true).collect();
    let [one] = taken.as_slice() else { panic!("{taken:?}") };
    assert_eq!(
        (&one["certain"], &one["concerns"], &one["severity"]),
        (&json!(false), &json!("gabapentin"), &json!("urgent"))
    );
    let missing: BTreeSet<&str> = list(&one["missing"]).iter().map(|own| own.as_str().unwrap()).collect();
    assert!(
        ["egfr", "dialysis", "medicines", "untreated_osa"].iter().all(|id| missing.contains(id)),
        "{missing:?}"
    );
    assert!(!missing.contains("person") && !missing.contains("breastfeeding"), "{missing:?}");
    // A name that nobody knows keeps the list open.
    let carried = json!({"age_years": 50, "sex": "male", "labs": [], "medicines": ["gabapentin", "snake oil"],
        "unknown_medicines": "carry", "complete": ["symptoms", "history", "medicines"]});
    assert!(
        said(&assessed(&carried), "gab-07").iter().any(|own| own["missing"] == json!(["medicines"])
            || list(&own["missing"]).contains(&json!("medicines")))
    );
    let whole = json!({"age_years": 50, "sex": "male", "labs": [{"analyte": "egfr", "value": 90, "unit": "mL/min/{1.73_m2}"}],
        "medicines": ["gabapentin"], "complete": ["symptoms", "history", "medicines"]});
    assert!(list(&assessed(&whole)["precautions"]).iter().all(|own| own["taken"] == false));
}

/// Somebody with restless legs to whom everything is offered that can be.
fn with(more: &Value) -> Value {
    let mut made = json!({"age_years": 60, "sex": "male",
        "labs": [{"analyte": "ferritin", "value": 60, "unit": "ng/mL"}, {"analyte": "tsat", "value": 22, "unit": "%"},
            {"analyte": "egfr", "value": 90, "unit": "mL/min/{1.73_m2}"}, {"analyte": "haemoglobin", "value": 140, "unit": "g/L"}],
        "symptoms": {"urge_to_move": true, "worse_at_rest": true, "relieved_by_movement": true, "worse_in_evening": true,
            "mimics": "ruled_out", "times_per_week": 7, "distress": "severe", "impairment": true, "duration_months": 12},
        "medicines": [], "complete": ["symptoms", "history", "medicines"]});
    for (key, value) in more.as_object().unwrap() {
        made[key] = value.clone();
    }
    made
}

fn withheld<'g>(got: &'g Value, action: &str, direction: &str) -> Vec<&'g Value> {
    let recommended = list(&got["recommendations"]).iter();
    recommended
        .filter(|own| own["action"] == action && own["direction"] == direction)
        .map(|own| &own["withheld"])
        .collect()
}

#[test]
fn a_stop_withholds_what_it_speaks_of_and_says_why() {
    for (more, action, id) in [
        (json!({"history": {"untreated_osa": true}}), "opioids", "opi-01"),
        (json!({"medicines": ["clonazepam"]}), "opioids", "opi-03"),
        (json!({"history": {"psychosis": true}}), "pramipexole", "dop-04"),
        (json!({"history": {"bipolar_disorder": true}}), "ropinirole", "dop-04b"),
        (json!({"history": {"impulse_control_disorder": true}}), "rotigotine", "dop-03"),
        (json!({"history": {"sulfite_allergy": true}}), "rotigotine", "dop-17"),
    ] {
        let got = assessed(&with(&more));
        let own = withheld(&got, action, "for");
        assert!(!own.is_empty(), "{action} is not recommended at all");
        assert!(own.iter().all(|why| list(why).contains(&json!(id))), "{id}: {own:?}");
        let entries = said(&got, id);
        assert!(entries.iter().any(|entry| entry["concerns"] == action && entry["certain"] == true), "{id}");
        // Without it nothing is withheld by it.
        assert!(
            withheld(&assessed(&with(&json!({}))), action, "for").iter().all(|why| why.is_null()),
            "{action}"
        );
    }
}

#[test]
fn pregabalin_is_kept_back_in_the_first_trimester_alone() {
    let pregnant =
        |trimester: u8| with(&json!({"age_years": 30, "sex": "female", "history": {"trimester": trimester}}));
    for (trimester, kept) in [(1, true), (2, false)] {
        let got = assessed(&pregnant(trimester));
        let own = withheld(&got, "pregabalin", "for");
        assert!(own.iter().all(|why| list(why).contains(&json!("gab-12")) == kept), "{trimester}: {own:?}");
    }
}

#[test]
fn nobody_is_told_against_the_medicine_of_parkinsons_disease() {
    let got =
        assessed(&with(&json!({"medicines": [{"name": "levodopa", "indication": "parkinsons_disease"}]})));
    let own = withheld(&got, "levodopa", "against");
    assert!(!own.is_empty() && own.iter().all(|why| list(why).contains(&json!("dop-01"))), "{own:?}");
    assert_eq!(got["precautions"][0]["severity"], "urgent");
    let without = assessed(&with(&json!({"medicines": ["levodopa"]})));
    assert!(withheld(&without, "levodopa", "against").iter().all(|why| why.is_null()));
}

/// Every piece of the file, with whatever is recommended there: no stop is certain of what is offered.
#[test]
fn no_stop_is_certain_of_what_is_offered() {
    let mut offered = 0;
    for line in FILE.lines().skip(1) {
        let [_, medicine, state, on, _] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let base = with(&json!({}));
        let mut made = patient(on, medicine, state);
        for key in ["symptoms", "labs"] {
            match (&mut made[key], &base[key]) {
                (Value::Object(own), Value::Object(more)) => {
                    // Examined one by one, the mimics are not told as a whole.
                    let by_one = own.contains_key("mimic_akathisia");
                    for (key, value) in more.iter().filter(|(key, _)| !by_one || *key != "mimics") {
                        own.entry(key.clone()).or_insert_with(|| value.clone());
                    }
                }
                (own @ Value::Null, more) => *own = more.clone(),
                _ => {}
            }
        }
        let got = assessed(&made);
        for entry in list(&got["precautions"]) {
            let stop = entry["severity"] == "stop" && entry["certain"] == true && entry["taken"] == false;
            if stop
                && find(entry["id"].as_str().unwrap())
                    .unwrap()
                    .actions
                    .contains(&entry["concerns"].as_str().unwrap())
            {
                let action = entry["concerns"].as_str().unwrap();
                let own = withheld(&got, action, "for");
                assert!(
                    own.iter().all(|why| !why.is_null()),
                    "{action} is offered past {}: {line}",
                    entry["id"]
                );
                offered += 1;
            }
        }
    }
    assert!(offered > 20, "{offered}");
}

#[test]
fn urgent_first_and_texts_end_where_they_should() {
    let got = assessed(&with(
        &json!({"medicines": ["gabapentin", "oxycodone", "clonazepam"], "history": {"dialysis": true},
        "symptoms": {"confusion": true}}),
    ));
    let severities: Vec<usize> = list(&got["precautions"])
        .iter()
        .map(|own| Severity::ALL.iter().position(|one| own["severity"] == one.code()).unwrap())
        .collect();
    assert!(severities.is_sorted() && severities.len() > 5, "{severities:?}");
    for id in ["gab-06", "gab-07", "gab-09", "opi-03"] {
        assert!(said(&got, id).iter().all(|own| own["severity"] == "urgent" && own["taken"] == true), "{id}");
    }
    for entry in list(&got["precautions"]) {
        assert!(list(&entry["sources"]).iter().all(|id| source::find(id.as_str().unwrap()).is_some()));
    }
}

#[test]
fn rows_are_exported_and_cannot_be_changed_by_a_book() {
    let text = RuleBook::of(&Knowledge::builtin()).to_json();
    let mut book: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(list(&book["precautions"]).len(), precautions().count());
    let own = RuleBook::from_json(&text).unwrap().compile().unwrap();
    assert_eq!(own.hash(), Knowledge::builtin().hash());
    book["precautions"][0]["says"] = json!("Nothing to mind.");
    let changed = RuleBook::from_json(&book.to_string()).unwrap();
    assert!(changed.compile().unwrap_err().to_string().contains("gab-01"));
}

#[test]
fn acts_are_exported_and_cannot_be_changed_by_a_book() {
    let text = RuleBook::of(&Knowledge::builtin()).to_json();
    let book: Value = serde_json::from_str(&text).unwrap();
    let first = &book["acts"][0];
    assert_eq!(first["act"], "b12_treat_now");
    assert!(first["need"].is_object() && !list(&first["said_by"]).is_empty());
    assert!(list(&book["asks"]).iter().any(|ask| ask["topic"] == "pregnancy"));
    for (place, key) in [("acts", "text"), ("asks", "short")] {
        let mut book = book.clone();
        book[place][0][key] = json!("Nothing to do.");
        let changed = RuleBook::from_json(&book.to_string()).unwrap();
        let error = changed.compile().unwrap_err().to_string();
        assert!(error.contains("not so in this version"), "{error}");
    }
}

#[test]
fn what_rests_on_weak_evidence_alone_never_leads() {
    let got = assessed(&with(&json!({"medicines": ["atenolol", "levothyroxine", "mirtazapine"],
        "symptoms": {"urge_to_move": true, "worse_at_rest": true, "relieved_by_movement": true,
            "worse_in_evening": true, "mimics": "ruled_out"}})));
    let acts = list(&got["acts"]);
    let kind = |act: &str| acts.iter().find(|own| own["act"] == act).map(|own| own["kind"].clone());
    assert_eq!(kind("review:mirtazapine"), Some(json!("review")));
    for weak in ["review:atenolol", "review:levothyroxine"] {
        assert_eq!(kind(weak), Some(json!("mind")), "{weak}");
        let own = acts.iter().find(|own| own["act"] == weak).unwrap();
        assert_eq!(own["guidelines"], json!([]), "{weak}: no guideline names it");
    }
}
