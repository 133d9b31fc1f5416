//! What would else go without a word: results outside the limits that no rule reads, anaemia of no known cause, cautions
//! of what is taken where nothing else is to be done, and that there is nothing.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Act, ActReason, Material, offer};
use crate::fact::Fact;
use crate::knowledge::act::{ActKind, NOT_LOOKED_AT};
use crate::knowledge::precaution::Severity;
use crate::knowledge::question::BloodAnaemia;
use crate::knowledge::words;
use crate::logic::explain::quantity;
use crate::patient::{Comparator, Lab, LabResult};

/// Results of these analytes beyond the limits that the laboratory printed beside them, in one act; where it printed none,
/// beyond what laboratories print as usual.
pub(super) fn outside_limits(material: &Material<'_, '_>, made: &[Act]) -> Option<Act> {
    let is_said = |id: &str| made.iter().any(|act| act.because.iter().any(|own| own.fact == id));
    let of = |usual: bool| -> Vec<ActReason> {
        let results = NOT_LOOKED_AT.iter().filter_map(|analyte| material.patient.newest(*analyte));
        results
            .filter(|lab| if usual { material.outside.contains(&lab.analyte()) } else { is_outside(lab) })
            .filter(|lab| !is_said(lab.analyte().id()))
            .filter_map(reason)
            .collect()
    };
    let own = of(false);
    let usual = of(true);
    let limits = match (own.is_empty(), usual.is_empty()) {
        (true, true) => return None,
        (false, true) => "the laboratory's own limits",
        (true, false) => "what laboratories print as usual",
        (false, false) => "the laboratory's own limits, or what laboratories print as usual",
    };
    let because: Vec<ActReason> = own.into_iter().chain(usual).collect();
    let names: Vec<&str> = because.iter().map(|own| own.says.as_str()).collect();
    let text = format!("Outside {limits}, and not looked at here: {}. Find out why.", names.join(", "));
    Some(Act { because, ..Act::new("mind:outside_limits", ActKind::Mind, &text) })
}

/// Anaemia of which nothing that was made speaks.
pub(super) fn anaemia(material: &Material<'_, '_>, made: &[Act]) -> Option<Act> {
    let of = material.positions.iter().find(|own| own.question == BloodAnaemia::QUESTION.id)?;
    let set_of = |code| BloodAnaemia::QUESTION.set_of(code);
    let is_there =
        of.possible.iter().all(|code| set_of(code).is_some_and(|own| own.is_within(BloodAnaemia::PRESENT)));
    let facts = [Fact::Haemoglobin, Fact::Haematocrit];
    let is_said = made.iter().any(|act| {
        let named = act.because.iter().any(|own| facts.iter().any(|fact| own.fact == fact.id()));
        named || OF_ANAEMIA.contains(&act.act.as_str())
    });
    (is_there && !is_said).then(|| {
        let because = super::record::reasons(material, &facts);
        let text = "There is anaemia, and its cause is not looked for here: find out why.";
        Act { because, ..Act::new("mind:anaemia", ActKind::Mind, text) }
    })
}

/// Acts that stand for an anaemia without naming its result.
const OF_ANAEMIA: &[&str] = &[
    "b12_treat_now",
    "b12_treat",
    "refer:iron_deficiency_anaemia",
    "refer:pregnancy_deficiency",
    "refer:nephrology",
    "refer:haematology",
    "precaution:unc-13",
    "precaution:unc-24",
];

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
        return planned(material).into_iter().collect();
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

/// What is planned and has cautions here: who reads of something else to do would find them only further on.
fn planned(material: &Material<'_, '_>) -> Option<Act> {
    let entries = material.patient.medicine_entries().iter().filter(|own| own.planned);
    let mut said: Vec<String> = Vec::new();
    for name in entries.map(|own| own.medicine.name()) {
        let care = offer::care(material, name);
        let name = words::sentence(name);
        let text = format!("{} is planned.{}", name.trim_end_matches('.'), offer::with_care(&care));
        if !care.is_empty() && !said.contains(&text) {
            said.push(text);
        }
    }
    (!said.is_empty()).then(|| Act::new("mind:planned", ActKind::Mind, &said.join(" ")))
}

const NOTHING_FOUND: &str = "By what was stated nothing was found here to do, to ask or to measure; what was not stated was not looked for.";
