//! What guidelines answer, and where they disagree.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{Answered, Decided, Disagreement, Material, Side, Silent};
use ekbom::assess::Position;
use ekbom::knowledge::code::Question;
use ekbom::knowledge::words;
use ekbom::knowledge::words::is_silent;
use ekbom::source::{Text, Verification};

pub(super) fn is_treatment(question: &str) -> bool {
    matches!(question.parse(), Ok(Question::Treatment(_)))
}

/// The positions shown, question by question in the order of the assessment, treatments apart.
pub(super) fn by_question<'m, 'k>(material: &'m Material<'_, 'k>) -> Vec<(Text, Vec<&'m Position>)> {
    let mut made: Vec<(Text, Vec<&Position>)> = Vec::new();
    for position in material.positions().filter(|position| !is_treatment(&position.question)) {
        match made.iter_mut().find(|(question, _)| *question == position.question) {
            Some((_, own)) => own.push(position),
            None => made.push((position.question.clone(), alloc::vec![position])),
        }
    }
    made
}

pub(super) fn title(question: &str) -> &'static str {
    words::question(question).map_or("", |question| question.title)
}

pub(super) fn decided(material: &Material<'_, '_>) -> Vec<Decided> {
    let mut made = Vec::new();
    for (question, positions) in by_question(material) {
        let mut answers: Vec<Answered> = Vec::new();
        for position in positions {
            let Some(code) = position.determined().filter(|code| !is_silent(code)) else { continue };
            let answer = words::meaning(&question, code);
            let checked = position.verification.known().unwrap_or(Verification::Unverified);
            let flags: Vec<String> =
                position.flags.iter().map(|flag| material.knowledge.flag(flag)).collect();
            match answers.iter_mut().find(|own| own.answer == answer && own.flags == flags) {
                Some(own) => {
                    own.guidelines.push(position.guideline.to_string());
                    own.verification = own.verification.weaker(checked);
                }
                None => answers.push(Answered {
                    answer,
                    guidelines: alloc::vec![position.guideline.to_string()],
                    flags,
                    verification: checked,
                }),
            }
        }
        if !answers.is_empty() {
            made.push(Decided { title: title(&question), question, answers });
        }
    }
    made
}

pub(super) fn silent(material: &Material<'_, '_>) -> Vec<Silent> {
    let quiet = |position: &&Position| position.possible.iter().all(|code| is_silent(code));
    by_question(material)
        .into_iter()
        .map(|(question, positions)| Silent {
            question,
            guidelines: positions.into_iter().filter(quiet).map(|own| own.guideline.to_string()).collect(),
        })
        .filter(|silent| !silent.guidelines.is_empty())
        .collect()
}

pub(super) fn disagreements(material: &Material<'_, '_>) -> Vec<Disagreement> {
    let mut made = Vec::new();
    for disagreement in &material.assessment.disagreements {
        let question = disagreement.question.clone();
        if is_treatment(&question) {
            continue;
        }
        let mut sides: Vec<Side> = Vec::new();
        for (guideline, codes) in &disagreement.positions {
            if !material.is_shown(guideline) {
                continue;
            }
            let answers: Vec<String> = codes.iter().map(|code| words::meaning(&question, code)).collect();
            let answer = words::or(&answers);
            match sides.iter_mut().find(|side| side.answer == answer) {
                Some(side) => side.guidelines.push((*guideline).to_string()),
                None => sides.push(Side { answer, guidelines: alloc::vec![(*guideline).to_string()] }),
            }
        }
        if sides.len() > 1 {
            made.push(Disagreement { title: title(&question), question, sides });
        }
    }
    made
}
