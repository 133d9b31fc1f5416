//! Changes each limit, sign, option, answer, flag and part of a condition of the built-in rules, one at a time, and asks
//! whether the vectors notice. What they do not notice is proved to change no answer, or is listed with its reason, or
//! fails the test. See `docs/src/mutation.md`.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "in a test, and in what it calls, a failed unwrap is a failed test"
)]

mod judge;
mod mutants;
#[path = "../support/mod.rs"]
mod support;
mod units;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use ekbom::Knowledge;
use ekbom::rules::RuleBook;
use ekbom::table::{Scratch, Table};
use judge::Judge;
use mutants::Mutant;
use serde_json::{Value, json};
use support::{answer, differences, topics, vectors};

/// Changes that no vector notices yet, one a line. A change that is not among them must be noticed, and one that is noticed
/// must be struck off; `EKBOM_BLESS=1` does so.
const OPEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/mutation-open.txt");

/// The page with the table of what is printed here; other pages read it there.
const PAGE: &str = include_str!("../../../../docs/src/mutation.md");

/// The kinds of change that must be noticed; `EKBOM_MUTATION=all` tries the others too.
const KINDS: &[&str] = &["limit", "sign", "answer"];

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
    vectors: usize,
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
            .map(|place| {
                (place..tables.len()).filter(|own| *own == place || asked[*own].contains(&place)).collect()
            })
            .collect();
        let vectors: Vec<Value> = topics().iter().flat_map(|topic| vectors(topic)).collect();
        let judge = Judge::new(&vectors);
        Self { tables, concerned, asked, built_in, vectors: vectors.len(), judge }
    }

    /// The tables at these places, with the change, compiled.
    fn compile(&self, mutant: &Mutant, places: impl Iterator<Item = usize>) -> Option<Knowledge> {
        self.compile_edited(mutant.table, places, |table| {
            *table.pointer_mut(&mutant.place).unwrap() = mutant.with.clone();
        })
    }

    /// The tables at these places, one of them edited, compiled.
    fn compile_edited(
        &self,
        edited: usize,
        places: impl Iterator<Item = usize>,
        edit: impl Fn(&mut Value),
    ) -> Option<Knowledge> {
        let tables: Vec<Value> = places
            .map(|place| {
                let mut table = self.tables[place].clone();
                if place == edited {
                    edit(&mut table);
                }
                table
            })
            .collect();
        let book = json!({"ekbom": "", "version": "changed", "hash": "", "tables": tables});
        RuleBook::from_json(&book.to_string()).unwrap().compile().ok()
    }

    fn judged(&self, mutant: &Mutant) -> Verdict {
        let built_in = self.built_in.tables();
        let asked = self.asked[mutant.table].iter().copied();
        let Some(alone) = self.compile(mutant, asked.chain([mutant.table])) else { return Verdict::Refused };
        let changed = alone.tables().last().unwrap();
        if self.judge.objects(changed) {
            return Verdict::Position;
        }
        let is_told_apart = self.judge.told_apart(&built_in[mutant.table], changed).next().is_some();
        if !is_told_apart
            && (is_equivalent(&built_in[mutant.table], changed) || self.flag_is_equivalent(mutant))
        {
            return Verdict::Equivalent;
        }
        let concerned = &self.concerned[mutant.table];
        let with_asked =
            concerned.iter().flat_map(|place| [vec![*place], self.asked[*place].clone()].concat());
        let places: BTreeSet<usize> = with_asked.collect();
        let Some(part) = self.compile(mutant, places.iter().copied()) else { return Verdict::Refused };
        let pairs: Vec<(&Table, &Table)> = places
            .iter()
            .zip(part.tables())
            .filter(|(place, _)| concerned.contains(place))
            .map(|(place, table)| (&built_in[*place], table))
            .collect();
        if pairs.iter().any(|(_, changed)| self.judge.objects(changed)) {
            return Verdict::Position;
        }
        // Whatever else is said follows from the positions: only patients who have others can be told apart.
        let told: Vec<&Value> =
            pairs.iter().flat_map(|(own, changed)| self.judge.told_apart(own, changed)).collect();
        if told.is_empty() {
            return Verdict::Survived;
        }
        let Some(whole) = self.compile(mutant, 0..self.tables.len()) else { return Verdict::Refused };
        let noticed = |vector: &&Value| !differences(&vector["expect"], &answer(&whole, vector)).is_empty();
        if told.iter().any(noticed) { Verdict::Whole } else { Verdict::Survived }
    }

    /// Is a changed comparison in a flag the same for everybody whom the flag's rule answers? A flag is read of a box for
    /// which its rule alone is left. If nobody of that rule has a value between the two comparisons, each such box lies on
    /// one side of both. To find out, the rule is divided in two by the one comparison and by the other.
    fn flag_is_equivalent(&self, mutant: &Mutant) -> bool {
        let steps: Vec<&str> = mutant.place.split('/').collect();
        let ["", "rules", rule, "flags", ..] = steps[..] else { return false };
        if !["limit", "sign"].contains(&mutant.kind) {
            return false;
        }
        let rule: usize = rule.parse().unwrap();
        let divided = |comparison: &Value| {
            let places = self.asked[mutant.table].iter().copied().chain([mutant.table]);
            self.compile_edited(mutant.table, places, |table| {
                let rules = table["rules"].as_array_mut().unwrap();
                let mut part = rules[rule].clone();
                part["id"] = json!(format!("{}-divided", part["id"].as_str().unwrap()));
                part["when"] = json!({"all": [part["when"], comparison]});
                rules.insert(rule, part);
            })
        };
        let own = self.tables[mutant.table].pointer(&mutant.place).unwrap();
        let (Some(one), Some(other)) = (divided(own), divided(&mutant.with)) else { return false };
        is_equivalent(one.tables().last().unwrap(), other.tables().last().unwrap())
    }
}

/// Does everybody have the same rule of both tables, the same answers by it, and the same flags?
fn is_equivalent(own: &Table, changed: &Table) -> bool {
    let same_rules = own.rules.len() == changed.rules.len()
        && own.rules.iter().zip(&changed.rules).all(|(a, b)| a.answers == b.answers && a.flags == b.flags);
    same_rules
        && (own.diagram() == changed.diagram()
            || goes_the_same_way(own, changed) && goes_the_same_way(changed, own))
}

/// On every path of the one diagram, does the other have the same rules?
fn goes_the_same_way(one: &Table, other: &Table) -> bool {
    let mut scratch = Scratch::new();
    one.diagram().paths().iter().all(|(inside, rules)| {
        let fired = other.possible_rules(inside, &mut scratch);
        fired
            .iter()
            .enumerate()
            .all(|(place, fired)| *fired == rules.iter().any(|rule| usize::from(*rule) == place))
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
    let everything = std::env::var("EKBOM_MUTATION").is_ok_and(|own| own == "all");
    all.retain(|mutant| everything || KINDS.contains(&mutant.kind));
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
        if KINDS.contains(kind) && !PAGE.contains(&row) {
            not_on_page.push(row);
        }
    }
    println!("{} changes", all.len());
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
    let mut own: Vec<&str> =
        survivors.iter().filter(|own| KINDS.contains(&own.kind)).map(|own| own.words.as_str()).collect();
    own.sort_unstable();
    own.dedup();
    if everything {
        survivors.iter().for_each(|mutant| println!("SURVIVED {}", mutant.words));
    }
    if std::env::var_os("EKBOM_BLESS").is_some() {
        std::fs::write(OPEN, own.iter().map(|words| format!("{words}\n")).collect::<String>()).unwrap();
    }
    let listed = std::fs::read_to_string(OPEN).unwrap_or_default();
    let listed: BTreeSet<&str> = listed.lines().collect();
    println!("{} open, as listed in tests/mutation-open.txt", listed.len());
    let new: Vec<&&str> = own.iter().filter(|words| !listed.contains(**words)).collect();
    let noticed: Vec<&&str> = listed.iter().filter(|words| !own.contains(*words)).collect();
    assert!(new.is_empty(), "{} changes go unnoticed: add vectors: {new:#?}", new.len());
    assert!(noticed.is_empty(), "noticed after all; strike them off with EKBOM_BLESS=1: {noticed:#?}");
    assert!(not_on_page.is_empty(), "docs/src/mutation.md: the table lacks {not_on_page:#?}");
}
