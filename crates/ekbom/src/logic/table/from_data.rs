//! From a guideline file's constants to a table.

use super::{CompileError, Rule, RuleCite, RuleFlag, RuleGrade, Table};
use crate::logic::authoring::{Raised, RuleData, TableData};
use crate::logic::condition::Expression;

impl Rule {
    fn new(data: &RuleData, table: &TableData) -> Self {
        Self {
            id: alloc::format!("{}/{}/{}", table.guideline.id, table.question.id, data.name).into(),
            when: Expression::from(&data.when),
            answers: data.answers,
            flags: data
                .flags
                .iter()
                .map(|flag| match &flag.raised {
                    Raised::When(when) => {
                        RuleFlag { code: flag.code.into(), when: Expression::from(when), unless: false }
                    }
                    Raised::Unless(when) => {
                        RuleFlag { code: flag.code.into(), when: Expression::from(when), unless: true }
                    }
                })
                .collect(),
            cites: data
                .cites
                .iter()
                .map(|cite| RuleCite { source: cite.source.into(), locator: cite.locator.into() })
                .collect(),
            verification: data.verification,
            grades: data
                .grades
                .iter()
                .map(|grade| RuleGrade {
                    action: grade.action.into(),
                    strength: grade.strength.into(),
                    certainty: grade.certainty.into(),
                })
                .collect(),
            note: data.note.into(),
        }
    }
}

impl TryFrom<&TableData> for Table {
    type Error = CompileError;

    fn try_from(data: &TableData) -> Result<Self, Self::Error> {
        let rules = data.rules.iter().map(|rule| Rule::new(rule, data)).collect();
        Self::new(data.question, data.guideline.clone(), rules)
    }
}
