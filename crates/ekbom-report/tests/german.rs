//! German as the proof that a language is one file: it holds every text, and nothing of ours is said in English.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "in a test, and in what it calls, a failed unwrap is a failed test"
)]

#[expect(dead_code, reason = "of a case only the patient is used")]
#[path = "../../ekbom/tests/support/case.rs"]
mod case;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use ekbom::{Knowledge, Patient, assess, knowledge};
use ekbom_report::language::{entries, template};
use ekbom_report::text::Layout;
use ekbom_report::{Language, Report, html};
use serde_json::Value;

const FILE: &str = include_str!("../languages/de.po");

/// Words that are English and neither German nor a name.
const ENGLISH: &[&str] = &[
    "the",
    "is",
    "of",
    "and",
    "with",
    "not",
    "for",
    "are",
    "or",
    "no",
    "to",
    "by",
    "from",
    "at",
    "that",
    "this",
    "it",
    "below",
    "above",
    "days",
    "years",
    "months",
    "other",
    "whether",
    "deficiency",
    "iron",
    "treatment",
    "patient",
    "depends",
    "measure",
    "ask",
    "because",
    "vitamin B12 is",
];

/// Each text with its code, and its translation.
fn messages(text: &str) -> BTreeMap<String, (String, String)> {
    let mut made = BTreeMap::new();
    for block in text.split("\n\n") {
        let line = |key: &str| block.lines().find_map(|line| line.strip_prefix(key)).map(str::to_owned);
        if let (Some(context), Some(english), Some(says)) =
            (line("msgctxt "), line("msgid "), line("msgstr "))
        {
            made.insert(english, (context, says));
        }
    }
    made
}

#[test]
fn the_file_holds_every_text_and_no_other() {
    let (wanted, there) = (messages(&template("de")), messages(FILE));
    assert_eq!(entries().len(), wanted.len());
    for (english, (context, _)) in &wanted {
        let (own, says) = there.get(english).unwrap_or_else(|| panic!("not there: {context} {english}"));
        assert_eq!(own, context, "{english}");
        assert_ne!(says, "\"\"", "not translated: {english}");
    }
    for (english, (context, _)) in &there {
        let medicine = context.starts_with("\"medicine/");
        assert!(wanted.contains_key(english) || medicine, "no longer said: {context} {english}");
    }
    // The library reads the same, with holes that agree.
    assert_eq!(Language::from_po("de", FILE).unwrap(), Language::german());
    assert_eq!(Language::german().code(), "de");
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests").join(name)
}

/// Lines in which an English word stands.
fn english(text: &str) -> Vec<String> {
    // A body's name.
    let lines: Vec<String> =
        text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    // How a value was computed is a formula.
    let text: Vec<&String> =
        lines.iter().filter(|line| !line.contains("omputed:") && !line.contains("erechnet:")).collect();
    let text = text.into_iter().cloned().collect::<Vec<_>>().join("\n").replace("College of", "College");
    let is_english = |line: &&str| {
        let words: BTreeSet<&str> =
            line.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        ENGLISH.iter().any(|word| words.contains(word))
    };
    text.lines().filter(is_english).map(|line| line.trim().to_owned()).collect()
}

/// What a page says, without its markup and without what is marked as English.
fn said(page: &str) -> String {
    let body = page.split_once("</style>").map_or(page, |(_, body)| body);
    let body = body.split_once("</style>").map_or(body, |(_, body)| body);
    let mut text = String::new();
    let mut rest = body;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        text.push('\n');
        let (tag, after) = tag.split_once('>').unwrap();
        rest = if tag == "span lang=\"en\"" { after.split_once("</span>").unwrap().1 } else { after };
    }
    text.push_str(rest);
    text
}

#[test]
fn no_vector_says_anything_in_english() {
    let knowledge = Knowledge::builtin();
    let german = Language::german();
    let mut wrong: BTreeMap<String, String> = BTreeMap::new();
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder("vectors")).unwrap().map(|own| own.unwrap().path()).collect();
    files.sort();
    let mut count = 0;
    for file in files.iter().filter(|file| file.extension().is_some_and(|own| own == "json")) {
        let all: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        for vector in all["vectors"].as_array().into_iter().flatten() {
            let Ok(patient) = Patient::from_json(&vector["patient"].to_string()) else { continue };
            // Names of medicines, and what was set aside, are the patient's own words.
            if !patient.unrecognised_medicines().is_empty() {
                continue;
            }
            let assessment = assess(&knowledge, &patient);
            if !assessment.set_aside.is_empty() {
                continue;
            }
            count += 1;
            let report = Report::of(&assessment, &knowledge).unwrap();
            let mut text = report.to_text_in(Layout::default(), &german).replace("\n             ", " ");
            text.push_str(&report.brief_in(&german));
            let id = vector["id"].as_str().unwrap_or_default();
            // A page takes longer: every tenth.
            if count % 10 == 0 {
                text.push_str(&said(&html::page_in(&assessment, &knowledge, &[], &german).unwrap()));
            }
            for line in english(&text) {
                wrong.entry(line).or_insert_with(|| id.to_owned());
            }
        }
    }
    assert!(count > 1000, "{count} vectors");
    let shown: Vec<String> = wrong.iter().map(|(line, id)| format!("{id}: {line}")).collect();
    assert!(wrong.is_empty(), "{} lines in English:\n{}", wrong.len(), shown.join("\n"));
}

/// Numbers that are written with a point: not a version, which stands in brackets or behind its name.
fn with_points(text: &str) -> Vec<String> {
    let is_number = |word: &&str| {
        let word = word.trim_matches(|letter: char| !letter.is_ascii_digit());
        let parts: Vec<&str> = word.split('.').collect();
        let digits = |part: &&str| !part.is_empty() && part.chars().all(|letter| letter.is_ascii_digit());
        matches!(parts.as_slice(), [whole, rest] if digits(whole) && digits(rest))
    };
    let lines = text.lines().filter(|line| !line.contains("doi:"));
    lines
        .filter(|line| line.replace(knowledge::VERSION, "").split_whitespace().any(|word| is_number(&word)))
        .map(str::to_owned)
        .collect()
}

#[test]
fn each_case_is_said_in_german_with_commas() {
    let knowledge = Knowledge::builtin();
    let german = Language::german();
    let mut wrong = Vec::new();
    let files = fs::read_dir(folder("cases")).unwrap().map(|own| own.unwrap().path());
    let files: Vec<PathBuf> = files.filter(|file| file.extension().is_some_and(|own| own == "md")).collect();
    for file in &files {
        let case = case::read(&fs::read_to_string(file).unwrap()).unwrap();
        let patient = Patient::from_json(&case.patient.to_string()).unwrap();
        let report = Report::of(&assess(&knowledge, &patient), &knowledge).unwrap();
        let mut text = report.to_text_in(Layout::default(), &german).replace("\n             ", " ");
        text.push_str(&report.brief_in(&german));
        let name = file.file_stem().unwrap().to_string_lossy();
        for line in english(&text).into_iter().chain(with_points(&text)) {
            wrong.push(format!("{name}: {line}"));
        }
    }
    assert!(files.len() > 30, "{} cases", files.len());
    assert!(wrong.is_empty(), "{} lines:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_warning_is_german_also_where_a_name_is_not() {
    let german = Language::german();
    let says = |text| german.say(text).into_owned();
    let own = says(
        "Snakeroot is planned: Gabapentinoid toxicity until shown otherwise: check the dose against kidney function today, hold or reduce it, and in dialysis speak with the nephrologist",
    );
    assert!(own.starts_with("Snakeroot ist geplant: "), "{own}");
    // More than two are counted up as well.
    let own = says("Clonazepam with sodium oxybate with tapentadol: on dialysis");
    assert_eq!(own, "Clonazepam mit Natriumoxybat mit Tapentadol: an der Dialyse");
    // What is no name may turn the sense round: that sentence stays as it is, and the one beside it does not.
    let own = says("Nothing at all of this is known. On dialysis");
    assert_eq!(own, "Nothing at all of this is known. An der Dialyse");
    assert_eq!(says("ferritin 22.5 ng/mL"), "Ferritin 22,5 ng/mL");
    assert_eq!(says("ekbom knowledge 2026.2"), "ekbom-Wissen 2026.2");
    // What was given stays as it was given; what is said of it has its comma.
    let own = says(
        "`tsat` 0.12 % is unlikely: is the unit 1 (a fraction)? Say `confirmed: true` if the report says so",
    );
    assert!(own.contains("0,12 % ist unwahrscheinlich: ist die Einheit 1 (ein Anteil)?"), "{own}");
    let own = says(
        "`b12_total` limits such as 250 pmol/L are printed in pg/mL (250 pg/mL is 184.5 pmol/L): is the laboratory's interval in \
         that unit? Give it in the unit of the result, or say `confirmed: true` if it is printed so",
    );
    assert!(own.contains("wie 250 pmol/L werden in pg/mL gedruckt (250 pg/mL sind 184,5 pmol/L)"), "{own}");
}

#[test]
fn the_typical_patients() {
    let knowledge = Knowledge::builtin();
    let german = Language::german();
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder("typical")).unwrap().map(|own| own.unwrap().path()).collect();
    files.sort();
    for file in files {
        let patient = Patient::from_json(&fs::read_to_string(&file).unwrap()).unwrap();
        let report = Report::of(&assess(&knowledge, &patient), &knowledge).unwrap();
        let text = format!("{}\n{}", report.to_text_in(Layout::default(), &german), report.brief_in(&german));
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        insta::assert_snapshot!(format!("german-{name}"), text);
    }
}

#[test]
fn english_is_as_it_was() {
    let knowledge = Knowledge::builtin();
    let patient = Patient::from_json(r#"{"age_years": 58, "sex": "female", "labs": []}"#).unwrap();
    let assessment = assess(&knowledge, &patient);
    let report = Report::of(&assessment, &knowledge).unwrap();
    assert_eq!(report.to_text(Layout::default()), report.to_text_in(Layout::default(), &Language::english()));
    let page = html::page_in(&assessment, &knowledge, &[], &Language::german()).unwrap();
    assert!(page.contains("<html lang=\"de\">") && page.contains("Was zu tun ist"));
}

#[test]
fn the_point_of_an_abbreviation_stays_and_is_the_full_stop_too() {
    let german = Language::german();
    for (english, expected) in [
        ("oral or IV", "oral oder i.v."),
        ("IV only.", "Nur i.v."),
        ("IV only. oral or IV", "Nur i.v. oral oder i.v."),
    ] {
        assert_eq!(german.say(english), expected, "{english}");
    }
}
