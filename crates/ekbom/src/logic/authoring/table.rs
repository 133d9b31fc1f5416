//! Tables, rules, flags and citations as constants.

use alloc::borrow::Cow;

use super::Condition;
use crate::logic::question::{AnswerSet, QuestionInfo};
use crate::source::Verification;

/// Is a guideline asked unless the caller says otherwise?
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Always asked.
    Current,
    /// Superseded or experimental: asked only when the caller includes it.
    OnRequest,
}

impl Standing {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::OnRequest => "on_request",
        }
    }
}

/// A guideline, or another named authority for a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GuidelineInfo {
    /// Stable id.
    pub id: Cow<'static, str>,
    /// Title in words.
    pub title: Cow<'static, str>,
    /// Asked by default?
    pub standing: Standing,
}

impl GuidelineInfo {
    /// A guideline that is always asked.
    pub const fn new(id: &'static str, title: &'static str) -> Self {
        Self { id: Cow::Borrowed(id), title: Cow::Borrowed(title), standing: Standing::Current }
    }

    /// A guideline that is asked only on request.
    pub const fn on_request(id: &'static str, title: &'static str) -> Self {
        Self { id: Cow::Borrowed(id), title: Cow::Borrowed(title), standing: Standing::OnRequest }
    }
}

/// A table as a guideline file writes it.
#[derive(Clone, Copy, Debug)]
pub struct TableData {
    /// The question.
    pub question: &'static QuestionInfo,
    /// Whose answer.
    pub guideline: &'static GuidelineInfo,
    /// First match from the top; the last one always matches.
    pub rules: &'static [RuleData],
}

/// A rule as a guideline file writes it.
#[derive(Clone, Copy, Debug)]
pub struct RuleData {
    /// Name within its table.
    pub name: &'static str,
    /// When it applies.
    pub when: Condition,
    /// What it answers.
    pub answers: AnswerSet,
    /// Flags it raises.
    pub flags: &'static [Flag],
    /// Where it stands.
    pub cites: &'static [Cite],
    /// How far it was checked.
    pub verification: Verification,
    /// How strongly its actions are recommended.
    pub grades: &'static [Grade],
    /// A remark for the reader.
    pub note: &'static str,
}

/// A flag as a guideline file writes it.
#[derive(Clone, Copy, Debug)]
pub struct Flag {
    /// Stable code.
    pub code: &'static str,
    /// When it is raised.
    pub raised: Raised,
}

/// When a flag of a rule that certainly applies is raised.
#[derive(Clone, Copy, Debug)]
pub enum Raised {
    /// When this certainly holds.
    When(Condition),
    /// Unless this certainly holds: what is not known raises it.
    Unless(Condition),
}

impl Flag {
    /// Raised whenever the rule applies.
    pub const fn always(code: &'static str) -> Self {
        Self { code, raised: Raised::When(Condition::Always) }
    }

    /// Raised when the rule applies and this certainly holds.
    pub const fn when(code: &'static str, when: Condition) -> Self {
        Self { code, raised: Raised::When(when) }
    }

    /// Raised when the rule applies, unless this certainly holds.
    pub const fn unless(code: &'static str, unless: Condition) -> Self {
        Self { code, raised: Raised::Unless(unless) }
    }
}

/// A place in a source.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cite {
    /// Id in the bibliography.
    pub source: &'static str,
    /// Where in it.
    pub locator: &'static str,
}

/// A place in a source.
pub const fn cite(source: &'static str, locator: &'static str) -> Cite {
    Cite { source, locator }
}

/// How strongly an action is recommended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Grade {
    /// The action.
    pub action: &'static str,
    /// Strength; empty where none is given.
    pub strength: &'static str,
    /// Certainty; empty where none is given.
    pub certainty: &'static str,
}

/// A rule with a condition and an answer; the rest is added with the methods below.
pub const fn rule(
    name: &'static str,
    when: Condition,
    answers: AnswerSet,
    verification: Verification,
    cites: &'static [Cite],
) -> RuleData {
    RuleData { name, when, answers, flags: &[], cites, verification, grades: &[], note: "" }
}

impl RuleData {
    /// With flags.
    #[must_use]
    pub const fn flags(self, flags: &'static [Flag]) -> Self {
        Self { flags, ..self }
    }

    /// With grades.
    #[must_use]
    pub const fn grades(self, grades: &'static [Grade]) -> Self {
        Self { grades, ..self }
    }

    /// With a remark.
    #[must_use]
    pub const fn note(self, note: &'static str) -> Self {
        Self { note, ..self }
    }
}
