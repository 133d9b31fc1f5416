//! What to do, what not to do, and what to mind.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::positions::is_treatment;
use super::{Advised, AlertLine, Material, MustNot, words};
use crate::assess::Recommendation;
use crate::condition::{Truth, evaluate};
use crate::explain::because;
use crate::question::IronSafety;

/// Safety answers under which iron by this route may be given.
pub(super) fn allows_iron(code: &str, oral: bool) -> bool {
    code == IronSafety::Clear.code() || (oral && code == IronSafety::StopIvOnly.code())
}

/// The safety answers still possible.
pub(super) fn iron_safety<'m>(material: &'m Material<'_, '_>) -> &'m [&'static str] {
    let positions = &material.assessment.positions;
    positions
        .iter()
        .find(|position| position.question == IronSafety::QUESTION.id)
        .map_or(&[], |position| position.possible.as_slice())
}

pub(super) fn must_not(material: &Material<'_, '_>) -> Vec<MustNot> {
    let mut made = Vec::new();
    let possible = iron_safety(material);
    let stops = |code: &&str| !allows_iron(code, false);
    if possible.is_empty() || !possible.iter().all(stops) {
        return made;
    }
    let id = IronSafety::QUESTION.id;
    let facts = &material.known.facts;
    // Every stop that certainly holds, also one behind another.
    let tables = material.knowledge.tables().iter().filter(|table| table.question.id == id);
    for (table, rule) in tables.flat_map(|table| table.rules.iter().map(move |rule| (table, rule))) {
        let truth: Truth<bool> = evaluate(&rule.when, facts);
        let mut codes = table.question.codes(rule.answers).peekable();
        if !truth.yes || codes.peek().is_none_or(|code| !stops(code)) {
            continue;
        }
        let texts: Vec<String> = codes.map(|code| words::meaning(id, code)).collect();
        let text = words::sentence(&words::or(&texts));
        made.push(MustNot { text, because: because(&rule.when, facts) });
    }
    if made.is_empty() {
        let texts: Vec<String> = possible.iter().map(|code| words::meaning(id, code)).collect();
        made.push(MustNot { text: words::sentence(&words::or(&texts)), because: Vec::new() });
    }
    made
}

pub(super) fn alerts(material: &Material<'_, '_>) -> Vec<AlertLine> {
    let alerts = material.assessment.alerts.iter();
    alerts
        .map(|alert| AlertLine {
            code: alert.code,
            severity: alert.severity,
            message: alert.message,
            // An alert with facts of its own names them in its message.
            about: match crate::alert::find(alert.code) {
                Some(known) if known.facts.is_empty() => {
                    alert.facts.iter().map(|fact| words::fact(fact)).collect()
                }
                _ if alert.code == "exacerbating_medicine" => exacerbating(material),
                _ => Vec::new(),
            },
        })
        .collect()
}

fn exacerbating(material: &Material<'_, '_>) -> Vec<String> {
    let class = crate::medicine::MedicineClass::ExacerbatesRls;
    let medicines = material.patient.medicines.iter().filter(|medicine| medicine.is(class));
    medicines.map(|medicine| medicine.name().to_string()).collect()
}

/// One entry for each action, direction and fate; in the order of the assessment.
pub(super) fn recommendations(material: &Material<'_, '_>) -> Vec<Advised> {
    let mut made: Vec<Advised> = Vec::new();
    for own in &material.assessment.recommendations {
        if is_treatment(own.question) || !material.is_shown(own.guideline) {
            continue;
        }
        let withheld: Vec<String> = own.withheld.iter().flatten().map(|code| words::withheld(code)).collect();
        let place = made.iter().position(|other| {
            other.action == own.action && other.direction == own.direction && other.withheld == withheld
        });
        let entry = match place.and_then(|place| made.get_mut(place)) {
            Some(entry) => entry,
            None => {
                made.push(Advised {
                    action: own.action,
                    name: words::action(own.action),
                    direction: own.direction,
                    by: Vec::new(),
                    because: Vec::new(),
                    cautions: Vec::new(),
                    withheld,
                });
                let Some(entry) = made.last_mut() else { continue };
                entry
            }
        };
        entry.by.push((own.guideline.to_string(), grade(own)));
        for reason in &own.because {
            if !entry.because.contains(reason) {
                entry.because.push(reason.clone());
            }
        }
        let cautions = own.cautions.iter().map(|code| words::humanise(code));
        for caution in cautions.chain(own.flags.iter().map(|code| words::flag(code))) {
            if !entry.cautions.contains(&caution) {
                entry.cautions.push(caution);
            }
        }
    }
    made
}

/// `strong, moderate certainty`; empty where the guideline gives no grade.
pub(super) fn grade(own: &Recommendation<'_>) -> String {
    let strength = own.strength.map(words::grade);
    let certainty = own.certainty.map(|code| alloc::format!("{} certainty", words::grade(code)));
    let parts: Vec<String> = strength.into_iter().chain(certainty).collect();
    parts.join(", ")
}
