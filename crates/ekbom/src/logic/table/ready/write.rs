//! Writes the file of ready diagrams, and compares: in tests only.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use std::cell::RefCell;

use super::{Library, MAGIC, fingerprint};
use crate::fact::NumberAxis;
use crate::knowledge::Knowledge;
use crate::logic::condition::Expression;
use crate::logic::table::diagram::{Axis, Diagram, Node, Share, Target};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/logic/table/ready/diagrams.bin");

std::thread_local! {
    /// What this thread has compiled since it began to record.
    static RECORD: RefCell<Option<BTreeMap<u64, Diagram>>> = const { RefCell::new(None) };
}

pub(super) fn recording() -> bool {
    RECORD.with_borrow(Option::is_some)
}

pub(super) fn record(conditions: &[&Expression], diagram: &Diagram) {
    RECORD.with_borrow_mut(|record| {
        if let Some(record) = record {
            let before = record.insert(fingerprint::of(conditions), diagram.clone());
            assert!(before.is_none_or(|own| own == *diagram), "two conditions have one fingerprint");
        }
    });
}

/// Every diagram of the built-in knowledge, compiled afresh, and the hash of that.
fn all() -> (BTreeMap<u64, Diagram>, u64) {
    RECORD.set(Some(BTreeMap::new()));
    let knowledge = Knowledge::compiled_afresh();
    (RECORD.take().unwrap(), u64::from_str_radix(knowledge.hash(), 16).unwrap())
}

fn count(bytes: &mut Vec<u8>, mut value: usize) {
    assert!(value < 1 << 21, "{value} is too large for the file");
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

fn target(bytes: &mut Vec<u8>, to: Target) {
    let code = match to {
        Target::Leaf(place) => usize::from(place) * 2,
        Target::Node(place) => usize::from(place) * 2 + 1,
    };
    count(bytes, code);
}

/// The axes that nodes ask, each with its place in the order.
fn axes(diagram: &Diagram) -> Vec<(u16, Axis)> {
    let mut axes: Vec<_> = diagram.nodes.iter().map(|node| (node.rank, node.axis)).collect();
    axes.sort_unstable();
    axes.dedup();
    axes
}

fn node(bytes: &mut Vec<u8>, node: &Node, diagram: &Diagram) {
    let place = axes(diagram).iter().position(|own| *own == (node.rank, node.axis)).unwrap();
    count(bytes, place);
    count(bytes, node.edges.len());
    for edge in &node.edges {
        match (edge.share, node.axis) {
            (Share::Options { bits, .. }, _) => count(bytes, usize::from(bits)),
            (Share::Numbers { up_to, .. }, Axis::Number(axis)) => {
                let first = diagram.cuts.partition_point(|(own, _)| *own < axis);
                count(bytes, up_to.map_or(0, |place| usize::from(place) - first + 1));
            }
            (Share::Numbers { .. }, Axis::Choice(_)) => panic!("numbers on an axis of options"),
        }
        target(bytes, edge.to);
    }
}

/// Of one diagram; `limits` are those of all.
fn body(diagram: &Diagram, limits: &[(NumberAxis, u64)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    count(&mut bytes, diagram.rules);
    count(&mut bytes, diagram.leaves.len());
    for leaf in &diagram.leaves {
        count(&mut bytes, leaf.len());
        leaf.iter().for_each(|rule| count(&mut bytes, usize::from(*rule)));
    }
    count(&mut bytes, diagram.cuts.len());
    for (axis, at) in &diagram.cuts {
        count(&mut bytes, limits.iter().position(|own| *own == (*axis, at.to_bits())).unwrap());
    }
    let mut choices: Vec<_> = diagram.options.iter().map(|(axis, _)| *axis).collect();
    choices.dedup();
    count(&mut bytes, choices.len());
    choices.iter().for_each(|axis| count(&mut bytes, axis.index()));
    let axes = axes(diagram);
    count(&mut bytes, axes.len());
    for (rank, axis) in axes {
        count(&mut bytes, usize::from(rank));
        let code = match axis {
            Axis::Choice(axis) => axis.index() * 2,
            Axis::Number(axis) => axis.index() * 2 + 1,
        };
        count(&mut bytes, code);
    }
    count(&mut bytes, diagram.nodes.len());
    diagram.nodes.iter().for_each(|own| node(&mut bytes, own, diagram));
    target(&mut bytes, diagram.root);
    bytes
}

fn file(diagrams: &BTreeMap<u64, Diagram>, hash: u64) -> Vec<u8> {
    let cuts = diagrams.values().flat_map(|own| &own.cuts);
    let mut limits: Vec<(NumberAxis, u64)> = cuts.map(|(axis, at)| (*axis, at.to_bits())).collect();
    limits.sort_unstable();
    limits.dedup();
    let mut bytes = MAGIC.to_vec();
    bytes.extend(fingerprint::of_catalogue().to_le_bytes());
    bytes.extend(hash.to_le_bytes());
    count(&mut bytes, limits.len());
    for (axis, at) in &limits {
        count(&mut bytes, axis.index());
        bytes.extend(at.to_le_bytes());
    }
    count(&mut bytes, diagrams.len());
    for (fingerprint, diagram) in diagrams {
        let body = body(diagram, &limits);
        bytes.extend(fingerprint.to_le_bytes());
        count(&mut bytes, body.len());
        bytes.extend(body);
    }
    bytes
}

#[test]
fn the_file_holds_what_compiling_afresh_makes() {
    let (diagrams, hash) = all();
    let fresh = file(&diagrams, hash);
    std::println!("{} diagrams, {} bytes", diagrams.len(), fresh.len());
    if std::env::var_os("EKBOM_BLESS").is_some() {
        std::fs::write(PATH, &fresh).unwrap();
    }
    let kept = std::fs::read(PATH).unwrap();
    assert!(kept == fresh, "the ready diagrams are not those of the data: run this test with EKBOM_BLESS=1");
    let library = Library::open(kept.leak());
    assert_eq!(library.hash, Some(hash));
    for (fingerprint, diagram) in &diagrams {
        assert_eq!(library.find(*fingerprint).as_ref(), Some(diagram));
    }
}

/// Whatever happened to the file, reading it ends, and what is read is a diagram or nothing.
#[test]
fn a_damaged_file_is_read_as_nothing_or_as_diagrams_that_run() {
    let whole = std::fs::read(PATH).unwrap();
    let header = MAGIC.len() + 8;
    for at in (0..whole.len()).step_by(whole.len() / 199) {
        let cut: &'static [u8] = whole[..at].to_vec().leak();
        assert!(Library::open(cut).places.is_empty(), "{at}");
        let mut changed = whole.clone();
        changed[at] ^= 0x55;
        let library = Library::open(changed.leak());
        assert!(at >= header || library.places.is_empty(), "{at}");
        let everybody = crate::fact::FactBox::everything();
        for (fingerprint, _) in &library.places {
            if let Some(diagram) = library.find(*fingerprint) {
                diagram.run(&everybody, true, &mut Default::default());
            }
        }
    }
}

/// The same conditions written anew have the same fingerprint, and others another.
#[test]
fn a_limit_or_an_option_more_is_another_fingerprint() {
    use crate::fact::Fact;
    use crate::logic::authoring::{Condition, all, at_most, below, yes};
    const LOW: Condition = below(Fact::Ferritin, 75.0);
    const DIALYSIS: Condition = yes(Fact::Dialysis);
    const ONE: Condition = all(&[LOW, DIALYSIS]);
    const OTHERS: [Condition; 4] = [
        all(&[below(Fact::Ferritin, 76.0), DIALYSIS]),
        all(&[at_most(Fact::Ferritin, 75.0), DIALYSIS]),
        all(&[DIALYSIS, LOW]),
        LOW,
    ];
    let of = |condition: &Condition| fingerprint::of(&[&Expression::from(condition)]);
    assert_eq!(of(&ONE), of(&{ ONE }));
    for other in OTHERS {
        assert_ne!(of(&ONE), of(&other), "{other:?}");
    }
}
