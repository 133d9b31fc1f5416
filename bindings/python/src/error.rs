//! Errors: the exception types are Python's own, in `ekbom/errors.py`.

use ekbom::patient::PatientErrors;
use ekbom_cohort::CohortError;
use pyo3::PyErr;

mod python {
    pyo3::import_exception!(ekbom.errors, ColumnsRefused);
    pyo3::import_exception!(ekbom.errors, EkbomError);
    pyo3::import_exception!(ekbom.errors, PatientRefused);
    pyo3::import_exception!(ekbom.errors, UnknownName);
}

/// Every fault of a patient.
pub(crate) fn refused(errors: &PatientErrors) -> PyErr {
    refused_with(errors, "[]")
}

/// The same, with what is critical all the same, as JSON.
pub(crate) fn refused_with(errors: &PatientErrors, critical: &str) -> PyErr {
    python::PatientRefused::new_err((faults(errors), critical.to_owned()))
}

/// Cause, field, value, message, and what would be accepted.
pub(crate) type Fault = (&'static str, String, String, String, Vec<String>);

pub(crate) fn faults(errors: &PatientErrors) -> Vec<Fault> {
    errors
        .errors()
        .iter()
        .map(|error| {
            let [field, value, message] =
                [error.field(), error.value(), error.message()].map(ToOwned::to_owned);
            (error.kind().code(), field, value, message, error.accepted().to_vec())
        })
        .collect()
}

/// A name that is not in its list.
pub(crate) fn unknown<'a>(what: &str, value: &str, accepted: impl IntoIterator<Item = &'a str>) -> PyErr {
    let accepted: Vec<String> = accepted.into_iter().map(ToOwned::to_owned).collect();
    let value: String = value.chars().take(80).collect();
    python::UnknownName::new_err((what.to_owned(), value, accepted))
}

/// What was said of the columns of a table.
pub(crate) fn columns(place: &str, message: &str) -> PyErr {
    python::ColumnsRefused::new_err((place.to_owned(), message.to_owned()))
}

/// Whatever else is wrong.
pub(crate) fn ekbom(message: &str) -> PyErr {
    python::EkbomError::new_err(message.to_owned())
}

/// Why a table could not be answered.
pub(crate) fn cohort(error: CohortError) -> PyErr {
    match error {
        CohortError::Map { place, message } => python::ColumnsRefused::new_err((place, message)),
        CohortError::Refused(why) => {
            let fault =
                (why.kind.code(), why.field, why.value, why.message, why.accepted, why.row, why.column);
            python::PatientRefused::new_err((vec![fault],))
        }
        other => python::EkbomError::new_err(other.to_string()),
    }
}
