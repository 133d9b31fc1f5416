//! Disagreements between guidelines.

use alloc::vec::Vec;

use super::{Case, Disagreement};
use crate::logic::question::AnswerSet;
use crate::logic::table::Table;
use crate::source::{More, Text, texts};

/// Questions on which two guidelines, each with something to say, cannot be of one mind.
pub(super) fn disagreements(case: &Case<'_, '_>) -> Vec<Disagreement> {
    let mut found: Vec<Disagreement> = Vec::new();
    let tables: Vec<(&Table, AnswerSet)> = case
        .tables()
        .map(|(table, possible)| (table, possible.without(table.question.silent())))
        .filter(|(_, possible)| !possible.is_empty())
        .collect();
    for (table, possible) in &tables {
        let against = tables.iter().any(|(other, answers)| {
            other.question.id == table.question.id && !table.question.can_agree(*possible, *answers)
        });
        if !against {
            continue;
        }
        let position = (Text::from(&table.guideline.id), texts(table.question.codes(*possible)));
        match found.last_mut().filter(|last| last.question == table.question.id) {
            Some(last) => last.positions.push(position),
            None => {
                found.push(Disagreement {
                    question: table.question.id.into(),
                    positions: alloc::vec![position],
                    more: More::new(),
                });
            }
        }
    }
    found
}
