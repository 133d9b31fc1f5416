//! The codes of alerts.

use super::{BadCode, OwnCode, codes, doors};

codes! {
    /// The code of an alert, as [`ALERTS`](crate::knowledge::alert::ALERTS) lists them.
    ///
    /// ```
    /// use ekbom::AlertCode;
    /// assert_eq!("iron_withheld".parse(), Ok(AlertCode::IronWithheld));
    /// ```
    AlertCode {
        CriticalResult = "critical_result",
        UrgentNeurologicalB12 = "urgent_neurological_b12",
        InfantUrgent = "infant_urgent",
        IronWithheld = "iron_withheld",
        CheckTsatBeforeIron = "check_tsat_before_iron",
        ConfirmNoIronOverload = "confirm_no_iron_overload",
        IronSafetyOpen = "iron_safety_open",
        ResultFarOut = "result_far_out",
        Erythrocytosis = "erythrocytosis",
        IronDeferredInfection = "iron_deferred_infection",
        ResultsDisagree = "results_disagree",
        IronRecentIv = "iron_recent_iv",
        TsatLowAcutePhase = "tsat_low_acute_phase",
        PhosphateVeryLowAfterFcm = "phosphate_very_low_after_fcm",
        InfectionCaution = "infection_caution",
        SevereAtopyCaution = "severe_atopy_caution",
        RlsNotConfirmed = "rls_not_confirmed",
        TsatAbove100 = "tsat_above_100",
        IronExceedsTibc = "iron_exceeds_tibc",
        B12UnreliableN2o = "b12_unreliable_n2o",
        B12DiscordantTests = "b12_discordant_tests",
        B12SecondMarkerNeeded = "b12_second_marker_needed",
        B12NotLowUnreliable = "b12_not_low_unreliable",
        MmaKidneyUnknown = "mma_kidney_unknown",
        CopperLow = "copper_low",
        BloodCountDoesNotExcludeB12 = "blood_count_does_not_exclude_b12",
        B12DiscordantClinical = "b12_discordant_clinical",
        ExacerbatingMedicine = "exacerbating_medicine",
        DopaminergicAugmentationRisk = "dopaminergic_augmentation_risk",
        MimicsNotAssessed = "mimics_not_assessed",
        NeuropathyOverlapsRls = "neuropathy_overlaps_rls",
        FerritinUnreliableInflammation = "ferritin_unreliable_inflammation",
        B12OnReplacement = "b12_on_replacement",
        B12UnreliablePregnancy = "b12_unreliable_pregnancy",
        MmaUnreliableRenal = "mma_unreliable_renal",
        FolateBeforeB12 = "folate_before_b12",
        HypophosphataemiaAfterFcm = "hypophosphataemia_after_fcm",
        Hba1cUnreliable = "hba1c_unreliable",
        B12High = "b12_high",
        B12AssayDependent = "b12_assay_dependent",
        FerritinAssayDependent = "ferritin_assay_dependent",
        MacrocytosisMasked = "macrocytosis_masked",
        TooCloseToCall = "too_close_to_call",
        HbUnadjusted = "hb_unadjusted",
        SampleNotMorning = "sample_not_morning",
        SampleIronWithin24h = "sample_iron_within_24h",
        MedicineNotRecognised = "medicine_not_recognised",
        SampleStale = "sample_stale",
        ImplausibleConfirmed = "implausible_confirmed",
        ExtremeValue = "extreme_value",
        ReportedComputedClash = "reported_computed_clash",
        UnverifiedSource = "unverified_source",
    }
}
