//! What went wrong in a call, before it is handed out.

use std::any::Any;
use std::mem::MaybeUninit;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::str::Utf8Error;

use ekbom::assess::CriticalResult;
use ekbom::patient::{FaultKind, PatientErrors};
use serde::Serialize;

use crate::fence::end;
use crate::status::ekbom_status;

/// What went wrong in a call.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) status: ekbom_status,
    pub(crate) faults: Vec<Fault>,
    /// What is critical of a patient who is refused.
    pub(crate) critical: Vec<CriticalResult>,
}

/// One fault, in the shape it has in every language.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub(crate) struct Fault {
    pub(crate) kind: FaultKind,
    pub(crate) field: String,
    pub(crate) value: String,
    pub(crate) message: String,
    pub(crate) accepted: Vec<String>,
}

impl Failure {
    pub(crate) fn new(
        status: ekbom_status,
        field: &str,
        value: &str,
        message: String,
        accepted: Vec<String>,
    ) -> Self {
        let fault =
            Fault { kind: FaultKind::Other, field: field.to_owned(), value: short(value), message, accepted };
        Self { status, faults: vec![fault], critical: Vec::new() }
    }

    /// The same faults, of this cause.
    pub(crate) fn of_kind(mut self, kind: FaultKind) -> Self {
        for fault in &mut self.faults {
            fault.kind = kind;
        }
        self
    }

    pub(crate) fn null(field: &str) -> Self {
        let message = format!("`{field}` is NULL");
        Self::new(ekbom_status::NullPointer, field, "", message, Vec::new()).of_kind(FaultKind::Missing)
    }

    pub(crate) fn too_long(field: &str, len: usize, most: usize) -> Self {
        let message = format!("`{field}` has a length of {len}");
        Self::new(ekbom_status::TooLong, field, &len.to_string(), message, vec![format!("at most {most}")])
            .of_kind(FaultKind::TooLong)
    }

    pub(crate) fn not_utf8(field: &str, bytes: &[u8], error: &Utf8Error) -> Self {
        let start: String = String::from_utf8_lossy(bytes.get(..160).unwrap_or(bytes)).into_owned();
        let message = format!("`{field}` is not UTF-8 from byte {}", error.valid_up_to());
        Self::new(ekbom_status::InvalidUtf8, field, &start, message, vec!["UTF-8".to_owned()])
            .of_kind(FaultKind::NotText)
    }

    pub(crate) fn argument(field: &str, value: &str, message: String, accepted: Vec<String>) -> Self {
        Self::new(ekbom_status::InvalidArgument, field, value, message, accepted)
    }

    /// A code that is none of those accepted.
    pub(crate) fn code(field: &str, value: &str, codes: &[&str]) -> Self {
        let message = format!("`{}` is not one of the accepted codes", short(value));
        Self::argument(field, value, message, codes.iter().map(|code| (*code).to_owned()).collect())
            .of_kind(FaultKind::UnknownCode)
    }

    /// The same faults, of another field.
    pub(crate) fn of_field(mut self, field: &str) -> Self {
        for fault in &mut self.faults {
            field.clone_into(&mut fault.field);
        }
        self
    }

    pub(crate) fn panicked(payload: &(dyn Any + Send)) -> Self {
        let said = payload.downcast_ref::<&str>().copied();
        let said = said.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or_default();
        Self::new(ekbom_status::Panic, "", "", format!("the library has a bug: {said}"), Vec::new())
    }
}

impl From<&PatientErrors> for Failure {
    fn from(errors: &PatientErrors) -> Self {
        let fault = |error: &ekbom::patient::PatientError| Fault {
            kind: error.kind(),
            field: error.field().to_owned(),
            value: error.value().to_owned(),
            message: error.message().to_owned(),
            accepted: error.accepted().to_vec(),
        };
        let faults = errors.errors().iter().map(fault).collect();
        Self { status: ekbom_status::InvalidPatient, faults, critical: Vec::new() }
    }
}

/// A hostile value must not make a message of its own length.
pub(crate) fn short(value: &str) -> String {
    if value.chars().nth(80).is_none() {
        return value.to_owned();
    }
    value.chars().take(77).chain("...".chars()).collect()
}

/// Runs a body; a panic is a failure like others.
pub(crate) fn caught(body: impl FnOnce() -> Result<(), Failure>) -> Result<(), Failure> {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|payload| {
        let failure = Failure::panicked(payload.as_ref());
        end(payload);
        Err(failure)
    })
}

/// A parameter that must not be NULL.
pub(crate) fn need<T>(given: Option<T>, field: &str) -> Result<T, Failure> {
    given.ok_or_else(|| Failure::null(field))
}

/// Hands out the element of a list.
pub(crate) fn at<T>(
    items: Option<&[T]>,
    index: usize,
    out: Option<&mut MaybeUninit<*const T>>,
) -> ekbom_status {
    match (items, out) {
        (Some(items), Some(out)) => match items.get(index) {
            Some(item) => {
                out.write(item);
                ekbom_status::Ok
            }
            None => ekbom_status::OutOfRange,
        },
        _ => ekbom_status::NullPointer,
    }
}
