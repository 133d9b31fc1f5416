//! Comparison planes: for each distinct limit and each option that is asked, one bit a row.

use std::cell::RefCell;

use ekbom::fact::{ChoiceAxis, Fact, FactBox, NumberAxis, Part};
use ekbom::knowledge::alert::Scene;
use ekbom::logic::engine::Diagram;
use ekbom::logic::engine::{Block, Lanes, Mask, Truth};
use ekbom::logic::question::AnswerSet;

/// Words of sixty-four rows that are worked on together.
pub(crate) const WORDS: usize = 16;
/// Rows that are worked on together.
pub(crate) const LANES: usize = WORDS * 64;
/// A set of those rows.
pub(crate) type Set = Block<WORDS>;

/// Which planes there are.
#[derive(Clone, Debug, Default)]
pub(crate) struct Layout {
    pub(crate) cuts: Vec<(NumberAxis, f64)>,
    pub(crate) options: Vec<(ChoiceAxis, u8)>,
    /// For each number axis, its cuts and their places.
    cut_places: Vec<Vec<(f64, usize)>>,
    /// For each choice axis, the places of its options.
    option_places: Vec<[Option<usize>; 8]>,
}

impl Layout {
    pub(crate) fn new(recorder: Recorder) -> Self {
        let (cuts, options) = recorder.asked.into_inner();
        let mut made = Self {
            cut_places: vec![Vec::new(); NumberAxis::COUNT],
            option_places: vec![[None; 8]; ChoiceAxis::COUNT],
            ..Self::default()
        };
        for (axis, cut) in cuts {
            if made.cut(axis, cut).is_none() {
                if let Some(places) = made.cut_places.get_mut(axis.index()) {
                    places.push((cut, made.cuts.len()));
                }
                made.cuts.push((axis, cut));
            }
        }
        for (axis, option) in options {
            if made.option(axis, option).is_none() {
                let places = made.option_places.get_mut(axis.index());
                if let Some(place) = places.and_then(|places| places.get_mut(usize::from(option))) {
                    *place = Some(made.options.len());
                }
                made.options.push((axis, option));
            }
        }
        made
    }

    pub(crate) fn cut(&self, axis: NumberAxis, cut: f64) -> Option<usize> {
        let places = self.cut_places.get(axis.index())?;
        places.iter().find(|(own, _)| own.to_bits() == cut.to_bits()).map(|(_, place)| *place)
    }

    pub(crate) fn option(&self, axis: ChoiceAxis, option: u8) -> Option<usize> {
        *self.option_places.get(axis.index())?.get(usize::from(option))?
    }

    /// The cuts asked of an axis, with their places.
    pub(crate) fn cuts_of(&self, axis: NumberAxis) -> &[(f64, usize)] {
        self.cut_places.get(axis.index()).map_or(&[], Vec::as_slice)
    }

    /// The places of the options of a part of a fact.
    pub(crate) fn options_of(&self, fact: Fact, part: Part) -> [Option<usize>; 8] {
        let places = fact.choice_axis(part).and_then(|axis| self.option_places.get(axis.index()));
        places.copied().unwrap_or_default()
    }
}

type Asked = (Vec<(NumberAxis, f64)>, Vec<(ChoiceAxis, u8)>);

/// Lanes of which nothing is known, and which take down what they are asked.
#[derive(Debug, Default)]
pub(crate) struct Recorder {
    asked: RefCell<Asked>,
}

impl Recorder {
    /// Everything that a diagram may look at.
    pub(crate) fn note(&self, diagram: &Diagram) {
        let mut asked = self.asked.borrow_mut();
        asked.0.extend(diagram.cuts());
        asked.1.extend(diagram.options());
    }
}

impl Lanes<u64> for Recorder {
    fn at_most(&self, axis: NumberAxis, cut: f64) -> Truth<u64> {
        self.asked.borrow_mut().0.push((axis, cut));
        Truth { yes: 0, no: 0 }
    }

    fn can_be(&self, axis: ChoiceAxis, option: u8) -> u64 {
        self.asked.borrow_mut().1.push((axis, option));
        u64::MAX
    }
}

impl Scene<u64> for Recorder {
    fn open(&self, fact: Fact) -> u64 {
        for axis in [Part::Value].into_iter().filter_map(|part| fact.choice_axis(part)) {
            for option in axis.domain().indices() {
                self.can_be(axis, option);
            }
        }
        u64::MAX
    }

    fn determined(&self, _: usize, _: AnswerSet) -> u64 {
        0
    }

    fn can_answer(&self, _: usize, _: AnswerSet) -> u64 {
        u64::MAX
    }
}

/// The planes of one block of rows.
#[derive(Clone, Debug)]
pub(crate) struct Planes {
    pub(crate) cuts: Vec<Truth<Set>>,
    pub(crate) options: Vec<Set>,
}

/// The rows in which something holds, all or none.
pub(crate) const fn everywhere(holds: bool) -> Set {
    if holds { Set::ALL } else { Set::NONE }
}

impl Planes {
    /// Every row the same patient.
    pub(crate) fn splat(layout: &Layout, facts: &FactBox) -> Self {
        let cuts = layout.cuts.iter().map(|&(axis, cut)| {
            let truth: Truth<bool> = facts.at_most(axis, cut);
            Truth { yes: everywhere(truth.yes), no: everywhere(truth.no) }
        });
        let options = layout.options.iter().map(|&(axis, option)| everywhere(facts.can_be(axis, option)));
        Self { cuts: cuts.collect(), options: options.collect() }
    }

    /// Puts one patient into one lane.
    pub(crate) fn patch(&mut self, layout: &Layout, lane: usize, facts: &FactBox) {
        for (plane, &(axis, cut)) in self.cuts.iter_mut().zip(&layout.cuts) {
            let truth: Truth<bool> = facts.at_most(axis, cut);
            put(&mut plane.yes, lane, truth.yes);
            put(&mut plane.no, lane, truth.no);
        }
        for (plane, &(axis, option)) in self.options.iter_mut().zip(&layout.options) {
            put(plane, lane, facts.can_be(axis, option));
        }
    }

    pub(crate) fn set_option(&mut self, place: Option<usize>, rows: Set) {
        if let Some(plane) = place.and_then(|place| self.options.get_mut(place)) {
            *plane = rows;
        }
    }

    pub(crate) fn set_cut(&mut self, place: usize, truth: Truth<Set>) {
        if let Some(plane) = self.cuts.get_mut(place) {
            *plane = truth;
        }
    }

    /// Adds what another source of the same number says of its rows.
    pub(crate) fn add_cut(&mut self, place: usize, truth: Truth<Set>) {
        if let Some(plane) = self.cuts.get_mut(place) {
            *plane = Truth { yes: plane.yes.or(truth.yes), no: plane.no.or(truth.no) };
        }
    }
}

/// Sets one lane.
pub(crate) fn put(set: &mut Set, lane: usize, holds: bool) {
    if let Some(word) = set.0.get_mut(lane / 64) {
        let bit = 1 << (lane % 64);
        *word = if holds { *word | bit } else { *word & !bit };
    }
}

/// Is a lane in the set?
pub(crate) fn has(set: &Set, lane: usize) -> bool {
    set.0.get(lane / 64).is_some_and(|word| word >> (lane % 64) & 1 == 1)
}

/// The lanes of a set.
pub(crate) fn lanes(set: Set) -> impl Iterator<Item = usize> {
    set.0.into_iter().enumerate().flat_map(|(at, word)| {
        let mut left = word;
        std::iter::from_fn(move || {
            let bit = (left != 0).then(|| left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(at * 64 + bit)
        })
    })
}

/// The planes with the answers of tables: what alerts look at.
pub(crate) struct SceneOf<'s> {
    pub(crate) layout: &'s Layout,
    pub(crate) planes: &'s Planes,
    /// For each table of the knowledge, the rows in which each answer is possible; empty where it was not run.
    pub(crate) answers: &'s [Vec<Set>],
}

impl Lanes<Set> for SceneOf<'_> {
    fn at_most(&self, axis: NumberAxis, cut: f64) -> Truth<Set> {
        let plane = self.layout.cut(axis, cut).and_then(|place| self.planes.cuts.get(place));
        plane.copied().unwrap_or(Truth { yes: Set::NONE, no: Set::NONE })
    }

    fn can_be(&self, axis: ChoiceAxis, option: u8) -> Set {
        let plane = self.layout.option(axis, option).and_then(|place| self.planes.options.get(place));
        plane.copied().unwrap_or(Set::ALL)
    }
}

impl SceneOf<'_> {
    fn split(&self, place: usize, set: AnswerSet) -> (Set, Set) {
        let answers = self.answers.get(place).map_or(&[][..], Vec::as_slice);
        answers.iter().zip(0u8..).fold((Set::NONE, Set::NONE), |(inside, outside), (rows, answer)| {
            if set.has(answer) { (inside.or(*rows), outside) } else { (inside, outside.or(*rows)) }
        })
    }
}

impl Scene<Set> for SceneOf<'_> {
    fn open(&self, fact: Fact) -> Set {
        let places = self.layout.options_of(fact, Part::Value);
        let (_, many) = places.iter().flatten().fold((Set::NONE, Set::NONE), |(one, many), place| {
            let rows = self.planes.options.get(*place).copied().unwrap_or(Set::ALL);
            (one.or(rows), many.or(one.and(rows)))
        });
        many
    }

    fn determined(&self, place: usize, set: AnswerSet) -> Set {
        let (inside, outside) = self.split(place, set);
        inside.and(outside.not())
    }

    fn can_answer(&self, place: usize, set: AnswerSet) -> Set {
        self.split(place, set).0
    }
}
