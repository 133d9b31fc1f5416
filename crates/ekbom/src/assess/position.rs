//! Positions: what each table can still answer, by which rules, for want of which facts.

use alloc::vec::Vec;

use super::usual::Assumed;
use super::{Case, Position};
use crate::fact::{ChoiceAxis, Fact, FactBox, Options, Part};
use crate::logic::question::AnswerSet;
use crate::logic::table::{Rule, Scratch, Table};
use crate::source::{More, Text, Verification, texts};

/// `assumed`: what may be assumed of the patient, where there is one to ask.
pub(super) fn positions(
    case: &Case<'_, '_>,
    assumed: Option<&Assumed>,
    scratch: &mut Scratch<bool>,
) -> Vec<Position> {
    let units = reported_units(case.facts);
    let made = case.tables().map(|(table, possible)| {
        let usual = assumed.and_then(|assumed| assumed.of_table(table, case.facts, possible, scratch));
        let needs = match case.knowledge.0.iron_safety.and_then(|place| case.knowledge.tables().get(place)) {
            Some(safety) if core::ptr::eq(safety, table) => case.safety_needs.clone(),
            _ => needs(table, possible, case.facts),
        };
        Position { usual, ..of_table(table, possible, case.facts, needs, &units, scratch) }
    });
    made.collect()
}

/// The position of one table alone.
pub(super) fn one(
    table: &Table,
    facts: &FactBox,
    assumed: &Assumed,
    scratch: &mut Scratch<bool>,
) -> Position {
    let possible = table.possible(facts, scratch);
    let usual = assumed.of_table(table, facts, possible, scratch);
    let needs = needs(table, possible, facts);
    Position { usual, ..of_table(table, possible, facts, needs, &reported_units(facts), scratch) }
}

fn of_table(
    table: &Table,
    possible: AnswerSet,
    facts: &FactBox,
    needs: Vec<Fact>,
    units: &[ChoiceAxis],
    scratch: &mut Scratch<bool>,
) -> Position {
    let fired = table.possible_rules(facts, scratch);
    let rules: Vec<&Rule> =
        table.rules.iter().zip(&fired).filter(|(_, fired)| **fired).map(|(rule, _)| rule).collect();
    let mut flags = table.flags(facts, scratch);
    if units.iter().any(|axis| depends_on_unit(table, facts, *axis, scratch)) {
        flags.push(Text::fixed("printed_limits_differ"));
    }
    Position {
        question: table.question.id.into(),
        guideline: (&table.guideline.id).into(),
        possible: texts(table.question.codes(possible)),
        usual: None,
        rules: rules.iter().map(|rule| rule.id.clone()).collect(),
        needs: texts(needs.into_iter().map(|fact| fact.id())),
        flags,
        verification: weakest(&rules).into(),
        more: More::new(),
    }
}

/// What could still change an answer that is open.
fn needs(table: &Table, possible: AnswerSet, facts: &FactBox) -> Vec<Fact> {
    if possible.len() > 1 { table.needs(facts) } else { Vec::new() }
}

fn weakest(rules: &[&Rule]) -> Verification {
    rules.iter().fold(Verification::Original, |sum, rule| sum.weaker(rule.verification))
}

/// The unit axes of facts that were reported.
fn reported_units(facts: &FactBox) -> Vec<ChoiceAxis> {
    ChoiceAxis::all().filter(|axis| axis.part() == Part::Unit && facts.reported(axis.fact())).collect()
}

/// Would the same amount, reported in the fact's other unit, give other answers? Only where a guideline prints two
/// limits that are not the same amount.
fn depends_on_unit(table: &Table, facts: &FactBox, axis: ChoiceAxis, scratch: &mut Scratch<bool>) -> bool {
    if !table.asks(axis) {
        return false;
    }
    let mut other = facts.clone();
    let flipped = if facts.choice(axis) == Options::NO { Options::YES } else { Options::NO };
    other.set_choice(axis, flipped);
    table.possible(facts, scratch) != table.possible(&other, scratch)
}
