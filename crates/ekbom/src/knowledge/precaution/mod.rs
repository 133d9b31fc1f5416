//! Precautions: what to mind about a medicine that is offered to this person, or that is taken. Data, one row a check, one
//! file a group; the ids are those of the safety matrix of the evidence.
//!
//! A row speaks of medicines. It is asked where one of them is taken, is planned, or stands behind an action that is
//! offered; other rows are not looked at. Its condition asks facts as every rule does, and which other medicines are
//! taken. What it asks and is not known is said to be missing: silence would read as safe.

mod acute;
mod asks;
mod document;
mod dopaminergic;
mod gabapentinoid;
mod iron;
mod opioid;
mod other;
mod unchecked;
mod vitamin;

pub(crate) use unchecked::CORD_SIGNS;

pub use asks::{Asks, Missing, Of};
pub(crate) use asks::{Listed, MedicineSet, Query, Subject};
pub(crate) use document::{OfferDocument, PrecautionDocument};

use alloc::vec::Vec;

use serde::Serialize;

use crate::fact::Fact;
use crate::fact::medicine::Medicine;
use crate::fact::medicine::MedicineClass;
use crate::logic::authoring::{Cite, Condition, any, below, yes};
use crate::logic::table::Certainty;
use crate::source::Verification;

/// How pressing a precaution is: the first comes first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Act now.
    Urgent,
    /// Not to be offered.
    Stop,
    /// Mind this before acting.
    Caution,
    /// Good to know.
    Note,
}

impl Severity {
    /// Every severity, the gravest first.
    pub const ALL: &'static [Self] = &[Self::Urgent, Self::Stop, Self::Caution, Self::Note];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Urgent => "urgent",
            Self::Stop => "stop",
            Self::Caution => "caution",
            Self::Note => "note",
        }
    }
}

/// One check.
#[derive(Clone, Copy, Debug)]
pub struct Precaution {
    /// Stable id.
    pub id: &'static str,
    /// The medicines it speaks of.
    pub of: Of,
    /// The actions it speaks of, by their codes.
    pub actions: &'static [&'static str],
    /// How pressing it is where one of them is offered or planned; nothing where it does not speak of that.
    pub offered: Option<Severity>,
    /// How pressing it is where one of them is taken; nothing where it does not speak of that.
    pub taken: Option<Severity>,
    /// Raised to urgent, where it is said of what is taken and this certainly holds too.
    pub urgent_where: Option<Condition>,
    /// Not said while it is open: it asks what only a clinician's eye finds worth asking.
    pub quiet: bool,
    /// What it asks for is done today: that a medicine is not stopped from one day to the next would contradict it.
    pub acute: bool,
    /// Of whom it is said without any of them.
    pub anyone: Option<&'static str>,
    /// Withholds what is offered, beside being said.
    pub withholds: Withholds,
    /// When it holds.
    pub when: Asks,
    /// What it says, in English.
    pub says: &'static str,
    /// Where it stands.
    pub cites: &'static [Cite],
    /// How far it was checked.
    pub verification: Verification,
}

/// What a precaution withholds where it certainly holds.
#[derive(Clone, Copy, Debug)]
pub enum Withholds {
    /// Nothing.
    Nothing,
    /// The action that is offered.
    Offer,
    /// The action that is offered, where this certainly holds too.
    OfferWhere(Condition),
    /// Advice against the medicine: it is taken for something else.
    AdviceAgainst,
}

impl Precaution {
    const fn new(
        id: &'static str,
        of: Of,
        says: &'static str,
        cites: &'static [Cite],
        verification: Verification,
    ) -> Self {
        Self {
            id,
            of,
            actions: &[],
            offered: None,
            taken: None,
            urgent_where: None,
            quiet: false,
            acute: false,
            anyone: None,
            withholds: Withholds::Nothing,
            when: Asks::Facts(Condition::Always),
            says,
            cites,
            verification,
        }
    }

    /// Where one of these actions, or one of the medicines, is offered. A `stop` withholds it.
    const fn offered(self, severity: Severity, actions: &'static [&'static str]) -> Self {
        let withholds = if matches!(severity, Severity::Stop) { Withholds::Offer } else { self.withholds };
        Self { offered: Some(severity), actions, withholds, ..self }
    }

    const fn taken(self, severity: Severity) -> Self {
        Self { taken: Some(severity), ..self }
    }

    const fn anyone(self, severity: Severity, concerns: &'static str) -> Self {
        Self { taken: Some(severity), anyone: Some(concerns), ..self }
    }

    const fn urgent_where(self, condition: Condition) -> Self {
        Self { urgent_where: Some(condition), ..self }
    }

    const fn quiet(self) -> Self {
        Self { quiet: true, ..self }
    }

    const fn acute(self) -> Self {
        Self { acute: true, ..self }
    }

    const fn withholds(self, withholds: Withholds) -> Self {
        Self { withholds, ..self }
    }

    const fn when(self, when: Asks) -> Self {
        Self { when, ..self }
    }

    const fn if_facts(self, condition: Condition) -> Self {
        Self { when: Asks::Facts(condition), ..self }
    }

    /// How pressing it is for a medicine in this state; nothing where it does not speak of it.
    pub const fn severity(&self, taken: bool) -> Option<Severity> {
        if taken { self.taken } else { self.offered }
    }
}

/// Every row, group by group.
pub fn precautions() -> impl Iterator<Item = &'static Precaution> {
    const GROUPS: [&[Precaution]; 8] = [
        gabapentinoid::ROWS,
        opioid::ROWS,
        dopaminergic::ROWS,
        iron::ROWS,
        other::ROWS,
        vitamin::ROWS,
        unchecked::ROWS,
        acute::ROWS,
    ];
    GROUPS.iter().flat_map(|group| group.iter())
}

/// The row with this id.
///
/// ```
/// use ekbom::knowledge::precaution;
/// assert!(precaution::find("gab-05").is_some());
/// ```
pub fn find(id: &str) -> Option<&'static Precaution> {
    precautions().find(|own| own.id == id)
}

/// A row, ready to ask.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) data: &'static Precaution,
    pub(crate) of: MedicineSet,
    pub(crate) query: Query,
    /// Where it withholds; nothing where it does not, or wherever it holds.
    pub(crate) withholds_where: Option<Certainty>,
    pub(crate) urgent_where: Option<Certainty>,
}

/// Every row, ready to ask, and where to find those of a medicine or an action.
#[derive(Clone, Debug)]
pub(crate) struct Rows {
    pub(crate) all: Vec<Row>,
    /// By place in the list of medicines.
    by_medicine: Vec<Vec<usize>>,
    by_action: Vec<(&'static str, Vec<usize>)>,
    /// Those that are said without any medicine.
    of_anyone: Vec<usize>,
}

/// Every row as one text, for the fingerprint of the knowledge.
pub(crate) fn text() -> alloc::string::String {
    document::text()
}

impl Rows {
    pub(crate) fn built_in() -> Self {
        let all: Vec<Row> = precautions()
            .map(|data| Row {
                data,
                of: MedicineSet::of(data.of),
                query: Query::new(&data.when),
                withholds_where: match &data.withholds {
                    Withholds::OfferWhere(condition) => Some(Certainty::built_in(condition)),
                    _ => None,
                },
                urgent_where: data.urgent_where.as_ref().map(Certainty::built_in),
            })
            .collect();
        let places = |wanted: &dyn Fn(&Row) -> bool| -> Vec<usize> {
            all.iter().enumerate().filter(|(_, row)| wanted(row)).map(|(place, _)| place).collect()
        };
        let by_medicine = Medicine::all().map(|medicine| places(&|row| row.of.has(medicine))).collect();
        let mut by_action: Vec<(&'static str, Vec<usize>)> = Vec::new();
        for action in all.iter().flat_map(|row| row.data.actions) {
            if !by_action.iter().any(|(own, _)| own == action) {
                by_action.push((action, places(&|row| row.data.actions.contains(action))));
            }
        }
        let of_anyone = places(&|row| row.data.anyone.is_some());
        Self { all, by_medicine, by_action, of_anyone }
    }

    fn at<'r>(&'r self, places: &'r [usize]) -> impl Iterator<Item = &'r Row> {
        places.iter().filter_map(|place| self.all.get(*place))
    }

    pub(crate) fn of_medicine(&self, medicine: Medicine) -> impl Iterator<Item = &Row> {
        self.at(self.by_medicine.get(medicine.place()).map_or(&[], Vec::as_slice))
    }

    pub(crate) fn of_action(&self, action: &str) -> impl Iterator<Item = &Row> {
        let own = self.by_action.iter().find(|(own, _)| *own == action);
        self.at(own.map_or(&[], |(_, places)| places.as_slice()))
    }

    pub(crate) fn of_anyone(&self) -> impl Iterator<Item = &Row> {
        self.at(&self.of_anyone)
    }
}

/// The medicines that an action stands for: one, or a class of them; nothing for an action that is no medicine.
pub fn medicines_of(action: &str) -> Of {
    ACTIONS.iter().find(|(own, _)| *own == action).map_or(Of::Nothing, |(_, of)| *of)
}

use crate::fact::medicine::MedicineClass as Class;

const ACTIONS: &[(&str, Of)] = &[
    ("oral_iron", Of::Class(Class::IronOral)),
    ("iv_iron", Of::Class(Class::IronIntravenous)),
    ("gabapentin_enacarbil", Of::Named(&["gabapentin enacarbil"])),
    ("gabapentin", Of::Named(&["gabapentin"])),
    ("pregabalin", Of::Named(&["pregabalin"])),
    ("ferric_carboxymaltose", Of::Named(&["ferric carboxymaltose"])),
    ("iron_dextran", Of::Named(&["iron dextran"])),
    ("ferumoxytol", Of::Named(&["ferumoxytol"])),
    ("ferrous_sulfate", Of::Named(&["ferrous sulfate"])),
    ("iron_sucrose", Of::Named(&["iron sucrose"])),
    ("dipyridamole", Of::Named(&["dipyridamole"])),
    ("opioids", Of::Class(Class::Opioid)),
    ("vitamin_c", Of::Named(&["ascorbic acid"])),
    ("levodopa", Of::Named(&["levodopa"])),
    ("pramipexole", Of::Named(&["pramipexole"])),
    ("rotigotine", Of::Named(&["rotigotine"])),
    ("ropinirole", Of::Named(&["ropinirole"])),
    ("cabergoline", Of::Named(&["cabergoline"])),
    ("pergolide", Of::Named(&["pergolide"])),
    ("bupropion", Of::Named(&["bupropion"])),
    ("carbamazepine", Of::Named(&["carbamazepine"])),
    ("clonazepam", Of::Named(&["clonazepam"])),
    ("triazolam", Of::Named(&["triazolam"])),
    ("valproic_acid", Of::Named(&["valproic acid"])),
    ("valerian", Of::Named(&["valerian"])),
    ("clonidine", Of::Named(&["clonidine"])),
];

/// What must not be stopped from one day to the next (X-01).
pub(crate) const NOT_ABRUPTLY: Of = Of::Any(&[
    Of::Class(MedicineClass::Alpha2Delta),
    Of::Class(MedicineClass::Opioid),
    Of::Class(MedicineClass::Benzodiazepine),
    Of::Class(MedicineClass::Dopaminergic),
    Of::Class(MedicineClass::BetaBlocker),
    Of::Class(MedicineClass::Antidepressant),
    Of::Class(MedicineClass::Antiseizure),
    Of::Named(&["clonidine", "lithium"]),
]);

/// Kidneys that remove little of what leaves by them.
const KIDNEYS_FAIL: Condition = any(&[below(Fact::Egfr, 30.0), yes(Fact::Dialysis), yes(Fact::Esrd)]);

/// What lowers vitamin B12, and of which the agency says that it goes on where it is tolerated (MHRA 2022).
pub(crate) const GOES_ON: Of = Of::Named(&["metformin"]);

/// What blocks dopamine and is given against nausea: of these X-01 does not speak, and another may be given instead.
pub(crate) const AGAINST_NAUSEA: Of = Of::Named(&[
    "alizapride",
    "domperidone",
    "itopride",
    "metoclopramide",
    "prochlorperazine",
    "promethazine",
    "thiethylperazine",
    "trimethobenzamide",
]);

#[cfg(test)]
mod tests {
    use alloc::collections::BTreeSet;

    use super::{ACTIONS, MedicineSet, Of, Severity, Withholds, medicines_of, precautions};
    use crate::fact::medicine::Medicine;
    use crate::knowledge::advice::advice;
    use crate::source;

    #[test]
    fn ids_are_unique_and_what_rows_name_is_there() {
        let mut seen = BTreeSet::new();
        let known: BTreeSet<&str> =
            advice().flat_map(|own| own.actions).flatten().map(|own| own.code).collect();
        for row in precautions() {
            assert!(seen.insert(row.id), "{} is there twice", row.id);
            assert!(row.offered.is_some() || row.taken.is_some(), "{} is never asked", row.id);
            assert!(row.offered.is_some() || row.actions.is_empty(), "{}", row.id);
            assert!(row.says.ends_with('.'), "{}", row.id);
            assert!(!row.cites.is_empty() || row.verification == source::Verification::Derived, "{}", row.id);
            for cite in row.cites {
                assert!(source::find(cite.source).is_some(), "{}: {}", row.id, cite.source);
            }
            let of = MedicineSet::of(row.of);
            for action in row.actions {
                assert!(known.contains(action), "{}: {action}", row.id);
                assert!(!matches!(medicines_of(action), Of::Nothing), "{action} stands for no medicine");
                let own = MedicineSet::of(medicines_of(action));
                assert!(of.meets(&own), "{}: {action} is none of its medicines", row.id);
            }
            assert!(of.is_empty() == row.anyone.is_some(), "{}", row.id);
            if row.offered == Some(Severity::Stop) {
                let by_gate = ["fe-01", "fe-02", "fe-03", "fe-06", "fe-26"].contains(&row.id);
                assert_eq!(matches!(row.withholds, Withholds::Offer), !by_gate, "{}", row.id);
            }
            assert_ne!(row.taken, Some(Severity::Stop), "{}: nobody stops today what is taken", row.id);
        }
    }

    #[test]
    fn names_are_those_of_the_catalogue() {
        fn check(of: Of) {
            match of {
                Of::Named(names) => {
                    for name in names {
                        assert_eq!(Medicine::find(name).map(Medicine::name), Some(*name));
                    }
                }
                Of::Any(items) => items.iter().for_each(|item| check(*item)),
                Of::Class(_) | Of::Nothing => {}
            }
        }
        precautions().for_each(|row| check(row.of));
        ACTIONS.iter().for_each(|(_, of)| check(*of));
    }
}
