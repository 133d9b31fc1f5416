//! German S2k guideline 2022 (DGN and DGSM, with Austria and Switzerland; in force to June 2027), read in two accounts.
//!
//! Where iron is sufficient, or not enough: dopamine agonists other than ergot derivatives first, against AASM 2025;
//! levodopa only now and then; opioids second. It does not recommend benzodiazepines. What it says as to strength was
//! not read, and that its words become conditional answers is our mapping.

use super::shared::{PREGNANCY, REST, SECOND_LINE, adults, grade};
use crate::knowledge::guideline::shared::{CHILD, ESRD};
use crate::knowledge::question::{Treatment, TreatmentPosition};
use crate::logic::authoring::{Cite, Flag, GuidelineInfo, RuleData, TableData, cite, rule};
use crate::source::Verification;
use crate::source::Verification::Derived;

const S2K_2022: GuidelineInfo = GuidelineInfo::new("s2k-2022", "German S2k guideline 2022 (DGN, DGSM)");

const ORDER: &[Cite] = &[cite("S2K2022", "order of medicines, as told"), cite("ESANUM_S2K", "account of it")];

const CHILD_SILENT: RuleData = rule("child", CHILD, TreatmentPosition::NotAddressed.set(), Derived, ORDER);
const ESRD_SILENT: RuleData = rule("esrd", ESRD, TreatmentPosition::NotAddressed.set(), Derived, ORDER)
    .note("What was read does not speak of end-stage renal disease.");

const MEDICINE: &[Flag] = &[PREGNANCY];
const NOW_AND_THEN: &[Flag] = &[Flag::always("as_needed_only"), PREGNANCY];
const SECOND: &[Flag] = &[SECOND_LINE, PREGNANCY];
const FIRST: &str = "First choice where iron is sufficient, or not enough; named as a class.";
const CLASS: &str = "Benzodiazepines are not recommended; named as a class.";

adults! { S2K_2022, CHILD_SILENT, ESRD_SILENT;
    PRAMIPEXOLE = Pramipexole: ForConditional, "first_choice", "", Derived; MEDICINE; ORDER; FIRST;
    ROPINIROLE = Ropinirole: ForConditional, "first_choice", "", Derived; MEDICINE; ORDER; FIRST;
    ROTIGOTINE = Rotigotine: ForConditional, "first_choice", "", Derived; MEDICINE; ORDER; FIRST;
    LEVODOPA = Levodopa: ForConditional, "intermittent", "", Derived; NOW_AND_THEN; ORDER;
        "Only now and then, or for diagnosis.";
    OPIOIDS = Opioids: ForConditional, "second_line", "", Derived; SECOND; ORDER; "";
    CLONAZEPAM = Clonazepam: AgainstConditional, "not_recommended", "", Derived; MEDICINE; ORDER; CLASS;
    TRIAZOLAM = Triazolam: AgainstConditional, "not_recommended", "", Derived; MEDICINE; ORDER; CLASS;
}
