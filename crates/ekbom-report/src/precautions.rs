//! Precautions as a report says them: what is said of several medicines alike is said once.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use ekbom::Assessment;
use ekbom::fact::Fact;
use ekbom::knowledge::precaution::{Missing, Severity, find};
use ekbom::knowledge::words;

use super::readable::{is_reason, readable};
use ekbom::source::Text;

/// What to mind about medicines.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct PrecautionLine {
    /// The row; where it is not certain the gravest of those that may hold.
    pub id: Text,
    /// How pressing.
    pub severity: Severity,
    /// The medicines, in words; none where it is said of the person, whatever is taken.
    pub concerns: Vec<String>,
    /// Are they taken already?
    pub taken: bool,
    /// Does it hold?
    pub certain: bool,
    /// What it says.
    pub says: String,
    /// The facts that led here.
    pub because: Vec<String>,
    /// What would decide it, in words; empty where it is certain.
    pub missing: Vec<String>,
}

impl PrecautionLine {
    /// One word for how it stands.
    pub const fn label(&self) -> &'static str {
        match (self.certain, self.severity) {
            (false, _) => "not checked",
            (_, Severity::Urgent) => "URGENT",
            (_, Severity::Stop) => "STOP",
            (_, Severity::Caution) => "caution",
            (_, Severity::Note) => "note",
        }
    }

    /// The medicines and how it stands with them; nothing where it is said of the person.
    pub fn subject(&self) -> Option<String> {
        let state = if self.taken { "taken" } else { "offered or planned" };
        (!self.concerns.is_empty()).then(|| format!("{} ({state})", self.concerns.join(", ")))
    }
}

/// Those that are certain first, in their order; then what could not be checked.
pub(crate) fn precautions(assessment: &Assessment) -> Vec<PrecautionLine> {
    let mut made: Vec<PrecautionLine> = Vec::new();
    for own in &assessment.precautions {
        let is_of_anyone = find(&own.id).is_some_and(|row| row.anyone.is_some());
        let name = (!is_of_anyone).then(|| words::action(&own.concerns));
        let missing: Vec<String> =
            own.missing.iter().map(|own| own.known().map_or_else(|| own.code().into(), in_words)).collect();
        let same = made.iter_mut().find(|line| {
            line.certain == own.certain
                && line.taken == own.taken
                && own.severity == line.severity
                && if own.certain {
                    line.id == own.id && line.says == own.says
                } else {
                    line.missing == missing
                }
        });
        if let Some(line) = same {
            line.concerns.extend(name.filter(|name| !line.concerns.contains(name)));
            for reason in own.because.iter().map(|own| plain(own)).filter(|own| is_reason(own)) {
                if !line.because.contains(&reason) {
                    line.because.push(reason);
                }
            }
            continue;
        }
        made.push(PrecautionLine {
            id: own.id.clone(),
            // One of another version is taken for the gravest.
            severity: own.severity.known().unwrap_or(Severity::Urgent),
            concerns: name.into_iter().collect(),
            taken: own.taken,
            certain: own.certain,
            says: own.says.clone(),
            because: own.because.iter().map(|own| plain(own)).filter(|own| is_reason(own)).collect(),
            missing,
        });
    }
    made.sort_by_key(|line| !line.certain);
    made
}

/// A reason of an act or a precaution in words. What may forbid iron is named without saying that it is there.
///
/// ```
/// let raw = "iron.safety by ekbom-safety is stop_ferritin_ceiling";
/// assert_eq!(ekbom_report::plain(raw), "a ferritin too high for iron");
/// ```
pub fn plain(reason: &str) -> String {
    let stops = reason.strip_prefix("iron.safety by ekbom-safety is ");
    stops.map_or_else(
        || readable(&words::reason(reason)),
        |codes| words::or(&codes.split(" or ").map(words::possible_stop).collect::<Vec<_>>()),
    )
}

fn in_words(missing: Missing) -> String {
    match missing {
        Missing::Fact(Fact::Person) => "whether there is a pregnancy".to_string(),
        Missing::Fact(fact) => fact.info().label.to_string(),
        _ => "all medicines that are taken".to_string(),
    }
}
