//! The acts that a need leads to, in the order in which they are shown inside their kind. Data only.

use super::{ActData, ActKind, Bar, treatment};
use crate::fact::Fact;
use crate::knowledge::advice::{Gives, TSAT_LOW_ACUTE_PHASE};
use crate::knowledge::guideline::{
    ANAEMIA, B12_ANTIBODY, B12_MARKER, B12_REPLACEMENT, B12_TREATMENT, ERYTHROCYTOSIS, FOLATE, HCY_NORMAL,
    HCY_RAISED, IRON_OF_GUIDELINES, IRON_OVERLOAD, KIDNEY_FAILURE, KNOWN_OVERLOAD, MMA_RAISED_FOR_AGE,
    NEUROLOGICAL_SIGN, NITROUS_OXIDE, SYNTHESIS_FIRST_LINE, SYNTHESIS_STATUS, SYNTHESIS_TREATMENT,
};
use crate::knowledge::question::{
    B12FirstLine, B12Status, B12Treatment, BloodAnaemia, FolateStatus, IronOverload, IronTherapy,
};
use crate::logic::authoring::{
    Condition, TableData, all, answers, any, at_least, at_most, below, cite, not, reported, yes,
};
use crate::logic::question::AnswerSet;

const ORAL: AnswerSet = IronTherapy::OralOrIv.set().or(IronTherapy::Oral.set());
const INTRAVENOUS: AnswerSet =
    IronTherapy::OralOrIv.set().or(IronTherapy::IvOnly.set()).or(IronTherapy::IvSucrose.set());

const AASM: &TableData = IRON_OF_GUIDELINES[0];
const IRLSSG: &TableData = IRON_OF_GUIDELINES[1];
const MAYO: &TableData = IRON_OF_GUIDELINES[2];
const AAN: &TableData = IRON_OF_GUIDELINES[3];
const NICE: &TableData = IRON_OF_GUIDELINES[4];

const ORAL_ADVISED: Condition = any(&[
    answers(AASM, ORAL),
    answers(IRLSSG, ORAL),
    answers(MAYO, ORAL),
    answers(AAN, ORAL),
    answers(NICE, ORAL),
]);
const INTRAVENOUS_ADVISED: Condition =
    any(&[answers(AASM, INTRAVENOUS), answers(IRLSSG, INTRAVENOUS), answers(MAYO, INTRAVENOUS)]);

const ORAL_FAILS: Condition =
    any(&[yes(Fact::OralIronFailed), yes(Fact::OralIronNotTolerated), yes(Fact::IronMalabsorption)]);

const IRON_FACTS: &[Fact] = &[Fact::Ferritin, Fact::Tsat];

/// In kidney failure iron is the renal team's.
const RENAL: Bar =
    Bar { when: KIDNEY_FAILURE, instead: &["refer:nephrology"], closed_by: &["ask:kidney_failure"] };
/// Who is given what makes red cells is given iron with it, by the same team (IRN-43).
const WITH_RED_CELLS: Bar =
    Bar { when: yes(Fact::MedicineErythropoietic), instead: &["refer:nephrology"], closed_by: &[] };
/// With fever or confusion no iron is begun, also where nobody named an infection: what it is comes first. Ours, after
/// IRN-33.
const FEVER: Bar = Bar {
    when: any(&[yes(Fact::Fever), yes(Fact::Confusion)]),
    instead: &["ask:iron_overload"],
    closed_by: &[],
};
const ACUTE_PHASE: Bar =
    Bar { when: TSAT_LOW_ACUTE_PHASE, instead: &["test:tsat", "test:crp"], closed_by: &["test:crp"] };

/// Iron studies that intravenous iron or a transfusion has shifted are repeated first.
const RECENT_IRON: Bar = Bar {
    when: any(&[at_most(Fact::IvIronDaysAgo, 56.0), at_most(Fact::TransfusionDaysAgo, 7.0)]),
    instead: &["test:tsat"],
    closed_by: &["ask:recent_iron"],
};

/// The limits of the work-up are those of adults: in a child the test is repeated, and a paediatrician decides.
const CHILD: Bar =
    Bar { when: below(Fact::AgeYears, 18.0), instead: &["test:tsat"], closed_by: &["ask:age"] };

/// A lack of vitamin B12 with anaemia raises saturation and ferritin by itself, as the marrow does not use the iron: they
/// are measured again once it is treated.
const MEGALOBLASTIC: Bar = Bar {
    when: all(&[
        reported(Fact::Haemoglobin),
        answers(ANAEMIA, BloodAnaemia::PRESENT),
        answers(SYNTHESIS_STATUS, B12Status::Deficient.set()),
    ]),
    instead: &["test:tsat"],
    closed_by: &[],
};

const SUSPECT_OVERLOAD: AnswerSet = IronOverload::OverloadProvisional.set().or(IronOverload::HfeTest.set());
const EASL: &TableData = IRON_OVERLOAD[0];
const AASLD: &TableData = IRON_OVERLOAD[1];

const WHO_FOLATE: &TableData = FOLATE[0];
const PFEIFFER_FOLATE: &TableData = FOLATE[1];
const BSH_FOLATE: &TableData = FOLATE[2];
const OWN_FOLATE: &TableData = FOLATE[3];
const FOLATE_LOW: AnswerSet = FolateStatus::Deficient.set();

const MMA_NORMAL: Condition = all(&[reported(Fact::MmaSerum), not(&MMA_RAISED_FOR_AGE)]);
const FIRST_LINE_DEFICIENT: Condition = answers(SYNTHESIS_FIRST_LINE, B12FirstLine::Deficient.set());

/// What makes a lack of vitamin B12 likely before anything was measured.
const B12_RISK: Condition = any(&[
    yes(Fact::MedicineLowersB12),
    yes(Fact::Vegan),
    yes(Fact::Gastrectomy),
    yes(Fact::BariatricSurgery),
    yes(Fact::IlealResection),
    yes(Fact::AutoimmuneGastritis),
]);

/// Signs that restless legs do not explain, and a lack of vitamin B12 that is found, or not ruled out: treatment does not
/// wait. Blood counts change nothing.
const TREAT_NOW: Condition = any(&[
    all(&[below(Fact::AgeYears, 2.0), FIRST_LINE_DEFICIENT]),
    all(&[
        NEUROLOGICAL_SIGN,
        any(&[
            FIRST_LINE_DEFICIENT,
            MMA_RAISED_FOR_AGE,
            HCY_RAISED,
            NITROUS_OXIDE,
            all(&[
                not(&B12_REPLACEMENT),
                any(&[
                    all(&[
                        answers(SYNTHESIS_FIRST_LINE, B12FirstLine::Indeterminate.set()),
                        not(&all(&[MMA_NORMAL, HCY_NORMAL])),
                    ]),
                    B12_ANTIBODY,
                    all(&[not(&B12_MARKER), B12_RISK]),
                ]),
            ]),
        ]),
    ]),
]);

const REPLACE: AnswerSet = B12Treatment::Im
    .set()
    .or(B12Treatment::ImNeurological.set())
    .or(B12Treatment::OralHighDose.set())
    .or(B12Treatment::OralDietary.set());
const REPLACE_OR_TRY: AnswerSet = REPLACE.or(B12Treatment::Trial.set());

const NICE_B12: &TableData = B12_TREATMENT[0];
const BSH_B12: &TableData = B12_TREATMENT[1];
const AAFP_B12: &TableData = B12_TREATMENT[2];
const REPLACED_BY: &[(&TableData, AnswerSet)] = &[
    (SYNTHESIS_TREATMENT, REPLACE_OR_TRY),
    (NICE_B12, REPLACE_OR_TRY),
    (BSH_B12, REPLACE_OR_TRY),
    (AAFP_B12, REPLACE_OR_TRY),
];

const B12_MARKERS: &[Fact] = &[Fact::B12Total, Fact::Holotc, Fact::MmaSerum, Fact::Hcy, Fact::Ifab];
const B12_NOW_FACTS: &[Fact] = &[
    Fact::GaitDisturbance,
    Fact::MuscleWeakness,
    Fact::AbnormalReflexes,
    Fact::ImpairedPositionOrVibration,
    Fact::CognitiveChange,
    Fact::VisualChange,
    Fact::B12Total,
    Fact::Holotc,
    Fact::MmaSerum,
    Fact::Hcy,
    Fact::Ifab,
    Fact::NitrousOxide,
    Fact::MedicineLowersB12,
    Fact::Vegan,
];
const B12_ASKS: &[&str] = &["ask:nitrous_oxide", "ask:b12_replacement", "ask:b12_cause"];

pub(super) const NONE: ActData = ActData {
    code: "",
    kind: ActKind::Mind,
    need: Condition::Always,
    gives: Gives::NoIron,
    offers: "",
    for_rls: false,
    bars: &[],
    text: "",
    because: &[],
    said_by: &[],
    cites: &[],
    decided_by: &[],
    also: &[],
    unless: &[],
};

/// Every act with a need of its own.
pub const ACTS: &[ActData] = &[
    ActData {
        code: "b12_treat_now",
        kind: ActKind::TreatNow,
        need: TREAT_NOW,
        text: "Take samples for vitamin B12 and methylmalonic acid now, and start hydroxocobalamin by injection the same day: do not wait for the results.",
        because: B12_NOW_FACTS,
        said_by: &[
            (SYNTHESIS_TREATMENT, B12Treatment::ImNeurological.set().or(B12Treatment::Trial.set())),
            (NICE_B12, B12Treatment::ImNeurological.set()),
            (BSH_B12, B12Treatment::ImNeurological.set()),
            (AAFP_B12, B12Treatment::ImNeurological.set().or(B12Treatment::Im.set())),
        ],
        cites: &[
            cite("NG239-SEC", "do not delay treatment with neurological features"),
            cite("NITROUSCASES2020", "51 patients; the one treated by mouth only did not improve"),
            cite("BSH2014", "children: treat promptly reduced B12 with clinical features (1A)"),
        ],
        decided_by: &["ask:neurological_signs", "test:b12_total"],
        also: &[
            "ask:nitrous_oxide",
            "ask:b12_replacement",
            "ask:b12_cause",
            "test:b12_total",
            "test:mma_serum",
        ],
        ..NONE
    },
    ActData {
        code: "b12_treat",
        kind: ActKind::Treat,
        need: answers(SYNTHESIS_TREATMENT, REPLACE),
        text: "Replace vitamin B12, and look for the cause.",
        because: B12_MARKERS,
        said_by: REPLACED_BY,
        cites: &[cite("NG239", "treatment by cause (from memory)"), cite("BSH2014", "treatment")],
        decided_by: &["test:b12_total", "test:mma_serum"],
        also: B12_ASKS,
        unless: &["b12_treat_now"],
        ..NONE
    },
    ActData {
        code: "b12_trial",
        kind: ActKind::Treat,
        need: answers(SYNTHESIS_TREATMENT, REPLACE_OR_TRY),
        text: "The vitamin B12 tests do not settle it: try hydroxocobalamin, and judge by symptoms and by methylmalonic acid after it.",
        because: B12_MARKERS,
        said_by: REPLACED_BY,
        cites: &[cite(
            "BSH2014",
            "1C: a second test and a trial of hydroxocobalamin where suspicion is strong",
        )],
        decided_by: &["test:b12_total", "test:mma_serum"],
        also: B12_ASKS,
        unless: &["b12_treat_now", "b12_treat"],
        ..NONE
    },
    ActData {
        code: "folate",
        kind: ActKind::Treat,
        need: any(&[
            answers(WHO_FOLATE, FOLATE_LOW),
            answers(PFEIFFER_FOLATE, FOLATE_LOW),
            answers(BSH_FOLATE, FOLATE_LOW),
            answers(OWN_FOLATE, FOLATE_LOW),
        ]),
        bars: &[Bar {
            when: not(&any(&[B12_MARKER, B12_REPLACEMENT])),
            instead: &["test:b12_total"],
            closed_by: &["test:b12_total"],
        }],
        text: "Folate is low: look for the cause and give folic acid, but only after vitamin B12 deficiency is excluded or its treatment has begun.",
        because: &[Fact::FolateSerum, Fact::FolateRbc],
        said_by: &[
            (WHO_FOLATE, FOLATE_LOW),
            (PFEIFFER_FOLATE, FOLATE_LOW),
            (BSH_FOLATE, FOLATE_LOW),
            (OWN_FOLATE, FOLATE_LOW),
        ],
        cites: &[cite("BSH2014", "treatment")],
        ..NONE
    },
    ActData {
        code: "oral_iron",
        kind: ActKind::Treat,
        need: all(&[at_least(Fact::AgeYears, 2.0), ORAL_ADVISED]),
        gives: Gives::OralIron,
        for_rls: true,
        bars: &[
            RENAL,
            WITH_RED_CELLS,
            Bar { when: ORAL_FAILS, instead: &[], closed_by: &["ask:oral_iron"] },
            ACUTE_PHASE,
            FEVER,
        ],
        text: "Iron by mouth for restless legs.",
        because: IRON_FACTS,
        said_by: &[(AASM, ORAL), (IRLSSG, ORAL), (MAYO, ORAL), (AAN, ORAL), (NICE, ORAL)],
        cites: &[cite("AASM2025", "good practice statement 1"), cite("MAYO2021", "iron")],
        decided_by: &["test:ferritin", "test:tsat"],
        ..NONE
    },
    ActData {
        code: "iv_iron",
        kind: ActKind::Treat,
        need: all(&[
            at_least(Fact::AgeYears, 18.0),
            any(&[INTRAVENOUS_ADVISED, all(&[ORAL_ADVISED, ORAL_FAILS])]),
        ]),
        gives: Gives::IntravenousIron,
        for_rls: true,
        bars: &[RENAL, WITH_RED_CELLS, ACUTE_PHASE, FEVER],
        text: "Iron into a vein for restless legs, where this can be given safely.",
        because: &[
            Fact::Ferritin,
            Fact::Tsat,
            Fact::OralIronFailed,
            Fact::OralIronNotTolerated,
            Fact::IronMalabsorption,
        ],
        said_by: &[(AASM, INTRAVENOUS), (IRLSSG, INTRAVENOUS), (MAYO, INTRAVENOUS)],
        cites: &[cite("AASM2025", "good practice statement 1"), cite("MAYO2021", "iron")],
        decided_by: &["test:ferritin", "test:tsat"],
        ..NONE
    },
    treatment::WITH_GABAPENTIN_ENACARBIL,
    treatment::WITH_GABAPENTIN,
    treatment::WITH_PREGABALIN,
    ActData {
        code: "refer:haematology",
        kind: ActKind::Refer,
        need: any(&[KNOWN_OVERLOAD, ERYTHROCYTOSIS]),
        text: "Iron in this person is for the haematologist, or for who treats the overload: ask them.",
        because: &[
            Fact::Haemochromatosis,
            Fact::HfeC282yHomozygous,
            Fact::IronOverload,
            Fact::TransfusionalOverload,
            Fact::LiverDiseaseWithOverload,
            Fact::DisturbedIronUtilisation,
            Fact::AnaemiaNotIronDeficient,
            Fact::Venesection,
            Fact::SickleCellDisease,
            Fact::Thalassaemia,
            Fact::PolycythaemiaVera,
            Fact::Haemoglobin,
            Fact::Haematocrit,
        ],
        cites: &[
            cite("AASLD2011", "iron supplements should be avoided (1C)"),
            cite("NHLBI2014", "sickle cell disease: overload from transfusions"),
            cite("YORK_POLY2025", "no iron replacement in erythrocytosis; haematocrit above 0.52 and 0.48"),
        ],
        ..NONE
    },
    ActData {
        code: "refer:nephrology",
        kind: ActKind::Refer,
        need: all(&[
            any(&[KIDNEY_FAILURE, yes(Fact::MedicineErythropoietic)]),
            any(&[ORAL_ADVISED, INTRAVENOUS_ADVISED, below(Fact::Tsat, 20.0)]),
        ]),
        text: "Kidney failure, or a medicine that makes red cells: iron is for the renal team, or whoever gives that medicine, to decide, by their own limits.",
        because: &[
            Fact::Dialysis,
            Fact::Esrd,
            Fact::Egfr,
            Fact::MedicineErythropoietic,
            Fact::Ferritin,
            Fact::Tsat,
        ],
        said_by: &[(AASM, IronTherapy::IvSucrose.set())],
        cites: &[
            cite("AASM2025", "recommendation on intravenous iron sucrose in end-stage renal disease"),
            cite("BSH2013", "functional iron deficiency: renal limits"),
            cite("KDIGO_ANAEMIA_DRAFT", "account of it"),
        ],
        ..NONE
    },
    ActData {
        code: "haemochromatosis_workup",
        kind: ActKind::Refer,
        need: any(&[
            // What is needed, not what guards: of two results that disagree neither leads here.
            at_least(Fact::Tsat, 45.0),
            answers(EASL, SUSPECT_OVERLOAD),
            answers(AASLD, SUSPECT_OVERLOAD),
        ]),
        bars: &[
            Bar { when: KNOWN_OVERLOAD, instead: &["refer:haematology"], closed_by: &["ask:iron_overload"] },
            RECENT_IRON,
            CHILD,
            MEGALOBLASTIC,
        ],
        text: "Look for haemochromatosis: repeat transferrin saturation fasting and without iron; if it stays high, HFE genotype.",
        because: &[Fact::Tsat, Fact::Ferritin],
        said_by: &[(EASL, SUSPECT_OVERLOAD), (AASLD, SUSPECT_OVERLOAD)],
        cites: &[cite("AASLD2011", "HFE test at transferrin saturation of 45 % or more")],
        ..NONE
    },
    treatment::OBSTETRICS,
    treatment::PAEDIATRICS,
];
