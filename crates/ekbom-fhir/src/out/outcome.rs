//! What was refused, as an OperationOutcome.

use ekbom::assess::CriticalResult;
use ekbom::patient::{PatientError, PatientErrors};
use serde_json::{Value, json};

use super::shape::object;

/// Why a patient was refused, each fault as an issue, and before them what is critical all the same.
///
/// ```
/// use ekbom::Patient;
/// use ekbom_fhir::refused;
/// let errors = Patient::from_json(r#"{"labs": [{"analyte": "ferritin", "value": 38}]}"#).unwrap_err();
/// let outcome = refused(&errors, &[]);
/// assert_eq!(outcome["issue"][0]["severity"], "error");
/// assert!(outcome["issue"][0]["diagnostics"].as_str().unwrap().contains("unit"));
/// ```
pub fn refused(errors: &PatientErrors, critical: &[CriticalResult]) -> Value {
    let mut issues: Vec<Value> = critical
        .iter()
        .map(|own| {
            json!({"severity": "error", "code": "business-rule",
                "details": {"text": "critical result"}, "diagnostics": own.says})
        })
        .collect();
    issues.extend(errors.errors().iter().map(|own| issue(own, "error")));
    json!({"resourceType": "OperationOutcome", "issue": issues})
}

/// What counts as not said, where the rest was answered.
pub(super) fn set_aside(errors: &[PatientError]) -> Value {
    let issues: Vec<Value> = errors.iter().map(|own| issue(own, "warning")).collect();
    json!({"resourceType": "OperationOutcome", "issue": issues})
}

fn issue(error: &PatientError, severity: &str) -> Value {
    object([
        ("severity", severity.into()),
        ("code", "invalid".into()),
        ("diagnostics", error.to_string().into()),
    ])
}
