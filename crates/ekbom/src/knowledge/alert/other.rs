//! Alerts on results, restless legs, medicines and samples. Data only.

use super::conditions::ANAEMIA_PRESENT;
use super::{Alert, Severity, Trigger, alert, code};
use crate::fact::{Fact, Person};
use crate::knowledge::guideline::{HBA1C_UNRELIABLE, IRON_BY_WHO, RLS_DIAGNOSIS, SYNTHESIS_FIRST_LINE};
use crate::knowledge::question::{B12FirstLine, IronDeficiency, RlsDiagnosis};
use crate::logic::authoring::{all, any, person, reported, yes};

pub(super) const CRITICAL_RESULT: Alert = alert(
    code::CRITICAL_RESULT,
    Severity::Urgent,
    "A critical result: if its unit is right, somebody must act on it now, before anything else that stands here.",
    &[],
    Trigger::Never,
);

pub(super) const RESULT_FAR_OUT: Alert = alert(
    code::RESULT_FAR_OUT,
    Severity::Caution,
    "A result lies far outside what is usual, whatever the patient came for: find out why.",
    &[],
    Trigger::Never,
);

pub(super) const RESULTS_DISAGREE: Alert = alert(
    "results_disagree",
    Severity::Caution,
    "Two results of one day disagree: each is still possible where iron is needed, and the more dangerous one counts where iron does harm. Ask the laboratory.",
    &[],
    Trigger::Never,
);

pub(super) const RLS_NOT_CONFIRMED: Alert = alert(
    code::RLS_NOT_CONFIRMED,
    Severity::Caution,
    "The diagnostic criteria of restless legs syndrome are not confirmed: what follows holds if this is restless legs syndrome.",
    &[Fact::UrgeToMove, Fact::WorseAtRest, Fact::RelievedByMovement, Fact::WorseInEvening, Fact::Mimics],
    Trigger::Never,
);

pub(super) const PREGNANT_AND_DEFICIENT: Alert = alert(
    "pregnant_and_deficient",
    Severity::Caution,
    "Pregnant, with anaemia or a lack of iron or vitamin B12: this is treated for the pregnancy, whatever the legs are.",
    &[Fact::Haemoglobin, Fact::Ferritin, Fact::B12Total, Fact::Holotc],
    Trigger::All(&[
        Trigger::Certain(person(Person::PREGNANT)),
        Trigger::Any(&[
            ANAEMIA_PRESENT,
            Trigger::Determined(IRON_BY_WHO, IronDeficiency::Deficient.set()),
            Trigger::Determined(SYNTHESIS_FIRST_LINE, B12FirstLine::Deficient.set()),
        ]),
    ]),
);

pub(super) const EXACERBATING_MEDICINE: Alert = alert(
    code::EXACERBATING_MEDICINE,
    Severity::Caution,
    "A medicine here can bring on or worsen restless legs: review it with the prescriber, do not stop it abruptly.",
    &[Fact::MedicineExacerbatesRls],
    Trigger::Certain(yes(Fact::MedicineExacerbatesRls)),
);

pub(super) const DOPAMINERGIC_AUGMENTATION_RISK: Alert = alert(
    "dopaminergic_augmentation_risk",
    Severity::Caution,
    "A dopaminergic medicine: over time it can worsen restless legs (augmentation). Lowest dose, and watch for earlier, stronger or spreading symptoms.",
    &[Fact::MedicineDopaminergic],
    Trigger::Certain(yes(Fact::MedicineDopaminergic)),
);

pub(super) const MIMICS_NOT_ASSESSED: Alert = alert(
    "mimics_not_assessed",
    Severity::Caution,
    "Conditions that look like restless legs are not assessed: joints, radiculopathy, neuropathy, vessels, akathisia. Of 788 people without restless legs 126 met the four symptom criteria.",
    &[Fact::Mimics],
    Trigger::All(&[
        Trigger::Certain(yes(Fact::UrgeToMove)),
        Trigger::Open(Fact::Mimics),
        Trigger::CanBe(RLS_DIAGNOSIS, RlsDiagnosis::Met.set()),
    ]),
);

pub(super) const NEUROPATHY_OVERLAPS_RLS: Alert = alert(
    "neuropathy_overlaps_rls",
    Severity::Info,
    "Paraesthesia or numbness belongs to neuropathy as well as to restless legs: examine for neuropathy.",
    &[Fact::Paraesthesia, Fact::Numbness],
    Trigger::Certain(all(&[yes(Fact::UrgeToMove), any(&[yes(Fact::Paraesthesia), yes(Fact::Numbness)])])),
);

pub(super) const HBA1C_UNRELIABLE_ALERT: Alert = alert(
    "hba1c_unreliable",
    Severity::Caution,
    "Anaemia, iron deficiency or dialysis: glycated haemoglobin can mislead.",
    &[Fact::Hba1c],
    Trigger::Certain(all(&[reported(Fact::Hba1c), HBA1C_UNRELIABLE])),
);

pub(super) const TOO_CLOSE_TO_CALL: Alert = alert(
    code::TOO_CLOSE_TO_CALL,
    Severity::Info,
    "Within its own variation this result could fall on the other side of a limit: a repeat may change the answer.",
    &[],
    Trigger::Never,
);

pub(super) const HB_UNADJUSTED: Alert = alert(
    "hb_unadjusted",
    Severity::Info,
    "Haemoglobin is not adjusted for elevation, for smoking, or for either.",
    &[Fact::Haemoglobin],
    Trigger::Never,
);

pub(super) const SAMPLE_NOT_MORNING: Alert = alert(
    "sample_not_morning",
    Severity::Info,
    "Iron studies not drawn in the morning.",
    &[Fact::IronSampleMorning],
    Trigger::Never,
);

pub(super) const SAMPLE_IRON_WITHIN_24H: Alert = alert(
    "sample_iron_within_24h",
    Severity::Info,
    "Iron studies within 24 h of taking iron.",
    &[Fact::IronSampleIronFree],
    Trigger::Never,
);

pub(super) const MEDICINE_NOT_RECOGNISED: Alert = alert(
    "medicine_not_recognised",
    Severity::Caution,
    "A name among the medicines was not recognised: whether it worsens restless legs, lowers vitamin B12 or is \
     dangerous with another medicine could not be checked.",
    &[],
    Trigger::Never,
);

pub(super) const SAMPLE_STALE: Alert =
    alert(code::SAMPLE_STALE, Severity::Info, "An old result: consider a new one.", &[], Trigger::Never);

pub(super) const IMPLAUSIBLE_CONFIRMED: Alert = alert(
    "implausible_confirmed",
    Severity::Info,
    "An unlikely value that was confirmed by the caller.",
    &[],
    Trigger::Never,
);

pub(super) const EXTREME_VALUE: Alert = alert(
    "extreme_value",
    Severity::Info,
    "A value seldom seen, taken as it was written: check it if it does not fit the patient.",
    &[],
    Trigger::Never,
);

pub(super) const REPORTED_COMPUTED_CLASH: Alert = alert(
    "reported_computed_clash",
    Severity::Info,
    "The reported value differs from the computed one by more than rounding; the reported one counts.",
    &[],
    Trigger::Never,
);

pub(super) const UNVERIFIED_SOURCE: Alert = alert(
    code::UNVERIFIED_SOURCE,
    Severity::Info,
    "An answer here rests on a statement that was not verified against its source.",
    &[],
    Trigger::Never,
);
