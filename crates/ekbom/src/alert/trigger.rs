//! What raises an alert: conditions and answers, asked with certainty or as a possibility.

use alloc::vec::Vec;

use crate::authoring::{Condition, TableData};
use crate::condition::{Expression, Truth, evaluate};
use crate::fact::{Fact, FactBox};
use crate::question::AnswerSet;

/// What raises an alert. Constant data, two-valued: it holds or it does not.
#[derive(Clone, Copy, Debug)]
pub enum Trigger {
    /// Raised elsewhere.
    Never,
    /// The condition certainly holds.
    Certain(Condition),
    /// The condition may hold.
    Possible(Condition),
    /// More than one value of the fact is possible.
    Open(Fact),
    /// Every possible answer of the table is one of these.
    Determined(&'static TableData, AnswerSet),
    /// Some possible answer of the table is one of these.
    CanBe(&'static TableData, AnswerSet),
    /// All of them.
    All(&'static [Trigger]),
    /// Any of them.
    Any(&'static [Trigger]),
    /// Not this.
    Not(&'static Trigger),
}

/// A trigger, ready to ask.
#[derive(Clone, Debug)]
pub(crate) enum Watch {
    Certain(Expression),
    Possible(Expression),
    Open(Fact),
    Determined(usize, AnswerSet),
    CanBe(usize, AnswerSet),
    All(Vec<Watch>),
    Any(Vec<Watch>),
    Not(alloc::boxed::Box<Watch>),
}

/// What triggers look at: a patient, and the possible answers of every table.
#[derive(Clone, Copy, Debug)]
pub struct Situation<'s> {
    /// The patient.
    pub facts: &'s FactBox,
    /// The possible answers, table by table in the knowledge's order.
    pub possible: &'s [AnswerSet],
}

impl Watch {
    /// `place` finds a table in the knowledge; a table that is not there answers nothing, so that what asks it never
    /// holds.
    pub(crate) fn new(trigger: &Trigger, place: &impl Fn(&TableData) -> Option<usize>) -> Self {
        let list = |items: &[Trigger]| items.iter().map(|item| Self::new(item, place)).collect();
        match trigger {
            Trigger::Never => Self::Any(Vec::new()),
            Trigger::Certain(condition) => Self::Certain(Expression::from(condition)),
            Trigger::Possible(condition) => Self::Possible(Expression::from(condition)),
            Trigger::Open(fact) => Self::Open(*fact),
            Trigger::Determined(table, set) => Self::Determined(place(table).unwrap_or(usize::MAX), *set),
            Trigger::CanBe(table, set) => Self::CanBe(place(table).unwrap_or(usize::MAX), *set),
            Trigger::All(items) => Self::All(list(items)),
            Trigger::Any(items) => Self::Any(list(items)),
            Trigger::Not(item) => Self::Not(alloc::boxed::Box::new(Self::new(item, place))),
        }
    }

    pub(crate) fn holds(&self, situation: Situation<'_>) -> bool {
        let truth = |expression| -> Truth<bool> { evaluate(expression, situation.facts) };
        let answers = |place: &usize| situation.possible.get(*place).copied().unwrap_or_default();
        match self {
            Self::Certain(expression) => truth(expression).yes,
            Self::Possible(expression) => !truth(expression).no,
            Self::Open(fact) => !situation.facts.is_known(*fact),
            Self::Determined(place, set) => !answers(place).is_empty() && answers(place).is_within(*set),
            Self::CanBe(place, set) => !answers(place).and(*set).is_empty(),
            Self::All(items) => items.iter().all(|item| item.holds(situation)),
            Self::Any(items) => items.iter().any(|item| item.holds(situation)),
            Self::Not(item) => !item.holds(situation),
        }
    }
}
