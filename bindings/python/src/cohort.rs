//! Tables of patients.

use std::sync::Arc;

use arrow_array::ffi_stream::{ArrowArrayStreamReader, FFI_ArrowArrayStream};
use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::{ArrowError, SchemaRef};
use ekbom_cohort::{Cohort, CohortError, CohortMap};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use crate::KNOWLEDGE;
use crate::error::{cohort as refused, columns};
use crate::frame::Frame;
use crate::knowledge::{Knowledge, or_built_in};
use crate::large;

/// Answers a table of patients.
///
/// `source` has the Arrow PyCapsule interface, `map` is a cohort map as JSON. Nothing is copied on the way in, and the
/// interpreter is free meanwhile. With `large`, answers that the map wants as categories come as large strings.
#[pyfunction]
#[pyo3(signature = (source: "object", map: "str", threads: "int", large: "bool" = false, knowledge: "Knowledge | None" = None) -> "Frame")]
pub(crate) fn assess_frame(
    py: Python<'_>,
    source: &Bound<'_, PyAny>,
    map: &str,
    threads: usize,
    large: bool,
    knowledge: Option<&Bound<'_, Knowledge>>,
) -> PyResult<Frame> {
    let (map, reader) = (read(map)?, reader(source)?);
    let knowledge = or_built_in(knowledge);
    py.detach(|| answers(knowledge, reader, &map, threads, large)).map_err(refused)
}

/// The columns that a map reads or keeps, each once; `None` where it keeps all.
#[pyfunction]
#[pyo3(signature = (map: "str") -> "list[str] | None")]
pub(crate) fn map_columns(map: &str) -> PyResult<Option<Vec<String>>> {
    Ok(read(map)?.columns().map(|names| names.into_iter().map(ToOwned::to_owned).collect()))
}

/// The patient of a row, as JSON.
#[pyfunction]
#[pyo3(signature = (source: "object", map: "str", row: "int") -> "str")]
pub(crate) fn patient_of(source: &Bound<'_, PyAny>, map: &str, row: usize) -> PyResult<String> {
    let (map, reader) = (read(map)?, reader(source)?);
    let cohort = Cohort::new(Arc::clone(&KNOWLEDGE), &map, &reader.schema()).map_err(refused)?;
    let mut left = row;
    for batch in reader {
        let batch = batch.map_err(|error| columns("", &error.to_string()))?;
        if left < batch.num_rows() {
            let patient = cohort.patient(&batch, left).map_err(refused)?;
            return patient.to_json().map_err(|errors| crate::error::refused(&errors));
        }
        left -= batch.num_rows();
    }
    Err(columns("row", &format!("there is no row {row}")))
}

pub(crate) fn read(map: &str) -> PyResult<CohortMap> {
    serde_json::from_str(map).map_err(|error| columns("", &error.to_string()))
}

fn answers(
    knowledge: Arc<ekbom::Knowledge>,
    reader: ArrowArrayStreamReader,
    map: &CohortMap,
    threads: usize,
    large: bool,
) -> Result<Frame, CohortError> {
    let cohort = Cohort::new(knowledge, map, &reader.schema())?;
    let schema: SchemaRef =
        if large { large::schema(&cohort.schema(), &cohort.questions()) } else { cohort.schema() };
    let mut batches: Vec<RecordBatch> = Vec::new();
    cohort.stream(reader, threads, |output| {
        batches.push(if large { large::batch(&output.batch, &schema)? } else { output.batch });
        Ok::<(), CohortError>(())
    })?;
    Ok(Frame::new(schema, batches))
}

/// Takes over the stream of a producer.
#[expect(unsafe_code, reason = "the C stream in a capsule becomes a reader")]
pub(crate) fn reader(source: &Bound<'_, PyAny>) -> PyResult<ArrowArrayStreamReader> {
    let capsule = source.call_method0("__arrow_c_stream__")?;
    let capsule = capsule.cast::<PyCapsule>().map_err(|_| columns("", "no capsule with an Arrow stream"))?;
    // The name is checked: another kind of capsule is refused.
    let pointer = capsule.pointer_checked(Some(c"arrow_array_stream"))?;
    // SAFETY: by the PyCapsule interface the pointer is to a stream that stays valid for as long as the capsule, which
    // outlives this call. `from_raw` moves the stream out and leaves a released one behind, as a consumer must.
    let stream = unsafe { FFI_ArrowArrayStream::from_raw(pointer.as_ptr().cast()) };
    ArrowArrayStreamReader::try_new(stream).map_err(|error: ArrowError| columns("", &error.to_string()))
}
