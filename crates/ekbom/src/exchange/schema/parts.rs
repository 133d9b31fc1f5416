//! Parts that several schemas share.

use alloc::string::ToString;
use alloc::vec::Vec;

use serde_json::Value;

use super::{codes, described_codes, list, object, of_type, text};
use crate::fact::Fact;
use crate::knowledge::advice::Gives;
use crate::knowledge::question;
use crate::source::Verification;

const VERIFICATIONS: [Verification; 4] =
    [Verification::Original, Verification::Secondary, Verification::Derived, Verification::Unverified];

pub(super) fn verification(description: &str) -> Value {
    codes(VERIFICATIONS.iter().map(|own| own.code()), description)
}

pub(super) fn question_id(description: &str) -> Value {
    described_codes(question::all().map(|own| (own.id.to_string(), own.title.to_string())), description)
}

pub(super) fn string(description: &str) -> Value {
    of_type("string", description)
}

pub(super) fn strings(description: &str) -> Value {
    list(object([("type", text("string"))]), description)
}

pub(super) fn facts(description: &str) -> Value {
    list(codes(Fact::ALL.iter().map(|fact| fact.id()), ""), description)
}

pub(super) fn or_null(mut schema: Value) -> Value {
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

pub(super) fn answers(description: &str) -> Value {
    list(codes(answer_codes(), ""), description)
}

/// What an action gives.
pub(super) fn gives(description: &str) -> Value {
    codes(Gives::ALL.iter().map(|gives| gives.code()), description)
}
