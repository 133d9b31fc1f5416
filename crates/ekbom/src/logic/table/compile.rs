//! From rules to a diagram.
//!
//! Each test of a condition is asked of the evaluator, cell by cell of the axes that it reads, which makes it a function of the
//! patient (`function`). Conditions combine those of their parts, and rules those of their conditions (`symbols`). What
//! comes out for the whole table is written down as its diagram (`layout`).

use alloc::vec::Vec;

use super::Rule;
use super::axes::Axes;
use super::diagram::Diagram;
use super::layout::lay_out;
use super::ready;
use super::symbols::Symbols;
use crate::logic::condition::Expression;

/// Why rules do not make a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CompileError {
    /// Some patient would get no answer.
    #[error("the rules do not answer every patient: end with one that always matches")]
    NotExhaustive,
    /// The diagram would be too large.
    #[error("the table needs more than {} nodes", Diagram::MOST_NODES)]
    TooLarge,
    /// There are more rules than a table may have.
    #[error("the table has more than {} rules", Diagram::MOST_RULES)]
    TooManyRules,
    /// Its conditions are too many, those of other tables counted wherever they are asked.
    #[error("the conditions, with those of the tables they ask, are more than {}", Diagram::MOST_CONDITIONS)]
    TooManyConditions,
    /// Its conditions are nested too deep, those of other tables with them.
    #[error(
        "the conditions, with those of the tables they ask, are nested more than {} deep",
        Diagram::DEEPEST
    )]
    TooDeep,
    /// It would take too long to find out whether the diagram is too large.
    #[error("the table takes more than {} steps to compile", Diagram::MOST_WORK)]
    TooMuchWork,
    /// A rule has no answer.
    #[error("rule {rule} has no answer")]
    NoAnswer {
        /// Its place, from 0.
        rule: usize,
    },
}

/// The diagram of rules, and what is left of the work that compiling may take.
pub(super) fn compile(rules: &[Rule]) -> Result<(Diagram, u64), CompileError> {
    if let Some(rule) = rules.iter().position(|rule| rule.answers.is_empty()) {
        return Err(CompileError::NoAnswer { rule });
    }
    check_size(rules)?;
    // What may be spent is shared, so that a table of many flags cannot take longer than another.
    let mut left = Diagram::MOST_WORK;
    let conditions: Vec<&Expression> = rules.iter().map(|rule| &rule.when).collect();
    let table = diagram(&conditions, &mut left)?;
    Ok((table, left))
}

/// The diagram of conditions of which the first that holds is taken. Takes from `left` what it costs; one that comes
/// ready costs nothing.
pub(super) fn diagram(conditions: &[&Expression], left: &mut u64) -> Result<Diagram, CompileError> {
    if let Some(diagram) = ready::find(conditions) {
        return Ok(diagram);
    }
    let diagram = compile_afresh(conditions, left)?;
    ready::made(conditions, &diagram);
    Ok(diagram)
}

/// The same without those that come ready.
pub(super) fn compile_afresh(conditions: &[&Expression], left: &mut u64) -> Result<Diagram, CompileError> {
    let axes = Axes::of(conditions);
    let mut symbols = Symbols::new(&axes, *left);
    let whole = symbols.first_of(conditions)?;
    *left = symbols.functions.left;
    lay_out(whole, &axes, &symbols, conditions.len())
}

/// Are the rules, with the conditions of the tables that they ask, within the limits?
fn check_size(rules: &[Rule]) -> Result<(), CompileError> {
    if rules.len() > Diagram::MOST_RULES {
        return Err(CompileError::TooManyRules);
    }
    let mut left = Diagram::MOST_CONDITIONS;
    for rule in rules {
        for condition in rule.flags.iter().map(|flag| &flag.when).chain([&rule.when]) {
            let size = condition.size(left, usize::MAX).ok_or(CompileError::TooManyConditions)?;
            condition.size(left, Diagram::DEEPEST).ok_or(CompileError::TooDeep)?;
            left -= size;
        }
    }
    Ok(())
}
