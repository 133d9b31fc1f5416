//! What holds for the whole cohort, and which groups are complete.

use ekbom::assess::intake::FROM_MEDICINES;
use ekbom::fact::{Fact, Group, Kind, YesNo};
use ekbom::patient::{CompleteGroup, Patient, PatientBuilder, Sex, Trimester};

use crate::error::CohortError;
use crate::map::{CohortMap, Scalar};

/// The fact of a key under `items`, if it may be stated.
pub(crate) fn item(key: &str) -> Option<Fact> {
    Fact::from_id(key).filter(|fact| {
        matches!(fact.info().group, Group::Symptoms | Group::History) || *fact == Fact::EthnicityBlack
    })
}

/// The groups declared complete.
pub(crate) fn complete(map: &CohortMap) -> Result<Vec<CompleteGroup>, CohortError> {
    map.complete
        .iter()
        .map(|code| {
            CompleteGroup::from_code(code).ok_or_else(|| {
                let message = format!("`{code}` is none of {}", CompleteGroup::CODES.join(", "));
                CohortError::map("complete", message)
            })
        })
        .collect()
}

/// A patient of whom only that is known which holds for every row.
pub(crate) fn read(map: &CohortMap) -> Result<PatientBuilder, CohortError> {
    let mut builder = Patient::builder();
    for group in complete(map)? {
        builder = builder.complete(group);
    }
    let builder = onto(builder, map)?;
    match builder.clone().build() {
        Ok(_) => Ok(builder),
        Err(errors) => Err(CohortError::map("constants", errors.to_string())),
    }
}

/// Says of a patient what holds for every row.
pub(crate) fn onto(mut builder: PatientBuilder, map: &CohortMap) -> Result<PatientBuilder, CohortError> {
    for (key, value) in &map.constants {
        let place = format!("constants.{key}");
        let wrong =
            |expected: &str| CohortError::map(&place, format!("`{}` is not {expected}", value.text()));
        let number = || match value {
            Scalar::Number(value) => Ok(*value),
            _ => Err(wrong("a number")),
        };
        let sex = || Sex::from_code(&value.text()).ok_or_else(|| wrong("`female` or `male`"));
        builder = match key.as_str() {
            "age_years" => builder.age_years(number()?),
            "elevation_m" => builder.elevation_m(number()?),
            "cigarettes_per_day" => builder.cigarettes_per_day(number()?),
            "sex" => builder.sex(sex()?),
            "sex_for_reference" => builder.sex_for_reference(sex()?),
            "trimester" => {
                let trimester = Trimester::from_code(&value.text()).ok_or_else(|| wrong("1, 2 or 3"))?;
                builder.trimester(trimester)
            }
            "pregnant" => match value {
                Scalar::Flag(value) => builder.pregnant(*value),
                _ => return Err(wrong("true or false")),
            },
            "medicines" => match value {
                Scalar::List(names) => {
                    names.iter().fold(builder, |builder, name| builder.medicine_named(name))
                }
                _ => return Err(wrong("a list of names")),
            },
            _ => {
                let fact = item(key)
                    .ok_or_else(|| CohortError::map(&place, "is not something that can be stated"))?;
                said(builder, fact, value).ok_or_else(|| wrong("a value of it"))?
            }
        };
    }
    Ok(builder)
}

fn said(builder: PatientBuilder, fact: Fact, value: &Scalar) -> Option<PatientBuilder> {
    match (fact.info().kind, value) {
        (Kind::Flag, Scalar::Flag(value)) => Some(builder.item(YesNo::try_from(fact).ok()?, *value)),
        (Kind::Choice(codes), Scalar::Code(code)) => {
            codes.contains(&code.as_str()).then(|| builder.choice(fact, code))
        }
        (Kind::Number { .. }, Scalar::Number(value)) => Some(builder.number(fact, *value)),
        _ => None,
    }
}

/// The constants that the lanes look at.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Known {
    pub(crate) age: Option<f64>,
    pub(crate) elevation: Option<f64>,
    /// Sex, sex for reference limits, pregnant, trimester, as codes.
    pub(crate) person: [Option<u8>; 4],
    /// Facts that medicines can imply, and that are said not to be so.
    pub(crate) denied: [Option<Fact>; FROM_MEDICINES.len()],
}

impl Known {
    pub(crate) fn new(map: &CohortMap) -> Self {
        let number = |key: &str| match map.constants.get(key) {
            Some(Scalar::Number(value)) => Some(*value),
            _ => None,
        };
        let place = |codes: &[&str], key: &str| {
            let text = map.constants.get(key)?.text();
            codes.iter().position(|code| *code == text).and_then(|at| u8::try_from(at).ok())
        };
        Self {
            age: number("age_years"),
            elevation: number("elevation_m"),
            person: [
                place(Sex::CODES, "sex"),
                place(Sex::CODES, "sex_for_reference"),
                place(&["false", "true"], "pregnant"),
                place(Trimester::CODES, "trimester"),
            ],
            denied: FROM_MEDICINES.map(|(_, fact)| {
                (map.constants.get(fact.id()) == Some(&Scalar::Flag(false))).then_some(fact)
            }),
        }
    }
}
