//! Changes each limit, sign, option, answer, flag, part of a condition and place of the built-in rules, one at a time, and
//! asks whether the vectors notice. What they do not notice is proved to change no answer, or is listed with its reason, or
//! fails the test. See `docs/src/mutation.md`.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "in a test, and in what it calls, a failed unwrap is a failed test"
)]

mod bench;
mod equivalent;
mod judge;
mod mutants;
#[path = "../support/mod.rs"]
mod support;
mod units;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use bench::{Bench, Verdict};
use ekbom::exchange::rules::RuleBook;
use mutants::Mutant;
use serde_json::{Value, json};

/// Changes that no vector notices yet, one a line. A change that is not among them must be noticed, and one that is noticed
/// must be struck off; `EKBOM_BLESS=1` does so.
const OPEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/mutation-open.txt");

/// The page with the table of what is printed here; other pages read it there.
const PAGE: &str = include_str!("../../../../docs/src/mutation.md");

#[test]
fn the_vectors_notice_every_change() {
    let bench = Bench::new();
    let book: Value = serde_json::from_str(&RuleBook::of(&bench.built_in).to_json()).unwrap();
    // The conclusions on vitamin B12 ask so many facts at once that no proof of equivalence can walk their paths.
    let walkable = |place: &usize| book["tables"][*place]["guideline"] != "ekbom-synthesis";
    let all: Vec<Mutant> =
        (0..bench.tables.len()).filter(walkable).flat_map(|place| mutants::of_table(place, &book)).collect();
    let next = AtomicUsize::new(0);
    let verdicts = Mutex::new(BTreeMap::new());
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some((place, mutant)) = Some(next.fetch_add(1, Ordering::Relaxed))
                    .and_then(|place| Some((place, all.get(place)?)))
                {
                    let verdict = bench.judged(mutant);
                    if place % 500 == 0 {
                        eprintln!("{place} of {}", all.len());
                    }
                    verdicts.lock().unwrap().insert(place, verdict);
                }
            });
        }
    });
    let verdicts = verdicts.into_inner().unwrap();
    let mut counts: BTreeMap<&str, BTreeMap<Verdict, usize>> = BTreeMap::new();
    let mut survivors = Vec::new();
    for (place, verdict) in &verdicts {
        let mutant = &all[*place];
        *counts.entry(mutant.kind).or_default().entry(*verdict).or_default() += 1;
        if *verdict == Verdict::Survived {
            survivors.push(mutant);
        }
    }
    println!("{} vectors, {} expectations of tables", bench.vectors, bench.judge.expectations());
    println!(
        "{:8} {:>8} {:>8} {:>8} {:>8} {:>10} {:>8}",
        "kind", "changes", "position", "whole", "refused", "equivalent", "survived"
    );
    let mut not_on_page = Vec::new();
    for (kind, own) in &counts {
        let count = |verdict| own.get(&verdict).copied().unwrap_or_default();
        let row = [
            own.values().sum::<usize>(),
            count(Verdict::Position),
            count(Verdict::Whole),
            count(Verdict::Refused),
            count(Verdict::Equivalent),
            count(Verdict::Survived),
        ];
        let [changes, position, whole, refused, equivalent, survived] = row;
        println!("{kind:8} {changes:8} {position:8} {whole:8} {refused:8} {equivalent:10} {survived:8}");
        let row = format!("| `{kind}` | {} |", row.map(|count| count.to_string()).join(" | "));
        if !PAGE.contains(&row) {
            not_on_page.push(row);
        }
    }
    println!("{} changes", all.len());
    let (in_flags, in_rules): (Vec<&Mutant>, Vec<&Mutant>) = verdicts
        .iter()
        .filter(|(_, verdict)| **verdict == Verdict::Equivalent)
        .map(|(place, _)| &all[*place])
        .partition(|mutant| mutant.place.contains("/flags"));
    println!("{} equivalent in rules, {} in flags", in_rules.len(), in_flags.len());
    // For `tests/reference/witnesses.py`, which looks for patients that tell the survivors apart.
    if let Some(path) = std::env::var_os("EKBOM_SURVIVORS") {
        let list: Vec<Value> = survivors
            .iter()
            .map(|own| {
                let (kind, words) = (own.kind, &own.words);
                json!({"table": own.table, "kind": kind, "place": own.place, "with": own.with, "words": words})
            })
            .collect();
        std::fs::write(path, Value::Array(list).to_string()).unwrap();
    }
    let own: BTreeSet<String> = survivors.iter().map(|own| format!("{}: {}", own.kind, own.words)).collect();
    if std::env::var_os("EKBOM_BLESS").is_some() {
        std::fs::write(OPEN, own.iter().map(|words| format!("{words}\n")).collect::<String>()).unwrap();
    }
    let listed = std::fs::read_to_string(OPEN).unwrap_or_default();
    let listed: BTreeSet<&str> = listed.lines().collect();
    println!("{} open, as listed in tests/mutation-open.txt", listed.len());
    let new: Vec<&String> = own.iter().filter(|words| !listed.contains(words.as_str())).collect();
    let noticed: Vec<&&str> = listed.iter().filter(|words| !own.contains(**words)).collect();
    assert!(new.is_empty(), "{} changes go unnoticed: add vectors: {new:#?}", new.len());
    assert!(noticed.is_empty(), "noticed after all; strike them off with EKBOM_BLESS=1: {noticed:#?}");
    assert!(not_on_page.is_empty(), "docs/src/mutation.md: the table lacks {not_on_page:#?}");
}
