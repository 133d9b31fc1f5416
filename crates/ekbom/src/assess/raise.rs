//! Alerts of one patient: triggered, noticed at intake, or brought by recommendations.

use alloc::vec::Vec;

use super::gate::is_by_safety;
use super::{AlertRaised, Case, CriticalResult, Position, Recommendation};
use crate::assess::intake::{Intake, Policy, Uncertainty, intake};
use crate::fact::Fact;
use crate::knowledge::alert::{Alert, code, find};
use crate::logic::table::Scratch;
use crate::measure::analyte::Analyte;
use crate::patient::Patient;
use crate::source::{More, Text, Verification, texts};

/// What was found before alerts are raised.
pub(super) struct Seen<'s> {
    pub(super) known: &'s Intake,
    pub(super) positions: &'s [Position],
    pub(super) recommendations: &'s [Recommendation],
    pub(super) critical: &'s [CriticalResult],
    /// Results of the second band.
    pub(super) far_out: &'s [CriticalResult],
}

pub(super) fn alerts(
    case: &Case<'_, '_>,
    seen: &Seen<'_>,
    policy: &Policy,
    patient: &Patient,
    scratch: &mut Scratch<bool>,
) -> Vec<AlertRaised> {
    let Seen { known, positions, recommendations, critical, far_out } = *seen;
    let mut raised: Vec<AlertRaised> = Vec::new();
    // Before all others: the order within a severity is that in which they are raised.
    for result in critical {
        raise_code(&mut raised, code::CRITICAL_RESULT, result.analyte.known().map(Analyte::id));
    }
    for result in far_out {
        raise_code(&mut raised, code::RESULT_FAR_OUT, result.analyte.known().map(Analyte::id));
    }
    for (alert, watch) in &case.knowledge.0.watches {
        if watch.holds(case.situation(), scratch) {
            raise(&mut raised, alert, None);
        }
    }
    for notice in &known.notices {
        raise_code(&mut raised, notice.code.code(), Some(notice.about.id()));
    }
    for recommendation in recommendations {
        for caution in &recommendation.cautions {
            raise_code(&mut raised, caution, NOTHING);
        }
        if recommendation.withheld.iter().flatten().any(|reason| is_by_safety(reason)) {
            raise_code(&mut raised, code::IRON_WITHHELD, NOTHING);
        }
    }
    if raised.iter().any(|alert| alert.code == code::IRON_SAFETY_OPEN) {
        for fact in &case.safety_needs {
            raise_code(&mut raised, code::IRON_SAFETY_OPEN, Some(fact.id()));
        }
    }
    for about in too_close(case, known, policy, patient, scratch) {
        raise_code(&mut raised, code::TOO_CLOSE_TO_CALL, Some(about));
    }
    for question in unverified(positions) {
        raise_code(&mut raised, code::UNVERIFIED_SOURCE, Some(question));
    }
    raised.sort_by(|one, other| one.severity.cmp(&other.severity));
    raised
}

/// Do neurological signs make vitamin B12 urgent?
pub(super) fn is_urgent(case: &Case<'_, '_>, scratch: &mut Scratch<bool>) -> bool {
    let watches = case.knowledge.0.watches.iter();
    watches
        .filter(|(alert, _)| alert.code == code::URGENT_NEUROLOGICAL_B12)
        .any(|(_, watch)| watch.holds(case.situation(), scratch))
}

/// An alert about what it always is about.
const NOTHING: Option<Text> = None;

fn raise_code<T: Into<Text>>(raised: &mut Vec<AlertRaised>, code: &str, about: Option<T>) {
    if let Some(alert) = find(code) {
        raise(raised, alert, about.map(Into::into));
    }
}

/// Once each, with all it is about.
fn raise(raised: &mut Vec<AlertRaised>, alert: &Alert, about: Option<Text>) {
    let own = raised.iter().position(|own| own.code == alert.code);
    let entry = match own {
        Some(place) => raised.get_mut(place),
        None => {
            let facts = match about {
                Some(_) => Vec::new(),
                None => texts(alert.facts.iter().map(|fact| fact.id())),
            };
            raised.push(AlertRaised {
                code: alert.code.into(),
                severity: alert.severity.into(),
                message: alert.message.into(),
                facts,
                more: More::new(),
            });
            raised.last_mut()
        }
    };
    if let (Some(entry), Some(about)) = (entry, about) {
        if !entry.facts.contains(&about) {
            entry.facts.push(about);
        }
    }
}

/// Questions with an answer that rests on an unverified statement; advice against a treatment may.
fn unverified(positions: &[Position]) -> Vec<Text> {
    const HARMLESS: [&str; 5] =
        ["not_addressed", "not_applicable", "insufficient_evidence", "against_conditional", "against_strong"];
    positions
        .iter()
        .filter(|position| position.verification == Verification::Unverified)
        .filter(|position| position.determined().is_some_and(|code| !HARMLESS.contains(&code)))
        .map(|position| position.question.clone())
        .collect()
}

/// Analytes whose own variation, taken alone, would leave some determined answer open.
fn too_close(
    case: &Case<'_, '_>,
    known: &Intake,
    policy: &Policy,
    patient: &Patient,
    scratch: &mut Scratch<bool>,
) -> Vec<&'static str> {
    if policy.uncertainty != Uncertainty::AsReported || known.results.is_empty() {
        return Vec::new();
    }
    let varied = intake(patient, &Policy { uncertainty: Uncertainty::Variation, ..*policy });
    let opened = |fact: Fact, scratch: &mut Scratch<bool>| {
        let mut facts = case.facts.clone();
        for reading in fact.readings() {
            facts.set_number(reading.axis, varied.facts.number(reading.axis));
        }
        case.tables().any(|(table, possible)| {
            possible.is_determined() && table.asks_fact(fact) && table.possible(&facts, scratch) != possible
        })
    };
    Fact::ALL
        .iter()
        .copied()
        .filter(|fact| fact.readings().any(|r| varied.facts.number(r.axis) != case.facts.number(r.axis)))
        .filter(|fact| opened(*fact, scratch))
        .map(Fact::id)
        .collect()
}
