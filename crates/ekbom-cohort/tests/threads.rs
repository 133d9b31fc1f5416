//! 32 readers and streams at once over one cohort: each gives the batches that one thread gives.
#![expect(clippy::unwrap_used, reason = "in a test a failed unwrap is a failed test")]

use std::sync::{Arc, Barrier};
use std::thread;

use arrow_array::{ArrayRef, Float64Array, RecordBatch};
use arrow_schema::ArrowError;
use ekbom::Knowledge;
use ekbom_cohort::{Cohort, CohortError, CohortMap, Column, Quantity};

const THREADS: usize = 32;
/// More than one piece, and no multiple of 64.
const ROWS: usize = 20_011;

fn batch(number: usize) -> RecordBatch {
    let column = |low: f64, step: f64, missing: usize| -> ArrayRef {
        let value = |row: usize| low + step * ((row * 31 + number) % 400) as f64;
        Arc::new((0..ROWS).map(|row| (row % missing != 0).then(|| value(row))).collect::<Float64Array>())
    };
    let columns =
        [("fer", column(5.0, 1.0, 7)), ("crea", column(0.5, 0.01, 11)), ("age", column(18.0, 0.15, 13))];
    RecordBatch::try_from_iter(columns).unwrap()
}

fn given() -> impl Iterator<Item = Result<RecordBatch, ArrowError>> + Send {
    (0..4).map(|number| Ok(batch(number)))
}

#[test]
fn answers_are_those_of_one_thread() {
    let map = CohortMap { possible: true, needs: true, ..CohortMap::default() };
    let map = map
        .ask("iron.therapy")
        .ask("kidney.stage")
        .quantity("ferritin", Quantity::new("fer", "ng/mL"))
        .quantity("creatinine", Quantity::new("crea", "mg/dL"))
        .person("age_years", Column::new("age"));
    let cohort = Cohort::new(Arc::new(Knowledge::builtin()), &map, &batch(0).schema()).unwrap();
    let expected: Vec<RecordBatch> = cohort.reader(given(), 1).map(Result::unwrap).collect();
    assert_eq!(expected.iter().map(RecordBatch::num_rows).sum::<usize>(), 4 * ROWS);
    let begin = Barrier::new(THREADS);
    thread::scope(|scope| {
        for number in 0..THREADS {
            let (cohort, expected, begin) = (&cohort, &expected, &begin);
            scope.spawn(move || {
                begin.wait();
                let own = number % 4;
                let made: Vec<RecordBatch> = if number % 2 == 0 {
                    cohort.reader(given(), own).map(Result::unwrap).collect()
                } else {
                    let mut made = Vec::new();
                    let keep = |output: ekbom_cohort::Output| {
                        made.push(output.batch);
                        Ok::<_, CohortError>(())
                    };
                    cohort.stream(given(), own, keep).unwrap();
                    made
                };
                assert!(made == *expected, "thread {number}");
            });
        }
    });
}

#[test]
fn an_error_in_the_middle_comes_after_what_was_before_it() {
    let map = CohortMap::default().ask("iron.therapy").quantity("ferritin", Quantity::new("fer", "ng/mL"));
    let cohort = Cohort::new(Arc::new(Knowledge::builtin()), &map, &batch(0).schema()).unwrap();
    let broken = |_| ArrowError::ParseError("the disk is gone".to_owned());
    thread::scope(|scope| {
        for number in 0..THREADS {
            let cohort = &cohort;
            scope.spawn(move || {
                let input = (0..4).map(move |own| if own == 2 { Err(broken(own)) } else { Ok(batch(own)) });
                let made: Vec<_> = cohort.reader(input, number % 5).collect();
                let rows: usize = made.iter().flatten().map(RecordBatch::num_rows).sum();
                assert_eq!(rows, 2 * ROWS, "thread {number}");
                let last = made.last().unwrap().as_ref().unwrap_err().to_string();
                assert!(last.contains("the disk is gone"), "{last}");
            });
        }
    });
}
