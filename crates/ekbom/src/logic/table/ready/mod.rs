//! Diagrams that come compiled: those of all conditions of the built-in knowledge, read from a file instead of made anew
//! in every process.
//!
//! A diagram is found by the [`fingerprint`] of the conditions that it was compiled from, in a file that belongs to one
//! catalogue of facts. What is not found is compiled, so that a file left behind by a change of the data makes the
//! start slower and no answer wrong; a test compiles everything afresh and compares
//! (`EKBOM_BLESS=1 cargo test -p ekbom --lib table::ready` writes the file).

mod fingerprint;
mod read;
#[cfg(test)]
mod write;

use alloc::boxed::Box;
use alloc::vec::Vec;

use once_cell::race::OnceBox;

use self::read::Reader;
use super::diagram::Diagram;
use crate::fact::NumberAxis;
use crate::logic::condition::Expression;

/// The first bytes of the file: what it is, and the version of its form.
const MAGIC: &[u8] = b"ekbom diagrams 1\n";

#[cfg(feature = "compiled")]
static FILE: &[u8] = include_bytes!("diagrams.bin");
#[cfg(not(feature = "compiled"))]
static FILE: &[u8] = &[];

static LIBRARY: OnceBox<Library> = OnceBox::new();

/// The file, opened: where each diagram begins.
struct Library {
    /// That of the built-in knowledge.
    hash: Option<u64>,
    /// The limits of all diagrams, each once.
    limits: Vec<(NumberAxis, f64)>,
    /// By fingerprint.
    places: Vec<(u64, &'static [u8])>,
}

impl Library {
    /// Empty where the file was made for other facts than those of this version, or is damaged.
    fn open(file: &'static [u8]) -> Self {
        let opened = Reader::new(file).library();
        opened.unwrap_or(Self { hash: None, limits: Vec::new(), places: Vec::new() })
    }

    fn find(&self, fingerprint: u64) -> Option<Diagram> {
        let place = self.places.binary_search_by_key(&fingerprint, |(own, _)| *own).ok()?;
        let (_, body) = self.places.get(place)?;
        Reader::new(body).diagram(&self.limits)
    }
}

fn library() -> Option<&'static Library> {
    #[cfg(test)]
    if write::recording() {
        return None;
    }
    Some(LIBRARY.get_or_init(|| Box::new(Library::open(FILE))))
}

/// The hash of the built-in knowledge, which would take as long as all the rest to make.
pub(crate) fn hash() -> Option<u64> {
    library()?.hash
}

/// The diagram of conditions of which the first that holds is taken, if the file has it.
pub(super) fn find(conditions: &[&Expression]) -> Option<Diagram> {
    let library = library().filter(|own| !own.places.is_empty())?;
    library.find(fingerprint::of(conditions))
}

/// A diagram was compiled: kept by the test that writes the file.
#[cfg_attr(not(test), expect(unused_variables, reason = "only the test that writes the file looks"))]
pub(super) fn made(conditions: &[&Expression], diagram: &Diagram) {
    #[cfg(test)]
    write::record(conditions, diagram);
}
