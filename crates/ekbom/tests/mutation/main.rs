//! Changes each limit, sign, option, answer, flag and part of a condition of the built-in rules, one at a time, and asks
//! whether the vectors notice. What they do not notice is proved to change no answer, or is listed with its reason, or
//! fails the test. See `docs/src/mutation.md`.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "in a test, and in what it calls, a failed unwrap is a failed test"
)]

mod judge;
mod mutants;
#[path = "../support/mod.rs"]
mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Mutex;

use ekbom::Knowledge;
use ekbom::rules::RuleBook;
use ekbom::table::{Scratch, Table};
use judge::Judge;
use mutants::Mutant;
use serde_json::{Value, json};
use support::{answer, differences, topics, vectors};

/// Changes that no patient can tell, each with its reason; the test fails if one is noticed after all.
const NOT_NOTICED: &[(&str, &str)] = &[];

/// How a change was answered.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Verdict {
    /// A vector's position, rules, needs or flags.
    Position,
    /// Another part of a vector: recommendations, alerts, tests, disagreements.
    Whole,
    /// The rules no longer make tables.
    Refused,
    /// Proved to give everybody the same rule, answers and flags.
    Equivalent,
    /// Nothing noticed it.
    Survived,
}

struct Bench {
    tables: Vec<Value>,
    /// By table: itself and those that ask its answer, directly or not.
    concerned: Vec<Vec<usize>>,
    /// By table: those whose answers it asks, directly or not.
    asked: Vec<Vec<usize>>,
    built_in: Knowledge,
    vectors: Vec<Value>,
    judge: Judge,
}

/// The tables that a condition asks, as `question@guideline`.
fn asks(json: &Value, found: &mut BTreeSet<String>) {
    match json {
        Value::Object(entries) => {
            if let Some(other) = entries.get("answer_of") {
                let text = |key: &str| other[key].as_str().unwrap();
                found.insert(format!("{}@{}", text("question"), text("guideline")));
            }
            entries.values().for_each(|own| asks(own, found));
        }
        Value::Array(items) => items.iter().for_each(|own| asks(own, found)),
        _ => {}
    }
}

impl Bench {
    fn new() -> Self {
        let built_in = Knowledge::builtin();
        let book: Value = serde_json::from_str(&RuleBook::of(&built_in).to_json()).unwrap();
        let tables = book["tables"].as_array().unwrap().clone();
        let names: Vec<String> = built_in.tables().iter().map(Table::name).collect();
        let mut asked: Vec<Vec<usize>> = Vec::new();
        for table in &tables {
            let mut direct = BTreeSet::new();
            asks(table, &mut direct);
            let places = direct.iter().map(|name| names.iter().position(|own| own == name).unwrap());
            // A table asks only those before it, whose own are known by now.
            let all: BTreeSet<usize> =
                places.flat_map(|place| [vec![place], asked[place].clone()].concat()).collect();
            asked.push(all.into_iter().collect());
        }
        let concerned = (0..tables.len())
            .map(|place| (place..tables.len()).filter(|own| *own == place || asked[*own].contains(&place)).collect())
            .collect();
        let vectors: Vec<Value> = topics().iter().flat_map(|topic| vectors(topic)).collect();
        let judge = Judge::new(&vectors);
        Self { tables, concerned, asked, built_in, vectors, judge }
    }

    /// The tables at these places, with the change, compiled.
    fn compile(&self, mutant: &Mutant, places: impl Iterator<Item = usize>) -> Option<Knowledge> {
        let tables: Vec<Value> = places
            .map(|place| {
                let mut table = self.tables[place].clone();
                if place == mutant.table {
                    *table.pointer_mut(&mutant.place).unwrap() = mutant.with.clone();
                }
                table
            })
            .collect();
        let book = json!({"ekbom": "", "version": "changed", "hash": "", "tables": tables});
        RuleBook::from_json(&book.to_string()).unwrap().compile().ok()
    }

    fn judged(&self, mutant: &Mutant) -> Verdict {
        let concerned = &self.concerned[mutant.table];
        let places: BTreeSet<usize> =
            concerned.iter().flat_map(|place| [vec![*place], self.asked[*place].clone()].concat()).collect();
        let Some(changed) = self.compile(mutant, places.into_iter()) else { return Verdict::Refused };
        let is_concerned =
            |table: &&Table| concerned.iter().any(|place| self.built_in.tables()[*place].name() == table.name());
        if changed.tables().iter().filter(is_concerned).any(|table| self.judge.objects(table)) {
            return Verdict::Position;
        }
        if mutant.kind != "flag" && changed.tables().iter().filter(is_concerned).all(|table| self.is_equivalent(table)) {
            return Verdict::Equivalent;
        }
        let Some(whole) = self.compile(mutant, 0..self.tables.len()) else { return Verdict::Refused };
        let noticed =
            self.vectors.iter().any(|vector| !differences(&vector["expect"], &answer(&whole, vector)).is_empty());
        if noticed { Verdict::Whole } else { Verdict::Survived }
    }

    /// Does everybody have the same rule of both tables, the same answers by it, and the same flags?
    fn is_equivalent(&self, changed: &Table) -> bool {
        let own = self.built_in.tables().iter().find(|table| table.name() == changed.name()).unwrap();
        let same_rules = own.rules.len() == changed.rules.len()
            && own.rules.iter().zip(&changed.rules).all(|(a, b)| a.answers == b.answers && a.flags == b.flags);
        same_rules && goes_the_same_way(own, changed) && goes_the_same_way(changed, own)
    }
}

/// On every path of the one diagram, does the other have the same rules?
fn goes_the_same_way(one: &Table, other: &Table) -> bool {
    let mut scratch = Scratch::new();
    one.diagram().paths().iter().all(|(inside, rules)| {
        let fired = other.possible_rules(inside, &mut scratch);
        fired.iter().enumerate().all(|(place, fired)| *fired == rules.iter().any(|rule| usize::from(*rule) == place))
    })
}

#[test]
fn the_vectors_notice_every_change() {
    let bench = Bench::new();
    let book: Value = serde_json::from_str(&RuleBook::of(&bench.built_in).to_json()).unwrap();
    let mut all: Vec<Mutant> = bench
        .tables
        .iter()
        .enumerate()
        .flat_map(|(place, table)| mutants::of_table(place, table, &book["questions"]))
        .collect();
    if let Ok(only) = std::env::var("EKBOM_ONLY") {
        all.retain(|mutant| mutant.words.contains(&only) || mutant.kind == only);
    }
    let next = AtomicUsize::new(0);
    let verdicts = Mutex::new(BTreeMap::new());
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some((place, mutant)) = Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|place| Some((place, all.get(place)?))) {
                    let verdict = bench.judged(mutant);
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
            survivors.push(mutant.words.as_str());
        }
    }
    println!("{} vectors, {} expectations of tables", bench.vectors.len(), bench.judge.expectations());
    println!("{:8} {:>8} {:>8} {:>8} {:>8} {:>10} {:>8}", "kind", "changes", "position", "whole", "refused", "equivalent", "survived");
    for (kind, own) in &counts {
        let count = |verdict| own.get(&verdict).copied().unwrap_or_default();
        println!(
            "{kind:8} {:8} {:8} {:8} {:8} {:10} {:8}",
            own.values().sum::<usize>(), count(Verdict::Position), count(Verdict::Whole), count(Verdict::Refused),
            count(Verdict::Equivalent), count(Verdict::Survived)
        );
    }
    println!("{} changes", all.len());
    let listed: BTreeSet<&str> = NOT_NOTICED.iter().map(|(words, _)| *words).collect();
    let open: Vec<&&str> = survivors.iter().filter(|words| !listed.contains(**words)).collect();
    for words in &open {
        println!("SURVIVED {words}");
    }
    assert!(open.is_empty(), "{} of {} changes go unnoticed: see above", open.len(), all.len());
}
