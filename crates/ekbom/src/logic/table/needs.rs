//! Which facts could still change the answer.
//!
//! A fact is needed when two completions of what is known, differing only in that fact, give different answers. A
//! diagram asks all axes of a fact together, so from every place where it begins to ask a fact, compare all the ways
//! in which it can leave it: if two of them can end differently for the same rest, the fact is needed. Exact.
#![expect(clippy::indexing_slicing, reason = "nodes and cuts are numbered by the compiler that made them")]

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::Table;
use super::diagram::{Axis, Diagram, Edge, Node, Share, Target};
use crate::fact::{Fact, FactBox};
use crate::logic::question::AnswerSet;

impl Axis {
    pub(super) fn fact(self) -> Fact {
        match self {
            Self::Choice(axis) => axis.fact(),
            Self::Number(axis) => axis.fact(),
        }
    }
}

impl Table {
    /// The facts that could change this table's answer for a patient, in the order in which the table asks them.
    pub fn needs(&self, patient: &FactBox) -> Vec<Fact> {
        let mut search = Search { table: self, diagram: self.diagram(), patient, known: BTreeMap::new() };
        search.needs()
    }
}

struct Search<'t> {
    table: &'t Table,
    diagram: &'t Diagram,
    patient: &'t FactBox,
    /// Pairs of places already compared.
    known: BTreeMap<(Target, Target), bool>,
}

impl<'t> Search<'t> {
    fn needs(&mut self) -> Vec<Fact> {
        let mut entries: Vec<(Fact, Target)> = Vec::new();
        let mut open = alloc::vec![(None, self.diagram.root)];
        let mut visited: Vec<(Option<Fact>, Target)> = Vec::new();
        while let Some((from, target)) = open.pop() {
            let Target::Node(index) = target else { continue };
            if visited.contains(&(from, target)) {
                continue;
            }
            visited.push((from, target));
            let node = &self.diagram.nodes[index as usize];
            let fact = node.axis.fact();
            if from != Some(fact) && !entries.contains(&(fact, target)) {
                entries.push((fact, target));
            }
            for edge in &node.edges {
                if self.open_to_patient(node.axis, edge.share) {
                    open.push((Some(fact), edge.to));
                }
            }
        }
        let mut needed: Vec<Fact> = Vec::new();
        for (fact, entry) in entries {
            if needed.contains(&fact) {
                continue;
            }
            let mut exits = Vec::new();
            self.exits(entry, fact, &mut exits);
            let differ =
                exits.iter().enumerate().any(|(i, &a)| exits.iter().skip(i + 1).any(|&b| self.differ(a, b)));
            if differ {
                needed.push(fact);
            }
        }
        self.diagram.asked.iter().copied().filter(|fact| needed.contains(fact)).collect()
    }

    /// The places to which the nodes of one fact lead this patient.
    fn exits(&self, from: Target, fact: Fact, exits: &mut Vec<Target>) {
        match from {
            Target::Node(index) if self.diagram.nodes[index as usize].axis.fact() == fact => {
                let node = &self.diagram.nodes[index as usize];
                for edge in &node.edges {
                    if self.open_to_patient(node.axis, edge.share) {
                        self.exits(edge.to, fact, exits);
                    }
                }
            }
            _ => {
                if !exits.contains(&from) {
                    exits.push(from);
                }
            }
        }
    }

    /// Is there a patient inside the box for whom the two places end in different answers?
    fn differ(&mut self, a: Target, b: Target) -> bool {
        if a == b {
            return false;
        }
        if let (Target::Leaf(a), Target::Leaf(b)) = (a, b) {
            return self.answers(a) != self.answers(b);
        }
        let pair = if a < b { (a, b) } else { (b, a) };
        if let Some(&known) = self.known.get(&pair) {
            return known;
        }
        let (of_a, of_b) = (self.node(a), self.node(b));
        // The axis that the diagram asks first; a place that does not ask it passes everybody on to itself.
        let first = match (of_a, of_b) {
            (Some(one), Some(other)) if other.rank < one.rank => Some(other),
            (one, other) => one.or(other),
        };
        let found = first.is_some_and(|first| {
            let edges = |own: Option<&'t Node>, place| match own {
                Some(node) if node.rank == first.rank => Edges::Own(&node.edges),
                _ => Edges::Passed([Edge { share: everything(first.axis), to: place }]),
            };
            let (of_a, of_b) = (edges(of_a, a), edges(of_b, b));
            of_a.as_slice().iter().any(|x| {
                let mut others = of_b.as_slice().iter();
                others.any(|y| self.meet(first.axis, x.share, y.share) && self.differ(x.to, y.to))
            })
        });
        self.known.insert(pair, found);
        found
    }

    fn answers(&self, leaf: u16) -> AnswerSet {
        let rules = self.diagram.leaves[leaf as usize].iter().map(|rule| &self.table.rules[*rule as usize]);
        rules.fold(AnswerSet::EMPTY, |sum, rule| sum.or(rule.answers))
    }

    fn node(&self, target: Target) -> Option<&'t Node> {
        match target {
            Target::Node(index) => Some(&self.diagram.nodes[index as usize]),
            Target::Leaf(_) => None,
        }
    }

    fn open_to_patient(&self, axis: Axis, share: Share) -> bool {
        self.meet(axis, share, everything(axis))
    }

    /// Do two shares of an axis have something in common that the patient may have?
    fn meet(&self, axis: Axis, a: Share, b: Share) -> bool {
        match (axis, a, b) {
            (Axis::Choice(axis), Share::Options { bits: a, .. }, Share::Options { bits: b, .. }) => {
                self.patient.choice(axis).0 & a & b != 0
            }
            (
                Axis::Number(axis),
                Share::Numbers { above: a_above, up_to: a_up_to },
                Share::Numbers { above: b_above, up_to: b_up_to },
            ) => {
                let at = |place: u16| self.diagram.cuts[place as usize].1;
                let interval = self.patient.number(axis);
                let above = [a_above, b_above].into_iter().flatten().map(at);
                let up_to = [a_up_to, b_up_to].into_iter().flatten().map(at);
                let low = above.fold(f64::NEG_INFINITY, f64::max);
                let high = up_to.fold(f64::INFINITY, f64::min);
                // The common share is (low, high]; the patient's numbers are [interval.low, interval.high].
                low < high && interval.high() > low && interval.low() <= high
            }
            _ => false,
        }
    }
}

/// The edges by which a place is left.
enum Edges<'t> {
    Own(&'t [Edge]),
    Passed([Edge; 1]),
}

impl Edges<'_> {
    fn as_slice(&self) -> &[Edge] {
        match self {
            Self::Own(edges) => edges,
            Self::Passed(edge) => edge,
        }
    }
}

/// The share of an axis that leaves nothing out.
fn everything(axis: Axis) -> Share {
    match axis {
        Axis::Choice(_) => Share::Options { first: 0, bits: u8::MAX },
        Axis::Number(_) => Share::Numbers { above: None, up_to: None },
    }
}
