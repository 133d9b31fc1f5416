//! Knowledge of one's own: own tables, and limits changed by name.
#![expect(clippy::unwrap_used, reason = "tests")]

use ekbom::assess::Position;
use ekbom::exchange::rules::RuleBook;
use ekbom::fact::Fact;
use ekbom::knowledge::{Knowledge, KnowledgeBuilder, KnowledgeError};

use ekbom::{Patient, assess};

const NAME: &str = "aasm-2025/iron.therapy/stores-low";
const HOSPITAL: &str = include_str!("../examples/hospital.json");

fn patient(ferritin: f64) -> Patient {
    Patient::from_json(&format!(
        r#"{{"age_years": 58, "sex": "female", "complete": ["history"],
            "labs": [{{"analyte": "ferritin", "value": {ferritin}, "unit": "ng/mL"}},
                     {{"analyte": "tsat", "value": 25, "unit": "%"}}]}}"#
    ))
    .unwrap()
}

fn iron(knowledge: &Knowledge, guideline: &str, ferritin: f64) -> Vec<&'static str> {
    let assessment = assess(knowledge, &patient(ferritin));
    let own = |place: &&Position<'_>| place.question == "iron.therapy" && place.guideline == guideline;
    assessment.positions.iter().find(own).unwrap().possible.clone()
}

#[test]
fn the_built_in_knowledge_is_made_once_and_shared() {
    const fn shared<T: Send + Sync + Clone + 'static>() {}
    shared::<Knowledge>();
    let (one, other) = (Knowledge::builtin(), Knowledge::builtin());
    assert!(std::ptr::eq(one.tables(), other.tables()));
    assert!(one.changes().is_empty());
    // Built without a change it is the same knowledge.
    assert_eq!(Knowledge::builder().build().unwrap().hash(), one.hash());
}

#[test]
fn a_limit_is_changed_by_name() {
    let own = Knowledge::builder().with_limit(NAME, Fact::Ferritin, 50.0).build().unwrap();
    for (ferritin, same) in [(50.0, true), (50.1, false), (75.0, false), (75.1, true), (40.0, true)] {
        let answers = iron(&own, "aasm-2025", ferritin) == iron(&Knowledge::builtin(), "aasm-2025", ferritin);
        assert_eq!(answers, same, "{ferritin}");
    }
    assert_ne!(own.hash(), Knowledge::builtin().hash());
    let json = serde_json::to_value(assess(&own, &patient(60.0))).unwrap();
    assert_eq!(
        json["changes"],
        serde_json::json!([{"rule": NAME, "fact": "ferritin", "from": 75, "to": 50}])
    );
    let plain = serde_json::to_value(assess(&Knowledge::builtin(), &patient(60.0))).unwrap();
    assert_eq!(plain["changes"], serde_json::json!([]));
    // The book of it is read back to the same rules.
    let book = RuleBook::from_json(&RuleBook::of(&own).to_json()).unwrap();
    assert_eq!(book.compile().unwrap().hash(), own.hash());
    // Back again is where it was, with both changes told.
    let back = own.to_builder().with_limit(NAME, Fact::Ferritin, 75.0).build().unwrap();
    assert_eq!((back.hash(), back.changes().len()), (Knowledge::builtin().hash(), 2));
}

/// Whoever asks another table asks it as changed: compiled from the changed rules, it is what a book of them gives.
#[test]
fn tables_that_ask_a_changed_one_change_with_it() {
    let builtin = Knowledge::builtin();
    let limits = builtin.tables().iter().flat_map(|table| &table.rules).filter_map(|rule| {
        let own = Knowledge::builder().with_only_limit(&rule.id, 17.0).build().ok()?;
        Some((rule.id.clone(), own))
    });
    let mut tried = 0;
    for (id, own) in limits.step_by(25) {
        let book = RuleBook::from_json(&RuleBook::of(&own).to_json()).unwrap().compile().unwrap();
        for (table, read) in own.tables().iter().zip(book.tables()) {
            assert_eq!(table.rules, read.rules, "{id}: {}", table.name());
        }
        tried += 1;
    }
    assert!(tried > 2, "{tried}");
}

#[test]
fn what_is_wrong_is_said() {
    let error = |builder: KnowledgeBuilder| builder.build().unwrap_err();
    let from = Knowledge::builder;
    let unknown = error(from().with_limit("aasm-2025/iron.therapy/stores-lwo", Fact::Ferritin, 50.0));
    assert_eq!(
        unknown,
        KnowledgeError::UnknownRule {
            rule: "aasm-2025/iron.therapy/stores-lwo".to_owned(),
            near: Some(NAME.to_owned())
        }
    );
    let missing = error(from().with_limit(NAME, Fact::Tsat, 50.0));
    assert!(matches!(missing, KnowledgeError::NoLimit { .. }), "{missing}");
    for value in [0.0, -1.0, f64::NAN, f64::INFINITY, 1e9] {
        let wrong = error(from().with_limit(NAME, Fact::Ferritin, value));
        assert!(matches!(wrong, KnowledgeError::OutOfRange { .. }), "{wrong}");
    }
    let book = RuleBook::from_json(HOSPITAL).unwrap();
    let twice = error(from().rules(&book).rules(&book));
    assert!(twice.to_string().contains("two tables `iron.therapy@st-elsewhere-2026`"), "{twice}");
}

#[test]
fn an_own_guideline_stands_beside_the_others_and_disagrees() {
    let book = RuleBook::from_json(HOSPITAL).unwrap();
    let own = Knowledge::builder().rules(&book).build().unwrap();
    assert_eq!(iron(&own, "st-elsewhere-2026", 90.0), ["oral"]);
    let assessment = assess(&own, &patient(90.0));
    let iron = assessment.disagreements.iter().find(|own| own.question == "iron.therapy").unwrap();
    assert!(serde_json::to_string(iron).unwrap().contains("st-elsewhere-2026"));
    // Its question's tables still stand together.
    let places: Vec<usize> = (0..)
        .zip(own.tables())
        .filter(|(_, own)| own.question.id == "iron.therapy")
        .map(|(i, _)| i)
        .collect();
    assert!(places.windows(2).all(|two| two[1] == two[0] + 1));
    // A selection.
    let few =
        Knowledge::builder().only(|table| table.question.id == "iron.therapy").rules(&book).build().unwrap();
    assert!(few.tables().iter().all(|table| table.question.id == "iron.therapy"));
    let made = assess(&few, &patient(90.0));
    assert!(made.recommendations.iter().filter(|own| own.iron).all(|own| own.withheld.is_some()));
}
