//! A condition by itself, compiled: what is certain of it is found exactly, as the answers of a table are.
//!
//! Three-valued logic finds less: methylmalonic acid of 500 nmol/L is above the limit of 400 that holds below 65 years and
//! above that of 460 from 65, but with the age unknown neither part is certain by itself.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::ops::ControlFlow;

use super::compile::{CompileError, diagram};
use super::{Diagram, Rule, Scratch};
use crate::fact::FactBox;
use crate::logic::authoring::Condition;
use crate::logic::condition::{Expression, Lanes, Mask, Truth};

/// A condition, ready to be asked what is certain of it.
#[derive(Clone, Debug)]
pub(crate) struct Certainty(Diagram);

impl Certainty {
    /// Compiles a condition; takes from `left` what that costs.
    pub(super) fn within(condition: &Expression, left: &mut u64) -> Result<Self, CompileError> {
        // As a table of two rules, the second of which always holds: who cannot reach it meets the condition for certain.
        diagram(&[condition, &Expression::Always], left).map(Self)
    }

    /// Compiles a condition that comes with the library.
    #[expect(
        clippy::expect_used,
        reason = "constant data, all of which the built-in knowledge compiles in every test"
    )]
    pub(crate) fn built_in(condition: &Condition) -> Self {
        let compiled = Self::within(&Expression::from(condition), &mut { Diagram::MOST_WORK });
        compiled.expect("the conditions that come with the library compile")
    }

    /// Compiles the condition of a rule by itself; `None` where it costs too much to find out, as a hostile rule may.
    pub(crate) fn of(condition: &Expression) -> Option<Self> {
        Self::within(condition, &mut { Diagram::MOST_WORK }).ok()
    }

    /// Its truth in every lane: `yes` where everybody who fits what is known meets it, `no` where nobody does.
    pub(crate) fn truth<M: Mask>(&self, lanes: &impl Lanes<M>, scratch: &mut Scratch<M>) -> Truth<M> {
        match self.0.run(lanes, M::ALL, scratch) {
            [met, missed] => Truth { yes: missed.not(), no: met.not() },
            _ => Truth { yes: M::NONE, no: M::NONE },
        }
    }

    /// Does something hold of every part of a box in which the condition may not? Together the parts hold everybody of
    /// whom it does not.
    pub(super) fn where_missed(&self, inside: &FactBox, mut holds: impl FnMut(&FactBox) -> bool) -> bool {
        let broken = self.0.visit(inside, &mut |part, rules| {
            if *rules == [0] || holds(part) { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        broken.is_continue()
    }
}

/// The conditions of all flags; equal ones, of which a table has many, are compiled once.
pub(super) fn of_flags(rules: &[Rule], left: &mut u64) -> Result<Vec<Vec<Arc<Certainty>>>, CompileError> {
    let mut made: Vec<(&Expression, Arc<Certainty>)> = Vec::new();
    let mut certainty = |condition| match made.iter().find(|(own, _)| *own == condition) {
        Some((_, compiled)) => Ok(Arc::clone(compiled)),
        None => {
            let compiled = Arc::new(Certainty::within(condition, left)?);
            made.push((condition, Arc::clone(&compiled)));
            Ok(compiled)
        }
    };
    rules.iter().map(|rule| rule.flags.iter().map(|flag| certainty(&flag.when)).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Knowledge;
    use crate::logic::table::compile::compile_afresh;

    /// No table that comes with the library comes near a limit.
    #[test]
    fn built_in_tables_are_far_below_the_limits() {
        let (mut conditions, mut work) = (0, 0);
        for table in Knowledge::builtin().tables() {
            let own = table
                .rules
                .iter()
                .flat_map(|rule| rule.flags.iter().map(|flag| &flag.when).chain([&rule.when]));
            let size: usize = own.map(|own| own.size(usize::MAX, usize::MAX).unwrap()).sum();
            let mut left = Diagram::MOST_WORK;
            for flag in table.rules.iter().flat_map(|rule| &rule.flags) {
                compile_afresh(&[&flag.when, &Expression::Always], &mut left).unwrap();
            }
            let own: Vec<&Expression> = table.rules.iter().map(|rule| &rule.when).collect();
            compile_afresh(&own, &mut left).unwrap();
            conditions = conditions.max(size);
            work = work.max(Diagram::MOST_WORK - left);
            assert!(table.rules.len() * 10 < Diagram::MOST_RULES, "{}", table.name());
        }
        std::println!("at most {conditions} conditions, {work} evaluated");
        assert!(conditions * 4 < Diagram::MOST_CONDITIONS, "{conditions}");
        assert!(work * 10 < Diagram::MOST_WORK, "{work}");
    }
}
