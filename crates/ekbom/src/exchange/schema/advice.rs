//! The schemas of what an assessment advises and warns of.

use alloc::string::ToString;
use alloc::vec::Vec;

use serde_json::Value;

use super::parts::{answers, gives, or_null, question_id, string, strings, verification};
use super::{codes, described, described_codes, list, object, of_type, record, text};
use crate::assess::ActCertainty;
use crate::fact::Fact;
use crate::knowledge::act::ActKind;
use crate::knowledge::advice::{Direction, TESTS, advice};
use crate::knowledge::alert::{ALERTS, Severity};
use crate::knowledge::assumption::ASSUMPTIONS;
use crate::knowledge::precaution::{self, precautions};
use crate::logic::condition::Comparison;
use crate::measure::analyte::Analyte;

pub(super) fn recommendation() -> Value {
    let mut actions: Vec<&'static str> = Vec::new();
    for action in advice().flat_map(|own| own.actions).flatten() {
        if !actions.contains(&action.code) {
            actions.push(action.code);
        }
    }
    let withheld = object([("type", text("array")), ("items", object([("type", text("string"))]))]);
    record(
        alloc::vec![
            ("action", codes(actions, "What to do.")),
            ("iron", of_type("boolean", "Does it give iron?")),
            ("direction", codes([Direction::For.code(), Direction::Against.code()], "")),
            ("strength", or_null(string("In the guideline's grade; null where it gives none."))),
            ("certainty", or_null(string("Of the evidence; null where the guideline gives none."))),
            ("guideline", string("Id of the guideline.")),
            ("question", question_id("")),
            ("rule", string("The rule, or the first of the rules, behind it.")),
            ("possible", answers("The answers still possible.")),
            ("because", strings("The facts that led here, in words.")),
            ("flags", strings("Codes of what to mind about the answer.")),
            (
                "withheld",
                described(
                    or_null(withheld),
                    "Why it is withheld; null when it is not. Several reasons are those still possible, and no findings."
                )
            ),
            ("follow_up", list(follow_up(), "What to look at afterwards, where a source says so.")),
            ("cautions", list(codes(ALERTS.iter().map(|alert| alert.code), ""), "Alerts to mind first.")),
        ],
        &[],
        "",
    )
}

fn follow_up() -> Value {
    record(
        alloc::vec![
            ("check", string("What to look at.")),
            ("weeks", or_null(of_type("integer", "When; null where the source names no time."))),
            ("says", string("In words.")),
            ("source", string("Id in the bibliography.")),
            ("verification", verification("How far it was checked.")),
        ],
        &[],
        "",
    )
}

pub(super) fn act() -> Value {
    let reason = record(
        alloc::vec![
            (
                "fact",
                string("The fact, the analyte or the question; `medicines` of a danger of what is taken.")
            ),
            ("says", string("In words."))
        ],
        &[],
        "",
    );
    let certainties =
        codes(ActCertainty::ALL.iter().map(|own| own.code()), "How sure it is that it is needed.");
    record(
        alloc::vec![
            (
                "act",
                string(
                    "Stable code; `critical:`, `result:`, `test:`, `ask:`, `review:` are followed by what they name."
                )
            ),
            ("kind", codes(ActKind::ALL.iter().map(|own| own.code()), "What sort of act.")),
            ("certainty", certainties),
            ("assuming", list(codes(ASSUMPTIONS.iter().map(|own| own.id), ""), "What it rests on.")),
            ("text", string("What to do, in English.")),
            ("because", list(reason, "What led here; of a question what it would tell.")),
            ("guidelines", strings("The guidelines that say so.")),
            ("rules", strings("Their rules.")),
            ("sources", strings("Ids in the bibliography.")),
            ("blocked_by", strings("Acts to do before it: until then what forbids it is not ruled out.")),
        ],
        &[],
        "",
    )
}

pub(super) fn stopped() -> Value {
    record(
        alloc::vec![
            ("rule", string("The rule of iron.safety.")),
            ("answers", answers("Its answers, one of which holds.")),
            ("forbids", list(gives(""), "What it forbids.")),
            ("because", strings("The facts that led here, in words.")),
        ],
        &[],
        "",
    )
}

pub(super) fn withheld() -> Value {
    record(
        alloc::vec![
            ("gives", gives("What an action would give.")),
            (
                "why",
                strings(
                    "Why it is withheld; empty when it is not. Several reasons are those still possible."
                )
            ),
            (
                "safety_open",
                of_type("boolean", "It may pass, and yet something that forbids it is possible.")
            ),
        ],
        &[],
        "",
    )
}

pub(super) fn critical() -> Value {
    let directions = [Comparison::Below, Comparison::AtMost, Comparison::AtLeast, Comparison::Above];
    record(
        alloc::vec![
            ("analyte", codes(Analyte::ALL.iter().map(|analyte| analyte.id()), "")),
            ("value", of_type("number", "In the unit in which it was compared; of a bound the bound.")),
            ("unit", string("UCUM unit of value and limit.")),
            ("limit", of_type("number", "The limit.")),
            ("direction", codes(directions.iter().map(|own| own.code()), "Where the value lies against it.")),
            ("source", string("Id in the bibliography.")),
            ("says", string("In words: the value, the limit and whose it is.")),
            ("verification", verification("How far the limit was read.")),
        ],
        &[],
        "",
    )
}

pub(super) fn precaution() -> Value {
    let ids = |description| codes(precautions().map(|own| own.id), description);
    let mut missing: Vec<&'static str> = Fact::ALL.iter().map(|fact| fact.id()).collect();
    missing.push("medicines");
    record(
        alloc::vec![
            ("id", ids("The row; where it is not certain the gravest of those that may hold.")),
            ("severity", codes(precaution::Severity::ALL.iter().map(|own| own.code()), "")),
            ("concerns", string("The medicine by its name, or the action that is offered by its code.")),
            ("taken", of_type("boolean", "Is it taken already?")),
            ("says", string("In words.")),
            (
                "certain",
                of_type("boolean", "It holds; else nobody can tell before what is missing is known.")
            ),
            ("because", strings("The facts that led here, in words.")),
            (
                "missing",
                list(
                    codes(missing, ""),
                    "What would decide it: facts, and `medicines` where the list may hold more."
                )
            ),
            ("rows", list(ids(""), "Every row that holds, or that may hold.")),
            ("sources", strings("Ids in the bibliography.")),
            ("verification", verification("The weakest of its rows.")),
        ],
        &[],
        "",
    )
}

pub(super) fn next_test() -> Value {
    record(
        alloc::vec![
            ("test", codes(TESTS.iter().map(|test| test.test), "The analyte to order.")),
            ("could_change", list(question_id(""), "Questions that one result of it alone can narrow.")),
            ("cannot_change", list(question_id(""), "Open questions that no result of it alone can narrow.")),
            ("asked_by", strings("Codes of the acts that wait for it, and of the alerts that ask for it.")),
            ("instructions", strings("How to draw the sample, as codes.")),
        ],
        &[],
        "",
    )
}

pub(super) fn alert() -> Value {
    let severities = [Severity::Urgent, Severity::Caution, Severity::Info];
    record(
        alloc::vec![
            (
                "code",
                described_codes(ALERTS.iter().map(|own| (own.code.to_string(), own.message.to_string())), ""),
            ),
            ("severity", codes(severities.iter().map(|own| own.code()), "")),
            ("message", string("English text.")),
            ("facts", strings("The facts or analytes it concerns.")),
        ],
        &[],
        "",
    )
}
