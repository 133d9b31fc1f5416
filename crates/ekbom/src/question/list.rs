//! The questions and their answers. Data only.

use core::fmt;

use super::{Answer, AnswerSet, Question, UnknownAnswer, questions};

questions! {
    /// Are the diagnostic criteria met?
    RlsDiagnosis = "rls.diagnosis", "Are the diagnostic criteria of restless legs syndrome met?", compatible &[], {
        Met = "met": "all five criteria are met",
        NotMet = "not_met": "at least one criterion is not met",
    }
    /// Which course?
    RlsCourse = "rls.course", "Which course do the symptoms take?", compatible &[], {
        ChronicPersistent = "chronic_persistent": "on average at least twice a week over the past year",
        Intermittent = "intermittent": "on average less than twice a week over the past year, with at least five lifetime events",
        Unspecified = "unspecified": "neither specifier applies",
    }
    /// How severe?
    RlsSeverity = "rls.severity", "How severe are the symptoms?", compatible &[], {
        None = "none": "IRLS total 0",
        Mild = "mild": "IRLS total 1 to 10",
        Moderate = "moderate": "IRLS total 11 to 20",
        Severe = "severe": "IRLS total 21 to 30",
        VerySevere = "very_severe": "IRLS total 31 to 40",
    }
    /// Should iron be given for restless legs, and by which route?
    IronTherapy = "iron.therapy", "If this is restless legs syndrome: should iron be given, and by which route?",
        compatible &[
            (IronTherapy::Oral.set(), IronTherapy::OralOrIv.set()),
            (IronTherapy::IvOnly.set(), IronTherapy::OralOrIv.set()),
        ], {
        OralOrIv = "oral_or_iv": "oral or intravenous iron",
        Oral = "oral": "oral iron",
        IvOnly = "iv_only": "intravenous iron only",
        IvSucrose = "iv_sucrose": "intravenous iron sucrose",
        GreyZone = "grey_zone": "a grey zone: the source leaves it open",
        NotIndicated = "not_indicated": "iron is not indicated for restless legs",
    }
    /// Is anything known that forbids iron?
    IronSafety = "iron.safety", "Is there a reason not to give iron for restless legs?", compatible &[], {
        Clear = "clear": "no reason found",
        StopKnownOverload = "stop_known_overload": "no iron: overload, or an anaemia or disturbance in which iron does harm, is known",
        StopTsatCeiling = "stop_tsat_ceiling": "no iron: transferrin saturation is at or above 45 %; look for haemochromatosis",
        StopFerritinCeiling = "stop_ferritin_ceiling": "no iron: ferritin is above 300 ng/mL, beyond the range of the trials",
        StopIvOnly = "stop_iv_only": "no intravenous iron; oral iron is not affected",
    }
    /// What does the first-line test of vitamin B12 say?
    B12FirstLine = "b12.first_line", "What does the first-line vitamin B12 test say?", compatible &[], {
        Deficient = "deficient": "vitamin B12 deficiency",
        Indeterminate = "indeterminate": "vitamin B12 deficiency is possible: a second test decides",
        Unlikely = "unlikely": "vitamin B12 deficiency is unlikely",
    }
    /// What do the first and second-line tests of vitamin B12 say together?
    B12Status = "b12.status", "What do the first and second-line vitamin B12 tests say together?", compatible &[], {
        Deficient = "deficient": "vitamin B12 deficiency",
        DeficiencyUnlikely = "deficiency_unlikely": "vitamin B12 deficiency is unlikely, which is not the same as excluded",
    }
    /// Should vitamin B12 be tested?
    B12WhomToTest = "b12.whom_to_test", "Should vitamin B12 be tested?", compatible &[], {
        Test = "test": "test vitamin B12",
        NotPrompted = "not_prompted": "nothing here prompts a test",
    }
    /// Is there anaemia, and how severe?
    BloodAnaemia = "blood.anaemia", "Is there anaemia?", compatible &[], {
        None = "none": "no anaemia",
        Mild = "mild": "mild anaemia",
        Moderate = "moderate": "moderate anaemia",
        Severe = "severe": "severe anaemia",
        PresentUngraded = "present_ungraded": "anaemia; no severity bands are known for this age",
    }
    /// Are the red cells large?
    BloodMacrocytosis = "blood.macrocytosis", "Are the red cells large?", compatible &[], {
        Macrocytosis = "macrocytosis": "macrocytosis",
        None = "none": "no macrocytosis",
    }
    /// Which category of kidney function?
    KidneyStage = "kidney.stage", "Which category of glomerular filtration rate?", compatible &[], {
        G1 = "g1": "G1, 90 or more",
        G2 = "g2": "G2, 60 to 89",
        G3a = "g3a": "G3a, 45 to 59",
        G3b = "g3b": "G3b, 30 to 44",
        G4 = "g4": "G4, 15 to 29",
        G5 = "g5": "G5, below 15 or dialysis",
    }
}
