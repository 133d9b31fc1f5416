//! Conditions: what a rule asks, as data, and the one evaluator of them.
//!
//! What a guideline file writes (`authoring`) becomes an [`Expression`], the form that is evaluated, explained, printed,
//! exported and read back. Evaluation gives truth as two masks and is generic over the mask, so that one patient and a
//! block of sixty-four are the same code; values are looked at in one place only, which sees intervals and sets of
//! options.

pub(super) mod evaluate;
mod exchange;
mod expression;
mod form;
pub(super) mod mask;

pub(crate) use evaluate::{Lanes, evaluate};
pub use exchange::ConditionError;
pub(crate) use exchange::Document;
pub use expression::{AnswerTest, Case, Expression, NumberTest, OptionTest};
pub(crate) use mask::{Mask, Truth};

/// How a number is compared with a limit.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Comparison {
    /// `<`
    Below,
    /// `<=`
    AtMost,
    /// `>=`
    AtLeast,
    /// `>`
    Above,
}

impl Comparison {
    /// The sign, as printed.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Below => "<",
            Self::AtMost => "<=",
            Self::AtLeast => ">=",
            Self::Above => ">",
        }
    }

    /// The key in exported rules.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Below => "below",
            Self::AtMost => "at_most",
            Self::AtLeast => "at_least",
            Self::Above => "above",
        }
    }
}

/// A limit as its guideline prints it: once, in either unit of the fact, or once in each. A result is compared in the
/// unit in which it was reported where the guideline prints that unit, else in the one that the guideline prints.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Limit {
    /// One number, in the fact's unit.
    One(f64),
    /// One in the fact's unit and one in its second unit.
    Both(f64, f64),
    /// One number, in the fact's unit, for what guards read of it.
    Guarded(f64),
    /// One number, in the fact's second unit: whatever unit was reported, the second reading holds the converted value.
    Second(f64),
}
