//! The codes of acts.

use super::{BadCode, OwnCode, codes, doors};

codes! {
    /// The code of an act. Those that name something else are [`Other`](Self::Other): `critical:` with an analyte,
    /// `test:` with an analyte, `review:` with a medicine.
    ///
    /// ```
    /// use ekbom::ActCode;
    /// assert_eq!("b12_treat_now".parse(), Ok(ActCode::B12TreatNow));
    /// assert!(matches!("test:tsat".parse(), Ok(ActCode::Other(own)) if own.as_str() == "test:tsat"));
    /// ```
    ActCode {
        InfantUrgent = "infant_urgent",
        CopperLow = "copper_low",
        B12TreatNow = "b12_treat_now",
        TreatPhosphate = "treat_phosphate",
        StopIronTaken = "stop_iron_taken",
        Augmentation = "augmentation",
        B12Treat = "b12_treat",
        B12Trial = "b12_trial",
        Folate = "folate",
        OralIron = "oral_iron",
        IvIron = "iv_iron",
        TreatmentGabapentinEnacarbil = "treatment:gabapentin_enacarbil",
        TreatmentGabapentin = "treatment:gabapentin",
        TreatmentPregabalin = "treatment:pregabalin",
        ReferHaematology = "refer:haematology",
        ReferNephrology = "refer:nephrology",
        ReferObstetrics = "refer:obstetrics",
        ReferPaediatrics = "refer:paediatrics",
        ReferIron = "refer:iron",
        ReferNeurology = "refer:neurology",
        ReferPregnancyDeficiency = "refer:pregnancy_deficiency",
        HaemochromatosisWorkup = "haemochromatosis_workup",
        AskRlsCriteria = "ask:rls_criteria",
        AskIronOverload = "ask:iron_overload",
        AskOralIron = "ask:oral_iron",
        AskRecentIron = "ask:recent_iron",
        AskKidneyFailure = "ask:kidney_failure",
        AskPregnancy = "ask:pregnancy",
        AskNeurologicalSigns = "ask:neurological_signs",
        AskNitrousOxide = "ask:nitrous_oxide",
        AskB12Replacement = "ask:b12_replacement",
        AskB12Cause = "ask:b12_cause",
        AskParkinsonsDisease = "ask:parkinsons_disease",
        AskMedicines = "ask:medicines",
        AskAugmentation = "ask:augmentation",
        AskDistress = "ask:distress",
        AskAge = "ask:age",
        NoIron = "no_iron",
        DeferIron = "defer_iron",
        RlsNotMet = "mind:rls_not_met",
        ParkinsonsTreatment = "mind:parkinsons_treatment",
        AddressUntreatedOsa = "address:untreated_osa",
        AddressAlcohol = "address:alcohol",
        AddressCaffeine = "address:caffeine",
        FolateBeforeB12 = "mind:folate_before_b12",
    }
}
