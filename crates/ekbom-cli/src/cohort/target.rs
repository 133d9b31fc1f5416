//! The table of answers. It appears under its name only when it is whole.

use std::ffi::OsString;
use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Schema};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;

use super::source::Format;
use super::{Said, about};

/// A file under another name in the same directory, until it is whole.
pub(crate) struct Partial {
    path: PathBuf,
    temporary: PathBuf,
    kept: bool,
}

impl Partial {
    pub(crate) fn create(path: &Path) -> Result<(Self, File), Said> {
        let name = path.file_name().ok_or_else(|| about(path, &"is no name of a file"))?;
        let mut hidden = OsString::from(".");
        hidden.push(name);
        hidden.push(format!(".{}.partial", std::process::id()));
        let temporary = path.with_file_name(hidden);
        let file = OpenOptions::new().write(true).create(true).truncate(true).open(&temporary);
        let file = file.map_err(|error| about(&temporary, &error))?;
        Ok((Self { path: path.to_owned(), temporary, kept: false }, file))
    }

    /// Gives the whole file its name.
    pub(crate) fn keep(mut self, file: &File) -> Result<(), Said> {
        file.sync_all().map_err(|error| about(&self.temporary, &error))?;
        std::fs::rename(&self.temporary, &self.path).map_err(|error| about(&self.path, &error))?;
        self.kept = true;
        Ok(())
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        if !self.kept {
            // A run that failed leaves nothing; there is nobody left to tell if that fails too.
            let _ = std::fs::remove_file(&self.temporary);
        }
    }
}

enum Writer {
    Csv(Box<arrow_csv::Writer<BufWriter<File>>>),
    Parquet(Box<ArrowWriter<BufWriter<File>>>),
    Ipc(Box<arrow_ipc::writer::FileWriter<BufWriter<File>>>),
}

/// The file of answers.
pub(crate) struct Target {
    partial: Partial,
    handle: File,
    writer: Writer,
}

impl Target {
    pub(crate) fn create(path: &Path, schema: &Arc<Schema>) -> Result<Self, Said> {
        let said = |error: &dyn std::fmt::Display| about(path, error);
        let format = Format::of(path)?;
        let (partial, file) = Partial::create(path)?;
        let handle = file.try_clone().map_err(|error| said(&error))?;
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
        Ok(Self { partial, handle, writer })
    }

    pub(crate) fn write(&mut self, batch: &RecordBatch) -> Result<(), Said> {
        let said = |error: &dyn std::fmt::Display| error.to_string();
        match &mut self.writer {
            Writer::Csv(writer) => {
                let flat = flat(batch).map_err(|error| said(&error))?;
                writer.write(&flat).map_err(|error| said(&error))
            }
            Writer::Parquet(writer) => writer.write(batch).map_err(|error| said(&error)),
            Writer::Ipc(writer) => writer.write(batch).map_err(|error| said(&error)),
        }
    }

    pub(crate) fn finish(self) -> Result<(), Said> {
        let said = |error: &dyn std::fmt::Display| error.to_string();
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
        self.partial.keep(&self.handle)
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
