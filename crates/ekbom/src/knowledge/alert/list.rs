//! The alerts. Data only.

use super::{Alert, Severity, Trigger, code};
use crate::fact::{B12Cause, Band, Fact, Options, Person};
use crate::knowledge::advice::TSAT_LOW_ACUTE_PHASE;
use crate::knowledge::guideline::{
    ANAEMIA, B12_FIRST_LINE, B12_REPLACEMENT, B12_SPOILER, B12_STATUS, ERYTHROCYTOSIS, FOLATE,
    HBA1C_UNRELIABLE, HCY_NORMAL, HCY_RAISED, INFECTION_DEFERS, INFLAMMATION, IRON_AASM, IRON_BY_WHO,
    KIDNEY_RAISES_MMA, LOW_FILTRATION, MACROCYTOSIS, MACROCYTOSIS_MASKED, MMA_RAISED, MMA_RAISED_FOR_AGE,
    NEUROLOGICAL_SIGN, NITROUS_OXIDE, RENAL_FAILURE_STATED, RLS_DIAGNOSIS, SYNTHESIS_FIRST_LINE,
    SYNTHESIS_STATUS,
};
use crate::knowledge::question::{
    B12FirstLine, B12Status, BloodAnaemia, BloodMacrocytosis, FolateStatus, IronDeficiency, IronTherapy,
    RlsDiagnosis,
};
use crate::logic::authoring::{
    Condition, above, against_own_limits, all, answers, any, at_least, below, is, not, own_limits_given,
    person, reported, yes,
};

/// The eight neurological symptoms of vitamin B12 deficiency.
const NEUROLOGICAL: Condition = any(&[NEUROLOGICAL_SIGN, yes(Fact::Paraesthesia), yes(Fact::Numbness)]);
const NEUROLOGICAL_FACTS: &[Fact] = &[
    Fact::Paraesthesia,
    Fact::Numbness,
    Fact::GaitDisturbance,
    Fact::MuscleWeakness,
    Fact::AbnormalReflexes,
    Fact::ImpairedPositionOrVibration,
    Fact::CognitiveChange,
    Fact::VisualChange,
];
/// What makes a vitamin B12 that is not low unreliable.
const SPOILER_FACTS: &[Fact] = &[
    Fact::NitrousOxide,
    Fact::NitrousOxideAnaesthesia,
    Fact::B12Replacement,
    Fact::Ifab,
    Fact::Myeloproliferative,
    Fact::PolycythaemiaVera,
    Fact::Malignancy,
    Fact::LiverImpairment,
    Fact::Dialysis,
    Fact::Esrd,
    Fact::Egfr,
];
/// Copper below the laboratory's own lower limit, else below 70 ug/dL, the lower of the limits in use for men and women.
const COPPER_LOW: Condition = any(&[
    against_own_limits(Fact::Copper, Band::Low),
    all(&[not(&own_limits_given(Fact::Copper)), reported(Fact::Copper), below(Fact::Copper, 70.0)]),
]);
/// Vitamin B12 is replaced, nitrous oxide does not undo it, the second marker that was measured is normal and none is
/// raised.
const REPLACED_WELL: Condition = all(&[
    B12_REPLACEMENT,
    not(&NITROUS_OXIDE),
    any(&[HCY_NORMAL, all(&[reported(Fact::MmaSerum), not(&MMA_RAISED_FOR_AGE)])]),
    not(&any(&[HCY_RAISED, MMA_RAISED_FOR_AGE])),
    not(&answers(SYNTHESIS_FIRST_LINE, B12FirstLine::Deficient.set())),
]);
/// Some vitamin B12 result that may be low, or none.
const B12_LOW_OR_UNMEASURED: Trigger = Trigger::Any(&[
    Trigger::Certain(not(&B12_REPORTED)),
    Trigger::Determined(
        SYNTHESIS_FIRST_LINE,
        B12FirstLine::Deficient.set().or(B12FirstLine::Indeterminate.set()),
    ),
]);
const B12_REPORTED: Condition = any(&[reported(Fact::B12Total), reported(Fact::Holotc)]);
const B12_UNLIKELY: Trigger = Trigger::Determined(B12_FIRST_LINE, B12FirstLine::Unlikely.set());
const ANAEMIA_PRESENT: Trigger = Trigger::Determined(
    ANAEMIA,
    BloodAnaemia::Mild
        .set()
        .or(BloodAnaemia::Moderate.set())
        .or(BloodAnaemia::Severe.set())
        .or(BloodAnaemia::PresentUngraded.set()),
);

/// One of the folate tables says deficient or borderline.
const fn low_folate(place: usize) -> Trigger {
    let [who, pfeiffer, bsh, laboratory] = FOLATE;
    let table = match place {
        0 => who,
        1 => pfeiffer,
        2 => bsh,
        _ => laboratory,
    };
    Trigger::Determined(table, FolateStatus::Deficient.set().or(FolateStatus::Borderline.set()))
}

const fn alert(
    code: &'static str,
    severity: Severity,
    message: &'static str,
    facts: &'static [Fact],
    trigger: Trigger,
) -> Alert {
    Alert { code, severity, message, facts, trigger }
}

/// Every alert: urgent ones first, then in the order in which a reader wants them.
pub const ALERTS: &[Alert] = &[
    alert(
        code::CRITICAL_RESULT,
        Severity::Urgent,
        "A critical result: if its unit is right, somebody must act on it now, before anything else that stands here.",
        &[],
        Trigger::Never,
    ),
    alert(
        code::URGENT_NEUROLOGICAL_B12,
        Severity::Urgent,
        "Neurological signs that restless legs do not explain, and vitamin B12 deficiency is not ruled out: do not delay treatment while waiting for results.",
        NEUROLOGICAL_FACTS,
        Trigger::Any(&[
            Trigger::All(&[
                Trigger::Certain(all(&[NEUROLOGICAL_SIGN, B12_REPORTED])),
                Trigger::Not(&B12_UNLIKELY),
                Trigger::Not(&Trigger::Certain(REPLACED_WELL)),
            ]),
            Trigger::Certain(all(&[yes(Fact::NitrousOxide), NEUROLOGICAL])),
        ]),
    ),
    alert(
        "infant_urgent",
        Severity::Urgent,
        "Under two years with low vitamin B12 or haemoglobin below 70 g/L: to a paediatrician the same day.",
        &[Fact::AgeYears, Fact::B12Total, Fact::Holotc, Fact::Haemoglobin],
        Trigger::All(&[
            Trigger::Certain(below(Fact::AgeYears, 2.0)),
            Trigger::Any(&[
                Trigger::Determined(SYNTHESIS_FIRST_LINE, B12FirstLine::Deficient.set()),
                Trigger::Certain(below(Fact::Haemoglobin, 70.0)),
            ]),
        ]),
    ),
    alert(
        code::IRON_WITHHELD,
        Severity::Caution,
        "A guideline would give iron, but a safety rule forbids it.",
        &[Fact::Ferritin, Fact::Tsat],
        Trigger::Never,
    ),
    alert(
        code::CHECK_TSAT_BEFORE_IRON,
        Severity::Caution,
        "Measure transferrin saturation before giving iron: at 45 % or more iron is not given.",
        &[Fact::Tsat],
        Trigger::Never,
    ),
    alert(
        code::CONFIRM_NO_IRON_OVERLOAD,
        Severity::Caution,
        "Before giving iron confirm that there is no haemochromatosis, iron overload or other stated reason against it.",
        &[Fact::Haemochromatosis, Fact::IronOverload],
        Trigger::Never,
    ),
    alert(
        code::IRON_SAFETY_OPEN,
        Severity::Caution,
        "Whether iron is safe is not yet determined.",
        &[],
        Trigger::Never,
    ),
    alert(
        code::RESULT_FAR_OUT,
        Severity::Caution,
        "A result lies far outside what is usual, whatever the patient came for: find out why.",
        &[],
        Trigger::Never,
    ),
    alert(
        "erythrocytosis",
        Severity::Caution,
        "Too many red cells, or polycythaemia vera: no iron for restless legs until a haematologist has seen it. Where blood is let on purpose, little iron is the aim.",
        &[Fact::Haemoglobin, Fact::Haematocrit, Fact::PolycythaemiaVera],
        Trigger::Certain(ERYTHROCYTOSIS),
    ),
    alert(
        "iron_deferred_infection",
        Severity::Caution,
        "An infection in which iron waits, by either route and for now: iron studies cannot be read, and a few weeks without iron cost little.",
        &[Fact::Infection, Fact::Bacteraemia, Fact::Crp, Fact::Fever],
        Trigger::Certain(INFECTION_DEFERS),
    ),
    alert(
        "results_disagree",
        Severity::Caution,
        "Two results of one day disagree: each is still possible where iron is needed, and the more dangerous one counts where iron does harm. Ask the laboratory.",
        &[],
        Trigger::Never,
    ),
    alert(
        "iron_recent_iv",
        Severity::Caution,
        "Iron studies soon after intravenous iron or a transfusion do not tell what is needed, though what is too high still stops iron: repeat 4 to 8 weeks after the last dose.",
        &[],
        Trigger::Never,
    ),
    alert(
        "tsat_low_acute_phase",
        Severity::Caution,
        "Transferrin saturation is low, but C-reactive protein is above 10 mg/L and ferritin 100 ng/mL or more: inflammation does this without want of iron. Repeat when C-reactive protein is 5 mg/L or less.",
        &[Fact::Tsat, Fact::Crp, Fact::Ferritin],
        Trigger::Certain(TSAT_LOW_ACUTE_PHASE),
    ),
    alert(
        "phosphate_very_low_after_fcm",
        Severity::Urgent,
        "Phosphate below 0.65 mmol/L after ferric carboxymaltose: no further dose; look for bone pain, weakness and fractures, and treat with a specialist.",
        &[Fact::Phosphate, Fact::FcmBefore],
        Trigger::Certain(all(&[yes(Fact::FcmBefore), below(Fact::Phosphate, 0.65)])),
    ),
    alert(
        code::INFECTION_CAUTION,
        Severity::Caution,
        "Iron needs caution in acute or chronic infection; in bacteraemia, with fever, or with C-reactive protein above 100 mg/L it waits, by either route.",
        &[Fact::Infection],
        Trigger::Never,
    ),
    alert(
        code::SEVERE_ATOPY_CAUTION,
        Severity::Caution,
        "Intravenous iron needs caution in severe atopy or asthma.",
        &[Fact::SevereAtopy],
        Trigger::Never,
    ),
    alert(
        code::RLS_NOT_CONFIRMED,
        Severity::Caution,
        "The diagnostic criteria of restless legs syndrome are not confirmed: what follows holds if this is restless legs syndrome.",
        &[Fact::UrgeToMove, Fact::WorseAtRest, Fact::RelievedByMovement, Fact::WorseInEvening, Fact::Mimics],
        Trigger::Never,
    ),
    alert(
        "tsat_above_100",
        Severity::Caution,
        "Transferrin saturation above 100 %: it occurs in iron poisoning and after intravenous iron. Repeat it, and do not give iron.",
        &[Fact::Tsat],
        Trigger::Never,
    ),
    alert(
        "iron_exceeds_tibc",
        Severity::Caution,
        "Serum iron exceeds the total iron-binding capacity: repeat both, and do not give iron.",
        &[Fact::Tsat],
        Trigger::Never,
    ),
    alert(
        "b12_unreliable_n2o",
        Severity::Caution,
        "Recreational nitrous oxide, or not known whether: a normal vitamin B12 does not exclude deficiency. Measure homocysteine or methylmalonic acid.",
        &[Fact::NitrousOxide],
        Trigger::Any(&[
            Trigger::Certain(yes(Fact::NitrousOxide)),
            Trigger::All(&[Trigger::Possible(yes(Fact::NitrousOxide)), Trigger::Certain(NEUROLOGICAL)]),
        ]),
    ),
    alert(
        "b12_discordant_tests",
        Severity::Caution,
        "The vitamin B12 tests disagree: deficiency is not ruled out. Repeat methylmalonic acid, test intrinsic factor antibodies, look at kidney function.",
        &[Fact::B12Total, Fact::Holotc, Fact::MmaSerum, Fact::Hcy, Fact::Ifab],
        Trigger::Any(&[
            Trigger::Determined(SYNTHESIS_STATUS, B12Status::Discordant.set()),
            Trigger::All(&[
                Trigger::Certain(all(&[MMA_RAISED_FOR_AGE, B12_REPORTED])),
                Trigger::Determined(
                    SYNTHESIS_FIRST_LINE,
                    B12FirstLine::Unlikely.set().or(B12FirstLine::NotAddressed.set()),
                ),
            ]),
        ]),
    ),
    alert(
        "b12_second_marker_needed",
        Severity::Caution,
        "Vitamin B12 in the middle band, and something is there that raises it or hides its lack: measure methylmalonic acid.",
        SPOILER_FACTS,
        Trigger::All(&[
            Trigger::Certain(all(&[B12_SPOILER, not(&reported(Fact::MmaSerum))])),
            Trigger::Determined(SYNTHESIS_FIRST_LINE, B12FirstLine::Indeterminate.set()),
        ]),
    ),
    alert(
        "b12_not_low_unreliable",
        Severity::Caution,
        "Vitamin B12 is not low, but something is there that raises it or hides its lack: it does not make deficiency unlikely.",
        SPOILER_FACTS,
        Trigger::All(&[
            Trigger::Certain(all(&[B12_SPOILER, B12_REPORTED])),
            Trigger::Determined(SYNTHESIS_FIRST_LINE, B12FirstLine::NotAddressed.set()),
        ]),
    ),
    alert(
        "mma_kidney_unknown",
        Severity::Caution,
        "Methylmalonic acid is above 1000 nmol/L and kidney function is not known: measure creatinine, and do not wait for it.",
        &[Fact::MmaSerum, Fact::Egfr],
        Trigger::All(&[
            Trigger::Certain(all(&[MMA_RAISED_FOR_AGE, above(Fact::MmaSerum, 1000.0)])),
            Trigger::Possible(LOW_FILTRATION),
            Trigger::Possible(not(&LOW_FILTRATION)),
            Trigger::Not(&Trigger::Certain(RENAL_FAILURE_STATED)),
        ]),
    ),
    alert(
        "signs_on_b12_replacement",
        Severity::Caution,
        "Neurological signs although vitamin B12 is replaced and a second marker is normal: what is left of an earlier deficiency, or something else.",
        NEUROLOGICAL_FACTS,
        Trigger::Certain(all(&[NEUROLOGICAL_SIGN, REPLACED_WELL])),
    ),
    alert(
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
    ),
    // FE-22.
    alert(
        "iron_deficiency_anaemia_stands",
        Severity::Caution,
        "An iron-deficiency anaemia is a reason for iron of its own: look for blood loss. What is said of restless legs is not said of it.",
        &[Fact::Haemoglobin, Fact::Ferritin, Fact::IronDeficiencyAnaemia],
        Trigger::All(&[
            Trigger::Any(&[
                Trigger::Certain(yes(Fact::IronDeficiencyAnaemia)),
                Trigger::All(&[
                    ANAEMIA_PRESENT,
                    Trigger::Determined(IRON_BY_WHO, IronDeficiency::Deficient.set()),
                ]),
            ]),
            Trigger::Not(&Trigger::Certain(person(Person::PREGNANT))),
            Trigger::Not(&Trigger::Certain(yes(Fact::AnaemiaNotIronDeficient))),
        ]),
    ),
    alert(
        "copper_low",
        Severity::Caution,
        "Copper is low, and neurological signs are there: copper deficiency gives a myelopathy like that of vitamin B12 deficiency.",
        &[Fact::Copper],
        Trigger::Certain(all(&[NEUROLOGICAL_SIGN, COPPER_LOW])),
    ),
    alert(
        "blood_count_does_not_exclude_b12",
        Severity::Caution,
        "A normal blood count does not exclude vitamin B12 deficiency: of 141 people with neuropsychiatric deficiency 40 (28 %) lacked anaemia or macrocytosis, and 19 (13.5 %) had neither.",
        &[Fact::Haemoglobin, Fact::Mcv, Fact::B12Total],
        Trigger::All(&[
            Trigger::Certain(NEUROLOGICAL),
            Trigger::Not(&B12_UNLIKELY),
            Trigger::Not(&ANAEMIA_PRESENT),
            Trigger::Not(&Trigger::Determined(MACROCYTOSIS, BloodMacrocytosis::Macrocytosis.set())),
        ]),
    ),
    alert(
        "b12_discordant_clinical",
        Severity::Caution,
        "Neurological signs although the tests make vitamin B12 deficiency unlikely: treat the patient, not the number, and consider a second marker.",
        NEUROLOGICAL_FACTS,
        Trigger::All(&[
            Trigger::Certain(NEUROLOGICAL_SIGN),
            Trigger::Any(&[
                B12_UNLIKELY,
                Trigger::Determined(B12_STATUS, B12Status::DeficiencyUnlikely.set()),
            ]),
        ]),
    ),
    alert(
        code::EXACERBATING_MEDICINE,
        Severity::Caution,
        "A medicine here can bring on or worsen restless legs: review it with the prescriber, do not stop it abruptly.",
        &[Fact::MedicineExacerbatesRls],
        Trigger::Certain(yes(Fact::MedicineExacerbatesRls)),
    ),
    alert(
        "dopaminergic_augmentation_risk",
        Severity::Caution,
        "A dopaminergic medicine: over time it can worsen restless legs (augmentation). Lowest dose, and watch for earlier, stronger or spreading symptoms.",
        &[Fact::MedicineDopaminergic],
        Trigger::Certain(yes(Fact::MedicineDopaminergic)),
    ),
    alert(
        "pregnancy_at_unlikely_age",
        Severity::Caution,
        "A pregnancy is stated at an age at which there is hardly one: ask whether the age and the pregnancy are right.",
        &[Fact::Person, Fact::AgeYears],
        Trigger::Certain(all(&[
            person(Person::PREGNANT),
            any(&[below(Fact::AgeYears, 10.0), at_least(Fact::AgeYears, 55.0)]),
        ])),
    ),
    alert(
        "kidney_failure_contradicted",
        Severity::Caution,
        "Dialysis or end-stage renal disease is stated, and the filtration rate is too good for it: ask which is right. \
         Until then what is stated counts.",
        &[Fact::Dialysis, Fact::Esrd, Fact::Egfr],
        Trigger::Certain(any(&[
            all(&[yes(Fact::Dialysis), at_least(Fact::Egfr, 60.0)]),
            // KID-04.
            all(&[
                yes(Fact::Esrd),
                is(Fact::Dialysis, Options::NO),
                is(Fact::KidneyTransplant, Options::NO),
                at_least(Fact::Egfr, 30.0),
            ]),
        ])),
    ),
    alert(
        "creatinine_contradicts_dialysis",
        Severity::Caution,
        "Dialysis is stated, and the creatinine is that of healthy kidneys: ask which is right. Until then dialysis counts.",
        &[],
        Trigger::Never,
    ),
    alert(
        "anaemia_contradicted",
        Severity::Caution,
        "An iron-deficiency anaemia is stated, and that the anaemia is not due to iron deficiency: ask which is right, or \
         whether both are there. Until then iron is held back.",
        &[Fact::IronDeficiencyAnaemia, Fact::AnaemiaNotIronDeficient],
        Trigger::Certain(all(&[yes(Fact::IronDeficiencyAnaemia), yes(Fact::AnaemiaNotIronDeficient)])),
    ),
    alert(
        "sleep_apnoea_contradicted",
        Severity::Caution,
        "Sleep apnoea is stated as treated and as untreated: ask which holds. Until then it counts as untreated.",
        &[Fact::OsaTreated, Fact::UntreatedOsa],
        Trigger::Certain(all(&[yes(Fact::OsaTreated), yes(Fact::UntreatedOsa)])),
    ),
    alert(
        "bacteraemia_contradicted",
        Severity::Caution,
        "An ongoing bacteraemia is stated, and that there is no infection: ask which is right. Until then iron is deferred.",
        &[Fact::Bacteraemia, Fact::Infection],
        Trigger::Certain(all(&[yes(Fact::Bacteraemia), is(Fact::Infection, Options::NO)])),
    ),
    alert(
        "childbearing_contradicted",
        Severity::Caution,
        "It is stated that she could become pregnant, and that she is after the menopause: ask which holds.",
        &[Fact::ChildbearingPotential, Fact::Postmenopausal],
        Trigger::Certain(all(&[yes(Fact::ChildbearingPotential), yes(Fact::Postmenopausal)])),
    ),
    alert(
        "sex_contradicted",
        Severity::Caution,
        "What only a woman has is stated of a man: ask whose reference limits hold.",
        &[Fact::Person, Fact::ChildbearingPotential, Fact::GestationalDiabetesBefore],
        Trigger::Certain(all(&[
            person(Person::Male.only()),
            any(&[yes(Fact::ChildbearingPotential), yes(Fact::GestationalDiabetesBefore)]),
        ])),
    ),
    alert(
        "infant_contradicted",
        Severity::Caution,
        "What is asked of infants is stated of somebody older: ask whether it is of the patient.",
        &[Fact::AgeYears, Fact::ExclusivelyBreastfedInfant, Fact::MotherB12Risk],
        Trigger::Certain(all(&[
            at_least(Fact::AgeYears, 2.0),
            any(&[yes(Fact::ExclusivelyBreastfedInfant), yes(Fact::MotherB12Risk)]),
        ])),
    ),
    alert(
        "b12_cause_contradicted",
        Severity::Caution,
        "A cause of vitamin B12 deficiency is named, and that there is no such thing is stated too: ask which is right.",
        &[Fact::B12Cause, Fact::AutoimmuneGastritis, Fact::Gastrectomy, Fact::IlealResection],
        Trigger::Certain(any(&[
            all(&[
                is(Fact::B12Cause, B12Cause::AutoimmuneGastritis.only()),
                is(Fact::AutoimmuneGastritis, Options::NO),
            ]),
            all(&[is(Fact::B12Cause, B12Cause::TotalGastrectomy.only()), is(Fact::Gastrectomy, Options::NO)]),
            all(&[
                is(Fact::B12Cause, B12Cause::CompleteTerminalIlealResection.only()),
                is(Fact::IlealResection, Options::NO),
            ]),
        ])),
    ),
    alert(
        "mimics_not_assessed",
        Severity::Caution,
        "Conditions that look like restless legs are not assessed: joints, radiculopathy, neuropathy, vessels, akathisia. Of 788 people without restless legs 126 met the four symptom criteria.",
        &[Fact::Mimics],
        Trigger::All(&[
            Trigger::Certain(yes(Fact::UrgeToMove)),
            Trigger::Open(Fact::Mimics),
            Trigger::CanBe(RLS_DIAGNOSIS, RlsDiagnosis::Met.set()),
        ]),
    ),
    alert(
        "neuropathy_overlaps_rls",
        Severity::Info,
        "Paraesthesia or numbness belongs to neuropathy as well as to restless legs: examine for neuropathy.",
        &[Fact::Paraesthesia, Fact::Numbness],
        Trigger::Certain(all(&[yes(Fact::UrgeToMove), any(&[yes(Fact::Paraesthesia), yes(Fact::Numbness)])])),
    ),
    alert(
        "ferritin_unreliable_inflammation",
        Severity::Caution,
        "C-reactive protein above 5 mg/L: ferritin can be falsely high. Use transferrin saturation too.",
        &[Fact::Ferritin, Fact::Crp],
        Trigger::Certain(all(&[reported(Fact::Ferritin), INFLAMMATION])),
    ),
    alert(
        "b12_on_replacement",
        Severity::Caution,
        "On vitamin B12 replacement a vitamin B12 test says little.",
        &[Fact::B12Replacement],
        Trigger::Certain(yes(Fact::B12Replacement)),
    ),
    alert(
        "b12_unreliable_pregnancy",
        Severity::Caution,
        "Total vitamin B12 falls in pregnancy without deficiency: measure active B12.",
        &[Fact::B12Total, Fact::Person],
        Trigger::Certain(all(&[person(Person::PREGNANT), reported(Fact::B12Total)])),
    ),
    alert(
        "mma_unreliable_renal",
        Severity::Caution,
        "Methylmalonic acid is raised, but it also rises as kidney function falls (eGFR below 60, or not known).",
        &[Fact::MmaSerum, Fact::Egfr],
        Trigger::All(&[Trigger::Certain(MMA_RAISED), Trigger::Possible(KIDNEY_RAISES_MMA)]),
    ),
    alert(
        "folate_before_b12",
        Severity::Caution,
        "Folate is low, or folic acid is taken: folic acid only after vitamin B12 deficiency is excluded or treated.",
        &[Fact::FolateSerum, Fact::FolateRbc, Fact::MedicineFolicAcid, Fact::B12Total],
        Trigger::All(&[
            Trigger::Any(&[
                low_folate(0),
                low_folate(1),
                low_folate(2),
                low_folate(3),
                Trigger::All(&[Trigger::Certain(yes(Fact::MedicineFolicAcid)), B12_LOW_OR_UNMEASURED]),
            ]),
            Trigger::Not(&Trigger::Determined(B12_STATUS, B12Status::DeficiencyUnlikely.set())),
            Trigger::Not(&Trigger::Certain(yes(Fact::B12Replacement))),
        ]),
    ),
    alert(
        "hypophosphataemia_after_fcm",
        Severity::Caution,
        "Ferric carboxymaltose was given before, and phosphate is low or another course is possible: check phosphate.",
        &[Fact::FcmBefore, Fact::Phosphate],
        Trigger::All(&[
            Trigger::Certain(yes(Fact::FcmBefore)),
            Trigger::Any(&[
                Trigger::Certain(against_own_limits(Fact::Phosphate, Band::Low)),
                Trigger::CanBe(IRON_AASM, IronTherapy::OralOrIv.set().or(IronTherapy::IvOnly.set())),
            ]),
        ]),
    ),
    alert(
        "hba1c_unreliable",
        Severity::Caution,
        "Anaemia, iron deficiency or dialysis: glycated haemoglobin can mislead.",
        &[Fact::Hba1c],
        Trigger::Certain(all(&[reported(Fact::Hba1c), HBA1C_UNRELIABLE])),
    ),
    alert(
        "b12_high",
        Severity::Info,
        "Vitamin B12 above 1000 pg/mL that no known replacement explains: on two measurements it is associated with malignancy and cardiovascular death.",
        &[Fact::B12Total],
        Trigger::All(&[
            Trigger::Certain(above(Fact::B12Total, 1000.0)),
            Trigger::Possible(not(&yes(Fact::B12Replacement))),
        ]),
    ),
    alert(
        "b12_assay_dependent",
        Severity::Info,
        "Limits for vitamin B12 do not transfer between analysers: give the laboratory's own limits.",
        &[Fact::B12Total],
        Trigger::Certain(all(&[reported(Fact::B12Total), not(&own_limits_given(Fact::B12Total))])),
    ),
    alert(
        "ferritin_assay_dependent",
        Severity::Info,
        "Ferritin differs between manufacturers: one assay reads about 60 % higher than another near the limits used here.",
        &[Fact::Ferritin],
        Trigger::Certain(reported(Fact::Ferritin)),
    ),
    alert(
        "macrocytosis_masked",
        Severity::Info,
        "Low iron or thalassaemia can hide macrocytosis.",
        &[Fact::Mcv, Fact::Ferritin, Fact::Tsat, Fact::Thalassaemia],
        Trigger::All(&[
            Trigger::Determined(MACROCYTOSIS, BloodMacrocytosis::None.set()),
            Trigger::Certain(MACROCYTOSIS_MASKED),
        ]),
    ),
    alert(
        code::TOO_CLOSE_TO_CALL,
        Severity::Info,
        "Within its own variation this result could fall on the other side of a limit: a repeat may change the answer.",
        &[],
        Trigger::Never,
    ),
    alert(
        "hb_unadjusted",
        Severity::Info,
        "Haemoglobin is not adjusted for elevation, for smoking, or for either.",
        &[Fact::Haemoglobin],
        Trigger::Never,
    ),
    alert(
        "sample_not_morning",
        Severity::Info,
        "Iron studies not drawn in the morning.",
        &[Fact::IronSampleMorning],
        Trigger::Never,
    ),
    alert(
        "sample_iron_within_24h",
        Severity::Info,
        "Iron studies within 24 h of taking iron.",
        &[Fact::IronSampleIronFree],
        Trigger::Never,
    ),
    alert(
        "medicine_not_recognised",
        Severity::Caution,
        "A name among the medicines was not recognised: whether it worsens restless legs, lowers vitamin B12 or is \
         dangerous with another medicine could not be checked.",
        &[],
        Trigger::Never,
    ),
    alert(code::SAMPLE_STALE, Severity::Info, "An old result: consider a new one.", &[], Trigger::Never),
    alert(
        "implausible_confirmed",
        Severity::Info,
        "An unlikely value that was confirmed by the caller.",
        &[],
        Trigger::Never,
    ),
    alert(
        "extreme_value",
        Severity::Info,
        "A value seldom seen, taken as it was written: check it if it does not fit the patient.",
        &[],
        Trigger::Never,
    ),
    alert(
        "reported_computed_clash",
        Severity::Info,
        "The reported value differs from the computed one by more than rounding; the reported one counts.",
        &[],
        Trigger::Never,
    ),
    alert(
        code::UNVERIFIED_SOURCE,
        Severity::Info,
        "An answer here rests on a statement that was not verified against its source.",
        &[],
        Trigger::Never,
    ),
];
