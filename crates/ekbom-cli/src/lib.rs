//! The `ekbom` command as a library: the program is one call of [`command`]; tests and fuzz targets come in by the other
//! doors. Nothing here is an interface for other programs.

mod args;
mod assess;
#[cfg(feature = "cohort")]
mod cohort;
mod convert;
mod diff;
mod failure;
mod input;
mod list;
mod moved;
mod paste;
mod rules;
mod screen;
#[cfg(feature = "serve")]
mod serve;

use std::io::{BufRead, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use args::{Cli, Command, SchemaOf};
use ekbom::Knowledge;
use failure::{Failure, tell};
use screen::Screen;

/// A patient was refused.
const REFUSED: u8 = 2;

/// Why cohorts are left out.
#[cfg(any(test, not(feature = "cohort")))]
const COHORT: &str = "Arrow and Parquet take";

/// How to get what this build leaves out.
#[cfg(any(test, not(feature = "cohort"), not(feature = "serve")))]
fn without(name: &str, why: &str, rest: &[std::ffi::OsString]) -> String {
    let words: Vec<_> = rest.iter().map(|word| word.to_string_lossy()).collect();
    format!(
        "this build is without `{name}`, because {why} longer to build than all the rest; from a copy of the sources: \
         cargo install --path crates/ekbom-cli --features {name}, then: ekbom {name} {}",
        words.join(" ")
    )
}

/// The command, with what it was called with.
pub fn command() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help that was asked for is no failure; 2 is for refused patients alone.
            let code = u8::from(error.use_stderr());
            return if error.print().is_ok() { ExitCode::from(code) } else { ExitCode::FAILURE };
        }
    };
    let mut screen = Screen::new(cli.color);
    let done = run(&cli, &mut screen);
    let flushed = screen.flush().map_err(Failure::from);
    match done.and_then(|refused| flushed.map(|()| refused)) {
        Ok(false) | Err(Failure::Closed) => ExitCode::SUCCESS,
        Ok(true) => ExitCode::from(REFUSED),
        Err(Failure::Said(text)) => {
            tell(&text);
            ExitCode::FAILURE
        }
    }
}

/// Does what was asked; says whether a patient was refused.
fn run(cli: &Cli, screen: &mut Screen) -> Result<bool, Failure> {
    if cli.version {
        let version = env!("CARGO_PKG_VERSION");
        screen.text(&format!("ekbom {version}, knowledge {}", ekbom::knowledge::VERSION))?;
        return Ok(false);
    }
    let Some(command) = &cli.command else { return Err(Failure::said("no command; see `ekbom --help`")) };
    match command {
        Command::Assess(own) => return assess::run(own, screen),
        Command::Rules(own) => rules::run(own, screen)?,
        Command::Explain { rule } => rules::explain(rule, screen)?,
        Command::Claims { format } => list::claims(*format, screen)?,
        Command::Convert { analyte, value, unit, to } => {
            convert::run(analyte, *value, unit, to.as_deref(), screen)?;
        }
        Command::Analytes { format } => list::analytes(*format, screen)?,
        Command::Medicines { format } => list::medicines(*format, screen)?,
        #[cfg(feature = "cohort")]
        Command::Cohort(own) => return cohort::run(own).map_err(Failure::said),
        #[cfg(not(feature = "cohort"))]
        Command::Cohort { rest } => return Err(Failure::said(without("cohort", COHORT, rest))),
        #[cfg(feature = "serve")]
        Command::Serve(own) => serve::run(own, screen)?,
        #[cfg(not(feature = "serve"))]
        Command::Serve { rest } => return Err(Failure::said(without("serve", "an HTTP server takes", rest))),
        Command::Schema { of } => {
            let schema = match of {
                SchemaOf::Patient => ekbom::exchange::schema::patient(),
                SchemaOf::Assessment => ekbom::exchange::schema::assessment(),
                SchemaOf::Rules => ekbom::exchange::schema::rules(),
            };
            screen.text(&pretty(&schema)?)?;
        }
        Command::Completions { shell } => {
            let mut text = Vec::new();
            clap_complete::generate(*shell, &mut Cli::command(), "ekbom", &mut text);
            screen.text(&String::from_utf8_lossy(&text))?;
        }
    }
    Ok(false)
}

/// What `ekbom assess` was asked.
#[derive(Debug)]
pub struct AssessOptions(args::Assess);

impl AssessOptions {
    /// Reads what may stand after `ekbom assess`.
    ///
    /// # Errors
    /// When it is none of that.
    pub fn read(arguments: &[&str]) -> Result<Self, String> {
        let words = ["ekbom", "assess"].iter().chain(arguments);
        match Cli::try_parse_from(words).map_err(|error| error.to_string())?.command {
            Some(Command::Assess(own)) => Ok(Self(own)),
            _ => Err("not `ekbom assess`".to_owned()),
        }
    }
}

/// `ekbom assess` by this knowledge, from a reader in place of a file and to a writer in place of the screen; says
/// whether a patient was refused.
///
/// # Errors
/// When reading or writing fails, or the options do not fit what is read.
pub fn assess_from(
    knowledge: &Knowledge,
    options: &AssessOptions,
    reader: Box<dyn BufRead>,
    writer: Box<dyn Write>,
) -> Result<bool, String> {
    let mut screen = Screen::onto(writer);
    let done = input::detect(reader, &options.0.file)
        .map_err(|error| Failure::unreadable(&options.0.file, &error))
        .and_then(|input| assess::patients(knowledge, &options.0, input, &mut screen));
    let flushed = screen.flush().map_err(Failure::from);
    done.and_then(|refused| flushed.map(|()| refused)).map_err(|failure| failure.to_string())
}

/// The rows of a table, batch by batch.
#[cfg(feature = "cohort")]
pub type Batches =
    Box<dyn Iterator<Item = Result<arrow_array::RecordBatch, arrow_schema::ArrowError>> + Send>;

/// The table in a file, as `ekbom cohort` reads it: its columns, and its rows batch by batch.
///
/// # Errors
/// When there is no such file, or it is no such table.
#[cfg(feature = "cohort")]
pub fn table_in(
    path: &std::path::Path,
    map: &ekbom_cohort::CohortMap,
) -> Result<(arrow_schema::SchemaRef, Batches), String> {
    cohort::Source::open(path, map).map(|source| (source.schema, source.batches))
}

/// JSON for reading.
fn pretty(value: &impl serde::Serialize) -> Result<String, Failure> {
    serde_json::to_string_pretty(value).map_err(|error| Failure::said(error.to_string()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_build_without_cohorts_says_how_to_get_them() {
        let said = super::without("cohort", super::COHORT, &["in.csv".into(), "--map".into(), "m".into()]);
        assert!(
            said.contains("--features cohort") && said.ends_with("ekbom cohort in.csv --map m"),
            "{said}"
        );
    }
}
