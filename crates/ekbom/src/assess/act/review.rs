//! Medicines to look at again, and what else makes restless legs worse.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{Act, ActReason, Material};
use crate::fact::medicine::{Medicine, MedicineClass};
use crate::fact::{Fact, Options};
use crate::knowledge::act::{ActKind, FACTORS};
use crate::knowledge::code::ActCode;
use crate::knowledge::precaution::{AGAINST_NAUSEA, GOES_ON, NOT_ABRUPTLY};
use crate::knowledge::question::{RlsAugmentation, RlsExacerbatingFactor, RlsExacerbatingMedicine};
use crate::knowledge::words;
use crate::source::Text;

/// Of what is said by weak evidence alone.
const WEAKLY: &str = "can bring on or worsen restless legs";

/// What the guidelines name in the place of what has augmented.
const INSTEAD: &str = "In its place guidelines name a gabapentinoid, and where that does not do an opioid: what forbids them here stands under treatments.";

/// `b12`: is vitamin B12 to be replaced or tried?
pub(super) fn acts(material: &Material<'_, '_>, b12: bool) -> Vec<Act> {
    let mut made = augmentation(material);
    let augmented = !made.is_empty();
    let mut taken: Vec<&Medicine> = material.patient.medicines().iter().collect();
    // What blocks dopamine can also give akathisia: it comes first.
    taken.sort_by_key(|own| {
        (!own.is(MedicineClass::DopamineAntagonist), own.is_weakly(MedicineClass::ExacerbatesRls))
    });
    made.extend(taken.into_iter().filter_map(|own| review(material, *own, b12)));
    made.extend(planned(material));
    made.extend(parkinson(material, augmented));
    if !material.is_not_met() {
        made.extend(FACTORS.iter().filter_map(|factor| {
            let is_there = material.facts().flag(factor.fact) == Options::YES;
            is_there.then(|| {
                said_by(
                    material,
                    RlsExacerbatingFactor::QUESTION.id,
                    "address",
                    Act {
                        because: super::record::reasons(material, &[factor.fact]),
                        ..Act::new(factor.code, ActKind::Mind, factor.text)
                    },
                )
            })
        }));
    }
    made
}

/// Restless legs that dopaminergic treatment has made worse.
fn augmentation(material: &Material<'_, '_>) -> Vec<Act> {
    let certain = RlsAugmentation::Augmentation.code();
    let found = material
        .positions
        .iter()
        .any(|own| own.question == RlsAugmentation::QUESTION.id && own.determined() == Some(certain));
    let taken: Vec<&str> = material
        .patient
        .medicines()
        .iter()
        .filter(|own| own.is(MedicineClass::Dopaminergic))
        .map(|own| own.name())
        .collect();
    if !found || taken.is_empty() {
        return Vec::new();
    }
    let text = format!(
        "Augmentation under {}: the dose is not raised, but slowly lowered, never stopped from one day to the next; look for low iron and for other medicines that make it worse. {INSTEAD}",
        taken.join(", "),
    );
    let because = [
        Fact::HoursEarlier,
        Fact::ParadoxicalResponse,
        Fact::Spread,
        Fact::GreaterIntensity,
        Fact::ShorterLatency,
        Fact::ShorterRelief,
    ];
    let act = Act {
        because: super::record::reasons(material, &because),
        sources: alloc::vec![Text::fixed("AUG2016")],
        ..Act::new("augmentation", ActKind::Review, &text)
    };
    alloc::vec![said_by(material, RlsAugmentation::QUESTION.id, certain, act)]
}

fn review(material: &Material<'_, '_>, medicine: Medicine, b12: bool) -> Option<Act> {
    let worsens = medicine.is(MedicineClass::ExacerbatesRls) && !medicine.is(MedicineClass::Dopaminergic);
    // Where these are not restless legs, akathisia and limb movements stay.
    let still =
        medicine.is(MedicineClass::DopamineAntagonist) || material.facts().flag(Fact::Plmd) == Options::YES;
    let worsens = worsens && (!material.is_not_met() || still);
    let lowers = b12 && medicine.is(MedicineClass::LowersB12);
    // What rests on weak evidence alone is borne in mind: it never leads, and nothing is stopped for it.
    let weak = worsens && !lowers && medicine.is_weakly(MedicineClass::ExacerbatesRls);
    if !worsens && !lowers {
        return None;
    }
    let mut says: Vec<&str> = Vec::new();
    if worsens && material.is_not_met() {
        says.push("it can give inner restlessness and limb movements");
    } else if worsens {
        says.push("it can bring on or worsen restless legs");
    }
    if lowers {
        says.push("it lowers vitamin B12");
    }
    let name = medicine.name();
    let says = says.join(", and ");
    let nausea = AGAINST_NAUSEA.has(medicine);
    // Where a danger of it calls for today, nothing here says that it goes on.
    let acute = super::danger::acute(material.precautions).any(|own| own == name);
    let keep =
        !acute && (NOT_ABRUPTLY.has(medicine) || (medicine.is(MedicineClass::DopamineAntagonist) && !nausea));
    let text = if weak {
        // Nothing is said of whether it is right for what it is taken for.
        format!("By weak evidence alone {name} {WEAKLY}: for the legs alone it is not changed.")
    } else if keep {
        format!("Review {name} with its prescriber: {says}. Do not stop it from one day to the next.")
    } else if worsens && nausea {
        format!("Stop {name} with its prescriber: {says}. Against nausea something else can be given.")
    } else if !worsens && !acute && GOES_ON.has(medicine) {
        format!(
            "Review {name} with its prescriber: {says}. That alone is no reason to stop it where it is tolerated and not contraindicated."
        )
    } else {
        format!("Review {name} with its prescriber: {says}.")
    };
    let mut because = Vec::new();
    let mut sources: Vec<Text> = Vec::new();
    let wanted = [
        (worsens, MedicineClass::ExacerbatesRls, Fact::MedicineExacerbatesRls),
        (lowers, MedicineClass::LowersB12, Fact::MedicineLowersB12),
    ];
    for (_, class, fact) in wanted.into_iter().filter(|(wanted, _, _)| *wanted) {
        let (says, cited) = evidence(medicine, class, fact);
        because.extend(says);
        sources.extend(cited.into_iter().filter(|own| !sources.contains(own)).collect::<Vec<_>>());
    }
    let code = ActCode::Review(medicine).to_string();
    let kind = if weak { ActKind::Mind } else { ActKind::Review };
    let act = Act { because, sources, ..Act::new(code, kind, &text) };
    // Of weak evidence no guideline speaks.
    if !worsens || weak {
        return Some(act);
    }
    Some(said_by(material, RlsExacerbatingMedicine::QUESTION.id, RlsExacerbatingMedicine::Review.code(), act))
}

/// What is about to be begun and makes restless legs worse: now it is still a choice.
fn planned(material: &Material<'_, '_>) -> Vec<Act> {
    let worsens = |own: Medicine| {
        own.is(MedicineClass::ExacerbatesRls)
            && !own.is(MedicineClass::Dopaminergic)
            && !own.is_weakly(MedicineClass::ExacerbatesRls)
            && (!material.is_not_met() || own.is(MedicineClass::DopamineAntagonist))
    };
    let planned = material.patient.medicine_entries().iter().filter(|own| own.planned);
    planned
        .map(|own| own.medicine)
        .filter(|own| worsens(*own))
        .map(|medicine| {
            let name = words::sentence(medicine.name());
            let text = format!(
                "{} is planned: it can bring on or worsen restless legs. Ask its prescriber whether something else can be given.",
                name.trim_end_matches('.'),
            );
            let (because, sources) = evidence(medicine, MedicineClass::ExacerbatesRls, Fact::MedicineExacerbatesRls);
            let code = ActCode::Review(medicine).to_string();
            Act { act: code.into(), because, sources, ..Act::new("", ActKind::Review, &text) }
        })
        .collect()
}

/// What is known of a medicine in a class, and where it stands.
fn evidence(medicine: Medicine, class: MedicineClass, fact: Fact) -> (Vec<ActReason>, Vec<Text>) {
    let (mut because, mut sources) = (Vec::new(), Vec::new());
    for membership in medicine.memberships().iter().filter(|own| own.class == class) {
        for own in membership.evidence {
            because.push(ActReason::of(fact.id(), format!("{}: {}", medicine.name(), own.says)));
            if !sources.iter().any(|known| *known == own.source) {
                sources.push(own.source.into());
            }
        }
    }
    (because, sources)
}

/// What is taken for Parkinson's disease is not the legs' to change.
fn parkinson(material: &Material<'_, '_>, augmented: bool) -> Option<Act> {
    if augmented || material.facts().flag(Fact::ParkinsonsDisease) != Options::YES {
        return None;
    }
    let taken: Vec<&str> = material
        .patient
        .medicines()
        .iter()
        .filter(|own| own.is(MedicineClass::Dopaminergic))
        .map(|own| own.name())
        .collect();
    let name = (!taken.is_empty()).then(|| taken.join(", "))?;
    let text = format!(
        "{} is for Parkinson's disease: for the legs it is neither stopped nor raised; ask the neurologist.",
        words::sentence(&name).trim_end_matches('.'),
    );
    Some(Act {
        because: super::record::reasons(material, &[Fact::ParkinsonsDisease]),
        ..Act::new("mind:parkinsons_treatment", ActKind::Mind, &text)
    })
}

/// With the guidelines whose only answer to a question is this one.
fn said_by(material: &Material<'_, '_>, question: &str, code: &str, mut act: Act) -> Act {
    for own in material.positions.iter().filter(|own| own.question == question) {
        if own.determined() == Some(code) {
            act.guidelines.push(own.guideline.clone());
            act.rules.extend(own.rules.iter().cloned());
            let table = material.case.knowledge.table(question, &own.guideline);
            let rules = table.into_iter().flat_map(|table| &table.rules);
            for cite in rules.filter(|rule| own.rules.contains(&rule.id)).flat_map(|rule| &rule.cites) {
                if !act.sources.iter().any(|own| *own == cite.source) {
                    act.sources.push((&cite.source).into());
                }
            }
        }
    }
    act
}

/// What is stopped at once where vitamin B12 is replaced at once.
pub(super) fn behind_b12(material: &Material<'_, '_>) -> Option<String> {
    let nitrous = material.facts().flag(Fact::NitrousOxide) == Options::YES;
    nitrous.then(|| "Stop nitrous oxide.".to_string())
}
