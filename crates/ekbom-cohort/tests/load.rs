//! A cohort far larger than the memory: batches come from nowhere, are answered and dropped, and the memory stays flat.
//!
//! `EKBOM_LOAD_GB=100 cargo test --release -p ekbom-cohort --test load -- --nocapture`
#![expect(clippy::unwrap_used, reason = "in a test a failed unwrap is a failed test")]

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use arrow_array::{ArrayRef, Float64Array, RecordBatch};
use arrow_schema::ArrowError;
use ekbom::Knowledge;
use ekbom_cohort::{Cohort, CohortError, CohortMap, Column, Quantity};

const ROWS: usize = 65_536;

const NUMBERS: [(&str, &str, f64, f64); 8] = [
    ("ferritin", "ng/mL", 5.0, 600.0),
    ("iron", "ug/dL", 20.0, 200.0),
    ("tibc", "ug/dL", 220.0, 480.0),
    ("crp", "mg/L", 0.3, 60.0),
    ("b12_total", "pg/mL", 160.0, 900.0),
    ("creatinine", "mg/dL", 0.4, 6.0),
    ("haemoglobin", "g/L", 70.0, 175.0),
    ("age_years", "", 1.0, 95.0),
];

/// A batch of its own, in memory of its own; a tenth of each column is missing.
fn batch(number: u64) -> RecordBatch {
    let columns = NUMBERS.iter().zip(0u64..).map(|((name, _, low, high), place)| {
        let values = (0..ROWS as u64).map(|row| {
            let mixed = (row + 977 * place + 7_919 * number).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 33;
            let share = (mixed % 1000) as f64 / 1000.0;
            (!mixed.is_multiple_of(10)).then_some(low + (high - low) * share)
        });
        let array: ArrayRef = Arc::new(values.collect::<Float64Array>());
        (*name, array)
    });
    RecordBatch::try_from_iter(columns).unwrap()
}

/// The most memory that the process has ever held, in MB.
fn most_memory() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix("kB")?.trim().parse::<f64>().ok()? / 1000.0)
}

#[test]
fn memory_stays_flat() {
    if most_memory().is_none() {
        println!("WITHOUT figures of memory: this system has no /proc/self/status");
        return;
    }
    let wanted: u64 = std::env::var("EKBOM_LOAD_GB").map_or(1, |said| said.parse().unwrap()) * 1_000_000_000;
    let first = batch(0);
    let mut map = CohortMap::default().ask("iron.therapy").ask("kidney.stage").ask("b12.first_line");
    map.complete = vec!["history".into()];
    for (name, unit, ..) in NUMBERS {
        map = match unit {
            "" => map.person(name, Column::new(name)),
            unit => map.quantity(name, Quantity::new(name, unit)),
        };
    }
    let cohort = Cohort::new(Arc::new(Knowledge::builtin()), &map, &first.schema()).unwrap();
    let size = first.get_array_memory_size() as u64;
    let batches = wanted.div_ceil(size);
    let given = AtomicU64::new(0);
    let input = (0..batches).map(|number| {
        given.fetch_add(1, Ordering::Relaxed);
        Ok::<_, ArrowError>(batch(number))
    });
    let started = Instant::now();
    let (mut rows, mut refused, mut answers) = (0u64, 0u64, 0u64);
    let mut marks: Vec<(u64, f64)> = Vec::new();
    cohort
        .stream::<CohortError>(input, 2, |output| {
            rows += output.batch.num_rows() as u64;
            refused += output.refusals.len() as u64;
            answers +=
                output.tallies.iter().flat_map(|tally| &tally.answers).map(|(_, rows)| rows).sum::<u64>();
            let percent = 100 * rows / (batches * ROWS as u64);
            for mark in [1, 10, 50, 100] {
                if percent >= mark && marks.iter().all(|(own, _)| *own != mark) {
                    marks.push((mark, most_memory().unwrap()));
                    let (_, memory) = marks.last().unwrap();
                    let seconds = started.elapsed().as_secs_f64();
                    println!("{mark:>3} %: {rows} rows, {memory:.1} MB at most, {seconds:.1} s");
                }
            }
            Ok(())
        })
        .unwrap();
    println!("{:.2} GB in {batches} batches", (batches * size) as f64 / 1e9);
    // Every row was answered: none was refused, and most of them are determined.
    assert_eq!((given.load(Ordering::Relaxed), rows, refused), (batches, batches * ROWS as u64, 0));
    assert!(answers > rows / 2, "{answers}");
    let at = |percent| marks.iter().find(|(own, _)| *own == percent).unwrap().1;
    // What is needed is there early; then nothing is added but what the allocator leaves between.
    assert!(at(100) <= at(10) + 16.0, "{marks:?}");
    assert!(at(100) < 200.0, "{marks:?}");
}
