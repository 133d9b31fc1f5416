//! A patient: what the caller says, checked.
//!
//! Build one with [`Patient::builder`] or read one with [`Patient::from_json`]. Everything wrong with it is reported
//! at once. What is not said stays unknown, unless its group is declared complete.

mod build;
mod check;
mod contradictions;
mod error;
mod fault_kind;
mod lab;
pub mod limits;
mod medicine;
mod medicine_names;
mod one_sample;
mod own_limits;
mod partners;
mod place;
pub(crate) mod ranges;
pub(crate) mod read;
mod said;
mod set_aside;
mod tree;
mod unsay;
mod write;
mod written;

pub use build::PatientBuilder;
pub use error::{PatientError, PatientErrors};
pub use fault_kind::FaultKind;
pub use lab::{Lab, LabResult};
pub use medicine::{Indication, MedicineEntry};
pub use partners::PARTNERS;
pub use ranges::{AGES, CIGARETTES, ELEVATIONS};
pub use read::not_known;
pub use said::{
    Comparator, CompleteGroup, DecimalMark, Finding, Include, OnRefusal, Sex, Trimester, UnknownMedicines,
};
pub use written::{Flag, Unreadable, Written};

pub use crate::measure::analyte::LabLimits;

use alloc::string::String;
use alloc::vec::Vec;

use crate::fact::instrument::IrlsTotal;
use crate::fact::medicine::Medicine;
use crate::fact::{Fact, Group, KnowledgeVersion, Options};
use crate::measure::analyte::Analyte;
use crate::measure::formula::iron::TransferrinFactor;
use crate::measure::interval::Interval;

/// A checked patient.
///
/// ```
/// use ekbom::measure::analyte::Analyte;
/// use ekbom::fact::YesNo;
/// use ekbom::patient::{CompleteGroup, Lab, Patient, Sex};
/// use ekbom::measure::unit::Unit;
///
/// let patient = Patient::builder()
///     .age_years(58.0)
///     .sex(Sex::Female)
///     .lab(Lab::new(Analyte::Ferritin, 38.0, Unit::NgPerMl))
///     .item(YesNo::Crohn, true)
///     .complete(CompleteGroup::History)
///     .build()?;
/// assert_eq!(patient.labs().len(), 1);
/// # Ok::<(), ekbom::patient::PatientErrors>(())
/// ```
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Patient {
    pub(crate) age_years: Option<f64>,
    /// Where only an interval is known: "over 89".
    pub(crate) age_between: Option<Interval>,
    pub(crate) sex: Option<Sex>,
    pub(crate) sex_for_reference: Option<Sex>,
    pub(crate) elevation_m: Option<f64>,
    pub(crate) cigarettes_per_day: Option<f64>,
    pub(crate) transferrin_factor: TransferrinFactor,
    pub(crate) include: Vec<Include>,
    pub(crate) labs: Vec<Lab>,
    pub(crate) pregnant: Option<bool>,
    pub(crate) trimester: Option<Trimester>,
    /// Yes/no items and named choices.
    pub(crate) choices: Vec<(Fact, Options)>,
    /// Numbers.
    pub(crate) numbers: Vec<(Fact, f64)>,
    /// The total computed from item scores, where those were given.
    pub(crate) irls_computed: Option<IrlsTotal>,
    /// Those scores.
    pub(crate) irls_items: Option<Vec<u8>>,
    /// Those that are taken, each once.
    pub(crate) medicines: Vec<Medicine>,
    /// All that were listed, stopped and planned ones too.
    pub(crate) medicine_entries: Vec<MedicineEntry>,
    /// Names of medicines that the catalogue does not know, carried on request.
    pub(crate) unrecognised: Vec<String>,
    pub(crate) complete: Vec<CompleteGroup>,
    /// The version whose lists the groups are complete by; the newest where nothing is said.
    pub(crate) complete_as: Option<KnowledgeVersion>,
    /// What was not accepted and set aside, where the caller asked for that.
    pub(crate) set_aside: Vec<PatientError>,
    /// The results among it that could be read: nothing is answered by them, but they may forbid and be critical.
    pub(crate) doubted: Vec<Lab>,
    /// Facts of which something was said that was not accepted: unknown, whatever else is said.
    pub(crate) open: Vec<Fact>,
    /// Facts that were named without a value: a complete group does not close them. Of a pregnancy it is the person.
    pub(crate) unanswered: Vec<Fact>,
    /// Something else than results was set aside.
    pub(crate) lacks_more: bool,
}

impl Patient {
    /// A patient of whom nothing has been said yet.
    pub fn builder() -> PatientBuilder {
        PatientBuilder::default()
    }

    /// Reads a patient in the JSON shape that is the same in every language.
    ///
    /// ```
    /// use ekbom::patient::Patient;
    /// let patient = Patient::from_json(r#"{"labs": [{"analyte": "ferritin", "value": 38, "unit": "ng/mL"}]}"#);
    /// assert!(patient.is_ok());
    /// let errors = Patient::from_json(r#"{"labs": [{"analyte": "feritin", "value": 38, "unit": "ng/mL"}]}"#).unwrap_err();
    /// assert_eq!(errors.errors()[0].accepted(), ["ferritin"]);
    /// ```
    ///
    /// # Errors
    /// When it is not JSON, or anything in it cannot be accepted: all faults at once.
    pub fn from_json(text: &str) -> Result<Self, PatientErrors> {
        read::from_json(text)
    }

    /// The same from bytes, as they come from a file.
    ///
    /// ```
    /// use ekbom::patient::Patient;
    /// assert!(Patient::from_json_bytes(br#"{"labs": []}"#).is_ok());
    /// assert!(Patient::from_json_bytes(b"{\"sex\": \"\xff\"}").unwrap_err().to_string().contains("UTF-8"));
    /// ```
    ///
    /// # Errors
    /// As [`Patient::from_json`], and when the bytes are not UTF-8.
    pub fn from_json_bytes(bytes: &[u8]) -> Result<Self, PatientErrors> {
        let text = core::str::from_utf8(bytes).map_err(|error| {
            PatientError::new(FaultKind::NotJson, "", "", alloc::format!("not JSON: {error}"))
                .accept(["UTF-8"])
        })?;
        read::from_json(text)
    }

    /// What was not accepted, where [`OnRefusal::SetAside`] was asked for: a reader must hear of it first.
    ///
    /// ```
    /// use ekbom::Patient;
    /// let patient = Patient::from_json(r#"{"on_refusal": "set_aside", "labs": [
    ///     {"analyte": "ferritin", "value": 38}, {"analyte": "crp", "value": 3, "unit": "mg/L"}]}"#)?;
    /// assert_eq!(patient.labs().len(), 1);
    /// assert_eq!(patient.set_aside()[0].field(), "labs[0].unit");
    /// # Ok::<(), ekbom::patient::PatientErrors>(())
    /// ```
    pub fn set_aside(&self) -> &[PatientError] {
        &self.set_aside
    }

    /// The results that were set aside and could be read, as reported. Nothing is answered by them.
    pub fn doubted(&self) -> &[Lab] {
        &self.doubted
    }

    /// The results, as reported.
    pub fn labs(&self) -> &[Lab] {
        &self.labs
    }

    /// The medicines known to the catalogue that are taken.
    pub fn medicines(&self) -> &[Medicine] {
        &self.medicines
    }

    /// Every medicine known to the catalogue that was listed, with what was said of it: also those that were stopped and
    /// those that are planned.
    pub fn medicine_entries(&self) -> &[MedicineEntry] {
        &self.medicine_entries
    }

    /// Names of medicines carried along although the catalogue does not know them.
    pub fn unrecognised_medicines(&self) -> &[String] {
        &self.unrecognised
    }

    /// The age in years, where it is one; an interval is no single age.
    pub const fn age_years(&self) -> Option<f64> {
        self.age_years
    }

    /// The ages that are possible by what was said: one, or an interval such as "over 89".
    ///
    /// ```
    /// use ekbom::patient::Patient;
    /// let patient = Patient::from_json(r#"{"age_years": {"at_least": 90}}"#).unwrap();
    /// assert_eq!(patient.age_years(), None);
    /// assert_eq!(patient.age().map(|age| (age.low(), age.high())), Some((90.0, 130.0)));
    /// ```
    pub fn age(&self) -> Option<Interval> {
        self.age_years.and_then(Interval::exact).or(self.age_between)
    }

    /// The sex.
    pub const fn sex(&self) -> Option<Sex> {
        self.sex
    }

    /// The sex whose reference limits hold, where that was said apart.
    pub const fn sex_for_reference(&self) -> Option<Sex> {
        self.sex_for_reference
    }

    /// Pregnant, or not, as said; a trimester or weeks of pregnancy say so without this.
    pub const fn pregnant(&self) -> Option<bool> {
        self.pregnant
    }

    /// Yes/no items and named choices that were said, each with the options that remain of it.
    pub fn choices(&self) -> &[(Fact, Options)] {
        &self.choices
    }

    /// Numbers that were said, such as weeks of pregnancy or the total of a scale.
    pub fn numbers(&self) -> &[(Fact, f64)] {
        &self.numbers
    }

    /// The groups of which everything was said.
    pub fn complete(&self) -> &[CompleteGroup] {
        &self.complete
    }

    /// The total of the IRLS scale as the sum of its ten items, where those were given.
    pub const fn irls_computed(&self) -> Option<IrlsTotal> {
        self.irls_computed
    }

    /// The newest result of an analyte, which is the one that counts.
    ///
    /// ```
    /// use ekbom::Patient;
    /// use ekbom::measure::{analyte::Analyte, unit::Unit};
    /// use ekbom::patient::Lab;
    /// let ferritin = |value, days| Lab::new(Analyte::Ferritin, value, Unit::NgPerMl).days_ago(days);
    /// let patient = Patient::builder().lab(ferritin(90.0, 400.0)).lab(ferritin(38.0, 3.0)).build()?;
    /// assert_eq!(patient.newest(Analyte::Ferritin).and_then(Lab::days), Some(3.0));
    /// # Ok::<(), ekbom::patient::PatientErrors>(())
    /// ```
    pub fn newest(&self, analyte: Analyte) -> Option<&Lab> {
        let days = |lab: &Lab| lab.days_ago.unwrap_or(0.0);
        self.labs.iter().filter(|lab| lab.analyte == analyte).min_by(|a, b| days(a).total_cmp(&days(b)))
    }

    /// The trimester: as said, or by the weeks of pregnancy.
    pub fn trimester(&self) -> Option<Trimester> {
        self.trimester.or_else(|| self.number(Fact::GestationalWeeks).map(Trimester::at))
    }

    /// Was anything said of this fact, in words or by a list of medicines that implies it?
    pub(crate) fn says(&self, fact: Fact) -> bool {
        self.choices.iter().any(|(own, _)| *own == fact)
            || self.number(fact).is_some()
            || self.open.contains(&fact)
    }

    /// Marks an item as named without a value.
    pub(crate) fn leave_unanswered(&mut self, fact: Fact) {
        if !self.unanswered.contains(&fact) {
            self.unanswered.push(fact);
        }
    }

    /// Does a complete history say that there is no pregnancy? Not where it was named and left without a value.
    pub(crate) fn closes_pregnancy(&self) -> bool {
        self.is_complete(CompleteGroup::History) && !self.unanswered.contains(&Fact::Person)
    }

    /// A number that was said.
    pub(crate) fn number(&self, fact: Fact) -> Option<f64> {
        self.numbers.iter().find(|(own, _)| *own == fact).map(|(_, value)| *value)
    }

    /// Was a medicine set aside?
    pub(crate) fn lacks_medicine(&self) -> bool {
        self.set_aside.iter().any(|error| error.field().starts_with("medicines"))
    }

    /// Is an unmentioned item of this group absent?
    pub(crate) fn closes(&self, fact: Fact) -> bool {
        let group = match fact.info().group {
            Group::Symptoms => CompleteGroup::Symptoms,
            Group::History => CompleteGroup::History,
            _ => return false,
        };
        self.is_complete(group)
            && !self.unanswered.contains(&fact)
            && self.complete_as.is_none_or(|version| fact.is_known_to(version))
    }

    pub(crate) fn is_complete(&self, group: CompleteGroup) -> bool {
        self.complete.contains(&group)
    }

    pub(crate) fn includes(&self, include: Include) -> bool {
        self.include.contains(&include)
    }
}
