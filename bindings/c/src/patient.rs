//! A patient: what the caller says, item by item or as JSON.

use std::mem::{MaybeUninit, take};
use std::slice;
use std::sync::OnceLock;

use ekbom::assess::intake::{Policy, intake};
use ekbom::assess::{critical_of_refused, critical_of_refused_builder};
use ekbom::fact::{FactBox, YesNo};
use ekbom::measure::formula::iron::TransferrinFactor;
use ekbom::patient::{
    CompleteGroup, Include, Lab, OnRefusal, PatientBuilder, PatientErrors, Sex, Trimester, UnknownMedicines,
    not_known,
};
use ekbom::{Knowledge, Patient};

use crate::call::{Failure, call, free, need};
use crate::error::ekbom_error;
use crate::keys::{Door, field_of, item, refused};
use crate::lab::{ekbom_lab, quantity};
use crate::status::ekbom_status;
use crate::text::{ekbom_str, ekbom_text};

/// What is known of a patient. What is not said stays unknown, unless its group is declared complete. Everything is
/// checked together when the patient is first assessed, or by `ekbom_patient_check`.
#[derive(Default)]
pub struct ekbom_patient {
    pub(crate) builder: PatientBuilder,
    checked: OnceLock<Result<Checked, PatientErrors>>,
}

/// A patient in whom nothing is wrong.
pub(crate) struct Checked {
    pub(crate) patient: Patient,
    facts: OnceLock<FactBox>,
}

impl Checked {
    /// As the rules see them, under the default policy.
    pub(crate) fn facts(&self) -> &FactBox {
        self.facts.get_or_init(|| intake(&self.patient, &Policy::default()).facts)
    }
}

impl ekbom_patient {
    pub(crate) const fn of(builder: PatientBuilder) -> Self {
        Self { builder, checked: OnceLock::new() }
    }

    pub(crate) fn checked(&self) -> Result<&Checked, Failure> {
        let check =
            || self.builder.clone().build().map(|patient| Checked { patient, facts: OnceLock::new() });
        self.checked.get_or_init(check).as_ref().map_err(|errors| {
            let critical = critical_of_refused_builder(&Knowledge::builtin(), &self.builder);
            Failure { critical, ..Failure::from(errors) }
        })
    }

    pub(crate) fn change(&mut self, change: impl FnOnce(PatientBuilder) -> PatientBuilder) {
        self.checked = OnceLock::new();
        self.builder = change(take(&mut self.builder));
    }

    /// Says something under a key, in the place of what was said or refused under it before.
    fn put(&mut self, key: &str, change: impl FnOnce(PatientBuilder) -> PatientBuilder) {
        self.change(|builder| change(builder.unset(key)));
    }

    /// A result that is refused keeps its row: faults name the rows of the caller.
    fn refuse_lab(&mut self, mut failure: Failure) -> Failure {
        let row = self.builder.lab_count();
        for (place, fault) in failure.faults.iter_mut().enumerate() {
            let accepted = fault.accepted.clone();
            let at = format!("labs[{row}].{}", fault.field);
            self.change(|builder| match place {
                0 => builder.refused_lab(fault.kind, &fault.field, &fault.value, &fault.message, accepted),
                _ => builder.refused(fault.kind, &at, &fault.value, &fault.message, accepted),
            });
            fault.field = at;
        }
        failure
    }

    /// What was refused is a fault of the patient: it must not read as never said, whatever the caller does with the
    /// status.
    fn refuse(&mut self, failure: &Failure) {
        for fault in &failure.faults {
            self.change(|builder| {
                builder.refused(
                    fault.kind,
                    &fault.field,
                    &fault.value,
                    &fault.message,
                    fault.accepted.iter().cloned(),
                )
            });
        }
    }
}

/// Runs a call that says something of a patient.
fn say(
    patient: Option<&mut ekbom_patient>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
    body: impl FnOnce(&mut ekbom_patient) -> Result<(), Failure>,
) -> ekbom_status {
    call(error, || {
        let patient = need(patient, "patient")?;
        body(patient).inspect_err(|failure| patient.refuse(failure))
    })
}

/// Runs a call that adds a result.
fn add(
    patient: Option<&mut ekbom_patient>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
    body: impl FnOnce() -> Result<(Lab, Option<String>), Failure>,
) -> ekbom_status {
    call(error, || {
        let patient = need(patient, "patient")?;
        let (lab, doubt) = body().map_err(|failure| patient.refuse_lab(failure))?;
        patient.change(|builder| match doubt {
            Some(why) => builder.lab_in_doubt(lab, &why),
            None => builder.lab(lab),
        });
        Ok(())
    })
}

/// A patient of whom nothing has been said yet.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_patient_new(
    patient: Option<&mut MaybeUninit<Option<Box<ekbom_patient>>>>,
) -> ekbom_status {
    call(None, || {
        need(patient, "patient")?.write(Some(Box::default()));
        Ok(())
    })
}

/// Reads a patient in JSON, in the shape that is the same in every language, and checks it. More can be said of the
/// patient afterwards.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_patient_from_json(
    json: ekbom_str,
    patient: Option<&mut MaybeUninit<Option<Box<ekbom_patient>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let out = need(patient, "patient")?;
        let text = json.read("json")?;
        let builder = PatientBuilder::from_json(text).map_err(|errors| Failure::from(&errors))?;
        let patient = ekbom_patient::of(builder);
        // A result that could not be read is not in the builder, but may be readable by itself.
        patient.checked().map_err(|failure| Failure {
            critical: critical_of_refused(&Knowledge::builtin(), text.as_bytes()),
            ..failure
        })?;
        out.write(Some(Box::new(patient)));
        Ok(())
    })
}

/// The patient in JSON, in the shape that is the same in every language: `ekbom_patient_from_json` reads it back. On
/// EKBOM_STATUS_INVALID_PATIENT the error lists every fault; what was set aside is one here, for it would be lost
/// without a word, and with it what it may forbid.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_patient_to_json(
    patient: Option<&ekbom_patient>,
    json: Option<&mut MaybeUninit<Option<Box<ekbom_text>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let (patient, json) = (need(patient, "patient")?, need(json, "json")?);
        let text = patient.checked()?.patient.to_json().map_err(|errors| Failure::from(&errors))?;
        json.write(Some(Box::new(ekbom_text(text))));
        Ok(())
    })
}

/// A copy, to which other things can be said.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_patient_clone(
    patient: Option<&ekbom_patient>,
    copy: Option<&mut MaybeUninit<Option<Box<ekbom_patient>>>>,
) -> ekbom_status {
    call(None, || {
        let (patient, copy) = (need(patient, "patient")?, need(copy, "copy")?);
        let builder = patient.builder.clone();
        copy.write(Some(Box::new(ekbom_patient { builder, checked: OnceLock::new() })));
        Ok(())
    })
}

/// Says yes or no: `pregnant`, `ethnicity_black`, and the yes/no items of symptoms and history such as `crohn`. Said
/// again, it stands in the place of what was said or refused before.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_patient_set_flag(
    patient: Option<&mut ekbom_patient>,
    key: ekbom_str,
    present: bool,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    say(patient, error, |patient| {
        match key.read("key")? {
            key @ "pregnant" => patient.put(key, |builder| builder.pregnant(present)),
            key => {
                let fact = item(key, Door::Flag)?;
                let item = YesNo::try_from(fact).map_err(|_| refused(key, Door::Flag))?;
                patient.put(key, |builder| builder.item(item, present));
            }
        }
        Ok(())
    })
}

/// Says a number: `age_years`, `elevation_m`, `cigarettes_per_day`, and the numbers of symptoms and history such as
/// `times_per_week`, `irls_total` or `onset_age_years`. Its range is checked with the patient.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_patient_set_number(
    patient: Option<&mut ekbom_patient>,
    key: ekbom_str,
    value: f64,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    say(patient, error, |patient| {
        match key.read("key")? {
            key @ "age_years" => patient.put(key, |builder| builder.age_years(value)),
            key @ "elevation_m" => patient.put(key, |builder| builder.elevation_m(value)),
            key @ "cigarettes_per_day" => patient.put(key, |builder| builder.cigarettes_per_day(value)),
            key => {
                let fact = item(key, Door::Number)?;
                patient.put(key, |builder| builder.number(fact, value));
            }
        }
        Ok(())
    })
}

/// Says one of several codes: `sex` and `sex_for_reference` (`female`, `male`), `trimester` (`1`, `2`, `3`), `mimics`
/// (`ruled_out`, `coexists`, `sole_explanation`; `not_assessed` leaves it unknown), `distress` (`none`, `mild`, `moderate`, `severe`), `b12_cause`,
/// `transferrin_factor`, `unknown_medicines` (`refuse`, `carry`), `on_refusal` (`refuse`, `set_aside`).
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_patient_set_choice(
    patient: Option<&mut ekbom_patient>,
    key: ekbom_str,
    code: ekbom_str,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    say(patient, error, |patient| {
        let key = key.read("key")?;
        let text = code.read("code")?;
        let wrong = |codes: &[&str]| Failure::code(&field_of(key), text, codes);
        match key {
            "sex" => {
                let sex = Sex::from_code(text).ok_or_else(|| wrong(Sex::CODES))?;
                patient.put(key, |builder| builder.sex(sex));
            }
            "sex_for_reference" => {
                let sex = Sex::from_code(text).ok_or_else(|| wrong(Sex::CODES))?;
                patient.put(key, |builder| builder.sex_for_reference(sex));
            }
            "trimester" => {
                let trimester = Trimester::from_code(text).ok_or_else(|| wrong(Trimester::CODES))?;
                patient.put(key, |builder| builder.trimester(trimester));
            }
            "transferrin_factor" => {
                let codes: Vec<&str> = TransferrinFactor::ALL.iter().map(|factor| factor.code()).collect();
                let factor = TransferrinFactor::ALL.iter().find(|factor| factor.code() == text);
                let factor = *factor.ok_or_else(|| wrong(&codes))?;
                patient.put(key, |builder| builder.transferrin_factor(factor));
            }
            "unknown_medicines" => {
                let policy =
                    UnknownMedicines::from_code(text).ok_or_else(|| wrong(UnknownMedicines::CODES))?;
                patient.put(key, |builder| builder.unknown_medicines(policy));
            }
            "on_refusal" => {
                let policy = OnRefusal::from_code(text).ok_or_else(|| wrong(OnRefusal::CODES))?;
                patient.put(key, |builder| builder.on_refusal(policy));
            }
            _ => {
                let fact = item(key, Door::Choice)?;
                if !fact.options().contains(&text) && not_known(fact) != Some(text) {
                    let word = not_known(fact);
                    return Err(wrong(&fact.options().iter().copied().chain(word).collect::<Vec<_>>()));
                }
                patient.put(key, |builder| builder.choice(fact, text));
            }
        }
        Ok(())
    })
}

/// Adds a result: analyte, value and unit. Where more can be said of it, use `ekbom_lab_new` and `ekbom_patient_add`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_patient_add_lab(
    patient: Option<&mut ekbom_patient>,
    analyte: ekbom_str,
    value: f64,
    unit: ekbom_str,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    add(patient, error, || {
        let (analyte, value, unit) = quantity(&analyte, value, &unit)?;
        Ok((Lab::new(analyte, value, unit), None))
    })
}

/// Adds a copy of a result.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_patient_add(
    patient: Option<&mut ekbom_patient>,
    lab: Option<&ekbom_lab>,
) -> ekbom_status {
    add(patient, None, || {
        let lab = need(lab, "lab")?;
        Ok((lab.to_lab()?, lab.doubt.clone()))
    })
}

/// Adds a medicine by the name of its ingredient. A name that the catalogue does not know is carried with an alert, but a
/// slip in a known one is a fault of the patient; the choice `unknown_medicines` says otherwise.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_patient_add_medicine(
    patient: Option<&mut ekbom_patient>,
    name: ekbom_str,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let patient = need(patient, "patient")?;
        match name.read("name") {
            Ok(name) => {
                patient.change(|builder| builder.medicine_named(name));
                Ok(())
            }
            Err(failure) => {
                let failure = failure.of_field(&format!("medicines[{}]", patient.builder.medicine_count()));
                for fault in &failure.faults {
                    patient
                        .change(|builder| builder.refused_medicine(fault.kind, &fault.value, &fault.message));
                }
                Err(failure)
            }
        }
    })
}

/// Scores of the ten items of the IRLS rating scale, instead of its total.
#[expect(clippy::not_unsafe_ptr_arg_deref, reason = "only C calls it, and answers for its pointers")]
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_patient_set_irls_items(
    patient: Option<&mut ekbom_patient>,
    scores: *const u8,
    count: usize,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    say(patient, error, |patient| {
        const FIELD: &str = "symptoms.irls_items";
        if count > 64 {
            return Err(Failure::too_long("scores", count, 10).of_field(FIELD));
        }
        if scores.is_null() {
            return Err(Failure::null("scores").of_field(FIELD));
        }
        // SAFETY: it is not NULL, and the caller promises that `count` bytes can be read from it and that nobody
        // changes them during the call, at whose end the reference is gone.
        let scores = unsafe { slice::from_raw_parts(scores, count) };
        patient.put("irls_items", |builder| builder.irls_items(scores));
        Ok(())
    })
}

/// Declares a group complete (`symptoms`, `history`, `medicines`): what it does not mention is absent.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_patient_complete(
    patient: Option<&mut ekbom_patient>,
    group: ekbom_str,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    say(patient, error, |patient| {
        let text = group.read("group")?;
        let group = CompleteGroup::from_code(text);
        let group = group.ok_or_else(|| Failure::code("complete", text, CompleteGroup::CODES))?;
        patient.change(|builder| builder.complete(group));
        Ok(())
    })
}

/// Asks for something that is off by default: `aafp-2017`, `cb12`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_patient_include(
    patient: Option<&mut ekbom_patient>,
    code: ekbom_str,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    say(patient, error, |patient| {
        let text = code.read("code")?;
        let include =
            Include::from_code(text).ok_or_else(|| Failure::code("include", text, Include::CODES))?;
        patient.change(|builder| builder.include(include));
        Ok(())
    })
}

/// Checks everything said: on EKBOM_STATUS_INVALID_PATIENT the error lists every fault at once.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_patient_check(
    patient: Option<&ekbom_patient>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || need(patient, "patient")?.checked().map(|_| ()))
}

/// Frees it.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_patient_free(patient: Option<Box<ekbom_patient>>) {
    free(patient);
}
