//! The cohort beside a kernel without logic on the same buffers and a plain pass over memory, in one run.
//!
//! `cargo run --release -p ekbom-cohort --example bench [rows [level]]`; with a level (`baseline`, `avx2`, `avx512`) only
//! that one is measured, on one thread, for a profiler.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a measurement that cannot be made may end here"
)]

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use arrow_array::cast::AsArray;
use arrow_array::types::{Float32Type, Float64Type};
use arrow_array::{ArrayRef, BooleanArray, Float32Array, Float64Array, RecordBatch};
use ekbom::Knowledge;
use ekbom_cohort::{Cohort, CohortError, CohortMap, Column, Level, Quantity};

/// Eight answers; eGFR and transferrin saturation are computed on the way.
const ASKED: [&str; 8] = [
    "iron.therapy@aasm-2025",
    "iron.therapy@mayo-2021",
    "iron.therapy@irlssg-2018",
    "iron.safety@ekbom-safety",
    "iron.deficiency@ecco-2015",
    "b12.first_line@nice-ng239",
    "kidney.stage@kdigo",
    "blood.anaemia@who-2024",
];

const NUMBERS: [(&str, &str, f64, f64); 8] = [
    ("ferritin", "ng/mL", 5.0, 600.0),
    ("iron", "ug/dL", 20.0, 200.0),
    ("tibc", "ug/dL", 220.0, 480.0),
    ("crp", "mg/L", 0.3, 60.0),
    ("b12_total", "pg/mL", 90.0, 900.0),
    ("creatinine", "mg/dL", 0.4, 6.0),
    ("haemoglobin", "g/L", 70.0, 175.0),
    ("age_years", "", 1.0, 95.0),
];

fn random(state: &mut u64) -> f64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    (*state >> 11) as f64 / (1u64 << 53) as f64
}

fn data(rows: usize, short: bool) -> RecordBatch {
    let mut state = 20_261_122;
    let mut columns: Vec<(String, ArrayRef)> = Vec::new();
    for (name, _, low, high) in NUMBERS {
        let values = (0..rows).map(|_| {
            let missing = random(&mut state) < 0.3;
            let value = low * (high / low).powf(random(&mut state));
            (!missing).then_some((value * 100.0).round() / 100.0)
        });
        let array: ArrayRef = if short {
            Arc::new(values.map(|value| value.map(|value| value as f32)).collect::<Float32Array>())
        } else {
            Arc::new(values.collect::<Float64Array>())
        };
        columns.push((name.to_owned(), array));
    }
    for (name, share) in [("male", 0.5), ("pregnant", 0.0), ("dialysis", 0.02), ("crohn", 0.1)] {
        let values =
            (0..rows).map(|_| (random(&mut state) >= 0.3).then(|| random(&mut state) < share)).collect();
        let values: BooleanArray = values;
        columns.push((name.to_owned(), Arc::new(values)));
    }
    RecordBatch::try_from_iter(columns).expect("columns of one length")
}

fn map() -> CohortMap {
    let mut map = CohortMap { complete: vec!["history".into()], ..CohortMap::default() };
    map.ask = ASKED.map(str::to_owned).to_vec();
    for (name, unit, ..) in NUMBERS {
        map = if unit.is_empty() {
            map.person(name, Column::new(name))
        } else {
            map.quantity(name, Quantity::new(name, unit))
        };
    }
    let sexes = [("true", "male"), ("false", "female")]
        .map(|(value, sex)| (value.to_owned(), ekbom_cohort::Scalar::Code(sex.to_owned())));
    map.person("sex", Column { column: "male".into(), values: Some(sexes.into_iter().collect()) })
        .person("pregnant", Column::new("pregnant"))
        .item("dialysis", Column::new("dialysis"))
        .item("crohn", Column::new("crohn"))
}

/// Rows that are worked on together: as many as by the cohort, so that both use as much memory again and again.
const PIECE: usize = 16_384;

fn threads_of(batch: &RecordBatch, threads: usize, work: impl Fn(&RecordBatch, &mut [Vec<u128>; 8]) + Sync) {
    let rows = batch.num_rows();
    if threads == 1 {
        let mut made = Default::default();
        let starts = (0..rows).step_by(PIECE);
        starts.for_each(|start| work(&batch.slice(start, PIECE.min(rows - start)), &mut made));
        return;
    }
    std::thread::scope(|scope| {
        for thread in 0..threads {
            let work = &work;
            scope.spawn(move || {
                let mut made = Default::default();
                for start in (thread * PIECE..rows).step_by(threads * PIECE) {
                    work(&batch.slice(start, PIECE.min(rows - start)), &mut made);
                }
            });
        }
    });
}

/// Reads every number once.
fn pass(batch: &RecordBatch) -> f64 {
    let mut sum = [0.0; 8];
    for column in batch.columns() {
        if let Some(values) = column.as_primitive_opt::<Float64Type>() {
            for block in values.values().chunks_exact(8) {
                sum.iter_mut().zip(block).for_each(|(sum, value)| *sum += value);
            }
        } else if let Some(values) = column.as_primitive_opt::<Float32Type>() {
            for block in values.values().chunks_exact(8) {
                sum.iter_mut().zip(block).for_each(|(sum, value)| *sum += f64::from(*value));
            }
        }
    }
    sum.iter().sum()
}

/// Reads every number once and writes as many string views, without any logic between: a view by one bit of a number.
/// Into the same memory again and again, as the cohort does when its reader drops what it has read.
fn no_logic(batch: &RecordBatch, made: &mut [Vec<u128>; 8]) {
    let views: [u128; 2] = [0x6c61_726f_0000_0004, 0x796c_6e6f_5f76_6900_0000_0007];
    for (column, made) in batch.columns().iter().zip(made) {
        made.clear();
        if let Some(values) = column.as_primitive_opt::<Float64Type>() {
            made.extend(values.values().iter().map(|value| views[(value.to_bits() & 1) as usize]));
        } else if let Some(values) = column.as_primitive_opt::<Float32Type>() {
            made.extend(values.values().iter().map(|value| views[(value.to_bits() & 1) as usize]));
        }
        black_box(made);
    }
}

/// What is timed goes over at least so many rows: the system counts time on a processor in steps of some milliseconds.
const TIMED: usize = 8_000_000;

/// Nanoseconds this thread spent on a processor, where the system says; other jobs then do not count.
fn on_processor() -> Option<u64> {
    std::fs::read_to_string("/proc/thread-self/schedstat").ok()?.split(' ').next()?.parse().ok()
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn main() {
    let sizes: Vec<usize> = match std::env::args().nth(1).and_then(|text| text.parse().ok()) {
        Some(rows) => vec![rows],
        None => vec![1_000_000, 10_000_000],
    };
    let only = std::env::args().nth(2);
    let cores = match only {
        Some(_) => 1,
        None => std::thread::available_parallelism().map_or(1, usize::from),
    };
    let knowledge = Arc::new(Knowledge::builtin());
    println!(
        "ns a row, median of 7 interleaved rounds (time on the processor for one thread); `ratio` is no logic / cohort"
    );
    println!("| rows | type | aligned | threads | memory pass | no logic | level | cohort | ratio |");
    println!("|---|---|---|---|---|---|---|---|---|");
    for rows in sizes {
        for (short, offset) in [(false, 0), (false, 5), (true, 0)] {
            let whole = data(rows + offset, short);
            let batch = whole.slice(offset, rows);
            let cohort = Cohort::new(Arc::clone(&knowledge), &map(), &batch.schema()).expect("the map fits");
            let passes = if only.is_some() { 1 } else { TIMED.div_ceil(rows) };
            for threads in if cores > 1 { vec![1, cores] } else { vec![1] } {
                let wanted = |level: &Level| only.as_ref().is_none_or(|only| level.code() == only);
                let levels: Vec<Level> = Level::available().into_iter().filter(wanted).collect();
                let mut times: Vec<Vec<f64>> = vec![Vec::new(); levels.len() + 2];
                for _ in 0..7 {
                    let mut time = |at: usize, work: &dyn Fn()| {
                        let (start, before) = (Instant::now(), on_processor().filter(|_| threads == 1));
                        (0..passes).for_each(|_| work());
                        let spent = before.zip(on_processor()).map(|(before, after)| (after - before) as f64);
                        let spent = spent.unwrap_or(start.elapsed().as_nanos() as f64);
                        times[at].push(spent / (rows * passes) as f64);
                    };
                    time(0, &|| {
                        threads_of(&batch, threads, |part, _| {
                            black_box(pass(part));
                        })
                    });
                    time(1, &|| threads_of(&batch, threads, no_logic));
                    for (at, level) in levels.iter().enumerate() {
                        let cohort = cohort.clone().with_level(*level);
                        time(at + 2, &|| {
                            let batches = std::iter::once(Ok(batch.clone()));
                            cohort
                                .stream::<CohortError>(batches, threads, |output| {
                                    black_box(output);
                                    Ok(())
                                })
                                .expect("no row is refused by force");
                        });
                    }
                }
                let median: Vec<f64> = times.into_iter().map(median).collect();
                for (at, level) in levels.iter().enumerate() {
                    println!(
                        "| {rows} | {} | {} | {threads} | {:.2} | {:.2} | {} | {:.2} | {:.2} |",
                        if short { "f32" } else { "f64" },
                        if offset == 0 { "yes" } else { "no" },
                        median[0],
                        median[1],
                        level.code(),
                        median[at + 2],
                        median[1] / median[at + 2]
                    );
                }
            }
        }
    }
}
