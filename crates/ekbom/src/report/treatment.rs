//! What is said of each treatment, in groups short enough to read.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use super::advice::{allows_iron, grade, iron_safety};
use super::words::is_silent;
use super::{Material, words};
use crate::assess::Position;
use crate::question::{Treatment, TreatmentKind, TreatmentPosition};

/// Treatments by what current guidelines say of them. A guideline that another one has superseded does not decide
/// where a treatment stands.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Treatments {
    /// Recommended strongly by at least one guideline, against by none.
    pub recommended: Vec<TreatmentLine>,
    /// Recommended conditionally, against by none.
    pub suggested: Vec<TreatmentLine>,
    /// Recommended against, for by none.
    pub against: Vec<TreatmentLine>,
    /// For by one guideline, against by another.
    pub disagreed: Vec<TreatmentLine>,
    /// Withheld, whatever a guideline says.
    pub withheld: Vec<TreatmentLine>,
    /// Nobody speaks of them for this person, or only a superseded guideline does.
    pub silent: Vec<TreatmentLine>,
    /// What could still make a guideline silent or speak, in words.
    pub needs: Vec<String>,
}

impl Treatments {
    /// What to mind about those that may be used: flags that concern the same treatments together, each with the
    /// short names of the treatments.
    pub fn mind(&self) -> Vec<(Vec<&str>, String)> {
        let mut flags: Vec<(&str, &str, Vec<&str>)> = Vec::new();
        let mut not_before: Vec<&str> = Vec::new();
        for line in self.recommended.iter().chain(&self.suggested) {
            for (code, flag) in line.flag_codes.iter().zip(&line.flags) {
                match flags.iter_mut().find(|(own, ..)| own == code) {
                    Some((_, _, names)) => names.push(&line.short),
                    None => flags.push((code, flag, alloc::vec![&line.short])),
                }
            }
            if !line.cautions.is_empty() {
                not_before.push(&line.short);
            }
        }
        let mut notes: Vec<(Vec<&str>, String)> = Vec::new();
        if !not_before.is_empty() {
            notes.push((not_before, "Not before iron safety is settled.".to_string()));
        }
        for (_, flag, names) in flags {
            match notes.iter_mut().find(|(own, _)| *own == names) {
                Some((_, text)) => *text = alloc::format!("{text} {flag}"),
                None => notes.push((names, flag.to_string())),
            }
        }
        notes
    }
}

/// One treatment.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct TreatmentLine {
    /// Its id.
    pub treatment: &'static str,
    /// In words.
    pub name: &'static str,
    /// The same in as few words as can be.
    pub short: String,
    /// Every guideline asked.
    pub positions: Vec<TreatmentPositions>,
    /// What to mind, in words.
    pub flags: Vec<String>,
    /// Codes of the same.
    pub flag_codes: Vec<String>,
    /// Why it is withheld, in words.
    pub withheld: Vec<String>,
    /// To settle first, in words.
    pub cautions: Vec<String>,
}

/// What one guideline says of a treatment.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct TreatmentPositions {
    /// Id of the guideline.
    pub guideline: String,
    /// Codes of the answers left.
    pub possible: Vec<&'static str>,
    /// Grade in words; empty where there is none or it is not determined.
    pub grade: String,
    /// A newer guideline has taken its place.
    pub superseded: bool,
    /// What it says is about standard use only.
    pub standard_use_only: bool,
}

impl TreatmentPositions {
    fn says(&self, wanted: impl Fn(TreatmentPosition) -> bool) -> bool {
        let mut spoken = self.possible.iter().filter(|code| !is_silent(code)).peekable();
        spoken.peek().is_some() && spoken.all(|code| TreatmentPosition::try_from(*code).is_ok_and(&wanted))
    }

    /// For, where it speaks at all.
    pub fn is_for(&self) -> bool {
        self.says(TreatmentPosition::is_for)
    }

    /// Against, where it speaks at all.
    pub fn is_against(&self) -> bool {
        self.says(TreatmentPosition::is_against)
    }

    /// Strongly for, where it speaks at all.
    pub fn is_strong(&self) -> bool {
        self.says(|position| position == TreatmentPosition::ForStrong)
    }

    /// It may turn out, or has turned out, to be silent.
    pub fn may_be_silent(&self) -> bool {
        self.possible.iter().any(|code| is_silent(code))
    }
}

pub(super) fn treatments(material: &Material<'_, '_>) -> Treatments {
    let mut made = Treatments::default();
    let mut needs: Vec<&'static str> = Vec::new();
    for treatment in Treatment::ALL {
        let own: Vec<&Position<'_>> =
            material.positions().filter(|own| own.question == treatment.question().id).collect();
        if own.is_empty() {
            continue;
        }
        for need in own.iter().flat_map(|position| &position.needs) {
            if !needs.contains(need) {
                needs.push(need);
            }
        }
        let line = line(material, *treatment, &own);
        let current = || line.positions.iter().filter(|position| !position.superseded);
        let supported = current().any(TreatmentPositions::is_for);
        let opposed = current().any(TreatmentPositions::is_against);
        let group = match (supported, opposed) {
            (false, false) => &mut made.silent,
            (_, false) if !line.withheld.is_empty() => &mut made.withheld,
            (true, true) => &mut made.disagreed,
            (false, true) => &mut made.against,
            (true, false) if current().any(TreatmentPositions::is_strong) => &mut made.recommended,
            (true, false) => &mut made.suggested,
        };
        group.push(line);
    }
    made.needs = needs.into_iter().map(|need| words::short(&words::fact(need))).collect();
    made
}

fn line(material: &Material<'_, '_>, treatment: Treatment, own: &[&Position<'_>]) -> TreatmentLine {
    let mut flag_codes: Vec<String> = Vec::new();
    for flag in own.iter().flat_map(|position| &position.flags) {
        if !flag_codes.iter().any(|code| code == flag) && !flag.starts_with("superseded") {
            flag_codes.push((*flag).to_string());
        }
    }
    let (withheld, cautions) = gate(material, treatment);
    TreatmentLine {
        treatment: treatment.id(),
        name: treatment.label(),
        short: words::humanise(treatment.id()),
        positions: own.iter().map(|position| stand(material, position)).collect(),
        flags: flag_codes.iter().map(|code| words::flag(code)).collect(),
        flag_codes,
        withheld,
        cautions,
    }
}

fn stand(material: &Material<'_, '_>, position: &Position<'_>) -> TreatmentPositions {
    let recommended = material
        .assessment
        .recommendations
        .iter()
        .find(|own| own.question == position.question && own.guideline == position.guideline);
    let table = material.knowledge.table(position.question, position.guideline);
    let rules = table.into_iter().flat_map(|table| &table.rules);
    let own: Vec<_> = rules.filter(|rule| position.rules.contains(&rule.id.as_str())).collect();
    let carries = |wanted: fn(&str) -> bool| {
        own.iter().any(|rule| rule.flags.iter().any(|flag| wanted(flag.code.as_ref())))
    };
    TreatmentPositions {
        guideline: position.guideline.to_string(),
        possible: position.possible.clone(),
        grade: recommended.map(grade).unwrap_or_default(),
        superseded: carries(|code| code.starts_with("superseded")),
        standard_use_only: carries(|code| code == "standard_use_only"),
    }
}

/// Why a treatment is withheld, and what to settle before it. A recommendation says so itself; where none was made
/// because a guideline may be silent, safety is asked the same.
fn gate(material: &Material<'_, '_>, treatment: Treatment) -> (Vec<String>, Vec<String>) {
    let (mut withheld, mut cautions): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let add = |list: &mut Vec<String>, text: String| {
        if !list.contains(&text) {
            list.push(text);
        }
    };
    let diagnosis = crate::question::RlsDiagnosis::QUESTION.id;
    let not_met = crate::question::RlsDiagnosis::NotMet.code();
    let mut positions = material.assessment.positions.iter();
    if positions.any(|own| own.question == diagnosis && own.determined() == Some(not_met)) {
        add(&mut withheld, words::withheld("rls_not_met"));
    }
    if treatment.gives_iron() {
        let oral = treatment.kind() == TreatmentKind::OralIron;
        let possible = iron_safety(material);
        if !possible.iter().any(|code| allows_iron(code, oral)) {
            for code in possible {
                add(&mut withheld, words::withheld(code));
            }
            if possible.is_empty() {
                add(&mut withheld, words::withheld("iron_safety_open"));
            }
        } else if !possible.iter().all(|code| allows_iron(code, oral)) {
            add(&mut cautions, words::withheld("iron_safety_open"));
        }
    }
    (withheld, cautions)
}
