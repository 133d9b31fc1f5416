//! What is set aside of a patient where the caller asked for that: what cannot be accepted becomes unknown, never absent
//! or normal, and the rest is answered.
//!
//! A result is taken away. A flag, a number, the sex or the age becomes unknown and its group is not complete; a medicine
//! is not on the list, and the list is not complete. What has no unknown (the elevation, a key of the whole that nobody
//! knows, what is no JSON) refuses the patient.

use alloc::vec::Vec;

use super::error::Doubted;
use super::place::{field_of, said_at};
use super::{CompleteGroup, Patient, PatientError};
use crate::fact::{Fact, Group};

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
fn place_in(field: &str, list: &str) -> Option<usize> {
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
