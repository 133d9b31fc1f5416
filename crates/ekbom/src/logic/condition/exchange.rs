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
use crate::measure::unit::Unit;

/// A condition as JSON: exactly one thing, as read once.
#[derive(Clone)]
pub(crate) enum Document {
    Always,
    All(Vec<Document>),
    Any(Vec<Document>),
    Not(Box<Document>),
    AnswerOf(AnswerOf),
    /// Something that a fact is asked.
    Fact(String, Asked),
}

/// What a fact is asked.
#[derive(Clone)]
pub(crate) enum Asked {
    Is(Vec<String>),
    Reported(bool),
    AgainstLaboratoryLimits(Vec<String>),
    Compare(Comparison, Number, String, Option<OtherLimit>),
    /// The same of what guards read.
    Guarded(Comparison, Number, String),
}

/// Another table's answer.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AnswerOf {
    question: String,
    guideline: String,
    #[serde(rename = "in")]
    pub(super) codes: Vec<String>,
}

/// The limit that counts when the result came in the fact's second unit.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OtherLimit {
    unit: String,
    limit: Number,
}

/// What is wrong with a condition that was read.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ConditionError {
    /// Nothing, or more than one thing, was said.
    #[error("a flag is raised `when` something holds or `unless` it does: say one of them")]
    NotOneThing,
    /// Every value of a fact, or none: nothing is asked.
    #[error("`{0}` is asked for every value it can have, or for none: that asks nothing")]
    AsksNothing(&'static str),
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
        let list = |items: &[Self]| items.iter().map(|item| item.read(find)).collect::<Result<Vec<_>, _>>();
        match self {
            Self::Always => Ok(Expression::Always),
            Self::All(items) => list(items).map(Expression::All),
            Self::Any(items) => list(items).map(Expression::Any),
            Self::Not(item) => item.read(find).map(|item| Expression::Not(Box::new(item))),
            Self::AnswerOf(other) => other.read(find),
            Self::Fact(id, asked) => {
                asked.read(Fact::from_id(id).ok_or_else(|| ConditionError::UnknownFact(id.to_owned()))?)
            }
        }
    }
}

impl Asked {
    fn read(&self, fact: Fact) -> Result<Expression, ConditionError> {
        let misfit = |asked: &str| ConditionError::DoesNotFit { fact: fact.id(), asked: asked.to_owned() };
        let one_of = |part, codes: &[String]| {
            let axis = fact.choice_axis(part).ok_or_else(|| misfit("is"))?;
            let mut options = 0;
            for code in codes {
                let place = axis.codes().iter().position(|own| own == code).ok_or_else(|| misfit(code))?;
                options |= 1 << place;
            }
            if options == 0 || options == axis.domain().0 {
                return Err(ConditionError::AsksNothing(fact.id()));
            }
            Ok(Expression::Option(OptionTest { axis, options: Options(options) }))
        };
        match self {
            Self::Is(codes) => one_of(Part::Value, codes),
            Self::AgainstLaboratoryLimits(codes) => one_of(Part::Band, codes),
            Self::Reported(reported) => {
                let axis = fact.choice_axis(Part::Reported).ok_or_else(|| misfit("reported"))?;
                Ok(Expression::Option(OptionTest { axis, options: Options::flag(*reported) }))
            }
            Self::Guarded(comparison, limit, unit) => {
                let test = (unit == fact.info().unit)
                    .then(|| NumberTest::new(fact, *comparison, Limit::Guarded(limit.0)))
                    .flatten();
                test.map(Expression::Number).ok_or_else(|| misfit("guarded"))
            }
            Self::Compare(comparison, first, unit, other) => {
                let (own, second) = (fact.info().unit, second_unit(fact));
                let limit = match other {
                    None if unit == own => Limit::One(first.0),
                    None if Some(unit.as_str()) == second => Limit::Second(first.0),
                    Some(other) if unit == own && Some(other.unit.as_str()) == second => {
                        Limit::Both(first.0, other.limit.0)
                    }
                    Some(other) if unit == own => return Err(misfit(&other.unit)),
                    // Any other unit of the analyte: by the same conversion as a result that is reported in it.
                    None => Limit::One(in_own_unit(fact, first.0, unit).ok_or_else(|| misfit(unit))?),
                    Some(_) => return Err(misfit(unit)),
                };
                let test = NumberTest::new(fact, *comparison, limit);
                test.map(Expression::Number).ok_or_else(|| misfit(comparison.code()))
            }
        }
    }
}

/// A limit in the fact's unit, from another unit in which its analyte is reported.
fn in_own_unit(fact: Fact, limit: f64, unit: &str) -> Option<f64> {
    let analyte = fact.analyte()?;
    analyte.convert(limit, Unit::parse(unit)?, analyte.info().canonical)
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
        if set.is_empty() {
            return Err(ConditionError::AsksNothing(question.id));
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
        let list = |items: &[Expression]| items.iter().map(Self::from).collect();
        match expression {
            Expression::Always => Self::Always,
            Expression::All(items) => Self::All(list(items)),
            Expression::Any(items) => Self::Any(list(items)),
            Expression::Not(item) => Self::Not(Box::new(Self::from(item.as_ref()))),
            Expression::Answer(test) => Self::AnswerOf(AnswerOf {
                question: test.question.to_string(),
                guideline: test.guideline.to_string(),
                codes: test.codes.iter().map(ToString::to_string).collect(),
            }),
            Expression::Option(test) => {
                let all = test.axis.codes().iter().zip(0..).filter(|(_, i)| test.options.has(*i));
                let codes = all.map(|(code, _)| (*code).to_owned()).collect();
                let asked = match test.axis.part() {
                    Part::Reported => Asked::Reported(test.options == Options::YES),
                    Part::Band => Asked::AgainstLaboratoryLimits(codes),
                    Part::Value | Part::Unit | Part::BySex => Asked::Is(codes),
                };
                Self::Fact(test.axis.fact().id().to_owned(), asked)
            }
            Expression::Number(test) => {
                let (first, second) = (test.fact.info().unit, second_unit(test.fact).unwrap_or_default());
                let id = test.fact.id().to_owned();
                let (unit, limit, other) = match test.limit {
                    Limit::Guarded(limit) => {
                        return Self::Fact(
                            id,
                            Asked::Guarded(test.comparison, Number(limit), first.to_owned()),
                        );
                    }
                    Limit::One(limit) => (first, limit, None),
                    Limit::Second(limit) => (second, limit, None),
                    Limit::Both(limit, other) => (first, limit, Some(other)),
                };
                let other = other.map(|limit| OtherLimit { unit: second.to_owned(), limit: Number(limit) });
                let asked = Asked::Compare(test.comparison, Number(limit), unit.to_owned(), other);
                Self::Fact(id, asked)
            }
        }
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
    use alloc::format;

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
    fn a_condition_is_one_thing_and_nothing_beside_it() {
        for (json, says) in [
            (r#"{"all":[{"always":true}],"below":30,"unit":"ng/mL"}"#, "`below` has no place beside `all`"),
            (r#"{"always":true,"below":30}"#, "`below` has no place beside `always`"),
            (r#"{"always":false}"#, "`always` is true"),
            (r#"{"fact":"dialysis","is":["no"],"reported":true}"#, "`reported` has no place beside `is`"),
            (r#"{"fact":"dialysis","is":["no"],"unit":"%"}"#, "`unit` has no place beside `is`"),
            (
                r#"{"fact":"ferritin","below":1,"above":2,"unit":"ng/mL"}"#,
                "`above` has no place beside `below`",
            ),
            (r#"{"fact":"ferritin"}"#, "one thing"),
            (r#"{"below":1,"unit":"ng/mL"}"#, "one thing"),
            (r#"{}"#, "one thing"),
            (r#"{"fact":"folate_serum","below":7}"#, "a limit needs its `unit`"),
            (r#"{"fact":"dialysis","is":[]}"#, "`is` names nothing"),
            (r#"{"fact":"dialysis","is":["no","no"]}"#, "names `no` twice"),
            (r#"{"answer_of":{"question":"a","guideline":"b","in":[]}}"#, "`in` names nothing"),
            (r#"{"fact":"dialysis","fact":"esrd","is":["no"]}"#, "`fact` stands twice"),
            (r#"{"not":{"any":[{"fcat":"dialysis"}]}}"#, "`fcat`"),
        ] {
            let error = serde_json::from_str::<Document>(json).err().unwrap().to_string();
            assert!(error.contains(says) && error.contains("line 1 column"), "{json}: {error}");
        }
        let both = read(r#"{"fact":"dialysis","is":["no","yes"]}"#);
        assert_eq!(both, Err(ConditionError::AsksNothing("dialysis")));
    }

    /// A result that is the limit, in the unit of the limit, meets it exactly.
    #[test]
    fn a_limit_may_be_in_any_unit_of_its_analyte() {
        for analyte in crate::measure::analyte::Analyte::ALL {
            let (Some(fact), info) = (analyte.fact(), analyte.info()) else { panic!("{analyte}") };
            for own in info.units {
                let unit = own.unit;
                let limit = analyte.convert(info.hard.low.max(1e-3) * 3.0, info.canonical, unit).unwrap();
                let json = format!(r#"{{"fact":"{fact}","at_most":{limit},"unit":"{unit}"}}"#);
                let Ok(Expression::Number(test)) = read(&json) else { panic!("{json}") };
                if let Limit::One(made) = test.limit {
                    assert_eq!(
                        made.to_bits(),
                        analyte.to_canonical(limit, unit).unwrap().to_bits(),
                        "{json}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_unit_that_does_not_fit_is_refused() {
        for json in [
            r#"{"fact":"folate_serum","below":7,"unit":"pmol/L"}"#,
            r#"{"fact":"ferritin","below":7,"unit":"nmol/L"}"#,
            r#"{"fact":"folate_serum","below":7,"unit":"nmol/L","if_reported_in":{"unit":"ng/mL","limit":3}}"#,
            r#"{"fact":"ferritin","below":7,"unit":"ng/mL","if_reported_in":{"unit":"pmol/L","limit":3}}"#,
        ] {
            assert!(matches!(read(json), Err(ConditionError::DoesNotFit { .. })), "{json}");
        }
    }
}
