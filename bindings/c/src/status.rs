//! How a call ended.

/// How a call ended. A number keeps its meaning for ever and is never used again for another; later versions may add
/// more, so treat an unknown one as a failure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u32)]
pub enum ekbom_status {
    /// It did what was asked.
    Ok = 0,
    /// A pointer is NULL where something is needed.
    NullPointer = 1,
    /// A string is not UTF-8.
    InvalidUtf8 = 2,
    /// A string or a list is longer than EKBOM_TEXT_MAX bytes, or longer than makes sense where it was given.
    TooLong = 3,
    /// There is no element of this index: how a loop over a list ends.
    OutOfRange = 4,
    /// There is none of this name in the list that was searched.
    NotFound = 5,
    /// An argument cannot be accepted: an unknown key, code, analyte or unit.
    InvalidArgument = 6,
    /// The patient cannot be accepted. The error lists every fault.
    InvalidPatient = 7,
    /// These are not rules.
    InvalidRules = 8,
    /// The library has a bug, and stopped. Please report it.
    Panic = 9,
    /// These are not the columns of a table by the Arrow C data interface, or not those that were promised.
    InvalidArrow = 10,
}

impl ekbom_status {
    const ALL: [(Self, &'static str, &'static str); 11] = [
        (Self::Ok, "ok", "it did what was asked"),
        (Self::NullPointer, "null_pointer", "a pointer is NULL where something is needed"),
        (Self::InvalidUtf8, "invalid_utf8", "a string is not UTF-8"),
        (Self::TooLong, "too_long", "a string or a list is too long"),
        (Self::OutOfRange, "out_of_range", "there is no element of this index"),
        (Self::NotFound, "not_found", "there is none of this name"),
        (Self::InvalidArgument, "invalid_argument", "an argument cannot be accepted"),
        (Self::InvalidPatient, "invalid_patient", "the patient cannot be accepted"),
        (Self::InvalidRules, "invalid_rules", "these are not rules"),
        (Self::Panic, "panic", "the library has a bug, and stopped"),
        (Self::InvalidArrow, "invalid_arrow", "these are not the columns that were promised"),
    ];
}

/// Its code and its meaning.
pub(crate) fn entry(status: u32) -> (&'static str, &'static str) {
    let own = ekbom_status::ALL.iter().find(|(own, ..)| *own as u32 == status);
    own.map_or(("unknown", "a status of a later version"), |(_, code, meaning)| (code, meaning))
}
