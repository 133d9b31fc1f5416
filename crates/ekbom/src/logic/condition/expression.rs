//! The form of a condition that is evaluated, explained, exported and read back.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::{Comparison, Limit};
use crate::fact::{ChoiceAxis, Fact, NumberAxis, Options, Reading, Selectors};
use crate::logic::question::AnswerSet;
use crate::measure::interval::Interval;

/// A condition, ready to evaluate.
#[derive(Clone, PartialEq, Debug)]
pub enum Expression {
    /// Holds for everybody.
    Always,
    /// A fact is one of some options.
    Option(OptionTest),
    /// A number compares with a limit.
    Number(NumberTest),
    /// All of them.
    All(Vec<Expression>),
    /// Any of them.
    Any(Vec<Expression>),
    /// Not this.
    Not(Box<Expression>),
    /// Another table's answer is one of a set.
    Answer(AnswerTest),
}

/// A fact is one of some options.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OptionTest {
    /// The axis looked at.
    pub axis: ChoiceAxis,
    /// The options for which it holds.
    pub options: Options,
}

/// A number compares with a limit.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct NumberTest {
    /// The fact.
    pub fact: Fact,
    /// The comparison.
    pub comparison: Comparison,
    /// The limit as printed.
    pub limit: Limit,
    /// One cut for each of the fact's readings that is asked.
    cuts: [Option<Cut>; 3],
}

/// A reading and the largest number on the lower side of its limit: `< x` cuts just below `x`, `<= x` at `x`.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Cut {
    pub(crate) reading: Reading,
    pub(crate) at: f64,
}

/// Another table's answer is one of a set.
#[derive(Clone, PartialEq, Debug)]
pub struct AnswerTest {
    /// The other table's question.
    pub question: Cow<'static, str>,
    /// The other table's guideline.
    pub guideline: Cow<'static, str>,
    /// The codes for which it holds.
    pub codes: Vec<Cow<'static, str>>,
    /// The same as a set.
    pub set: AnswerSet,
    /// The other table's rules in order.
    pub cases: Arc<[Case]>,
}

/// One rule of a table as another table sees it.
#[derive(Clone, PartialEq, Debug)]
pub struct Case {
    /// When it applies, if no earlier one does.
    pub condition: Expression,
    /// What it answers.
    pub answers: AnswerSet,
}

impl NumberTest {
    /// The test of `fact` against a limit; `None` where the fact has no number, or the limit's form does not fit it.
    pub fn new(fact: Fact, comparison: Comparison, limit: Limit) -> Option<Self> {
        let mut readings = fact.readings();
        let first = readings.next()?;
        let (second, third) = (readings.next(), readings.next());
        let by_sex = matches!(fact.info().kind, crate::fact::Kind::BySex { .. });
        let cut = |reading: Reading, x: f64| {
            let at = match comparison {
                Comparison::AtMost | Comparison::Above => x,
                Comparison::Below | Comparison::AtLeast => Interval::just_below(x),
            };
            (x > 0.0 && x.is_finite()).then_some(Cut { reading, at })
        };
        let always = |reading: Reading| Reading { when: Selectors::ALWAYS, ..reading };
        let cuts = match limit {
            Limit::One(x) if by_sex => [cut(first, x), cut(second?, x), cut(third?, x)],
            Limit::Both(..) | Limit::Second(_) if by_sex || fact.is_guarded() => return None,
            Limit::Guarded(x) => {
                [cut(Reading { axis: fact.guard()?, when: Selectors::ALWAYS }, x), None, None]
            }
            // One printed limit: whatever unit was reported, the first reading holds the converted value.
            Limit::One(x) => [cut(always(first), x), None, None],
            Limit::Both(x, y) => [cut(first, x), Some(cut(second?, y)?), None],
            Limit::Second(y) => [cut(always(second?), y), None, None],
        };
        cuts.first().copied().flatten()?;
        Some(Self { fact, comparison, limit, cuts })
    }

    pub(crate) fn cuts(&self) -> impl Iterator<Item = Cut> + '_ {
        self.cuts.iter().flatten().copied()
    }

    /// Does it hold above the cut (`>`, `>=`) rather than up to it?
    pub(crate) const fn holds_above(&self) -> bool {
        matches!(self.comparison, Comparison::Above | Comparison::AtLeast)
    }
}

impl Expression {
    /// Holds for nobody.
    pub(crate) fn never() -> Self {
        Self::Any(Vec::new())
    }

    /// Visits this expression and all within it, other tables' conditions included.
    pub(crate) fn walk(&self, visit: &mut impl FnMut(&Self)) {
        visit(self);
        match self {
            Self::Always | Self::Option(_) | Self::Number(_) => {}
            Self::All(items) | Self::Any(items) => items.iter().for_each(|item| item.walk(visit)),
            Self::Not(item) => item.walk(visit),
            Self::Answer(test) => test.cases.iter().for_each(|case| case.condition.walk(visit)),
        }
    }

    /// How many conditions it holds, and how deep they stand in each other; those of other tables are counted wherever
    /// they are asked, as evaluating does. `None` beyond `most` conditions or `deepest` levels.
    pub(crate) fn size(&self, most: usize, deepest: usize) -> Option<usize> {
        let (mut left, deepest) = (most.checked_sub(1)?, deepest.checked_sub(1)?);
        let mut spend = |item: &Self| {
            left -= item.size(left, deepest)?;
            Some(())
        };
        match self {
            Self::Always | Self::Option(_) | Self::Number(_) => {}
            Self::All(items) | Self::Any(items) => items.iter().try_for_each(&mut spend)?,
            Self::Not(item) => spend(item)?,
            Self::Answer(test) => test.cases.iter().try_for_each(|case| spend(&case.condition))?,
        }
        Some(most - left)
    }

    /// The facts asked, in the order in which they are first asked, each once; a fact that decides which reading of
    /// another counts comes before it.
    pub fn facts(&self) -> Vec<Fact> {
        let mut facts = Vec::new();
        let mut add = |fact| {
            if !facts.contains(&fact) {
                facts.push(fact);
            }
        };
        self.walk(&mut |expression| match expression {
            Self::Option(test) => add(test.axis.fact()),
            Self::Number(test) => {
                let selectors = test.cuts().flat_map(|cut| cut.reading.when.iter());
                selectors.map(|own| own.axis.fact()).filter(|fact| *fact != test.fact).for_each(&mut add);
                add(test.fact);
            }
            _ => {}
        });
        facts
    }

    /// The number axes compared, each with its cut.
    pub(crate) fn number_cuts(&self) -> Vec<(NumberAxis, f64)> {
        let mut cuts = Vec::new();
        self.walk(&mut |expression| {
            if let Self::Number(test) = expression {
                cuts.extend(test.cuts().map(|cut| (cut.reading.axis, cut.at)));
            }
        });
        cuts
    }
}
