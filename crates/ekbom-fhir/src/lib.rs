//! FHIR R4 in: a Bundle, a list of resources or NDJSON becomes patients of [`ekbom`], with a ledger of what was read,
//! skipped and refused, and why. And out: [`answer`] says an assessment in resources. No I/O and no clock: the day as of which a record is read is an input.
//!
//! ```
//! use ekbom_fhir::{FhirOptions, read};
//!
//! let bundle = r#"{"resourceType": "Bundle", "type": "collection", "entry": [
//!     {"resource": {"resourceType": "Patient", "id": "p", "gender": "female", "birthDate": "1962-03-01"}},
//!     {"resource": {"resourceType": "Observation", "status": "final", "subject": {"reference": "Patient/p"},
//!         "code": {"coding": [{"system": "http://loinc.org", "code": "2276-4"}]}, "effectiveDateTime": "2020-05-14",
//!         "valueQuantity": {"value": 38, "unit": "ng/mL", "system": "http://unitsofmeasure.org", "code": "ng/mL"}}}]}"#;
//! let options = FhirOptions { as_of: Some("2020-05-17".parse()?), ..FhirOptions::default() };
//! let reading = read(bundle, &options)?;
//! let patient = reading.subjects[0].patient()?;
//! assert_eq!((patient.age_years(), patient.labs()[0].days()), (Some(58.0), Some(3.0)));
//! assert_eq!((reading.ledger.read, reading.ledger.refused), (2, 0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What it promises
//! - Nothing in FHIR ever says *no*: what a record does not hold is unknown, not absent. A group is complete only where
//!   the caller says so, or the record says that no medicine is known, and never while something of it was not understood.
//! - What could not be read never lets an older result stand for the newest.
//! - The unit of a result decides, never its code; none is assumed.
//! - The order of the entries does not matter. Names and identifiers do not come out.
//! - Every gate of the core holds: what comes out is read by [`Patient::from_json`](ekbom::Patient::from_json).
#![forbid(unsafe_code)]

mod choose;
mod code_map;
mod date;
mod document;
pub mod hooks;
mod icd;
mod json;
mod ledger;
mod loinc;
mod medicine;
mod observation;
mod out;
mod person;
mod reading;
mod record;
pub mod rows;
mod subject;
mod version;
mod written;

pub use code_map::{BuiltInCode, CodeMap, CodeMeaning, built_in_codes};
pub use date::{AsOf, NotADay};
pub use document::{MOST_BYTES, MOST_ENTRIES};
pub use json::MOST_DEPTH;
pub use ledger::{Ledger, LedgerEntry, Outcome};
pub use out::{AnswerOptions, answer, refused};
pub use reading::{FhirOptions, Reading, Subject, read};
pub use subject::SubjectKey;
