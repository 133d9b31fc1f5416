//! Properties of tables: random ones and the built-in ones.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use ekbom::Knowledge;
use ekbom::fact::FactBox;
use ekbom::logic::engine::Scratch;
use ekbom::logic::engine::{Block, Truth, evaluate};
use ekbom::logic::table::Table;
use proptest::prelude::*;
use serde_json::Value;

use crate::random::boxes::{self, points};
use crate::random::point::{self, PlainTable};
use crate::random::{Draws, cases, draws, tables};
use crate::{BOOK, BUILTIN};

static PLAIN: LazyLock<Vec<PlainTable>> = LazyLock::new(|| point::read(&BOOK));

static PLAIN_WITH_FLAGS: LazyLock<Vec<PlainTable>> = LazyLock::new(|| point::read_with_flags(&BOOK));

/// A random rule book, compiled, and read a second time from its own JSON.
fn random_book(draws: &mut Draws) -> Option<(Knowledge, Vec<PlainTable>)> {
    let book: Value = tables::random(draws, &BOOK["facts"], &BOOK["questions"]);
    Some((tables::compiled(&book)?, point::read(&book)))
}

/// Are the flags of a box those that are certain of its points?
fn flags_are_those_of_points(table: &Table, plain: &PlainTable, inside: &FactBox) {
    let found = table.flags(inside, &mut Scratch::new());
    let found: BTreeSet<&str> = found.iter().map(|flag| flag.as_str()).collect();
    assert_eq!(found, plain.flags(&points(plain, inside)), "{}", table.name());
}

/// Rules and answers reached somewhere in a box, point by point.
fn reached(plain: &PlainTable, inside: &FactBox) -> (Vec<bool>, BTreeSet<String>) {
    let mut rules = vec![false; plain.rule_count()];
    let mut answers = BTreeSet::new();
    for point in points(plain, inside) {
        let (own, codes) = plain.answer(&point);
        own.into_iter().for_each(|rule| rules[rule] = true);
        answers.extend(codes);
    }
    (rules, answers)
}

fn is_exact(table: &Table, plain: &PlainTable, inside: &FactBox) {
    let (rules, answers) = reached(plain, inside);
    let mut scratch = Scratch::new();
    let possible = table.possible(inside, &mut scratch);
    assert_eq!(
        table.question.codes(possible).map(str::to_owned).collect::<BTreeSet<_>>(),
        answers,
        "{}",
        table.name()
    );
    assert_eq!(table.possible_rules(inside, &mut scratch), rules, "{}", table.name());
}

/// The facts for which two points that differ only there have different answers.
fn needed<'t>(plain: &'t PlainTable, inside: &FactBox) -> BTreeSet<&'t str> {
    let all = points(plain, inside);
    let facts: BTreeSet<&str> = plain.coordinates.iter().map(|own| own.fact.as_str()).collect();
    facts
        .into_iter()
        .filter(|fact| {
            let mut answers: BTreeMap<Vec<u64>, BTreeSet<String>> = BTreeMap::new();
            all.iter().any(|point| {
                let rest = plain.coordinates.iter().zip(point).filter(|(own, _)| own.fact != *fact);
                let key = rest.map(|(_, value)| value.to_bits()).collect();
                let (_, own) = plain.answer(point);
                *answers.entry(key).or_insert_with(|| own.clone()) != own
            })
        })
        .collect()
}

proptest! {
    #![proptest_config(cases(1500))]

    /// On random tables: the possible answers and rules of a box are those of its points, all of them and no others.
    #[test]
    fn exact_possible_sets(mut draws in draws(160)) {
        let Some((knowledge, plain)) = random_book(&mut draws) else { return Ok(()) };
        for (table, plain) in knowledge.tables().iter().zip(&plain) {
            for _ in 0..4 {
                is_exact(table, plain, &boxes::random(plain, &mut draws, 1500));
            }
        }
    }

    /// The facts reported as needed are those of which two completions, alike in all else, differ in their answer.
    #[test]
    fn needs_is_exact(mut draws in draws(160)) {
        let Some((knowledge, plain)) = random_book(&mut draws) else { return Ok(()) };
        for (table, plain) in knowledge.tables().iter().zip(&plain) {
            for _ in 0..2 {
                let inside = boxes::random(plain, &mut draws, 400);
                let found: BTreeSet<&str> = table.needs(&inside).into_iter().map(|fact| fact.id()).collect();
                prop_assert_eq!(found, needed(plain, &inside), "{}", table.name());
            }
        }
    }

    /// A flag is raised when every rule still possible raises it: when its condition holds at every point that the rule
    /// answers, or for one that is raised *unless* something is certain, when it does not; and only then.
    #[test]
    fn flags_are_exact(mut draws in draws(200)) {
        let book: Value = tables::random(&mut draws, &BOOK["facts"], &BOOK["questions"]);
        let Some(knowledge) = tables::compiled(&book) else { return Ok(()) };
        for (table, plain) in knowledge.tables().iter().zip(&point::read_with_flags(&book)) {
            flags_are_those_of_points(table, plain, &boxes::random(plain, &mut draws, 400));
        }
        let place = draws.below(PLAIN_WITH_FLAGS.len());
        let (table, plain) = (&BUILTIN.tables()[place], &PLAIN_WITH_FLAGS[place]);
        for _ in 0..4 {
            flags_are_those_of_points(table, plain, &boxes::random(plain, &mut draws, 1000));
        }
    }

    /// Whatever Kleene truth says for certain of a box holds at every point of it.
    #[test]
    fn kleene_is_sound(mut draws in draws(160)) {
        let Some((knowledge, plain)) = random_book(&mut draws) else { return Ok(()) };
        for (table, plain) in knowledge.tables().iter().zip(&plain) {
            let inside = boxes::random(plain, &mut draws, 400);
            let all = points(plain, &inside);
            for (rule, when) in table.rules.iter().enumerate() {
                let truth: Truth<bool> = evaluate(&when.when, &inside);
                prop_assert!(!(truth.yes && truth.no));
                if let Some(known) = truth.known() {
                    let agrees = |point: &Vec<f64>| plain.rule_holds(rule, point) == Some(known);
                    prop_assert!(all.iter().all(agrees));
                }
            }
        }
    }

    /// Learning more about a patient never adds an answer: on every table, random or built in.
    #[test]
    fn shrinking_never_adds_an_answer(mut draws in draws(160)) {
        let random = random_book(&mut draws);
        let place = draws.below(PLAIN.len());
        let own = random.iter().flat_map(|(knowledge, plain)| knowledge.tables().iter().zip(plain));
        let mut scratch = Scratch::new();
        for (table, plain) in own.chain([(&BUILTIN.tables()[place], &PLAIN[place])]) {
            let outer = boxes::random(plain, &mut draws, usize::MAX);
            let inner = boxes::shrunk(plain, &outer, &mut draws);
            prop_assert!(inner.is_within(&outer));
            let (inner, outer) = (table.possible(&inner, &mut scratch), table.possible(&outer, &mut scratch));
            prop_assert!(inner.is_within(outer) && !inner.is_empty(), "{}: {inner:?} {outer:?}", table.name());
        }
    }

    /// Built-in tables, a random one a case: exact on random boxes, their needs too where few points are left.
    #[test]
    fn exact_on_the_built_in_tables(mut draws in draws(160)) {
        let place = draws.below(PLAIN.len());
        let (table, plain) = (&BUILTIN.tables()[place], &PLAIN[place]);
        for _ in 0..8 {
            let inside = boxes::random(plain, &mut draws, 2000);
            is_exact(table, plain, &inside);
        }
        let inside = boxes::random(plain, &mut draws, 200);
        let found: BTreeSet<&str> = table.needs(&inside).into_iter().map(|fact| fact.id()).collect();
        prop_assert_eq!(found, needed(plain, &inside), "{}", table.name());
    }
}

proptest! {
    #![proptest_config(cases(150))]

    /// A patient alone, in a word of sixty-four and in a block of several words: the same truth and the same answers.
    #[test]
    fn one_lane_and_block_are_the_same_code(mut draws in draws(400), count in 1usize..=150) {
        let random = random_book(&mut draws);
        let place = draws.below(PLAIN.len());
        let own = random.iter().flat_map(|(knowledge, plain)| knowledge.tables().iter().zip(plain));
        for (table, plain) in own.chain([(&BUILTIN.tables()[place], &PLAIN[place])]) {
            let patients: Vec<FactBox> =
                (0..count).map(|_| boxes::random(plain, &mut draws, usize::MAX)).collect();
            let (all, word) = (patients.as_slice(), &patients[..count.min(64)]);
            let rules_in_block = table.possible_rules(&all, &mut Scratch::<Block<3>>::new());
            let rules_in_word = table.possible_rules(&word, &mut Scratch::<u64>::new());
            let answers_in_word = table.possible_answers(&word, &mut Scratch::<u64>::new());
            for (lane, patient) in patients.iter().enumerate() {
                let alone = table.possible_rules(patient, &mut Scratch::<bool>::new());
                let in_block: Vec<bool> = rules_in_block.iter().map(|mask| bit(mask.0[lane / 64], lane)).collect();
                prop_assert_eq!(&alone, &in_block, "{} lane {}", table.name(), lane);
                if lane < 64 {
                    let in_word: Vec<bool> = rules_in_word.iter().map(|mask| bit(*mask, lane)).collect();
                    prop_assert_eq!(&alone, &in_word, "{} lane {}", table.name(), lane);
                    let answers = table.possible(patient, &mut Scratch::new());
                    for (answer, mask) in (0..).zip(&answers_in_word) {
                        prop_assert_eq!(answers.has(answer), bit(*mask, lane), "{} lane {}", table.name(), lane);
                    }
                }
            }
            for rule in &table.rules {
                let block: Truth<Block<3>> = evaluate(&rule.when, &all);
                let one_word: Truth<u64> = evaluate(&rule.when, &word);
                for (lane, patient) in patients.iter().enumerate() {
                    let alone: Truth<bool> = evaluate(&rule.when, patient);
                    let at = |mask: Block<3>| bit(mask.0[lane / 64], lane);
                    prop_assert_eq!(alone, Truth { yes: at(block.yes), no: at(block.no) }, "{}", rule.id);
                    if lane < 64 {
                        let own = Truth { yes: bit(one_word.yes, lane), no: bit(one_word.no, lane) };
                        prop_assert_eq!(alone, own, "{}", rule.id);
                    }
                }
            }
        }
    }
}

fn bit(word: u64, lane: usize) -> bool {
    word >> (lane % 64) & 1 == 1
}

/// A table that asks for one answer where another table leaves two keeps both of its own ways open.
#[test]
fn an_answer_left_open_by_another_table_stays_open() {
    let rule = |id: &str, when: Value, answers: Value| {
        serde_json::json!({"id": id, "when": when, "answers": answers, "flags": [], "cites": [],
                           "verification": "original", "grades": [], "note": ""})
    };
    let always = serde_json::json!({"always": true});
    let table = |question: &str, rules: Vec<Value>| {
        serde_json::json!({"question": question, "guideline": "g", "guideline_title": "", "standing": "current",
                           "rules": rules})
    };
    let book = |codes: Value| {
        let asked =
            serde_json::json!({"answer_of": {"question": "kidney.stage", "guideline": "g", "in": codes}});
        let first = table("kidney.stage", vec![rule("a", always.clone(), serde_json::json!(["g1", "g2"]))]);
        let second = table(
            "b12.status",
            vec![
                rule("b", asked, serde_json::json!(["deficient"])),
                rule("c", always.clone(), serde_json::json!(["not_addressed"])),
            ],
        );
        serde_json::json!({"ekbom": "0", "version": "0", "hash": "", "tables": [first, second]}).to_string()
    };
    let possible = |codes: Value| {
        let knowledge = ekbom::exchange::rules::RuleBook::from_json(&book(codes)).unwrap().compile().unwrap();
        let table = knowledge.table("b12.status", "g").unwrap();
        let set = table.possible(&FactBox::new(), &mut Scratch::new());
        table.question.codes(set).collect::<Vec<_>>()
    };
    assert_eq!(possible(serde_json::json!(["g1", "g2"])), ["deficient"]);
    assert_eq!(possible(serde_json::json!(["g4"])), ["not_addressed"]);
    assert_eq!(possible(serde_json::json!(["g1"])), ["deficient", "not_addressed"]);
}
