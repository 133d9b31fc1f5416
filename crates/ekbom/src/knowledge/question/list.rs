//! The questions and their answers. Data only.

use core::fmt;

use crate::logic::question::{AnswerInfo, AnswerSet, QuestionInfo, UnknownAnswer, questions};

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
    /// Do the symptoms matter?
    RlsRelevance = "rls.relevance", "Are the symptoms clinically relevant?", compatible &[], {
        Relevant = "relevant": "clinically relevant",
        NotRelevant = "not_relevant": "not clinically relevant by this definition",
    }
    /// How severe?
    RlsSeverity = "rls.severity", "How severe are the symptoms?", compatible &[], {
        None = "none": "IRLS total 0",
        Mild = "mild": "IRLS total 1 to 10",
        Moderate = "moderate": "IRLS total 11 to 20",
        Severe = "severe": "IRLS total 21 to 30",
        VerySevere = "very_severe": "IRLS total 31 to 40",
    }
    /// Does the onset suggest a cause?
    RlsOnsetPattern = "rls.onset_pattern", "Does the onset suggest a secondary form?", compatible &[], {
        SecondaryMoreLikely = "secondary_more_likely": "onset in middle or later life without family history: a cause is more likely",
        NotSuggestive = "not_suggestive": "the onset does not suggest a cause, which excludes none",
    }
    /// Has treatment made the symptoms worse?
    RlsAugmentation = "rls.augmentation", "Has dopaminergic treatment brought augmentation?", compatible &[], {
        Augmentation = "augmentation": "augmentation",
        NoAugmentation = "no_augmentation": "the criteria of augmentation are not met",
    }
    /// Is a medicine here known to worsen restless legs?
    RlsExacerbatingMedicine = "rls.exacerbating_medicine", "Does a medicine make restless legs worse?", compatible &[], {
        Review = "review": "a medicine is known to bring on or worsen restless legs: review it with the prescriber",
        NoneFound = "none_found": "no such medicine",
    }
    /// Is something else known to worsen restless legs?
    RlsExacerbatingFactor = "rls.exacerbating_factor", "Does something else make restless legs worse?", compatible &[], {
        Address = "address": "alcohol, caffeine or untreated obstructive sleep apnoea can be making it worse: address it",
        NoneFound = "none_found": "none of them",
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
        StopKnownOverload = "stop_known_overload": "no iron for restless legs: overload, or an anaemia or disturbance in which iron does harm, is known",
        StopTsatCeiling = "stop_tsat_ceiling": "no iron for restless legs: transferrin saturation is at or above 45 %; look for haemochromatosis",
        StopErythrocytosis = "stop_erythrocytosis": "no iron for restless legs: too many red cells, or polycythaemia vera; a haematologist decides",
        StopFerritinCeiling = "stop_ferritin_ceiling": "no iron for restless legs: ferritin is above 300 ng/mL, beyond the range of the trials",
        DeferInfection = "defer_infection": "no iron for now, by either route: wait until the infection is over",
        StopIvOnly = "stop_iv_only": "no intravenous iron; oral iron is not affected",
    }
    /// Is there iron deficiency?
    IronDeficiency = "iron.deficiency", "Is there iron deficiency?", compatible &[
        (IronDeficiency::Deficient.set(), IronDeficiency::Mixed.set()),
        (IronDeficiency::Deficient.set(), IronDeficiency::PossibleWithInflammation.set()),
        (IronDeficiency::NotDeficient.set(), IronDeficiency::PossibleWithInflammation.set()),
        (IronDeficiency::NotDeficient.set(), IronDeficiency::AnaemiaOfInflammation.set()),
    ], {
        Deficient = "deficient": "iron deficiency",
        Mixed = "mixed": "iron deficiency and inflammation together",
        PossibleWithInflammation = "possible_with_inflammation": "iron deficiency is possible: inflammation raises ferritin",
        AnaemiaOfInflammation = "anaemia_of_inflammation": "the pattern of anaemia of inflammation",
        NotDeficient = "not_deficient": "no iron deficiency by these limits",
    }
    /// Is iron overload likely, or a test for it due?
    IronOverload = "iron.overload", "Is there iron overload, or should haemochromatosis be tested for?", compatible &[
        (IronOverload::OverloadProvisional.set(), IronOverload::HfeTest.set()),
    ], {
        OverloadProvisional = "overload_provisional": "provisional iron overload",
        HfeTest = "hfe_test": "test for HFE haemochromatosis",
        NoOverload = "no_overload": "the limits of this guideline are not reached",
    }
    /// What does the first-line test of vitamin B12 say?
    B12FirstLine = "b12.first_line", "What does the first-line vitamin B12 test say?", compatible &[], {
        Deficient = "deficient": "vitamin B12 deficiency",
        Indeterminate = "indeterminate": "vitamin B12 deficiency is possible: a second test decides",
        Unlikely = "unlikely": "vitamin B12 deficiency is unlikely",
    }
    /// What do the first and second-line tests of vitamin B12 say together?
    B12Status = "b12.status", "What do the first and second-line vitamin B12 tests say together?", compatible &[
        (B12Status::Deficient.set(), B12Status::Discordant.set()),
    ], {
        Deficient = "deficient": "vitamin B12 deficiency",
        DeficiencyUnlikely = "deficiency_unlikely": "vitamin B12 deficiency is unlikely, which is not the same as excluded",
        Discordant = "discordant": "the tests disagree: vitamin B12 deficiency is not ruled out",
    }
    /// Should vitamin B12 be tested?
    B12WhomToTest = "b12.whom_to_test", "Should vitamin B12 be tested?", compatible &[], {
        Test = "test": "test vitamin B12",
        NotPrompted = "not_prompted": "nothing here prompts a test",
    }
    /// How should vitamin B12 deficiency be treated?
    B12Treatment = "b12.treatment", "If vitamin B12 is deficient: by which route should it be replaced?", compatible &[
        (B12Treatment::Im.set(), B12Treatment::ImNeurological.set()),
        (B12Treatment::Trial.set(), B12Treatment::Im.set()),
        (B12Treatment::Trial.set(), B12Treatment::ImNeurological.set()),
        (B12Treatment::Trial.set(), B12Treatment::OralHighDose.set()),
    ], {
        Im = "im": "intramuscular vitamin B12",
        ImNeurological = "im_neurological": "intramuscular vitamin B12, the schedule for neurological involvement",
        OralHighDose = "oral_high_dose": "oral vitamin B12, 1 mg a day or more",
        OralDietary = "oral_dietary": "oral vitamin B12 in the low dose for dietary deficiency",
        NotIndicated = "not_indicated": "replacement is not indicated by these tests",
        Trial = "trial": "a trial of vitamin B12, judged by symptoms and a second marker",
    }
    /// Could a lack of vitamin B12 have a part in restless legs?
    B12Contribution = "b12.contribution", "Could vitamin B12 deficiency contribute to restless legs?", compatible &[], {
        NotAssessed = "not_assessed": "vitamin B12 was not assessed",
        LookAlike = "look_alike": "deficiency gives a neuropathy that imitates restless legs: examine; both may be present",
        Plausible = "plausible": "a plausible contributor: treat the deficiency for its own sake; whether the legs improve is not known",
        Possible = "possible": "possible: the deficiency itself must be settled, whatever the legs",
        Unlikely = "unlikely": "nothing here suggests it; the association in the literature is small",
    }
    /// Is folate deficient?
    FolateStatus = "folate.status", "Is there folate deficiency?", compatible &[], {
        Deficient = "deficient": "folate deficiency",
        Borderline = "borderline": "borderline folate, or possible deficiency",
        Sufficient = "sufficient": "folate is sufficient by these limits",
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
    /// Which category of albuminuria?
    KidneyAlbuminuria = "kidney.albuminuria", "Which category of albuminuria?", compatible &[], {
        A1 = "a1": "A1, below 30 mg/g or 3 mg/mmol",
        A2 = "a2": "A2, 30 to 300 mg/g or 3 to 30 mg/mmol",
        A3 = "a3": "A3, above 300 mg/g or 30 mg/mmol",
    }
    /// Could the symptoms be of renal origin?
    KidneyUraemicRls = "kidney.uraemic_rls", "Could restless legs be uraemic?", compatible &[], {
        Candidate = "candidate": "end-stage renal disease: uraemic restless legs are possible",
        Flag = "flag": "severely reduced kidney function: keep it in mind",
        No = "no": "kidney function does not suggest it",
    }
    /// Where does thyrotropin lie?
    Thyroid = "thyroid", "Where does thyrotropin lie in its laboratory's interval?", compatible &[], {
        Low = "low": "below the laboratory's interval",
        InRange = "in_range": "within the laboratory's interval, limits included",
        High = "high": "above the laboratory's interval",
    }
    /// Where does calcium lie?
    Calcium = "calcium", "Where does calcium, as reported, lie in its laboratory's interval?", compatible &[], {
        Low = "low": "below the laboratory's interval",
        InRange = "in_range": "within the laboratory's interval, limits included",
        High = "high": "above the laboratory's interval",
    }
    /// Where does sodium lie?
    ElectrolytesSodium = "electrolytes.sodium", "Where does sodium lie in its laboratory's interval?", compatible &[], {
        Low = "low": "below the laboratory's interval",
        InRange = "in_range": "within the laboratory's interval, limits included",
        High = "high": "above the laboratory's interval",
    }
    /// Where does potassium lie?
    ElectrolytesPotassium = "electrolytes.potassium", "Where does potassium lie in its laboratory's interval?", compatible &[], {
        Low = "low": "below the laboratory's interval",
        InRange = "in_range": "within the laboratory's interval, limits included",
        High = "high": "above the laboratory's interval",
    }
    /// Where does magnesium lie?
    ElectrolytesMagnesium = "electrolytes.magnesium", "Where does magnesium lie in its laboratory's interval?", compatible &[], {
        Low = "low": "below the laboratory's interval",
        InRange = "in_range": "within the laboratory's interval, limits included",
        High = "high": "above the laboratory's interval",
    }
    /// Where does phosphate lie?
    ElectrolytesPhosphate = "electrolytes.phosphate", "Where does phosphate lie in its laboratory's interval?", compatible &[], {
        Low = "low": "below the laboratory's interval",
        InRange = "in_range": "within the laboratory's interval, limits included",
        High = "high": "above the laboratory's interval",
    }
    /// Does HbA1c point to diabetes?
    Glycaemia = "glycaemia", "Where does glycated haemoglobin lie?", compatible &[], {
        Normal = "normal": "below the range of prediabetes",
        Prediabetes = "prediabetes": "the range of prediabetes (non-diabetic hyperglycaemia)",
        DiabetesRange = "diabetes_range": "the range of diabetes, which one result does not diagnose",
    }
}
