//! Axes: the independent coordinates of a patient's box, laid out once from the catalogue of facts.
#![expect(
    clippy::indexing_slicing,
    reason = "the tables are laid out at compile time and every axis is made from them"
)]

use super::{Band, Fact, Kind, Options, Person};
use crate::measure::interval::Interval;

/// An axis with a few options.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ChoiceAxis(u8);

/// An axis with a number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct NumberAxis(u8);

/// What a choice axis says of its fact.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Part {
    /// The fact itself: yes or no, or one of its named values.
    Value,
    /// Whether the test was reported; always known.
    Reported,
    /// Where the result lies against its own laboratory's limits.
    Band,
    /// In which of its two printed units the result was reported.
    Unit,
    /// Whether its number depends on the sex: computed for each, rather than reported or unknown.
    BySex,
}

/// A number axis, and when it is the one that counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reading {
    /// The number.
    pub axis: NumberAxis,
    /// When it counts.
    pub when: Selectors,
}

/// All of these axes decide together whether a reading counts; none: it always does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Selectors([Option<Selector>; 2]);

impl Selectors {
    /// The reading always counts.
    pub const ALWAYS: Self = Self([None, None]);

    /// The deciding axes, each with the options for which the reading counts.
    pub fn iter(self) -> impl Iterator<Item = Selector> {
        self.0.into_iter().flatten()
    }

    /// Can the reading count, as far as `can_be` knows of its axes?
    pub fn can_count(self, known: impl Fn(ChoiceAxis) -> Options) -> bool {
        self.iter().all(|selector| known(selector.axis).0 & selector.options.0 != 0)
    }
}

/// The options of an axis for which a reading counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Selector {
    /// The deciding axis.
    pub axis: ChoiceAxis,
    /// The options for which the reading counts.
    pub options: Options,
}

/// The choice axes of a kind of fact and how many options each has; no options: no such axis.
const fn choices_of(kind: Kind) -> [(Part, usize); 3] {
    let (value, reported, band, unit) = match kind {
        Kind::Flag => (2, 0, 0, 0),
        Kind::Choice(codes) => (codes.len(), 0, 0, 0),
        Kind::Number { .. } => (0, 0, 0, 0),
        Kind::Measured { second: None, .. } => (0, 2, Band::ALL.len(), 0),
        Kind::Measured { second: Some(_), .. } => (0, 2, Band::ALL.len(), 2),
        Kind::BySex { .. } => return [(Part::Reported, 2), (Part::BySex, 2), (Part::Band, 0)],
    };
    let first = if value > 0 { (Part::Value, value) } else { (Part::Reported, reported) };
    [first, (Part::Band, band), (Part::Unit, unit)]
}

const fn choice_count(kind: Kind) -> usize {
    let [a, b, c] = choices_of(kind);
    (a.1 > 0) as usize + (b.1 > 0) as usize + (c.1 > 0) as usize
}

/// How many numbers a kind of fact has, without that of safety.
const fn ordinary_of(kind: Kind) -> usize {
    match kind {
        Kind::Flag | Kind::Choice(_) => 0,
        Kind::Number { .. } | Kind::Measured { second: None, .. } => 1,
        Kind::Measured { second: Some(_), .. } => 2,
        Kind::BySex { .. } => 3,
    }
}

const fn numbers_of(fact: Fact) -> usize {
    ordinary_of(fact.info().kind) + fact.is_guarded() as usize
}

const fn count() -> (usize, usize) {
    let (mut choices, mut numbers, mut i) = (0, 0, 0);
    while i < Fact::ALL.len() {
        let kind = Fact::ALL[i].info().kind;
        choices += choice_count(kind);
        numbers += numbers_of(Fact::ALL[i]);
        i += 1;
    }
    assert!(choices < 256 && numbers < 256, "an axis is one byte");
    (choices, numbers)
}

const COUNT: (usize, usize) = count();

struct Layout {
    /// First choice axis and first number axis of each fact.
    first: [(u8, u8); Fact::ALL.len()],
    choice: [(Fact, Part, Options); COUNT.0],
    number: [(Fact, Interval); COUNT.1],
}

const fn layout() -> Layout {
    let mut made = Layout {
        first: [(0, 0); Fact::ALL.len()],
        choice: [(Fact::Person, Part::Value, Options::UNKNOWN); COUNT.0],
        number: [(Fact::Person, Interval::of(0.0, 0.0)); COUNT.1],
    };
    let (mut choice, mut number, mut i) = (0, 0, 0);
    while i < Fact::ALL.len() {
        let fact = Fact::ALL[i];
        let kind = fact.info().kind;
        made.first[i] = (choice as u8, number as u8);
        let parts = choices_of(kind);
        let mut p = 0;
        while p < choice_count(kind) {
            made.choice[choice] = (fact, parts[p].0, Options::first(parts[p].1));
            choice += 1;
            p += 1;
        }
        match kind {
            Kind::Flag | Kind::Choice(_) => {}
            Kind::Number { range } | Kind::Measured { range, second: None } => {
                made.number[number] = (fact, range);
                number += 1;
            }
            Kind::Measured { range, second: Some(second) } => {
                made.number[number] = (fact, range);
                made.number[number + 1] = (fact, second.range);
                number += 2;
            }
            Kind::BySex { range } => {
                made.number[number] = (fact, range);
                made.number[number + 1] = (fact, range);
                made.number[number + 2] = (fact, range);
                number += 3;
            }
        }
        if fact.is_guarded() {
            // As the number before it.
            made.number[number] = made.number[number - 1];
            number += 1;
        }
        i += 1;
    }
    made
}

static LAYOUT: Layout = layout();

impl ChoiceAxis {
    /// How many choice axes there are.
    pub const COUNT: usize = COUNT.0;

    /// The axis at a place.
    pub(crate) fn at(index: usize) -> Option<Self> {
        (index < Self::COUNT).then_some(Self(index as u8))
    }

    /// Every choice axis.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..Self::COUNT).map(|index| Self(index as u8))
    }

    /// Its place, from 0.
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// The fact it belongs to.
    pub fn fact(self) -> Fact {
        LAYOUT.choice[self.index()].0
    }

    /// What it says of its fact.
    pub fn part(self) -> Part {
        LAYOUT.choice[self.index()].1
    }

    /// All its options.
    pub fn domain(self) -> Options {
        LAYOUT.choice[self.index()].2
    }

    /// The codes of its options.
    pub fn codes(self) -> &'static [&'static str] {
        match self.part() {
            Part::Value => self.fact().options(),
            Part::Reported | Part::BySex => &["no", "yes"],
            Part::Band => Band::CODES,
            Part::Unit => &["first", "second"],
        }
    }
}

impl NumberAxis {
    /// How many number axes there are.
    pub const COUNT: usize = COUNT.1;

    /// The axis at a place.
    pub(crate) fn at(index: usize) -> Option<Self> {
        (index < Self::COUNT).then_some(Self(index as u8))
    }

    /// Every number axis.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..Self::COUNT).map(|index| Self(index as u8))
    }

    /// Its place, from 0.
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// The fact it belongs to.
    pub fn fact(self) -> Fact {
        LAYOUT.number[self.index()].0
    }

    /// All the numbers it can be.
    pub fn range(self) -> Interval {
        LAYOUT.number[self.index()].1
    }
}

impl Fact {
    /// The axis that says this part of the fact, if the fact has it.
    pub fn choice_axis(self, part: Part) -> Option<ChoiceAxis> {
        let at = choices_of(self.info().kind).iter().position(|(own, count)| *own == part && *count > 0)?;
        Some(ChoiceAxis(LAYOUT.first[self as usize].0 + at as u8))
    }

    /// The number axes of the fact, each with when it counts.
    pub fn readings(self) -> impl Iterator<Item = Reading> {
        let first = LAYOUT.first[self as usize].1;
        let kind = self.info().kind;
        (0..numbers_of(self)).map(move |i| {
            let axis = NumberAxis(first + i as u8);
            let on =
                |fact: Self, part, options| fact.choice_axis(part).map(|axis| Selector { axis, options });
            let when = match (kind, i) {
                // One number for everybody, then those of women and of men.
                (Kind::BySex { .. }, 0) => [on(self, Part::BySex, Options::NO), None],
                (Kind::BySex { .. }, _) => {
                    let sex = if i == 1 { Person::FEMALE } else { Person::Male.only() };
                    [on(Self::Person, Part::Value, sex), on(self, Part::BySex, Options::YES)]
                }
                (Kind::Measured { second: Some(_), .. }, 0) => [on(self, Part::Unit, Options::NO), None],
                (Kind::Measured { second: Some(_), .. }, _) => [on(self, Part::Unit, Options::YES), None],
                _ => [None, None],
            };
            Reading { axis, when: Selectors(when) }
        })
    }

    /// The number that guards read, where it is one of its own: see [`Fact::is_guarded`].
    pub fn guard(self) -> Option<NumberAxis> {
        if !self.is_guarded() {
            return None;
        }
        self.readings().last().map(|reading| reading.axis)
    }

    /// All axes of a fact, in the order in which a diagram splits them.
    pub(crate) fn choice_axes(self) -> impl Iterator<Item = ChoiceAxis> {
        let first = LAYOUT.first[self as usize].0;
        (0..choice_count(self.info().kind)).map(move |i| ChoiceAxis(first + i as u8))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_and_facts_agree() {
        for axis in ChoiceAxis::all() {
            assert_eq!(axis.fact().choice_axis(axis.part()), Some(axis));
            if axis.part() != Part::Unit {
                assert_eq!(axis.domain(), Options::first(axis.codes().len()), "{}", axis.fact());
            }
        }
        for axis in NumberAxis::all() {
            assert!(axis.fact().readings().any(|reading| reading.axis == axis));
        }
    }

    #[test]
    fn the_egfr_of_a_woman_is_not_that_of_a_man() {
        let readings: alloc::vec::Vec<_> = Fact::Egfr.readings().collect();
        assert_eq!(readings.len(), 3);
        let counts_for_woman = |reading: &Reading| {
            reading.when.iter().any(|selector| {
                selector.axis.fact() == Fact::Person && selector.options.has(Person::PregnantT2 as u8)
            })
        };
        assert!(counts_for_woman(&readings[1]) && !counts_for_woman(&readings[2]));
    }
}
