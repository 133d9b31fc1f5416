//! Prints `ekbom.h`, made from the sources of the C library.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let crate_dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let config = match cbindgen::Config::from_file(crate_dir.join("cbindgen.toml")) {
        Ok(config) => config,
        Err(error) => return failed(&error),
    };
    let mut header = Vec::new();
    match cbindgen::generate_with_config(&crate_dir, config) {
        Ok(bindings) => bindings.write(&mut header),
        Err(error) => return failed(&error.to_string()),
    }
    match std::io::stdout().write_all(&header) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&error.to_string()),
    }
}

fn failed(why: &str) -> ExitCode {
    eprintln!("{why}");
    ExitCode::FAILURE
}
