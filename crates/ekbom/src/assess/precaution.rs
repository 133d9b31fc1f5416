//! Precautions of one patient: the rows of what is taken, planned or offered, and what they withhold.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::{Case, Recommendation};
use crate::fact::medicine::Medicine;
use crate::fact::{Fact, FactBox, Options};
use crate::knowledge::advice::{BARRIERS, Direction};
use crate::knowledge::precaution::{
    self, MedicineSet, Missing, NOT_ABRUPTLY, Row, Severity, Subject, Withholds, medicines_of,
};
use crate::logic::condition::Truth;
use crate::logic::table::Scratch;
use crate::patient::{Patient, Sex};
use crate::source::{Known, More, Text, Verification, texts};

/// What to mind about a medicine that is offered, planned or taken.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PrecautionSaid {
    /// The row; where it is not certain the gravest of those that may hold.
    pub id: Text,
    /// `urgent`, `stop`, `caution` or `note`.
    pub severity: Known<Severity>,
    /// The medicine by its name, or the action that is offered by its code.
    pub concerns: Text,
    /// Is it taken already?
    pub taken: bool,
    /// In words.
    pub says: String,
    /// It holds. Else nobody can tell before what is missing is known.
    pub certain: bool,
    /// The facts that led here, in words.
    pub because: Vec<String>,
    /// What would decide it.
    pub missing: Vec<Known<Missing>>,
    /// Every row that holds, or that may hold.
    pub rows: Vec<Text>,
    /// Ids in the bibliography.
    pub sources: Vec<Text>,
    /// How far it was checked; the weakest of its rows.
    pub verification: Known<Verification>,
    /// Keys of another version.
    #[serde(flatten)]
    pub more: More,
}

/// What is offered or taken, and asked about.
struct Asked {
    concerns: Text,
    subject: Subject,
    taken: bool,
    not_abruptly: bool,
}

/// What is kept back of each action, found once.
#[derive(Default)]
pub(super) struct Kept(Vec<(&'static str, Direction, Vec<&'static str>)>);

impl Kept {
    /// The precautions that withhold this action.
    pub(super) fn of(
        &mut self,
        case: &Case<'_, '_>,
        direction: Direction,
        action: &'static str,
        scratch: &mut Scratch<bool>,
    ) -> &[&'static str] {
        let known = self.0.iter().position(|(own, way, _)| *own == action && *way == direction);
        let place = known.unwrap_or_else(|| {
            let found = match direction {
                Direction::For => offer(case, action, scratch),
                Direction::Against => advice_against(case, action, scratch),
            };
            self.0.push((action, direction, found));
            self.0.len() - 1
        });
        self.0.get(place).map_or(&[], |(_, _, found)| found.as_slice())
    }
}

/// The facts, but of a man without other reference limits that he does not breastfeed and cannot become pregnant, unless it
/// was said: to ask him would be silly.
pub(super) fn facts<'p>(patient: &Patient, facts: &'p FactBox) -> Cow<'p, FactBox> {
    if patient.sex() != Some(Sex::Male) || patient.sex_for_reference().is_some() {
        return Cow::Borrowed(facts);
    }
    let mut made = facts.clone();
    for fact in [Fact::Breastfeeding, Fact::ChildbearingPotential] {
        if made.flag(fact) == Options::UNKNOWN {
            made.set_flag(fact, Options::NO);
        }
    }
    Cow::Owned(made)
}

/// The rows that withhold what is offered.
pub(super) fn offer(case: &Case<'_, '_>, action: &str, scratch: &mut Scratch<bool>) -> Vec<&'static str> {
    let mut found = Vec::new();
    let subject = Subject::one_of(MedicineSet::of(medicines_of(action)));
    for row in case.knowledge.0.precautions.of_action(action) {
        let withholds = match row.data.withholds {
            Withholds::Offer => true,
            Withholds::OfferWhere(_) => row
                .withholds_where
                .as_ref()
                .is_some_and(|own| own.truth(case.of_medicines.as_ref(), scratch).yes),
            Withholds::Nothing | Withholds::AdviceAgainst => false,
        };
        if withholds && truth(case, row, &subject, scratch).yes {
            found.push(row.data.id);
        }
    }
    found
}

/// Does a row hold that is urgent where this is offered, or forbids it? What is offered all the same by a guideline, with
/// that warning, is no suggestion.
pub(super) fn is_urgent_of_offer(case: &Case<'_, '_>, action: &str, scratch: &mut Scratch<bool>) -> bool {
    let subject = Subject::one_of(MedicineSet::of(medicines_of(action)));
    let grave = |row: &&Row| matches!(row.data.severity(false), Some(Severity::Urgent | Severity::Stop));
    let mut rows = case.knowledge.0.precautions.of_action(action).filter(grave);
    rows.any(|row| truth(case, row, &subject, scratch).yes)
}

/// What, beside these facts, would tell whether a row withholds what is offered.
pub(super) fn missing_of_offer(
    case: &Case<'_, '_>,
    facts: &FactBox,
    action: &str,
    scratch: &mut Scratch<bool>,
) -> Vec<Missing> {
    let mut missing: Vec<Missing> = Vec::new();
    let subject = Subject::one_of(MedicineSet::of(medicines_of(action)));
    for row in case.knowledge.0.precautions.of_action(action) {
        let where_else = match row.data.withholds {
            Withholds::Offer => false,
            Withholds::OfferWhere(_) => {
                let own = row.withholds_where.as_ref();
                own.is_some_and(|own| own.truth(facts, scratch).no)
            }
            Withholds::Nothing | Withholds::AdviceAgainst => true,
        };
        if where_else {
            continue;
        }
        let mut own = Vec::new();
        row.query.missing(facts, &case.listed, &subject, scratch, &mut own);
        // What is taken is one question, and comes first: what else the row asks may not matter after it.
        if own.contains(&Missing::Medicines) {
            own.retain(|own| *own == Missing::Medicines);
        }
        own.retain(|own| !missing.contains(own));
        missing.extend(own);
    }
    missing
}

/// The rows that withhold advice against a medicine.
fn advice_against(case: &Case<'_, '_>, action: &str, scratch: &mut Scratch<bool>) -> Vec<&'static str> {
    let own = MedicineSet::of(medicines_of(action));
    let subject = Subject::one_of(own);
    let rows = case.knowledge.0.precautions.all.iter();
    let rows =
        rows.filter(|row| matches!(row.data.withholds, Withholds::AdviceAgainst) && row.of.meets(&own));
    rows.filter(|row| truth(case, row, &subject, scratch).yes).map(|row| row.data.id).collect()
}

fn truth(case: &Case<'_, '_>, row: &Row, subject: &Subject, scratch: &mut Scratch<bool>) -> Truth<bool> {
    row.query.truth(&case.of_medicines, &case.listed, subject, scratch)
}

/// Is it offered, as far as precautions go? What safety or the diagnosis keeps back is not; what a precaution keeps back
/// is, so that its reason is said.
fn is_offered(recommendation: &Recommendation) -> bool {
    let by_us =
        |code: &Text| precaution::find(code).is_some() || BARRIERS.iter().any(|own| own.code == *code);
    recommendation.direction == Direction::For.code() && recommendation.withheld.iter().flatten().all(by_us)
}

pub(super) fn precautions(
    case: &Case<'_, '_>,
    recommendations: &[Recommendation],
    by_acts: impl Iterator<Item = &'static str>,
    scratch: &mut Scratch<bool>,
) -> Vec<PrecautionSaid> {
    let mut offered: Vec<Text> = Vec::new();
    let advised = recommendations.iter().filter(|own| is_offered(own)).map(|own| own.action.clone());
    for action in advised.chain(by_acts.map(Text::from)) {
        if !offered.contains(&action) {
            offered.push(action);
        }
    }
    precautions_of(case, &offered, scratch)
}

/// The precautions of what is taken or planned, and of these actions as offered: urgent first, and in each severity what
/// is certain first.
pub(crate) fn precautions_of(
    case: &Case<'_, '_>,
    offered: &[Text],
    scratch: &mut Scratch<bool>,
) -> Vec<PrecautionSaid> {
    let rows = &case.knowledge.0.precautions;
    let mut made: Vec<PrecautionSaid> = Vec::new();
    for medicine in case.listed.patient.medicines() {
        let asked = Asked::taken(*medicine);
        say(case, &asked, rows.of_medicine(*medicine), &mut made, scratch);
    }
    for entry in case.listed.patient.medicine_entries().iter().filter(|own| own.planned) {
        let asked = Asked::planned(entry.medicine, case.listed.patient);
        say(case, &asked, rows.of_medicine(entry.medicine), &mut made, scratch);
    }
    for action in offered {
        let of = MedicineSet::of(medicines_of(action));
        let asked = Asked {
            concerns: action.clone(),
            subject: Subject::one_of(of),
            taken: false,
            not_abruptly: false,
        };
        // Of what is taken already the same row has spoken.
        let said: Vec<Text> = if case.listed.takes(&of) {
            made.iter().filter(|own| own.taken).flat_map(|own| own.rows.clone()).collect()
        } else {
            Vec::new()
        };
        let own = rows.of_action(action).filter(|row| !said.iter().any(|own| *own == row.data.id));
        say(case, &asked, own, &mut made, scratch);
    }
    for row in rows.of_anyone() {
        let asked = Asked {
            concerns: row.data.anyone.unwrap_or_default().into(),
            subject: Subject::one_of(MedicineSet::default()),
            taken: true,
            not_abruptly: false,
        };
        if truth(case, row, &asked.subject, scratch).yes {
            made.push(certain(case, &asked, row, scratch));
        }
    }
    made.sort_by(|one, other| (&one.severity, !one.certain).cmp(&(&other.severity, !other.certain)));
    made
}

impl Asked {
    fn taken(medicine: Medicine) -> Self {
        Self {
            concerns: medicine.name().into(),
            subject: Subject::taken(medicine),
            taken: true,
            not_abruptly: NOT_ABRUPTLY.has(medicine),
        }
    }

    fn planned(medicine: Medicine, patient: &Patient) -> Self {
        Self {
            concerns: medicine.name().into(),
            subject: Subject::planned(medicine, patient),
            taken: false,
            not_abruptly: false,
        }
    }
}

/// One entry for each row that holds, and one for all those that may.
fn say<'r>(
    case: &Case<'_, '_>,
    asked: &Asked,
    rows: impl Iterator<Item = &'r Row>,
    made: &mut Vec<PrecautionSaid>,
    scratch: &mut Scratch<bool>,
) {
    let mut open: Vec<(Severity, &Row)> = Vec::new();
    for row in rows {
        let Some(severity) = row.data.severity(asked.taken) else { continue };
        match truth(case, row, &asked.subject, scratch).known() {
            Some(true) => made.push(certain(case, asked, row, scratch)),
            Some(false) => {}
            None if row.data.quiet || severity == Severity::Note => {}
            None => open.push((severity, row)),
        }
    }
    // Of equals the first, as in the list of rows.
    if let Some((severity, gravest)) = open.iter().min_by_key(|(severity, _)| *severity) {
        made.push(uncertain(case, asked, *severity, gravest, &open, scratch));
    }
}

fn certain(case: &Case<'_, '_>, asked: &Asked, row: &Row, scratch: &mut Scratch<bool>) -> PrecautionSaid {
    let raised =
        row.urgent_where.as_ref().is_some_and(|own| own.truth(case.of_medicines.as_ref(), scratch).yes);
    let severity = if raised && asked.taken {
        Severity::Urgent
    } else {
        row.data.severity(asked.taken).unwrap_or(Severity::Note)
    };
    let mut because = Vec::new();
    row.query.because(&case.of_medicines, &case.listed, &asked.subject, &mut because);
    let mut says = row.data.says.to_string();
    if asked.not_abruptly && severity == Severity::Urgent && !row.data.acute {
        says.push_str(" Change it with the prescriber, not abruptly.");
    }
    PrecautionSaid {
        id: row.data.id.into(),
        severity: severity.into(),
        concerns: asked.concerns.clone(),
        taken: asked.taken && row.data.anyone.is_none(),
        says,
        certain: true,
        because,
        missing: Vec::new(),
        rows: alloc::vec![row.data.id.into()],
        sources: texts(row.data.cites.iter().map(|cite| cite.source)),
        verification: row.data.verification.into(),
        more: More::new(),
    }
}

fn uncertain(
    case: &Case<'_, '_>,
    asked: &Asked,
    severity: Severity,
    gravest: &Row,
    open: &[(Severity, &Row)],
    scratch: &mut Scratch<bool>,
) -> PrecautionSaid {
    let mut missing = Vec::new();
    let mut sources: Vec<&'static str> = Vec::new();
    let mut verification = Verification::Original;
    for (_, row) in open {
        row.query.missing(&case.of_medicines, &case.listed, &asked.subject, scratch, &mut missing);
        verification = verification.weaker(row.data.verification);
        for cite in row.data.cites {
            if !sources.contains(&cite.source) {
                sources.push(cite.source);
            }
        }
    }
    let names: Vec<&str> = missing.iter().map(|own| in_words(*own)).collect();
    PrecautionSaid {
        id: gravest.data.id.into(),
        severity: severity.into(),
        concerns: asked.concerns.clone(),
        taken: asked.taken,
        says: format!(
            "Not checked, because this is not known: {}. It may be so: {}",
            names.join(", "),
            gravest.data.says
        ),
        certain: false,
        because: Vec::new(),
        rows: texts(open.iter().map(|(_, row)| row.data.id)),
        missing: missing.into_iter().map(Known::from).collect(),
        sources: texts(sources),
        verification: verification.into(),
        more: More::new(),
    }
}

const fn in_words(missing: Missing) -> &'static str {
    match missing {
        Missing::Fact(Fact::Person) => "whether there is a pregnancy",
        Missing::Fact(fact) => fact.info().label,
        Missing::Medicines => "all medicines that are taken",
    }
}
