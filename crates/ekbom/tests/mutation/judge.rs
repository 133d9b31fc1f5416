//! The vectors as a judge of changed tables: what each of them expects, by table, with its patient as facts.

use std::collections::{BTreeMap, BTreeSet};

use ekbom::Patient;
use ekbom::assess::intake::{Policy, intake};
use ekbom::fact::FactBox;
use ekbom::logic::engine::Scratch;
use ekbom::logic::engine::{Truth, evaluate};
use ekbom::logic::question::AnswerSet;
use ekbom::logic::table::{Rule, Table};
use serde_json::Value;

type Codes = BTreeSet<String>;

/// What one vector expects of one table.
struct Expectation {
    facts: usize,
    possible: Option<Codes>,
    rules: Option<Codes>,
    needs: Option<Codes>,
    flags: Codes,
    no_flags: Codes,
}

pub(crate) struct Judge {
    boxes: Vec<FactBox>,
    /// The vectors whose patients these are.
    vectors: Vec<Value>,
    by_table: BTreeMap<String, Vec<Expectation>>,
}

fn codes(value: Option<&Value>) -> Option<Codes> {
    let list = value?.as_array().unwrap();
    Some(list.iter().map(|code| code.as_str().unwrap().to_owned()).collect())
}

impl Judge {
    pub(crate) fn new(vectors: &[Value]) -> Self {
        let mut made = Self { boxes: Vec::new(), vectors: Vec::new(), by_table: BTreeMap::new() };
        for vector in vectors {
            let expect = &vector["expect"];
            let Ok(patient) = Patient::from_json(&vector["patient"].to_string()) else { continue };
            let mut tables: BTreeSet<&String> = BTreeSet::new();
            for key in ["positions", "rules", "needs", "flags", "no_flags"] {
                tables.extend(expect[key].as_object().into_iter().flat_map(|own| own.keys()));
            }
            made.boxes.push(intake(&patient, &Policy::default()).facts);
            made.vectors.push(vector.clone());
            for table in tables {
                let of = |key: &str| codes(expect[key].get(table));
                made.by_table.entry(table.clone()).or_default().push(Expectation {
                    facts: made.boxes.len() - 1,
                    possible: of("positions"),
                    rules: of("rules"),
                    needs: of("needs"),
                    flags: of("flags").unwrap_or_default(),
                    no_flags: of("no_flags").unwrap_or_default(),
                });
            }
        }
        made
    }

    pub(crate) fn expectations(&self) -> usize {
        self.by_table.values().map(Vec::len).sum()
    }

    /// Is some expectation of this table not met?
    pub(crate) fn objects(&self, table: &Table) -> bool {
        let mut scratch = Scratch::new();
        self.of(table).any(|expected| {
            let facts = &self.boxes[expected.facts];
            let fired = table.possible_rules(facts, &mut scratch);
            let needs = || table.needs(facts).iter().map(|fact| fact.id().to_owned()).collect();
            let raised = if expected.asks_flags() { table.flags(facts, &mut scratch) } else { Vec::new() };
            is_not_met(expected, table, &table.rules, &fired, |code| {
                Some(raised.iter().any(|own| own == code))
            }) || expected.needs_others(table, &fired, needs)
        })
    }

    /// Is some expectation certainly not met by these rules of a table? They are read by their form, which needs no diagram:
    /// where the form decides, it says what the diagram does; where it does not, it says too much, never too little.
    pub(crate) fn objects_by_form(&self, table: &Table, rules: &[Rule]) -> bool {
        self.of(table).any(|expected| {
            let facts = &self.boxes[expected.facts];
            match fired_by_form(rules, facts) {
                (fired, true) => {
                    let raised = |code: &str| raised_by_form(rules, &fired, code, facts);
                    is_not_met(expected, table, rules, &fired, raised)
                }
                (fired, false) => expects_more(expected, table, rules, &fired),
            }
        })
    }

    fn of(&self, table: &Table) -> impl Iterator<Item = &Expectation> {
        self.by_table.get(&table.name()).into_iter().flatten()
    }

    /// The vectors to whose patients two versions of a table give different rules, answers or flags.
    pub(crate) fn told_apart<'s>(
        &'s self,
        one: &'s Table,
        other: &'s Table,
    ) -> impl Iterator<Item = &'s Value> {
        let mut scratch = Scratch::new();
        let mut reading = move |table: &Table, facts: &FactBox| {
            let fired = table.possible_rules(facts, &mut scratch);
            let rules = table.rules.iter().zip(&fired).filter(|(_, fired)| **fired);
            let ids: Codes = rules.map(|(rule, _)| rule.id.to_string()).collect();
            let flags: Codes = table.flags(facts, &mut scratch).into_iter().map(String::from).collect();
            (ids, table.possible(facts, &mut scratch), flags)
        };
        let pairs = self.boxes.iter().zip(&self.vectors);
        pairs.filter(move |(facts, _)| reading(one, facts) != reading(other, facts)).map(|(_, vector)| vector)
    }
}

impl Expectation {
    fn asks_flags(&self) -> bool {
        !self.flags.is_empty() || !self.no_flags.is_empty()
    }

    /// Are other facts needed than these expect? None are where the answer is determined.
    fn needs_others(&self, table: &Table, fired: &[bool], needs: impl FnOnce() -> Codes) -> bool {
        let Some(wanted) = &self.needs else { return false };
        let is_open = answers(&table.rules, fired).len() > 1;
        *wanted != if is_open { needs() } else { Codes::new() }
    }
}

/// Is an expectation of answers, rules or flags not met, if these rules can be the one that applies? `raised` says of a flag
/// whether it is raised, where that is known.
fn is_not_met(
    expected: &Expectation,
    table: &Table,
    rules: &[Rule],
    fired: &[bool],
    raised: impl Fn(&str) -> Option<bool>,
) -> bool {
    if let Some(wanted) = &expected.possible {
        if !table.question.codes(answers(rules, fired)).eq(sorted_as(table, wanted)) {
            return true;
        }
    }
    let left: Vec<&Rule> =
        rules.iter().zip(fired).filter(|(_, fired)| **fired).map(|(rule, _)| rule).collect();
    if let Some(wanted) = &expected.rules {
        if !left.iter().map(|rule| rule.id.as_str()).collect::<BTreeSet<_>>().iter().eq(wanted) {
            return true;
        }
    }
    // This one is not a rule's: it says that the other printed unit would give another answer.
    let of_rules = |code: &&String| *code != "printed_limits_differ";
    expected.flags.iter().filter(of_rules).any(|code| raised(code) == Some(false))
        || expected.no_flags.iter().filter(of_rules).any(|code| raised(code) == Some(true))
}

/// Is something expected that even too many rules do not give?
fn expects_more(expected: &Expectation, table: &Table, rules: &[Rule], fired: &[bool]) -> bool {
    let given: Vec<&str> = table.question.codes(answers(rules, fired)).collect();
    let is_more = |wanted: &Codes| wanted.iter().any(|code| !given.contains(&code.as_str()));
    let not_left = |wanted: &Codes| {
        wanted.iter().any(|id| !rules.iter().zip(fired).any(|(rule, fired)| *fired && rule.id == *id))
    };
    expected.possible.as_ref().is_some_and(is_more) || expected.rules.as_ref().is_some_and(not_left)
}

/// The rules that may apply as their conditions are read one by one, and whether that leaves one only.
fn fired_by_form(rules: &[Rule], facts: &FactBox) -> (Vec<bool>, bool) {
    let mut fired = vec![false; rules.len()];
    for (fired, rule) in fired.iter_mut().zip(rules) {
        let truth: Truth<bool> = evaluate(&rule.when, facts);
        *fired = !truth.no;
        if truth.yes {
            break;
        }
    }
    let is_decided = fired.iter().filter(|fired| **fired).count() == 1;
    (fired, is_decided)
}

fn answers(rules: &[Rule], fired: &[bool]) -> AnswerSet {
    let fired = rules.iter().zip(fired).filter(|(_, fired)| **fired);
    fired.fold(AnswerSet::EMPTY, |sum, (rule, _)| sum.or(rule.answers))
}

/// Does the only rule left raise a flag? `None` where its condition would have to be compiled to tell.
fn raised_by_form(rules: &[Rule], fired: &[bool], code: &str, facts: &FactBox) -> Option<bool> {
    let (rule, _) = rules.iter().zip(fired).find(|(_, fired)| **fired)?;
    let mut all = Some(false);
    for flag in rule.flags.iter().filter(|flag| flag.code == code) {
        let truth: Truth<bool> = evaluate(&flag.when, facts);
        match truth.known() {
            Some(certain) if certain != flag.unless => return Some(true),
            Some(_) => {}
            None => all = None,
        }
    }
    all
}

/// The codes in the order of the question's answers; one that it does not have stands for itself.
fn sorted_as<'a>(table: &'a Table, wanted: &'a Codes) -> impl Iterator<Item = &'a str> {
    let known = table.question.answers.iter().map(|answer| answer.code);
    let unknown = wanted.iter().map(String::as_str).filter(|code| table.question.set_of(code).is_none());
    known.filter(|code| wanted.contains(*code)).chain(unknown)
}
