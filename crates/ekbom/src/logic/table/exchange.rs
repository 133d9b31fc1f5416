//! Tables as JSON: rules with their conditions, answers, sources and verification, out and back in.

use alloc::borrow::{Cow, ToOwned};
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::cell::RefCell;

use serde::{Deserialize, Serialize};

use super::{CompileError, Rule, RuleCite, RuleFlag, RuleGrade, Table};
use crate::logic::authoring::{GuidelineInfo, Standing};
use crate::logic::condition::{Case, ConditionError, Document};
use crate::logic::question::{AnswerSet, QuestionInfo};
use crate::source::Verification;

/// A table as JSON.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TableDocument {
    pub(crate) question: String,
    pub(crate) guideline: String,
    pub(crate) guideline_title: String,
    pub(crate) standing: Standing,
    pub(crate) rules: Vec<RuleDocument>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RuleDocument {
    pub(crate) id: String,
    pub(crate) when: Document,
    pub(crate) answers: Vec<String>,
    pub(crate) flags: Vec<FlagDocument>,
    pub(crate) cites: Vec<CiteDocument>,
    pub(crate) verification: Verification,
    pub(crate) grades: Vec<GradeDocument>,
    pub(crate) note: String,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FlagDocument {
    pub(crate) code: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) when: Option<Document>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) unless: Option<Document>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CiteDocument {
    pub(crate) source: String,
    pub(crate) locator: String,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GradeDocument {
    pub(crate) action: String,
    pub(crate) strength: String,
    pub(crate) certainty: String,
}

/// Why exported rules cannot be used.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RuleBookError {
    /// Not JSON of this form.
    #[error("not a rule book: {0}")]
    Form(String),
    /// More than a rule book may hold.
    #[error("{found} {what} are more than {most}")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many there are.
        found: usize,
        /// How many there may be.
        most: usize,
    },
    /// One table stands twice: which is meant?
    #[error("there are two tables `{0}`")]
    GivenTwice(String),
    /// What a book says of a fact or a question is not so in this version.
    #[error("{0}")]
    NotSoHere(String),
    /// A question this version does not know.
    #[error("`{0}` is not a question of this version")]
    UnknownQuestion(String),
    /// An answer its question does not have.
    #[error("`{answer}` is not an answer to `{question}`")]
    UnknownAnswer {
        /// The question.
        question: String,
        /// The code.
        answer: String,
    },
    /// A condition.
    #[error("rule `{rule}`: {error}")]
    Condition {
        /// The rule.
        rule: String,
        /// What is wrong.
        error: ConditionError,
    },
    /// A table.
    #[error("table `{table}`: {error}")]
    Table {
        /// The table.
        table: String,
        /// What is wrong.
        error: CompileError,
    },
}

impl From<&Table> for TableDocument {
    fn from(table: &Table) -> Self {
        Self {
            question: table.question.id.to_owned(),
            guideline: table.guideline.id.to_string(),
            guideline_title: table.guideline.title.to_string(),
            standing: table.guideline.standing,
            rules: table.rules.iter().map(|rule| rule_document(table, rule)).collect(),
        }
    }
}

fn rule_document(table: &Table, rule: &Rule) -> RuleDocument {
    RuleDocument {
        id: (&rule.id).into(),
        when: Document::from(&rule.when),
        answers: table.question.codes(rule.answers).map(ToOwned::to_owned).collect(),
        flags: rule
            .flags
            .iter()
            .map(|flag| {
                let condition = Some(Document::from(&flag.when));
                let (when, unless) = if flag.unless { (None, condition) } else { (condition, None) };
                FlagDocument { code: flag.code.to_string(), when, unless }
            })
            .collect(),
        cites: rule
            .cites
            .iter()
            .map(|cite| CiteDocument { source: cite.source.to_string(), locator: cite.locator.to_string() })
            .collect(),
        verification: rule.verification,
        grades: rule
            .grades
            .iter()
            .map(|grade| GradeDocument {
                action: grade.action.to_string(),
                strength: grade.strength.to_string(),
                certainty: grade.certainty.to_string(),
            })
            .collect(),
        note: rule.note.to_string(),
    }
}

impl TableDocument {
    /// Compiles the table, which answers one of `questions`; it may ask the answers of `earlier` ones.
    pub(crate) fn read(
        &self,
        mut questions: impl Iterator<Item = &'static QuestionInfo>,
        earlier: &[Table],
    ) -> Result<Table, RuleBookError> {
        let name = || format!("{}@{}", self.question, self.guideline);
        if earlier.iter().any(|own| own.is_of(&self.question, &self.guideline)) {
            return Err(RuleBookError::GivenTwice(name()));
        }
        let question = questions
            .find(|question| question.id == self.question)
            .ok_or_else(|| RuleBookError::UnknownQuestion(self.question.clone()))?;
        let guideline = GuidelineInfo {
            id: Cow::Owned(self.guideline.clone()),
            title: Cow::Owned(self.guideline_title.clone()),
            standing: self.standing,
        };
        let asked = Asked { earlier, cases: RefCell::default() };
        let rules = self.rules.iter().map(|rule| rule.read(question, &asked)).collect::<Result<_, _>>()?;
        Table::new(question, guideline, rules).map_err(|error| RuleBookError::Table { table: name(), error })
    }
}

/// The tables that rules may ask, and the cases of those that were asked: however often, one copy.
struct Asked<'t> {
    earlier: &'t [Table],
    cases: RefCell<BTreeMap<usize, Arc<[Case]>>>,
}

impl Asked<'_> {
    fn find(&self, id: &str, guideline: &str) -> Option<(&'static QuestionInfo, Arc<[Case]>)> {
        let place = self.earlier.iter().position(|own| own.is_of(id, guideline))?;
        let table = self.earlier.get(place)?;
        let case = |rule: &Rule| Case { condition: rule.when.clone(), answers: rule.answers };
        let mut cases = self.cases.borrow_mut();
        let cases = cases.entry(place).or_insert_with(|| table.rules.iter().map(case).collect());
        Some((table.question, Arc::clone(cases)))
    }
}

impl RuleDocument {
    fn read(&self, question: &'static QuestionInfo, asked: &Asked<'_>) -> Result<Rule, RuleBookError> {
        let find = |id: &str, guideline: &str| asked.find(id, guideline);
        let read = |document: &Document| {
            document.read(&find).map_err(|error| RuleBookError::Condition { rule: self.id.clone(), error })
        };
        let mut answers = AnswerSet::EMPTY;
        for code in &self.answers {
            let one = question.set_of(code).ok_or_else(|| RuleBookError::UnknownAnswer {
                question: question.id.to_owned(),
                answer: code.clone(),
            })?;
            answers = answers.or(one);
        }
        let mut flags = Vec::new();
        for flag in &self.flags {
            let (document, unless) = match (&flag.when, &flag.unless) {
                (Some(when), None) => (when, false),
                (None, Some(unless)) => (unless, true),
                _ => {
                    let error = ConditionError::NotOneThing;
                    return Err(RuleBookError::Condition { rule: self.id.clone(), error });
                }
            };
            flags.push(RuleFlag { code: Cow::Owned(flag.code.clone()), when: read(document)?, unless });
        }
        Ok(Rule {
            id: self.id.clone().into(),
            when: read(&self.when)?,
            answers,
            flags,
            cites: self
                .cites
                .iter()
                .map(|cite| RuleCite {
                    source: Cow::Owned(cite.source.clone()),
                    locator: Cow::Owned(cite.locator.clone()),
                })
                .collect(),
            verification: self.verification,
            grades: self
                .grades
                .iter()
                .map(|grade| RuleGrade {
                    action: Cow::Owned(grade.action.clone()),
                    strength: Cow::Owned(grade.strength.clone()),
                    certainty: Cow::Owned(grade.certainty.clone()),
                })
                .collect(),
            note: Cow::Owned(self.note.clone()),
        })
    }
}

/// FNV-1a over the tables as JSON, and over what else decides: tells versions apart, and is not meant to resist forgery.
pub(crate) fn hash(tables: &[Table], rest: &str) -> u64 {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let mut hash = OFFSET;
    for table in tables {
        let text = serde_json::to_string(&TableDocument::from(table)).unwrap_or_default();
        for byte in text.bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(PRIME);
        }
    }
    for byte in rest.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(PRIME);
    }
    hash
}
