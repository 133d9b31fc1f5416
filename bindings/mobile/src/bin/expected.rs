//! Writes what Rust says of every vector, for the runners in Swift and Kotlin to compare with, byte for byte.
//!
//! usage: ekbom-mobile-expected VECTORS OUT
//!
//! Each vector becomes two files in OUT: `N.patient.json` and `N.expected.json`; `N` counts from 0 through the files in
//! the order of their names. A refused patient is expected to give its errors, as `{"errors": [...]}`. Where the folder
//! of the vectors is missing, a few patients of this program's own stand in, so that the runners always have work.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

use ekbom::{Knowledge, Patient, assess};
use serde_json::Value;

const STAND_INS: &[&str] = &[
    r#"{"labs": []}"#,
    r#"{"age_years": 58, "sex": "female", "labs": [{"analyte": "ferritin", "value": 38, "unit": "ng/mL"}], "complete": ["history", "medicines"], "medicines": ["metformin", "mirtazapine"]}"#,
    r#"{"age_years": 200, "sex": "neither"}"#,
];

fn patients(folder: &Path) -> io::Result<Vec<Value>> {
    let mut names: Vec<PathBuf> = match fs::read_dir(folder) {
        Ok(entries) => entries.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?,
        Err(_) => Vec::new(),
    };
    names.retain(|name| name.extension().is_some_and(|ext| ext == "json") && !name.ends_with("schema.json"));
    names.sort();
    let mut patients = Vec::new();
    for name in names {
        let file: Value = serde_json::from_str(&fs::read_to_string(&name)?)?;
        let vectors = file.get("vectors").and_then(Value::as_array);
        patients.extend(vectors.into_iter().flatten().filter_map(|vector| vector.get("patient")).cloned());
    }
    if patients.is_empty() {
        println!("WITHOUT tests/vectors: {} patients stand in", STAND_INS.len());
        patients = STAND_INS.iter().map(|text| serde_json::from_str(text)).collect::<Result<_, _>>()?;
    }
    Ok(patients)
}

fn run(folder: &Path, out: &Path) -> io::Result<()> {
    let knowledge = Knowledge::builtin();
    fs::create_dir_all(out)?;
    for (place, patient) in patients(folder)?.iter().enumerate() {
        let text = patient.to_string();
        let expected = match Patient::from_json(&text) {
            Ok(patient) => assess(&knowledge, &patient).to_json(),
            Err(errors) => serde_json::to_string(&errors)?,
        };
        fs::write(out.join(format!("{place}.patient.json")), text)?;
        fs::write(out.join(format!("{place}.expected.json")), expected)?;
    }
    Ok(())
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().collect();
    let [_, folder, out] = arguments.as_slice() else {
        eprintln!("usage: ekbom-mobile-expected VECTORS OUT");
        return ExitCode::from(2);
    };
    match run(Path::new(folder), Path::new(out)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("ekbom-mobile-expected: {error}");
            ExitCode::FAILURE
        }
    }
}
