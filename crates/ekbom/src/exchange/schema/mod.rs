//! JSON Schemas (draft 2020-12) of what goes in and what comes out, made from the catalogues: never written by hand.

mod advice;
mod assessment;
mod parts;
mod patient;
mod rules;

pub use assessment::assessment;
pub use patient::patient;
pub use rules::rules;

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Map, Value};

/// The dialect.
pub const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// An object with these entries.
fn object<const N: usize>(entries: [(&str, Value); N]) -> Value {
    Value::Object(entries.into_iter().map(|(key, value)| (key.to_string(), value)).collect())
}

fn text(text: impl Into<String>) -> Value {
    Value::String(text.into())
}

fn texts<'a>(items: impl IntoIterator<Item = &'a str>) -> Value {
    Value::Array(items.into_iter().map(text).collect())
}

/// A whole number without a decimal point.
fn number(value: f64) -> Value {
    serde_json::to_value(crate::measure::number::Number(value)).unwrap_or_default()
}

fn of_type(name: &str, description: &str) -> Value {
    described(object([("type", text(name))]), description)
}

fn described(mut schema: Value, description: &str) -> Value {
    if let (Value::Object(entries), false) = (&mut schema, description.is_empty()) {
        entries.insert("description".into(), text(description));
    }
    schema
}

fn range(low: f64, high: f64, description: &str) -> Value {
    described(
        object([("type", text("number")), ("minimum", number(low)), ("maximum", number(high))]),
        description,
    )
}

fn codes<'a>(codes: impl IntoIterator<Item = &'a str>, description: &str) -> Value {
    described(object([("enum", texts(codes))]), description)
}

/// Codes with a description of each.
fn described_codes(codes: impl IntoIterator<Item = (String, String)>, description: &str) -> Value {
    let one =
        |(code, meaning): (String, String)| object([("const", text(code)), ("description", text(meaning))]);
    described(object([("oneOf", Value::Array(codes.into_iter().map(one).collect()))]), description)
}

fn list(items: Value, description: &str) -> Value {
    described(object([("type", text("array")), ("items", items)]), description)
}

/// An object that has these keys and no others.
fn closed(properties: Map<String, Value>, required: &[&str], description: &str) -> Value {
    let mut made = object([
        ("type", text("object")),
        ("properties", Value::Object(properties)),
        ("additionalProperties", Value::Bool(false)),
    ]);
    if let (Value::Object(entries), false) = (&mut made, required.is_empty()) {
        entries.insert("required".into(), texts(required.iter().copied()));
    }
    described(made, description)
}

/// An object of which every key is always there, but for the optional ones.
fn record(entries: Vec<(&str, Value)>, optional: &[&str], description: &str) -> Value {
    let required: Vec<&str> =
        entries.iter().map(|(key, _)| *key).filter(|key| !optional.contains(key)).collect();
    let properties = entries.iter().map(|(key, value)| ((*key).to_string(), value.clone())).collect();
    closed(properties, &required, description)
}

/// The schema of a document, with its dialect and title.
fn document(schema: Value, title: &str) -> Value {
    let mut entries = Map::new();
    entries.insert("$schema".into(), text(DIALECT));
    entries.insert("title".into(), text(title));
    if let Value::Object(own) = schema {
        entries.extend(own);
    }
    Value::Object(entries)
}
