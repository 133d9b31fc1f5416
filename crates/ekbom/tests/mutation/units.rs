//! Changes each unit's factor by one part in a thousand, one at a time, and asks whether `tests/unit-factors.csv` notices:
//! amounts in two units, worked out from molar masses and valences as the evidence prints them.

use ekbom::measure::analyte::{Analyte, Scale};
use ekbom::measure::unit::Unit;

const FILE: &str = include_str!("../../../../tests/unit-factors.csv");
/// What the printed digits of the file allow.
const NEAR: f64 = 1e-4;

/// A row: the same amount in two units.
struct Anchor {
    analyte: Analyte,
    one: (f64, Unit),
    other: (f64, Unit),
}

fn anchors() -> Vec<Anchor> {
    let mut lines = FILE.lines();
    assert_eq!(lines.next(), Some("analyte,unit,value,other_unit,equals,derivation"));
    lines
        .map(|line| {
            let fields: Vec<&str> = line.split(',').collect();
            let [analyte, first, value, other, equals, _] = fields[..] else { panic!("six fields: {line}") };
            let unit = |text: &str| Unit::parse(text).unwrap_or_else(|| panic!("unit: {line}"));
            Anchor {
                analyte: analyte.parse().unwrap(),
                one: (value.parse().unwrap(), unit(first)),
                other: (equals.parse().unwrap(), unit(other)),
            }
        })
        .inspect(|anchor| assert_ne!(anchor.one.1, anchor.other.1))
        .collect()
}

/// Every accepted unit of every analyte with its scale, one of them possibly changed.
type Scales = Vec<(Analyte, Unit, Scale)>;

fn catalogue() -> Scales {
    let of = |analyte: Analyte| analyte.info().units.iter().map(move |own| (analyte, own.unit, own.scale));
    Analyte::ALL.into_iter().flat_map(of).collect()
}

fn scale(scales: &Scales, analyte: Analyte, unit: Unit) -> Scale {
    scales.iter().find(|own| (own.0, own.1) == (analyte, unit)).unwrap().2
}

/// Does the file disagree with these scales?
fn objects(anchors: &[Anchor], scales: &Scales) -> bool {
    anchors.iter().any(|anchor| {
        let [from, to] = [anchor.one.1, anchor.other.1].map(|unit| scale(scales, anchor.analyte, unit));
        (from.convert(anchor.one.0, to) / anchor.other.0 - 1.0).abs() > NEAR
    })
}

/// The scale in other ways.
fn changed(scale: Scale) -> Vec<Scale> {
    match scale {
        Scale::Decimal { exponent } => {
            let times = 10_f64.powi(i32::from(exponent)) * 1.001;
            vec![
                Scale::Decimal { exponent: exponent + 1 },
                Scale::Decimal { exponent: exponent - 1 },
                Scale::Ratio { multiply: times, divide: 1.0 },
            ]
        }
        Scale::Ratio { multiply, divide } => vec![
            Scale::Ratio { multiply: multiply * 1.001, divide },
            Scale::Ratio { multiply, divide: divide * 1.001 },
            Scale::Ratio { multiply: divide, divide: multiply },
        ],
        Scale::Affine { slope, intercept } => vec![
            Scale::Affine { slope: slope * 1.001, intercept },
            Scale::Affine { slope, intercept: intercept * 1.001 },
        ],
    }
}

#[test]
fn the_anchors_notice_every_changed_factor() {
    let (anchors, scales) = (anchors(), catalogue());
    assert!(!objects(&anchors, &scales), "the file and the catalogue differ");
    let (mut changes, mut alone, mut survivors) = (0, Vec::new(), Vec::new());
    for place in 0..scales.len() {
        let (analyte, unit, own) = scales[place];
        // With one unit only there is nothing to convert.
        if analyte.info().units.len() == 1 {
            alone.push(analyte.id());
            continue;
        }
        for scale in changed(own) {
            let mut mutant = scales.clone();
            mutant[place].2 = scale;
            changes += 1;
            if !objects(&anchors, &mutant) {
                survivors.push(format!("{analyte} {unit}: {scale:?} for {own:?}"));
            }
        }
    }
    println!(
        "{changes} changes of {} factors, {} anchors; one unit only: {}",
        scales.len() - alone.len(),
        anchors.len(),
        alone.join(", ")
    );
    assert!(
        survivors.is_empty(),
        "{} of {changes} changes go unnoticed:\n{}",
        survivors.len(),
        survivors.join("\n")
    );
}
