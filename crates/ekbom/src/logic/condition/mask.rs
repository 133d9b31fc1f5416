//! Masks and truth: the same logic for one patient and for a block of them.

use core::fmt::Debug;

/// A set of lanes, one lane a patient: a `bool` holds one, a `u64` sixty-four, a [`Block`] several words.
pub trait Mask: Copy + PartialEq + Debug {
    /// No lane.
    const NONE: Self;
    /// Every lane.
    const ALL: Self;
    /// The lanes in both.
    #[must_use]
    fn and(self, other: Self) -> Self;
    /// The lanes in either.
    #[must_use]
    fn or(self, other: Self) -> Self;
    /// The other lanes.
    #[must_use]
    fn not(self) -> Self;
    /// Is there any lane?
    fn any(self) -> bool;
}

impl Mask for bool {
    const NONE: Self = false;
    const ALL: Self = true;
    fn and(self, other: Self) -> Self {
        self & other
    }
    fn or(self, other: Self) -> Self {
        self | other
    }
    fn not(self) -> Self {
        !self
    }
    fn any(self) -> bool {
        self
    }
}

impl Mask for u64 {
    const NONE: Self = 0;
    const ALL: Self = u64::MAX;
    fn and(self, other: Self) -> Self {
        self & other
    }
    fn or(self, other: Self) -> Self {
        self | other
    }
    fn not(self) -> Self {
        !self
    }
    fn any(self) -> bool {
        self != 0
    }
}

/// `N` words of sixty-four lanes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Block<const N: usize>(pub [u64; N]);

impl<const N: usize> Block<N> {
    fn zip(mut self, other: Self, f: impl Fn(u64, u64) -> u64) -> Self {
        for (word, own) in self.0.iter_mut().zip(other.0) {
            *word = f(*word, own);
        }
        self
    }
}

impl<const N: usize> Mask for Block<N> {
    const NONE: Self = Self([0; N]);
    const ALL: Self = Self([u64::MAX; N]);
    fn and(self, other: Self) -> Self {
        self.zip(other, |a, b| a & b)
    }
    fn or(self, other: Self) -> Self {
        self.zip(other, |a, b| a | b)
    }
    fn not(self) -> Self {
        Self(self.0.map(|word| !word))
    }
    fn any(self) -> bool {
        self.0.iter().any(|&word| word != 0)
    }
}

/// Kleene truth: the lanes where something certainly holds and those where it certainly does not. A lane in neither
/// is unknown; none is in both.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Truth<M> {
    /// Certainly holds.
    pub yes: M,
    /// Certainly does not hold.
    pub no: M,
}

impl<M: Mask> Truth<M> {
    /// Holds everywhere.
    pub const TRUE: Self = Self { yes: M::ALL, no: M::NONE };
    /// Holds nowhere.
    pub const FALSE: Self = Self { yes: M::NONE, no: M::ALL };

    /// Both hold.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { yes: self.yes.and(other.yes), no: self.no.or(other.no) }
    }

    /// Either holds.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self { yes: self.yes.or(other.yes), no: self.no.and(other.no) }
    }

    /// It does not hold.
    #[must_use]
    pub fn negate(self) -> Self {
        Self { yes: self.no, no: self.yes }
    }

    /// Given only where `when` can be; elsewhere it does not matter, and both hold.
    #[must_use]
    fn only_if(self, when: M) -> Self {
        Self { yes: self.yes.or(when.not()), no: self.no.or(when.not()) }
    }

    /// The common truth of cases of which exactly one applies: certain where every case that can apply agrees.
    pub(super) fn agree(cases: impl Iterator<Item = (M, Self)>) -> Self {
        cases.fold(Self { yes: M::ALL, no: M::ALL }, |sum, (can_apply, truth)| {
            let case = truth.only_if(can_apply);
            Self { yes: sum.yes.and(case.yes), no: sum.no.and(case.no) }
        })
    }
}

impl Truth<bool> {
    /// `Some(true)`, `Some(false)`, or `None` for unknown.
    pub const fn known(self) -> Option<bool> {
        match (self.yes, self.no) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        }
    }

    /// The stable code: `yes`, `no` or `unknown`.
    pub const fn code(self) -> &'static str {
        match self.known() {
            Some(true) => "yes",
            Some(false) => "no",
            None => "unknown",
        }
    }
}
