//! The table of patients, batch by batch.

use std::cell::Cell;
use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Read, Seek, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use arrow_array::RecordBatch;
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use ekbom_cohort::CohortMap;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

use super::footer::footer_holds;
use super::quotes::{LONGEST, Quotes};
use super::{Said, about};
use crate::Batches;

/// Rows read at a time.
const BATCH: usize = 65_536;

/// Rows of CSV read at a time: all texts of a column together have to be counted by a number of 32 bits.
pub(crate) const CSV_ROWS: usize = 8_192;

/// How much there is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Whole {
    Rows(u64),
    Bytes(u64),
}

/// A file of patients.
pub(crate) struct Source {
    pub(crate) schema: SchemaRef,
    pub(crate) batches: Batches,
    pub(crate) whole: Whole,
    /// Bytes read so far.
    pub(crate) read: Arc<AtomicU64>,
}

/// What kind of file a path names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Csv,
    Parquet,
    Ipc,
}

impl Format {
    pub(crate) fn of(path: &Path) -> Result<Self, Said> {
        let extension =
            path.extension().and_then(|own| own.to_str()).unwrap_or_default().to_ascii_lowercase();
        match extension.as_str() {
            "csv" => Ok(Self::Csv),
            "parquet" | "pq" => Ok(Self::Parquet),
            "arrow" | "feather" | "ipc" => Ok(Self::Ipc),
            "xls" | "xlsx" | "xlsm" | "ods" => {
                Err(about(path, &"is a spreadsheet: save its sheet as CSV, and name that file"))
            }
            "xpt" | "sas7bdat" | "sav" | "dta" | "rds" | "rdata" => Err(about(
                path,
                &"is a file of a statistics program: read it there, or with pandas, and write it as Parquet or CSV",
            )),
            "tsv" | "txt" => {
                Err(about(path, &"name it .csv: columns may be apart by tabulators or semicolons"))
            }
            "gz" | "zip" | "zst" | "bz2" | "xz" => {
                Err(about(path, &"is compressed: unpack it, or pipe it, as in `zcat patients.csv.gz`"))
            }
            _ => Err(about(path, &"the extension is none of .csv, .parquet, .arrow")),
        }
    }
}

/// Counts what is read.
struct Counted<R> {
    inner: R,
    read: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, to: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(to)?;
        self.read.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

impl<R: Seek> Seek for Counted<R> {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.inner.seek(to)
    }
}

/// Keeps what is read.
struct Recorded<'r, R> {
    inner: &'r mut R,
    taken: Vec<u8>,
}

impl<R: Read> Read for Recorded<'_, R> {
    fn read(&mut self, to: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(to)?;
        self.taken.extend(to.iter().take(read));
        Ok(read)
    }
}

/// Batches of a file that may be damaged: an error says how far the file could be read.
struct Guarded<I> {
    batches: I,
    rows: u64,
    ended: bool,
}

impl<I: Iterator<Item = Result<RecordBatch, ArrowError>>> Iterator for Guarded<I> {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let made = unpanicked(|| self.batches.next());
        let error = match made {
            Ok(None) => None,
            Ok(Some(Ok(batch))) => {
                self.rows += batch.num_rows() as u64;
                return Some(Ok(batch));
            }
            Ok(Some(Err(error))) => Some(error.to_string()),
            Err(said) => Some(said),
        };
        self.ended = true;
        let error = error.map(|error| match compressed_otherwise(&error) {
            true => format!("{error}; {OTHER_COMPRESSION}"),
            false => error,
        });
        // Whole batches; where the reader knows the line, it names it.
        let place = match self.rows {
            0 => "cannot be read".to_owned(),
            rows => format!("cannot be read beyond row {}", super::grouped(rows)),
        };
        error.map(|error| Err(ArrowError::ExternalError(format!("{place}: {error}").into())))
    }
}

thread_local! {
    /// Does this thread read a file? Then a panic is an error of the file.
    static READING: Cell<bool> = const { Cell::new(false) };
}

/// A panic while a file is read is said once, as an error.
pub(crate) fn hush_readers() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !READING.get() {
            usual(panic);
        }
    }));
}

/// The readers of Arrow and Parquet panic at some damaged files. What panicked is not used again.
fn unpanicked<T>(read: impl FnOnce() -> T) -> Result<T, Said> {
    READING.set(true);
    let made = catch_unwind(AssertUnwindSafe(read));
    READING.set(false);
    made.map_err(|panic| {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no reason given");
        format!("the file is damaged ({text})")
    })
}

/// The places of the columns that are needed; `None` for all.
fn places(map: &CohortMap, schema: &Schema) -> Option<Vec<usize>> {
    let names = map.columns()?;
    // Each of several columns of one name: which is meant is not for this place to say.
    let named = |field: &Field| names.contains(&field.name().as_str());
    let fields = schema.fields().iter().enumerate();
    let places: Vec<usize> = fields.filter(|(_, field)| named(field)).map(|(place, _)| place).collect();
    // What is not there is for the map to say, which knows where it was named.
    (!places.is_empty()).then_some(places)
}

fn projected(schema: &Schema, places: Option<&[usize]>) -> Result<SchemaRef, ArrowError> {
    Ok(Arc::new(match places {
        Some(places) => schema.project(places)?,
        None => schema.clone(),
    }))
}

impl Source {
    pub(crate) fn open(path: &Path, map: &CohortMap) -> Result<Self, Said> {
        let format = Format::of(path)?;
        let file = File::open(path).map_err(|error| about(path, &error))?;
        let found = file.metadata().map_err(|error| about(path, &error))?;
        if found.is_dir() {
            return Err(about(path, &"is a directory"));
        }
        if format != Format::Csv && !found.is_file() {
            return Err(about(
                path,
                &"is no file: Parquet and Arrow files are read from their end; a pipe can hold CSV",
            ));
        }
        let opened = unpanicked(|| match format {
            Format::Parquet => Self::parquet(file, map),
            Format::Ipc => Self::ipc(file, found.len()),
            Format::Csv => Self::csv(file, map, found.len()),
        });
        opened
            .and_then(|opened| opened)
            .map_err(|error| about(path, &format_args!("cannot be read: {error}")))
    }

    fn new<I>(schema: SchemaRef, batches: I, whole: Whole, read: Arc<AtomicU64>) -> Self
    where
        I: Iterator<Item = Result<RecordBatch, ArrowError>> + Send + 'static,
    {
        let batches = Guarded { batches, rows: 0, ended: false };
        Self { schema, batches: Box::new(batches), whole, read }
    }

    fn parquet(file: File, map: &CohortMap) -> Result<Self, Said> {
        let builder = ParquetRecordBatchReaderBuilder::try_new(file).map_err(said)?;
        let rows = u64::try_from(builder.metadata().file_metadata().num_rows()).unwrap_or(0);
        let places = places(map, builder.schema());
        let mask = match &places {
            Some(places) => ProjectionMask::roots(builder.parquet_schema(), places.iter().copied()),
            None => ProjectionMask::all(),
        };
        let schema = projected(builder.schema(), places.as_deref()).map_err(said)?;
        let reader = builder.with_projection(mask).with_batch_size(BATCH).build().map_err(said)?;
        Ok(Self::new(schema, reader, Whole::Rows(rows), Arc::default()))
    }

    fn ipc(mut file: File, bytes: u64) -> Result<Self, Said> {
        footer_holds(&mut file, bytes).map_err(said)?;
        let read = Arc::new(AtomicU64::new(0));
        let counted = Counted { inner: BufReader::new(file), read: Arc::clone(&read) };
        let reader = arrow_ipc::reader::FileReader::try_new(counted, None).map_err(said)?;
        Ok(Self::new(reader.schema(), reader, Whole::Bytes(bytes), read))
    }

    fn csv(file: File, map: &CohortMap, bytes: u64) -> Result<Self, Said> {
        let read = Arc::new(AtomicU64::new(0));
        let mut counted = BufReader::new(Counted { inner: file, read: Arc::clone(&read) });
        let mut first = Vec::new();
        counted.by_ref().take(LONGEST).read_until(b'\n', &mut first).map_err(said)?;
        let delimiter = delimiter(&first);
        let mut rest = Quotes::new(Cursor::new(first).chain(counted), delimiter);
        // Read once, from beginning to end: it may be a pipe.
        let mut head = Recorded { inner: &mut rest, taken: Vec::new() };
        let header = arrow_csv::reader::Format::default().with_header(true).with_delimiter(delimiter);
        let (found, _) = header.infer_schema(&mut head, Some(0)).map_err(said)?;
        let taken = head.taken;
        if found.fields().is_empty() {
            return Err("it is empty: a first line with the names of the columns is needed".to_owned());
        }
        // Texts all: what a cell means is for the map to say, and nothing is guessed from the first rows.
        let fields: Vec<Field> =
            found.fields().iter().map(|field| Field::new(field.name(), DataType::Utf8, true)).collect();
        let schema = Arc::new(Schema::new(fields));
        let places = places(map, &schema);
        let mut builder =
            arrow_csv::ReaderBuilder::new(Arc::clone(&schema)).with_header(true).with_batch_size(CSV_ROWS);
        builder = builder.with_delimiter(delimiter);
        if let Some(places) = &places {
            builder = builder.with_projection(places.clone());
        }
        let schema = projected(&schema, places.as_deref()).map_err(said)?;
        let whole = BufReader::with_capacity(1 << 16, Cursor::new(taken).chain(rest));
        let reader = builder.build_buffered(whole).map_err(said)?;
        Ok(Self::new(schema, reader, Whole::Bytes(bytes), read))
    }
}

/// What to do with a Parquet file whose compression is none of those that are built in.
const OTHER_COMPRESSION: &str = "Parquet is read with zstd, snappy, gzip, brotli, lz4 or uncompressed: write it so, as \
    with `compression=\"zstd\"` in polars, pandas and pyarrow, or write CSV or Arrow";

/// Is it the compression that could not be read?
fn compressed_otherwise(error: &str) -> bool {
    error.contains("Disabled feature at compile time") || error.contains("codec type LZO")
}

/// What stands between the names of the columns: a semicolon or a tabulator where there is no comma, as programs write
/// them in countries with a decimal comma.
fn delimiter(first: &[u8]) -> u8 {
    [b',', b';', b'\t'].into_iter().find(|byte| first.contains(byte)).unwrap_or(b',')
}

fn said(error: impl std::fmt::Display) -> Said {
    error.to_string()
}
