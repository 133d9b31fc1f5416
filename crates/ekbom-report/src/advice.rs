//! What to do, what not to do, and what to mind.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::positions::is_treatment;
use super::precautions::plain;
use super::readable::is_reason;
use super::{Advised, AlertLine, Material, MustNot};
use ekbom::assess::Recommendation;
use ekbom::knowledge::advice::{Gives, advice};
use ekbom::knowledge::code::AlertCode;
use ekbom::knowledge::question::IronSafety;
use ekbom::knowledge::words;
use ekbom::logic::question::AnswerSet;
use ekbom::source::Text;

/// What these answers mean, one of which holds.
fn any_of(answers: AnswerSet) -> String {
    let codes = IronSafety::QUESTION.codes(answers);
    words::or(&codes.map(|code| words::meaning(IronSafety::QUESTION.id, code)).collect::<Vec<_>>())
}

/// The answers of `iron.safety` among the reasons to withhold something.
fn of_safety(codes: &[Text]) -> AnswerSet {
    let answers = codes.iter().filter_map(|code| IronSafety::try_from(code.as_str()).ok());
    answers.map(IronSafety::set).fold(AnswerSet::EMPTY, AnswerSet::or)
}

pub(super) fn must_not(material: &Material<'_, '_>) -> Vec<MustNot> {
    let verdict = material.verdict(Gives::IntravenousIron);
    let possible = verdict.map_or(AnswerSet::EMPTY, |own| of_safety(&own.why));
    if possible.is_empty() {
        return Vec::new();
    }
    let stops = material.assessment.stopped.iter();
    let made: Vec<MustNot> = stops
        .map(|stop| MustNot {
            text: words::sentence(&any_of(of_safety(&stop.answers))),
            because: stop.because.iter().map(|own| plain(own)).filter(|own| is_reason(own)).collect(),
        })
        .collect();
    if made.is_empty() {
        return alloc::vec![MustNot { text: words::sentence(&any_of(possible)), because: Vec::new() }];
    }
    made
}

/// Why something that gives this is withheld, in words: first what is certain, then what is merely not excluded and
/// would forbid it as well. The codes are those of the assessment, which holds every answer still possible.
pub(super) fn why_withheld(material: &Material<'_, '_>, codes: &[Text], gives: Gives) -> Vec<String> {
    let other = codes.iter().filter(|code| IronSafety::try_from(code.as_str()).is_err());
    let mut said: Vec<String> = other.map(|code| words::withheld(code)).collect();
    let possible = of_safety(codes);
    if possible.is_empty() {
        return said;
    }
    let mut certain = AnswerSet::EMPTY;
    for stop in
        material.assessment.stopped.iter().filter(|stop| stop.forbids.iter().any(|own| own == gives.code()))
    {
        let answers = of_safety(&stop.answers);
        certain = certain.or(answers);
        said.push(any_of(answers));
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
            code: alert.code.clone(),
            // One of another version is taken for the gravest.
            severity: alert.severity.known().unwrap_or(ekbom::knowledge::alert::Severity::Urgent),
            message: alert.message.clone(),
            // An alert with facts of its own names them in its message.
            about: match ekbom::knowledge::alert::find(&alert.code) {
                Some(known) if known.facts.is_empty() => {
                    alert.facts.iter().map(|fact| words::fact(fact)).collect()
                }
                _ if alert.code == AlertCode::ExacerbatingMedicine.code() => exacerbating(material),
                _ => Vec::new(),
            },
        })
        .collect()
}

fn exacerbating(material: &Material<'_, '_>) -> Vec<String> {
    let class = ekbom::fact::medicine::MedicineClass::ExacerbatesRls;
    let medicines = material.patient.medicines().iter().filter(|medicine| medicine.is(class));
    medicines.map(|medicine| medicine.name().to_string()).collect()
}

/// One entry for each action, direction and fate; in the order of the assessment.
pub(super) fn recommendations(material: &Material<'_, '_>) -> Vec<Advised> {
    let mut made: Vec<Advised> = Vec::new();
    for own in &material.assessment.recommendations {
        if is_treatment(&own.question) || !material.is_shown(&own.guideline) {
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
                    action: own.action.clone(),
                    name: words::action(&own.action),
                    direction: own.direction.clone(),
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
        for reason in own.because.iter().map(|own| plain(own)).filter(|own| is_reason(own)) {
            if !entry.because.contains(&reason) {
                entry.because.push(reason);
            }
        }
        let cautions = own.cautions.iter().map(|code| words::humanise(code));
        for caution in cautions.chain(own.flags.iter().map(|code| material.knowledge.flag(code))) {
            if !entry.cautions.contains(&caution) {
                entry.cautions.push(caution);
            }
        }
    }
    made
}

/// What a recommendation gives.
fn gives(own: &Recommendation) -> Gives {
    let actions = advice().flat_map(|advice| advice.actions).flatten();
    let action = actions.into_iter().find(|action| action.code == own.action);
    action.filter(|_| own.iron).map_or(Gives::NoIron, |action| action.gives)
}

/// `strong, moderate certainty`; empty where the guideline gives no grade.
pub(super) fn grade(own: &Recommendation) -> String {
    let strength = own.strength.as_deref().map(words::grade);
    let certainty = own.certainty.as_deref().map(|code| alloc::format!("{} certainty", words::grade(code)));
    let parts: Vec<String> = strength.into_iter().chain(certainty).collect();
    parts.join(", ")
}
