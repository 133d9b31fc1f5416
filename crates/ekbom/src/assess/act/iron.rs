//! What stands in the place of iron that is forbidden.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{Act, ActReason, Material};
use crate::assess::verdict;
use crate::fact::medicine::MedicineClass;
use crate::knowledge::act::ActKind;
use crate::knowledge::advice::Gives;
use crate::knowledge::question::IronSafety;
use crate::knowledge::words;
use crate::logic::table::Scratch;
use crate::source::{Text, texts};

/// No iron, iron later, or iron that is taken.
pub(super) fn instead(material: &Material<'_, '_>, made: &[Act], scratch: &mut Scratch<bool>) -> Vec<Act> {
    let safety = material.case.possible_at(material.case.knowledge.0.iron_safety);
    let gate = material.gate();
    let forbids = |gives| !safety.is_empty() && !gate.check(false, gives).withheld.is_empty();
    let mut acts = Vec::new();
    if !forbids(Gives::OralIron) {
        let oral = made.iter().any(|act| act.act == "oral_iron");
        let wanted = material.positions.iter().any(|own| {
            own.question == "iron.therapy" && own.determined().is_some_and(|code| code == "iv_only")
        });
        if forbids(Gives::IntravenousIron) && wanted && !oral && !material.is_not_met() {
            let text = "Iron into a vein is advised, and something forbids it: ask who treats restless legs with iron.";
            acts.push(stopped(material, scratch, Act::new("refer:iron", ActKind::Refer, text)));
        }
        return acts;
    }
    if !safety.is_empty() && safety.meets(Gives::OralIron.allowed().unwrap_or_default()) {
        // Only a result that was set aside forbids it: what is taken already is not stopped by that.
        if !material.is_not_met() {
            let text = "No iron for restless legs until somebody has answered what was set aside: by one reading of it iron is forbidden.";
            acts.push(stopped(material, scratch, Act::new("no_iron", ActKind::Mind, text)));
        }
        return acts;
    }
    let defer = safety.is_within(IronSafety::DeferInfection.set());
    let reasons: Vec<String> = if defer { Vec::new() } else { certain(material, scratch) };
    let reasons = if reasons.is_empty() { String::new() } else { format!(": {}", reasons.join("; ")) };
    if !material.is_not_met() {
        let (code, text) = if defer {
            let text = "No iron for now, by either route: wait until the infection is over, then measure ferritin and transferrin saturation again.";
            ("defer_iron", text.to_string())
        } else {
            ("no_iron", format!("No iron for restless legs{reasons}."))
        };
        acts.push(stopped(material, scratch, Act::new(code, ActKind::Mind, &text)));
    }
    let taken = material
        .patient
        .medicines()
        .iter()
        .filter(|own| own.is(MedicineClass::IronOral) || own.is(MedicineClass::IronIntravenous));
    let taken: Vec<&str> = taken.map(|own| own.name()).collect();
    if !taken.is_empty() {
        let named = words::sentence(&taken.join(", "));
        let named = named.trim_end_matches('.');
        let text = if defer {
            format!(
                "{named} is taken, and in an infection like this iron waits. If it is for the legs, pause it until the infection is over; if for something else, ask today who gives it."
            )
        } else {
            format!(
                "{named} is taken, and iron is forbidden for restless legs{reasons}. If it is for the legs, stop it; if for something else, ask today who gives it."
            )
        };
        acts.push(stopped(material, scratch, Act::new("stop_iron_taken", ActKind::Stop, &text)));
    }
    acts
}

/// What certainly forbids it, in words.
fn certain(material: &Material<'_, '_>, scratch: &mut Scratch<bool>) -> Vec<String> {
    let stops = verdict::stopped(material.case, scratch);
    let reasons =
        stops.into_iter().filter(|stop| stop.forbids.iter().any(|own| own == Gives::OralIron.code()));
    let mut said: Vec<String> = Vec::new();
    for reason in reasons.flat_map(|stop| stop.because) {
        if !said.contains(&reason) {
            said.push(reason);
        }
    }
    said
}

fn stopped(material: &Material<'_, '_>, scratch: &mut Scratch<bool>, act: Act) -> Act {
    let stops = verdict::stopped(material.case, scratch);
    let table = material.case.knowledge.0.iron_safety.and_then(|at| material.case.knowledge.tables().get(at));
    let mut sources: Vec<Text> = Vec::new();
    for rule in table.into_iter().flat_map(|table| &table.rules) {
        if stops.iter().any(|stop| stop.rule == rule.id) {
            for cite in &rule.cites {
                if !sources.iter().any(|own| *own == cite.source) {
                    sources.push((&cite.source).into());
                }
            }
        }
    }
    let says = |stop: &crate::assess::Stopped| {
        let says = stop.because.join("; ");
        (!says.is_empty()).then(|| ActReason::of(IronSafety::QUESTION.id, says))
    };
    Act {
        because: stops.iter().filter_map(says).collect(),
        guidelines: texts(table.map(|table| &table.guideline.id)),
        rules: stops.iter().map(|stop| stop.rule.clone()).collect(),
        sources,
        ..act
    }
}
