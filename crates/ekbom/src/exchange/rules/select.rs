//! Part of a knowledge as a rule book that stands by itself.

use alloc::format;
use alloc::vec::Vec;

use super::RuleBook;
use crate::knowledge::Knowledge;
use crate::logic::condition::Expression;
use crate::logic::table::Table;
use crate::logic::table::{TableDocument, hash};

impl RuleBook {
    /// The tables wanted, and those whose answers they ask, with the facts and questions these need. Its hash is that
    /// of its own tables.
    ///
    /// ```
    /// use ekbom::{Knowledge, exchange::rules::RuleBook};
    /// let knowledge = Knowledge::builtin();
    /// let book = RuleBook::selected(&knowledge, |table| table.is_of("b12.status", "nice-ng239"));
    /// assert_eq!(book.compile().unwrap().tables().len(), 2); // with the first-line table that it asks
    /// ```
    pub fn selected(knowledge: &Knowledge, wanted: impl Fn(&Table) -> bool) -> Self {
        let mut kept: Vec<bool> = knowledge.tables().iter().map(&wanted).collect();
        // A table asks only those that stand before it.
        for (place, table) in knowledge.tables().iter().enumerate().rev() {
            if kept.get(place) != Some(&true) {
                continue;
            }
            let mut asked = Vec::new();
            for rule in &table.rules {
                tables_asked(&rule.when, &mut asked);
                rule.flags.iter().for_each(|flag| tables_asked(&flag.when, &mut asked));
            }
            for (own, other) in kept.iter_mut().zip(knowledge.tables()) {
                *own |= asked.iter().any(|(question, guideline)| other.is_of(question, guideline));
            }
        }
        let tables: Vec<Table> = knowledge
            .tables()
            .iter()
            .zip(&kept)
            .filter(|(_, kept)| **kept)
            .map(|(own, _)| own.clone())
            .collect();
        let mut book = Self::of(knowledge);
        if tables.len() == knowledge.tables().len() {
            return book;
        }
        let facts: Vec<&str> = tables
            .iter()
            .flat_map(|table| &table.rules)
            .flat_map(|rule| {
                let flags = rule.flags.iter().flat_map(|flag| flag.when.facts());
                rule.when.facts().into_iter().chain(flags)
            })
            .map(|fact| fact.id())
            .collect();
        book.facts.retain(|fact| facts.contains(&fact.id.as_str()));
        book.questions.retain(|question| tables.iter().any(|table| table.question.id == question.id));
        book.sources = super::cited(&tables, core::iter::empty());
        book.precautions.clear();
        book.offers.clear();
        book.acts.clear();
        book.asks.clear();
        book.tables = tables.iter().map(TableDocument::from).collect();
        book.hash = format!("{:016x}", hash(&tables, crate::knowledge::beside_tables()));
        book
    }
}

fn tables_asked<'e>(expression: &'e Expression, asked: &mut Vec<(&'e str, &'e str)>) {
    match expression {
        Expression::Answer(test) => asked.push((&test.question, &test.guideline)),
        Expression::All(items) | Expression::Any(items) => {
            items.iter().for_each(|item| tables_asked(item, asked));
        }
        Expression::Not(item) => tables_asked(item, asked),
        Expression::Always | Expression::Option(_) | Expression::Number(_) => {}
    }
}
