//! Intake: a patient becomes a box of facts.
//!
//! The newest result of each analyte counts; derived facts stand in where nothing was reported; what is not known
//! stays the fact's whole range. Nothing is decided here.

mod derive;
mod results;

pub use derive::{Derived, EGFR_FROM_AGE};
pub use results::UsedResult;

use alloc::vec::Vec;

use crate::assess::usual::Assume;
use crate::fact::medicine::MedicineClass;
use crate::fact::{B12Cause, Fact, FactBox, Group, Mimics, Options, Part, Person};
use crate::knowledge::code::AlertCode;
use crate::measure::analyte::Analyte;
use crate::measure::interval::Interval;
use crate::patient::{CompleteGroup, Indication, Patient, Sex, Trimester};

/// How results are read.
///
/// ```
/// use ekbom::assess::intake::{Policy, Uncertainty};
/// let policy = Policy::default().with_uncertainty(Uncertainty::Variation).with_stale_after_days(180.0);
/// assert_eq!(policy.stale_after_days, 180.0);
/// ```
#[derive(Clone, Copy, PartialEq, Debug)]
#[non_exhaustive]
pub struct Policy {
    /// Results older than this raise `sample_stale`.
    pub stale_after_days: f64,
    /// What a single result stands for.
    pub uncertainty: Uncertainty,
    /// What is assumed of what was not said, beside the exact answers.
    pub assume: Assume,
}

impl Policy {
    /// The same, with results older than this raising `sample_stale`.
    #[must_use]
    pub const fn with_stale_after_days(mut self, days: f64) -> Self {
        self.stale_after_days = days;
        self
    }

    /// The same, with single results that stand for this.
    #[must_use]
    pub const fn with_uncertainty(mut self, uncertainty: Uncertainty) -> Self {
        self.uncertainty = uncertainty;
        self
    }

    /// The same, with this assumed of what was not said.
    #[must_use]
    pub const fn with_assume(mut self, assume: Assume) -> Self {
        self.assume = assume;
        self
    }
}

impl Uncertainty {
    /// Every policy.
    pub const ALL: &'static [Self] = &[Self::AsReported, Self::Variation, Self::Assay];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::AsReported => "as_reported",
            Self::Variation => "variation",
            Self::Assay => "assay",
        }
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self { stale_after_days: 365.0, uncertainty: Uncertainty::AsReported, assume: Assume::Usual }
    }
}

/// What a single result stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub enum Uncertainty {
    /// The number reported.
    #[default]
    AsReported,
    /// Every value of which it may be one sample: analytical and within-person variation, log-normal, 95 %.
    Variation,
    /// For ferritin, every value that another manufacturer's assay might have read.
    Assay,
}

/// A patient as the rules see one.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct Intake {
    /// What is known of every fact.
    pub facts: FactBox,
    /// Facts that were computed, and from what.
    pub derived: Vec<Derived>,
    /// Every result, and whether it counted.
    pub results: Vec<UsedResult>,
    /// What was noticed on the way, each with the alert that says so.
    pub notices: Vec<Notice>,
    /// When the sample behind the transferrin saturation was drawn.
    tsat_days_ago: Option<f64>,
}

/// Something noticed about a result.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Notice {
    /// The alert it raises.
    pub code: AlertCode,
    /// What it concerns.
    pub about: About,
}

/// What a notice concerns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum About {
    /// A fact, reported or computed.
    Fact(Fact),
    /// A result.
    Analyte(Analyte),
    /// The list of medicines.
    Medicines,
}

impl About {
    /// Its id: an analyte that is a fact has the same.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Fact(fact) => fact.id(),
            Self::Analyte(analyte) => analyte.id(),
            Self::Medicines => CompleteGroup::Medicines.code(),
        }
    }
}

/// Turns a patient into a box of facts.
///
/// ```
/// use ekbom::fact::Fact;
/// use ekbom::assess::intake::{Policy, intake};
/// use ekbom::patient::Patient;
/// let patient = Patient::from_json(r#"{"labs": [
///     {"analyte": "iron", "value": 30, "unit": "ug/dL"}, {"analyte": "tibc", "value": 150, "unit": "ug/dL"}]}"#)?;
/// let known = intake(&patient, &Policy::default());
/// let tsat = Fact::Tsat.readings().next().unwrap().axis;
/// assert_eq!(known.facts.number(tsat).value(), Some(20.0));
/// # Ok::<(), ekbom::patient::PatientErrors>(())
/// ```
pub fn intake(patient: &Patient, policy: &Policy) -> Intake {
    let mut made = Intake {
        facts: FactBox::new(),
        derived: Vec::new(),
        results: Vec::new(),
        notices: Vec::new(),
        tsat_days_ago: None,
    };
    person(patient, &mut made.facts);
    items(patient, &mut made.facts);
    medicines(patient, &mut made.facts);
    indications(patient, &mut made.facts);
    causes(patient, &mut made.facts);
    refused(patient, &mut made.facts);
    implied(patient, &mut made.facts);
    if !patient.unrecognised.is_empty() || patient.lacks_medicine() {
        made.notice(AlertCode::MedicineNotRecognised, About::Medicines);
    }
    results::read(patient, policy, &mut made);
    results::folate_assay(patient, &mut made);
    derive::derive(patient, policy, &mut made);
    made
}

impl Intake {
    fn notice(&mut self, code: AlertCode, about: About) {
        if !self.notices.iter().any(|own| own.code == code && own.about.id() == about.id()) {
            self.notices.push(Notice { code, about });
        }
    }
}

fn person(patient: &Patient, facts: &mut FactBox) {
    if let Some(age) = patient.age() {
        facts.set_value(Fact::AgeYears, age);
    }
    facts.set_flag(Fact::Person, person_options(patient));
}

/// Who the person can be.
fn person_options(patient: &Patient) -> Options {
    if patient.pregnant == Some(true) || patient.trimester().is_some() {
        return match patient.trimester() {
            Some(Trimester::First) => Person::PregnantT1.only(),
            Some(Trimester::Second) => Person::PregnantT2.only(),
            Some(Trimester::Third) => Person::PregnantT3.only(),
            None => Person::PREGNANT,
        };
    }
    let limits = patient.sex_for_reference.or(patient.sex);
    let not_pregnant = match limits {
        Some(Sex::Male) => Person::Male.only(),
        Some(Sex::Female) => Person::FemaleNotPregnant.only(),
        None => Person::NOT_PREGNANT,
    };
    // A man without other reference limits is not pregnant: said otherwise, he is refused.
    let denied = patient.pregnant == Some(false)
        || patient.closes_pregnancy()
        || (patient.sex == Some(Sex::Male) && patient.sex_for_reference.is_none());
    if denied { not_pregnant } else { not_pregnant.or(Person::PREGNANT) }
}

fn items(patient: &Patient, facts: &mut FactBox) {
    for fact in Fact::ALL.iter().copied().filter(|fact| patient.closes(*fact)) {
        if let Some(absent) = fact.when_complete() {
            facts.set_flag(fact, absent);
        }
    }
    for (fact, options) in &patient.choices {
        facts.set_flag(*fact, *options);
    }
    for (fact, value) in &patient.numbers {
        if let Some(value) = Interval::exact(*value) {
            facts.set_value(*fact, value);
        }
    }
}

/// What was said and not accepted is unknown, whatever a list says of it.
fn refused(patient: &Patient, facts: &mut FactBox) {
    let nothing = FactBox::new();
    for fact in &patient.open {
        facts.set_flag(*fact, nothing.flag(*fact));
    }
}

/// Facts that another one is an instance of.
const IMPLIED: [(Fact, Fact); 1] = [(Fact::ExtensorPlantars, Fact::AbnormalReflexes)];

/// What follows from what was said: the broader fact, the trimester's place in the pregnancy, the mimics as a whole.
fn implied(patient: &Patient, facts: &mut FactBox) {
    for (narrow, broad) in IMPLIED {
        if facts.flag(narrow) == Options::YES {
            facts.set_flag(broad, Options::YES);
        }
    }
    if !patient.choices.iter().any(|(fact, _)| *fact == Fact::Mimics) {
        facts.set_flag(Fact::Mimics, mimics(facts));
    }
}

/// What the mimics examined one by one leave of the whole: one alone that explains everything decides; one that was not
/// examined, of those that must be, leaves everything open. The last ones count only where they were spoken of.
fn mimics(facts: &FactBox) -> Options {
    let (sole, beside, out) =
        (Mimics::SoleExplanation.only(), Mimics::Coexists.only(), Mimics::RuledOut.only());
    let mut whole = out;
    for (place, fact) in Fact::MIMICS.iter().enumerate() {
        let mut one = facts.flag(*fact);
        if place >= Fact::MIMICS_EXAMINED && one == sole.or(beside).or(out) {
            one = out;
        }
        // Every pair of what is possible so far and what is possible of this one: the graver of the two.
        let mut next = Options::NONE;
        for (a, b) in whole.indices().flat_map(|a| one.indices().map(move |b| (a, b))) {
            next = next.or(Options::one(a.max(b)));
        }
        whole = next;
    }
    whole
}

/// What a cause of vitamin B12 deficiency comes from, where that is a fact of its own.
pub const FROM_CAUSES: [(B12Cause, &[Fact]); 6] = [
    (B12Cause::AutoimmuneGastritis, &[Fact::AutoimmuneGastritis]),
    (B12Cause::TotalGastrectomy, &[Fact::Gastrectomy]),
    (B12Cause::CompleteTerminalIlealResection, &[Fact::IlealResection]),
    (B12Cause::Medicine, &[Fact::MedicineLowersB12]),
    (B12Cause::Dietary, &[Fact::Vegan, Fact::Vegetarian]),
    (B12Cause::NitrousOxide, &[Fact::NitrousOxide]),
];

/// Who names a cause has not said that what it comes from is absent, however complete the lists; unless it was said.
fn causes(patient: &Patient, facts: &mut FactBox) {
    let named = |cause: B12Cause| patient.choices.contains(&(Fact::B12Cause, cause.only()));
    let said = |fact: Fact| patient.choices.iter().any(|(own, _)| *own == fact);
    for fact in FROM_CAUSES.iter().filter(|(cause, _)| named(*cause)).flat_map(|(_, facts)| *facts) {
        if !said(*fact) && facts.flag(*fact) == Options::NO {
            facts.set_flag(*fact, Options::UNKNOWN);
        }
    }
}

/// Facts that a medicine of a class makes true. Those of the history a complete list does not make false: a product in it
/// says what the history may have left out.
pub const FROM_MEDICINES: [(MedicineClass, Fact); 7] = [
    (MedicineClass::LowersB12, Fact::MedicineLowersB12),
    (MedicineClass::ExacerbatesRls, Fact::MedicineExacerbatesRls),
    (MedicineClass::Dopaminergic, Fact::MedicineDopaminergic),
    (MedicineClass::B12Product, Fact::B12Replacement),
    (MedicineClass::CombinedContraceptive, Fact::CombinedContraceptive),
    (MedicineClass::FolicAcid, Fact::MedicineFolicAcid),
    (MedicineClass::Erythropoietic, Fact::MedicineErythropoietic),
];

/// What the list of medicines says: that one is in it, or, where the list is complete and every name is known, not.
fn medicines(patient: &Patient, facts: &mut FactBox) {
    let lacks = !patient.unrecognised.is_empty() || patient.lacks_medicine();
    let whole = patient.is_complete(CompleteGroup::Medicines) && !lacks;
    let said = |fact| patient.choices.iter().any(|(own, _)| *own == fact);
    for (class, fact) in FROM_MEDICINES {
        let before = patient.medicine_entries.iter().any(|own| !own.planned && own.medicine.is(class));
        if patient.medicines.iter().any(|medicine| medicine.is(class)) {
            facts.set_flag(fact, Options::YES);
        } else if whole && !before && fact.info().group == Group::Medicines {
            // What one that was stopped did may last.
            facts.set_flag(fact, Options::NO);
        } else if lacks && !said(fact) {
            // A name that nobody knows, or that was set aside, may be of this class.
            facts.set_flag(fact, Options::UNKNOWN);
        }
    }
}

/// A medicine that is taken for a disease says that there is one.
fn indications(patient: &Patient, facts: &mut FactBox) {
    let mut entries = patient.medicine_entries.iter();
    if entries.any(|own| own.indication == Some(Indication::ParkinsonsDisease)) {
        facts.set_flag(Fact::ParkinsonsDisease, Options::YES);
    }
}

impl FactBox {
    /// Marks in which of its two printed units a fact was reported.
    fn set_second_unit(&mut self, fact: Fact, second: bool) {
        if let Some(axis) = fact.choice_axis(Part::Unit) {
            self.set_choice(axis, Options::flag(second));
        }
    }
}
