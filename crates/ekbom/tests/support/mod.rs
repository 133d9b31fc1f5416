//! The vectors of `tests/vectors`, and how one of them is checked. Everything is compared as JSON, as a runner in any
//! other language would.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use ekbom::{Knowledge, Patient, assess};
use serde_json::Value;

/// The version of the format that this runner reads.
pub(crate) const VERSION: &str = "1";

/// Where the vector files are.
pub(crate) fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors"))
}

/// The topics there are files of, sorted.
pub(crate) fn topics() -> BTreeSet<String> {
    let files = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    files
        .filter(|path| path.extension().is_some_and(|kind| kind == "json"))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .filter(|name| name != "schema")
        .collect()
}

/// The vectors of one topic.
pub(crate) fn vectors(topic: &str) -> Vec<Value> {
    let text = fs::read_to_string(folder().join(format!("{topic}.json"))).unwrap();
    let file: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(file["vectors_version"], VERSION, "{topic}: another version of the format");
    assert_eq!(file["topic"], topic);
    list(&file["vectors"]).to_vec()
}

/// The patient as text: `patient` written as JSON, or `patient_text` as it stands (what is no JSON object, or has a
/// key twice).
pub(crate) fn patient_text(vector: &Value) -> String {
    vector["patient_text"].as_str().map_or_else(|| vector["patient"].to_string(), str::to_owned)
}

/// What the library says: an assessment, or `{"errors": [...]}`.
pub(crate) fn answer(knowledge: &Knowledge, vector: &Value) -> Value {
    match Patient::from_json(&patient_text(vector)) {
        Ok(patient) => serde_json::from_str(&assess(knowledge, &patient).to_json()).unwrap(),
        Err(errors) => serde_json::to_value(errors).unwrap(),
    }
}

/// Every difference between what a vector expects and what the library says.
pub(crate) fn differences(expect: &Value, got: &Value) -> Vec<String> {
    let mut out = Vec::new();
    let refused = got.get("errors").is_some();
    if expect.get("errors").is_some() != refused {
        out.push(match refused {
            true => format!("refused: {}", got["errors"]),
            false => "accepted, and should be refused".to_owned(),
        });
        return out;
    }
    for (key, wanted) in expect.as_object().unwrap() {
        match key.as_str() {
            "errors" => errors(wanted, &got["errors"], &mut out),
            "positions" => by_position(key, wanted, got, "possible", same_set, &mut out),
            "needs" => by_position(key, wanted, got, "needs", same_set, &mut out),
            "rules" => by_position(key, wanted, got, "rules", same_set, &mut out),
            "no_positions" => none_in(key, wanted, &names(got), &mut out),
            "flags" => by_position(key, wanted, got, "flags", contains, &mut out),
            "no_flags" => by_position(key, wanted, got, "flags", disjoint, &mut out),
            "alerts" => all_in(key, wanted, &codes(&got["alerts"], "code"), &mut out),
            "no_alerts" => none_in(key, wanted, &codes(&got["alerts"], "code"), &mut out),
            "acts" => all_in(key, wanted, &codes(&got["acts"], "act"), &mut out),
            "no_acts" => none_in(key, wanted, &codes(&got["acts"], "act"), &mut out),
            "claims" => all_in(key, wanted, &strings(&got["claims"]), &mut out),
            "no_claims" => none_in(key, wanted, &strings(&got["claims"]), &mut out),
            "disagreements" => all_in(key, wanted, &codes(&got["disagreements"], "question"), &mut out),
            "no_disagreements" => none_in(key, wanted, &codes(&got["disagreements"], "question"), &mut out),
            "recommendations" => recommendations(wanted, &got["recommendations"], &mut out),
            "no_recommendations" => none_in(key, wanted, &actions(&got["recommendations"]), &mut out),
            "recommendation_order" => order(wanted, &got["recommendations"], &mut out),
            "next_tests" => next_tests(wanted, &got["next_tests"], &mut out),
            "derived" => derived(wanted, &got["derived"], &mut out),
            _ => out.push(format!("unknown key `{key}` in `expect`")),
        }
    }
    out
}

/// Every `question@guideline`.
fn names(got: &Value) -> BTreeSet<String> {
    let name = |item: &Value| {
        format!("{}@{}", item["question"].as_str().unwrap(), item["guideline"].as_str().unwrap())
    };
    list(&got["positions"]).iter().map(name).collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn strings(value: &Value) -> BTreeSet<String> {
    list(value).iter().map(|item| item.as_str().unwrap().to_owned()).collect()
}

fn codes(items: &Value, key: &str) -> BTreeSet<String> {
    list(items).iter().map(|item| item[key].as_str().unwrap().to_owned()).collect()
}

type Compare = fn(&BTreeSet<String>, &BTreeSet<String>) -> bool;

fn same_set(wanted: &BTreeSet<String>, got: &BTreeSet<String>) -> bool {
    wanted == got
}

fn contains(wanted: &BTreeSet<String>, got: &BTreeSet<String>) -> bool {
    wanted.is_subset(got)
}

fn disjoint(unwanted: &BTreeSet<String>, got: &BTreeSet<String>) -> bool {
    unwanted.is_disjoint(got)
}

/// One expectation for each `question@guideline`.
fn by_position(key: &str, wanted: &Value, got: &Value, part: &str, compare: Compare, out: &mut Vec<String>) {
    for (name, wanted) in wanted.as_object().unwrap() {
        let own = |item: &&Value| {
            let (question, guideline) = (item["question"].as_str(), item["guideline"].as_str());
            question.zip(guideline).is_some_and(|(question, by)| format!("{question}@{by}") == *name)
        };
        let Some(position) = list(&got["positions"]).iter().find(own) else {
            out.push(format!("{key}: there is no position {name}"));
            continue;
        };
        let (wanted, got) = (strings(wanted), strings(&position[part]));
        if !compare(&wanted, &got) {
            out.push(format!("{key} of {name}: wanted {wanted:?}, got {got:?}"));
        }
    }
}

fn all_in(key: &str, wanted: &Value, got: &BTreeSet<String>, out: &mut Vec<String>) {
    let missing: Vec<String> = strings(wanted).difference(got).cloned().collect();
    if !missing.is_empty() {
        out.push(format!("{key}: {missing:?} not among {got:?}"));
    }
}

fn none_in(key: &str, unwanted: &Value, got: &BTreeSet<String>, out: &mut Vec<String>) {
    let present: Vec<String> = strings(unwanted).intersection(got).cloned().collect();
    if !present.is_empty() {
        out.push(format!("{key}: {present:?} are there"));
    }
}

/// Every `action` and every `action@guideline` recommended.
fn actions(items: &Value) -> BTreeSet<String> {
    let text = |item: &Value, key: &str| item[key].as_str().unwrap().to_owned();
    list(items)
        .iter()
        .flat_map(|item| {
            let action = text(item, "action");
            [format!("{action}@{}", text(item, "guideline")), action]
        })
        .collect()
}

fn unknown_keys(what: &str, item: &Value, known: &[&str], out: &mut Vec<String>) {
    for key in item.as_object().unwrap().keys().filter(|key| !known.contains(&key.as_str())) {
        out.push(format!("unknown key `{key}` in `{what}`"));
    }
}

fn recommendations(wanted: &Value, got: &Value, out: &mut Vec<String>) {
    for item in list(wanted) {
        let known = ["action", "guideline", "direction", "strength", "withheld", "cautions"];
        unknown_keys("recommendations", item, &known, out);
        let name = format!("{}@{} {}", item["action"], item["guideline"], item["direction"]);
        let same =
            |own: &&Value| ["action", "guideline", "direction"].iter().all(|key| own[*key] == item[*key]);
        let Some(own) = list(got).iter().find(same) else {
            out.push(format!("recommendations: no {name} among {:?}", actions(got)));
            continue;
        };
        if item.get("strength").is_some_and(|strength| *strength != own["strength"]) {
            out.push(format!("{name}: strength {}, got {}", item["strength"], own["strength"]));
        }
        if let Some(withheld) = item.get("withheld") {
            if withheld.is_null() != own["withheld"].is_null()
                || strings(withheld) != strings(&own["withheld"])
            {
                out.push(format!("{name}: withheld {withheld}, got {}", own["withheld"]));
            }
        }
        if item.get("cautions").is_some() {
            all_in(&format!("{name}: cautions"), &item["cautions"], &strings(&own["cautions"]), out);
        }
    }
}

/// The first recommendation of each action stands in this order.
fn order(wanted: &Value, got: &Value, out: &mut Vec<String>) {
    let place = |action: &Value| list(got).iter().position(|own| own["action"] == *action);
    let places: Vec<Option<usize>> = list(wanted).iter().map(place).collect();
    if places.iter().any(Option::is_none) || !places.is_sorted() {
        out.push(format!("recommendation_order: {wanted} stand at {places:?}"));
    }
}

fn next_tests(wanted: &Value, got: &Value, out: &mut Vec<String>) {
    for item in list(wanted) {
        unknown_keys("next_tests", item, &["test", "could_change", "instructions"], out);
        let Some(own) = list(got).iter().find(|own| own["test"] == item["test"]) else {
            out.push(format!("next_tests: no {} among {:?}", item["test"], codes(got, "test")));
            continue;
        };
        for key in ["could_change", "instructions"] {
            if item.get(key).is_some() {
                all_in(&format!("{} {key}", item["test"]), &item[key], &strings(&own[key]), out);
            }
        }
    }
}

fn derived(wanted: &Value, got: &Value, out: &mut Vec<String>) {
    for item in list(wanted) {
        unknown_keys("derived", item, &["fact", "value", "low", "high", "tolerance", "if_sex", "from"], out);
        let same = |own: &&Value| own["fact"] == item["fact"] && own["if_sex"] == item["if_sex"];
        let Some(own) = list(got).iter().find(same) else {
            out.push(format!("derived: no {} among {:?}", item["fact"], codes(got, "fact")));
            continue;
        };
        let tolerance = item["tolerance"].as_f64().unwrap();
        for key in ["value", "low", "high"] {
            let Some(wanted) = item.get(key).and_then(Value::as_f64) else { continue };
            if own[key].as_f64().is_none_or(|got| (got - wanted).abs() > tolerance) {
                out.push(format!(
                    "derived {} {key}: wanted {wanted} within {tolerance}, got {own}",
                    item["fact"]
                ));
            }
        }
        if item.get("from").is_some() && strings(&item["from"]) != strings(&own["from"]) {
            out.push(format!("derived {}: from {}, got {}", item["fact"], item["from"], own["from"]));
        }
    }
}

/// All of them, in this order.
fn errors(wanted: &Value, got: &Value, out: &mut Vec<String>) {
    if list(wanted).len() != list(got).len() {
        out.push(format!("{} errors wanted, got {got}", list(wanted).len()));
        return;
    }
    for (item, own) in list(wanted).iter().zip(list(got)) {
        unknown_keys("errors", item, &["field", "accepted", "message", "value"], out);
        for key in ["field", "value"] {
            if item.get(key).is_some_and(|wanted| *wanted != own[key]) {
                out.push(format!("error {key}: wanted {}, got {own}", item[key]));
            }
        }
        if item.get("accepted").is_some() {
            all_in("accepted", &item["accepted"], &strings(&own["accepted"]), out);
        }
        if let Some(part) = item["message"].as_str() {
            if !own["message"].as_str().is_some_and(|message| message.contains(part)) {
                out.push(format!("error message: wanted `{part}` in {own}"));
            }
        }
    }
}
