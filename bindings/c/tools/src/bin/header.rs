//! Prints `ekbom.h`, made from the sources of the C library.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

/// The first function of each section of the header, and the heading above it.
const SECTIONS: [(&str, &str); 10] = [
    ("ekbom_assess", "Assessing a patient, and reading the assessment"),
    ("ekbom_cohort_new", "Whole tables, by the Arrow C data interface"),
    ("ekbom_error_status", "What went wrong"),
    ("ekbom_knowledge_new", "The knowledge"),
    ("ekbom_lab_new", "A laboratory result"),
    ("ekbom_knowledge_question_count", "What the library knows, an entry at a time"),
    ("ekbom_patient_new", "A patient"),
    ("ekbom_policy_new", "How results are read"),
    ("ekbom_convert", "Units"),
    ("ekbom_version_number", "Versions"),
];

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
    let headed = String::from_utf8(header).map_err(|error| error.to_string()).and_then(|text| headed(&text));
    let header = match headed {
        Ok(header) => header,
        Err(error) => return failed(&error),
    };
    match std::io::stdout().write_all(header.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&error.to_string()),
    }
}

/// The header with the headings of its sections: cbindgen has none.
fn headed(header: &str) -> Result<String, String> {
    // Where the parameters take a line each, so do the macros before the function.
    let header = header
        .replace("\nEKBOM_API\n", "\nEKBOM_API ")
        .replace("\nEKBOM_API EKBOM_NODISCARD\n", "\nEKBOM_API EKBOM_NODISCARD ");
    let mut lines: Vec<String> = header.lines().map(str::to_owned).collect();
    for (function, heading) in SECTIONS {
        let declares = |line: &String| {
            line.starts_with("EKBOM_API") && line.split([' ', '(']).any(|word| word == function)
        };
        let place = lines.iter().position(declares).ok_or(format!("the header has no `{function}`"))?;
        let comment = lines.iter().take(place).rposition(|line| line == "/**");
        let comment = comment.ok_or(format!("no comment above `{function}`"))?;
        lines.insert(comment, format!("/* ---- {heading} ---- */\n"));
    }
    Ok(lines.join("\n") + "\n")
}

fn failed(why: &str) -> ExitCode {
    eprintln!("{why}");
    ExitCode::FAILURE
}
