//! What cannot be accepted and is set aside: unknown, said, and never read as absent or normal.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

use ekbom::assess::intake::{Policy, intake};
use ekbom::assess::{ActCertainty, Assessment};
use ekbom::fact::{Fact, FactBox, Options, Person};
use ekbom::patient::{OnRefusal, PatientBuilder};
use ekbom::{Knowledge, Patient, assess};
use serde_json::{Value, json};

fn set_aside(mut said: Value) -> Patient {
    assert!(Patient::from_json(&said.to_string()).is_err(), "{said} is refused by default");
    said["on_refusal"] = json!("set_aside");
    let text = said.to_string();
    Patient::from_json(&text).unwrap_or_else(|errors| panic!("{text}: {errors}"))
}

fn fields(patient: &Patient) -> Vec<&str> {
    patient.set_aside().iter().map(|error| error.field()).collect()
}

fn possible<'a>(made: &'a Assessment, question: &str, guideline: &str) -> &'a [ekbom::source::Text] {
    let found = made.positions.iter().find(|own| own.question == question && own.guideline == guideline);
    &found.unwrap().possible
}

#[test]
fn a_result_is_as_not_reported_and_the_rest_is_answered() {
    let patient = set_aside(json!({"age_years": 58, "sex": "female", "complete": ["history"], "labs": [
        {"analyte": "ferritin", "value": 38, "unit": "ng/mL"},
        {"analyte": "potassium", "value": 4.2}, {"analyte": "creatinine", "value": 0.9, "unit": "mg/dL"},
        {"analyte": "zzyzx", "value": 900, "unit": "ng/mL"}]}));
    assert_eq!(fields(&patient), ["labs[1].unit", "labs[3].analyte"]);
    assert_eq!(patient.labs().len(), 2);
    let knowledge = Knowledge::builtin();
    let made = assess(&knowledge, &patient);
    assert_eq!(made.set_aside.len(), 2);
    assert_eq!(possible(&made, "iron.therapy", "aasm-2025"), ["oral_or_iv"]);
    let json: Value = serde_json::from_str(&made.to_json()).unwrap();
    assert_eq!(json["set_aside"][0]["field"], "labs[1].unit");
    assert_eq!(patient.complete().len(), 1, "a result opens no group");
}

#[test]
fn every_fault_of_a_lab_takes_the_whole_result() {
    for fault in [
        json!({"analyte": "ferritin", "value": 38, "unit": "ng/mL", "ref_low": "15"}),
        json!({"analyte": "ferritin", "value": 38, "unit": "ng/mL", "days_ago": "yesterday"}),
        json!({"analyte": "ferritin", "value": 38, "unit": "ng/mL", "dayz_ago": 3}),
        json!({"analyte": "ferritin", "value": 38, "unit": "ng/mL", "ref_low": 15, "ref_high": 15}),
        json!({"analyte": "ferritin", "value": -3, "unit": "ng/mL"}),
        json!(5),
    ] {
        let patient = set_aside(json!({"labs": [fault]}));
        assert!(patient.labs().is_empty(), "{fault}");
    }
}

#[test]
fn two_results_that_contradict_are_both_set_aside() {
    for labs in [
        json!([{"analyte": "ferritin", "value": 38, "unit": "ng/mL", "days_ago": 3},
               {"analyte": "ferritin", "value": 90, "unit": "ng/mL", "days_ago": 3}]),
        json!([{"analyte": "ferritin", "value": 38, "unit": "ng/mL"},
               {"analyte": "ferritin", "value": 90, "unit": "ng/mL"}]),
        // However a day is written.
        json!([{"analyte": "ferritin", "value": 38, "unit": "ng/mL", "days_ago": -0.0},
               {"analyte": "ferritin", "value": 90, "unit": "ng/mL", "days_ago": 0}]),
        json!([{"analyte": "haemoglobin", "value": 13, "unit": "g/dL"},
               {"analyte": "haematocrit", "value": 22, "unit": "%"}]),
        json!([{"analyte": "tsat", "value": 12, "unit": "%"}, {"analyte": "tsat", "value": 80, "unit": "%"}]),
        json!([{"analyte": "iron", "value": 45, "unit": "ug/dL"}, {"analyte": "tibc", "value": 66, "unit": "umol/L"}]),
    ] {
        let patient = set_aside(json!({"labs": labs}));
        assert!(patient.labs().is_empty(), "{labs}: {:?}", patient.labs());
        assert_eq!(patient.doubted().len(), 2, "{labs}");
    }
}

#[test]
fn a_stop_under_any_reading_stands_until_answered() {
    let knowledge = Knowledge::builtin();
    // 88 and 12 % of one day, as two readings; a ferritin too high to be given iron, after a low one that no longer counts.
    for (labs, advised) in [
        (
            json!([{"analyte": "ferritin", "value": 12, "unit": "ng/mL"},
               {"analyte": "tsat", "value": 12, "unit": "%", "days_ago": 1},
               {"analyte": "tsat", "value": 88, "unit": "%", "days_ago": 1}]),
            true,
        ),
        (
            json!([{"analyte": "ferritin", "value": 12, "unit": "ng/mL", "days_ago": 9},
               {"analyte": "ferritin", "value": 658, "unit": "ng/mL", "ref_low": 15, "ref_high": 15, "days_ago": 2}]),
            false,
        ),
    ] {
        let patient = set_aside(json!({"age_years": 58, "sex": "female", "labs": labs,
            "complete": ["history", "medicines"]}));
        let made = assess(&knowledge, &patient);
        let iron: Vec<_> =
            made.recommendations.iter().filter(|own| own.iron && own.direction == "for").collect();
        assert_eq!(!iron.is_empty(), advised, "{labs}");
        assert!(iron.iter().all(|own| own.withheld.is_some()), "{labs}");
        assert!(made.withheld.iter().filter(|own| own.gives != "no_iron").all(|own| !own.why.is_empty()));
        assert!(made.acts.iter().any(|act| act.act == "no_iron"), "{labs}");
        assert!(
            !made.acts.iter().any(|act| act.act == "oral_iron" || act.act == "stop_iron_taken"),
            "{labs}"
        );
    }
}

#[test]
fn a_critical_result_that_is_set_aside_is_said() {
    let patient = set_aside(json!({"labs": [
        {"analyte": "potassium", "value": 7.2, "unit": "mmol/L", "ref_low": 3.5, "ref_high": 3.5}]}));
    let made = assess(&Knowledge::builtin(), &patient)
        .acts
        .iter()
        .map(|act| (act.act.to_string(), act.certainty.known()))
        .collect::<Vec<_>>();
    assert!(made.contains(&("critical:potassium".to_owned(), Some(ActCertainty::Possible))), "{made:?}");
}

#[test]
fn a_flag_that_is_refused_is_unknown_and_opens_its_group() {
    let facts = |said: Value| intake(&set_aside(said), &Policy::default()).facts;
    let all = ["history", "symptoms", "medicines"];
    let known = facts(json!({"history": {"crohn": "no", "vegan": false}, "complete": all}));
    assert_eq!(known.flag(Fact::Crohn), Options::UNKNOWN);
    assert_eq!(known.flag(Fact::Vegan), Options::NO);
    assert_eq!(known.flag(Fact::Haemochromatosis), Options::UNKNOWN, "its group is not complete");
    assert_eq!(known.flag(Fact::Paraesthesia), Options::NO, "the others are");
    // A key that nobody knows may have been meant for any group.
    let known = facts(json!({"history": {"haemochromatosys": true}, "complete": all}));
    assert_eq!(known.flag(Fact::Haemochromatosis), Options::UNKNOWN);
    assert_eq!(known.flag(Fact::Paraesthesia), Options::UNKNOWN);
    let known = facts(json!({"history": {"pregnant": "yes"}, "sex": "female", "complete": all}));
    assert_eq!(known.flag(Fact::Person), Person::PREGNANT.or(Person::FemaleNotPregnant.only()));
    let known =
        facts(json!({"symptoms": {"extensor_plantars": true, "abnormal_reflexes": false}, "complete": all}));
    assert_eq!(known.flag(Fact::AbnormalReflexes), Options::UNKNOWN, "both sides of a contradiction");
    let known = facts(json!({"sex": "male", "history": {"pregnant": true}}));
    assert_eq!(known.flag(Fact::Person), FactBox::new().flag(Fact::Person));
}

#[test]
fn a_medicine_that_is_refused_leaves_the_list_open() {
    let facts = |said: Value| intake(&set_aside(said), &Policy::default()).facts;
    let all = ["history", "symptoms", "medicines"];
    let known = facts(json!({"medicines": ["metfromin"], "unknown_medicines": "refuse", "complete": all}));
    assert_eq!(known.flag(Fact::MedicineLowersB12), Options::UNKNOWN);
    assert_eq!(known.flag(Fact::B12Replacement), Options::UNKNOWN, "the name may be of vitamin B12");
    assert_eq!(known.flag(Fact::Crohn), Options::NO);
    // Whether it is taken is not known.
    let known = facts(json!({"medicines": [{"name": "metformin", "stopped_days_ago": -1}], "complete": all}));
    assert_eq!(known.flag(Fact::MedicineLowersB12), Options::UNKNOWN);
    // That it is taken is.
    let patient = set_aside(json!({"medicines": [{"name": "metformin", "days_taken": -1}], "complete": all}));
    assert_eq!(patient.medicines().len(), 1);
    assert_eq!(patient.medicine_entries()[0].days_taken, None);
    assert!(patient.complete().len() == 2);
}

#[test]
fn what_has_no_unknown_refuses_all_the_same() {
    for said in [
        json!({"labz": []}),
        json!({"elevation_m": "high", "labs": [{"analyte": "feritin"}]}),
        json!({"complete": ["everything"]}),
        json!({"complete_as": "1999.1", "complete": ["history"]}),
    ] {
        let mut text = said.clone();
        text["on_refusal"] = json!("set_aside");
        assert_eq!(
            Patient::from_json(&text.to_string()).unwrap_err(),
            Patient::from_json(&said.to_string()).unwrap_err(),
            "{said}"
        );
    }
    assert!(Patient::from_json(r#"{"on_refusal": "ignore"}"#).is_err());
    let builder = PatientBuilder::from_json(r#"{"elevation_m": 20000}"#).unwrap();
    assert!(builder.on_refusal(OnRefusal::SetAside).build().is_err());
}

#[test]
fn nothing_is_assumed_where_more_than_a_result_is_set_aside() {
    let said = json!({"age_years": 60, "sex": "female", "history": {"crohn": "no"}, "medicines": [],
        "labs": [{"analyte": "ferritin", "value": 38, "unit": "ng/mL"}]});
    let made = serde_json::to_value(assess(&Knowledge::builtin(), &set_aside(said))).unwrap();
    assert!(made["positions"].as_array().unwrap().iter().all(|own| own["usual"].is_null()));
}

/// Whatever was meant by what was set aside, its answers are among those still possible. Results apart: they count as
/// not reported, which is itself something that tables ask for.
#[test]
fn nothing_set_aside_narrows_any_answer() {
    let knowledge = Knowledge::builtin();
    let plain = json!({"age_years": 41, "sex": "female", "history": {}, "symptoms": {}, "medicines": [],
        "complete": ["history", "symptoms", "medicines"],
        "labs": [{"analyte": "ferritin", "value": 60, "unit": "ng/mL"},
                 {"analyte": "b12_total", "value": 250, "unit": "pg/mL"}]});
    let put = |at: &str, value: &Value| {
        let mut said = plain.clone();
        let (above, key) = at.rsplit_once('/').unwrap();
        match said.pointer_mut(above).unwrap() {
            Value::Object(entries) => drop(entries.insert(key.into(), value.clone())),
            Value::Array(entries) => entries.push(value.clone()),
            _ => unreachable!(),
        }
        said
    };
    let faults = [
        ("/history/crohn", json!(3), vec![json!(true), json!(false)]),
        ("/history/haemochromatosis", json!("?"), vec![json!(true), json!(false)]),
        ("/symptoms/paraesthesia", json!("x"), vec![json!(true), json!(false)]),
        ("/symptoms/distress", json!("x"), vec![json!("severe"), json!("none")]),
        (
            "/medicines/0",
            json!({"name": "metformin", "planned": 3}),
            vec![json!("metformin"), json!("lithium")],
        ),
        ("/age_years", json!(-4), vec![json!(3), json!(15), json!(70)]),
        ("/sex", json!("f"), vec![json!("male"), json!("female")]),
    ];
    for (at, wrong, meant) in faults {
        let made = assess(&knowledge, &set_aside(put(at, &wrong)));
        assert_eq!(made.set_aside.len(), 1, "{at}");
        for meant in meant {
            let Ok(meant) = Patient::from_json(&put(at, &meant).to_string()) else { continue };
            for (own, right) in made.positions.iter().zip(&assess(&knowledge, &meant).positions) {
                let lost = right.possible.iter().find(|code| !own.possible.contains(code));
                assert_eq!(lost, None, "{at}: {} by {}", own.question, own.guideline);
            }
        }
    }
}

#[test]
fn a_result_in_doubt_withholds_what_it_forbids_whatever_the_policy() {
    let knowledge = Knowledge::builtin();
    let said = |doubted: Value| {
        let mut labs = vec![
            json!({"analyte": "ferritin", "value": 30, "unit": "ng/mL", "days_ago": 5}),
            json!({"analyte": "tsat", "value": 20, "unit": "%", "days_ago": 5}),
        ];
        labs.push(doubted);
        Patient::from_json(&json!({"age_years": 58, "sex": "female", "labs": labs}).to_string()).unwrap()
    };
    for (doubted, stops) in [
        (json!({"analyte": "tsat", "value": 88, "unit": "%", "doubt": "haemolysed"}), true),
        (json!({"analyte": "tsat", "value": 88, "doubt": "no unit", "days_ago": 1}), true),
        (json!({"analyte": "tsat", "value": "88 %", "doubt": "a text", "days_ago": 5}), true),
        (json!({"analyte": "tsat", "doubt": "unreadable", "days_ago": 1}), false),
    ] {
        let patient = said(doubted.clone());
        assert_eq!(fields(&patient), ["labs[1].value", "labs[2].value"], "{doubted}");
        assert_eq!(patient.labs().len(), 1);
        let made = assess(&knowledge, &patient);
        assert!(possible(&made, "iron.safety", "ekbom-safety").len() > 1, "{doubted}");
        let withheld = made.to_json().contains("stop_tsat_ceiling");
        assert!(withheld || !stops, "{doubted}");
        assert!(made.set_aside.iter().all(|own| !own.message().is_empty()));
    }
    // What is older than the result that counts changes nothing.
    let older =
        said(json!({"analyte": "tsat", "value": 88, "unit": "%", "doubt": "haemolysed", "days_ago": 9}));
    assert_eq!((older.labs().len(), fields(&older)), (2, vec!["labs[2].value"]));
    let potassium =
        json!({"labs": [{"analyte": "potassium", "value": 7.2, "unit": "mmol/L", "doubt": "haemolysed"}]});
    let patient = Patient::from_json(&potassium.to_string()).unwrap();
    assert_eq!(assess(&knowledge, &patient).critical[0].analyte.id(), "potassium");
}

#[test]
fn a_misspelt_name_forbids_what_it_probably_means() {
    let patient = set_aside(json!({"labs": [
        {"analyte": "ferritin", "value": 30, "unit": "ng/mL", "days_ago": 5},
        {"analyte": "tsat", "value": 20, "unit": "%", "days_ago": 5},
        {"analyte": "tsatt", "value": 88, "unit": "%", "days_ago": 1}]}));
    assert_eq!(patient.labs().len(), 1);
    assert!(patient.doubted().iter().any(|lab| lab.analyte().id() == "tsat"));
    let text = set_aside(json!({"labs": [
        {"analyte": "tsat", "value": 20, "unit": "%", "days_ago": 5}, "tsat 88 %"]}));
    assert!(text.labs().is_empty());
}

#[test]
fn an_item_without_a_value_is_not_absent_in_a_complete_group() {
    let facts = |history: Value| {
        let said = json!({"age_years": 30, "sex": "female", "history": history, "complete": ["history"]});
        intake(&Patient::from_json(&said.to_string()).unwrap(), &Policy::default()).facts
    };
    assert_eq!(facts(json!({})).flag(Fact::Haemochromatosis), Options::NO);
    assert_eq!(facts(json!({"haemochromatosis": null})).flag(Fact::Haemochromatosis), Options::UNKNOWN);
    assert_eq!(facts(json!({"haemochromatosis": false})).flag(Fact::Haemochromatosis), Options::NO);
    assert_ne!(facts(json!({"pregnant": null})).flag(Fact::Person), facts(json!({})).flag(Fact::Person));
}
