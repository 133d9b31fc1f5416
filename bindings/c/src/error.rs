//! What went wrong, for the caller to read.

use std::mem::MaybeUninit;

use ekbom::assess::CriticalResult;
use serde::Serialize;

use crate::failure::{Failure, Fault, at, caught, need};
use crate::fence::{free, read};
use crate::pool::Pool;
use crate::status::ekbom_status;
use crate::text::{ekbom_str, ekbom_strs, ekbom_text};
use crate::view::ekbom_critical_result;

/// What went wrong in a call: one fault, or, for a patient, every fault at once.
pub struct ekbom_error {
    status: ekbom_status,
    message: String,
    faults: Vec<Fault>,
    views: Vec<ekbom_fault>,
    critical: Vec<ekbom_critical_result>,
    _pool: Pool,
    /// What the views of critical results point into.
    _critical: Vec<CriticalResult>,
}

/// One fault.
#[repr(C)]
pub struct ekbom_fault {
    /// Where: a path such as `labs[0].unit`, or the name of a parameter.
    pub field: ekbom_str,
    /// What was found there, shortened where it is long.
    pub value: ekbom_str,
    /// What is wrong with it, in English.
    pub message: ekbom_str,
    /// What would be accepted, the most likely first; may be empty.
    pub accepted: ekbom_strs,
    /// The cause, as a code that never changes its meaning, such as `unit_not_accepted`: an application can say it in its
    /// own language. A later version may have more of them; `other` where there is none.
    pub kind: ekbom_str,
}

impl From<Failure> for ekbom_error {
    fn from(failure: Failure) -> Self {
        let Failure { status, faults, critical } = failure;
        let mut pool = Pool::default();
        let view = |fault: &Fault| ekbom_fault {
            field: ekbom_str::of(&fault.field),
            value: ekbom_str::of(&fault.value),
            message: ekbom_str::of(&fault.message),
            accepted: pool.list(&fault.accepted),
            kind: ekbom_str::of(fault.kind.code()),
        };
        let views = faults.iter().map(view).collect();
        let message = faults.iter().map(|fault| said(status, fault)).collect::<Vec<_>>().join("; ");
        let results = critical.iter().map(ekbom_critical_result::from).collect();
        Self { status, message, faults, views, critical: results, _pool: pool, _critical: critical }
    }
}

fn said(status: ekbom_status, fault: &Fault) -> String {
    let mut text = String::new();
    let is_path = fault.field.contains(['.', '[']);
    let of_patient = matches!(status, ekbom_status::InvalidPatient | ekbom_status::InvalidArgument);
    // The message of a parameter names it already.
    let is_named = fault.field.is_empty() || fault.message.contains(&format!("`{}`", fault.field));
    if is_path || (of_patient && !is_named) {
        text.clone_from(&fault.field);
        if !fault.value.is_empty() {
            text += &format!(" `{}`", fault.value);
        }
        text += ": ";
    }
    text += &fault.message;
    if !fault.accepted.is_empty() {
        text += &format!(" (accepted: {})", fault.accepted.join(", "));
    }
    text
}

/// How the call ended; EKBOM_STATUS_NULL_POINTER for NULL.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_error_status(error: Option<&ekbom_error>) -> ekbom_status {
    error.map_or(ekbom_status::NullPointer, |error| error.status)
}

/// All of it in one line of English. Lasts until `ekbom_error_free`. Absent for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_error_message(error: Option<&ekbom_error>) -> ekbom_str {
    error.map_or(ekbom_str::NONE, |error| ekbom_str::of(&error.message))
}

/// How many faults there are; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_error_fault_count(error: Option<&ekbom_error>) -> usize {
    error.map_or(0, |error| error.views.len())
}

/// One fault. Lasts until `ekbom_error_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_error_fault(
    error: Option<&ekbom_error>,
    index: usize,
    fault: Option<&mut MaybeUninit<*const ekbom_fault>>,
) -> ekbom_status {
    at(error.map(|error| error.views.as_slice()), index, fault)
}

/// How many results of a patient who was refused are critical all the same, each by itself and if its unit is right; 0
/// for NULL. A potassium of 7.2 must not be lost because a ferritin was misspelt.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_error_critical_result_count(error: Option<&ekbom_error>) -> usize {
    error.map_or(0, |error| error.critical.len())
}

/// One of them. Lasts until `ekbom_error_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_error_critical_result(
    error: Option<&ekbom_error>,
    index: usize,
    critical_result: Option<&mut MaybeUninit<*const ekbom_critical_result>>,
) -> ekbom_status {
    at(error.map(|error| error.critical.as_slice()), index, critical_result)
}

#[derive(Serialize)]
struct Document<'e> {
    errors: &'e [Fault],
}

/// All faults as JSON, `{"errors": [...]}`: the same bytes in every language.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_error_to_json(
    error: Option<&ekbom_error>,
    json: Option<&mut MaybeUninit<Option<Box<ekbom_text>>>>,
) -> ekbom_status {
    let ended = caught(|| {
        let (error, json) = (need(error, "error")?, need(json, "json")?);
        // Strings and lists only: nothing in it can fail to be written.
        let text = serde_json::to_string(&Document { errors: &error.faults }).unwrap_or_default();
        json.write(Some(Box::new(ekbom_text(text))));
        Ok(())
    });
    ended.map_or_else(|failure| failure.status, |()| ekbom_status::Ok)
}

/// Frees it.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_error_free(error: Option<Box<ekbom_error>>) {
    free(error);
}

/// Whether the error is about this field, such as `labs[0].unit`: of use where one form field is to be marked.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_error_concerns(error: Option<&ekbom_error>, field: ekbom_str) -> bool {
    read(false, || match (error, field.read("field")) {
        (Some(error), Ok(field)) => error.faults.iter().any(|fault| fault.field == field),
        _ => false,
    })
}
