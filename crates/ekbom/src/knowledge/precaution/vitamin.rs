//! Vitamin B12, folic acid, nitrous oxide. The matrix calls these rows B12-01 and on; here they are `cob-01` and on,
//! because the laboratory's rows have the other name.

use super::{Asks, Of, Precaution, Severity};
use crate::fact::medicine::MedicineClass as Class;
use crate::fact::{Fact, NitrousOxideAnaesthesia, Person};
use crate::knowledge::guideline::{MACROCYTOSIS, NEUROLOGICAL_SIGN, SYNTHESIS_FIRST_LINE};
use crate::knowledge::question::{B12FirstLine, BloodMacrocytosis};
use crate::logic::authoring::{Condition, all, answers, any, cite, is, not, person, reported, yes};
use crate::source::Verification::{Original, Secondary};

const FOLIC_ACID: Of = Of::Class(Class::FolicAcid);
const METFORMIN: Of = Of::Named(&["metformin"]);

const UNMEASURED: Condition = all(&[not(&reported(Fact::B12Total)), not(&reported(Fact::Holotc))]);
/// Low, borderline or not measured.
const B12_NOT_ADEQUATE: Condition = any(&[
    UNMEASURED,
    answers(SYNTHESIS_FIRST_LINE, B12FirstLine::Deficient.set().or(B12FirstLine::Indeterminate.set())),
]);
const MACROCYTIC: Condition =
    all(&[reported(Fact::Mcv), answers(MACROCYTOSIS, BloodMacrocytosis::Macrocytosis.set())]);

pub(super) const ROWS: &[Precaution] = &[
    Precaution::new(
        "cob-01",
        FOLIC_ACID,
        "Folic acid can hide the anaemia while the nerves go on being damaged: give vitamin B12 now, and draw the sample first if that costs no time.",
        &[cite("FOLIC-UK", "4.4")],
        Original,
    )
    .offered(Severity::Urgent, &[])
    .taken(Severity::Urgent)
    .if_facts(all(&[B12_NOT_ADEQUATE, any(&[NEUROLOGICAL_SIGN, MACROCYTIC])])),
    Precaution::new(
        "cob-02",
        FOLIC_ACID,
        "Never folic acid alone where vitamin B12 is not shown to be adequate.",
        &[cite("FOLIC-UK", "4.3")],
        Original,
    )
    .offered(Severity::Caution, &[])
    .if_facts(B12_NOT_ADEQUATE),
    Precaution::new(
        "cob-03",
        FOLIC_ACID,
        "Pregnant: folic acid goes on; vitamin B12 must only stand beside it.",
        &[cite("MHRA2022-PGB", "reminder on folic acid")],
        Original,
    )
    .taken(Severity::Note)
    .if_facts(person(Person::PREGNANT)),
    Precaution::new(
        "cob-04",
        Of::Nothing,
        "Nitrous oxide is planned, and vitamin B12 is low, unknown or at risk: tell the anaesthetist. It inactivates vitamin B12, and one exposure has caused myelopathy in a deficiency that nobody knew of. Treat first, or another gas.",
        &[cite("ENTONOX", "warnings"), cite("N2O-ES", "account of it"), cite("NITRONOX", "account of it")],
        Secondary,
    )
    .anyone(Severity::Urgent, "nitrous_oxide")
    .when(Asks::All(&[
        Asks::Facts(is(Fact::NitrousOxideAnaesthesia, NitrousOxideAnaesthesia::Planned.only())),
        Asks::Any(&[
            Asks::Facts(any(&[
                B12_NOT_ADEQUATE,
                yes(Fact::Vegan),
                yes(Fact::Gastrectomy),
                yes(Fact::AutoimmuneGastritis),
                yes(Fact::MedicineLowersB12),
            ])),
            Asks::Taking(Of::Named(&["methotrexate"])),
        ]),
    ])),
    Precaution::new(
        "cob-06",
        METFORMIN,
        "Metformin with neuropathy, anaemia or glossitis: test vitamin B12 and treat it; metformin is not stopped for that.",
        &[cite("MHRA2022", "account of it")],
        Secondary,
    )
    .taken(Severity::Caution)
    .if_facts(any(&[
        yes(Fact::Paraesthesia),
        yes(Fact::Numbness),
        NEUROLOGICAL_SIGN,
        yes(Fact::Glossitis),
        MACROCYTIC,
    ])),
    Precaution::new(
        "cob-07",
        METFORMIN,
        "Metformin with a proton-pump inhibitor or an H2 antagonist: two causes of a low vitamin B12 add up.",
        &[cite("MHRA2022", "account of it: proton-pump inhibitors as a risk factor")],
        Secondary,
    )
    .taken(Severity::Note)
    .when(Asks::Taking(Of::Any(&[Of::Class(Class::ProtonPumpInhibitor), Of::Class(Class::H2Antagonist)]))),
];
