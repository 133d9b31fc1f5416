//! Iron and vitamin C. That iron is not given past a stop is decided by `iron.safety`; these rows say what else to mind,
//! and speak of iron that is planned or taken already.

use super::{Asks, Of, Precaution, Severity, Withholds};
use crate::fact::medicine::MedicineClass as Class;
use crate::fact::{Fact, IvIronProduct, LiverImpairment, Person};
use crate::knowledge::advice::PHOSPHATE_LOW;
use crate::knowledge::guideline::IRON_SAFETY;
use crate::knowledge::question::IronSafety;
use crate::logic::authoring::{Condition, all, answers, any, below, cite, is, not, person, reported, yes};
use crate::source::Verification::{Derived, Original, Secondary, Unverified};

const ORAL: Of = Of::Class(Class::IronOral);
const INTRAVENOUS: Of = Of::Class(Class::IronIntravenous);
const IRON: Of = Of::Any(&[ORAL, INTRAVENOUS]);
const ORAL_OFFER: &[&str] = &["oral_iron", "ferrous_sulfate"];
const INTRAVENOUS_OFFER: &[&str] =
    &["iv_iron", "ferric_carboxymaltose", "iron_dextran", "ferumoxytol", "iron_sucrose"];
const OFFER: &[&str] = &[
    "oral_iron",
    "ferrous_sulfate",
    "iv_iron",
    "ferric_carboxymaltose",
    "iron_dextran",
    "ferumoxytol",
    "iron_sucrose",
];
const FCM: Of = Of::Named(&["ferric carboxymaltose"]);
const FCM_OFFER: &[&str] = &["ferric_carboxymaltose"];
const DEXTRAN: Of = Of::Named(&["iron dextran"]);
const VITAMIN_C: Of = Of::Named(&["ascorbic acid"]);

/// Iron is forbidden for its amount, or by too many red cells.
const FORBIDDEN: Condition = answers(
    IRON_SAFETY,
    IronSafety::StopKnownOverload
        .set()
        .or(IronSafety::StopTsatCeiling.set())
        .or(IronSafety::StopErythrocytosis.set()),
);
/// The same, or by the ceiling of ferritin, which the renal team does not go by.
const FORBIDDEN_OR_FERRITIN: Condition = answers(
    IRON_SAFETY,
    IronSafety::StopKnownOverload
        .set()
        .or(IronSafety::StopTsatCeiling.set())
        .or(IronSafety::StopErythrocytosis.set())
        .or(IronSafety::StopFerritinCeiling.set()),
);
const OVERLOAD: Condition = answers(
    IRON_SAFETY,
    IronSafety::StopKnownOverload
        .set()
        .or(IronSafety::StopTsatCeiling.set())
        .or(IronSafety::StopFerritinCeiling.set()),
);
const RENAL: Condition = any(&[yes(Fact::Dialysis), yes(Fact::Esrd)]);

const FCM_BEFORE: Condition =
    any(&[yes(Fact::FcmBefore), is(Fact::IvIronProduct, IvIronProduct::FerricCarboxymaltose.only())]);

/// What `iron.safety` or a barrier withholds for the same reason is not withheld twice.
const GATE: Withholds = Withholds::Nothing;

pub(super) const ROWS: &[Precaution] = &[
    Precaution::new(
        "fe-01",
        INTRAVENOUS,
        "Intravenous iron is contraindicated after a serious reaction to it; ferumoxytol after a reaction to any intravenous iron.",
        &[cite("FERINJECT_LABEL", "contraindications"), cite("FERAHEME", "contraindications")],
        Original,
    )
    .offered(Severity::Stop, INTRAVENOUS_OFFER)
    .withholds(GATE)
    .taken(Severity::Urgent)
    .if_facts(yes(Fact::IvIronHypersensitivity)),
    Precaution::new(
        "fe-02",
        INTRAVENOUS,
        "No intravenous iron in the first trimester; oral iron can usually be taken.",
        &[cite("EMA2013IVIRON", "second or third trimester"), cite("MHRA2013", "pregnancy")],
        Original,
    )
    .offered(Severity::Stop, INTRAVENOUS_OFFER)
    .withholds(GATE)
    .taken(Severity::Urgent)
    .if_facts(person(Person::PregnantT1.only())),
    Precaution::new(
        "fe-02b",
        INTRAVENOUS,
        "Second or third trimester: intravenous iron only if clearly necessary, and watch the fetal heart.",
        &[cite("EMA2013IVIRON", "second or third trimester"), cite("ODDB-57851", "pregnancy")],
        Original,
    )
    .offered(Severity::Caution, INTRAVENOUS_OFFER)
    .if_facts(person(Person::PregnantT2.only().or(Person::PregnantT3.only()))),
    Precaution::new(
        "fe-03",
        INTRAVENOUS,
        "Bacteraemia: stop intravenous iron.",
        &[cite("FERINJECT_LABEL", "bacteraemia"), cite("KDIGO_ANAEMIA_DRAFT", "account of it")],
        Secondary,
    )
    .offered(Severity::Stop, INTRAVENOUS_OFFER)
    .withholds(GATE)
    .taken(Severity::Urgent)
    .if_facts(yes(Fact::Bacteraemia)),
    Precaution::new(
        "fe-04",
        INTRAVENOUS,
        "Infection: wait until it has settled; a few weeks without iron cost little.",
        &[cite("FERINJECT_LABEL", "acute or chronic infection"), cite("KDIGO_ANAEMIA_DRAFT", "account of it")],
        Secondary,
    )
    .offered(Severity::Caution, INTRAVENOUS_OFFER)
    .taken(Severity::Caution)
    .if_facts(yes(Fact::Infection)),
    Precaution::new(
        "fe-05",
        ORAL,
        "Infection: iron studies cannot be read now, and iron is not urgent for restless legs: wait. No label or guideline that was read forbids oral iron in infection.",
        &[cite("INFECT-ORAL", "oral iron in infection")],
        Unverified,
    )
    .offered(Severity::Caution, ORAL_OFFER)
    .if_facts(any(&[yes(Fact::Bacteraemia), yes(Fact::Infection)])),
    Precaution::new(
        "fe-06",
        FCM,
        "Phosphate is low already: no ferric carboxymaltose; another iron, and find the cause.",
        &[cite("MHRA2020-FCM", "persistent hypophosphataemia"), cite("FDA_FCM2026", "label")],
        Derived,
    )
    .offered(Severity::Stop, FCM_OFFER)
    .withholds(GATE)
    .taken(Severity::Urgent)
    .if_facts(PHOSPHATE_LOW),
    Precaution::new(
        "fe-07",
        Of::Nothing,
        "Marked hypophosphataemia after ferric carboxymaltose: no further dose of it, look for bone pain, weakness and fractures, and treat with the specialist.",
        &[cite("DRORACLE440176", "below 2.0 mg/dL severe"), cite("MHRA2020-FCM", "advice")],
        Unverified,
    )
    .anyone(Severity::Urgent, "ferric_carboxymaltose")
    .if_facts(all(&[reported(Fact::Phosphate), below(Fact::Phosphate, 0.65), FCM_BEFORE])),
    Precaution::new(
        "fe-09",
        FCM,
        "Measure phosphate before another dose of ferric carboxymaltose, and prefer another iron where courses repeat.",
        &[cite("MHRA2020-FCM", "risk factors"), cite("FCM2025", "abstract: not routinely at low risk")],
        Original,
    )
    .offered(Severity::Caution, FCM_OFFER)
    .taken(Severity::Caution)
    .if_facts(any(&[
        all(&[FCM_BEFORE, not(&reported(Fact::Phosphate))]),
        yes(Fact::Crohn),
        yes(Fact::UlcerativeColitis),
        yes(Fact::Coeliac),
        yes(Fact::BariatricSurgery),
        yes(Fact::IronMalabsorption),
    ])),
    Precaution::new(
        "fe-09b",
        Of::Nothing,
        "Ferric carboxymaltose was given, and there are weakness, falls, fatigue or a disease that makes phosphate fall further: measure phosphate.",
        &[cite("MHRA2020-FCM", "symptoms and risk factors")],
        Derived,
    )
    .anyone(Severity::Caution, "ferric_carboxymaltose")
    .if_facts(all(&[
        FCM_BEFORE,
        not(&reported(Fact::Phosphate)),
        any(&[
            yes(Fact::MuscleWeakness),
            yes(Fact::Fatigue),
            yes(Fact::Falls),
            yes(Fact::Crohn),
            yes(Fact::UlcerativeColitis),
            yes(Fact::Coeliac),
            yes(Fact::BariatricSurgery),
            yes(Fact::IronMalabsorption),
        ]),
    ])),
    Precaution::new(
        "fe-11",
        DEXTRAN,
        "Iron dextran: the American label asks for a test dose before the first; the European agency says that one reassures falsely. Resuscitation at hand and 30 minutes of observation in any case.",
        &[cite("INFED", "test dose"), cite("EMA2013IVIRON", "no test dose")],
        Original,
    )
    .offered(Severity::Caution, &["iron_dextran"])
    .taken(Severity::Caution),
    Precaution::new(
        "fe-12",
        DEXTRAN,
        "Serious liver impairment: extreme care with iron dextran.",
        &[cite("INFED-OLD", "warnings")],
        Original,
    )
    .offered(Severity::Caution, &["iron_dextran"])
    .taken(Severity::Caution)
    .if_facts(is(Fact::LiverImpairment, LiverImpairment::Severe.only())),
    Precaution::new(
        "fe-13",
        Of::Named(&["ferumoxytol"]),
        "Magnetic resonance imaging is planned: ferumoxytol changes the images for up to three months. Image first, and tell the radiologist.",
        &[cite("FERAHEME", "5.4")],
        Secondary,
    )
    .offered(Severity::Caution, &["ferumoxytol"])
    .taken(Severity::Caution)
    .if_facts(yes(Fact::MriPlanned)),
    Precaution::new(
        "fe-14",
        INTRAVENOUS,
        "Severe atopy or asthma: a reaction to intravenous iron is likelier.",
        &[cite("FERINJECT_LABEL", "special precautions"), cite("MHRA2013", "risk factors")],
        Original,
    )
    .offered(Severity::Caution, INTRAVENOUS_OFFER)
    .taken(Severity::Caution)
    .if_facts(yes(Fact::SevereAtopy)),
    Precaution::new(
        "fe-16",
        IRON,
        "Iron is taken, or planned, while iron is against the rules of safety: stop it, and repeat the sample fasting and free of iron for 24 hours.",
        &[cite("FERROUS-UK", "contraindications")],
        Derived,
    )
    .offered(Severity::Stop, &[])
    .taken(Severity::Urgent)
    .if_facts(any(&[FORBIDDEN, all(&[FORBIDDEN_OR_FERRITIN, not(&RENAL)])])),
    Precaution::new(
        "fe-17",
        ORAL,
        "Intravenous iron is being given: not oral iron at once.",
        &[cite("FERROUS-UK", "concomitant parenteral iron"), cite("FERROUS-BP", "leaflet")],
        Original,
    )
    .offered(Severity::Stop, ORAL_OFFER)
    .taken(Severity::Urgent)
    .when(Asks::Taking(INTRAVENOUS)),
    Precaution::new(
        "fe-18",
        ORAL,
        "Inflammatory bowel disease: while it is active one British label contraindicates oral iron; intravenous iron may fit better.",
        &[cite("FERROUS-BP", "leaflet"), cite("FERROGRAD-IE", "4.3")],
        Derived,
    )
    .offered(Severity::Caution, ORAL_OFFER)
    .taken(Severity::Caution)
    .if_facts(any(&[yes(Fact::Crohn), yes(Fact::UlcerativeColitis)])),
    Precaution::new(
        "fe-19",
        ORAL,
        "Levothyroxine is taken: separate the two by at least two hours (many use four), and check thyrotropin again.",
        &[cite("FERROUS-INT", "interactions")],
        Secondary,
    )
    .offered(Severity::Caution, ORAL_OFFER)
    .taken(Severity::Caution)
    .when(Asks::Taking(Of::Named(&["levothyroxine"]))),
    Precaution::new(
        "fe-20",
        ORAL,
        "Iron and another medicine here hinder each other's absorption: separate them.",
        &[cite("FERROUS-INT", "interactions")],
        Secondary,
    )
    .offered(Severity::Caution, ORAL_OFFER)
    .taken(Severity::Caution)
    .when(Asks::Taking(Of::Class(Class::HinderedByIron))),
    Precaution::new(
        "fe-24",
        IRON,
        "The renal team doses iron together with what makes red cells: limits for restless legs do not overrule it.",
        &[cite("KDIGO_ANAEMIA_DRAFT", "account of it")],
        Secondary,
    )
    .offered(Severity::Note, OFFER)
    .taken(Severity::Note)
    .when(Asks::Any(&[Asks::Facts(yes(Fact::Dialysis)), Asks::Taking(Of::Class(Class::Erythropoietic))])),
    Precaution::new(
        "fe-26",
        VITAMIN_C,
        "No vitamin C supplement in iron overload: it sets iron free; acute heart failure and death are described.",
        &[cite("VITC-HH", "accounts of guidelines"), cite("DFO-LABEL", "cardiac failure")],
        Unverified,
    )
    .offered(Severity::Stop, &["vitamin_c"])
    .withholds(GATE)
    .taken(Severity::Urgent)
    .if_facts(OVERLOAD),
    Precaution::new(
        "fe-27",
        VITAMIN_C,
        "Kidney failure: oxalate accumulates under vitamin C (500 mg a day raised it); keep to the small doses of the renal unit.",
        &[cite("ONO1989", "abstract"), cite("SIROVER2016", "account of it"), cite("LIU2016", "abstract, to the contrary")],
        Secondary,
    )
    .offered(Severity::Caution, &["vitamin_c"])
    .taken(Severity::Caution)
    .if_facts(RENAL),
];
