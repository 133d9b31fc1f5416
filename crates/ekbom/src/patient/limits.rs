//! How much may be said of one patient: what is more is a mistake or an attack, and refused before it is worked on.
//! `docs/src/hostile-input.md` lists every limit, and a test holds it to these.

/// Bytes of a patient in JSON (4 MiB). The longest that makes sense, with [`MOST_LABS`] results of which everything is
/// said, has a seventh of it.
pub const MOST_BYTES: usize = 4_194_304;

/// Results.
pub const MOST_LABS: usize = 2000;

/// Medicines; also the entries of the other lists.
pub const MOST_MEDICINES: usize = 500;

/// Items of symptoms and history, said one by one: more than there are, since one may be said twice.
pub const MOST_ITEMS: usize = 1000;

/// Faults that are listed.
pub const MOST_FAULTS: usize = 200;

/// Characters of what was found that an error shows.
pub const MOST_SHOWN: usize = 80;

/// A text as an error shows it: a hostile one must not make a message of its own length.
pub(crate) fn short(text: &str) -> alloc::string::String {
    if text.chars().nth(MOST_SHOWN).is_none() {
        return text.into();
    }
    text.chars().take(MOST_SHOWN - 3).chain("...".chars()).collect()
}

/// Characters of the name of a medicine that is not known.
pub const MOST_NAME: usize = 200;
