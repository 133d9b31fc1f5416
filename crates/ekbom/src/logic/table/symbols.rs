//! Conditions and rules as functions of the patient.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use super::axes::Axes;
use super::compile::CompileError;
use super::diagram::{Axis, Diagram};
use super::function::{Combine, Found, Function, Functions};
use crate::fact::FactBox;
use crate::logic::condition::{AnswerTest, Expression, NumberTest, OptionTest, Truth, evaluate};
use crate::logic::question::AnswerSet;

/// What a condition is for a patient of whom everything is known, and for one answer of every table asked. `OPEN` is
/// only what the evaluator says before everything is known.
const NO: u16 = 0;
const YES: u16 = 1;
const OPEN: u16 = 2;

/// No rule applies.
const NOBODY: u16 = u16::MAX;

/// Another table that is asked.
#[derive(Clone, Copy)]
struct Asked {
    /// The set of its answers.
    answers: Function,
    /// The axis of its answer, and how many answers it has, where it leaves one open for somebody.
    axis: Option<(u16, u16)>,
}

/// Functions of the conditions of one table.
pub(super) struct Symbols<'a> {
    axes: &'a Axes,
    pub(super) functions: Functions,
    /// The rules that a value stands for.
    pub(super) leaves: Vec<Vec<u16>>,
    /// What the tables asked answer: sets of answers, by question and guideline.
    answers: BTreeMap<(&'a str, &'a str), Asked>,
    /// The tables that leave an answer open for somebody. Which of its answers is meant is an axis of its own while
    /// conditions are combined, so that every condition that asks the table means the same.
    open: Vec<Asked>,
    /// All of two conditions, and any of two.
    both: Found,
    either: Found,
}

impl<'a> Symbols<'a> {
    pub(super) const fn new(axes: &'a Axes, left: u64) -> Self {
        Self {
            axes,
            functions: Functions::new(left),
            leaves: Vec::new(),
            answers: BTreeMap::new(),
            open: Vec::new(),
            both: Found::new(),
            either: Found::new(),
        }
    }

    /// Of conditions in order, the first that holds: a value is a place in `leaves`, several rules where that hangs on an
    /// answer that another table leaves open.
    pub(super) fn first_of(&mut self, conditions: &[&'a Expression]) -> Result<Function, CompileError> {
        let mut sum = Function::Value(NOBODY);
        for (rule, condition) in conditions.iter().enumerate().rev() {
            let rule = rule as u16;
            let applies = self.condition(condition)?;
            let leaves = Leaves { leaves: &mut self.leaves, too_many: false };
            let mut how = Rules { rule, leaves };
            let made = self.functions.combine(applies, sum, &mut how, &mut Found::new())?;
            if how.leaves.too_many {
                return Err(CompileError::TooLarge);
            }
            sum = made;
        }
        // A table asked by another has its axis before that one's.
        for asked in core::mem::take(&mut self.open).into_iter().rev() {
            let Some((rank, _)) = asked.axis else { continue };
            let mut leaves = Leaves { leaves: &mut self.leaves, too_many: false };
            let mut either = |one, other| leaves.either(one, other);
            sum = self.functions.without((rank, asked.answers), sum, &mut either, &mut Found::new())?;
            if leaves.too_many {
                return Err(CompileError::TooLarge);
            }
        }
        Ok(sum)
    }

    fn condition(&mut self, expression: &'a Expression) -> Result<Function, CompileError> {
        match expression {
            Expression::Always => Ok(Function::Value(YES)),
            Expression::Option(test) => self.option(expression, test),
            Expression::Number(test) => self.number(expression, test),
            Expression::All(items) => {
                let mut sum = Function::Value(YES);
                for item in items {
                    let item = self.condition(item)?;
                    sum = self.functions.combine(sum, item, &mut All, &mut self.both)?;
                }
                Ok(sum)
            }
            Expression::Any(items) => {
                let mut sum = Function::Value(NO);
                for item in items {
                    let item = self.condition(item)?;
                    sum = self.functions.combine(sum, item, &mut Any, &mut self.either)?;
                }
                Ok(sum)
            }
            Expression::Not(item) => {
                let item = self.condition(item)?;
                self.functions.map(item, &negated, &mut BTreeMap::new())
            }
            Expression::Answer(test) => {
                let asked = self.asked(test)?;
                let one_of = |own: u16| u16::from(AnswerSet::from_bits(own).meets(test.set));
                match asked.axis {
                    None => self.functions.map(asked.answers, &one_of, &mut BTreeMap::new()),
                    Some((rank, count)) => {
                        let cells = (0..count).map(|answer| Function::Value(one_of(1 << answer)));
                        self.functions.of_cells(rank, cells.collect())
                    }
                }
            }
        }
    }

    /// What another table answers, made once.
    fn asked(&mut self, test: &'a AnswerTest) -> Result<Asked, CompileError> {
        let name = (test.question.as_ref(), test.guideline.as_ref());
        if let Some(known) = self.answers.get(&name) {
            return Ok(*known);
        }
        let mut answers = Function::Value(AnswerSet::EMPTY.bits());
        for case in test.cases.iter().rev() {
            let applies = self.condition(&case.condition)?;
            let mut how = Answers(case.answers.bits());
            answers = self.functions.combine(applies, answers, &mut how, &mut Found::new())?;
        }
        let values = self.functions.values(answers);
        let mut asked = Asked { answers, axis: None };
        if values.iter().any(|value| value.count_ones() > 1) {
            let count = values.iter().fold(0, |sum, value| sum | value);
            let rank = self.axes.order.len() + self.open.len();
            asked.axis = Some((rank as u16, (u16::BITS - count.leading_zeros()) as u16));
            self.open.push(asked);
        }
        self.answers.insert(name, asked);
        Ok(asked)
    }

    fn option(&mut self, own: &Expression, test: &OptionTest) -> Result<Function, CompileError> {
        let inside = FactBox::everything();
        let Some(rank) = self.axes.rank(Axis::Choice(test.axis)) else { return Ok(Function::Value(OPEN)) };
        let cells = self.axes.cells(rank, &inside);
        self.functions.of_cells(rank, cells.iter().map(|cell| asked(own, cell)).collect())
    }

    fn number(&mut self, own: &Expression, test: &NumberTest) -> Result<Function, CompileError> {
        let mut ranks: Vec<u16> = Vec::new();
        for cut in test.cuts() {
            let choices = cut.reading.when.iter().map(|selector| Axis::Choice(selector.axis));
            ranks.extend(
                choices.chain([Axis::Number(cut.reading.axis)]).filter_map(|axis| self.axes.rank(axis)),
            );
        }
        ranks.sort_unstable();
        ranks.dedup();
        self.number_within(own, &FactBox::everything(), &ranks)
    }

    /// Splits on one axis after the other until the evaluator knows.
    fn number_within(
        &mut self,
        own: &Expression,
        inside: &FactBox,
        ranks: &[u16],
    ) -> Result<Function, CompileError> {
        let known = asked(own, inside);
        let (Function::Value(OPEN), Some((rank, later))) = (known, ranks.split_first()) else {
            return Ok(known);
        };
        let cells = self.axes.cells(*rank, inside);
        let cells =
            cells.iter().map(|cell| self.number_within(own, cell, later)).collect::<Result<_, _>>()?;
        self.functions.of_cells(*rank, cells)
    }
}

/// What the evaluator knows of a condition inside a box.
fn asked(own: &Expression, inside: &FactBox) -> Function {
    let truth: Truth<bool> = evaluate(own, inside);
    Function::Value(truth.known().map_or(OPEN, u16::from))
}

fn negated(own: u16) -> u16 {
    match own {
        NO => YES,
        YES => NO,
        _ => own,
    }
}

struct All;
struct Any;
/// What a table answers where this case applies, else what the later cases answer.
struct Answers(u16);
/// This rule, or the later ones.
struct Rules<'l> {
    rule: u16,
    leaves: Leaves<'l>,
}

/// Sets of rules, each once.
struct Leaves<'l> {
    leaves: &'l mut Vec<Vec<u16>>,
    too_many: bool,
}

impl Combine for All {
    fn values(&mut self, _: u16, _: u16) -> u16 {
        OPEN
    }

    fn settled(&self, one: Function, other: Function) -> Option<Function> {
        match (one, other) {
            (Function::Value(NO), _) | (_, Function::Value(YES)) => Some(one),
            (_, Function::Value(NO)) | (Function::Value(YES), _) => Some(other),
            _ => (one == other).then_some(one),
        }
    }
}

impl Combine for Any {
    fn values(&mut self, _: u16, _: u16) -> u16 {
        OPEN
    }

    fn settled(&self, one: Function, other: Function) -> Option<Function> {
        match (one, other) {
            (Function::Value(YES), _) | (_, Function::Value(NO)) => Some(one),
            (_, Function::Value(YES)) | (Function::Value(NO), _) => Some(other),
            _ => (one == other).then_some(one),
        }
    }
}

/// A condition before what comes after it: where it holds it is taken, where it does not what comes after it.
fn before(condition: Function, taken: Option<u16>, after: Function) -> Option<Function> {
    match condition {
        Function::Value(YES) => taken.map(Function::Value),
        Function::Value(NO) => Some(after),
        _ => None,
    }
}

impl Combine for Answers {
    fn values(&mut self, condition: u16, after: u16) -> u16 {
        if condition == YES { self.0 } else { after }
    }

    fn settled(&self, condition: Function, after: Function) -> Option<Function> {
        before(condition, Some(self.0), after)
    }
}

impl Leaves<'_> {
    fn place(&mut self, rules: Vec<u16>) -> u16 {
        let place = self.leaves.iter().position(|own| *own == rules).unwrap_or(self.leaves.len());
        if place >= Diagram::MOST_NODES {
            self.too_many = true;
            return NOBODY;
        }
        if place == self.leaves.len() {
            self.leaves.push(rules);
        }
        place as u16
    }

    /// The rules of both places. Where one of them is nobody's, somebody would get no answer.
    fn either(&mut self, one: u16, other: u16) -> u16 {
        if one == other || one == NOBODY {
            return one;
        }
        if other == NOBODY {
            return other;
        }
        let of = |place: u16| self.leaves.get(usize::from(place)).into_iter().flatten().copied();
        let rules: BTreeSet<u16> = of(one).chain(of(other)).collect();
        self.place(rules.into_iter().collect())
    }
}

impl Combine for Rules<'_> {
    fn values(&mut self, condition: u16, after: u16) -> u16 {
        if condition == YES { self.leaves.place(alloc::vec![self.rule]) } else { after }
    }

    fn settled(&self, condition: Function, after: Function) -> Option<Function> {
        // Where it holds, `values` finds its leaf.
        before(condition, None, after)
    }
}

/// Is there somebody to whom no rule applies?
pub(super) const fn is_nobody(value: u16) -> bool {
    value == NOBODY
}
