//! The `ekbom` command.

mod args;
mod assess;
#[cfg(feature = "cohort")]
mod cohort;
mod convert;
mod diff;
mod failure;
mod input;
mod list;
mod rules;
mod screen;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use args::{Cli, Command, SchemaOf};
use failure::{Failure, tell};
use screen::Screen;

/// A patient was refused.
const REFUSED: u8 = 2;

fn main() -> ExitCode {
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
        Command::Schema { of } => {
            let schema = match of {
                SchemaOf::Patient => ekbom::schema::patient(),
                SchemaOf::Assessment => ekbom::schema::assessment(),
                SchemaOf::Rules => ekbom::schema::rules(),
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

/// JSON for reading.
fn pretty(value: &impl serde::Serialize) -> Result<String, Failure> {
    serde_json::to_string_pretty(value).map_err(|error| Failure::said(error.to_string()))
}
