//! A patient as a value, and as the checked object that is assessed.

use std::sync::Arc;

use ekbom::Knowledge;
use ekbom::assess;
use ekbom::fact::{B12Cause, Distress, Fact, Mimics, YesNo};
use ekbom::measure::analyte::Analyte;
use ekbom::measure::formula::iron::TransferrinFactor;
use ekbom::patient::{
    Comparator, CompleteGroup, Finding, Include, Lab as CoreLab, OnRefusal, Patient as CorePatient,
    PatientBuilder, PatientErrors as CoreErrors, Sex, Trimester, UnknownMedicines,
};

use crate::assessment::CriticalResult;
// `Unit` is taken: it is what Kotlin calls nothing.
use ekbom::measure::unit::Unit as LabUnit;

/// What a laboratory reported.
#[derive(Clone, Debug, uniffi::Enum)]
pub enum LabResult {
    /// A number with its unit; with a comparator where only a bound is known.
    Quantity {
        /// The number printed.
        value: f64,
        /// Its unit.
        unit: LabUnit,
        /// None: exactly this.
        comparator: Option<Comparator>,
    },
    /// Present or absent.
    Qualitative {
        /// Which.
        finding: Finding,
    },
}

/// A laboratory result as reported: the unit is part of the value.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Lab {
    /// What was measured.
    pub analyte: Analyte,
    /// What was reported.
    pub result: LabResult,
    /// How many days ago the sample was drawn; needed where an analyte has several results.
    #[uniffi(default = None)]
    pub days_ago: Option<f64>,
    /// Was the sample drawn in the morning?
    #[uniffi(default = None)]
    pub morning: Option<bool>,
    /// Hours without iron before the sample.
    #[uniffi(default = None)]
    pub iron_free_hours: Option<f64>,
    /// The laboratory's lower limit, in the unit of the result.
    #[uniffi(default = None)]
    pub ref_low: Option<f64>,
    /// The laboratory's upper limit, in the unit of the result.
    #[uniffi(default = None)]
    pub ref_high: Option<f64>,
    /// The top of the laboratory's grey zone above its lower limit, in the unit of the result.
    #[uniffi(default = None)]
    pub grey_high: Option<f64>,
    /// The assay as the laboratory names it.
    #[uniffi(default = None)]
    pub assay: Option<String>,
    /// The value was checked with the laboratory although it is unlikely.
    #[uniffi(default = false)]
    pub confirmed: bool,
    /// Why whoever read the result doubts it: it counts for nothing, no older result stands for it, and what it would
    /// forbid if it is right is withheld.
    #[uniffi(default = None)]
    pub doubt: Option<String>,
}

/// A yes/no item that was stated.
#[derive(Clone, Debug, uniffi::Record)]
pub struct StatedFlag {
    /// Which.
    pub fact: Fact,
    /// Yes, or no.
    pub present: bool,
}

/// A number that was stated.
#[derive(Clone, Debug, uniffi::Record)]
pub struct StatedNumber {
    /// Which.
    pub fact: Fact,
    /// In the fact's unit.
    pub value: f64,
}

/// One of the named values of an item that was stated.
#[derive(Clone, Debug, uniffi::Record)]
pub struct StatedChoice {
    /// Which.
    pub fact: Fact,
    /// The code of the value.
    pub code: String,
}

/// What is known of a patient: only what was said.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Patient {
    /// Age in years; fractions are welcome.
    #[uniffi(default = None)]
    pub age_years: Option<f64>,
    /// Sex.
    #[uniffi(default = None)]
    pub sex: Option<Sex>,
    /// The sex whose reference limits apply, where it differs.
    #[uniffi(default = None)]
    pub sex_for_reference: Option<Sex>,
    /// Elevation of residence above sea level, in metres.
    #[uniffi(default = None)]
    pub elevation_m: Option<f64>,
    /// Cigarettes a day.
    #[uniffi(default = None)]
    pub cigarettes_per_day: Option<f64>,
    /// The factor from transferrin to total iron-binding capacity.
    #[uniffi(default = None)]
    pub transferrin_factor: Option<TransferrinFactor>,
    /// What is off unless asked for.
    #[uniffi(default = [])]
    pub include: Vec<Include>,
    /// Laboratory results.
    #[uniffi(default = [])]
    pub labs: Vec<Lab>,
    /// Pregnant, or not.
    #[uniffi(default = None)]
    pub pregnant: Option<bool>,
    /// Trimester; says also that there is a pregnancy.
    #[uniffi(default = None)]
    pub trimester: Option<Trimester>,
    /// Yes/no items of the symptoms and the history.
    #[uniffi(default = [])]
    pub flags: Vec<StatedFlag>,
    /// Numbers of the symptoms and the history.
    #[uniffi(default = [])]
    pub numbers: Vec<StatedNumber>,
    /// Named values of the symptoms and the history that have no field of their own.
    #[uniffi(default = [])]
    pub choices: Vec<StatedChoice>,
    /// Conditions that look like restless legs.
    #[uniffi(default = None)]
    pub mimics: Option<Mimics>,
    /// How much the symptoms distress.
    #[uniffi(default = None)]
    pub distress: Option<Distress>,
    /// Why vitamin B12 is deficient.
    #[uniffi(default = None)]
    pub b12_cause: Option<B12Cause>,
    /// Scores of the ten items of the IRLS rating scale, instead of their total.
    #[uniffi(default = None)]
    pub irls_items: Option<Vec<i32>>,
    /// Medicines by the names of their ingredients.
    #[uniffi(default = [])]
    pub medicines: Vec<String>,
    /// What to do with names that the catalogue does not know.
    #[uniffi(default = None)]
    pub unknown_medicines: Option<UnknownMedicines>,
    /// What to do with what cannot be accepted: by default the patient is refused.
    #[uniffi(default = None)]
    pub on_refusal: Option<OnRefusal>,
    /// Groups whose unmentioned yes/no items are absent.
    #[uniffi(default = [])]
    pub complete: Vec<CompleteGroup>,
}

/// One fault of a patient.
#[derive(Clone, Debug, uniffi::Record)]
pub struct PatientError {
    /// The cause, as a code that never changes its meaning.
    pub kind: String,
    /// Where: a path such as `labs[0].unit`.
    pub field: String,
    /// What was found there.
    pub value: String,
    /// What is wrong with it.
    pub reason: String,
    /// What would be accepted, most likely first; may be empty.
    pub accepted: Vec<String>,
    /// All of it in one line.
    pub text: String,
}

/// A patient that cannot be accepted.
#[derive(Clone, Debug, uniffi::Error)]
pub enum PatientErrors {
    /// Every fault at once.
    Refused {
        /// The faults, in the order of the patient's fields; never empty.
        errors: Vec<PatientError>,
        /// All of them in one line.
        text: String,
    },
}

impl core::fmt::Display for PatientErrors {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let Self::Refused { text, .. } = self;
        f.write_str(text)
    }
}

impl From<CoreErrors> for PatientErrors {
    fn from(errors: CoreErrors) -> Self {
        let mirror = |error: &ekbom::patient::PatientError| PatientError {
            kind: error.kind().code().into(),
            field: error.field().into(),
            value: error.value().into(),
            reason: error.message().into(),
            accepted: error.accepted().to_vec(),
            text: error.to_string(),
        };
        Self::Refused { errors: errors.errors().iter().map(mirror).collect(), text: errors.to_string() }
    }
}

/// A patient whose every statement was accepted. Immutable, and safe to share between threads.
#[derive(Debug, uniffi::Object)]
pub struct CheckedPatient(pub(crate) CorePatient);

#[uniffi::export]
impl CheckedPatient {
    /// Checks a patient.
    ///
    /// # Errors
    /// When anything cannot be accepted: all faults at once.
    #[uniffi::constructor]
    pub fn new(patient: Patient) -> Result<Arc<Self>, PatientErrors> {
        Ok(Arc::new(Self(build(patient)?)))
    }

    /// Reads and checks a patient in the JSON shape that is the same in every language.
    ///
    /// # Errors
    /// When it is not JSON, or anything in it cannot be accepted: all faults at once.
    #[uniffi::constructor]
    pub fn from_json(json: String) -> Result<Arc<Self>, PatientErrors> {
        Ok(Arc::new(Self(CorePatient::from_json(&json)?)))
    }
}

/// What is critical of a patient who is refused, each result by itself and if its unit is right: a potassium of 7.2 must
/// not be lost because a ferritin was misspelt.
#[uniffi::export]
pub fn critical_of_refused(patient: Patient) -> Vec<CriticalResult> {
    assess::critical_of_refused_builder(&Knowledge::builtin(), &said(patient))
        .iter()
        .map(CriticalResult::from)
        .collect()
}

/// The same of a patient in JSON.
#[uniffi::export]
pub fn critical_of_refused_json(json: String) -> Vec<CriticalResult> {
    let found = assess::critical_of_refused(&Knowledge::builtin(), json.as_bytes());
    found.iter().map(CriticalResult::from).collect()
}

/// `set` with what is there.
fn with<B, T>(builder: B, value: Option<T>, set: impl FnOnce(B, T) -> B) -> B {
    match value {
        Some(value) => set(builder, value),
        None => builder,
    }
}

fn build(patient: Patient) -> Result<CorePatient, CoreErrors> {
    said(patient).build()
}

fn said(said: Patient) -> PatientBuilder {
    let mut made = CorePatient::builder();
    made = with(made, said.age_years, |made, years| made.age_years(years));
    made = with(made, said.sex, |made, sex| made.sex(sex));
    made = with(made, said.sex_for_reference, |made, sex| made.sex_for_reference(sex));
    made = with(made, said.elevation_m, |made, metres| made.elevation_m(metres));
    made = with(made, said.cigarettes_per_day, |made, number| made.cigarettes_per_day(number));
    made = with(made, said.transferrin_factor, |made, factor| made.transferrin_factor(factor));
    made = said.include.into_iter().fold(made, |made, include| made.include(include));
    made = said.labs.into_iter().fold(made, |made, mut own| match own.doubt.take() {
        Some(why) => made.lab_in_doubt(lab(own), &why),
        None => made.lab(lab(own)),
    });
    made = with(made, said.pregnant, |made, pregnant| made.pregnant(pregnant));
    made = with(made, said.trimester, |made, trimester| made.trimester(trimester));
    made = said.flags.into_iter().fold(made, |made, own| match YesNo::try_from(own.fact) {
        Ok(item) => made.item(item, own.present),
        Err(error) => made.refused(
            ekbom::patient::FaultKind::WrongSort,
            own.fact.id(),
            if own.present { "yes" } else { "no" },
            &error.to_string(),
            own.fact.options().iter().copied(),
        ),
    });
    made = said.numbers.into_iter().fold(made, |made, own| made.number(own.fact, own.value));
    made = said.choices.into_iter().fold(made, |made, own| made.choice(own.fact, &own.code));
    made = with(made, said.mimics, |made, mimics| made.mimics(mimics));
    made = with(made, said.distress, |made, distress| made.distress(distress));
    made = with(made, said.b12_cause, |made, cause| made.b12_cause(cause));
    made = with(made, said.irls_items, |made, items| {
        // Whatever is no small number becomes one that the check refuses by name.
        let scores: Vec<u8> = items.into_iter().map(|item| u8::try_from(item).unwrap_or(u8::MAX)).collect();
        made.irls_items(&scores)
    });
    made = said.medicines.iter().fold(made, |made, name| made.medicine_named(name));
    made = with(made, said.unknown_medicines, |made, policy| made.unknown_medicines(policy));
    made = with(made, said.on_refusal, |made, policy| made.on_refusal(policy));
    said.complete.into_iter().fold(made, |made, group| made.complete(group))
}

fn lab(own: Lab) -> CoreLab {
    let mut made = match own.result {
        LabResult::Quantity { value, unit, comparator: None } => CoreLab::new(own.analyte, value, unit),
        LabResult::Quantity { value, unit, comparator: Some(comparator) } => {
            CoreLab::censored(own.analyte, comparator, value, unit)
        }
        LabResult::Qualitative { finding } => CoreLab::qualitative(own.analyte, finding),
    };
    made = with(made, own.days_ago, |made, days| made.days_ago(days));
    made = with(made, own.morning, |made, morning| made.morning(morning));
    made = with(made, own.iron_free_hours, |made, hours| made.iron_free_hours(hours));
    made = with(made, own.ref_low, |made, limit| made.ref_low(limit));
    made = with(made, own.ref_high, |made, limit| made.ref_high(limit));
    made = with(made, own.grey_high, |made, limit| made.grey_high(limit));
    made = with(made, own.assay, |made, assay| made.assay(assay));
    if own.confirmed { made.confirmed() } else { made }
}
