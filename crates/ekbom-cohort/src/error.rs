//! What can go wrong: a map that does not fit, and rows that cannot be accepted.

use ekbom::patient::{FaultKind, PatientError};
use serde::Serialize;

/// Why a cohort cannot be run, or ended.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CohortError {
    /// The map says something that cannot be.
    #[error("map: {place}{}{message}", if .place.is_empty() { "" } else { ": " })]
    Map {
        /// Where in the map.
        place: String,
        /// What is wrong.
        message: String,
    },
    /// A row was refused, and the map says `refused = "raise"`.
    #[error("{0}")]
    Refused(Box<Refusal>),
    /// A long table that was said to be sorted is not.
    #[error("row {}: person `{person}` stands behind `{before}`, so the table is not sorted by person: sort it, or leave out that it is sorted", row + 1)]
    NotSorted {
        /// The row, from 0.
        row: u64,
        /// Whose row it is.
        person: String,
        /// Who stands before.
        before: String,
    },
    /// The rows of a long table that is not sorted do not fit.
    #[error(
        "{rows} results of {people} people do not fit into {memory} bytes: sort the table by person and say that it is sorted, or allow more memory"
    )]
    Memory {
        /// Rows that were kept.
        rows: u64,
        /// Their people.
        people: u64,
        /// The most bytes.
        memory: usize,
    },
    /// Arrow could not do what was asked of it.
    #[error(transparent)]
    Arrow(#[from] arrow_schema::ArrowError),
}

impl CohortError {
    /// As an error of Arrow, for its readers.
    pub(crate) fn into_arrow(self) -> arrow_schema::ArrowError {
        match self {
            Self::Arrow(error) => error,
            error => arrow_schema::ArrowError::ExternalError(Box::new(error)),
        }
    }

    pub(crate) fn map(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self::Map { place: place.into(), message: message.into() }
    }
}

/// Why a row was refused; a row may have several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// The row, from 0.
    pub row: u64,
    /// The column; empty where no single one is to blame.
    pub column: String,
    /// The cause, as a code that never changes its meaning.
    pub kind: FaultKind,
    /// What the column stands for, such as `ferritin.value`.
    pub field: String,
    /// What was found there.
    pub value: String,
    /// What is wrong with it.
    pub message: String,
    /// What would be accepted.
    pub accepted: Vec<String>,
}

impl Refusal {
    /// An error of the core, with no column to blame.
    pub(crate) fn of(row: u64, error: &PatientError) -> Self {
        Self {
            row,
            column: String::new(),
            kind: error.kind(),
            field: error.field().to_owned(),
            value: error.value().to_owned(),
            message: error.message().to_owned(),
            accepted: error.accepted().to_vec(),
        }
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "row {}", self.row)?;
        if !self.column.is_empty() {
            write!(f, ", column `{}`", self.column)?;
        }
        if !self.value.is_empty() {
            write!(f, ", `{}`", self.value)?;
        }
        write!(f, ": {}", self.message)?;
        if !self.accepted.is_empty() {
            write!(f, " (accepted: {})", self.accepted.join(", "))?;
        }
        Ok(())
    }
}
