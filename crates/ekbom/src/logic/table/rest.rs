//! What of a condition is still undecided: conditions shrink as a partial patient grows, so that no part of them is
//! evaluated again once it is known.

use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::vec::Vec;

use crate::fact::FactBox;
use crate::logic::condition::{AnswerTest, Expression, NumberTest, OptionTest, Truth, evaluate};
use crate::logic::question::AnswerSet;

/// The undecided part of a condition.
pub(super) enum Rest<'r> {
    /// Holds; of the last case of another table that may still be reached.
    Always,
    Option(&'r Expression, &'r OptionTest),
    Number(&'r Expression, &'r NumberTest),
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
    /// Another table's answer is one of a set. All who ask that table share its cases.
    Answer(AnswerSet, Rc<Cases<'r>>),
}

/// The cases of another table that may still be reached, each with its answers.
pub(super) type Cases<'r> = Vec<(AnswerSet, Rest<'r>)>;

/// Where the cases of a table begin: what tells tables apart while a step lasts.
pub(super) fn place(cases: &Rc<Cases<'_>>) -> usize {
    Rc::as_ptr(cases) as usize
}

/// One step: a box, and what was found so far of each table asked, so that no table is gone through twice.
pub(super) struct Step<'i, 'r> {
    inside: &'i FactBox,
    found: Vec<(usize, Rc<Cases<'r>>)>,
    /// How many conditions were looked at.
    pub(super) work: u64,
}

impl<'i, 'r> Step<'i, 'r> {
    pub(super) const fn new(inside: &'i FactBox) -> Self {
        Self { inside, found: Vec::new(), work: 0 }
    }

    fn cases(&mut self, cases: &Rc<Cases<'r>>) -> Rc<Cases<'r>> {
        if let Some((_, found)) = self.found.iter().find(|(own, _)| *own == place(cases)) {
            return Rc::clone(found);
        }
        let mut open = Vec::new();
        for (answers, condition) in cases.iter() {
            match condition.within(self) {
                Left::No => {}
                Left::Yes => {
                    open.push((*answers, Rest::Always));
                    break;
                }
                Left::Open(rest) => open.push((*answers, rest)),
            }
        }
        let open = Rc::new(open);
        self.found.push((place(cases), Rc::clone(&open)));
        open
    }
}

/// The tables that conditions ask, each once.
pub(super) type Asked<'r> = Vec<(&'r str, &'r str, Rc<Cases<'r>>)>;

/// What became of a condition.
pub(super) enum Left<'r> {
    Yes,
    No,
    Open(Rest<'r>),
}

impl<'r> Rest<'r> {
    /// All of a condition.
    pub(super) fn of(expression: &'r Expression, asked: &mut Asked<'r>) -> Self {
        match expression {
            Expression::Always => Self::Always,
            Expression::Option(test) => Self::Option(expression, test),
            Expression::Number(test) => Self::Number(expression, test),
            Expression::All(items) => Self::All(items.iter().map(|item| Self::of(item, asked)).collect()),
            Expression::Any(items) => Self::Any(items.iter().map(|item| Self::of(item, asked)).collect()),
            Expression::Not(item) => Self::Not(Box::new(Self::of(item, asked))),
            Expression::Answer(test) => Self::Answer(test.set, cases_of(test, asked)),
        }
    }

    /// What is left of it inside the box of a step.
    pub(super) fn within(&self, step: &mut Step<'_, 'r>) -> Left<'r> {
        step.work += 1;
        match self {
            Self::Always => Left::Yes,
            Self::Option(own, test) => known(own, step.inside).unwrap_or(Left::Open(Self::Option(own, test))),
            Self::Number(own, test) => known(own, step.inside).unwrap_or(Left::Open(Self::Number(own, test))),
            Self::All(items) => {
                let mut open = Vec::new();
                for item in items {
                    match item.within(step) {
                        Left::Yes => {}
                        Left::No => return Left::No,
                        Left::Open(rest) => open.push(rest),
                    }
                }
                if open.is_empty() { Left::Yes } else { Left::Open(Self::All(open)) }
            }
            Self::Any(items) => {
                let mut open = Vec::new();
                for item in items {
                    match item.within(step) {
                        Left::Yes => return Left::Yes,
                        Left::No => {}
                        Left::Open(rest) => open.push(rest),
                    }
                }
                if open.is_empty() { Left::No } else { Left::Open(Self::Any(open)) }
            }
            Self::Not(item) => match item.within(step) {
                Left::Yes => Left::No,
                Left::No => Left::Yes,
                Left::Open(rest) => Left::Open(Self::Not(Box::new(rest))),
            },
            Self::Answer(set, cases) => {
                let open = step.cases(cases);
                // First match: every case kept can be the one that applies.
                if !open.iter().any(|(answers, _)| answers.meets(*set)) {
                    Left::No
                } else if !open.iter().any(|(answers, _)| answers.leaves(*set)) {
                    Left::Yes
                } else {
                    Left::Open(Self::Answer(*set, open))
                }
            }
        }
    }
}

fn cases_of<'r>(test: &'r AnswerTest, asked: &mut Asked<'r>) -> Rc<Cases<'r>> {
    let known = asked.iter().find(|(question, guideline, _)| {
        *question == test.question.as_ref() && *guideline == test.guideline.as_ref()
    });
    if let Some((_, _, cases)) = known {
        return Rc::clone(cases);
    }
    let cases = test.cases.iter().map(|case| (case.answers, Rest::of(&case.condition, asked))).collect();
    let cases = Rc::new(cases);
    asked.push((test.question.as_ref(), test.guideline.as_ref(), Rc::clone(&cases)));
    cases
}

fn known<'r>(expression: &Expression, inside: &FactBox) -> Option<Left<'r>> {
    let truth: Truth<bool> = evaluate(expression, inside);
    truth.known().map(|known| if known { Left::Yes } else { Left::No })
}
