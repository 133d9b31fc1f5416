//! Assumptions: what is usually so of a person of whom it was not said. Data, each with its reason.
//!
//! An assumption narrows facts that are open, never one that was stated, and never what guards: the safety of iron,
//! alerts, what is withheld. What it narrows is shown beside the exact answer, with its name, so that a reader can refuse
//! it.

mod list;

pub use list::ASSUMPTIONS;

use alloc::string::String;
use alloc::vec::Vec;

use crate::fact::medicine::MedicineClass;
use crate::fact::{Fact, Options};
use crate::logic::authoring::{Cite, Condition};
use crate::logic::table::Certainty;
use crate::measure::analyte::Analyte;
use crate::source::Verification;

/// What is usually so, when it may be taken so, and who says it.
#[derive(Clone, Copy, Debug)]
pub struct Assumption {
    /// Stable id.
    pub id: &'static str,
    /// What it says, as a sentence for a clinician.
    pub says: &'static str,
    /// What it narrows.
    pub narrows: &'static [Narrowing],
    /// Where it stands; empty where the reason is ours.
    pub cites: &'static [Cite],
    /// How far it was checked.
    pub verification: Verification,
}

/// One fact made narrower, where that may be done.
#[derive(Clone, Copy, Debug)]
pub struct Narrowing {
    /// To what.
    pub to: Narrowed,
    /// When: all of these.
    pub when: &'static [When],
}

/// What a fact is taken to be.
#[derive(Clone, Copy, Debug)]
pub enum Narrowed {
    /// One of these options.
    Options(Fact, Options),
    /// At least this, in the fact's unit.
    AtLeast(Fact, f64),
}

impl Narrowed {
    /// The fact.
    pub const fn fact(self) -> Fact {
        match self {
            Self::Options(fact, _) | Self::AtLeast(fact, _) => fact,
        }
    }
}

/// What must hold before an assumption is made. It reads what was said and what is certain, never another assumption.
#[derive(Clone, Copy, Debug)]
pub enum When {
    /// Certain of this person.
    Certain(Condition),
    /// Nothing was said of any of these.
    Unsaid(&'static [Fact]),
    /// None of these is certain.
    NoneYes(&'static [Fact]),
    /// None of these was sent, not even set aside.
    NoResult(&'static [Analyte]),
    /// Medicines were listed, or the list is complete, and every name in it is known.
    MedicinesListed,
    /// No medicine of this class is in the list.
    NoMedicine(MedicineClass),
}

impl Assumption {
    /// Does it say who is not pregnant, and nothing else?
    pub(crate) fn is_of_pregnancy(&self) -> bool {
        self.narrows.iter().all(|narrowing| narrowing.to.fact() == Fact::Person)
    }
}

impl Assumption {
    /// Can all its conditions be asked?
    pub(crate) fn compiles(&self) -> bool {
        let all = self.narrows.iter().flat_map(|own| own.when);
        all.into_iter().all(|when| match when {
            When::Certain(condition) => Certainty::of(&condition.into()).is_some(),
            _ => true,
        })
    }

    /// What it says and asks as one text, for the fingerprint.
    pub(crate) fn text(&self) -> String {
        alloc::format!("{self:?}")
    }
}

impl Narrowing {
    /// The conditions among what must hold, ready to ask, in their order.
    pub(crate) fn conditions(&self) -> Vec<Certainty> {
        self.when
            .iter()
            .filter_map(|when| match when {
                When::Certain(condition) => Some(Certainty::built_in(condition)),
                _ => None,
            })
            .collect()
    }
}

/// The assumption with this id.
///
/// ```
/// use ekbom::knowledge::assumption;
/// assert!(assumption::find("not_pregnant_from_55").is_some());
/// ```
pub fn find(id: &str) -> Option<&'static Assumption> {
    ASSUMPTIONS.iter().find(|assumption| assumption.id == id)
}
