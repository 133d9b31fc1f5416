//! JSON as it stands: every key in order, so that one given twice is noticed rather than lost.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::cell::RefCell;
use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::limits::short;

/// Any JSON value.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Tree {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

impl Tree {
    /// The kind of value, for messages.
    pub(super) const fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "a boolean",
            Self::Number(_) => "a number",
            Self::Text(_) => "a string",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }
}

impl fmt::Display for Tree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => write!(f, "{value}"),
            Self::Number(value) => write!(f, "{value}"),
            Self::Text(value) => f.write_str(value),
            Self::List(_) => f.write_str("[...]"),
            Self::Object(_) => f.write_str("{...}"),
        }
    }
}

/// Why JSON could not be read, and how far within it that was.
pub(super) struct Stopped {
    /// A path such as `labs[0].value`.
    pub(super) place: String,
    pub(super) error: serde_json::Error,
}

impl Tree {
    pub(super) fn read(text: &str) -> Result<Self, Stopped> {
        let place = RefCell::new(String::new());
        let mut json = serde_json::Deserializer::from_str(text);
        let tree = Grow { place: &place }.deserialize(&mut json);
        let tree = tree.and_then(|tree| json.end().map(|()| tree));
        tree.map_err(|error| Stopped { place: place.into_inner(), error })
    }
}

/// The number at which reading stopped, if it stopped because of its size.
pub(super) fn too_large<'t>(text: &'t str, error: &serde_json::Error) -> Option<&'t str> {
    if !format!("{error}").starts_with("number out of range") {
        return None;
    }
    let line = text.split('\n').nth(error.line().checked_sub(1)?)?;
    let of_number = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | 'e' | 'E');
    let after = line.get(..error.column())?.trim_end_matches(of_number).len();
    let rest = line.get(after..)?;
    rest.get(..rest.find(|c| !of_number(c)).unwrap_or(rest.len()))
}

/// Grows a tree. Where that fails, the place is put together on the way out.
#[derive(Clone, Copy)]
struct Grow<'p> {
    place: &'p RefCell<String>,
}

impl Grow<'_> {
    fn came_from(self, step: &str) {
        let mut place = self.place.borrow_mut();
        let dot = if place.is_empty() || place.starts_with('[') { "" } else { "." };
        *place = format!("{step}{dot}{place}");
    }
}

impl<'de> DeserializeSeed<'de> for Grow<'_> {
    type Value = Tree;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Grow<'_> {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }
    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Bool(value))
    }
    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Number(value as f64))
    }
    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Number(value as f64))
    }
    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        Ok(Tree::Number(value))
    }
    fn visit_str<E>(self, value: &str) -> Result<Tree, E> {
        Ok(Tree::Text(value.to_string()))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Tree, A::Error> {
        let mut items = Vec::new();
        loop {
            let item = seq.next_element_seed(self);
            match item.inspect_err(|_| self.came_from(&format!("[{}]", items.len())))? {
                Some(item) => items.push(item),
                None => return Ok(Tree::List(items)),
            }
        }
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            let value = map.next_value_seed(self).inspect_err(|_| self.came_from(&short(&key)))?;
            entries.push((key, value));
        }
        Ok(Tree::Object(entries))
    }
}
