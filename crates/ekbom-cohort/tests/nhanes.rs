//! Real people: every row of three NHANES files against one patient at a time.
//!
//! The data is not part of the project: it lies beside the repository in `../shared/data`, or where `EKBOM_DATA` says;
//! without it the test says so. Vitamin B12 of NHANES is in pmol/L, whatever its column is called.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "in a test a failed unwrap is a failed test"
)]

#[expect(dead_code, reason = "random numbers are for the other test")]
mod common;

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow_array::{ArrayRef, Float64Array, RecordBatch, StringArray};
use common::{Counts, agree};
use ekbom::Knowledge;
use ekbom::logic::authoring::Standing;
use ekbom_cohort::{CohortMap, Column, Quantity, Scalar};
use serde_json::{Value, json};

/// Columns of numbers as analytes.
type Labs = &'static [(&'static str, &'static str, &'static str)];

const FILES: [(&str, &str, &str, Labs); 3] = [
    (
        "nhanes_1999_2000.csv",
        "age",
        "sex",
        &[
            ("ferritin", "LBXFER_ng_mL", "ng/mL"),
            ("iron", "LBXIRN_ug_dL", "ug/dL"),
            ("tibc", "TIBC_derived_ug_dL", "ug/dL"),
            ("haemoglobin", "LBXHGB_g_dL", "g/dL"),
            ("folate_serum", "LBXFOL_ng_mL", "ng/mL"),
            ("rdw", "LBXRDW_pct", "%"),
            ("albumin", "LBXSAL_g_dL", "g/dL"),
            ("creatinine", "creat_umol_L", "umol/L"),
            ("mcv", "LBXMCVSI_fL", "fL"),
            ("hba1c", "LBXGH_pct", "%"),
            ("crp", "LBXCRP_mg_dL", "mg/dL"),
            ("b12_total", "LBXB12_pg_mL", "pmol/L"),
        ],
    ),
    (
        "nhanes_2005_2006.csv",
        "age",
        "RIAGENDR",
        &[
            ("ferritin", "LBXFER", "ng/mL"),
            ("creatinine", "creat", "mg/dL"),
            ("mcv", "mcv", "fL"),
            ("rdw", "rdw", "%"),
            ("hba1c", "hba1c", "%"),
            ("crp", "crp", "mg/dL"),
            ("b12_total", "vitaminB12", "pmol/L"),
            ("hcy", "LBXHCY_umol_L", "umol/L"),
            ("cystatin_c", "cyst", "mg/L"),
        ],
    ),
    (
        "nhanes_2017_2018.csv",
        "RIDAGEYR",
        "RIAGENDR",
        &[
            ("ferritin", "LBXFER", "ng/mL"),
            ("creatinine", "creat", "mg/dL"),
            ("mcv", "mcv", "fL"),
            ("rdw", "rdw", "%"),
            ("hba1c", "hba1c", "%"),
            ("crp", "crp", "mg/dL"),
            ("b12_total", "vitaminB12", "pmol/L"),
        ],
    ),
];

/// The text of a data file, or `None` with a word on stderr (past the capture of the test runner).
#[expect(clippy::explicit_write, reason = "eprintln would be captured, and nobody would read it")]
fn data(file: &str) -> Option<String> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let folder = std::env::var_os("EKBOM_DATA").map_or_else(beside, PathBuf::from);
    match std::fs::read_to_string(folder.join(file)) {
        Ok(text) => Some(text),
        Err(why) => {
            writeln!(std::io::stderr(), "WITHOUT DATA: {file} was not read ({why}); set EKBOM_DATA").unwrap();
            None
        }
    }
}

#[test]
fn nhanes_is_its_people() {
    let knowledge = Arc::new(Knowledge::builtin());
    for (file, age, sex, labs) in FILES {
        let Some(text) = data(file) else { return };
        let mut lines = text.lines();
        let names: Vec<&str> = lines.next().unwrap().split(',').collect();
        let rows: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
        let at = |name: &str| names.iter().position(|own| *own == name).unwrap();
        let number = |row: &[&str], name: &str| -> Option<f64> { row[at(name)].parse().ok() };
        let mut map = CohortMap {
            possible: true,
            needs: true,
            complete: vec!["history".into()],
            ..CohortMap::default()
        };
        map.ask = knowledge
            .tables()
            .iter()
            .filter(|table| table.guideline.standing == Standing::Current)
            .map(|table| table.name())
            .collect();
        map.alerts =
            vec!["ferritin_unreliable_inflammation".into(), "b12_high".into(), "hba1c_unreliable".into()];
        let mut columns: Vec<(String, ArrayRef)> = Vec::new();
        for (analyte, column, unit) in labs {
            let values: Float64Array = rows.iter().map(|row| number(row, column)).collect();
            columns.push(((*column).to_owned(), Arc::new(values)));
            map = map.quantity(*analyte, Quantity::new(*column, *unit));
        }
        let ages: Float64Array = rows.iter().map(|row| number(row, age)).collect();
        columns.push(("the age".into(), Arc::new(ages)));
        map = map.person("age_years", Column::new("the age"));
        let sexes: StringArray =
            rows.iter().map(|row| Some(row[at(sex)]).filter(|text| !text.is_empty())).collect();
        columns.push(("the sex".into(), Arc::new(sexes)));
        let codes = [("Male", "male"), ("Female", "female"), ("1", "male"), ("2", "female")];
        let codes: BTreeMap<String, Scalar> =
            codes.into_iter().map(|(value, sex)| (value.to_owned(), Scalar::Code(sex.to_owned()))).collect();
        map = map.person("sex", Column { column: "the sex".into(), values: Some(codes) });
        let patients: Vec<Value> = rows
            .iter()
            .map(|row| {
                let mut results: BTreeMap<&str, Value> = BTreeMap::new();
                for (analyte, column, unit) in labs {
                    if let Some(value) = number(row, column) {
                        results.insert(analyte, json!({"analyte": analyte, "value": value, "unit": unit}));
                    }
                }
                let labs: Vec<Value> = results.into_values().collect();
                let mut patient = json!({"labs": labs, "complete": ["history"]});
                if let Some(age) = number(row, age) {
                    patient["age_years"] = json!(age);
                }
                match row[at(sex)] {
                    "Male" | "1.0" | "1" => patient["sex"] = json!("male"),
                    "Female" | "2.0" | "2" => patient["sex"] = json!("female"),
                    _ => {}
                }
                patient
            })
            .collect();
        let batch = RecordBatch::try_from_iter(columns).unwrap();
        let mut counts = Counts::default();
        agree(&knowledge, &map, &batch, &patients, &mut counts);
        println!(
            "{file}: {} rows agree: {} answers, {} of them open, {} rows refused, {} alerts raised",
            counts.rows, counts.answers, counts.open, counts.refused, counts.alerts
        );
    }
}
