//! Calls about rules: in words, as numbers, as a book, and rules of one's own.

use ekbom::Knowledge;
use ekbom::exchange::rules::RuleBook;
use ekbom::fact::{Fact, Kind};
use ekbom::knowledge::{LimitChange, question, words};
use ekbom::logic::condition::{Expression, Limit, NumberTest};
use ekbom::logic::explain::phrase;
use ekbom::logic::table::{Rule, Table};
use serde::{Deserialize, Serialize};

use crate::desk::json;
use crate::fault::Failure;
use crate::request::Request;

/// A change of a limit by name.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LimitSaid {
    rule: String,
    #[serde(default)]
    fact: Option<String>,
    value: f64,
}

#[derive(Serialize)]
struct Kept<'k> {
    knowledge: u32,
    version: &'k str,
    hash: &'k str,
    changes: &'k [LimitChange],
}

#[derive(Serialize)]
struct TableSaid<'k> {
    question: &'k str,
    guideline: &'k str,
    title: &'k str,
    standing: &'static str,
    rules: Vec<RuleSaid<'k>>,
}

#[derive(Serialize)]
struct RuleSaid<'k> {
    id: &'k str,
    when: String,
    answers: Vec<&'k str>,
    flags: Vec<FlagSaid<'k>>,
    cites: Vec<CiteSaid<'k>>,
    verification: &'static str,
    grades: Vec<GradeSaid<'k>>,
    note: &'k str,
    facts: Vec<&'static str>,
}

#[derive(Serialize)]
struct FlagSaid<'k> {
    code: &'k str,
    says: String,
    when: String,
    unless: bool,
}

#[derive(Serialize)]
struct CiteSaid<'k> {
    source: &'k str,
    locator: &'k str,
}

#[derive(Serialize)]
struct GradeSaid<'k> {
    action: &'k str,
    strength: &'k str,
    certainty: &'k str,
}

#[derive(Serialize)]
struct LimitOf<'k> {
    rule: &'k str,
    question: &'k str,
    guideline: &'k str,
    fact: &'static str,
    comparison: &'static str,
    value: f64,
    unit: &'static str,
    /// Read by guards of the worst that the result may stand for.
    guard: bool,
}

pub(crate) fn known_question(field: &str, id: &str) -> Result<(), Failure> {
    let known = question::all().map(|own| own.id);
    if known.clone().any(|own| own == id) { Ok(()) } else { Err(Failure::unknown(field, id, known)) }
}

pub(crate) fn known_guideline(knowledge: &Knowledge, field: &str, id: &str) -> Result<(), Failure> {
    let mut known: Vec<&str> = knowledge.tables().iter().map(|table| table.guideline.id.as_ref()).collect();
    known.sort_unstable();
    known.dedup();
    if known.contains(&id) { Ok(()) } else { Err(Failure::unknown(field, id, known.into_iter())) }
}

/// Which tables are wanted.
struct Wanted {
    question: Option<String>,
    guideline: Option<String>,
}

impl Wanted {
    fn read(knowledge: &Knowledge, request: &Request<'_>) -> Result<Self, Failure> {
        let own = Self { question: request.take("question")?, guideline: request.take("guideline")? };
        own.question.as_deref().map_or(Ok(()), |id| known_question("question", id))?;
        own.guideline.as_deref().map_or(Ok(()), |id| known_guideline(knowledge, "guideline", id))?;
        Ok(own)
    }

    fn has(&self, table: &Table) -> bool {
        self.question.as_ref().is_none_or(|id| table.question.id == id)
            && self.guideline.as_ref().is_none_or(|id| table.guideline.id == *id)
    }
}

pub(crate) fn tables(knowledge: &Knowledge, request: &Request<'_>) -> Result<String, Failure> {
    let wanted = Wanted::read(knowledge, request)?;
    let said = |table| said(table);
    json(&knowledge.tables().iter().filter(|table| wanted.has(table)).map(said).collect::<Vec<_>>())
}

fn said(table: &Table) -> TableSaid<'_> {
    let one = |rule| rule_said(table, rule);
    TableSaid {
        question: table.question.id,
        guideline: &table.guideline.id,
        title: &table.guideline.title,
        standing: table.guideline.standing.code(),
        rules: table.rules.iter().map(one).collect(),
    }
}

fn rule_said<'k>(table: &'k Table, rule: &'k Rule) -> RuleSaid<'k> {
    let flags = rule.flags.iter().map(|flag| FlagSaid {
        code: &flag.code,
        says: words::flag(&flag.code),
        when: phrase(&flag.when),
        unless: flag.unless,
    });
    let grades = rule.grades.iter().map(|own| GradeSaid {
        action: &own.action,
        strength: &own.strength,
        certainty: &own.certainty,
    });
    RuleSaid {
        id: &rule.id,
        when: phrase(&rule.when),
        answers: table.question.codes(rule.answers).collect(),
        flags: flags.collect(),
        cites: rule.cites.iter().map(|own| CiteSaid { source: &own.source, locator: &own.locator }).collect(),
        verification: rule.verification.code(),
        grades: grades.collect(),
        note: &rule.note,
        facts: rule.when.facts().into_iter().map(Fact::id).collect(),
    }
}

pub(crate) fn limits(knowledge: &Knowledge, request: &Request<'_>) -> Result<String, Failure> {
    let wanted = Wanted::read(knowledge, request)?;
    let fact = match request.take::<String>("fact")? {
        None => None,
        Some(id) => {
            let known = Fact::ALL.iter().map(|fact| fact.id());
            Some(Fact::from_id(&id).ok_or_else(|| Failure::unknown("fact", &id, known))?)
        }
    };
    let mut made: Vec<LimitOf<'_>> = Vec::new();
    for table in knowledge.tables().iter().filter(|table| wanted.has(table)) {
        for rule in &table.rules {
            let mut tests = Vec::new();
            numbers(&rule.when, &mut tests);
            for test in tests.into_iter().filter(|test| fact.is_none_or(|fact| test.fact == fact)) {
                let info = test.fact.info();
                let second = match info.kind {
                    Kind::Measured { second: Some(second), .. } => second.unit,
                    _ => "",
                };
                let mut one = |value, unit, guard| {
                    made.push(LimitOf {
                        rule: &rule.id,
                        question: table.question.id,
                        guideline: &table.guideline.id,
                        fact: test.fact.id(),
                        comparison: test.comparison.code(),
                        value,
                        unit,
                        guard,
                    });
                };
                match test.limit {
                    Limit::One(value) => one(value, info.unit, false),
                    Limit::Guarded(value) => one(value, info.unit, true),
                    Limit::Second(value) => one(value, second, false),
                    Limit::Both(value, other) => {
                        one(value, info.unit, false);
                        one(other, second, false);
                    }
                }
            }
        }
    }
    json(&made)
}

/// The comparisons of a rule itself, without those of the tables that it asks.
fn numbers<'e>(expression: &'e Expression, found: &mut Vec<&'e NumberTest>) {
    match expression {
        Expression::Number(test) => found.push(test),
        Expression::All(items) | Expression::Any(items) => items.iter().for_each(|item| numbers(item, found)),
        Expression::Not(item) => numbers(item, found),
        Expression::Always | Expression::Option(_) | Expression::Answer(_) => {}
    }
}

pub(crate) fn book(knowledge: &Knowledge, request: &Request<'_>) -> Result<String, Failure> {
    let wanted = Wanted::read(knowledge, request)?;
    json(&RuleBook::selected(knowledge, |table| wanted.has(table)))
}

pub(crate) fn diff(request: &Request<'_>) -> Result<String, Failure> {
    let need = |key| {
        let missing = || Failure::wrong(key, "", format!("`{key}` is needed"));
        request.book(key)?.ok_or_else(missing)
    };
    json(&need("older")?.difference(&need("newer")?))
}

/// A knowledge of one's own, made from another.
pub(crate) fn own(from: &Knowledge, request: &Request<'_>) -> Result<Knowledge, Failure> {
    let wrong = |key: &str, why: String| Failure::wrong(key, "", why);
    let from = match request.book("rules")? {
        None => from.clone(),
        Some(_) if request.raw("knowledge").is_some() => {
            return Err(wrong(
                "rules",
                "`rules` are a whole knowledge: to add to one, take `add_rules`".to_owned(),
            ));
        }
        Some(book) => book.compile().map_err(|error| wrong("rules", error.to_string()))?,
    };
    let mut builder = from.to_builder();
    if let Some(book) = request.book("add_rules")? {
        builder = builder.rules(&book);
    }
    for said in request.take::<Vec<LimitSaid>>("limits")?.unwrap_or_default() {
        builder = match said.fact {
            None => builder.with_only_limit(&said.rule, said.value),
            Some(id) => {
                let known = Fact::ALL.iter().map(|fact| fact.id());
                let fact = Fact::from_id(&id).ok_or_else(|| Failure::unknown("fact", &id, known))?;
                builder.with_limit(&said.rule, fact, said.value)
            }
        };
    }
    builder.build().map_err(|error| wrong("knowledge", error.to_string()))
}

pub(crate) fn kept(number: u32, made: &Knowledge) -> Result<String, Failure> {
    json(&Kept { knowledge: number, version: made.version(), hash: made.hash(), changes: made.changes() })
}
