//! Cells as text: numbers with their signs, codes, names. Whatever kind of column holds them, the answer is the same; and
//! a cell that is a number is that number.

use std::sync::Arc;

use arrow_array::types::Int32Type;
use arrow_array::{
    Array, ArrayRef, DictionaryArray, LargeStringArray, RecordBatch, StringArray, StringViewArray,
};
use ekbom_cohort::{Cohort, CohortMap, Column, Medicines, Nan, OnRefusal, Quantity};
use serde_json::{Value, json};

use crate::{knowledge, rows};

const RESULTS: [(&str, &str, &str); 6] = [
    ("ferritin", "ng/mL", "iron.therapy"),
    ("tsat", "%", "iron.safety"),
    ("creatinine", "mg/dL", "kidney.stage"),
    ("b12_total", "pmol/L", "b12.status"),
    ("hba1c", "mmol/mol", "iron.safety"),
    ("ifab", "", "b12.status"),
];

/// The first byte chooses the result, the second how cells are read; then a cell a line, each for every column.
pub fn check(data: &[u8]) {
    let [which, how, rest @ ..] = data else { return };
    let (analyte, unit, ask) = RESULTS[usize::from(*which) % RESULTS.len()];
    let text = String::from_utf8_lossy(rest);
    let cells: Vec<Option<&str>> =
        text.split('\n').take(80).map(|cell| (cell != "\0").then_some(cell)).collect();
    let mut map = CohortMap { possible: true, needs: how & 64 > 0, ..CohortMap::default() }.ask(ask);
    let mut quantity = Quantity::new("cell", unit);
    if unit.is_empty() {
        quantity.unit = None;
    }
    if how & 1 > 0 {
        map.nan = Nan::Missing;
    }
    if how & 2 > 0 {
        map.missing = vec!["NA".to_owned(), ".".to_owned()];
    }
    if how & 4 > 0 {
        quantity.comparator = Some(Column::new("cell"));
    }
    if how & 128 > 0 {
        map.on_refusal = Some(OnRefusal::Refuse);
    }
    map = map.quantity(analyte, quantity);
    match how >> 3 & 3 {
        0 => {}
        1 => map = map.person("sex", Column::new("cell")).person("age_years", Column::new("cell")),
        2 => map = map.item("dialysis", Column::new("cell")).item("mimics", Column::new("cell")),
        _ => {
            let unknown = if how & 32 > 0 { "carry" } else { "refuse" };
            map.medicines = Some(Medicines {
                column: "cell".into(),
                separator: ";".into(),
                unknown: Some(unknown.into()),
                empty: Some("none".into()),
            });
        }
    }
    let made = answers(&map, Arc::new(StringArray::from(cells.clone())));
    let others: [ArrayRef; 3] = [
        Arc::new(LargeStringArray::from(cells.clone())),
        Arc::new(cells.iter().copied().collect::<StringViewArray>()),
        Arc::new(cells.iter().copied().collect::<DictionaryArray<Int32Type>>()),
    ];
    // One of them in turn.
    let [one, two, three] = others;
    let other = match data.len() % 3 {
        0 => one,
        1 => two,
        _ => three,
    };
    let kind = other.data_type().clone();
    assert_eq!(made, answers(&map, other), "{kind}");
    if how & 63 == 0 && !unit.is_empty() {
        numbers(&map, analyte, unit, &cells);
    }
}

fn answers(map: &CohortMap, cells: ArrayRef) -> Option<RecordBatch> {
    let batch = RecordBatch::try_from_iter([("cell", cells)]).unwrap();
    let cohort = Cohort::new(Arc::clone(knowledge()), map, &batch.schema()).expect("the map fits");
    rows::run(&cohort, &batch)
}

/// Only the cells that are a number, or nothing at all.
fn numbers(map: &CohortMap, analyte: &str, unit: &str, cells: &[Option<&str>]) {
    let number = |text: &str| {
        text.parse::<f64>().ok().filter(|_| text.bytes().all(|b| b"0123456789.eE+-".contains(&b)))
    };
    let mut kept = Vec::new();
    let mut patients: Vec<Value> = Vec::new();
    for cell in cells.iter().take(40) {
        match cell.map(str::trim) {
            None | Some("") => patients.push(json!({})),
            // JSON has no infinite number.
            Some(text) => match number(text).filter(|value| value.is_finite()) {
                Some(value) => {
                    patients.push(json!({"labs": [{"analyte": analyte, "value": value, "unit": unit}]}));
                }
                None => continue,
            },
        }
        kept.push(*cell);
    }
    let column: ArrayRef = Arc::new(StringArray::from(kept));
    rows::agree(map, &RecordBatch::try_from_iter([("cell", column)]).unwrap(), &patients);
}
