//! How long one patient takes, from one question to the whole report. Never run by the test command.
//!
//! `cargo bench --manifest-path tests/bench/Cargo.toml` prints every figure of the page on performance.

#![expect(clippy::unwrap_used, reason = "a bench that cannot read its own patients has nothing to measure")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};

use ekbom::assess::intake::{Policy, intake};
use ekbom::assess::{assess_with, trace};
use ekbom::exchange::rules::RuleBook;
use ekbom::fact::{Fact, FactBox};
use ekbom::logic::engine::Block;
use ekbom::logic::engine::Scratch;
use ekbom::{Knowledge, Patient, assess};

/// A first visit: little is known, much is open.
const SPARSE: &str = r#"{"age_years": 58, "sex": "female",
    "labs": [{"analyte": "ferritin", "value": 38, "unit": "ng/mL"}]}"#;

/// A work-up with a few gaps: about a third of what the tables ask is missing.
const USUAL: &str = r#"{"age_years": 58, "sex": "female",
    "labs": [{"analyte": "ferritin", "value": 38, "unit": "ng/mL", "days_ago": 3, "morning": true, "iron_free_hours": 36},
             {"analyte": "creatinine", "value": 0.9, "unit": "mg/dL"},
             {"analyte": "b12_total", "value": 205, "unit": "pg/mL", "ref_low": 200},
             {"analyte": "crp", "value": 5, "unit": "mg/L", "comparator": "<"},
             {"analyte": "haemoglobin", "value": 128, "unit": "g/L"}, {"analyte": "mcv", "value": 96, "unit": "fL"}],
    "symptoms": {"urge_to_move": true, "worse_at_rest": true, "relieved_by_movement": true, "worse_in_evening": true,
                 "mimics": "ruled_out", "times_per_week": 4, "distress": "moderate", "irls_total": 24, "paraesthesia": true},
    "history": {"pregnant": false, "dialysis": false, "crohn": true, "family_history_rls": false, "onset_age_years": 55},
    "medicines": ["metformin", "mirtazapine"], "complete": ["history", "medicines"]}"#;

const PATIENTS: [(&str, &str); 2] = [("sparse", SPARSE), ("usual", USUAL)];

fn facts_of(json: &str) -> FactBox {
    intake(&Patient::from_json(json).unwrap(), &Policy::default()).facts
}

fn questions(c: &mut Criterion) {
    let knowledge = Knowledge::builtin();
    for (name, json) in PATIENTS {
        let facts = facts_of(json);
        let mut group = c.benchmark_group(name);
        let mut scratch = Scratch::new();
        let table = knowledge.table("iron.therapy", "aasm-2025").unwrap();
        group.bench_function("one question", |b| {
            b.iter(|| table.possible(black_box(&facts), &mut scratch));
        });
        group.bench_function("all positions", |b| {
            b.iter(|| knowledge.possible(black_box(&facts), &mut scratch));
        });
        group.bench_function("needs of every table", |b| {
            b.iter(|| {
                knowledge.tables().iter().map(|table| table.needs(black_box(&facts)).len()).sum::<usize>()
            });
        });
        group.finish();
    }
}

/// Sixty-four and 512 patients: half of them sparse, with different ferritins.
fn blocks(c: &mut Criterion) {
    let knowledge = Knowledge::builtin();
    let table = knowledge.table("iron.therapy", "aasm-2025").unwrap();
    let made = |(place, mut facts): (usize, FactBox)| {
        let ferritin = ekbom::measure::interval::Interval::exact(5.0 + 3.0 * place as f64).unwrap();
        facts.set_value(Fact::Ferritin, ferritin);
        facts
    };
    let each = [facts_of(SPARSE), facts_of(USUAL)].into_iter().cycle();
    let patients: Vec<FactBox> = each.take(512).enumerate().map(made).collect();
    let all = patients.as_slice();
    let few = patients.get(..64).unwrap();
    let mut group = c.benchmark_group("block");
    group.bench_function("one question, 64 one by one", |b| {
        let mut scratch = Scratch::new();
        b.iter(|| {
            black_box(few).iter().map(|facts| table.possible(facts, &mut scratch).len()).sum::<usize>()
        });
    });
    group.bench_function("one question, 64 in one word", |b| {
        let mut scratch = Scratch::<u64>::new();
        b.iter(|| table.possible_answers(black_box(&few), &mut scratch));
    });
    group.bench_function("one question, 512 in a block", |b| {
        let mut scratch = Scratch::<Block<8>>::new();
        b.iter(|| table.possible_answers(black_box(&all), &mut scratch));
    });
    group.finish();
}

fn patients(c: &mut Criterion) {
    let knowledge = Knowledge::builtin();
    let policy = Policy::default();
    for (name, json) in PATIENTS {
        let patient = Patient::from_json(json).unwrap();
        let mut group = c.benchmark_group(name);
        group.bench_function("read JSON", |b| b.iter(|| Patient::from_json(black_box(json))));
        group.bench_function("intake", |b| b.iter(|| intake(black_box(&patient), &policy)));
        group.bench_function("assess", |b| b.iter(|| assess(&knowledge, black_box(&patient))));
        group.bench_function("trace", |b| b.iter(|| trace(&knowledge, black_box(&patient), &policy)));
        let plain = assess(&knowledge, &patient);
        group.bench_function("write JSON", |b| b.iter(|| black_box(&plain).to_json()));
        group.bench_function("report as JSON", |b| {
            b.iter(|| assess(&knowledge, black_box(&patient)).to_json());
        });
        group.bench_function("report with trace as JSON", |b| {
            b.iter(|| {
                let mut report = assess_with(&knowledge, black_box(&patient), &policy);
                report.trace = Some(trace(&knowledge, &patient, &policy));
                report.to_json()
            });
        });
        group.finish();
    }
}

fn once(c: &mut Criterion) {
    let mut group = c.benchmark_group("once");
    group.bench_function("built-in knowledge", |b| b.iter(Knowledge::builtin));
    let knowledge = Knowledge::builtin();
    group.bench_function("rules to JSON", |b| b.iter(|| RuleBook::of(&knowledge).to_json()));
    group.finish();
}

criterion_group!(benches, questions, blocks, patients, once);
criterion_main!(benches);
