//! Acts with a need of their own: is it there, and does anything forbid or keep back the act?

use alloc::string::String;
use alloc::vec::Vec;

use super::{Act, ActCertainty, Material, Wanted, close, offer, record, review};
use crate::fact::{Fact, FactBox, Options};
use crate::knowledge::act::{ACTS, ActData, Compiled, WORK_UP, find};
use crate::knowledge::advice::Gives;
use crate::logic::question::AnswerSet;
use crate::logic::table::{Scratch, Table};
use crate::source::{Text, texts};

/// How a need and the bars of its act stand.
struct Standing {
    certainty: ActCertainty,
    assuming: Vec<&'static str>,
    blocked_by: Vec<Text>,
}

/// Codes of what is to be done with an act.
pub(super) fn also(code: &str) -> &'static [&'static str] {
    find(code).map_or(&[], |act| act.also)
}

/// The acts that stand, and what would settle the others.
pub(super) fn acts(material: &Material<'_, '_>, scratch: &mut Scratch<bool>) -> (Vec<Act>, Wanted) {
    let mut wanted = Wanted::default();
    let mut standing: Vec<(&'static ActData, Standing)> = Vec::new();
    for (act, compiled) in ACTS.iter().zip(material.case.knowledge.acts()) {
        if let Some(own) = stands(material, act, compiled, &mut wanted, scratch) {
            standing.push((act, own));
        }
    }
    let contained = |act: &ActData, own: &Standing| {
        standing.iter().any(|(other, their)| {
            let certain = their.certainty == ActCertainty::Certain;
            // The first that is certain, else the first that is usual.
            let before =
                act.unless.contains(&other.code) && (certain || own.certainty != ActCertainty::Certain);
            let behind =
                other.unless.contains(&act.code) && certain && own.certainty != ActCertainty::Certain;
            before || behind
        })
    };
    let kept = standing.iter().filter(|(act, own)| !contained(act, own));
    let made: Vec<Act> = kept.map(|(act, own)| record(material, act, own)).collect();
    (made, wanted)
}

fn stands(
    material: &Material<'_, '_>,
    act: &'static ActData,
    compiled: &Compiled,
    wanted: &mut Wanted,
    scratch: &mut Scratch<bool>,
) -> Option<Standing> {
    let exact = material.facts();
    let usual = material.assumed.facts();
    let need = compiled.need.as_ref()?;
    let possible = need.possible(exact, scratch);
    if !possible.meets(compiled.leads) {
        return None;
    }
    let passage = material.gate().check(act.for_rls, act.gives);
    if !passage.withheld.is_empty() {
        return None;
    }
    if !act.offers.is_empty() && offer::is_kept_back(material, act.offers, scratch) {
        return None;
    }
    // A bar that certainly holds: something else stands instead, if the act may be needed at all.
    let mut blocked_by: Vec<Text> = Vec::new();
    let mut assumed: Vec<usize> = Vec::new();
    let mut barred = false;
    for (place, (bar, when)) in act.bars.iter().zip(&compiled.bars).enumerate() {
        let truth = when.as_ref().map(|when| when.truth(exact, scratch));
        match truth.map(|truth| (truth.yes, truth.no)) {
            Some((_, true)) => {}
            Some((true, _)) => {
                barred = true;
                bar.instead
                    .iter()
                    .filter(|code| !code.starts_with("refer:"))
                    .for_each(|code| wanted.add(code, None));
            }
            _ => {
                if when.as_ref().is_some_and(|when| when.truth(usual, scratch).no) {
                    assumed.push(place);
                } else {
                    blocked_by.extend(bar.closed_by.iter().copied().map(Text::fixed));
                }
            }
        }
    }
    if barred {
        return None;
    }
    let leads = |facts: &FactBox, scratch: &mut Scratch<bool>| {
        need.possible(facts, scratch).is_within(compiled.leads)
    };
    if !leads(usual, scratch) {
        deciders(material, act, need, wanted);
        return None;
    }
    let certain = possible.is_within(compiled.leads) && assumed.is_empty();
    let assuming = if certain {
        Vec::new()
    } else {
        material.assumed.needed(exact, |facts| {
            let open = |place: &usize| {
                let when = compiled.bars.get(*place).and_then(Option::as_ref);
                when.is_some_and(|when| when.truth(facts, scratch).no)
            };
            assumed.iter().all(open) && leads(facts, &mut Scratch::new())
        })
    };
    let mut guarded: Vec<Text> = Vec::new();
    if passage.diagnosis_open {
        guarded.push(Text::fixed("ask:rls_criteria"));
    }
    if passage.safety_open {
        guarded.extend(safety(material, act.gives));
    }
    if act.gives.is_iron() && !exact.reported(Fact::Haemoglobin) && !exact.reported(Fact::Haematocrit) {
        // Too many red cells forbid iron, and nothing is known of them.
        guarded.push(Text::fixed("test:haemoglobin"));
    }
    if !act.offers.is_empty() {
        guarded.extend(offer::waits_for(material, act.offers, scratch));
    }
    // What guards comes first.
    for code in core::mem::take(&mut blocked_by) {
        if !guarded.contains(&code) {
            guarded.push(code);
        }
    }
    let certainty = if certain { ActCertainty::Certain } else { ActCertainty::Usual };
    Some(Standing { certainty, assuming, blocked_by: guarded })
}

/// What would settle a need that is open.
fn deciders(material: &Material<'_, '_>, act: &ActData, need: &Table, wanted: &mut Wanted) {
    // Whether these are restless legs comes first, and has a question of its own.
    if act.decided_by.is_empty() || (act.for_rls && !act.offers.is_empty() && material.is_diagnosis_open()) {
        return;
    }
    let needs = need.needs(material.facts());
    let mut measured = false;
    for code in act.decided_by {
        // What belongs to every work-up stands there; of other tests the first that is missing.
        if code.starts_with("test:") {
            let behind = measured;
            measured |= close::is_missing(material, code);
            if behind || WORK_UP.contains(code) {
                continue;
            }
        }
        let unmeasured = code.starts_with("test:") && close::is_missing(material, code);
        if close::facts_of(code)
            .iter()
            .any(|fact| needs.contains(fact) || (unmeasured && need.asks_fact(*fact)))
        {
            wanted.add(code, None);
        }
    }
}

/// Facts that matter to intravenous iron alone.
const OF_INTRAVENOUS: [Fact; 3] = [Fact::Person, Fact::GestationalWeeks, Fact::IvIronHypersensitivity];

/// What tells whether iron is safe.
fn safety(material: &Material<'_, '_>, gives: Gives) -> Vec<Text> {
    let place = material.case.knowledge.0.iron_safety;
    let Some(table) = place.and_then(|place| material.case.knowledge.tables().get(place)) else {
        return Vec::new();
    };
    let mut codes: Vec<Text> = Vec::new();
    // Whether there is an infection is asked; how grave it is matters once there is one.
    let infected = material.facts().flag(Fact::Infection) == Options::YES;
    for fact in table.needs(&material.assumed.not_pregnant(material.facts())) {
        if gives == Gives::OralIron && OF_INTRAVENOUS.contains(&fact) {
            continue;
        }
        if !infected && fact == Fact::Crp {
            continue;
        }
        let code = close::code_for(fact);
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

fn record(material: &Material<'_, '_>, act: &'static ActData, own: &Standing) -> Act {
    let mut made = Act {
        certainty: own.certainty.into(),
        assuming: texts(own.assuming.iter().copied()),
        because: record::reasons(material, act.because),
        blocked_by: own.blocked_by.clone(),
        ..Act::new(act.code, act.kind, act.text)
    };
    let mut sources: Vec<Text> = texts(act.cites.iter().map(|cite| cite.source));
    for (data, set) in act.said_by {
        let Some(table) = material.case.knowledge.table(data.question.id, &data.guideline.id) else {
            continue;
        };
        let position = material.positions.iter().find(|own| table.is_of(&own.question, &own.guideline));
        let Some(position) = position else { continue };
        let all_of = |codes: &[Text]| {
            let set_of = |code: &Text| data.question.set_of(code).unwrap_or_default();
            let all = codes.iter().map(set_of).fold(AnswerSet::EMPTY, AnswerSet::or);
            !all.is_empty() && all.is_within(*set)
        };
        let usual = position.usual.as_ref().is_some_and(|usual| all_of(&usual.possible));
        if !all_of(&position.possible) && !usual {
            continue;
        }
        made.guidelines.push((&table.guideline.id).into());
        for rule in table.rules.iter().filter(|rule| position.rules.contains(&rule.id)) {
            if !rule.answers.meets(*set) {
                continue;
            }
            made.rules.push(rule.id.clone());
            for cite in &rule.cites {
                if !sources.iter().any(|own| *own == cite.source) {
                    sources.push((&cite.source).into());
                }
            }
        }
    }
    let behind = (act.code == "b12_treat_now").then(|| review::behind_b12(material)).flatten();
    if let Some(text) = route(material, act).or(behind) {
        made.text.push(' ');
        made.text.push_str(&text);
    }
    made.sources = sources;
    made
}

/// By which route vitamin B12 is replaced.
fn route(material: &Material<'_, '_>, act: &ActData) -> Option<String> {
    if act.code != "b12_treat" {
        return None;
    }
    let position = material
        .positions
        .iter()
        .find(|own| own.guideline == "ekbom-synthesis" && own.question == "b12.treatment")?;
    let possible = position.usual.as_ref().map_or(&position.possible, |usual| &usual.possible);
    let words: Vec<String> =
        possible.iter().map(|code| crate::knowledge::words::meaning("b12.treatment", code)).collect();
    let words = crate::knowledge::words::or(&words);
    (possible.len() < 3).then(|| alloc::format!("By its likely cause: {words}."))
}
