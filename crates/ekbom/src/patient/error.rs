//! What is wrong with a patient: every fault at once, each with field, value and what is accepted.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::{Deserialize, Serialize};

use super::FaultKind;
use super::limits::{MOST_FAULTS, short};
use crate::fact::Fact;
use crate::source::Known;

/// One fault.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PatientError {
    #[serde(default = "unsaid")]
    kind: Known<FaultKind>,
    field: String,
    value: String,
    message: String,
    accepted: Vec<String>,
    /// What else is in doubt with the field: the other side of a contradiction.
    #[serde(skip)]
    beside: Vec<Doubted>,
}

/// Of an assessment that was written before faults had kinds.
const fn unsaid() -> Known<FaultKind> {
    Known::This(FaultKind::Other)
}

/// What an error can put in doubt beside its own field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Doubted {
    /// The result at this place of what was said.
    Lab(usize),
    /// An item of the symptoms or the history.
    Item(Fact),
    /// Whether and since when she is pregnant.
    Pregnancy,
    /// The sex, and whose limits apply.
    Sex,
    /// The age.
    Age,
    /// What the medicines are taken for.
    Indications,
}

impl PatientError {
    /// A fault of what was said, in the shape that every door answers with: for doors that stand in other crates, as
    /// that for FHIR does.
    ///
    /// ```
    /// use ekbom::patient::{FaultKind, PatientError};
    /// let fault = PatientError::new(FaultKind::NotReadAsFhir, "entry[3].resource", "Bundle", "a Bundle in a Bundle is not read");
    /// let fault = fault.accept(["resources"]);
    /// assert_eq!(fault.accepted(), ["resources"]);
    /// ```
    pub fn new(
        kind: FaultKind,
        field: impl Into<String>,
        value: impl fmt::Display,
        message: impl Into<String>,
    ) -> Self {
        let value = short(&alloc::format!("{value}"));
        Self {
            kind: kind.into(),
            field: field.into(),
            value,
            message: message.into(),
            accepted: Vec::new(),
            beside: Vec::new(),
        }
    }

    /// The same with what would be accepted, most likely first.
    #[must_use]
    pub fn accept<T: Into<String>>(mut self, accepted: impl IntoIterator<Item = T>) -> Self {
        self.accepted.extend(accepted.into_iter().map(Into::into));
        self
    }

    /// Names what is in doubt beside its field.
    #[must_use]
    pub(super) fn beside(mut self, beside: impl IntoIterator<Item = Doubted>) -> Self {
        self.beside.extend(beside);
        self
    }

    pub(super) fn doubts(&self) -> &[Doubted] {
        &self.beside
    }

    /// The cause, as a code that never changes its meaning; [`FaultKind::Other`] for one of a later version.
    pub fn kind(&self) -> FaultKind {
        self.kind.known().unwrap_or(FaultKind::Other)
    }

    /// Where: a path such as `labs[0].unit`.
    pub fn field(&self) -> &str {
        &self.field
    }

    /// What was found there.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// What is wrong with it.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What would be accepted, most likely first; may be empty.
    pub fn accepted(&self) -> &[String] {
        &self.accepted
    }
}

impl fmt::Display for PatientError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.field)?;
        if !self.value.is_empty() {
            let before = if self.field.is_empty() { "" } else { " " };
            write!(f, "{before}`{}`", self.value)?;
        }
        let before = if self.field.is_empty() && self.value.is_empty() { "" } else { ": " };
        write!(f, "{before}{}", self.message)?;
        if !self.accepted.is_empty() {
            write!(f, " (accepted: {})", self.accepted.join(", "))?;
        }
        Ok(())
    }
}

impl core::error::Error for PatientError {}

/// Every fault of one patient; never empty.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct PatientErrors {
    errors: Vec<PatientError>,
}

impl PatientErrors {
    /// `Ok` where nothing is wrong; otherwise as many of the faults as are listed.
    ///
    /// # Errors
    /// When there is a fault.
    pub fn check(errors: Vec<PatientError>) -> Result<(), Self> {
        if errors.is_empty() { Ok(()) } else { Err(Self::listed(errors)) }
    }

    /// As many of the faults as are listed.
    pub(crate) fn listed(mut errors: Vec<PatientError>) -> Self {
        if errors.len() > MOST_FAULTS {
            errors.truncate(MOST_FAULTS);
            let message = alloc::format!("there are more faults than these {MOST_FAULTS}");
            errors.push(PatientError::new(FaultKind::MoreFaults, "", "", message));
        }
        Self { errors }
    }

    /// The faults, in the order of the patient's fields.
    pub fn errors(&self) -> &[PatientError] {
        &self.errors
    }
}

impl From<PatientError> for PatientErrors {
    fn from(error: PatientError) -> Self {
        Self { errors: alloc::vec![error] }
    }
}

impl fmt::Display for PatientErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, error) in self.errors.iter().enumerate() {
            if place > 0 {
                f.write_str("; ")?;
            }
            fmt::Display::fmt(error, f)?;
        }
        Ok(())
    }
}

impl core::error::Error for PatientErrors {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::patient::Patient;
    use alloc::string::ToString;

    fn said(json: &str) -> String {
        Patient::from_json(json).unwrap_err().to_string()
    }

    #[test]
    fn the_text_of_an_error_shows_field_value_and_what_is_accepted() {
        assert_eq!(
            said(r#"{"medicines": ["zzyzx", "metfromin"], "unknown_medicines": "refuse"}"#),
            "medicines[0] `zzyzx`: not a medicine of the catalogue: give the ingredient, or say \
             `unknown_medicines: carry`; medicines[1] `metfromin`: not a medicine of the catalogue: give the \
             ingredient, or say `unknown_medicines: carry` (accepted: metformin)"
        );
        assert_eq!(
            said(r#"{"labs": [{"value": 1}]}"#),
            "labs[0].analyte: an analyte is needed",
            "where there is no value none is shown"
        );
        let long = said(&alloc::format!(
            r#"{{"unknown_medicines": "refuse", "medicines": ["{}"]}}"#,
            "x".repeat(10_000)
        ));
        assert!(long.starts_with("medicines[0] `xxx") && long.len() < 300, "{long}");
        assert!(said("[").starts_with("not JSON: "));
    }
}
