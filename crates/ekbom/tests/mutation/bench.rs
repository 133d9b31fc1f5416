//! Changed tables, compiled as far as is needed, and how each change is answered: what costs least is asked first.

use std::collections::BTreeSet;

use ekbom::Knowledge;
use ekbom::exchange::rules::RuleBook;
use ekbom::logic::table::{Rule, Table};
use serde_json::{Value, json};

use crate::equivalent;
use crate::judge::Judge;
use crate::mutants::Mutant;
use crate::support::{answer, differences, topics, vectors};

/// How a change was answered.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Verdict {
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

pub(crate) struct Bench {
    /// The tables as they are exported.
    pub(crate) tables: Vec<Value>,
    /// By table: itself and those that ask its answer, directly or not.
    concerned: Vec<Vec<usize>>,
    /// By table: those whose answers it asks, directly or not.
    asked: Vec<Vec<usize>>,
    pub(crate) built_in: Knowledge,
    pub(crate) vectors: usize,
    pub(crate) judge: Judge,
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

fn compiled(tables: &[Value]) -> Option<Knowledge> {
    let book = json!({"ekbom": "", "version": "changed", "hash": "", "tables": tables});
    RuleBook::from_json(&book.to_string()).unwrap().compile().ok()
}

impl Bench {
    pub(crate) fn new() -> Self {
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

    pub(crate) fn judged(&self, mutant: &Mutant) -> Verdict {
        let own = &self.built_in.tables()[mutant.table];
        let edited = mutant.edited(&self.tables[mutant.table]);
        let Some(rules) = self.rules(mutant.table, &edited) else { return Verdict::Refused };
        if self.judge.objects_by_form(own, &rules) {
            return Verdict::Position;
        }
        let Ok(changed) = Table::new(own.question, own.guideline.clone(), rules) else {
            return Verdict::Refused;
        };
        if self.judge.objects(&changed) {
            return Verdict::Position;
        }
        let is_told_apart = self.judge.told_apart(own, &changed).next().is_some();
        if !is_told_apart && (equivalent::tables(own, &changed) || equivalent::flags(own, &changed)) {
            return Verdict::Equivalent;
        }
        self.judged_by_others(mutant, &edited)
    }

    /// The same with the tables that ask the changed one, and with the rest of an assessment.
    fn judged_by_others(&self, mutant: &Mutant, edited: &Value) -> Verdict {
        let concerned = &self.concerned[mutant.table];
        let with_asked =
            concerned.iter().flat_map(|place| [vec![*place], self.asked[*place].clone()].concat());
        let places: BTreeSet<usize> = with_asked.collect();
        let with = |places: &mut dyn Iterator<Item = usize>| {
            let pick = |place| if place == mutant.table { edited } else { &self.tables[place] };
            compiled(&places.map(|place| pick(place).clone()).collect::<Vec<_>>())
        };
        let Some(part) = with(&mut places.iter().copied()) else { return Verdict::Refused };
        let pairs: Vec<(&Table, &Table)> = places
            .iter()
            .zip(part.tables())
            .filter(|(place, _)| concerned.contains(place))
            .map(|(place, table)| (&self.built_in.tables()[*place], table))
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
        let Some(whole) = with(&mut (0..self.tables.len())) else { return Verdict::Refused };
        let noticed = |vector: &&Value| !differences(&vector["expect"], &answer(&whole, vector)).is_empty();
        if told.iter().any(noticed) { Verdict::Whole } else { Verdict::Survived }
    }

    /// The rules of an edited table: only what was changed is read anew.
    fn rules(&self, table: usize, edited: &Value) -> Option<Vec<Rule>> {
        let own = self.tables[table]["rules"].as_array().unwrap();
        let rules = edited["rules"].as_array().unwrap().iter();
        rules
            .map(|rule| match own.iter().position(|other| other == rule) {
                Some(place) => Some(self.built_in.tables()[table].rules[place].clone()),
                None => self.rule(table, rule),
            })
            .collect()
    }

    /// One rule read from its JSON, as the first of a table with nothing else in it.
    fn rule(&self, table: usize, rule: &Value) -> Option<Rule> {
        let mut otherwise = rule.clone();
        otherwise["id"] = json!("otherwise");
        otherwise["when"] = json!({"always": true});
        let mut small = self.tables[table].clone();
        small["rules"] = json!([rule, otherwise]);
        let mut direct = BTreeSet::new();
        asks(rule, &mut direct);
        let asked: &[usize] = if direct.is_empty() { &[] } else { &self.asked[table] };
        let mut tables: Vec<Value> = asked.iter().map(|place| self.tables[*place].clone()).collect();
        tables.push(small);
        Some(compiled(&tables)?.tables().last()?.rules[0].clone())
    }
}
