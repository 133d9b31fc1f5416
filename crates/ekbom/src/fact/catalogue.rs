//! The list of facts. Data only: a new fact is one line here and one line where the patient is read.

use super::{
    B12Cause, Distress, FactInfo, FolateAssay, Group, IvIronProduct, Kind, KnowledgeVersion, LiverImpairment,
    Mimics, NitrousOxideAnaesthesia, Person, SecondUnit,
};
use crate::measure::interval::Interval;

macro_rules! facts {
    ($($lines:tt)+) => {
        facts_of!($($lines)+);
        yes_no!([] $($lines)+);
    };
}

macro_rules! facts_of {
    ($($variant:ident = $id:literal, $label:literal, $group:ident, $unit:literal, $kind:expr;)+) => {
        /// A fact: something a rule may ask of a patient. Its id is public API.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u8)]
        pub enum Fact { $(#[doc = concat!("`", $id, "`: ", $label, ".")] $variant,)+ }

        impl Fact {
            /// Every fact.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// What is fixed about it.
            pub const fn info(self) -> FactInfo {
                match self {
                    $(Self::$variant => FactInfo {
                        id: $id, label: $label, unit: $unit, group: Group::$group, kind: $kind,
                    },)+
                }
            }
        }
    };
}

/// The lines of yes/no facts alone: those whose last column is `FLAG`.
macro_rules! yes_no {
    ([$($made:tt)*] $variant:ident = $id:literal, $label:literal, $group:ident, $unit:literal, FLAG; $($rest:tt)*) => {
        yes_no!([$($made)* $variant $id $label] $($rest)*);
    };
    ([$($made:tt)*] $variant:ident = $id:literal, $label:literal, $group:ident, $unit:literal, $kind:expr; $($rest:tt)*) => {
        yes_no!([$($made)*] $($rest)*);
    };
    ([$($variant:ident $id:literal $label:literal)+]) => {
        /// A fact that is yes or no, and nothing else: what a door for yes/no items takes. A choice or a number is no
        /// value of this type, so that it cannot be said to be yes or no.
        ///
        /// ```
        /// use ekbom::fact::{Fact, YesNo};
        /// assert_eq!(YesNo::Crohn.fact(), Fact::Crohn);
        /// assert_eq!(YesNo::try_from(Fact::Crohn), Ok(YesNo::Crohn));
        /// assert!(YesNo::try_from(Fact::B12Cause).is_err());
        /// ```
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u8)]
        pub enum YesNo { $(#[doc = concat!("`", $id, "`: ", $label, ".")] $variant = Fact::$variant as u8,)+ }

        impl YesNo {
            /// Every yes/no fact.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The same as a fact.
            pub const fn fact(self) -> Fact {
                match self { $(Self::$variant => Fact::$variant,)+ }
            }
        }

        impl TryFrom<Fact> for YesNo {
            type Error = NotYesNo;

            fn try_from(fact: Fact) -> Result<Self, NotYesNo> {
                match fact {
                    $(Fact::$variant => Ok(Self::$variant),)+
                    other => Err(NotYesNo(other)),
                }
            }
        }
    };
}

/// A fact that is not yes or no.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("`{0}` cannot be stated as yes or no")]
pub struct NotYesNo(Fact);

impl NotYesNo {
    /// Which fact.
    pub const fn fact(self) -> Fact {
        self.0
    }
}

impl From<YesNo> for Fact {
    fn from(own: YesNo) -> Self {
        own.fact()
    }
}

impl core::fmt::Display for YesNo {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.fact().id())
    }
}

const FLAG: Kind = Kind::Flag;

const fn number(low: f64, high: f64) -> Kind {
    Kind::Number { range: Interval::of(low, high) }
}

/// A laboratory quantity, from zero to the highest value that is accepted.
const fn measured(high: f64) -> Kind {
    Kind::Measured { range: Interval::of(0.0, high), second: None }
}

/// The same with limits printed in a second unit.
const fn measured_in_two(high: f64, unit: &'static str, second_high: f64) -> Kind {
    Kind::Measured {
        range: Interval::of(0.0, high),
        second: Some(SecondUnit { unit, range: Interval::of(0.0, second_high) }),
    }
}

facts! {
    AgeYears = "age_years", "age", Person, "a", number(0.0, 130.0);
    Person = "person", "sex for reference limits, and pregnancy", Person, "", Kind::Choice(Person::CODES);
    EthnicityBlack = "ethnicity_black", "Black ethnicity", Person, "", FLAG;

    Ferritin = "ferritin", "ferritin", Laboratory, "ng/mL", measured(1e6);
    Tsat = "tsat", "transferrin saturation", Laboratory, "%", measured(300.0);
    Crp = "crp", "C-reactive protein", Laboratory, "mg/L", measured(1000.0);
    Haemoglobin = "haemoglobin", "haemoglobin", Laboratory, "g/L", measured(280.0);
    Haematocrit = "haematocrit", "haematocrit", Laboratory, "%", measured(85.0);
    Mcv = "mcv", "mean corpuscular volume", Laboratory, "fL", measured(180.0);
    B12Total = "b12_total", "total vitamin B12", Laboratory, "ng/L", measured_in_two(1e6, "pmol/L", 737_806.0);
    Holotc = "holotc", "active vitamin B12 (holotranscobalamin)", Laboratory, "pmol/L", measured(5000.0);
    MmaSerum = "mma_serum", "serum methylmalonic acid", Laboratory, "nmol/L", measured(1e7);
    Hcy = "hcy", "homocysteine", Laboratory, "umol/L", measured(1000.0);
    Ifab = "ifab", "intrinsic factor antibody", Laboratory, "1", measured(1.0);
    FolateSerum = "folate_serum", "serum folate", Laboratory, "ng/mL", measured_in_two(1000.0, "nmol/L", 2266.0);
    FolateRbc = "folate_rbc", "red-cell folate", Laboratory, "ng/mL", measured_in_two(5000.0, "nmol/L", 11328.0);
    FolateAssay = "folate_assay", "method by which folate was measured", Laboratory, "", Kind::Choice(FolateAssay::CODES);
    Egfr = "egfr", "estimated glomerular filtration rate", Laboratory, "mL/min/{1.73_m2}",
        Kind::BySex { range: Interval::of(0.0, 260.0) };
    Uacr = "uacr", "urine albumin/creatinine ratio", Laboratory, "mg/g", measured_in_two(1e5, "mg/mmol", 11312.0);
    Hba1c = "hba1c", "glycated haemoglobin", Laboratory, "%", measured_in_two(25.0, "mmol/mol", 250.0);
    Tsh = "tsh", "thyrotropin", Laboratory, "m[IU]/L", measured(5000.0);
    Calcium = "calcium", "calcium", Laboratory, "mmol/L", measured(8.0);
    Sodium = "sodium", "sodium", Laboratory, "mmol/L", measured(260.0);
    Potassium = "potassium", "potassium", Laboratory, "mmol/L", measured(20.0);
    Magnesium = "magnesium", "magnesium", Laboratory, "mmol/L", measured(15.0);
    Phosphate = "phosphate", "phosphate", Laboratory, "mmol/L", measured(25.0);
    Copper = "copper", "copper", Laboratory, "ug/dL", measured(1000.0);
    Iron = "iron", "iron", Laboratory, "ug/dL", measured(20_000.0);
    Tibc = "tibc", "total iron-binding capacity", Laboratory, "ug/dL", measured(1700.0);
    Uibc = "uibc", "unsaturated iron-binding capacity", Laboratory, "ug/dL", measured(1700.0);
    Transferrin = "transferrin", "transferrin", Laboratory, "mg/dL", measured(1000.0);
    Stfr = "stfr", "soluble transferrin receptor", Laboratory, "mg/L", measured(100.0);
    Hepcidin = "hepcidin", "hepcidin-25", Laboratory, "ng/mL", measured(2000.0);
    Rdw = "rdw", "red cell distribution width", Laboratory, "%", measured(60.0);
    MmaUrine = "mma_urine", "urine methylmalonic acid/creatinine ratio", Laboratory, "mmol/mol{creat}", measured(100_000.0);
    Creatinine = "creatinine", "creatinine", Laboratory, "mg/dL", measured(80.0);
    CreatinineUrine = "creatinine_urine", "urine creatinine", Laboratory, "mg/dL", measured(1000.0);
    CystatinC = "cystatin_c", "cystatin C", Laboratory, "mg/L", measured(20.0);
    Urea = "urea", "urea", Laboratory, "mmol/L", measured(220.0);
    UreaNitrogen = "urea_nitrogen", "urea nitrogen", Laboratory, "mg/dL", measured(600.0);
    CalciumIonised = "calcium_ionised", "ionised calcium", Laboratory, "mmol/L", measured(3.0);
    Albumin = "albumin", "albumin", Laboratory, "g/L", measured(80.0);
    Ft4 = "ft4", "free thyroxine", Laboratory, "pmol/L", measured(300.0);
    Glucose = "glucose", "glucose", Laboratory, "mmol/L", measured(350.0);
    Vitd = "vitd", "25-hydroxyvitamin D", Laboratory, "nmol/L", measured(5000.0);
    Pth = "pth", "parathyrin", Laboratory, "pg/mL", measured(20_000.0);
    Zinc = "zinc", "zinc", Laboratory, "ug/dL", measured(2000.0);
    Pca = "pca", "parietal cell antibody", Laboratory, "[arb'U]/mL", measured(10_000.0);
    Gastrin = "gastrin", "gastrin", Laboratory, "pg/mL", measured(1_000_000.0);
    TtgIga = "ttg_iga", "tissue transglutaminase IgA", Laboratory, "[arb'U]/mL", measured(20_000.0);
    NeutHyperseg = "neut_hyperseg", "hypersegmented neutrophils", Laboratory, "1", measured(1.0);

    IronSampleMorning = "iron_sample_morning", "iron studies drawn in the morning", Sample, "", FLAG;
    IronSampleIronFree = "iron_sample_iron_free", "iron-free for 24 h before the iron studies", Sample, "", FLAG;

    UrgeToMove = "urge_to_move", "urge to move the legs", Symptoms, "", FLAG;
    WorseAtRest = "worse_at_rest", "begins or worsens at rest", Symptoms, "", FLAG;
    RelievedByMovement = "relieved_by_movement", "relieved by movement (now, or earlier if now very severe)", Symptoms, "", FLAG;
    WorseInEvening = "worse_in_evening", "worse in the evening or at night (now, or earlier if now very severe)", Symptoms, "", FLAG;
    Mimics = "mimics", "conditions that look like restless legs", Symptoms, "", Kind::Choice(Mimics::CODES);
    TimesPerWeek = "times_per_week", "symptoms per week", Symptoms, "/wk", number(0.0, 10_000.0);
    LifetimeEvents = "lifetime_events", "episodes in a lifetime", Symptoms, "1", number(0.0, 1e9);
    DurationMonths = "duration_months", "duration of symptoms", Symptoms, "mo", number(0.0, 1560.0);
    Distress = "distress", "distress from symptoms", Symptoms, "", Kind::Choice(Distress::CODES);
    Impairment = "impairment", "impairment by symptoms", Symptoms, "", FLAG;
    IrlsTotal = "irls_total", "IRLS total score", Symptoms, "{score}", number(0.0, 40.0);
    ArmsInvolved = "arms_involved", "arms involved", Symptoms, "", FLAG;
    Paraesthesia = "paraesthesia", "paraesthesia", Symptoms, "", FLAG;
    Numbness = "numbness", "numbness", Symptoms, "", FLAG;
    MuscleWeakness = "muscle_weakness", "muscle weakness", Symptoms, "", FLAG;
    AbnormalReflexes = "abnormal_reflexes", "abnormal reflexes", Symptoms, "", FLAG;
    GaitDisturbance = "gait_disturbance", "gait disturbance", Symptoms, "", FLAG;
    ImpairedPositionOrVibration = "impaired_position_or_vibration", "impaired position or vibration sense", Symptoms, "", FLAG;
    CognitiveChange = "cognitive_change", "cognitive change", Symptoms, "", FLAG;
    VisualChange = "visual_change", "visual change", Symptoms, "", FLAG;
    Glossitis = "glossitis", "glossitis", Symptoms, "", FLAG;
    Fatigue = "fatigue", "fatigue", Symptoms, "", FLAG;
    Depression = "depression", "depression", Symptoms, "", FLAG;
    SymptomDaysLastWeek = "symptom_days_last_week", "days with symptoms in the last week", Symptoms, "d", number(0.0, 7.0);
    HoursEarlier = "hours_earlier", "hours by which symptoms begin earlier than before treatment", Symptoms, "h", number(0.0, 24.0);
    ShorterLatency = "shorter_latency", "shorter latency to symptoms at rest", Symptoms, "", FLAG;
    Spread = "spread", "spread to other parts of the body", Symptoms, "", FLAG;
    GreaterIntensity = "greater_intensity", "greater intensity", Symptoms, "", FLAG;
    ShorterRelief = "shorter_relief", "shorter relief from treatment", Symptoms, "", FLAG;
    ParadoxicalResponse = "paradoxical_response", "worse after a higher dose and better after a lower one", Symptoms, "", FLAG;
    PreviousResponse = "previous_response", "earlier response to dopaminergic treatment", Symptoms, "", FLAG;
    ExplainedOtherwise = "explained_otherwise", "worsening explained by something else", Symptoms, "", FLAG;

    Fever = "fever", "fever", Symptoms, "", FLAG;
    Drowsiness = "drowsiness", "drowsiness", Symptoms, "", FLAG;
    Confusion = "confusion", "confusion", Symptoms, "", FLAG;
    Myoclonus = "myoclonus", "myoclonus", Symptoms, "", FLAG;
    Falls = "falls", "falls", Symptoms, "", FLAG;
    InnerRestlessness = "inner_restlessness", "inner restlessness", Symptoms, "", FLAG;
    ExtensorPlantars = "extensor_plantars", "extensor plantar responses", Symptoms, "", FLAG;
    Constipation = "constipation", "constipation", Symptoms, "", FLAG;
    MimicPositional = "mimic_positional", "discomfort from one posture, which ends with a change of position, as an explanation of the symptoms", Symptoms, "", Kind::Choice(Mimics::CODES);
    MimicCramps = "mimic_cramps", "leg cramps, as an explanation of the symptoms", Symptoms, "", Kind::Choice(Mimics::CODES);
    MimicFootTapping = "mimic_foot_tapping", "habitual foot tapping, as an explanation of the symptoms", Symptoms, "", Kind::Choice(Mimics::CODES);
    MimicNeuropathy = "mimic_neuropathy", "peripheral neuropathy, as an explanation of the symptoms", Symptoms, "", Kind::Choice(Mimics::CODES);
    MimicRadiculopathy = "mimic_radiculopathy", "radiculopathy, as an explanation of the symptoms", Symptoms, "", Kind::Choice(Mimics::CODES);
    MimicArthritis = "mimic_arthritis", "arthritis, as an explanation of the symptoms", Symptoms, "", Kind::Choice(Mimics::CODES);
    MimicVenous = "mimic_venous", "venous disease of the legs, as an explanation of the symptoms", Symptoms, "", Kind::Choice(Mimics::CODES);
    MimicClaudication = "mimic_claudication", "claudication, as an explanation of the symptoms", Symptoms, "", Kind::Choice(Mimics::CODES);
    MimicAkathisia = "mimic_akathisia", "akathisia, as an explanation of the symptoms", Symptoms, "", Kind::Choice(Mimics::CODES);
    MimicHypotensiveAkathisia = "mimic_hypotensive_akathisia", "hypotensive akathisia, as an explanation of the symptoms", Symptoms, "", Kind::Choice(Mimics::CODES);
    MimicMyalgia = "mimic_myalgia", "myalgia, as an explanation of the symptoms", Symptoms, "", Kind::Choice(Mimics::CODES);
    MimicOtherMovement = "mimic_other_movement", "painful legs and moving toes, orthostatic tremor or leg stereotypy, as an explanation of the symptoms", Symptoms, "", Kind::Choice(Mimics::CODES);

    Breastfeeding = "breastfeeding", "breastfeeding", History, "", FLAG;
    Postmenopausal = "postmenopausal", "after the menopause", History, "", FLAG;
    PrimaryRls = "primary_rls", "primary restless legs syndrome", History, "", FLAG;
    ProvokedOnly = "provoked_only", "symptoms only while provoked (pregnancy, a medicine)", History, "", FLAG;
    Plmd = "plmd", "periodic limb movement disorder", History, "", FLAG;
    FamilyHistoryRls = "family_history_rls", "family history of restless legs syndrome", History, "", FLAG;
    OnsetAgeYears = "onset_age_years", "age at onset", History, "a", number(0.0, 130.0);
    Dialysis = "dialysis", "dialysis", History, "", FLAG;
    Esrd = "esrd", "end-stage renal disease", History, "", FLAG;
    Haemochromatosis = "haemochromatosis", "haemochromatosis", History, "", FLAG;
    HfeC282yHomozygous = "hfe_c282y_homozygous", "HFE C282Y homozygous", History, "", FLAG;
    IronOverload = "iron_overload", "iron overload", History, "", FLAG;
    TransfusionalOverload = "transfusional_overload", "iron overload from transfusions", History, "", FLAG;
    DisturbedIronUtilisation = "disturbed_iron_utilisation", "disturbed iron utilisation", History, "", FLAG;
    AnaemiaNotIronDeficient = "anaemia_not_iron_deficient", "anaemia not due to iron deficiency", History, "", FLAG;
    IvIronHypersensitivity = "iv_iron_hypersensitivity", "serious hypersensitivity to any parenteral iron", History, "", FLAG;
    Bacteraemia = "bacteraemia", "ongoing bacteraemia", History, "", FLAG;
    Infection = "infection", "acute or chronic infection", History, "", FLAG;
    LiverDiseaseWithOverload = "liver_disease_with_overload", "liver disease in which iron overload plays a part", History, "", FLAG;
    SevereAtopy = "severe_atopy", "severe atopy or asthma", History, "", FLAG;
    OralIronFailed = "oral_iron_failed", "no improvement after an adequate trial of oral iron", History, "", FLAG;
    OralIronNotTolerated = "oral_iron_not_tolerated", "oral iron not tolerated", History, "", FLAG;
    IronMalabsorption = "iron_malabsorption", "malabsorption of iron", History, "", FLAG;
    FasterResponseWanted = "faster_response_wanted", "a faster response is wanted", History, "", FLAG;
    IronDeficiencyAnaemia = "iron_deficiency_anaemia", "iron-deficiency anaemia", History, "", FLAG;
    RlsRefractory = "rls_refractory", "refractory restless legs syndrome", History, "", FLAG;
    Crohn = "crohn", "Crohn's disease", History, "", FLAG;
    UlcerativeColitis = "ulcerative_colitis", "ulcerative colitis", History, "", FLAG;
    Coeliac = "coeliac", "coeliac disease", History, "", FLAG;
    Gastrectomy = "gastrectomy", "gastrectomy", History, "", FLAG;
    BariatricSurgery = "bariatric_surgery", "bariatric surgery", History, "", FLAG;
    IlealResection = "ileal_resection", "resection of the terminal ileum", History, "", FLAG;
    AutoimmuneGastritis = "autoimmune_gastritis", "autoimmune gastritis", History, "", FLAG;
    PancreaticInsufficiency = "pancreatic_insufficiency", "pancreatic insufficiency", History, "", FLAG;
    Vegan = "vegan", "vegan diet", History, "", FLAG;
    Vegetarian = "vegetarian", "vegetarian diet", History, "", FLAG;
    NitrousOxide = "nitrous_oxide", "recreational nitrous oxide", History, "", FLAG;
    B12Replacement = "b12_replacement", "vitamin B12 replacement", History, "", FLAG;
    B12Cause = "b12_cause", "cause of vitamin B12 deficiency", History, "", Kind::Choice(B12Cause::CODES);
    CombinedContraceptive = "combined_contraceptive", "combined oral contraceptive", History, "", FLAG;
    Type1Diabetes = "type1_diabetes", "type 1 diabetes", History, "", FLAG;
    AutoimmuneThyroid = "autoimmune_thyroid", "autoimmune thyroid disease", History, "", FLAG;
    Sjogren = "sjogren", "Sjogren's syndrome", History, "", FLAG;
    FamilyHistoryB12 = "family_history_b12", "family history of vitamin B12 deficiency", History, "", FLAG;
    AbdominalRadiotherapy = "abdominal_radiotherapy", "abdominal or pelvic radiotherapy", History, "", FLAG;
    Malignancy = "malignancy", "malignancy", History, "", FLAG;
    Thalassaemia = "thalassaemia", "thalassaemia", History, "", FLAG;
    UntreatedOsa = "untreated_osa", "untreated obstructive sleep apnoea", History, "", FLAG;
    Alcohol = "alcohol", "alcohol", History, "", FLAG;
    Caffeine = "caffeine", "caffeine", History, "", FLAG;
    FcmBefore = "fcm_before", "earlier ferric carboxymaltose", History, "", FLAG;
    GestationalWeeks = "gestational_weeks", "weeks of pregnancy", History, "wk", number(0.0, 45.0);
    ChildbearingPotential = "childbearing_potential", "could become pregnant", History, "", FLAG;
    GestationalDiabetesBefore = "gestational_diabetes_before", "earlier gestational diabetes", History, "", FLAG;
    ParkinsonsDisease = "parkinsons_disease", "Parkinson's disease", History, "", FLAG;
    Psychosis = "psychosis", "psychosis, now or earlier", History, "", FLAG;
    BipolarDisorder = "bipolar_disorder", "bipolar disorder", History, "", FLAG;
    ImpulseControlDisorder = "impulse_control_disorder", "impulse control disorder, now or earlier", History, "", FLAG;
    Suicidality = "suicidality", "suicidal thoughts, now or earlier", History, "", FLAG;
    SubstanceUseDisorder = "substance_use_disorder", "substance use disorder, now or earlier", History, "", FLAG;
    SeizureDisorder = "seizure_disorder", "seizure disorder", History, "", FLAG;
    Adhd = "adhd", "attention deficit hyperactivity disorder", History, "", FLAG;
    RespiratoryDisease = "respiratory_disease", "lung disease or impaired breathing", History, "", FLAG;
    OsaTreated = "osa_treated", "treated obstructive sleep apnoea", History, "", FLAG;
    ValvularHeartDisease = "valvular_heart_disease", "valvular heart disease", History, "", FLAG;
    QtcMs = "qtc_ms", "corrected QT interval", History, "ms", number(200.0, 800.0);
    LiverImpairment = "liver_impairment", "liver impairment", History, "", Kind::Choice(LiverImpairment::CODES);
    SickleCellDisease = "sickle_cell_disease", "sickle cell disease", History, "", FLAG;
    Myeloproliferative = "myeloproliferative", "myeloproliferative neoplasm", History, "", FLAG;
    PolycythaemiaVera = "polycythaemia_vera", "polycythaemia vera", History, "", FLAG;
    Venesection = "venesection", "therapeutic venesection (not blood donation)", History, "", FLAG;
    Mgus = "mgus", "monoclonal gammopathy", History, "", FLAG;
    KidneyTransplant = "kidney_transplant", "kidney transplant", History, "", FLAG;
    SulfiteAllergy = "sulfite_allergy", "sulfite allergy", History, "", FLAG;
    NarrowAngleGlaucoma = "narrow_angle_glaucoma", "narrow-angle glaucoma", History, "", FLAG;
    Melanoma = "melanoma", "melanoma, now or earlier", History, "", FLAG;
    MriPlanned = "mri_planned", "magnetic resonance imaging planned", History, "", FLAG;
    EchocardiogramLastYear = "echocardiogram_last_year", "heart valves seen by echocardiogram in the last year", History, "", FLAG;
    ExclusivelyBreastfedInfant = "exclusively_breastfed_infant", "an infant fed by breast only", History, "", FLAG;
    MotherB12Risk = "mother_b12_risk", "an infant whose mother has a risk of vitamin B12 deficiency", History, "", FLAG;
    NitrousOxideAnaesthesia = "nitrous_oxide_anaesthesia", "nitrous oxide as an anaesthetic", History, "",
        Kind::Choice(NitrousOxideAnaesthesia::CODES);
    IvIronDaysAgo = "iv_iron_days_ago", "days since the last intravenous iron", History, "d", number(0.0, 36_500.0);
    IvIronProduct = "iv_iron_product", "product of the last intravenous iron", History, "", Kind::Choice(IvIronProduct::CODES);
    TransfusionDaysAgo = "transfusion_days_ago", "days since the last transfusion of red cells", History, "d", number(0.0, 36_500.0);

    MedicineLowersB12 = "medicine_lowers_b12", "a medicine that lowers vitamin B12", Medicines, "", FLAG;
    MedicineExacerbatesRls = "medicine_exacerbates_rls", "a medicine that can worsen restless legs", Medicines, "", FLAG;
    MedicineDopaminergic = "medicine_dopaminergic", "a dopaminergic medicine", Medicines, "", FLAG;
    MedicineFolicAcid = "medicine_folic_acid", "folic acid", Medicines, "", FLAG;
    MedicineErythropoietic = "medicine_erythropoietic", "a medicine that makes red cells", Medicines, "", FLAG;
}

/// The knowledge version whose lists first held a fact, for those that the first version did not have.
const NEW_IN_2026_2: &[Fact] = &[
    Fact::Fever,
    Fact::Drowsiness,
    Fact::Confusion,
    Fact::Myoclonus,
    Fact::Falls,
    Fact::InnerRestlessness,
    Fact::ExtensorPlantars,
    Fact::Constipation,
    Fact::MimicPositional,
    Fact::MimicCramps,
    Fact::MimicFootTapping,
    Fact::MimicNeuropathy,
    Fact::MimicRadiculopathy,
    Fact::MimicArthritis,
    Fact::MimicVenous,
    Fact::MimicClaudication,
    Fact::MimicAkathisia,
    Fact::MimicHypotensiveAkathisia,
    Fact::MimicMyalgia,
    Fact::MimicOtherMovement,
    Fact::GestationalWeeks,
    Fact::ChildbearingPotential,
    Fact::GestationalDiabetesBefore,
    Fact::ParkinsonsDisease,
    Fact::Psychosis,
    Fact::BipolarDisorder,
    Fact::ImpulseControlDisorder,
    Fact::Suicidality,
    Fact::SubstanceUseDisorder,
    Fact::SeizureDisorder,
    Fact::Adhd,
    Fact::RespiratoryDisease,
    Fact::OsaTreated,
    Fact::ValvularHeartDisease,
    Fact::QtcMs,
    Fact::LiverImpairment,
    Fact::SickleCellDisease,
    Fact::Myeloproliferative,
    Fact::PolycythaemiaVera,
    Fact::Venesection,
    Fact::Mgus,
    Fact::KidneyTransplant,
    Fact::SulfiteAllergy,
    Fact::NarrowAngleGlaucoma,
    Fact::Melanoma,
    Fact::MriPlanned,
    Fact::EchocardiogramLastYear,
    Fact::ExclusivelyBreastfedInfant,
    Fact::MotherB12Risk,
    Fact::NitrousOxideAnaesthesia,
    Fact::IvIronDaysAgo,
    Fact::IvIronProduct,
    Fact::TransfusionDaysAgo,
];

impl Fact {
    /// Did this knowledge version ask for the fact already? A list that was complete then says nothing of later ones.
    pub fn is_known_to(self, version: KnowledgeVersion) -> bool {
        match version {
            KnowledgeVersion::V2026_1 => !NEW_IN_2026_2.contains(&self),
            KnowledgeVersion::V2026_2 => true,
        }
    }
}
