//! Names of medicines as people write them: what was meant, what has no bearing here, and what is no medicine.

use alloc::vec::Vec;

use super::limits::MOST_NAME;
use crate::fact::medicine::{Medicine, no_bearing, no_bearing_names};
use crate::measure::suggest::{named_in, one_slip};

/// The medicines of the catalogue that a name may mean: those that stand in it beside a dose or a salt, or the one that a
/// slip of the pen made of it. What may as well be a slip in the name of a medicine without bearing means none.
pub(super) fn meant(name: &str) -> Vec<&'static str> {
    let known =
        || Medicine::all().flat_map(|own| core::iter::once(own.name()).chain(own.synonyms().iter().copied()));
    let named = named_in(name, known());
    if !named.is_empty() {
        return named;
    }
    let slip = one_slip(name, known().chain(no_bearing_names()));
    slip.filter(|own| no_bearing(own).is_none() && !other_letter(name, own)).into_iter().collect()
}

/// `vitamin D` and `vitamin C`: a word that is one letter is another word, and no slip.
fn other_letter(one: &str, other: &str) -> bool {
    let pairs = one.split_whitespace().zip(other.split_whitespace());
    pairs.into_iter().any(|(one, other)| one.len().min(other.len()) < 3 && !one.eq_ignore_ascii_case(other))
}

/// What is written where no medicine is taken.
const NO_MEDICINE: &[&str] = &[
    "",
    "-",
    "--",
    "none",
    "nil",
    "no",
    "n/a",
    "na",
    "nka",
    "null",
    "nothing",
    "no medicines",
    "no medication",
    "no medications",
    "no meds",
    "not taking any",
];

pub(super) fn says_none(name: &str) -> bool {
    NO_MEDICINE.contains(&name.trim().to_ascii_lowercase().as_str())
}

/// Words beside a name that do not make it another medicine: salts, forms and how often it is taken.
const BESIDE: &[&str] = &[
    "hydrochloride",
    "hcl",
    "besylate",
    "besilate",
    "maleate",
    "mesylate",
    "mesilate",
    "tartrate",
    "succinate",
    "fumarate",
    "sodium",
    "potassium",
    "calcium",
    "acetate",
    "citrate",
    "phosphate",
    "sulfate",
    "sulphate",
    "tablet",
    "tablets",
    "tab",
    "tabs",
    "capsule",
    "capsules",
    "cap",
    "caps",
    "mg",
    "mcg",
    "ug",
    "g",
    "ml",
    "daily",
    "od",
    "bd",
    "tds",
    "bid",
    "tid",
    "qid",
    "nocte",
    "prn",
    "xl",
    "sr",
    "er",
    "xr",
    "mr",
    "oral",
    "once",
    "twice",
    "day",
    "a",
];

/// A real medicine of which nothing is said here, perhaps with its salt and its dose.
pub(super) fn without_bearing(name: &str) -> bool {
    if no_bearing(name).is_some() {
        return true;
    }
    if name.chars().count() > MOST_NAME {
        return false;
    }
    let known =
        Medicine::all().flat_map(|own| core::iter::once(own.name()).chain(own.synonyms().iter().copied()));
    // What is joined to it may be another medicine.
    if name.contains([',', '/', '+', ';', '&']) {
        return false;
    }
    let found = named_in(name, no_bearing_names());
    let Some(longest) = found.first().filter(|_| found.len() == 1 && named_in(name, known).is_empty()) else {
        return false;
    };
    let rest = name.to_ascii_lowercase().replacen(longest, " ", 1);
    let mut words = rest.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.all(|word| {
        let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
        unit.is_empty() || BESIDE.contains(&unit)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_salt_and_a_dose_change_nothing() {
        for name in
            ["amlodipine", "Amlodipine 5 mg", "amlodipine besylate 10mg once daily", "losartan potassium"]
        {
            assert!(without_bearing(name), "{name}");
        }
        for name in [
            "amlodipine/olmesartan",
            "amlodipine, quetiapine",
            "amlodipine moondust",
            "metformin 500 mg",
            "5 mg",
        ] {
            assert!(!without_bearing(name), "{name}");
        }
    }

    #[test]
    fn another_letter_is_another_vitamin() {
        assert_eq!(meant("vitamin F"), [""; 0]);
        assert_eq!(meant("vitamni c"), ["vitamin c"]);
        assert_eq!(meant("gabapentine"), ["gabapentin"]);
    }

    #[test]
    fn none_is_no_medicine() {
        assert!(["", " None ", "N/A", "nil"].into_iter().all(says_none));
        assert!(!["nilotinib", "iron"].into_iter().any(says_none));
    }
}
