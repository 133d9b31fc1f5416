//! Critical results of a patient who is refused: a potassium of 7.2 must not be lost because a ferritin was misspelt.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Map, Value, json};

use super::CriticalResult;
use super::critical::critical;
use super::intake::{Policy, intake};
use crate::fact::{Fact, Options, YesNo};
use crate::knowledge::Knowledge;
use crate::logic::table::Scratch;
use crate::patient::limits::MOST_LABS;
use crate::patient::{Lab, Patient, PatientBuilder};

/// What a value is beside, as far as it can be read: age and dialysis have limits of their own.
const CONTEXT: [&[&str]; 3] = [&["age_years", "history"], &["age_years"], &[]];
/// The items of the history that critical limits ask for.
const HISTORY: [&str; 2] = ["dialysis", "esrd"];

/// The critical results among what a refused patient's JSON says, each value by itself and *if its unit is right*:
/// nothing else is concluded. A value that is asked about is looked at as it stands; one that cannot be read is not.
///
/// ```
/// use ekbom::{Knowledge, Patient, assess::critical_of_refused};
/// let text = r#"{"labs": [{"analyte": "feritin", "value": 38, "unit": "ng/mL"},
///     {"analyte": "potassium", "value": 7.2, "unit": "mmol/L"}]}"#;
/// assert!(Patient::from_json(text).is_err());
/// let critical = critical_of_refused(&Knowledge::builtin(), text.as_bytes());
/// assert_eq!(critical[0].analyte.id(), "potassium");
/// ```
pub fn critical_of_refused(knowledge: &Knowledge, text: &[u8]) -> Vec<CriticalResult> {
    let Ok(Value::Object(said)) = serde_json::from_slice(text) else { return Vec::new() };
    let Some(Value::Array(labs)) = said.get("labs") else { return Vec::new() };
    let context = context(&said);
    let read: Vec<Patient> = labs.iter().take(MOST_LABS).filter_map(|lab| by_itself(&context, lab)).collect();
    critical_of(knowledge, &read)
}

/// The same of what was said to a builder: what could not be read is not among it.
///
/// ```
/// use ekbom::assess::critical_of_refused_builder;
/// use ekbom::measure::{analyte::Analyte, unit::Unit};
/// use ekbom::patient::{FaultKind, Lab};
/// use ekbom::{Knowledge, Patient};
/// let said = Patient::builder()
///     .lab(Lab::new(Analyte::Potassium, 7.2, Unit::MmolPerL))
///     .refused_lab(FaultKind::UnknownAnalyte, "analyte", "feritin", "not a known analyte", ["ferritin"]);
/// assert!(said.clone().build().is_err());
/// let critical = critical_of_refused_builder(&Knowledge::builtin(), &said);
/// assert_eq!(critical[0].analyte.id(), "potassium");
/// ```
pub fn critical_of_refused_builder(knowledge: &Knowledge, said: &PatientBuilder) -> Vec<CriticalResult> {
    let mut items = Patient::builder();
    for (item, fact) in [(YesNo::Dialysis, Fact::Dialysis), (YesNo::Esrd, Fact::Esrd)] {
        for (_, options) in said.patient().choices().iter().filter(|(own, _)| *own == fact) {
            items = items.item(item, *options == Options::YES);
        }
    }
    let aged = |made: PatientBuilder| match said.patient().age() {
        Some(age) => made.age_between(age),
        None => made,
    };
    let contexts = [aged(items), aged(Patient::builder()), Patient::builder()];
    let accepted = |own: &PatientBuilder| own.clone().build().is_ok();
    let context = contexts.into_iter().find(accepted).unwrap_or_default();
    let alone = |lab: &Lab| {
        let mut lab = lab.clone().confirmed();
        // They may be what was refused.
        (lab.ref_low, lab.ref_high, lab.grey_high) = (None, None, None);
        context.clone().lab(lab).build().ok()
    };
    let read: Vec<Patient> = said.patient().labs().iter().take(MOST_LABS).filter_map(alone).collect();
    critical_of(knowledge, &read)
}

/// What is critical of patients of whom one result is known each.
fn critical_of(knowledge: &Knowledge, read: &[Patient]) -> Vec<CriticalResult> {
    let mut scratch = Scratch::new();
    let mut made: Vec<CriticalResult> = Vec::new();
    for patient in read.iter().filter(|own| !superseded(own, read)) {
        let policy = Policy::default();
        let known = intake(patient, &policy);
        for result in critical(knowledge, patient, &known, &policy, &mut scratch) {
            if !made.contains(&result) {
                made.push(result);
            }
        }
    }
    made
}

/// The most of the person that is accepted.
fn context(said: &Map<String, Value>) -> Map<String, Value> {
    let of = |keys: &[&str]| {
        let mut made = Map::new();
        for key in keys {
            match (*key, said.get(*key)) {
                ("history", Some(Value::Object(history))) => {
                    let own =
                        HISTORY.iter().filter_map(|item| Some(((*item).into(), history.get(*item)?.clone())));
                    made.insert("history".into(), Value::Object(own.collect()));
                }
                ("history", _) | (_, None) => {}
                (key, Some(value)) => {
                    made.insert(key.into(), value.clone());
                }
            }
        }
        made
    };
    let accepted = |own: &Map<String, Value>| Patient::from_json(&json!(own).to_string()).is_ok();
    CONTEXT.iter().map(|keys| of(keys)).find(accepted).unwrap_or_default()
}

/// A patient of whom only this result is known. Limits of the laboratory are left out: they may be what was refused.
fn by_itself(context: &Map<String, Value>, lab: &Value) -> Option<Patient> {
    let mut lab = lab.as_object()?.clone();
    for key in ["ref_low", "ref_high", "grey_high", "doubt"] {
        lab.remove(key);
    }
    lab.insert("confirmed".into(), Value::Bool(true));
    let mut patient = context.clone();
    patient.insert("labs".into(), json!([lab]));
    let read = |patient: &Map<String, Value>| Patient::from_json(&Value::Object(patient.clone()).to_string());
    read(&patient).ok().or_else(|| {
        // What it may say, where there is one reading of it: a misspelt name, a comma for a point, no unit.
        patient.insert("on_refusal".into(), "set_aside".into());
        let aside = read(&patient).ok()?;
        let [one] = aside.doubted() else { return None };
        let alone = Patient { labs: alloc::vec![one.clone()], doubted: Vec::new(), ..aside.clone() };
        Some(Patient { set_aside: Vec::new(), ..alone })
    })
}

/// Is there a newer result of the same analyte?
fn superseded(one: &Patient, all: &[Patient]) -> bool {
    let Some(lab) = one.labs().first() else { return true };
    all.iter().filter_map(|own| own.labs().first()).any(|other| {
        other.analyte() == lab.analyte()
            && other.days().zip(lab.days()).is_some_and(|(newer, older)| newer < older)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn critical_in(text: &str) -> Vec<String> {
        assert!(Patient::from_json(text).is_err(), "{text}");
        let found = critical_of_refused(&Knowledge::builtin(), text.as_bytes());
        found.into_iter().map(|own| own.analyte.id().into()).collect()
    }

    #[test]
    fn a_fault_beside_it_hides_no_critical_result() {
        let potassium = r#"{"analyte": "potassium", "value": 7.2, "unit": "mmol/L", "days_ago": 1}"#;
        for beside in [
            r#"{"analyte": "feritin", "value": 38, "unit": "ng/mL"}"#,
            r#"{"analyte": "ferritin", "value": 38}"#,
            r#"{"analyte": "ferritin", "value": -9999999, "unit": "ng/mL"}"#,
            "5",
        ] {
            let text = alloc::format!(r#"{{"age_years": 58, "labs": [{beside}, {potassium}]}}"#);
            assert_eq!(critical_in(&text), ["potassium"]);
        }
        let flag = alloc::format!(
            r#"{{"sex": "f", "age_years": "old", "history": {{"x": 1}}, "labs": [{potassium}]}}"#
        );
        assert_eq!(critical_in(&flag), ["potassium"]);
        let newer = r#"{"analyte": "potassium", "value": 4.2, "unit": "mmol/L", "days_ago": 0}"#;
        assert!(critical_in(&alloc::format!(r#"{{"sex": "f", "labs": [{newer}, {potassium}]}}"#)).is_empty());
        assert!(critical_in("[").is_empty() && critical_in(r#"{"labs": 5}"#).is_empty());
    }

    #[test]
    fn a_value_that_is_asked_about_is_looked_at() {
        let asked =
            r#"{"labs": [{"analyte": "phosphate", "value": 0.29, "unit": "mmol/L", "ref_low": 2.5}]}"#;
        assert_eq!(critical_in(asked), ["phosphate"]);
        let unreadable = r#"{"labs": [{"analyte": "potassium", "value": 7.2, "unit": "mg/dL"}]}"#;
        assert!(critical_in(unreadable).is_empty());
    }
}
