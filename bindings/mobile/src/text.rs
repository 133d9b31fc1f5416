//! English for every code, as the two packages ask for it, and lists for entry fields.

pub use ekbom::knowledge::texts::{CHOICES, Text, texts};

use ekbom::fact::medicine::Medicine;
use ekbom::knowledge::texts;
use ekbom::measure::analyte::Analyte;
use ekbom::measure::unit::Unit;

/// The English text of a code; none where the set has no such code. The two packages ask it for their `text`.
#[uniffi::export]
pub fn english(set: String, code: String) -> Option<String> {
    texts::english(&set, &code)
}

/// The names of every medicine of the catalogue, for an entry field.
#[uniffi::export]
pub fn medicine_names() -> Vec<String> {
    Medicine::all().map(|medicine| medicine.name().into()).collect()
}

/// The units in which a result of this analyte is accepted, the conventional one first.
#[uniffi::export]
pub fn accepted_units(analyte: Analyte) -> Vec<String> {
    analyte.info().units.iter().map(|own| own.unit.ucum().into()).collect()
}

/// The unit that a text spells, in any of the ways in which laboratories write it; none where it spells none of ours.
#[uniffi::export]
pub fn parse_unit(text: String) -> Option<String> {
    Unit::parse(&text).map(|unit| unit.ucum().into())
}

/// Version of the library.
#[uniffi::export]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").into()
}
