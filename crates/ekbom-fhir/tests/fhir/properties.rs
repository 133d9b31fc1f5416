//! Properties: nothing in FHIR is ever *no*; the order of the entries does not matter; whatever is changed, nothing panics.

use ekbom_fhir::read;
use proptest::prelude::*;
use serde_json::Value;

use super::as_of;
use super::fixture::clinic;

const DAY: &str = "2024-03-15";

fn shuffled(mut whole: Value, order: &[usize]) -> String {
    let entries = whole["entry"].as_array_mut().unwrap();
    for (at, other) in order.iter().enumerate() {
        let len = entries.len();
        entries.swap(at % len, other % len);
    }
    whole.to_string()
}

/// What comes out of it: the patients, byte for byte.
fn patients(document: &str) -> Vec<String> {
    let reading = read(document, &as_of(DAY)).unwrap();
    reading.subjects.iter().map(|own| format!("{:?}", own.to_json())).collect()
}

/// Is anything said to be absent?
fn says_no(value: &Value) -> bool {
    ["symptoms", "history"].iter().any(|group| {
        value[group].as_object().is_some_and(|items| items.values().any(|own| *own == Value::Bool(false)))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_order_of_the_entries_does_not_matter(order in proptest::collection::vec(0usize..64, 0..64)) {
        prop_assert_eq!(patients(&shuffled(clinic(), &order)), patients(&clinic().to_string()));
    }

    #[test]
    fn without_some_entries_nothing_is_denied(left_out in proptest::collection::vec(0usize..64, 0..8)) {
        let mut whole = clinic();
        let entries = whole["entry"].as_array_mut().unwrap();
        for at in left_out {
            if at < entries.len() {
                entries.remove(at);
            }
        }
        let reading = read(&whole.to_string(), &as_of(DAY)).unwrap();
        for own in &reading.subjects {
            let Ok(json) = own.to_json() else { continue };
            let patient: Value = serde_json::from_str(json).unwrap();
            prop_assert!(!says_no(&patient));
            prop_assert_eq!(&patient["complete"], &serde_json::json!([]));
            prop_assert!(own.patient().is_ok());
        }
        let lines = &reading.ledger;
        prop_assert_eq!(lines.read + lines.skipped + lines.refused, lines.entries.len());
    }

    #[test]
    fn changed_bytes_never_panic(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        let mut bytes = clinic().to_string().into_bytes();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(reading) = read(&String::from_utf8_lossy(&bytes), &as_of(DAY)) {
            for own in &reading.subjects {
                let _ = own.patient();
            }
        }
    }
}
