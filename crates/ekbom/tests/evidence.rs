//! Every rule held against the evidence, as `tests/evidence-tags.csv` has it: its tags and printed numbers were taken
//! from the evidence, not from the rules.
//!
//! Its columns, separated by commas, none of them quoted:
//!
//! - `rule`: an id, `precaution/` and the id of one, or a pattern for several. `*` stands for anything but a slash, `(a|b)` for one of these words.
//! - `place`: where the evidence stands. RI and BL are its two parts, on restless legs and iron, and on vitamin B12 and
//!   laboratory tests; RI2 and BL2 their second checks, which win; L is the third check of laboratory logic.
//! - `tag`: how it was checked there; where there are several, the weakest counts.
//! - `limits`: the comparisons of the rule's own condition, as printed: `ferritin<=75`. A limit printed in two units has
//!   both (`uacr<30|3`); one printed in the second unit only has that alone (`folate_serum<|7`).
//! - `flag_limits`: the same of the conditions of its flags.
//! - `remark`.
#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};

use ekbom::knowledge::guideline;
use ekbom::knowledge::precaution::{Asks, precautions};
use ekbom::logic::authoring::{Condition, Raised, RuleData, TableData};
use ekbom::logic::condition::Limit;
use ekbom::source::{self, Verification};

const FILE: &str = include_str!("../../../tests/evidence-tags.csv");

/// Rules that are called less than their tag allows, each with the reason.
const LESS: &[(&str, &str)] = &[
    (
        "article/b12.whom_to_test/gastrointestinal-disorder",
        "the page is machine-written, and which disorders it means is our list",
    ),
    ("article/iron.therapy/stores-or-saturation-low", "the page is machine-written, and it names no route"),
];

#[derive(Clone)]
struct Row {
    rule: &'static str,
    tag: &'static str,
    limits: BTreeSet<&'static str>,
    flag_limits: BTreeSet<&'static str>,
}

fn rows() -> Vec<Row> {
    let mut lines = FILE.lines();
    assert_eq!(lines.next(), Some("rule,place,tag,limits,flag_limits,remark"));
    let row = |line: &'static str| {
        let fields: Vec<_> = line.split(',').collect();
        let [rule, place, tag, limits, flag_limits, _] = fields[..] else { panic!("six fields: {line}") };
        assert!(!rule.is_empty() && !place.is_empty() && !line.contains('"'), "{line}");
        Row {
            rule,
            tag,
            limits: limits.split_whitespace().collect(),
            flag_limits: flag_limits.split_whitespace().collect(),
        }
    };
    lines.map(row).collect()
}

/// The rows that are no precautions.
fn rows_of_tables() -> Vec<Row> {
    rows().into_iter().filter(|row| !row.rule.starts_with("precaution/")).collect()
}

/// Every built-in rule by its id.
fn rules() -> BTreeMap<String, &'static RuleData> {
    let of_table = |table: &'static TableData| {
        let id = |rule: &RuleData| format!("{}/{}/{}", table.guideline.id, table.question.id, rule.name);
        table.rules.iter().map(move |rule| (id(rule), rule))
    };
    guideline::tables().flat_map(of_table).collect()
}

/// The pattern without its alternatives.
fn spelt_out(pattern: &str) -> Vec<String> {
    let Some((head, rest)) = pattern.split_once('(') else { return vec![pattern.into()] };
    let (words, tail) = rest.split_once(')').unwrap();
    let tails = spelt_out(tail);
    words.split('|').flat_map(|word| tails.iter().map(move |tail| format!("{head}{word}{tail}"))).collect()
}

fn fits(pattern: &str, id: &str) -> bool {
    let Some((head, tail)) = pattern.split_once('*') else { return pattern == id };
    let Some(rest) = id.strip_prefix(head) else { return false };
    let word = rest.find('/').unwrap_or(rest.len());
    (0..=word).any(|end| fits(tail, &rest[end..]))
}

/// The most that a tag allows.
fn allowed(tag: &str) -> Verification {
    let part = |part| match part {
        "O" | "T" | "A" => Verification::Original,
        "O~" | "T*" | "T-equivalent" | "S" | "S+" | "Sq" | "Sw" => Verification::Secondary,
        "D" | "C" => Verification::Derived,
        // `Sw*`: pages written by a machine, or of a forum, and nothing else.
        "M" | "draft" | "Sw*" => Verification::Unverified,
        _ => panic!("no tag `{part}` in `{tag}`"),
    };
    tag.split_whitespace().map(part).reduce(Verification::weaker).expect("a tag")
}

/// The comparisons of a condition; those of another table whose answer it asks are that table's.
fn comparisons(condition: &Condition, found: &mut BTreeSet<String>) {
    match condition {
        Condition::Compare(fact, comparison, limit) => {
            let limit = match limit {
                Limit::One(x) | Limit::Guarded(x) => format!("{x}"),
                Limit::Both(x, y) => format!("{x}|{y}"),
                Limit::Second(y) => format!("|{y}"),
            };
            found.insert(format!("{}{}{limit}", fact.id(), comparison.sign()));
        }
        Condition::All(items) | Condition::Any(items) => {
            items.iter().for_each(|item| comparisons(item, found));
        }
        Condition::Not(item) => comparisons(item, found),
        Condition::Always | Condition::Is(..) | Condition::Answer(..) => {}
    }
}

/// Each rule with its row.
fn pairs() -> Vec<(String, &'static RuleData, Row)> {
    let rows: Vec<_> = rows_of_tables().into_iter().map(|row| (spelt_out(row.rule), row)).collect();
    let mut pairs = Vec::new();
    for (id, rule) in rules() {
        let fit = rows.iter().filter(|(patterns, _)| patterns.iter().any(|pattern| fits(pattern, &id)));
        let own: Vec<_> = fit.map(|(_, row)| row.clone()).collect();
        let [row] = own.as_slice() else {
            panic!("{id} needs one row and has {:?}", own.iter().map(|row| row.rule).collect::<Vec<_>>())
        };
        pairs.push((id, rule, row.clone()));
    }
    pairs
}

#[test]
fn every_rule_has_one_row_and_every_row_a_rule() {
    let ids: BTreeSet<_> = pairs().into_iter().map(|(id, ..)| id).collect();
    assert!(rows().is_sorted_by(|a, b| a.rule < b.rule), "sorted by rule");
    let rows = rows_of_tables();
    for row in &rows {
        for pattern in spelt_out(row.rule) {
            assert!(ids.iter().any(|id| fits(&pattern, id)), "no rule for {pattern}");
        }
    }
}

/// The comparisons of what a precaution asks.
fn asked(asks: &Asks, found: &mut BTreeSet<String>) {
    match asks {
        Asks::Facts(condition) => comparisons(condition, found),
        Asks::TakingWithin(_, days) | Asks::StoppedWithin(_, days) => {
            found.insert(format!("days<={days}"));
        }
        Asks::All(items) | Asks::Any(items) => items.iter().for_each(|item| asked(item, found)),
        Asks::Unless(condition) => comparisons(condition, found),
        Asks::Taking(_)
        | Asks::TakingAlready(_)
        | Asks::Stopped(_)
        | Asks::TakenItself
        | Asks::Several(..) => {}
    }
}

#[test]
fn precautions_are_as_the_matrix_has_them() {
    let rows: BTreeMap<&str, Row> =
        rows().into_iter().filter_map(|row| Some((row.rule.strip_prefix("precaution/")?, row))).collect();
    let mut wrong = Vec::new();
    for own in precautions() {
        let Some(row) = rows.get(own.id) else {
            wrong.push(format!("{} has no row", own.id));
            continue;
        };
        let most = allowed(row.tag);
        if most.weaker(own.verification) != own.verification {
            wrong.push(format!("{} is {}, its tag {} allows {most}", own.id, own.verification, row.tag));
        }
        let mut limits = BTreeSet::new();
        asked(&own.when, &mut limits);
        if !row.limits.iter().copied().eq(&limits) {
            wrong.push(format!("{}: {limits:?}, in the evidence {:?}", own.id, row.limits));
        }
        let read: Vec<_> =
            own.cites.iter().map(|cite| source::find(cite.source).unwrap().how_verified).collect();
        if own.verification == Verification::Original
            && read.iter().all(|how| how.starts_with("read in a secondary source only"))
        {
            wrong.push(format!("{} is original and no source of it was read", own.id));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(rows.len(), precautions().count(), "a row without its precaution");
}

#[test]
fn nothing_is_called_more_than_its_tag() {
    let mut more = Vec::new();
    let mut less = Vec::new();
    for (id, rule, row) in pairs() {
        let most = allowed(row.tag);
        if most.weaker(rule.verification) != rule.verification {
            more.push(format!("{id} is {}, its tag {} allows {most}", rule.verification, row.tag));
        } else if most != rule.verification {
            less.push(id);
        }
    }
    assert!(more.is_empty(), "{more:#?}");
    assert!(
        less.iter().map(String::as_str).eq(LESS.iter().map(|(id, _)| *id)),
        "less than allowed: {less:#?}"
    );
}

#[test]
fn memory_carries_nothing() {
    for (id, rule) in rules() {
        let read: Vec<_> =
            rule.cites.iter().map(|cite| source::find(cite.source).expect("a source").how_verified).collect();
        let remembered = |how: &&str| how.starts_with("from memory, not read");
        let reported = |how: &&str| remembered(how) || how.starts_with("read in a secondary source only");
        assert!(
            rule.verification == Verification::Unverified || !read.iter().all(remembered),
            "{id} is {} and rests on memory alone",
            rule.verification
        );
        assert!(
            rule.verification != Verification::Original || !read.iter().all(reported),
            "{id} is original and no source of it was read"
        );
    }
}

/// Sources that a rule cites for what it is about and whose own text was not read for it: what was read are the accounts.
const NOT_READ_FOR_IT: &[&str] = &["AASM2025"];

#[test]
fn pages_of_machines_and_forums_carry_nothing_alone() {
    for (id, rule) in rules() {
        // That a guideline does not speak of somebody needs no account.
        // The founding article is a machine's page itself; its own rules say what stands there, as it calls itself.
        if matches!(rule.verification, Verification::Unverified | Verification::Derived)
            || id.starts_with("article/")
        {
            continue;
        }
        let mut read = rule
            .cites
            .iter()
            .filter(|cite| {
                rule.verification == Verification::Original || !NOT_READ_FOR_IT.contains(&cite.source)
            })
            .map(|cite| source::find(cite.source).expect("a source"))
            .peekable();
        let accounts_only = read.peek().is_some() && read.all(|source| !source.kind.carries_a_rule());
        assert!(
            !accounts_only,
            "{id} is {} and rests on a machine's page or a forum alone",
            rule.verification
        );
    }
}

#[test]
fn limits_are_as_printed() {
    for (id, rule, row) in pairs() {
        let mut limits = BTreeSet::new();
        comparisons(&rule.when, &mut limits);
        assert!(row.limits.iter().copied().eq(&limits), "{id}: {limits:?}, in the evidence {:?}", row.limits);
        let mut limits = BTreeSet::new();
        for flag in rule.flags {
            let (Raised::When(condition) | Raised::Unless(condition)) = &flag.raised;
            comparisons(condition, &mut limits);
        }
        assert!(
            row.flag_limits.iter().copied().eq(&limits),
            "flags of {id}: {limits:?}, in the evidence {:?}",
            row.flag_limits
        );
    }
}

#[test]
fn patterns_and_tags_are_read_as_said() {
    assert_eq!(spelt_out("a.(b|c)/(d|e)"), ["a.b/d", "a.b/e", "a.c/d", "a.c/e"]);
    assert!(fits("a/b.*/c", "a/b.d/c") && fits("a/*", "a/") && fits("*/c", "a/c"));
    assert!(!fits("a/*", "a/b/c") && !fits("a/b", "a/bc") && !fits("a/*/c", "b/x/c"));
    assert_eq!(allowed("Sq S O"), Verification::Secondary);
    assert_eq!(allowed("T* M"), Verification::Unverified);
}
