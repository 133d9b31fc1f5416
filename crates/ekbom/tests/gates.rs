//! Faults that people who wrangle laboratory data report in public, reduced to their numbers: `tests/gates`. Each has the
//! answer of a careful reader, and must get it. One that does not is `open`, with what is missing; an open one that gets it
//! is no longer open.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "in a test, and in what it calls, a failed unwrap is a failed test"
)]
#![expect(dead_code, reason = "what the runners of vectors share is not all needed here")]

mod support;

use ekbom::Knowledge;
use ekbom::measure::analyte::Analyte;
use ekbom::measure::unit::Unit;
use serde_json::Value;
use support::{answer, differences};

const PATIENTS: &str = include_str!("../../../tests/gates/patients.json");
const UNITS: &str = include_str!("../../../tests/gates/units.tsv");

#[test]
fn every_patient_gets_the_careful_answer() {
    let knowledge = Knowledge::builtin();
    let cases: Value = serde_json::from_str(PATIENTS).unwrap();
    let mut failed = Vec::new();
    let mut open = 0;
    for case in cases.as_array().unwrap() {
        let found = differences(&case["expect"], &answer(&knowledge, case));
        match (case.get("open"), found.is_empty()) {
            (None, false) => failed.push(format!("{}: {}", case["id"], found.join("; "))),
            (Some(why), true) => failed.push(format!("{} is no longer open: {why}", case["id"])),
            (Some(_), false) => open += 1,
            (None, true) => {}
        }
    }
    println!("gates: {} patients, {open} open", cases.as_array().unwrap().len());
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// What becomes of a number in a unit as it was written: the number in the careful unit, taken or offered.
fn becomes(analyte: Analyte, value: f64, text: &str, careful: &str) -> Option<f64> {
    let wanted = Unit::parse(careful).unwrap();
    match analyte.unit_spelt(text, Some(value)) {
        Ok(unit) => analyte.convert(value, unit, wanted),
        Err(meant) => {
            let (value, unit) = meant.changed.or(match meant.units.as_slice() {
                [one] => Some((value, *one)),
                _ => None,
            })?;
            analyte.convert(value, unit, wanted)
        }
    }
}

#[test]
fn every_unit_becomes_the_careful_one() {
    for line in UNITS.lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [number, analyte, value, unit, careful] = fields[..5] else { panic!("{line}") };
        let analyte: Analyte = analyte.parse().unwrap();
        let value: f64 = value.parse().unwrap();
        if careful == "refuse" {
            let refused = analyte.unit_spelt(unit, Some(value)).unwrap_err();
            assert!(
                refused.changed.is_none_or(|(changed, _)| changed.to_bits() != value.to_bits()),
                "{line}"
            );
            continue;
        }
        let Ok(expected) = fields[5].parse::<f64>() else {
            // Urea or its nitrogen: asked, with what each would be.
            let unit = analyte.unit_spelt(unit, Some(value)).unwrap();
            let question = analyte.question(value, unit).unwrap();
            assert_eq!(number, "33", "{line}");
            assert!(question.contains("6.66 mmol/L") && question.contains("14.3 mmol/L"), "{question}");
            continue;
        };
        let got = becomes(analyte, value, unit, careful);
        assert!(got.is_some_and(|got| (got - expected).abs() < 0.006), "{line}: {got:?}");
    }
}

#[test]
fn a_damaged_sign_is_offered_and_not_taken() {
    for damaged in ["\u{fffd}mol/L", "?mol/L", "\u{fffd}\u{fffd}mol/L"] {
        assert_eq!(Unit::parse(damaged), None);
        assert_eq!(Analyte::Creatinine.unit_spelt(damaged, Some(88.0)).unwrap_err().units, [Unit::UmolPerL]);
    }
}
