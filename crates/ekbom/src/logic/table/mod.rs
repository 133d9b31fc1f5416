//! Decision tables: one for each clinical question and guideline, first match from the top.
//!
//! A guideline file writes [`TableData`](crate::logic::authoring::TableData). It becomes a [`Table`]: the same rules in the form that is evaluated and
//! exported, and the diagram compiled from them by the same evaluator, which makes the set of possible answers
//! exact.

mod axes;
mod certainty;
mod compile;
pub(super) mod diagram;
mod exchange;
mod flags;
mod from_data;
mod function;
mod layout;
mod needs;
pub(crate) mod ready;
mod symbols;

pub(crate) use certainty::Certainty;
pub use compile::CompileError;
pub(crate) use diagram::{Diagram, Scratch};
pub use exchange::RuleBookError;
pub(crate) use exchange::{FlagDocument, RuleDocument, TableDocument, hash};

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::fact::{ChoiceAxis, Fact, FactBox, NumberAxis};
use crate::logic::authoring::GuidelineInfo;
use crate::logic::condition::{Expression, Lanes, Mask};
use crate::logic::question::{AnswerSet, QuestionInfo};
use crate::source::{Text, Verification};

/// A table, ready to evaluate.
#[derive(Clone, Debug)]
pub struct Table {
    /// The question it answers.
    pub question: &'static QuestionInfo,
    /// Whose answer it is.
    pub guideline: GuidelineInfo,
    /// Its rules, first match from the top.
    pub rules: Vec<Rule>,
    diagram: Diagram,
    /// For each rule the conditions of its flags.
    flags: Vec<Vec<Arc<Certainty>>>,
}

/// One rule of a table.
#[derive(Clone, PartialEq, Debug)]
pub struct Rule {
    /// Stable id, `guideline/question/name`.
    pub id: Text,
    /// When it applies, if no earlier rule does.
    pub when: Expression,
    /// What it answers; more than one where the source leaves it open.
    pub answers: AnswerSet,
    /// What may be raised beside its answers: see [`Table::flags`].
    pub flags: Vec<RuleFlag>,
    /// Where it stands.
    pub cites: Vec<RuleCite>,
    /// How far it was checked against its sources.
    pub verification: Verification,
    /// How strongly its actions are recommended.
    pub grades: Vec<RuleGrade>,
    /// A remark for the reader; empty where there is none.
    pub note: Cow<'static, str>,
}

/// A flag of a rule.
#[derive(Clone, PartialEq, Debug)]
pub struct RuleFlag {
    /// Stable code.
    pub code: Cow<'static, str>,
    /// What its raising depends on, beyond the rule itself.
    pub when: Expression,
    /// Raised unless that certainly holds, rather than when it does.
    pub unless: bool,
}

/// Where a rule stands in a source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RuleCite {
    /// Id in the bibliography.
    pub source: Cow<'static, str>,
    /// Where in it.
    pub locator: Cow<'static, str>,
}

/// How strongly a rule's action is recommended, in its guideline's words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RuleGrade {
    /// The action it speaks of.
    pub action: Cow<'static, str>,
    /// Strength, as a code; empty where the guideline gives none.
    pub strength: Cow<'static, str>,
    /// Certainty of the evidence, as a code; empty where the guideline gives none.
    pub certainty: Cow<'static, str>,
}

impl Table {
    /// Compiles rules into a table.
    ///
    /// # Errors
    /// When there are more rules than fit, when they do not answer every patient, or when the diagram grows beyond
    /// 4,096 nodes.
    pub fn new(
        question: &'static QuestionInfo,
        guideline: GuidelineInfo,
        rules: Vec<Rule>,
    ) -> Result<Self, CompileError> {
        let (diagram, mut left) = compile::compile(&rules)?;
        let flags = certainty::of_flags(&rules, &mut left)?;
        Ok(Self { question, guideline, rules, diagram, flags })
    }

    /// The compiled diagram.
    #[doc(hidden)]
    pub const fn diagram(&self) -> &Diagram {
        &self.diagram
    }

    /// The rules that can still be the one that applies, lane by lane, exactly.
    #[doc(hidden)]
    pub fn possible_rules<M: Mask>(&self, lanes: &impl Lanes<M>, scratch: &mut Scratch<M>) -> Vec<M> {
        self.diagram.run(lanes, M::ALL, scratch).to_vec()
    }

    /// For each answer of the question, the lanes in which it is possible.
    #[doc(hidden)]
    pub fn possible_answers<M: Mask>(&self, lanes: &impl Lanes<M>, scratch: &mut Scratch<M>) -> Vec<M> {
        let fired = self.diagram.run(lanes, M::ALL, scratch);
        (0..self.question.answers.len() as u8)
            .map(|answer| {
                self.rules
                    .iter()
                    .zip(fired)
                    .filter(|(rule, _)| rule.answers.has(answer))
                    .fold(M::NONE, |sum, (_, &lanes)| sum.or(lanes))
            })
            .collect()
    }

    /// The answers possible for one patient.
    #[doc(hidden)]
    pub fn possible(&self, lanes: &impl Lanes<bool>, scratch: &mut Scratch<bool>) -> AnswerSet {
        self.answers_of(self.diagram.run(lanes, true, scratch))
    }

    /// The answers possible for one patient.
    pub fn ask(&self, facts: &FactBox) -> AnswerSet {
        self.possible(facts, &mut Scratch::new())
    }

    /// The limits at which its answer may change, each the highest number below the change.
    pub fn limits(&self) -> impl Iterator<Item = (NumberAxis, f64)> {
        self.diagram.cuts().iter().copied()
    }

    fn answers_of(&self, fired: &[bool]) -> AnswerSet {
        self.rules
            .iter()
            .zip(fired)
            .filter(|(_, fired)| **fired)
            .fold(AnswerSet::EMPTY, |sum, (rule, _)| sum.or(rule.answers))
    }

    /// The facts its rules ask, in order.
    pub fn facts(&self) -> Vec<Fact> {
        let mut facts = Vec::new();
        for rule in &self.rules {
            for fact in rule.when.facts() {
                if !facts.contains(&fact) {
                    facts.push(fact);
                }
            }
        }
        facts
    }

    /// Is it this guideline's table for this question?
    pub fn is_of(&self, question: &str, guideline: &str) -> bool {
        self.question.id == question && self.guideline.id == guideline
    }

    /// Does its diagram ask this fact at all?
    pub fn asks_fact(&self, fact: Fact) -> bool {
        self.diagram.asks_fact(fact)
    }

    /// Does its diagram ask this axis?
    pub(crate) fn asks(&self, axis: ChoiceAxis) -> bool {
        self.diagram.asks_choice(axis)
    }

    /// `question@guideline`, the name of a table.
    pub fn name(&self) -> String {
        alloc::format!("{}@{}", self.question.id, self.guideline.id)
    }
}
