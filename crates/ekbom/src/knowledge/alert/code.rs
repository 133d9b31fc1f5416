//! Codes of alerts that something else than their own trigger raises, or on which something else depends.

pub(crate) const CRITICAL_RESULT: &str = "critical_result";
pub(crate) const RESULT_FAR_OUT: &str = "result_far_out";
pub(crate) const URGENT_NEUROLOGICAL_B12: &str = "urgent_neurological_b12";
pub(crate) const IRON_WITHHELD: &str = "iron_withheld";
pub(crate) const CHECK_TSAT_BEFORE_IRON: &str = "check_tsat_before_iron";
pub(crate) const CONFIRM_NO_IRON_OVERLOAD: &str = "confirm_no_iron_overload";
pub(crate) const IRON_SAFETY_OPEN: &str = "iron_safety_open";
pub(crate) const INFECTION_CAUTION: &str = "infection_caution";
pub(crate) const SEVERE_ATOPY_CAUTION: &str = "severe_atopy_caution";
pub(crate) const RLS_NOT_CONFIRMED: &str = "rls_not_confirmed";
pub(crate) const EXACERBATING_MEDICINE: &str = "exacerbating_medicine";
pub(crate) const SAMPLE_STALE: &str = "sample_stale";
pub(crate) const TOO_CLOSE_TO_CALL: &str = "too_close_to_call";
pub(crate) const UNVERIFIED_SOURCE: &str = "unverified_source";
