//! A small record of our own, with the ledger that a person has read. `EKBOM_BLESS=1` writes it anew.

use std::fs;
use std::path::PathBuf;

use ekbom_fhir::read;
use serde_json::Value;

use super::as_of;

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

pub(crate) fn clinic() -> Value {
    serde_json::from_str(&fs::read_to_string(path("clinic.json")).unwrap()).unwrap()
}

#[test]
fn the_ledger_of_a_small_record() {
    let reading = read(&clinic().to_string(), &as_of("2024-03-15")).unwrap();
    let patients: Vec<Value> =
        reading.subjects.iter().map(|own| serde_json::from_str(own.to_json().unwrap()).unwrap()).collect();
    let made = serde_json::json!({"patients": patients, "ledger": reading.ledger});
    let text = serde_json::to_string_pretty(&made).unwrap() + "\n";
    if std::env::var_os("EKBOM_BLESS").is_some() {
        fs::write(path("clinic.read.json"), &text).unwrap();
    }
    assert_eq!(fs::read_to_string(path("clinic.read.json")).unwrap(), text);
}
