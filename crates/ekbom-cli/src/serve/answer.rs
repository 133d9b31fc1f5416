//! `POST /assess`: a patient in our JSON or a record in FHIR; an answer in our JSON, in FHIR, or as a page.

use ekbom::assess::{Assessment, CriticalResult, assess, critical_of_refused};
use ekbom::patient::PatientErrors;
use ekbom::{Knowledge, Patient};
use ekbom_fhir::hooks::MOST_CALL_ENTRIES;
use ekbom_fhir::{AnswerOptions, FhirOptions, answer, read, refused};
use ekbom_report::html;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::{Value, json};

use super::options::Setup;

/// In which form an answer is wanted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    Json,
    Fhir,
    Html,
}

/// An answer as it is sent.
pub(super) struct Sent {
    pub(super) status: u16,
    pub(super) form: Form,
    pub(super) body: String,
}

/// What can only be a fault of the library.
const NO_ANSWER: &str = "the answer could not be written";

/// A page has no place for it yet.
const SET_ASIDE: &str =
    "a result that was set aside is critical if it is true: ask for JSON, which says which";

/// Answers one body.
pub(super) fn assessed(
    knowledge: &Knowledge,
    setup: &Setup,
    body: &str,
    fhir: bool,
    form: Form,
) -> Result<Sent, (u16, &'static str)> {
    if fhir || is_resource(body) {
        record(knowledge, setup, body, form)
    } else {
        patient(knowledge, body, form)
    }
}

/// Does it say itself that it is FHIR?
fn is_resource(body: &str) -> bool {
    #[derive(Deserialize)]
    struct Peek {
        #[serde(rename = "resourceType")]
        kind: Option<IgnoredAny>,
    }
    serde_json::from_str::<Peek>(body).is_ok_and(|own| own.kind.is_some())
}

fn patient(knowledge: &Knowledge, body: &str, form: Form) -> Result<Sent, (u16, &'static str)> {
    match Patient::from_json(body) {
        Ok(patient) => written(&assess(knowledge, &patient), knowledge, &AnswerOptions::default(), form),
        Err(errors) => Ok(refusal(&errors, &critical_of_refused(knowledge, body.as_bytes()), form)),
    }
}

fn written(
    assessment: &Assessment,
    knowledge: &Knowledge,
    options: &AnswerOptions,
    form: Form,
) -> Result<Sent, (u16, &'static str)> {
    let body = match form {
        Form::Json => assessment.to_json(),
        Form::Fhir => answer(assessment, knowledge, options).map_err(|_| (500, NO_ANSWER))?.to_string(),
        Form::Html => html::page(assessment, knowledge, &[]).map_err(|_| (500, NO_ANSWER))?,
    };
    Ok(Sent { status: 200, form, body })
}

/// A refusal says to whoever sent it what is wrong with it, and what is critical all the same.
fn refusal(errors: &PatientErrors, critical: &[CriticalResult], form: Form) -> Sent {
    let body = match form {
        Form::Json => json!({"errors": errors.errors(), "critical": critical}).to_string(),
        Form::Fhir => refused(errors, critical).to_string(),
        Form::Html => html::refused(errors, critical),
    };
    Sent { status: 422, form, body }
}

/// A critical result that was set aside, where nobody can miss it.
fn set_aside(own: &CriticalResult) -> Value {
    json!({"resource": {"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": "business-rule",
        "details": {"text": "set aside, and critical if it is true"}, "diagnostics": own.says}]}})
}

/// Answers are some hundred times as long as what is asked: more people are for the command.
const MOST_SUBJECTS: usize = 100;

/// A record: read as of the day it is asked, one answer a subject, with the ledger.
fn record(knowledge: &Knowledge, setup: &Setup, body: &str, form: Form) -> Result<Sent, (u16, &'static str)> {
    let as_of = setup.today();
    let options = FhirOptions {
        as_of: Some(as_of),
        look_back_days: setup.look_back_days,
        codes: setup.codes.clone(),
        most_entries: MOST_CALL_ENTRIES,
        ..FhirOptions::default()
    };
    let reading = match read(body, &options) {
        Ok(reading) => reading,
        Err(errors) => return Ok(refusal(&errors, &[], form)),
    };
    if reading.subjects.len() > MOST_SUBJECTS {
        return Err((413, "a request holds the records of 100 people at most"));
    }
    if form == Form::Html && reading.subjects.len() != 1 {
        return Err((422, "a page is of one patient: this record is of several or of none"));
    }
    let named = AnswerOptions { subject: None, as_of: Some(as_of) };
    let (mut answers, mut entries) = (Vec::new(), Vec::new());
    for subject in &reading.subjects {
        let aside =
            subject.set_aside().map_or_else(Vec::new, |own| critical_of_refused(knowledge, own.as_bytes()));
        let sent = match &subject.patient() {
            Ok(patient) => written(&assess(knowledge, patient), knowledge, &named, form)?,
            Err(errors) => {
                let mut critical = subject
                    .to_json()
                    .map_or_else(|_| Vec::new(), |own| critical_of_refused(knowledge, own.as_bytes()));
                critical.extend(aside.iter().cloned());
                refusal(errors, &critical, form)
            }
        };
        if form == Form::Html {
            let lost = sent.status == 200 && !aside.is_empty();
            return if lost { Err((422, SET_ASIDE)) } else { Ok(sent) };
        }
        let value: Value = serde_json::from_str(&sent.body).map_err(|_| (500, NO_ANSWER))?;
        match (form, value.get("entry")) {
            (Form::Fhir, Some(Value::Array(own))) => {
                entries.extend(own.iter().cloned());
                entries.extend(aside.iter().map(set_aside));
            }
            (Form::Fhir, _) => entries.push(json!({"resource": value})),
            _ => answers
                .push(json!({"subject": subject.key(), "answer": value, "set_aside_and_critical": aside})),
        }
    }
    let body = match form {
        Form::Fhir => json!({"resourceType": "Bundle", "type": "collection", "entry": entries}),
        _ => json!({"answers": answers, "ledger": reading.ledger}),
    };
    Ok(Sent { status: 200, form, body: body.to_string() })
}
