//! `ekbom cohort` with a long table: one result a row in, a row a person out.

use std::fmt::Write as _;
use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Instant;

use ekbom::Knowledge;
use ekbom_cohort::{
    CohortError, CohortMap, LongCohort, LongOutput, RejectedRow, SideTable, SideTables, Sorting,
};

use super::partial::{Partial, unwritable};
use super::source::{Whole, hush_readers};
use super::summary::Summary;
use super::target::Target;
use super::{CohortOptions, Said, Source, about, apart, bar, grouped};
use crate::failure::tell;

/// Runs the command; says whether a row or a person was refused.
pub(super) fn run(options: &CohortOptions, map: &CohortMap, knowledge: Arc<Knowledge>) -> Result<bool, Said> {
    let rejects = options.rejects.clone().unwrap_or_else(|| options.output.with_extension("rejects.csv"));
    apart(options, &rejects)?;
    hush_readers();
    let of_map = |error: CohortError| about(&options.map, &error);
    let columns = match &map.long {
        Some(long) => long.columns().map_err(of_map)?,
        None => Vec::new(),
    };
    let source = Source::open(&options.input, &reads(Some(columns)))?;
    let tables = SideTables {
        people: side(options.people.as_deref())?,
        conditions: side(options.conditions.as_deref())?,
        medicines: side(options.medicines.as_deref())?,
    };
    let sorting = match options.sorted {
        true => Sorting::Sorted,
        false => Sorting::Unsorted { memory: options.memory.saturating_mul(1 << 20) },
    };
    let threads =
        options.threads.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from));
    let cohort = LongCohort::new(knowledge, map, &source.schema, tables, sorting).map_err(of_map)?;
    let mut cohort = cohort.with_threads(threads);
    let mut target = Target::create(&options.output, &cohort.schema())?;
    let mut refused = Rejects::create(&rejects)?;
    let mut summary = Summary::default();
    let (bar, started) = (bar(&source), Instant::now());
    let (read, whole) = (Arc::clone(&source.read), source.whole);
    let mut rows = 0;
    for batch in source.batches {
        let batch = batch.map_err(|error| about(&options.input, &error))?;
        rows += batch.num_rows() as u64;
        let made = cohort.push(&batch).map_err(|error| about(&options.input, &advised(error)))?;
        write(made, &mut summary, &mut target, &mut refused)?;
        bar.set_position(match whole {
            Whole::Rows(_) => rows,
            Whole::Bytes(_) => read.load(Ordering::Relaxed),
        });
        bar.set_message(format!("{} rows", grouped(rows)));
    }
    let made = cohort.finish().map_err(|error| about(&options.input, &error))?;
    write(made, &mut summary, &mut target, &mut refused)?;
    bar.finish_and_clear();
    let count = refused.count;
    // As for wide tables: both are whole before one of them has its name, and the answers come last.
    let answers = target.finish()?;
    refused.finish()?;
    if let Err(error) = answers.keep() {
        let _ = std::fs::remove_file(&rejects);
        return Err(error);
    }
    if count == 0 {
        match std::fs::remove_file(&rejects) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(about(&rejects, &error)),
            _ => {}
        }
    } else {
        tell(&format!("{} rows or people refused: see {}", grouped(count), rejects.display()));
    }
    if !options.quiet {
        let mut text = format!("{} rows of results; ", grouped(rows));
        for (reason, count) in cohort.skipped() {
            let _ = write!(text, "{} {}, ", grouped(*count), words(reason));
        }
        text.truncate(text.trim_end_matches([',', ' ', ';']).len());
        let _ = write!(text, "\n{}", summary.text(started.elapsed()));
        match std::io::stdout().write_all(text.as_bytes()) {
            // A reader that has gone away is no failure.
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                let done = format!("{} is whole", options.output.display());
                return Err(format!("standard output cannot be written: {error}; {done}"));
            }
            _ => {}
        }
    }
    Ok(count > 0)
}

/// Why rows were not read, for the summary.
fn words(reason: &str) -> &str {
    match reason {
        "not_used" => "with a code that no rule reads",
        "known_not_used" => "with a code that is known and not read",
        "no_code" => "without a code",
        "no_value" => "without a value",
        "older_than_look_back" => "older than the look-back",
        "later_than_as_of" => "later than the day asked about",
        "newer_same_day" => "with a newer one of the same day",
        "equal_to_another" => "said twice",
        "other_sample" => "of another sample of the day",
        "not_mapped" => "of diagnoses that are not mapped",
        "person_not_in_people" => "people who are not in the table of people",
        other => other,
    }
}

/// What to do where the memory is too small.
fn advised(error: CohortError) -> String {
    match &error {
        CohortError::Memory { .. } => format!(
            "{error} (--sorted, or --memory with MiB). DuckDB sorts a file of any size: \
             COPY (SELECT * FROM 'results.csv' ORDER BY person) TO 'sorted.parquet' (COMPRESSION snappy)"
        ),
        _ => error.to_string(),
    }
}

fn write(
    made: Vec<LongOutput>,
    summary: &mut Summary,
    target: &mut Target,
    refused: &mut Rejects,
) -> Result<(), Said> {
    for LongOutput { output, rejected } in made {
        summary.add(&output);
        for own in &rejected {
            refused.add(own)?;
        }
        target.write(&output.batch)?;
    }
    Ok(())
}

/// A map that reads so many columns of a file; all of them where none are named.
fn reads(columns: Option<Vec<String>>) -> CohortMap {
    CohortMap { keep: columns, ..CohortMap::default() }
}

fn side(path: Option<&Path>) -> Result<Option<SideTable>, Said> {
    let Some(path) = path else { return Ok(None) };
    let source = Source::open(path, &reads(None))?;
    let batches = source.batches.collect::<Result<Vec<_>, _>>();
    Ok(Some(SideTable::new(source.schema, batches.map_err(|error| about(path, &error))?)))
}

/// The file of refused rows; it stays when there is one.
struct Rejects {
    path: std::path::PathBuf,
    partial: Partial,
    file: std::io::BufWriter<std::fs::File>,
    count: u64,
}

impl Rejects {
    fn create(path: &Path) -> Result<Self, Said> {
        let (partial, file) = Partial::create(path)?;
        let mut file = std::io::BufWriter::new(file);
        writeln!(file, "table,row,person,reason,message").map_err(|error| unwritable(path, &error))?;
        Ok(Self { path: path.to_owned(), partial, file, count: 0 })
    }

    fn add(&mut self, own: &RejectedRow) -> Result<(), Said> {
        self.count += 1;
        // Rows are counted from one here, as in a spreadsheet without its header.
        let row = own.row.map_or_else(String::new, |row| (row + 1).to_string());
        let mut line = own.table.to_owned();
        for field in [&row, &own.person, &own.reason, &own.message] {
            let quoted = field.contains(['"', ',', '\n', '\r']);
            let text = if quoted { format!("\"{}\"", field.replace('"', "\"\"")) } else { field.clone() };
            let _ = write!(line, ",{text}");
        }
        writeln!(self.file, "{line}").map_err(|error| unwritable(&self.path, &error))
    }

    fn finish(self) -> Result<(), Said> {
        if self.count == 0 {
            return Ok(());
        }
        let written = self.file.into_inner().map_err(|error| error.into_error());
        drop(written.map_err(|error| unwritable(&self.path, &error))?);
        self.partial.sync()?;
        self.partial.keep()
    }
}
