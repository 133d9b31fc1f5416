//! Proofs that a change can be noticed by nobody, whatever is known of a patient.

use std::collections::{BTreeMap, BTreeSet};

use ekbom::logic::condition::Expression;
use ekbom::logic::engine::Scratch;
use ekbom::logic::table::{Rule, RuleFlag, Table};

/// Does everybody have the same rule of both tables, the same answers by it, and the same flags?
pub(crate) fn tables(own: &Table, changed: &Table) -> bool {
    let by_id = |table: &Table| -> BTreeMap<String, Rule> {
        table.rules.iter().map(|rule| (rule.id.to_string(), rule.clone())).collect()
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

/// Do two tables whose flags alone differ raise the same flags of everybody? A rule raises a flag by what holds for all whom
/// it answers, so what counts of a condition is what it says of them.
pub(crate) fn flags(own: &Table, changed: &Table) -> bool {
    let pairs = || own.rules.iter().zip(&changed.rules);
    own.rules.len() == changed.rules.len()
        && pairs().all(|(one, other)| Rule { flags: one.flags.clone(), ..other.clone() } == *one)
        && pairs().enumerate().all(|(rule, (one, other))| {
            let codes: BTreeSet<&str> =
                one.flags.iter().chain(&other.flags).map(|flag| flag.code.as_ref()).collect();
            codes
                .into_iter()
                .all(|code| one.flags == other.flags || raised_alike(own, rule, code, one, other))
        })
}

/// Is the flag of this code raised alike by two versions of a rule? One that is missing is like one that never is.
fn raised_alike(own: &Table, rule: usize, code: &str, one: &Rule, other: &Rule) -> bool {
    let of = |rule: &Rule| -> Vec<RuleFlag> {
        rule.flags.iter().filter(|flag| flag.code == code).cloned().collect()
    };
    let never = |unless: bool| if unless { Expression::Always } else { Expression::Any(Vec::new()) };
    match (&*of(one), &*of(other)) {
        ([one], [other]) if one.unless == other.unless => {
            are_the_same_within(own, rule, &one.when, &other.when)
        }
        ([left], []) | ([], [left]) => are_the_same_within(own, rule, &left.when, &never(left.unless)),
        (one, other) => one == other,
    }
}

/// Have all whom a rule answers the same of both conditions? The rule is divided in two by the one, and by the other: if
/// the diagrams agree, nobody lies between them.
fn are_the_same_within(own: &Table, rule: usize, one: &Expression, other: &Expression) -> bool {
    let divided = |condition: &Expression| {
        let mut rules = own.rules.clone();
        let mut part = Rule { flags: Vec::new(), ..own.rules[rule].clone() };
        part.id = format!("{}-divided", part.id).into();
        part.when = Expression::All(vec![part.when, condition.clone()]);
        rules.insert(rule, part);
        Table::new(own.question, own.guideline.clone(), rules).ok()
    };
    let (Some(one), Some(other)) = (divided(one), divided(other)) else { return false };
    go_the_same_way(&one, &other)
}
