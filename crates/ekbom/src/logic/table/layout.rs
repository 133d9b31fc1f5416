//! From the function of a whole table to its diagram: nodes with edges, children before parents.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::axes::Axes;
use super::compile::CompileError;
use super::diagram::{Axis, Diagram, Edge, Node, Share, Target};
use super::function::Function;
use super::symbols::{Symbols, is_nobody};

/// Writes a function down as a diagram of `rules` rules.
pub(super) fn lay_out(
    whole: Function,
    axes: &Axes,
    symbols: &Symbols<'_>,
    rules: usize,
) -> Result<Diagram, CompileError> {
    let mut layout = Layout { symbols, axes, nodes: Vec::new(), leaves: Vec::new(), placed: BTreeMap::new() };
    let root = layout.target(whole)?;
    let Layout { nodes, leaves, .. } = layout;
    let asked = Diagram::facts_asked(&nodes);
    Ok(Diagram { nodes, root, rules, leaves, cuts: axes.cuts.clone(), options: axes.options.clone(), asked })
}

struct Layout<'s> {
    symbols: &'s Symbols<'s>,
    axes: &'s Axes,
    nodes: Vec<Node>,
    leaves: Vec<Vec<u16>>,
    placed: BTreeMap<Function, Target>,
}

impl Layout<'_> {
    fn target(&mut self, function: Function) -> Result<Target, CompileError> {
        if let Some(&target) = self.placed.get(&function) {
            return Ok(target);
        }
        let target = match function {
            Function::Value(value) => self.leaf(value)?,
            Function::Split(place) => self.node(place)?,
        };
        self.placed.insert(function, target);
        Ok(target)
    }

    fn leaf(&mut self, value: u16) -> Result<Target, CompileError> {
        if is_nobody(value) {
            return Err(CompileError::NotExhaustive);
        }
        self.leaves.push(self.symbols.leaves.get(usize::from(value)).cloned().unwrap_or_default());
        Ok(Target::Leaf((self.leaves.len() - 1) as u16))
    }

    fn node(&mut self, place: u32) -> Result<Target, CompileError> {
        let split = self.symbols.functions.split(place).cloned();
        let found = split.and_then(|split| self.axes.at(split.rank).map(|at| (split, at)));
        let Some((split, (axis, places))) = found else { return Err(CompileError::TooLarge) };
        let first = places.start as u16;
        let mut edges: Vec<Edge> = Vec::new();
        for (cell, function) in split.cells.iter().enumerate() {
            let to = self.target(*function)?;
            match axis {
                Axis::Choice(_) => {
                    let option = self.axes.options.get(places.start + cell).map_or(0, |(_, option)| *option);
                    let bits = 1 << option;
                    match edges.iter_mut().find(|edge| edge.to == to) {
                        Some(Edge { share: Share::Options { bits: own, .. }, .. }) => *own |= bits,
                        _ => edges.push(Edge { share: Share::Options { first, bits }, to }),
                    }
                }
                Axis::Number(_) => {
                    let above = cell.checked_sub(1).map(|cell| first + cell as u16);
                    let up_to = (cell + 1 < split.cells.len()).then_some(first + cell as u16);
                    match edges.last_mut() {
                        Some(Edge { share: Share::Numbers { up_to: end, .. }, to: last }) if *last == to => {
                            *end = up_to;
                        }
                        _ => edges.push(Edge { share: Share::Numbers { above, up_to }, to }),
                    }
                }
            }
        }
        if self.nodes.len() >= Diagram::MOST_NODES {
            return Err(CompileError::TooLarge);
        }
        self.nodes.push(Node { rank: split.rank, axis, edges });
        Ok(Target::Node((self.nodes.len() - 1) as u16))
    }
}
