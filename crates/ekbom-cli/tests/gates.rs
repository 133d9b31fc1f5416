//! The gates of `tests/gates` through the command `ekbom cohort`: tables with their maps, and what becomes of each row.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "in a test a failed unwrap is a failed test"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

const TABLES: &str = include_str!("../../../tests/gates/tables.json");

const PATIENTS: &str = include_str!("../../../tests/gates/patients.json");

/// Row and field of each refusal.
fn fields(rejects: &str) -> Vec<(usize, &str)> {
    let parts = |line| -> Vec<&str> { str::split(line, ',').collect() };
    rejects.lines().skip(1).map(parts).map(|own| (own[0].parse().unwrap(), own[2])).collect()
}

/// The row and the map of a patient, where it can be one: numbers in units that the analyte has, one of each analyte.
fn table(case: &Value) -> Option<(String, String)> {
    let patient = &case["patient"];
    let mut map = format!("ask = {}\n", asked(case));
    map += &format!("complete = {}\n", patient.get("complete").map_or("[]".into(), Value::to_string));
    let (mut quantities, mut person, mut items) = (String::new(), String::new(), String::new());
    let mut row: Vec<(String, String)> = Vec::new();
    let mut seen = BTreeSet::new();
    for lab in patient.get("labs").and_then(Value::as_array).into_iter().flatten() {
        let analyte = lab["analyte"].as_str()?;
        let unit = lab["unit"].as_str()?;
        let by_unit = case["expect"]["errors"]
            .as_array()
            .into_iter()
            .flatten()
            .any(|error| error["field"].as_str().is_some_and(|field| field.ends_with(".unit")));
        if !seen.insert(analyte) || by_unit || !lab["value"].is_number() {
            return None;
        }
        quantities += &format!("{analyte} = {{ column = \"{analyte}\", unit = \"{unit}\"");
        row.push((analyte.into(), lab["value"].to_string()));
        for key in ["ref_low", "ref_high", "grey_high", "comparator"] {
            if let Some(value) = lab.get(key) {
                quantities += &format!(", {key} = \"{analyte}.{key}\"");
                row.push((format!("{analyte}.{key}"), value.as_str().map_or(value.to_string(), Into::into)));
            }
        }
        quantities += " }\n";
    }
    for key in ["age_years", "sex"] {
        match patient.get(key) {
            Some(Value::Object(_)) => return None,
            Some(value) => {
                person += &format!("{key} = \"{key}\"\n");
                row.push((key.into(), value.as_str().map_or(value.to_string(), Into::into)));
            }
            None => {}
        }
    }
    for (key, value) in patient.get("history").and_then(Value::as_object).into_iter().flatten() {
        items += &format!("{key} = \"{key}\"\n");
        row.push((key.clone(), value.to_string()));
    }
    if let Some(names) = patient.get("medicines").and_then(Value::as_array) {
        let names: Vec<&str> = names.iter().filter_map(Value::as_str).collect();
        row.push(("drugs".into(), names.join(";")));
        map += "medicines = { column = \"drugs\" }\n";
    }
    map += &format!("[quantities]\n{quantities}[person]\n{person}[items]\n{items}");
    let (names, values): (Vec<String>, Vec<String>) = row.into_iter().unzip();
    Some((map, format!("{}\n{}\n", names.join(","), values.join(","))))
}

/// What the case expects answers of, or something, where it expects none.
fn asked(case: &Value) -> String {
    let positions = case["expect"]["positions"].as_object();
    let names: Vec<&String> = positions.into_iter().flatten().map(|(name, _)| name).collect();
    if names.is_empty() { "[\"iron.safety\"]".into() } else { format!("{names:?}") }
}

/// The same case through a table: what JSON refuses is set aside, and named by the same key; what JSON answers, the row
/// answers.
fn wrong_in_table(case: &Value) -> Option<String> {
    let (map, csv) = table(case)?;
    let folder =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join("gates-patients").join(case["id"].as_str().unwrap());
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("map.toml"), &map).unwrap();
    fs::write(folder.join("in.csv"), &csv).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_ekbom"))
        .current_dir(&folder)
        .args(["cohort", "in.csv", "out.csv", "--map", "map.toml"])
        .output()
        .unwrap();
    let Ok(out) = fs::read_to_string(folder.join("out.csv")) else {
        return Some(format!("{map}{}", String::from_utf8_lossy(&output.stderr)));
    };
    let rejects = fs::read_to_string(folder.join("out.rejects.csv")).unwrap_or_default();
    let found: BTreeSet<String> = fields(&rejects).into_iter().map(|(_, field)| field.into()).collect();
    let labs = &case["patient"]["labs"];
    let expected: BTreeSet<String> = case["expect"]["errors"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|error| {
            let field = error["field"].as_str().unwrap();
            let lab = field.strip_prefix("labs[").and_then(|rest| rest.split_once("]."));
            match lab {
                Some((place, key)) => {
                    let analyte = labs[place.parse::<usize>().unwrap()]["analyte"].as_str().unwrap();
                    format!("{analyte}.{key}")
                }
                None => field.into(),
            }
        })
        .collect();
    if found != expected {
        return Some(format!("set aside {found:?}, expected {expected:?}"));
    }
    let mut lines = out.lines().map(|line| line.split(',').collect::<Vec<&str>>());
    let (names, values) = (lines.next()?, lines.next()?);
    for (name, answers) in case["expect"]["positions"].as_object().into_iter().flatten() {
        let answers = answers.as_array().unwrap();
        let place = names.iter().position(|own| own == name)?;
        let wanted = if let [one] = answers.as_slice() { one.as_str().unwrap() } else { "" };
        if values[place] != wanted {
            return Some(format!("{name}: {}, expected {wanted}", values[place]));
        }
    }
    None
}

/// Cases that a table answers otherwise, on purpose.
const OTHERWISE: [(&str, &str); 2] = [
    ("42-intrinsic-factor-in-units", "a column of an antibody holds words; a number is refused with the map"),
    ("45b-age-over-89", "`> 89` says one thing, and a table takes what says one thing"),
];

#[test]
fn every_patient_is_answered_alike_in_a_table() {
    let cases: Value = serde_json::from_str(PATIENTS).unwrap();
    let cases: Vec<&Value> =
        cases.as_array().unwrap().iter().filter(|case| case.get("open").is_none()).collect();
    for (id, why) in OTHERWISE {
        let case = cases.iter().find(|case| case["id"] == id).unwrap();
        assert!(wrong_in_table(case).is_some(), "{id} is answered alike now: {why}");
    }
    let cases: Vec<&Value> =
        cases.into_iter().filter(|case| OTHERWISE.iter().all(|(id, _)| case["id"] != *id)).collect();
    let tried = cases.iter().filter(|case| table(case).is_some()).count();
    let failed: Vec<String> =
        cases.iter().filter_map(|case| Some(format!("{}: {}", case["id"], wrong_in_table(case)?))).collect();
    println!("gates: {tried} of {} patients as tables", cases.len());
    assert!(tried >= 7, "{tried}");
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// What is wrong with the answers of a table.
fn wrong(case: &Value) -> Option<String> {
    let text = |key: &str| case[key].as_str().unwrap();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("gates").join(text("id"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("map.toml"), text("map")).unwrap();
    fs::write(folder.join("in.csv"), text("csv")).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_ekbom"))
        .current_dir(&folder)
        .args(["cohort", "in.csv", "out.csv", "--map", "map.toml"])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if let Some(fails) = case.get("fails") {
        let right = output.status.code() == Some(1) && said.contains(fails.as_str().unwrap());
        return (!right).then_some(said);
    }
    if !folder.join("out.csv").exists() {
        return Some(said);
    }
    let rejects = fs::read_to_string(folder.join("out.rejects.csv")).unwrap_or_default();
    let refused = fields(&rejects);
    for (row, expected) in (1..).zip(case["rows"].as_array().unwrap()) {
        let found: Vec<&str> =
            refused.iter().filter(|(own, _)| *own == row).map(|(_, field)| *field).collect();
        let right = match expected.as_str() {
            Some(field) => found.contains(&field),
            None => found.is_empty(),
        };
        if !right {
            return Some(format!("row {row}: expected {expected}, refused {found:?}\n{rejects}"));
        }
    }
    None
}

#[test]
fn every_table_gets_the_careful_answer() {
    let cases: Value = serde_json::from_str(TABLES).unwrap();
    let mut failed = Vec::new();
    for case in cases.as_array().unwrap() {
        match (wrong(case), case.get("open")) {
            (Some(found), None) => failed.push(format!("{}: {found}", case["id"])),
            (None, Some(why)) => failed.push(format!("{} is no longer open: {why}", case["id"])),
            _ => {}
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
