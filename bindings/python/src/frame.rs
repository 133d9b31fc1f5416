//! Record batches on their way to Python, by the Arrow PyCapsule interface: nothing is copied.

use arrow_array::cast::AsArray;
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::types::{
    Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type,
};
use arrow_array::{Array, RecordBatch, RecordBatchIterator};
use arrow_schema::{DataType, SchemaRef};
use pyo3::IntoPyObjectExt;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyList};

/// A table as Arrow record batches.
#[pyclass(frozen, module = "ekbom._ekbom")]
pub(crate) struct Frame {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

impl Frame {
    pub(crate) const fn new(schema: SchemaRef, batches: Vec<RecordBatch>) -> Self {
        Self { schema, batches }
    }
}

impl From<RecordBatch> for Frame {
    fn from(batch: RecordBatch) -> Self {
        Self::new(batch.schema(), vec![batch])
    }
}

#[pymethods]
impl Frame {
    /// Names of the columns.
    #[getter]
    fn columns(&self) -> Vec<String> {
        self.schema.fields().iter().map(|field| field.name().clone()).collect()
    }

    fn __len__(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    /// Why the first row was refused, where every row was; `None` where any was not, or there is none.
    #[pyo3(signature = () -> "str | None")]
    fn refused_everywhere(&self) -> Option<String> {
        let (place, _) = self.schema.column_with_name("ekbom:errors")?;
        let columns = || self.batches.iter().filter_map(|batch| batch.columns().get(place));
        if columns().any(|column| column.null_count() > 0) {
            return None;
        }
        let first = columns().find(|column| !column.is_empty())?;
        first.as_string_view_opt().map(|texts| texts.value(0).to_owned())
    }

    /// The table as an Arrow C stream in a capsule.
    #[pyo3(signature = (requested_schema: "object | None" = None) -> "object")]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // The interface lets a producer that cannot cast give what it has.
        drop(requested_schema);
        let batches = self.batches.clone().into_iter().map(Ok);
        let reader = RecordBatchIterator::new(batches, self.schema.clone());
        PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(reader)), c"arrow_array_stream")
    }

    /// The rows as dictionaries.
    #[pyo3(signature = () -> "list[dict[str, object]]")]
    fn to_dicts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        let rows = PyList::empty(py);
        for batch in &self.batches {
            for row in 0..batch.num_rows() {
                let dict = PyDict::new(py);
                for (field, column) in self.schema.fields().iter().zip(batch.columns()) {
                    dict.set_item(field.name(), cell(py, column, row)?)?;
                }
                rows.append(dict)?;
            }
        }
        Ok(rows)
    }
}

/// The place of a row's label among the labels.
fn key(column: &dyn Array, row: usize) -> Option<usize> {
    macro_rules! of {
        ($($kind:ty)+) => {
            $(if let Some(labels) = column.as_dictionary_opt::<$kind>() {
                return labels.key(row).filter(|place| *place < labels.values().len());
            })+
        };
    }
    of!(Int8Type Int16Type Int32Type UInt8Type UInt16Type UInt32Type);
    None
}

/// One value, of the types that the tables of this package have.
fn cell<'py>(py: Python<'py>, column: &dyn Array, row: usize) -> PyResult<Bound<'py, PyAny>> {
    if column.is_null(row) {
        return Ok(py.None().into_bound(py));
    }
    match column.data_type() {
        DataType::Utf8 => column.as_string::<i32>().value(row).into_bound_py_any(py),
        DataType::Utf8View => column.as_string_view().value(row).into_bound_py_any(py),
        DataType::LargeUtf8 => column.as_string::<i64>().value(row).into_bound_py_any(py),
        DataType::Dictionary(..) => match key(column, row) {
            Some(place) => cell(py, column.as_any_dictionary().values(), place),
            None => Err(PyTypeError::new_err(format!("no Python value for {}", column.data_type()))),
        },
        DataType::Null => Ok(py.None().into_bound(py)),
        DataType::Int32 => column.as_primitive::<Int32Type>().value(row).into_bound_py_any(py),
        DataType::Int64 => column.as_primitive::<Int64Type>().value(row).into_bound_py_any(py),
        DataType::Float32 => column.as_primitive::<Float32Type>().value(row).into_bound_py_any(py),
        DataType::Boolean => column.as_boolean().value(row).into_bound_py_any(py),
        DataType::Float64 => column.as_primitive::<Float64Type>().value(row).into_bound_py_any(py),
        DataType::UInt32 => column.as_primitive::<UInt32Type>().value(row).into_bound_py_any(py),
        DataType::List(_) => {
            let items = column.as_list::<i32>().value(row);
            let list = PyList::empty(py);
            for place in 0..items.len() {
                list.append(cell(py, &items, place)?)?;
            }
            Ok(list.into_any())
        }
        other => Err(PyTypeError::new_err(format!("no Python value for {other}"))),
    }
}
