//! Rooms of the core see only those that stand before them, and `patient` and `logic` not each other.
#![expect(clippy::unwrap_used, reason = "a test may stop")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Lowest first, as the crate's page lists them.
const ROOMS: [&str; 8] = ["source", "measure", "fact", "patient", "logic", "knowledge", "assess", "exchange"];

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") && path.file_stem().unwrap() != "tests" {
            found.push(path);
        }
    }
}

/// The rooms that a text names behind `crate::`, without its tests and its comments.
fn seen(text: &str) -> BTreeSet<&'static str> {
    let code = text.split("#[cfg(test)]\nmod ").next().unwrap();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code = lines.collect::<Vec<_>>().join("\n");
    let named = |place: usize| code.get(place + "crate::".len()..).unwrap_or_default();
    let places = code.match_indices("crate::").map(|(place, _)| named(place));
    let mut found = BTreeSet::new();
    for rest in places {
        let several = rest.strip_prefix('{').and_then(|rest| rest.split('}').next());
        let one = rest.split([',', ';', '\n']).next().unwrap_or_default();
        let names = several.unwrap_or(one).split(", ").map(|name| {
            let end = name.find(|letter: char| !letter.is_ascii_lowercase() && letter != '_');
            name.get(..end.unwrap_or(name.len())).unwrap()
        });
        found.extend(names.filter_map(|name| ROOMS.iter().copied().find(|room| *room == name)));
    }
    found
}

#[test]
fn imports_point_down_only() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut rooms: Vec<String> = Vec::new();
    for entry in fs::read_dir(&source).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rooms.push(path.file_name().unwrap().to_str().unwrap().to_owned());
        }
    }
    rooms.sort();
    let mut known = ROOMS.map(str::to_owned).to_vec();
    known.sort();
    assert_eq!(rooms, known, "a room that the crate's page does not list");

    for (height, room) in ROOMS.iter().enumerate() {
        let mut found = Vec::new();
        files(&source.join(room), &mut found);
        assert!(!found.is_empty());
        for path in found {
            // Compiled into tests only: it makes the whole knowledge, to write down what that compiles.
            if path.ends_with("logic/table/ready/write.rs") {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            for other in seen(&text) {
                let below = ROOMS.iter().position(|own| *own == other).unwrap() <= height;
                let apart = (*room, other) == ("logic", "patient");
                assert!(below && !apart, "{} sees `{other}`", path.display());
            }
        }
    }
}

/// The engine stands outside semver: of the crates that are published `ekbom-cohort` alone sees it.
#[test]
fn the_engine_is_used_by_the_cohort_alone() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let crates = fs::read_dir(top.join("crates")).unwrap().chain(fs::read_dir(top.join("bindings")).unwrap());
    let mut seen = Vec::new();
    for entry in crates {
        let path = entry.unwrap().path();
        let (name, source) = (path.file_name().unwrap().to_str().unwrap().to_owned(), path.join("src"));
        if name == "ekbom" || !source.is_dir() {
            continue;
        }
        let mut found = Vec::new();
        files(&source, &mut found);
        if found.iter().any(|path| fs::read_to_string(path).unwrap().contains("logic::engine")) {
            seen.push(name);
        }
    }
    assert_eq!(seen, ["ekbom-cohort"]);
}

#[test]
fn an_import_upwards_is_seen() {
    assert_eq!(seen("use crate::assess::Position;\n"), BTreeSet::from(["assess"]));
    assert_eq!(seen("use crate::{fact::Fact, logic};\n"), BTreeSet::from(["fact", "logic"]));
    assert!(seen("//! See crate::assess.\n#[cfg(test)]\nmod tests { use crate::assess::x; }\n").is_empty());
}
