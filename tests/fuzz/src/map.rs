//! Maps of a cohort, as TOML and as JSON, bound to a table of every kind of column and run.

use std::sync::{Arc, OnceLock};

use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::types::Int8Type;
use arrow_array::{
    ArrayRef, BooleanArray, DictionaryArray, Float32Array, Float64Array, Int32Array, NullArray, RecordBatch,
    StringArray, StringViewArray, UInt64Array,
};
use ekbom_cohort::{Cohort, CohortMap};

use crate::{knowledge, rows};

const ROWS: usize = 70;

pub fn check(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let map = match CohortMap::from_toml(text) {
        Ok(map) => map,
        Err(error) => {
            assert!(!error.to_string().is_empty());
            match serde_json::from_str::<CohortMap>(text) {
                Ok(map) => map,
                Err(_) => return,
            }
        }
    };
    // A map that was written is the map that is read, but for numbers that JSON has not.
    let written = serde_json::to_string(&map).unwrap();
    if !text.contains("nan") && !text.contains("inf") {
        assert_eq!(serde_json::from_str::<CohortMap>(&written).unwrap(), map);
    }
    let batch = table();
    match Cohort::new(Arc::clone(knowledge()), &map, &batch.schema()) {
        Ok(cohort) => {
            rows::run(&cohort, batch);
        }
        Err(error) => assert!(error.to_string().chars().count() < 4000 + data.len(), "{error}"),
    }
}

/// Columns `f64`, `f32`, `i32`, `u64`, `flag`, `text`, `view`, `dictionary`, `list`, `nothing`.
fn table() -> &'static RecordBatch {
    static TABLE: OnceLock<RecordBatch> = OnceLock::new();
    TABLE.get_or_init(|| {
        let numbers = [38.0, 0.0, -1.0, f64::NAN, f64::INFINITY, 5e-324, 1e308, 205.0, 7.0, 1.0];
        let texts = ["38", "<5", "", "female", "yes", "NA", "metformin; B12", "2", "\u{2264} 0.3", "1.0"];
        let rows = 0..ROWS;
        let mut lists = ListBuilder::new(StringBuilder::new());
        for row in rows.clone() {
            lists.values().append_option((row % 3 > 0).then_some(texts[row % 10]));
            lists.append(row % 4 > 0);
        }
        let number = |row: usize| (row % 7 > 0).then_some(numbers[row % 10]);
        let text = |row: usize| (row % 6 > 0).then_some(texts[row % 10]);
        let columns: [(&str, ArrayRef); 10] = [
            ("f64", Arc::new(rows.clone().map(number).collect::<Float64Array>())),
            (
                "f32",
                Arc::new(rows.clone().map(|row| number(row).map(|own| own as f32)).collect::<Float32Array>()),
            ),
            (
                "i32",
                Arc::new(rows.clone().map(|row| number(row).map(|own| own as i32)).collect::<Int32Array>()),
            ),
            (
                "u64",
                Arc::new(rows.clone().map(|row| number(row).map(|own| own as u64)).collect::<UInt64Array>()),
            ),
            (
                "flag",
                Arc::new(
                    rows.clone().map(|row| (row % 5 > 0).then_some(row % 2 > 0)).collect::<BooleanArray>(),
                ),
            ),
            ("text", Arc::new(rows.clone().map(text).collect::<StringArray>())),
            ("view", Arc::new(rows.clone().map(text).collect::<StringViewArray>())),
            ("dictionary", Arc::new(rows.clone().map(text).collect::<DictionaryArray<Int8Type>>())),
            ("list", Arc::new(lists.finish())),
            ("nothing", Arc::new(NullArray::new(ROWS))),
        ];
        RecordBatch::try_from_iter(columns).unwrap()
    })
}
