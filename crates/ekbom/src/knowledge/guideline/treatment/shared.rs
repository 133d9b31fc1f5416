//! What the treatment tables share: their flags, and the shape of most of them.

use crate::fact::{Fact, Person};
use crate::knowledge::question::Treatment;
use crate::logic::authoring::{Condition, Flag, Grade, all, any, at_least, not, person, yes};

/// Whoever may be pregnant: no medicine is chosen without its safety in pregnancy.
pub(super) const PREGNANCY: Flag = Flag::unless("pregnancy_safety", person(Person::NOT_PREGNANT));
/// Recommended against as standard use, which is not "do not use".
pub(super) const STANDARD_USE_ONLY: Flag = Flag::always("standard_use_only");
/// In Parkinson's disease a dopaminergic medicine is not the legs' to stop, to lower or to raise.
pub(super) const PARKINSONS: Flag = Flag::when("parkinsons_disease", yes(Fact::ParkinsonsDisease));
/// Flags of a dopaminergic medicine that is advised against for its harms.
pub(super) const DOPAMINERGIC: &[Flag] = &[PARKINSONS, PREGNANCY];
/// Not the first choice of its guideline.
pub(super) const SECOND_LINE: Flag = Flag::always("second_line");
/// It works and is still not recommended, for its harms.
pub(super) const EFFECTIVE_NOT_RECOMMENDED: Flag = Flag::always("effective_not_recommended");
/// The recommendation is for people whose iron status calls for iron.
pub(super) const IRON_STATUS: Flag = Flag::always("appropriate_iron_status");
/// Outside the range in which the trials gave iron.
pub(super) const BEYOND_TRIAL_RANGE: Flag = Flag::when("beyond_trial_range", at_least(Fact::Ferritin, 300.0));
/// A newer guideline of AASM says otherwise.
pub(super) const SUPERSEDED: Flag = Flag::always(crate::knowledge::guideline::flags::BY_AASM_2025);
/// The recommendation speaks of primary restless legs.
pub(super) const PRIMARY_ONLY: Flag = Flag::unless("primary_rls_only", yes(Fact::PrimaryRls));
/// The recommendation speaks of moderate to severe restless legs, here read as an IRLS total of 11 or more.
pub(super) const MODERATE_TO_SEVERE_ONLY: Flag =
    Flag::unless("moderate_to_severe_only", at_least(Fact::IrlsTotal, 11.0));
/// Harm to heart valves.
pub(super) const VALVULOPATHY: Flag = Flag::always("valvulopathy");
/// Only the eGFR says that this is end-stage renal disease.
pub(super) const ESRD_BY_EGFR: Flag =
    Flag::when("esrd_by_egfr", not(&any(&[yes(Fact::Dialysis), yes(Fact::Esrd)])));

/// Gabapentinoids leave by the kidney.
pub(super) const RENAL_DOSE: Flag = Flag::unless(
    "renal_dose",
    all(&[at_least(Fact::Egfr, 60.0), not(&yes(Fact::Dialysis)), not(&yes(Fact::Esrd))]),
);
/// Drowsiness and falls.
pub(super) const FALLS: Flag = Flag::always("falls");
/// Together with an opioid.
pub(super) const OPIOID_COMBINATION: Flag = Flag::always("opioid_combination");
/// On the list of medicines that lower vitamin B12.
pub(super) const B12_LOWERING: Flag = Flag::always("b12_lowering_medicine");

/// Flags of any medicine.
pub(super) const MEDICINE: &[Flag] = &[PREGNANCY];
/// Flags of gabapentin and gabapentin enacarbil.
pub(super) const GABAPENTINOID: &[Flag] = &[RENAL_DOSE, FALLS, OPIOID_COMBINATION, PREGNANCY];
/// Flags of pregabalin, which is also on the list of medicines that lower vitamin B12.
pub(super) const GABAPENTINOID_B12: &[Flag] =
    &[RENAL_DOSE, FALLS, OPIOID_COMBINATION, B12_LOWERING, PREGNANCY];
/// Flags of devices and exercise.
pub(super) const NON_DRUG: &[Flag] = &[];

/// The grade of a treatment.
pub(super) const fn grade(treatment: Treatment, strength: &'static str, certainty: &'static str) -> Grade {
    Grade { action: treatment.id(), strength, certainty }
}

/// Holds for whoever no earlier rule has taken.
pub(super) const REST: Condition = Condition::Always;

/// Tables of one guideline that speak of adults without end-stage renal disease, a row each: silent for a child,
/// silent in end-stage renal disease, and otherwise one answer. A row reads: table = treatment: answer, strength and
/// certainty in the guideline's words, how far checked; flags; sources; remark.
macro_rules! adults {
    ($guideline:ident, $child:ident, $esrd:ident; $(
        $table:ident = $treatment:ident: $answer:ident, $strength:literal, $certainty:literal, $verification:ident;
        $flags:expr; $cites:expr; $note:expr;
    )+) => {$(
        pub(super) const $table: TableData = TableData {
            question: Treatment::$treatment.question(),
            guideline: &$guideline,
            rules: &[
                $child,
                $esrd,
                rule("adult", REST, TreatmentPosition::$answer.set(), Verification::$verification, $cites)
                    .flags($flags)
                    .grades(&[grade(Treatment::$treatment, $strength, $certainty)])
                    .note($note),
            ],
        };
    )+};
}
pub(super) use adults;
