//! Codes of alerts that something else than their own trigger raises, or on which something else depends.

use crate::knowledge::code::AlertCode;

pub(crate) const CRITICAL_RESULT: &str = built_in(&AlertCode::CriticalResult);
pub(crate) const RESULT_FAR_OUT: &str = built_in(&AlertCode::ResultFarOut);
pub(crate) const URGENT_NEUROLOGICAL_B12: &str = built_in(&AlertCode::UrgentNeurologicalB12);
pub(crate) const IRON_WITHHELD: &str = built_in(&AlertCode::IronWithheld);
pub(crate) const CHECK_TSAT_BEFORE_IRON: &str = built_in(&AlertCode::CheckTsatBeforeIron);
pub(crate) const CONFIRM_NO_IRON_OVERLOAD: &str = built_in(&AlertCode::ConfirmNoIronOverload);
pub(crate) const IRON_SAFETY_OPEN: &str = built_in(&AlertCode::IronSafetyOpen);
pub(crate) const INFECTION_CAUTION: &str = built_in(&AlertCode::InfectionCaution);
pub(crate) const SEVERE_ATOPY_CAUTION: &str = built_in(&AlertCode::SevereAtopyCaution);
pub(crate) const RLS_NOT_CONFIRMED: &str = built_in(&AlertCode::RlsNotConfirmed);
pub(crate) const EXACERBATING_MEDICINE: &str = built_in(&AlertCode::ExacerbatingMedicine);
pub(crate) const SAMPLE_STALE: &str = built_in(&AlertCode::SampleStale);
pub(crate) const TOO_CLOSE_TO_CALL: &str = built_in(&AlertCode::TooCloseToCall);
pub(crate) const UNVERIFIED_SOURCE: &str = built_in(&AlertCode::UnverifiedSource);

const fn built_in(code: &AlertCode) -> &'static str {
    match code.built_in() {
        Some(code) => code,
        None => "",
    }
}
