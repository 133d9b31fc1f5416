//! The views of an assessment, made at once: a few arrays of pointers.

use ekbom::Assessment;
use ekbom::assess::{CriticalResult, FollowUpSaid};

use crate::error::ekbom_fault;
use crate::pool::Pool;
use crate::text::{ekbom_str, ekbom_strs};
use crate::trace::lines;
use crate::view::*;

/// Pointers into the assessment beside it.
pub(crate) struct Views {
    pub(crate) positions: Vec<ekbom_position>,
    pub(crate) set_aside: Vec<ekbom_fault>,
    pub(crate) acts: Vec<ekbom_act>,
    pub(crate) precautions: Vec<ekbom_precaution>,
    pub(crate) critical: Vec<ekbom_critical_result>,
    pub(crate) stopped: Vec<ekbom_stopped>,
    pub(crate) withheld: Vec<ekbom_withheld>,
    pub(crate) changes: Vec<ekbom_limit_change>,
    pub(crate) disagreements: Vec<ekbom_disagreement>,
    pub(crate) recommendations: Vec<ekbom_recommendation>,
    pub(crate) next_tests: Vec<ekbom_next_test>,
    pub(crate) alerts: Vec<ekbom_alert>,
    pub(crate) derived: Vec<ekbom_derived>,
    pub(crate) results: Vec<ekbom_result>,
    pub(crate) sources: Vec<ekbom_source_used>,
    pub(crate) trace: Vec<ekbom_trace_line>,
    pub(crate) claims: ekbom_strs,
    pub(crate) medicines: ekbom_strs,
    /// What recommendations point into; each stays where it is.
    _follow_ups: Vec<Vec<ekbom_follow_up>>,
    _pool: Pool,
}

impl Views {
    pub(crate) fn of(assessment: &Assessment) -> Self {
        let mut pool = Pool::default();
        let text = ekbom_str::of;
        let number = |value: Option<f64>| value.unwrap_or(f64::NAN);
        let follow_ups: Vec<Vec<ekbom_follow_up>> = assessment
            .recommendations
            .iter()
            .map(|own| own.follow_up.iter().map(ekbom_follow_up::from).collect())
            .collect();
        Self {
            positions: assessment
                .positions
                .iter()
                .map(|own| ekbom_position {
                    question: text(&own.question),
                    guideline: text(&own.guideline),
                    possible: pool.list(own.possible.iter()),
                    rules: pool.list(own.rules.iter()),
                    needs: pool.list(own.needs.iter()),
                    flags: pool.list(own.flags.iter()),
                    verification: text(own.verification.code()),
                    usual: pool.list(own.usual.iter().flat_map(|usual| usual.possible.iter())),
                    assuming: pool.list(own.usual.iter().flat_map(|usual| usual.assuming.iter())),
                })
                .collect(),
            disagreements: assessment
                .disagreements
                .iter()
                .flat_map(|own| own.positions.iter().map(move |side| (&own.question, side)))
                .map(|(question, (guideline, possible))| ekbom_disagreement {
                    question: text(question),
                    guideline: text(guideline),
                    possible: pool.list(possible.iter()),
                })
                .collect(),
            recommendations: assessment
                .recommendations
                .iter()
                .zip(&follow_ups)
                .map(|(own, follow_ups)| ekbom_recommendation {
                    action: text(&own.action),
                    direction: text(&own.direction),
                    strength: ekbom_str::maybe(own.strength.as_deref()),
                    certainty: ekbom_str::maybe(own.certainty.as_deref()),
                    guideline: text(&own.guideline),
                    question: text(&own.question),
                    rule: text(&own.rule),
                    possible: pool.list(own.possible.iter()),
                    because: pool.list(&own.because),
                    flags: pool.list(own.flags.iter()),
                    follow_up: pool.list(own.follow_up.iter().map(|follow| &follow.says)),
                    withheld: pool.list(own.withheld.iter().flatten()),
                    cautions: pool.list(own.cautions.iter()),
                    iron: own.iron,
                    is_withheld: own.withheld.is_some(),
                    follow_ups: follow_ups.as_ptr(),
                    follow_up_count: follow_ups.len(),
                })
                .collect(),
            next_tests: assessment
                .next_tests
                .iter()
                .map(|own| ekbom_next_test {
                    test: text(&own.test),
                    could_change: pool.list(own.could_change.iter()),
                    cannot_change: pool.list(own.cannot_change.iter()),
                    instructions: pool.list(own.instructions.iter()),
                    asked_by: pool.list(&own.asked_by),
                })
                .collect(),
            alerts: assessment
                .alerts
                .iter()
                .map(|own| ekbom_alert {
                    code: text(&own.code),
                    severity: text(own.severity.code()),
                    message: text(&own.message),
                    facts: pool.list(own.facts.iter()),
                })
                .collect(),
            derived: assessment
                .derived
                .iter()
                .map(|own| ekbom_derived {
                    fact: text(&own.fact),
                    unit: text(&own.unit),
                    method: text(&own.method),
                    if_sex: ekbom_str::maybe(own.if_sex.as_deref()),
                    from: pool.list(own.from.iter()),
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
                    unit: ekbom_str::maybe(own.unit.as_deref()),
                    comparator: ekbom_str::maybe(own.comparator.as_deref()),
                    finding: ekbom_str::maybe(own.finding.as_deref()),
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
                    name: text(&own.name),
                    kind: ekbom_str::maybe(own.kind.as_ref().map(|kind| kind.code())),
                    title: text(&own.title),
                    doi: ekbom_str::maybe(own.doi.as_deref()),
                    year: own.year.unwrap_or(0),
                })
                .collect(),
            trace: lines(assessment.trace.as_deref().unwrap_or_default(), &mut pool),
            claims: pool.list(assessment.claims.iter()),
            medicines: pool.list(assessment.medicines.iter().map(|own| own.medicine.name())),
            set_aside: assessment
                .set_aside
                .iter()
                .map(|own| ekbom_fault {
                    field: text(own.field()),
                    value: text(own.value()),
                    message: text(own.message()),
                    accepted: pool.list(own.accepted()),
                    kind: text(own.kind().code()),
                })
                .collect(),
            acts: assessment
                .acts
                .iter()
                .map(|own| ekbom_act {
                    act: text(&own.act),
                    kind: text(own.kind.code()),
                    certainty: text(own.certainty.code()),
                    text: text(&own.text),
                    assuming: pool.list(own.assuming.iter()),
                    because: pool.list(own.because.iter().map(|reason| &reason.says)),
                    because_facts: pool.list(own.because.iter().map(|reason| &reason.fact)),
                    guidelines: pool.list(own.guidelines.iter()),
                    rules: pool.list(own.rules.iter()),
                    sources: pool.list(own.sources.iter()),
                    blocked_by: pool.list(own.blocked_by.iter().map(|code| code.as_ref())),
                })
                .collect(),
            precautions: assessment
                .precautions
                .iter()
                .map(|own| ekbom_precaution {
                    id: text(&own.id),
                    severity: text(own.severity.code()),
                    concerns: text(&own.concerns),
                    says: text(&own.says),
                    because: pool.list(&own.because),
                    missing: pool.list(own.missing.iter().map(|own| own.code())),
                    rows: pool.list(own.rows.iter()),
                    sources: pool.list(own.sources.iter()),
                    verification: text(own.verification.code()),
                    taken: own.taken,
                    certain: own.certain,
                })
                .collect(),
            critical: assessment.critical.iter().map(ekbom_critical_result::from).collect(),
            stopped: assessment
                .stopped
                .iter()
                .map(|own| ekbom_stopped {
                    rule: text(&own.rule),
                    answers: pool.list(own.answers.iter()),
                    forbids: pool.list(own.forbids.iter()),
                    because: pool.list(&own.because),
                })
                .collect(),
            withheld: assessment
                .withheld
                .iter()
                .map(|own| ekbom_withheld {
                    gives: text(&own.gives),
                    why: pool.list(own.why.iter()),
                    safety_open: own.safety_open,
                })
                .collect(),
            changes: assessment
                .changes
                .iter()
                .map(|own| ekbom_limit_change {
                    rule: text(&own.rule),
                    fact: text(own.fact.code()),
                    from: own.from.0,
                    to: own.to.0,
                })
                .collect(),
            _follow_ups: follow_ups,
            _pool: pool,
        }
    }
}

impl From<&FollowUpSaid> for ekbom_follow_up {
    fn from(own: &FollowUpSaid) -> Self {
        Self {
            check: ekbom_str::of(&own.check),
            says: ekbom_str::of(&own.says),
            source: ekbom_str::of(&own.source),
            verification: ekbom_str::of(own.verification.code()),
            weeks: own.weeks.map_or(f64::NAN, f64::from),
        }
    }
}

impl From<&CriticalResult> for ekbom_critical_result {
    fn from(own: &CriticalResult) -> Self {
        Self {
            analyte: ekbom_str::of(own.analyte.id()),
            unit: ekbom_str::of(&own.unit),
            direction: ekbom_str::of(&own.direction),
            source: ekbom_str::of(&own.source),
            says: ekbom_str::of(&own.says),
            verification: ekbom_str::of(own.verification.code()),
            value: own.value.0,
            limit: own.limit.0,
        }
    }
}
