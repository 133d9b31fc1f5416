//! Records in FHIR.

use ekbom::assess::critical_of_refused;
use ekbom::patient::CompleteGroup;
use ekbom_fhir::{CodeMap, FhirOptions, Reading, SubjectKey, read};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};

use crate::KNOWLEDGE;
use crate::error::{columns, faults, refused, unknown};
use crate::plain::plain;

/// Reads a record: a list of subjects, and the ledger.
#[pyfunction]
#[pyo3(signature = (document: "str", as_of: "str | None", look_back_days: "int", complete: "list[str]", codes: "str | None", references: "bool") -> "tuple[list[dict[str, object]], dict[str, object]]")]
pub(crate) fn read_fhir<'py>(
    py: Python<'py>,
    document: &str,
    as_of: Option<&str>,
    look_back_days: u32,
    complete: Vec<String>,
    codes: Option<&str>,
    references: bool,
) -> PyResult<(Bound<'py, PyList>, Bound<'py, PyAny>)> {
    let mut options = FhirOptions { look_back_days, ..FhirOptions::default() };
    if references {
        options.subject_key = SubjectKey::Reference;
    }
    if let Some(day) = as_of {
        let wrong = |error: ekbom_fhir::NotADay| columns("as_of", &error.to_string());
        options.as_of = Some(day.parse().map_err(wrong)?);
    }
    for code in &complete {
        let group = CompleteGroup::from_code(code);
        let group = group.ok_or_else(|| unknown("group", code, CompleteGroup::CODES.iter().copied()))?;
        options.complete.push(group);
    }
    if let Some(text) = codes {
        options.codes = text.parse::<CodeMap>().map_err(|errors| refused(&errors))?;
    }
    let reading = py.detach(|| read(document, &options)).map_err(|errors| refused(&errors))?;
    Ok((subjects(py, &reading)?, plain(py, &reading.ledger)?))
}

fn subjects<'py>(py: Python<'py>, reading: &Reading) -> PyResult<Bound<'py, PyList>> {
    let made = PyList::empty(py);
    for subject in &reading.subjects {
        let own = PyDict::new(py);
        own.set_item("key", subject.key())?;
        own.set_item("deceased", subject.is_deceased())?;
        // What was set aside counts for nothing, but nobody may miss a critical one.
        let aside = subject
            .set_aside()
            .map_or_else(Vec::new, |text| critical_of_refused(&KNOWLEDGE, text.as_bytes()));
        own.set_item("critical", plain(py, &aside)?)?;
        match subject.patient() {
            Ok(_) => own.set_item("patient", subject.to_json().ok())?,
            Err(errors) => {
                own.set_item("patient", py.None())?;
                own.set_item("faults", faults(&errors))?;
            }
        }
        made.append(own)?;
    }
    Ok(made)
}
