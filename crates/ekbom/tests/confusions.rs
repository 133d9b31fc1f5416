//! The page on confusions of units is what the gates do: `docs/src/confusions.md`. `EKBOM_WRITE=1` writes it anew; a gate
//! that was moved, or lost, changes it.
#![expect(clippy::unwrap_used, reason = "in a test a failed unwrap is a failed test")]

use std::fmt::Write as _;
use std::path::Path;

use ekbom::measure::analyte::{Analyte, AnalyteKind, LabLimits, Plausibility, PrintedLimit};
use ekbom::measure::unit::Unit;
use ekbom::patient::PARTNERS;

const HEAD: &str = "# What catches a confusion of units

<!-- Written by `EKBOM_WRITE=1 cargo test -p ekbom --test confusions`; do not edit. -->

A number is typed with one unit and was meant in another. What is typed is held against what the analyte can be, the
laboratory's own limits against those that laboratories print, and results of one sample against each other. The table is
computed from the same data that decides: for everyday numbers of an adult in the unit that was meant (between the lowest lower
limit and the highest upper limit that laboratories print), how many in 100 are asked about or refused when another unit stands
beside them; and the same for pairs of limits. Who gives the laboratory's limits is caught more often: that is why they are worth
typing.

*Partner* names the results of the same day that are weighed against this one, where both are given; a unit that is not the analyte's
at all is refused, with the analyte that it belongs to (`tibc` in mg/dL is `transferrin`). Units that differ in name only are left
out. Where nothing catches a confusion, the number is taken as written.

| analyte | typed | meant | number caught | limits caught | partner |
|---|---|---|---|---|---|
";
/// Points of the grid on which numbers and limits are tried.
const POINTS: usize = 400;
const ADULT: Option<f64> = Some(60.0);

/// Numbers in the canonical unit, from the least to the most that is accepted, each the same factor above the one before.
fn grid(analyte: Analyte) -> Vec<f64> {
    let hard = analyte.info().hard;
    let low = hard.low.max(hard.high * 1e-7);
    (0..=POINTS).map(|at| low * (hard.high / low).powf(at as f64 / POINTS as f64)).collect()
}

/// What share of these is caught, in words.
fn share(caught: usize, of: usize) -> String {
    match (caught, of) {
        (_, 0) => "–".to_owned(),
        (0, _) => "none".to_owned(),
        (caught, of) if caught == of => "all".to_owned(),
        (caught, of) => format!("{} of 100", (100 * caught / of).clamp(1, 99)),
    }
}

fn row(analyte: Analyte, typed: Unit, meant: Unit) -> Option<String> {
    let canonical = analyte.info().canonical;
    let numbers = grid(analyte);
    let credible = |which: PrintedLimit| -> Vec<f64> {
        let fits = |own: &&f64| analyte.limit_is_credible(which, **own, canonical, ADULT);
        numbers.iter().filter(fits).copied().collect()
    };
    let (lows, highs) = (credible(PrintedLimit::Low), credible(PrintedLimit::High));
    // Analytes of which no interval is printed everywhere have no everyday numbers here.
    let bounded = lows.len() < numbers.len() && highs.len() < numbers.len();
    let (low, high) = (lows.first()?, highs.last()?);
    if !bounded {
        return None;
    }
    let in_meant = |value: f64| analyte.convert(value, canonical, meant).unwrap();
    let caught = |value: f64| {
        !matches!(
            analyte.plausibility_in(in_meant(value), typed),
            Some(Plausibility::Plausible | Plausibility::Extreme)
        )
    };
    let everyday: Vec<f64> = numbers.iter().copied().filter(|own| (low..=high).contains(&own)).collect();
    let values = everyday.iter().filter(|own| caught(**own)).count();
    let (mut pairs, mut refused) = (0, 0);
    for (low, high) in
        lows.iter().step_by(3).flat_map(|low| highs.iter().step_by(3).map(move |high| (low, high)))
    {
        let limits = LabLimits { low: Some(*low), grey_high: None, high: Some(*high) };
        if !analyte.limits_are_credible(limits, canonical, ADULT) {
            continue;
        }
        let said = LabLimits { low: Some(in_meant(*low)), grey_high: None, high: Some(in_meant(*high)) };
        pairs += 1;
        refused += usize::from(!analyte.limits_are_credible(said, typed, ADULT));
    }
    let other = |(one, other): &(Analyte, Analyte)| match analyte {
        own if own == *one => Some(*other),
        own if own == *other => Some(*one),
        _ => None,
    };
    let partners: Vec<String> = PARTNERS.iter().filter_map(other).map(|own| format!("`{own}`")).collect();
    Some(format!(
        "| `{analyte}` | {typed} | {meant} | {} | {} | {} |",
        share(values, everyday.len()),
        share(refused, pairs),
        partners.join(", ")
    ))
}

fn page() -> String {
    let mut page = HEAD.to_owned();
    for analyte in Analyte::ALL.iter().copied().filter(|own| own.info().kind == AnalyteKind::Quantity) {
        // Of units that are one scale the first.
        let mut units: Vec<Unit> = Vec::new();
        for own in analyte.info().units {
            if units.iter().all(|other| analyte.scale(*other) != Some(own.scale)) {
                units.push(own.unit);
            }
        }
        for (typed, meant) in units.iter().flat_map(|typed| units.iter().map(move |meant| (*typed, *meant))) {
            if typed != meant {
                if let Some(row) = row(analyte, typed, meant) {
                    writeln!(page, "{row}").unwrap();
                }
            }
        }
    }
    page
}

#[test]
fn the_page_on_confusions_is_what_the_gates_do() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/src/confusions.md");
    let made = page();
    if std::env::var_os("EKBOM_WRITE").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default();
    for (line, other) in made.lines().zip(there.lines()) {
        assert_eq!(line, other, "docs/src/confusions.md is not what the gates do: EKBOM_WRITE=1 writes it");
    }
    assert_eq!(made.lines().count(), there.lines().count());
}

#[test]
fn each_known_confusion_has_something_that_catches_it() {
    let page = page();
    let line = |start: &str| page.lines().find(|line| line.starts_with(start)).unwrap().to_owned();
    // Those that reversed an answer once.
    for start in [
        "| `mma_serum` | umol/L | nmol/L |",
        "| `calcium` | mg/dL | mmol/L |",
        "| `haemoglobin` | g/L | g/dL |",
        "| `iron` | ug/dL | umol/L |",
        "| `tibc` | ug/dL | umol/L |",
        "| `urea` | mg/dL | mmol/L |",
    ] {
        assert!(line(start).contains(" all |"), "{}", line(start));
    }
}
