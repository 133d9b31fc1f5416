//! Facts: what a rule may ask of a patient.
//!
//! A fact has an id that is public API. Inside it owns one or more **axes**, the independent coordinates of the
//! box that a patient becomes: a yes/no fact owns one axis with two options; a laboratory quantity owns a number,
//! whether it was reported, and where it lies against its own laboratory's limits. Two kinds of fact read their
//! number from one of two axes, chosen by a third: a quantity whose guideline prints limits in two units (the unit
//! in which it was reported decides), and the eGFR (where it was computed, the sex decides). That keeps the box a plain box, so that what
//! is possible inside it can be computed exactly.

mod axis;
mod catalogue;
mod choice;
mod fact_box;
pub mod instrument;
mod measured;
pub mod medicine;

pub use axis::{ChoiceAxis, NumberAxis, Part, Reading, Selector, Selectors};
pub use catalogue::{Fact, NotYesNo, YesNo};
pub use choice::{
    B12Cause, Band, Distress, FolateAssay, IvIronProduct, KnowledgeVersion, LiverImpairment, Mimics,
    NitrousOxideAnaesthesia, Options, Person, UnknownCode,
};
pub(crate) use choice::{as_its_code, choice};
pub use fact_box::FactBox;

use crate::measure::interval::Interval;

crate::source::known::coded! { Fact = Self::from_id, Self::id; }

/// Which part of a patient a fact comes from; `complete` closes whole groups.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Group {
    /// Age, sex and what goes with them.
    Person,
    /// A laboratory result.
    Laboratory,
    /// Symptoms and signs.
    Symptoms,
    /// History and circumstances.
    History,
    /// Follows from the list of medicines.
    Medicines,
    /// How a sample was taken.
    Sample,
}

impl Group {
    /// The stable code; for `symptoms`, `history` and `medicines` that of the group in `complete`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Laboratory => "laboratory",
            Self::Symptoms => "symptoms",
            Self::History => "history",
            Self::Medicines => "medicines",
            Self::Sample => "sample",
        }
    }
}

/// Which of its laboratory's own limits a report must give before a result is held against them.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum OwnLimits {
    /// The lower one: what is asked is whether there is too little.
    Low,
    /// The upper one: what is asked is whether there is too much.
    High,
    /// Both.
    Both,
}

impl OwnLimits {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::High => "high",
            Self::Both => "both",
        }
    }
}

/// What values a fact can have.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Kind {
    /// Yes or no.
    Flag,
    /// One of a few named values.
    Choice(&'static [&'static str]),
    /// A number that the caller states.
    Number {
        /// All it can be.
        range: Interval,
    },
    /// A laboratory quantity.
    Measured {
        /// All it can be, in the fact's unit.
        range: Interval,
        /// A second unit in which guidelines print limits of their own.
        second: Option<SecondUnit>,
    },
    /// A number that the same sample gives differently for women and men (eGFR).
    BySex {
        /// All it can be.
        range: Interval,
    },
}

/// A second unit in which guidelines print their own limits: a result is compared in the unit in which it was
/// reported.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct SecondUnit {
    /// UCUM code.
    pub unit: &'static str,
    /// The fact's whole range in this unit.
    pub range: Interval,
}

/// What is fixed about a fact.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct FactInfo {
    /// Public id, stable.
    pub id: &'static str,
    /// The name in words.
    pub label: &'static str,
    /// UCUM unit of its number; empty where it has none.
    pub unit: &'static str,
    /// Where it comes from.
    pub group: Group,
    /// What values it can have.
    pub kind: Kind,
}

impl Fact {
    /// Public id, stable.
    pub const fn id(self) -> &'static str {
        self.info().id
    }

    /// The fact with this id.
    ///
    /// ```
    /// use ekbom::fact::Fact;
    /// assert_eq!(Fact::from_id("tsat"), Some(Fact::Tsat));
    /// ```
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|fact| fact.id() == id)
    }

    /// Which of its laboratory's own limits must be given; `None` where a fact has none.
    ///
    /// ```
    /// use ekbom::fact::{Fact, OwnLimits};
    /// assert_eq!(Fact::B12Total.own_limits(), Some(OwnLimits::Low));
    /// assert_eq!(Fact::Dialysis.own_limits(), None);
    /// ```
    pub const fn own_limits(self) -> Option<OwnLimits> {
        if !matches!(self.info().kind, Kind::Measured { .. }) {
            return None;
        }
        Some(match self {
            Self::B12Total | Self::Holotc | Self::FolateSerum | Self::FolateRbc | Self::Copper => {
                OwnLimits::Low
            }
            Self::MmaSerum | Self::Hcy | Self::Ferritin => OwnLimits::High,
            _ => OwnLimits::Both,
        })
    }

    /// The explanations of the symptoms that are examined one by one; the first nine of them must be for
    /// [`Fact::Mimics`] to be known.
    pub const MIMICS: &'static [Self] = &[
        Self::MimicPositional,
        Self::MimicCramps,
        Self::MimicFootTapping,
        Self::MimicNeuropathy,
        Self::MimicRadiculopathy,
        Self::MimicArthritis,
        Self::MimicVenous,
        Self::MimicClaudication,
        Self::MimicAkathisia,
        Self::MimicHypotensiveAkathisia,
        Self::MimicMyalgia,
        Self::MimicOtherMovement,
    ];

    /// How many of [`Fact::MIMICS`] must have been examined.
    pub const MIMICS_EXAMINED: usize = 9;

    /// The option that a complete list leaves of a choice which it does not mention; `None` where it stays unknown.
    pub const fn when_complete(self) -> Option<Options> {
        match self {
            Self::LiverImpairment => Some(LiverImpairment::None.only()),
            Self::NitrousOxideAnaesthesia => Some(NitrousOxideAnaesthesia::None.only()),
            _ if matches!(self.info().kind, Kind::Flag) => Some(Options::NO),
            _ => None,
        }
    }

    /// Has it two numbers, one that tells whether something is needed and one that guards read? A sample after
    /// intravenous iron says nothing of the stores and yet shows an overload; of two saturations of one day the higher
    /// one guards. The guard's number comes last and is as good as the other one wherever nothing is special.
    pub const fn is_guarded(self) -> bool {
        matches!(self, Self::Ferritin | Self::Tsat)
    }

    /// The codes of a fact's options: `no` and `yes` for a flag, the named values of a choice, none for a number.
    pub const fn options(self) -> &'static [&'static str] {
        match self.info().kind {
            Kind::Flag => &["no", "yes"],
            Kind::Choice(codes) => codes,
            _ => &[],
        }
    }
}

impl core::fmt::Display for Fact {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(self.id())
    }
}

impl core::str::FromStr for Fact {
    type Err = UnknownCode;

    fn from_str(id: &str) -> Result<Self, UnknownCode> {
        Self::from_id(id).ok_or_else(|| {
            let known: alloc::vec::Vec<&'static str> = Self::ALL.iter().map(|fact| fact.id()).collect();
            UnknownCode::new(id, &known)
        })
    }
}

as_its_code!(Fact, id);
