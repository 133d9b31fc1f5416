//! A patient as JSON, in the shape that the reader takes: what was said, and nothing that follows from it.

use alloc::string::String;

use serde::ser::{Error as _, SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

use super::ranges::AGES;
use super::{Lab, LabResult, MedicineEntry, Patient, PatientBuilder, PatientErrors, UnknownMedicines};
use crate::fact::{Fact, Group, Kind};
use crate::measure::formula::iron::TransferrinFactor;
use crate::measure::interval::Interval;
use crate::measure::number::Number;
use crate::patient::medicine::Named;

impl Patient {
    /// As one line of JSON, which [`Patient::from_json`] reads again. Names of medicines are those of the catalogue; a
    /// result that was printed on two lines is one.
    ///
    /// # Errors
    /// Where something was set aside: it would be lost without a word, and with it what it may forbid. The faults are
    /// those of [`Patient::set_aside`]; send on what the patient was read from.
    ///
    /// ```
    /// use ekbom::Patient;
    /// let text = r#"{"age_years":58,"labs":[{"analyte":"crp","value":5,"unit":"mg/L","comparator":"<"}]}"#;
    /// let patient = Patient::from_json(text)?;
    /// assert_eq!(patient.to_json()?, text);
    /// # Ok::<(), ekbom::patient::PatientErrors>(())
    /// ```
    pub fn to_json(&self) -> Result<String, PatientErrors> {
        serde_json::to_string(self).map_err(|_| PatientErrors::listed(self.set_aside.clone()))
    }

    /// Starts from this patient, of whom more can then be said.
    ///
    /// ```
    /// use ekbom::Patient;
    /// use ekbom::fact::YesNo;
    /// let patient = Patient::from_json(r#"{"age_years": 58, "labs": []}"#)?;
    /// let dialysed = patient.to_builder().item(YesNo::Dialysis, true).build()?;
    /// assert_eq!(dialysed.age_years(), Some(58.0));
    /// assert_eq!(patient.to_builder().build()?, patient);
    /// # Ok::<(), ekbom::patient::PatientErrors>(())
    /// ```
    pub fn to_builder(&self) -> PatientBuilder {
        let mut patient = self.clone();
        (patient.irls_computed, patient.irls_items) = (None, None);
        let names = core::mem::take(&mut patient.unrecognised);
        PatientBuilder {
            irls_items: self.irls_items.clone(),
            unknown_medicines: (!names.is_empty()).then_some(UnknownMedicines::Carry),
            medicine_names: names.iter().map(|name| Named::plain(name)).collect(),
            patient,
            ..PatientBuilder::default()
        }
    }
}

impl Serialize for Patient {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !self.set_aside.is_empty() {
            return Err(S::Error::custom("what was set aside of a patient would be lost"));
        }
        let mut map = serializer.serialize_map(None)?;
        if let Some(age) = self.age_years {
            map.serialize_entry("age_years", &Number(age))?;
        } else if let Some(age) = self.age_between {
            map.serialize_entry("age_years", &Ages(age))?;
        }
        entry(&mut map, "sex", self.sex)?;
        entry(&mut map, "sex_for_reference", self.sex_for_reference)?;
        if let Some((_, options)) = self.choices.iter().find(|(fact, _)| *fact == Fact::EthnicityBlack) {
            map.serialize_entry(Fact::EthnicityBlack.id(), &options.has(1))?;
        }
        entry(&mut map, "elevation_m", self.elevation_m.map(Number))?;
        entry(&mut map, "cigarettes_per_day", self.cigarettes_per_day.map(Number))?;
        if self.transferrin_factor != TransferrinFactor::default() {
            map.serialize_entry("transferrin_factor", self.transferrin_factor.code())?;
        }
        if !self.include.is_empty() {
            map.serialize_entry("include", &self.include)?;
        }
        map.serialize_entry("labs", &self.labs)?;
        for (key, group) in [("symptoms", Group::Symptoms), ("history", Group::History)] {
            let items = Items { patient: self, group };
            if !items.is_empty() {
                map.serialize_entry(key, &items)?;
            }
        }
        if !self.medicine_entries.is_empty() || !self.unrecognised.is_empty() {
            map.serialize_entry("medicines", &Medicines(self))?;
        }
        if !self.unrecognised.is_empty() {
            map.serialize_entry("unknown_medicines", UnknownMedicines::Carry.code())?;
        }
        if !self.complete.is_empty() {
            map.serialize_entry("complete", &self.complete)?;
        }
        entry(&mut map, "complete_as", self.complete_as)?;
        map.end()
    }
}

fn entry<M: SerializeMap>(map: &mut M, key: &str, value: Option<impl Serialize>) -> Result<(), M::Error> {
    match value {
        Some(value) => map.serialize_entry(key, &value),
        None => Ok(()),
    }
}

/// An interval of ages.
struct Ages(Interval);

impl Serialize for Ages {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if self.0.high() >= AGES.1 {
            map.serialize_entry("at_least", &Number(self.0.low()))?;
        } else {
            map.serialize_entry("from", &Number(self.0.low()))?;
            map.serialize_entry("to", &Number(self.0.high()))?;
        }
        map.end()
    }
}

impl Serialize for Lab {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("analyte", &self.analyte)?;
        match self.result {
            LabResult::Quantity { value, unit, comparator } => {
                map.serialize_entry("value", &Number(value))?;
                map.serialize_entry("unit", unit.ucum())?;
                entry(&mut map, "comparator", comparator)?;
            }
            LabResult::Qualitative(finding) => map.serialize_entry("value", &finding)?,
        }
        entry(&mut map, "days_ago", self.days_ago.map(Number))?;
        entry(&mut map, "morning", self.morning)?;
        entry(&mut map, "iron_free_hours", self.iron_free_hours.map(Number))?;
        entry(&mut map, "ref_low", self.ref_low.map(Number))?;
        entry(&mut map, "ref_high", self.ref_high.map(Number))?;
        entry(&mut map, "grey_high", self.grey_high.map(Number))?;
        entry(&mut map, "assay", self.assay.as_deref())?;
        if self.confirmed {
            map.serialize_entry("confirmed", &true)?;
        }
        map.end()
    }
}

/// The symptoms, or the history.
struct Items<'p> {
    patient: &'p Patient,
    group: Group,
}

impl Items<'_> {
    fn has(&self, fact: Fact) -> bool {
        fact.info().group == self.group
    }

    fn is_empty(&self) -> bool {
        let own = self.patient;
        let said = own.choices.iter().map(|(fact, _)| *fact).chain(own.numbers.iter().map(|(fact, _)| *fact));
        let more = match self.group {
            Group::Symptoms => own.irls_items.is_some(),
            _ => own.pregnant.is_some() || own.trimester.is_some(),
        };
        !more && !said.into_iter().any(|fact| self.has(fact))
    }
}

impl Serialize for Items<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let own = self.patient;
        let mut map = serializer.serialize_map(None)?;
        if self.group == Group::History {
            entry(&mut map, "pregnant", own.pregnant)?;
            // A number in JSON.
            entry(&mut map, "trimester", own.trimester.map(|trimester| trimester as u8 + 1))?;
        }
        for (place, (fact, options)) in own.choices.iter().enumerate() {
            let again = own.choices.iter().take(place).any(|(other, _)| other == fact);
            if again || !self.has(*fact) {
                continue;
            }
            match fact.info().kind {
                Kind::Choice(codes) => {
                    let code = codes.iter().zip(0u8..).find(|(_, place)| options.has(*place));
                    entry(&mut map, fact.id(), code.map(|(code, _)| *code))?;
                }
                _ => map.serialize_entry(fact.id(), &options.has(1))?,
            }
        }
        for (place, (fact, value)) in own.numbers.iter().enumerate() {
            let again = own.numbers.iter().take(place).any(|(other, _)| other == fact);
            if !again && self.has(*fact) {
                map.serialize_entry(fact.id(), &Number(*value))?;
            }
        }
        if self.group == Group::Symptoms {
            entry(&mut map, "irls_items", own.irls_items.as_deref())?;
        }
        map.end()
    }
}

/// Those of the catalogue, and the names that are carried along.
struct Medicines<'p>(&'p Patient);

impl Serialize for Medicines<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for own in &self.0.medicine_entries {
            if *own == MedicineEntry::new(own.medicine) {
                list.serialize_element(own.medicine.name())?;
            } else {
                list.serialize_element(own)?;
            }
        }
        for name in &self.0.unrecognised {
            list.serialize_element(name)?;
        }
        list.end()
    }
}

impl Serialize for MedicineEntry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", self.medicine.name())?;
        entry(&mut map, "days_taken", self.days_taken.map(Number))?;
        entry(&mut map, "started_before_symptoms", self.started_before_symptoms)?;
        entry(&mut map, "indication", self.indication)?;
        entry(&mut map, "stopped_days_ago", self.stopped_days_ago.map(Number))?;
        if self.planned {
            map.serialize_entry("planned", &true)?;
        }
        map.end()
    }
}
