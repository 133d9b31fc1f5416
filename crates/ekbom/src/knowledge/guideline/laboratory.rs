//! The laboratory's own limits, where its report gives them.
//!
//! Limits do not transfer between analysers, so a laboratory that prints its own is a position of its own.

use super::shared::{CHILD, PREGNANT};
use super::shared_b12::{NITROUS_OXIDE_INFERRED, REPLACEMENT_INFERRED, SHIFTS};
use super::shared_folate::FOLATE_BEFORE_B12;
use crate::fact::{Band, Fact};
use crate::knowledge::question::{
    B12FirstLine as A, Calcium, ElectrolytesMagnesium, ElectrolytesPhosphate, ElectrolytesPotassium,
    ElectrolytesSodium, FolateStatus, Thyroid,
};
use crate::logic::authoring::{
    Cite, Condition, GuidelineInfo, TableData, against_own_limits, all, any, cite, not, own_limits_given,
    rule,
};
use crate::source::Verification::Derived;

pub(super) const LABORATORY: GuidelineInfo = GuidelineInfo::new("laboratory", "The laboratory's own limits");

const OWN: &[Cite] = &[
    cite("CESANA2025", "thresholds are not applicable to all assays"),
    cite("ANDERSEN2023", "reference intervals by analyser"),
];

const TOTAL_COUNTS: Condition = all(&[not(&PREGNANT), own_limits_given(Fact::B12Total)]);
const ACTIVE_COUNTS: Condition = all(&[not(&TOTAL_COUNTS), own_limits_given(Fact::Holotc)]);

/// The marker that counts lies in this band of its own laboratory.
macro_rules! counts_as {
    ($band:expr) => {
        any(&[
            all(&[TOTAL_COUNTS, against_own_limits(Fact::B12Total, $band)]),
            all(&[ACTIVE_COUNTS, against_own_limits(Fact::Holotc, $band)]),
        ])
    };
}

/// `b12.first_line`
pub(super) const FIRST_LINE: TableData = TableData {
    question: &A::QUESTION,
    guideline: &LABORATORY,
    rules: &[
        rule("child", CHILD, A::NotAddressed.set(), Derived, OWN),
        REPLACEMENT_INFERRED,
        NITROUS_OXIDE_INFERRED,
        rule("no-own-limits", not(&any(&[TOTAL_COUNTS, ACTIVE_COUNTS])), A::NotAddressed.set(), Derived, OWN)
            .note("In pregnancy only active B12 counts."),
        rule("below-own-limit", counts_as!(Band::Low), A::Deficient.set(), Derived, OWN).flags(SHIFTS),
        rule("in-own-grey-zone", counts_as!(Band::Grey), A::Indeterminate.set(), Derived, OWN).flags(SHIFTS),
        rule("above", Condition::Always, A::Unlikely.set(), Derived, OWN).flags(SHIFTS),
    ],
};

const FOLATE_OWN: &[Cite] = &[
    cite("APARICIO2015", "limits in use differ several-fold"),
    cite("BSH2014", "serum folate is the first-line test"),
];
const SERUM_COUNTS: Condition = own_limits_given(Fact::FolateSerum);

/// The folate that counts lies in this band of its own laboratory: serum where its limits are given, else red cells.
macro_rules! folate_is {
    ($band:expr) => {
        any(&[
            against_own_limits(Fact::FolateSerum, $band),
            all(&[not(&SERUM_COUNTS), against_own_limits(Fact::FolateRbc, $band)]),
        ])
    };
}

/// `folate.status`
pub(super) const FOLATE: TableData = TableData {
    question: &FolateStatus::QUESTION,
    guideline: &LABORATORY,
    rules: &[
        rule("child", CHILD, FolateStatus::NotAddressed.set(), Derived, FOLATE_OWN),
        rule(
            "no-own-limits",
            not(&any(&[SERUM_COUNTS, own_limits_given(Fact::FolateRbc)])),
            FolateStatus::NotAddressed.set(),
            Derived,
            FOLATE_OWN,
        ),
        rule("below-own-limit", folate_is!(Band::Low), FolateStatus::Deficient.set(), Derived, FOLATE_OWN)
            .flags(&[FOLATE_BEFORE_B12]),
        rule("in-own-grey-zone", folate_is!(Band::Grey), FolateStatus::Borderline.set(), Derived, FOLATE_OWN)
            .flags(&[FOLATE_BEFORE_B12]),
        rule("above", Condition::Always, FolateStatus::Sufficient.set(), Derived, FOLATE_OWN),
    ],
};

/// A table that only says where a result lies in its laboratory's interval; the limits belong to it.
macro_rules! own_interval {
    ($(#[$meta:meta])* $table:ident, $question:ident, $fact:ident, $cites:expr) => {
        $(#[$meta])*
        pub(super) const $table: TableData = TableData {
            question: &$question::QUESTION,
            guideline: &LABORATORY,
            rules: &[
                rule("child", CHILD, $question::NotAddressed.set(), Derived, $cites),
                rule(
                    "no-own-limits",
                    not(&own_limits_given(Fact::$fact)),
                    $question::NotAddressed.set(),
                    Derived,
                    $cites,
                ),
                rule("low", against_own_limits(Fact::$fact, Band::Low), $question::Low.set(), Derived, $cites),
                rule("high", against_own_limits(Fact::$fact, Band::High), $question::High.set(), Derived, $cites),
                rule("in-range", Condition::Always, $question::InRange.set(), Derived, $cites),
            ],
        };
    };
}

const TSH: &[Cite] = &[
    cite("ARTICLE", "Practical Diagnostic Approach: TSH"),
    cite("HAMILTON2008", "the upper limit depends on the population"),
];
const CALCIUM_OWN: &[Cite] = &[
    cite("ARTICLE", "Practical Diagnostic Approach: calcium"),
    cite("CACORR", "adjustment for albumin is the laboratory's"),
];
const ELECTROLYTES: &[Cite] = &[cite("ARTICLE", "Practical Diagnostic Approach: electrolytes")];

own_interval!(
    /// `thyroid`
    THYROID, Thyroid, Tsh, TSH
);
own_interval!(
    /// `calcium`: total or albumin-adjusted, as reported with its limits.
    CALCIUM, Calcium, Calcium, CALCIUM_OWN
);
own_interval!(
    /// `electrolytes.sodium`
    SODIUM, ElectrolytesSodium, Sodium, ELECTROLYTES
);
own_interval!(
    /// `electrolytes.potassium`
    POTASSIUM, ElectrolytesPotassium, Potassium, ELECTROLYTES
);
own_interval!(
    /// `electrolytes.magnesium`
    MAGNESIUM, ElectrolytesMagnesium, Magnesium, ELECTROLYTES
);
own_interval!(
    /// `electrolytes.phosphate`
    PHOSPHATE, ElectrolytesPhosphate, Phosphate, ELECTROLYTES
);
