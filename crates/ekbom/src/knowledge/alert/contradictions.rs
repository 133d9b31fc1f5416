//! Alerts on statements that contradict each other. Data only.

use super::{Alert, Severity, Trigger, alert};
use crate::fact::{B12Cause, Fact, Options, Person};
use crate::logic::authoring::{all, any, at_least, below, is, person, yes};

pub(super) const PREGNANCY_AT_UNLIKELY_AGE: Alert = alert(
    "pregnancy_at_unlikely_age",
    Severity::Caution,
    "A pregnancy is stated at an age at which there is hardly one: ask whether the age and the pregnancy are right.",
    &[Fact::Person, Fact::AgeYears],
    Trigger::Certain(all(&[
        person(Person::PREGNANT),
        any(&[below(Fact::AgeYears, 10.0), at_least(Fact::AgeYears, 55.0)]),
    ])),
);

pub(super) const KIDNEY_FAILURE_CONTRADICTED: Alert = alert(
    "kidney_failure_contradicted",
    Severity::Caution,
    "Dialysis or end-stage renal disease is stated, and the filtration rate is too good for it: ask which is right. \
     Until then what is stated counts.",
    &[Fact::Dialysis, Fact::Esrd, Fact::Egfr],
    Trigger::Certain(any(&[
        all(&[yes(Fact::Dialysis), at_least(Fact::Egfr, 60.0)]),
        // KID-04.
        all(&[
            yes(Fact::Esrd),
            is(Fact::Dialysis, Options::NO),
            is(Fact::KidneyTransplant, Options::NO),
            at_least(Fact::Egfr, 30.0),
        ]),
    ])),
);

pub(super) const CREATININE_CONTRADICTS_DIALYSIS: Alert = alert(
    "creatinine_contradicts_dialysis",
    Severity::Caution,
    "Dialysis is stated, and the creatinine is that of healthy kidneys: ask which is right. Until then dialysis counts.",
    &[],
    Trigger::Never,
);

pub(super) const ANAEMIA_CONTRADICTED: Alert = alert(
    "anaemia_contradicted",
    Severity::Caution,
    "An iron-deficiency anaemia is stated, and that the anaemia is not due to iron deficiency: ask which is right, or \
     whether both are there. Until then iron is held back.",
    &[Fact::IronDeficiencyAnaemia, Fact::AnaemiaNotIronDeficient],
    Trigger::Certain(all(&[yes(Fact::IronDeficiencyAnaemia), yes(Fact::AnaemiaNotIronDeficient)])),
);

pub(super) const SLEEP_APNOEA_CONTRADICTED: Alert = alert(
    "sleep_apnoea_contradicted",
    Severity::Caution,
    "Sleep apnoea is stated as treated and as untreated: ask which holds. Until then it counts as untreated.",
    &[Fact::OsaTreated, Fact::UntreatedOsa],
    Trigger::Certain(all(&[yes(Fact::OsaTreated), yes(Fact::UntreatedOsa)])),
);

pub(super) const BACTERAEMIA_CONTRADICTED: Alert = alert(
    "bacteraemia_contradicted",
    Severity::Caution,
    "An ongoing bacteraemia is stated, and that there is no infection: ask which is right. Until then iron is deferred.",
    &[Fact::Bacteraemia, Fact::Infection],
    Trigger::Certain(all(&[yes(Fact::Bacteraemia), is(Fact::Infection, Options::NO)])),
);

pub(super) const CHILDBEARING_CONTRADICTED: Alert = alert(
    "childbearing_contradicted",
    Severity::Caution,
    "It is stated that she could become pregnant, and that she is after the menopause: ask which holds.",
    &[Fact::ChildbearingPotential, Fact::Postmenopausal],
    Trigger::Certain(all(&[yes(Fact::ChildbearingPotential), yes(Fact::Postmenopausal)])),
);

pub(super) const SEX_CONTRADICTED: Alert = alert(
    "sex_contradicted",
    Severity::Caution,
    "What only a woman has is stated of a man: ask whose reference limits hold.",
    &[Fact::Person, Fact::ChildbearingPotential, Fact::GestationalDiabetesBefore],
    Trigger::Certain(all(&[
        person(Person::Male.only()),
        any(&[yes(Fact::ChildbearingPotential), yes(Fact::GestationalDiabetesBefore)]),
    ])),
);

pub(super) const INFANT_CONTRADICTED: Alert = alert(
    "infant_contradicted",
    Severity::Caution,
    "What is asked of infants is stated of somebody older: ask whether it is of the patient.",
    &[Fact::AgeYears, Fact::ExclusivelyBreastfedInfant, Fact::MotherB12Risk],
    Trigger::Certain(all(&[
        at_least(Fact::AgeYears, 2.0),
        any(&[yes(Fact::ExclusivelyBreastfedInfant), yes(Fact::MotherB12Risk)]),
    ])),
);

pub(super) const B12_CAUSE_CONTRADICTED: Alert = alert(
    "b12_cause_contradicted",
    Severity::Caution,
    "A cause of vitamin B12 deficiency is named, and that there is no such thing is stated too: ask which is right.",
    &[Fact::B12Cause, Fact::AutoimmuneGastritis, Fact::Gastrectomy, Fact::IlealResection],
    Trigger::Certain(any(&[
        all(&[
            is(Fact::B12Cause, B12Cause::AutoimmuneGastritis.only()),
            is(Fact::AutoimmuneGastritis, Options::NO),
        ]),
        all(&[is(Fact::B12Cause, B12Cause::TotalGastrectomy.only()), is(Fact::Gastrectomy, Options::NO)]),
        all(&[
            is(Fact::B12Cause, B12Cause::CompleteTerminalIlealResection.only()),
            is(Fact::IlealResection, Options::NO),
        ]),
    ])),
);
