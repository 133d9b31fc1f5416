//! `ekbom cohort`: a table of patients in a file, a table of answers in another.

mod footer;
mod long;
mod moved;
// That of Arrow, as for all with this feature.
#[clippy::msrv = "1.89"]
mod partial;
mod quotes;
mod source;
mod summary;
mod target;

use std::fmt::Write as _;
use std::fs::File;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use clap::Args;
use ekbom::Knowledge;
use ekbom_cohort::{Cohort, CohortError, CohortMap, Refused};
use indicatif::{ProgressBar, ProgressStyle};

pub(crate) use moved::moved;
use partial::{Partial, place, unwritable};
pub(crate) use source::Source;
use source::{Whole, hush_readers};
use summary::Summary;
use target::Target;

use crate::assess::knowledge_of;
use crate::failure::tell;

/// What went wrong, for the reader.
pub(crate) type Said = String;

/// Answers a table of patients, or one with a result a row: CSV, Parquet or Arrow, by the extension of each file.
#[derive(Args, Debug)]
pub(crate) struct CohortOptions {
    /// The table of patients, or of results: `.csv`, `.parquet`, `.arrow` (also `.feather`, `.ipc`)
    pub(crate) input: PathBuf,
    /// The table of answers, in the order of the patients
    pub(crate) output: PathBuf,
    /// Which column is what, and what is asked (TOML)
    #[arg(long)]
    pub(crate) map: PathBuf,
    /// Answer by these rules, as `ekbom rules --format json` printed them and you changed them
    #[arg(long, value_name = "FILE")]
    pub(crate) rules: Option<String>,
    /// Change the limit of a rule, as `ekbom assess --limit` does. May be repeated
    #[arg(long, value_name = "RULE=VALUE")]
    pub(crate) limit: Vec<String>,
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
    /// The people of a long table, one a row
    #[arg(long)]
    pub(crate) people: Option<PathBuf>,
    /// The diagnoses of a long table, one a row
    #[arg(long)]
    pub(crate) conditions: Option<PathBuf>,
    /// The medicines of a long table, one a row
    #[arg(long)]
    pub(crate) medicines: Option<PathBuf>,
    /// The long table is sorted by person: memory stays flat, and the order is checked
    #[arg(long)]
    pub(crate) sorted: bool,
    /// The most memory for the rows of a long table that is not sorted, in MiB
    #[arg(long, default_value = "1024", conflicts_with = "sorted")]
    pub(crate) memory: usize,
}

/// What ends a run early.
enum Ended {
    Cohort(CohortError),
    /// The table of patients.
    Input(Said),
    /// The file of answers, or that of refused rows; it is named.
    Output(Said),
}

impl From<CohortError> for Ended {
    fn from(error: CohortError) -> Self {
        Self::Cohort(error)
    }
}

impl From<arrow_schema::ArrowError> for Ended {
    fn from(error: arrow_schema::ArrowError) -> Self {
        Self::Input(match error {
            // What the source says itself, without the words of Arrow before it.
            arrow_schema::ArrowError::ExternalError(own) => own.to_string(),
            error => error.to_string(),
        })
    }
}

impl From<Said> for Ended {
    fn from(text: Said) -> Self {
        Self::Output(text)
    }
}

impl CohortOptions {
    /// The knowledge that was asked for.
    fn knowledge(&self) -> Result<Arc<Knowledge>, Said> {
        let made = knowledge_of(self.rules.as_deref(), &self.limit).map_err(|error| error.to_string())?;
        Ok(Arc::new(made))
    }
}

/// Runs the command; says whether a row was refused.
pub(crate) fn run(options: &CohortOptions) -> Result<bool, Said> {
    let text = std::fs::read_to_string(&options.map).map_err(|error| about(&options.map, &error))?;
    let mut map = CohortMap::from_toml(&text).map_err(|error| about(&options.map, &error))?;
    let knowledge = options.knowledge()?;
    if options.strict {
        map.refused = Refused::Raise;
    }
    if map.long.is_some() {
        return long::run(options, &map, knowledge);
    }
    if [&options.people, &options.conditions, &options.medicines].iter().any(|own| own.is_some())
        || options.sorted
    {
        let wrong =
            "--people, --conditions, --medicines and --sorted are for long tables, and the map has no [long]";
        return Err(about(&options.map, &wrong));
    }
    map.keep.get_or_insert_with(|| vec!["*".to_owned()]);
    let rejects = options.rejects.clone().unwrap_or_else(|| options.output.with_extension("rejects.csv"));
    apart(options, &rejects)?;
    hush_readers();
    let source = Source::open(&options.input, &map)?;
    let cohort = Cohort::new(knowledge, &map, &source.schema).map_err(|error| about(&options.map, &error))?;
    let mut target = Target::create(&options.output, &cohort.schema())?;
    let mut refused = Rejects::create(&rejects)?;
    let mut summary = Summary::default();
    let bar = bar(&source);
    let started = Instant::now();
    let (read, whole) = (Arc::clone(&source.read), source.whole);
    let threads =
        options.threads.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from));
    let done = cohort.stream::<Ended>(source.batches, threads, |output| {
        summary.add(&output);
        // In the order of the rows, as they stand in the table.
        let mut said: Vec<_> = output.refusals.iter().map(|own| (own, "refused")).collect();
        said.extend(output.set_aside.iter().map(|own| (own, "set_aside")));
        said.sort_by_key(|(own, _)| own.row);
        for (refusal, what) in said {
            refused.add(refusal, what)?;
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
        Err(Ended::Output(text)) => return Err(text),
        Err(Ended::Input(text)) => return Err(about(&options.input, &text)),
        Err(Ended::Cohort(error)) => return Err(about(&options.input, &error)),
    }
    let (rows, aside) = (refused.rows, refused.aside);
    // Both are whole before one of them has its name; the answers come last, and say that all is there.
    let answers = target.finish()?;
    refused.finish()?;
    if let Err(error) = answers.keep() {
        // They belong to answers that are not there.
        let _ = std::fs::remove_file(&rejects);
        return Err(error);
    }
    if rows + aside == 0 {
        // That of an earlier run would speak of other answers.
        match std::fs::remove_file(&rejects) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(about(&rejects, &error)),
            _ => {}
        }
    } else {
        let counts = [(rows, "rows refused"), (aside, "rows of which something was set aside")];
        let counts = counts.iter().filter(|(rows, _)| *rows > 0);
        let counts: Vec<String> = counts.map(|(rows, what)| format!("{} {what}", grouped(*rows))).collect();
        tell(&format!("{}: see {}", counts.join(", "), rejects.display()));
    }
    if !options.quiet {
        let text = summary.text(started.elapsed());
        match std::io::stdout().write_all(text.as_bytes()) {
            // A reader that has gone away is no failure.
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                let done = format!("{} is whole", options.output.display());
                return Err(format!("standard output cannot be written: {error}; {done}"));
            }
            _ => {}
        }
    }
    Ok(rows > 0)
}

/// Nothing that is read or written may be written over.
fn apart(options: &CohortOptions, rejects: &Path) -> Result<(), Said> {
    let read = [&options.people, &options.conditions, &options.medicines].into_iter().flatten();
    let read: Vec<&PathBuf> = [&options.input, &options.map].into_iter().chain(read).collect();
    let all: Vec<&PathBuf> = read.iter().copied().chain([&options.output]).collect();
    for (written, others) in [(options.output.as_path(), &read), (rejects, &all)] {
        let own = place(written);
        if let Some(other) = others.iter().find(|other| own.is_some() && place(other) == own) {
            return Err(about(written, &format_args!("would be written over {}", other.display())));
        }
    }
    Ok(())
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
    if !bar.is_hidden() {
        bar.enable_steady_tick(Duration::from_millis(200));
    }
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

/// The file of what was refused and set aside; it stays when there is something.
struct Rejects {
    path: PathBuf,
    partial: Partial,
    file: std::io::BufWriter<File>,
    /// Rows refused.
    rows: u64,
    /// Rows of which something was set aside.
    aside: u64,
    last: Option<u64>,
}

impl Rejects {
    fn create(path: &Path) -> Result<Self, Said> {
        let (partial, file) = Partial::create(path)?;
        let mut file = std::io::BufWriter::new(file);
        writeln!(file, "row,column,field,value,reason,accepted,what")
            .map_err(|error| unwritable(path, &error))?;
        Ok(Self { path: path.to_owned(), partial, file, rows: 0, aside: 0, last: None })
    }

    fn add(&mut self, refusal: &ekbom_cohort::Refusal, what: &str) -> Result<(), Said> {
        if self.last != Some(refusal.row) {
            let counted = if what == "refused" { &mut self.rows } else { &mut self.aside };
            *counted += 1;
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
        writeln!(self.file, "{line},{what}").map_err(|error| unwritable(&self.path, &error))
    }

    fn finish(self) -> Result<(), Said> {
        if self.rows + self.aside == 0 {
            return Ok(());
        }
        let written = self.file.into_inner().map_err(|error| error.into_error());
        drop(written.map_err(|error| unwritable(&self.path, &error))?);
        self.partial.sync()?;
        self.partial.keep()
    }
}
