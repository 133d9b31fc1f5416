//! The schema of an assessment, and of what stands in the place of a refused patient.

use alloc::string::ToString;
use alloc::vec::Vec;

use serde_json::Value;

use super::{codes, described, described_codes, document, list, object, of_type, record, text};
use crate::assess::ActCertainty;
use crate::fact::Fact;
use crate::fact::medicine::MedicineClass;
use crate::knowledge::act::ActKind;
use crate::knowledge::advice::{Direction, Gives, TESTS, advice};
use crate::knowledge::alert::{ALERTS, Severity};
use crate::knowledge::assumption::ASSUMPTIONS;
use crate::knowledge::claim::CLAIMS;
use crate::knowledge::precaution::{self, precautions};
use crate::knowledge::question;
use crate::logic::condition::Comparison;
use crate::measure::analyte::Analyte;
use crate::patient::{Comparator, FaultKind, Finding, Sex};
use crate::source::{SourceKind, Verification};

const VERIFICATIONS: [Verification; 4] =
    [Verification::Original, Verification::Secondary, Verification::Derived, Verification::Unverified];

pub(super) fn verification(description: &str) -> Value {
    codes(VERIFICATIONS.iter().map(|own| own.code()), description)
}

pub(super) fn question_id(description: &str) -> Value {
    described_codes(question::all().map(|own| (own.id.to_string(), own.title.to_string())), description)
}

fn string(description: &str) -> Value {
    of_type("string", description)
}

fn strings(description: &str) -> Value {
    list(object([("type", text("string"))]), description)
}

fn facts(description: &str) -> Value {
    list(codes(Fact::ALL.iter().map(|fact| fact.id()), ""), description)
}

fn or_null(mut schema: Value) -> Value {
    if let Value::Object(entries) = &mut schema {
        if let Some(Value::Array(values)) = entries.get_mut("enum") {
            values.push(Value::Null);
        } else if let Some(kind) = entries.get("type").cloned() {
            entries.insert("type".into(), Value::Array(alloc::vec![kind, text("null")]));
        }
    }
    schema
}

/// Every code an answer can have.
pub(super) fn answer_codes() -> Vec<&'static str> {
    let mut made: Vec<&'static str> = Vec::new();
    for answer in question::all().flat_map(|question| question.answers) {
        if !made.contains(&answer.code) {
            made.push(answer.code);
        }
    }
    made
}

fn answers(description: &str) -> Value {
    list(codes(answer_codes(), ""), description)
}

/// The schema of an assessment as JSON, or of the errors of a refused patient.
///
/// ```
/// let schema = ekbom::exchange::schema::assessment();
/// assert!(schema["oneOf"][0]["properties"]["next_tests"].is_object());
/// ```
pub fn assessment() -> Value {
    let schemas = alloc::vec![assessed(), refused()];
    document(object([("oneOf", Value::Array(schemas))]), "An assessment, or the errors of a refused patient")
}

fn assessed() -> Value {
    let positions_of = object([("type", text("object")), ("additionalProperties", answers(""))]);
    let disagreement = record(
        alloc::vec![("question", question_id("")), ("positions", described(positions_of, "By guideline."))],
        &[],
        "",
    );
    let id = record(
        alloc::vec![
            ("version", string("Version of the knowledge.")),
            ("hash", string("Fingerprint of its rules."))
        ],
        &[],
        "Which knowledge answered.",
    );
    record(
        alloc::vec![
            ("ekbom", string("Version of the library.")),
            ("knowledge", id),
            ("changes", list(changed(), "Limits that were changed by name; empty where none was.")),
            (
                "set_aside",
                list(
                    fault(),
                    "What could not be accepted and counts as not said; empty unless `on_refusal` says so."
                )
            ),
            ("positions", list(position(), "One for each table, always.")),
            ("disagreements", list(disagreement, "Questions on which guidelines cannot be of one mind.")),
            ("acts", list(act(), "What a person does next, in order: ten at most, and whatever is urgent.")),
            ("recommendations", list(recommendation(), "What to do, first things first.")),
            ("stopped", list(stopped(), "Stops of iron that certainly hold, also one behind another.")),
            (
                "withheld",
                list(
                    withheld(),
                    "What is withheld from somebody with restless legs, whatever a guideline says."
                )
            ),
            ("critical", list(critical(), "Results that must be acted on now, if their unit is right.")),
            (
                "precautions",
                list(
                    precaution(),
                    "What to mind about medicines that are offered, planned or taken, urgent first."
                )
            ),
            ("next_tests", list(next_test(), "Tests that are missing, and what each could change.")),
            ("alerts", list(alert(), "Urgent first.")),
            (
                "claims",
                list(
                    codes(CLAIMS.iter().map(|claim| claim.id), ""),
                    "Claims of the founding article touched."
                ),
            ),
            ("derived", list(derived(), "Facts that were computed.")),
            ("medicines", list(medicine(), "Every medicine, and what it does to the work-up.")),
            ("results", list(result(), "Every result, and whether it counted.")),
            ("sources", list(source(), "Sources behind the rules still possible.")),
            (
                "trace",
                list(
                    object([("type", text("object"))]),
                    "Every condition with what it saw; only on request."
                )
            ),
        ],
        &["trace"],
        "",
    )
}

fn position() -> Value {
    record(
        alloc::vec![
            ("question", question_id("")),
            ("guideline", string("Id of the guideline.")),
            ("possible", answers("The answers still possible; one when determined.")),
            ("usual", usual()),
            ("rules", strings("The rules that can still be the one that applies.")),
            ("needs", facts("Facts that could still change the answer.")),
            ("flags", strings("Codes of what to mind about the answer.")),
            ("verification", verification("The weakest of its possible rules.")),
        ],
        &[],
        "",
    )
}

fn usual() -> Value {
    let assuming = list(codes(ASSUMPTIONS.iter().map(|own| own.id), ""), "What it rests on.");
    let record = record(
        alloc::vec![("possible", answers("A part of the possible answers.")), ("assuming", assuming)],
        &[],
        "",
    );
    described(
        object([("anyOf", Value::Array(alloc::vec![record, of_type("null", "")]))]),
        "What is usually left, and what that assumes; null where it is not less than what is possible.",
    )
}

fn recommendation() -> Value {
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

fn act() -> Value {
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

/// What an action gives.
fn gives(description: &str) -> Value {
    codes(Gives::ALL.iter().map(|gives| gives.code()), description)
}

fn stopped() -> Value {
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

fn withheld() -> Value {
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

fn medicine() -> Value {
    let evidence = || {
        record(
            alloc::vec![
                ("says", string("In words.")),
                ("scope", string("Of what it speaks: the ingredient, or its class.")),
                ("source", string("Id in the bibliography.")),
                ("verification", verification("How far it was checked.")),
            ],
            &[],
            "",
        )
    };
    let class = record(
        alloc::vec![
            ("class", codes(MedicineClass::ALL.iter().map(|class| class.code()), "")),
            ("evidence", list(evidence(), "Why it is in it.")),
        ],
        &[],
        "",
    );
    record(
        alloc::vec![
            ("medicine", string("The ingredient.")),
            ("classes", list(class, "What it is, as far as that matters here.")),
            ("against", list(evidence(), "What speaks against it.")),
        ],
        &[],
        "",
    )
}

fn next_test() -> Value {
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

fn alert() -> Value {
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

fn critical() -> Value {
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

fn precaution() -> Value {
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

fn derived() -> Value {
    let number = |description| of_type("number", description);
    record(
        alloc::vec![
            ("fact", string("The fact.")),
            ("value", or_null(number("Rounded for display; null where it is an interval."))),
            ("low", number("The lowest it may be.")),
            ("high", or_null(number("The highest it may be; null where nothing bounds it."))),
            ("unit", string("UCUM unit.")),
            ("from", strings("What it came from.")),
            ("method", string("The formula.")),
            (
                "if_sex",
                codes(Sex::CODES.iter().copied(), "The sex for which it holds, where both are possible.")
            ),
        ],
        &["low", "high", "if_sex"],
        "",
    )
}

fn result() -> Value {
    record(
        alloc::vec![
            ("analyte", codes(Analyte::ALL.iter().map(|analyte| analyte.id()), "")),
            ("value", of_type("number", "The number printed.")),
            ("unit", string("Its UCUM unit.")),
            ("comparator", codes(Comparator::CODES.iter().copied(), "Where it is a bound.")),
            ("finding", codes(Finding::CODES.iter().copied(), "Of a qualitative test.")),
            ("days_ago", of_type("number", "How long ago.")),
            ("counted", of_type("boolean", "The newest of its analyte.")),
        ],
        &["value", "unit", "comparator", "finding", "days_ago"],
        "",
    )
}

fn source() -> Value {
    record(
        alloc::vec![
            ("id", string("Id in the bibliography.")),
            ("name", string("What a clinician calls it.")),
            ("kind", or_null(codes(SourceKind::ALL.iter().map(|own| own.code()), "What it is."))),
            ("title", string("")),
            ("year", or_null(of_type("integer", ""))),
            ("doi", or_null(string(""))),
            ("verification", verification("The weakest of the rules that cite it here.")),
        ],
        &[],
        "",
    )
}

fn fault() -> Value {
    record(
        alloc::vec![
            (
                "kind",
                codes(
                    FaultKind::ALL.iter().map(|own| own.code()),
                    "The cause; later versions may know more."
                )
            ),
            ("field", string("Where: a path such as labs[0].unit; empty for the whole.")),
            ("value", string("What was found there.")),
            ("message", string("What is wrong with it.")),
            ("accepted", strings("What would be accepted, most likely first.")),
        ],
        &[],
        "",
    )
}

fn refused() -> Value {
    record(
        alloc::vec![
            ("errors", list(fault(), "Every fault of the patient.")),
            (
                "critical",
                list(critical(), "Results that must be acted on now all the same, if their unit is right.")
            ),
        ],
        &["critical"],
        "",
    )
}

/// A limit that was changed by name.
fn changed() -> Value {
    record(
        alloc::vec![
            ("rule", string("guideline/question/name")),
            ("fact", codes(Fact::ALL.iter().map(|fact| fact.id()), "")),
            ("from", of_type("number", "What it was, in the fact's unit.")),
            ("to", of_type("number", "What it is.")),
        ],
        &[],
        "",
    )
}
