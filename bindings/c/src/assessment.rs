//! An assessment, and the views of it that C reads.

use std::mem::MaybeUninit;
use std::sync::Arc;

use ekbom::assess::{assess_with, trace};
use ekbom::{Assessment, Knowledge};

use crate::call::{call, found, free, need, read};
use crate::error::ekbom_error;
use crate::knowledge::ekbom_knowledge;
use crate::patient::{Checked, ekbom_patient};
use crate::policy::ekbom_policy;
use crate::status::ekbom_status;
use crate::text::{ekbom_str, ekbom_strs, ekbom_text};
use crate::view::{ekbom_alert, ekbom_position};
use crate::views::Views;

/// Everything that follows from what is known of one patient. It needs neither the patient nor the knowledge to live
/// on.
pub struct ekbom_assessment {
    pub(crate) views: Views,
    /// Before what it borrows from, so that it ends first.
    assessment: Box<Assessment>,
    knowledge: Arc<Knowledge>,
}

impl ekbom_assessment {
    fn new(knowledge: &ekbom_knowledge, patient: &Checked, policy: &ekbom_policy) -> Self {
        let shared = Arc::clone(&knowledge.knowledge);
        // SAFETY: the knowledge stays where it is and unchanged while the `Arc` kept beside the assessment lives; the
        // assessment, which alone holds this reference, is dropped before that `Arc` and never handed out.
        let borrowed: &'static Knowledge = unsafe { &*Arc::as_ptr(&shared) };
        let mut assessment = Box::new(assess_with(borrowed, &patient.patient, &policy.policy));
        if policy.trace {
            assessment.trace = Some(trace(borrowed, &patient.patient, &policy.policy));
        }
        Self { views: Views::of(&assessment), assessment, knowledge: shared }
    }

    pub(crate) fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    /// What it was made from.
    pub(crate) fn knowledge(&self) -> &Knowledge {
        &self.knowledge
    }
}

/// What one thread makes another may read and free: what C is promised, checked where it can be.
const _: () = {
    const fn shared<T: Send + Sync>() {}
    shared::<ekbom_assessment>();
    shared::<ekbom_knowledge>();
    shared::<ekbom_patient>();
    shared::<ekbom_policy>();
    shared::<ekbom_error>();
};

/// Assesses a patient. `policy` may be NULL. On EKBOM_STATUS_INVALID_PATIENT the error lists every fault of the
/// patient.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_assess(
    knowledge: Option<&ekbom_knowledge>,
    patient: Option<&ekbom_patient>,
    policy: Option<&ekbom_policy>,
    assessment: Option<&mut MaybeUninit<Option<Box<ekbom_assessment>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let (knowledge, patient) = (need(knowledge, "knowledge")?, need(patient, "patient")?);
        let assessment = need(assessment, "assessment")?;
        let policy = ekbom_policy::or_default(policy);
        assessment.write(Some(Box::new(ekbom_assessment::new(knowledge, patient.checked()?, &policy))));
        Ok(())
    })
}

/// JSON in, JSON out: one patient in, one assessment out, the same bytes in every language. `policy` may be NULL. For a
/// refused patient `ekbom_error_to_json` gives what stands in the assessment's place.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_assess_json(
    knowledge: Option<&ekbom_knowledge>,
    patient: ekbom_str,
    policy: Option<&ekbom_policy>,
    json: Option<&mut MaybeUninit<Option<Box<ekbom_text>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let (knowledge, json) = (need(knowledge, "knowledge")?, need(json, "json")?);
        let policy = ekbom_policy::or_default(policy);
        let patient = ekbom::Patient::from_json(patient.read("patient")?);
        let patient = patient.map_err(|errors| crate::call::Failure::from(&errors))?;
        let mut assessment = assess_with(&knowledge.knowledge, &patient, &policy.policy);
        if policy.trace {
            assessment.trace = Some(trace(&knowledge.knowledge, &patient, &policy.policy));
        }
        json.write(Some(Box::new(ekbom_text(assessment.to_json()))));
        Ok(())
    })
}

/// As one line of JSON, the same bytes in every language.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_assessment_to_json(
    assessment: Option<&ekbom_assessment>,
    json: Option<&mut MaybeUninit<Option<Box<ekbom_text>>>>,
) -> ekbom_status {
    call(None, || {
        let (assessment, json) = (need(assessment, "assessment")?, need(json, "json")?);
        json.write(Some(Box::new(ekbom_text(assessment.assessment.to_json()))));
        Ok(())
    })
}

/// The position of one guideline on one question, or EKBOM_STATUS_NOT_FOUND. Lasts until `ekbom_assessment_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_assessment_find_position(
    assessment: Option<&ekbom_assessment>,
    question: ekbom_str,
    guideline: ekbom_str,
    position: Option<&mut MaybeUninit<*const ekbom_position>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let (own, out) = (need(assessment, "assessment")?, need(position, "position")?);
        let (question, guideline) = (question.read("question")?, guideline.read("guideline")?);
        let mut places = own.assessment.positions.iter().zip(&own.views.positions);
        let place = places.find(|(own, _)| own.question == question && own.guideline == guideline);
        found(place.map(|(_, view)| view), out, &format!("{question} by {guideline}"), None)
    })
}

/// The alert with this code, or EKBOM_STATUS_NOT_FOUND where it was not raised. Lasts until `ekbom_assessment_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_assessment_find_alert(
    assessment: Option<&ekbom_assessment>,
    code: ekbom_str,
    alert: Option<&mut MaybeUninit<*const ekbom_alert>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let (own, out) = (need(assessment, "assessment")?, need(alert, "alert")?);
        let code = code.read("code")?;
        let mut places = own.assessment.alerts.iter().zip(&own.views.alerts);
        let place = places.find(|(own, _)| own.code == code);
        found(place.map(|(_, view)| view), out, code, None)
    })
}

/// Claims of the founding article that the facts touch. Lasts until `ekbom_assessment_free`.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_assessment_claims(assessment: Option<&ekbom_assessment>) -> ekbom_strs {
    assessment.map_or(ekbom_strs::NONE, |own| own.views.claims)
}

/// Medicines of the catalogue that the patient takes. Lasts until `ekbom_assessment_free`.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_assessment_medicines(assessment: Option<&ekbom_assessment>) -> ekbom_strs {
    assessment.map_or(ekbom_strs::NONE, |own| own.views.medicines)
}

/// Version of the knowledge that answered. Lasts until `ekbom_assessment_free`. Absent for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_assessment_knowledge_version(assessment: Option<&ekbom_assessment>) -> ekbom_str {
    read(ekbom_str::NONE, || {
        assessment.map_or(ekbom_str::NONE, |own| ekbom_str::of(&own.assessment.knowledge.version))
    })
}

/// Fingerprint of the rules that answered. Lasts until `ekbom_assessment_free`. Absent for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_assessment_knowledge_hash(assessment: Option<&ekbom_assessment>) -> ekbom_str {
    read(ekbom_str::NONE, || {
        assessment.map_or(ekbom_str::NONE, |own| ekbom_str::of(&own.assessment.knowledge.hash))
    })
}

/// Frees it, and all that was asked of it.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_assessment_free(assessment: Option<Box<ekbom_assessment>>) {
    free(assessment);
}
