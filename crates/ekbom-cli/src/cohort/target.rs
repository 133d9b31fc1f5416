//! The table of answers. It appears under its name only when it is whole.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Schema};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;

use super::Said;
use super::partial::{Partial, unwritable};
use super::source::Format;

enum Writer {
    Csv(Box<arrow_csv::Writer<BufWriter<File>>>),
    Parquet(Box<ArrowWriter<BufWriter<File>>>),
    Ipc(Box<arrow_ipc::writer::FileWriter<BufWriter<File>>>),
}

/// The file of answers.
pub(crate) struct Target {
    path: PathBuf,
    schema: Arc<Schema>,
    empty: bool,
    partial: Partial,
    writer: Writer,
}

impl Target {
    pub(crate) fn create(path: &Path, schema: &Arc<Schema>) -> Result<Self, Said> {
        let said = |error: &dyn std::fmt::Display| unwritable(path, error);
        let format = Format::of(path)?;
        let (partial, file) = Partial::create(path)?;
        let file = BufWriter::new(file);
        let writer = match format {
            Format::Csv => {
                Writer::Csv(Box::new(arrow_csv::WriterBuilder::new().with_header(true).build(file)))
            }
            Format::Parquet => {
                let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
                let writer = ArrowWriter::try_new(file, Arc::clone(schema), Some(properties));
                Writer::Parquet(Box::new(writer.map_err(|error| said(&error))?))
            }
            Format::Ipc => {
                let writer = arrow_ipc::writer::FileWriter::try_new(file, schema);
                Writer::Ipc(Box::new(writer.map_err(|error| said(&error))?))
            }
        };
        Ok(Self { path: path.to_owned(), schema: Arc::clone(schema), empty: true, partial, writer })
    }

    pub(crate) fn write(&mut self, batch: &RecordBatch) -> Result<(), Said> {
        self.empty = false;
        let said = |error: &dyn std::fmt::Display| unwritable(&self.path, error);
        match &mut self.writer {
            Writer::Csv(writer) => {
                let flat = flat(batch).map_err(|error| said(&error))?;
                writer.write(&flat).map_err(|error| said(&error))
            }
            Writer::Parquet(writer) => writer.write(batch).map_err(|error| said(&error)),
            Writer::Ipc(writer) => writer.write(batch).map_err(|error| said(&error)),
        }
    }

    /// Writes what is left, waits for the disk, and hands back the file without its name.
    pub(crate) fn finish(mut self) -> Result<Partial, Said> {
        if self.empty {
            // A table without rows has its columns all the same.
            self.write(&RecordBatch::new_empty(Arc::clone(&self.schema)))?;
        }
        let said = |error: &dyn std::fmt::Display| unwritable(&self.path, error);
        match self.writer {
            Writer::Csv(writer) => writer.into_inner().flush().map_err(|error| said(&error))?,
            Writer::Parquet(writer) => {
                let mut file = writer.into_inner().map_err(|error| said(&error))?;
                file.flush().map_err(|error| said(&error))?;
            }
            Writer::Ipc(mut writer) => {
                writer.finish().map_err(|error| said(&error))?;
                writer.get_mut().flush().map_err(|error| said(&error))?;
            }
        }
        self.partial.sync()?;
        Ok(self.partial)
    }
}

/// Lists as texts with bars between, for CSV.
fn flat(batch: &RecordBatch) -> Result<RecordBatch, arrow_schema::ArrowError> {
    let mut fields: Vec<Field> = Vec::new();
    let mut arrays: Vec<ArrayRef> = Vec::new();
    for (field, array) in batch.schema().fields().iter().zip(batch.columns()) {
        match array.as_list_opt::<i32>().filter(|own| own.values().data_type() == &DataType::Utf8) {
            Some(lists) => {
                let texts: StringArray = lists
                    .iter()
                    .map(|list| {
                        let list = list?;
                        let codes: Vec<&str> = list.as_string::<i32>().iter().flatten().collect();
                        Some(codes.join("|"))
                    })
                    .collect();
                fields.push(Field::new(field.name(), DataType::Utf8, true));
                arrays.push(Arc::new(texts));
            }
            None => {
                fields.push(field.as_ref().clone());
                arrays.push(Arc::clone(array));
            }
        }
    }
    RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays)
}
