//! A condition by itself, compiled: what is certain of it is found exactly, as the answers of a table are.
//!
//! Three-valued logic finds less: methylmalonic acid of 500 nmol/L is above the limit of 400 that holds below 65 years and
//! above that of 460 from 65, but with the age unknown neither part is certain by itself.

use core::ops::ControlFlow;

use super::compile::{CompileError, diagram};
use super::{Diagram, Scratch};
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
