//! Conditions as constants.

use alloc::borrow::Cow;
use alloc::boxed::Box;

use super::TableData;
use crate::fact::{Band, Fact, Options, Part};
use crate::logic::condition::{AnswerTest, Case, Comparison, Expression, Limit, NumberTest, OptionTest};
use crate::logic::question::AnswerSet;

/// A condition as a guideline file writes it. Constant data: no logic, no patient.
///
/// ```
/// use ekbom::logic::authoring::{Condition, all, at_most, not, yes};
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

/// `fact < limit` of what guards read: see [`Fact::is_guarded`].
pub const fn guard_below(fact: Fact, limit: f64) -> Condition {
    Condition::Compare(fact, Comparison::Below, Limit::Guarded(limit))
}

/// `fact >= limit` of what guards read.
pub const fn guard_at_least(fact: Fact, limit: f64) -> Condition {
    Condition::Compare(fact, Comparison::AtLeast, Limit::Guarded(limit))
}

/// `fact > limit` of what guards read.
pub const fn guard_above(fact: Fact, limit: f64) -> Condition {
    Condition::Compare(fact, Comparison::Above, Limit::Guarded(limit))
}

/// A comparison with a limit printed in both of the fact's units.
pub const fn printed(fact: Fact, comparison: Comparison, first: f64, second: f64) -> Condition {
    Condition::Compare(fact, comparison, Limit::Both(first, second))
}

/// A comparison with a limit printed only in the fact's second unit.
///
/// ```
/// use ekbom::logic::authoring::{Condition, printed_in_second};
/// use ekbom::logic::condition::Comparison;
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

impl From<&Condition> for Expression {
    fn from(condition: &Condition) -> Self {
        let list = |items: &[Condition]| items.iter().map(Self::from).collect();
        match condition {
            Condition::Always => Self::Always,
            Condition::Is(fact, part, options) => match fact.choice_axis(*part) {
                Some(axis) => Self::Option(OptionTest { axis, options: *options }),
                // Only reachable if a data file asks a fact for a part it does not have; a test walks them all.
                None => Self::never(),
            },
            Condition::Compare(fact, comparison, limit) => {
                NumberTest::new(*fact, *comparison, *limit).map_or_else(Self::never, Self::Number)
            }
            Condition::All(items) => Self::All(list(items)),
            Condition::Any(items) => Self::Any(list(items)),
            Condition::Not(item) => Self::Not(Box::new(Self::from(*item))),
            Condition::Answer(table, set) => Self::Answer(AnswerTest {
                question: table.question.id.into(),
                guideline: table.guideline.id.clone(),
                codes: table.question.codes(*set).map(Cow::from).collect(),
                set: *set,
                cases: table
                    .rules
                    .iter()
                    .map(|rule| Case { condition: Self::from(&rule.when), answers: rule.answers })
                    .collect(),
            }),
        }
    }
}
