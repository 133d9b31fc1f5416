//! Dangers of what is taken: precautions that certainly hold and are urgent, one act for each check.

use alloc::format;
use alloc::string::ToString;
use alloc::vec::Vec;

use super::super::PrecautionSaid;
use super::{Act, ActReason};
use crate::knowledge::act::ActKind;
use crate::knowledge::precaution::{Severity, find};
use crate::knowledge::words;
use crate::patient::Patient;

/// What led to a danger is facts and medicines together: it stands under the medicines.
const MEDICINES: &str = "medicines";

/// Low phosphate after ferric carboxymaltose has an act of its own.
const REPLACED: &[(&str, &str)] = &[("fe-07", "treat_phosphate")];

/// Adds the dangers to the acts made so far. Two medicines of one check, such as a gabapentinoid and an opioid, share its act.
///
/// What is planned is about to be decided: of it a stop stands here too.
pub(super) fn add(patient: &Patient, precautions: &[PrecautionSaid], made: &mut Vec<Act>) {
    let is_replaced = |id: &str, made: &[Act]| {
        REPLACED.iter().any(|(row, act)| *row == id && made.iter().any(|own| own.act == *act))
    };
    let mut seen: Vec<&str> = Vec::new();
    let is_planned = |said: &PrecautionSaid| {
        let mut planned = patient.medicine_entries().iter().filter(|own| own.planned);
        !said.taken && planned.any(|own| said.concerns == own.medicine.name())
    };
    let grave = |own: &&PrecautionSaid| {
        own.certain
            && (own.severity == Severity::Urgent || (own.severity == Severity::Stop && is_planned(own)))
    };
    for said in precautions.iter().filter(grave) {
        let of_anyone = find(&said.id).is_some_and(|row| row.anyone.is_some());
        let planned = is_planned(said);
        if !(said.taken || planned || of_anyone)
            || seen.contains(&said.id.as_str())
            || is_replaced(&said.id, made)
        {
            continue;
        }
        seen.push(&said.id);
        let others = precautions.iter().filter(|own| {
            own.id == said.id && own.certain && own.taken == said.taken && (own.taken || is_planned(own))
        });
        let mut names: Vec<&str> = others.map(|own| own.concerns.as_str()).collect();
        names.dedup();
        let named = |between: &str| {
            let named = words::sentence(&names.join(between));
            named.trim_end_matches('.').to_string()
        };
        let text = if said.taken {
            format!("{}: {}", named(" with "), said.says)
        } else if planned {
            let are = if names.len() > 1 { "are" } else { "is" };
            format!("{} {are} planned: {}", named(" and "), said.says)
        } else {
            said.says.clone()
        };
        made.push(Act {
            act: format!("precaution:{}", said.id).into(),
            because: said.because.iter().map(|says| ActReason::of(MEDICINES, says.clone())).collect(),
            sources: said.sources.clone(),
            ..Act::new("precaution", ActKind::Precaution, &text)
        });
    }
}
