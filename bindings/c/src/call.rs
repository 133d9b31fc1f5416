//! What every call shares: panics stop here, and what went wrong is handed out.

use std::any::Any;
use std::mem::MaybeUninit;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::str::Utf8Error;

use ekbom::patient::{FaultKind, PatientErrors};
use serde::Serialize;

use crate::error::ekbom_error;
use crate::status::ekbom_status;

/// What went wrong in a call.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) status: ekbom_status,
    pub(crate) faults: Vec<Fault>,
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
        Self { status, faults: vec![fault] }
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

    fn panicked(payload: &(dyn Any + Send)) -> Self {
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
        Self { status: ekbom_status::InvalidPatient, faults: errors.errors().iter().map(fault).collect() }
    }
}

/// A hostile value must not make a message of its own length.
pub(crate) fn short(value: &str) -> String {
    if value.chars().nth(80).is_none() {
        return value.to_owned();
    }
    value.chars().take(77).chain("...".chars()).collect()
}

/// Runs the body of a call.
pub(crate) fn call(
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
    body: impl FnOnce() -> Result<(), Failure>,
) -> ekbom_status {
    let ended = catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|payload| {
        let failure = Failure::panicked(payload.as_ref());
        end(payload);
        Err(failure)
    });
    match ended {
        Ok(()) => ekbom_status::Ok,
        Err(failure) => {
            let status = failure.status;
            if let Some(error) = error {
                error.write(Some(Box::new(ekbom_error::from(failure))));
            }
            status
        }
    }
}

/// Runs something that cannot fail, but for bugs.
pub(crate) fn read<T>(otherwise: T, body: impl FnOnce() -> T) -> T {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|payload| {
        end(payload);
        otherwise
    })
}

/// Frees what a panic carried. Its own end could panic too: what that one carries is left alone.
pub(crate) fn end(payload: Box<dyn Any + Send>) {
    if let Err(another) = catch_unwind(AssertUnwindSafe(|| drop(payload))) {
        std::mem::forget(another);
    }
}

/// Frees a handle.
pub(crate) fn free<T>(handle: Option<Box<T>>) {
    read((), || drop(handle));
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

/// Hands out what a search found.
pub(crate) fn found<T>(
    item: Option<&T>,
    out: &mut MaybeUninit<*const T>,
    name: &str,
    near: Option<&str>,
) -> Result<(), Failure> {
    let item = item.ok_or_else(|| {
        let message = format!("there is no `{}`", short(name));
        let accepted = near.map(str::to_owned).into_iter().collect();
        Failure::new(ekbom_status::NotFound, "id", name, message, accepted)
    })?;
    out.write(item);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::{ekbom_error_free, ekbom_error_message};

    #[test]
    fn panics_stop_at_the_boundary() {
        let mut error = MaybeUninit::new(None);
        let status = call(Some(&mut error), || panic!("a test of {}", "panics"));
        assert_eq!(status, ekbom_status::Panic);
        // SAFETY: it was initialised above.
        let error = unsafe { error.assume_init() };
        let message = ekbom_error_message(error.as_deref());
        assert_eq!(message.read("").unwrap(), "the library has a bug: a test of panics");
        ekbom_error_free(error);
        assert_eq!(read(3, || panic!("again")), 3);
    }

    #[test]
    fn an_error_is_written_only_on_failure() {
        let mut error: MaybeUninit<Option<Box<ekbom_error>>> = MaybeUninit::new(None);
        assert_eq!(call(Some(&mut error), || Ok(())), ekbom_status::Ok);
        // SAFETY: it was initialised above.
        assert!(unsafe { error.assume_init() }.is_none());
    }
}
