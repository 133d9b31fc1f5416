//! An assessment, and the views of it that C reads.

use std::mem::MaybeUninit;
use std::sync::Arc;

use ekbom::assess::{assess_with, trace};
use ekbom::{Assessment, Knowledge};

use crate::call::{at, call, found, free, need, read};
use crate::error::ekbom_error;
use crate::knowledge::ekbom_knowledge;
use crate::patient::{Checked, ekbom_patient};
use crate::policy::ekbom_policy;
use crate::pool::Pool;
use crate::status::ekbom_status;
use crate::text::{ekbom_str, ekbom_strs, ekbom_text};
use crate::trace::lines;
use crate::view::{
    ekbom_alert, ekbom_derived, ekbom_disagreement, ekbom_next_test, ekbom_position, ekbom_recommendation,
    ekbom_result, ekbom_source_used, ekbom_trace_line,
};

/// Everything that follows from what is known of one patient. It needs neither the patient nor the knowledge to live
/// on.
pub struct ekbom_assessment {
    views: Views,
    /// Before what it borrows from, so that it ends first.
    assessment: Box<Assessment<'static>>,
    _knowledge: Arc<Knowledge>,
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
        Self { views: Views::of(&assessment), assessment, _knowledge: shared }
    }
}

/// Pointers into the assessment beside it.
struct Views {
    positions: Vec<ekbom_position>,
    disagreements: Vec<ekbom_disagreement>,
    recommendations: Vec<ekbom_recommendation>,
    next_tests: Vec<ekbom_next_test>,
    alerts: Vec<ekbom_alert>,
    derived: Vec<ekbom_derived>,
    results: Vec<ekbom_result>,
    sources: Vec<ekbom_source_used>,
    trace: Vec<ekbom_trace_line>,
    claims: ekbom_strs,
    medicines: ekbom_strs,
    _pool: Pool,
}

impl Views {
    fn of(assessment: &Assessment<'_>) -> Self {
        let mut pool = Pool::default();
        let text = ekbom_str::of;
        let number = |value: Option<f64>| value.unwrap_or(f64::NAN);
        Self {
            positions: assessment
                .positions
                .iter()
                .map(|own| ekbom_position {
                    question: text(own.question),
                    guideline: text(own.guideline),
                    possible: pool.list(own.possible.iter().copied()),
                    rules: pool.list(own.rules.iter().copied()),
                    needs: pool.list(own.needs.iter().copied()),
                    flags: pool.list(own.flags.iter().copied()),
                    verification: text(own.verification.code()),
                })
                .collect(),
            disagreements: assessment
                .disagreements
                .iter()
                .flat_map(|own| own.positions.iter().map(move |side| (own.question, side)))
                .map(|(question, (guideline, possible))| ekbom_disagreement {
                    question: text(question),
                    guideline: text(guideline),
                    possible: pool.list(possible.iter().copied()),
                })
                .collect(),
            recommendations: assessment
                .recommendations
                .iter()
                .map(|own| ekbom_recommendation {
                    action: text(own.action),
                    direction: text(own.direction),
                    strength: ekbom_str::maybe(own.strength),
                    certainty: ekbom_str::maybe(own.certainty),
                    guideline: text(own.guideline),
                    question: text(own.question),
                    rule: text(own.rule),
                    possible: pool.list(own.possible.iter().copied()),
                    because: pool.list(&own.because),
                    flags: pool.list(own.flags.iter().copied()),
                    follow_up: pool.list(own.follow_up.iter().map(|follow| follow.says)),
                    withheld: pool.list(own.withheld.iter().flatten().copied()),
                    cautions: pool.list(own.cautions.iter().copied()),
                    iron: own.iron,
                    is_withheld: own.withheld.is_some(),
                })
                .collect(),
            next_tests: assessment
                .next_tests
                .iter()
                .map(|own| ekbom_next_test {
                    test: text(own.test),
                    could_change: pool.list(own.could_change.iter().copied()),
                    cannot_change: pool.list(own.cannot_change.iter().copied()),
                    instructions: pool.list(own.instructions.iter().copied()),
                })
                .collect(),
            alerts: assessment
                .alerts
                .iter()
                .map(|own| ekbom_alert {
                    code: text(own.code),
                    severity: text(own.severity.code()),
                    message: text(own.message),
                    facts: pool.list(own.facts.iter().copied()),
                })
                .collect(),
            derived: assessment
                .derived
                .iter()
                .map(|own| ekbom_derived {
                    fact: text(own.fact),
                    unit: text(own.unit),
                    method: text(own.method),
                    if_sex: ekbom_str::maybe(own.if_sex),
                    from: pool.list(own.from.iter().copied()),
                    value: number(own.value.map(|shown| shown.0)),
                    low: number(own.low.map(|shown| shown.0)),
                    high: number(own.high.map(|shown| shown.0)),
                })
                .collect(),
            results: assessment
                .results
                .iter()
                .map(|own| ekbom_result {
                    analyte: text(own.analyte.id()),
                    unit: ekbom_str::maybe(own.unit),
                    comparator: ekbom_str::maybe(own.comparator),
                    finding: ekbom_str::maybe(own.finding),
                    value: number(own.value.map(|shown| shown.0)),
                    days_ago: number(own.days_ago.map(|shown| shown.0)),
                    counted: own.counted,
                })
                .collect(),
            sources: assessment
                .sources
                .iter()
                .map(|own| ekbom_source_used {
                    id: text(&own.id),
                    verification: text(own.verification.code()),
                })
                .collect(),
            trace: lines(assessment.trace.as_deref().unwrap_or_default(), &mut pool),
            claims: pool.list(assessment.claims.iter().copied()),
            medicines: pool.list(assessment.medicines.iter().map(|own| own.medicine.name())),
            _pool: pool,
        }
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
        assessment.map_or(ekbom_str::NONE, |own| ekbom_str::of(own.assessment.knowledge.version))
    })
}

/// Fingerprint of the rules that answered. Lasts until `ekbom_assessment_free`. Absent for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_assessment_knowledge_hash(assessment: Option<&ekbom_assessment>) -> ekbom_str {
    read(ekbom_str::NONE, || {
        assessment.map_or(ekbom_str::NONE, |own| ekbom_str::of(own.assessment.knowledge.hash))
    })
}

/// How many there are; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_assessment_position_count(assessment: Option<&ekbom_assessment>) -> usize {
    assessment.map_or(0, |own| own.views.positions.len())
}

/// What one guideline answers to one question: one for each table asked, always. Lasts until `ekbom_assessment_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_assessment_position(
    assessment: Option<&ekbom_assessment>,
    index: usize,
    position: Option<&mut MaybeUninit<*const ekbom_position>>,
) -> ekbom_status {
    at(assessment.map(|own| own.views.positions.as_slice()), index, position)
}

/// How many there are; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_assessment_disagreement_count(assessment: Option<&ekbom_assessment>) -> usize {
    assessment.map_or(0, |own| own.views.disagreements.len())
}

/// One side of a disagreement between guidelines. Lasts until `ekbom_assessment_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_assessment_disagreement(
    assessment: Option<&ekbom_assessment>,
    index: usize,
    disagreement: Option<&mut MaybeUninit<*const ekbom_disagreement>>,
) -> ekbom_status {
    at(assessment.map(|own| own.views.disagreements.as_slice()), index, disagreement)
}

/// How many there are; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_assessment_recommendation_count(assessment: Option<&ekbom_assessment>) -> usize {
    assessment.map_or(0, |own| own.views.recommendations.len())
}

/// A recommendation. Lasts until `ekbom_assessment_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_assessment_recommendation(
    assessment: Option<&ekbom_assessment>,
    index: usize,
    recommendation: Option<&mut MaybeUninit<*const ekbom_recommendation>>,
) -> ekbom_status {
    at(assessment.map(|own| own.views.recommendations.as_slice()), index, recommendation)
}

/// How many there are; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_assessment_next_test_count(assessment: Option<&ekbom_assessment>) -> usize {
    assessment.map_or(0, |own| own.views.next_tests.len())
}

/// A test that is missing. Lasts until `ekbom_assessment_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_assessment_next_test(
    assessment: Option<&ekbom_assessment>,
    index: usize,
    next_test: Option<&mut MaybeUninit<*const ekbom_next_test>>,
) -> ekbom_status {
    at(assessment.map(|own| own.views.next_tests.as_slice()), index, next_test)
}

/// How many there are; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_assessment_alert_count(assessment: Option<&ekbom_assessment>) -> usize {
    assessment.map_or(0, |own| own.views.alerts.len())
}

/// An alert. Lasts until `ekbom_assessment_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_assessment_alert(
    assessment: Option<&ekbom_assessment>,
    index: usize,
    alert: Option<&mut MaybeUninit<*const ekbom_alert>>,
) -> ekbom_status {
    at(assessment.map(|own| own.views.alerts.as_slice()), index, alert)
}

/// How many there are; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_assessment_derived_count(assessment: Option<&ekbom_assessment>) -> usize {
    assessment.map_or(0, |own| own.views.derived.len())
}

/// A fact that was computed. Lasts until `ekbom_assessment_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_assessment_derived(
    assessment: Option<&ekbom_assessment>,
    index: usize,
    derived: Option<&mut MaybeUninit<*const ekbom_derived>>,
) -> ekbom_status {
    at(assessment.map(|own| own.views.derived.as_slice()), index, derived)
}

/// How many there are; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_assessment_result_count(assessment: Option<&ekbom_assessment>) -> usize {
    assessment.map_or(0, |own| own.views.results.len())
}

/// A result as reported. Lasts until `ekbom_assessment_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_assessment_result(
    assessment: Option<&ekbom_assessment>,
    index: usize,
    result: Option<&mut MaybeUninit<*const ekbom_result>>,
) -> ekbom_status {
    at(assessment.map(|own| own.views.results.as_slice()), index, result)
}

/// How many there are; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_assessment_source_count(assessment: Option<&ekbom_assessment>) -> usize {
    assessment.map_or(0, |own| own.views.sources.len())
}

/// A source behind the rules still possible. Lasts until `ekbom_assessment_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_assessment_source(
    assessment: Option<&ekbom_assessment>,
    index: usize,
    source_used: Option<&mut MaybeUninit<*const ekbom_source_used>>,
) -> ekbom_status {
    at(assessment.map(|own| own.views.sources.as_slice()), index, source_used)
}

/// How many there are; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_assessment_trace_line_count(assessment: Option<&ekbom_assessment>) -> usize {
    assessment.map_or(0, |own| own.views.trace.len())
}

/// A line of the trace; there are none unless the policy asked for it. Lasts until `ekbom_assessment_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_assessment_trace_line(
    assessment: Option<&ekbom_assessment>,
    index: usize,
    trace_line: Option<&mut MaybeUninit<*const ekbom_trace_line>>,
) -> ekbom_status {
    at(assessment.map(|own| own.views.trace.as_slice()), index, trace_line)
}

/// Frees it, and all that was asked of it.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_assessment_free(assessment: Option<Box<ekbom_assessment>>) {
    free(assessment);
}
