//! Cohorts: Arrow in, Arrow out, by the Arrow C data interface.

use std::ffi::CStr;
use std::mem::MaybeUninit;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::NonNull;
use std::sync::Arc;

use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi};
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{Array, RecordBatch, RecordBatchReader, StructArray};
use arrow_schema::{ArrowError, DataType, Schema, SchemaRef};

use ::ekbom_cohort::{Answers, Cohort, CohortError, CohortMap};

use crate::arrow::{ArrowArray, ArrowArrayStream, ArrowSchema};
use crate::call::{Failure, call, end, free, need};
use crate::error::ekbom_error;
use crate::knowledge::ekbom_knowledge;
use crate::status::ekbom_status;
use crate::text::ekbom_str;

/// More threads than this are a mistake.
const MOST_THREADS: u32 = 4096;

/// A map bound to the columns of a table: which column is what, in which unit, and what is asked. Build it once;
/// several threads may answer batches with it at a time. It needs the knowledge no longer once it is made.
pub struct ekbom_cohort {
    cohort: Cohort,
    columns: Arc<Schema>,
}

impl Failure {
    fn arrow(field: &str, message: String) -> Self {
        Self::new(ekbom_status::InvalidArrow, field, "", message, Vec::new())
    }

    fn cohort(field: &str, error: CohortError) -> Self {
        match error {
            CohortError::Map { place, message } => {
                let field = if place.is_empty() { "map".to_owned() } else { format!("map.{place}") };
                Self::new(ekbom_status::InvalidArgument, &field, "", message, Vec::new())
            }
            CohortError::Refused(refusal) => {
                let message = format!("row {}: {}", refusal.row, refusal.message);
                let field = format!("{field}[{}].{}", refusal.row, refusal.column);
                Self::new(
                    ekbom_status::InvalidPatient,
                    &field,
                    &refusal.value,
                    message,
                    refusal.accepted.clone(),
                )
            }
            error => Self::arrow(field, error.to_string()),
        }
    }
}

/// What a library for Arrow makes of what C hands it: it may assert where that is not what it says it is.
fn imported<T>(import: impl FnOnce() -> Result<T, ArrowError>) -> Result<T, ArrowError> {
    catch_unwind(AssertUnwindSafe(import)).unwrap_or_else(|payload| {
        end(payload);
        Err(wrong("it contradicts itself"))
    })
}

fn wrong(what: impl Into<String>) -> ArrowError {
    ArrowError::CDataInterface(what.into())
}

/// Binds a map to the columns of a table. `map` is TOML, as `docs/src/cohort.md` describes it; `columns` the schema of a
/// struct whose fields are the columns, which stays the caller's.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_cohort_new(
    knowledge: Option<&ekbom_knowledge>,
    map: ekbom_str,
    columns: Option<&ArrowSchema>,
    cohort: Option<&mut MaybeUninit<Option<Box<ekbom_cohort>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let (knowledge, columns) = (need(knowledge, "knowledge")?, need(columns, "columns")?);
        let cohort = need(cohort, "cohort")?;
        let map = CohortMap::from_toml(map.read("map")?).map_err(|error| Failure::cohort("map", error))?;
        let columns =
            Arc::new(schema_of(columns).map_err(|error| Failure::arrow("columns", error.to_string()))?);
        let made = Cohort::new(Arc::clone(&knowledge.knowledge), &map, &columns);
        let made = made.map_err(|error| Failure::cohort("columns", error))?;
        cohort.write(Some(Box::new(ekbom_cohort { cohort: made, columns })));
        Ok(())
    })
}

/// The columns of the answers, as a struct; the caller releases it.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_cohort_schema(
    cohort: Option<&ekbom_cohort>,
    schema: Option<&mut MaybeUninit<ArrowSchema>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let (cohort, schema) = (need(cohort, "cohort")?, need(schema, "schema")?);
        let made = FFI_ArrowSchema::try_from(cohort.cohort.schema().as_ref());
        let made = made.map_err(|error| Failure::arrow("schema", error.to_string()))?;
        // SAFETY: both are `struct ArrowSchema`.
        unsafe { schema.as_mut_ptr().cast::<FFI_ArrowSchema>().write(made) };
        Ok(())
    })
}

/// Answers a batch: `rows` is a struct array with the columns that the cohort was bound to. It is taken over, and
/// released even when the call fails; only where `cohort`, `rows` or `answers` is NULL it stays the caller's. `answers`
/// receives a struct array with a row for every row, whose schema is that of `ekbom_cohort_schema`; the caller releases
/// it.
///
/// What lies behind the pointers of `rows` cannot be checked: they must be what the Arrow C data interface says. Lengths,
/// offsets and texts are checked.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_assess_arrow(
    cohort: Option<&ekbom_cohort>,
    rows: Option<NonNull<ArrowArray>>,
    answers: Option<&mut MaybeUninit<ArrowArray>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let (cohort, rows, answers) =
            (need(cohort, "cohort")?, need(rows, "rows")?, need(answers, "answers")?);
        // SAFETY: it is not NULL, and the caller promises a `struct ArrowArray`. It is moved out and a released one left
        // behind, as a consumer must.
        let rows = unsafe { FFI_ArrowArray::from_raw(rows.as_ptr().cast()) };
        let bad = |error: ArrowError| Failure::arrow("rows", error.to_string());
        let batch = batch_of(rows, &exported(&cohort.columns).map_err(bad)?).map_err(bad)?;
        let made = cohort.cohort.run(&batch).map_err(|error| Failure::cohort("rows", error))?;
        let made = FFI_ArrowArray::new(&StructArray::from(made.batch).to_data());
        // SAFETY: both are `struct ArrowArray`.
        unsafe { answers.as_mut_ptr().cast::<FFI_ArrowArray>().write(made) };
        Ok(())
    })
}

/// Answers a stream of batches as the answers are asked for: `answers` receives a stream that reads `rows` and that the
/// caller releases. `threads` is how many work for it; with 0 or 1 it is the thread that asks. `rows` is taken over, even
/// when the call fails; only where `cohort`, `rows` or `answers` is NULL it stays the caller's. With several threads `rows`
/// is read on another thread than this.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_assess_arrow_stream(
    cohort: Option<&ekbom_cohort>,
    rows: Option<NonNull<ArrowArrayStream>>,
    threads: u32,
    answers: Option<&mut MaybeUninit<ArrowArrayStream>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let (cohort, rows, answers) =
            (need(cohort, "cohort")?, need(rows, "rows")?, need(answers, "answers")?);
        // SAFETY: it is not NULL, and the caller promises a `struct ArrowArrayStream`.
        let sound = unsafe { rows.as_ref() }.check();
        // SAFETY: as above. It is moved out and a released one left behind, as a consumer must.
        let stream = unsafe { FFI_ArrowArrayStream::from_raw(rows.as_ptr().cast()) };
        sound.map_err(|why| Failure::arrow("rows", why))?;
        if threads > MOST_THREADS {
            return Err(Failure::too_long("threads", threads as usize, MOST_THREADS as usize));
        }
        let rows = Rows::new(stream).map_err(|error| Failure::arrow("rows", error.to_string()))?;
        let reader = cohort.cohort.reader(rows, threads as usize);
        let made = FFI_ArrowArrayStream::new(Box::new(Guarded(reader)));
        // SAFETY: both are `struct ArrowArrayStream`.
        unsafe { answers.as_mut_ptr().cast::<FFI_ArrowArrayStream>().write(made) };
        Ok(())
    })
}

/// Frees it. Streams of answers stay valid.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_cohort_free(cohort: Option<Box<ekbom_cohort>>) {
    free(cohort);
}

fn schema_of(columns: &ArrowSchema) -> Result<Schema, ArrowError> {
    columns.check().map_err(wrong)?;
    // SAFETY: both are `struct ArrowSchema`, and what can be seen of it is sound.
    let columns = unsafe { &*std::ptr::from_ref(columns).cast::<FFI_ArrowSchema>() };
    imported(|| Schema::try_from(columns))
}

fn exported(columns: &Schema) -> Result<FFI_ArrowSchema, ArrowError> {
    FFI_ArrowSchema::try_from(columns)
}

/// The batch that a struct array is. Lengths, offsets and texts are checked.
fn batch_of(rows: FFI_ArrowArray, columns: &FFI_ArrowSchema) -> Result<RecordBatch, ArrowError> {
    // SAFETY: both are `struct ArrowSchema`.
    let own = unsafe { &*std::ptr::from_ref(columns).cast::<ArrowSchema>() };
    // SAFETY: both are `struct ArrowArray`.
    let array = unsafe { &*std::ptr::from_ref(&rows).cast::<ArrowArray>() };
    array.check(own).map_err(wrong)?;
    imported(|| {
        // SAFETY: the caller promises that what lies behind the pointers is what the array says; that the array is what
        // the schema says was seen above, as far as it can be.
        let data = unsafe { from_ffi(rows, columns) }?;
        if !matches!(data.data_type(), DataType::Struct(_)) || data.null_count() > 0 {
            return Err(wrong("rows are a struct array without nulls of its own"));
        }
        data.validate_full()?;
        Ok(RecordBatch::from(StructArray::from(data)))
    })
}

/// The batches of a stream.
struct Rows {
    stream: FFI_ArrowArrayStream,
    columns: FFI_ArrowSchema,
}

impl Rows {
    fn new(stream: FFI_ArrowArrayStream) -> Result<Self, ArrowError> {
        let mut own = Self { stream, columns: FFI_ArrowSchema::empty() };
        let Some(get_schema) = own.stream.get_schema else { return Err(own.last_error()) };
        // SAFETY: the function of this stream, called with it as the specification says.
        if unsafe { get_schema(&raw mut own.stream, &raw mut own.columns) } != 0 {
            return Err(own.last_error());
        }
        // SAFETY: both are `struct ArrowSchema`.
        unsafe { &*std::ptr::from_ref(&own.columns).cast::<ArrowSchema>() }.check().map_err(wrong)?;
        Ok(own)
    }

    fn last_error(&mut self) -> ArrowError {
        // SAFETY: the function of this stream; it has just failed, which is when it may be asked.
        let said = self.stream.get_last_error.map(|ask| unsafe { ask(&raw mut self.stream) });
        let said = said.and_then(|text| NonNull::new(text.cast_mut())).map(|text| {
            // SAFETY: a text that ends with a zero byte, valid until the stream is called again.
            unsafe { CStr::from_ptr(text.as_ptr()) }.to_string_lossy().into_owned()
        });
        wrong(said.unwrap_or_else(|| "the stream failed and does not say why".to_owned()))
    }
}

impl Iterator for Rows {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        let get_next = self.stream.get_next?;
        let mut rows = FFI_ArrowArray::empty();
        // SAFETY: the function of this stream, called with it as the specification says.
        if unsafe { get_next(&raw mut self.stream, &raw mut rows) } != 0 {
            return Some(Err(self.last_error()));
        }
        if rows.is_released() { None } else { Some(batch_of(rows, &self.columns)) }
    }
}

/// Answers on their way to C, where a panic would end the program, and a zero byte a text.
struct Guarded(Answers<Rows>);

impl Iterator for Guarded {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        let made = catch_unwind(AssertUnwindSafe(|| self.0.next())).unwrap_or_else(|payload| {
            end(payload);
            Some(Err(wrong("the library has a bug, and stopped")))
        });
        made.map(|made| made.map_err(|error| wrong(error.to_string().replace('\0', "\u{fffd}"))))
    }
}

impl RecordBatchReader for Guarded {
    fn schema(&self) -> SchemaRef {
        self.0.schema()
    }
}
