//! Conditions: what a rule asks, as data, and the one evaluator of them.
//!
//! Guideline files write a [`Condition`] as constant data. It becomes an [`Expression`], the form that is evaluated,
//! explained, printed, exported and read back. Evaluation gives [`Truth`] as two masks and is generic over the mask,
//! so that one patient and a block of sixty-four are the same code; [`Lanes`] is the only place where values are
//! looked at, and it sees intervals and sets of options.

mod evaluate;
mod exchange;
mod expression;
mod mask;

pub use evaluate::{Lanes, evaluate};
pub use exchange::ConditionError;
pub(crate) use exchange::Document;
pub use expression::{Case, Expression, NumberTest, OptionTest};
pub use mask::{Block, Mask, Truth};

use crate::fact::{Band, Fact, Options, Part};
use crate::question::AnswerSet;
use crate::table::TableData;

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
    /// One number, in the fact's second unit: whatever unit was reported, the second reading holds the converted value.
    Second(f64),
}

/// A condition as a guideline file writes it. Constant data: no logic, no patient.
///
/// ```
/// use ekbom::condition::{Condition, all, at_most, below, not, yes};
/// use ekbom::fact::Fact;
/// const LOW_STORES: Condition = all(&[at_most(Fact::Ferritin, 75.0), not(&yes(Fact::Dialysis))]);
/// ```
#[derive(Clone, Copy, Debug)]
pub enum Condition {
    /// Holds for everybody.
    Always,
    /// The fact is one of these options.
    Is(Fact, Part, Options),
    /// The number compares like this with the limit.
    Compare(Fact, Comparison, Limit),
    /// All of them.
    All(&'static [Condition]),
    /// Any of them.
    Any(&'static [Condition]),
    /// Not this.
    Not(&'static Condition),
    /// Another table's answer is one of these.
    Answer(&'static TableData, AnswerSet),
}

/// A yes/no fact is yes.
pub const fn yes(fact: Fact) -> Condition {
    Condition::Is(fact, Part::Value, Options::YES)
}

/// A fact is one of these named values.
pub const fn is(fact: Fact, options: Options) -> Condition {
    Condition::Is(fact, Part::Value, options)
}

/// The person is one of these.
pub const fn person(options: Options) -> Condition {
    Condition::Is(Fact::Person, Part::Value, options)
}

/// The test was reported.
pub const fn reported(fact: Fact) -> Condition {
    Condition::Is(fact, Part::Reported, Options::YES)
}

/// The result lies here against its own laboratory's limits.
pub const fn against_own_limits(fact: Fact, band: Band) -> Condition {
    Condition::Is(fact, Part::Band, band.only())
}

/// The report gave its laboratory's own limits.
pub const fn own_limits_given(fact: Fact) -> Condition {
    Condition::Is(fact, Part::Band, Band::GIVEN)
}

/// `fact < limit`.
pub const fn below(fact: Fact, limit: f64) -> Condition {
    Condition::Compare(fact, Comparison::Below, Limit::One(limit))
}

/// `fact <= limit`.
pub const fn at_most(fact: Fact, limit: f64) -> Condition {
    Condition::Compare(fact, Comparison::AtMost, Limit::One(limit))
}

/// `fact >= limit`.
pub const fn at_least(fact: Fact, limit: f64) -> Condition {
    Condition::Compare(fact, Comparison::AtLeast, Limit::One(limit))
}

/// `fact > limit`.
pub const fn above(fact: Fact, limit: f64) -> Condition {
    Condition::Compare(fact, Comparison::Above, Limit::One(limit))
}

/// A comparison with a limit printed in both of the fact's units.
pub const fn printed(fact: Fact, comparison: Comparison, first: f64, second: f64) -> Condition {
    Condition::Compare(fact, comparison, Limit::Both(first, second))
}

/// A comparison with a limit printed only in the fact's second unit.
///
/// ```
/// use ekbom::condition::{Comparison, Condition, printed_in_second};
/// use ekbom::fact::Fact;
/// const LOW: Condition = printed_in_second(Fact::FolateSerum, Comparison::Below, 7.0); // nmol/L
/// ```
pub const fn printed_in_second(fact: Fact, comparison: Comparison, limit: f64) -> Condition {
    Condition::Compare(fact, comparison, Limit::Second(limit))
}

/// All of them hold.
pub const fn all(conditions: &'static [Condition]) -> Condition {
    Condition::All(conditions)
}

/// Any of them holds.
pub const fn any(conditions: &'static [Condition]) -> Condition {
    Condition::Any(conditions)
}

/// It does not hold.
pub const fn not(condition: &'static Condition) -> Condition {
    Condition::Not(condition)
}

/// Another table answers with one of these.
pub const fn answers(table: &'static TableData, set: AnswerSet) -> Condition {
    Condition::Answer(table, set)
}
