//! What is said of each treatment, in groups short enough to read.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use super::Material;
use super::advice::{grade, why_withheld};
use ekbom::assess::Position;
use ekbom::knowledge::advice::Gives;
use ekbom::knowledge::code::AlertCode;
use ekbom::knowledge::guideline::superseded_by;
use ekbom::knowledge::question::{Treatment, TreatmentPosition};
use ekbom::knowledge::words;
use ekbom::knowledge::words::is_silent;
use ekbom::source::Text;

/// Treatments by what current guidelines say of them. A guideline that another one has superseded does not decide
/// where a treatment stands, and one that may be silent on this patient recommends nothing yet.
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
    /// For where a guideline speaks of this patient, against by none; whether one speaks is not known.
    pub perhaps: Vec<TreatmentLine>,
    /// Against where a guideline speaks of this patient, for by none; whether one speaks is not known.
    pub perhaps_against: Vec<TreatmentLine>,
    /// A guideline may turn out to be for or against.
    pub open: Vec<TreatmentLine>,
    /// Withheld, whatever a guideline says.
    pub withheld: Vec<TreatmentLine>,
    /// Nobody speaks of them for this person, or only a superseded guideline does.
    pub silent: Vec<TreatmentLine>,
    /// What could still make a guideline silent or speak of those that do not name it themselves, in words.
    pub needs: Vec<String>,
}

impl Treatments {
    /// What to mind about those that may be used: flags that concern the same treatments together, each with the
    /// short names of the treatments.
    pub fn mind(&self) -> Vec<(Vec<&str>, String)> {
        let mut flags: Vec<(&str, &str, Vec<&str>)> = Vec::new();
        let mut not_before: Vec<&str> = Vec::new();
        for line in self.recommended.iter().chain(&self.suggested).chain(&self.perhaps) {
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

/// Where a treatment stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stand {
    /// [`Treatments::recommended`]
    Recommended,
    /// [`Treatments::suggested`]
    Suggested,
    /// [`Treatments::perhaps`]
    Perhaps,
    /// [`Treatments::against`]
    Against,
    /// [`Treatments::perhaps_against`]
    PerhapsAgainst,
    /// [`Treatments::open`]
    Open,
    /// [`Treatments::disagreed`]
    Disagreed,
    /// [`Treatments::withheld`]
    Withheld,
    /// [`Treatments::silent`]
    Silent,
}

impl Stand {
    /// In words.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Recommended => "recommended",
            Self::Suggested => "suggested",
            Self::Perhaps => "perhaps",
            Self::Against => "advised against",
            Self::PerhapsAgainst => "perhaps against",
            Self::Open => "for or against",
            Self::Disagreed => "disagreed above",
            Self::Withheld => "withheld",
            Self::Silent => "no position",
        }
    }

    /// What holds for all that stand there, where the title does not say it; may be empty.
    pub const fn remark(self) -> &'static str {
        match self {
            Self::Perhaps | Self::PerhapsAgainst => "only if a guideline speaks of this patient",
            _ => "",
        }
    }

    /// Why a treatment stands there, where its group does not say it.
    fn why(self, line: &TreatmentLine) -> String {
        match self {
            Self::Withheld => line.withheld.join("; "),
            Self::Perhaps | Self::PerhapsAgainst | Self::Open => turns_on(&line.needs),
            // A guideline that looked and found too little is worth knowing beside one that is sure.
            Self::Recommended | Self::Suggested | Self::Silent => line.insufficient(),
            _ => String::new(),
        }
    }
}

/// The missing facts on which it turns; those beyond the first few are counted.
pub fn turns_on(needs: &[String]) -> String {
    const BY_NAME: usize = 6;
    let (named, rest) = needs.split_at(needs.len().min(BY_NAME));
    match (named, rest.len()) {
        ([], _) => "its rule leaves it open".to_string(),
        (named, 0) => alloc::format!("turns on {}", named.join(", ")),
        (named, more) => alloc::format!("turns on {}, and {more} more", named.join(", ")),
    }
}

/// Treatments of one group that stand there for the same reason.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row<'t> {
    /// The treatments.
    pub lines: Vec<&'t TreatmentLine>,
    /// Why; may be empty.
    pub why: String,
}

impl Row<'_> {
    /// Their short names.
    pub fn names(&self) -> String {
        let names: Vec<&str> = self.lines.iter().map(|line| line.short.as_str()).collect();
        names.join(", ")
    }
}

impl Treatments {
    /// The groups that have a treatment, in the order in which they are shown.
    pub fn groups(&self) -> impl Iterator<Item = (Stand, &[TreatmentLine])> {
        let groups = [
            (Stand::Recommended, self.recommended.as_slice()),
            (Stand::Suggested, &self.suggested),
            (Stand::Perhaps, &self.perhaps),
            (Stand::Against, &self.against),
            (Stand::PerhapsAgainst, &self.perhaps_against),
            (Stand::Open, &self.open),
            (Stand::Disagreed, &self.disagreed),
            (Stand::Withheld, &self.withheld),
            (Stand::Silent, &self.silent),
        ];
        groups.into_iter().filter(|(_, lines)| !lines.is_empty())
    }
}

/// What all of a group turn on, in the order of the treatments.
pub fn needs_of(lines: &[TreatmentLine]) -> Vec<String> {
    let mut needs: Vec<String> = Vec::new();
    for need in lines.iter().flat_map(|line| &line.needs) {
        if !needs.contains(need) {
            needs.push(need.clone());
        }
    }
    needs
}

/// A group by why its treatments stand there.
pub fn rows(stand: Stand, lines: &[TreatmentLine]) -> Vec<Row<'_>> {
    let mut made: Vec<Row<'_>> = Vec::new();
    for line in lines {
        let why = stand.why(line);
        match made.iter_mut().find(|row| row.why == why) {
            Some(row) => row.lines.push(line),
            None => made.push(Row { lines: alloc::vec![line], why }),
        }
    }
    made
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
    /// The facts that decide what current guidelines say, in words.
    pub needs: Vec<String>,
}

impl TreatmentLine {
    /// Who found too little evidence to take a side, in words; empty where nobody says so.
    fn insufficient(&self) -> String {
        let found = |own: &&TreatmentPositions| own.possible == [words::INSUFFICIENT];
        let names: Vec<&str> =
            self.positions.iter().filter(found).map(|own| own.guideline.as_str()).collect();
        if names.is_empty() {
            return String::new();
        }
        alloc::format!("too little evidence: {}", words::guidelines(names))
    }
}

/// What one guideline says of a treatment.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct TreatmentPositions {
    /// Id of the guideline.
    pub guideline: String,
    /// Codes of the answers left.
    pub possible: Vec<Text>,
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
        spoken.peek().is_some()
            && spoken.all(|code| TreatmentPosition::try_from(code.as_str()).is_ok_and(&wanted))
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

    /// It may turn out, or has turned out, to speak.
    pub fn may_speak(&self) -> bool {
        !self.possible.iter().all(|code| is_silent(code))
    }
}

pub(super) fn treatments(material: &Material<'_, '_>) -> Treatments {
    let mut made = Treatments::default();
    for treatment in Treatment::ALL {
        let own: Vec<&Position> =
            material.positions().filter(|own| own.question == treatment.question().id).collect();
        if !own.is_empty() {
            let line = line(material, *treatment, &own);
            made.group_of(&line).push(line);
        }
    }
    let unsaid = [&made.recommended, &made.suggested, &made.against, &made.disagreed, &made.withheld];
    let unsaid: Vec<TreatmentLine> = unsaid.into_iter().flatten().cloned().collect();
    made.needs = needs_of(&unsaid);
    made
}

impl Treatments {
    /// Where a treatment stands.
    fn group_of(&mut self, line: &TreatmentLine) -> &mut Vec<TreatmentLine> {
        let current = || line.positions.iter().filter(|position| !position.superseded);
        let any = |says: fn(&TreatmentPositions) -> bool| current().any(says);
        // Of those alone that cannot turn out to be silent.
        let surely =
            |says: fn(&TreatmentPositions) -> bool| current().any(|own| says(own) && !own.may_be_silent());
        match (any(TreatmentPositions::is_for), any(TreatmentPositions::is_against)) {
            (false, false) if any(TreatmentPositions::may_speak) => &mut self.open,
            (false, false) => &mut self.silent,
            (true, true) => &mut self.disagreed,
            (false, true) if surely(TreatmentPositions::is_against) => &mut self.against,
            (false, true) => &mut self.perhaps_against,
            (true, false) if !line.withheld.is_empty() => &mut self.withheld,
            (true, false) if surely(TreatmentPositions::is_strong) => &mut self.recommended,
            (true, false) if surely(TreatmentPositions::is_for) => &mut self.suggested,
            (true, false) => &mut self.perhaps,
        }
    }
}

fn line(material: &Material<'_, '_>, treatment: Treatment, own: &[&Position]) -> TreatmentLine {
    let mut flag_codes: Vec<String> = Vec::new();
    for flag in own.iter().flat_map(|position| &position.flags) {
        if !flag_codes.iter().any(|code| code == flag) && superseded_by(flag).is_none() {
            flag_codes.push((*flag).to_string());
        }
    }
    let gives = Gives::from(treatment);
    // Where no recommendation was made because a guideline may be silent, the gate is the same.
    let verdict = material.verdict(gives);
    let settle =
        verdict.is_some_and(|own| own.safety_open).then(|| words::withheld(AlertCode::IronSafetyOpen.code()));
    let positions: Vec<TreatmentPositions> = own.iter().map(|position| stand(material, position)).collect();
    let mut needs: Vec<String> = Vec::new();
    let current = own.iter().zip(&positions).filter(|(_, stand)| !stand.superseded);
    for need in current.flat_map(|(position, _)| &position.needs) {
        let name = words::short(&words::fact(need));
        if !needs.contains(&name) {
            needs.push(name);
        }
    }
    TreatmentLine {
        treatment: treatment.id(),
        name: treatment.label(),
        short: words::humanise(treatment.id()),
        positions,
        flags: flag_codes.iter().map(|code| material.knowledge.flag(code)).collect(),
        flag_codes,
        withheld: why_withheld(material, verdict.map_or(&[], |own| own.why.as_slice()), gives),
        cautions: settle.into_iter().collect(),
        needs,
    }
}

fn stand(material: &Material<'_, '_>, position: &Position) -> TreatmentPositions {
    let recommended = material
        .assessment
        .recommendations
        .iter()
        .find(|own| own.question == position.question && own.guideline == position.guideline);
    let table = material.knowledge.table(&position.question, &position.guideline);
    let rules = table.into_iter().flat_map(|table| &table.rules);
    let own: Vec<_> = rules.filter(|rule| position.rules.contains(&rule.id)).collect();
    let carries = |wanted: fn(&str) -> bool| {
        own.iter().any(|rule| rule.flags.iter().any(|flag| wanted(flag.code.as_ref())))
    };
    TreatmentPositions {
        guideline: position.guideline.to_string(),
        possible: position.possible.clone(),
        grade: recommended.map(grade).unwrap_or_default(),
        superseded: carries(|code| superseded_by(code).is_some()),
        standard_use_only: carries(|code| code == "standard_use_only"),
    }
}
