//! The verdict of the gate as part of an assessment, so that whoever reads one never computes it again.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Case, Stopped, Withheld};
use crate::fact::FactBox;
use crate::knowledge::advice::Gives;
use crate::logic::condition::Expression;
use crate::logic::explain::{because, known};
use crate::logic::question::AnswerSet;
use crate::logic::table::Scratch;
use crate::source::{More, texts};

pub(super) fn withheld(case: &Case<'_, '_>) -> Vec<Withheld> {
    let gate = case.gate();
    let verdict = |gives: &Gives| {
        let passage = gate.check(true, *gives);
        Withheld {
            gives: gives.code().into(),
            why: texts(passage.withheld),
            safety_open: passage.safety_open,
            more: More::new(),
        }
    };
    Gives::ALL.iter().map(verdict).collect()
}

/// Exact as the answers are: each rule's condition is compiled by itself.
pub(super) fn stopped(case: &Case<'_, '_>, scratch: &mut Scratch<bool>) -> Vec<Stopped> {
    let knowledge = case.knowledge;
    let Some(table) = knowledge.0.iron_safety.and_then(|place| knowledge.tables().get(place)) else {
        return Vec::new();
    };
    let mut made = Vec::new();
    for (place, condition) in &knowledge.0.stops {
        let Some(rule) = table.rules.get(*place) else { continue };
        if !condition.truth(case.facts, scratch).yes {
            continue;
        }
        let forbids =
            |gives: &&Gives| gives.allowed().is_some_and(|allowed: AnswerSet| !rule.answers.meets(allowed));
        made.push(Stopped {
            rule: rule.id.clone(),
            answers: texts(table.question.codes(rule.answers)),
            forbids: texts(Gives::ALL.iter().filter(forbids).map(|gives| gives.code())),
            because: reasons(&rule.when, case.facts),
            more: More::new(),
        });
    }
    made
}

/// Why a condition holds. Where it holds whichever of its parts does (too many red cells by the limit of men or by that of
/// women), no part is certain by itself: then what was measured of it is said.
fn reasons(when: &Expression, facts: &FactBox) -> Vec<String> {
    let parts = because(when, facts);
    if !parts.is_empty() {
        return parts;
    }
    let asked = when.facts().into_iter().filter(|fact| facts.reported(*fact));
    asked.map(|fact| format!("{} {}", fact.info().label, known(fact, facts))).collect()
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use crate::knowledge::advice::Gives;
    use crate::source::Text;
    use crate::{Knowledge, Patient, assess};

    fn stopped(patient: &str) -> Vec<Vec<Text>> {
        let knowledge = Knowledge::builtin();
        let assessment = assess(&knowledge, &Patient::from_json(patient).unwrap());
        assert_eq!(assessment.withheld.len(), Gives::ALL.len());
        assessment.stopped.into_iter().map(|stop| stop.answers).collect()
    }

    #[test]
    fn a_stop_behind_another_is_named_too() {
        let both = r#"{"labs": [{"analyte": "tsat", "value": 88, "unit": "%"},
            {"analyte": "ferritin", "value": 658, "unit": "ng/mL"}]}"#;
        assert_eq!(stopped(both), [["stop_tsat_ceiling"], ["stop_ferritin_ceiling"]]);
    }

    #[test]
    fn what_is_not_known_stops_nothing_for_certain() {
        assert!(stopped(r#"{"labs": []}"#).is_empty());
    }

    #[test]
    fn every_rule_that_forbids_iron_is_among_the_stops() {
        let knowledge = Knowledge::builtin();
        let table = knowledge.table("iron.safety", "ekbom-safety").unwrap();
        assert_eq!(knowledge.0.stops.len(), table.rules.len() - 1);
    }
}
