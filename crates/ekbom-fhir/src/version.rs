//! Which version of FHIR a resource is of. Hardly any says so: it is seen by what the versions renamed.

use serde_json::Value;

/// A resource of another version, by what stands in it.
pub(crate) struct Other {
    /// `DSTU2`, `STU3` or `R5`.
    pub(crate) version: &'static str,
    /// The element that gives it away.
    pub(crate) element: &'static str,
}

/// Elements that only another version has, by type of resource.
const ELEMENTS: &[(&str, &str, &str)] = &[
    ("Observation", "comments", "DSTU2"),
    ("Observation", "related", "STU3"),
    ("Observation", "comment", "STU3"),
    ("Observation", "context", "STU3"),
    ("Observation", "triggeredBy", "R5"),
    ("Observation", "bodyStructure", "R5"),
    ("Observation", "instantiatesCanonical", "R5"),
    ("Patient", "animal", "STU3"),
    ("Patient", "careProvider", "DSTU2"),
    ("Condition", "patient", "DSTU2"),
    ("Condition", "dateRecorded", "DSTU2"),
    ("Condition", "context", "STU3"),
    ("Condition", "assertedDate", "STU3"),
    ("Condition", "participant", "R5"),
    ("MedicationRequest", "context", "STU3"),
    ("MedicationRequest", "medication", "R5"),
    ("MedicationStatement", "patient", "DSTU2"),
    ("MedicationStatement", "wasNotTaken", "DSTU2"),
    ("MedicationStatement", "taken", "STU3"),
    ("MedicationStatement", "medication", "R5"),
    ("MedicationAdministration", "wasNotGiven", "DSTU2"),
    ("MedicationAdministration", "notGiven", "STU3"),
    ("MedicationAdministration", "medication", "R5"),
    ("MedicationAdministration", "occurenceDateTime", "R5"),
    ("MedicationAdministration", "occurencePeriod", "R5"),
    ("Procedure", "notPerformed", "DSTU2"),
    ("Procedure", "notDone", "STU3"),
    ("Procedure", "context", "STU3"),
    ("Procedure", "occurrenceDateTime", "R5"),
    ("Procedure", "occurrencePeriod", "R5"),
    ("Immunization", "wasNotGiven", "DSTU2"),
    ("Immunization", "notGiven", "STU3"),
    ("AllergyIntolerance", "assertedDate", "STU3"),
    ("Bundle", "base", "DSTU2"),
    ("Bundle", "issues", "R5"),
];

/// Is it of a version that is not read?
pub(crate) fn other_version(resource: &Value) -> Option<Other> {
    let kind = resource.get("resourceType").and_then(Value::as_str)?;
    let of_type = match kind {
        "MedicationOrder" | "DiagnosticOrder" | "DeviceUseRequest" | "ProcedureRequest" => Some(match kind {
            "ProcedureRequest" => "STU3",
            _ => "DSTU2",
        }),
        "MedicationUsage" | "NutritionIntake" | "Transport" => Some("R5"),
        _ => None,
    };
    if let Some(version) = of_type {
        return Some(Other { version, element: "resourceType" });
    }
    let found = ELEMENTS.iter().find(|(own, element, _)| *own == kind && resource.get(element).is_some());
    if let Some((_, element, version)) = found {
        return Some(Other { version, element });
    }
    // From R4 on these are concepts; before, they were codes.
    for element in ["clinicalStatus", "verificationStatus"] {
        let plain = resource.get(element).is_some_and(Value::is_string);
        if matches!(kind, "Condition" | "AllergyIntolerance") && plain {
            return Some(Other { version: "STU3", element });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn versions_are_seen_by_their_shape() {
        let version = |value: Value| other_version(&value).map(|own| own.version);
        assert_eq!(version(json!({"resourceType": "Condition", "clinicalStatus": "active"})), Some("STU3"));
        assert_eq!(version(json!({"resourceType": "MedicationOrder"})), Some("DSTU2"));
        let r5 =
            json!({"resourceType": "MedicationRequest", "medication": {"concept": {"text": "metformin"}}});
        assert_eq!(version(r5), Some("R5"));
        let r4 = json!({"resourceType": "Condition", "clinicalStatus": {"coding": [{"code": "active"}]}});
        assert_eq!(version(r4), None);
    }
}
