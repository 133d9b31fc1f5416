//! A knowledge of one's own: some of the built-in tables, own ones, and limits changed by name.

use alloc::borrow::{Cow, ToOwned};
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;

use serde::{Serialize, Serializer};

use super::Knowledge;
use super::own::{Own, OwnSource};
use crate::fact::Fact;
use crate::knowledge::alert;
use crate::knowledge::assumption::{self, Assumption};
use crate::knowledge::guideline::flag_text;
use crate::logic::authoring::TableData;
use crate::logic::condition::{Case, Expression, Limit, NumberTest};
use crate::logic::table::{CompileError, RuleBookError, Table};
use crate::measure::number::Number;
use crate::measure::suggest::closest;

/// A limit that was changed by name.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct LimitChange {
    /// The rule, `guideline/question/name`.
    pub rule: String,
    /// The fact.
    #[serde(serialize_with = "id")]
    pub fact: Fact,
    /// What it was, in the fact's unit.
    #[serde(serialize_with = "number")]
    pub from: f64,
    /// What it is now.
    #[serde(serialize_with = "number")]
    pub to: f64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
fn id<S: Serializer>(fact: &Fact, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(fact.id())
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
fn number<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    Number(*value).serialize(serializer)
}

/// Why a knowledge cannot be made.
#[derive(Clone, PartialEq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum KnowledgeError {
    /// No rule has this id.
    #[error("there is no rule `{rule}`{}", near.as_ref().map(|own| alloc::format!(": did you mean `{own}`?")).unwrap_or_default())]
    UnknownRule {
        /// What was given.
        rule: String,
        /// The id most like it.
        near: Option<String>,
    },
    /// The rule does not compare this fact with a limit.
    #[error("rule `{rule}` has no limit of `{fact}`; it has limits of: {}", has.join(", "))]
    NoLimit {
        /// The rule.
        rule: String,
        /// The fact asked for; empty where none was named.
        fact: String,
        /// The facts that it does compare.
        has: Vec<&'static str>,
    },
    /// The rule compares the fact with several limits, or with one in the fact's second unit alone: which is meant?
    #[error(
        "rule `{rule}` has more than one limit of `{fact}`, or one in another unit: change it in a rule book"
    )]
    NotOneLimit {
        /// The rule.
        rule: String,
        /// The fact.
        fact: Fact,
    },
    /// No number that the fact can be.
    #[error("{value} is no limit of `{fact}`; accepted: above {} to {}", range.0, range.1)]
    OutOfRange {
        /// The fact.
        fact: Fact,
        /// What was given.
        value: f64,
        /// All the numbers that the fact can be.
        range: (f64, f64),
    },
    /// A source or a flag that is there already: its meaning is not changed.
    #[error("`{0}` is there already")]
    GivenTwice(String),
    /// An assumption whose conditions cannot be compiled.
    #[error("the conditions of the assumption `{0}` are too large")]
    AssumptionTooLarge(String),
    /// A table, or a rule book.
    #[error(transparent)]
    Tables(#[from] RuleBookError),
}

/// Makes a [`Knowledge`]. What is wrong with any step is said by [`build`](Self::build), which compiles what is new.
///
/// ```
/// use ekbom::fact::Fact;
/// use ekbom::knowledge::{Knowledge, KnowledgeError};
///
/// let own = Knowledge::builder().with_limit("aasm-2025/iron.therapy/stores-low", Fact::Ferritin, 50.0).build()?;
/// assert_eq!(own.changes()[0].from, 75.0);
/// assert_ne!(own.hash(), Knowledge::builtin().hash());
///
/// let misspelt = Knowledge::builder().with_limit("aasm-2025/iron.theraphy/stores-low", Fact::Ferritin, 50.0);
/// let error = misspelt.build().unwrap_err();
/// assert!(error.to_string().contains("did you mean `aasm-2025/iron.therapy/stores-low`?"));
/// # Ok::<(), KnowledgeError>(())
/// ```
#[derive(Clone, Debug)]
pub struct KnowledgeBuilder {
    version: Cow<'static, str>,
    tables: Vec<Table>,
    limits: Vec<(String, Option<Fact>, f64)>,
    changes: Vec<LimitChange>,
    own: Own,
    error: Option<KnowledgeError>,
}

impl KnowledgeBuilder {
    pub(super) fn new(from: &Knowledge) -> Self {
        Self {
            version: Cow::Owned(from.version().to_owned()),
            tables: from.tables().to_vec(),
            limits: Vec::new(),
            changes: from.changes().to_vec(),
            own: from.own().clone(),
            error: None,
        }
    }

    /// What its version is called.
    #[must_use]
    pub fn version(mut self, version: &str) -> Self {
        self.version = Cow::Owned(version.to_owned());
        self
    }

    /// Only those tables of the ones there are so far. A table left out can no longer answer, and one that asks it
    /// still knows its rules.
    #[must_use]
    pub fn only(mut self, wanted: impl Fn(&Table) -> bool) -> Self {
        self.tables.retain(wanted);
        self
    }

    /// Says what a source is that rules cite and the bibliography does not have: assessments and reports name it so.
    #[must_use]
    pub fn source(mut self, source: OwnSource) -> Self {
        let known = crate::source::brief(&source.id).is_some();
        if known || self.own.sources.iter().any(|own| own.id == source.id) {
            self.fail(KnowledgeError::GivenTwice(source.id));
            return self;
        }
        self.own.sources.push(source);
        self
    }

    /// Says in words what a flag of one's own rules means.
    #[must_use]
    pub fn flag(mut self, code: &str, says: &str) -> Self {
        let known = flag_text(code).is_some() || alert::find(code).is_some();
        if known || self.own.flags.iter().any(|(own, _)| own == code) {
            self.fail(KnowledgeError::GivenTwice(code.to_owned()));
            return self;
        }
        self.own.flags.push((code.to_owned(), says.to_owned()));
        self
    }

    /// Adds what is usually so of the people one sees. As with the built-in ones, the exact answer stays beside it, facts
    /// that were stated are never narrowed, and the safety of iron does not hear of it. It is in the hash, and is made
    /// wherever [`Assume::Usual`](crate::assess::Assume::Usual) is.
    ///
    /// ```
    /// use ekbom::fact::{Fact, Options};
    /// use ekbom::knowledge::assumption::{Assumption, Narrowed, Narrowing, When};
    /// use ekbom::source::Verification;
    /// use ekbom::{Guideline, Knowledge, Patient, Question, assess};
    ///
    /// const UNSAID: &[When] = &[When::Unsaid(&[Fact::Dialysis, Fact::Esrd])];
    /// /// The clinic sees nobody on dialysis: there is a unit for that.
    /// const NO_DIALYSIS: Assumption = Assumption {
    ///     id: "no_dialysis_in_this_clinic",
    ///     says: "Nobody on dialysis is seen in this clinic.",
    ///     narrows: &[
    ///         Narrowing { to: Narrowed::Options(Fact::Dialysis, Options::NO), when: UNSAID },
    ///         Narrowing { to: Narrowed::Options(Fact::Esrd, Options::NO), when: UNSAID },
    ///     ],
    ///     cites: &[],
    ///     verification: Verification::Derived,
    /// };
    /// let own = Knowledge::builder().assumption(&NO_DIALYSIS).build()?;
    /// assert_ne!(own.hash(), Knowledge::builtin().hash());
    /// let patient = Patient::from_json(r#"{"age_years": 58, "labs": [
    ///     {"analyte": "ferritin", "value": 38, "unit": "ng/mL"}, {"analyte": "creatinine", "value": 2.4, "unit": "mg/dL"}]}"#)?;
    /// let made = assess(&own, &patient);
    /// let position = made.position(Question::IronTherapy, &Guideline::Aasm2025)?;
    /// let usual = position.usual.as_ref().ok_or("nothing is assumed")?;
    /// assert!(usual.assuming.iter().any(|id| id == NO_DIALYSIS.id) && usual.possible.len() < position.possible.len());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn assumption(mut self, assumption: &'static Assumption) -> Self {
        let id = assumption.id;
        if assumption::find(id).is_some() || self.own.assumptions.iter().any(|own| own.id == id) {
            self.fail(KnowledgeError::GivenTwice(id.to_owned()));
            return self;
        }
        if !assumption.compiles() {
            self.fail(KnowledgeError::AssumptionTooLarge(id.to_owned()));
            return self;
        }
        self.own.assumptions.push(assumption);
        self
    }

    /// Adds a table written in Rust.
    #[must_use]
    pub fn table(mut self, data: &TableData) -> Self {
        let name = || alloc::format!("{}@{}", data.question.id, data.guideline.id);
        match Table::try_from(data) {
            Ok(table) => self.add(table),
            Err(error) => self.fail(RuleBookError::Table { table: name(), error }),
        }
        self
    }

    /// The tables so far, which one that is added may ask.
    pub(crate) fn tables(&self) -> &[Table] {
        &self.tables
    }

    pub(crate) fn fail(&mut self, error: impl Into<KnowledgeError>) {
        self.error.get_or_insert_with(|| error.into());
    }

    /// Puts a table behind the last of its question.
    pub(crate) fn add(&mut self, table: Table) {
        if self.tables.iter().any(|own| own.is_of(table.question.id, &table.guideline.id)) {
            return self.fail(RuleBookError::GivenTwice(table.name()));
        }
        let last = self.tables.iter().rposition(|own| own.question.id == table.question.id);
        self.tables.insert(last.map_or(self.tables.len(), |place| place + 1), table);
    }

    /// Changes the limit of a fact in a rule, in the fact's unit. Every table that asks this one asks it as changed;
    /// the change is listed in [`Knowledge::changes`] and in each assessment, and is in the hash.
    #[must_use]
    pub fn with_limit(mut self, rule: &str, fact: Fact, value: f64) -> Self {
        self.limits.push((rule.to_owned(), Some(fact), value));
        self
    }

    /// Changes the only limit of a rule that compares one fact.
    #[must_use]
    pub fn with_only_limit(mut self, rule: &str, value: f64) -> Self {
        self.limits.push((rule.to_owned(), None, value));
        self
    }

    /// Makes the changes, and compiles the tables that they touch.
    ///
    /// # Errors
    /// The first thing that was wrong.
    pub fn build(self) -> Result<Knowledge, KnowledgeError> {
        let Self { version, mut tables, limits, mut changes, own, error } = self;
        if let Some(error) = error {
            return Err(error);
        }
        let mut touched = Vec::new();
        for (rule, fact, value) in limits {
            let (place, change) = change(&mut tables, &rule, fact, value)?;
            touched.push(place);
            changes.push(change);
        }
        refresh(&mut tables, touched)?;
        Ok(Knowledge::with_hash(version, tables, changes, own, None))
    }
}

/// Changes one limit; says in which table.
fn change(
    tables: &mut [Table],
    id: &str,
    fact: Option<Fact>,
    value: f64,
) -> Result<(usize, LimitChange), KnowledgeError> {
    let ids = || tables.iter().flat_map(|table| table.rules.iter().map(|rule| rule.id.as_str()));
    let near = closest(id, ids()).map(ToString::to_string);
    let unknown = || KnowledgeError::UnknownRule { rule: id.to_owned(), near };
    let is_of = |table: &Table| table.rules.iter().any(|rule| rule.id == id);
    let place = tables.iter().position(is_of).ok_or_else(unknown.clone())?;
    let found = tables.get_mut(place).and_then(|table| table.rules.iter_mut().find(|rule| rule.id == id));
    let rule = found.ok_or_else(unknown)?;
    let mut tests: Vec<&mut NumberTest> = Vec::new();
    numbers(&mut rule.when, &mut tests);
    let mut has: Vec<Fact> = tests.iter().map(|test| test.fact).collect();
    has.dedup();
    let missing = || KnowledgeError::NoLimit {
        rule: id.to_owned(),
        fact: fact.map(|fact| fact.id().to_owned()).unwrap_or_default(),
        has: has.iter().map(|fact| fact.id()).collect(),
    };
    let fact = match (fact, has.as_slice()) {
        (Some(fact), own) if own.contains(&fact) => fact,
        (None, [only]) => *only,
        _ => return Err(missing()),
    };
    tests.retain(|test| test.fact == fact);
    let several = || KnowledgeError::NotOneLimit { rule: id.to_owned(), fact };
    let [test] = tests.as_mut_slice() else { return Err(several()) };
    let (from, to) = match test.limit {
        // One printed in both units becomes one in the fact's own: the other unit's would no longer be the same.
        Limit::One(limit) | Limit::Both(limit, _) => (limit, Limit::One(value)),
        Limit::Guarded(limit) => (limit, Limit::Guarded(value)),
        Limit::Second(_) => return Err(several()),
    };
    let range = fact.readings().next().map(|reading| reading.axis.range());
    let range = range.map_or((0.0, 0.0), |range| (range.low(), range.high()));
    let made = NumberTest::new(fact, test.comparison, to);
    let made = made.filter(|_| (range.0..=range.1).contains(&value));
    **test = made.ok_or(KnowledgeError::OutOfRange { fact, value, range })?;
    Ok((place, LimitChange { rule: id.to_owned(), fact, from, to: value }))
}

/// The comparisons of a rule, without those of the tables that it asks.
fn numbers<'e>(expression: &'e mut Expression, found: &mut Vec<&'e mut NumberTest>) {
    match expression {
        Expression::Number(test) => found.push(test),
        Expression::All(items) | Expression::Any(items) => {
            items.iter_mut().for_each(|item| numbers(item, found));
        }
        Expression::Not(item) => numbers(item, found),
        Expression::Always | Expression::Option(_) | Expression::Answer(_) => {}
    }
}

/// Compiles the tables that were changed, and those that ask them, and those that ask these.
fn refresh(tables: &mut [Table], mut touched: Vec<usize>) -> Result<(), KnowledgeError> {
    while let Some(place) = touched.pop() {
        let Some(table) = tables.get(place) else { continue };
        let name = table.name();
        let made = Table::new(table.question, table.guideline.clone(), table.rules.clone())
            .map_err(|error: CompileError| RuleBookError::Table { table: name, error })?;
        let cases: Arc<[Case]> = made
            .rules
            .iter()
            .map(|rule| Case { condition: rule.when.clone(), answers: rule.answers })
            .collect();
        let mut key = BTreeMap::new();
        key.insert((made.question.id.to_owned(), made.guideline.id.to_string()), cases);
        if let Some(own) = tables.get_mut(place) {
            *own = made;
        }
        for (other, table) in tables.iter_mut().enumerate() {
            let mut renewed = false;
            for rule in &mut table.rules {
                let flags = rule.flags.iter_mut().map(|flag| &mut flag.when);
                for expression in flags.chain([&mut rule.when]) {
                    renewed |= renew(expression, &key);
                }
            }
            if renewed && !touched.contains(&other) {
                touched.push(other);
            }
        }
    }
    Ok(())
}

/// Gives a condition the rules of a table as they are now; says whether it asks that table.
fn renew(expression: &mut Expression, key: &BTreeMap<(String, String), Arc<[Case]>>) -> bool {
    match expression {
        Expression::All(items) | Expression::Any(items) => {
            items.iter_mut().fold(false, |any, item| renew(item, key) | any)
        }
        Expression::Not(item) => renew(item, key),
        Expression::Answer(test) => match key.get(&(test.question.to_string(), test.guideline.to_string())) {
            Some(cases) => {
                test.cases = Arc::clone(cases);
                true
            }
            None => false,
        },
        Expression::Always | Expression::Option(_) | Expression::Number(_) => false,
    }
}
