//! Saying what is known of a patient.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::limits::MOST_FAULTS;
use super::medicine::Named;
use super::one_sample::printed;
use super::read::not_known;
use super::unsay::next_place;
use super::{
    CompleteGroup, FaultKind, Include, Lab, MedicineEntry, OnRefusal, Patient, PatientError, PatientErrors,
    Sex, Trimester, UnknownMedicines,
};
use crate::fact::instrument::IrlsTotal;
use crate::fact::medicine::Medicine;
use crate::fact::{B12Cause, Distress, Fact, Kind, KnowledgeVersion, Mimics, Options, YesNo};
use crate::measure::analyte::Analyte;
use crate::measure::formula::iron::TransferrinFactor;
use crate::measure::interval::Interval;

/// Collects what is known of a patient; [`PatientBuilder::build`] checks all of it.
#[derive(Clone, Debug, Default)]
pub struct PatientBuilder {
    pub(super) patient: Patient,
    pub(super) irls_items: Option<Vec<u8>>,
    pub(super) unknown_medicines: Option<UnknownMedicines>,
    pub(super) on_refusal: Option<OnRefusal>,
    pub(super) medicine_names: Vec<Named>,
    /// Where the results and the names of medicines stood in what was read; empty where nothing was.
    pub(super) lab_places: Vec<usize>,
    pub(super) medicine_places: Vec<usize>,
    /// Results of which only the analyte, and perhaps the day, could be read.
    pub(super) lost: Vec<(Analyte, Option<f64>)>,
    /// What whoever read them says of results in doubt: they are set aside, whatever the policy.
    pub(super) in_doubt: Vec<PatientError>,
    /// Where those of them stood that could be read, beside the results that are set aside.
    pub(super) doubt_places: Vec<Option<usize>>,
    /// Places of the next ones: those that were refused have one, too.
    pub(super) next_lab: usize,
    pub(super) next_medicine: usize,
    /// Faults found while reading, before the rest is checked.
    pub(super) errors: Vec<PatientError>,
}

impl PatientBuilder {
    /// Starts from a patient in JSON, to which more can then be said. Faults in it are reported by [`Self::build`],
    /// with those of the rest.
    ///
    /// # Errors
    /// When it is not JSON.
    pub fn from_json(text: &str) -> Result<Self, PatientErrors> {
        super::read::builder_from_json(text)
    }

    /// What was said so far, not checked yet.
    pub(crate) const fn patient(&self) -> &Patient {
        &self.patient
    }

    /// Age in years; fractions are welcome.
    #[must_use]
    pub const fn age_years(mut self, years: f64) -> Self {
        self.patient.age_years = Some(years);
        self.patient.age_between = None;
        self
    }

    /// Age in years, where only an interval is known, such as that of a data set in which everybody over 89 is as old.
    ///
    /// ```
    /// use ekbom::{Patient, measure::interval::Interval};
    /// let patient = Patient::builder().age_between(Interval::new(57.0, 58.0).unwrap()).build()?;
    /// assert_eq!(patient.age().map(Interval::low), Some(57.0));
    /// # Ok::<(), ekbom::patient::PatientErrors>(())
    /// ```
    #[must_use]
    pub const fn age_between(mut self, years: Interval) -> Self {
        self.patient.age_years = None;
        self.patient.age_between = Some(years);
        self
    }

    /// Sex.
    #[must_use]
    pub const fn sex(mut self, sex: Sex) -> Self {
        self.patient.sex = Some(sex);
        self
    }

    /// The sex whose reference limits apply, where it differs.
    #[must_use]
    pub const fn sex_for_reference(mut self, sex: Sex) -> Self {
        self.patient.sex_for_reference = Some(sex);
        self
    }

    /// Elevation of residence above sea level, in metres: haemoglobin is adjusted by it.
    #[must_use]
    pub const fn elevation_m(mut self, metres: f64) -> Self {
        self.patient.elevation_m = Some(metres);
        self
    }

    /// Cigarettes a day.
    #[must_use]
    pub const fn cigarettes_per_day(mut self, number: f64) -> Self {
        self.patient.cigarettes_per_day = Some(number);
        self
    }

    /// The factor from transferrin to total iron-binding capacity, where transferrin has to stand in for it.
    #[must_use]
    pub const fn transferrin_factor(mut self, factor: TransferrinFactor) -> Self {
        self.patient.transferrin_factor = factor;
        self
    }

    /// Asks for something that is off by default.
    #[must_use]
    pub fn include(mut self, include: Include) -> Self {
        self.patient.include.push(include);
        self
    }

    /// Adds a laboratory result.
    #[must_use]
    pub fn lab(mut self, lab: Lab) -> Self {
        let place = next_place(&mut self.lab_places, self.patient.labs.len(), &mut self.next_lab);
        self.lab_places.push(place);
        self.patient.labs.push(lab);
        self
    }

    /// Adds a result that is in doubt, and why: it counts for nothing, no older result stands for it, what it would forbid
    /// if it is right is withheld, and a critical one is said.
    ///
    /// ```
    /// use ekbom::Patient;
    /// use ekbom::measure::{analyte::Analyte, unit::Unit};
    /// use ekbom::patient::Lab;
    /// let tsat = |value| Lab::new(Analyte::Tsat, value, Unit::Percent);
    /// let said = Patient::builder().lab(tsat(20.0).days_ago(30.0)).lab_in_doubt(tsat(88.0).days_ago(1.0), "haemolysed");
    /// let patient = said.build()?;
    /// assert!(patient.labs().is_empty() && patient.doubted().len() == 2);
    /// # Ok::<(), ekbom::patient::PatientErrors>(())
    /// ```
    #[must_use]
    pub fn lab_in_doubt(mut self, lab: Lab, why: &str) -> Self {
        let place = next_place(&mut self.lab_places, self.patient.labs.len(), &mut self.next_lab);
        let field = format!("labs[{place}].value");
        self.in_doubt.push(PatientError::new(FaultKind::Doubted, field, printed(&lab), why));
        self.push_doubted(lab, Some(place));
        self
    }

    /// Sets aside a result that stood at this place.
    pub(super) fn push_doubted(&mut self, lab: Lab, place: Option<usize>) {
        self.doubt_places.resize(self.patient.doubted.len(), None);
        self.doubt_places.push(place);
        self.patient.doubted.push(lab);
    }

    /// An item that was asked for and has no value, such as an empty cell of a table: it is unknown, and a complete group
    /// does not make it absent. `Fact::Person` stands for a pregnancy.
    ///
    /// ```
    /// use ekbom::Patient;
    /// use ekbom::fact::Fact;
    /// use ekbom::patient::CompleteGroup;
    /// let said = Patient::builder().complete(CompleteGroup::History);
    /// assert_ne!(said.clone().unanswered(Fact::Haemochromatosis).build()?, said.build()?);
    /// # Ok::<(), ekbom::patient::PatientErrors>(())
    /// ```
    #[must_use]
    pub fn unanswered(mut self, fact: Fact) -> Self {
        self.patient.leave_unanswered(fact);
        self
    }

    /// Pregnant, or not.
    #[must_use]
    pub const fn pregnant(mut self, pregnant: bool) -> Self {
        self.patient.pregnant = Some(pregnant);
        self
    }

    /// Trimester; says also that there is a pregnancy.
    #[must_use]
    pub const fn trimester(mut self, trimester: Trimester) -> Self {
        self.patient.trimester = Some(trimester);
        self
    }

    /// A yes/no item of the symptoms or the history. What only samples or the list of medicines can say is refused by
    /// [`Self::build`].
    #[must_use]
    pub fn item(mut self, item: YesNo, present: bool) -> Self {
        self.patient.choices.push((item.fact(), Options::flag(present)));
        self
    }

    /// One of the named values of the symptoms or the history, by its code: `Fact::Mimics` with `"ruled_out"`. A code
    /// that is none of the fact's, and a fact without named values, are refused by [`Self::build`]. The word that says
    /// that it is not known (`"not_assessed"`) says nothing, as in JSON.
    ///
    /// ```
    /// use ekbom::{Patient, fact::Fact};
    /// assert!(Patient::builder().choice(Fact::MimicCramps, "ruled_out").build().is_ok());
    /// let errors = Patient::builder().choice(Fact::MimicCramps, "no").build().unwrap_err();
    /// assert_eq!(errors.errors()[0].accepted(), ["ruled_out", "coexists", "sole_explanation"]);
    /// ```
    #[must_use]
    pub fn choice(mut self, fact: Fact, code: &str) -> Self {
        let field = || super::place::field_of(fact);
        if not_known(fact) == Some(code) {
            return self;
        }
        match fact.info().kind {
            Kind::Choice(codes) => match codes.iter().zip(0u8..).find(|(own, _)| **own == code) {
                Some((_, place)) => self.patient.choices.push((fact, Options(1 << place))),
                None => {
                    let message = "not one of the accepted codes";
                    self.errors.push(
                        PatientError::new(FaultKind::UnknownCode, field(), code, message)
                            .accept(codes.iter().copied()),
                    );
                }
            },
            _ => self.errors.push(PatientError::new(
                FaultKind::WrongSort,
                field(),
                code,
                format!("`{fact}` cannot be stated as a code"),
            )),
        }
        self
    }

    /// Something was to be said that could not be: [`Self::build`] refuses the patient with it. For doors that take
    /// one statement after another, whose caller may not look at what each of them answers: a statement that was
    /// refused must not read as one that was never made, which a complete group turns into absent.
    ///
    /// ```
    /// use ekbom::patient::{CompleteGroup, FaultKind, Patient};
    /// let builder = Patient::builder().complete(CompleteGroup::History);
    /// let refused = builder.refused(FaultKind::UnknownKey, "history", "chron", "not a known key", ["crohn"]);
    /// let errors = refused.build().unwrap_err();
    /// assert_eq!(errors.errors()[0].accepted(), ["crohn"]);
    /// ```
    #[must_use]
    pub fn refused<T: Into<String>>(
        mut self,
        kind: FaultKind,
        field: &str,
        value: &str,
        message: &str,
        accepted: impl IntoIterator<Item = T>,
    ) -> Self {
        // As many as are listed, and one more that says so.
        if self.errors.len() <= MOST_FAULTS {
            self.errors.push(PatientError::new(kind, field, value, message).accept(accepted));
        }
        self
    }

    /// A number of the symptoms or the history, in the fact's unit. Anything else is refused by [`Self::build`].
    #[must_use]
    pub fn number(mut self, fact: Fact, value: f64) -> Self {
        self.patient.numbers.push((fact, value));
        self
    }

    /// Conditions that look like restless legs; leave it out where they were not assessed.
    #[must_use]
    pub fn mimics(mut self, mimics: Mimics) -> Self {
        self.patient.choices.push((Fact::Mimics, mimics.only()));
        self
    }

    /// How much the symptoms distress.
    #[must_use]
    pub fn distress(mut self, distress: Distress) -> Self {
        self.patient.choices.push((Fact::Distress, distress.only()));
        self
    }

    /// Why vitamin B12 is deficient.
    #[must_use]
    pub fn b12_cause(mut self, cause: B12Cause) -> Self {
        self.patient.choices.push((Fact::B12Cause, cause.only()));
        self
    }

    /// Total of the IRLS rating scale.
    #[must_use]
    pub fn irls_total(self, total: IrlsTotal) -> Self {
        self.number(Fact::IrlsTotal, f64::from(total.get()))
    }

    /// Scores of the ten items of the IRLS rating scale, instead of their total.
    #[must_use]
    pub fn irls_items(mut self, scores: &[u8]) -> Self {
        self.irls_items = Some(scores.to_vec());
        self
    }

    /// A medicine of the catalogue.
    #[must_use]
    pub fn medicine(mut self, medicine: Medicine) -> Self {
        self.patient.medicine_entries.push(MedicineEntry::new(medicine));
        self
    }

    /// A medicine of the catalogue with what is known of it: since when it is taken, what for, that it was stopped or is
    /// only planned.
    #[must_use]
    pub fn medicine_entry(mut self, entry: MedicineEntry) -> Self {
        self.patient.medicine_entries.push(entry);
        self
    }

    /// A medicine by the name of its ingredient.
    #[must_use]
    pub fn medicine_named(mut self, name: &str) -> Self {
        let place = next_place(&mut self.medicine_places, self.medicine_names.len(), &mut self.next_medicine);
        self.medicine_places.push(place);
        self.medicine_names.push(Named::plain(name));
        self
    }

    /// What to do with names that the catalogue does not know. By default they are carried, unless a known name is near.
    #[must_use]
    pub const fn unknown_medicines(mut self, policy: UnknownMedicines) -> Self {
        self.unknown_medicines = Some(policy);
        self
    }

    /// What to do with what cannot be accepted; by default the patient is refused.
    ///
    /// ```
    /// use ekbom::Patient;
    /// use ekbom::fact::{Fact, YesNo};
    /// use ekbom::patient::{CompleteGroup, OnRefusal};
    /// let said = Patient::builder().item(YesNo::Crohn, true).number(Fact::OnsetAgeYears, 400.0);
    /// assert!(said.clone().build().is_err());
    /// let patient = said.complete(CompleteGroup::Symptoms).on_refusal(OnRefusal::SetAside).build()?;
    /// assert_eq!(patient.set_aside().len(), 1);
    /// assert!(patient.numbers().is_empty());
    /// # Ok::<(), ekbom::patient::PatientErrors>(())
    /// ```
    #[must_use]
    pub const fn on_refusal(mut self, policy: OnRefusal) -> Self {
        self.on_refusal = Some(policy);
        self
    }

    /// Declares a group complete: what it does not mention is absent.
    #[must_use]
    pub fn complete(mut self, group: CompleteGroup) -> Self {
        if !self.patient.complete.contains(&group) {
            self.patient.complete.push(group);
        }
        self
    }

    /// By which version's lists the groups are complete. Facts that are newer stay unknown.
    #[must_use]
    pub const fn complete_as(mut self, version: KnowledgeVersion) -> Self {
        self.patient.complete_as = Some(version);
        self
    }

    /// Takes back what was said of an item or a number, so that something else can be said of it.
    ///
    /// ```
    /// use ekbom::Patient;
    /// use ekbom::fact::{Fact, YesNo};
    /// let patient = Patient::builder().item(YesNo::Dialysis, false).build()?;
    /// assert!(patient.to_builder().item(YesNo::Dialysis, true).build().is_err());
    /// let other = patient.to_builder().forget(Fact::Dialysis).item(YesNo::Dialysis, true).build()?;
    /// assert_eq!(other.choices().len(), 1);
    /// # Ok::<(), ekbom::patient::PatientErrors>(())
    /// ```
    #[must_use]
    pub fn forget(mut self, fact: Fact) -> Self {
        self.patient.choices.retain(|(own, _)| *own != fact);
        self.patient.numbers.retain(|(own, _)| *own != fact);
        if fact == Fact::IrlsTotal {
            self.irls_items = None;
        }
        self
    }

    /// Takes back every result of an analyte.
    #[must_use]
    pub fn forget_results(mut self, analyte: Analyte) -> Self {
        let places = core::mem::take(&mut self.lab_places);
        let kept = self.patient.labs.iter().zip(places).filter(|(lab, _)| lab.analyte != analyte);
        self.lab_places = kept.map(|(_, place)| place).collect();
        self.patient.labs.retain(|lab| lab.analyte != analyte);
        self
    }

    /// Checks everything.
    ///
    /// # Errors
    /// When anything cannot be accepted: all faults at once.
    pub fn build(self) -> Result<Patient, PatientErrors> {
        super::check::check(self)
    }
}
