//! Real people and real laboratory reports through the library: nothing panics, every refusal says what to do, derived
//! values agree with the reported ones, and the answers are counted.
//!
//! The data is not part of the project: it lies beside the repository in `../shared/data`, or where `EKBOM_DATA` says;
//! without it the tests say so and pass. The counts are held against `docs/src/nhanes-counts.md`;
//! `EKBOM_BLESS=1` writes that page anew.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "in a test, and in what it calls, a failed unwrap is a failed test"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use ekbom::assess::intake::{Policy, intake};
use ekbom::{AlertCode, Guideline, Knowledge, Patient, Question, assess};
use serde_json::{Map, Value, json};

/// The text of a data file, or `None` with a word on stderr (past the capture of the test runner).
#[expect(clippy::explicit_write, reason = "eprintln would be captured, and nobody would read it")]
fn data(file: &str) -> Option<String> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let folder = std::env::var_os("EKBOM_DATA").map_or_else(beside, PathBuf::from);
    match std::fs::read_to_string(folder.join(file)) {
        Ok(text) => Some(text),
        Err(why) => {
            writeln!(std::io::stderr(), "WITHOUT DATA: {file} was not read ({why}); set EKBOM_DATA").unwrap();
            None
        }
    }
}

/// One line of a table, by column.
struct Row<'t> {
    columns: &'t [&'t str],
    cells: Vec<&'t str>,
}

impl<'t> Row<'t> {
    /// A cell with something in it.
    fn text(&self, column: &str) -> Option<&'t str> {
        let place =
            self.columns.iter().position(|own| *own == column).unwrap_or_else(|| panic!("no {column}"));
        Some(self.cells[place].trim()).filter(|cell| !cell.is_empty() && *cell != "NA")
    }

    fn number(&self, column: &str) -> Option<f64> {
        self.text(column).and_then(|cell| cell.parse().ok())
    }

    /// A code such as `1.0`.
    fn is(&self, column: &str, code: f64) -> bool {
        self.number(column).is_some_and(|own| (own - code).abs() < 0.5)
    }
}

/// The data has no quoted cells, which this checks, so that a comma is always a border.
fn rows(text: &str, each: &mut dyn FnMut(&Row<'_>)) {
    assert!(!text.contains('"'), "quoted cells: use a reader of CSV");
    let mut lines = text.lines();
    let columns: Vec<&str> = lines.next().unwrap().split(',').collect();
    for line in lines {
        let cells: Vec<&str> = line.split(',').collect();
        assert_eq!(cells.len(), columns.len(), "a cell too many or too few");
        each(&Row { columns: &columns, cells });
    }
}

/// The columns are named pg/mL, but every value is a whole number of pg/mL times 0.738: the carrier converted it. Read
/// as pg/mL a tenth of the people would be below 200, where surveys find 3 %.
const B12_UNIT: &str = "pmol/L";

type Lab = (&'static str, &'static str, &'static str);

/// Columns of a cycle: analyte, column, unit as in the column's name or the survey's documentation.
const CYCLES: &[(&str, &[Lab])] = &[
    (
        "nhanes_1999_2000",
        &[
            ("ferritin", "LBXFER_ng_mL", "ng/mL"),
            ("tsat", "LBXPCT_pct", "%"),
            ("iron", "LBXIRN_ug_dL", "ug/dL"),
            ("tibc", "TIBC_derived_ug_dL", "ug/dL"),
            ("haemoglobin", "LBXHGB_g_dL", "g/dL"),
            ("mcv", "LBXMCVSI_fL", "fL"),
            ("creatinine", "LBXSCR_mg_dL", "mg/dL"),
            ("crp", "LBXCRP_mg_dL", "mg/dL"),
            ("b12_total", "LBXB12_pg_mL", B12_UNIT),
        ],
    ),
    (
        "nhanes_2005_2006",
        &[
            ("ferritin", "LBXFER", "ng/mL"),
            ("mcv", "mcv", "fL"),
            ("creatinine", "creat", "mg/dL"),
            ("crp", "crp", "mg/dL"),
            ("b12_total", "vitaminB12", B12_UNIT),
            ("hcy", "LBXHCY_umol_L", "umol/L"),
        ],
    ),
    (
        "nhanes_2017_2018",
        &[
            ("ferritin", "LBXFER", "ng/mL"),
            ("mcv", "mcv", "fL"),
            ("creatinine", "creat", "mg/dL"),
            ("crp", "crp", "mg/dL"),
        ],
    ),
];

/// One person. Histories were not asked in this form: they are taken as complete, which is this test's statement and
/// makes everyone's dialysis, overload and replacement absent. A pregnancy that the survey could not ascertain stays
/// unknown, so there the history is not complete.
fn person(cycle: &str, labs: &[Lab], row: &Row<'_>) -> Value {
    let oldest = cycle == "nhanes_1999_2000";
    let (age, female) = match oldest {
        true => ("age", row.text("sex") == Some("Female")),
        false => ("RIDAGEYR", row.is("RIAGENDR", 2.0)),
    };
    // Whole months where the survey gives them, for the youngest.
    let months = if cycle == "nhanes_2017_2018" { row.number("RIDAGEMN") } else { None };
    let age = months.map_or_else(|| row.number(age), |months| Some(months / 12.0));
    let mut patient = json!({"age_years": age, "sex": if female { "female" } else { "male" }});
    // Code 1: pregnant; 2: not; 3: could not be ascertained; blank: not asked. The oldest file has only 0 and 1.
    let pregnant = if oldest { row.is("pregnant", 1.0) } else { row.is("RIDEXPRG", 1.0) };
    let unknown = !oldest && row.is("RIDEXPRG", 3.0);
    if pregnant {
        patient["history"] = json!({"pregnant": true});
    }
    patient["complete"] = if unknown { json!(["medicines"]) } else { json!(["history", "medicines"]) };
    let made = labs.iter().filter_map(|(analyte, column, unit)| {
        Some(json!({"analyte": analyte, "value": row.number(column)?, "unit": unit}))
    });
    patient["labs"] = made.collect();
    patient
}

/// What was found in one cycle.
#[derive(Default)]
struct Found {
    people: usize,
    /// By analyte and kind.
    refused: BTreeMap<String, usize>,
    /// By `question@guideline`, then by possible answers.
    answers: BTreeMap<(usize, String), BTreeMap<String, usize>>,
    alerts: BTreeMap<ekbom::source::Text, usize>,
}

/// The patient, with what had to be done to have it accepted: an unlikely result is confirmed, an impossible one left
/// out. Every refusal must say what is accepted.
fn accepted(patient: &mut Value, refused: &mut BTreeMap<String, usize>) -> Patient {
    let errors = match Patient::from_json(&patient.to_string()) {
        Ok(patient) => return patient,
        Err(errors) => errors,
    };
    let labs = patient["labs"].as_array_mut().unwrap();
    for error in errors.errors().iter().rev() {
        assert!(!error.message().is_empty() && !error.accepted().is_empty(), "{error}");
        let place: usize = error.field()["labs[".len()..].split(']').next().unwrap().parse().unwrap();
        let analyte = labs[place]["analyte"].as_str().unwrap().to_owned();
        let unlikely = error.accepted().iter().any(|way| way == "confirmed: true");
        let what = if unlikely { "unlikely, confirmed here" } else { "not possible, left out" };
        *refused.entry(format!("{analyte} {what}")).or_default() += 1;
        if unlikely {
            labs[place]["confirmed"] = json!(true);
        } else {
            labs.remove(place);
        }
    }
    Patient::from_json(&patient.to_string()).unwrap_or_else(|errors| panic!("{errors}"))
}

fn go_through(knowledge: &Knowledge, cycle: &str, labs: &[Lab]) -> Option<Found> {
    let mut found = Found::default();
    rows(&data(&format!("{cycle}.csv"))?, &mut |row| {
        let mut made = person(cycle, labs, row);
        let patient = accepted(&mut made, &mut found.refused);
        let assessment = assess(knowledge, &patient);
        found.people += 1;
        for (place, position) in assessment.positions.iter().enumerate() {
            if !position.question.starts_with("treatment.") {
                let name = (place, format!("`{}` | {}", position.question, position.guideline));
                let answers = position.possible.join(" or ");
                *found.answers.entry(name).or_default().entry(answers).or_default() += 1;
            }
        }
        for alert in &assessment.alerts {
            *found.alerts.entry(alert.code.clone()).or_default() += 1;
        }
        saturation_is_derived(made, row);
    });
    Some(found)
}

/// Iron over binding capacity gives the survey's own saturation, within what rounding both allows.
fn saturation_is_derived(mut patient: Value, row: &Row<'_>) {
    let labs = patient["labs"].as_array_mut().unwrap();
    let Some(place) = labs.iter().position(|lab| lab["analyte"] == "tsat") else { return };
    let reported = labs.remove(place)["value"].as_f64().unwrap();
    if !labs.iter().any(|lab| lab["analyte"] == "tibc") {
        return;
    }
    let known = intake(&Patient::from_json(&patient.to_string()).unwrap(), &Policy::default());
    let derived = known.derived.iter().find(|own| own.fact == "tsat").unwrap().value.value().unwrap();
    let capacity = row.number("TIBC_derived_ug_dL").unwrap();
    let rounding = 0.05 + derived * 0.5 / capacity + 0.01;
    assert!((derived - reported).abs() <= rounding, "{derived} % derived, {reported} % reported");
}

fn page(cycles: &[(&str, Found)]) -> String {
    let mut page = String::from(
        "# NHANES counts\n\n\
        <!-- Written by `EKBOM_BLESS=1 cargo test -p ekbom --test nhanes`; do not edit. -->\n\n\
        People of the National Health and Nutrition Examination Survey (CDC, public domain; files prepared by others, who\n\
        trimmed outliers) through the library. Unweighted: these are counts of rows, not estimates for a population. No\n\
        history was asked in this form, so it is taken as complete, and everything in it as absent; a pregnancy that could\n\
        not be ascertained stays unknown. Questions on treatments are left out. Vitamin B12\n\
        is read as pmol/L, whatever its column is called: every value is a whole number of pg/mL times 0.738.\n",
    );
    for (cycle, found) in cycles {
        let years = cycle.trim_start_matches("nhanes_").replace('_', "-");
        write!(page, "\n## {years}: {} people\n\n", found.people).unwrap();
        for (why, count) in &found.refused {
            writeln!(page, "- {why}: {count}").unwrap();
        }
        page.push_str("\n| question | guideline | determined | answers |\n|---|---|---|---|\n");
        for ((_, name), answers) in &found.answers {
            let determined: usize =
                answers.iter().filter(|(codes, _)| !codes.contains(" or ")).map(|(_, count)| count).sum();
            let list: Vec<String> =
                answers.iter().map(|(codes, count)| format!("{codes}: {count}")).collect();
            writeln!(page, "| {name} | {determined} | {} |", list.join("; ")).unwrap();
        }
        page.push_str("\n| alert | people |\n|---|---|\n");
        for (code, count) in &found.alerts {
            writeln!(page, "| `{code}` | {count} |").unwrap();
        }
    }
    page
}

#[test]
fn people_are_assessed_and_counted() {
    let knowledge = Knowledge::builtin();
    let found: Vec<(&str, Option<Found>)> = std::thread::scope(|scope| {
        let knowledge = &knowledge;
        let running: Vec<_> = CYCLES
            .iter()
            .map(|(cycle, labs)| (*cycle, scope.spawn(move || go_through(knowledge, cycle, labs))))
            .collect();
        running.into_iter().map(|(cycle, thread)| (cycle, thread.join().unwrap())).collect()
    });
    let Some(found) = found.into_iter().map(|(cycle, own)| Some((cycle, own?))).collect::<Option<Vec<_>>>()
    else {
        return;
    };
    for (cycle, own) in &found {
        println!("{cycle}: {} people, held back for confirmation: {:?}", own.people, own.refused);
    }
    let made = page(&found);
    println!("{made}");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/src/nhanes-counts.md");
    if std::env::var_os("EKBOM_BLESS").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    let moved: Vec<&str> = made.lines().filter(|line| !committed.lines().any(|own| own == *line)).collect();
    assert!(made == committed, "the counts moved; look at them, then EKBOM_BLESS=1:\n{}", moved.join("\n"));
}

/// Iron and binding capacity of 1971-75, with the survey's own saturation to a tenth.
#[test]
fn saturation_of_the_first_survey() {
    let Some(text) = data("nhanes_1_1971_75_iron.csv") else { return };
    let mut count = 0;
    rows(&text, &mut |row| {
        let (Some(iron), Some(tibc), Some(reported)) =
            (row.number("Serum Iron"), row.number("TIBC"), row.number("TS"))
        else {
            return;
        };
        let lab =
            |analyte, value| json!({"analyte": analyte, "value": value, "unit": "ug/dL", "confirmed": true});
        let patient = json!({"labs": [lab("iron", iron), lab("tibc", tibc)]});
        let known = intake(&Patient::from_json(&patient.to_string()).unwrap(), &Policy::default());
        let derived = known.derived.iter().find(|own| own.fact == "tsat").unwrap().value.value().unwrap();
        assert!(
            (derived - reported).abs() <= 0.0501,
            "{iron} over {tibc}: {derived} derived, {reported} reported"
        );
        count += 1;
    });
    println!("{count} saturations derived");
    assert!(count > 9000);
}

/// A number, or the bound that a laboratory wrote in words, as comparator and number. The library reads no such text:
/// turning it into a comparator is the caller's work.
fn result(text: &str) -> Option<(Option<&'static str>, f64)> {
    let text = text.trim().trim_end_matches(['.', '*']).to_uppercase();
    let (comparator, rest) = if let Some(rest) = text.strip_prefix("GREATER THAN").or(text.strip_prefix('>'))
    {
        (Some(">"), rest)
    } else if let Some(rest) = text.strip_prefix("LESS THAN").or(text.strip_prefix('<')) {
        (Some("<"), rest)
    } else {
        (None, text.as_str())
    };
    let number = rest.split_whitespace().next()?.trim_end_matches(['.', '*']);
    Some((comparator, number.parse().ok()?))
}

fn reported(analyte: &str, text: &str, unit: &str) -> Option<Value> {
    let (comparator, value) = result(text)?;
    let mut lab = Map::new();
    lab.insert("analyte".into(), json!(analyte));
    lab.insert("value".into(), json!(value));
    lab.insert("unit".into(), json!(unit));
    if let Some(comparator) = comparator {
        lab.insert("comparator".into(), json!(comparator));
    }
    Some(Value::Object(lab))
}

#[test]
fn censored_text_is_turned_into_a_comparator() {
    assert_eq!(result(">2000*."), Some((Some(">"), 2000.0)));
    assert_eq!(result("GREATER THAN 20 NG/ML."), Some((Some(">"), 20.0)));
    assert_eq!(result("LESS THAN 0.4"), Some((Some("<"), 0.4)));
    assert_eq!(result("<0.02"), Some((Some("<"), 0.02)));
    assert_eq!(result("12.5"), Some((None, 12.5)));
    assert_eq!(result("UNABLE TO REPORT"), None);
}

/// Panels of a hospital: column, analyte, unit, and the column with the bound in words.
const PANEL: &[(&str, &str, &str, &str)] = &[
    ("albumin", "albumin", "g/dL", ""),
    ("b12", "b12_total", "pg/mL", "b12_text"),
    ("calcium", "calcium", "mg/dL", ""),
    ("creatinine", "creatinine", "mg/dL", ""),
    ("crp", "crp", "mg/L", ""),
    ("ferritin", "ferritin", "ng/mL", "ferritin_text"),
    ("folate", "folate_serum", "ng/mL", "folate_text"),
    ("hb", "haemoglobin", "g/dL", ""),
    ("hba1c", "hba1c", "%", ""),
    ("iron", "iron", "ug/dL", ""),
    ("mcv", "mcv", "fL", ""),
    ("tibc", "tibc", "ug/dL", ""),
    ("transferrin", "transferrin", "mg/dL", ""),
    ("tsh", "tsh", "uIU/mL", ""),
];

#[test]
fn panels_of_a_hospital() {
    let Some(text) = data("mimic_iv_demo_iron_b12_panels.csv") else { return };
    let knowledge = Knowledge::builtin();
    let (mut refused, mut censored, mut above) = (BTreeMap::new(), 0, 0);
    rows(&text, &mut |row| {
        let labs: Vec<Value> = PANEL
            .iter()
            .filter_map(|(column, analyte, unit, words)| {
                let words = if words.is_empty() { None } else { row.text(words) };
                reported(analyte, words.or_else(|| row.text(column))?, unit)
            })
            .collect();
        censored += labs.iter().filter(|lab| lab.get("comparator").is_some()).count();
        let sex = if row.text("gender") == Some("F") { "female" } else { "male" };
        let mut patient =
            json!({"age_years": row.number("age"), "sex": sex, "labs": labs, "complete": ["history"]});
        let text = patient.to_string();
        let patient = accepted(&mut patient, &mut refused);
        let assessment = assess(&knowledge, &patient);
        if row.number("tsat_calc_pct").is_some_and(|percent| percent > 100.0) {
            above += 1;
            let refused = Patient::from_json(&text).err();
            let about_tibc =
                refused.iter().flat_map(|all| all.errors()).any(|error| error.message().contains("`tibc`"));
            assert!(!about_tibc, "iron above it: the confirm tier does not apply");
            let safety = assessment.position(Question::IronSafety, &Guideline::EkbomSafety).unwrap();
            assert_eq!(safety.possible, ["stop_tsat_ceiling"], "above 100 % iron stops");
            assert!(assessment.has_alert(&AlertCode::IronExceedsTibc));
            assert!(assessment.has_alert(&AlertCode::TsatAbove100));
        }
        let bound = row.text("b12_text").and_then(result);
        if bound.is_some() {
            let first = assessment.position(Question::B12FirstLine, &Guideline::NiceNg239).unwrap();
            assert_eq!(first.possible, ["unlikely"], "more than 2000 pg/mL");
        }
    });
    println!("{censored} bounds in words, {above} saturations above 100 %, held back: {refused:?}");
    assert!(censored > 0 && above > 0);
}

/// Items of an older export.
const ITEMS: &[(&str, &str)] = &[
    ("50862", "albumin"),
    ("50893", "calcium"),
    ("50912", "creatinine"),
    ("51222", "haemoglobin"),
    ("51250", "mcv"),
    ("50993", "tsh"),
    ("50952", "iron"),
    ("50953", "tibc"),
    ("50998", "transferrin"),
    ("50924", "ferritin"),
    ("51010", "b12_total"),
    ("50925", "folate_serum"),
    ("50852", "hba1c"),
    ("51070", "uacr"),
    ("50889", "crp"),
];

#[test]
fn single_results_of_a_hospital() {
    let Some(text) = data("mimic_iii_demo_nutrition_labs.csv") else { return };
    let knowledge = Knowledge::builtin();
    let (mut refused, mut seen, mut unreadable) = (BTreeMap::new(), BTreeSet::new(), 0);
    rows(&text, &mut |row| {
        let item = row.text("itemid").unwrap();
        let analyte = ITEMS.iter().find(|(own, _)| *own == item).map(|(_, analyte)| *analyte);
        let Some(analyte) = analyte else { panic!("item {item} is not known to this test") };
        let lab = row
            .text("value")
            .zip(row.text("valueuom"))
            .and_then(|(value, unit)| reported(analyte, value, unit));
        let Some(lab) = lab else {
            unreadable += 1;
            return;
        };
        if seen.insert(lab.to_string()) {
            let mut patient = json!({"labs": [lab]});
            let patient = accepted(&mut patient, &mut refused);
            if seen.len() % 8 == 0 {
                assert!(!assess(&knowledge, &patient).positions.is_empty());
            }
        }
    });
    println!(
        "{} different results, {unreadable} without a number or unit, held back: {refused:?}",
        seen.len()
    );
    assert!(seen.len() > 500);
}
