//! From rules to a diagram, by asking the evaluator.
//!
//! A partial patient is built up axis by axis. At each step the rules are evaluated; what is still undecided, with
//! all that no longer matters taken away, is the **residual**. No residual left: a leaf. Otherwise the first axis it
//! asks is split at every limit it asks there, each part compiled in turn, and equal nodes merged. Two ways that leave
//! the same residual share one node.

use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::Rule;
use super::certainty::Certainty;
use super::diagram::{Axis, Diagram, Edge, Node, Share, Target};
use super::rest::{Asked, Left, Rest, Step, place};
use crate::fact::{ChoiceAxis, Fact, FactBox, Group, NumberAxis, Options};
use crate::logic::condition::Expression;
use crate::measure::interval::Interval;

/// Why rules do not make a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CompileError {
    /// Some patient would get no answer.
    #[error("the rules do not answer every patient: end with one that always matches")]
    NotExhaustive,
    /// The diagram would be too large.
    #[error("the table needs more than {} nodes", Diagram::MOST_NODES)]
    TooLarge,
    /// There are more rules than a table may have.
    #[error("the table has more than {} rules", Diagram::MOST_RULES)]
    TooManyRules,
    /// Its conditions are too many, those of other tables counted wherever they are asked.
    #[error("the conditions, with those of the tables they ask, are more than {}", Diagram::MOST_CONDITIONS)]
    TooManyConditions,
    /// Its conditions are nested too deep, those of other tables with them.
    #[error(
        "the conditions, with those of the tables they ask, are nested more than {} deep",
        Diagram::DEEPEST
    )]
    TooDeep,
    /// It would take too long to find out whether the diagram is too large.
    #[error("the table takes more than {} comparisons to compile", Diagram::MOST_WORK)]
    TooMuchWork,
    /// A rule has no answer.
    #[error("rule {rule} has no answer")]
    NoAnswer {
        /// Its place, from 0.
        rule: usize,
    },
}

/// What rules compile into: the diagram of the table, and for each rule the conditions of its flags.
pub(super) struct Compiled {
    pub(super) table: Diagram,
    pub(super) flags: Vec<Vec<Arc<Certainty>>>,
}

pub(super) fn compile(rules: &[Rule]) -> Result<Compiled, CompileError> {
    if let Some(rule) = rules.iter().position(|rule| rule.answers.is_empty()) {
        return Err(CompileError::NoAnswer { rule });
    }
    check_size(rules)?;
    // What may be spent is shared, so that a table of many flags cannot take longer than another.
    let mut left = Diagram::MOST_WORK;
    let conditions: Vec<&Expression> = rules.iter().map(|rule| &rule.when).collect();
    let table = diagram(&conditions, &mut left)?;
    Ok(Compiled { table, flags: flags(rules, &mut left)? })
}

/// The conditions of all flags; equal ones, of which a table has many, are compiled once.
fn flags(rules: &[Rule], left: &mut u64) -> Result<Vec<Vec<Arc<Certainty>>>, CompileError> {
    let mut made: Vec<(&Expression, Arc<Certainty>)> = Vec::new();
    let mut certainty = |condition| match made.iter().find(|(own, _)| *own == condition) {
        Some((_, compiled)) => Ok(Arc::clone(compiled)),
        None => {
            let compiled = Arc::new(Certainty::within(condition, left)?);
            made.push((condition, Arc::clone(&compiled)));
            Ok(compiled)
        }
    };
    rules.iter().map(|rule| rule.flags.iter().map(|flag| certainty(&flag.when)).collect()).collect()
}

/// The diagram of conditions of which the first that holds is taken. Takes from `left` what it costs.
pub(super) fn diagram(conditions: &[&Expression], left: &mut u64) -> Result<Diagram, CompileError> {
    let mut compiler = Compiler::new(conditions, *left);
    let mut asked = Asked::new();
    let all: Vec<(u16, Rest<'_>)> = (0u16..)
        .zip(conditions)
        .map(|(index, &condition)| (index, Rest::of(condition, &mut asked)))
        .collect();
    let root = compiler.build(&FactBox::everything(), &all)?;
    *left = compiler.left;
    let mut asked: Vec<(u16, Fact)> =
        compiler.nodes.iter().map(|node| (node.rank, node.axis.fact())).collect();
    asked.sort_unstable();
    asked.dedup_by_key(|(_, fact)| *fact);
    Ok(Diagram {
        nodes: compiler.nodes,
        root,
        rules: conditions.len(),
        leaves: compiler.leaves,
        cuts: compiler.cuts,
        options: compiler.options,
        asked: asked.into_iter().map(|(_, fact)| fact).collect(),
    })
}

/// Are the rules, with the conditions of the tables that they ask, within the limits?
fn check_size(rules: &[Rule]) -> Result<(), CompileError> {
    if rules.len() > Diagram::MOST_RULES {
        return Err(CompileError::TooManyRules);
    }
    let mut left = Diagram::MOST_CONDITIONS;
    for rule in rules {
        for condition in rule.flags.iter().map(|flag| &flag.when).chain([&rule.when]) {
            let size = condition.size(left, usize::MAX).ok_or(CompileError::TooManyConditions)?;
            condition.size(left, Diagram::DEEPEST).ok_or(CompileError::TooDeep)?;
            left -= size;
        }
    }
    Ok(())
}

struct Compiler<'r> {
    conditions: core::marker::PhantomData<&'r Expression>,
    /// How much may still be spent.
    left: u64,
    order: Vec<Axis>,
    cuts: Vec<(NumberAxis, f64)>,
    options: Vec<(ChoiceAxis, u8)>,
    nodes: Vec<Node>,
    leaves: Vec<Vec<u16>>,
    /// Nodes already made, to merge equal ones.
    made: BTreeMap<Node, Target>,
    /// Residuals already compiled.
    seen: BTreeMap<Vec<u8>, Target>,
}

/// What is left to decide: its canonical bytes, and the axis to ask next.
struct Residual {
    key: Vec<u8>,
    rank: usize,
    /// Each table asked, by its place, with where in the key it was first written out.
    tables: Vec<(usize, u16)>,
}

impl<'r> Compiler<'r> {
    fn new(conditions: &'r [&'r Expression], left: u64) -> Self {
        let mut facts: Vec<Fact> = Vec::new();
        let mut cuts: Vec<(NumberAxis, f64)> = Vec::new();
        for condition in conditions {
            facts.extend(condition.facts());
            cuts.extend(condition.number_cuts());
        }
        // All axes of a fact stand together, which `needs` relies on. Who somebody is and what was measured comes first: few
        // outcomes of those matter to what is asked of symptoms and history after them, so that a large table stays small. Else
        // facts stand in the order in which rules ask them.
        facts.sort_by_key(|fact| !matches!(fact.info().group, Group::Person | Group::Laboratory));
        let mut order = Vec::new();
        let mut options = Vec::new();
        for (place, fact) in facts.iter().enumerate() {
            if facts.iter().take(place).any(|earlier| earlier == fact) {
                continue;
            }
            for axis in fact.choice_axes() {
                order.push(Axis::Choice(axis));
                options.extend(axis.domain().indices().map(|option| (axis, option)));
            }
            order.extend(fact.readings().map(|reading| Axis::Number(reading.axis)));
        }
        cuts.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        cuts.dedup();
        Self {
            conditions: core::marker::PhantomData,
            left,
            order,
            cuts,
            options,
            nodes: Vec::new(),
            leaves: Vec::new(),
            made: BTreeMap::new(),
            seen: BTreeMap::new(),
        }
    }

    fn build(&mut self, inside: &FactBox, live: &[(u16, Rest<'r>)]) -> Result<Target, CompileError> {
        let mut step = Step::new(inside);
        let mut open: Vec<(u16, Rest<'r>)> = Vec::new();
        let mut possible: Vec<u16> = Vec::new();
        let mut everybody = false;
        for (index, condition) in live {
            match condition.within(&mut step) {
                Left::No => {}
                Left::Yes => {
                    possible.push(*index);
                    open.push((*index, Rest::Always));
                    everybody = true;
                    break;
                }
                Left::Open(rest) => {
                    possible.push(*index);
                    open.push((*index, rest));
                }
            }
        }
        self.left = self.left.checked_sub(step.work).ok_or(CompileError::TooMuchWork)?;
        let mut residual = Residual { key: Vec::new(), rank: usize::MAX, tables: Vec::new() };
        for (index, rest) in &open {
            residual.key.extend(index.to_le_bytes());
            self.residue(rest, inside, &mut residual);
        }
        if residual.rank == usize::MAX {
            // Nothing left to ask. A rule that is undecided all the same asks for an answer that another table leaves
            // open, so it and those after it stay possible.
            return if everybody { self.leaf(possible) } else { Err(CompileError::NotExhaustive) };
        }
        if let Some(&target) = self.seen.get(&residual.key) {
            return Ok(target);
        }
        let rank = residual.rank as u16;
        let target = match self.order.get(residual.rank) {
            Some(&Axis::Choice(axis)) => self.split_options(inside, &open, rank, axis)?,
            Some(&Axis::Number(axis)) => self.split_numbers(inside, &open, rank, axis)?,
            None => return Err(CompileError::NotExhaustive),
        };
        self.seen.insert(residual.key, target);
        Ok(target)
    }

    fn leaf(&mut self, rules: Vec<u16>) -> Result<Target, CompileError> {
        let place = self.leaves.iter().position(|own| *own == rules).unwrap_or(self.leaves.len());
        if place >= Diagram::MOST_NODES {
            return Err(CompileError::TooLarge);
        }
        if place == self.leaves.len() {
            self.leaves.push(rules);
        }
        Ok(Target::Leaf(place as u16))
    }

    /// Appends what is undecided in a condition: its canonical bytes.
    fn residue(&self, rest: &Rest<'_>, inside: &FactBox, residual: &mut Residual) {
        match rest {
            Rest::Always => {}
            Rest::Option(_, test) => {
                residual.key.extend([1, test.axis.index() as u8, test.options.0]);
                self.ask(Axis::Choice(test.axis), residual);
            }
            Rest::Number(_, test) => {
                residual.key.push(2 + u8::from(test.holds_above()));
                for cut in test.cuts() {
                    if inside.counts(cut.reading) {
                        for selector in cut.reading.when.iter() {
                            if !inside.choice(selector.axis).is_known() {
                                self.ask(Axis::Choice(selector.axis), residual);
                            }
                        }
                        let interval = inside.number(cut.reading.axis);
                        let decided = interval.high() <= cut.at || interval.low() > cut.at;
                        residual.key.extend([cut.reading.axis.index() as u8, u8::from(decided)]);
                        residual.key.extend(cut.at.to_bits().to_le_bytes());
                        if decided {
                            residual.key.push(u8::from(interval.high() <= cut.at));
                        } else {
                            self.ask(Axis::Number(cut.reading.axis), residual);
                        }
                    }
                }
                residual.key.push(255);
            }
            Rest::All(items) => self.residue_of_list(4, items, inside, residual),
            Rest::Any(items) => self.residue_of_list(5, items, inside, residual),
            Rest::Not(item) => {
                residual.key.push(6);
                self.residue(item, inside, residual);
            }
            Rest::Answer(set, cases) => {
                residual.key.push(7);
                residual.key.extend(set.bits().to_le_bytes());
                // Written out once: what it asks, and so its place in the order, is the same wherever it is asked.
                let own = place(cases);
                if let Some((_, number)) = residual.tables.iter().find(|(known, _)| *known == own) {
                    residual.key.push(9);
                    residual.key.extend(number.to_le_bytes());
                    return;
                }
                residual.tables.push((own, residual.tables.len() as u16));
                for (answers, condition) in cases.iter() {
                    residual.key.push(8);
                    residual.key.extend(answers.bits().to_le_bytes());
                    self.residue(condition, inside, residual);
                }
                residual.key.push(254);
            }
        }
    }

    fn residue_of_list(&self, mark: u8, items: &[Rest<'_>], inside: &FactBox, residual: &mut Residual) {
        residual.key.push(mark);
        for item in items {
            self.residue(item, inside, residual);
        }
        residual.key.push(253);
    }

    fn ask(&self, axis: Axis, residual: &mut Residual) {
        if let Some(rank) = self.order.iter().position(|&own| own == axis) {
            residual.rank = residual.rank.min(rank);
        }
    }

    fn split_options(
        &mut self,
        inside: &FactBox,
        open: &[(u16, Rest<'r>)],
        rank: u16,
        axis: ChoiceAxis,
    ) -> Result<Target, CompileError> {
        let first = self.options.iter().position(|&(own, _)| own == axis).unwrap_or_default() as u16;
        let mut edges: Vec<Edge> = Vec::new();
        for option in axis.domain().indices() {
            let mut part = inside.clone();
            part.set_choice(axis, Options(1 << option));
            let to = self.build(&part, open)?;
            let bits = 1 << option;
            match edges.iter_mut().find(|edge| edge.to == to) {
                Some(Edge { share: Share::Options { bits: own, .. }, .. }) => *own |= bits,
                _ => edges.push(Edge { share: Share::Options { first, bits }, to }),
            }
        }
        self.node(rank, Axis::Choice(axis), edges)
    }

    fn split_numbers(
        &mut self,
        inside: &FactBox,
        open: &[(u16, Rest<'r>)],
        rank: u16,
        axis: NumberAxis,
    ) -> Result<Target, CompileError> {
        let range = inside.number(axis);
        let places: Vec<(u16, f64)> = (0u16..)
            .zip(&self.cuts)
            .filter(|(_, (own, at))| *own == axis && range.contains(*at) && *at < range.high())
            .map(|(place, (_, at))| (place, *at))
            .collect();
        let mut edges: Vec<Edge> = Vec::new();
        let mut above: Option<(u16, f64)> = None;
        for up_to in places.iter().copied().map(Some).chain([None]) {
            let low = above.map_or(range.low(), |(_, at)| Interval::just_above(at));
            let high = up_to.map_or(range.high(), |(_, at)| at);
            let mut part = inside.clone();
            if let Some(interval) = Interval::new(low, high) {
                part.set_number(axis, interval);
            }
            let to = self.build(&part, open)?;
            let new_end = up_to.map(|(place, _)| place);
            match edges.last_mut() {
                Some(Edge { share: Share::Numbers { up_to, .. }, to: last }) if *last == to => {
                    *up_to = new_end
                }
                _ => edges.push(Edge {
                    share: Share::Numbers { above: above.map(|(place, _)| place), up_to: new_end },
                    to,
                }),
            }
            above = up_to;
        }
        self.node(rank, Axis::Number(axis), edges)
    }

    /// A node, or what it stands for: where every edge leads to one place, that place.
    fn node(&mut self, rank: u16, axis: Axis, edges: Vec<Edge>) -> Result<Target, CompileError> {
        if let [Edge { to, .. }] = edges.as_slice() {
            return Ok(*to);
        }
        let node = Node { rank, axis, edges };
        if let Some(&target) = self.made.get(&node) {
            return Ok(target);
        }
        if self.nodes.len() >= Diagram::MOST_NODES {
            return Err(CompileError::TooLarge);
        }
        let target = Target::Node(self.nodes.len() as u16);
        self.nodes.push(node.clone());
        self.made.insert(node, target);
        Ok(target)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Knowledge;

    /// No table that comes with the library comes near a limit.
    #[test]
    fn built_in_tables_are_far_below_the_limits() {
        let (mut conditions, mut work) = (0, 0);
        for table in Knowledge::builtin().tables() {
            let own = table
                .rules
                .iter()
                .flat_map(|rule| rule.flags.iter().map(|flag| &flag.when).chain([&rule.when]));
            let size: usize = own.map(|own| own.size(usize::MAX, usize::MAX).unwrap()).sum();
            let mut left = Diagram::MOST_WORK;
            flags(&table.rules, &mut left).unwrap();
            let own: Vec<&Expression> = table.rules.iter().map(|rule| &rule.when).collect();
            diagram(&own, &mut left).unwrap();
            conditions = conditions.max(size);
            work = work.max(Diagram::MOST_WORK - left);
            assert!(table.rules.len() * 10 < Diagram::MOST_RULES, "{}", table.name());
        }
        std::println!("at most {conditions} conditions, {work} evaluated");
        assert!(conditions * 4 < Diagram::MOST_CONDITIONS, "{conditions}");
        assert!(work * 10 < Diagram::MOST_WORK, "{work}");
    }
}
