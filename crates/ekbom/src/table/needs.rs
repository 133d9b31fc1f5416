//! Which facts could still change the answer.
//!
//! A fact is needed when two completions of what is known, differing only in that fact, give different answers. A
//! diagram asks all axes of a fact together, so from every place where it begins to ask a fact, compare all the ways
//! in which it can leave it: if two of them can end differently for the same rest, the fact is needed. Exact.
#![expect(clippy::indexing_slicing, reason = "nodes and cuts are numbered by the compiler that made them")]

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::Table;
use super::diagram::{Axis, Diagram, Edge, Share, Target};
use crate::fact::{Fact, FactBox};

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

impl Search<'_> {
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
        let mut needed: Vec<(usize, Fact)> = Vec::new();
        for (fact, entry) in entries {
            if needed.iter().any(|(_, known)| *known == fact) {
                continue;
            }
            let mut exits = Vec::new();
            self.exits(entry, fact, &mut exits);
            let differ =
                exits.iter().enumerate().any(|(i, &a)| exits.iter().skip(i + 1).any(|&b| self.differ(a, b)));
            if differ {
                let rank = self.diagram.order.iter().position(|axis| axis.fact() == fact);
                needed.push((rank.unwrap_or(usize::MAX), fact));
            }
        }
        needed.sort_unstable();
        needed.into_iter().map(|(_, fact)| fact).collect()
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
        if let (Target::Rule(a), Target::Rule(b)) = (a, b) {
            return self.table.rules[a as usize].answers != self.table.rules[b as usize].answers;
        }
        let pair = if a < b { (a, b) } else { (b, a) };
        if let Some(&known) = self.known.get(&pair) {
            return known;
        }
        let axis = match (self.rank(a), self.rank(b)) {
            (one, other) if one <= other => self.axis(a),
            _ => self.axis(b),
        };
        let found = axis.is_some_and(|axis| {
            let (of_a, of_b) = (self.edges(a, axis), self.edges(b, axis));
            of_a.iter()
                .any(|x| of_b.iter().any(|y| self.meet(axis, x.share, y.share) && self.differ(x.to, y.to)))
        });
        self.known.insert(pair, found);
        found
    }

    fn axis(&self, target: Target) -> Option<Axis> {
        match target {
            Target::Node(index) => Some(self.diagram.nodes[index as usize].axis),
            Target::Rule(_) => None,
        }
    }

    fn rank(&self, target: Target) -> usize {
        self.axis(target)
            .and_then(|axis| self.diagram.order.iter().position(|&own| own == axis))
            .unwrap_or(usize::MAX)
    }

    /// The edges of a place on this axis; a place that does not ask it passes everybody on to itself.
    fn edges(&self, target: Target, axis: Axis) -> Vec<Edge> {
        match target {
            Target::Node(index) if self.diagram.nodes[index as usize].axis == axis => {
                self.diagram.nodes[index as usize].edges.clone()
            }
            _ => alloc::vec![Edge { share: everything(axis), to: target }],
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

/// The share of an axis that leaves nothing out.
fn everything(axis: Axis) -> Share {
    match axis {
        Axis::Choice(_) => Share::Options { first: 0, bits: u8::MAX },
        Axis::Number(_) => Share::Numbers { above: None, up_to: None },
    }
}
