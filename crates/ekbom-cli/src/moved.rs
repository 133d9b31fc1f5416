//! `ekbom rules diff OLD NEW --people FILE`: whose answers move from one rule book to another, and how.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use ekbom::{Knowledge, Patient, assess};
use ekbom_report::text::{Page, Style};
use serde::Serialize;
use serde_json::Value;

use crate::args::TextOrJson;
use crate::failure::Failure;
use crate::input::{Input, open};
use crate::pretty;
use crate::screen::Screen;

/// People that are named for each change.
const EXAMPLES: usize = 3;

/// What of an answer is compared.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    Refused,
    Answer,
    Recommendation,
    Precaution,
    Alert,
    Act,
}

impl Kind {
    const fn title(self) -> &'static str {
        match self {
            Self::Refused => "Accepted or refused",
            Self::Answer => "Answers",
            Self::Recommendation => "Recommendations",
            Self::Precaution => "Precautions",
            Self::Alert => "Alerts",
            Self::Act => "Acts",
        }
    }
}

/// What one rule book says of one person: by what it answers, the codes; words do not count.
pub(crate) type Said = BTreeMap<(Kind, String), String>;

/// One way in which something moved.
#[derive(Serialize)]
struct Way<'a> {
    kind: Kind,
    what: &'a str,
    before: &'a str,
    after: &'a str,
    people: u64,
    examples: &'a [String],
}

#[derive(Serialize)]
struct Whole<'a> {
    people: u64,
    moved: u64,
    ways: Vec<Way<'a>>,
}

type Change = (Kind, String, String, String);

/// Counts by what moved, and from what to what.
#[derive(Default)]
pub(crate) struct Moved {
    people: u64,
    touched: u64,
    ways: BTreeMap<Change, (u64, Vec<String>)>,
}

impl Moved {
    /// One person, by the name that examples have.
    pub(crate) fn add(&mut self, name: &str, before: &Said, after: &Said) {
        self.people += 1;
        let mut touched = false;
        let keys: BTreeSet<_> = before.keys().chain(after.keys()).collect();
        // Of whom one book says nothing at all, no answer moved: the patient did.
        let refused = (Kind::Refused, "the patient".to_owned());
        let one_refuses = before.contains_key(&refused) != after.contains_key(&refused);
        for key in keys {
            let none = if key.0 == Kind::Refused { "accepted" } else { "-" };
            let of = |said: &Said| said.get(key).map_or(none, String::as_str).to_owned();
            let (was, is) = (of(before), of(after));
            if was == is || (one_refuses && key.0 != Kind::Refused) {
                continue;
            }
            touched = true;
            let (count, examples) = self.ways.entry((key.0, key.1.clone(), was, is)).or_default();
            *count += 1;
            if examples.len() < EXAMPLES {
                examples.push(name.to_owned());
            }
        }
        self.touched += u64::from(touched);
    }

    /// The commonest first within each kind.
    fn sorted(&self) -> Vec<(&Change, &(u64, Vec<String>))> {
        let mut ways: Vec<_> = self.ways.iter().collect();
        ways.sort_by_key(|(change, (count, _))| (change.0, std::cmp::Reverse(*count)));
        ways
    }

    pub(crate) fn print(&self, format: TextOrJson, screen: &mut Screen) -> Result<(), Failure> {
        let ways = self.sorted();
        if matches!(format, TextOrJson::Json) {
            let ways = ways.into_iter().map(|((kind, what, before, after), (people, examples))| Way {
                kind: *kind,
                what,
                before,
                after,
                people: *people,
                examples,
            });
            let whole = Whole { people: self.people, moved: self.touched, ways: ways.collect() };
            screen.text(&pretty(&whole)?)?;
            return Ok(());
        }
        let mut page = Page::new(screen.width());
        let title = format!("{} of {} people have at least one answer that moved", self.touched, self.people);
        page.paragraph(0, "", 0, &[(Style::Heading, &title)]);
        let mut last = None;
        for ((kind, what, before, after), (people, examples)) in ways {
            if last != Some(*kind) {
                page.heading(kind.title());
                last = Some(*kind);
            }
            let from_to = format!(": {before} -> {after}, {people} (as {})", examples.join(", "));
            page.paragraph(2, "", 2, &[(Style::Answer, what), (Style::Plain, &from_to)]);
        }
        screen.lines(&page.into_lines())?;
        Ok(())
    }
}

/// The people of a file, by both books; as a table where there is a map.
pub(crate) fn people(
    old: &Knowledge,
    new: &Knowledge,
    file: &str,
    map: Option<&Path>,
) -> Result<Moved, Failure> {
    match map {
        Some(map) => table(old, new, Path::new(file), map),
        None => patients(old, new, open(file)?),
    }
}

#[cfg(feature = "cohort")]
fn table(old: &Knowledge, new: &Knowledge, file: &Path, map: &Path) -> Result<Moved, Failure> {
    crate::cohort::moved(old, new, file, map).map_err(Failure::said)
}

#[cfg(not(feature = "cohort"))]
fn table(_: &Knowledge, _: &Knowledge, _: &Path, _: &Path) -> Result<Moved, Failure> {
    Err(Failure::said("this build reads no tables; it was made without --features cohort"))
}

fn patients(old: &Knowledge, new: &Knowledge, input: Input) -> Result<Moved, Failure> {
    let mut moved = Moved::default();
    let mut place = 0;
    let mut one = |text: &[u8]| {
        place += 1;
        moved.add(&place.to_string(), &said(old, text), &said(new, text));
    };
    match input {
        Input::One(text) => one(&text),
        Input::Array(all) => all.iter().for_each(|own| one(own.get().as_bytes())),
        Input::Lines(mut lines) => {
            while let Some(line) = lines.next()? {
                one(&line);
            }
        }
    }
    Ok(moved)
}

/// Read from the JSON that everybody gets, so that what counts here is what others see.
fn said(knowledge: &Knowledge, patient: &[u8]) -> Said {
    let mut said = Said::new();
    let Ok(patient) = Patient::from_json_bytes(patient) else {
        said.insert((Kind::Refused, "the patient".to_owned()), "refused".to_owned());
        return said;
    };
    let assessment: Value = serde_json::from_str(&assess(knowledge, &patient).to_json()).unwrap_or_default();
    let list = |key: &str| assessment.get(key).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let text = |own: &Value, key: &str| own.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let codes = |own: &Value, key: &str| {
        let mut codes: Vec<&str> =
            own.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
        codes.sort_unstable();
        codes.join(" or ")
    };
    for own in list("positions") {
        let name = format!("{}@{}", text(own, "question"), text(own, "guideline"));
        said.insert((Kind::Answer, name), codes(own, "possible"));
    }
    for own in list("recommendations") {
        let name = format!("{}@{}", text(own, "action"), text(own, "guideline"));
        let withheld = match codes(own, "withheld") {
            none if none.is_empty() => none,
            codes => format!(" (withheld: {codes})"),
        };
        said.insert((Kind::Recommendation, name), text(own, "direction") + &withheld);
    }
    for own in list("precautions") {
        let certain = own.get("certain").and_then(Value::as_bool).unwrap_or_default();
        let sure = if certain { "" } else { " (not certain)" };
        said.insert((Kind::Precaution, text(own, "id")), text(own, "severity") + sure);
    }
    for own in list("alerts") {
        said.insert((Kind::Alert, text(own, "code")), text(own, "severity"));
    }
    for own in list("acts") {
        said.insert((Kind::Act, text(own, "act")), text(own, "certainty"));
    }
    said
}
