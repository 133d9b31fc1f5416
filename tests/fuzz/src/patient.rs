//! A patient in JSON: read, assessed and shown in every way, or refused with reasons.

use std::sync::OnceLock;

use ekbom::assess::intake::{Policy, Uncertainty};
use ekbom::assess::{assess_with, trace};
use ekbom::exchange::rules::RuleBook;
use ekbom::{Assessment, Patient, assess};
use ekbom_report::text::Layout;
use ekbom_report::{Report, html};
use serde_json::{Value, json};

use crate::{knowledge, refused, whole};

pub fn check(data: &[u8]) {
    let patient = match Patient::from_json_bytes(data) {
        Ok(patient) => patient,
        Err(errors) => return refused(&errors),
    };
    let assessment = assess(knowledge(), &patient);
    let made = assessment.to_json();
    whole(&made);
    // One of the other ways in turn: all of them at once would be slow.
    let turn = data.iter().fold(0u8, |sum, byte| sum.wrapping_mul(31).wrapping_add(*byte));
    match turn % 6 {
        0 => {
            let again = Patient::from_json_bytes(data).unwrap();
            assert_eq!(made, assess(knowledge(), &again).to_json());
        }
        1 => {
            for uncertainty in Uncertainty::ALL {
                let policy = Policy::default().with_uncertainty(*uncertainty);
                let other = assess_with(knowledge(), &patient, &policy);
                whole(&other.to_json());
                // A result that stands for more values never makes an answer surer.
                less_sure(&assessment, &other, |_, _| false, data);
            }
        }
        2 => {
            let mut traced = assess(knowledge(), &patient);
            traced.trace = Some(trace(knowledge(), &patient, &Policy::default()));
            whole(&traced.to_json());
        }
        3 => {
            let report = Report::of(&assessment, knowledge()).unwrap();
            for (width, all) in [(Layout::NARROWEST, true), (Layout::WIDEST, false)] {
                assert!(!report.lines(Layout { width, all }).is_empty());
            }
        }
        4 => {
            let page = html::page(&assessment, knowledge(), &[]).unwrap();
            assert!(page.trim_end().ends_with("</html>"));
            assert!(!page.contains("<script>alert"));
        }
        _ => left_out(data, turn),
    }
}

/// No answer of `with` is impossible in `without`.
fn less_sure(with: &Assessment, without: &Assessment, excepted: impl Fn(&str, &str) -> bool, data: &[u8]) {
    for (one, two) in with.positions.iter().zip(&without.positions) {
        if !excepted(&one.question, &one.guideline) {
            assert!(
                one.possible.iter().all(|code| two.possible.contains(code)),
                "{one:?}\n{two:?}\n{}",
                String::from_utf8_lossy(data)
            );
        }
    }
}

/// Leaving a result or an item out never makes an answer surer, unless the table asks whether it was reported.
fn left_out(data: &[u8], turn: u8) {
    let Ok(mut patient) = serde_json::from_slice::<Value>(data) else { return };
    // What is unmentioned is absent in a complete group, by the caller's own word.
    patient["complete"] = json!([]);
    let read = |patient: &Value| Patient::from_json(&patient.to_string()).ok();
    let mut candidates: Vec<(String, Value)> = Vec::new();
    let labs = patient["labs"].as_array().cloned().unwrap_or_default();
    for (place, lab) in labs.iter().enumerate() {
        let analyte = lab["analyte"].as_str().unwrap_or_default();
        // An older result would take its place, and a computed saturation that of a reported one: other facts.
        let alone = labs.iter().filter(|other| other["analyte"] == analyte).count() == 1;
        let computed = analyte == "tsat" && labs.iter().any(|other| other["analyte"] == "iron");
        if alone && !computed {
            let mut other = patient.clone();
            if let Some(labs) = other["labs"].as_array_mut() {
                labs.remove(place);
            }
            candidates.push((analyte.to_owned(), other));
        }
    }
    for group in ["symptoms", "history"] {
        for key in patient[group].as_object().into_iter().flat_map(|own| own.keys()) {
            let mut other = patient.clone();
            if let Some(items) = other[group].as_object_mut() {
                items.remove(key);
            }
            candidates.push((key.clone(), other));
        }
    }
    if candidates.is_empty() {
        return;
    }
    let (key, other) = candidates.swap_remove(usize::from(turn) / 6 % candidates.len());
    let (Some(with), Some(without)) = (read(&patient), read(&other)) else { return };
    let (with, without) = (assess(knowledge(), &with), assess(knowledge(), &without));
    less_sure(&with, &without, |question, guideline| asks_how_reported(question, guideline, &key), data);
}

fn asks_how_reported(question: &str, guideline: &str, fact: &str) -> bool {
    static BOOK: OnceLock<Value> = OnceLock::new();
    let book = BOOK.get_or_init(|| serde_json::from_str(&RuleBook::of(knowledge()).to_json()).unwrap());
    let mut tables = book["tables"].as_array().unwrap().iter();
    let table = tables.find(|own| own["question"] == question && own["guideline"] == guideline);
    table.is_some_and(|table| table["rules"].as_array().unwrap().iter().any(|rule| asks(&rule["when"], fact)))
}

fn asks(condition: &Value, fact: &str) -> bool {
    if let Some(other) = condition.get("answer_of") {
        let text = |key: &str| other[key].as_str().unwrap_or_default();
        return asks_how_reported(text("question"), text("guideline"), fact);
    }
    let parts = ["all", "any"].into_iter().filter_map(|key| condition.get(key)?.as_array()).flatten();
    condition.get("not").into_iter().chain(parts).any(|part| asks(part, fact))
        || (condition["fact"] == fact
            && ["reported", "against_laboratory_limits"].iter().any(|key| condition.get(key).is_some()))
}
