//! Questions that close what is open, each as one, and acts that an alert brings. Data only.

use super::ActKind;
use crate::fact::Fact;
use crate::measure::analyte::Analyte;

/// A question to the patient, for all the facts that belong together: one for each guard.
#[derive(Clone, Copy, Debug)]
pub struct AskData {
    /// Its act is `ask:` and this.
    pub topic: &'static str,
    /// What is asked about, in few words.
    pub short: &'static str,
    /// What to ask, as a sentence.
    pub text: &'static str,
    /// The facts that the answer tells.
    pub facts: &'static [Fact],
}

const ASKS: &[AskData] = &[
    AskData {
        topic: "rls_criteria",
        short: "whether this is restless legs",
        text: "Ask whether this is restless legs: an urge to move, worse at rest, relieved by movement, worse in the evening, and not explained by something else.",
        facts: &[
            Fact::UrgeToMove,
            Fact::WorseAtRest,
            Fact::RelievedByMovement,
            Fact::WorseInEvening,
            Fact::Mimics,
        ],
    },
    AskData {
        topic: "iron_overload",
        short: "what forbids iron (overload, sickle cells, thalassaemia, polycythaemia, infection)",
        text: "Ask what forbids iron: haemochromatosis or iron overload, sickle cell disease or thalassaemia, bloodletting or polycythaemia, liver disease; an infection now; for intravenous iron an earlier reaction to it.",
        facts: &[
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
            Fact::Infection,
            Fact::Bacteraemia,
            Fact::Fever,
            Fact::IvIronHypersensitivity,
        ],
    },
    AskData {
        topic: "oral_iron",
        short: "iron by mouth before, and how it went",
        text: "Ask whether iron by mouth was tried, helped, and was borne.",
        facts: &[Fact::OralIronFailed, Fact::OralIronNotTolerated, Fact::IronMalabsorption],
    },
    AskData {
        topic: "recent_iron",
        short: "iron into a vein or blood lately",
        text: "Ask about intravenous iron in the last eight weeks, and a transfusion in the last week.",
        facts: &[Fact::IvIronDaysAgo, Fact::TransfusionDaysAgo],
    },
    AskData {
        topic: "kidney_failure",
        short: "dialysis, kidney failure",
        text: "Ask about dialysis and kidney failure.",
        facts: &[Fact::Dialysis, Fact::Esrd],
    },
    AskData {
        topic: "pregnancy",
        short: "pregnancy",
        text: "Ask about pregnancy, and how many weeks.",
        facts: &[Fact::Person, Fact::GestationalWeeks],
    },
    AskData {
        topic: "neurological_signs",
        short: "signs of the nerves (gait, weakness, reflexes, position sense, thinking, sight)",
        text: "Ask about, and look for, what restless legs do not explain: gait, weakness, reflexes, position and vibration sense, thinking, sight.",
        facts: &[
            Fact::GaitDisturbance,
            Fact::MuscleWeakness,
            Fact::AbnormalReflexes,
            Fact::ImpairedPositionOrVibration,
            Fact::CognitiveChange,
            Fact::VisualChange,
        ],
    },
    AskData {
        topic: "nitrous_oxide",
        short: "nitrous oxide",
        text: "Ask about nitrous oxide, as a drug or as a recent anaesthetic.",
        facts: &[Fact::NitrousOxide, Fact::NitrousOxideAnaesthesia],
    },
    AskData {
        topic: "b12_replacement",
        short: "vitamin B12 taken already",
        text: "Ask whether vitamin B12 is taken or injected already.",
        facts: &[Fact::B12Replacement],
    },
    AskData {
        topic: "b12_cause",
        short: "the cause of the deficiency",
        text: "Ask for the cause of the deficiency: diet, operations of stomach or bowel, autoimmune gastritis, medicines.",
        facts: &[Fact::B12Cause],
    },
    AskData {
        topic: "parkinsons_disease",
        short: "Parkinson's disease",
        text: "Ask whether the dopaminergic medicine is for Parkinson's disease.",
        facts: &[Fact::ParkinsonsDisease],
    },
    AskData {
        topic: "medicines",
        short: "every medicine taken",
        text: "Ask for every medicine that is taken, also those without a prescription.",
        facts: &[Fact::MedicineExacerbatesRls, Fact::MedicineDopaminergic, Fact::MedicineLowersB12],
    },
    AskData {
        topic: "augmentation",
        short: "whether treatment has made it worse (earlier, stronger, spread)",
        text: "Ask whether under treatment the symptoms begin earlier in the day, are stronger, or have spread, on how many days of the last week, whether it helped at first, and whether anything else explains it.",
        facts: &[
            Fact::HoursEarlier,
            Fact::ParadoxicalResponse,
            Fact::Spread,
            Fact::GreaterIntensity,
            Fact::ShorterLatency,
            Fact::ShorterRelief,
            Fact::SymptomDaysLastWeek,
            Fact::PreviousResponse,
            Fact::ExplainedOtherwise,
        ],
    },
    AskData {
        topic: "distress",
        short: "how much it troubles",
        text: "Ask how much it troubles: distress, and what it keeps from being done.",
        facts: &[Fact::Distress, Fact::Impairment],
    },
    AskData { topic: "age", short: "age", text: "Ask for the age.", facts: &[Fact::AgeYears] },
];

/// Every question that is asked as one.
pub fn asks() -> impl Iterator<Item = &'static AskData> {
    ASKS.iter()
}

/// The question that tells a fact.
pub fn find_ask(fact: Fact) -> Option<&'static AskData> {
    ASKS.iter().find(|ask| ask.facts.contains(&fact))
}

/// An act that stands whenever an alert is raised.
#[derive(Clone, Copy, Debug)]
pub struct AlertAct {
    /// The alert.
    pub alert: &'static str,
    /// Stable code of the act; a `test:` says the name of its test by itself.
    pub code: &'static str,
    /// What sort of act.
    pub kind: ActKind,
    /// What to do, as a sentence.
    pub text: &'static str,
    /// Where it stands.
    pub source: &'static str,
    /// A test that is to be repeated where there is a result.
    pub repeat: bool,
}

/// Something else that makes restless legs worse.
#[derive(Clone, Copy, Debug)]
pub struct FactorData {
    /// Stable code of its act.
    pub code: &'static str,
    /// It is there.
    pub fact: Fact,
    /// What to do, as a sentence.
    pub text: &'static str,
}

/// Every such factor.
pub const FACTORS: &[FactorData] = &[
    FactorData {
        code: "address:untreated_osa",
        fact: Fact::UntreatedOsa,
        text: "Sleep apnoea is untreated: treat it first, it can make restless legs worse.",
    },
    FactorData {
        code: "address:alcohol",
        fact: Fact::Alcohol,
        text: "Alcohol can make restless legs worse: try without it; who drinks much or is confused does not stop at once without help.",
    },
    FactorData {
        code: "address:caffeine",
        fact: Fact::Caffeine,
        text: "Caffeine can make restless legs worse: try without it.",
    },
];

/// Tests that belong to the work-up whatever else is known, in order: asked for where they are missing.
pub const WORK_UP: &[&str] = &["test:ferritin", "test:tsat", "test:b12_total", "test:creatinine"];

/// No rule reads these, but where they lie far out: outside the laboratory's own limits they are named.
pub const NOT_LOOKED_AT: &[Analyte] = &[
    Analyte::Sodium,
    Analyte::Potassium,
    Analyte::Calcium,
    Analyte::CalciumIonised,
    Analyte::Magnesium,
    Analyte::Phosphate,
    Analyte::Glucose,
    Analyte::Urea,
    Analyte::UreaNitrogen,
    Analyte::Tsh,
    Analyte::Ft4,
    Analyte::Pth,
    Analyte::Zinc,
    Analyte::Copper,
];

/// Below this age nobody is asked whether these are restless legs.
pub const RLS_FROM_YEARS: f64 = 2.0;

/// Behind iron by mouth, where it is on the list of medicines.
pub const ORAL_IRON_IS_TAKEN: &str =
    " It is taken already: see whether it is borne, and whether ferritin rises.";

/// Intravenous iron, where iron by mouth is advised too: one choice, not two treatments.
pub const OR_INTO_A_VEIN: &str = "Or iron into a vein, above all where iron by mouth failed, is not borne or not absorbed; where this can be given safely.";

/// Behind a medicine that is offered or planned: what precautions of it rest on in this person.
pub const WITH_CARE: &str = " With care: ";

const fn repeat(
    alert: &'static str,
    code: &'static str,
    text: &'static str,
    source: &'static str,
) -> AlertAct {
    AlertAct { repeat: true, ..test(alert, code, text, source) }
}

const fn test(alert: &'static str, code: &'static str, text: &'static str, source: &'static str) -> AlertAct {
    AlertAct { alert, code, kind: ActKind::Test, text, source, repeat: false }
}

/// Every act that an alert brings.
pub const ALERT_ACTS: &[AlertAct] = &[
    AlertAct {
        alert: "infant_urgent",
        code: "infant_urgent",
        kind: ActKind::ActOnResult,
        text: "To a paediatrician the same day: under two years, with low vitamin B12 or haemoglobin below 70 g/L.",
        source: "BSH2014",
        repeat: false,
    },
    AlertAct {
        alert: "phosphate_very_low_after_fcm",
        code: "treat_phosphate",
        kind: ActKind::TreatNow,
        text: "Phosphate is very low after ferric carboxymaltose: no further dose of it, look for bone pain, weakness and fractures, and treat with a specialist.",
        source: "FDA_FCM2026",
        repeat: false,
    },
    AlertAct {
        alert: "copper_low",
        code: "copper_low",
        kind: ActKind::ActOnResult,
        text: "Copper is low and there are neurological signs: a lack of copper damages the spinal cord as a lack of vitamin B12 does. Speak with a neurologist today about replacing copper, and look for what lowers it; vitamin B12 alone does not treat it.",
        source: "COPPER_COELIAC",
        repeat: false,
    },
    AlertAct {
        alert: "signs_on_b12_replacement",
        code: "refer:neurology",
        kind: ActKind::Refer,
        text: "Neurological signs although vitamin B12 is replaced and a second marker is normal: ask a neurologist what else it is; measure copper if it was not.",
        source: "BSH2014",
        repeat: false,
    },
    AlertAct {
        alert: "pregnant_and_deficient",
        code: "refer:pregnancy_deficiency",
        kind: ActKind::Refer,
        text: "Pregnant, with anaemia or a lack of iron or vitamin B12: this is treated for the pregnancy, with obstetrics, whatever the legs are.",
        source: "WHO2024",
        repeat: false,
    },
    AlertAct {
        alert: "iron_deficiency_anaemia_stands",
        code: "refer:iron_deficiency_anaemia",
        kind: ActKind::Refer,
        text: "Iron-deficiency anaemia is looked into and treated for itself, whatever the legs are: look for its cause, in an adult for blood loss first, in a child with a paediatrician.",
        source: "FERROUS-UK",
        repeat: false,
    },
    AlertAct {
        alert: "folate_before_b12",
        code: "mind:folate_before_b12",
        kind: ActKind::Mind,
        text: "No folic acid alone before vitamin B12 deficiency is excluded or treated: nerves can worsen.",
        source: "BSH2014",
        repeat: false,
    },
    test(
        "b12_unreliable_pregnancy",
        "test:holotc",
        "in pregnancy total vitamin B12 falls by itself",
        "NG239-SEC",
    ),
    test(
        "b12_second_marker_needed",
        "test:mma_serum",
        "vitamin B12 is in the middle band and not to be relied on",
        "NG239-SEC",
    ),
    test(
        "b12_unreliable_n2o",
        "test:mma_serum",
        "with nitrous oxide a normal vitamin B12 excludes nothing",
        "NG239-SEC",
    ),
    repeat("b12_discordant_tests", "test:mma_serum", "the vitamin B12 tests disagree", "BSH2014"),
    test(
        "mma_kidney_unknown",
        "test:creatinine",
        "methylmalonic acid rises when the kidney fails",
        "VANLOON2018",
    ),
    repeat(
        "hypophosphataemia_after_fcm",
        "test:phosphate",
        "ferric carboxymaltose lowers phosphate",
        "FDA_FCM2026",
    ),
    repeat(
        "results_disagree",
        "test:tsat",
        "two results of one day disagree: ask the laboratory, and draw it again",
        "AASLD2011",
    ),
    repeat(
        "iron_recent_iv",
        "test:tsat",
        "4 to 8 weeks after the last intravenous iron or transfusion",
        "IRLSSGIRON2018",
    ),
    repeat(
        "tsat_low_acute_phase",
        "test:tsat",
        "repeat once C-reactive protein is 5 mg/L or less",
        "TSATCRP",
    ),
];
