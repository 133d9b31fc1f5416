//! Shared by the property tests: how many cases, where numbers come from, random tables, boxes and patients.

pub(crate) mod boxes;
pub(crate) mod patients;
pub(crate) mod point;
pub(crate) mod tables;

use proptest::prelude::*;
use proptest::test_runner::Config;

/// So many cases, or what `EKBOM_CASES` says.
pub(crate) fn cases(usual: u32) -> Config {
    let wanted = std::env::var("EKBOM_CASES").ok().and_then(|text| text.parse().ok());
    Config { cases: wanted.unwrap_or(usual), failure_persistence: None, ..Config::default() }
}

/// Random numbers to be used up one by one; shrinks towards zeros, so zero is always the plainest choice.
#[derive(Clone)]
pub(crate) struct Draws {
    numbers: Vec<u32>,
    at: usize,
}

/// So many draws before they begin anew.
pub(crate) fn draws(count: usize) -> impl Strategy<Value = Draws> {
    proptest::collection::vec(any::<u32>(), count).prop_map(|numbers| Draws { numbers, at: 0 })
}

impl std::fmt::Debug for Draws {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.numbers)
    }
}

impl Draws {
    /// A number below `bound`.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        let number = self.numbers[self.at % self.numbers.len()];
        // Stirred on each time round, so that few draws still give different things.
        let round = (self.at / self.numbers.len()) as u32;
        self.at += 1;
        (number.wrapping_add(round.wrapping_mul(0x9e37_79b9)) >> 3) as usize % bound.max(1)
    }

    /// True once in so many times.
    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == times - 1
    }

    /// One of these.
    pub(crate) fn one_of<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }
}
