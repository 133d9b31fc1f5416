//! What is set aside of a patient where the caller asked for that: what cannot be accepted becomes unknown, never absent
//! or normal, and the rest is answered.
//!
//! A result is taken away. A flag, a number, the sex or the age becomes unknown and its group is not complete; a medicine
//! is not on the list, and the list is not complete. What has no unknown (the elevation, a key of the whole that nobody
//! knows, what is no JSON) refuses the patient.

use alloc::format;
use alloc::vec::Vec;

use super::error::Doubted;
use super::one_sample::printed;
use super::place::{field_of, said_at};
use super::{CompleteGroup, FaultKind, Lab, Patient, PatientError};
use crate::fact::{Fact, Group};
use crate::measure::analyte::Analyte;

/// The parts of a medicine that can be unknown while it is taken.
const MAY_BE_UNKNOWN: [&str; 3] = ["days_taken", "started_before_symptoms", "indication"];

/// What is known to be unknown when it is set aside.
const MAY_BE_SET_ASIDE: [&str; 8] =
    ["labs", "age_years", "sex", "sex_for_reference", "medicines", "ethnicity_black", "symptoms", "history"];

fn key_of(error: &PatientError) -> &str {
    error.field().split(['.', '[']).next().unwrap_or_default()
}

/// Can what an error speaks of be unknown?
pub(super) fn is_possible(error: &PatientError) -> bool {
    MAY_BE_SET_ASIDE.contains(&key_of(error))
}

/// The place in a list that a field names: `labs[3].unit`.
pub(super) fn place_in(field: &str, list: &str) -> Option<usize> {
    field.strip_prefix(list)?.strip_prefix('[')?.split(']').next()?.parse().ok()
}

/// May the medicine at this place still be listed, without the part that was refused? `None` where nothing was refused.
pub(super) fn medicine_stays(errors: &[PatientError], place: usize) -> Option<bool> {
    let own = errors.iter().filter(|error| place_in(error.field(), "medicines") == Some(place));
    let kept =
        own.map(|error| error.field().rsplit_once('.').is_some_and(|(_, key)| MAY_BE_UNKNOWN.contains(&key)));
    kept.reduce(|all, one| all && one)
}

impl Patient {
    /// Sets aside what an error speaks of.
    pub(super) fn put_aside(&mut self, places: &mut Vec<usize>, error: &PatientError) {
        let field = error.field();
        let key = key_of(error);
        match key {
            "labs" => {
                if let Some(place) = place_in(field, "labs") {
                    self.drop_result(places, place);
                }
            }
            "age_years" => self.doubt(places, Doubted::Age),
            "sex" | "sex_for_reference" => self.doubt(places, Doubted::Sex),
            "medicines" => self.not_complete(CompleteGroup::Medicines),
            "ethnicity_black" => self.doubt(places, Doubted::Item(Fact::EthnicityBlack)),
            "symptoms" | "history" => self.doubt_item(places, field),
            _ => {}
        }
        self.lacks_more |= key != "labs";
        for doubted in error.doubts() {
            self.doubt(places, *doubted);
            self.lacks_more |= !matches!(doubted, Doubted::Lab(_));
        }
    }

    /// Results that would count in the place of one that was set aside, and are not known to be newer: the newest result
    /// is then not known, and an older one does not say what it was.
    pub(super) fn passed_over(&self, places: &[usize], lost: &[(Analyte, Option<f64>)]) -> Vec<PatientError> {
        let doubted = self.doubted.iter().map(|lab| (lab.analyte, lab.days_ago));
        let gone: Vec<(Analyte, Option<f64>)> = doubted.chain(lost.iter().copied()).collect();
        let newer = |lab: &Lab, day: Option<f64>| lab.days_ago.zip(day).is_some_and(|(own, day)| own < day);
        let stands =
            |lab: &Lab| gone.iter().all(|(analyte, day)| *analyte != lab.analyte || newer(lab, *day));
        let over = self.labs.iter().enumerate().filter(|(_, lab)| !stands(lab));
        over.map(|(at, lab)| {
            let message = format!(
                "`{}` {}: another result of it was set aside that is not known to be older, and this one does not stand \
                 for it",
                lab.analyte,
                printed(lab)
            );
            PatientError::new(
                FaultKind::NewerSetAside,
                format!("labs[{}].value", said_at(places, at)),
                printed(lab),
                message,
            )
                .accept(["the other result as it was reported"])
        })
        .collect()
    }

    fn doubt(&mut self, places: &mut Vec<usize>, doubted: Doubted) {
        match doubted {
            Doubted::Lab(place) => self.drop_result(places, place),
            Doubted::Age => {
                self.age_years = None;
                self.age_between = None;
            }
            Doubted::Sex => {
                self.sex = None;
                self.sex_for_reference = None;
            }
            Doubted::Pregnancy => {
                self.pregnant = None;
                self.trimester = None;
                self.doubt(places, Doubted::Item(Fact::GestationalWeeks));
            }
            Doubted::Indications => {
                self.medicine_entries.iter_mut().for_each(|entry| entry.indication = None);
                self.not_complete(CompleteGroup::Medicines);
            }
            Doubted::Item(fact) => {
                self.choices.retain(|(own, _)| *own != fact);
                self.numbers.retain(|(own, _)| *own != fact);
                if !self.open.contains(&fact) {
                    self.open.push(fact);
                }
                match fact.info().group {
                    Group::Symptoms => self.not_complete(CompleteGroup::Symptoms),
                    Group::History => self.not_complete(CompleteGroup::History),
                    _ => {}
                }
            }
        }
    }

    /// An item of a group; what is no item of it may have been meant for any group.
    fn doubt_item(&mut self, places: &mut Vec<usize>, field: &str) {
        let key = field.split(['.', '[']).nth(1).unwrap_or_default();
        match Fact::from_id(key).filter(|fact| field_of(*fact) == field) {
            Some(fact) => self.doubt(places, Doubted::Item(fact)),
            None => match key {
                "pregnant" => {
                    self.pregnant = None;
                    self.not_complete(CompleteGroup::History);
                }
                "trimester" => {
                    self.trimester = None;
                    self.not_complete(CompleteGroup::History);
                }
                "irls_items" => self.not_complete(CompleteGroup::Symptoms),
                _ => self.complete.clear(),
            },
        }
    }

    fn not_complete(&mut self, group: CompleteGroup) {
        self.complete.retain(|own| *own != group);
    }

    fn drop_result(&mut self, places: &mut Vec<usize>, place: usize) {
        let labs = core::mem::take(&mut self.labs);
        let said: Vec<usize> = (0..labs.len()).map(|at| said_at(places, at)).collect();
        places.clear();
        for (lab, own) in labs.into_iter().zip(said) {
            if own == place {
                self.doubted.push(lab);
            } else {
                self.labs.push(lab);
                places.push(own);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::String;

    use super::*;
    use crate::patient::PatientBuilder;

    fn aside(labs: &str) -> (Vec<String>, Vec<f64>) {
        let text = format!("{{\"on_refusal\": \"set_aside\", \"labs\": [{labs}]}}");
        let patient = PatientBuilder::from_json(&text).unwrap().build().unwrap();
        let fields = patient.set_aside().iter().map(|error| error.field().into()).collect();
        (fields, patient.labs().iter().filter_map(Lab::days).collect())
    }

    #[test]
    fn an_older_result_does_not_stand_for_the_newest() {
        let old = r#"{"analyte": "ferritin", "value": 20, "unit": "ng/mL", "days_ago": 300}"#;
        let fields = ["labs[0].value", "labs[1].value"];
        // It is not possible; or its unit, its number or its day cannot be read.
        for (new, field) in [
            (r#""value": 99999999, "unit": "ng/mL", "days_ago": 3"#, "labs[1].value"),
            (r#""value": 38, "unit": "mmol", "days_ago": 3"#, "labs[1].unit"),
            (r#""value": "x", "unit": "ng/mL", "days_ago": 3"#, "labs[1].value"),
            (r#""value": 38, "unit": "ng/mL", "days_ago": "x""#, "labs[1].days_ago"),
        ] {
            let labs = format!("{old}, {{\"analyte\": \"ferritin\", {new}}}");
            assert_eq!(aside(&labs), (alloc::vec![fields[0].into(), field.into()], Vec::new()), "{new}");
        }
        // One that is known to be newer stands.
        let bad = r#"{"analyte": "ferritin", "value": 38, "unit": "mmol", "days_ago": 400}"#;
        assert_eq!(aside(&format!("{old}, {bad}")), (alloc::vec!["labs[1].unit".into()], alloc::vec![300.0]));
        // Nor does another analyte take it along.
        let other = r#"{"analyte": "tsat", "value": 900, "unit": "%", "days_ago": 3}"#;
        assert_eq!(aside(&format!("{old}, {other}")).1, [300.0]);
    }
}
