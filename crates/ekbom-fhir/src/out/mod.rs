//! An answer in FHIR R4: what to do as a RequestGroup of proposals, what is missing as the data requirements of a
//! GuidanceResponse, what must not be done as DetectedIssues. Never a MedicationRequest: nothing is ordered here.

mod group;
mod issues;
mod outcome;
mod shape;

use ekbom::Knowledge;
use ekbom::assess::{Assessment, NextTest};
use ekbom::knowledge::words;
use ekbom::measure::analyte::Analyte;
use ekbom_report::{Report, ReportError};
use serde_json::{Value, json};

use crate::date::AsOf;
pub(crate) use group::{is_urgent, service_request, test_of};
pub use outcome::refused;
pub(crate) use shape::{LOINC, Urns, object, url_of};

/// Where the library lives: what answers, and the system of codes that are its own.
pub(crate) const HOME: &str = env!("CARGO_PKG_REPOSITORY");

/// Of whom an answer speaks, and of which day.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct AnswerOptions {
    /// The reference to the patient, as `Patient/17`; without one the resources name a patient without saying who.
    pub subject: Option<String>,
    /// The day of the answer; without one it has none, for there is no clock here.
    pub as_of: Option<AsOf>,
}

impl AnswerOptions {
    pub(crate) fn subject(&self) -> Value {
        match &self.subject {
            Some(reference) => json!({"reference": reference}),
            None => json!({"display": "the patient of this answer"}),
        }
    }

    pub(crate) fn day(&self) -> Value {
        self.as_of.map_or(Value::Null, |day| Value::from(day.to_string()))
    }
}

/// The answer as a Bundle: a GuidanceResponse first, then what it refers to and what must not be done.
///
/// ```
/// use ekbom::{Knowledge, Patient, assess};
/// use ekbom_fhir::{AnswerOptions, answer};
/// let knowledge = Knowledge::builtin();
/// let patient = Patient::from_json(r#"{"labs": [{"analyte": "tsat", "value": 52, "unit": "%"}]}"#)?;
/// let bundle = answer(&assess(&knowledge, &patient), &knowledge, &AnswerOptions::default())?;
/// let guidance = &bundle["entry"][0]["resource"];
/// assert_eq!((&guidance["resourceType"], &guidance["status"]), (&"GuidanceResponse".into(), &"data-required".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// When another knowledge answered, or the assessment does not carry its patient.
pub fn answer(
    assessment: &Assessment,
    knowledge: &Knowledge,
    options: &AnswerOptions,
) -> Result<Value, ReportError> {
    let report = Report::of(assessment, knowledge)?;
    let mut urns = Urns::of(&assessment.to_json());
    let mut entries: Vec<(String, Value)> = Vec::new();
    let mut add = |resource: Value| {
        let urn = urns.next();
        entries.push((urn.clone(), resource));
        json!({"reference": urn})
    };
    let result = group::group(assessment, options).map(&mut add);
    let positions = add(positions(assessment));
    let aside = (!assessment.set_aside.is_empty()).then(|| add(outcome::set_aside(&assessment.set_aside)));
    for issue in issues::issues(assessment, &report, options) {
        add(issue);
    }
    let guidance = object([
        ("resourceType", "GuidanceResponse".into()),
        ("moduleUri", HOME.into()),
        ("status", status(&assessment.next_tests).into()),
        ("subject", options.subject()),
        ("occurrenceDateTime", options.day()),
        ("performer", json!({"display": made_by(assessment)})),
        ("note", json!([{"text": made_by(assessment)}, {"text": ekbom_report::NOT_A_DEVICE}])),
        ("evaluationMessage", aside.map_or(Value::Null, |own| json!([own]))),
        ("outputParameters", positions),
        ("result", result.unwrap_or(Value::Null)),
        ("dataRequirement", assessment.next_tests.iter().map(requirement).collect()),
    ]);
    entries.insert(0, (urns.next(), guidance));
    let entries: Vec<Value> =
        entries.into_iter().map(|(urn, resource)| json!({"fullUrl": urn, "resource": resource})).collect();
    Ok(json!({"resourceType": "Bundle", "type": "collection", "entry": entries}))
}

/// Which library and which knowledge answered.
pub(crate) fn made_by(assessment: &Assessment) -> String {
    let (version, hash) = (&assessment.knowledge.version, &assessment.knowledge.hash);
    let changed = if assessment.changes.is_empty() { "" } else { ", with limits that were changed" };
    format!("ekbom {}, knowledge {version} ({hash}){changed}", assessment.ekbom)
}

/// `data-required` where a test could change an answer or an act waits for it; `data-requested` where it is only missing.
fn status(tests: &[NextTest]) -> &'static str {
    if tests.iter().any(|own| !own.could_change.is_empty() || !own.asked_by.is_empty()) {
        "data-required"
    } else if tests.is_empty() {
        "success"
    } else {
        "data-requested"
    }
}

/// A result of this analyte, by any of its codes.
fn requirement(test: &NextTest) -> Value {
    let known = test.test.parse::<Analyte>().map_or(&[][..], |own| own.info().loinc);
    let name = words::sentence(&words::test(&test.test)).trim_end_matches('.').to_owned();
    let mut codes: Vec<Value> =
        known.iter().map(|own| json!({"system": LOINC, "code": own.code, "display": name})).collect();
    if codes.is_empty() {
        codes.push(json!({"display": name}));
    }
    json!({"type": "Observation", "codeFilter": [{"path": "code", "code": codes}]})
}

/// What each guideline can still answer.
fn positions(assessment: &Assessment) -> Value {
    let part = |name: &str, value: &str| json!({"name": name, "valueString": value});
    let of = |own: &ekbom::assess::Position| {
        let mut parts = vec![part("question", &own.question), part("guideline", &own.guideline)];
        parts.extend(own.possible.iter().map(|code| part("possible", code)));
        json!({"name": "position", "part": parts})
    };
    let mut parameters = vec![
        part("ekbom", &assessment.ekbom),
        part("knowledge", &assessment.knowledge.version),
        part("hash", &assessment.knowledge.hash),
    ];
    parameters.extend(assessment.positions.iter().map(of));
    json!({"resourceType": "Parameters", "parameter": parameters})
}
