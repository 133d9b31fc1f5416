//! What was read, as JSON for other languages.

use ekbom::Knowledge;
use ekbom::assess::{CriticalResult, critical_of_refused};
use ekbom::patient::PatientError;
use serde::Serialize;
use serde_json::value::RawValue;

use crate::ledger::Ledger;
use crate::reading::{Reading, Subject};

#[derive(Serialize)]
struct Whole<'r> {
    subjects: Vec<One<'r>>,
    ledger: &'r Ledger,
}

#[derive(Serialize)]
struct One<'r> {
    key: &'r str,
    deceased: bool,
    /// As every door reads it; null where it is refused.
    patient: Option<&'r RawValue>,
    errors: Vec<PatientError>,
    /// Of what was set aside or refused: it counts for nothing, and nobody may miss it.
    critical: Vec<CriticalResult>,
}

impl Reading {
    /// As one line of JSON: the subjects, each with its patient or with why it is refused, and the ledger. What is
    /// critical in a result that was set aside, or in a patient who is refused, stands beside it.
    ///
    /// ```
    /// use ekbom::Knowledge;
    /// use ekbom_fhir::{FhirOptions, read};
    ///
    /// let record = r#"{"resourceType": "Patient", "id": "p", "gender": "female"}"#;
    /// let json = read(record, &FhirOptions::default())?.to_json(&Knowledge::builtin());
    /// assert!(json.contains(r#""deceased":false,"patient":{"#) && json.contains(r#""sex":"female""#), "{json}");
    /// # Ok::<(), ekbom::patient::PatientErrors>(())
    /// ```
    pub fn to_json(&self, knowledge: &Knowledge) -> String {
        let subjects = self.subjects.iter().map(|own| one(own, knowledge)).collect();
        // Strings and finite numbers only: nothing in it can fail to be written.
        serde_json::to_string(&Whole { subjects, ledger: &self.ledger }).unwrap_or_default()
    }
}

fn one<'r>(subject: &'r Subject, knowledge: &Knowledge) -> One<'r> {
    let critical = |text: &str| critical_of_refused(knowledge, text.as_bytes());
    let mut found = subject.set_aside().map_or_else(Vec::new, critical);
    let (patient, errors) = match subject.patient() {
        Ok(_) => (subject.to_json().ok().and_then(|text| serde_json::from_str(text).ok()), Vec::new()),
        Err(errors) => {
            found.extend(subject.to_json().map_or_else(|_| Vec::new(), critical));
            (None, errors.errors().to_vec())
        }
    };
    One { key: subject.key(), deceased: subject.is_deceased(), patient, errors, critical: found }
}
