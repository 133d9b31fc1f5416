//! Limits on hostile input: what is beyond them is refused in words and in little time, and the page lists them.
#![expect(clippy::unwrap_used, clippy::panic, reason = "in a test a failed unwrap is a failed test")]

use ekbom::exchange::rules::{RuleBook, RuleBookError};
use ekbom::fact::{Fact, YesNo};
use ekbom::logic::engine::Diagram;
use ekbom::logic::table::CompileError;
use ekbom::measure::analyte::Analyte;
use ekbom::measure::unit::Unit;
use ekbom::patient::limits::{
    MOST_BYTES, MOST_FAULTS, MOST_ITEMS, MOST_LABS, MOST_MEDICINES, MOST_NAME, MOST_SHOWN,
};
use ekbom::patient::{Lab, Patient, PatientErrors};
use serde_json::{Value, json};

const PAGE: &str = include_str!("../../../docs/src/hostile-input.md");

fn refused(text: &str) -> PatientErrors {
    Patient::from_json(text).unwrap_err()
}

/// 4194304 as 4,194,304.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let places = digits.char_indices().map(|(place, digit)| {
        let comma = place > 0 && (digits.len() - place) % 3 == 0;
        format!("{}{digit}", if comma { "," } else { "" })
    });
    places.collect()
}

#[test]
fn the_page_says_the_limits() {
    let limits = [
        ("`MOST_BYTES`", MOST_BYTES as u64),
        ("`MOST_LABS`", MOST_LABS as u64),
        ("`MOST_MEDICINES`", MOST_MEDICINES as u64),
        ("`MOST_ITEMS`", MOST_ITEMS as u64),
        ("`MOST_FAULTS`", MOST_FAULTS as u64),
        ("`MOST_NAME`", MOST_NAME as u64),
        ("`MOST_SHOWN`", MOST_SHOWN as u64),
        ("`RuleBook::MOST_BYTES`", RuleBook::MOST_BYTES as u64),
        ("`RuleBook::MOST_TABLES`", RuleBook::MOST_TABLES as u64),
        ("`Diagram::MOST_RULES`", Diagram::MOST_RULES as u64),
        ("`Diagram::MOST_CONDITIONS`", Diagram::MOST_CONDITIONS as u64),
        ("`Diagram::DEEPEST`", Diagram::DEEPEST as u64),
        ("`Diagram::MOST_NODES`", Diagram::MOST_NODES as u64),
        ("`Diagram::MOST_WORK`", Diagram::MOST_WORK),
    ];
    for (name, most) in limits {
        let row = PAGE.lines().find(|line| line.contains(name));
        assert!(
            row.is_some_and(|row| row.contains(&format!(" {} |", grouped(most)))),
            "{name} {most}: {row:?}"
        );
    }
}

#[test]
fn a_long_patient_is_not_read() {
    let fits = format!("{{}}{}", " ".repeat(MOST_BYTES - 2));
    assert!(Patient::from_json(&fits).is_ok());
    let errors = refused(&format!("{fits} "));
    assert_eq!(errors.errors()[0].value(), "more than 4194304 bytes");
    assert_eq!(errors.errors()[0].accepted(), ["at most 4194304 bytes"]);
}

#[test]
fn a_deep_patient_is_not_read() {
    let deep = format!("{}1{}", "[".repeat(200_000), "]".repeat(200_000));
    assert!(refused(&deep).errors()[0].message().contains("recursion limit"));
    assert!(refused(&format!("{{\"labs\": {deep}}}")).errors()[0].message().contains("recursion limit"));
}

#[test]
fn long_lists_are_refused_whole() {
    for (key, item, most) in [
        ("labs", json!({"analyte": "ferritin", "value": 38, "unit": "ng/mL", "days_ago": 1}), MOST_LABS),
        ("medicines", json!("metformin"), MOST_MEDICINES),
        ("complete", json!("history"), MOST_MEDICINES),
        ("include", json!("cb12"), MOST_MEDICINES),
    ] {
        let errors = refused(&json!({key: vec![item; most + 1]}).to_string());
        let error = &errors.errors()[0];
        assert_eq!((error.field(), error.value()), (key, format!("{} entries", most + 1).as_str()));
        assert_eq!(error.accepted(), [format!("at most {most}")]);
    }
}

/// The same for patients that are built rather than read.
#[test]
fn builders_have_the_same_limits() {
    let field = |patient: ekbom::patient::PatientBuilder| {
        patient.build().unwrap_err().errors().iter().map(|error| error.field().to_owned()).collect::<Vec<_>>()
    };
    let lab = || Lab::new(Analyte::Ferritin, 38.0, Unit::NgPerMl);
    let many = 1_000_000;
    assert_eq!(field((0..many).fold(Patient::builder(), |own, _| own.lab(lab()))), ["labs"]);
    assert_eq!(field((0..many).fold(Patient::builder(), |own, _| own.item(YesNo::Crohn, true))), ["items"]);
    assert_eq!(
        field((0..many).fold(Patient::builder(), |own, _| own.number(Fact::IrlsTotal, 3.0))),
        ["items"]
    );
    assert_eq!(field((0..many).fold(Patient::builder(), |own, _| own.medicine_named("dust"))), ["medicines"]);
}

#[test]
fn faults_are_listed_up_to_a_number() {
    let entries: Vec<String> = (0..300_000).map(|at| format!("\"haemochromatosi{at}\":0")).collect();
    let text = format!("{{\"history\": {{{}}}}}", entries.join(","));
    assert!(text.len() > MOST_BYTES);
    let text = format!("{{\"history\": {{{}}}}}", entries[..150_000].join(","));
    let errors = refused(&text);
    assert_eq!(errors.errors().len(), MOST_FAULTS + 1);
    assert_eq!(errors.errors()[MOST_FAULTS].message(), "there are more faults than these 200");
    let exactly = format!("{{\"history\": {{{}}}}}", entries[..MOST_FAULTS].join(","));
    let errors = refused(&exactly);
    assert_eq!(errors.errors().len(), MOST_FAULTS);
    assert!(errors.errors().iter().all(|error| error.field().starts_with("history.")));
}

#[test]
fn what_is_long_is_shown_short() {
    let long = "x".repeat(1_000_000);
    for patient in [
        json!({&long: 1}),
        json!({"history": {&long: true}}),
        json!({"sex": long}),
        json!({"labs": [{"analyte": long}]}),
        json!({"labs": [{"analyte": "ferritin", "value": 38, "unit": long}]}),
        json!({"medicines": [long]}),
    ] {
        for error in refused(&patient.to_string()).errors() {
            let all = [error.field(), error.value(), error.message()];
            assert!(all.iter().all(|text| text.chars().count() < 250), "{error:?}");
        }
    }
}

// --- rules ---

fn table(place: usize, rules: Vec<Value>) -> Value {
    json!({"question": "kidney.stage", "guideline": format!("hostile-{place}"), "guideline_title": "",
           "standing": "current", "rules": rules})
}

fn rule(when: Value) -> Value {
    json!({"id": "hostile", "when": when, "answers": ["g1"], "flags": [], "cites": [], "verification": "derived",
           "grades": [], "note": ""})
}

fn always() -> Value {
    rule(json!({"always": true}))
}

fn compile(tables: Vec<Value>) -> Result<(), RuleBookError> {
    let book = json!({"ekbom": "0", "version": "0", "hash": "", "tables": tables}).to_string();
    RuleBook::from_json(&book)?.compile().map(|_| ())
}

fn why(tables: Vec<Value>) -> CompileError {
    match compile(tables) {
        Err(RuleBookError::Table { error, .. }) => error,
        other => panic!("{other:?}"),
    }
}

fn asks(place: usize) -> Value {
    json!({"answer_of": {"question": "kidney.stage", "guideline": format!("hostile-{place}"), "in": ["g1"]}})
}

#[test]
fn rule_books_have_a_length() {
    let long = " ".repeat(RuleBook::MOST_BYTES + 1);
    assert!(matches!(RuleBook::from_json(&long), Err(RuleBookError::TooMany { what: "bytes", .. })));
    let many = (0..=RuleBook::MOST_TABLES).map(|place| table(place, vec![always()])).collect();
    assert!(matches!(compile(many), Err(RuleBookError::TooMany { what: "tables", .. })));
    let rules = vec![rule(json!({"any": []})); Diagram::MOST_RULES + 1];
    assert!(matches!(
        compile(vec![table(0, rules)]),
        Err(RuleBookError::TooMany { what: "rules of a table", .. })
    ));
    let twice = compile(vec![table(0, vec![always()]), table(0, vec![always()])]);
    assert_eq!(twice, Err(RuleBookError::GivenTwice("kidney.stage@hostile-0".to_owned())));
}

#[test]
fn conditions_are_counted_wherever_they_are_asked() {
    // Each table asks the one before it twice: 2^40 conditions in forty tables.
    let asking = |place: usize| match place {
        0 => json!({"fact": "dialysis", "is": ["yes"]}),
        place => json!({"all": [asks(place - 1), asks(place - 1)]}),
    };
    let tables = (0..40).map(|place| table(place, vec![rule(asking(place)), always()])).collect();
    assert_eq!(why(tables), CompileError::TooManyConditions);
    // A chain of tables, each of which is nested as deep as JSON may be.
    let deep = |place: usize| {
        let first = if place == 0 { json!({"fact": "dialysis", "is": ["yes"]}) } else { asks(place - 1) };
        (0..50).fold(first, |inner, _| json!({"not": inner}))
    };
    let tables = (0..10).map(|place| table(place, vec![rule(deep(place)), always()])).collect();
    assert_eq!(why(tables), CompileError::TooDeep);
    // Many times the same large table: one copy of it, and an end.
    let large: Vec<Value> =
        (0..900).map(|_| rule(json!({"fact": "dialysis", "is": ["yes"]}))).chain([always()]).collect();
    let tables = vec![table(0, large), table(1, vec![rule(json!({"any": vec![asks(0); 10_000]})), always()])];
    assert_eq!(why(tables), CompileError::TooManyConditions);
}

#[test]
fn compiling_comes_to_an_end() {
    let flags: Vec<&str> =
        Fact::ALL.iter().filter(|fact| fact.options() == ["no", "yes"]).map(|fact| fact.id()).collect();
    let yes = |fact: &str| json!({"fact": fact, "is": ["yes"]});
    let (ones, others) = flags[..48].split_at(24);
    // First all that stands on one side of the pairs, so that every set of it has to be remembered.
    let pairs: Vec<Value> =
        ones.iter().zip(others).map(|(one, other)| json!({"all": [yes(one), yes(other)]})).collect();
    let first = rule(json!({"all": ones.iter().map(|one| yes(one)).collect::<Vec<_>>()}));
    let apart = json!({"any": pairs});
    let other = json!({"id": "hostile", "when": apart, "answers": ["g2"], "flags": [], "cites": [],
        "verification": "derived", "grades": [], "note": ""});
    let large = why(vec![table(0, vec![first.clone(), other, always()])]);
    assert!(matches!(large, CompileError::TooLarge | CompileError::TooMuchWork), "{large:?}");
    // True for everybody, but only a proof would see it: no node is ever made, and the sets are as many.
    let everybody = rule(json!({"any": [apart, {"not": apart}]}));
    assert_eq!(why(vec![table(0, vec![first, everybody, always()])]), CompileError::TooMuchWork);
}

/// Every fact there is, one after the other: the deepest diagram, on the small stack of a thread.
#[test]
fn compiling_needs_little_stack() {
    let asked = Fact::ALL.iter().filter(|fact| fact.options() == ["no", "yes"]);
    let mut rules: Vec<Value> = asked.map(|fact| rule(json!({"fact": fact.id(), "is": ["yes"]}))).collect();
    rules
        .push(json!({"id": "hostile", "when": {"always": true}, "answers": ["g2"], "flags": [], "cites": [],
        "verification": "derived", "grades": [], "note": ""}));
    let thread =
        std::thread::Builder::new().stack_size(1 << 20).spawn(move || compile(vec![table(0, rules)]));
    assert_eq!(thread.unwrap().join().unwrap(), Ok(()));
}
