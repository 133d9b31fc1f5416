//! A medicine that an act offers: what keeps it back, and what it waits for.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{Material, close};
use crate::assess::precaution;
use crate::fact::medicine::MedicineClass;
use crate::knowledge::act::WITH_CARE;
use crate::knowledge::precaution::{MedicineSet, Missing, Of, Severity, medicines_of};
use crate::logic::table::Scratch;
use crate::source::Text;

const ASK_MEDICINES: &str = "ask:medicines";
const CREATININE: &str = "test:creatinine";

/// Whoever takes one of these needs no second one.
const OF_ONE_KIND: Of = Of::Class(MedicineClass::Alpha2Delta);

/// It, or one of its kind, is taken or planned already, or a precaution forbids it or is urgent of it.
pub(super) fn is_kept_back(material: &Material<'_, '_>, action: &str, scratch: &mut Scratch<bool>) -> bool {
    let own = MedicineSet::of(medicines_of(action));
    let kind = MedicineSet::of(OF_ONE_KIND);
    let is_of_its_kind = kind.meets(&own);
    let entries = material.patient.medicine_entries().iter();
    let mut there = entries.filter(|entry| entry.stopped_days_ago.is_none()).map(|entry| entry.medicine);
    there.any(|medicine| own.has(medicine) || (is_of_its_kind && kind.has(medicine)))
        || !precaution::offer(material.case, action, scratch).is_empty()
        || precaution::is_urgent_of_offer(material.case, action, scratch)
}

/// What would tell whether something forbids it, and by what its dose goes.
pub(super) fn waits_for(material: &Material<'_, '_>, action: &str, scratch: &mut Scratch<bool>) -> Vec<Text> {
    let mut codes: Vec<Text> = Vec::new();
    let facts = material.assumed.not_pregnant(&material.case.of_medicines);
    for missing in precaution::missing_of_offer(material.case, &facts, action, scratch) {
        let code = match missing {
            Missing::Fact(fact) => close::code_for(fact),
            Missing::Medicines => Text::fixed(ASK_MEDICINES),
        };
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    // What leaves by the kidney is dosed by it.
    let dosed = MedicineSet::of(OF_ONE_KIND).meets(&MedicineSet::of(medicines_of(action)));
    if dosed && close::is_missing(material, CREATININE) && !codes.iter().any(|code| code == CREATININE) {
        codes.push(Text::fixed(CREATININE));
    }
    codes
}

/// What the cautions of a medicine, or of an action that is offered, rest on: who offers it has to know.
pub(super) fn care(material: &Material<'_, '_>, concerns: &str) -> Vec<String> {
    let cautions = material.precautions.iter().filter(|own| {
        own.certain && !own.taken && own.severity == Severity::Caution && own.concerns == concerns
    });
    let mut made: Vec<String> = Vec::new();
    // What is not there calls for no care.
    for says in cautions.flat_map(|own| &own.because).filter(|says| !says.starts_with("not ")) {
        // The limit stands with the precaution.
        let value =
            LIMITS.iter().find_map(|sign| says.split_once(sign)).map_or(says.as_str(), |(own, _)| own);
        if !made.iter().any(|own| own == value) {
            made.push(value.to_string());
        }
    }
    made
}

/// Behind the sentence that offers it.
pub(super) fn with_care(reasons: &[String]) -> String {
    format!("{WITH_CARE}{}.", reasons.join("; "))
}

const LIMITS: [&str; 4] = [" < ", " <= ", " >= ", " > "];
