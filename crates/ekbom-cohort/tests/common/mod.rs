//! What the tests share: a generator of numbers, and the comparison of a cohort with one patient at a time.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::{Array, RecordBatch};
use ekbom::{Knowledge, Patient, assess};
use ekbom_cohort::{Cohort, CohortMap, Level, OnRefusal};

/// Counts of a comparison.
#[derive(Default, Debug)]
pub(crate) struct Counts {
    pub(crate) rows: u64,
    pub(crate) answers: u64,
    pub(crate) open: u64,
    pub(crate) refused: u64,
    pub(crate) alerts: u64,
    /// Rows that were read one by one.
    pub(crate) slow: u64,
}

/// A small generator of random numbers.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }
    pub(crate) fn below(&mut self, n: usize) -> usize {
        (self.next() >> 33) as usize % n
    }
    pub(crate) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
    pub(crate) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }
}

/// Every row of a batch against the patient that it stands for: as what cannot be accepted refuses it, and as it is set
/// aside.
pub(crate) fn agree(
    knowledge: &Arc<Knowledge>,
    map: &CohortMap,
    batch: &RecordBatch,
    patients: &[serde_json::Value],
    counts: &mut Counts,
) {
    let refusing = CohortMap { on_refusal: Some(OnRefusal::Refuse), ..map.clone() };
    agree_as_said(knowledge, &refusing, batch, patients, counts);
    let mut aside = patients.to_vec();
    aside.iter_mut().for_each(|own| own["on_refusal"] = "set_aside".into());
    let setting = CohortMap { on_refusal: Some(OnRefusal::SetAside), ..map.clone() };
    agree_as_said(knowledge, &setting, batch, &aside, &mut Counts::default());
}

fn agree_as_said(
    knowledge: &Arc<Knowledge>,
    map: &CohortMap,
    batch: &RecordBatch,
    patients: &[serde_json::Value],
    counts: &mut Counts,
) {
    let cohort = Cohort::new(Arc::clone(knowledge), map, &batch.schema()).unwrap();
    let output = cohort.run(batch).unwrap();
    counts.slow += output.slow;
    let setting = map.on_refusal() == OnRefusal::SetAside;
    for level in Level::available() {
        let other = cohort.clone().with_level(level).run(batch).unwrap();
        assert_eq!(output.batch, other.batch, "{}", level.code());
    }
    let errors = output.batch.column_by_name("ekbom:errors").unwrap().as_string_view();
    for (row, json) in patients.iter().enumerate() {
        counts.rows += 1;
        let tell = || format!("row {row}: {json}\n{}", toml_of(map));
        let patient = match Patient::from_json(&json.to_string()) {
            Ok(patient) => patient,
            Err(refused) => {
                counts.refused += 1;
                assert!(errors.is_valid(row), "not refused: {refused}\n{}", tell());
                let said: Vec<serde_json::Value> = serde_json::from_str(errors.value(row)).unwrap();
                let said: Vec<&str> = said.iter().map(|one| one["message"].as_str().unwrap()).collect();
                let wanted: Vec<&str> = refused.errors().iter().map(|one| one.message()).collect();
                assert_eq!(said, wanted, "{}", tell());
                for question in cohort.questions() {
                    assert!(output.batch.column_by_name(question).unwrap().is_null(row), "{}", tell());
                }
                continue;
            }
        };
        assert!(errors.is_null(row), "refused: {}\n{}", errors.value(row), tell());
        if setting {
            let aside = output.batch.column_by_name("ekbom:set_aside").unwrap().as_string_view();
            let said: Vec<serde_json::Value> = match aside.is_valid(row) {
                true => serde_json::from_str(aside.value(row)).unwrap(),
                false => Vec::new(),
            };
            let said: Vec<&str> = said.iter().map(|one| one["message"].as_str().unwrap()).collect();
            let wanted: Vec<&str> = patient.set_aside().iter().map(|one| one.message()).collect();
            assert_eq!(said, wanted, "{}", tell());
        }
        let assessment = assess(knowledge, &patient);
        for question in cohort.questions() {
            let (id, guideline) = question.split_once('@').unwrap();
            let of = |code: &str| ekbom::Guideline::new(code).unwrap();
            let position = assessment.position(ekbom::Question::new(id).unwrap(), &of(guideline)).unwrap();
            counts.answers += 1;
            let column = output.batch.column_by_name(question).unwrap().as_string_view();
            let list = |kind: &str| -> Vec<String> {
                let lists = output.batch.column_by_name(&format!("{question}:{kind}")).unwrap();
                let one = lists.as_list::<i32>().value(row);
                one.as_string::<i32>().iter().map(|code| code.unwrap().to_owned()).collect()
            };
            assert_eq!(list("possible"), position.possible, "{question} {}", tell());
            assert_eq!(list("needs"), position.needs, "{question} {}", tell());
            match position.possible.as_slice() {
                [only] => assert_eq!(column.value(row), *only, "{question} {}", tell()),
                _ => {
                    counts.open += 1;
                    assert!(column.is_null(row), "{question} {}", tell());
                }
            }
        }
        for code in &map.alerts {
            let column = output.batch.column_by_name(&format!("alert:{code}")).unwrap().as_boolean();
            let raised = assessment.alerts.iter().any(|alert| alert.code == code);
            counts.alerts += u64::from(raised);
            assert_eq!(column.value(row), raised, "{code} {}", tell());
        }
    }
    // The same rows at an odd offset.
    if batch.num_rows() > 40 {
        let part = cohort.run(&batch.slice(37, batch.num_rows() - 37)).unwrap().batch;
        let whole = output.batch.slice(37, batch.num_rows() - 37);
        // Refusals name their rows, and those are others.
        for at in 0..part.num_columns() - 1 - usize::from(setting) {
            for row in 0..part.num_rows() {
                let (part, whole) = (part.column(at).slice(row, 1), whole.column(at).slice(row, 1));
                assert_eq!(&part, &whole, "{} {}", cohort.schema().field(at).name(), patients[row + 37]);
            }
        }
    }
}

fn toml_of(map: &CohortMap) -> String {
    serde_json::to_string(map).unwrap()
}
