//! What a precaution asks: facts, and which other medicines are taken.

use alloc::vec::Vec;
use core::fmt;

use serde::{Serialize, Serializer};

use crate::fact::medicine::{Medicine, MedicineClass};
use crate::fact::{Fact, FactBox};
use crate::logic::authoring::Condition;
use crate::logic::condition::{Expression, Truth, evaluate};
use crate::logic::explain::because;
use crate::logic::table::{Certainty, Scratch};
use crate::patient::{CompleteGroup, Patient};

/// Some medicines.
#[derive(Clone, Copy, Debug)]
pub enum Of {
    /// Those of a class.
    Class(MedicineClass),
    /// These, by the names of the catalogue.
    Named(&'static [&'static str]),
    /// All of these.
    Any(&'static [Of]),
    /// None.
    Nothing,
}

impl Of {
    /// Is the medicine one of them?
    pub fn has(self, medicine: Medicine) -> bool {
        match self {
            Self::Class(class) => medicine.is(class),
            Self::Named(names) => names.contains(&medicine.name()),
            Self::Any(items) => items.iter().any(|item| item.has(medicine)),
            Self::Nothing => false,
        }
    }
}

/// What a precaution asks. The medicine in question counts as taken: a second sedative is one whichever of them is new.
#[derive(Clone, Copy, Debug)]
pub enum Asks {
    /// Facts.
    Facts(Condition),
    /// One of these is taken.
    Taking(Of),
    /// One of these is taken already, whatever is offered.
    TakingAlready(Of),
    /// One of these is taken, or was at most so many days ago.
    TakingWithin(Of, f64),
    /// One of these was taken and is stopped. How long ago is said beside it: the labels name no time.
    Stopped(Of),
    /// One of these was taken and is stopped, at most so many days ago.
    StoppedWithin(Of, f64),
    /// It holds unless this certainly does: what nobody has said is taken for not done.
    Unless(Condition),
    /// What is offered is taken already.
    TakenItself,
    /// At least so many different ones of these are taken.
    Several(usize, Of),
    /// All of it.
    All(&'static [Asks]),
    /// Any of it.
    Any(&'static [Asks]),
}

impl Asks {
    /// Does it ask for other medicines beside the one in question?
    pub fn is_of_several(&self) -> bool {
        match self {
            Self::Taking(_) | Self::TakingAlready(_) | Self::TakingWithin(..) | Self::Several(..) => true,
            Self::Facts(_)
            | Self::Stopped(_)
            | Self::StoppedWithin(..)
            | Self::Unless(_)
            | Self::TakenItself => false,
            Self::All(items) | Self::Any(items) => items.iter().any(Self::is_of_several),
        }
    }
}

/// The words of a set.
const WORDS: usize = 8;

/// What would decide a precaution that is open.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Missing {
    /// A fact.
    Fact(Fact),
    /// The list of medicines, which may hold more than was said.
    Medicines,
}

impl Missing {
    /// By its code; `None` for one that this version does not know.
    pub fn from_code(code: &str) -> Option<Self> {
        if code == Self::Medicines.code() {
            Some(Self::Medicines)
        } else {
            Fact::from_id(code).map(Self::Fact)
        }
    }

    /// The id of the fact, or `medicines`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fact(fact) => fact.id(),
            Self::Medicines => "medicines",
        }
    }
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl Serialize for Missing {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// A set of medicines of the catalogue.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct MedicineSet([u64; WORDS]);

impl MedicineSet {
    pub(crate) fn of(of: Of) -> Self {
        Medicine::all().filter(|medicine| of.has(*medicine)).fold(Self::default(), Self::with)
    }

    fn with(mut self, medicine: Medicine) -> Self {
        if let Some(word) = self.0.get_mut(medicine.place() / 64) {
            *word |= 1 << (medicine.place() % 64);
        }
        self
    }

    pub(crate) fn has(&self, medicine: Medicine) -> bool {
        self.0.get(medicine.place() / 64).is_some_and(|word| word & (1 << (medicine.place() % 64)) != 0)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    pub(crate) fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(a, b)| a & b != 0)
    }

    fn or(&self, other: &Self) -> Self {
        let mut made = *self;
        made.0.iter_mut().zip(&other.0).for_each(|(own, other)| *own |= other);
        made
    }

    fn is_within(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(a, b)| a & !b == 0)
    }

    fn shared(&self, other: &Self) -> usize {
        self.0.iter().zip(&other.0).map(|(a, b)| (a & b).count_ones() as usize).sum()
    }
}

/// What a precaution asks, ready to ask.
#[derive(Clone, Debug)]
pub(crate) enum Query {
    Facts(Certainty, Expression),
    Taking(MedicineSet),
    TakingAlready(MedicineSet),
    TakingWithin(MedicineSet, f64),
    Stopped(MedicineSet),
    StoppedWithin(MedicineSet, f64),
    Unless(Certainty),
    TakenItself,
    Several(usize, MedicineSet),
    All(Vec<Query>),
    Any(Vec<Query>),
}

/// The medicines of a patient.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Listed<'p> {
    pub(crate) patient: &'p Patient,
    taken: MedicineSet,
    /// Everything that is taken is in the list, and every name in it is known.
    closed: bool,
}

impl<'p> Listed<'p> {
    pub(crate) fn new(patient: &'p Patient) -> Self {
        Self {
            patient,
            taken: patient.medicines().iter().copied().fold(MedicineSet::default(), MedicineSet::with),
            closed: patient.is_complete(CompleteGroup::Medicines)
                && patient.unrecognised_medicines().is_empty(),
        }
    }

    /// Those of these that were stopped, each with how many days ago.
    fn stopped<'l>(&'l self, of: &'l MedicineSet) -> impl Iterator<Item = (Medicine, f64)> + 'l {
        let entries = self.patient.medicine_entries().iter().filter(|own| of.has(own.medicine));
        entries
            .filter(|own| !self.taken.has(own.medicine))
            .filter_map(|own| own.stopped_days_ago.map(|ago| (own.medicine, ago)))
    }

    /// Is one of these taken?
    pub(crate) fn takes(&self, of: &MedicineSet) -> bool {
        self.taken.meets(of)
    }
}

/// The medicine of which something is asked: what it is, or may be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Subject {
    own: MedicineSet,
    /// What is planned together with it, and itself: two medicines that are both new harm each other as well.
    planned: MedicineSet,
}

impl Subject {
    /// One of these, whichever it will be.
    pub(crate) fn one_of(own: MedicineSet) -> Self {
        Self { own, planned: MedicineSet::default() }
    }

    /// One that is taken.
    pub(crate) fn taken(medicine: Medicine) -> Self {
        Self::one_of(MedicineSet::default().with(medicine))
    }

    /// One that is planned.
    pub(crate) fn planned(medicine: Medicine, patient: &Patient) -> Self {
        let planned = patient.medicine_entries().iter().filter(|own| own.planned);
        let planned = planned.map(|own| own.medicine).fold(MedicineSet::default(), MedicineSet::with);
        Self { planned, ..Self::taken(medicine) }
    }

    /// Is it certainly one of these?
    fn is(&self, of: &MedicineSet) -> bool {
        !self.own.is_empty() && self.own.is_within(of)
    }

    /// Is it, or what is planned with it, one of these?
    fn brings(&self, of: &MedicineSet) -> bool {
        self.is(of) || self.planned.meets(of)
    }
}

const fn known(holds: bool, closed: bool) -> Truth<bool> {
    Truth { yes: holds, no: !holds && closed }
}

impl Query {
    pub(crate) fn new(asks: &Asks) -> Self {
        let list = |items: &[Asks]| items.iter().map(Self::new).collect();
        match asks {
            Asks::Facts(condition) => {
                Self::Facts(Certainty::built_in(condition), Expression::from(condition))
            }
            Asks::Taking(of) => Self::Taking(MedicineSet::of(*of)),
            Asks::TakingAlready(of) => Self::TakingAlready(MedicineSet::of(*of)),
            Asks::TakingWithin(of, days) => Self::TakingWithin(MedicineSet::of(*of), *days),
            Asks::Stopped(of) => Self::Stopped(MedicineSet::of(*of)),
            Asks::StoppedWithin(of, days) => Self::StoppedWithin(MedicineSet::of(*of), *days),
            Asks::Unless(condition) => Self::Unless(Certainty::built_in(condition)),
            Asks::TakenItself => Self::TakenItself,
            Asks::Several(least, of) => Self::Several(*least, MedicineSet::of(*of)),
            Asks::All(items) => Self::All(list(items)),
            Asks::Any(items) => Self::Any(list(items)),
        }
    }

    pub(crate) fn truth(
        &self,
        facts: &FactBox,
        listed: &Listed<'_>,
        subject: &Subject,
        scratch: &mut Scratch<bool>,
    ) -> Truth<bool> {
        match self {
            Self::Facts(certainty, expression) => {
                // The quick way first: what it finds is so, and a part by itself leaves nothing more to find.
                let quick = evaluate(expression, facts);
                let part = matches!(expression, Expression::Option(_));
                if part || quick.known().is_some() { quick } else { certainty.truth(facts, scratch) }
            }
            Self::Taking(of) => known(subject.brings(of) || listed.taken.meets(of), listed.closed),
            Self::TakingAlready(of) => known(listed.taken.meets(of), listed.closed),
            Self::TakingWithin(of, days) => {
                let mut stopped = listed.patient.medicine_entries().iter();
                let lately = stopped
                    .any(|own| of.has(own.medicine) && own.stopped_days_ago.is_some_and(|ago| ago <= *days));
                known(lately || subject.brings(of) || listed.taken.meets(of), listed.closed)
            }
            Self::Stopped(of) => known(listed.stopped(of).next().is_some(), listed.closed),
            Self::StoppedWithin(of, days) => {
                known(listed.stopped(of).any(|(_, ago)| ago <= *days), listed.closed)
            }
            Self::Unless(certainty) => {
                let done = certainty.truth(facts, scratch).yes;
                Truth { yes: !done, no: done }
            }
            Self::TakenItself => known(listed.taken.meets(&subject.own), listed.closed),
            Self::Several(least, of) => {
                // The medicine in question is one more, unless it is among those that are taken.
                let own = usize::from(subject.is(of) && !listed.taken.meets(&subject.own));
                let all = listed.taken.or(&subject.planned).shared(of);
                known((listed.taken.shared(of) + own).max(all) >= *least, listed.closed)
            }
            Self::All(items) => items
                .iter()
                .fold(Truth::TRUE, |truth, item| truth.and(item.truth(facts, listed, subject, scratch))),
            Self::Any(items) => items
                .iter()
                .fold(Truth::FALSE, |truth, item| truth.or(item.truth(facts, listed, subject, scratch))),
        }
    }

    /// Why it holds, in words.
    pub(crate) fn because(
        &self,
        facts: &FactBox,
        listed: &Listed<'_>,
        subject: &Subject,
        found: &mut Vec<alloc::string::String>,
    ) {
        let mut add = |text: alloc::string::String| {
            if !found.contains(&text) {
                found.push(text);
            }
        };
        match self {
            Self::Facts(_, expression) => because(expression, facts).into_iter().for_each(&mut add),
            Self::Taking(of) | Self::Several(_, of) => {
                let taken = listed.patient.medicines().iter().filter(|own| of.has(**own));
                taken
                    .filter(|own| !subject.own.has(**own))
                    .for_each(|own| add(alloc::format!("taking {own}")));
                let planned = Medicine::all().filter(|own| of.has(*own) && subject.planned.has(*own));
                planned
                    .filter(|own| !subject.own.has(*own))
                    .for_each(|own| add(alloc::format!("{own} planned")));
            }
            Self::Stopped(of) => listed.stopped(of).map(ago).for_each(&mut add),
            Self::StoppedWithin(of, days) => {
                listed.stopped(of).filter(|(_, ago)| ago <= days).map(ago).for_each(&mut add);
            }
            Self::Unless(_) => {}
            Self::TakenItself => {
                let taken = listed.patient.medicines().iter().filter(|own| subject.own.has(**own));
                taken.for_each(|own| add(alloc::format!("taking {own}")));
            }
            Self::TakingAlready(of) => {
                let taken = listed.patient.medicines().iter().filter(|own| of.has(**own));
                taken.for_each(|own| add(alloc::format!("taking {own}")));
            }
            Self::TakingWithin(of, days) => {
                for own in listed.patient.medicine_entries().iter().filter(|own| of.has(own.medicine)) {
                    match own.stopped_days_ago {
                        Some(since) if since <= *days => add(ago((own.medicine, since))),
                        None if !own.planned && !subject.own.has(own.medicine) => {
                            add(alloc::format!("taking {}", own.medicine));
                        }
                        _ => {}
                    }
                }
            }
            Self::All(items) | Self::Any(items) => {
                items.iter().for_each(|item| item.because(facts, listed, subject, found));
            }
        }
    }

    /// What could still decide it: facts, and the medicines where the list may hold more than was said.
    pub(crate) fn missing(
        &self,
        facts: &FactBox,
        listed: &Listed<'_>,
        subject: &Subject,
        scratch: &mut Scratch<bool>,
        found: &mut Vec<Missing>,
    ) {
        if self.truth(facts, listed, subject, scratch).known().is_some() {
            return;
        }
        match self {
            Self::Facts(_, expression) => open(expression, facts, found),
            Self::Taking(_)
            | Self::TakingAlready(_)
            | Self::TakingWithin(..)
            | Self::Stopped(_)
            | Self::StoppedWithin(..)
            | Self::TakenItself
            | Self::Several(..) => add(Missing::Medicines, found),
            Self::Unless(_) => {}
            Self::All(items) | Self::Any(items) => {
                items.iter().for_each(|item| item.missing(facts, listed, subject, scratch, found));
            }
        }
    }
}

fn ago((medicine, days): (Medicine, f64)) -> alloc::string::String {
    alloc::format!("{medicine} stopped {days} days ago")
}

fn add(missing: Missing, found: &mut Vec<Missing>) {
    if !found.contains(&missing) {
        found.push(missing);
    }
}

/// The facts of the parts that are not decided.
fn open(expression: &Expression, facts: &FactBox, found: &mut Vec<Missing>) {
    if evaluate::<bool>(expression, facts).known().is_some() {
        return;
    }
    match expression {
        Expression::All(items) | Expression::Any(items) => {
            items.iter().for_each(|item| open(item, facts, found));
        }
        Expression::Not(item) => open(item, facts, found),
        _ => {
            let open = |fact: &Fact| !facts.is_known(*fact);
            expression.facts().into_iter().filter(open).for_each(|fact| add(Missing::Fact(fact), found));
        }
    }
}
