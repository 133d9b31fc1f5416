//! Prints what the library says of every vector, for the runners in JavaScript to compare with, byte for byte: one line
//! each, in the order of the files' names, an assessment or the refusal.
//!
//! usage: ekbom-js-expected VECTORS
//!
//! It asks the library itself, and not by way of this crate's calls.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use ekbom::assess::critical_of_refused;
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
        for vector in file.get("vectors").and_then(Value::as_array).into_iter().flatten() {
            let text = vector.get("patient_text").and_then(Value::as_str).map(ToOwned::to_owned);
            patients.extend(text.or_else(|| vector.get("patient").map(Value::to_string)));
        }
    }
    Ok(patients)
}

fn run(folder: &Path) -> io::Result<()> {
    let knowledge = Knowledge::builtin();
    let mut out = io::stdout().lock();
    for text in patients(folder)? {
        match Patient::from_json(&text) {
            Ok(patient) => writeln!(out, "{}", assess(&knowledge, &patient).to_json())?,
            Err(errors) => {
                // Written by hand for the order of its keys, which is that of the command.
                let critical = critical_of_refused(&knowledge, text.as_bytes());
                let errors = serde_json::to_string(errors.errors())?;
                let critical = serde_json::to_string(&critical)?;
                writeln!(out, r#"{{"errors":{errors},"critical":{critical}}}"#)?;
            }
        }
    }
    Ok(())
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().collect();
    let [_, folder] = arguments.as_slice() else {
        eprintln!("usage: ekbom-js-expected VECTORS");
        return ExitCode::from(2);
    };
    match run(Path::new(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("ekbom-js-expected: {error}");
            ExitCode::FAILURE
        }
    }
}
