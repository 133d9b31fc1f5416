//! Writes what Rust says of every vector, for the runners in Swift and Kotlin to compare with, byte for byte.
//!
//! usage: ekbom-mobile-expected VECTORS OUT
//!
//! Each vector becomes two files in OUT: `N.patient.json` and `N.expected.json`; `N` counts from 0 through the files in
//! the order of their names. A refused patient is expected to give its errors, as `{"errors": [...]}`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

use ekbom::{Knowledge, Patient, assess};
use serde_json::Value;

/// The patients of every vector, as text.
fn patients(folder: &Path) -> io::Result<Vec<String>> {
    let mut names: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    names.retain(|name| name.extension().is_some_and(|ext| ext == "json") && !name.ends_with("schema.json"));
    names.sort();
    let mut patients = Vec::new();
    for name in names {
        let file: Value = serde_json::from_str(&fs::read_to_string(&name)?)?;
        let vectors = file.get("vectors").and_then(Value::as_array);
        patients.extend(vectors.into_iter().flatten().filter_map(|vector| {
            let text = vector.get("patient_text").and_then(Value::as_str).map(str::to_owned);
            text.or_else(|| vector.get("patient").map(Value::to_string))
        }));
    }
    if patients.is_empty() {
        return Err(io::Error::other("there are no vectors"));
    }
    Ok(patients)
}

fn run(folder: &Path, out: &Path) -> io::Result<()> {
    let knowledge = Knowledge::builtin();
    fs::create_dir_all(out)?;
    for (place, text) in patients(folder)?.into_iter().enumerate() {
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
