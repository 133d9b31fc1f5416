//! Alerts on iron and what forbids it. Data only.

use super::conditions::ANAEMIA_PRESENT;
use super::{Alert, Severity, Trigger, alert, code};
use crate::fact::{Band, Fact, Person};
use crate::knowledge::advice::TSAT_LOW_ACUTE_PHASE;
use crate::knowledge::guideline::{ERYTHROCYTOSIS, INFECTION_DEFERS, IRON_AASM, IRON_BY_WHO};
use crate::knowledge::question::{IronDeficiency, IronTherapy};
use crate::logic::authoring::{against_own_limits, all, below, person, reported, yes};

pub(super) const IRON_WITHHELD: Alert = alert(
    code::IRON_WITHHELD,
    Severity::Caution,
    "A guideline would give iron, but a safety rule forbids it.",
    &[Fact::Ferritin, Fact::Tsat],
    Trigger::Never,
);

pub(super) const CHECK_TSAT_BEFORE_IRON: Alert = alert(
    code::CHECK_TSAT_BEFORE_IRON,
    Severity::Caution,
    "Measure transferrin saturation before giving iron: at 45 % or more iron is not given.",
    &[Fact::Tsat],
    Trigger::Never,
);

pub(super) const CONFIRM_NO_IRON_OVERLOAD: Alert = alert(
    code::CONFIRM_NO_IRON_OVERLOAD,
    Severity::Caution,
    "Before giving iron confirm that there is no haemochromatosis, iron overload or other stated reason against it.",
    &[Fact::Haemochromatosis, Fact::IronOverload],
    Trigger::Never,
);

pub(super) const IRON_SAFETY_OPEN: Alert = alert(
    code::IRON_SAFETY_OPEN,
    Severity::Caution,
    "Whether iron is safe is not yet determined.",
    &[],
    Trigger::Never,
);

pub(super) const ERYTHROCYTOSIS_ALERT: Alert = alert(
    "erythrocytosis",
    Severity::Caution,
    "Too many red cells, or polycythaemia vera: no iron for restless legs until a haematologist has seen it. Where blood is let on purpose, little iron is the aim.",
    &[Fact::Haemoglobin, Fact::Haematocrit, Fact::PolycythaemiaVera],
    Trigger::Certain(ERYTHROCYTOSIS),
);

pub(super) const IRON_DEFERRED_INFECTION: Alert = alert(
    "iron_deferred_infection",
    Severity::Caution,
    "An infection in which iron waits, by either route and for now: iron studies cannot be read, and a few weeks without iron cost little.",
    &[Fact::Infection, Fact::Bacteraemia, Fact::Crp, Fact::Fever],
    Trigger::Certain(INFECTION_DEFERS),
);

pub(super) const IRON_RECENT_IV: Alert = alert(
    "iron_recent_iv",
    Severity::Caution,
    "Iron studies soon after intravenous iron or a transfusion do not tell what is needed, though what is too high still stops iron: repeat 4 to 8 weeks after the last dose.",
    &[],
    Trigger::Never,
);

pub(super) const TSAT_LOW_ACUTE_PHASE_ALERT: Alert = alert(
    "tsat_low_acute_phase",
    Severity::Caution,
    "Transferrin saturation is low, but C-reactive protein is above 10 mg/L and ferritin 100 ng/mL or more: inflammation does this without want of iron. Repeat when C-reactive protein is 5 mg/L or less.",
    &[Fact::Tsat, Fact::Crp, Fact::Ferritin],
    Trigger::Certain(TSAT_LOW_ACUTE_PHASE),
);

pub(super) const PHOSPHATE_VERY_LOW_AFTER_FCM: Alert = alert(
    "phosphate_very_low_after_fcm",
    Severity::Urgent,
    "Phosphate below 0.65 mmol/L after ferric carboxymaltose: no further dose; look for bone pain, weakness and fractures, and treat with a specialist.",
    &[Fact::Phosphate, Fact::FcmBefore],
    Trigger::Certain(all(&[yes(Fact::FcmBefore), below(Fact::Phosphate, 0.65)])),
);

pub(super) const INFECTION_CAUTION: Alert = alert(
    code::INFECTION_CAUTION,
    Severity::Caution,
    "Iron needs caution in acute or chronic infection; in bacteraemia, with fever, or with C-reactive protein above 100 mg/L it waits, by either route.",
    &[Fact::Infection],
    Trigger::Never,
);

pub(super) const SEVERE_ATOPY_CAUTION: Alert = alert(
    code::SEVERE_ATOPY_CAUTION,
    Severity::Caution,
    "Intravenous iron needs caution in severe atopy or asthma.",
    &[Fact::SevereAtopy],
    Trigger::Never,
);

pub(super) const TSAT_ABOVE_100: Alert = alert(
    "tsat_above_100",
    Severity::Caution,
    "Transferrin saturation above 100 %: it occurs in iron poisoning and after intravenous iron. Repeat it, and do not give iron.",
    &[Fact::Tsat],
    Trigger::Never,
);

pub(super) const IRON_EXCEEDS_TIBC: Alert = alert(
    "iron_exceeds_tibc",
    Severity::Caution,
    "Serum iron exceeds the total iron-binding capacity: repeat both, and do not give iron.",
    &[Fact::Tsat],
    Trigger::Never,
);

pub(super) const HYPOPHOSPHATAEMIA_AFTER_FCM: Alert = alert(
    "hypophosphataemia_after_fcm",
    Severity::Caution,
    "Ferric carboxymaltose was given before, and phosphate is low or another course is possible: check phosphate.",
    &[Fact::FcmBefore, Fact::Phosphate],
    Trigger::All(&[
        Trigger::Certain(yes(Fact::FcmBefore)),
        Trigger::Any(&[
            Trigger::Certain(against_own_limits(Fact::Phosphate, Band::Low)),
            Trigger::CanBe(IRON_AASM, IronTherapy::OralOrIv.set().or(IronTherapy::IvOnly.set())),
        ]),
    ]),
);

pub(super) const FERRITIN_ASSAY_DEPENDENT: Alert = alert(
    "ferritin_assay_dependent",
    Severity::Info,
    "Ferritin differs between manufacturers: one assay reads about 60 % higher than another near the limits used here.",
    &[Fact::Ferritin],
    Trigger::Certain(reported(Fact::Ferritin)),
);

// FE-22.
pub(super) const IRON_DEFICIENCY_ANAEMIA_STANDS: Alert = alert(
    "iron_deficiency_anaemia_stands",
    Severity::Caution,
    "An iron-deficiency anaemia is a reason for iron of its own: look for blood loss. What is said of restless legs is not said of it.",
    &[Fact::Haemoglobin, Fact::Ferritin, Fact::IronDeficiencyAnaemia],
    Trigger::All(&[
        Trigger::Any(&[
            Trigger::Certain(yes(Fact::IronDeficiencyAnaemia)),
            Trigger::All(&[
                ANAEMIA_PRESENT,
                Trigger::Determined(IRON_BY_WHO, IronDeficiency::Deficient.set()),
            ]),
        ]),
        Trigger::Not(&Trigger::Certain(person(Person::PREGNANT))),
        Trigger::Not(&Trigger::Certain(yes(Fact::AnaemiaNotIronDeficient))),
    ]),
);
