//! Proofs that a change can be noticed by nobody, whatever is known of a patient.

use std::collections::{BTreeMap, BTreeSet};

use ekbom::condition::{AnswerTest, Case, Expression};
use ekbom::fact::Fact;
use ekbom::question::AnswerSet;
use ekbom::table::{Rule, Scratch, Table};
use serde_json::{Value, json};

use crate::bench::{Bench, table_of};
use crate::mutants::Mutant;
use crate::readings;

/// Does everybody have the same rule of both tables, the same answers by it, and the same flags?
pub(crate) fn tables(own: &Table, changed: &Table) -> bool {
    let by_id = |table: &Table| -> BTreeMap<String, Rule> {
        table.rules.iter().map(|rule| (rule.id.clone(), rule.clone())).collect()
    };
    let (one, other) = (by_id(own), by_id(changed));
    let same_rules = one.len() == other.len()
        && one.iter().all(|(id, rule)| {
            other
                .get(id)
                .is_some_and(|changed| rule.answers == changed.answers && rule.flags == changed.flags)
        });
    same_rules && go_the_same_way(own, changed)
}

/// Do both tables have the same rules for everybody?
fn go_the_same_way(own: &Table, changed: &Table) -> bool {
    let same_order = own.rules.iter().map(|rule| &rule.id).eq(changed.rules.iter().map(|rule| &rule.id));
    same_order && own.diagram() == changed.diagram()
        || every_path_agrees(own, changed) && every_path_agrees(changed, own)
}

/// On every path of the one diagram, does the other have the same rules?
fn every_path_agrees(one: &Table, other: &Table) -> bool {
    let mut scratch = Scratch::new();
    one.diagram().paths().iter().all(|(inside, rules)| {
        let rules: BTreeSet<&str> =
            rules.iter().map(|rule| one.rules[usize::from(*rule)].id.as_str()).collect();
        let fired = other.possible_rules(inside, &mut scratch);
        let fired = other.rules.iter().zip(&fired).filter(|(_, fired)| **fired);
        fired.map(|(rule, _)| rule.id.as_str()).collect::<BTreeSet<_>>() == rules
    })
}

/// Is a change in a flag the same for everybody whom the flag's rule answers? A flag is read of a box for which its rule
/// alone is left, and what counts is whether its condition certainly holds there.
pub(crate) fn flags(bench: &Bench, mutant: &Mutant) -> bool {
    let json = &bench.tables[mutant.table];
    let steps: Vec<&str> = mutant.place.split('/').collect();
    let ["", "rules", rule, "flags", ref within @ ..] = steps[..] else { return false };
    let rule: usize = rule.parse().unwrap();
    let before = json.pointer(&mutant.place).unwrap();
    let pairs = match within {
        [] => left_out(before, &mutant.with),
        [_, _, path @ ..] => {
            let mut pairs: Vec<(Value, Value, bool)> = part_left_out(before, &mutant.with)
                .map(|(one, other)| (one, other, counts_to_hold(path)))
                .into_iter()
                .collect();
            pairs.extend(enclosing(json, &mutant.edited(json), &steps, path.len()));
            pairs
        }
        _ => Vec::new(),
    };
    pairs.iter().any(|(one, other, holds)| {
        let read = |condition: &Value| read_as_rule(bench, mutant.table, rule, condition);
        let (Some(one), Some(other)) = (read(one), read(other)) else { return false };
        let own = &bench.built_in.tables()[mutant.table];
        if let (Expression::Answer(first), Expression::Answer(second)) = (&one, &other) {
            return are_answered_alike(own, rule, first, second)
                || asked_table(bench, first)
                    .is_some_and(|asked| readings::are_the_same(own, rule, (&one, &other), *holds, asked));
        }
        are_read_alike(&one, &other, *holds) && are_the_same_within(own, rule, &one, &other)
    })
}

/// Within an even number of negations it counts whether a part of a condition holds, else whether it does not.
fn counts_to_hold(path: &[&str]) -> bool {
    path.iter().filter(|step| **step == "not").count() % 2 == 0
}

/// The changed part of a flag's condition, before and after, and what it stands in, up to the whole condition.
fn enclosing(before: &Value, now: &Value, steps: &[&str], depth: usize) -> Vec<(Value, Value, bool)> {
    let whole = steps.len() - depth;
    (whole..=steps.len())
        .rev()
        .filter_map(|end| {
            let place = steps[..end].join("/");
            let (one, other) = (before.pointer(&place)?, now.pointer(&place)?);
            // Between a list and its items stands the name of the list.
            one.is_object().then(|| (one.clone(), other.clone(), counts_to_hold(&steps[whole..end])))
        })
        .collect()
}

fn asked_table<'b>(bench: &'b Bench, test: &AnswerTest) -> Option<&'b Table> {
    bench.built_in.tables().iter().find(|table| table.is_of(&test.question, &test.guideline))
}

/// Are two sets of another table's answers alike to all whom a rule answers? What one set has and the other has not, the
/// other table must answer none of them: the cases that answer so hold for nobody, and are read so.
fn are_answered_alike(own: &Table, rule: usize, one: &AnswerTest, other: &AnswerTest) -> bool {
    let is_other = |case: &Case| {
        let seen = |set: AnswerSet| (case.answers.and(set).is_empty(), case.answers.is_within(set));
        seen(one.set) != seen(other.set)
    };
    let never = Expression::Any(Vec::new());
    one.cases.iter().filter(|case| is_other(case)).all(|case| {
        is_read_exactly(&case.condition, false) && are_the_same_within(own, rule, &case.condition, &never)
    })
}

/// Of a flag that is left out: its condition, and the one by which it would never be raised.
fn left_out(before: &Value, now: &Value) -> Vec<(Value, Value, bool)> {
    let Some(flag) = missing(before, now) else { return Vec::new() };
    let pair = match flag.get("unless") {
        Some(unless) => (unless.clone(), json!({"always": true}), true),
        None => (flag["when"].clone(), json!({"always": false}), true),
    };
    vec![pair]
}

/// Of a part that is left out: what it said, and what would say nothing in its place.
fn part_left_out(before: &Value, now: &Value) -> Option<(Value, Value)> {
    ["all", "any"].iter().find_map(|key| {
        let part = missing(before.get(key)?, now.get(key)?)?;
        Some((part.clone(), json!({"always": *key == "all"})))
    })
}

/// The item that a list has lost; `None` where that is not all that happened to it.
fn missing<'v>(before: &'v Value, now: &Value) -> Option<&'v Value> {
    let (before, now) = (before.as_array()?, now.as_array()?);
    let place = before.iter().enumerate().position(|(place, item)| now.get(place) != Some(item))?;
    (before.len() == now.len() + 1 && before[place + 1..] == now[place..]).then(|| &before[place])
}

/// A condition, by way of a rule that has it.
fn read_as_rule(bench: &Bench, table: usize, rule: usize, condition: &Value) -> Option<Expression> {
    let mut part = bench.tables[table]["rules"][rule].clone();
    part["flags"] = json!([]);
    part["when"] = condition.clone();
    Some(bench.rule(table, &part)?.when)
}

/// Have all whom a rule answers the same of both conditions? The rule is divided in two by the one, and by the other: if
/// the diagrams agree, nobody lies between them.
fn are_the_same_within(own: &Table, rule: usize, one: &Expression, other: &Expression) -> bool {
    let divided = |condition: &Expression| {
        let mut rules = own.rules.clone();
        let mut part = own.rules[rule].clone();
        part.id = format!("{}-divided", part.id);
        part.when = Expression::All(vec![part.when, condition.clone()]);
        rules.insert(rule, part);
        table_of(own, rules)
    };
    let (Some(one), Some(other)) = (divided(one), divided(other)) else { return false };
    go_the_same_way(&one, &other)
}

/// Does it follow, for two conditions that are the same of each single patient, that they are read alike of a box of
/// them? What is read as certain is so of each patient; so what is so of nobody is never read as certain. The other way
/// round, the reading must be exact.
fn are_read_alike(one: &Expression, other: &Expression, holds: bool) -> bool {
    let nobody = |condition: &Expression| match condition {
        Expression::Any(items) => holds && items.is_empty(),
        Expression::Always => !holds,
        _ => false,
    };
    nobody(one) || nobody(other) || is_read_exactly(one, holds) && is_read_exactly(other, holds)
}

/// Is a condition read as certain, to hold or not to, of every box of which it is so? One comparison is; so are all of a
/// list to hold, and none of it. Whether one of several holds is read exactly where they share no fact: each is free to
/// hold or not then, whatever the others do.
fn is_read_exactly(condition: &Expression, holds: bool) -> bool {
    let list = |items: &[Expression], each: bool| {
        let exact = items.iter().all(|item| is_read_exactly(item, holds));
        let facts: Vec<Fact> = items.iter().flat_map(Expression::facts).collect();
        let share = facts.iter().collect::<BTreeSet<_>>().len() < facts.len();
        exact && (each || !share)
    };
    match condition {
        Expression::Always | Expression::Option(_) | Expression::Number(_) => true,
        Expression::All(items) => list(items, holds),
        Expression::Any(items) => list(items, !holds),
        Expression::Not(item) => is_read_exactly(item, !holds),
        Expression::Answer(_) => false,
    }
}
