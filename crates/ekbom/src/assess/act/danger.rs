//! Dangers of what is taken: precautions that certainly hold and are urgent, one act for each check.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::super::PrecautionSaid;
use super::{Act, ActReason};
use crate::fact::Fact;
use crate::knowledge::act::ActKind;
use crate::knowledge::precaution::{Severity, find};

/// Low phosphate after ferric carboxymaltose has an act of its own.
const REPLACED: &[(&str, &str)] = &[("fe-07", "treat_phosphate")];

/// Adds the dangers to the acts made so far. Two medicines of one check, such as a gabapentinoid and an opioid, share its act.
pub(super) fn add(precautions: &[PrecautionSaid], made: &mut Vec<Act<'_>>) {
    let is_replaced = |id: &str, made: &[Act<'_>]| {
        REPLACED.iter().any(|(row, act)| *row == id && made.iter().any(|own| own.act == *act))
    };
    let mut seen: Vec<&str> = Vec::new();
    for said in precautions.iter().filter(|own| own.certain && own.severity == Severity::Urgent) {
        let of_anyone = find(said.id).is_some_and(|row| row.anyone.is_some());
        if !(said.taken || of_anyone) || seen.contains(&said.id) || is_replaced(said.id, made) {
            continue;
        }
        seen.push(said.id);
        let others = precautions.iter().filter(|own| own.id == said.id && own.certain && own.taken);
        let mut names: Vec<&str> = others.map(|own| own.concerns).collect();
        names.dedup();
        let text =
            if said.taken { format!("{}: {}", names.join(" with "), said.says) } else { said.says.clone() };
        made.push(Act {
            act: format!("precaution:{}", said.id).into(),
            because: said.because.iter().map(|own| reason(own)).collect(),
            sources: said.sources.clone(),
            ..Act::new("precaution", ActKind::Precaution, &text)
        });
    }
}

/// A reason that names a medicine stands under the medicines.
fn reason(says: &str) -> ActReason {
    let fact = Fact::ALL
        .iter()
        .find(|fact| says.starts_with(fact.info().label))
        .map_or("medicines", |fact| fact.id());
    ActReason { fact, says: String::from(says) }
}
