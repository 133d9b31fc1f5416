//! What stays open, and what would settle it.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::positions::{by_question, is_treatment, title};
use super::{Ask, Left, Material, Open, TestLine, WorkUp};
use ekbom::assess::{NextTest, Position};
use ekbom::fact::{Fact, Group};
use ekbom::knowledge::advice::TESTS;
use ekbom::knowledge::words;
use ekbom::knowledge::words::is_silent;
use ekbom::source::Text;

/// The test that tells a fact.
fn test_of(fact: &str) -> Option<&'static str> {
    TESTS.iter().find(|test| test.fact.is_some_and(|own| own.id() == fact)).map(|test| test.test)
}

pub(super) fn open(material: &Material<'_, '_>) -> Vec<Open> {
    let mut made = Vec::new();
    for (question, positions) in by_question(material) {
        let positions: Vec<&Position> =
            positions.into_iter().filter(|position| !position.needs.is_empty()).collect();
        if positions.is_empty() {
            continue;
        }
        let mut needs: Vec<&Text> = Vec::new();
        for need in positions.iter().flat_map(|position| &position.needs) {
            if !needs.contains(&need) {
                needs.push(need);
            }
        }
        let test = first_test(material, &question).map(|next| next.test.clone());
        made.push(Open {
            title: title(&question),
            left: left(&question, &positions),
            test_decides: test.is_some() && needs.iter().all(|need| test_of(need) == test.as_deref()),
            question,
            test,
            needs: needs.iter().map(|need| words::short(&words::fact(need))).collect(),
        });
    }
    made
}

/// The most useful missing test for a question.
fn first_test<'m>(material: &'m Material<'_, '_>, question: &str) -> Option<&'m NextTest> {
    by_use(material).into_iter().find(|next| next.could_change.iter().any(|own| own == question))
}

fn left(question: &str, positions: &[&Position]) -> Vec<Left> {
    let mut made: Vec<Left> = Vec::new();
    let known = words::question(question);
    for position in positions {
        let spoken: Vec<&str> =
            position.possible.iter().map(|code| code.as_str()).filter(|code| !is_silent(code)).collect();
        // Where nothing is excluded, a list of everything says nothing.
        let all = known.map_or(0, |question| question.answers.len().saturating_sub(2));
        let answers: Vec<String> = if spoken.len() == all && all > 2 {
            Vec::new()
        } else {
            spoken.iter().map(|code| words::brief(code)).collect()
        };
        let or_silent = spoken.len() < position.possible.len();
        match made.iter_mut().find(|own| own.answers == answers && own.or_silent == or_silent) {
            Some(own) => own.guidelines.push(position.guideline.to_string()),
            None => made.push(Left {
                answers,
                or_silent,
                guidelines: alloc::vec![position.guideline.to_string()],
            }),
        }
    }
    made
}

/// Tests that could narrow something, and those of the work-up that could not.
pub(super) fn tests(material: &Material<'_, '_>) -> (Vec<TestLine>, WorkUp) {
    let (mut useful, mut work_up) = (Vec::new(), WorkUp::default());
    for next in by_use(material) {
        if next.could_change.is_empty() {
            let list =
                if is_needed(material, next) { &mut work_up.with_more } else { &mut work_up.no_bearing };
            list.push(words::test(&next.test));
            continue;
        }
        let (treatments, plain): (Vec<&str>, Vec<&str>) =
            next.could_change.iter().map(|own| own.as_str()).partition(|question| is_treatment(question));
        let mut could_change: Vec<String> = plain.iter().map(|question| words::subject(question)).collect();
        match treatments.as_slice() {
            [] => {}
            [only] => could_change.push(words::subject(only)),
            many => could_change.push(alloc::format!("{} treatments", many.len())),
        }
        useful.push(TestLine {
            test: next.test.clone(),
            name: words::test(&next.test),
            instructions: next.instructions.iter().map(|code| words::instruction(code)).collect(),
            could_change,
        });
    }
    (useful, work_up)
}

/// Does an open answer turn on what this test tells, whatever that takes besides?
fn is_needed(material: &Material<'_, '_>, next: &NextTest) -> bool {
    let mut needs = material.assessment.positions.iter().flat_map(|position| &position.needs);
    needs.any(|need| test_of(need).is_some_and(|own| own == next.test))
}

/// The missing tests, those first that narrow most questions, treatments apart; of equally useful ones in the order of
/// the catalogue of tests.
fn by_use<'m>(material: &'m Material<'_, '_>) -> Vec<&'m NextTest> {
    let weight =
        |next: &NextTest| next.could_change.iter().filter(|question| !is_treatment(question)).count();
    let place = |next: &NextTest| TESTS.iter().position(|test| test.test == next.test);
    let mut tests: Vec<&NextTest> = material.assessment.next_tests.iter().collect();
    tests.sort_by_key(|next| (core::cmp::Reverse(weight(next)), place(next)));
    tests
}

/// Facts that only a question can tell, those that most open questions need first.
pub(super) fn ask(material: &Material<'_, '_>) -> Vec<Ask> {
    let mut asked: Vec<(Fact, usize)> = Vec::new();
    let needs = material.positions().filter(|position| !is_treatment(&position.question));
    for need in needs.flat_map(|position| &position.needs) {
        let Some(fact) = Fact::from_id(need) else { continue };
        match asked.iter_mut().find(|(own, _)| *own == fact) {
            Some((_, times)) => *times += 1,
            None => asked.push((fact, 1)),
        }
    }
    asked.sort_by_key(|(_, times)| core::cmp::Reverse(*times));
    let groups = [
        (Group::Person, "person"),
        (Group::Symptoms, "symptoms"),
        (Group::History, "history"),
        (Group::Medicines, "medicines"),
        (Group::Sample, "sample"),
    ];
    groups
        .into_iter()
        .map(|(group, name)| Ask {
            group: name,
            facts: asked
                .iter()
                .filter(|(fact, _)| fact.info().group == group)
                .map(|(fact, _)| words::short(fact.info().label))
                .collect(),
        })
        .filter(|ask| !ask.facts.is_empty())
        .collect()
}
