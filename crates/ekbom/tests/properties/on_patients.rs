//! Properties of patients in JSON.

use std::collections::BTreeSet;

use ekbom::assess::intake::Policy;
use ekbom::assess::{ActCertainty, Assume, Assumptions, assess_with};
use ekbom::exchange::rules::RuleBook;
use ekbom::knowledge::question::RlsDiagnosis;
use ekbom::measure::analyte::Analyte;
use ekbom::source::Text;
use ekbom::{AlertCode, Assessment, Guideline, Patient, Question, assess};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::random::patients::{self, HISTORY, LABS, SYMPTOMS};
use crate::random::{Draws, cases, draws};
use crate::{BOOK, BUILTIN};

fn read(patient: &Value) -> Option<Patient> {
    Patient::from_json(&patient.to_string()).ok()
}

fn assessed(patient: &Value) -> Option<Assessment> {
    read(patient).map(|patient| assess(&BUILTIN, &patient))
}

/// Keys that every assessment has.
const KEYS: [&str; 12] = [
    "acts",
    "ekbom",
    "knowledge",
    "positions",
    "disagreements",
    "recommendations",
    "next_tests",
    "alerts",
    "claims",
    "derived",
    "results",
    "sources",
];

fn is_whole(assessment: &Assessment) {
    let json: Value = serde_json::from_str(&assessment.to_json()).unwrap();
    for key in KEYS {
        assert!(json.get(key).is_some(), "`{key}` is missing");
    }
    for position in json["positions"].as_array().unwrap() {
        assert!(!position["possible"].as_array().unwrap().is_empty(), "{position}");
        assert!(!position["rules"].as_array().unwrap().is_empty(), "{position}");
    }
}

/// Does a condition, or another table that it asks, ask whether the fact was reported or against which limits?
fn asks_how_reported(condition: &Value, fact: &str) -> bool {
    if let Some(other) = condition.get("answer_of") {
        let mut tables = BOOK["tables"].as_array().unwrap().iter();
        let table = tables
            .find(|table| table["question"] == other["question"] && table["guideline"] == other["guideline"])
            .unwrap();
        return table_asks_how_reported(table, fact);
    }
    let parts = ["all", "any"].into_iter().filter_map(|key| condition.get(key)?.as_array()).flatten();
    condition.get("not").into_iter().chain(parts).any(|part| asks_how_reported(part, fact))
        || (condition["fact"] == fact
            && ["reported", "against_laboratory_limits"].iter().any(|key| condition.get(key).is_some()))
}

fn table_asks_how_reported(table: &Value, fact: &str) -> bool {
    table["rules"].as_array().unwrap().iter().any(|rule| asks_how_reported(&rule["when"], fact))
}

/// A patient made of anything, under the keys of a patient more often than not.
fn anything() -> impl Strategy<Value = Value> {
    let key = prop_oneof![
        prop::sample::select(vec![
            "age_years",
            "sex",
            "labs",
            "symptoms",
            "history",
            "medicines",
            "complete",
            "include",
            "analyte",
            "value",
            "unit",
            "comparator",
            "days_ago",
            "ref_low",
            "ref_high",
            "confirmed",
            "pregnant",
            "trimester",
            "irls_items",
            "mimics",
            "dialysis",
            "morning",
            "elevation_m",
            "transferrin_factor",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        prop::sample::select(vec![json!(38), json!(-1), json!(1e308), json!(5e-324), json!(131), json!(0)]),
        prop::sample::select(vec![
            "ferritin",
            "ng/mL",
            "female",
            "male",
            "history",
            "<",
            "creatinine",
            "mg/dL",
            "ruled_out",
            "metformin",
            "ifab",
            "positive",
            "ug/L",
            "b12_total",
            "pmol/L",
            "2",
        ])
        .prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((key.clone(), inner), 0..8)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

/// Puts something else in some place of a patient.
fn mutate(patient: &mut Value, draws: &mut Draws, other: Value) {
    let next = match patient {
        Value::Array(items) if !items.is_empty() && !draws.once_in(4) => {
            let place = draws.below(items.len());
            items.get_mut(place)
        }
        Value::Object(entries) if !entries.is_empty() && !draws.once_in(6) => {
            let place = draws.below(entries.len());
            entries.values_mut().nth(place)
        }
        _ => None,
    };
    match next {
        Some(next) => mutate(next, draws, other),
        None => *patient = other,
    }
}

fn survives(text: &str) {
    match Patient::from_json(text) {
        Ok(patient) => is_whole(&assess(&BUILTIN, &patient)),
        Err(errors) => {
            assert!(!errors.errors().is_empty());
            let is_object = serde_json::from_str::<Value>(text).is_ok_and(|value| value.is_object());
            for error in errors.errors() {
                let of_all = !is_object || error.message().starts_with("not JSON");
                // A key that is empty is named by its emptiness.
                let of_empty_key = error.message().starts_with("`` is");
                assert!(of_all || of_empty_key || !error.field().is_empty(), "{error}");
                assert!(!error.message().is_empty());
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(2000))]

    /// Whatever is sent as a patient is read or refused with the field at fault; nothing panics.
    #[test]
    fn no_panic_on_any_json(tree in anything(), text in any::<String>()) {
        survives(&tree.to_string());
        survives(&text);
    }

    /// The same for patients of whom one thing is something else.
    #[test]
    fn no_panic_on_mutated_patients(mut draws in draws(120), other in anything()) {
        let mut patient = patients::random(&mut draws);
        mutate(&mut patient, &mut draws, other);
        survives(&patient.to_string());
    }
}

proptest! {
    #![proptest_config(cases(300))]

    /// Acts stand in order, ten at most but for the urgent; iron never past a stop, and while a stop is possible it says
    /// what to do first; what is certain stays when more is known.
    #[test]
    fn acts_are_in_order_and_never_past_a_stop(mut draws in draws(120)) {
        let mut patient = patients::random(&mut draws);
        let Some(own) = assessed(&patient) else { return Ok(()) };
        prop_assert!(own.acts.is_sorted_by(|one, other| (&one.kind, &one.certainty) <= (&other.kind, &other.certainty)));
        let codes: BTreeSet<&str> = own.acts.iter().map(|act| act.act.as_ref()).collect();
        prop_assert_eq!(codes.len(), own.acts.len());
        prop_assert!(own.acts.iter().filter(|act| !act.kind.known().unwrap().is_never_cut()).count() <= 10);
        let is_stopped = |gives: &str| own.withheld.iter().find(|it| it.gives == gives).unwrap();
        for (code, gives) in [("oral_iron", "oral_iron"), ("iv_iron", "intravenous_iron")] {
            let Some(act) = own.acts.iter().find(|act| act.act == code) else { continue };
            prop_assert!(is_stopped(gives).why.is_empty());
            prop_assert!(!is_stopped(gives).safety_open || !act.blocked_by.is_empty());
            prop_assert!(!act.sources.is_empty());
        }
        if own.acts.len() < 10 {
            let blocking = own.acts.iter().flat_map(|act| &act.blocked_by);
            prop_assert!(blocking.into_iter().all(|code| codes.contains(code.as_ref())));
        }
        for act in &own.acts {
            prop_assert!(!act.text.is_empty() && act.text.ends_with('.'), "{}", act.text);
            prop_assert_eq!(act.certainty == ActCertainty::Usual, !act.assuming.is_empty());
        }
        patient["complete"] = json!(["symptoms", "history", "medicines"]);
        let Some(closed) = assessed(&patient) else { return Ok(()) };
        for act in own.acts.iter().filter(|act| act.certainty == ActCertainty::Certain && act.blocked_by.is_empty()) {
            let group = |code: &str| code.split('_').next().map(str::to_owned);
            let is_need = ["b12_treat_now", "b12_treat", "b12_trial", "oral_iron", "iv_iron"].contains(&act.act.as_ref());
            let stays = closed.acts.iter().any(|it| it.act == act.act || (act.act.starts_with("b12_") && group(&it.act) == group(&act.act)));
            prop_assert!(!is_need || stays || closed.acts.len() >= 10, "{}: {}", act.act, patient);
        }
    }
}

proptest! {
    #![proptest_config(cases(150))]

    /// The usual answers are a part of the possible ones; each assumption named is needed; the safety of iron has none; and
    /// nobody else's answer changes by it.
    #[test]
    fn usual_is_a_part_and_rests_on_what_it_names(mut draws in draws(120)) {
        let patient = patients::random(&mut draws);
        let Some(patient) = read(&patient) else { return Ok(()) };
        let with = |assume| assess_with(&BUILTIN, &patient, &Policy::default().with_assume(assume));
        let (exact, usual) = (with(Assume::None), with(Assume::Usual));
        prop_assert_eq!(&exact.recommendations, &usual.recommendations);
        prop_assert_eq!(&exact.alerts, &usual.alerts);
        prop_assert_eq!(&exact.disagreements, &usual.disagreements);
        for (exact, own) in exact.positions.iter().zip(&usual.positions) {
            prop_assert_eq!(&exact.possible, &own.possible);
            prop_assert_eq!(&exact.needs, &own.needs);
            prop_assert!(exact.usual.is_none());
            let Some(said) = &own.usual else { continue };
            prop_assert!(own.question != "iron.safety");
            prop_assert!(!said.possible.is_empty() && said.possible.len() < own.possible.len());
            prop_assert!(said.possible.iter().all(|answer| own.possible.contains(answer)));
            prop_assert!(!said.assuming.is_empty());
            let of = |ids: &[Text]| {
                let set = ids.iter().fold(Assumptions::default(), |set, id| set.with(id).unwrap());
                let again = with(Assume::Only(set));
                let place = again.positions.iter().position(|it| (&it.question, &it.guideline) == (&own.question, &own.guideline));
                again.positions[place.unwrap()].usual.clone()
            };
            let again = of(&said.assuming);
            prop_assert_eq!(again.as_ref(), Some(said), "what is named is enough");
            for place in 0..said.assuming.len() {
                let mut fewer = said.assuming.clone();
                fewer.remove(place);
                let wider = of(&fewer).map_or(own.possible.len(), |usual| usual.possible.len());
                prop_assert!(wider > said.possible.len(), "{} is not needed", said.assuming[place]);
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(400))]

    /// The same patient gives the same bytes, with every key, and can be read as JSON.
    #[test]
    fn same_input_same_bytes(mut draws in draws(120)) {
        let patient = patients::random(&mut draws);
        let Some(first) = assessed(&patient) else { return Ok(()) };
        is_whole(&first);
        prop_assert_eq!(first.to_json(), assessed(&patient).unwrap().to_json());
    }

    /// The same amount in another accepted unit: the same answers, except where a guideline prints two limits that
    /// are not the same amount, which is flagged in both.
    #[test]
    fn reporting_unit_never_changes_an_answer(mut draws in draws(120), factor in 0.5f64..1.6) {
        let mut patient = patients::random(&mut draws);
        let labs = patient["labs"].as_array_mut().unwrap();
        if labs.is_empty() {
            return Ok(());
        }
        // Off every printed limit, so that the last digit of a conversion cannot decide.
        for lab in labs.iter_mut() {
            lab["value"] = json!(lab["value"].as_f64().unwrap() * factor);
            // A unit may look odd for its number, or beside that of its partner: then it is asked about.
            lab["confirmed"] = json!(true);
        }
        let Some(first) = assessed(&patient) else { return Ok(()) };
        let place = draws.below(patient["labs"].as_array().unwrap().len());
        let lab = patient["labs"][place].clone();
        let analyte: Analyte = lab["analyte"].as_str().unwrap().parse().unwrap();
        let from = ekbom::measure::unit::Unit::parse(lab["unit"].as_str().unwrap()).unwrap();
        for accepted in analyte.info().units {
            let mut other = patient.clone();
            for key in ["value", "ref_low", "ref_high"] {
                if let Some(number) = lab[key].as_f64() {
                    other["labs"][place][key] = json!(analyte.convert(number, from, accepted.unit).unwrap());
                }
            }
            other["labs"][place]["unit"] = json!(accepted.unit.ucum());
            let second = assessed(&other).unwrap_or_else(|| panic!("refused: {other}"));
            for (one, two) in first.positions.iter().zip(&second.positions) {
                let flagged = |flags: &[Text]| flags.iter().any(|flag| flag == "printed_limits_differ");
                prop_assert!(
                    one.possible == two.possible || (flagged(&one.flags) && flagged(&two.flags)),
                    "{:?}\n{:?}\n{}", one, two, other
                );
            }
        }
    }

    /// Leaving a result or an item out never makes an answer surer, unless the table asks whether it was reported.
    #[test]
    fn missing_is_never_normal(mut draws in draws(120)) {
        let mut patient = patients::random(&mut draws);
        // What is unmentioned is absent in a complete group, by the caller's own word; and a computed value that
        // takes the place of a reported one is another fact.
        patient["complete"] = json!([]);
        let labs = patient["labs"].as_array_mut().unwrap();
        if labs.iter().any(|lab| lab["analyte"] == "tsat") {
            labs.retain(|lab| lab["analyte"] != "iron");
        }
        let Some(with) = assessed(&patient) else { return Ok(()) };
        let labs: BTreeSet<String> = patient["labs"].as_array().unwrap().iter()
            .map(|lab| lab["analyte"].as_str().unwrap().to_owned()).collect();
        let mut without: Vec<(String, Value)> = Vec::new();
        for (analyte, ..) in LABS.iter().filter(|(analyte, ..)| labs.contains(*analyte)) {
            let mut other = patient.clone();
            other["labs"].as_array_mut().unwrap().retain(|lab| lab["analyte"] != *analyte);
            without.push(((*analyte).to_owned(), other));
        }
        for (group, items) in [("symptoms", SYMPTOMS.as_slice()), ("history", &HISTORY)] {
            for item in items.iter().filter(|item| patient[group].get(**item).is_some()) {
                let mut other = patient.clone();
                other[group].as_object_mut().unwrap().remove(*item);
                without.push(((*item).to_owned(), other));
            }
        }
        for key in ["age_years", "sex"] {
            let mut other = patient.clone();
            other.as_object_mut().unwrap().remove(key);
            without.push((key.to_owned(), other));
        }
        for (left_out, other) in without {
            let Some(other) = assessed(&other) else { continue };
            for (one, two) in with.positions.iter().zip(&other.positions) {
                let table = BOOK["tables"].as_array().unwrap().iter()
                    .find(|table| table["question"] == one.question.as_str() && table["guideline"] == one.guideline.as_str()).unwrap();
                if table_asks_how_reported(table, &left_out) {
                    continue;
                }
                prop_assert!(
                    one.possible.iter().all(|code| two.possible.contains(code)),
                    "without {}: {:?}\n{:?}\n{}", left_out, one, two, patient
                );
            }
        }
    }

    /// Tests of vitamin B12 that disagree never meet "not indicated", and only a deficiency that is unlikely does.
    #[test]
    fn discordant_b12_is_never_not_indicated(mut draws in draws(120)) {
        let Some(made) = assessed(&patients::random(&mut draws)) else { return Ok(()) };
        let possible = |question| &made.position(question, &Guideline::EkbomSynthesis).unwrap().possible;
        let (status, treatment) = (possible(Question::B12Status), possible(Question::B12Treatment));
        if treatment.iter().any(|code| code == "not_indicated") {
            prop_assert!(status.iter().any(|code| code == "deficiency_unlikely"), "{:?} with {:?}", treatment, status);
        }
    }

    /// Iron is withheld wherever safety cannot allow it, whatever guideline offers it, and never given without a
    /// caution while safety is open; nothing is recommended for restless legs where the diagnosis is not met.
    #[test]
    fn no_iron_past_a_stop(mut draws in draws(120)) {
        let Some(made) = assessed(&patients::random(&mut draws)) else { return Ok(()) };
        let safety = &made.position(Question::IronSafety, &Guideline::EkbomSafety).unwrap().possible;
        let diagnosis = made.answers::<RlsDiagnosis>(&Guideline::Irlssg2014).unwrap();
        let not_met = diagnosis.determined() == Some(RlsDiagnosis::NotMet);
        for recommendation in &made.recommendations {
            let oral = ["oral_iron", "ferrous_sulfate"].contains(&recommendation.action.as_str());
            let allows = |code: &Text| *code == "clear" || (oral && *code == "stop_iv_only");
            let withheld = recommendation.withheld.as_deref().unwrap_or_default();
            if recommendation.iron && recommendation.direction == "for" {
                let possible = safety.iter().any(allows);
                let by_safety = |reason: &Text| reason.starts_with("stop_") || *reason == "defer_infection";
                let stopped = withheld.iter().any(by_safety);
                prop_assert_eq!(stopped, !possible, "{:?} with safety {:?}", recommendation, safety);
                prop_assert!(possible || made.has_alert(&AlertCode::IronWithheld));
                let sure = safety.iter().all(allows);
                prop_assert!(!possible || sure || !recommendation.cautions.is_empty(), "{recommendation:?}");
            }
            if recommendation.action == "vitamin_c" && recommendation.direction == "for" {
                let harmless = ["clear", "stop_iv_only", "defer_infection"];
                let possible = safety.iter().any(|code| harmless.contains(&code.as_str()));
                let stopped = withheld.iter().any(|reason| reason.starts_with("stop_"));
                prop_assert_eq!(stopped, !possible, "{:?} with safety {:?}", recommendation, safety);
            }
            let about_rls = ["treatment.", "rls.exacerbating_", "iron.therapy"];
            let of_rls = about_rls.iter().any(|start| recommendation.question.starts_with(start));
            prop_assert_eq!(withheld.iter().any(|reason| reason == "rls_not_met"), not_met && of_rls, "{:?}", recommendation);
        }
    }
}

proptest! {
    #![proptest_config(cases(12))]

    /// The rules written as JSON, read back and compiled: the same fingerprint and the same assessments.
    #[test]
    fn rule_books_round_trip(mut draws in draws(400)) {
        let text = RuleBook::of(&BUILTIN).to_json();
        let again = RuleBook::from_json(&text).unwrap().compile().unwrap();
        prop_assert_eq!(again.hash(), BUILTIN.hash());
        prop_assert_eq!(RuleBook::of(&again).to_json(), text);
        for _ in 0..20 {
            if let Some(patient) = read(&patients::random(&mut draws)) {
                prop_assert_eq!(assess(&again, &patient).to_json(), assess(&BUILTIN, &patient).to_json());
            }
        }
    }
}
