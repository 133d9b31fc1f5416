//! The schema of exported rules.

use serde_json::Value;

use super::parts::{answer_codes, question_id, verification};
use super::{codes, described, document, list, object, of_type, record, text};
use crate::fact::{Band, Fact, Group};
use crate::knowledge::act::ActKind;
use crate::knowledge::precaution::Severity;
use crate::logic::authoring::Standing;
use crate::logic::condition::Comparison;
use crate::source::SourceKind;

const GROUPS: [Group; 6] =
    [Group::Person, Group::Laboratory, Group::Symptoms, Group::History, Group::Medicines, Group::Sample];

fn string(description: &str) -> Value {
    of_type("string", description)
}

fn condition(description: &str) -> Value {
    described(object([("$ref", text("#/$defs/condition"))]), description)
}

fn answers(description: &str) -> Value {
    list(codes(answer_codes(), ""), description)
}

/// The schema of a rule book, as `ekbom rules --format json` prints it.
///
/// ```
/// let schema = ekbom::exchange::schema::rules();
/// assert!(schema["$defs"]["condition"]["oneOf"].is_array());
/// ```
pub fn rules() -> Value {
    let mut schema = record(
        alloc::vec![
            ("ekbom", string("Version of the library that wrote it.")),
            ("version", string("Version of the knowledge.")),
            ("hash", string("Fingerprint of the tables.")),
            ("facts", list(fact(), "What rules may ask.")),
            ("questions", list(question(), "What they answer.")),
            ("sources", list(source(), "What a clinician calls the sources that rules cite.")),
            ("tables", list(table(), "In order: one may ask the answer of another that stands before it.")),
            ("precautions", list(precaution(), "What to mind about medicines; a book cannot change them.")),
            ("offers", list(offer(), "The medicines that stand behind what is offered.")),
            ("acts", list(act(), "What a person does next, each with its need; a book cannot change them.")),
            ("asks", list(ask(), "The questions that close what is open; a book cannot change them.")),
        ],
        &["facts", "questions", "sources", "precautions", "offers", "acts", "asks"],
        "",
    );
    if let Value::Object(entries) = &mut schema {
        entries.insert("$defs".into(), object([("condition", any_condition()), ("asks", asks())]));
    }
    document(schema, "A rule book")
}

fn source() -> Value {
    record(
        alloc::vec![
            ("id", string("As rules cite it.")),
            ("name", string("Authors and year, or the body.")),
            ("kind", codes(SourceKind::ALL.iter().map(|own| own.code()), "What it is.")),
            ("title", string("")),
            ("year", of_type("integer", "")),
            ("doi", string("")),
        ],
        &["year", "doi"],
        "",
    )
}

fn fact() -> Value {
    record(
        alloc::vec![
            ("id", codes(Fact::ALL.iter().map(|fact| fact.id()), "")),
            ("label", string("In words.")),
            (
                "group",
                codes(GROUPS.iter().map(|group| group.code()), "Which part of a patient it comes from.")
            ),
            ("kind", codes(["flag", "choice", "number", "measured", "by_sex"], "")),
            ("range", list(object([("type", text("number"))]), "All it can be, from and to.")),
            ("unit", string("UCUM unit.")),
            ("second_unit", string("A second unit in which guidelines print limits of their own.")),
            ("second_range", list(object([("type", text("number"))]), "All it can be in the second unit.")),
            (
                "laboratory_limits",
                codes(
                    ["low", "high", "both"],
                    "Which of its laboratory's limits must be given to hold a result against them."
                ),
            ),
            ("medicine_class", string("A medicine of this class makes it true.")),
            ("options", list(object([("type", text("string"))]), "Codes of its values.")),
        ],
        &[
            "group",
            "range",
            "unit",
            "second_unit",
            "second_range",
            "laboratory_limits",
            "medicine_class",
            "options",
        ],
        "",
    )
}

fn question() -> Value {
    let answer = record(alloc::vec![("code", codes(answer_codes(), "")), ("meaning", string(""))], &[], "");
    record(
        alloc::vec![
            ("id", question_id("")),
            ("title", string("In words.")),
            ("answers", list(answer, "")),
            (
                "compatible",
                list(list(answers(""), ""), "Pairs of sets of answers that do not contradict each other.")
            ),
        ],
        &[],
        "",
    )
}

fn table() -> Value {
    record(
        alloc::vec![
            ("question", question_id("")),
            ("guideline", string("Id of the guideline.")),
            ("guideline_title", string("In words.")),
            (
                "standing",
                codes(
                    [Standing::Current.code(), Standing::OnRequest.code()],
                    "Asked always, or only on request."
                ),
            ),
            ("rules", list(rule(), "The first that applies answers.")),
        ],
        &[],
        "",
    )
}

fn rule() -> Value {
    let flag = record(
        alloc::vec![
            ("code", string("Stable code.")),
            ("when", condition("Raised when this certainly holds.")),
            ("unless", condition("Raised unless this certainly holds.")),
        ],
        &["when", "unless"],
        "",
    );
    let cite = record(
        alloc::vec![("source", string("Id in the bibliography.")), ("locator", string("Where in it."))],
        &[],
        "",
    );
    let grade = record(
        alloc::vec![
            ("action", string("Of what it speaks.")),
            ("strength", string("In the guideline's grade; may be empty.")),
            ("certainty", string("Of the evidence; may be empty.")),
        ],
        &[],
        "",
    );
    record(
        alloc::vec![
            ("id", string("guideline/question/name")),
            ("when", condition("When it applies, if no rule before it does.")),
            ("answers", answers("More than one where the source leaves it open.")),
            ("flags", list(flag, "")),
            ("cites", list(cite, "Where it stands.")),
            ("verification", verification("How far it was checked against its sources.")),
            ("grades", list(grade, "How strongly an action is recommended.")),
            ("note", string("For the reader; may be empty.")),
        ],
        &[],
        "",
    )
}

fn strings(description: &str) -> Value {
    list(object([("type", text("string"))]), description)
}

fn offer() -> Value {
    record(
        alloc::vec![("action", string("What is offered.")), ("medicines", strings("Those it stands for."))],
        &[],
        "",
    )
}

fn precaution() -> Value {
    let severity = |description| codes(Severity::ALL.iter().map(|own| own.code()), description);
    let cite = record(
        alloc::vec![("source", string("Id in the bibliography.")), ("locator", string("Where in it."))],
        &[],
        "",
    );
    record(
        alloc::vec![
            ("id", string("Stable id.")),
            ("medicines", strings("Those of which it speaks.")),
            ("actions", strings("What is offered of which it speaks.")),
            ("offered", severity("Of what is offered or planned; left out where it does not speak of that.")),
            ("taken", severity("Of what is taken; left out where it does not speak of that.")),
            ("anyone", string("Of whom it is said without any medicine: what it concerns.")),
            ("withholds", codes(["offer", "advice_against"], "What it keeps back where it certainly holds.")),
            ("withholds_where", condition("Keeps it back only where this certainly holds too.")),
            ("urgent_where", condition("Urgent of what is taken where this certainly holds.")),
            ("quiet", of_type("boolean", "Not said while it is open.")),
            ("when", object([("$ref", text("#/$defs/asks"))])),
            ("says", string("In words.")),
            ("cites", list(cite, "Where it stands.")),
            ("verification", verification("How far it was checked.")),
        ],
        &["offered", "taken", "anyone", "withholds", "withholds_where", "urgent_where"],
        "",
    )
}

fn act() -> Value {
    let bar = record(
        alloc::vec![
            ("when", condition("When the act is kept back.")),
            ("instead", strings("Acts that stand instead where this certainly holds.")),
            ("closed_by", strings("Acts that find out where it is open.")),
        ],
        &[],
        "",
    );
    let said_by = record(
        alloc::vec![
            ("question", question_id("")),
            ("guideline", string("")),
            ("answers", answers("Those that say so.")),
        ],
        &[],
        "",
    );
    let cite = record(
        alloc::vec![("source", string("Id in the bibliography.")), ("locator", string("Where in it."))],
        &[],
        "",
    );
    let kinds = ActKind::ALL.iter().map(|own| own.code());
    record(
        alloc::vec![
            ("act", string("Stable code.")),
            ("kind", codes(kinds, "What sort of act.")),
            ("need", condition("What leads to it.")),
            ("gives", string("Iron, by which route; left out where it gives none.")),
            ("offers", string("The medicine that it offers; left out where it offers none.")),
            ("for_rls", of_type("boolean", "A diagnosis that is not met forbids it.")),
            ("bars", list(bar, "What can keep it back.")),
            ("text", string("In words.")),
            ("because", strings("Facts shown as its reasons.")),
            ("said_by", list(said_by, "Tables that speak of it.")),
            ("cites", list(cite, "Where it stands.")),
            ("decided_by", strings("Acts that settle its need.")),
            ("also", strings("Acts to be done with it.")),
            ("unless", strings("Not beside one of these.")),
        ],
        &["gives", "offers"],
        "",
    )
}

fn ask() -> Value {
    record(
        alloc::vec![
            ("topic", string("Its act is `ask:` and this.")),
            ("short", string("In few words.")),
            ("text", string("As a sentence.")),
            ("facts", strings("What the answer tells.")),
        ],
        &[],
        "",
    )
}

/// What a precaution asks: exactly one thing.
fn asks() -> Value {
    let many = || list(object([("$ref", text("#/$defs/asks"))]), "");
    let one = |key: &'static str, value: Value| record(alloc::vec![(key, value)], &[], "");
    let within = || {
        let fields = alloc::vec![("of", strings("")), ("days", of_type("number", "At most so many ago."))];
        record(fields, &[], "")
    };
    let several = record(
        alloc::vec![("least", of_type("integer", "So many different ones.")), ("of", strings(""))],
        &[],
        "",
    );
    let ways = alloc::vec![
        one("facts", condition("")),
        one("taking", strings("One of these is taken; the medicine in question counts.")),
        one(
            "taking_already",
            strings("One of these is taken already; the medicine in question does not count.")
        ),
        one("taking_within", within()),
        one("stopped", strings("One of these was taken and is stopped.")),
        one("stopped_within", within()),
        one("unless", condition("It holds unless this certainly does.")),
        one("taken_itself", of_type("boolean", "What is offered is taken already.")),
        one("several", several),
        one("all", many()),
        one("any", many()),
    ];
    object([("oneOf", Value::Array(ways))])
}

/// A list of codes, each once and one at least.
fn named(code: Value) -> Value {
    let mut made = list(code, "");
    if let Value::Object(entries) = &mut made {
        entries.insert("minItems".into(), Value::from(1));
        entries.insert("uniqueItems".into(), Value::Bool(true));
    }
    made
}

/// A condition says exactly one thing.
fn any_condition() -> Value {
    let many = || list(condition(""), "");
    let one = |key: &'static str, value: Value| record(alloc::vec![(key, value)], &[], "");
    let about = || ("fact", codes(Fact::ALL.iter().map(|fact| fact.id()), ""));
    let other_unit = record(
        alloc::vec![("unit", string("")), ("limit", of_type("number", ""))],
        &[],
        "The limit printed in another unit.",
    );
    let answer_of = record(
        alloc::vec![
            ("question", question_id("")),
            ("guideline", string("")),
            ("in", named(codes(answer_codes(), "")))
        ],
        &[],
        "",
    );
    let strings = || named(object([("type", text("string"))]));
    let bands = named(codes(Band::CODES.iter().copied(), ""));
    let mut ways = alloc::vec![
        one("always", object([("const", Value::Bool(true))])),
        one("all", many()),
        one("any", many()),
        one("not", condition("")),
        one("answer_of", answer_of),
        record(alloc::vec![about(), ("is", strings())], &[], "One of these values."),
        record(alloc::vec![about(), ("reported", of_type("boolean", ""))], &[], "The test was reported."),
        record(
            alloc::vec![about(), ("against_laboratory_limits", bands)],
            &[],
            "Against its own laboratory's limits."
        ),
    ];
    for comparison in [Comparison::Below, Comparison::AtMost, Comparison::AtLeast, Comparison::Above] {
        ways.push(record(
            alloc::vec![
                about(),
                (comparison.code(), of_type("number", comparison.sign())),
                ("unit", string("The fact's unit.")),
                ("guarded", object([("const", Value::Bool(true))])),
                ("if_reported_in", other_unit.clone()),
            ],
            &["guarded", "if_reported_in"],
            "",
        ));
    }
    object([("oneOf", Value::Array(ways))])
}
