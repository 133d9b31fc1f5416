//! The lists of an assessment, an item at a time.

use std::mem::MaybeUninit;

use crate::assessment::ekbom_assessment;
use crate::call::at;
use crate::error::ekbom_fault;
use crate::status::ekbom_status;
use crate::view::*;

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

/// How many there are; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_assessment_act_count(assessment: Option<&ekbom_assessment>) -> usize {
    assessment.map_or(0, |own| own.views.acts.len())
}

/// What a person does next, in order: ten at most, and whatever is urgent. Lasts until `ekbom_assessment_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_assessment_act(
    assessment: Option<&ekbom_assessment>,
    index: usize,
    act: Option<&mut MaybeUninit<*const ekbom_act>>,
) -> ekbom_status {
    at(assessment.map(|own| own.views.acts.as_slice()), index, act)
}

/// How many there are; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_assessment_precaution_count(assessment: Option<&ekbom_assessment>) -> usize {
    assessment.map_or(0, |own| own.views.precautions.len())
}

/// What to mind about a medicine that is offered, planned or taken; urgent first. Lasts until `ekbom_assessment_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_assessment_precaution(
    assessment: Option<&ekbom_assessment>,
    index: usize,
    precaution: Option<&mut MaybeUninit<*const ekbom_precaution>>,
) -> ekbom_status {
    at(assessment.map(|own| own.views.precautions.as_slice()), index, precaution)
}

/// How many there are; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_assessment_critical_result_count(assessment: Option<&ekbom_assessment>) -> usize {
    assessment.map_or(0, |own| own.views.critical.len())
}

/// A result that must be acted on now, if its unit is right. Lasts until `ekbom_assessment_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_assessment_critical_result(
    assessment: Option<&ekbom_assessment>,
    index: usize,
    critical_result: Option<&mut MaybeUninit<*const ekbom_critical_result>>,
) -> ekbom_status {
    at(assessment.map(|own| own.views.critical.as_slice()), index, critical_result)
}

/// How many there are; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_assessment_stopped_count(assessment: Option<&ekbom_assessment>) -> usize {
    assessment.map_or(0, |own| own.views.stopped.len())
}

/// A stop of iron that certainly holds, in the order of its rules, also one behind another. Lasts until `ekbom_assessment_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_assessment_stopped(
    assessment: Option<&ekbom_assessment>,
    index: usize,
    stopped: Option<&mut MaybeUninit<*const ekbom_stopped>>,
) -> ekbom_status {
    at(assessment.map(|own| own.views.stopped.as_slice()), index, stopped)
}

/// How many there are; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_assessment_withheld_count(assessment: Option<&ekbom_assessment>) -> usize {
    assessment.map_or(0, |own| own.views.withheld.len())
}

/// What stands between an answer and an action: one for each way of giving iron, and one for what gives none. Lasts until `ekbom_assessment_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_assessment_withheld(
    assessment: Option<&ekbom_assessment>,
    index: usize,
    withheld: Option<&mut MaybeUninit<*const ekbom_withheld>>,
) -> ekbom_status {
    at(assessment.map(|own| own.views.withheld.as_slice()), index, withheld)
}

/// How many there are; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_assessment_limit_change_count(assessment: Option<&ekbom_assessment>) -> usize {
    assessment.map_or(0, |own| own.views.changes.len())
}

/// A limit that was changed by name; there are none where the knowledge is as it came. Lasts until `ekbom_assessment_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_assessment_limit_change(
    assessment: Option<&ekbom_assessment>,
    index: usize,
    limit_change: Option<&mut MaybeUninit<*const ekbom_limit_change>>,
) -> ekbom_status {
    at(assessment.map(|own| own.views.changes.as_slice()), index, limit_change)
}

/// How many there are; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_assessment_set_aside_count(assessment: Option<&ekbom_assessment>) -> usize {
    assessment.map_or(0, |own| own.views.set_aside.len())
}

/// What could not be accepted and counts as not said, where `on_refusal` is `set_aside`: a reader must hear of it first.
/// Lasts until `ekbom_assessment_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_assessment_set_aside(
    assessment: Option<&ekbom_assessment>,
    index: usize,
    fault: Option<&mut MaybeUninit<*const ekbom_fault>>,
) -> ekbom_status {
    at(assessment.map(|own| own.views.set_aside.as_slice()), index, fault)
}
