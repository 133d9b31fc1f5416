//! Tables of Arrow drawn from the bytes: every kind of column, nulls, offsets, dictionaries, views, lists. Each row must
//! get what its patient gets.

use std::sync::Arc;

use arbitrary::{Result, Unstructured};
use arrow_array::builder::{LargeListBuilder, ListBuilder, StringBuilder};
use arrow_array::types::{Int8Type, Int32Type, UInt16Type};
use arrow_array::{
    ArrayRef, BooleanArray, DictionaryArray, Float32Array, Float64Array, Int16Array, Int64Array,
    LargeStringArray, StringArray, StringViewArray, UInt32Array,
};
use arrow_buffer::NullBuffer;
use ekbom::fact::medicine::Medicine;
use ekbom::fact::{Fact, Group, Kind};
use ekbom::logic::authoring::Standing;
use ekbom::measure::analyte::{Analyte, AnalyteKind};
use ekbom_cohort::{CohortMap, Column, Medicines, OnRefusal, Quantity};
use serde_json::{Value, json};

use crate::{knowledge, rows};

pub fn check(data: &[u8]) {
    let mut bytes = Unstructured::new(data);
    if let Ok(table) = drawn(&mut bytes) {
        let Table { map, columns, patients, before } = table;
        let batch = rows::behind(&columns, before);
        rows::agree(&map, &batch, &patients[before..]);
    }
}

/// A table with its map and the patient that each row stands for.
pub struct Table {
    pub map: CohortMap,
    pub columns: Vec<(String, ArrayRef)>,
    pub patients: Vec<Value>,
    /// Rows that lie before the batch.
    pub before: usize,
}

impl Table {
    fn add(&mut self, name: &str, array: ArrayRef) {
        self.columns.push((name.to_owned(), array));
    }
}

pub fn drawn(bytes: &mut Unstructured<'_>) -> Result<Table> {
    let rows = bytes.int_in_range(1..=90usize)?;
    let before = bytes.int_in_range(0..=rows - 1)?.min(37);
    let mut table = Table {
        // What is needed is slow to find.
        map: CohortMap { possible: true, needs: bytes.ratio(1u8, 4u8)?, ..CohortMap::default() },
        columns: Vec::new(),
        patients: vec![json!({"labs": []}); rows],
        before,
    };
    let current: Vec<_> =
        knowledge().tables().iter().filter(|table| table.guideline.standing == Standing::Current).collect();
    for _ in 0..bytes.int_in_range(1..=4u8)? {
        table.map.ask.push(bytes.choose(&current)?.name());
    }
    for group in ["symptoms", "history", "medicines"] {
        if bytes.ratio(1u8, 3u8)? {
            table.map.complete.push(group.to_owned());
        }
    }
    let complete = json!(table.map.complete);
    table.patients.iter_mut().for_each(|patient| patient["complete"] = complete.clone());
    for _ in 0..bytes.int_in_range(0..=4u8)? {
        let analyte = *bytes.choose(&Analyte::ALL)?;
        if !table.map.quantities.contains_key(analyte.id()) {
            lab(bytes, analyte, &mut table)?;
        }
    }
    person(bytes, &mut table)?;
    for _ in 0..bytes.int_in_range(0..=3u8)? {
        let fact = *bytes.choose(Fact::ALL)?;
        if !table.map.items.contains_key(fact.id()) {
            item(bytes, fact, &mut table)?;
        }
    }
    if bytes.ratio(1u8, 3u8)? {
        medicines(bytes, &mut table)?;
    }
    table.map.on_refusal = *bytes.choose(&[None, Some(OnRefusal::Refuse), Some(OnRefusal::SetAside)])?;
    if table.columns.is_empty() {
        table.add("empty", Arc::new(Float64Array::new_null(rows)));
    }
    Ok(table)
}

/// What is not null still has a value behind it that must not be looked at.
fn hidden(bytes: &mut Unstructured<'_>, len: usize) -> Result<Vec<bool>> {
    let share = bytes.int_in_range(0..=9u8)?;
    (0..len).map(|_| Ok(bytes.arbitrary::<u8>().unwrap_or(255) % 10 >= share)).collect()
}

fn lab(bytes: &mut Unstructured<'_>, analyte: Analyte, table: &mut Table) -> Result<()> {
    let info = analyte.info();
    let accepted = bytes.choose(info.units)?;
    let (low, high) = (info.hard.low.max(info.hard.high * 1e-5), info.hard.high);
    let kind = bytes.int_in_range(0..=9u8)?;
    let rows = table.patients.len();
    let mut values: Vec<f64> = Vec::with_capacity(rows);
    let strange = bytes.ratio(1u8, 5u8)?;
    for _ in 0..rows {
        let share = f64::from(bytes.arbitrary::<u16>().unwrap_or(9)) / 65_535.0;
        let mut value = accepted.scale.from_canonical(low * (high / low).powf(share * 0.8));
        if strange && bytes.ratio(1u8, 12u8).unwrap_or(false) {
            value = *bytes.choose(&[0.0, -1.0, 1e300, 5e-324, value * 1e4]).unwrap_or(&0.0);
        }
        let value = match kind {
            0 => f64::from(value.clamp(-3e38, 3e38) as f32),
            1 => f64::from(value as i16),
            2 => value as i64 as f64,
            3 => f64::from(value as u32),
            _ => value,
        };
        values.push(if value.abs() < 1e16 { value } else { 1e16 });
    }
    if kind <= 3 && kind != 0 {
        values.iter_mut().for_each(|value| *value = value.trunc());
        if kind == 1 {
            values.iter_mut().for_each(|value| *value = f64::from(*value as i16));
        }
        if kind == 3 {
            values.iter_mut().for_each(|value| *value = f64::from(*value as u32));
        }
    }
    let valid = hidden(bytes, rows)?;
    let nulls = Some(NullBuffer::from(valid.clone()));
    let texts = || values.iter().map(f64::to_string).collect::<Vec<_>>();
    let shown =
        || texts().into_iter().zip(&valid).map(|(text, valid)| valid.then_some(text)).collect::<Vec<_>>();
    let array: ArrayRef = match kind {
        0 => Arc::new(Float32Array::new(values.iter().map(|own| *own as f32).collect(), nulls)),
        1 => Arc::new(Int16Array::new(values.iter().map(|own| *own as i16).collect(), nulls)),
        2 => Arc::new(Int64Array::new(values.iter().map(|own| *own as i64).collect(), nulls)),
        3 => Arc::new(UInt32Array::new(values.iter().map(|own| *own as u32).collect(), nulls)),
        4 => Arc::new(shown().into_iter().collect::<StringArray>()),
        5 => Arc::new(shown().into_iter().collect::<StringViewArray>()),
        6 => Arc::new(shown().into_iter().collect::<LargeStringArray>()),
        7 => {
            let shown = shown();
            Arc::new(shown.iter().map(Option::as_deref).collect::<DictionaryArray<Int32Type>>())
        }
        8 => {
            // Nulls among the dictionary's own values too.
            let places = valid.iter().enumerate().map(|(row, valid)| valid.then_some(row as u16));
            let keys = places.collect::<arrow_array::PrimitiveArray<UInt16Type>>();
            let own = Float64Array::new(values.clone().into(), None);
            Arc::new(DictionaryArray::new(keys, Arc::new(own)))
        }
        _ => Arc::new(Float64Array::new(values.clone().into(), nulls)),
    };
    let name = format!("lab {analyte}");
    let mut quantity = Quantity::new(&name, accepted.unit.ucum());
    let signs: Vec<Option<&str>> = match info.kind == AnalyteKind::Quantity && bytes.ratio(1u8, 4u8)? {
        true => (0..rows)
            .map(|_| {
                Ok(bytes
                    .choose(&[None, None, None, Some("<"), Some("<="), Some(">"), Some(">=")])
                    .copied()?)
            })
            .collect::<Result<_>>()
            .unwrap_or_else(|_| vec![Some("<"); rows]),
        false => Vec::new(),
    };
    if !signs.is_empty() {
        let sign = format!("sign {analyte}");
        table.add(&sign, Arc::new(signs.iter().copied().collect::<DictionaryArray<Int8Type>>()));
        quantity.comparator = Some(Column::new(sign));
    }
    table.add(&name, array);
    table.map.quantities.insert(analyte.id().to_owned(), quantity);
    for (row, patient) in table.patients.iter_mut().enumerate().filter(|(row, _)| valid[*row]) {
        let mut lab = json!({"analyte": analyte.id(), "value": values[row], "unit": accepted.unit.ucum()});
        if let Some(Some(sign)) = signs.get(row) {
            lab["comparator"] = json!(sign);
        }
        patient["labs"].as_array_mut().unwrap().push(lab);
    }
    Ok(())
}

fn person(bytes: &mut Unstructured<'_>, table: &mut Table) -> Result<()> {
    let rows = table.patients.len();
    if bytes.ratio(3u8, 4u8)? {
        let valid = hidden(bytes, rows)?;
        let ages: Vec<f64> =
            (0..rows).map(|_| f64::from(bytes.arbitrary::<u8>().unwrap_or(58)) / 2.0).collect();
        for (row, patient) in table.patients.iter_mut().enumerate().filter(|(row, _)| valid[*row]) {
            patient["age_years"] = json!(ages[row]);
        }
        table.add("age", Arc::new(Float64Array::new(ages.into(), Some(NullBuffer::from(valid)))));
        table.map.person.insert("age_years".into(), Column::new("age"));
    }
    if bytes.ratio(3u8, 4u8)? {
        let valid = hidden(bytes, rows)?;
        let sexes: Vec<Option<&str>> = valid
            .iter()
            .map(|valid| valid.then(|| *bytes.choose(&["female", "male"]).unwrap_or(&"male")))
            .collect();
        for (patient, sex) in table.patients.iter_mut().zip(&sexes) {
            if let Some(sex) = sex {
                patient["sex"] = json!(sex);
            }
        }
        let array: ArrayRef = match bytes.int_in_range(0..=2u8)? {
            0 => Arc::new(sexes.iter().copied().collect::<DictionaryArray<Int8Type>>()),
            1 => Arc::new(sexes.iter().copied().collect::<StringViewArray>()),
            _ => Arc::new(StringArray::from(sexes)),
        };
        table.add("sex", array);
        table.map.person.insert("sex".into(), Column::new("sex"));
    }
    Ok(())
}

fn item(bytes: &mut Unstructured<'_>, fact: Fact, table: &mut Table) -> Result<()> {
    let group = match fact.info().group {
        Group::Symptoms => "symptoms",
        Group::History => "history",
        _ => return Ok(()),
    };
    let valid = hidden(bytes, table.patients.len())?;
    let name = format!("item {fact}");
    let array: ArrayRef = match fact.info().kind {
        Kind::Flag => {
            let values: Vec<Option<bool>> =
                valid.iter().map(|valid| valid.then(|| bytes.arbitrary().unwrap_or(true))).collect();
            for (patient, value) in table.patients.iter_mut().zip(&values) {
                if let Some(value) = value {
                    patient[group][fact.id()] = json!(value);
                }
            }
            match bytes.int_in_range(0..=2u8)? {
                0 => Arc::new(BooleanArray::from(values)),
                1 => Arc::new(values.iter().map(|own| own.map(i16::from)).collect::<Int16Array>()),
                _ => {
                    let word = |own: &Option<bool>| own.map(|own| if own { "yes" } else { "no" });
                    Arc::new(values.iter().map(word).collect::<StringArray>())
                }
            }
        }
        Kind::Choice(codes) => {
            let values: Vec<Option<&str>> =
                valid.iter().map(|valid| valid.then(|| *bytes.choose(codes).unwrap_or(&codes[0]))).collect();
            for (patient, value) in table.patients.iter_mut().zip(&values) {
                if let Some(value) = value {
                    patient[group][fact.id()] = json!(value);
                }
            }
            Arc::new(values.into_iter().collect::<DictionaryArray<Int8Type>>())
        }
        _ => return Ok(()),
    };
    table.add(&name, array);
    table.map.items.insert(fact.id().into(), Column::new(name));
    Ok(())
}

fn medicines(bytes: &mut Unstructured<'_>, table: &mut Table) -> Result<()> {
    let known: Vec<&str> = Medicine::all().map(Medicine::name).collect();
    let unknown = if bytes.arbitrary()? { "carry" } else { "refuse" };
    let mut lists: Vec<Vec<&str>> = Vec::new();
    for patient in &mut table.patients {
        let mut names = Vec::new();
        for _ in 0..bytes.int_in_range(0..=3u8).unwrap_or(0) {
            names.push(*bytes.choose(&known).unwrap_or(&"iron"));
        }
        if bytes.ratio(1u8, 20u8).unwrap_or(false) {
            names.push("moon dust");
        }
        patient["medicines"] = json!(names);
        patient["unknown_medicines"] = json!(unknown);
        lists.push(names);
    }
    let array: ArrayRef = match bytes.int_in_range(0..=2u8)? {
        0 => {
            let mut builder = ListBuilder::new(StringBuilder::new());
            lists.iter().for_each(|names| builder.append_value(names.iter().map(|name| Some(*name))));
            Arc::new(builder.finish())
        }
        1 => {
            let mut builder = LargeListBuilder::new(StringBuilder::new());
            lists.iter().for_each(|names| builder.append_value(names.iter().map(|name| Some(*name))));
            Arc::new(builder.finish())
        }
        _ => Arc::new(lists.iter().map(|names| Some(names.join("; "))).collect::<StringArray>()),
    };
    table.add("drugs", array);
    table.map.medicines = Some(Medicines {
        column: "drugs".into(),
        separator: ";".into(),
        unknown: Some(unknown.into()),
        empty: Some("none".into()),
    });
    Ok(())
}
