//! Dangers of what is taken: precautions that certainly hold and are urgent, one act for each check.

use alloc::format;
use alloc::vec::Vec;

use super::super::PrecautionSaid;
use super::{Act, ActReason};
use crate::knowledge::act::ActKind;
use crate::knowledge::precaution::{Severity, find};
use crate::knowledge::words;

/// What led to a danger is facts and medicines together: it stands under the medicines.
const MEDICINES: &str = "medicines";

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
        let named = words::sentence(&names.join(" with "));
        let named = named.trim_end_matches('.');
        let text = if said.taken { format!("{named}: {}", said.says) } else { said.says.clone() };
        made.push(Act {
            act: format!("precaution:{}", said.id).into(),
            because: said
                .because
                .iter()
                .map(|says| ActReason { fact: MEDICINES, says: says.clone() })
                .collect(),
            sources: said.sources.clone(),
            ..Act::new("precaution", ActKind::Precaution, &text)
        });
    }
}
