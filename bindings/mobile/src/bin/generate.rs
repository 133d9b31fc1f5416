//! Writes what the Swift and the Kotlin package take from the core: enums of the codes, the items of a patient, the
//! string catalogues, and the support matrix of the book.
//!
//! usage: ekbom-mobile-generate [--check]        (from the root of the repository)

#[path = "generate/kotlin.rs"]
mod kotlin;
#[path = "generate/model.rs"]
mod model;
#[path = "generate/strings.rs"]
mod strings;
#[path = "generate/support.rs"]
mod support;
#[path = "generate/swift.rs"]
mod swift;

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

const SWIFT: &str = "bindings/mobile/swift";
const KOTLIN: &str = "bindings/mobile/kotlin";

fn files() -> Vec<(String, String)> {
    let model = model::Model::of_core();
    let matrix = fs::read_to_string("bindings/mobile/support.toml").unwrap_or_default();
    vec![
        (format!("{SWIFT}/Sources/Ekbom/Codes.swift"), swift::codes(&model)),
        (format!("{SWIFT}/Sources/Ekbom/Items.swift"), swift::items(&model)),
        (format!("{SWIFT}/Strings/Ekbom.xcstrings"), strings::xcstrings(&model)),
        (format!("{KOTLIN}/src/main/kotlin/org/ekbom/Codes.kt"), kotlin::codes(&model)),
        (format!("{KOTLIN}/src/main/kotlin/org/ekbom/Items.kt"), kotlin::items(&model)),
        (format!("{KOTLIN}/android/src/main/res/values/ekbom_strings.xml"), strings::android(&model)),
        ("docs/src/mobile-support.md".into(), support::page(&matrix)),
    ]
}

fn write(path: &str, text: &str) -> io::Result<()> {
    if let Some(folder) = Path::new(path).parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}

fn main() -> ExitCode {
    let check = env::args().nth(1).as_deref() == Some("--check");
    let (mut passed, mut failed) = (0, 0);
    for (path, text) in files() {
        let same = fs::read_to_string(&path).is_ok_and(|old| old == text);
        if same {
            passed += 1;
        } else if check {
            failed += 1;
            println!(
                "FAILED {path}: not what the core gives; run `cargo run -p ekbom-mobile --bin ekbom-mobile-generate`"
            );
        } else if let Err(error) = write(&path, &text) {
            failed += 1;
            println!("FAILED {path}: {error}");
        } else {
            println!("wrote {path}");
        }
    }
    if check {
        println!("{passed} passed, {failed} failed");
    }
    ExitCode::from(u8::from(failed > 0))
}
