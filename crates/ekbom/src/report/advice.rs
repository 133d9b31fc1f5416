//! What to do, what not to do, and what to mind.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::positions::is_treatment;
use super::{Advised, AlertLine, Material, MustNot, words};
use crate::assess::Recommendation;
use crate::knowledge::advice::{Gives, advice};
use crate::knowledge::alert::code;
use crate::knowledge::question::IronSafety;
use crate::logic::condition::{Truth, evaluate};
use crate::logic::explain::because;
use crate::logic::question::AnswerSet;
use crate::logic::table::Rule;

/// A rule of safety that certainly holds.
struct Stop {
    answers: AnswerSet,
    text: String,
    because: Vec<String>,
}

/// Every stop of intravenous iron whose own condition certainly holds, also one behind another. Three-valued logic never
/// finds one that does not hold, and finds all where a condition asks each fact once, as those of the library's own table do.
fn stops(material: &Material<'_, '_>) -> Vec<Stop> {
    let allowed = Gives::IntravenousIron.allowed().unwrap_or_default();
    let id = IronSafety::QUESTION.id;
    let facts = &material.known.facts;
    let tables = material.knowledge.tables().iter().filter(|table| table.question.id == id);
    let rules = tables.flat_map(|table| &table.rules);
    let holds = |rule: &&Rule| {
        let truth: Truth<bool> = evaluate(&rule.when, facts);
        truth.yes && !rule.answers.is_empty() && !rule.answers.meets(allowed)
    };
    rules
        .filter(holds)
        .map(|rule| Stop {
            answers: rule.answers,
            text: any_of(rule.answers),
            because: because(&rule.when, facts),
        })
        .collect()
}

/// What these answers mean, one of which holds.
fn any_of(answers: AnswerSet) -> String {
    let codes = IronSafety::QUESTION.codes(answers);
    words::or(&codes.map(|code| words::meaning(IronSafety::QUESTION.id, code)).collect::<Vec<_>>())
}

pub(super) fn must_not(material: &Material<'_, '_>) -> Vec<MustNot> {
    if !material.gate.is_stopped(Gives::IntravenousIron) {
        return Vec::new();
    }
    let stops = stops(material).into_iter();
    let mut made: Vec<MustNot> =
        stops.map(|stop| MustNot { text: words::sentence(&stop.text), because: stop.because }).collect();
    if made.is_empty() {
        let text = words::sentence(&any_of(material.gate.safety()));
        made.push(MustNot { text, because: Vec::new() });
    }
    made
}

/// Why something that gives this is withheld, in words: first what is certain, then what is merely not excluded and
/// would forbid it as well. The codes are those of the assessment, which holds every answer still possible.
pub(super) fn why_withheld(material: &Material<'_, '_>, codes: &[&str], gives: Gives) -> Vec<String> {
    let of_safety = |code: &&str| IronSafety::try_from(*code).ok().map(IronSafety::set);
    let mut said: Vec<String> =
        codes.iter().filter(|code| of_safety(code).is_none()).map(|code| words::withheld(code)).collect();
    let possible = codes.iter().filter_map(of_safety).fold(AnswerSet::EMPTY, AnswerSet::or);
    if possible.is_empty() {
        return said;
    }
    let mut certain = AnswerSet::EMPTY;
    let allowed = gives.allowed().unwrap_or_default();
    for stop in stops(material).into_iter().filter(|stop| !stop.answers.meets(allowed)) {
        certain = certain.or(stop.answers);
        said.push(stop.text);
    }
    if certain.is_empty() {
        // One of them holds, and which is open.
        said.push(any_of(possible));
        return said;
    }
    let left = IronSafety::QUESTION.codes(possible).filter(|code| {
        let own = IronSafety::QUESTION.set_of(code).unwrap_or_default();
        !certain.meets(own)
    });
    let left: Vec<String> = left.map(words::possible_stop).collect();
    if !left.is_empty() {
        said.push(alloc::format!("not excluded: {}", words::or(&left)));
    }
    said
}

pub(super) fn alerts(material: &Material<'_, '_>) -> Vec<AlertLine> {
    let alerts = material.assessment.alerts.iter();
    alerts
        .map(|alert| AlertLine {
            code: alert.code,
            severity: alert.severity,
            message: alert.message,
            // An alert with facts of its own names them in its message.
            about: match crate::knowledge::alert::find(alert.code) {
                Some(known) if known.facts.is_empty() => {
                    alert.facts.iter().map(|fact| words::fact(fact)).collect()
                }
                _ if alert.code == code::EXACERBATING_MEDICINE => exacerbating(material),
                _ => Vec::new(),
            },
        })
        .collect()
}

fn exacerbating(material: &Material<'_, '_>) -> Vec<String> {
    let class = crate::fact::medicine::MedicineClass::ExacerbatesRls;
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
        let withheld =
            own.withheld.as_ref().map_or_else(Vec::new, |codes| why_withheld(material, codes, gives(own)));
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

/// What a recommendation gives.
fn gives(own: &Recommendation<'_>) -> Gives {
    let actions = advice().flat_map(|advice| advice.actions).flatten();
    let action = actions.into_iter().find(|action| action.code == own.action);
    action.filter(|_| own.iron).map_or(Gives::NoIron, |action| action.gives)
}

/// `strong, moderate certainty`; empty where the guideline gives no grade.
pub(super) fn grade(own: &Recommendation<'_>) -> String {
    let strength = own.strength.map(words::grade);
    let certainty = own.certainty.map(|code| alloc::format!("{} certainty", words::grade(code)));
    let parts: Vec<String> = strength.into_iter().chain(certainty).collect();
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use crate::knowledge::Knowledge;
    use crate::logic::condition::Expression;
    use alloc::vec::Vec;
    use std::format;
    use std::string::String;

    /// So that three-valued logic finds every stop that certainly holds.
    #[test]
    fn each_stop_asks_each_fact_once() {
        let knowledge = Knowledge::builtin();
        let table = knowledge.table("iron.safety", "ekbom-safety").unwrap();
        for rule in &table.rules {
            let mut asked: Vec<String> = Vec::new();
            rule.when.walk(&mut |part| match part {
                Expression::Option(test) => asked.push(format!("{:?}", test.axis)),
                Expression::Number(test) => {
                    asked.extend(test.cuts().map(|cut| format!("{:?}", cut.reading.axis)))
                }
                Expression::Answer(_) => panic!("{}: asks another table", rule.id),
                _ => {}
            });
            let mut once = asked.clone();
            once.sort();
            once.dedup();
            assert_eq!(once.len(), asked.len(), "{}", rule.id);
        }
    }
}
