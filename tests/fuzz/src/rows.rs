//! A cohort against one patient at a time, and the same rows in other clothes.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, RecordBatch};
use ekbom::assess::intake::{Policy, intake};
use ekbom::logic::engine::Scratch;
use ekbom::{Patient, assess};
use ekbom_cohort::{Cohort, CohortError, CohortMap, Level};
use serde_json::{Value, json};

use crate::{knowledge, refused};

/// Answers a batch at every level of instructions, which must agree.
pub fn run(cohort: &Cohort, batch: &RecordBatch) -> Option<RecordBatch> {
    let made = cohort.run(batch).ok().map(|output| output.batch);
    for level in Level::available() {
        let other = cohort.clone().with_level(level).run(batch).ok().map(|output| output.batch);
        assert_eq!(made, other, "{}", level.code());
    }
    if let Some(made) = &made {
        assert_eq!(made.num_rows(), batch.num_rows());
        assert_eq!(made.schema(), cohort.schema());
        errors(made);
    }
    made
}

/// Why rows were refused: JSON in which every refusal says what is wrong.
fn errors(made: &RecordBatch) {
    let Some(column) = made.column_by_name("ekbom:errors") else { return };
    for text in column.as_string_view().iter().flatten() {
        let read: Value = serde_json::from_str(text).unwrap();
        for refusal in read.as_array().unwrap() {
            assert!(!refusal["message"].as_str().unwrap().is_empty(), "{text}");
            assert!(refusal["value"].as_str().unwrap().chars().count() <= 400, "{text}");
        }
    }
}

/// Every row against the patient that it stands for.
pub fn agree(map: &CohortMap, batch: &RecordBatch, patients: &[Value]) {
    let cohort = match Cohort::new(Arc::clone(knowledge()), map, &batch.schema()) {
        Ok(cohort) => cohort,
        Err(CohortError::Map { place, message }) => return without(&place, &message, patients),
        Err(other) => panic!("the map fits: {other}"),
    };
    let made = run(&cohort, batch).expect("rows are refused one by one");
    let errors = made.column_by_name("ekbom:errors").unwrap().as_string_view();
    let aside = made.column_by_name("ekbom:set_aside").map(|column| column.as_string_view());
    for (row, json) in patients.iter().enumerate() {
        let mut json = json.clone();
        json["on_refusal"] = json!(map.on_refusal());
        let tell = || format!("row {row}: {json}\n{}", serde_json::to_string(map).unwrap());
        let patient = match Patient::from_json(&json.to_string()) {
            Ok(patient) => patient,
            Err(said) => {
                refused(&said);
                assert!(errors.is_valid(row), "not refused: {said}\n{}", tell());
                for question in cohort.questions() {
                    assert!(made.column_by_name(question).unwrap().is_null(row), "{}", tell());
                }
                continue;
            }
        };
        assert!(errors.is_null(row), "refused: {}\n{}", errors.value(row), tell());
        let said = aside.is_some_and(|column| column.is_valid(row));
        assert_eq!(said, !patient.set_aside().is_empty(), "set aside: {:?}\n{}", patient.set_aside(), tell());
        let facts = intake(&patient, &Policy::default()).facts;
        // The whole assessment is slow: of every row its tables, of two rows all that the core says.
        let assessment = (row < 2).then(|| assess(knowledge(), &patient));
        for question in cohort.questions() {
            let (id, guideline) = question.split_once('@').unwrap();
            let table = knowledge().table(id, guideline).unwrap();
            let column = made.column_by_name(question).unwrap().as_string_view();
            let list = |kind: &str| -> Vec<String> {
                let lists = made.column_by_name(&format!("{question}:{kind}")).unwrap();
                let one = lists.as_list::<i32>().value(row);
                one.as_string::<i32>().iter().map(|code| code.unwrap().to_owned()).collect()
            };
            let codes: Vec<&str> =
                table.question.codes(table.possible(&facts, &mut Scratch::new())).collect();
            assert_eq!(list("possible"), codes, "{question} {}", tell());
            match codes.as_slice() {
                [only] => assert_eq!(column.value(row), *only, "{question} {}", tell()),
                _ => assert!(column.is_null(row), "{question} {}", tell()),
            }
            if let Some(position) = assessment.as_ref().and_then(|own| {
                own.positions.iter().find(|own| own.question == id && own.guideline == guideline)
            }) {
                assert_eq!(list("possible"), position.possible, "{question} {}", tell());
                if map.needs {
                    assert_eq!(list("needs"), position.needs, "{question} {}", tell());
                }
            }
        }
    }
}

/// A map that is refused because of what it says of one analyte refuses what JSON refuses in every patient who has it.
fn without(place: &str, message: &str, patients: &[Value]) {
    let analyte =
        place.strip_prefix("quantities.").unwrap_or_else(|| panic!("the map fits: {place}: {message}"));
    for json in patients {
        let labs = json["labs"].as_array().map_or(&[][..], Vec::as_slice);
        if labs.iter().any(|lab| lab["analyte"] == analyte) {
            let said = Patient::from_json(&json.to_string()).expect_err(message);
            assert!(said.to_string().contains(analyte), "{place}: {message}\n{said}\n{json}");
        }
    }
}

/// A batch in which every column begins `before` rows into its buffers, behind rows that are not looked at.
pub fn behind(columns: &[(String, ArrayRef)], before: usize) -> RecordBatch {
    let rows = columns.first().map_or(0, |(_, array)| array.len());
    let batch =
        RecordBatch::try_from_iter(columns.iter().map(|(name, array)| (name, Arc::clone(array)))).unwrap();
    batch.slice(before, rows - before)
}
