//! What raises an alert: conditions and answers, asked with certainty or as a possibility.

use alloc::vec::Vec;

use crate::fact::{ChoiceAxis, Fact, FactBox, NumberAxis};
use crate::logic::authoring::{Condition, TableData};
use crate::logic::condition::{Lanes, Mask, Truth};
use crate::logic::question::AnswerSet;
use crate::logic::table::{Certainty, Scratch};

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
    Certain(Certainty),
    Possible(Certainty),
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
            Trigger::Certain(condition) => Self::Certain(Certainty::built_in(condition)),
            Trigger::Possible(condition) => Self::Possible(Certainty::built_in(condition)),
            Trigger::Open(fact) => Self::Open(*fact),
            Trigger::Determined(table, set) => Self::Determined(place(table).unwrap_or(usize::MAX), *set),
            Trigger::CanBe(table, set) => Self::CanBe(place(table).unwrap_or(usize::MAX), *set),
            Trigger::All(items) => Self::All(list(items)),
            Trigger::Any(items) => Self::Any(list(items)),
            Trigger::Not(item) => Self::Not(alloc::boxed::Box::new(Self::new(item, place))),
        }
    }

    pub(crate) fn holds(&self, situation: Situation<'_>, scratch: &mut Scratch<bool>) -> bool {
        self.lanes(&situation, scratch)
    }

    /// The lanes in which it holds: the same logic for one patient and for a block of them.
    pub(crate) fn lanes<M: Mask>(&self, scene: &impl Scene<M>, scratch: &mut Scratch<M>) -> M {
        match self {
            Self::Certain(condition) => condition.truth(scene, scratch).yes,
            Self::Possible(condition) => condition.truth(scene, scratch).no.not(),
            Self::Open(fact) => scene.open(*fact),
            Self::Determined(place, set) => scene.determined(*place, *set),
            Self::CanBe(place, set) => scene.can_answer(*place, *set),
            Self::All(items) => items.iter().fold(M::ALL, |all, item| all.and(item.lanes(scene, scratch))),
            Self::Any(items) => items.iter().fold(M::NONE, |any, item| any.or(item.lanes(scene, scratch))),
            Self::Not(item) => item.lanes(scene, scratch).not(),
        }
    }
}

/// What triggers look at, for any number of lanes: what is known of each, and the possible answers of every table by
/// its place in the knowledge. Of a table that is not there nothing holds.
pub trait Scene<M: Mask>: Lanes<M> {
    /// The lanes in which more than one value of the fact is possible.
    fn open(&self, fact: Fact) -> M;
    /// The lanes in which every possible answer of the table is one of these.
    fn determined(&self, place: usize, set: AnswerSet) -> M;
    /// The lanes in which some possible answer of the table is one of these.
    fn can_answer(&self, place: usize, set: AnswerSet) -> M;
}

impl Situation<'_> {
    fn answers(&self, place: usize) -> AnswerSet {
        self.possible.get(place).copied().unwrap_or_default()
    }
}

impl Lanes<bool> for Situation<'_> {
    fn at_most(&self, axis: NumberAxis, cut: f64) -> Truth<bool> {
        self.facts.at_most(axis, cut)
    }

    fn can_be(&self, axis: ChoiceAxis, option: u8) -> bool {
        self.facts.can_be(axis, option)
    }
}

impl Scene<bool> for Situation<'_> {
    fn open(&self, fact: Fact) -> bool {
        !self.facts.is_known(fact)
    }

    fn determined(&self, place: usize, set: AnswerSet) -> bool {
        let answers = self.answers(place);
        !answers.is_empty() && answers.is_within(set)
    }

    fn can_answer(&self, place: usize, set: AnswerSet) -> bool {
        !self.answers(place).and(set).is_empty()
    }
}
