//! The C interface: calls in any order, with any text, with NULL wherever it may stand. What C promises is kept (a
//! length is that of its bytes, a handle is freed once); nothing else is.

use std::mem::MaybeUninit;

use arbitrary::{Result, Unstructured};
use ekbom_c::*;

/// A parameter through which a call hands something out.
type Out<T> = MaybeUninit<Option<Box<T>>>;

/// `struct ekbom_str`, whose fields only C sees.
#[repr(C)]
struct Text {
    data: *const u8,
    len: usize,
}

pub fn check(data: &[u8]) {
    let mut bytes = Unstructured::new(data);
    let mut desk = Desk::default();
    // Ends with the bytes, or sooner.
    for _ in 0..200 {
        if bytes.is_empty() || desk.one(&mut bytes).is_err() {
            break;
        }
    }
}

#[derive(Default)]
struct Desk {
    patients: Vec<Box<ekbom_patient>>,
    labs: Vec<Box<ekbom_lab>>,
    policies: Vec<Box<ekbom_policy>>,
    knowledge: Vec<Box<ekbom_knowledge>>,
    assessments: Vec<Box<ekbom_assessment>>,
}

const WORDS: [&str; 34] = [
    "",
    "ferritin",
    "creatinine",
    "b12_total",
    "ifab",
    "tsat",
    "feritin",
    "ng/mL",
    "mg/dL",
    "pmol/L",
    "%",
    "age_years",
    "sex",
    "female",
    "male",
    "pregnant",
    "trimester",
    "2",
    "times_per_week",
    "crohn",
    "dialysis",
    "mimics",
    "ruled_out",
    "distress",
    "severe",
    "metformin",
    "moon dust",
    "unknown_medicines",
    "carry",
    "history",
    "medicines",
    "positive",
    "iron.therapy",
    "aasm-2025",
];

fn text_of(bytes: &[u8]) -> ekbom_str {
    let text = Text { data: bytes.as_ptr(), len: bytes.len() };
    // SAFETY: both are a pointer and a length, in this order, by `repr(C)`.
    unsafe { std::mem::transmute::<Text, ekbom_str>(text) }
}

/// A word of the interface, some bytes, nothing, or a length that is refused before a byte is read.
fn text<'a>(bytes: &mut Unstructured<'a>) -> Result<ekbom_str> {
    Ok(match bytes.int_in_range(0..=11u8)? {
        0..=7 => text_of(bytes.choose(&WORDS)?.as_bytes()),
        8 | 9 => {
            let len = bytes.arbitrary_len::<u8>()?;
            text_of(bytes.bytes(len.min(300))?)
        }
        10 => {
            let len = if bytes.arbitrary()? { 0 } else { bytes.arbitrary::<usize>()? };
            let text = Text { data: std::ptr::null(), len };
            // SAFETY: as above.
            unsafe { std::mem::transmute::<Text, ekbom_str>(text) }
        }
        _ => {
            let len = EKBOM_TEXT_MAX + 1 + usize::from(bytes.arbitrary::<u16>()?);
            let text = Text { data: b"x".as_ptr(), len };
            // SAFETY: as above; the length is beyond what the library reads.
            unsafe { std::mem::transmute::<Text, ekbom_str>(text) }
        }
    })
}

fn read(text: ekbom_str) -> String {
    // SAFETY: as above, the other way round; the library made it and its owner lives.
    let Text { data, len } = unsafe { std::mem::transmute::<ekbom_str, Text>(text) };
    if data.is_null() {
        assert_eq!(len, 0);
        return String::new();
    }
    // SAFETY: `len` bytes can be read from `data`, by the contract of the library.
    String::from_utf8(unsafe { std::slice::from_raw_parts(data, len) }.to_vec()).expect("texts are UTF-8")
}

/// What a call said: an error exactly where it failed, and never a bug of the library.
fn said(status: ekbom_status, error: Out<ekbom_error>) {
    // SAFETY: it was initialised with nothing, or written by the call.
    let error = unsafe { error.assume_init() };
    assert_eq!(status == ekbom_status::Ok, error.is_none());
    assert!(!read(ekbom_status_code(status as u32)).is_empty());
    if let Some(own) = error.as_deref() {
        assert!(!read(ekbom_error_message(Some(own))).is_empty());
    }
    assert!(status != ekbom_status::Panic, "{}", read(ekbom_error_message(error.as_deref())));
    ekbom_error_free(error);
}

fn none<T>() -> Out<T> {
    MaybeUninit::new(None)
}

/// What a call handed out, written only where it succeeded.
fn given<T>(status: ekbom_status, out: Out<T>) -> Option<Box<T>> {
    // SAFETY: it was initialised with nothing, or written by the call.
    let out = unsafe { out.assume_init() };
    assert_eq!(status == ekbom_status::Ok, out.is_some());
    out
}

impl Desk {
    fn one(&mut self, bytes: &mut Unstructured<'_>) -> Result<()> {
        let mut error = none();
        let what = bytes.int_in_range(0..=21u8)?;
        let at: usize = bytes.arbitrary::<u8>()?.into();
        let null = bytes.ratio(1u8, 16u8)?;
        let (patients, labs, policies) = (self.patients.len(), self.labs.len(), self.policies.len());
        let patient = (!null && patients > 0).then(|| &mut *self.patients[at % patients.max(1)]);
        match what {
            0 => {
                let mut out = none();
                let status = ekbom_patient_new((!null).then_some(&mut out));
                if !null {
                    self.patients.extend(given(status, out));
                }
            }
            1 => {
                let mut out = none();
                let status = ekbom_patient_from_json(text(bytes)?, Some(&mut out), Some(&mut error));
                self.patients.extend(given(status, out));
                said(status, error);
            }
            2 => said(
                ekbom_patient_set_flag(patient, text(bytes)?, bytes.arbitrary()?, Some(&mut error)),
                error,
            ),
            3 => {
                said(ekbom_patient_set_number(patient, text(bytes)?, number(bytes)?, Some(&mut error)), error)
            }
            4 => said(ekbom_patient_set_choice(patient, text(bytes)?, text(bytes)?, Some(&mut error)), error),
            5 => {
                let status = ekbom_patient_add_lab(
                    patient,
                    text(bytes)?,
                    number(bytes)?,
                    text(bytes)?,
                    Some(&mut error),
                );
                said(status, error);
            }
            6 => said(ekbom_patient_add_medicine(patient, text(bytes)?, Some(&mut error)), error),
            7 => {
                let scores = bytes.bytes(bytes.len().min(at % 70))?;
                let data = if bytes.ratio(1u8, 8u8)? { std::ptr::null() } else { scores.as_ptr() };
                said(ekbom_patient_set_irls_items(patient, data, scores.len(), Some(&mut error)), error);
            }
            8 => said(ekbom_patient_complete(patient, text(bytes)?, Some(&mut error)), error),
            9 => said(ekbom_patient_include(patient, text(bytes)?, Some(&mut error)), error),
            10 => said(ekbom_patient_check(patient.as_deref(), Some(&mut error)), error),
            11 => {
                let mut out = none();
                let status = ekbom_patient_clone(patient.as_deref(), Some(&mut out));
                self.patients.extend(given(status, out));
            }
            12 => {
                if patients > 0 {
                    ekbom_patient_free(Some(self.patients.swap_remove(at % patients)));
                }
                ekbom_patient_free(None);
            }
            13 => {
                let mut out = none();
                let status = ekbom_lab_new(
                    text(bytes)?,
                    number(bytes)?,
                    text(bytes)?,
                    Some(&mut out),
                    Some(&mut error),
                );
                self.labs.extend(given(status, out));
                said(status, error);
            }
            14 => {
                let mut out = none();
                let status =
                    ekbom_lab_new_qualitative(text(bytes)?, text(bytes)?, Some(&mut out), Some(&mut error));
                self.labs.extend(given(status, out));
                said(status, error);
            }
            15 => {
                let lab = (labs > 0).then(|| &mut *self.labs[at % labs.max(1)]);
                set(lab, bytes, error)?;
            }
            16 => {
                let lab = (labs > 0).then(|| &*self.labs[at % labs.max(1)]);
                let status = ekbom_patient_add(patient, lab);
                assert!(status != ekbom_status::Panic);
            }
            17 => {
                let mut out = none();
                let status = ekbom_policy_new(Some(&mut out));
                self.policies.extend(given(status, out));
            }
            18 => {
                let policy = (policies > 0).then(|| &mut *self.policies[at % policies.max(1)]);
                let status = match bytes.int_in_range(0..=2u8)? {
                    0 => ekbom_policy_set_stale_after_days(policy, number(bytes)?, Some(&mut error)),
                    1 => ekbom_policy_set_uncertainty(policy, text(bytes)?, Some(&mut error)),
                    _ => {
                        return Ok(assert!(
                            ekbom_policy_set_trace(policy, bytes.arbitrary()?) != ekbom_status::Panic
                        ));
                    }
                };
                said(status, error);
            }
            19 => self.assess(at, null, error),
            20 => convert(bytes)?,
            _ => {
                let mut out = none();
                let status = ekbom_knowledge_from_json(text(bytes)?, Some(&mut out), Some(&mut error));
                self.knowledge.extend(given(status, out));
                said(status, error);
            }
        }
        Ok(())
    }

    fn assess(&mut self, at: usize, null: bool, mut error: Out<ekbom_error>) {
        if self.knowledge.is_empty() {
            let mut out = none();
            let status = ekbom_knowledge_new(Some(&mut out), None);
            self.knowledge.extend(given(status, out));
        }
        let patient = (!self.patients.is_empty()).then(|| &*self.patients[at % self.patients.len().max(1)]);
        let policy = (!self.policies.is_empty()).then(|| &*self.policies[at % self.policies.len().max(1)]);
        let knowledge = (!null).then(|| &*self.knowledge[at % self.knowledge.len()]);
        let mut out = none();
        let status = ekbom_assess(knowledge, patient, policy, Some(&mut out), Some(&mut error));
        said(status, error);
        let Some(made) = given(status, out) else { return };
        let mut json = none();
        let status = ekbom_assessment_to_json(Some(&made), Some(&mut json));
        let json = given(status, json);
        crate::whole(&read(ekbom_text_str(json.as_deref())));
        ekbom_text_free(json);
        lists(&made);
        let mut answers = MaybeUninit::new(0u16);
        let status = ekbom_possible(knowledge, patient, at, Some(&mut answers), None);
        assert!(status != ekbom_status::Panic);
        // Some live on beside the knowledge that they were made with, some end here.
        if at % 2 == 0 {
            ekbom_assessment_free(Some(made));
        } else {
            self.assessments.push(made);
        }
        if at % 16 == 0 {
            self.knowledge.drain(..).for_each(|own| ekbom_knowledge_free(Some(own)));
        }
    }
}

/// Every list to its end, and one beyond.
fn lists(made: &ekbom_assessment) {
    macro_rules! walk {
        ($($count:ident $at:ident $field:ident)+) => {$(
            let count = $count(Some(made));
            for index in 0..=count {
                let mut out = MaybeUninit::new(std::ptr::null());
                let status = $at(Some(made), index, Some(&mut out));
                // SAFETY: initialised above.
                let item = unsafe { out.assume_init() };
                assert_eq!(status == ekbom_status::Ok, index < count);
                // SAFETY: NULL, or an item that lasts as long as the assessment.
                if let Some(item) = unsafe { item.as_ref() } {
                    assert!(!read(item.$field).is_empty());
                }
            }
        )+};
    }
    walk! {
        ekbom_assessment_position_count ekbom_assessment_position question
        ekbom_assessment_disagreement_count ekbom_assessment_disagreement question
        ekbom_assessment_recommendation_count ekbom_assessment_recommendation action
        ekbom_assessment_next_test_count ekbom_assessment_next_test test
        ekbom_assessment_alert_count ekbom_assessment_alert code
        ekbom_assessment_derived_count ekbom_assessment_derived fact
        ekbom_assessment_result_count ekbom_assessment_result analyte
        ekbom_assessment_source_count ekbom_assessment_source id
        ekbom_assessment_trace_line_count ekbom_assessment_trace_line condition
    }
}

fn number(bytes: &mut Unstructured<'_>) -> Result<f64> {
    Ok(match bytes.int_in_range(0..=3u8)? {
        0 => bytes.arbitrary()?,
        _ => f64::from(bytes.arbitrary::<u16>()?) / 8.0,
    })
}

fn set(lab: Option<&mut ekbom_lab>, bytes: &mut Unstructured<'_>, mut error: Out<ekbom_error>) -> Result<()> {
    let status = match bytes.int_in_range(0..=7u8)? {
        0 => ekbom_lab_set_days_ago(lab, number(bytes)?),
        1 => ekbom_lab_set_morning(lab, bytes.arbitrary()?),
        2 => ekbom_lab_set_iron_free_hours(lab, number(bytes)?),
        3 => ekbom_lab_set_ref_low(lab, number(bytes)?),
        4 => ekbom_lab_set_ref_high(lab, number(bytes)?),
        5 => ekbom_lab_set_grey_high(lab, number(bytes)?),
        6 => ekbom_lab_set_confirmed(lab, bytes.arbitrary()?),
        _ => {
            let status = ekbom_lab_set_assay(lab, text(bytes)?, Some(&mut error));
            said(status, error);
            return Ok(());
        }
    };
    assert!(status != ekbom_status::Panic);
    Ok(())
}

fn convert(bytes: &mut Unstructured<'_>) -> Result<()> {
    let (mut error, mut out) = (none(), MaybeUninit::new(0.0));
    let status = ekbom_convert(
        text(bytes)?,
        number(bytes)?,
        text(bytes)?,
        text(bytes)?,
        Some(&mut out),
        Some(&mut error),
    );
    said(status, error);
    let (mut error, mut ucum) = (none(), MaybeUninit::new(text_of(b"")));
    said(ekbom_unit_parse(text(bytes)?, Some(&mut ucum), Some(&mut error)), error);
    Ok(())
}
