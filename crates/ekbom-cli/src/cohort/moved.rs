//! The rows of a table by two rule books: whose answers move.

use std::path::Path;
use std::sync::Arc;

use arrow_array::{Array, RecordBatch, StringViewArray};
use ekbom::Knowledge;
use ekbom_cohort::{Cohort, CohortMap, Output};

use super::source::{Source, hush_readers};
use super::{Said, about};
use crate::moved::{Kind, Moved, Said as OfOne};

pub(crate) fn moved(old: &Knowledge, new: &Knowledge, file: &Path, map: &Path) -> Result<Moved, Said> {
    let text = std::fs::read_to_string(map).map_err(|error| about(map, &error))?;
    let mut read = CohortMap::from_toml(&text).map_err(|error| about(map, &error))?;
    // Answers alone, as text.
    read.keep = Some(Vec::new());
    hush_readers();
    let source = Source::open(file, &read)?;
    let bind = |knowledge: &Knowledge| {
        Cohort::new(Arc::new(knowledge.clone()), &read, &source.schema).map_err(|error| about(map, &error))
    };
    let (before, after) = (bind(old)?, bind(new)?);
    let (mut first, mut second) = (before.worker(), after.worker());
    let mut moved = Moved::default();
    let mut row = 0;
    for batch in source.batches {
        let batch = batch.map_err(|error| about(file, &error))?;
        let was = before.run_with(&mut first, &batch, row).map_err(|error| about(file, &error))?;
        let is = after.run_with(&mut second, &batch, row).map_err(|error| about(file, &error))?;
        for place in 0..batch.num_rows() {
            // Counted from one, as in a spreadsheet without its header.
            let number = row + place as u64 + 1;
            moved.add(&format!("row {number}"), &said(&was, place, number), &said(&is, place, number));
        }
        row += batch.num_rows() as u64;
    }
    Ok(moved)
}

/// What one row got. An answer that is open has no code.
fn said(output: &Output, place: usize, number: u64) -> OfOne {
    let mut said = OfOne::new();
    if output.refusals.iter().any(|own| own.row + 1 == number) {
        said.insert((Kind::Refused, "the patient".to_owned()), "refused".to_owned());
        return said;
    }
    for (name, answers) in columns(&output.batch) {
        let answer = if answers.is_null(place) { "open" } else { answers.value(place) };
        said.insert((Kind::Answer, name.to_owned()), answer.to_owned());
    }
    said
}

/// The columns of answers: `question@guideline`.
fn columns(batch: &RecordBatch) -> impl Iterator<Item = (&str, &StringViewArray)> {
    let schema = batch.schema_ref();
    schema.fields().iter().zip(batch.columns()).filter_map(|(field, column)| {
        let answers = column.as_any().downcast_ref::<StringViewArray>()?;
        field.name().contains('@').then_some((field.name().as_str(), answers))
    })
}
