//! Long tables: every person as `assess` answers the patient whom a reader of the rows would write down.
#![cfg(feature = "long")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "in a test a failed unwrap is a failed test"
)]

#[expect(dead_code, reason = "shared with the tests of wide tables")]
mod common;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::Int64Type;
use arrow_array::{Array, ArrayRef, Float64Array, Int64Array, RecordBatch, StringArray};
use common::Random;
use ekbom::{Guideline, Knowledge, Patient, Question, assess};
use ekbom_cohort::{CohortError, CohortMap, LongCohort, LongMap, LongOutput, SideTable, SideTables, Sorting};
use serde_json::{Value, json};

const MAP: &str = r#"
ask = ["iron.therapy", "iron.safety", "b12.status", "kidney.stage"]
alerts = ["b12_high"]
possible = true
needs = true
[long]
person = "id"
code = "test"
system = "loinc"
value = "value"
unit = "unit"
time = "time"
"#;

/// Rows as texts: person, code, value, unit, time.
fn batch(rows: &[[&str; 5]]) -> RecordBatch {
    let column = |at: usize| -> ArrayRef {
        let all: StringArray = rows.iter().map(|row| Some(row[at]).filter(|own| !own.is_empty())).collect();
        Arc::new(all)
    };
    let names = ["id", "test", "value", "unit", "time"];
    RecordBatch::try_from_iter(names.into_iter().enumerate().map(|(at, name)| (name, column(at)))).unwrap()
}

fn run_with(
    map: &str,
    rows: &RecordBatch,
    tables: SideTables,
    sorting: Sorting,
) -> Result<Vec<LongOutput>, CohortError> {
    let map = CohortMap::from_toml(map).unwrap();
    let knowledge = Arc::new(Knowledge::builtin());
    let mut cohort = LongCohort::new(knowledge, &map, &rows.schema(), tables, sorting)?;
    let mut made = Vec::new();
    // In pieces: where a batch ends must not matter.
    for start in (0..rows.num_rows()).step_by(7) {
        made.extend(cohort.push(&rows.slice(start, 7.min(rows.num_rows() - start)))?);
    }
    made.extend(cohort.finish()?);
    Ok(made)
}

fn run(rows: &[[&str; 5]]) -> Vec<LongOutput> {
    run_with(MAP, &batch(rows), SideTables::default(), Sorting::default()).unwrap()
}

/// Every person's answers against those of `assess`.
fn agree(made: &[LongOutput], people: &BTreeMap<String, Value>, alerts: &[&str]) -> usize {
    let knowledge = Knowledge::builtin();
    let mut seen = 0;
    for own in made {
        let batch = &own.output.batch;
        let keys = batch.column(0).as_string::<i32>();
        let errors = batch.column_by_name("ekbom:errors").unwrap().as_string_view();
        for row in 0..batch.num_rows() {
            seen += 1;
            let json = &people[keys.value(row)];
            let tell = || format!("{}: {json}", keys.value(row));
            let patient = match Patient::from_json(&json.to_string()) {
                Ok(patient) => patient,
                Err(_) => {
                    assert!(errors.is_valid(row), "not refused: {}", tell());
                    continue;
                }
            };
            assert!(errors.is_null(row), "{} {}", errors.value(row), tell());
            let assessment = assess(&knowledge, &patient);
            for field in batch.schema().fields() {
                let Some((question, guideline)) = field.name().split_once('@') else { continue };
                let Some((guideline, kind)) = guideline.split_once(':') else { continue };
                let guideline = Guideline::new(guideline).unwrap();
                let position = assessment.position(Question::new(question).unwrap(), &guideline).unwrap();
                let one = batch.column_by_name(field.name()).unwrap().as_list::<i32>().value(row);
                let said: Vec<&str> = one.as_string::<i32>().iter().flatten().collect();
                let wanted = if kind == "possible" { &position.possible } else { &position.needs };
                assert_eq!(&said, wanted, "{} {}", field.name(), tell());
            }
            for code in alerts {
                let column = batch.column_by_name(&format!("alert:{code}")).unwrap().as_boolean();
                let raised = assessment.alerts.iter().any(|alert| alert.code == *code);
                assert_eq!(column.value(row), raised, "{code} {}", tell());
            }
        }
    }
    seen
}

fn column(made: &[LongOutput], name: &str) -> Vec<Option<String>> {
    let all = made.iter().flat_map(|own| {
        let column = own.output.batch.column_by_name(name).unwrap();
        match column.as_string_view_opt() {
            Some(texts) => texts.iter().map(|own| own.map(str::to_owned)).collect::<Vec<_>>(),
            None => column.as_string::<i32>().iter().map(|own| own.map(str::to_owned)).collect(),
        }
    });
    all.collect()
}

fn rejected(made: &[LongOutput]) -> Vec<(u64, String)> {
    let all = made.iter().flat_map(|own| &own.rejected);
    let mut all: Vec<_> = all.map(|own| (own.row.unwrap_or(9999), own.reason.clone())).collect();
    all.sort();
    all
}

/// LOINC code, analyte, unit, and values that nobody doubts.
const TESTS: &[(&str, &str, &str, f64, f64)] = &[
    ("2276-4", "ferritin", "ng/mL", 8.0, 400.0),
    ("2276-4", "ferritin", "ug/L", 8.0, 400.0),
    ("14801-5", "tsat", "%", 8.0, 60.0),
    ("2160-0", "creatinine", "mg/dL", 0.6, 1.4),
    ("14682-9", "creatinine", "umol/L", 60.0, 110.0),
    ("2132-9", "b12_total", "pg/mL", 120.0, 1500.0),
    ("13964-2", "mma_serum", "nmol/L", 100.0, 900.0),
    ("1988-5", "crp", "mg/L", 1.0, 40.0),
    ("787-2", "mcv", "fL", 78.0, 104.0),
];

#[test]
fn random_long_tables_give_what_assess_gives() {
    let count: usize = std::env::var("EKBOM_LONG_PEOPLE").map_or(400, |own| own.parse().unwrap());
    let mut random = Random(0x51ab_c0de);
    let mut lines: Vec<[String; 5]> = Vec::new();
    let (mut people, mut sides) = (BTreeMap::new(), Vec::new());
    for person in 0..count {
        let key = format!("p{person:06}");
        let mut rows: Vec<(usize, i64, f64, &str, bool)> = Vec::new();
        let analytes = random.below(6);
        for _ in 0..analytes {
            let test = random.below(TESTS.len());
            // Each analyte has each day at most once, and its days are its own.
            for _ in 0..=random.below(3) {
                let day = random.below(700) as i64;
                let id = TESTS[test].1;
                if rows.iter().any(|own| TESTS[own.0].1 == id && own.1 == day) {
                    continue;
                }
                let (low, high) = (TESTS[test].3, TESTS[test].4);
                let value = (low + (high - low) * random.unit()).round() + if high < 2.0 { 0.1 } else { 0.0 };
                let sign = ["", "", "", "<", ">"][random.below(5)];
                rows.push((test, day, value, sign, random.chance(5)));
            }
        }
        let newest = rows.iter().map(|own| own.1).max();
        let mut labs: Vec<Value> = Vec::new();
        for (test, day, value, sign, bad) in &rows {
            let (code, id, unit, ..) = TESTS[*test];
            let text = match random.below(3) {
                0 if !sign.is_empty() => format!("{} {value}", if *sign == "<" { "LT" } else { "GT" }),
                _ => format!("{sign}{value}"),
            };
            let date = ekbom_fhir::rows::Moment::of_day(18_000 + day).to_string();
            let unit_of_row = if *bad { "" } else { unit };
            lines.push([key.clone(), code.into(), text, unit_of_row.into(), date]);
            let ago = newest.unwrap() - day;
            let newer_is_bad = rows.iter().any(|own| TESTS[own.0].1 == id && own.4 && own.1 > *day);
            if *bad || ago > 365 || newer_is_bad {
                continue;
            }
            let mut lab = json!({"analyte": id, "value": value, "unit": unit, "days_ago": ago});
            if !sign.is_empty() {
                lab["comparator"] = json!(sign);
            }
            labs.push(lab);
        }
        let (age, sex) = (20 + random.below(70), ["female", "male"][random.below(2)]);
        let crohn = random.chance(50);
        sides.push((key.clone(), age as f64, sex, crohn));
        let json = json!({"age_years": age, "sex": sex, "history": {"crohn": crohn}, "labs": labs,
            "complete": ["medicines"]});
        people.insert(key, json);
    }
    let table = RecordBatch::try_from_iter([
        ("id", Arc::new(StringArray::from_iter_values(sides.iter().map(|own| own.0.as_str()))) as ArrayRef),
        ("age", Arc::new(Float64Array::from_iter_values(sides.iter().map(|own| own.1)))),
        ("sex", Arc::new(StringArray::from_iter_values(sides.iter().map(|own| own.2)))),
        ("crohn", Arc::new(Int64Array::from_iter_values(sides.iter().map(|own| i64::from(own.3))))),
    ])
    .unwrap();
    let tables = || SideTables {
        people: Some(SideTable::new(table.schema(), vec![table.clone()])),
        ..SideTables::default()
    };
    let map = format!(
        "complete = [\"medicines\"]\n{MAP}[long.people]\nperson = \"id\"\n[person]\nage_years = \"age\"\n\
         sex = \"sex\"\n[items]\ncrohn = \"crohn\"\n"
    );
    let by_person: Vec<[&str; 5]> = lines.iter().map(|own| own.each_ref().map(String::as_str)).collect();
    let sorted = run_with(&map, &batch(&by_person), tables(), Sorting::Sorted).unwrap();
    assert_eq!(agree(&sorted, &people, &["b12_high"]), count);
    // In any order, and by several threads, the people are the same.
    let mut shuffled = by_person.clone();
    for at in (1..shuffled.len()).rev() {
        shuffled.swap(at, random.below(at + 1));
    }
    let unsorted = run_with(&map, &batch(&shuffled), tables(), Sorting::default()).unwrap();
    assert_eq!(agree(&unsorted, &people, &["b12_high"]), count);
    if count >= 400 {
        assert!(sorted.iter().map(|own| own.rejected.len()).sum::<usize>() > 20);
    }
}

#[test]
fn of_one_day_the_newest_counts_and_what_contradicts_is_refused() {
    let made = run(&[
        ["1", "2276-4", "38", "ng/mL", "2020-05-17 08:00:00"],
        ["1", "2276-4", "130", "ng/mL", "2020-05-17 20:00:00"],
        ["2", "2276-4", "38", "ng/mL", "2020-05-17"],
        ["2", "2276-4", "130", "ng/mL", "2020-05-17"],
        ["3", "2276-4", "38", "ng/mL", "2020-05-17"],
        ["3", "2276-4", "38", "ug/L", "2020-05-17"],
        ["4", "2276-4", "38", "ng/mL", "2020-05-17 08:00:00"],
        ["4", "2276-4", "130", "ng/mL", "2020-05-17 08:00:00+00:00"],
    ]);
    let people = BTreeMap::from([
        (
            "1".into(),
            json!({"labs": [{"analyte": "ferritin", "value": 130, "unit": "ng/mL", "days_ago": 0}]}),
        ),
        ("2".into(), json!({"labs": []})),
        ("3".into(), json!({"labs": [{"analyte": "ferritin", "value": 38, "unit": "ng/mL", "days_ago": 0}]})),
        // Of two kinds of clock it is not known which is later.
        ("4".into(), json!({"labs": []})),
    ]);
    assert_eq!(agree(&made, &people, &[]), 4);
    let contradicts: Vec<(u64, String)> =
        [2, 3, 6, 7].map(|row| (row, "contradicts_another".to_owned())).to_vec();
    assert_eq!(rejected(&made), contradicts);
}

#[test]
fn an_older_result_never_stands_for_one_that_was_refused() {
    let made = run(&[
        // No unit; not a number; not a date; a unit of something else; beyond what is possible.
        ["1", "2276-4", "300", "", "2020-05-17"],
        ["1", "2276-4", "38", "ng/mL", "2020-05-01"],
        ["2", "2276-4", "HAEMOLYSED", "ng/mL", "2020-05-17"],
        ["2", "2276-4", "38", "ng/mL", "2020-05-01"],
        ["3", "2276-4", "38", "ng/mL", "17.05.2020"],
        ["3", "2276-4", "38", "ng/mL", "2020-05-01"],
        ["4", "2276-4", "38", "mmol/L", "2020-05-17"],
        ["4", "2276-4", "38", "ng/mL", "2020-05-01"],
        ["5", "2276-4", "-5", "ng/mL", "2020-05-17"],
        ["5", "2276-4", "38", "ng/mL", "2020-05-01"],
        ["5", "2160-0", "0.9", "mg/dL", "2020-05-01"],
    ]);
    let nothing = || json!({"labs": []});
    let creatinine =
        json!({"labs": [{"analyte": "creatinine", "value": 0.9, "unit": "mg/dL", "days_ago": 16}]});
    let people: BTreeMap<String, Value> = [nothing(), nothing(), nothing(), nothing(), creatinine]
        .into_iter()
        .zip(1..)
        .map(|(json, at)| (at.to_string(), json))
        .collect();
    assert_eq!(agree(&made, &people, &[]), 5);
    let rows: Vec<u64> = rejected(&made).into_iter().map(|own| own.0).collect();
    assert_eq!(rows, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    let refused: Vec<i64> = made
        .iter()
        .flat_map(|own| {
            own.output
                .batch
                .column_by_name("ekbom:rows_refused")
                .unwrap()
                .as_primitive::<Int64Type>()
                .values()
                .to_vec()
        })
        .collect();
    assert_eq!(refused, [2, 2, 2, 2, 2]);
}

#[test]
fn a_refused_row_refuses_its_person_where_the_map_says_so() {
    let rows = [
        ["1", "2276-4", "38", "", "2020-05-17"],
        ["1", "2160-0", "0.9", "mg/dL", "2020-05-17"],
        ["2", "2276-4", "38", "ng/mL", "2020-05-17"],
    ];
    for (said, refused) in [("refuse", true), ("set_aside", false)] {
        let map = format!("on_refusal = \"{said}\"\n{MAP}");
        let made = run_with(&map, &batch(&rows), SideTables::default(), Sorting::default()).unwrap();
        let errors = column(&made, "ekbom:errors");
        assert_eq!(errors.iter().map(Option::is_some).collect::<Vec<_>>(), [refused, false], "{said}");
        assert!(rejected(&made).contains(&(0, "unit".to_owned())), "{said}");
    }
}

#[test]
fn a_person_who_comes_back_is_an_error_and_never_a_second_patient() {
    let rows = [
        ["9", "2276-4", "38", "ng/mL", "2020-05-17"],
        ["10", "2276-4", "38", "ng/mL", "2020-05-17"],
        ["9", "2276-4", "130", "ng/mL", "2020-06-17"],
    ];
    let error = run_with(MAP, &batch(&rows), SideTables::default(), Sorting::Sorted).unwrap_err();
    assert!(matches!(error, CohortError::NotSorted { row: 2, .. }), "{error}");
    assert!(error.to_string().starts_with("row 3: person `9` stands behind `10`"), "{error}");
    let made = run_with(MAP, &batch(&rows), SideTables::default(), Sorting::default()).unwrap();
    assert_eq!(column(&made, "id"), [Some("9".into()), Some("10".into())]);
    let small = Sorting::Unsorted { memory: 100 };
    let error = run_with(MAP, &batch(&rows), SideTables::default(), small).unwrap_err();
    assert!(matches!(error, CohortError::Memory { memory: 100, .. }), "{error}");
}

#[test]
fn iron_and_what_binds_it_are_of_one_sample() {
    let made = run(&[
        ["1", "2498-4", "50", "ug/dL", "2020-05-17 08:00:00"],
        ["1", "2500-7", "200", "ug/dL", "2020-05-17 08:00:00"],
        ["1", "2500-7", "400", "ug/dL", "2020-05-17 16:00:00"],
        // No sample has both: of the day then, as in a wide table.
        ["2", "2498-4", "50", "ug/dL", "2020-05-17 08:00:00"],
        ["2", "2500-7", "400", "ug/dL", "2020-05-17 16:00:00"],
    ]);
    let labs = |tibc: f64| {
        json!({"labs": [{"analyte": "iron", "value": 50, "unit": "ug/dL", "days_ago": 0},
            {"analyte": "tibc", "value": tibc, "unit": "ug/dL", "days_ago": 0}]})
    };
    let people = BTreeMap::from([("1".into(), labs(200.0)), ("2".into(), labs(400.0))]);
    assert_eq!(agree(&made, &people, &[]), 2);
}

fn side(columns: &[(&str, &[&str])]) -> Option<SideTable> {
    let columns = columns.iter().map(|(name, texts)| {
        let all: StringArray = texts.iter().map(|own| Some(*own).filter(|own| !own.is_empty())).collect();
        (*name, Arc::new(all) as ArrayRef)
    });
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    Some(SideTable::new(batch.schema(), vec![batch]))
}

const SIDES: &str = r#"
[long.people]
person = "who"
as_of = "day"
birth = "born"
died = "died"
[long.conditions]
person = "who"
code = "icd"
system = "icd-10-cm"
began = "since"
ended = "until"
[long.medicines]
person = "who"
name = "drug"
began = "from"
ended = "to"
[person]
sex = { column = "sex", values = { F = "female", M = "male" } }
[items]
gastrectomy = { column = "stomach", values = { removed = true, "" = "missing" } }
"#;

#[test]
fn people_diagnoses_and_medicines_are_read_as_of_the_day_of_each() {
    let tables = SideTables {
        people: side(&[
            ("who", &["1", "2", "3", "4"]),
            ("day", &["2020-05-17", "2020-05-17", "2020-05-17", "2020-05-17"]),
            ("born", &["1962-03-01", "1962", "1950-01-01", "1990-01-01"]),
            ("died", &["", "", "2020-01-01", ""]),
            ("sex", &["F", "M", "M", "X"]),
            ("stomach", &["", "removed", "", ""]),
        ]),
        conditions: side(&[
            ("who", &["1", "1", "1", "2"]),
            ("icd", &["K50.90", "K90.0", "E10.9", "J45.9"]),
            ("since", &["2010-01-01", "2010-01-01", "2021-01-01", ""]),
            ("until", &["", "2015-01-01", "", ""]),
        ]),
        medicines: side(&[
            ("who", &["1", "1", "1"]),
            ("drug", &["Metformin 500 MG", "Omeprazole", "pramipexole"]),
            ("from", &["2020-05-01", "2019-01-01", "2020-06-01"]),
            ("to", &["2020-06-01", "2020-05-07", ""]),
        ]),
    };
    let rows = batch(&[
        ["1", "2276-4", "38", "ng/mL", "2020-05-16"],
        ["1", "2276-4", "300", "ng/mL", "2020-05-18"],
        ["2", "2276-4", "38", "ng/mL", "2018-05-16"],
        ["3", "2276-4", "38", "ng/mL", "2020-05-16"],
        ["4", "2276-4", "38", "ng/mL", "2020-05-16"],
    ]);
    let map = format!("complete = [\"history\", \"medicines\"]\n{MAP}{SIDES}");
    let made = run_with(&map, &rows, tables, Sorting::Sorted).unwrap();
    let people = BTreeMap::from([
        // What ended is left open, and with it the history.
        (
            "1".into(),
            json!({"age_years": 58, "sex": "female", "history": {"crohn": true},
            "labs": [{"analyte": "ferritin", "value": 38, "unit": "ng/mL", "days_ago": 1}],
            "medicines": [{"name": "metformin", "days_taken": 16}, {"name": "omeprazole", "stopped_days_ago": 10}],
            "complete": ["medicines"]}),
        ),
        (
            "2".into(),
            json!({"age_years": {"from": 57, "to": 58}, "sex": "male",
            "history": {"gastrectomy": true}, "complete": ["medicines"]}),
        ),
        ("3".into(), json!({"sex": "dead"})),
        ("4".into(), json!({"sex": "X"})),
    ]);
    assert_eq!(agree(&made, &people, &[]), 4);
    let errors = column(&made, "ekbom:errors");
    assert!(errors[2].as_ref().unwrap().contains("the person is dead"), "{errors:?}");
    assert!(errors[3].as_ref().unwrap().contains("does not say anything of `sex`"), "{errors:?}");
    assert_eq!(column(&made, "ekbom:as_of"), vec![Some("2020-05-17".to_owned()); 4]);
}

#[test]
fn everybody_in_the_table_of_people_has_a_row() {
    let map = format!("{MAP}[long.people]\nperson = \"who\"\n");
    let tables = || SideTables { people: side(&[("who", &["b", "a", "c"])]), ..SideTables::default() };
    let rows =
        batch(&[["a", "2276-4", "38", "ng/mL", "2020-05-16"], ["", "2276-4", "9", "ng/mL", "2020-05-16"]]);
    let made = run_with(&map, &rows, tables(), Sorting::Sorted).unwrap();
    assert_eq!(column(&made, "id"), ["a", "b", "c"].map(|own| Some(own.to_owned())));
    assert_eq!(rejected(&made), [(1, "person".to_owned())]);
    let made = run_with(&map, &rows, tables(), Sorting::default()).unwrap();
    assert_eq!(column(&made, "id"), ["a", "b", "c"].map(|own| Some(own.to_owned())));
    let twice = SideTables { people: side(&[("who", &["b", "b"])]), ..SideTables::default() };
    let error = run_with(&map, &rows, twice, Sorting::Sorted).unwrap_err();
    assert!(error.to_string().contains("person `b` stands there twice, in rows 1 and 2"), "{error}");
}

#[test]
fn every_preset_can_be_bound_and_says_what_its_codes_are() {
    for name in LongMap::presets() {
        let long = LongMap::preset(name).unwrap();
        let columns: Vec<String> = long.columns().unwrap();
        let schema = columns
            .iter()
            .map(|name| (name.as_str(), Arc::new(StringArray::from(vec![None::<&str>])) as ArrayRef));
        let rows = RecordBatch::try_from_iter(schema.collect::<Vec<_>>()).unwrap();
        let map = format!("ask = [\"iron.therapy\"]\n[long]\npreset = \"{name}\"\n");
        let made = run_with(&map, &rows, SideTables::default(), Sorting::Sorted).unwrap();
        assert_eq!(made.len(), 1, "{name}");
        assert_eq!(made[0].output.batch.num_rows(), 0, "{name}");
    }
    let error = LongMap::preset("epic").unwrap_err().to_string();
    assert!(error.contains("mimic-iii, mimic-iv, omop"), "{error}");
}

#[test]
fn maps_that_cannot_be_say_why() {
    let rows = batch(&[["1", "2276-4", "38", "ng/mL", "2020-05-16"]]);
    let fault =
        |map: &str| run_with(map, &rows, SideTables::default(), Sorting::Sorted).unwrap_err().to_string();
    let said = |change: (&str, &str)| fault(&MAP.replace(change.0, change.1));
    assert!(said(("\"id\"", "\"nobody\"")).contains("there are: id, test"));
    assert!(said(("system = \"loinc\"\n", "")).contains("no code is said to mean anything"));
    assert!(said(("system = \"loinc\"\n", "codes = { a = \"feritin\" }\n")).contains("ferritin"));
    assert!(said(("value = \"value\"\n", "")).contains("long.value"));
    let more = |text: &str| fault(&format!("{MAP}{text}"));
    assert!(
        more("[quantities]\nferritin = { column = \"value\", unit = \"ng/mL\" }\n")
            .contains("in the long table")
    );
    assert!(more("[person]\nage_years = \"age\"\n").contains("table of people"));
    assert!(more("[long.people]\nperson = \"id\"\n").contains("is not given"));
    assert!(said(("time = \"time\"\n", "time = \"time\"\nas_of = \"May\"\n")).contains("no day"));
}

/// A table from plain CSV, all texts.
fn table(text: &str) -> RecordBatch {
    let mut lines = text.lines();
    let names: Vec<&str> = lines.next().unwrap().split(',').collect();
    let cells: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
    let columns = names.iter().enumerate().map(|(at, name)| {
        let all: StringArray =
            cells.iter().map(|own| own.get(at).copied().filter(|own| !own.is_empty())).collect();
        (*name, Arc::new(all) as ArrayRef)
    });
    RecordBatch::try_from_iter(columns.collect::<Vec<_>>()).unwrap()
}

#[test]
fn the_made_up_common_data_model_is_answered() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/long");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let side = |name: &str| {
        let batch = table(&read(name));
        Some(SideTable::new(batch.schema(), vec![batch]))
    };
    let tables = SideTables {
        people: side("omop/person.csv"),
        medicines: side("omop/drug_exposure.csv"),
        ..SideTables::default()
    };
    let rows = table(&read("omop/measurement.csv"));
    let made = run_with(&read("omop.toml"), &rows, tables, Sorting::Sorted).unwrap();
    assert_eq!(made.iter().map(|own| own.output.batch.num_rows()).sum::<usize>(), 200);
    let advised = column(&made, "iron.therapy@nice-cks");
    assert!(advised.iter().flatten().count() > 20, "{advised:?}");
    assert!(column(&made, "ekbom:errors").iter().all(Option::is_none));
    // Rows without a unit are on purpose.
    assert!(made.iter().flat_map(|own| &own.rejected).any(|own| own.reason == "unit"));
}

#[test]
fn the_demo_of_mimic_is_answered_where_it_is() {
    let data = std::env::var("EKBOM_DATA").map_or_else(
        |_| std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"),
        Into::into,
    );
    let Ok(text) = std::fs::read_to_string(data.join("mimic_iii_demo_nutrition_labs.csv")) else {
        return eprintln!("MIMIC demo: not there, not read");
    };
    let rows = table(&text);
    let map = "ask = [\"iron.therapy\"]\n[long]\npreset = \"mimic-iii\"\n";
    let made = run_with(map, &rows, SideTables::default(), Sorting::Sorted).unwrap();
    assert_eq!(made.iter().map(|own| own.output.batch.num_rows()).sum::<usize>(), 100);
    let mut said = String::new();
    for own in made.iter().flat_map(|own| &own.rejected) {
        writeln!(said, "{own:?}").unwrap();
    }
    // `UNABLE TO REPORT`, and what no older result may stand for.
    assert!(said.contains("the text is no number"), "{said}");
}
