//! 32 threads at once over one knowledge: each gets the bytes that one thread gets.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "in a test a failed unwrap is a failed test"
)]

use std::sync::Barrier;
use std::thread;

use ekbom::{Knowledge, Patient, assess};
use serde_json::Value;

const THREADS: usize = 32;

/// Every patient of some vectors, also those that are refused.
fn patients() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors");
    let mut all = Vec::new();
    for topic in ["errors", "iron_safety", "special_groups"] {
        let file: Value =
            serde_json::from_str(&std::fs::read_to_string(format!("{folder}/{topic}.json")).unwrap())
                .unwrap();
        let vectors = file["vectors"].as_array().unwrap();
        all.extend(vectors.iter().filter_map(|own| own.get("patient")).map(Value::to_string));
    }
    all
}

fn answer(knowledge: &Knowledge, text: &str) -> String {
    match Patient::from_json(text) {
        Ok(patient) => assess(knowledge, &patient).to_json(),
        Err(errors) => serde_json::to_string(&errors).unwrap(),
    }
}

#[test]
fn answers_are_those_of_one_thread() {
    let knowledge = Knowledge::builtin();
    let patients = patients();
    assert!(patients.len() > 50, "{}", patients.len());
    let expected: Vec<String> = patients.iter().map(|text| answer(&knowledge, text)).collect();
    let begin = Barrier::new(THREADS);
    thread::scope(|scope| {
        for first in 0..THREADS {
            let (knowledge, patients, expected, begin) = (&knowledge, &patients, &expected, &begin);
            scope.spawn(move || {
                begin.wait();
                // Each begins elsewhere, so that at any moment they are at different patients.
                for step in 0..patients.len() {
                    let place = (first * 7 + step) % patients.len();
                    assert_eq!(answer(knowledge, &patients[place]), expected[place], "{}", patients[place]);
                }
            });
        }
    });
}

#[test]
fn each_thread_may_build_the_knowledge() {
    let hashes: Vec<String> = thread::scope(|scope| {
        let running: Vec<_> =
            (0..THREADS).map(|_| scope.spawn(|| answer(&Knowledge::builtin(), r#"{"labs": []}"#))).collect();
        running.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(hashes.windows(2).all(|pair| pair[0] == pair[1]));
}
