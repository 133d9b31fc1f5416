//! Alerts on vitamin B12, methylmalonic acid, folate, copper and the blood count. Data only.

use super::conditions::{
    ANAEMIA_PRESENT, B12_LOW_OR_UNMEASURED, B12_REPORTED, B12_UNLIKELY, COPPER_LOW, NEUROLOGICAL,
    NEUROLOGICAL_FACTS, REPLACED_WELL, SPOILER_FACTS, low_folate,
};
use super::{Alert, Severity, Trigger, alert, code};
use crate::fact::{Fact, Person};
use crate::knowledge::guideline::{
    B12_SPOILER, B12_STATUS, INFLAMMATION, KIDNEY_RAISES_MMA, LOW_FILTRATION, MACROCYTOSIS,
    MACROCYTOSIS_MASKED, MMA_RAISED, MMA_RAISED_FOR_AGE, NEUROLOGICAL_SIGN, RENAL_FAILURE_STATED,
    SYNTHESIS_FIRST_LINE, SYNTHESIS_STATUS,
};
use crate::knowledge::question::{B12FirstLine, B12Status, BloodMacrocytosis};
use crate::logic::authoring::{above, all, below, not, own_limits_given, person, reported, yes};

pub(super) const URGENT_NEUROLOGICAL_B12: Alert = alert(
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
);

pub(super) const INFANT_URGENT: Alert = alert(
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
);

pub(super) const B12_UNRELIABLE_N2O: Alert = alert(
    "b12_unreliable_n2o",
    Severity::Caution,
    "Recreational nitrous oxide, or not known whether: a normal vitamin B12 does not exclude deficiency. Measure homocysteine or methylmalonic acid.",
    &[Fact::NitrousOxide],
    Trigger::Any(&[
        Trigger::Certain(yes(Fact::NitrousOxide)),
        Trigger::All(&[Trigger::Possible(yes(Fact::NitrousOxide)), Trigger::Certain(NEUROLOGICAL)]),
    ]),
);

pub(super) const B12_DISCORDANT_TESTS: Alert = alert(
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
);

pub(super) const B12_SECOND_MARKER_NEEDED: Alert = alert(
    "b12_second_marker_needed",
    Severity::Caution,
    "Vitamin B12 in the middle band, and something is there that raises it or hides its lack: measure methylmalonic acid.",
    SPOILER_FACTS,
    Trigger::All(&[
        Trigger::Certain(all(&[B12_SPOILER, not(&reported(Fact::MmaSerum))])),
        Trigger::Determined(SYNTHESIS_FIRST_LINE, B12FirstLine::Indeterminate.set()),
    ]),
);

pub(super) const B12_NOT_LOW_UNRELIABLE: Alert = alert(
    "b12_not_low_unreliable",
    Severity::Caution,
    "Vitamin B12 is not low, but something is there that raises it or hides its lack: it does not make deficiency unlikely.",
    SPOILER_FACTS,
    Trigger::All(&[
        Trigger::Certain(all(&[B12_SPOILER, B12_REPORTED])),
        Trigger::Determined(SYNTHESIS_FIRST_LINE, B12FirstLine::NotAddressed.set()),
    ]),
);

pub(super) const MMA_KIDNEY_UNKNOWN: Alert = alert(
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
);

pub(super) const SIGNS_ON_B12_REPLACEMENT: Alert = alert(
    "signs_on_b12_replacement",
    Severity::Caution,
    "Neurological signs although vitamin B12 is replaced and a second marker is normal: what is left of an earlier deficiency, or something else.",
    NEUROLOGICAL_FACTS,
    Trigger::Certain(all(&[NEUROLOGICAL_SIGN, REPLACED_WELL])),
);

pub(super) const COPPER_LOW_ALERT: Alert = alert(
    "copper_low",
    Severity::Caution,
    "Copper is low, and neurological signs are there: copper deficiency gives a myelopathy like that of vitamin B12 deficiency.",
    &[Fact::Copper],
    Trigger::Certain(all(&[NEUROLOGICAL_SIGN, COPPER_LOW])),
);

pub(super) const BLOOD_COUNT_DOES_NOT_EXCLUDE_B12: Alert = alert(
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
);

pub(super) const B12_DISCORDANT_CLINICAL: Alert = alert(
    "b12_discordant_clinical",
    Severity::Caution,
    "Neurological signs although the tests make vitamin B12 deficiency unlikely: treat the patient, not the number, and consider a second marker.",
    NEUROLOGICAL_FACTS,
    Trigger::All(&[
        Trigger::Certain(NEUROLOGICAL_SIGN),
        Trigger::Any(&[B12_UNLIKELY, Trigger::Determined(B12_STATUS, B12Status::DeficiencyUnlikely.set())]),
    ]),
);

pub(super) const FERRITIN_UNRELIABLE_INFLAMMATION: Alert = alert(
    "ferritin_unreliable_inflammation",
    Severity::Caution,
    "C-reactive protein above 5 mg/L: ferritin can be falsely high. Use transferrin saturation too.",
    &[Fact::Ferritin, Fact::Crp],
    Trigger::Certain(all(&[reported(Fact::Ferritin), INFLAMMATION])),
);

pub(super) const B12_ON_REPLACEMENT: Alert = alert(
    "b12_on_replacement",
    Severity::Caution,
    "On vitamin B12 replacement a vitamin B12 test says little.",
    &[Fact::B12Replacement],
    Trigger::Certain(yes(Fact::B12Replacement)),
);

pub(super) const B12_UNRELIABLE_PREGNANCY: Alert = alert(
    "b12_unreliable_pregnancy",
    Severity::Caution,
    "Total vitamin B12 falls in pregnancy without deficiency: measure active B12.",
    &[Fact::B12Total, Fact::Person],
    Trigger::Certain(all(&[person(Person::PREGNANT), reported(Fact::B12Total)])),
);

pub(super) const MMA_UNRELIABLE_RENAL: Alert = alert(
    "mma_unreliable_renal",
    Severity::Caution,
    "Methylmalonic acid is raised, but it also rises as kidney function falls (eGFR below 60, or not known).",
    &[Fact::MmaSerum, Fact::Egfr],
    Trigger::All(&[Trigger::Certain(MMA_RAISED), Trigger::Possible(KIDNEY_RAISES_MMA)]),
);

pub(super) const FOLATE_BEFORE_B12: Alert = alert(
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
);

pub(super) const B12_HIGH: Alert = alert(
    "b12_high",
    Severity::Info,
    "Vitamin B12 above 1000 pg/mL that no known replacement explains: on two measurements it is associated with malignancy and cardiovascular death.",
    &[Fact::B12Total],
    Trigger::All(&[
        Trigger::Certain(above(Fact::B12Total, 1000.0)),
        Trigger::Possible(not(&yes(Fact::B12Replacement))),
    ]),
);

pub(super) const B12_ASSAY_DEPENDENT: Alert = alert(
    "b12_assay_dependent",
    Severity::Info,
    "Limits for vitamin B12 do not transfer between analysers: give the laboratory's own limits.",
    &[Fact::B12Total],
    Trigger::Certain(all(&[reported(Fact::B12Total), not(&own_limits_given(Fact::B12Total))])),
);

pub(super) const MACROCYTOSIS_MASKED_ALERT: Alert = alert(
    "macrocytosis_masked",
    Severity::Info,
    "Low iron or thalassaemia can hide macrocytosis.",
    &[Fact::Mcv, Fact::Ferritin, Fact::Tsat, Fact::Thalassaemia],
    Trigger::All(&[
        Trigger::Determined(MACROCYTOSIS, BloodMacrocytosis::None.set()),
        Trigger::Certain(MACROCYTOSIS_MASKED),
    ]),
);
