//! What would else go without a word: results outside the laboratory's own limits that no rule reads, cautions of what is
//! taken where nothing else is to be done, and that there is nothing.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Act, ActReason, Material};
use crate::knowledge::act::{ActKind, NOT_LOOKED_AT};
use crate::knowledge::precaution::Severity;
use crate::knowledge::words;
use crate::logic::explain::quantity;
use crate::patient::{Comparator, Lab, LabResult};

/// Results of these analytes beyond the limits that the laboratory printed beside them, in one act.
pub(super) fn outside_limits(material: &Material<'_, '_>, made: &[Act]) -> Option<Act> {
    let is_said = |id: &str| made.iter().any(|act| act.because.iter().any(|own| own.fact == id));
    let results = NOT_LOOKED_AT.iter().filter_map(|analyte| material.patient.newest(*analyte));
    let outside = results.filter(|lab| is_outside(lab) && !is_said(lab.analyte().id()));
    let because: Vec<ActReason> = outside.filter_map(reason).collect();
    let names: Vec<&str> = because.iter().map(|own| own.says.as_str()).collect();
    let text = format!(
        "Outside the laboratory's own limits, and not looked at here: {}. Find out why.",
        names.join(", ")
    );
    (!because.is_empty()).then(|| Act { because, ..Act::new("mind:outside_limits", ActKind::Mind, &text) })
}

/// Does every value that the result may stand for lie beyond one of its limits?
fn is_outside(lab: &Lab) -> bool {
    let LabResult::Quantity { value, comparator, .. } = lab.result else { return false };
    // `<5` is beyond a limit of 5; `<=5` may be the limit itself.
    let is_low = |low: f64| match comparator {
        None | Some(Comparator::AtMost) => value < low,
        Some(Comparator::Below) => value <= low,
        Some(Comparator::Above | Comparator::AtLeast) => false,
    };
    let is_high = |high: f64| match comparator {
        None | Some(Comparator::AtLeast) => value > high,
        Some(Comparator::Above) => value >= high,
        Some(Comparator::Below | Comparator::AtMost) => false,
    };
    lab.ref_low.is_some_and(is_low) || lab.ref_high.is_some_and(is_high)
}

fn reason(lab: &Lab) -> Option<ActReason> {
    let LabResult::Quantity { value, unit, comparator } = lab.result else { return None };
    let sign = comparator.map_or(String::new(), |own| format!("{} ", own.code()));
    let says = format!("{} {sign}{}", lab.analyte().info().name, quantity(value, unit.ucum()));
    Some(ActReason::of(lab.analyte().id(), says))
}

/// Where nothing is to be done the cautions of what is taken or planned are said, and where there is none, that nothing
/// was found. Questions and tests count as something.
pub(super) fn nothing_else(material: &Material<'_, '_>, made: &[Act]) -> Vec<Act> {
    let is_asked = |act: &Act| matches!(act.kind.known(), Some(ActKind::Ask | ActKind::Test));
    if made.iter().any(|act| !is_asked(act)) {
        return Vec::new();
    }
    let is_listed =
        |name: &str| material.patient.medicine_entries().iter().any(|own| own.medicine.name() == name);
    let cautions = material.precautions.iter().filter(|own| {
        own.certain
            && own.severity.known().is_some_and(|own| own <= Severity::Caution)
            && (own.taken || is_listed(&own.concerns))
    });
    let mut acts: Vec<Act> = Vec::new();
    for own in cautions {
        let code = format!("precaution:{}", own.id);
        if acts.iter().any(|act| act.act == code) {
            continue;
        }
        let name = words::sentence(&own.concerns);
        let name = name.trim_end_matches('.');
        let text = if own.taken {
            format!("{name}: {}", own.says)
        } else {
            format!("{name} is planned: {}", own.says)
        };
        acts.push(Act {
            act: code.into(),
            because: own.because.iter().map(|says| ActReason::of("medicines", says.clone())).collect(),
            sources: own.sources.clone(),
            ..Act::new("", ActKind::Mind, &text)
        });
    }
    if acts.is_empty() && made.is_empty() {
        acts.push(Act::new("mind:nothing_found", ActKind::Mind, NOTHING_FOUND));
    }
    acts
}

const NOTHING_FOUND: &str = "By what was stated nothing was found here to do, to ask or to measure; what was not stated was not looked for.";
