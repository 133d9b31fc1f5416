//! The table of patients, batch by batch.

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use ekbom_cohort::CohortMap;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

use super::guard::{CSV_ROWS, Rows, Sound, footer_holds, sound};
use super::{Said, about};
use crate::Batches;

/// Rows read at a time.
const BATCH: usize = 65_536;

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

/// The places of the columns that are needed; `None` for all.
fn places(map: &CohortMap, schema: &Schema) -> Option<Vec<usize>> {
    let names = map.columns()?;
    let mut places: Vec<usize> = names.iter().filter_map(|name| schema.index_of(name).ok()).collect();
    places.sort_unstable();
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
        let said = |error: &dyn std::fmt::Display| about(path, error);
        let format = Format::of(path)?;
        let file = File::open(path).map_err(|error| said(&error))?;
        let bytes = file.metadata().map_err(|error| said(&error))?.len();
        let read = Arc::new(AtomicU64::new(0));
        match format {
            Format::Parquet => {
                let builder = sound(|| Ok(ParquetRecordBatchReaderBuilder::try_new(file)?));
                let builder = builder.map_err(|error| said(&error))?;
                let rows = u64::try_from(builder.metadata().file_metadata().num_rows()).unwrap_or(0);
                let places = places(map, builder.schema());
                let mask = match &places {
                    Some(places) => ProjectionMask::roots(builder.parquet_schema(), places.iter().copied()),
                    None => ProjectionMask::all(),
                };
                let schema = projected(builder.schema(), places.as_deref()).map_err(|error| said(&error))?;
                let reader = sound(|| Ok(builder.with_projection(mask).with_batch_size(BATCH).build()?));
                let batches = Box::new(Sound(Some(reader.map_err(|error| said(&error))?)));
                Ok(Self { schema, batches, whole: Whole::Rows(rows), read })
            }
            Format::Ipc => {
                let mut file = file;
                sound(|| footer_holds(&mut file, bytes)).map_err(|error| said(&error))?;
                let counted = Counted { inner: BufReader::new(file), read: Arc::clone(&read) };
                let reader = sound(|| arrow_ipc::reader::FileReader::try_new(counted, None));
                let reader = reader.map_err(|error| said(&error))?;
                let schema = reader.schema();
                Ok(Self { schema, batches: Box::new(Sound(Some(reader))), whole: Whole::Bytes(bytes), read })
            }
            Format::Csv => {
                let header = arrow_csv::reader::Format::default().with_header(true);
                let (found, _) = header
                    .infer_schema(Rows::new(BufReader::new(&file)), Some(0))
                    .map_err(|error| said(&error))?;
                // Texts all: what a cell means is for the map to say, and nothing is guessed from the first rows.
                let fields: Vec<Field> = found
                    .fields()
                    .iter()
                    .map(|field| Field::new(field.name(), DataType::Utf8, true))
                    .collect();
                let schema = Arc::new(Schema::new(fields));
                let mut file = file;
                file.seek(SeekFrom::Start(0)).map_err(|error| said(&error))?;
                let counted = Rows::new(Counted { inner: file, read: Arc::clone(&read) });
                let places = places(map, &schema);
                let mut builder = arrow_csv::ReaderBuilder::new(Arc::clone(&schema))
                    .with_header(true)
                    .with_batch_size(CSV_ROWS);
                if let Some(places) = &places {
                    builder = builder.with_projection(places.clone());
                }
                let schema = projected(&schema, places.as_deref()).map_err(|error| said(&error))?;
                let reader = builder.build(counted).map_err(|error| said(&error))?;
                Ok(Self { schema, batches: Box::new(reader), whole: Whole::Bytes(bytes), read })
            }
        }
    }
}
