//! A table from Python lists: for a library whose own way to Arrow needs pyarrow, where there is none.

use std::sync::Arc;

use arrow_array::{
    Array, ArrayRef, BooleanArray, Float64Array, Int64Array, NullArray, RecordBatch, RecordBatchOptions,
    StringArray,
};
use arrow_schema::{Field, Schema};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyInt, PyList, PyString};

use crate::error::columns;
use crate::frame::Frame;

/// A table of these columns: yes and no, numbers, or texts; numbers beside texts are texts, and `None` is missing.
#[pyfunction]
#[pyo3(signature = (names: "list[str]", columns: "list[list[object]]", rows: "int") -> "Frame")]
pub(crate) fn table_of(names: Vec<String>, columns: Vec<Bound<'_, PyList>>, rows: usize) -> PyResult<Frame> {
    let mut fields = Vec::new();
    let mut arrays = Vec::new();
    for (name, values) in names.into_iter().zip(&columns) {
        let array = array(&name, values)?;
        fields.push(Field::new(name, array.data_type().clone(), true));
        arrays.push(array);
    }
    let options = RecordBatchOptions::new().with_row_count(Some(rows));
    let made = RecordBatch::try_new_with_options(Arc::new(Schema::new(fields)), arrays, &options);
    made.map(Frame::from).map_err(|error| self::columns("", &error.to_string()))
}

/// One value of a list.
enum Item {
    Missing,
    Flag(bool),
    Whole(i64),
    Number(f64, String),
    Text(String),
}

impl Item {
    fn of(value: &Bound<'_, PyAny>) -> Option<Self> {
        if value.is_none() {
            return Some(Self::Missing);
        }
        if let Ok(flag) = value.cast::<PyBool>() {
            return Some(Self::Flag(flag.is_true()));
        }
        if let Ok(text) = value.cast::<PyString>() {
            return text.to_str().ok().map(|text| Self::Text(text.to_owned()));
        }
        if value.is_instance_of::<PyInt>()
            && let Ok(whole) = value.extract::<i64>()
        {
            return Some(Self::Whole(whole));
        }
        let number = value.extract::<f64>().ok()?;
        Some(Self::Number(number, value.str().ok()?.to_str().ok()?.to_owned()))
    }
}

fn array(name: &str, values: &Bound<'_, PyList>) -> PyResult<ArrayRef> {
    let mut items = Vec::with_capacity(values.len());
    for (row, value) in values.iter().enumerate() {
        let Some(item) = Item::of(&value) else {
            let kind = value.get_type().name()?;
            let message = format!(
                "column `{name}`, row {row}: a number, a text, or true or false is needed, not {kind}"
            );
            return Err(columns("", &message));
        };
        items.push(item);
    }
    let any = |wanted: fn(&Item) -> bool| items.iter().any(wanted);
    let flags = any(|item| matches!(item, Item::Flag(_)));
    let wholes = any(|item| matches!(item, Item::Whole(_)));
    let fractions = any(|item| matches!(item, Item::Number(..)));
    let numbers = wholes || fractions;
    let texts = any(|item| matches!(item, Item::Text(_)));
    Ok(match (flags, numbers, texts) {
        (false, false, false) => Arc::new(NullArray::new(items.len())),
        (true, false, false) => Arc::new(
            items
                .iter()
                .map(|item| if let Item::Flag(value) = item { Some(*value) } else { None })
                .collect::<BooleanArray>(),
        ),
        (false, true, false) if !fractions => Arc::new(
            items
                .iter()
                .map(|item| if let Item::Whole(value) = item { Some(*value) } else { None })
                .collect::<Int64Array>(),
        ),
        (false, true, false) => {
            let number = |item: &Item| match item {
                Item::Whole(value) => Some(*value as f64),
                Item::Number(value, _) => Some(*value),
                _ => None,
            };
            Arc::new(items.iter().map(number).collect::<Float64Array>())
        }
        (false, _, true) => {
            let text = |item: Item| match item {
                Item::Text(text) => Some(text),
                Item::Whole(value) => Some(value.to_string()),
                // In an object column NaN is how a missing value is written.
                Item::Number(value, _) if value.is_nan() => None,
                Item::Number(_, text) => Some(text),
                _ => None,
            };
            Arc::new(items.into_iter().map(text).collect::<StringArray>())
        }
        (true, ..) => {
            let message = format!(
                "column `{name}` mixes true and false with numbers or texts: which is meant cannot be said"
            );
            return Err(columns("", &message));
        }
    })
}
