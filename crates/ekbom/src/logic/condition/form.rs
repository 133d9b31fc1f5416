//! The JSON form of a condition, read strictly: one thing, its own keys, and nothing beside it. Each fault has its line
//! and column.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::de::{self, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Comparison;
use super::exchange::{AnswerOf, Asked, Document, OtherLimit};
use crate::measure::number::Number;

/// Every key, in the order in which they are written.
const KEYS: [&str; 16] = [
    "always",
    "all",
    "any",
    "not",
    "answer_of",
    "fact",
    "is",
    "reported",
    "against_laboratory_limits",
    "below",
    "at_most",
    "at_least",
    "above",
    "unit",
    "guarded",
    "if_reported_in",
];

/// What was found, before it is known what it is about.
enum Part {
    Fact(String),
    Unit(String),
    IfReportedIn(OtherLimit),
    Guarded,
    Asked(Asked),
    /// A limit whose unit may stand after it.
    Limit(Comparison, Number),
    Whole(Document),
}

/// Each code once, and one at least.
fn named<E: de::Error>(key: &str, codes: &[String]) -> Result<(), E> {
    if codes.is_empty() {
        return Err(E::custom(format!("`{key}` names nothing")));
    }
    for (place, code) in codes.iter().enumerate() {
        if codes.iter().take(place).any(|earlier| earlier == code) {
            return Err(E::custom(format!("`{key}` names `{code}` twice")));
        }
    }
    Ok(())
}

fn part<'d, A: MapAccess<'d>>(key: &str, map: &mut A) -> Result<Part, A::Error> {
    let codes = |map: &mut A| {
        let codes: Vec<String> = map.next_value()?;
        named(key, &codes)?;
        Ok(codes)
    };
    Ok(match key {
        "always" => match map.next_value()? {
            true => Part::Whole(Document::Always),
            false => return Err(de::Error::custom("`always` is true, or is not said")),
        },
        "all" => Part::Whole(Document::All(map.next_value()?)),
        "any" => Part::Whole(Document::Any(map.next_value()?)),
        "not" => Part::Whole(Document::Not(Box::new(map.next_value()?))),
        "answer_of" => {
            let other: AnswerOf = map.next_value()?;
            named("in", &other.codes)?;
            Part::Whole(Document::AnswerOf(other))
        }
        "fact" => Part::Fact(map.next_value()?),
        "is" => Part::Asked(Asked::Is(codes(map)?)),
        "reported" => Part::Asked(Asked::Reported(map.next_value()?)),
        "against_laboratory_limits" => Part::Asked(Asked::AgainstLaboratoryLimits(codes(map)?)),
        "below" => Part::Limit(Comparison::Below, map.next_value()?),
        "at_most" => Part::Limit(Comparison::AtMost, map.next_value()?),
        "at_least" => Part::Limit(Comparison::AtLeast, map.next_value()?),
        "above" => Part::Limit(Comparison::Above, map.next_value()?),
        "unit" => Part::Unit(map.next_value()?),
        "guarded" => match map.next_value()? {
            true => Part::Guarded,
            false => return Err(de::Error::custom("`guarded` is true, or is not said")),
        },
        "if_reported_in" => Part::IfReportedIn(map.next_value()?),
        _ => return Err(de::Error::unknown_field(key, &KEYS)),
    })
}

/// What is said of whom, gathered key by key; a second thing is refused where it stands.
#[derive(Default)]
struct Gathered {
    keys: Vec<String>,
    whole: Option<Document>,
    fact: Option<String>,
    asked: Option<Asked>,
    limit: Option<(Comparison, Number)>,
    unit: Option<String>,
    other: Option<OtherLimit>,
    guarded: bool,
}

impl Gathered {
    fn take(&mut self, part: Part) {
        match part {
            Part::Fact(id) => self.fact = Some(id),
            Part::Unit(unit) => self.unit = Some(unit),
            Part::Guarded => self.guarded = true,
            Part::IfReportedIn(other) => self.other = Some(other),
            Part::Asked(asked) => self.asked = Some(asked),
            Part::Limit(comparison, limit) => self.limit = Some((comparison, limit)),
            Part::Whole(document) => self.whole = Some(document),
        }
    }

    /// The first key that is already there and bears no other of this kind beside it.
    fn in_the_way(&self, key: &str) -> Option<&str> {
        let kind = |key: &str| match key {
            "fact" => 0,
            "is" | "reported" | "against_laboratory_limits" => 1,
            "below" | "at_most" | "at_least" | "above" => 2,
            "unit" | "if_reported_in" | "guarded" => 3,
            _ => 4,
        };
        let fits = |one: &str| {
            matches!((kind(one).min(kind(key)), kind(one).max(kind(key))), (0, 1..=3) | (2, 3) | (3, 3))
        };
        self.keys.iter().map(String::as_str).find(|one| !fits(one))
    }

    fn done<E: de::Error>(self) -> Result<Document, E> {
        let one_thing = || {
            E::custom(
                "a condition says one thing: `all`, `any`, `not`, `always`, `answer_of`, or one of a `fact`",
            )
        };
        match self {
            Self { whole: Some(document), .. } => Ok(document),
            Self { fact: Some(fact), asked: Some(asked), .. } => Ok(Document::Fact(fact, asked)),
            Self { fact: Some(fact), limit: Some((comparison, limit)), unit, other, guarded, .. } => {
                let unit = unit.ok_or_else(|| E::custom("a limit needs its `unit`"))?;
                match (guarded, other) {
                    (true, Some(_)) => Err(E::custom("`if_reported_in` has no place beside `guarded`")),
                    (true, None) => Ok(Document::Fact(fact, Asked::Guarded(comparison, limit, unit))),
                    (false, other) => {
                        Ok(Document::Fact(fact, Asked::Compare(comparison, limit, unit, other)))
                    }
                }
            }
            _ => Err(one_thing()),
        }
    }
}

struct ReadCondition;

impl<'d> Visitor<'d> for ReadCondition {
    type Value = Document;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a condition")
    }

    fn visit_map<A: MapAccess<'d>>(self, mut map: A) -> Result<Document, A::Error> {
        let mut made = Gathered::default();
        while let Some(key) = map.next_key::<String>()? {
            if made.keys.contains(&key) {
                return Err(de::Error::custom(format!("`{key}` stands twice")));
            }
            if KEYS.contains(&key.as_str()) {
                if let Some(other) = made.in_the_way(&key) {
                    return Err(de::Error::custom(format!("`{key}` has no place beside `{other}`")));
                }
            }
            let part = part(&key, &mut map)?;
            made.take(part);
            made.keys.push(key);
        }
        made.done()
    }
}

impl<'d> Deserialize<'d> for Document {
    fn deserialize<D: Deserializer<'d>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ReadCondition)
    }
}

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match self {
            Self::Always => map.serialize_entry("always", &true)?,
            Self::All(items) => map.serialize_entry("all", items)?,
            Self::Any(items) => map.serialize_entry("any", items)?,
            Self::Not(item) => map.serialize_entry("not", item)?,
            Self::AnswerOf(other) => map.serialize_entry("answer_of", other)?,
            Self::Fact(fact, asked) => {
                map.serialize_entry("fact", fact)?;
                match asked {
                    Asked::Is(codes) => map.serialize_entry("is", codes)?,
                    Asked::Reported(reported) => map.serialize_entry("reported", reported)?,
                    Asked::AgainstLaboratoryLimits(codes) => {
                        map.serialize_entry("against_laboratory_limits", codes)?;
                    }
                    Asked::Guarded(comparison, limit, unit) => {
                        map.serialize_entry(comparison.code(), limit)?;
                        map.serialize_entry("unit", unit)?;
                        map.serialize_entry("guarded", &true)?;
                    }
                    Asked::Compare(comparison, limit, unit, other) => {
                        map.serialize_entry(comparison.code(), limit)?;
                        map.serialize_entry("unit", unit)?;
                        if let Some(other) = other {
                            map.serialize_entry("if_reported_in", other)?;
                        }
                    }
                }
            }
        }
        map.end()
    }
}
