//! What stands beside the answers of a row: rules, what an answer is under assumptions, results with their uncertainty; each as
//! the core says it of the patient that the row is read as.
#![expect(clippy::unwrap_used, reason = "in a test a failed unwrap is a failed test")]

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, Decimal128Array, Float64Array, RecordBatch, StringArray};
use ekbom::assess::intake::{Policy, Uncertainty};
use ekbom::{Guideline, Knowledge, Question, assess};
use ekbom_cohort::{Cohort, CohortMap, Column, Quantity};

const FERRITIN: [Option<f64>; 7] =
    [Some(14.0), Some(48.0), Some(60.0), Some(74.0), Some(99.0), Some(310.0), None];
const SATURATION: [Option<f64>; 7] = [Some(12.0), None, Some(44.0), Some(46.0), Some(18.0), None, Some(30.0)];

fn batch() -> RecordBatch {
    let ferritin: ArrayRef = Arc::new(Float64Array::from(FERRITIN.to_vec()));
    let saturation: ArrayRef = Arc::new(Float64Array::from(SATURATION.to_vec()));
    let age: ArrayRef = Arc::new(Float64Array::from(vec![58.0, 30.0, 61.0, 47.0, 70.0, 58.0, 58.0]));
    let sex: ArrayRef = Arc::new(StringArray::from(vec!["female"; 7]));
    RecordBatch::try_from_iter([("fer", ferritin), ("tsat", saturation), ("age", age), ("sex", sex)]).unwrap()
}

fn map() -> CohortMap {
    CohortMap { rules: true, possible: true, assume: Some("usual".to_owned()), ..CohortMap::default() }
        .ask("iron.therapy")
        .quantity("ferritin", Quantity::new("fer", "ng/mL"))
        .quantity("tsat", Quantity::new("tsat", "%"))
        .person("age_years", Column::new("age"))
        .person("sex", Column::new("sex"))
}

fn texts(list: &dyn Array, row: usize) -> Vec<String> {
    let items = list.as_list::<i32>().value(row);
    items.as_string::<i32>().iter().flatten().map(str::to_owned).collect()
}

#[test]
fn rows_say_what_their_patients_say() {
    let knowledge = Knowledge::builtin();
    for uncertainty in Uncertainty::ALL {
        let map = CohortMap { uncertainty: Some(uncertainty.code().to_owned()), ..map() };
        let cohort = Cohort::new(Arc::new(knowledge.clone()), &map, &batch().schema()).unwrap();
        let made = cohort.run(&batch()).unwrap().batch;
        let policy = Policy::default().with_uncertainty(*uncertainty);
        for row in 0..7 {
            let patient = cohort.patient(&batch(), row).unwrap();
            for name in cohort.questions() {
                let guideline = Guideline::new(name.split_once('@').unwrap().1).unwrap();
                let position =
                    assess::position(&knowledge, &patient, &policy, Question::IronTherapy, &guideline)
                        .unwrap();
                let column = |suffix: &str| made.column_by_name(&format!("{name}{suffix}")).unwrap();
                assert_eq!(texts(column(":possible"), row), position.possible, "{name} {row}");
                assert_eq!(texts(column(":rules"), row), position.rules, "{name} {row}");
                let usual = position.usual.as_ref().map_or(&position.possible, |usual| &usual.possible);
                let only = if let [only] = usual.as_slice() { Some(only.clone()) } else { None };
                let answers = column(":usual").as_string::<i32>();
                assert_eq!(
                    answers.is_valid(row).then(|| answers.value(row)),
                    only.as_deref(),
                    "{name} {row}"
                );
            }
        }
        assert!(cohort.patient(&batch(), 7).is_err());
    }
}

#[test]
fn words_that_are_none_are_refused() {
    let refused = |map: CohortMap, place: &str| {
        let made = Cohort::new(Arc::new(Knowledge::builtin()), &map, &batch().schema());
        let error = made.unwrap_err().to_string();
        assert!(error.starts_with(&format!("map: {place}: ")), "{error}");
    };
    refused(CohortMap { uncertainty: Some("some".to_owned()), ..map() }, "uncertainty");
    refused(CohortMap { assume: Some("no_pregnancy".to_owned()), ..map() }, "assume");
}

#[test]
fn decimals_are_amounts() {
    let decimals = Decimal128Array::from(vec![Some(4_990), None, Some(5_010)]).with_precision_and_scale(6, 2);
    let ferritin: ArrayRef = Arc::new(decimals.unwrap());
    let age: ArrayRef = Arc::new(Float64Array::from(vec![58.0; 3]));
    let batch = RecordBatch::try_from_iter([("fer", ferritin), ("age", age)]).unwrap();
    let map = CohortMap { complete: vec!["history".to_owned()], ..CohortMap::default() }
        .ask("iron.therapy@nice-cks")
        .quantity("ferritin", Quantity::new("fer", "ng/mL"))
        .person("age_years", Column::new("age"));
    let cohort = Cohort::new(Arc::new(Knowledge::builtin()), &map, &batch.schema()).unwrap();
    let answers = cohort.run(&batch).unwrap().batch;
    let column = answers.column(0).as_string_view();
    assert_eq!(column.iter().collect::<Vec<_>>(), [Some("oral"), None, Some("grey_zone")]);
}

#[test]
fn a_cell_without_a_value_is_unknown_in_a_complete_group() {
    let flags: ArrayRef = Arc::new(Float64Array::from(vec![Some(0.0), Some(9.0), None]));
    let tsat: ArrayRef = Arc::new(Float64Array::from(vec![20.0; 3]));
    let ferritin: ArrayRef = Arc::new(Float64Array::from(vec![30.0; 3]));
    let age: ArrayRef = Arc::new(Float64Array::from(vec![30.0; 3]));
    let sex: ArrayRef = Arc::new(StringArray::from(vec!["female"; 3]));
    let columns = [("hh", flags), ("tsat", tsat), ("fer", ferritin), ("age", age), ("sex", sex)];
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    let asked = || {
        CohortMap {
            complete: vec!["history".to_owned()],
            missing: vec!["9".to_owned()],
            possible: true,
            ..CohortMap::default()
        }
        .ask("iron.safety@ekbom-safety")
        .quantity("ferritin", Quantity::new("fer", "ng/mL"))
        .quantity("tsat", Quantity::new("tsat", "%"))
        .person("age_years", Column::new("age"))
        .person("sex", Column::new("sex"))
    };
    let of_pregnancy = asked().person("pregnant", Column::new("hh"));
    for map in [asked().item("haemochromatosis", Column::new("hh")), of_pregnancy] {
        let cohort = Cohort::new(Arc::new(Knowledge::builtin()), &map, &batch.schema()).unwrap();
        let made = cohort.run(&batch).unwrap().batch;
        let possible = made.column_by_name("iron.safety@ekbom-safety:possible").unwrap();
        assert_eq!(texts(possible, 0), ["clear"]);
        let knowledge = Knowledge::builtin();
        for row in 1..3 {
            assert!(texts(possible, row).len() > 1, "{row}");
            let patient = cohort.patient(&batch, row).unwrap();
            let guideline = Guideline::new("ekbom-safety").unwrap();
            let own =
                assess::position(&knowledge, &patient, &Policy::default(), Question::IronSafety, &guideline);
            assert_eq!(texts(possible, row), own.unwrap().possible, "{row}");
        }
    }
}
