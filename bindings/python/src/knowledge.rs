//! A knowledge of one's own: limits that were moved, some of the tables, rules from a file.

use std::sync::Arc;

use ekbom::exchange::rules::{RuleBook, RuleBookError};
use ekbom::fact::Fact;
use ekbom::knowledge::{KnowledgeBuilder, KnowledgeError};
use pyo3::prelude::*;

use crate::KNOWLEDGE;
use crate::error::{ekbom as said, unknown};

/// Rules, compiled; `ekbom.Knowledge` makes them.
#[pyclass(frozen, module = "ekbom._ekbom")]
pub(crate) struct Knowledge {
    pub(crate) own: Arc<::ekbom::Knowledge>,
}

/// The knowledge that was given, or the built-in one.
pub(crate) fn or_built_in(given: Option<&Bound<'_, Knowledge>>) -> Arc<::ekbom::Knowledge> {
    given.map_or_else(|| Arc::clone(&KNOWLEDGE), |own| Arc::clone(&own.get().own))
}

fn made(builder: KnowledgeBuilder) -> PyResult<Knowledge> {
    let own = builder.build().map_err(|error| match error {
        KnowledgeError::UnknownRule { rule, near } => unknown("rule", &rule, near.as_deref()),
        KnowledgeError::NoLimit { ref fact, ref has, .. } if !fact.is_empty() => {
            unknown(&format!("fact with a limit in this rule ({error})"), fact, has.iter().copied())
        }
        other => said(&other.to_string()),
    })?;
    Ok(Knowledge { own: Arc::new(own) })
}

fn book(text: &str) -> PyResult<RuleBook> {
    RuleBook::from_json(text).map_err(|error: RuleBookError| said(&error.to_string()))
}

#[pymethods]
impl Knowledge {
    /// The knowledge that comes with the package.
    #[staticmethod]
    fn builtin() -> Self {
        Self { own: Arc::clone(&KNOWLEDGE) }
    }

    /// The rules of a book, and no others.
    #[staticmethod]
    fn from_rules(text: &str) -> PyResult<Self> {
        let own = book(text)?.compile().map_err(|error| said(&error.to_string()))?;
        Ok(Self { own: Arc::new(own) })
    }

    /// With the tables of a book added.
    fn with_rules(&self, text: &str) -> PyResult<Self> {
        made(self.own.to_builder().rules(&book(text)?))
    }

    /// With a limit of a rule moved, in the unit of the fact.
    #[pyo3(signature = (rule: "str", value: "float", fact: "str | None" = None) -> "Knowledge")]
    fn with_limit(&self, rule: &str, value: f64, fact: Option<&str>) -> PyResult<Self> {
        let builder = self.own.to_builder();
        let Some(name) = fact else { return made(builder.with_only_limit(rule, value)) };
        let fact =
            Fact::from_id(name).ok_or_else(|| unknown("fact", name, Fact::ALL.iter().map(|own| own.id())))?;
        made(builder.with_limit(rule, fact, value))
    }

    /// With the tables named, and no others.
    #[pyo3(signature = (tables: "list[str]") -> "Knowledge")]
    fn only(&self, tables: Vec<String>) -> PyResult<Self> {
        made(self.own.to_builder().only(|table| tables.contains(&table.name())))
    }

    /// Version and fingerprint.
    fn name(&self) -> (&str, &str) {
        (self.own.version(), self.own.hash())
    }

    /// Every table as question and guideline, in order.
    fn tables(&self) -> Vec<(&str, String)> {
        self.own.tables().iter().map(|table| (table.question.id, table.guideline.id.to_string())).collect()
    }

    /// The limits that were moved: rule, fact, what it was, what it is.
    fn changes(&self) -> Vec<(&str, &str, f64, f64)> {
        self.own.changes().iter().map(|own| (own.rule.as_str(), own.fact.id(), own.from, own.to)).collect()
    }

    /// For each moved limit that a neighbouring rule now catches: the rule, and those rules.
    fn caught(&self) -> Vec<(String, Vec<String>, String)> {
        let caught = self.own.caught(&KNOWLEDGE);
        let by = |rules: &[&str]| rules.iter().map(|rule| (*rule).to_owned()).collect();
        caught.iter().map(|own| (own.change.rule.clone(), by(&own.by), own.says())).collect()
    }

    /// The rules as JSON.
    fn rules_json(&self) -> String {
        RuleBook::of(&self.own).to_json()
    }
}

/// The unit of a fact that is a number.
#[pyfunction]
#[pyo3(signature = (fact: "str") -> "str")]
pub(crate) fn fact_unit(fact: &str) -> String {
    Fact::from_id(fact).map(|fact| fact.info().unit.to_owned()).unwrap_or_default()
}
