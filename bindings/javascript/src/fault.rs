//! What goes wrong, in the shape that it has in every language.

use ekbom::assess::CriticalResult;
use ekbom::measure::suggest::closest;
use ekbom::patient::{PatientError, PatientErrors};
use serde::Serialize;

/// How a call ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u32)]
pub enum Status {
    /// Here is the answer.
    Answered = 0,
    /// The patient was refused.
    Refused = 1,
    /// The request was wrong.
    Wrong = 2,
}

/// One fault of a request.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub(crate) struct Fault {
    field: String,
    value: String,
    message: String,
    accepted: Vec<String>,
}

/// The faults of a patient, and what is critical all the same.
#[derive(Serialize)]
struct Refusal<'a> {
    errors: &'a [PatientError],
    critical: &'a [CriticalResult],
}

#[derive(Serialize)]
struct Wrong<'a> {
    errors: &'a [Fault],
}

/// Why there is no answer.
#[derive(Debug)]
pub(crate) enum Failure {
    Refused(String),
    Wrong(Vec<Fault>),
}

/// The longest value that is said again.
const MOST_SAID: usize = 160;

impl Failure {
    pub(crate) fn wrong(field: &str, value: &str, message: impl Into<String>) -> Self {
        Self::accepting(field, value, message, Vec::new())
    }

    pub(crate) fn accepting(
        field: &str,
        value: &str,
        message: impl Into<String>,
        accepted: Vec<String>,
    ) -> Self {
        let value = value.chars().take(MOST_SAID).collect();
        Self::Wrong(vec![Fault { field: field.to_owned(), value, message: message.into(), accepted }])
    }

    /// A word that is none of those known: the one most like it, or all of them.
    pub(crate) fn unknown<'a>(
        field: &str,
        value: &str,
        known: impl Iterator<Item = &'a str> + Clone,
    ) -> Self {
        let accepted = match closest(value, known.clone()) {
            Some(near) => vec![near.to_owned()],
            None => known.map(ToOwned::to_owned).collect(),
        };
        Self::accepting(field, value, format!("there is no such {field}"), accepted)
    }

    pub(crate) fn refused(errors: &PatientErrors, critical: &[CriticalResult]) -> Self {
        let refusal = Refusal { errors: errors.errors(), critical };
        // Strings and finite numbers only: nothing in it can fail to be written.
        Self::Refused(serde_json::to_string(&refusal).unwrap_or_default())
    }

    pub(crate) fn into_answer(self) -> (Status, String) {
        match self {
            Self::Refused(text) => (Status::Refused, text),
            Self::Wrong(faults) => {
                (Status::Wrong, serde_json::to_string(&Wrong { errors: &faults }).unwrap_or_default())
            }
        }
    }
}
