//! The core decides whether a result can be true: by its own door, with its own words.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use ekbom::Patient;
use ekbom::measure::analyte::Analyte;
use ekbom::measure::unit::Unit;
use ekbom::patient::{PatientError, PatientErrors};
use serde_json::{Value, json};

use crate::{Line, PastedLab, Said};

/// Readings of a line that are offered.
const MOST_READINGS: usize = 4;

fn patient(labs: &[&PastedLab]) -> Result<Patient, PatientErrors> {
    let labs: Vec<Value> = labs.iter().map(|lab| lab.to_json()).collect();
    Patient::from_json(&json!({ "labs": labs }).to_string())
}

fn believed(lab: &PastedLab) -> bool {
    patient(&[lab]).is_ok()
}

/// Asks of the result of one line, and of what it may say.
pub(crate) fn one(said: &mut Said) {
    match said {
        Said::Understood { lab, .. } => {
            if let Err(errors) = patient(&[lab]) {
                *said = doubted(lab, errors.errors());
            }
        }
        Said::Doubted { readings, .. } => readings.retain(believed),
        Said::NotUnderstood { .. } | Said::NoResult => {}
    }
}

/// What a result is of.
fn analytes(lab: &PastedLab) -> Vec<Analyte> {
    lab.analyte.parse().into_iter().collect()
}

/// Doubts what was understood.
pub(crate) fn doubt(said: &mut Said, why: &str) {
    if let Said::Understood { lab, .. } = said {
        let (analytes, readings) = (analytes(lab), alloc::vec![lab.clone()]);
        *said = Said::Doubted { analytes, why: why.to_owned(), readings };
    }
}

/// Results of several dates are not of one day, and how long ago each is of is not known here.
pub(crate) fn of_one_day(lines: &mut [Line], dates: &[(Option<String>, bool)]) {
    let understood = |line: &Line| matches!(line.said, Said::Understood { .. });
    let dated: Vec<&String> = lines
        .iter()
        .zip(dates)
        .filter(|(line, _)| understood(line))
        .filter_map(|(_, (date, _))| date.as_ref())
        .collect();
    let Some(first) = dated.first().map(|own| (*own).clone()) else { return };
    let one = dated.iter().all(|own| **own == first);
    for (line, (date, of_its_own)) in lines.iter_mut().zip(dates) {
        let Some(date) = date else { continue };
        if one && !of_its_own {
            continue;
        }
        if one {
            if let Said::Understood { notes, .. } = &mut line.said {
                notes.push(format!("its date, {date}, is not read: it counts as the newest"));
            }
        } else {
            doubt(
                &mut line.said,
                &format!("the report holds results of several dates, and this one is of {date}"),
            );
        }
    }
}

/// Asks of all results of a report together.
pub(crate) fn together(lines: &mut [Line]) {
    let mut places: Vec<usize> = Vec::new();
    let mut labs: Vec<&PastedLab> = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        if let Said::Understood { lab, .. } = &line.said {
            places.push(place);
            labs.push(lab);
        }
    }
    let mut whys: Vec<(usize, &PastedLab, String)> = Vec::new();
    // Several of one analyte: none is the newest by itself.
    let mut asked: Vec<(&str, bool)> = Vec::new();
    for (place, lab) in places.iter().zip(&labs) {
        let clash = match asked.iter().find(|(own, _)| *own == lab.analyte) {
            Some((_, clash)) => *clash,
            None => {
                let same = |own: &&PastedLab| own.analyte == lab.analyte;
                let others: Vec<&PastedLab> = labs.iter().copied().filter(same).collect();
                let clash = others.len() > 1 && patient(&others).is_err();
                asked.push((&lab.analyte, clash));
                clash
            }
        };
        if clash {
            whys.push((
                *place,
                lab,
                "several results of this analyte: which of them is to be used?".to_owned(),
            ));
        }
    }
    let left: Vec<(usize, &PastedLab)> = places
        .iter()
        .copied()
        .zip(labs.iter().copied())
        .filter(|(_, lab)| !asked.iter().any(|(own, clash)| *clash && *own == lab.analyte))
        .collect();
    let all: Vec<&PastedLab> = left.iter().map(|(_, lab)| *lab).collect();
    if let Err(errors) = patient(&all) {
        for error in errors.errors() {
            let named = error.field().strip_prefix("labs[").and_then(|rest| rest.split_once(']'));
            let place = named.and_then(|(place, _)| place.parse::<usize>().ok());
            match place.and_then(|place| left.get(place)) {
                Some((place, lab)) => whys.push((*place, lab, error.message().to_owned())),
                // A fault of no line is one of all.
                None => {
                    whys.extend(left.iter().map(|(place, lab)| (*place, *lab, error.message().to_owned())))
                }
            }
        }
    }
    let whys: Vec<_> = whys
        .into_iter()
        .map(|(place, lab, why)| {
            (place, Said::Doubted { analytes: analytes(lab), why, readings: alloc::vec![lab.clone()] })
        })
        .collect();
    for (place, said) in whys {
        if let Some(line) = lines.get_mut(place) {
            line.said = said;
        }
    }
}

/// A result that the core does not take, with what it would take.
fn doubted(lab: &PastedLab, errors: &[PatientError]) -> Said {
    let mut readings: Vec<PastedLab> = Vec::new();
    for error in errors {
        let offered = error.accepted().iter().filter_map(|text| changed(lab, error.field(), text));
        for own in offered.filter(believed) {
            if !readings.contains(&own) && readings.len() < MOST_READINGS {
                readings.push(own);
            }
        }
    }
    let why = errors.first().map_or("the core does not take it", PatientError::message).to_owned();
    Said::Doubted { analytes: analytes(lab), why, readings }
}

/// The result with one thing said otherwise.
fn changed(lab: &PastedLab, field: &str, accepted: &str) -> Option<PastedLab> {
    let mut json = lab.to_json();
    let entries = json.as_object_mut()?;
    if let Ok(Value::Object(own)) = serde_json::from_str::<Value>(&format!("{{{accepted}}}")) {
        entries.extend(own);
    } else if accepted == "confirmed: true" {
        entries.insert("confirmed".to_owned(), Value::Bool(true));
    } else {
        let key = field.rsplit('.').next()?;
        let unit = Unit::parse(accepted).filter(|_| key == "unit" || key == "value");
        match (unit, accepted.parse::<f64>()) {
            (Some(unit), _) => entries.insert("unit".to_owned(), unit.to_string().into()),
            (None, Ok(number)) => entries.insert(key.to_owned(), number.into()),
            _ => return None,
        };
    }
    serde_json::from_value(json).ok()
}
