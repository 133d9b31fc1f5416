//! American Academy of Sleep Medicine 2012, superseded by its guideline of 2025: STANDARD, GUIDELINE, OPTION and
//! AGAINST, read in the abstract; that they become answers is our mapping.

use super::shared::{
    B12_LOWERING, FALLS, OPIOID_COMBINATION, PARKINSONS, PREGNANCY, RENAL_DOSE, REST, SUPERSEDED, adults,
    grade,
};
use crate::knowledge::guideline::shared::{CHILD, ESRD};
use crate::knowledge::question::{Treatment, TreatmentPosition};
use crate::logic::authoring::{Cite, Flag, GuidelineInfo, RuleData, TableData, cite, rule};
use crate::source::Verification;
use crate::source::Verification::{Derived, Original};

const AASM_2012: GuidelineInfo =
    GuidelineInfo::new("aasm-2012", "American Academy of Sleep Medicine 2012 (superseded)");

const LEVELS: &[Cite] =
    &[cite("AASM2012", "abstract: levels of recommendation"), cite("AASM2025", "supersedes it")];
const PREGABALIN_CITES: &[Cite] = &[
    cite("AASM2012", "abstract: levels of recommendation"),
    cite("AASM2025", "supersedes it"),
    cite("NG239-SEC", "pregabalin among the medicines that lower vitamin B12"),
];

const CHILD_SILENT: RuleData = rule(
    "child",
    CHILD,
    TreatmentPosition::NotAddressed.set(),
    Original,
    &[cite("AASM2012", "title: in adults")],
);
const ESRD_SILENT: RuleData = rule("esrd", ESRD, TreatmentPosition::NotAddressed.set(), Derived, LEVELS)
    .note("What was read does not speak of end-stage renal disease.");

const MEDICINE: &[Flag] = &[SUPERSEDED, PREGNANCY];
const HARMFUL: &[Flag] = &[SUPERSEDED, PARKINSONS, PREGNANCY];
const GABAPENTINOID: &[Flag] = &[SUPERSEDED, RENAL_DOSE, FALLS, OPIOID_COMBINATION, PREGNANCY];
const GABAPENTINOID_B12: &[Flag] =
    &[SUPERSEDED, RENAL_DOSE, FALLS, OPIOID_COMBINATION, B12_LOWERING, PREGNANCY];

adults! { AASM_2012, CHILD_SILENT, ESRD_SILENT;
    PRAMIPEXOLE = Pramipexole: ForStrong, "standard", "", Derived; MEDICINE; LEVELS; "";
    ROPINIROLE = Ropinirole: ForStrong, "standard", "", Derived; MEDICINE; LEVELS; "";
    LEVODOPA = Levodopa: ForConditional, "guideline", "", Derived; MEDICINE; LEVELS; "";
    OPIOIDS = Opioids: ForConditional, "guideline", "", Derived; MEDICINE; LEVELS; "";
    GABAPENTIN_ENACARBIL = GabapentinEnacarbil: ForConditional, "guideline", "", Derived; GABAPENTINOID; LEVELS; "";
    CABERGOLINE = Cabergoline: ForConditional, "guideline", "", Derived; MEDICINE; LEVELS; "";
    CARBAMAZEPINE = Carbamazepine: ForConditional, "option", "", Derived; MEDICINE; LEVELS; "";
    GABAPENTIN = Gabapentin: ForConditional, "option", "", Derived; GABAPENTINOID; LEVELS; "";
    PREGABALIN = Pregabalin: ForConditional, "option", "", Derived; GABAPENTINOID_B12; PREGABALIN_CITES; "";
    CLONIDINE = Clonidine: ForConditional, "option", "", Derived; MEDICINE; LEVELS; "";
    PERGOLIDE = Pergolide: AgainstConditional, "against", "", Derived; HARMFUL; LEVELS; "";
}
