//! Units that are none of ours but measure the same: with which number one of ours says it.

use alloc::vec::Vec;

use super::Unit;
use super::fold::fold;
use super::spelling::{Rate, rate};

/// How a number in a unit that is none of ours becomes one in a unit of ours: so many places the decimal point moves,
/// and a factor for the time.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Multiple {
    pub(crate) unit: Unit,
    pub(crate) exponent: i8,
    pub(crate) factor: f64,
}

/// What a unit counts: a volume and an amount have their dimension in common with no other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Base {
    Gram,
    Mole,
    Charge,
    International,
    Arbitrary,
    /// `U`, of which only the analyte says which it is.
    Units,
    Litre,
}

/// Longer symbols first.
const SYMBOLS: &[(&str, Base)] = &[
    ("[arb'u]", Base::Arbitrary),
    ("arb'u", Base::Arbitrary),
    ("arbu", Base::Arbitrary),
    ("au", Base::Arbitrary),
    ("ru", Base::Arbitrary),
    ("[iu]", Base::International),
    ("iu", Base::International),
    ("ui", Base::International),
    ("ie", Base::International),
    ("mol", Base::Mole),
    ("eq", Base::Charge),
    ("u", Base::Units),
    ("g", Base::Gram),
    ("l", Base::Litre),
];

const PREFIXES: &[(&str, i8)] =
    &[("", 0), ("k", 3), ("d", -1), ("m", -3), ("u", -6), ("n", -9), ("p", -12), ("f", -15)];

/// A symbol with its prefix.
fn part(text: &str) -> Option<(Base, i8)> {
    SYMBOLS.iter().find_map(|(symbol, base)| {
        let prefix = text.strip_suffix(symbol)?;
        Some((*base, PREFIXES.iter().find(|(own, _)| *own == prefix)?.1))
    })
}

/// What is over the line, what under it, and the power of ten.
fn ratio(folded: &str) -> Option<(Base, Base, i8)> {
    let (over, under) = folded.split_once('/')?;
    let ((over, up), (under, down)) = (part(over)?, part(under)?);
    Some((over, under, up - down))
}

fn alike(one: Base, other: Base) -> bool {
    let units = [Base::International, Base::Arbitrary];
    one == other || (one == Base::Units && units.contains(&other))
}

/// The units of ours that measure what this text says, each with the way to its numbers.
pub(crate) fn multiples(text: &str) -> Vec<Multiple> {
    let Some(folded) = fold(text) else { return Vec::new() };
    if rate(&folded) == Some(Rate::ASecond) {
        return alloc::vec![Multiple { unit: Unit::MlPerMinPer173M2, exponent: 0, factor: 60.0 }];
    }
    let Some((over, under, power)) = ratio(&folded) else { return Vec::new() };
    let own = |unit: Unit| {
        let (own_over, own_under, own_power) = ratio(&fold(unit.ucum())?)?;
        let same = alike(over, own_over) && under == own_under;
        same.then_some(Multiple { unit, exponent: power - own_power, factor: 1.0 })
    };
    Unit::ALL.into_iter().filter_map(own).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(text: &str, unit: Unit) -> Option<(i8, f64)> {
        let own = multiples(text).into_iter().find(|multiple| multiple.unit == unit)?;
        Some((own.exponent, own.factor))
    }

    #[test]
    fn a_unit_of_the_same_kind_has_a_way_to_ours() {
        assert_eq!(way("mg/dL", Unit::GPerDl), Some((-3, 1.0)));
        assert_eq!(way("mol/L", Unit::UmolPerL), Some((6, 1.0)));
        assert_eq!(way("[arb'U]/L", Unit::ArbUPerMl), Some((-3, 1.0)));
        assert_eq!(way("U/L", Unit::ArbUPerMl), Some((-3, 1.0)));
        assert_eq!(way("uU/L", Unit::MilliIuPerL), Some((-3, 1.0)));
        assert_eq!(way("IU/L", Unit::MilliIuPerL), Some((3, 1.0)));
        assert_eq!(way("ml/s/173m2", Unit::MlPerMinPer173M2), Some((0, 60.0)));
        assert_eq!(way("mg/mL", Unit::NgPerMl), Some((6, 1.0)));
    }

    #[test]
    fn another_kind_has_none() {
        for text in ["mL/s", "mol", "furlong", "", "g/m2", "%", "mL/min"] {
            assert_eq!(multiples(text), [], "{text}");
        }
        assert_eq!(way("IU/L", Unit::ArbUPerMl), None, "a unit of the maker is no international one");
        assert_eq!(way("mg/dL", Unit::MmolPerL), None);
    }
}
