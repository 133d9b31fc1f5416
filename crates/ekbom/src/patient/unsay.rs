//! Saying one thing after another: what was said is taken back, and what was refused keeps its place.
//!
//! For doors whose caller may not look at what each statement answers: a refused one refuses the patient until it is
//! taken back or said rightly.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::place::field_of;
use super::{CompleteGroup, FaultKind, Include, PatientBuilder};
use crate::fact::{Fact, Group};
use crate::measure::formula::iron::TransferrinFactor;

/// Keys of the whole and of the groups that are no facts, each with its field.
const KEYS: [(&str, &str); 14] = [
    ("age_years", "age_years"),
    ("sex", "sex"),
    ("sex_for_reference", "sex_for_reference"),
    ("elevation_m", "elevation_m"),
    ("cigarettes_per_day", "cigarettes_per_day"),
    ("transferrin_factor", "transferrin_factor"),
    ("unknown_medicines", "unknown_medicines"),
    ("on_refusal", "on_refusal"),
    ("complete", "complete"),
    ("complete_as", "complete_as"),
    ("include", "include"),
    ("pregnant", "history.pregnant"),
    ("trimester", "history.trimester"),
    ("irls_items", "symptoms.irls_items"),
];

/// Where the next entry of a list stands, and room for it: entries that were refused have a place, too.
pub(super) fn next_place(places: &mut Vec<usize>, said: usize, next: &mut usize) -> usize {
    pad(places, said);
    let place = (*next).max(said);
    *next = place + 1;
    place
}

fn pad(places: &mut Vec<usize>, said: usize) {
    while places.len() < said {
        places.push(places.len());
    }
}

fn is_of(field: &str, row: &str) -> bool {
    field.strip_prefix(row).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

impl PatientBuilder {
    /// The field of a key of a patient, as faults name it: `history.crohn` for `crohn`; `None` where it is no key.
    ///
    /// ```
    /// use ekbom::patient::PatientBuilder;
    /// assert_eq!(PatientBuilder::field("crohn").as_deref(), Some("history.crohn"));
    /// assert_eq!(PatientBuilder::field("chron"), None);
    /// ```
    pub fn field(key: &str) -> Option<String> {
        if let Some((_, field)) = KEYS.iter().find(|(own, _)| *own == key) {
            return Some((*field).into());
        }
        let is_item = |fact: &Fact| {
            matches!(fact.info().group, Group::Symptoms | Group::History) || *fact == Fact::EthnicityBlack
        };
        Fact::from_id(key).filter(is_item).map(field_of)
    }

    /// Takes back what was said under a key, and what was refused of it: it is unknown again. A key is that of an item
    /// (`crohn`) or of the whole (`sex`, `complete`, `include`).
    ///
    /// ```
    /// use ekbom::patient::{FaultKind, Patient};
    /// let said = Patient::builder().refused(FaultKind::UnknownKey, "history.chron", "", "not a known key", ["crohn"]);
    /// assert!(said.clone().build().is_err());
    /// assert!(said.unset("history.chron").build().is_ok());
    /// ```
    #[must_use]
    pub fn unset(mut self, key: &str) -> Self {
        match key {
            "age_years" => {
                self.patient.age_years = None;
                self.patient.age_between = None;
            }
            "sex" => self.patient.sex = None,
            "sex_for_reference" => self.patient.sex_for_reference = None,
            "elevation_m" => self.patient.elevation_m = None,
            "cigarettes_per_day" => self.patient.cigarettes_per_day = None,
            "transferrin_factor" => self.patient.transferrin_factor = TransferrinFactor::default(),
            "unknown_medicines" => self.unknown_medicines = None,
            "on_refusal" => self.on_refusal = None,
            "complete" => self.patient.complete.clear(),
            "complete_as" => self.patient.complete_as = None,
            "include" => self.patient.include.clear(),
            "pregnant" => self.patient.pregnant = None,
            "trimester" => self.patient.trimester = None,
            "irls_items" => self.irls_items = None,
            _ => {
                if let Some(fact) = Fact::from_id(key) {
                    self.patient.choices.retain(|(own, _)| *own != fact);
                    self.patient.numbers.retain(|(own, _)| *own != fact);
                }
            }
        }
        let field = Self::field(key);
        self.errors.retain(|error| error.field() != key && field.as_deref() != Some(error.field()));
        self
    }

    /// Was something refused under this key, or at this field?
    pub fn is_refused(&self, key: &str) -> bool {
        let field = Self::field(key);
        self.errors.iter().any(|error| error.field() == key || field.as_deref() == Some(error.field()))
    }

    /// A result was to be added that could not be: as [`Self::refused`], at the place it would have had, so that those
    /// after it keep theirs.
    ///
    /// ```
    /// use ekbom::measure::analyte::Analyte;
    /// use ekbom::measure::unit::Unit;
    /// use ekbom::patient::{FaultKind, Lab, Patient};
    /// let kind = FaultKind::UnknownAnalyte;
    /// let said = Patient::builder().refused_lab(kind, "analyte", "feritin", "not a known analyte", ["ferritin"]);
    /// let errors = said.lab(Lab::new(Analyte::Creatinine, 88.0, Unit::MgPerDl)).build().unwrap_err();
    /// assert_eq!(errors.errors()[0].field(), "labs[0].analyte");
    /// assert!(errors.errors()[1].field().starts_with("labs[1]"));
    /// ```
    #[must_use]
    pub fn refused_lab<T: Into<String>>(
        mut self,
        kind: FaultKind,
        key: &str,
        value: &str,
        message: &str,
        accepted: impl IntoIterator<Item = T>,
    ) -> Self {
        let place = next_place(&mut self.lab_places, self.patient.labs.len(), &mut self.next_lab);
        self.refused(kind, &format!("labs[{place}].{key}"), value, message, accepted)
    }

    /// A medicine was to be added that could not be: as [`Self::refused_lab`].
    #[must_use]
    pub fn refused_medicine(mut self, kind: FaultKind, value: &str, message: &str) -> Self {
        let place = next_place(&mut self.medicine_places, self.medicine_names.len(), &mut self.next_medicine);
        self.refused(kind, &format!("medicines[{place}]"), value, message, [""; 0])
    }

    /// How many results were added, those that were refused or taken back too: the place of the next one.
    pub fn lab_count(&self) -> usize {
        self.next_lab.max(self.patient.labs.len())
    }

    /// How many medicines were added by name, those that were refused or taken back too.
    pub fn medicine_count(&self) -> usize {
        self.next_medicine.max(self.medicine_names.len())
    }

    /// Takes back the result at this place, the first being 0, and what was refused of it. The others keep theirs.
    #[must_use]
    pub fn without_lab(mut self, place: usize) -> Self {
        pad(&mut self.lab_places, self.patient.labs.len());
        let at = self.lab_places.iter().position(|own| *own == place);
        if let Some(at) = at.filter(|at| *at < self.patient.labs.len()) {
            self.patient.labs.remove(at);
            self.lab_places.remove(at);
        }
        let doubted = self.doubt_places.iter().position(|own| *own == Some(place));
        if let Some(at) = doubted.filter(|at| *at < self.patient.doubted.len()) {
            self.patient.doubted.remove(at);
            self.doubt_places.remove(at);
        }
        let row = format!("labs[{place}]");
        self.errors.retain(|error| !is_of(error.field(), &row));
        self.in_doubt.retain(|error| !is_of(error.field(), &row));
        self
    }

    /// Takes back the medicine at this place, the first being 0, and what was refused of it. The others keep theirs.
    #[must_use]
    pub fn without_medicine(mut self, place: usize) -> Self {
        pad(&mut self.medicine_places, self.medicine_names.len());
        let at = self.medicine_places.iter().position(|own| *own == place);
        if let Some(at) = at.filter(|at| *at < self.medicine_names.len()) {
            self.medicine_names.remove(at);
            self.medicine_places.remove(at);
        }
        let row = format!("medicines[{place}]");
        self.errors.retain(|error| !is_of(error.field(), &row));
        self
    }

    /// Takes back that a group is complete.
    #[must_use]
    pub fn not_complete(mut self, group: CompleteGroup) -> Self {
        self.patient.complete.retain(|own| *own != group);
        self
    }

    /// Takes back that something is asked for that is off by default.
    #[must_use]
    pub fn without(mut self, include: Include) -> Self {
        self.patient.include.retain(|own| *own != include);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::YesNo;
    use crate::measure::analyte::Analyte;
    use crate::measure::unit::Unit;
    use crate::patient::{Lab, Patient};

    fn fields(builder: PatientBuilder) -> Vec<String> {
        match builder.build() {
            Ok(_) => Vec::new(),
            Err(errors) => errors.errors().iter().map(|error| error.field().into()).collect(),
        }
    }

    const HIGH: Lab = Lab::new(Analyte::Creatinine, 88.0, Unit::MgPerDl);

    #[test]
    fn rows_are_those_of_the_caller() {
        let read = r#"{"labs": [{"analyte": "ferritin", "value": 38, "unit": "ng/mL"}], "medicines": ["metformin"]}"#;
        let said = PatientBuilder::from_json(read).unwrap().refused_lab(
            FaultKind::UnitNotAccepted,
            "unit",
            "x",
            "no unit",
            ["ng/mL"],
        );
        let said = said.lab(HIGH).medicine_named("snake oil").refused_medicine(
            FaultKind::NotText,
            "\u{fffd}",
            "no text",
        );
        assert_eq!((said.lab_count(), said.medicine_count()), (3, 3));
        let found = fields(said.clone());
        assert_eq!(found.first().map(String::as_str), Some("labs[1].unit"));
        assert!(found.iter().any(|field| field.starts_with("labs[2]")), "{found:?}");
        assert!(found.contains(&"medicines[2]".into()), "{found:?}");
        let rest = fields(said.without_lab(1).without_lab(2).without_medicine(2));
        assert!(rest.iter().all(|field| field == "medicines[1]"), "{rest:?}");
    }

    #[test]
    fn a_result_in_doubt_is_taken_back_like_any_other() {
        let low = Lab::new(Analyte::Creatinine, 0.9, Unit::MgPerDl);
        let said = Patient::builder().lab(low.clone().days_ago(30.0));
        let read = r#"{"labs": [{"analyte": "creatinine", "value": 0.9, "unit": "mg/dL", "days_ago": 30},
            {"analyte": "creatinine", "value": 88, "unit": "mg/dL", "days_ago": 1, "doubt": "haemolysed"}]}"#;
        let sure = said.clone().build();
        for doubted in
            [said.lab_in_doubt(HIGH.days_ago(1.0), "haemolysed"), PatientBuilder::from_json(read).unwrap()]
        {
            assert_eq!(doubted.lab_count(), 2);
            assert_eq!(doubted.clone().build().unwrap().set_aside().len(), 2);
            assert_eq!(doubted.without_lab(1).build(), sure);
        }
    }

    #[test]
    fn what_is_taken_back_was_never_said() {
        for key in
            KEYS.iter().map(|(key, _)| *key).chain(["crohn", "mimics", "times_per_week", "ethnicity_black"])
        {
            let field = PatientBuilder::field(key).unwrap();
            let said = Patient::builder().refused(FaultKind::Other, &field, "", "refused", [""]);
            assert!(said.is_refused(key) && said.clone().build().is_err(), "{key}");
            assert_eq!(said.unset(key).build(), Ok(Patient::default()), "{key}");
        }
        let said =
            Patient::builder().item(YesNo::Crohn, true).age_years(58.0).complete(CompleteGroup::History);
        let said = said.include(Include::CombinedB12).irls_items(&[4; 10]).choice(Fact::Mimics, "coexists");
        let taken = ["crohn", "age_years", "complete", "include", "irls_items", "mimics"];
        let none = taken.iter().fold(said, |builder, key| builder.unset(key));
        assert_eq!(none.build(), Ok(Patient::default()));
    }

    #[test]
    fn a_list_without_a_value_is_not_an_empty_one() {
        let whole = |medicines: &str| {
            let text = format!("{{{medicines} \"complete\": [\"history\", \"medicines\"]}}");
            Patient::from_json(&text).unwrap().complete().to_vec()
        };
        assert_eq!(whole(""), whole("\"medicines\": [],"));
        assert_eq!(whole("\"medicines\": null,"), [CompleteGroup::History]);
    }

    #[test]
    fn a_choice_takes_the_word_for_not_known() {
        let said = Patient::builder().choice(Fact::Mimics, "not_assessed").choice(Fact::B12Cause, "unknown");
        assert_eq!(said.build(), Ok(Patient::default()));
    }
}
