//! What plain Rust takes for what `tests/cost.c` times: nanoseconds each.

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use ekbom::assess::intake::{Policy, intake};
use ekbom::{Knowledge, Patient, assess};

fn cost(name: &str, times: u32, mut body: impl FnMut()) {
    let mut rounds: Vec<f64> = (0..15)
        .map(|_| {
            let start = Instant::now();
            (0..times).for_each(|_| body());
            start.elapsed().as_secs_f64() * 1e9 / f64::from(times)
        })
        .collect();
    rounds.sort_by(f64::total_cmp);
    println!("{name} {:.0}", rounds.get(7).copied().unwrap_or_default());
}

fn main() -> Result<(), Box<dyn Error>> {
    let text = std::fs::read_to_string(std::env::args().nth(1).ok_or("usage: ekbom-c-cost PATIENT")?)?;
    let knowledge = Knowledge::builtin();
    let patient = Patient::from_json(&text)?;
    let table = knowledge.table("iron.therapy", "aasm-2025").ok_or("no such table")?;
    let facts = intake(&patient, &Policy::default()).facts;
    cost("question", 20_000, || {
        black_box(table.ask(black_box(&facts)));
    });
    cost("assess", 10, || {
        black_box(assess(&knowledge, black_box(&patient)));
    });
    cost("json", 10, || {
        if let Ok(patient) = Patient::from_json(black_box(&text)) {
            black_box(assess(&knowledge, &patient).to_json());
        }
    });
    Ok(())
}
