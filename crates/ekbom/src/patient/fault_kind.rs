//! What sort of thing is wrong with a patient: one code for each cause, for programs that translate or react.

use core::fmt;

use serde::{Serialize, Serializer};

macro_rules! kinds {
    ($($(#[$meta:meta])* $variant:ident = $code:literal,)+) => {
        /// The cause of a fault. A code never changes its meaning; later versions may know more of them.
        ///
        /// With the field, the value and what is accepted it says everything that the English message says.
        ///
        /// ```
        /// use ekbom::Patient;
        /// use ekbom::patient::FaultKind;
        /// let errors = Patient::from_json(r#"{"labs": [{"analyte": "ferritin", "value": 38}]}"#).unwrap_err();
        /// assert_eq!(errors.errors()[0].kind(), FaultKind::UnitMissing);
        /// assert_eq!(FaultKind::UnitMissing.code(), "unit_missing");
        /// ```
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[non_exhaustive]
        pub enum FaultKind {
            $($(#[$meta])* $variant,)+
        }

        impl FaultKind {
            /// Every one, in the order of this page.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The stable code.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }
        }
    };
}

kinds! {
    /// The text is no JSON.
    NotJson = "not_json",
    /// The bytes are no text.
    NotText = "not_text",
    /// A document or a name is longer than what is read.
    TooLong = "too_long",
    /// A list has more entries than are read.
    TooMany = "too_many",
    /// There are more faults than are listed.
    MoreFaults = "more_faults",
    /// A number is larger than numbers can be.
    NumberTooLarge = "number_too_large",
    /// Another type of value was expected: a list, an object, a number.
    WrongType = "wrong_type",
    /// A number is given as a text, or with its sign or its unit in the same text.
    NumberAsText = "number_as_text",
    /// A range is given where one number is expected.
    RangeAsNumber = "range_as_number",
    /// A flag such as `H` is given where a number is expected.
    FlagAsNumber = "flag_as_number",
    /// A key that nobody knows.
    UnknownKey = "unknown_key",
    /// A key that is given twice.
    KeyTwice = "key_twice",
    /// A text that is none of the accepted codes.
    UnknownCode = "unknown_code",
    /// A name that is none of an analyte.
    UnknownAnalyte = "unknown_analyte",
    /// A name that is none of a medicine of the catalogue.
    UnknownMedicine = "unknown_medicine",
    /// A text that says that there is no medicine.
    NoMedicine = "no_medicine",
    /// A text that says that there is no result.
    NoResult = "no_result",
    /// A result that would count in the place of a newer one, which was set aside.
    NewerSetAside = "newer_set_aside",
    /// A result of which whoever read it says that it is in doubt.
    Doubted = "doubted",
    /// Something that is needed is not given.
    Missing = "missing",
    /// A result is given without its unit.
    UnitMissing = "unit_missing",
    /// The analyte, or this number of it, cannot be in the unit.
    UnitNotAccepted = "unit_not_accepted",
    /// A finding such as `positive` is expected, and an amount is given.
    FindingAsAmount = "finding_as_amount",
    /// An amount is expected, and a finding is given.
    AmountAsFinding = "amount_as_finding",
    /// A number lies outside what is accepted.
    OutOfRange = "out_of_range",
    /// A number that no quantity has: below zero, or none at all.
    NotAQuantity = "not_a_quantity",
    /// No sample has this value.
    Impossible = "impossible",
    /// A value that is more often another unit's: to be confirmed.
    Unlikely = "unlikely",
    /// An interval whose ends are missing or in the wrong order.
    NotAnInterval = "not_an_interval",
    /// A fact is stated in a way that it is not stated in: a number as yes or no, a choice as a number.
    WrongSort = "wrong_sort",
    /// The same is said twice, and differently.
    SaidTwoWays = "said_two_ways",
    /// The scores of the IRLS are not ten from 0 to 4.
    IrlsScores = "irls_scores",
    /// A medicine is planned, and is said to be taken.
    PlannedAndTaken = "planned_and_taken",
    /// A number that no limit of a laboratory is.
    NotALimit = "not_a_limit",
    /// Limits of the laboratory that are in the wrong order.
    LimitsOutOfOrder = "limits_out_of_order",
    /// A grey zone is given without the limit from which it goes.
    GreyZoneWithoutLow = "grey_zone_without_low",
    /// A limit that laboratories do not print.
    LimitNotCredible = "limit_not_credible",
    /// An interval that is printed in another unit.
    LimitsOfAnotherUnit = "limits_of_another_unit",
    /// Two results of one day that do not go together.
    ResultsContradict = "results_contradict",
    /// Two saturations of one day that disagree.
    SaturationsDisagree = "saturations_disagree",
    /// Two results of one analyte and one day.
    TwoResultsOfOneDay = "two_results_of_one_day",
    /// Of two results of one analyte it is not known which is the newer.
    DayMissing = "day_missing",
    /// A trimester or weeks of a pregnancy that is denied.
    PregnancyDenied = "pregnancy_denied",
    /// Weeks of pregnancy that lie in another trimester.
    WeeksOutsideTrimester = "weeks_outside_trimester",
    /// Pregnant, and male without a word on whose limits apply.
    PregnantMale = "pregnant_male",
    /// After the menopause, and pregnant.
    PostmenopausalPregnant = "postmenopausal_pregnant",
    /// After the menopause, and male without a word on whose limits apply.
    PostmenopausalMale = "postmenopausal_male",
    /// Symptoms that are older than the patient.
    LongerThanLife = "longer_than_life",
    /// Extensor plantars, and yet no abnormal reflexes.
    ReflexesDenied = "reflexes_denied",
    /// The mimics as a whole do not fit one of them.
    MimicsContradict = "mimics_contradict",
    /// A medicine is taken for a disease that is denied.
    IndicationDenied = "indication_denied",
    /// The history denies what the medicines say.
    MedicineDenied = "medicine_denied",
    /// A document of FHIR in a shape, or of a version, that is not read.
    NotReadAsFhir = "not_read_as_fhir",
    /// A server says that its answer is not whole.
    AnswerNotWhole = "answer_not_whole",
    /// It is not clear whose record this is.
    SubjectUnclear = "subject_unclear",
    /// The person is dead.
    PersonIsDead = "person_is_dead",
    /// What only another door can tell; its message does.
    Other = "other",
}

impl FaultKind {
    /// By its code; `None` for one of a later version.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|own| own.code() == code)
    }
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

crate::source::known::coded! { FaultKind = Self::from_code, Self::code; }

impl Serialize for FaultKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::FaultKind;
    use std::collections::BTreeSet;

    #[test]
    fn every_code_is_of_one_kind_and_reads_back() {
        let codes: BTreeSet<&str> = FaultKind::ALL.iter().map(|kind| kind.code()).collect();
        assert_eq!(codes.len(), FaultKind::ALL.len());
        for kind in FaultKind::ALL {
            assert_eq!(FaultKind::from_code(kind.code()), Some(*kind));
        }
    }
}
