//! Conditions as JSON: the form in which rules are exported, read back, compared and changed by other tools.

use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize, Serializer};

use super::expression::{AnswerTest, Expression, NumberTest, OptionTest};
use super::{Case, Comparison, Limit};
use crate::fact::{Fact, Kind, Options, Part};
use crate::logic::question::{AnswerSet, QuestionInfo};
use crate::measure::number::Number;

/// A condition as JSON; exactly one way of saying something is filled in.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Document {
    #[serde(skip_serializing_if = "Option::is_none")]
    always: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    all: Option<Vec<Document>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    any: Option<Vec<Document>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not: Option<Box<Document>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer_of: Option<AnswerOf>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fact: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reported: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    against_laboratory_limits: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    below: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_most: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_least: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    above: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    if_reported_in: Option<OtherLimit>,
}

/// Another table's answer.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerOf {
    question: String,
    guideline: String,
    #[serde(rename = "in")]
    codes: Vec<String>,
}

/// The limit that counts when the result came in the fact's second unit.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct OtherLimit {
    unit: String,
    limit: Number,
}

/// What is wrong with a condition that was read.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ConditionError {
    /// Nothing, or more than one thing, was said.
    #[error("a condition says exactly one thing: `all`, `any`, `not`, `always`, `answer_of` or a `fact`")]
    NotOneThing,
    /// No such fact.
    #[error("`{0}` is not a fact")]
    UnknownFact(String),
    /// The fact cannot be asked this.
    #[error("`{fact}` cannot be asked for `{asked}`")]
    DoesNotFit {
        /// The fact.
        fact: &'static str,
        /// What was asked.
        asked: String,
    },
    /// Another table that is not there, or not yet.
    #[error("there is no earlier table `{question}@{guideline}`")]
    UnknownTable {
        /// Its question.
        question: String,
        /// Its guideline.
        guideline: String,
    },
}

/// The cases of an earlier table, for conditions that ask its answer.
pub(crate) type FindTable<'f> = dyn Fn(&str, &str) -> Option<(&'static QuestionInfo, Arc<[Case]>)> + 'f;

impl Document {
    pub(crate) fn read(&self, find: &FindTable<'_>) -> Result<Expression, ConditionError> {
        let said = [
            self.always.is_some(),
            self.all.is_some(),
            self.any.is_some(),
            self.not.is_some(),
            self.answer_of.is_some(),
            self.fact.is_some(),
        ];
        if said.iter().filter(|said| **said).count() != 1 {
            return Err(ConditionError::NotOneThing);
        }
        let list = |items: &[Self]| items.iter().map(|item| item.read(find)).collect::<Result<Vec<_>, _>>();
        if let Some(items) = &self.all {
            return list(items).map(Expression::All);
        }
        if let Some(items) = &self.any {
            return list(items).map(Expression::Any);
        }
        if let Some(item) = &self.not {
            return item.read(find).map(|item| Expression::Not(Box::new(item)));
        }
        if let Some(other) = &self.answer_of {
            return other.read(find);
        }
        match &self.fact {
            Some(id) => self.read_fact(id),
            None if self.always == Some(true) => Ok(Expression::Always),
            None => Ok(Expression::never()),
        }
    }

    fn read_fact(&self, id: &str) -> Result<Expression, ConditionError> {
        let fact = Fact::from_id(id).ok_or_else(|| ConditionError::UnknownFact(id.to_owned()))?;
        let misfit = |asked: &str| ConditionError::DoesNotFit { fact: fact.id(), asked: asked.to_owned() };
        let comparisons = [
            (Comparison::Below, &self.below),
            (Comparison::AtMost, &self.at_most),
            (Comparison::AtLeast, &self.at_least),
            (Comparison::Above, &self.above),
        ];
        let mut tests = Vec::new();
        for (comparison, limit) in comparisons {
            let Some(first) = limit else { continue };
            let unit = self.unit.as_deref().ok_or_else(|| misfit("a limit without a unit"))?;
            let second = second_unit(fact);
            let limit = match &self.if_reported_in {
                None if unit == fact.info().unit => Limit::One(first.0),
                None if Some(unit) == second => Limit::Second(first.0),
                Some(other) if unit == fact.info().unit && Some(other.unit.as_str()) == second => {
                    Limit::Both(first.0, other.limit.0)
                }
                Some(other) if unit == fact.info().unit => return Err(misfit(&other.unit)),
                _ => return Err(misfit(unit)),
            };
            let test = NumberTest::new(fact, comparison, limit);
            tests.push(Expression::Number(test.ok_or_else(|| misfit(comparison.code()))?));
        }
        for (part, codes) in [(Part::Value, &self.is), (Part::Band, &self.against_laboratory_limits)] {
            let Some(codes) = codes else { continue };
            let axis = fact.choice_axis(part).ok_or_else(|| misfit("is"))?;
            let mut options = 0;
            for code in codes {
                let place = axis.codes().iter().position(|own| own == code).ok_or_else(|| misfit(code))?;
                options |= 1 << place;
            }
            tests.push(Expression::Option(OptionTest { axis, options: Options(options) }));
        }
        if let Some(reported) = self.reported {
            let axis = fact.choice_axis(Part::Reported).ok_or_else(|| misfit("reported"))?;
            tests.push(Expression::Option(OptionTest { axis, options: Options::flag(reported) }));
        }
        match tests.pop() {
            Some(test) if tests.is_empty() => Ok(test),
            _ => Err(ConditionError::NotOneThing),
        }
    }
}

/// The second unit in which guidelines print limits of this fact.
fn second_unit(fact: Fact) -> Option<&'static str> {
    match fact.info().kind {
        Kind::Measured { second: Some(second), .. } => Some(second.unit),
        _ => None,
    }
}

impl AnswerOf {
    fn read(&self, find: &FindTable<'_>) -> Result<Expression, ConditionError> {
        let missing = || ConditionError::UnknownTable {
            question: self.question.clone(),
            guideline: self.guideline.clone(),
        };
        let (question, cases) = find(&self.question, &self.guideline).ok_or_else(missing)?;
        let mut set = AnswerSet::EMPTY;
        for code in &self.codes {
            let one = question.set_of(code);
            set =
                set.or(
                    one.ok_or_else(|| ConditionError::DoesNotFit { fact: question.id, asked: code.clone() })?
                );
        }
        Ok(Expression::Answer(AnswerTest {
            question: Cow::Owned(self.question.clone()),
            guideline: Cow::Owned(self.guideline.clone()),
            codes: question.codes(set).map(Cow::from).collect(),
            set,
            cases,
        }))
    }
}

impl From<&Expression> for Document {
    fn from(expression: &Expression) -> Self {
        let list = |items: &[Expression]| Some(items.iter().map(Self::from).collect());
        let mut made = Self::default();
        match expression {
            Expression::Always => made.always = Some(true),
            Expression::All(items) => made.all = list(items),
            Expression::Any(items) => made.any = list(items),
            Expression::Not(item) => made.not = Some(Box::new(Self::from(item.as_ref()))),
            Expression::Answer(test) => {
                made.answer_of = Some(AnswerOf {
                    question: test.question.to_string(),
                    guideline: test.guideline.to_string(),
                    codes: test.codes.iter().map(ToString::to_string).collect(),
                });
            }
            Expression::Option(test) => {
                made.fact = Some(test.axis.fact().id().to_owned());
                let codes = || {
                    let all = test.axis.codes().iter().zip(0..);
                    Some(
                        all.filter(|(_, i)| test.options.has(*i))
                            .map(|(code, _)| (*code).to_owned())
                            .collect(),
                    )
                };
                match test.axis.part() {
                    Part::Reported => made.reported = Some(test.options == Options::YES),
                    Part::Band => made.against_laboratory_limits = codes(),
                    Part::Value | Part::Unit | Part::BySex => made.is = codes(),
                }
            }
            Expression::Number(test) => {
                made.fact = Some(test.fact.id().to_owned());
                let (first, second) = (test.fact.info().unit, second_unit(test.fact).unwrap_or_default());
                let (unit, limit, other) = match test.limit {
                    Limit::One(limit) => (first, limit, None),
                    Limit::Second(limit) => (second, limit, None),
                    Limit::Both(limit, other) => (first, limit, Some(other)),
                };
                made.unit = Some(unit.to_owned());
                made.if_reported_in =
                    other.map(|limit| OtherLimit { unit: second.to_owned(), limit: Number(limit) });
                let place = match test.comparison {
                    Comparison::Below => &mut made.below,
                    Comparison::AtMost => &mut made.at_most,
                    Comparison::AtLeast => &mut made.at_least,
                    Comparison::Above => &mut made.above,
                };
                *place = Some(Number(limit));
            }
        }
        made
    }
}

impl Serialize for Expression {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Document::from(self).serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::logic::authoring::{Condition, at_most, printed, printed_in_second, yes};

    fn read(json: &str) -> Result<Expression, ConditionError> {
        serde_json::from_str::<Document>(json).unwrap().read(&|_, _| None)
    }

    #[test]
    fn a_limit_keeps_its_units() {
        let conditions: [(Condition, &str); 4] = [
            (yes(Fact::Dialysis), r#"{"fact":"dialysis","is":["yes"]}"#),
            (at_most(Fact::FolateSerum, 3.0), r#"{"fact":"folate_serum","at_most":3,"unit":"ng/mL"}"#),
            (
                printed(Fact::FolateSerum, Comparison::Below, 3.0, 6.8),
                r#"{"fact":"folate_serum","below":3,"unit":"ng/mL","if_reported_in":{"unit":"nmol/L","limit":6.8}}"#,
            ),
            (
                printed_in_second(Fact::FolateSerum, Comparison::Below, 7.0),
                r#"{"fact":"folate_serum","below":7,"unit":"nmol/L"}"#,
            ),
        ];
        for (condition, json) in conditions {
            let expression = Expression::from(&condition);
            assert_eq!(serde_json::to_string(&expression).unwrap(), json);
            assert_eq!(read(json).unwrap(), expression);
        }
    }

    #[test]
    fn a_unit_that_does_not_fit_is_refused() {
        for json in [
            r#"{"fact":"folate_serum","below":7}"#,
            r#"{"fact":"folate_serum","below":7,"unit":"pmol/L"}"#,
            r#"{"fact":"ferritin","below":7,"unit":"nmol/L"}"#,
            r#"{"fact":"folate_serum","below":7,"unit":"nmol/L","if_reported_in":{"unit":"ng/mL","limit":3}}"#,
            r#"{"fact":"ferritin","below":7,"unit":"ng/mL","if_reported_in":{"unit":"pmol/L","limit":3}}"#,
        ] {
            assert!(matches!(read(json), Err(ConditionError::DoesNotFit { .. })), "{json}");
        }
    }
}
