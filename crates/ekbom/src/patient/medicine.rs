//! One medicine of the list, with what was said of it.

use crate::fact::medicine::Medicine;
use crate::fact::{Options, choice};

choice! {
    /// What a medicine is taken for, as far as that matters here.
    Indication {
        /// Restless legs syndrome.
        Rls = "rls",
        /// Parkinson's disease.
        ParkinsonsDisease = "parkinsons_disease",
        /// Something else.
        Other = "other",
    }
}

/// A medicine with what was said of it. What was not said is unknown, but for this: a medicine in the list is taken,
/// unless it was stopped or is only planned.
///
/// ```
/// use ekbom::Patient;
/// let patient = Patient::from_json(r#"{"medicines": ["lithium",
///     {"name": "quetiapine", "days_taken": 14, "started_before_symptoms": true},
///     {"name": "gabapentin", "planned": true}, {"name": "metoclopramide", "stopped_days_ago": 3}]}"#)?;
/// assert_eq!(patient.medicines().len(), 2);
/// assert_eq!(patient.medicine_entries().len(), 4);
/// # Ok::<(), ekbom::patient::PatientErrors>(())
/// ```
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct MedicineEntry {
    /// Which one.
    pub medicine: Medicine,
    /// Days since it was begun.
    pub days_taken: Option<f64>,
    /// Was it begun before the symptoms were?
    pub started_before_symptoms: Option<bool>,
    /// What it is taken for.
    pub indication: Option<Indication>,
    /// Days since it was stopped: it is not taken now.
    pub stopped_days_ago: Option<f64>,
    /// It is to be begun: it is not taken now.
    pub planned: bool,
}

impl MedicineEntry {
    /// One that is taken, and of which nothing else was said.
    pub const fn new(medicine: Medicine) -> Self {
        Self {
            medicine,
            days_taken: None,
            started_before_symptoms: None,
            indication: None,
            stopped_days_ago: None,
            planned: false,
        }
    }

    /// Is it taken now?
    pub const fn is_taken(&self) -> bool {
        self.stopped_days_ago.is_none() && !self.planned
    }
}

/// A medicine by the name as given, with the rest of what was said.
#[derive(Clone, Default, Debug)]
pub(super) struct Named {
    pub(super) name: alloc::string::String,
    pub(super) days_taken: Option<f64>,
    pub(super) started_before_symptoms: Option<bool>,
    pub(super) indication: Option<Indication>,
    pub(super) stopped_days_ago: Option<f64>,
    pub(super) planned: bool,
}

impl Named {
    pub(super) fn plain(name: &str) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    pub(super) const fn of(&self, medicine: Medicine) -> MedicineEntry {
        MedicineEntry {
            medicine,
            days_taken: self.days_taken,
            started_before_symptoms: self.started_before_symptoms,
            indication: self.indication,
            stopped_days_ago: self.stopped_days_ago,
            planned: self.planned,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::string::ToString;
    use std::vec::Vec;

    use super::{Indication, MedicineEntry};
    use crate::assess::intake::{Policy, intake};
    use crate::fact::medicine::Medicine;
    use crate::fact::{Fact, Options};
    use crate::patient::Patient;

    fn patient(medicines: &str) -> Patient {
        let text = std::format!(r#"{{"medicines": {medicines}, "complete": ["medicines"]}}"#);
        Patient::from_json(&text).unwrap_or_else(|errors| panic!("{text}: {errors}"))
    }

    #[test]
    fn an_object_says_more_than_a_name() {
        let said = patient(
            r#"[{"name": "L-Dopa", "days_taken": 400, "indication": "parkinsons_disease", "started_before_symptoms": true}]"#,
        );
        let levodopa = Medicine::find("levodopa").unwrap();
        let expected = MedicineEntry {
            days_taken: Some(400.0),
            started_before_symptoms: Some(true),
            indication: Some(Indication::ParkinsonsDisease),
            ..MedicineEntry::new(levodopa)
        };
        assert_eq!(said.medicine_entries(), [expected]);
        assert_eq!(said.medicines(), [levodopa]);
        assert_eq!(patient(r#"["levodopa"]"#).medicine_entries(), [MedicineEntry::new(levodopa)]);
        let built = Patient::builder().medicine_entry(expected).medicine(levodopa).build().unwrap();
        assert_eq!((built.medicine_entries().len(), built.medicines()), (2, &[levodopa][..]));
    }

    #[test]
    fn what_is_not_taken_now_makes_nothing_true_and_what_was_stopped_nothing_false() {
        let flag = |medicines: &str| {
            intake(&patient(medicines), &Policy::default()).facts.flag(Fact::MedicineLowersB12)
        };
        assert_eq!(flag(r#"["metformin"]"#), Options::YES);
        assert_eq!(flag(r#"[{"name": "metformin", "planned": true}]"#), Options::NO);
        assert_eq!(flag(r#"[{"name": "metformin", "stopped_days_ago": 20}]"#), Options::UNKNOWN);
        assert_eq!(flag("[]"), Options::NO);
        assert!(patient(r#"[{"name": "metformin", "stopped_days_ago": 20}]"#).medicines().is_empty());
    }

    #[test]
    fn a_medicine_for_a_disease_says_that_there_is_one() {
        let made = patient(r#"[{"name": "ropinirole", "indication": "parkinsons_disease"}]"#);
        assert_eq!(intake(&made, &Policy::default()).facts.flag(Fact::ParkinsonsDisease), Options::YES);
        let denied = r#"{"medicines": [{"name": "ropinirole", "indication": "parkinsons_disease"}],
            "history": {"parkinsons_disease": false}}"#;
        assert!(Patient::from_json(denied).unwrap_err().to_string().contains("ropinirole"));
    }

    #[test]
    fn faults_are_named_by_their_place() {
        let text = r#"{"medicines": ["lithium", {"name": "quetiapine", "days": 3}, {"days_taken": 3}, 7,
            {"name": "clozapine", "stopped_days_ago": -1}, {"name": "gabapentin", "planned": true, "days_taken": 4},
            {"name": "levodopa", "indication": "legs"}, {"name": "qqqqq"}],
            "unknown_medicines": "refuse"}"#;
        let errors = Patient::from_json(text).unwrap_err();
        let fields: Vec<&str> = errors.errors().iter().map(|error| error.field()).collect();
        let expected = [
            "medicines[1].days",
            "medicines[2].name",
            "medicines[3]",
            "medicines[4].stopped_days_ago",
            "medicines[5].planned",
            "medicines[6].indication",
            "medicines[7]",
        ];
        assert_eq!(fields, expected);
    }
}
