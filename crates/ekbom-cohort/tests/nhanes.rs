//! Real people: every row of three NHANES files against one patient at a time.
//!
//! The data is not part of the project: it lies beside the repository in `../shared/data`, or where `EKBOM_DATA` says;
//! without it the test says so. Vitamin B12 of NHANES is in pmol/L, whatever its column is called.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "in a test a failed unwrap is a failed test"
)]

#[expect(dead_code, reason = "random numbers are for the other test")]
mod common;

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow_array::{ArrayRef, Float64Array, RecordBatch, StringArray};
use common::{Counts, agree};
use ekbom::Knowledge;
use ekbom::logic::authoring::Standing;
use ekbom_cohort::{CohortMap, Column, Quantity, Scalar};
use serde_json::{Value, json};

/// Columns of numbers as analytes.
type Labs = &'static [(&'static str, &'static str, &'static str)];

const FILES: [(&str, &str, &str, Labs); 3] = [
    (
        "nhanes_1999_2000.csv",
        "age",
        "sex",
        &[
            ("ferritin", "LBXFER_ng_mL", "ng/mL"),
            ("iron", "LBXIRN_ug_dL", "ug/dL"),
            ("tibc", "TIBC_derived_ug_dL", "ug/dL"),
            ("haemoglobin", "LBXHGB_g_dL", "g/dL"),
            ("folate_serum", "LBXFOL_ng_mL", "ng/mL"),
            ("rdw", "LBXRDW_pct", "%"),
            ("albumin", "LBXSAL_g_dL", "g/dL"),
            ("creatinine", "creat_umol_L", "umol/L"),
            ("mcv", "LBXMCVSI_fL", "fL"),
            ("hba1c", "LBXGH_pct", "%"),
            ("crp", "LBXCRP_mg_dL", "mg/dL"),
            ("b12_total", "LBXB12_pg_mL", "pmol/L"),
        ],
    ),
    (
        "nhanes_2005_2006.csv",
        "age",
        "RIAGENDR",
        &[
            ("ferritin", "LBXFER", "ng/mL"),
            ("creatinine", "creat", "mg/dL"),
            ("mcv", "mcv", "fL"),
            ("rdw", "rdw", "%"),
            ("hba1c", "hba1c", "%"),
            ("crp", "crp", "mg/dL"),
            ("b12_total", "vitaminB12", "pmol/L"),
            ("hcy", "LBXHCY_umol_L", "umol/L"),
            ("cystatin_c", "cyst", "mg/L"),
        ],
    ),
    (
        "nhanes_2017_2018.csv",
        "RIDAGEYR",
        "RIAGENDR",
        &[
            ("ferritin", "LBXFER", "ng/mL"),
            ("creatinine", "creat", "mg/dL"),
            ("mcv", "mcv", "fL"),
            ("rdw", "rdw", "%"),
            ("hba1c", "hba1c", "%"),
            ("crp", "crp", "mg/dL"),
            ("b12_total", "vitaminB12", "pmol/L"),
        ],
    ),
];

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

#[test]
fn nhanes_is_its_people() {
    let knowledge = Arc::new(Knowledge::builtin());
    for (file, age, sex, labs) in FILES {
        let Some(text) = data(file) else { return };
        let mut lines = text.lines();
        let names: Vec<&str> = lines.next().unwrap().split(',').collect();
        let rows: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
        let at = |name: &str| names.iter().position(|own| *own == name).unwrap();
        let number = |row: &[&str], name: &str| -> Option<f64> { row[at(name)].parse().ok() };
        let mut map = CohortMap {
            possible: true,
            needs: true,
            complete: vec!["history".into()],
            ..CohortMap::default()
        };
        map.ask = knowledge
            .tables()
            .iter()
            .filter(|table| table.guideline.standing == Standing::Current)
            .map(|table| table.name())
            .collect();
        map.alerts =
            vec!["ferritin_unreliable_inflammation".into(), "b12_high".into(), "hba1c_unreliable".into()];
        let mut columns: Vec<(String, ArrayRef)> = Vec::new();
        for (analyte, column, unit) in labs {
            let values: Float64Array = rows.iter().map(|row| number(row, column)).collect();
            columns.push(((*column).to_owned(), Arc::new(values)));
            map = map.quantity(*analyte, Quantity::new(*column, *unit));
        }
        let ages: Float64Array = rows.iter().map(|row| number(row, age)).collect();
        columns.push(("the age".into(), Arc::new(ages)));
        map = map.person("age_years", Column::new("the age"));
        let sexes: StringArray =
            rows.iter().map(|row| Some(row[at(sex)]).filter(|text| !text.is_empty())).collect();
        columns.push(("the sex".into(), Arc::new(sexes)));
        let codes = [("Male", "male"), ("Female", "female"), ("1", "male"), ("2", "female")];
        let codes: BTreeMap<String, Scalar> =
            codes.into_iter().map(|(value, sex)| (value.to_owned(), Scalar::Code(sex.to_owned()))).collect();
        map = map.person("sex", Column { column: "the sex".into(), values: Some(codes) });
        let patients: Vec<Value> = rows
            .iter()
            .map(|row| {
                let mut results: BTreeMap<&str, Value> = BTreeMap::new();
                for (analyte, column, unit) in labs {
                    if let Some(value) = number(row, column) {
                        results.insert(analyte, json!({"analyte": analyte, "value": value, "unit": unit}));
                    }
                }
                let labs: Vec<Value> = results.into_values().collect();
                let mut patient = json!({"labs": labs, "complete": ["history"]});
                if let Some(age) = number(row, age) {
                    patient["age_years"] = json!(age);
                }
                match row[at(sex)] {
                    "Male" | "1.0" | "1" => patient["sex"] = json!("male"),
                    "Female" | "2.0" | "2" => patient["sex"] = json!("female"),
                    _ => {}
                }
                patient
            })
            .collect();
        let batch = RecordBatch::try_from_iter(columns).unwrap();
        let mut counts = Counts::default();
        agree(&knowledge, &map, &batch, &patients, &mut counts);
        #[cfg(feature = "long")]
        println!("{file}: {} people agree as a long table", long::molten(&knowledge, &map, &batch, labs));
        println!(
            "{file}: {} rows agree: {} answers, {} of them open, {} rows refused, {} alerts raised",
            counts.rows, counts.answers, counts.open, counts.refused, counts.alerts
        );
        let share = 100.0 * counts.slow as f64 / counts.rows as f64;
        println!("{file}: {} rows ({share:.2} %) read one by one", counts.slow);
        assert!(share <= 2.0, "{file}: {share} %");
    }
}

/// The same people with one result a row.
#[cfg(feature = "long")]
mod long {
    use arrow_array::cast::AsArray;
    use arrow_array::types::{Float64Type, Int64Type};
    use arrow_array::{Array, Int64Array};
    use ekbom_cohort::{
        Cohort, Columns, LongCohort, LongMap, PeopleTable, ResultMeaning, SideTable, SideTables, Sorting,
    };

    use super::*;

    pub(crate) fn molten(
        knowledge: &Arc<Knowledge>,
        map: &CohortMap,
        batch: &RecordBatch,
        labs: Labs,
    ) -> usize {
        let wide = Cohort::new(Arc::clone(knowledge), map, &batch.schema()).unwrap().run(batch).unwrap();
        let (mut ids, mut tests, mut values, mut units) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for row in 0..batch.num_rows() {
            for (analyte, column, unit) in labs {
                let column = batch.column_by_name(column).unwrap().as_primitive::<Float64Type>();
                if column.is_valid(row) {
                    ids.push(row as i64);
                    tests.push(*analyte);
                    values.push(column.value(row));
                    units.push(*unit);
                }
            }
        }
        let days = StringArray::from(vec!["2020-01-01"; ids.len()]);
        let rows = RecordBatch::try_from_iter([
            ("id", Arc::new(Int64Array::from(ids)) as ArrayRef),
            ("test", Arc::new(StringArray::from(tests))),
            ("value", Arc::new(Float64Array::from(values))),
            ("unit", Arc::new(StringArray::from(units))),
            ("day", Arc::new(days)),
        ])
        .unwrap();
        let everybody: Int64Array = (0..batch.num_rows() as i64).map(Some).collect();
        let people = RecordBatch::try_from_iter([
            ("id", Arc::new(everybody) as ArrayRef),
            ("the age", Arc::clone(batch.column_by_name("the age").unwrap())),
            ("the sex", Arc::clone(batch.column_by_name("the sex").unwrap())),
        ])
        .unwrap();
        let codes = labs.iter().map(|own| (own.0.to_owned(), ResultMeaning::Plain(own.0.to_owned())));
        let one = |name: &str| Some(Columns::One(name.to_owned()));
        let mut map = CohortMap { quantities: BTreeMap::new(), keep: None, ..map.clone() };
        map.long = Some(LongMap {
            person: Some("id".into()),
            code: Some("test".into()),
            codes: codes.collect(),
            value: one("value"),
            unit: one("unit"),
            time: one("day"),
            people: Some(PeopleTable { person: Some("id".into()), ..PeopleTable::default() }),
            ..LongMap::default()
        });
        let tables = SideTables {
            people: Some(SideTable::new(people.schema(), vec![people])),
            ..SideTables::default()
        };
        let cohort =
            LongCohort::new(Arc::clone(knowledge), &map, &rows.schema(), tables, Sorting::Sorted).unwrap();
        let mut cohort = cohort.with_threads(2);
        let mut made = cohort.push(&rows).unwrap();
        made.extend(cohort.finish().unwrap());
        let (mut seen, mut compared) = (0, 0);
        let errors = wide.batch.column_by_name("ekbom:errors").unwrap();
        for own in made {
            let long = &own.output.batch;
            let refused = long.column_by_name("ekbom:rows_refused").unwrap().as_primitive::<Int64Type>();
            for row in 0..long.num_rows() {
                seen += 1;
                let place: usize = long.column(0).as_string::<i32>().value(row).parse().unwrap();
                // A wide row is refused whole where a long one sets a result aside.
                if errors.is_valid(place) {
                    let named = long.column_by_name("ekbom:errors").unwrap().is_valid(row);
                    assert!(refused.value(row) > 0 || named, "person {place}");
                    continue;
                }
                compared += 1;
                assert_eq!(refused.value(row), 0, "person {place}");
                for field in wide.batch.schema().fields() {
                    let wide = wide.batch.column_by_name(field.name()).unwrap().slice(place, 1);
                    let long = long.column_by_name(field.name()).unwrap().slice(row, 1);
                    assert_eq!(&wide, &long, "{} of person {place}", field.name());
                }
            }
        }
        assert_eq!(seen, batch.num_rows());
        compared
    }
}
