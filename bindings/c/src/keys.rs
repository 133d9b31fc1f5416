//! The keys of a patient, and which function takes what is said under each.

use ekbom::fact::{Fact, Group, Kind};
use ekbom::measure::suggest::closest;
use ekbom::patient::PatientBuilder;

use crate::call::{Failure, short};

/// What can be said under a key.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Door {
    Flag,
    Number,
    Choice,
}

impl Door {
    const fn function(self) -> &'static str {
        match self {
            Self::Flag => "ekbom_patient_set_flag",
            Self::Number => "ekbom_patient_set_number",
            Self::Choice => "ekbom_patient_set_choice",
        }
    }
}

const KEYS: [(&str, Door); 11] = [
    ("age_years", Door::Number),
    ("elevation_m", Door::Number),
    ("cigarettes_per_day", Door::Number),
    ("pregnant", Door::Flag),
    ("ethnicity_black", Door::Flag),
    ("sex", Door::Choice),
    ("sex_for_reference", Door::Choice),
    ("trimester", Door::Choice),
    ("transferrin_factor", Door::Choice),
    ("unknown_medicines", Door::Choice),
    ("on_refusal", Door::Choice),
];

/// Every key of a patient that takes a single value, with its door.
pub(crate) fn keys() -> impl Iterator<Item = (&'static str, Door)> {
    let items = Fact::ALL
        .iter()
        .map(|fact| fact.info())
        .filter(|info| matches!(info.group, Group::Symptoms | Group::History));
    KEYS.into_iter().chain(items.map(|info| {
        let door = match info.kind {
            Kind::Flag => Door::Flag,
            Kind::Choice(_) => Door::Choice,
            _ => Door::Number,
        };
        (info.id, door)
    }))
}

/// How faults name what is said under a key.
pub(crate) fn field_of(key: &str) -> String {
    match PatientBuilder::field(key) {
        Some(field) => field,
        None if key.is_empty() => "key".to_owned(),
        None => short(key),
    }
}

/// Why a key is not taken at this door.
pub(crate) fn refused(key: &str, door: Door) -> Failure {
    let shown = short(key);
    let field = field_of(key);
    if let Some((_, other)) = keys().find(|(own, _)| *own == key) {
        let message = format!("`{shown}` is not said with {}", door.function());
        return Failure::argument(&field, key, message, vec![other.function().to_owned()]);
    }
    let accepted = match closest(key, keys().map(|(own, _)| own)) {
        Some(near) => vec![near.to_owned()],
        None => keys().filter(|(_, own)| *own == door).map(|(own, _)| own.to_owned()).collect(),
    };
    Failure::argument(&field, key, format!("`{shown}` is not a known key"), accepted)
}

pub(crate) fn item(key: &str, door: Door) -> Result<Fact, Failure> {
    let known = keys().any(|own| own == (key, door));
    Fact::from_id(key).filter(|_| known).ok_or_else(|| refused(key, door))
}
