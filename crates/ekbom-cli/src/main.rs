//! The `ekbom` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    ekbom_cli::command()
}
