//! The schema of an assessment, and of what stands in the place of a refused patient.

use serde_json::Value;

use super::advice::{act, alert, critical, next_test, precaution, recommendation, stopped, withheld};
use super::parts::{answers, facts, or_null, question_id, string, strings, verification};
use super::{codes, described, document, list, object, of_type, record, text};
use crate::fact::Fact;
use crate::fact::medicine::MedicineClass;
use crate::knowledge::assumption::ASSUMPTIONS;
use crate::knowledge::claim::CLAIMS;
use crate::measure::analyte::Analyte;
use crate::patient::{Comparator, FaultKind, Finding, Sex};
use crate::source::SourceKind;

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
