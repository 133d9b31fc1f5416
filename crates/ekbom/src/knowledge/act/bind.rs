//! Needs as the knowledge at hand understands them: a need asks the rules of that knowledge's own tables.

use alloc::boxed::Box;
use alloc::format;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::cell::RefCell;

use super::{ACTS, ActData, Bar};
use crate::logic::authoring::{Condition, GuidelineInfo};
use crate::logic::condition::{AnswerTest, Case, Expression};
use crate::logic::question::{AnswerInfo, AnswerSet, QuestionInfo};
use crate::logic::table::{Certainty, Rule, Table};
use crate::source::Verification;

const QUESTION: QuestionInfo = QuestionInfo {
    id: "act",
    title: "To which act does what is known of this person lead?",
    answers: &[
        AnswerInfo { code: "first", meaning: "the first of them" },
        AnswerInfo { code: "second", meaning: "the second" },
        AnswerInfo { code: "third", meaning: "the third" },
        AnswerInfo { code: "none", meaning: "none of them" },
    ],
    compatible: &[],
};
const NONE: u8 = 3;

/// What an act asks, compiled. `None` where it costs too much, as with a rule book's own hostile rules.
#[derive(Debug)]
pub(crate) struct Compiled {
    /// Its need as a table, so that what could change it is found as for every other. Acts that contain each other
    /// share one.
    pub(crate) need: Option<Arc<Table>>,
    /// The answers of that table that lead to it: its own, and those of the acts that it contains.
    pub(crate) leads: AnswerSet,
    /// When each of its bars keeps it back.
    pub(crate) bars: Vec<Option<Certainty>>,
}

/// What every act asks, in their order, over the rules of these tables.
pub(crate) fn compile(tables: &[Table]) -> Vec<Compiled> {
    let binder = Binder { tables, known: RefCell::new(tables.iter().map(|_| None).collect()) };
    let bar = |bar: &Bar| Certainty::of(&binder.condition(&bar.when));
    let mut made = Vec::new();
    let mut rest = ACTS;
    while let Some((first, _)) = rest.split_first() {
        let own = 1 + rest.iter().skip(1).take_while(|act| act.unless.contains(&first.code)).count();
        let (ladder, behind) = rest.split_at(own);
        rest = behind;
        let table = ladder_of(ladder, &binder).map(Arc::new);
        let mut leads = AnswerSet::EMPTY;
        for (act, rung) in ladder.iter().zip(0..NONE) {
            leads = leads.or(AnswerSet::only(rung));
            let bars = act.bars.iter().map(bar).collect();
            made.push(Compiled { need: table.clone(), leads, bars });
        }
    }
    made
}

/// The first of the needs that holds.
fn ladder_of(acts: &[ActData], binder: &Binder<'_>) -> Option<Table> {
    let first = acts.first()?;
    let rule = |name: &str, when, answer| Rule {
        id: format!("act/{}/{name}", first.code).into(),
        when,
        answers: AnswerSet::only(answer),
        flags: Vec::new(),
        cites: Vec::new(),
        verification: Verification::Derived,
        grades: Vec::new(),
        note: "".into(),
    };
    let needs = acts.iter().zip(0..NONE).map(|(act, rung)| rule(act.code, binder.condition(&act.need), rung));
    let rules = needs.chain([rule("otherwise", Expression::Always, NONE)]).collect();
    Table::new(&QUESTION, GuidelineInfo::new(first.code, ""), rules).ok()
}

/// Gives conditions the rules of the knowledge's tables, each written out once and shared.
struct Binder<'t> {
    tables: &'t [Table],
    known: RefCell<Vec<Option<Arc<[Case]>>>>,
}

impl Binder<'_> {
    fn condition(&self, condition: &Condition) -> Expression {
        self.bound(&Expression::from(condition))
    }

    /// A table that is not there answers nothing: a condition on its answer does not hold.
    fn bound(&self, expression: &Expression) -> Expression {
        let list = |items: &[Expression]| items.iter().map(|item| self.bound(item)).collect();
        match expression {
            Expression::Always | Expression::Option(_) | Expression::Number(_) => expression.clone(),
            Expression::All(items) => Expression::All(list(items)),
            Expression::Any(items) => Expression::Any(list(items)),
            Expression::Not(item) => Expression::Not(Box::new(self.bound(item))),
            Expression::Answer(test) => {
                let place = self.tables.iter().position(|own| own.is_of(&test.question, &test.guideline));
                match place.and_then(|place| self.cases(place)) {
                    Some(cases) => Expression::Answer(AnswerTest { cases, ..test.clone() }),
                    None => Expression::never(),
                }
            }
        }
    }

    /// The rules of a table. One may ask those before it only, so that this comes to an end.
    fn cases(&self, place: usize) -> Option<Arc<[Case]>> {
        if let Some(known) = self.known.borrow().get(place).cloned().flatten() {
            return Some(known);
        }
        let earlier =
            Binder { tables: self.tables.get(..place)?, known: RefCell::new(self.known.borrow().clone()) };
        let rules = &self.tables.get(place)?.rules;
        let cases: Arc<[Case]> = rules
            .iter()
            .map(|rule| Case { condition: earlier.bound(&rule.when), answers: rule.answers })
            .collect();
        let mut known = self.known.borrow_mut();
        *known = earlier.known.into_inner();
        if let Some(own) = known.get_mut(place) {
            *own = Some(Arc::clone(&cases));
        }
        Some(cases)
    }
}
