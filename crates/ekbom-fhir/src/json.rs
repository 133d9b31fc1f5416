//! JSON as it comes from strangers: bounded in depth, and a key given twice is noticed rather than lost.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

/// Lists and objects within one another.
pub const MOST_DEPTH: usize = 64;

/// Reads one value.
pub(crate) fn read(text: &str) -> Result<Value, String> {
    let depth = Cell::new(0);
    let mut json = serde_json::Deserializer::from_str(text);
    let value = Grow(&depth).deserialize(&mut json).and_then(|value| json.end().map(|()| value));
    value.map_err(|error| error.to_string())
}

#[derive(Clone, Copy)]
struct Grow<'d>(&'d Cell<usize>);

impl Grow<'_> {
    fn deeper<E: serde::de::Error>(self) -> Result<(), E> {
        self.0.set(self.0.get() + 1);
        if self.0.get() > MOST_DEPTH {
            return Err(E::custom(format!("lists and objects lie more than {MOST_DEPTH} deep")));
        }
        Ok(())
    }
    fn back(self) {
        self.0.set(self.0.get().saturating_sub(1));
    }
}

impl<'de> DeserializeSeed<'de> for Grow<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Grow<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }
    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }
    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }
    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }
    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Value::from(value))
    }
    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::from(value))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        self.deeper()?;
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(self)? {
            items.push(item);
        }
        self.back();
        Ok(Value::Array(items))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        self.deeper()?;
        let mut entries = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            let value = map.next_value_seed(self)?;
            if entries.contains_key(&key) {
                let shown: String = key.chars().take(40).collect();
                return Err(A::Error::custom(format!("`{shown}` is given twice in one object")));
            }
            entries.insert(key, value);
        }
        self.back();
        Ok(Value::Object(entries))
    }
}

/// A text of an object.
pub(crate) fn text<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value.get(key).and_then(Value::as_str)
}

/// A list of an object; empty where there is none.
pub(crate) fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The codings of a CodeableConcept.
pub(crate) fn codings(concept: Option<&Value>) -> impl Iterator<Item = Coding<'_>> {
    concept.map_or(&[][..], |own| list(own, "coding")).iter().map(|own| Coding {
        system: text(own, "system").unwrap_or_default(),
        code: text(own, "code").unwrap_or_default(),
        display: text(own, "display").unwrap_or_default(),
    })
}

/// One coding, empty where a part is not said.
#[derive(Clone, Copy)]
pub(crate) struct Coding<'v> {
    pub(crate) system: &'v str,
    pub(crate) code: &'v str,
    pub(crate) display: &'v str,
}

/// Is this code among the codings, whatever their system?
pub(crate) fn has_code(concept: Option<&Value>, code: &str) -> bool {
    codings(concept).any(|own| own.code == code)
}

/// The first code of a concept.
pub(crate) fn code_of(concept: Option<&Value>) -> &str {
    codings(concept).map(|own| own.code).find(|code| !code.is_empty()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_and_keys_given_twice_are_faults() {
        assert!(read(&"[".repeat(10_000)).unwrap_err().contains("deep"));
        assert!(read(&format!("{}{}", "[".repeat(MOST_DEPTH), "]".repeat(MOST_DEPTH))).is_ok());
        assert!(read(r#"{"a": [{"b": 1}, {"b": 1}]}"#).is_ok());
        assert!(read(r#"{"status": "final", "status": "cancelled"}"#).unwrap_err().contains("given twice"));
        assert!(read("{} {}").is_err());
    }
}
