//! How laboratories write units.

use alloc::string::String;

use super::Unit;

/// No spelling of ours is longer, once what does not count is left out.
const LONGEST: usize = 40;

/// Spellings beside the UCUM code and beside what [`fold`] takes care of. Folded: lower case, no white space.
const ALIASES: &[(&str, Unit)] = &[
    ("percent", Unit::Percent),
    ("pct", Unit::Percent),
    ("ratio", Unit::One),
    ("fraction", Unit::One),
    ("{ratio}", Unit::One),
    ("{fraction}", Unit::One),
    ("gm/dl", Unit::GPerDl),
    ("gm/l", Unit::GPerL),
    ("g%", Unit::GPerDl),
    ("gm%", Unit::GPerDl),
    ("mg%", Unit::MgPerDl),
    ("miu/l", Unit::MilliIuPerL),
    ("mu/l", Unit::MilliIuPerL),
    ("uiu/ml", Unit::MicroIuPerMl),
    ("uu/ml", Unit::MicroIuPerMl),
    ("u/ml", Unit::ArbUPerMl),
    ("au/ml", Unit::ArbUPerMl),
    ("arbu/ml", Unit::ArbUPerMl),
    ("arb'u/ml", Unit::ArbUPerMl),
    ("umol/mmol", Unit::UmolPerMmolCreat),
    ("ml/min/{1.73m2}", Unit::MlPerMinPer173M2),
    ("ml/min/1.73m2", Unit::MlPerMinPer173M2),
    ("ml/min/1.73_m2", Unit::MlPerMinPer173M2),
    ("ml/min/1.73m^2", Unit::MlPerMinPer173M2),
    ("ml/min/1,73m2", Unit::MlPerMinPer173M2),
    ("ml/min/(1.73m2)", Unit::MlPerMinPer173M2),
];

/// Words for creatinine after the slash, as in `mg/g creat`. Longer ones first.
const CREATININE: &[&str] = &["{creatinine}", "{creat}", "{cre}", "creatinine", "creat", "crea", "cr"];

/// The unit that the text spells.
pub(super) fn parse(text: &str) -> Option<Unit> {
    let folded = fold(text)?;
    exactly(&folded).or_else(|| per_creatinine(&folded))
}

/// What a folded text spells as it stands.
fn exactly(folded: &str) -> Option<Unit> {
    let is_code = |unit: &Unit| unit.ucum().eq_ignore_ascii_case(folded);
    let alias = || ALIASES.iter().find(|(spelling, _)| *spelling == folded).map(|&(_, unit)| unit);
    Unit::ALL.into_iter().find(is_code).or_else(alias)
}

/// What a folded text spells that ends in a word for creatinine: only ratios to creatinine may.
fn per_creatinine(folded: &str) -> Option<Unit> {
    let stem = CREATININE.iter().find_map(|word| folded.strip_suffix(word))?;
    match exactly(stem)? {
        Unit::MmolPerMol => Some(Unit::MmolPerMolCreat),
        unit @ (Unit::MgPerG | Unit::UgPerMg | Unit::MgPerMmol | Unit::UmolPerMmolCreat) => Some(unit),
        _ => None,
    }
}

/// The text without what does not count: letter case, white space, invisible characters, the many signs for
/// micro, the slash and the square. `None` where too much is left for a unit.
fn fold(text: &str) -> Option<String> {
    let mut folded = String::with_capacity(LONGEST);
    for c in text.chars() {
        let c = match c {
            _ if c.is_whitespace() || is_invisible(c) => continue,
            '\u{b5}' | '\u{3bc}' => 'u',
            '\u{2044}' | '\u{2215}' => '/',
            '\u{b2}' => '2',
            _ => c.to_ascii_lowercase(),
        };
        folded.push(c);
        if folded.len() > LONGEST {
            return None;
        }
    }
    if let Some(rest) = folded.strip_prefix("mc") {
        folded = alloc::format!("u{rest}");
    }
    // "percent" has its own entry, and no unit has "per" in its name.
    if !folded.starts_with("per") {
        folded = folded.replace("per", "/");
    }
    Some(folded)
}

/// Characters that take no room on paper and travel along when a unit is copied from a page.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_laboratories() {
        for (text, unit) in [
            ("ug/l", Unit::UgPerL),
            ("µg/L", Unit::UgPerL),
            ("μg/L", Unit::UgPerL),
            ("mcg/L", Unit::UgPerL),
            ("MCG/ML", Unit::UgPerMl),
            ("mcmol/l", Unit::UmolPerL),
            ("MG/DL", Unit::MgPerDl),
            ("mg per dL", Unit::MgPerDl),
            ("mg%", Unit::MgPerDl),
            (" ng / mL\u{a0}", Unit::NgPerMl),
            ("\u{feff}ng/\u{200b}mL", Unit::NgPerMl),
            ("ng\u{2215}mL", Unit::NgPerMl),
            ("nmol/mL", Unit::NmolPerMl),
            ("mIU/L", Unit::MilliIuPerL),
            ("m[iU]/l", Unit::MilliIuPerL),
            ("mU/L", Unit::MilliIuPerL),
            ("µIU/mL", Unit::MicroIuPerMl),
            ("mcIU/mL", Unit::MicroIuPerMl),
            ("uU/mL", Unit::MicroIuPerMl),
            ("mEq/L", Unit::MeqPerL),
            ("percent", Unit::Percent),
            ("Per cent", Unit::Percent),
            ("%", Unit::Percent),
            ("ratio", Unit::One),
            ("Fraction", Unit::One),
            ("l/l", Unit::LPerL),
            ("FL", Unit::Fl),
            ("gm/dL", Unit::GPerDl),
            ("U/mL", Unit::ArbUPerMl),
            ("[ARB'U]/ML", Unit::ArbUPerMl),
            ("mg/g creat", Unit::MgPerG),
            ("mcg/mg creat", Unit::UgPerMg),
            ("mg/mmol{creat}", Unit::MgPerMmol),
            ("mg/mmol Cr", Unit::MgPerMmol),
            ("mmol/mol creatinine", Unit::MmolPerMolCreat),
            ("mmol/mol", Unit::MmolPerMol),
            ("µmol/mmol", Unit::UmolPerMmolCreat),
            ("µmol/mmol creatinine", Unit::UmolPerMmolCreat),
            ("mL/min/1.73m2", Unit::MlPerMinPer173M2),
            ("mL/min/1.73 m²", Unit::MlPerMinPer173M2),
            ("mL/min/1.73m^2", Unit::MlPerMinPer173M2),
            ("mL/min per 1.73 m2", Unit::MlPerMinPer173M2),
            ("ml/min/1,73 m²", Unit::MlPerMinPer173M2),
        ] {
            assert_eq!(parse(text), Some(unit), "{text}");
        }
    }

    #[test]
    fn what_is_no_unit_of_ours() {
        for text in [
            "",
            " ",
            "/",
            "per",
            "u",
            "mc",
            "g",
            "mL/min",
            "mL/min/m2",
            "mg/dL creat",
            "%creat",
            "mg//dL",
            "mg/dL/dL",
            "mg",
            "mmol",
            "mg/mL",
            "kg/L",
            "nkat/L",
            "mmol/L mmol/L",
        ] {
            assert_eq!(parse(text), None, "{text:?}");
        }
        assert_eq!(parse(&"mg/dL".repeat(1_000_000)), None);
        assert_eq!(parse(&alloc::format!("{}mg/dL", " ".repeat(1000))), Some(Unit::MgPerDl));
    }

    #[test]
    fn no_two_units_share_a_spelling() {
        for (i, unit) in Unit::ALL.into_iter().enumerate() {
            let code = unit.ucum().to_ascii_lowercase();
            assert_eq!(fold(unit.ucum()), Some(code.clone()), "a code is its own spelling");
            for other in Unit::ALL.iter().skip(i + 1) {
                assert_ne!(code, other.ucum().to_ascii_lowercase());
            }
        }
        for (i, (alias, unit)) in ALIASES.iter().enumerate() {
            assert_eq!(fold(alias).as_deref(), Some(*alias), "an alias that is not folded is never found");
            assert_eq!(parse(alias), Some(*unit));
            assert!(
                Unit::ALL.iter().all(|u| !u.ucum().eq_ignore_ascii_case(alias)),
                "{alias} is a code already"
            );
            assert!(ALIASES.iter().skip(i + 1).all(|(other, _)| other != alias), "{alias} twice");
        }
    }
}
