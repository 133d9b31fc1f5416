//! Calls about a record in FHIR.

use ekbom::Knowledge;
use ekbom::patient::CompleteGroup;
use ekbom_fhir::{FhirOptions, read};

use crate::fault::Failure;
use crate::request::Request;

/// The keys of a call that reads one.
pub(crate) const RECORD: &[&str] = &["text", "as_of", "look_back_days", "complete", "codes"];

/// Subjects as patients, and what became of each entry.
pub(crate) fn fhir(knowledge: &Knowledge, request: &Request<'_>) -> Result<String, Failure> {
    let text: String = request.need("text")?;
    let reading = read(&text, &options(request)?).map_err(|errors| Failure::refused(&errors, &[]))?;
    Ok(reading.to_json(knowledge))
}

fn options(request: &Request<'_>) -> Result<FhirOptions, Failure> {
    let mut made = FhirOptions::default();
    if let Some(day) = request.take::<String>("as_of")? {
        made.as_of = Some(
            day.parse()
                .map_err(|error: ekbom_fhir::NotADay| Failure::wrong("as_of", &day, error.to_string()))?,
        );
    }
    if let Some(days) = request.take("look_back_days")? {
        made.look_back_days = days;
    }
    for code in request.take::<Vec<String>>("complete")?.unwrap_or_default() {
        let group = CompleteGroup::from_code(&code);
        let known = CompleteGroup::CODES.iter().copied();
        made.complete.push(group.ok_or_else(|| Failure::unknown("complete", &code, known))?);
    }
    if let Some(codes) = request.raw("codes") {
        made.codes = codes.get().parse().map_err(|errors| Failure::refused(&errors, &[]))?;
    }
    Ok(made)
}
