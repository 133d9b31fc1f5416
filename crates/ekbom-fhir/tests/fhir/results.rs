//! Results: values, units, limits, dates, and which of several count.

use ekbom_fhir::{FhirOptions, Outcome};
use serde_json::{Value, json};

use super::{as_of, ferritin, loinc, one, quantity, reasons, refused, result, with};

const DAY: &str = "2020-05-17";

fn labs(resources: &[Value]) -> Value {
    one(resources, &as_of(DAY)).0["labs"].clone()
}

/// The reason of the only entry that is not read.
fn reason(resource: Value) -> String {
    let (patient, reading) = one(&[resource], &as_of(DAY));
    assert_eq!(patient["labs"], json!([]));
    assert_eq!(reading.ledger.entries.len(), 1);
    reading.ledger.entries[0].reason.unwrap().to_owned()
}

#[test]
fn a_result_has_its_unit_its_days_its_comparator_and_its_limits() {
    let limit = |value| json!({"value": value, "unit": "ng/mL"});
    let mut own =
        with(ferritin(5.0, "2020-05-14"), "referenceRange", json!([{"low": limit(15), "high": limit(150)}]));
    own["valueQuantity"]["comparator"] = json!("<");
    let expected = json!([{"analyte": "ferritin", "value": 5.0, "unit": "ng/mL", "comparator": "<", "days_ago": 3,
        "ref_low": 15.0, "ref_high": 150.0}]);
    assert_eq!(labs(&[own]), expected);
}

#[test]
fn limits_are_in_their_own_unit_or_are_not_used() {
    let low = |limit: Value| {
        let own = result("718-7", 13.0, "g/dL", DAY);
        labs(&[with(own, "referenceRange", json!([{"low": limit}]))])[0]["ref_low"].clone()
    };
    assert_eq!(low(quantity(120.0, "g/L")), json!(12.0));
    assert_eq!(low(json!({"value": 120})), Value::Null, "without a unit they are not used");
    let two = json!([{"low": quantity(12.0, "g/dL")}, {"low": quantity(13.0, "g/dL")}]);
    assert_eq!(
        labs(&[with(result("718-7", 13.0, "g/dL", DAY), "referenceRange", two)])[0]["ref_low"],
        Value::Null
    );
    let zero = json!([{"low": quantity(0.0, "pg/mL"), "high": quantity(0.0, "pg/mL")}]);
    let b12 = with(result("2132-9", 572.0, "pg/mL", DAY), "referenceRange", zero);
    assert_eq!(labs(&[b12])[0]["value"], 572.0);
}

#[test]
fn a_result_whose_limits_contradict_themselves_is_not_read_and_is_not_lost() {
    let upside_down = json!([{"low": quantity(16.5, "g/dL"), "high": quantity(12.0, "g/dL")}]);
    let (patient, reading) =
        one(&[with(result("718-7", 5.0, "g/dL", DAY), "referenceRange", upside_down)], &as_of(DAY));
    assert_eq!(patient["labs"], json!([]));
    assert_eq!(refused(&reading)[0].reason, Some("limits"));
    let aside = reading.subjects[0].set_aside().unwrap().as_bytes();
    let critical = ekbom::assess::critical_of_refused(&ekbom::Knowledge::builtin(), aside);
    assert_eq!(critical.len(), 1);
}

#[test]
fn the_unit_decides_and_none_is_assumed() {
    // A mass code with moles, as real tables have it.
    assert_eq!(labs(&[result("2629-4", 210.0, "nmol/L", DAY)])[0]["unit"], "nmol/L");
    assert_eq!(labs(&[result("14879-1", 3.5, "mg/dL", DAY)])[0]["unit"], "mg/dL");
    let own = |quantity: Value| with(ferritin(1.0, DAY), "valueQuantity", quantity);
    assert_eq!(reason(own(json!({"value": 38}))), "unit");
    assert_eq!(reason(own(json!({"value": 38, "unit": "furlong"}))), "unit");
    assert_eq!(reason(result("33914-3", 74.0, "mL/min", DAY)), "unit", "not by body surface");
    let disagree =
        json!({"value": 90, "unit": "umol/L", "system": "http://unitsofmeasure.org", "code": "mg/dL"});
    assert_eq!(reason(with(result("2160-0", 1.0, "mg/dL", DAY), "valueQuantity", disagree)), "unit");
    let local = json!({"value": 38, "unit": "ug/L", "system": "https://example.org/units", "code": "17"});
    assert_eq!(labs(&[own(local)])[0]["unit"], "ug/L", "a code of a system of its own is no UCUM");
}

#[test]
fn texts_are_read_where_they_say_one_number_with_a_unit() {
    let own =
        |text: &str| with(with(ferritin(1.0, DAY), "valueQuantity", Value::Null), "valueString", json!(text));
    let read = labs(&[own("<5 ng/mL")]);
    assert_eq!((&read[0]["value"], &read[0]["comparator"]), (&json!(5.0), &json!("<")));
    assert_eq!(reason(own("<5")), "unit");
    for text in ["low", "", "1,234 ng/mL", "10-20 ng/mL"] {
        assert_eq!(reason(own(text)), "value", "{text}");
    }
    let antibody = |key: &str, value: Value| {
        with(with(result("31444-3", 1.0, "1", DAY), "valueQuantity", Value::Null), key, value)
    };
    assert_eq!(labs(&[antibody("valueString", json!("POS"))])[0]["value"], "positive");
    let concept = json!({"coding": [{"system": "http://snomed.info/sct", "code": "1", "display": "Negative (qualifier value)"}]});
    assert_eq!(labs(&[antibody("valueCodeableConcept", concept)])[0]["value"], "negative");
    assert_eq!(reason(antibody("valueCodeableConcept", json!({"text": "seen"}))), "value");
}

#[test]
fn a_status_that_takes_the_result_back_takes_it_away() {
    let own = |status: &str| with(ferritin(38.0, DAY), "status", json!(status));
    for status in ["registered", "cancelled", "entered-in-error"] {
        assert_eq!(reason(own(status)), "status", "{status}");
    }
    assert_eq!(reason(with(ferritin(38.0, DAY), "status", Value::Null)), "status");
    for (status, doubt) in [("preliminary", "preliminary"), ("unknown", "status_unknown"), ("amended", "-")] {
        let (patient, reading) = one(&[own(status)], &as_of(DAY));
        assert_eq!(
            (patient["labs"][0]["value"].as_f64(), reasons(&reading)[0]),
            (Some(38.0), (Outcome::Read, doubt))
        );
    }
}

#[test]
fn components_are_results_of_their_own_and_a_reason_why_there_is_no_value_is_none() {
    let part = |code: &str, value: f64, unit: &str| json!({"code": loinc(code), "valueQuantity": quantity(value, unit)});
    let panel = json!({"resourceType": "Observation", "status": "final", "effectiveDateTime": DAY,
        "code": loinc("58410-2"), "component": [part("718-7", 9.0, "g/dL"), part("787-2", 70.0, "fL"),
        {"code": loinc("2276-4"), "dataAbsentReason": {"coding": [{"code": "not-performed"}]}}]});
    let (patient, reading) = one(&[panel], &as_of(DAY));
    assert_eq!(patient["labs"].as_array().unwrap().len(), 2);
    assert_eq!(reading.ledger.entries[2].path, "entry[0].resource.component[2]");
    assert_eq!(reading.ledger.entries[2].reason, Some("no_value"));
    let both = with(ferritin(38.0, DAY), "dataAbsentReason", json!({"text": "error"}));
    assert_eq!(reason(both), "value");
}

#[test]
fn the_newest_of_a_day_counts_and_equal_lines_are_one() {
    let at = |value: f64, time: &str| ferritin(value, &format!("2020-05-17T{time}+02:00"));
    let read = labs(&[at(40.0, "08:00:00"), at(38.0, "09:00:00")]);
    assert_eq!(
        read,
        json!([{"analyte": "ferritin", "value": 38.0, "unit": "ng/mL", "days_ago": 0, "morning": true}])
    );
    let twice = [result("2160-0", 1.0, "mg/dL", DAY), result("14682-9", 88.4, "umol/L", DAY)];
    assert_eq!(labs(&twice).as_array().unwrap().len(), 1, "one result in two units");
    let (patient, reading) = one(&[ferritin(38.0, DAY), ferritin(380.0, DAY)], &as_of(DAY));
    assert_eq!((&patient["labs"], refused(&reading).len()), (&json!([]), 2), "both are set aside");
}

#[test]
fn an_older_result_never_stands_for_one_that_could_not_be_read() {
    let old = result("2502-3", 25.0, "%", "2020-03-01");
    let without_unit = with(result("2502-3", 88.0, "%", "2020-05-01"), "valueQuantity", json!({"value": 88}));
    let (patient, reading) = one(&[old.clone(), without_unit.clone()], &as_of(DAY));
    assert_eq!(patient["labs"], json!([]), "a saturation of 88 must not become one of 25");
    assert_eq!(reasons(&reading)[0].1, "newer_not_readable");
    let newer = result("2502-3", 30.0, "%", "2020-05-02");
    assert_eq!(labs(&[old.clone(), without_unit, newer]).as_array().unwrap().len(), 1);
    let no_date = with(result("2502-3", 60.0, "%", DAY), "effectiveDateTime", Value::Null);
    assert_eq!(labs(&[old, no_date.clone()]), json!([]), "which of them is the newest is not known");
    assert_eq!(labs(&[no_date])[0], json!({"analyte": "tsat", "value": 60.0, "unit": "%"}));
}

#[test]
fn parts_of_dates_are_intervals() {
    let read = labs(&[ferritin(38.0, "2020-04"), ferritin(50.0, "2020-03-31")]);
    assert_eq!((&read[0]["days_ago"], &read[1]["days_ago"]), (&json!(46), &json!(47)));
    assert_eq!(labs(&[ferritin(38.0, "2020-04"), ferritin(50.0, "2020-04-10")]), json!([]));
    let no_date = with(ferritin(38.0, DAY), "effectiveDateTime", json!("last week"));
    assert_eq!(reason(no_date), "date");
}

#[test]
fn what_is_later_or_too_old_is_skipped_and_the_newest_is_named() {
    let (patient, reading) = one(
        &[ferritin(38.0, "2020-05-18"), ferritin(50.0, "2019-01-01"), ferritin(60.0, "2018-01-01")],
        &as_of(DAY),
    );
    assert_eq!(patient["labs"], json!([]));
    let why: Vec<&str> = reasons(&reading).iter().map(|own| own.1).collect();
    assert_eq!(why, ["later_than_as_of", "older_than_look_back", "older_than_look_back"]);
    assert!(reading.ledger.notes.iter().any(|own| own.contains("2019-01-01")), "{:?}", reading.ledger.notes);
    let forever = FhirOptions { look_back_days: 0, ..as_of(DAY) };
    assert_eq!(one(&[ferritin(50.0, "2011-01-01")], &forever).0["labs"][0]["days_ago"], 3424);
}

#[test]
fn without_a_day_the_newest_result_is_it_and_that_is_said() {
    let newest = with(ferritin(38.0, "2020-05-14"), "issued", json!("2024-01-01T00:00:00Z"));
    let (patient, reading) = one(&[newest, ferritin(50.0, "2020-05-10")], &FhirOptions::default());
    assert_eq!(patient["labs"][1]["days_ago"], 4);
    assert_eq!(
        (reading.ledger.as_of.as_deref(), reading.ledger.as_of_by),
        (Some("2020-05-14"), "newest_result")
    );
    assert!(reading.ledger.notes[0].contains("2020-05-14"));
}

#[test]
fn morning_only_where_the_clock_is_one_of_the_place() {
    let morning = |when: &str| labs(&[ferritin(38.0, when)])[0]["morning"].clone();
    assert_eq!(morning("2020-05-16T08:10:00-05:00"), true);
    assert_eq!(morning("2020-05-16T19:47:00+02:00"), false);
    assert_eq!(
        (morning("2020-05-16T08:10:00Z"), morning("2020-05-16T08:10:00+00:00")),
        (Value::Null, Value::Null)
    );
}

#[test]
fn a_specimen_of_urine_is_no_serum() {
    let contained = json!([{"resourceType": "Specimen", "id": "s", "type": {"text": "Random urine"}}]);
    let own = with(result("2160-0", 1.0, "mg/dL", DAY), "contained", contained);
    assert_eq!(reason(with(own, "specimen", json!({"reference": "#s"}))), "specimen");
}

#[test]
fn what_could_not_be_read_stands_in_the_patient_as_a_doubt() {
    let tsat = |value: f64, day: &str| {
        json!({"resourceType": "Observation", "status": "final", "effectiveDateTime": day, "code": loinc("2502-3"),
            "valueQuantity": quantity(value, "%")})
    };
    let newer = || tsat(88.0, "2020-05-17");
    let mut bare = newer();
    bare["valueQuantity"] = json!({"value": 88});
    let mut silent = newer();
    silent.as_object_mut().unwrap().remove("valueQuantity");
    let mut two = newer();
    two["valueString"] = json!("20 %");
    for (own, reads) in [
        (bare, true),
        (with(newer(), "status", json!("Final")), true),
        (with(silent.clone(), "dataAbsentReason", json!({"coding": [{"code": "error"}]})), false),
        (silent.clone(), false),
        (two, true),
        (
            with(newer(), "modifierExtension", json!([{"url": "http://x/negated", "valueBoolean": true}])),
            true,
        ),
        (with(newer(), "focus", json!([{"reference": "Patient/baby"}])), false),
    ] {
        let (patient, reading) = one(&[tsat(20.0, "2020-05-10"), own.clone()], &as_of("2020-05-18"));
        assert_eq!(patient["labs"], json!([]), "{own}");
        let read = reading.subjects[0].patient().unwrap();
        assert!(!read.set_aside().is_empty(), "{own}");
        assert!(read.labs().is_empty() && (!read.doubted().is_empty() || !reads), "{own}");
    }
    let not_done = with(silent, "dataAbsentReason", json!({"coding": [{"code": "not-performed"}]}));
    let (patient, _) = one(&[tsat(20.0, "2020-05-10"), not_done], &as_of("2020-05-18"));
    assert_eq!(patient["labs"][0]["value"].as_f64(), Some(20.0));
}

#[test]
fn a_result_that_stands_in_a_report_is_read() {
    let mut inner = ferritin(38.0, DAY);
    inner["id"] = json!("a");
    let report = json!({"resourceType": "DiagnosticReport", "status": "final", "code": loinc("58410-2"),
        "contained": [inner], "result": [{"reference": "#a"}]});
    let (patient, reading) = one(&[report], &as_of(DAY));
    assert_eq!(patient["labs"][0]["value"].as_f64(), Some(38.0));
    assert!(reading.ledger.entries.iter().any(|own| own.path == "entry[0].resource.contained[0]"));
}
