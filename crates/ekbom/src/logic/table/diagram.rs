//! The compiled form of a table: an ordered decision diagram.
//!
//! Each node asks one axis once, and its edges share out that axis among them; so along any path every axis is asked
//! at most once, and a box reaches a leaf exactly when some patient inside it does. That is what makes the set of
//! possible answers exact, where Kleene truth alone would report too many. Running it is one pass of `and` and `or`
//! over comparison planes, for one lane or for a block of them.
#![expect(
    clippy::indexing_slicing,
    reason = "nodes, planes and leaves are numbered by the compiler that made them"
)]

use alloc::vec::Vec;
use core::ops::ControlFlow;

use crate::fact::{ChoiceAxis, Fact, FactBox, NumberAxis, Options};
use crate::logic::condition::{Lanes, Mask, Truth};
use crate::measure::interval::Interval;

/// A compiled table.
#[derive(Clone, PartialEq, Debug)]
pub struct Diagram {
    /// Children before parents: a node's edges lead to lower numbers or to leaves.
    pub(super) nodes: Vec<Node>,
    pub(super) root: Target,
    pub(super) rules: usize,
    /// The rules at each leaf: one, or several where a rule asks for an answer that another table itself leaves open.
    pub(super) leaves: Vec<Vec<u16>>,
    /// The cuts that the number edges use.
    pub(super) cuts: Vec<(NumberAxis, f64)>,
    /// The options that the choice edges use.
    pub(super) options: Vec<(ChoiceAxis, u8)>,
    /// The facts that its nodes ask, in the order in which it asks them.
    pub(super) asked: Vec<Fact>,
}

/// Any axis.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Axis {
    Choice(ChoiceAxis),
    Number(NumberAxis),
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Node {
    /// Place of its axis in the order in which the diagram asks.
    pub(super) rank: u16,
    pub(super) axis: Axis,
    pub(super) edges: Vec<Edge>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Edge {
    pub(super) share: Share,
    pub(super) to: Target,
}

/// The part of its node's axis that an edge stands for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Share {
    /// Numbers above one cut (none: from the lowest) and up to another (none: to the highest), as places in `cuts`.
    Numbers { above: Option<u16>, up_to: Option<u16> },
    /// Options, as a run of places in `options`.
    Options { first: u16, bits: u8 },
}

/// Where an edge leads.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Target {
    Leaf(u16),
    Node(u16),
}

/// Buffers of a run, so that it need not allocate. One for each thread.
#[derive(Clone, Debug)]
pub struct Scratch<M> {
    /// Planes already compared: only those that some lane comes to are.
    cuts: Vec<Option<Truth<M>>>,
    options: Vec<Option<M>>,
    reached: Vec<M>,
    fired: Vec<M>,
}

impl<M> Scratch<M> {
    /// Empty buffers.
    pub const fn new() -> Self {
        Self { cuts: Vec::new(), options: Vec::new(), reached: Vec::new(), fired: Vec::new() }
    }
}

impl<M> Default for Scratch<M> {
    fn default() -> Self {
        Self::new()
    }
}

impl Diagram {
    /// A table that would need more nodes, or more leaves, is refused.
    pub const MOST_NODES: usize = 4096;
    /// A table of more rules is refused.
    pub const MOST_RULES: usize = 1000;
    /// A table of more conditions is refused; those of a table that it asks count wherever they are asked.
    pub const MOST_CONDITIONS: usize = 20_000;
    /// The same for conditions within conditions.
    pub const DEEPEST: usize = 200;
    /// Cells that may be looked at to compile a table with its flags. What the parts of a condition come to can be large
    /// where the whole is small.
    pub const MOST_WORK: u64 = 4_000_000;

    /// At most how many paths it has, counted without walking them.
    ///
    /// ```
    /// use ekbom::Knowledge;
    /// let knowledge = Knowledge::builtin();
    /// let table = knowledge.table("iron.therapy", "nice-cks").unwrap();
    /// assert!(table.diagram().paths().len() as u64 <= table.diagram().most_paths());
    /// ```
    pub fn most_paths(&self) -> u64 {
        let mut counts: Vec<u64> = Vec::with_capacity(self.nodes.len());
        let of = |counts: &[u64], to: Target| match to {
            Target::Leaf(_) => 1,
            Target::Node(node) => counts.get(node as usize).copied().unwrap_or(1),
        };
        // A node stands after all that it leads to.
        for node in &self.nodes {
            let edges = node.edges.iter().map(|edge| of(&counts, edge.to));
            let sum = edges.fold(0, u64::saturating_add);
            counts.push(sum);
        }
        of(&counts, self.root)
    }

    /// How many nodes it has.
    pub fn size(&self) -> usize {
        self.nodes.len()
    }

    /// For each rule, the lanes of `live` in which it can be the one that applies.
    pub fn run<'s, M: Mask>(&self, lanes: &impl Lanes<M>, live: M, scratch: &'s mut Scratch<M>) -> &'s [M] {
        scratch.cuts.clear();
        scratch.cuts.resize(self.cuts.len(), None);
        scratch.options.clear();
        scratch.options.resize(self.options.len(), None);
        let Scratch { cuts, options, reached, fired } = scratch;
        let at_most = |place: u16| {
            let (axis, cut) = self.cuts[place as usize];
            *cuts[place as usize].get_or_insert_with(|| lanes.at_most(axis, cut))
        };
        let can_be = |place: usize| {
            let (axis, option) = self.options[place];
            *options[place].get_or_insert_with(|| lanes.can_be(axis, option))
        };
        self.walk(at_most, can_be, live, reached, fired);
        fired
    }

    /// The same over comparison planes made beforehand: `cut` and `option` find those of the places in [`Self::cuts`]
    /// and [`Self::options`]. `reached` is a buffer; `fired` receives for each rule the lanes in which it can be the one
    /// that applies. Inlined, so that a caller compiled for a wider processor gets wider words.
    #[inline(always)]
    pub fn run_planes<'p, M: Mask + 'p>(
        &self,
        cut: impl Fn(usize) -> &'p Truth<M>,
        option: impl Fn(usize) -> &'p M,
        live: M,
        reached: &mut Vec<M>,
        fired: &mut Vec<M>,
    ) {
        self.walk(|place| *cut(place as usize), |place| *option(place), live, reached, fired);
    }

    /// From the root down, one pass.
    #[inline(always)]
    fn walk<M: Mask>(
        &self,
        mut at_most: impl FnMut(u16) -> Truth<M>,
        mut can_be: impl FnMut(usize) -> M,
        live: M,
        reached: &mut Vec<M>,
        fired: &mut Vec<M>,
    ) {
        reached.clear();
        reached.resize(self.nodes.len(), M::NONE);
        fired.clear();
        fired.resize(self.rules, M::NONE);
        let mut send = |reached: &mut [M], to: Target, lanes: M| match to {
            Target::Leaf(leaf) => {
                for rule in &self.leaves[leaf as usize] {
                    fired[*rule as usize] = fired[*rule as usize].or(lanes);
                }
            }
            Target::Node(node) => reached[node as usize] = reached[node as usize].or(lanes),
        };
        send(reached, self.root, live);
        for (index, node) in self.nodes.iter().enumerate().rev() {
            let here = reached[index];
            if !here.any() {
                continue;
            }
            for edge in &node.edges {
                let through = match edge.share {
                    Share::Numbers { above, up_to } => {
                        let mut some = here;
                        if let Some(cut) = above {
                            some = some.and(at_most(cut).yes.not());
                        }
                        if let Some(cut) = up_to {
                            some = some.and(at_most(cut).no.not());
                        }
                        some
                    }
                    Share::Options { first, mut bits } => {
                        let mut some = M::NONE;
                        while bits != 0 {
                            some = some.or(can_be(first as usize + bits.trailing_zeros() as usize));
                            bits &= bits - 1;
                        }
                        here.and(some)
                    }
                };
                send(reached, edge.to, through);
            }
        }
    }

    /// The facts that nodes ask, in the order in which they ask them.
    pub(super) fn facts_asked(nodes: &[Node]) -> Vec<Fact> {
        let mut asked: Vec<(u16, Fact)> = nodes.iter().map(|node| (node.rank, node.axis.fact())).collect();
        asked.sort_unstable();
        asked.dedup_by_key(|(_, fact)| *fact);
        asked.into_iter().map(|(_, fact)| fact).collect()
    }

    /// Is some axis of this fact asked?
    pub(super) fn asks_fact(&self, fact: Fact) -> bool {
        self.asked.contains(&fact)
    }

    pub(super) fn asks_choice(&self, axis: ChoiceAxis) -> bool {
        self.nodes.iter().any(|node| node.axis == Axis::Choice(axis))
    }

    /// The cuts on each number axis that the diagram distinguishes.
    pub fn cuts(&self) -> &[(NumberAxis, f64)] {
        &self.cuts
    }

    /// The options that the diagram distinguishes on each choice axis.
    pub fn options(&self) -> &[(ChoiceAxis, u8)] {
        &self.options
    }

    /// For each node the part of its axis that each edge stands for, as a box in which all else is open. Where these
    /// shares are disjoint and leave nothing out, and each edge leads to what is asked later, no two paths share a
    /// patient and everybody is on one.
    ///
    /// With each share goes the place at which the node asks, and that of the node it leads to; `None` at a leaf.
    pub fn shares(&self) -> impl Iterator<Item = (u16, Vec<(FactBox, Option<u16>)>)> {
        self.nodes.iter().map(move |node| {
            let everything = FactBox::everything();
            let shares = node.edges.iter().filter_map(move |edge| {
                let part = self.narrowed(&everything, node.axis, edge.share)?;
                let next = match edge.to {
                    Target::Leaf(_) => None,
                    Target::Node(index) => Some(self.nodes[index as usize].rank),
                };
                Some((part, next))
            });
            (node.rank, shares.collect())
        })
    }

    /// Every path from the root to a leaf, as the box of all patients that take it and the rules at the leaf: one, or
    /// several where another table leaves open what is asked of it.
    ///
    /// The boxes share no patient and together hold everybody: what a proof has to visit.
    pub fn paths(&self) -> Vec<(FactBox, &[u16])> {
        let mut paths = Vec::new();
        let _ = self.visit(&FactBox::everything(), &mut |part, rules| {
            paths.push((part.clone(), rules));
            ControlFlow::Continue(())
        });
        paths
    }

    /// The same of the patients in a box, one path after the other until `visit` breaks off.
    pub(super) fn visit<'d>(
        &'d self,
        inside: &FactBox,
        visit: &mut impl FnMut(&FactBox, &'d [u16]) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        self.descend(self.root, inside, visit)
    }

    fn descend<'d>(
        &'d self,
        at: Target,
        inside: &FactBox,
        visit: &mut impl FnMut(&FactBox, &'d [u16]) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        match at {
            Target::Leaf(leaf) => visit(inside, &self.leaves[leaf as usize]),
            Target::Node(index) => {
                let node = &self.nodes[index as usize];
                node.edges.iter().try_for_each(|edge| match self.narrowed(inside, node.axis, edge.share) {
                    Some(part) => self.descend(edge.to, &part, visit),
                    None => ControlFlow::Continue(()),
                })
            }
        }
    }

    /// What an edge takes of a box; `None` where that is nobody.
    fn narrowed(&self, inside: &FactBox, axis: Axis, share: Share) -> Option<FactBox> {
        let mut part = inside.clone();
        match (axis, share) {
            (Axis::Choice(axis), Share::Options { bits, .. }) => {
                let options = inside.choice(axis).0 & bits;
                if options == 0 {
                    return None;
                }
                part.set_choice(axis, Options(options));
            }
            (Axis::Number(axis), Share::Numbers { above, up_to }) => {
                let known = inside.number(axis);
                let low = above.map_or(known.low(), |cut| Interval::just_above(self.cuts[cut as usize].1));
                let high = up_to.map_or(known.high(), |cut| self.cuts[cut as usize].1);
                part.set_number(axis, Interval::new(low.max(known.low()), high.min(known.high()))?);
            }
            _ => {}
        }
        Some(part)
    }
}
