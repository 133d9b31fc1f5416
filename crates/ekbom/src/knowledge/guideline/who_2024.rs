//! World Health Organization 2024: haemoglobin limits for anaemia, with the severity bands of 2011 that it keeps.
//!
//! Haemoglobin is compared unadjusted unless the elevation is given. A child under twelve is not asked for a pregnancy.

use crate::fact::{Fact, Person};
use crate::knowledge::question::BloodAnaemia as A;
use crate::logic::authoring::{
    Cite, Condition, GuidelineInfo, RuleData, TableData, all, any, at_least, below, cite, person, rule,
};
use crate::source::Verification::{Derived, Secondary, Unverified};

pub(super) const WHO_2024: GuidelineInfo = GuidelineInfo::new("who-2024", "World Health Organization 2024");

const LIMITS: &[Cite] = &[cite("WHO2024", "haemoglobin limits by age, sex and pregnancy")];
const SEVERITY: &[Cite] =
    &[cite("WHO2011", "severity bands"), cite("WHO2024", "no change to severity recommended")];
const T2_SEVERITY: &[Cite] =
    &[cite("WHO2011", "severity bands in pregnancy"), cite("WHO2024", "105 g/L in the second trimester")];
const INFANT_SEVERITY: &[Cite] = &[cite("OMS2024-CODE", "severity from 6 to 23 months")];

const INFANT: Condition = below(Fact::AgeYears, 2.0);
const T1_OR_T3: Condition = person(Person::PregnantT1.only().or(Person::PregnantT3.only()));
const T2: Condition = person(Person::PregnantT2.only());
const ADULT_WOMAN: Condition =
    all(&[at_least(Fact::AgeYears, 15.0), person(Person::FemaleNotPregnant.only())]);
const ADULT_MAN: Condition = all(&[at_least(Fact::AgeYears, 15.0), person(Person::Male.only())]);

/// One group below one limit.
macro_rules! band {
    ($name:literal, $group:expr, $limit:literal, $answer:expr, $verification:expr, $cites:expr) => {
        rule($name, all(&[$group, below(Fact::Haemoglobin, $limit)]), $answer, $verification, $cites)
    };
}

const fn none(name: &'static str, group: Condition) -> RuleData {
    rule(name, group, A::None.set(), Derived, LIMITS)
}

/// `blood.anaemia`
pub(super) const ANAEMIA: TableData = TableData {
    question: &A::QUESTION,
    guideline: &WHO_2024,
    rules: &[
        rule("under-six-months", below(Fact::AgeYears, 0.5), A::NotAddressed.set(), Derived, LIMITS),
        band!("infant-severe", INFANT, 70.0, A::Severe.set(), Secondary, INFANT_SEVERITY),
        band!("infant-moderate", INFANT, 95.0, A::Moderate.set(), Secondary, INFANT_SEVERITY),
        band!("infant-mild", INFANT, 105.0, A::Mild.set(), Secondary, INFANT_SEVERITY),
        none("infant-none", INFANT),
        band!("age-2-to-4", below(Fact::AgeYears, 5.0), 110.0, A::PresentUngraded.set(), Secondary, LIMITS),
        none("age-2-to-4-none", below(Fact::AgeYears, 5.0)),
        band!("age-5-to-11", below(Fact::AgeYears, 12.0), 115.0, A::PresentUngraded.set(), Secondary, LIMITS),
        none("age-5-to-11-none", below(Fact::AgeYears, 12.0)),
        band!("pregnant-severe", any(&[T1_OR_T3, T2]), 70.0, A::Severe.set(), Secondary, SEVERITY),
        band!("pregnant-t2-moderate", T2, 95.0, A::Moderate.set(), Derived, T2_SEVERITY)
            .note("Moderate by the bands of 2011 and by any reading of those of 2024."),
        band!("pregnant-t2-open", T2, 100.0, A::Mild.set().or(A::Moderate.set()), Unverified, T2_SEVERITY)
            .note("No source read says where mild begins in the second trimester: 95 or 100 g/L."),
        band!("pregnant-t2-mild", T2, 105.0, A::Mild.set(), Derived, T2_SEVERITY)
            .note("The limit is of 2024, where mild begins is of 2011."),
        none("pregnant-t2-none", T2),
        band!("pregnant-moderate", T1_OR_T3, 100.0, A::Moderate.set(), Secondary, SEVERITY),
        band!("pregnant-mild", T1_OR_T3, 110.0, A::Mild.set(), Secondary, SEVERITY),
        none("pregnant-none", T1_OR_T3),
        band!("woman-severe", ADULT_WOMAN, 80.0, A::Severe.set(), Secondary, SEVERITY),
        band!("woman-moderate", ADULT_WOMAN, 110.0, A::Moderate.set(), Secondary, SEVERITY),
        band!("woman-mild", ADULT_WOMAN, 120.0, A::Mild.set(), Secondary, SEVERITY),
        none("woman-none", ADULT_WOMAN),
        band!("man-severe", ADULT_MAN, 80.0, A::Severe.set(), Secondary, SEVERITY),
        band!("man-moderate", ADULT_MAN, 110.0, A::Moderate.set(), Secondary, SEVERITY),
        band!("man-mild", ADULT_MAN, 130.0, A::Mild.set(), Secondary, SEVERITY),
        none("man-none", ADULT_MAN),
        rule("age-12-to-14", below(Fact::Haemoglobin, 120.0), A::PresentUngraded.set(), Secondary, LIMITS),
        none("otherwise", Condition::Always),
    ],
};
