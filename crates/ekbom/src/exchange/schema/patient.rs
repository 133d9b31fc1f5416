//! The schema of a patient: from the catalogues of facts, analytes, units and medicines.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Map, Value};

use super::{
    closed, codes, described, described_codes, document, list, number, object, of_type, range, text, texts,
};
use crate::fact::instrument::IrlsTotal;
use crate::fact::medicine::Medicine;
use crate::fact::{Fact, Group, Kind, KnowledgeVersion};
use crate::measure::analyte::{Analyte, AnalyteKind};
use crate::measure::formula::iron::TransferrinFactor;
use crate::patient::limits::{MOST_LABS, MOST_MEDICINES};
use crate::patient::ranges::{AGES, CIGARETTES, ELEVATIONS, MOST_DAYS};
use crate::patient::read::{
    LAB_KEYS, MEDICINE_KEYS, MORE_HISTORY, MORE_SYMPTOMS, PATIENT_KEYS, item_keys, not_known,
};
use crate::patient::{
    Comparator, CompleteGroup, Finding, Include, Indication, OnRefusal, Sex, Trimester, UnknownMedicines,
};

/// The schema of a patient.
///
/// What JSON Schema cannot say is still checked by [`Patient::from_json`](crate::Patient::from_json): plausible values
/// by unit, which of several results is the newest, contradictions.
///
/// ```
/// let schema = ekbom::exchange::schema::patient();
/// assert_eq!(schema["additionalProperties"], false);
/// assert!(schema["properties"]["history"]["properties"]["crohn"]["description"] == "Crohn's disease");
/// ```
pub fn patient() -> Value {
    let properties: Map<String, Value> =
        PATIENT_KEYS.iter().map(|key| ((*key).to_string(), patient_key(key))).collect();
    let schema = closed(
        properties,
        &[],
        "Every key may be left out. What is left out is unknown: neither normal nor absent.",
    );
    document(schema, "A patient")
}

fn patient_key(key: &str) -> Value {
    match key {
        "age_years" => age(),
        "sex" => codes(Sex::CODES.iter().copied(), "Sex, as far as reference limits go."),
        "sex_for_reference" => {
            codes(Sex::CODES.iter().copied(), "The sex whose reference limits apply, where it differs.")
        }
        "ethnicity_black" => of_type("boolean", Fact::EthnicityBlack.info().label),
        "elevation_m" => {
            range(ELEVATIONS.0, ELEVATIONS.1, "Elevation of residence above sea level, in metres.")
        }
        "cigarettes_per_day" => range(CIGARETTES.0, CIGARETTES.1, "Cigarettes a day."),
        "transferrin_factor" => codes(
            TransferrinFactor::ALL.iter().map(|factor| factor.code()),
            "The factor from transferrin to total iron-binding capacity.",
        ),
        "include" => list(codes(Include::CODES.iter().copied(), ""), "What is off unless asked for."),
        "labs" => at_most(
            list(lab(), "Results as reported. Of several of one analyte the newest counts."),
            MOST_LABS,
        ),
        "symptoms" => items(Group::Symptoms, MORE_SYMPTOMS, "Symptoms and signs."),
        "history" => items(Group::History, MORE_HISTORY, "History and circumstances."),
        "medicines" => at_most(list(medicine(), "Medicines by ingredient."), MOST_MEDICINES),
        "unknown_medicines" => codes(
            UnknownMedicines::CODES.iter().copied(),
            "What to do with a medicine that the catalogue does not know. Left out, it is refused where a known name is near, \
             and else carried with an alert.",
        ),
        "on_refusal" => codes(
            OnRefusal::CODES.iter().copied(),
            "What to do with what cannot be accepted: refuse the patient, as by default, or set it aside and say so first.",
        ),
        "complete" => list(
            codes(CompleteGroup::CODES.iter().copied(), ""),
            "Groups of which everything was mentioned: their unmentioned yes/no items are absent.",
        ),
        "complete_as" => codes(
            KnowledgeVersion::CODES.iter().copied(),
            "The version of the knowledge whose lists of items the groups are complete by: what later versions added \
             stays unknown. Left out, it is this version.",
        ),
        _ => Value::Bool(true),
    }
}

/// One age, or an interval.
fn age() -> Value {
    let end = |key: &str| (key.to_string(), range(AGES.0, AGES.1, "Years."));
    let least = closed([end("at_least")].into_iter().collect(), &["at_least"], "So old or older.");
    let ends = ["from", "to"];
    let between = closed(ends.map(end).into_iter().collect(), &ends, "Between these, both included.");
    let one = range(AGES.0, AGES.1, "Years; may be a fraction.");
    let mut schema = Map::new();
    schema
        .insert("description".into(), Value::from("Age in years, or an interval where only that is known."));
    schema.insert("anyOf".into(), Value::from(alloc::vec![one, least, between]));
    Value::Object(schema)
}

fn at_most(mut schema: Value, most: usize) -> Value {
    if let Value::Object(entries) = &mut schema {
        entries.insert("maxItems".into(), Value::from(most));
    }
    schema
}

fn medicine() -> Value {
    let properties = MEDICINE_KEYS.iter().map(|key| ((*key).to_string(), medicine_key(key))).collect();
    let more = closed(properties, &["name"], "A medicine with what is known of it.");
    object([("anyOf", Value::Array(alloc::vec![medicine_name(), more]))])
}

fn medicine_key(key: &str) -> Value {
    match key {
        "name" => of_type("string", "An ingredient, as where a medicine is a string."),
        "days_taken" => range(0.0, MOST_DAYS, "Days since it was begun."),
        "started_before_symptoms" => of_type("boolean", "Was it begun before the symptoms were?"),
        "indication" => codes(Indication::CODES.iter().copied(), "What it is taken for."),
        "stopped_days_ago" => range(0.0, MOST_DAYS, "Days since it was stopped: it is not taken now."),
        "planned" => of_type("boolean", "True where it is to be begun: it is not taken now."),
        _ => Value::Bool(true),
    }
}

fn medicine_name() -> Value {
    let mut schema = of_type(
        "string",
        "An ingredient by its nonproprietary name or a synonym, in any letter case; the catalogue's names stand under \
         examples.",
    );
    if let Value::Object(entries) = &mut schema {
        entries.insert("examples".into(), texts(Medicine::all().map(Medicine::name)));
    }
    schema
}

fn items(group: Group, more: &[&'static str], description: &str) -> Value {
    let properties = item_keys(group, more).into_iter().map(|key| (key.to_string(), item(key))).collect();
    closed(properties, &[], description)
}

fn item(key: &str) -> Value {
    let Some(fact) = Fact::from_id(key) else {
        return match key {
            "pregnant" => of_type("boolean", "pregnant"),
            "trimester" => {
                let trimesters = Trimester::CODES.iter().filter_map(|code| code.parse::<u8>().ok());
                let values = Value::Array(trimesters.map(Value::from).collect());
                described(object([("enum", values)]), "trimester; says also that there is a pregnancy")
            }
            "irls_items" => {
                let score = object([
                    ("type", text("integer")),
                    ("minimum", Value::from(0)),
                    ("maximum", Value::from(IrlsTotal::ITEM_MAX)),
                ]);
                let mut schema =
                    list(score, "scores of the items of the IRLS rating scale, instead of their total");
                if let Value::Object(entries) = &mut schema {
                    entries.insert("minItems".into(), Value::from(IrlsTotal::ITEMS));
                    entries.insert("maxItems".into(), Value::from(IrlsTotal::ITEMS));
                }
                schema
            }
            _ => Value::Bool(true),
        };
    };
    let info = fact.info();
    match info.kind {
        Kind::Flag => of_type("boolean", info.label),
        Kind::Choice(own) => {
            let unassessed = not_known(fact);
            codes(own.iter().copied().chain(unassessed), info.label)
        }
        Kind::Number { range: own } | Kind::Measured { range: own, .. } | Kind::BySex { range: own } => {
            let unit = if info.unit.is_empty() || info.unit == "1" {
                info.label.to_string()
            } else {
                format!("{}; UCUM unit {}", info.label, info.unit)
            };
            let mut schema = range(own.low(), own.high(), &unit);
            if let (Value::Object(entries), Fact::IrlsTotal) = (&mut schema, fact) {
                entries.insert("type".into(), text("integer"));
            }
            schema
        }
    }
}

fn lab() -> Value {
    let properties = LAB_KEYS.iter().map(|key| ((*key).to_string(), lab_key(key))).collect();
    let mut schema = closed(properties, &["analyte"], "A result as reported: the unit is part of the value.");
    let number_given = object([("properties", object([("value", object([("type", text("number"))]))]))]);
    let unit_needed = object([("required", texts(["unit"]))]);
    let rules =
        [object([("required", texts(["value"]))]), object([("if", number_given), ("then", unit_needed)])];
    // Of a result in doubt anything may be missing but what it is of.
    let unless_in_doubt =
        |rule: Value| object([("if", object([("required", texts(["doubt"]))])), ("else", rule)]);
    let rules = rules.into_iter().map(unless_in_doubt);
    if let Value::Object(entries) = &mut schema {
        entries.insert(
            "allOf".into(),
            Value::Array(rules.chain(Analyte::ALL.into_iter().map(of_analyte)).collect()),
        );
    }
    schema
}

fn lab_key(key: &str) -> Value {
    match key {
        "analyte" => described_codes(
            Analyte::ALL.iter().map(|analyte| (analyte.id().to_string(), analyte.name().to_string())),
            "What was measured.",
        ),
        "value" => described(
            object([(
                "anyOf",
                Value::Array(alloc::vec![
                    object([("type", text("number")), ("minimum", number(0.0))]),
                    codes(Finding::CODES.iter().copied(), "The finding of a qualitative test."),
                ]),
            )]),
            "The number printed.",
        ),
        "unit" => of_type("string", "The unit in which it was reported. It is never guessed."),
        "comparator" => codes(Comparator::CODES.iter().copied(), "For a result such as <5."),
        "days_ago" => range(
            0.0,
            MOST_DAYS,
            "Days since the sample was drawn; needed where an analyte has several results.",
        ),
        "morning" => of_type("boolean", "Drawn in the morning."),
        "iron_free_hours" => range(0.0, MOST_DAYS, "Hours without iron before the sample."),
        "ref_low" => {
            limit("The laboratory's lower limit, in the unit of the result; it belongs to the normal range.")
        }
        "ref_high" => {
            limit("The laboratory's upper limit, in the unit of the result; it belongs to the normal range.")
        }
        "grey_high" => {
            limit("The top of the laboratory's grey zone (vitamin B12), in the unit of the result.")
        }
        "assay" => of_type("string", "The assay as the laboratory names it."),
        "confirmed" => of_type("boolean", "True where an improbable value was checked."),
        "doubt" => of_type(
            "string",
            "Why whoever read the result doubts it. It then counts for nothing, no older one stands for it, and what it \
             would forbid is withheld. Its value and unit may be missing.",
        ),
        _ => Value::Bool(true),
    }
}

fn limit(description: &str) -> Value {
    described(object([("type", text("number")), ("minimum", number(0.0))]), description)
}

/// Units and kind of value of one analyte.
fn of_analyte(analyte: Analyte) -> Value {
    let info = analyte.info();
    let units: Vec<&str> = info.units.iter().map(|own| own.unit.ucum()).collect();
    let spelling = of_type("string", "a common spelling of one of these");
    let unit = described(
        object([("anyOf", Value::Array(alloc::vec![object([("enum", texts(units))]), spelling]))]),
        &format!("accepted: {} to {} {}", info.hard.low, info.hard.high, info.canonical),
    );
    let mut properties = alloc::vec![("unit".to_string(), unit)];
    if info.kind == AnalyteKind::Quantity {
        properties.push(("value".to_string(), object([("type", text("number"))])));
    }
    let is_it = object([("properties", object([("analyte", object([("const", text(analyte.id()))]))]))]);
    object([
        ("if", is_it),
        ("then", object([("properties", Value::Object(properties.into_iter().collect()))])),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_the_reader_is_described() {
        let schema = patient();
        let unknown = |value: &Value| {
            value
                .as_object()
                .unwrap()
                .iter()
                .find(|(_, own)| **own == Value::Bool(true))
                .map(|(key, _)| key.clone())
        };
        assert_eq!(unknown(&schema["properties"]), None);
        assert_eq!(unknown(&schema["properties"]["labs"]["items"]["properties"]), None);
        for group in ["symptoms", "history"] {
            assert_eq!(unknown(&schema["properties"][group]["properties"]), None);
        }
    }
}
