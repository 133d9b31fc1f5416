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

/// Rows whose act would say again what another says: low phosphate after ferric carboxymaltose has an act of its own, and
/// of a fever or a clouded mind the graver line is enough.
const REPLACED: &[(&str, &str)] = &[
    ("fe-07", "treat_phosphate"),
    ("unc-21", "defer_iron"),
    ("unc-21", "precaution:unc-01"),
    ("unc-21", "precaution:unc-05"),
    ("unc-21", "precaution:unc-06"),
    ("unc-21", "precaution:unc-08"),
    ("unc-01", "precaution:unc-08"),
    ("unc-15", "precaution:unc-04"),
];

/// A clouded mind is one danger, whatever may bring it: the medicines stand behind it.
const CLOUDED: &str = "precaution:unc-01";
const BRINGS_IT: &str = "unc-07";

/// Adds the dangers to the acts made so far. Two medicines of one check, such as a gabapentinoid and an opioid, share its act.
///
/// What is planned is about to be decided: of it a stop stands here too.
pub(super) fn add(patient: &Patient, precautions: &[PrecautionSaid], made: &mut Vec<Act>) {
    let is_replaced = |id: &str, made: &[Act]| {
        REPLACED.iter().filter(|(row, _)| *row == id).any(|(_, act)| {
            let said = act.strip_prefix("precaution:");
            made.iter().any(|own| own.act == *act)
                || precautions.iter().any(|own| own.certain && said.is_some_and(|said| own.id == said))
        })
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
    let is_of_anyone = |own: &PrecautionSaid| find(&own.id).is_some_and(|row| row.anyone.is_some());
    // What is stated of the person comes before what is said of a medicine.
    let mut dangers: Vec<&PrecautionSaid> = precautions.iter().filter(grave).collect();
    dangers.sort_by_key(|own| !is_of_anyone(own));
    for said in dangers {
        let row = find(&said.id);
        let of_anyone = is_of_anyone(said);
        if !(said.taken || is_planned(said) || of_anyone)
            || seen.contains(&said.id.as_str())
            || is_replaced(&said.id, made)
        {
            continue;
        }
        seen.push(&said.id);
        // What is planned stands beside what is taken: of both the same is said, and neither hides the other.
        let same: Vec<&PrecautionSaid> =
            precautions.iter().filter(|own| own.id == said.id).filter(grave).collect();
        let between = if row.is_some_and(|row| row.when.is_of_several()) { " with " } else { ", " };
        let named = |own: &dyn Fn(&PrecautionSaid) -> bool, between: &str| {
            let mut names: Vec<&str> =
                same.iter().filter(|said| own(said)).map(|said| said.concerns.as_str()).collect();
            names.dedup();
            (names.len(), names.join(between))
        };
        let first = |names: &str| words::sentence(names).trim_end_matches('.').to_string();
        let (taken, brought_by) = named(&|own| own.taken, between);
        let (planned, planned_names) = named(&is_planned, " and ");
        let (taken_names, planned_names) = (first(&brought_by), first(&planned_names));
        if said.id == BRINGS_IT {
            if let Some(clouded) = made.iter_mut().find(|own| own.act == CLOUDED) {
                let brings = format!(
                    " Whether {brought_by} brings it (dose, level, kidneys, another medicine) is not checked either: ask its prescriber or a pharmacist today."
                );
                clouded.text.push_str(&brings);
                continue;
            }
        }
        let are = if planned > 1 { "are" } else { "is" };
        let text = match (taken, planned) {
            (0, 0) => said.says.clone(),
            (0, _) => format!("{planned_names} {are} planned: {}", said.says),
            (_, 0) => format!("{taken_names}: {}", said.says),
            (_, _) => format!("{taken_names}: {} {planned_names} {are} planned: the same holds.", said.says),
        };
        let mut because: Vec<ActReason> = Vec::new();
        for says in same.iter().flat_map(|own| &own.because) {
            if !because.iter().any(|known| known.says == *says) {
                because.push(ActReason::of(MEDICINES, says.clone()));
            }
        }
        made.push(Act {
            act: format!("precaution:{}", said.id).into(),
            because,
            sources: said.sources.clone(),
            ..Act::new("precaution", ActKind::Precaution, &text)
        });
    }
}

/// The medicines that are taken and of which something is to be done today: of these nobody is told to go on as before.
pub(super) fn acute(precautions: &[PrecautionSaid]) -> impl Iterator<Item = &str> {
    let acute =
        |own: &&PrecautionSaid| own.taken && own.certain && find(&own.id).is_some_and(|row| row.acute);
    precautions.iter().filter(acute).map(|own| own.concerns.as_str())
}
