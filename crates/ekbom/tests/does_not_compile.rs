//! What must not compile does not, and for the reason stated: each file of `does_not_compile` compiles as it stands, and
//! with the one change that its first line names the compiler refuses it with the code that stands there. (A
//! `compile_fail` doctest passes for any error.)
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A file with the change that its first line asks for, and the code expected then.
fn twin(source: &str) -> (String, String) {
    let (first, body) = source.split_once('\n').unwrap();
    let parts: Vec<&str> = first.split('`').collect();
    let [code, from, " becomes ", to, ""] = parts[..] else { panic!("not understood: {first}") };
    let code = code.strip_prefix("// ").and_then(|code| code.strip_suffix(": ")).unwrap();
    // The last place is the use; imports stand before it.
    let place = body.rfind(from).unwrap_or_else(|| panic!("`{from}` is not there: {first}"));
    let changed = format!("{}{to}{}", &body[..place], &body[place + from.len()..]);
    (code.to_owned(), changed)
}

#[test]
fn what_is_wrong_is_refused_and_its_twin_is_not() {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("does_not_compile");
    let examples = home.join("examples");
    let _ = fs::remove_dir_all(&examples);
    fs::create_dir_all(&examples).unwrap();
    fs::create_dir_all(home.join("src")).unwrap();
    fs::write(home.join("src/lib.rs"), "").unwrap();
    let manifest = format!(
        "[package]\nname = \"does-not-compile\"\nedition = \"2024\"\n[workspace]\n[dependencies]\nekbom = {{ path = {ROOT:?} }}\n"
    );
    fs::write(home.join("Cargo.toml"), manifest).unwrap();
    // The same dependencies as the workspace, so that none has to be fetched.
    let lock = Path::new(ROOT).join("../../Cargo.lock");
    if lock.exists() {
        fs::copy(lock, home.join("Cargo.lock")).unwrap();
    }

    let mut expected = BTreeMap::new();
    for file in fs::read_dir(Path::new(ROOT).join("tests/does_not_compile")).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let source = fs::read_to_string(&path).unwrap();
        let (code, wrong) = twin(&source);
        fs::write(examples.join(format!("{name}_wrong.rs")), wrong).unwrap();
        fs::write(examples.join(format!("{name}.rs")), source).unwrap();
        expected.insert(format!("{name}_wrong"), BTreeSet::from([code]));
        expected.insert(name, BTreeSet::new());
    }
    assert!(expected.len() >= 20, "{} files", expected.len());

    let cargo = Command::new(env!("CARGO"))
        .args(["check", "--examples", "--keep-going", "--offline", "--message-format", "json"])
        .current_dir(&home)
        .env("CARGO_TARGET_DIR", home.join("target"))
        .output()
        .unwrap();
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in String::from_utf8(cargo.stdout).unwrap().lines() {
        let said: Value = serde_json::from_str(line).unwrap();
        let target = said["target"]["name"].as_str().unwrap_or_default();
        if said["reason"] == "compiler-artifact" && said["target"]["kind"][0] == "example" {
            found.entry(target.to_owned()).or_default();
        }
        if said["reason"] == "compiler-message" && said["message"]["level"] == "error" {
            // What stands without a code only counts the errors.
            let code = said["message"]["code"]["code"].as_str().map(str::to_owned);
            found.entry(target.to_owned()).or_default().extend(code);
        }
    }
    let tell = String::from_utf8_lossy(&cargo.stderr);
    assert_eq!(found, expected, "{tell}");
}
