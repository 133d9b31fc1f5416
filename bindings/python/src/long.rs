//! Long tables, one result a row.

use std::sync::Arc;

use arrow_array::{ArrayRef, Int64Array, RecordBatch, RecordBatchReader, StringArray};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use ekbom_cohort::{CohortError, LongCohort, RejectedRow, SideTable, SideTables, Sorting};
use pyo3::prelude::*;

use crate::cohort::{read, reader};
use crate::error::{cohort as refused, columns};
use crate::frame::Frame;
use crate::knowledge::{Knowledge, or_built_in};
use crate::large;

/// Answers a long table, one result a row: a row a person, and the rows that were refused.
///
/// Each source has the Arrow PyCapsule interface, `map` is a cohort map as JSON. Without `memory` the results are sorted
/// by person, which is checked.
#[pyfunction]
#[pyo3(signature = (
    source: "object", map: "str", threads: "int", memory: "int | None", people: "object | None" = None,
    conditions: "object | None" = None, medicines: "object | None" = None, large: "bool" = false,
    knowledge: "Knowledge | None" = None,
) -> "tuple[Frame, Frame]")]
#[expect(clippy::too_many_arguments, reason = "they are named where Python calls it")]
pub(crate) fn assess_long(
    py: Python<'_>,
    source: &Bound<'_, PyAny>,
    map: &str,
    threads: usize,
    memory: Option<usize>,
    people: Option<&Bound<'_, PyAny>>,
    conditions: Option<&Bound<'_, PyAny>>,
    medicines: Option<&Bound<'_, PyAny>>,
    large: bool,
    knowledge: Option<&Bound<'_, Knowledge>>,
) -> PyResult<(Frame, Frame)> {
    let map = read(map)?;
    let tables =
        SideTables { people: side(people)?, conditions: side(conditions)?, medicines: side(medicines)? };
    let source = reader(source)?;
    let knowledge = or_built_in(knowledge);
    let sorting = memory.map_or(Sorting::Sorted, |memory| Sorting::Unsorted { memory });
    py.detach(|| {
        let schema = source.schema();
        let cohort = LongCohort::new(knowledge, &map, &schema, tables, sorting)?;
        let mut cohort = cohort.with_threads(threads);
        let mut made = Vec::new();
        for batch in source {
            made.extend(cohort.push(&batch?)?);
        }
        made.extend(cohort.finish()?);
        let schema: SchemaRef =
            if large { large::schema(&cohort.schema(), &cohort.questions()) } else { cohort.schema() };
        let (mut batches, mut rejected) = (Vec::new(), Vec::new());
        for own in made {
            batches.push(if large { large::batch(&own.output.batch, &schema)? } else { own.output.batch });
            rejected.extend(own.rejected);
        }
        Ok((Frame::new(schema, batches), Frame::from(refused_rows(&rejected)?)))
    })
    .map_err(refused)
}

/// The columns of the results that a map of a long table reads, each once.
#[pyfunction]
#[pyo3(signature = (map: "str") -> "list[str]")]
pub(crate) fn long_columns(map: &str) -> PyResult<Vec<String>> {
    match read(map)?.long {
        Some(long) => long.columns().map_err(refused),
        None => Err(columns(
            "long",
            "the map says nothing of a long table: `{'long': {'preset': 'omop'}}` is one that does",
        )),
    }
}

fn side(source: Option<&Bound<'_, PyAny>>) -> PyResult<Option<SideTable>> {
    let Some(source) = source else { return Ok(None) };
    let reader = reader(source)?;
    let schema = reader.schema();
    let batches = reader.collect::<Result<Vec<_>, _>>();
    Ok(Some(SideTable::new(schema, batches.map_err(|error| columns("", &error.to_string()))?)))
}

fn refused_rows(rejected: &[RejectedRow]) -> Result<RecordBatch, CohortError> {
    let texts = |of: fn(&RejectedRow) -> &str| -> ArrayRef {
        Arc::new(rejected.iter().map(|own| Some(of(own))).collect::<StringArray>())
    };
    let row: Int64Array =
        rejected.iter().map(|own| own.row.and_then(|row| i64::try_from(row).ok())).collect();
    let schema = Schema::new(vec![
        Field::new("table", DataType::Utf8, false),
        Field::new("row", DataType::Int64, true),
        Field::new("person", DataType::Utf8, false),
        Field::new("reason", DataType::Utf8, false),
        Field::new("message", DataType::Utf8, false),
    ]);
    let arrays: Vec<ArrayRef> = vec![
        texts(|own| own.table),
        Arc::new(row),
        texts(|own| &own.person),
        texts(|own| &own.reason),
        texts(|own| &own.message),
    ];
    Ok(RecordBatch::try_new(Arc::new(schema), arrays)?)
}
