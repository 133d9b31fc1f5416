//! Each shared vector whose patient FHIR can say, said as FHIR: the answer must be the same, byte for byte. Of the others
//! the key that FHIR has no place for is listed (`cargo test -p ekbom-fhir vectors -- --nocapture`).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use ekbom::fact::{Fact, Kind};
use ekbom::measure::analyte::Analyte;
use ekbom::patient::CompleteGroup;
use ekbom::{Knowledge, Patient, assess};
use ekbom_fhir::{CodeMap, CodeMeaning, FhirOptions, read};
use serde_json::{Map, Value, json};

use super::{as_of, bundle, loinc};

const DAY: &str = "2020-06-15";
/// A system of codes of the tests, for facts without a code that is built in.
const OWN: &str = "https://example.org/fact";

/// The resources that say this patient, or the key that they cannot.
fn as_fhir(patient: &Map<String, Value>) -> Result<(Vec<Value>, FhirOptions), String> {
    let mut resources = Vec::new();
    let mut options = as_of(DAY);
    options.codes = codes();
    let mut person = json!({"resourceType": "Patient", "id": "p"});
    for (key, value) in patient {
        match key.as_str() {
            "age_years" => {
                let age = value.as_u64().filter(|own| (3..120).contains(own)).ok_or("age_years")?;
                person["birthDate"] = json!(format!("{}-06-15", 2020 - age));
            }
            "sex" => person["gender"] = value.clone(),
            "sex_for_reference" => {
                let code = format!("{}-typical", value.as_str().ok_or("sex_for_reference")?);
                person["extension"] = json!([{
                    "url": "http://hl7.org/fhir/StructureDefinition/patient-sexParameterForClinicalUse",
                    "extension": [{"url": "value", "valueCodeableConcept": {"coding": [{"code": code}]}}]}]);
            }
            "labs" => {
                let labs = value.as_array().ok_or("labs")?;
                for own in labs {
                    let same = labs.iter().filter(|other| other["analyte"] == own["analyte"]).count();
                    resources.push(lab(own, same == 1)?);
                }
            }
            "symptoms" | "history" => {
                for (item, said) in value.as_object().ok_or(key.clone())? {
                    resources.push(yes(key, item, said)?);
                }
            }
            "medicines" => {
                for own in value.as_array().ok_or("medicines")? {
                    resources.push(medicine(own)?);
                }
            }
            "complete" => {
                let groups = value.as_array().ok_or("complete")?.iter();
                options.complete = groups.filter_map(|own| CompleteGroup::from_code(own.as_str()?)).collect();
            }
            other => return Err(other.to_owned()),
        }
    }
    resources.push(person);
    Ok((resources, options))
}

fn codes() -> CodeMap {
    let facts = Fact::ALL.iter().filter(|own| {
        use ekbom::fact::Group;
        matches!(own.info().kind, Kind::Flag) && matches!(own.info().group, Group::History | Group::Symptoms)
    });
    let map = facts.fold(CodeMap::default(), |map, own| {
        map.with(OWN, own.id(), CodeMeaning::Fact { fact: *own, lasts: false })
    });
    map.with(OWN, "pregnant", CodeMeaning::Pregnant)
}

fn yes(group: &str, item: &str, said: &Value) -> Result<Value, String> {
    let flag =
        item == "pregnant" || Fact::from_id(item).is_some_and(|own| matches!(own.info().kind, Kind::Flag));
    if !flag || *said != Value::Bool(true) {
        return Err(if flag { format!("{group}: no") } else { format!("{group}.{item}") });
    }
    Ok(json!({"resourceType": "Condition", "clinicalStatus": {"coding": [{"code": "active"}]},
        "verificationStatus": {"coding": [{"code": "confirmed"}]}, "recordedDate": DAY,
        "code": {"coding": [{"system": OWN, "code": item}]}}))
}

fn lab(own: &Value, alone: bool) -> Result<Value, String> {
    let own = own.as_object().ok_or("labs")?;
    let known =
        ["analyte", "value", "unit", "comparator", "days_ago", "morning", "ref_low", "ref_high", "assay"];
    if let Some(key) = own.keys().find(|key| !known.contains(&key.as_str())) {
        return Err(format!("labs.{key}"));
    }
    let analyte: Analyte = own["analyte"].as_str().and_then(|id| id.parse().ok()).ok_or("labs.analyte")?;
    let code = analyte.info().loinc.first().ok_or("labs.analyte without LOINC")?.code;
    let mut made = json!({"resourceType": "Observation", "status": "final", "code": loinc(code)});
    let quantity = |value: &Value| json!({"value": value, "unit": own.get("unit")});
    match own.get("value") {
        Some(word @ Value::String(_)) => made["valueString"] = word.clone(),
        Some(number) if own.contains_key("unit") => {
            made["valueQuantity"] = quantity(number);
            if let Some(sign) = own.get("comparator") {
                made["valueQuantity"]["comparator"] = sign.clone();
            }
        }
        _ => return Err("labs.unit".into()),
    }
    let mut range = Map::new();
    for (key, side) in [("ref_low", "low"), ("ref_high", "high")] {
        if let Some(limit) = own.get(key) {
            range.insert(side.into(), quantity(limit));
        }
    }
    if !range.is_empty() {
        made["referenceRange"] = json!([range]);
    }
    if let Some(assay) = own.get("assay") {
        made["method"] = json!({"text": assay});
    }
    let clock = match own.get("morning").map(Value::as_bool) {
        None => "",
        Some(Some(true)) => "T08:00:00+02:00",
        Some(_) => "T15:00:00+02:00",
    };
    match own.get("days_ago").map(|own| own.as_u64().filter(|days| *days < 365)) {
        Some(Some(days)) => made["effectiveDateTime"] = json!(format!("{}{clock}", before(days))),
        Some(None) => return Err("labs.days_ago as a part of a day, or long ago".into()),
        None if !clock.is_empty() => return Err("labs.morning without a day".into()),
        None if !alone => return Err("labs: several without days".into()),
        None => {}
    }
    Ok(made)
}

/// So many days before the day asked about.
fn before(days: u64) -> String {
    let months = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let (mut year, mut month, mut day) = (2020, 6usize, 15u64);
    for _ in 0..days {
        day -= 1;
        if day == 0 {
            month = if month == 1 { 12 } else { month - 1 };
            year -= i32::from(month == 12);
            day = if month == 2 && year == 2019 { 28 } else { months[month - 1] };
        }
    }
    format!("{year}-{month:02}-{day:02}")
}

fn medicine(own: &Value) -> Result<Value, String> {
    let known = ["name", "days_taken", "stopped_days_ago", "planned"];
    let entries = own.as_object().cloned().unwrap_or_default();
    if let Some(key) = entries.keys().find(|key| !known.contains(&key.as_str())) {
        return Err(format!("medicines.{key}"));
    }
    let name = own.as_str().or_else(|| own["name"].as_str()).ok_or("medicines")?;
    let day =
        |key: &str| entries.get(key).map(|own| own.as_u64().map(before).ok_or(format!("medicines.{key}")));
    let mut period = Map::new();
    if let Some(start) = day("days_taken").transpose()? {
        period.insert("start".into(), json!(start));
    }
    let mut status = if own["planned"] == Value::Bool(true) { "intended" } else { "active" };
    if let Some(end) = day("stopped_days_ago").transpose()? {
        period.insert("end".into(), json!(end));
        status = "stopped";
    }
    Ok(json!({"resourceType": "MedicationStatement", "status": status, "effectivePeriod": period,
        "medicationCodeableConcept": {"text": name}}))
}

/// The same patient with its results in the order in which this door gives them: some lists of an answer follow it.
fn in_order(patient: &Value) -> String {
    let mut own = patient.clone();
    if let Some(labs) = own.get_mut("labs").and_then(Value::as_array_mut) {
        let place = |lab: &Value| lab["analyte"].as_str().and_then(|id| id.parse::<Analyte>().ok());
        labs.sort_by_key(|lab| (place(lab), lab["days_ago"].as_u64()));
    }
    own.to_string()
}

#[test]
fn the_answer_is_the_same_byte_for_byte() {
    let knowledge = Knowledge::builtin();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors");
    let (mut said, mut different) = (0, Vec::new());
    let mut not_said: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|own| own != "json") {
            continue;
        }
        let whole: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        for vector in whole["vectors"].as_array().into_iter().flatten() {
            let id = vector["id"].as_str().unwrap().to_owned();
            let patient = match vector.get("patient").and_then(Value::as_object) {
                Some(own) => own,
                None => {
                    not_said.entry("text".into()).or_default().push(id);
                    continue;
                }
            };
            let Ok(own) = Patient::from_json(&in_order(&vector["patient"])) else {
                not_said.entry("refused".into()).or_default().push(id);
                continue;
            };
            match as_fhir(patient) {
                Err(key) => not_said.entry(key).or_default().push(id),
                Ok((resources, options)) => {
                    said += 1;
                    let reading = read(&bundle(&resources), &options).unwrap();
                    let other = reading.subjects[0].patient();
                    let expected = assess(&knowledge, &own).to_json();
                    match other {
                        Ok(other) if assess(&knowledge, &other).to_json() == expected => {}
                        Ok(_) => different.push(format!(
                            "{id}: another answer from {}",
                            reading.subjects[0].to_json().unwrap()
                        )),
                        Err(errors) => different.push(format!("{id}: {errors}")),
                    }
                }
            }
        }
    }
    for (key, ids) in &not_said {
        println!("FHIR has no place for {key}: {} vectors: {}", ids.len(), ids.join(" "));
    }
    println!("{said} vectors said as FHIR, {} not", not_said.values().map(Vec::len).sum::<usize>());
    assert!(different.is_empty(), "{} of {said}:\n{}", different.len(), different.join("\n"));
    assert!(said > 500, "{said}");
}
