//! A record in FHIR: its subjects as patients, and what became of each entry.

use std::mem::MaybeUninit;

use ekbom::patient::PatientBuilder;
use ekbom_fhir::{FhirOptions, Reading, Subject, read as read_fhir};

use crate::call::{Failure, call, free, need, read};
use crate::error::ekbom_error;
use crate::knowledge::ekbom_knowledge;
use crate::patient::ekbom_patient;
use crate::status::ekbom_status;
use crate::text::{ekbom_str, ekbom_text};

/// What a FHIR record says: a Bundle, a list of resources, or one resource a line, in R4 or R4B.
pub struct ekbom_record(Reading);

impl ekbom_record {
    fn subject(&self, index: usize) -> Result<&Subject, Failure> {
        self.0.subjects.get(index).ok_or_else(|| {
            let accepted = vec![format!("below {}", self.0.subjects.len())];
            let message = format!("there is no subject {index}");
            Failure::new(ekbom_status::OutOfRange, "index", &index.to_string(), message, accepted)
        })
    }
}

/// How many days are looked back where nothing else is said.
pub const EKBOM_LOOK_BACK_DAYS: u32 = 365;

/// Reads a record. `as_of` is the day as of which it is read, as YYYY-MM-DD, or an instant as FHIR writes it; empty: the day of
/// its newest result. Results older than `look_back_days` are not read (EKBOM_LOOK_BACK_DAYS is usual, 0 is for ever).
/// Nothing in a record says that something is absent: what it does not hold is unknown.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_record_from_fhir(
    document: ekbom_str,
    as_of: ekbom_str,
    look_back_days: u32,
    record: Option<&mut MaybeUninit<Option<Box<ekbom_record>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let record = need(record, "record")?;
        let document = document.read("document")?;
        let mut options = FhirOptions { look_back_days, ..FhirOptions::default() };
        match as_of.read("as_of")? {
            "" => {}
            day => {
                let wrong = |error: ekbom_fhir::NotADay| {
                    Failure::new(ekbom_status::InvalidArgument, "as_of", day, error.to_string(), Vec::new())
                };
                options.as_of = Some(day.parse().map_err(wrong)?);
            }
        }
        let reading = read_fhir(document, &options).map_err(|errors| Failure::from(&errors))?;
        record.write(Some(Box::new(ekbom_record(reading))));
        Ok(())
    })
}

/// Frees it.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_record_free(record: Option<Box<ekbom_record>>) {
    free(record);
}

/// How many subjects it has. 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_record_subject_count(record: Option<&ekbom_record>) -> usize {
    read(0, || record.map_or(0, |own| own.0.subjects.len()))
}

/// A subject as a patient, of whom more can be said afterwards. EKBOM_STATUS_INVALID_PATIENT where the subject is refused, or
/// has died: then nothing is advised.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_record_patient(
    record: Option<&ekbom_record>,
    index: usize,
    patient: Option<&mut MaybeUninit<Option<Box<ekbom_patient>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let (record, patient) = (need(record, "record")?, need(patient, "patient")?);
        let refused = |errors| Failure::from(&errors);
        let json = record.subject(index)?.to_json().map_err(refused)?;
        let builder = PatientBuilder::from_json(json).map_err(refused)?;
        let made = ekbom_patient::of(builder);
        made.checked()?;
        patient.write(Some(Box::new(made)));
        Ok(())
    })
}

/// All of it as one line of JSON: `subjects`, each with its key, whether the person has died, the patient or why it is
/// refused, and what is critical in what was set aside or refused; and the `ledger`, with what became of each entry.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_record_to_json(
    record: Option<&ekbom_record>,
    knowledge: Option<&ekbom_knowledge>,
    json: Option<&mut MaybeUninit<Option<Box<ekbom_text>>>>,
) -> ekbom_status {
    call(None, || {
        let (record, knowledge) = (need(record, "record")?, need(knowledge, "knowledge")?);
        need(json, "json")?.write(Some(Box::new(ekbom_text(record.0.to_json(&knowledge.knowledge)))));
        Ok(())
    })
}
