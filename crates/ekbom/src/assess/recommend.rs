//! Recommendations: actions on which every possible answer of a table agrees, withheld where safety or the diagnosis
//! forbids them.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::gate::Gate;
use super::precaution::Kept;
use super::{Case, FollowUpSaid, Position, Recommendation};
use crate::fact::{Fact, Group, Options};
use crate::knowledge::advice::{Action, Advice, Barrier, Direction, FOLLOW_UPS, Gives, Stage};
use crate::knowledge::alert::code;
use crate::knowledge::question::IronSafety;
use crate::logic::condition::{Expression, evaluate};
use crate::logic::explain::because;
use crate::logic::question::AnswerSet;
use crate::logic::table::{Rule, Scratch, Table};
use crate::source::{More, Text, texts};

pub(super) fn recommendations(
    case: &Case<'_, '_>,
    positions: &[Position],
    urgent: bool,
    scratch: &mut Scratch<bool>,
) -> Vec<Recommendation> {
    let guard = Guard::new(case, scratch);
    let mut kept = Kept::default();
    let mut made: Vec<(Stage, Recommendation)> = Vec::new();
    for (place, advice, only_if) in &case.knowledge.0.advice {
        let possible = case.possible_at(Some(*place));
        if possible.is_empty() || !possible.is_within(advice.class) {
            continue;
        }
        let excluded = only_if.truth(case.facts, scratch).no;
        let Some((table, position)) = case.knowledge.tables().get(*place).and_then(|table| {
            Some((table, positions.iter().find(|own| table.is_of(&own.question, &own.guideline))?))
        }) else {
            continue;
        };
        for action in advice.actions.iter().flatten() {
            if !excluded && !possible.and(action.answers).is_empty() {
                let stage = if urgent { advice.stage_if_urgent } else { advice.stage };
                let kept = kept.of(case, advice.direction, action.code, scratch);
                made.push((stage, recommend(case, advice, table, position, action, &guard, kept)));
            }
        }
    }
    made.sort_by_key(|(stage, _)| *stage);
    made.into_iter().map(|(_, recommendation)| recommendation).collect()
}

fn recommend(
    case: &Case<'_, '_>,
    advice: &Advice,
    table: &Table,
    position: &Position,
    action: &Action,
    guard: &Guard,
    kept: &[&'static str],
) -> Recommendation {
    let rules = || table.rules.iter().filter(|rule| position.rules.contains(&rule.id));
    let grade = grade(rules(), action.code);
    let (mut withheld, cautions) = guard.check(advice, action);
    withheld.extend(kept);
    Recommendation {
        action: action.code.into(),
        iron: action.gives.is_iron(),
        direction: advice.direction.code().into(),
        strength: grade.0,
        certainty: grade.1,
        guideline: position.guideline.clone(),
        question: position.question.clone(),
        rule: position.rules.first().cloned().unwrap_or_default(),
        possible: position.possible.clone(),
        because: rules().flat_map(|rule| because(&rule.when, case.facts)).collect(),
        flags: position.flags.clone(),
        follow_up: FOLLOW_UPS
            .iter()
            .filter(|own| own.action == action.code)
            .filter(|own| own.guideline.is_empty() || own.guideline == position.guideline)
            .map(FollowUpSaid::from)
            .collect(),
        withheld: (!withheld.is_empty()).then(|| texts(withheld)),
        cautions: texts(cautions),
        more: More::new(),
    }
}

const NO_GRADE: &Cow<'static, str> = &Cow::Borrowed("");

/// The grade of an action, where every possible rule gives it the same.
fn grade<'r>(rules: impl Iterator<Item = &'r Rule>, action: &str) -> (Option<Text>, Option<Text>) {
    let mut found: Option<(&Cow<'static, str>, &Cow<'static, str>)> = None;
    for rule in rules {
        let own = rule.grades.iter().find(|grade| grade.action == action);
        let own = own.map_or((NO_GRADE, NO_GRADE), |grade| (&grade.strength, &grade.certainty));
        match found {
            Some(earlier) if earlier != own => return (None, None),
            _ => found = Some(own),
        }
    }
    let given = |code: &Cow<'static, str>| (!code.is_empty()).then(|| Text::from(code));
    found.map_or((None, None), |(strength, certainty)| (given(strength), given(certainty)))
}

/// The gate, and what to mind about what passes it.
struct Guard {
    gate: Gate,
    /// Why safety is open.
    open: Vec<&'static str>,
    /// Answers of safety whose own rule certainly holds, also behind another one.
    stops: AnswerSet,
    /// What keeps actions back, beside safety.
    barriers: Vec<&'static Barrier>,
    /// Cautions for intravenous iron.
    intravenous: Vec<&'static str>,
}

impl Guard {
    fn new(case: &Case<'_, '_>, scratch: &mut Scratch<bool>) -> Self {
        let mut open = Vec::new();
        for fact in case.safety_needs.iter().copied() {
            let caution = match fact {
                Fact::Tsat => code::CHECK_TSAT_BEFORE_IRON,
                fact if fact.info().group == Group::History => code::CONFIRM_NO_IRON_OVERLOAD,
                _ => code::IRON_SAFETY_OPEN,
            };
            if !open.contains(&caution) {
                open.push(caution);
            }
        }
        let certain = |fact| case.facts.flag(fact) == Options::YES;
        let cautions =
            [(Fact::Infection, code::INFECTION_CAUTION), (Fact::SevereAtopy, code::SEVERE_ATOPY_CAUTION)];
        let table = case.knowledge.0.iron_safety.and_then(|place| case.knowledge.tables().get(place));
        let rules = table.into_iter().flat_map(|table| &table.rules);
        let holds = |when: &Expression| evaluate::<bool>(when, case.facts).yes;
        let stops =
            rules.filter(|rule| holds(&rule.when)).fold(AnswerSet::EMPTY, |sum, rule| sum.or(rule.answers));
        let barriers = case.knowledge.0.barriers.iter();
        let barriers = barriers.filter(|(_, when)| when.truth(case.facts, scratch).yes).map(|(own, _)| *own);
        Self {
            stops,
            barriers: barriers.collect(),
            gate: case.gate(),
            open,
            intravenous: cautions
                .into_iter()
                .filter(|(fact, _)| certain(*fact))
                .map(|(_, code)| code)
                .collect(),
        }
    }

    /// Why an action is withheld, and what to mind about it.
    fn check(&self, advice: &Advice, action: &Action) -> (Vec<&'static str>, Vec<&'static str>) {
        let gives = action.gives;
        let mut passage = self.gate.check(advice.for_rls, gives);
        if let Some(allowed) = gives.allowed() {
            // One stop hides no other.
            for code in IronSafety::QUESTION
                .codes(self.stops)
                .filter(|code| IronSafety::QUESTION.set_of(code).is_some_and(|own| !own.meets(allowed)))
            {
                if !passage.withheld.contains(&code) {
                    passage.withheld.push(code);
                }
            }
        }
        let kept = self.barriers.iter().filter(|own| own.keeps(action.code, gives));
        if advice.direction == Direction::For {
            passage.withheld.extend(kept.map(|own| own.code));
        }
        let mut cautions = Vec::new();
        if passage.diagnosis_open {
            cautions.push(code::RLS_NOT_CONFIRMED);
        }
        if passage.safety_open {
            cautions.extend(&self.open);
        }
        if gives == Gives::IntravenousIron {
            cautions.extend(&self.intravenous);
        }
        (passage.withheld, cautions)
    }
}
