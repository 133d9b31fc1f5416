//! What every resource is made of.

use ekbom::source;
use serde_json::{Map, Value, json};

pub(crate) const LOINC: &str = "http://loinc.org";

/// An object without what is empty: FHIR has neither empty lists nor empty texts nor nulls.
pub(crate) fn object<const N: usize>(entries: [(&str, Value); N]) -> Value {
    let there = |own: &Value| match own {
        Value::Null => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Object(entries) => !entries.is_empty(),
        Value::Bool(_) | Value::Number(_) => true,
    };
    let entries = entries.into_iter().filter(|(_, value)| there(value));
    Value::Object(entries.map(|(key, value)| (key.to_owned(), value)).collect::<Map<_, _>>())
}

/// A concept that has no code, only words.
pub(crate) fn concept(text: &str) -> Value {
    json!({"text": text})
}

/// Reasons as concepts.
pub(crate) fn concepts(texts: &[String]) -> Value {
    texts.iter().filter(|own| !own.trim().is_empty()).map(|own| concept(own)).collect()
}

/// A source as an artifact that is cited.
pub(crate) fn citation(id: &str) -> Value {
    let found = source::find(id);
    object([
        ("type", "citation".into()),
        ("label", id.into()),
        ("display", found.map_or(id, |own| own.name).into()),
        ("citation", found.map_or("", |own| own.title).into()),
        ("url", url_of(id).map_or(Value::Null, Value::from)),
    ])
}

/// Where a source is to be found.
pub(crate) fn url_of(id: &str) -> Option<String> {
    let found = source::find(id)?;
    let doi = found.doi.map(|doi| format!("https://doi.org/{doi}"));
    doi.or_else(|| found.url.filter(|url| url.starts_with("https://")).map(str::to_owned))
}

/// Names for the resources of one answer: the same answer has the same names, and another one others. There is no
/// randomness here, and none is wanted: an answer can be compared with itself.
pub(crate) struct Urns {
    seed: u64,
    count: u64,
}

impl Urns {
    pub(crate) fn of(text: &str) -> Self {
        Self { seed: mix(text), count: 0 }
    }

    pub(crate) fn next(&mut self) -> String {
        format!("urn:uuid:{}", self.uuid())
    }

    /// A UUID of version 8: its content is the maker's own.
    pub(crate) fn uuid(&mut self) -> String {
        self.count += 1;
        let (high, low) = (self.seed >> 32, self.seed & 0xffff_ffff);
        let (mid, rest) = (low >> 16, low & 0xffff);
        format!("{high:08x}-{mid:04x}-8000-8{:03x}-{rest:04x}{:08x}", self.seed & 0xfff, self.count)
    }
}

/// FNV-1a.
fn mix(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |made: u64, own| (made ^ u64::from(own)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_uuids_and_differ() {
        let mut urns = Urns::of("an answer");
        let (first, second) = (urns.uuid(), urns.uuid());
        assert_ne!(first, second);
        let shape: Vec<usize> = first.split('-').map(str::len).collect();
        assert_eq!((shape, first.as_bytes()[14]), (vec![8, 4, 4, 4, 12], b'8'));
        assert_eq!(first, Urns::of("an answer").uuid(), "the same answer has the same names");
        assert_ne!(first, Urns::of("another").uuid());
    }

    #[test]
    fn nothing_empty_is_written() {
        let made = object([("a", Value::Null), ("b", "".into()), ("c", json!([])), ("d", "x".into())]);
        assert_eq!(made, json!({"d": "x"}));
    }
}
