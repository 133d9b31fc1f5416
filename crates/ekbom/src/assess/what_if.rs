//! What if: one patient, said again with a change, and what the change moves.

use alloc::vec::Vec;

use serde::Serialize;

use super::intake::Policy;
use super::{Assessment, assess_with};
use crate::knowledge::Knowledge;
use crate::patient::{Patient, PatientBuilder, PatientErrors};
use crate::source::Text;

/// Two assessments of one patient, without and with a change.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct WhatIf {
    /// As the patient is.
    pub before: Assessment,
    /// As the patient would be.
    pub after: Assessment,
}

/// What differs between two assessments. Every list is in the order of the assessment that has it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[non_exhaustive]
pub struct Moved {
    /// Positions whose possible answers differ.
    pub positions: Vec<PositionMoved>,
    /// Codes of the acts that are new.
    pub acts_added: Vec<Text>,
    /// Codes of the acts that are no more.
    pub acts_gone: Vec<Text>,
    /// Codes of the alerts that are new.
    pub alerts_added: Vec<Text>,
    /// Codes of the alerts that are no more.
    pub alerts_gone: Vec<Text>,
}

/// A position of which the possible answers differ.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[non_exhaustive]
pub struct PositionMoved {
    /// The question.
    pub question: Text,
    /// The guideline.
    pub guideline: Text,
    /// What was possible.
    pub before: Vec<Text>,
    /// What would be.
    pub after: Vec<Text>,
}

/// Assesses a patient as it is and as it would be. What is changed is said to a builder that starts from the patient;
/// what was said otherwise is taken back there first, as with [`PatientBuilder::forget`].
///
/// ```
/// use ekbom::assess::intake::Policy;
/// use ekbom::assess::what_if;
/// use ekbom::measure::{analyte::Analyte, unit::Unit};
/// use ekbom::patient::Lab;
/// use ekbom::{Knowledge, Patient};
///
/// let knowledge = Knowledge::builtin();
/// let patient = Patient::from_json(r#"{"age_years": 58, "labs": [
///     {"analyte": "ferritin", "value": 38, "unit": "ng/mL"}], "complete": ["history"]}"#)?;
/// let changed = what_if(&knowledge, &patient, &Policy::default(), |said| {
///     said.lab(Lab::new(Analyte::Tsat, 60.0, Unit::Percent))
/// })?;
/// let moved = changed.moved();
/// assert!(moved.positions.iter().any(|own| own.question == "iron.safety" && own.after == ["stop_tsat_ceiling"]));
/// # Ok::<(), ekbom::patient::PatientErrors>(())
/// ```
///
/// # Errors
/// When the changed patient cannot be accepted.
pub fn what_if(
    knowledge: &Knowledge,
    patient: &Patient,
    policy: &Policy,
    change: impl FnOnce(PatientBuilder) -> PatientBuilder,
) -> Result<WhatIf, PatientErrors> {
    let changed = change(patient.to_builder()).build()?;
    Ok(WhatIf {
        before: assess_with(knowledge, patient, policy),
        after: assess_with(knowledge, &changed, policy),
    })
}

impl WhatIf {
    /// What the change moves.
    pub fn moved(&self) -> Moved {
        let (before, after) = (&self.before, &self.after);
        let positions = after.positions.iter().filter_map(|own| {
            let is_same = |other: &&super::Position| {
                (&other.question, &other.guideline) == (&own.question, &own.guideline)
            };
            let other = before.positions.iter().find(is_same)?;
            (other.possible != own.possible).then(|| PositionMoved {
                question: own.question.clone(),
                guideline: own.guideline.clone(),
                before: other.possible.clone(),
                after: own.possible.clone(),
            })
        });
        let acts = |of: &Assessment, without: &Assessment| {
            let new = of.acts.iter().filter(|own| !without.acts.iter().any(|other| other.act == own.act));
            new.map(|own| own.act.clone()).collect()
        };
        let alerts = |of: &Assessment, without: &Assessment| {
            let new =
                of.alerts.iter().filter(|own| !without.alerts.iter().any(|other| other.code == own.code));
            new.map(|own| own.code.clone()).collect()
        };
        Moved {
            positions: positions.collect(),
            acts_added: acts(after, before),
            acts_gone: acts(before, after),
            alerts_added: alerts(after, before),
            alerts_gone: alerts(before, after),
        }
    }
}
