//! Calls about a patient.

use ekbom::assess::intake::Policy;
use ekbom::assess::{self, Assessment, assess_with, critical_of_refused};
use ekbom::{Guideline, Knowledge, Patient, Question};
use ekbom_report::text::Layout;
use ekbom_report::{Language, Report, ReportError, html};

use crate::desk::json;
use crate::fault::Failure;
use crate::request::Request;
use crate::rules::{known_guideline, known_question};
use crate::words::Words;

/// How a report may be laid out.
const FORMATS: [&str; 5] = ["html", "fragment", "text", "brief", "data"];
/// How wide a text is that nobody gave a width.
const WIDTH: usize = 100;

/// The patient, or every fault of it and what is critical all the same.
pub(crate) fn read(knowledge: &Knowledge, bytes: &[u8]) -> Result<Patient, Failure> {
    Patient::from_json_bytes(bytes)
        .map_err(|errors| Failure::refused(&errors, &critical_of_refused(knowledge, bytes)))
}

/// The guidelines whose answers are wanted; all where none is named.
pub(crate) fn wanted(knowledge: &Knowledge, request: &Request<'_>) -> Result<Vec<Guideline>, Failure> {
    let wanted: Vec<String> = request.take("guidelines")?.unwrap_or_default();
    let read = |id: &String| {
        known_guideline(knowledge, "guidelines", id)?;
        knowledge.guideline(id).map_err(|error| Failure::wrong("guidelines", id, error.to_string()))
    };
    wanted.iter().map(read).collect()
}

/// Leaves out what others say, where some are wanted.
fn keep(made: &mut Assessment, knowledge: &Knowledge, wanted: &[Guideline]) -> Result<(), Failure> {
    if wanted.is_empty() {
        return Ok(());
    }
    let kept = made.keep_guidelines(knowledge, wanted);
    kept.map_err(|error| Failure::wrong("guidelines", error.code(), error.to_string()))
}

/// The assessment, with the answers of those guidelines alone.
pub(crate) fn made(
    knowledge: &Knowledge,
    patient: &Patient,
    policy: &Policy,
    wanted: &[Guideline],
) -> Result<Assessment, Failure> {
    let mut made = assess_with(knowledge, patient, policy);
    keep(&mut made, knowledge, wanted)?;
    Ok(made)
}

pub(crate) fn check(knowledge: &Knowledge, request: &Request<'_>) -> Result<String, Failure> {
    read(knowledge, &request.patient()?)?;
    Ok(r#"{"errors":[]}"#.to_owned())
}

pub(crate) fn assess(knowledge: &Knowledge, request: &Request<'_>) -> Result<String, Failure> {
    let policy = request.policy()?;
    let wanted = wanted(knowledge, request)?;
    let trace = request.take("trace")?.unwrap_or(false);
    let patient = read(knowledge, &request.patient()?)?;
    let mut made = assess_with(knowledge, &patient, &policy);
    if trace {
        made.trace = Some(assess::trace(knowledge, &patient, &policy));
    }
    keep(&mut made, knowledge, &wanted)?;
    Ok(made.to_json())
}

pub(crate) fn position(knowledge: &Knowledge, request: &Request<'_>) -> Result<String, Failure> {
    let policy = request.policy()?;
    if request.raw("guidelines").is_some() {
        return Err(Failure::wrong("guidelines", "", "a position is of one `guideline`"));
    }
    let question: String = request.need("question")?;
    let guideline: String = request.need("guideline")?;
    known_question("question", &question)?;
    known_guideline(knowledge, "guideline", &guideline)?;
    let unknown = |field: &'static str, value: &str| Failure::unknown(field, value, std::iter::empty());
    let asked = Question::new(&question).map_err(|_| unknown("question", &question))?;
    let of = Guideline::new(&guideline).map_err(|_| unknown("guideline", &guideline))?;
    let patient = read(knowledge, &request.patient()?)?;
    let found = assess::position(knowledge, &patient, &policy, asked, &of)
        .map_err(|why| Failure::wrong("guideline", &guideline, why.to_string()))?;
    json(&found)
}

/// The language of a report.
fn language(words: &Words, request: &Request<'_>, format: &str) -> Result<Language, Failure> {
    let Some(language) = words.wanted(request)? else { return Ok(Language::english()) };
    if format == "data" {
        return Err(Failure::wrong(
            "language",
            language.code(),
            "`data` has codes and English, whatever the language",
        ));
    }
    Ok(language)
}

pub(crate) fn report(knowledge: &Knowledge, words: &Words, request: &Request<'_>) -> Result<String, Failure> {
    let policy = request.policy()?;
    let wanted = wanted(knowledge, request)?;
    let format: String = request.take("format")?.unwrap_or_else(|| "html".to_owned());
    if !FORMATS.contains(&format.as_str()) {
        return Err(Failure::unknown("format", &format, FORMATS.into_iter()));
    }
    let language = language(words, request, &format)?;
    let name: Option<String> = request.take("name")?;
    let width = request.take("width")?.unwrap_or(WIDTH);
    let patient = read(knowledge, &request.patient()?)?;
    let all = assess_with(knowledge, &patient, &policy);
    let failed = |error: ReportError| Failure::wrong("guidelines", "", error.to_string());
    match format.as_str() {
        "html" => json(&html::page_in(&all, knowledge, &wanted, &language).map_err(failed)?),
        "fragment" => {
            let name = name.as_deref().unwrap_or("ekbom");
            json(&html::fragment_in(&all, knowledge, &wanted, name, &language).map_err(failed)?)
        }
        other => {
            let report = Report::of_guidelines(&all, knowledge, &wanted).map_err(failed)?;
            match other {
                "data" => json(&report),
                "brief" => json(&report.brief_in(&language)),
                _ => json(&report.to_text_in(Layout { width, all: false }, &language)),
            }
        }
    }
}
