//! What became of each entry. Nothing is passed over in silence: what was not read is listed with its reason.

use serde::Serialize;

/// What became of a document.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct Ledger {
    /// The day as of which everything was read; none where no result had a date and none was given.
    pub as_of: Option<String>,
    /// Who chose that day: `caller`, or `newest_result`, or `none`.
    pub as_of_by: &'static str,
    /// How many days were looked back; 0 is for ever.
    pub look_back_days: u32,
    /// Is this the last page? A searchset with a link to the next page is not.
    pub last_page: bool,
    /// How many entries were read, skipped and refused.
    pub read: usize,
    /// Entries that say nothing that a rule reads, or nothing that holds now.
    pub skipped: usize,
    /// Entries that would have said something, and could not be trusted.
    pub refused: usize,
    /// What concerns more than one entry.
    pub notes: Vec<String>,
    /// The keys of the subjects, in the order of the patients.
    pub subjects: Vec<String>,
    /// Each entry, in the order of the document; a resource of several results has a line for each.
    pub entries: Vec<LedgerEntry>,
}

/// What became of one entry.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct LedgerEntry {
    /// Where it stands: `entry[3].resource`.
    pub path: String,
    /// The type of the resource.
    pub resource: String,
    /// The key of the subject; none where it has none of its own, or is not known.
    pub subject: Option<String>,
    /// Read, skipped or refused.
    pub outcome: Outcome,
    /// As what it was read: `labs.ferritin`, `history.crohn`.
    #[serde(rename = "as")]
    pub read_as: Option<String>,
    /// Why it was not read, or what is doubtful about it, as a code that stays the same.
    pub reason: Option<&'static str>,
    /// The same as a sentence; may be empty where it was read.
    pub says: String,
}

/// What became of an entry.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It stands in the patient.
    Read,
    /// It says nothing that a rule reads, or nothing that holds now.
    Skipped,
    /// It would have said something, and cannot be trusted: unknown.
    Refused,
}

/// Where an entry stands, and of what type it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) order: (usize, usize),
    pub(crate) path: String,
    pub(crate) resource: String,
}

impl Place {
    /// A part of it that is a result of its own.
    pub(crate) fn part(&self, part: usize) -> Self {
        Self {
            order: (self.order.0, part + 1),
            path: format!("{}.component[{part}]", self.path),
            resource: self.resource.clone(),
        }
    }
}

/// Why something is not read, or is read with a doubt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Why {
    pub(crate) reason: &'static str,
    pub(crate) says: String,
}

/// Short for a reason with its sentence.
pub(crate) fn why(reason: &'static str, says: impl Into<String>) -> Why {
    Why { reason, says: says.into() }
}

/// The ledger while it is written.
#[derive(Default)]
pub(crate) struct Book {
    entries: Vec<((usize, usize), LedgerEntry)>,
    pub(crate) notes: Vec<String>,
}

impl Book {
    pub(crate) fn read(
        &mut self,
        place: &Place,
        subject: &str,
        read_as: impl Into<String>,
        doubt: Option<Why>,
    ) {
        self.add(place, Some(subject), Outcome::Read, Some(read_as.into()), doubt);
    }
    pub(crate) fn skip(&mut self, place: &Place, subject: Option<&str>, why: Why) {
        self.add(place, subject, Outcome::Skipped, None, Some(why));
    }
    pub(crate) fn refuse(&mut self, place: &Place, subject: Option<&str>, why: Why) {
        self.add(place, subject, Outcome::Refused, None, Some(why));
    }

    pub(crate) fn note(&mut self, text: impl Into<String>) {
        let text = text.into();
        if !self.notes.contains(&text) {
            self.notes.push(text);
        }
    }

    fn add(
        &mut self,
        place: &Place,
        subject: Option<&str>,
        outcome: Outcome,
        read_as: Option<String>,
        why: Option<Why>,
    ) {
        let (reason, says) = why.map_or((None, String::new()), |own| (Some(own.reason), own.says));
        let entry = LedgerEntry {
            path: place.path.clone(),
            resource: place.resource.clone(),
            subject: subject.map(Into::into),
            outcome,
            read_as,
            reason,
            says,
        };
        self.entries.push((place.order, entry));
    }

    /// What was written, in the order of the document.
    pub(crate) fn close(mut self, into: &mut Ledger) {
        self.entries.sort_by(|(one, own), (other, second)| {
            one.cmp(other).then_with(|| own.read_as.cmp(&second.read_as))
        });
        into.entries = self.entries.into_iter().map(|(_, entry)| entry).collect();
        let count = |outcome| into.entries.iter().filter(|own| own.outcome == outcome).count();
        (into.read, into.skipped, into.refused) =
            (count(Outcome::Read), count(Outcome::Skipped), count(Outcome::Refused));
        into.notes = self.notes;
    }
}

/// A text as a message shows it.
pub(crate) fn short(text: &str) -> String {
    if text.chars().nth(80).is_none() {
        return text.into();
    }
    text.chars().take(77).chain("...".chars()).collect()
}
