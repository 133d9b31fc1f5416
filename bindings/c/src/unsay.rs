//! Taking back what was said of a patient.

use std::mem::MaybeUninit;

use crate::call::{Failure, call, need, short};
use crate::error::ekbom_error;
use crate::keys::keys;
use crate::patient::ekbom_patient;
use crate::status::ekbom_status;
use crate::text::ekbom_str;

/// Takes back what was said under a key of `ekbom_patient_set_flag`, `ekbom_patient_set_number` or
/// `ekbom_patient_set_choice`, and what was refused under it: it is unknown again. `irls_items`, `complete` and
/// `include` take back all that was said by their functions. A key that is none can be taken back where it was refused.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_patient_unset(
    patient: Option<&mut ekbom_patient>,
    key: ekbom_str,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let patient = need(patient, "patient")?;
        let key = key.read("key")?;
        let more = ["irls_items", "complete", "include"];
        let known = more.contains(&key) || keys().any(|(own, _)| own == key);
        if !known && !patient.builder.is_refused(&short(key)) {
            let message = format!("`{}` is not a known key", short(key));
            return Err(Failure::argument("key", key, message, Vec::new()));
        }
        patient.change(|builder| builder.unset(&short(key)));
        Ok(())
    })
}

/// Takes back everything, what was refused too: a patient of whom nothing has been said yet.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_patient_clear(patient: Option<&mut ekbom_patient>) -> ekbom_status {
    call(None, || {
        *need(patient, "patient")? = ekbom_patient::default();
        Ok(())
    })
}

/// How many results were added, those that were refused or taken back too: faults name the next one
/// `labs[<this>]`. 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_patient_lab_count(patient: Option<&ekbom_patient>) -> usize {
    patient.map_or(0, |own| own.builder.lab_count())
}

/// How many medicines were added, those that were refused or taken back too: faults name the next one
/// `medicines[<this>]`. 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_patient_medicine_count(patient: Option<&ekbom_patient>) -> usize {
    patient.map_or(0, |own| own.builder.medicine_count())
}

fn row(row: usize, count: usize) -> Result<(), Failure> {
    if row < count {
        return Ok(());
    }
    let message = format!("`row` {row} was not added");
    Err(Failure::new(
        ekbom_status::OutOfRange,
        "row",
        &row.to_string(),
        message,
        vec![format!("less than {count}")],
    ))
}

/// Takes back the result at this row, the first one added being 0, with what was refused of it. The others keep their
/// rows.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_patient_remove_lab(
    patient: Option<&mut ekbom_patient>,
    row: usize,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let patient = need(patient, "patient")?;
        self::row(row, patient.builder.lab_count())?;
        patient.change(|builder| builder.without_lab(row));
        Ok(())
    })
}

/// Takes back the medicine at this row, the first one added being 0, with what was refused of it. The others keep their
/// rows.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_patient_remove_medicine(
    patient: Option<&mut ekbom_patient>,
    row: usize,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let patient = need(patient, "patient")?;
        self::row(row, patient.builder.medicine_count())?;
        patient.change(|builder| builder.without_medicine(row));
        Ok(())
    })
}
