//! Rules as JSON: as text, and as small rule books drawn from the bytes, which compile more often.

use std::sync::OnceLock;

use arbitrary::{Result, Unstructured};
use ekbom::assess::intake::{Policy, intake};
use ekbom::exchange::rules::RuleBook;
use ekbom::fact::{Fact, FactBox, Kind};
use ekbom::logic::engine::{Truth, evaluate};
use ekbom::{Knowledge, Patient, assess};
use serde_json::{Value, json};

use crate::{knowledge, whole};

pub fn check(data: &[u8]) {
    match data.iter().find(|byte| !byte.is_ascii_whitespace()) {
        Some(b'{') => {
            if let Ok(text) = std::str::from_utf8(data) {
                book(text, None);
            }
        }
        Some(_) => {
            let mut bytes = Unstructured::new(data);
            if let Ok((made, patient)) = drawn(&mut bytes) {
                book(&made.to_string(), Some(&patient));
            }
        }
        None => {}
    }
}

fn book(text: &str, patient: Option<&Value>) {
    let book = match RuleBook::from_json(text) {
        Ok(book) => book,
        Err(error) => return assert!(!error.to_string().is_empty()),
    };
    assert!(book.difference(&book).changes.is_empty());
    let changed = serde_json::to_string(&builtin().difference(&book)).unwrap();
    assert!(changed.contains("changes"));
    let made = match book.compile() {
        Ok(made) => made,
        Err(error) => return assert!(!error.to_string().is_empty()),
    };
    // Out and in again: the same rules.
    let again = RuleBook::from_json(&RuleBook::of(&made).to_json()).unwrap().compile().unwrap();
    assert_eq!(made.hash(), again.hash());
    let nobody = json!({});
    for json in [&nobody, patient.unwrap_or(&nobody)] {
        if let Ok(patient) = Patient::from_json(&json.to_string()) {
            answers(&made, &patient);
        }
    }
}

fn builtin() -> &'static RuleBook {
    static BOOK: OnceLock<RuleBook> = OnceLock::new();
    BOOK.get_or_init(|| RuleBook::of(knowledge()))
}

/// The diagram leaves no more than the rules themselves leave, and always something.
fn answers(made: &Knowledge, patient: &Patient) {
    let facts: FactBox = intake(patient, &Policy::default()).facts;
    for table in made.tables() {
        let possible = table.ask(&facts);
        let mut by_hand = Vec::new();
        for rule in &table.rules {
            let truth: Truth<bool> = evaluate(&rule.when, &facts);
            if !truth.no {
                by_hand.extend(rule.answers.indices());
            }
            if truth.yes {
                break;
            }
        }
        assert!(possible.indices().count() > 0);
        assert!(possible.indices().all(|code| by_hand.contains(&code)), "{}", table.name());
        table.needs(&facts);
    }
    whole(&assess(made, patient).to_json());
}

/// A rule book of one to four tables, and a patient.
fn drawn(bytes: &mut Unstructured<'_>) -> Result<(Value, Value)> {
    let questions: Vec<_> = ekbom::knowledge::question::all().collect();
    let mut tables: Vec<Value> = Vec::new();
    let few: Vec<Fact> =
        (0..bytes.int_in_range(1..=8)?).map(|_| bytes.choose(Fact::ALL).copied()).collect::<Result<_>>()?;
    for place in 0..bytes.int_in_range(1..=4)? {
        let question = bytes.choose(&questions)?;
        let codes: Vec<&str> = question.answers.iter().map(|answer| answer.code).collect();
        let last = bytes.int_in_range(0..=6)?;
        let mut rules = Vec::new();
        for at in 0..=last {
            let always = at == last && !bytes.ratio(1u8, 10u8)?;
            let when = if always { json!({"always": true}) } else { condition(bytes, &few, &tables, 4)? };
            let mut answers = vec![*bytes.choose(&codes)?];
            if bytes.ratio(1u8, 6u8)? {
                answers.push(bytes.choose(&codes)?);
            }
            let flags = match bytes.ratio(1u8, 8u8)? {
                true => json!([{"code": "drawn", "unless": condition(bytes, &few, &tables, 2)?}]),
                false => json!([]),
            };
            rules.push(
                json!({"id": format!("drawn-{place}/{}/{at}", question.id), "when": when, "answers": answers,
                "flags": flags, "cites": [], "verification": "derived", "grades": [], "note": ""}),
            );
        }
        tables.push(json!({"question": question.id, "guideline": format!("drawn-{place}"),
            "guideline_title": "", "standing": "current", "rules": rules}));
    }
    let patient = json!({"age_years": bytes.int_in_range(0..=130u8)?,
        "sex": bytes.choose(&["female", "male"])?,
        "labs": [{"analyte": "ferritin", "value": bytes.int_in_range(1..=900u16)?, "unit": "ng/mL"}]});
    let book = json!({"ekbom": "0", "version": "drawn", "hash": "", "tables": tables});
    Ok((book, patient))
}

fn condition(bytes: &mut Unstructured<'_>, few: &[Fact], tables: &[Value], depth: u8) -> Result<Value> {
    if depth > 0 && bytes.ratio(1u8, 2u8)? {
        let parts = (0..bytes.int_in_range(0..=4)?)
            .map(|_| condition(bytes, few, tables, depth - 1))
            .collect::<Result<Vec<_>>>()?;
        return Ok(match (bytes.int_in_range(0..=2u8)?, parts) {
            (0, parts) => json!({"all": parts}),
            (1, parts) => json!({"any": parts}),
            (_, mut parts) => json!({"not": parts.pop().unwrap_or_else(|| json!({"any": []}))}),
        });
    }
    if !tables.is_empty() && bytes.ratio(1u8, 5u8)? {
        let table = bytes.choose(tables)?;
        let rules: Vec<&Value> = table["rules"].as_array().into_iter().flatten().collect();
        let code = &bytes.choose(&rules)?["answers"][0];
        let other = json!({"question": table["question"], "guideline": table["guideline"], "in": [code]});
        return Ok(json!({"answer_of": other}));
    }
    let fact = *bytes.choose(few)?;
    let info = fact.info();
    Ok(match info.kind {
        Kind::Flag | Kind::Choice(_) => json!({"fact": info.id, "is": [bytes.choose(fact.options())?]}),
        Kind::Number { range } | Kind::Measured { range, .. } | Kind::BySex { range } => {
            let share = f64::from(bytes.int_in_range(0..=20u8)?) / 20.0;
            let limit = range.low() + (range.high() - range.low()) * share;
            let key = bytes.choose(&["below", "at_most", "at_least", "above", "reported"])?;
            match *key {
                "reported" => json!({"fact": info.id, "reported": true}),
                key => json!({"fact": info.id, key: limit, "unit": info.unit}),
            }
        }
    })
}
