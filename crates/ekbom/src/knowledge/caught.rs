//! What a moved limit does beside what was meant: where one rule no longer applies, another with a limit of the same fact
//! may, and answer otherwise.

use alloc::string::String;
use alloc::vec::Vec;

use super::{Knowledge, LimitChange};
use crate::fact::{Fact, FactBox};
use crate::logic::condition::Expression;
use crate::logic::table::{Scratch, Table};
use crate::measure::interval::Interval;

/// A limit that was moved, and the neighbouring rules that now apply between where it was and where it is.
#[derive(Clone, PartialEq, Debug)]
pub struct Caught<'k> {
    /// The change.
    pub change: &'k LimitChange,
    /// Ids of the rules that did not apply there before; none of them is the rule itself.
    pub by: Vec<&'k str>,
}

impl Knowledge {
    /// For each changed limit the other rules of its table that have a limit of the same fact too, and that apply between
    /// the two values now, and could not before.
    ///
    /// ```
    /// use ekbom::Knowledge;
    /// use ekbom::fact::Fact;
    ///
    /// let built_in = Knowledge::builtin();
    /// let own = Knowledge::builder().with_limit("aasm-2025/iron.therapy/stores-low", Fact::Ferritin, 50.0).build()?;
    /// // From 50 to 75 ng/mL the next rule applies, which offers iron by vein alone.
    /// let caught = own.caught(&built_in);
    /// assert_eq!(caught[0].by, ["aasm-2025/iron.therapy/stores-intermediate"]);
    /// let wider = Knowledge::builder().with_limit("aasm-2025/iron.therapy/stores-low", Fact::Ferritin, 90.0).build()?;
    /// assert!(wider.caught(&built_in).is_empty());
    /// # Ok::<(), ekbom::knowledge::KnowledgeError>(())
    /// ```
    pub fn caught<'k>(&'k self, before: &Self) -> Vec<Caught<'k>> {
        let mut found = Vec::new();
        for change in self.changes() {
            let of_rule = |table: &&Table| table.rules.iter().any(|rule| rule.id == change.rule);
            let Some(now) = self.tables().iter().find(of_rule) else { continue };
            let Some(then) = before.table(now.question.id, &now.guideline.id) else { continue };
            let ends = (change.from.min(change.to), change.from.max(change.to));
            // Neither end: on which side a limit itself lies, each rule says for itself.
            let between = Interval::new(Interval::just_above(ends.0), Interval::just_below(ends.1));
            let Some(between) = between else { continue };
            let mut facts = FactBox::new();
            facts.set_value(change.fact, between);
            facts.set_reported(change.fact, true);
            let mut scratch = Scratch::new();
            let could = then.possible_rules(&facts, &mut scratch);
            let can = now.possible_rules(&facts, &mut scratch);
            let rules = now.rules.iter().zip(can.iter().zip(&could));
            let by: Vec<&str> = rules
                .filter(|(rule, (can, could))| {
                    **can && !**could && rule.id != change.rule && compares(&rule.when, change.fact)
                })
                .map(|(rule, _)| rule.id.as_str())
                .collect();
            if !by.is_empty() {
                found.push(Caught { change, by });
            }
        }
        found
    }
}

impl Caught<'_> {
    /// What is to be told, as one sentence.
    pub fn says(&self) -> String {
        let LimitChange { rule, fact, from, to } = self.change;
        let fact = fact.id();
        let by = self.by.join("`, `");
        alloc::format!(
            "`{rule}`: between {to} and {from} of `{fact}`, `{by}` applies now: move its limit too, or mean it"
        )
    }
}

/// Does the condition compare the fact with a limit?
fn compares(expression: &Expression, fact: Fact) -> bool {
    match expression {
        Expression::Number(test) => test.fact == fact,
        Expression::All(items) | Expression::Any(items) => items.iter().any(|item| compares(item, fact)),
        Expression::Not(item) => compares(item, fact),
        Expression::Always | Expression::Option(_) | Expression::Answer(_) => false,
    }
}
