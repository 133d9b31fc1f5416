//! From the bytes of the file to diagrams. Every place is checked: what does not fit is no diagram.

use alloc::vec::Vec;

use super::{Library, MAGIC, fingerprint};
use crate::fact::{ChoiceAxis, NumberAxis};
use crate::logic::table::axes::options_of;
use crate::logic::table::diagram::{Axis, Diagram, Edge, Node, Share, Target};

/// Bytes still to be read.
pub(super) struct Reader<'b>(&'b [u8]);

impl<'b> Reader<'b> {
    pub(super) const fn new(bytes: &'b [u8]) -> Self {
        Self(bytes)
    }

    fn take(&mut self, count: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn word(&mut self) -> Option<u64> {
        self.take(8)?.try_into().ok().map(u64::from_le_bytes)
    }

    /// Seven bits a byte, the lowest first; the highest bit says that more follow. At most three bytes.
    fn count(&mut self) -> Option<usize> {
        let mut value = 0;
        for place in 0..3 {
            let (first, rest) = self.0.split_first()?;
            self.0 = rest;
            value |= usize::from(first & 0x7f) << (7 * place);
            if first & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }

    fn small(&mut self) -> Option<u16> {
        self.count()?.try_into().ok()
    }

    fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.count()?;
        // A count that the bytes cannot hold is no reason to ask for memory.
        let mut items = Vec::with_capacity(count.min(self.0.len()));
        for _ in 0..count {
            items.push(item(self)?);
        }
        Some(items)
    }
}

impl Reader<'static> {
    pub(super) fn library(mut self) -> Option<Library> {
        if self.take(MAGIC.len())? != MAGIC || self.word()? != fingerprint::of_catalogue() {
            return None;
        }
        let hash = Some(self.word()?);
        let limits = self.list(|own| {
            let axis = NumberAxis::at(own.count()?)?;
            Some((axis, f64::from_bits(own.word()?)))
        })?;
        let places = self.list(|own| {
            let fingerprint = own.word()?;
            let length = own.count()?;
            Some((fingerprint, own.take(length)?))
        })?;
        Some(Library { hash, limits, places })
    }
}

impl Reader<'_> {
    /// One diagram, and nothing after it.
    pub(super) fn diagram(mut self, limits: &[(NumberAxis, f64)]) -> Option<Diagram> {
        let rules = self.count()?;
        let leaves =
            self.list(|own| own.list(|own| own.small().filter(|rule| usize::from(*rule) < rules)))?;
        let cuts = self.list(|own| limits.get(own.count()?).copied())?;
        let choices = self.list(|own| ChoiceAxis::at(own.count()?))?;
        let options: Vec<(ChoiceAxis, u8)> = choices.into_iter().flat_map(options_of).collect();
        let axes = self.list(|own| Some(Asked::new(own.small()?, own.axis()?, &cuts, &options)))?;
        let mut nodes: Vec<Node> = Vec::new();
        for _ in 0..self.count()? {
            let node = self.node(&axes, nodes.len(), leaves.len())?;
            nodes.push(node);
        }
        let root = self.target(nodes.len(), leaves.len())?;
        let asked = Diagram::facts_asked(&nodes);
        self.0.is_empty().then_some(Diagram { nodes, root, rules, leaves, cuts, options, asked })
    }

    fn axis(&mut self) -> Option<Axis> {
        let code = self.count()?;
        match code % 2 {
            0 => ChoiceAxis::at(code / 2).map(Axis::Choice),
            _ => NumberAxis::at(code / 2).map(Axis::Number),
        }
    }

    /// A leaf, or one of the nodes that stand before.
    fn target(&mut self, nodes: usize, leaves: usize) -> Option<Target> {
        let code = self.small()?;
        let place = code / 2;
        let to = if code % 2 == 0 { Target::Leaf(place) } else { Target::Node(place) };
        let most = if code % 2 == 0 { leaves } else { nodes };
        (usize::from(place) < most).then_some(to)
    }

    fn node(&mut self, axes: &[Asked], nodes: usize, leaves: usize) -> Option<Node> {
        let asked = axes.get(self.count()?)?;
        // An edge of numbers begins where the one before it ends, and the last has no end.
        let mut above = None;
        let edges = self.list(|reader| {
            let part = reader.count()?;
            let share = match asked.axis {
                Axis::Choice(_) => Share::Options { first: asked.first, bits: asked.options(part)? },
                Axis::Number(_) => {
                    let up_to = match part.checked_sub(1) {
                        None => None,
                        Some(cell) => Some(asked.place(cell)?),
                    };
                    Share::Numbers { above: core::mem::replace(&mut above, up_to), up_to }
                }
            };
            Some(Edge { share, to: reader.target(nodes, leaves)? })
        })?;
        Some(Node { rank: asked.rank, axis: asked.axis, edges })
    }
}

/// An axis that nodes ask, with the places of its options or cuts.
struct Asked {
    rank: u16,
    axis: Axis,
    first: u16,
    end: u16,
}

impl Asked {
    fn new(rank: u16, axis: Axis, cuts: &[(NumberAxis, f64)], options: &[(ChoiceAxis, u8)]) -> Self {
        let (first, end) = match axis {
            Axis::Choice(own) => {
                let mine = |(axis, _): &(ChoiceAxis, u8)| *axis == own;
                let first = options.iter().position(mine).unwrap_or(options.len());
                (first, first + options.iter().filter(|option| mine(option)).count())
            }
            Axis::Number(own) => (
                cuts.partition_point(|(axis, _)| *axis < own),
                cuts.partition_point(|(axis, _)| *axis <= own),
            ),
        };
        Self { rank, axis, first: first as u16, end: end as u16 }
    }

    /// Options of this axis, by bits.
    fn options(&self, bits: usize) -> Option<u8> {
        let all = 1_usize.checked_shl(u32::from(self.end - self.first))? - 1;
        u8::try_from(bits).ok().filter(|_| bits & !all == 0)
    }

    /// The place of a cut of this axis.
    fn place(&self, cell: usize) -> Option<u16> {
        let place = usize::from(self.first) + cell;
        u16::try_from(place).ok().filter(|place| *place < self.end)
    }
}
