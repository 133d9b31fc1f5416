//! American Academy of Sleep Medicine 2025: iron therapy in restless legs syndrome.
//!
//! Adults: oral or intravenous iron at ferritin <= 75 ng/mL or transferrin saturation < 20 %, only intravenous iron
//! "between 75 and 100 ng/mL". Children: ferritin < 50 ng/mL. End-stage renal disease has a recommendation of its own,
//! whose `and` must not be re-admitted by the adults' `or`, so it is split off whole before them: by dialysis, or where it
//! is stated. An eGFR below 15 alone does not say which of the two recommendations speaks, so that both stay.

use super::shared::{CHILD, EGFR_BELOW_15, ESRD_STATED, PREGNANT, UNDER_TWO};
use crate::fact::Fact;
use crate::knowledge::question::{IronTherapy as A, RlsExacerbatingFactor, RlsExacerbatingMedicine};
use crate::logic::authoring::{
    Cite, Condition, Flag, Grade, GuidelineInfo, RuleData, TableData, all, any, at_least, at_most, below,
    cite, not, reported, rule, yes,
};
use crate::logic::question::QuestionInfo;
use crate::source::Verification::{Derived, Original, Secondary, Unverified};

pub(super) const AASM_2025: GuidelineInfo =
    GuidelineInfo::new("aasm-2025", "American Academy of Sleep Medicine 2025");

const IRON: &QuestionInfo = &A::QUESTION;
const GPS1: &[Cite] = &[cite("AASM2025", "good practice statement 1")];
const ESRD_CITE: &[Cite] = &[
    cite("AASM2025", "recommendation on intravenous iron sucrose in end-stage renal disease"),
    cite("DRORACLE143514", "account of the recommendations"),
    cite("DRORACLE745894", "account of the recommendations"),
];

const EITHER: &[Cite] = &[
    cite("AASM2025", "good practice statement 1"),
    cite("AASM2025", "recommendation on intravenous iron sucrose in end-stage renal disease"),
    cite("KDIGO", "G5 is below 15 or dialysis"),
];

/// Only the eGFR says so: the trials behind the recommendation were in haemodialysis.
const BY_EGFR: Flag = Flag::always("esrd_by_egfr");
const AT_100: Flag = Flag::when("boundary_unspecified", at_least(Fact::Ferritin, 100.0));
const OVERLAP: Flag = Flag::when("clauses_overlap", below(Fact::Tsat, 20.0));
const LITERAL: Flag = Flag::always("literal_or_above_100");
const POORLY_ABSORBED: Flag = Flag::always("oral_poorly_absorbed");
const BEYOND_TRIALS: Flag = Flag::when("beyond_trial_range", at_least(Fact::Ferritin, 300.0));
const ASK_FOR_CRP: Flag = Flag::when("ask_for_crp", not(&reported(Fact::Crp)));

const SUCROSE_LIMITS: Condition = all(&[below(Fact::Ferritin, 200.0), below(Fact::Tsat, 20.0)]);

/// The adults' answer or the one for end-stage renal disease, where only the eGFR speaks for the latter.
const fn open_by_egfr(
    name: &'static str,
    when: Condition,
    adult: A,
    esrd: A,
    flags: &'static [Flag],
) -> RuleData {
    rule(name, when, adult.set().or(esrd.set()), Derived, EITHER)
        .flags(flags)
        .note("An eGFR below 15 alone: whether this is treated, acute or chronic decides which recommendation speaks.")
}
const PREGNANCY: Flag = Flag::when("not_pregnancy_specific", PREGNANT);

const ADULT_GRADES: &[Grade] = &[
    Grade { action: "oral_iron", strength: "conditional", certainty: "moderate" },
    // For ferric carboxymaltose; other products are conditional, very low.
    Grade { action: "iv_iron", strength: "strong", certainty: "moderate" },
];
const CHILD_GRADES: &[Grade] =
    &[Grade { action: "oral_iron", strength: "conditional", certainty: "very_low" }];
const ESRD_GRADES: &[Grade] = &[Grade { action: "iv_iron", strength: "conditional", certainty: "moderate" }];

/// `iron.therapy`
pub(super) const IRON_THERAPY: TableData = TableData {
    question: IRON,
    guideline: &AASM_2025,
    rules: &[
        rule("under-two", UNDER_TWO, A::NotAddressed.set(), Derived, GPS1),
        rule(
            "child-stores-low",
            all(&[CHILD, below(Fact::Ferritin, 50.0)]),
            A::OralOrIv.set(),
            Secondary,
            GPS1,
        )
        .flags(&[Flag::always("check_product_licence_age")])
        .grades(CHILD_GRADES),
        rule("child-otherwise", CHILD, A::NotIndicated.set(), Derived, GPS1),
        rule(
            "esrd-stores-low",
            all(&[ESRD_STATED, SUCROSE_LIMITS]),
            A::IvSucrose.set(),
            Unverified,
            ESRD_CITE,
        )
        .flags(&[PREGNANCY])
        .grades(ESRD_GRADES),
        rule("esrd-otherwise", ESRD_STATED, A::NotAddressed.set(), Derived, ESRD_CITE)
            .flags(&[Flag::always("follow_renal_anaemia_guideline")]),
        open_by_egfr(
            "egfr-below-15-stores-low-both",
            all(&[EGFR_BELOW_15, at_most(Fact::Ferritin, 75.0), below(Fact::Tsat, 20.0)]),
            A::OralOrIv,
            A::IvSucrose,
            &[BY_EGFR, PREGNANCY],
        ),
        open_by_egfr(
            "egfr-below-15-stores-low",
            all(&[EGFR_BELOW_15, at_most(Fact::Ferritin, 75.0)]),
            A::OralOrIv,
            A::NotAddressed,
            &[BY_EGFR, PREGNANCY],
        ),
        open_by_egfr(
            "egfr-below-15-stores-intermediate-both",
            all(&[EGFR_BELOW_15, at_most(Fact::Ferritin, 100.0), below(Fact::Tsat, 20.0)]),
            A::IvOnly,
            A::IvSucrose,
            &[BY_EGFR, AT_100, Flag::always("clauses_overlap"), PREGNANCY],
        ),
        open_by_egfr(
            "egfr-below-15-stores-intermediate",
            all(&[EGFR_BELOW_15, at_most(Fact::Ferritin, 100.0)]),
            A::IvOnly,
            A::NotAddressed,
            &[BY_EGFR, AT_100, PREGNANCY],
        ),
        open_by_egfr(
            "egfr-below-15-saturation-low-both",
            all(&[EGFR_BELOW_15, SUCROSE_LIMITS]),
            A::OralOrIv,
            A::IvSucrose,
            &[BY_EGFR, LITERAL, POORLY_ABSORBED, ASK_FOR_CRP, PREGNANCY],
        ),
        open_by_egfr(
            "egfr-below-15-saturation-low",
            all(&[EGFR_BELOW_15, below(Fact::Tsat, 20.0)]),
            A::OralOrIv,
            A::NotAddressed,
            &[BY_EGFR, LITERAL, POORLY_ABSORBED, BEYOND_TRIALS, ASK_FOR_CRP, PREGNANCY],
        ),
        open_by_egfr(
            "egfr-below-15-otherwise",
            EGFR_BELOW_15,
            A::NotIndicated,
            A::NotAddressed,
            &[BY_EGFR, PREGNANCY],
        ),
        rule("stores-low", at_most(Fact::Ferritin, 75.0), A::OralOrIv.set(), Original, GPS1)
            .flags(&[PREGNANCY])
            .grades(ADULT_GRADES),
        rule("stores-intermediate", at_most(Fact::Ferritin, 100.0), A::IvOnly.set(), Secondary, GPS1)
            .flags(&[AT_100, OVERLAP, PREGNANCY])
            .grades(ADULT_GRADES),
        rule("saturation-low", below(Fact::Tsat, 20.0), A::OralOrIv.set(), Original, GPS1)
            .flags(&[LITERAL, POORLY_ABSORBED, BEYOND_TRIALS, ASK_FOR_CRP, PREGNANCY])
            .grades(ADULT_GRADES)
            .note("The literal reading of `or`; secondary summaries say generally not indicated above 100."),
        rule("otherwise", Condition::Always, A::NotIndicated.set(), Derived, GPS1).flags(&[PREGNANCY]),
    ],
};

const GPS2: &[Cite] =
    &[cite("AASM2025", "good practice statement 2"), cite("PRACTICEUPDATE", "exacerbating factors first")];

/// `rls.exacerbating_medicine`
pub(super) const EXACERBATING_MEDICINE: TableData = TableData {
    question: &RlsExacerbatingMedicine::QUESTION,
    guideline: &AASM_2025,
    rules: &[
        rule("child", CHILD, RlsExacerbatingMedicine::NotAddressed.set(), Derived, GPS2),
        rule(
            "listed",
            yes(Fact::MedicineExacerbatesRls),
            RlsExacerbatingMedicine::Review.set(),
            Secondary,
            GPS2,
        )
        .note("Which medicines count, and on what evidence, is in the catalogue of medicines."),
        rule("otherwise", Condition::Always, RlsExacerbatingMedicine::NoneFound.set(), Derived, GPS2),
    ],
};

/// `rls.exacerbating_factor`
pub(super) const EXACERBATING_FACTOR: TableData = TableData {
    question: &RlsExacerbatingFactor::QUESTION,
    guideline: &AASM_2025,
    rules: &[
        rule("child", CHILD, RlsExacerbatingFactor::NotAddressed.set(), Derived, GPS2),
        rule(
            "present",
            any(&[yes(Fact::Alcohol), yes(Fact::Caffeine), yes(Fact::UntreatedOsa)]),
            RlsExacerbatingFactor::Address.set(),
            Secondary,
            &[
                cite("AASM2025", "good practice statement 2"),
                cite("PRACTICEUPDATE", "alcohol and caffeine"),
                cite("DRORACLE859340", "obstructive sleep apnoea"),
            ],
        )
        .flags(&[
            Flag::when("because_alcohol", yes(Fact::Alcohol)),
            Flag::when("because_caffeine", yes(Fact::Caffeine)),
            Flag::when("because_untreated_osa", yes(Fact::UntreatedOsa)),
        ])
        .note("A prospective cohort found no association with caffeine, and lower risk with some alcohol."),
        rule("otherwise", Condition::Always, RlsExacerbatingFactor::NoneFound.set(), Derived, GPS2),
    ],
};
