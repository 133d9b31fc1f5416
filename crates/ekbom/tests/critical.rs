//! Critical results: each limit at, on this and on that side of it, whose it is, and what explains a result away.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "in a test, and in what it calls, a failed unwrap is a failed test"
)]

use std::collections::BTreeSet;

use ekbom::knowledge::critical::{Against, CRITICAL};
use ekbom::{Knowledge, Patient, assess, source};
use serde_json::{Value, json};

fn assessed(patient: &Value) -> Value {
    let patient =
        Patient::from_json(&patient.to_string()).unwrap_or_else(|errors| panic!("{patient}: {errors}"));
    serde_json::from_str(&assess(&Knowledge::builtin(), &patient).to_json()).unwrap()
}

fn with(age: f64, labs: &Value, history: &Value) -> Value {
    assessed(&json!({"age_years": age, "labs": labs, "history": history}))
}

fn lab(analyte: &str, value: f64, unit: &str) -> Value {
    json!([{"analyte": analyte, "value": value, "unit": unit, "confirmed": true}])
}

fn directions(made: &Value) -> Vec<(String, String)> {
    let text = |own: &Value, key: &str| own[key].as_str().unwrap().to_owned();
    made["critical"]
        .as_array()
        .unwrap()
        .iter()
        .map(|own| (text(own, "analyte"), text(own, "direction")))
        .collect()
}

/// Analyte, unit, age; a value at which it is critical and one just off it.
const LIMITS: &[(&str, &str, f64, f64, f64)] = &[
    ("potassium", "mmol/L", 60.0, 2.5, 2.51),
    ("potassium", "mmol/L", 60.0, 6.5, 6.49),
    ("sodium", "mmol/L", 60.0, 120.0, 121.0),
    ("sodium", "mmol/L", 15.9, 130.0, 131.0),
    ("sodium", "mmol/L", 16.0, 120.0, 130.0),
    ("sodium", "mmol/L", 60.0, 160.0, 159.0),
    ("calcium", "mmol/L", 60.0, 1.8, 1.81),
    ("calcium", "mmol/L", 60.0, 3.5, 3.49),
    ("calcium_ionised", "mmol/L", 60.0, 0.81, 0.82),
    ("calcium_ionised", "mmol/L", 60.0, 1.56, 1.55),
    ("magnesium", "mmol/L", 60.0, 0.4, 0.41),
    ("magnesium", "mmol/L", 60.0, 2.0, 1.99),
    ("phosphate", "mmol/L", 60.0, 0.3, 0.33),
    ("phosphate", "mmol/L", 60.0, 0.32, 0.321),
    ("phosphate", "mg/dL", 60.0, 1.0, 1.01),
    ("haemoglobin", "g/L", 60.0, 69.9, 70.0),
    ("haemoglobin", "g/L", 60.0, 190.1, 190.0),
    ("haemoglobin", "g/dL", 0.25, 19.5, 19.0),
    ("glucose", "mmol/L", 60.0, 2.5, 2.6),
    ("glucose", "mmol/L", 60.0, 25.0, 24.9),
    ("glucose", "mmol/L", 15.0, 15.0, 14.9),
    ("creatinine", "umol/L", 60.0, 354.0, 180.0),
    ("creatinine", "mg/dL", 60.0, 4.0, 2.0),
    ("creatinine", "umol/L", 15.0, 200.0, 199.0),
    ("egfr", "mL/min/{1.73_m2}", 60.0, 14.9, 15.0),
    ("urea", "mmol/L", 60.0, 30.0, 29.9),
    ("urea", "mmol/L", 15.0, 10.0, 9.9),
    ("urea_nitrogen", "mg/dL", 60.0, 84.1, 84.0),
    ("urea_nitrogen", "mg/dL", 15.0, 28.1, 28.0),
    ("crp", "mg/L", 60.0, 300.0, 299.0),
    ("iron", "umol/L", 60.0, 50.1, 50.0),
    ("iron", "ug/dL", 60.0, 280.0, 279.0),
];

#[test]
fn each_limit_is_where_it_is_printed() {
    for (analyte, unit, age, beyond, off) in LIMITS {
        let made = with(*age, &lab(analyte, *beyond, unit), &json!({}));
        assert_eq!(directions(&made).len(), 1, "{analyte} {beyond} {unit} at {age}");
        assert_eq!(made["critical"][0]["analyte"], *analyte);
        assert_eq!(made["alerts"][0]["code"], "critical_result", "first of all");
        assert_eq!(made["alerts"][0]["severity"], "urgent");
        assert!(made["alerts"][0]["facts"].as_array().unwrap().contains(&json!(analyte)));
        let made = with(*age, &lab(analyte, *off, unit), &json!({}));
        assert!(directions(&made).is_empty(), "{analyte} {off} {unit} at {age}");
        assert!(made["alerts"].as_array().unwrap().iter().all(|own| own["code"] != "critical_result"));
    }
    let seen: BTreeSet<&str> = LIMITS.iter().map(|(analyte, ..)| *analyte).collect();
    assert!(CRITICAL.iter().all(|row| seen.contains(row.analyte.id())));
}

#[test]
fn an_entry_names_value_limit_and_whose() {
    let made = with(60.0, &lab("glucose", 30.0, "mg/dL"), &json!({}));
    let own = &made["critical"][0];
    assert_eq!(
        (&own["unit"], &own["limit"], &own["direction"]),
        (&json!("mmol/L"), &json!(2.5), &json!("at_most"))
    );
    assert_eq!((&own["source"], &own["verification"]), (&json!("RCPATH2017"), &json!("secondary")));
    let says = own["says"].as_str().unwrap();
    for part in
        ["reported as 30 mg/dL", "2.5 mmol/L", "Royal College of Pathologists", "if the unit is right"]
    {
        assert!(says.contains(part), "{says}");
    }
    let made = assessed(
        &json!({"labs": [{"analyte": "potassium", "value": 7, "unit": "mmol/L", "comparator": ">", "days_ago": 3}]}),
    );
    let says = made["critical"][0]["says"].as_str().unwrap();
    assert!(says.contains("reported as >7") && says.contains("3 days old"), "{says}");
}

#[test]
fn a_bound_is_critical_only_where_all_of_it_is() {
    let bound = |comparator: &str, value: f64| {
        let made = assessed(
            &json!({"labs": [{"analyte": "crp", "value": value, "unit": "mg/L", "comparator": comparator}]}),
        );
        directions(&made).len()
    };
    assert_eq!((bound(">", 300.0), bound(">", 200.0), bound("<", 400.0)), (1, 0, 0));
}

#[test]
fn what_is_known_explains_it_away() {
    for (analyte, value, unit) in
        [("creatinine", 800.0, "umol/L"), ("urea", 35.0, "mmol/L"), ("egfr", 6.0, "mL/min/{1.73_m2}")]
    {
        assert_eq!(directions(&with(60.0, &lab(analyte, value, unit), &json!({}))).len(), 1);
        for fact in ["dialysis", "esrd"] {
            assert!(
                directions(&with(60.0, &lab(analyte, value, unit), &json!({fact: true}))).is_empty(),
                "{analyte}"
            );
        }
    }
    let iron = lab("iron", 60.0, "umol/L");
    assert!(directions(&with(60.0, &iron, &json!({"iv_iron_days_ago": 6}))).is_empty());
    assert_eq!(directions(&with(60.0, &iron, &json!({"iv_iron_days_ago": 7}))).len(), 1);
    assert!(
        directions(&with(0.2, &lab("haemoglobin", 195.0, "g/L"), &json!({}))).is_empty(),
        "newborns have more"
    );
    let unknown = assessed(&json!({"labs": lab("haemoglobin", 195.0, "g/L")}));
    assert_eq!(directions(&unknown).len(), 1, "an age that nobody said explains nothing");
}

#[test]
fn kidney_function_is_one_finding() {
    let labs = json!([{"analyte": "creatinine", "value": 700, "unit": "umol/L", "days_ago": 0}]);
    assert_eq!(
        directions(&with(60.0, &labs, &json!({}))),
        [("creatinine".to_owned(), "at_least".to_owned())]
    );
    // An old woman whose creatinine is no critical one but whose computed eGFR is.
    let made =
        assessed(&json!({"age_years": 85, "sex": "female", "labs": lab("creatinine", 320.0, "umol/L")}));
    assert_eq!(directions(&made), [("egfr".to_owned(), "below".to_owned())]);
    assert!(made["critical"][0]["says"].as_str().unwrap().contains("computed"));
}

#[test]
fn three_times_an_earlier_creatinine() {
    let two = |now: f64, before: f64| {
        let labs = json!([
            {"analyte": "creatinine", "value": now, "unit": "umol/L", "days_ago": 0},
            {"analyte": "creatinine", "value": before, "unit": "umol/L", "days_ago": 30}]);
        directions(&assessed(&json!({"age_years": 40, "sex": "male", "labs": labs}))).len()
    };
    assert_eq!((two(240.0, 80.0), two(239.0, 80.0), two(80.0, 240.0)), (1, 0, 0));
}

#[test]
fn calcium_is_adjusted_where_that_may_be_done() {
    let labs = |calcium: f64, albumin: f64, egfr: f64| {
        json!([{"analyte": "calcium", "value": calcium, "unit": "mmol/L"}, {"analyte": "albumin", "value": albumin, "unit": "g/L"},
               {"analyte": "egfr", "value": egfr, "unit": "mL/min/{1.73_m2}"}])
    };
    assert!(directions(&with(60.0, &labs(1.75, 25.0, 90.0), &json!({}))).is_empty(), "2.05 when adjusted");
    assert_eq!(directions(&with(60.0, &labs(3.4, 25.0, 90.0), &json!({}))).len(), 1, "3.7 when adjusted");
    let made = with(60.0, &labs(1.75, 25.0, 40.0), &json!({}));
    assert!(made["critical"][0]["says"].as_str().unwrap().contains("not adjusted for albumin"));
}

#[test]
fn nothing_is_critical_without_a_limit() {
    for (analyte, value, unit) in [
        ("b12_total", 50.0, "pg/mL"),
        ("mma_serum", 9000.0, "nmol/L"),
        ("ferritin", 5000.0, "ng/mL"),
        ("tsh", 80.0, "m[IU]/L"),
    ] {
        assert!(directions(&with(60.0, &lab(analyte, value, unit), &json!({}))).is_empty(), "{analyte}");
    }
    assert_eq!(assessed(&json!({"labs": []}))["critical"], json!([]), "the key is always there");
}

#[test]
fn every_limit_has_a_source_and_every_id_is_unique() {
    let mut ids = BTreeSet::new();
    for row in CRITICAL {
        assert!(source::find(row.source).is_some(), "{}", row.source);
        assert!(ids.insert(row.id) && !row.whose.is_empty());
        if let Against::Printed(printed) = row.against {
            assert!(!printed.is_empty(), "{}", row.id);
            assert!(printed.iter().all(|(unit, _)| row.analyte.scale(*unit).is_some()), "{}", row.id);
        }
    }
}

/// Severe restless legs with everything known, and these results and signs besides.
fn severe(results: &Value, signs: &Value) -> Value {
    let mut labs = json!([{"analyte": "ferritin", "value": 38, "unit": "ng/mL"},
        {"analyte": "tsat", "value": 25, "unit": "%"}, {"analyte": "haemoglobin", "value": 140, "unit": "g/L"},
        {"analyte": "creatinine", "value": 0.9, "unit": "mg/dL"}]);
    labs.as_array_mut().unwrap().extend(results.as_array().unwrap().clone());
    let mut symptoms = json!({"urge_to_move": true, "worse_at_rest": true, "relieved_by_movement": true,
        "worse_in_evening": true, "mimics": "ruled_out", "distress": "severe"});
    symptoms.as_object_mut().unwrap().extend(signs.as_object().unwrap().clone());
    assessed(&json!({"age_years": 58, "sex": "male", "labs": labs, "symptoms": symptoms,
        "complete": ["symptoms", "history", "medicines"]}))
}

/// What an act waits for.
fn waits_for(made: &Value, act: &str) -> Vec<String> {
    let acts = made["acts"].as_array().unwrap();
    let own = acts.iter().find(|own| own["act"] == act).unwrap_or_else(|| panic!("no {act}: {acts:?}"));
    own["blocked_by"].as_array().unwrap().iter().map(|code| code.as_str().unwrap().to_owned()).collect()
}

#[test]
fn nothing_is_begun_for_the_legs_while_a_critical_result_stands() {
    let potassium = |value: f64| json!([{"analyte": "potassium", "value": value, "unit": "mmol/L"}]);
    let well = json!({});
    let drowsy = json!({"drowsiness": true});
    for act in ["oral_iron", "iv_iron", "treatment:gabapentin"] {
        assert_eq!(waits_for(&severe(&potassium(6.5), &well), act), ["critical:potassium"], "{act}");
        // Short of that it is looked at soon, and nothing waits.
        assert_eq!(waits_for(&severe(&potassium(6.1), &well), act), Vec::<String>::new(), "{act}");
    }
    for act in ["oral_iron", "iv_iron"] {
        assert_eq!(waits_for(&severe(&potassium(6.1), &drowsy), act), ["result:potassium"], "{act}");
        assert_eq!(waits_for(&severe(&potassium(5.4), &drowsy), act), ["result:potassium"], "{act}");
        assert_eq!(waits_for(&severe(&potassium(5.0), &drowsy), act), Vec::<String>::new(), "{act}");
    }
}

/// Nothing that sedates is begun for who is acutely ill or clouded, nor iron with fever or confusion.
#[test]
fn nothing_is_begun_for_the_legs_of_who_is_acutely_ill() {
    let has = |made: &Value, act: &str| made["acts"].as_array().unwrap().iter().any(|own| own["act"] == act);
    let well = severe(&json!([]), &json!({}));
    assert!(has(&well, "treatment:gabapentin") && has(&well, "oral_iron"));
    for sign in ["fever", "confusion", "drowsiness"] {
        let ill = severe(&json!([]), &json!({sign: true}));
        for act in ["treatment:gabapentin", "treatment:pregabalin", "treatment:gabapentin_enacarbil"] {
            assert!(!has(&ill, act), "{sign}: {act}");
        }
        assert_eq!(has(&ill, "oral_iron"), sign == "drowsiness", "{sign}");
        assert_eq!(has(&ill, "iv_iron"), sign == "drowsiness", "{sign}");
    }
}

/// What a precaution calls urgent is no suggestion: a gabapentinoid beside an opioid, or beside two more sedatives.
#[test]
fn what_is_urgent_of_an_offer_is_not_offered() {
    let with = |medicines: Value| {
        let mut patient = json!({"age_years": 58, "sex": "male",
            "labs": [{"analyte": "ferritin", "value": 160, "unit": "ng/mL"},
                {"analyte": "tsat", "value": 26, "unit": "%"}, {"analyte": "creatinine", "value": 0.9, "unit": "mg/dL"}],
            "symptoms": {"urge_to_move": true, "worse_at_rest": true, "relieved_by_movement": true,
                "worse_in_evening": true, "mimics": "ruled_out", "distress": "severe"},
            "complete": ["symptoms", "history", "medicines"]});
        patient["medicines"] = medicines;
        let made = assessed(&patient);
        let acts = made["acts"].as_array().unwrap();
        acts.iter().filter(|own| own["act"].as_str().unwrap().starts_with("treatment:")).count()
    };
    assert_eq!(with(json!([])), 3);
    assert_eq!(with(json!(["ramipril"])), 3);
    for medicines in [json!(["morphine"]), json!(["oxycodone"]), json!(["clonazepam", "zolpidem"])] {
        assert_eq!(with(medicines.clone()), 0, "{medicines}");
    }
}

#[test]
fn what_the_second_band_says_is_said_plainly() {
    let made = severe(&json!([{"analyte": "potassium", "value": 6.1, "unit": "mmol/L"}]), &json!({}));
    let acts = made["acts"].as_array().unwrap();
    let own = acts.iter().find(|own| own["act"] == "result:potassium").unwrap();
    let text = own["text"].as_str().unwrap();
    assert!(
        text.starts_with("Potassium 6.1 mmol/L: above 6 mmol/L (") && !text.contains("library"),
        "{text}"
    );
}

fn text_of(made: &Value, act: &str) -> Option<String> {
    let acts = made["acts"].as_array().unwrap();
    acts.iter().find(|own| own["act"] == act).map(|own| own["text"].as_str().unwrap().to_owned())
}

/// Silence would read as normal: a result beyond what laboratories print as usual is named without any sign, and once.
#[test]
fn what_lies_outside_the_usual_is_named_without_a_sign() {
    let with = |labs: Value| severe(&labs, &json!({}));
    let named = |labs: Value| text_of(&with(labs), "mind:outside_limits");
    for (analyte, beyond, within) in [
        ("glucose", 15.0, 14.9),
        ("glucose", 3.8, 3.9),
        ("calcium", 2.05, 2.1),
        ("calcium", 2.71, 2.7),
        ("sodium", 132.0, 133.0),
        ("sodium", 147.0, 146.0),
        ("potassium", 3.4, 3.5),
        ("potassium", 5.4, 5.3),
        ("magnesium", 0.64, 0.65),
    ] {
        let text = named(lab(analyte, beyond, "mmol/L")).unwrap_or_else(|| panic!("{analyte} {beyond}"));
        assert!(text.contains("what laboratories print as usual, and not looked at here"), "{text}");
        assert!(text.contains(&format!("{beyond} mmol/L")), "{text}");
        assert_eq!(named(lab(analyte, within, "mmol/L")), None, "{analyte} {within}");
    }
    // The laboratory's own limits come first, and what is said already is not said again.
    let limited = |value: f64| json!([{"analyte": "potassium", "value": value, "unit": "mmol/L", "ref_low": 3.3, "ref_high": 5.6}]);
    assert_eq!(named(limited(3.4)), None);
    assert!(named(limited(3.2)).unwrap().contains("the laboratory's own limits"));
    assert_eq!(named(lab("potassium", 2.7, "mmol/L")), None, "it has a line of its own");
}

#[test]
fn low_sugar_with_a_sign_and_salts_with_a_long_qt_interval_do_not_wait() {
    let low = severe(&lab("glucose", 3.0, "mmol/L"), &json!({"confusion": true}));
    assert!(text_of(&low, "result:glucose").unwrap().contains("act on it now"));
    let with_qt = |qtc: f64| {
        let mut labs = lab("potassium", 2.9, "mmol/L");
        labs.as_array_mut().unwrap().push(json!({"analyte": "creatinine", "value": 80, "unit": "umol/L"}));
        text_of(&with(60.0, &labs, &json!({"qtc_ms": qtc})), "result:potassium").unwrap()
    };
    assert!(with_qt(500.0).contains("looked at today"));
    assert!(with_qt(499.0).contains("act on it soon"));
}

#[test]
fn anaemia_of_which_nothing_speaks_is_named() {
    let anaemic = |ferritin: f64, haemoglobin: f64| {
        assessed(&json!({"age_years": 27, "sex": "male", "labs": [
            {"analyte": "ferritin", "value": ferritin, "unit": "ug/L", "confirmed": true},
            {"analyte": "haemoglobin", "value": haemoglobin, "unit": "g/L"}]}))
    };
    assert!(text_of(&anaemic(900.0, 101.0), "mind:anaemia").is_some());
    assert_eq!(text_of(&anaemic(900.0, 131.0), "mind:anaemia"), None);
    let of_iron = anaemic(8.0, 101.0);
    assert!(text_of(&of_iron, "refer:iron_deficiency_anaemia").is_some());
    assert_eq!(text_of(&of_iron, "mind:anaemia"), None, "it is spoken of");
}

/// A first choice without what calls for care in this person would be given at the usual dose.
#[test]
fn an_offer_names_what_calls_for_care() {
    let patient = |age: f64, medicines: Value| {
        json!({"age_years": age, "sex": "female",
            "labs": [{"analyte": "ferritin", "value": 160, "unit": "ng/mL"}, {"analyte": "tsat", "value": 26, "unit": "%"},
                {"analyte": "creatinine", "value": 210, "unit": "umol/L"}],
            "symptoms": {"urge_to_move": true, "worse_at_rest": true, "relieved_by_movement": true,
                "worse_in_evening": true, "mimics": "ruled_out", "distress": "severe"},
            "history": {"respiratory_disease": true}, "medicines": medicines,
            "complete": ["symptoms", "history", "medicines"]})
    };
    let text = text_of(&assessed(&patient(76.0, json!([]))), "treatment:pregabalin").unwrap();
    let (_, care) = text.split_once(" With care: ").unwrap_or_else(|| panic!("{text}"));
    for part in ["glomerular filtration rate", "lung disease", "age 76 years"] {
        assert!(care.contains(part) && !care.contains(" < ") && !care.contains(" >= "), "{part}: {text}");
    }
    assert!(!care.contains("not dialysis"), "what is not there calls for no care: {text}");
    // Of what is planned the same is said, beside whatever else is to be done.
    let planned =
        assessed(&patient(76.0, json!([{"name": "pregabalin", "planned": true}, "metoclopramide"])));
    let text = text_of(&planned, "mind:planned").unwrap();
    assert!(
        text.starts_with("Pregabalin is planned. With care: ") && text.contains("lung disease"),
        "{text}"
    );
    let free = severe(&json!([]), &json!({}));
    assert!(!text_of(&free, "treatment:pregabalin").unwrap().contains("With care"));
}

/// One clouded mind is one danger, whatever may bring it, and stands before what is said of medicines.
#[test]
fn a_clouded_mind_is_said_once_with_what_may_bring_it() {
    let made = assessed(&json!({"age_years": 73, "sex": "male", "labs": [],
        "symptoms": {"confusion": true}, "medicines": ["baclofen", "amitriptyline"]}));
    let acts = made["acts"].as_array().unwrap();
    assert_eq!(acts[0]["act"], "precaution:unc-01");
    let text = acts[0]["text"].as_str().unwrap();
    assert!(
        text.contains("Whether amitriptyline, baclofen brings it")
            || text.contains("Whether baclofen, amitriptyline brings it"),
        "{text}"
    );
    assert!(acts.iter().all(|own| own["act"] != "precaution:unc-07"));
    let jerks = assessed(&json!({"age_years": 73, "sex": "male", "labs": [],
        "symptoms": {"myoclonus": true}, "medicines": ["baclofen"]}));
    assert!(text_of(&jerks, "precaution:unc-07").is_some(), "without a clouded mind it stands alone");
}
