//! Knowledge of one's own: own tables, and limits changed by name.
#![expect(clippy::unwrap_used, reason = "tests")]

use ekbom::assess::Position;
use ekbom::assess::intake::{Policy, intake};
use ekbom::exchange::rules::RuleBook;
use ekbom::fact::{Fact, FactBox};
use ekbom::knowledge::{Knowledge, KnowledgeBuilder, KnowledgeError, OwnSource};
use ekbom::measure::analyte::{Analyte, AnalyteKind};
use ekbom::patient::Lab;

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

fn iron(knowledge: &Knowledge, guideline: &str, ferritin: f64) -> Vec<ekbom::source::Text> {
    let assessment = assess(knowledge, &patient(ferritin));
    let own = |place: &&Position| place.question == "iron.therapy" && place.guideline == guideline;
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

/// Every analyte can be asked in every unit in which it is reported, and a result that is the limit meets it.
#[test]
fn every_analyte_is_asked_in_every_unit_of_its() {
    let one: serde_json::Value = serde_json::from_str(HOSPITAL).unwrap();
    let mut book = one.clone();
    let tables = book.pointer_mut("/tables").unwrap().as_array_mut().unwrap();
    tables.clear();
    let mut asked = Vec::new();
    for analyte in Analyte::ALL.iter().copied().filter(|own| own.info().kind == AnalyteKind::Quantity) {
        let info = analyte.info();
        let middle = info.confirm.map_or(info.hard.high / 10.0, |own| (own.low.max(0.01) * own.high).sqrt());
        for unit in info.units.iter().map(|own| own.unit) {
            let limit = analyte.convert(middle, info.canonical, unit).unwrap();
            let guideline = format!("hospital-{}", asked.len());
            let mut table: serde_json::Value =
                serde_json::from_str(&one["tables"][0].to_string().replace("st-elsewhere-2026", &guideline))
                    .unwrap();
            table["rules"][0]["when"] =
                serde_json::json!({"fact": analyte.id(), "at_least": limit, "unit": unit.ucum()});
            tables.push(table);
            asked.push((analyte, limit, unit, guideline));
        }
    }
    let book = RuleBook::from_json(&book.to_string()).unwrap();
    let knowledge = Knowledge::builder().only(|_| false).rules(&book).build().unwrap();
    let table = |guideline: &str| knowledge.table("iron.therapy", guideline).unwrap();
    for (analyte, limit, unit, guideline) in &asked {
        let answer = |value: f64| {
            let lab = Lab::new(*analyte, value, *unit).confirmed();
            let patient = Patient::builder().age_years(40.0).lab(lab).build().unwrap();
            let left = table(guideline).ask(&intake(&patient, &Policy::default()).facts);
            table(guideline).question.codes(left).collect::<Vec<_>>()
        };
        assert_eq!(answer(*limit), ["oral"], "{analyte} {limit} {unit}");
        assert_eq!(answer(limit * 0.9), ["not_indicated"], "{analyte} {limit} {unit}");
        assert_eq!(table(guideline).needs(&FactBox::new()), [analyte.fact().unwrap()], "{analyte}");
    }
}

#[test]
fn own_sources_and_flags_are_named_and_none_is_redefined() {
    let protocol = OwnSource::new("ST-ELSEWHERE-2026", "St Elsewhere, protocol").title("Iron").doi("10.0/x");
    let book = RuleBook::from_json(HOSPITAL).unwrap();
    let own =
        Knowledge::builder().rules(&book).source(protocol.clone()).flag("night_shift", "Works at night.");
    let knowledge = own.clone().build().unwrap();
    let made = assess(&knowledge, &patient(90.0));
    let source = made.sources.iter().find(|own| own.id == "ST-ELSEWHERE-2026").unwrap();
    assert_eq!((source.name.as_str(), source.title.as_ref()), ("St Elsewhere, protocol", "Iron"));
    assert_eq!(source.doi.as_deref(), Some("10.0/x"));
    assert_eq!(knowledge.flag("night_shift"), "Works at night.");
    assert_eq!(knowledge.to_builder().build().unwrap().own_sources(), std::slice::from_ref(&protocol));
    for again in [
        own.clone().source(protocol),
        own.clone().flag("night_shift", "x"),
        own.clone().source(OwnSource::new("AASM2025", "x")),
        own.flag("standard_use_only", "x"),
    ] {
        assert!(matches!(again.build(), Err(KnowledgeError::GivenTwice(_))));
    }
}
