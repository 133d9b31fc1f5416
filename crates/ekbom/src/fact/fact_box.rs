//! A patient as the rules see one: for every axis, what it may be.
#![expect(
    clippy::indexing_slicing,
    reason = "an axis is always within the arrays, which have one place an axis"
)]

use super::{ChoiceAxis, Fact, Kind, NumberAxis, Options, Part, Reading};
use crate::measure::interval::Interval;

/// For every axis, the options or numbers still possible. A new box knows nothing except that no test was reported.
///
/// ```
/// use ekbom::fact::{Fact, FactBox, Options};
/// let mut facts = FactBox::new();
/// facts.set_flag(Fact::Dialysis, Options::NO);
/// assert!(facts.is_known(Fact::Dialysis) && !facts.is_known(Fact::Ferritin));
/// ```
#[derive(Clone, PartialEq, Debug)]
pub struct FactBox {
    choices: [Options; ChoiceAxis::COUNT],
    numbers: [Interval; NumberAxis::COUNT],
}

impl FactBox {
    /// Nothing known; no test reported and so no laboratory's limits given.
    pub fn new() -> Self {
        let mut made = Self::everything();
        for axis in ChoiceAxis::all() {
            match axis.part() {
                Part::Reported => made.choices[axis.index()] = Options::NO,
                Part::Band => made.choices[axis.index()] = super::Band::NotGiven.only(),
                Part::BySex => made.choices[axis.index()] = Options::NO,
                Part::Value | Part::Unit => {}
            }
        }
        made
    }

    /// Every axis open, "reported" too: the whole space, for compiling and for proofs.
    pub(crate) fn everything() -> Self {
        let mut made = Self {
            choices: [Options::UNKNOWN; ChoiceAxis::COUNT],
            numbers: [Interval::of(0.0, 0.0); NumberAxis::COUNT],
        };
        for axis in ChoiceAxis::all() {
            made.choices[axis.index()] = axis.domain();
        }
        for axis in NumberAxis::all() {
            made.numbers[axis.index()] = axis.range();
        }
        made
    }

    /// What a choice axis may be.
    pub fn choice(&self, axis: ChoiceAxis) -> Options {
        self.choices[axis.index()]
    }

    /// What a number axis may be.
    pub fn number(&self, axis: NumberAxis) -> Interval {
        self.numbers[axis.index()]
    }

    /// Says what a choice axis may be. An empty set, or options the axis does not have, change nothing.
    pub fn set_choice(&mut self, axis: ChoiceAxis, options: Options) {
        let kept = options.0 & axis.domain().0;
        if kept != 0 {
            self.choices[axis.index()] = Options(kept);
        }
    }

    /// Says what a number axis may be: the part of `interval` within the axis's range; outside it nothing changes.
    pub fn set_number(&mut self, axis: NumberAxis, interval: Interval) {
        if let Some(kept) = interval.intersect(axis.range()) {
            self.numbers[axis.index()] = kept;
        }
    }

    /// Says what a yes/no fact or a named choice may be.
    pub fn set_flag(&mut self, fact: Fact, options: Options) {
        if let Some(axis) = fact.choice_axis(Part::Value) {
            self.set_choice(axis, options);
        }
    }

    /// Says what the only number of a fact may be.
    pub fn set_value(&mut self, fact: Fact, interval: Interval) {
        for reading in fact.readings() {
            self.set_number(reading.axis, interval);
        }
    }

    /// Marks a test as reported or not.
    pub fn set_reported(&mut self, fact: Fact, reported: bool) {
        if let Some(axis) = fact.choice_axis(Part::Reported) {
            self.set_choice(axis, Options::flag(reported));
        }
    }

    /// What a yes/no fact or named choice may be.
    pub fn flag(&self, fact: Fact) -> Options {
        fact.choice_axis(Part::Value).map_or(Options::UNKNOWN, |axis| self.choice(axis))
    }

    /// Was the test reported? `false` for what is no test.
    pub fn reported(&self, fact: Fact) -> bool {
        fact.choice_axis(Part::Reported).is_some_and(|axis| self.choice(axis) == Options::YES)
    }

    /// Is there one value left (for a number that depends on sex or unit: one for each that is possible)?
    pub fn is_known(&self, fact: Fact) -> bool {
        match fact.info().kind {
            Kind::Flag | Kind::Choice(_) => self.flag(fact).is_known(),
            _ => fact
                .readings()
                .all(|reading| !self.counts(reading) || self.number(reading.axis).value().is_some()),
        }
    }

    /// Can this reading be the one that counts?
    pub fn counts(&self, reading: Reading) -> bool {
        reading.when.can_count(|axis| self.choice(axis))
    }

    /// Says that a number was computed for each sex, women first.
    pub(crate) fn set_by_sex(&mut self, fact: Fact, values: [Interval; 2]) {
        if let Some(axis) = fact.choice_axis(Part::BySex) {
            self.set_choice(axis, Options::YES);
        }
        for (reading, value) in fact.readings().skip(1).zip(values) {
            self.set_number(reading.axis, value);
        }
    }

    /// Has the caller said anything that narrows this fact?
    pub fn is_touched(&self, fact: Fact) -> bool {
        let open = Self::new();
        fact.choice_axes().any(|axis| self.choice(axis) != open.choice(axis))
            || fact.readings().any(|reading| self.number(reading.axis) != open.number(reading.axis))
    }

    /// Is every axis of `self` within that of `other`?
    pub fn is_within(&self, other: &Self) -> bool {
        ChoiceAxis::all().all(|axis| self.choice(axis).0 & !other.choice(axis).0 == 0)
            && NumberAxis::all().all(|axis| self.number(axis).is_within(other.number(axis)))
    }
}

impl Default for FactBox {
    fn default() -> Self {
        Self::new()
    }
}
