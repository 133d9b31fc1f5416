//! EFNS, ENS and ESRS 2012: levels of evidence, read in the abstract; that they become answers is our mapping.

use super::shared::{
    EFFECTIVE_NOT_RECOMMENDED, GABAPENTINOID, GABAPENTINOID_B12, MEDICINE, PARKINSONS, PREGNANCY, REST,
    adults, grade,
};
use crate::knowledge::guideline::shared::{CHILD, ESRD};
use crate::knowledge::question::{Treatment, TreatmentPosition};
use crate::logic::authoring::{Cite, Flag, GuidelineInfo, RuleData, TableData, cite, rule};
use crate::source::Verification;
use crate::source::Verification::Derived;

const EFNS_2012: GuidelineInfo = GuidelineInfo::new("efns-2012", "EFNS, ENS and ESRS guideline 2012");

const LEVELS: &[Cite] = &[cite("EFNS2012", "abstract: levels of evidence, short and long term")];
const PREGABALIN_CITES: &[Cite] = &[
    cite("EFNS2012", "abstract: levels of evidence, short and long term"),
    cite("NG239-SEC", "pregabalin among the medicines that lower vitamin B12"),
];

const CHILD_SILENT: RuleData = rule("child", CHILD, TreatmentPosition::NotAddressed.set(), Derived, LEVELS);
const ESRD_SILENT: RuleData = rule("esrd", ESRD, TreatmentPosition::NotAddressed.set(), Derived, LEVELS)
    .note("What was read does not speak of end-stage renal disease.");

const HARMFUL: &[Flag] = &[EFFECTIVE_NOT_RECOMMENDED, PARKINSONS, PREGNANCY];

adults! { EFNS_2012, CHILD_SILENT, ESRD_SILENT;
    GABAPENTIN_ENACARBIL = GabapentinEnacarbil: ForStrong, "level_a", "", Derived;
        GABAPENTINOID; LEVELS; "Level A is for the short term; long term: probably effective.";
    GABAPENTIN = Gabapentin: ForStrong, "level_a", "", Derived;
        GABAPENTINOID; LEVELS; "Level A is for the short term; long term: possibly effective.";
    PREGABALIN = Pregabalin: ForStrong, "level_a", "", Derived;
        GABAPENTINOID_B12; PREGABALIN_CITES; "Level A is for the short term; no long-term statement was read.";
    PRAMIPEXOLE = Pramipexole: ForStrong, "level_a", "", Derived;
        MEDICINE; LEVELS; "Level A is for the short term; long term: possibly effective.";
    ROTIGOTINE = Rotigotine: ForStrong, "level_a", "", Derived;
        MEDICINE; LEVELS; "Level A is for the short term; long term: effective.";
    ROPINIROLE = Ropinirole: ForStrong, "level_a", "", Derived;
        MEDICINE; LEVELS; "Level A is for the short term; long term: possibly effective.";
    CABERGOLINE = Cabergoline: AgainstConditional, "not_recommended", "", Derived;
        HARMFUL; LEVELS; "Level A for its effect, and not recommended for its harms.";
}
