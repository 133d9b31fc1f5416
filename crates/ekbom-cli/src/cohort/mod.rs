//! `ekbom cohort`: a table of patients in a file, a table of answers in another.

mod guard;
mod source;
mod summary;
mod target;

use std::fmt::Write as _;
use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use clap::Args;
use ekbom::Knowledge;
use ekbom_cohort::{Cohort, CohortError, CohortMap, Refused};
use indicatif::{ProgressBar, ProgressStyle};

pub(crate) use source::Source;
use source::Whole;
use summary::Summary;
use target::{Partial, Target};

/// What went wrong, for the reader.
pub(crate) type Said = String;

/// Answers a table of patients: CSV, Parquet or Arrow, by the extension of each file.
#[derive(Args, Debug)]
pub(crate) struct CohortOptions {
    /// The table of patients: `.csv`, `.parquet`, `.arrow` (also `.feather`, `.ipc`)
    pub(crate) input: PathBuf,
    /// The table of answers, in the order of the patients
    pub(crate) output: PathBuf,
    /// Which column is what, and what is asked (TOML)
    #[arg(long)]
    pub(crate) map: PathBuf,
    /// Stop at the first row that cannot be accepted
    #[arg(long)]
    pub(crate) strict: bool,
    /// Where rows that were refused go; beside the output otherwise, as `.rejects.csv`
    #[arg(long)]
    pub(crate) rejects: Option<PathBuf>,
    /// Threads; as many as there are processors otherwise
    #[arg(long)]
    pub(crate) threads: Option<usize>,
    /// No summary at the end
    #[arg(long)]
    pub(crate) quiet: bool,
}

/// What ends a run early.
enum Ended {
    Cohort(CohortError),
    Said(Said),
}

impl From<CohortError> for Ended {
    fn from(error: CohortError) -> Self {
        Self::Cohort(error)
    }
}

impl From<arrow_schema::ArrowError> for Ended {
    fn from(error: arrow_schema::ArrowError) -> Self {
        Self::Said(error.to_string())
    }
}

impl From<Said> for Ended {
    fn from(text: Said) -> Self {
        Self::Said(text)
    }
}

/// Runs the command; says whether a row was refused.
pub(crate) fn run(options: &CohortOptions) -> Result<bool, Said> {
    let text = std::fs::read_to_string(&options.map).map_err(|error| about(&options.map, &error))?;
    let mut map = CohortMap::from_toml(&text).map_err(|error| about(&options.map, &error))?;
    if options.strict {
        map.refused = Refused::Raise;
    }
    map.keep.get_or_insert_with(|| vec!["*".to_owned()]);
    let source = Source::open(&options.input, &map)?;
    let cohort = Cohort::new(Arc::new(Knowledge::builtin()), &map, &source.schema)
        .map_err(|error| about(&options.map, &error))?;
    let mut target = Target::create(&options.output, &cohort.schema())?;
    let rejects = options.rejects.clone().unwrap_or_else(|| options.output.with_extension("rejects.csv"));
    let mut refused = Rejects { path: rejects, file: None, rows: 0, last: None };
    let mut summary = Summary::default();
    let bar = bar(&source);
    let started = Instant::now();
    let (read, whole) = (Arc::clone(&source.read), source.whole);
    let threads =
        options.threads.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from));
    let done = cohort.stream::<Ended>(source.batches, threads, |output| {
        summary.add(&output);
        for refusal in &output.refusals {
            refused.add(refusal)?;
        }
        target.write(&output.batch)?;
        let rows = summary.rows();
        bar.set_position(match whole {
            Whole::Rows(_) => rows,
            Whole::Bytes(_) => read.load(Ordering::Relaxed),
        });
        let rate = rows as f64 / started.elapsed().as_secs_f64().max(1e-6);
        bar.set_message(format!("{} rows, {} rows/s", grouped(rows), grouped(rate as u64)));
        Ok(())
    });
    bar.finish_and_clear();
    match done {
        Ok(()) => {}
        Err(Ended::Said(text)) => return Err(about(&options.input, &text)),
        Err(Ended::Cohort(error)) => return Err(about(&options.input, &error)),
    }
    let was_refused = refused.rows > 0;
    if let Some((path, rows)) = refused.finish()? {
        eprintln!("ekbom: {} rows refused: see {}", grouped(rows), path.display());
    }
    target.finish()?;
    if !options.quiet {
        let text = summary.text(started.elapsed());
        // A reader that has gone away is no failure.
        let _ = std::io::stdout().write_all(text.as_bytes());
    }
    Ok(was_refused)
}

pub(crate) fn about(path: &Path, error: &dyn std::fmt::Display) -> Said {
    format!("{}: {error}", path.display())
}

/// Seen on a terminal only.
fn bar(source: &Source) -> ProgressBar {
    let bar = match source.whole {
        Whole::Rows(rows) => ProgressBar::new(rows),
        Whole::Bytes(bytes) => ProgressBar::new(bytes),
    };
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {percent:>3}%  {msg}  {eta} left") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

/// 1234567 as 1,234,567.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The file of refused rows, made when there is one.
struct Rejects {
    path: PathBuf,
    file: Option<(Partial, std::io::BufWriter<File>)>,
    rows: u64,
    last: Option<u64>,
}

impl Rejects {
    fn add(&mut self, refusal: &ekbom_cohort::Refusal) -> Result<(), Said> {
        if self.file.is_none() {
            let (partial, file) = Partial::create(&self.path)?;
            let mut file = std::io::BufWriter::new(file);
            writeln!(file, "row,column,field,value,reason,accepted")
                .map_err(|error| about(&self.path, &error))?;
            self.file = Some((partial, file));
        }
        if self.last != Some(refusal.row) {
            self.rows += 1;
            self.last = Some(refusal.row);
        }
        let mut line = String::new();
        // Rows are counted from one here, as in a spreadsheet without its header.
        let _ = write!(line, "{}", refusal.row + 1);
        let accepted = refusal.accepted.join("; ");
        for field in [&refusal.column, &refusal.field, &refusal.value, &refusal.message, &accepted] {
            let quoted = field.contains(['"', ',', '\n', '\r']);
            let text = if quoted { format!("\"{}\"", field.replace('"', "\"\"")) } else { field.clone() };
            let _ = write!(line, ",{text}");
        }
        match &mut self.file {
            Some((_, file)) => writeln!(file, "{line}").map_err(|error| about(&self.path, &error)),
            None => Ok(()),
        }
    }

    fn finish(self) -> Result<Option<(PathBuf, u64)>, Said> {
        let Some((partial, file)) = self.file else { return Ok(None) };
        let file = file.into_inner().map_err(|error| about(&self.path, &error.to_string()))?;
        partial.keep(&file)?;
        Ok(Some((self.path, self.rows)))
    }
}
