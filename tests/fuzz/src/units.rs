//! Laboratory values and units: spellings, conversion there and back, bounds, findings in words.

use arbitrary::{Result, Unstructured};
use ekbom::assess;
use ekbom::measure::analyte::{Analyte, Plausibility};
use ekbom::measure::unit::Unit;
use ekbom::patient::{Comparator, Finding, Lab, Patient};
use serde_json::json;

use crate::{knowledge, refused};

pub fn check(data: &[u8]) {
    let _ = drawn(Unstructured::new(data));
}

fn drawn(mut bytes: Unstructured<'_>) -> Result<()> {
    let analyte = *bytes.choose(&Analyte::ALL)?;
    let units = analyte.info().units;
    let (from, to) = (bytes.choose(units)?.unit, bytes.choose(units)?.unit);
    let value: f64 = match bytes.ratio(1u8, 4u8)? {
        true => bytes.arbitrary()?,
        false => f64::from(bytes.arbitrary::<u16>()?) / f64::from(bytes.int_in_range(1..=200u8)?),
    };
    convert(analyte, value, from, to);
    let kind = bytes.int_in_range(0..=7u8)?;
    let lab = match kind {
        0..=3 => Lab::new(analyte, value, from),
        4..=6 => Lab::censored(analyte, *bytes.choose(&Comparator::ALL)?, value, from),
        _ => Lab::qualitative(analyte, *bytes.choose(&Finding::ALL)?),
    };
    let lab = if bytes.arbitrary()? { lab.confirmed() } else { lab };
    let lab = if bytes.ratio(1u8, 4u8)? { lab.ref_low(bytes.arbitrary()?) } else { lab };
    let lab = if bytes.ratio(1u8, 4u8)? { lab.ref_high(bytes.arbitrary()?) } else { lab };
    match Patient::builder().lab(lab).build() {
        Ok(patient) => {
            crate::whole(&assess(knowledge(), &patient).to_json());
        }
        Err(errors) => refused(&errors),
    }
    spelling(&String::from_utf8_lossy(bytes.take_rest()), analyte, value);
    Ok(())
}

/// There and back is the same amount, and plausible or not whatever the unit.
fn convert(analyte: Analyte, value: f64, from: Unit, to: Unit) {
    let Some(there) = analyte.convert(value, from, to) else { return };
    let back = analyte.convert(there, to, from).unwrap();
    // Beyond these the number itself has fewer digits.
    if (1e-290..1e290).contains(&value) && (1e-290..1e290).contains(&there) {
        assert!(
            (back / value - 1.0).abs() < 1e-9 || shifted(analyte, value, back),
            "{value} {from} = {there} {to} = {back}"
        );
    }
    let _: Plausibility = analyte.plausibility(value);
    for unit in analyte.units_that_make_sense(value, Some(from)) {
        assert!(analyte.scale(unit).is_some());
    }
}

/// HbA1c has a shift between its scales, in which the digits of a tiny number are lost.
fn shifted(analyte: Analyte, value: f64, back: f64) -> bool {
    analyte.id() == "hba1c" && (back - value).abs() < 1e-9
}

fn spelling(text: &str, analyte: Analyte, value: f64) {
    match text.parse::<Unit>() {
        Ok(unit) => {
            assert_eq!(Unit::parse(unit.ucum()), Some(unit));
            for other in [text.to_ascii_uppercase(), text.to_ascii_lowercase(), format!(" {text} ")] {
                assert_eq!(Unit::parse(&other), Some(unit), "{other:?}");
            }
        }
        Err(error) => {
            assert!(error.text().chars().count() <= 40);
            error.nearest();
        }
    }
    if value.is_finite() {
        let patient = json!({"labs": [{"analyte": analyte.id(), "value": value, "unit": text}]});
        match Patient::from_json(&patient.to_string()) {
            Ok(patient) => assert_eq!(patient.labs().len(), 1),
            Err(errors) => refused(&errors),
        }
    }
    if let Err(unknown) = text.parse::<Analyte>() {
        unknown.nearest();
    }
}
