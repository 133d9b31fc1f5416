//! The one evaluator.

use super::expression::{AnswerTest, Expression, NumberTest, OptionTest};
use super::mask::Block;
use super::{Case, Mask, Truth};
use crate::fact::{ChoiceAxis, FactBox, NumberAxis};
use crate::logic::question::AnswerSet;

/// The only place where values are looked at: what is known of each lane's numbers and options.
pub trait Lanes<M: Mask> {
    /// Is the number at most `cut`? Certain only where the whole interval lies on one side.
    fn at_most(&self, axis: NumberAxis, cut: f64) -> Truth<M>;
    /// The lanes in which this option is still possible.
    fn can_be(&self, axis: ChoiceAxis, option: u8) -> M;
}

impl<M: Mask, L: Lanes<M> + ?Sized> Lanes<M> for &L {
    fn at_most(&self, axis: NumberAxis, cut: f64) -> Truth<M> {
        (**self).at_most(axis, cut)
    }
    fn can_be(&self, axis: ChoiceAxis, option: u8) -> M {
        (**self).can_be(axis, option)
    }
}

/// One patient.
impl Lanes<bool> for FactBox {
    fn at_most(&self, axis: NumberAxis, cut: f64) -> Truth<bool> {
        let interval = self.number(axis);
        Truth { yes: interval.high() <= cut, no: interval.low() > cut }
    }

    fn can_be(&self, axis: ChoiceAxis, option: u8) -> bool {
        self.choice(axis).has(option)
    }
}

/// Up to sixty-four patients, one a lane; the lanes beyond the slice are unknown in everything.
impl Lanes<u64> for [FactBox] {
    fn at_most(&self, axis: NumberAxis, cut: f64) -> Truth<u64> {
        let mut truth = Truth { yes: 0, no: 0 };
        for (lane, patient) in self.iter().take(64).enumerate() {
            let one = patient.at_most(axis, cut);
            truth.yes |= u64::from(one.yes) << lane;
            truth.no |= u64::from(one.no) << lane;
        }
        truth
    }

    fn can_be(&self, axis: ChoiceAxis, option: u8) -> u64 {
        let patients = self.iter().take(64).enumerate();
        let beyond = u64::MAX.checked_shl(self.len() as u32).unwrap_or(0);
        patients.fold(beyond, |can, (lane, patient)| can | (u64::from(patient.can_be(axis, option)) << lane))
    }
}

/// Up to `64 * N` patients, one a lane, word by word; the lanes beyond the slice are unknown in everything.
impl<const N: usize> Lanes<Block<N>> for [FactBox] {
    fn at_most(&self, axis: NumberAxis, cut: f64) -> Truth<Block<N>> {
        let mut truth = Truth { yes: Block([0; N]), no: Block([0; N]) };
        for ((yes, no), word) in truth.yes.0.iter_mut().zip(&mut truth.no.0).zip(self.chunks(64)) {
            Truth { yes: *yes, no: *no } = word.at_most(axis, cut);
        }
        truth
    }

    fn can_be(&self, axis: ChoiceAxis, option: u8) -> Block<N> {
        let mut can = Block([u64::MAX; N]);
        for (can, word) in can.0.iter_mut().zip(self.chunks(64)) {
            *can = word.can_be(axis, option);
        }
        can
    }
}

/// The truth of a condition in every lane.
///
/// ```
/// use ekbom::logic::authoring::at_most;
/// use ekbom::logic::condition::Expression;
/// use ekbom::logic::engine::{Truth, evaluate};
/// use ekbom::fact::{Fact, FactBox};
/// use ekbom::measure::interval::Interval;
///
/// let low = Expression::from(&at_most(Fact::Ferritin, 75.0));
/// let mut facts = FactBox::new();
/// assert_eq!(evaluate::<bool>(&low, &facts).known(), None);
/// facts.set_value(Fact::Ferritin, Interval::new(0.0, 50.0).unwrap());
/// assert_eq!(evaluate(&low, &facts), Truth::<bool>::TRUE);
/// ```
pub fn evaluate<M: Mask>(expression: &Expression, lanes: &impl Lanes<M>) -> Truth<M> {
    match expression {
        Expression::Always => Truth::TRUE,
        Expression::Option(test) => option(test, lanes),
        Expression::Number(test) => number(test, lanes),
        Expression::All(items) => {
            items.iter().fold(Truth::TRUE, |truth, item| truth.and(evaluate(item, lanes)))
        }
        Expression::Any(items) => {
            items.iter().fold(Truth::FALSE, |truth, item| truth.or(evaluate(item, lanes)))
        }
        Expression::Not(item) => evaluate(item, lanes).negate(),
        Expression::Answer(test) => answer(test, lanes),
    }
}

fn option<M: Mask>(test: &OptionTest, lanes: &impl Lanes<M>) -> Truth<M> {
    let (mut inside, mut outside) = (M::NONE, M::NONE);
    for index in test.axis.domain().indices() {
        let possible = lanes.can_be(test.axis, index);
        if test.options.has(index) {
            inside = inside.or(possible);
        } else {
            outside = outside.or(possible);
        }
    }
    Truth { yes: outside.not(), no: inside.not() }
}

fn number<M: Mask>(test: &NumberTest, lanes: &impl Lanes<M>) -> Truth<M> {
    Truth::agree(test.cuts().map(|cut| {
        let at_most = lanes.at_most(cut.reading.axis, cut.at);
        let truth = if test.holds_above() { at_most.negate() } else { at_most };
        let can_apply = cut.reading.when.iter().fold(M::ALL, |all, own| {
            let options = own.options.indices();
            all.and(options.fold(M::NONE, |any, index| any.or(lanes.can_be(own.axis, index))))
        });
        (can_apply, truth)
    }))
}

/// First match: a case can be the one that applies where it may hold and no earlier one certainly does.
fn answer<M: Mask>(test: &AnswerTest, lanes: &impl Lanes<M>) -> Truth<M> {
    let (mut inside, mut outside) = (M::NONE, M::NONE);
    first_match(
        test.cases.iter(),
        |case| evaluate(&case.condition, lanes),
        |case: &Case, reached| {
            if case.answers.meets(test.set) {
                inside = inside.or(reached);
            }
            if case.answers.leaves(test.set) {
                outside = outside.or(reached);
            }
        },
    );
    Truth { yes: outside.not(), no: inside.not() }
}

/// Walks cases in order and tells for each the lanes that may reach and satisfy it.
pub(crate) fn first_match<M: Mask, T>(
    cases: impl Iterator<Item = T>,
    mut truth_of: impl FnMut(&T) -> Truth<M>,
    mut reached: impl FnMut(T, M),
) {
    let mut open = M::ALL;
    for case in cases {
        if !open.any() {
            return;
        }
        let truth = truth_of(&case);
        let may = open.and(truth.no.not());
        open = open.and(truth.yes.not());
        reached(case, may);
    }
}

impl AnswerSet {
    /// Do the two sets share an answer?
    pub const fn meets(self, other: Self) -> bool {
        self.bits() & other.bits() != 0
    }

    /// Has `self` an answer that `other` has not?
    pub(crate) const fn leaves(self, other: Self) -> bool {
        self.bits() & !other.bits() != 0
    }
}
