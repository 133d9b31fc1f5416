//! How laboratories write units.

use alloc::string::String;
use alloc::vec::Vec;

use super::Unit;
use super::fold::fold;

/// Spellings beside the UCUM code and beside what [`fold`] takes care of. Folded: lower case, no white space.
const ALIASES: &[(&str, Unit)] = &[
    ("pct", Unit::Percent),
    ("vol%", Unit::Percent),
    ("%vol", Unit::Percent),
    ("%(v/v)", Unit::Percent),
    ("%hb", Unit::Percent),
    ("%ngsp", Unit::Percent),
    ("%(ngsp)", Unit::Percent),
    ("ratio", Unit::One),
    ("fraction", Unit::One),
    ("{ratio}", Unit::One),
    ("{fraction}", Unit::One),
    ("um3", Unit::Fl),
    ("um^3", Unit::Fl),
    ("g%", Unit::GPerDl),
    ("mg%", Unit::MgPerDl),
    ("ug%", Unit::UgPerDl),
    ("ng%", Unit::NgPerDl),
    ("mval/l", Unit::MeqPerL),
    ("mmolar", Unit::MmolPerL),
    ("umolar", Unit::UmolPerL),
    ("nmolar", Unit::NmolPerL),
    ("pmolar", Unit::PmolPerL),
    ("mmol/molhb", Unit::MmolPerMol),
    ("mmol/mol{hb}", Unit::MmolPerMol),
    ("mmol/molifcc", Unit::MmolPerMol),
    ("mmol/mol(ifcc)", Unit::MmolPerMol),
    ("miu/l", Unit::MilliIuPerL),
    ("mu/l", Unit::MilliIuPerL),
    // French, Spanish, Portuguese and Italian; German and Scandinavian.
    ("mui/l", Unit::MilliIuPerL),
    ("mie/l", Unit::MilliIuPerL),
    ("uiu/ml", Unit::MicroIuPerMl),
    ("uu/ml", Unit::MicroIuPerMl),
    ("uui/ml", Unit::MicroIuPerMl),
    ("uie/ml", Unit::MicroIuPerMl),
    ("u/ml", Unit::ArbUPerMl),
    ("au/ml", Unit::ArbUPerMl),
    ("ru/ml", Unit::ArbUPerMl),
    ("arbu/ml", Unit::ArbUPerMl),
    ("arb'u/ml", Unit::ArbUPerMl),
    ("eliau/ml", Unit::ArbUPerMl),
    ("ku/l", Unit::ArbUPerMl),
    ("kau/l", Unit::ArbUPerMl),
    ("k[arb'u]/l", Unit::ArbUPerMl),
    ("umol/mmol", Unit::UmolPerMmolCreat),
    ("g/mol", Unit::MgPerMmol),
];

/// Words for creatinine after the slash, as in `mg/g creat`. Longer ones first.
const CREATININE: &[&str] = &[
    "{creatinine}",
    "{creat}",
    "{crea}",
    "{cre}",
    "creatinine",
    "creatinina",
    "kreatinin",
    "creatinin",
    "creat",
    "kreat",
    "crea",
    "krea",
    "cre",
    "crn",
    "cr",
];

/// Volumes and amounts under the line, as in `mmol L-1`. Longer ones first.
const UNDER: &[&str] = &["mmol", "mol", "dl", "ml", "mg", "l", "g"];

/// The unit that the text spells.
pub(super) fn parse(text: &str) -> Option<Unit> {
    let folded = fold(text)?;
    known(&folded).or_else(|| known(without_notes(&folded)?)).or_else(|| molar(text)).or_else(|| coded(text))
}

/// What is written beside a unit and changes nothing in it. Longer ones first.
const NOTES: &[&str] = &[
    "(calculated)",
    "{saturation}",
    "calculated",
    "(calc)",
    "{calc}",
    "(sat)",
    "(ifcc)",
    "(dcct)",
    "calc",
    "ifcc",
    "dcct",
];

/// A folded text without the notes on either side, or without the brackets around the whole.
fn without_notes(folded: &str) -> Option<&str> {
    let inner = folded.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    inner.filter(|inner| !inner.contains(['[', ']'])).or_else(|| {
        NOTES.iter().find_map(|note| folded.strip_suffix(note).or_else(|| folded.strip_prefix(note)))
    })
}

/// What a folded text spells.
fn known(folded: &str) -> Option<Unit> {
    exactly(folded)
        .or_else(|| per_creatinine(folded))
        .or_else(|| negative_power(folded))
        .or_else(|| (rate(folded) == Some(Rate::AMinute)).then_some(Unit::MlPerMinPer173M2))
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

/// `mmol L-1`: what stands under the line with a negative power instead of a slash. In `g mL-1` it is the millilitre.
fn negative_power(folded: &str) -> Option<Unit> {
    let stem = ["**-1", "^-1", "-1"].iter().find_map(|power| folded.strip_suffix(power))?;
    let (over, under) = UNDER.iter().find_map(|under| Some((stem.strip_suffix(under)?, under)))?;
    exactly(&alloc::format!("{}/{under}", over.trim_end_matches(['.', '*'])))
}

/// A rate for 1.73 square metres of body surface, and in which time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Rate {
    AMinute,
    ASecond,
}

/// The many ways to write "per 1.73 square metres". A plain `mL/min` is another quantity, and so is `mL/min/m2`; one cut
/// off within the number is none.
pub(super) fn rate(folded: &str) -> Option<Rate> {
    // Digits alone do not tell 1.73 from 17.3.
    if folded.contains("7.3") || folded.contains("7,3") {
        return None;
    }
    let plain: String = folded.chars().filter(char::is_ascii_alphanumeric).collect();
    let plain = ["ckdepi2021", "ckdepi2009", "ckdepi", "mdrd"].iter().fold(plain, |plain, formula| {
        plain.strip_prefix(formula).or_else(|| plain.strip_suffix(formula)).map(Into::into).unwrap_or(plain)
    });
    // `mls` are millilitres as well, and `mn` is how French laboratories write minutes.
    let minute = ["mlmin", "mlsmin", "mlmn"].iter().find_map(|begin| plain.strip_prefix(begin));
    let (rate, rest) = match (minute, plain.strip_prefix("mls")) {
        (Some(rest), _) => (Rate::AMinute, rest),
        (_, Some(rest)) => (Rate::ASecond, rest.strip_prefix("ec").unwrap_or(rest)),
        _ => return None,
    };
    let rest = rest.strip_suffix("bsa").unwrap_or(rest);
    // `mL.min-1.1.73m-2` says the same with powers; `1.73**2` has lost its metre.
    let area = ["173", "173m2", "1173m2", "173sqm", "173qm", "173mq", "1732", "173m"];
    area.contains(&rest).then_some(rate)
}

/// `uM`: molar, which only the capital tells from the metre.
fn molar(text: &str) -> Option<Unit> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let prefix = plain.strip_suffix(['M', '\u{ff2d}'])?;
    // In capitals alone the milli of `MM` could be anything.
    if prefix == "M" {
        return None;
    }
    match fold(prefix)?.as_str() {
        "m" => Some(Unit::MmolPerL),
        "u" => Some(Unit::UmolPerL),
        "n" => Some(Unit::NmolPerL),
        "p" => Some(Unit::PmolPerL),
        _ => None,
    }
}

/// HL7's way, `ng/mL^ng/mL^UCUM`: code, text and system, and perhaps another three. All that can be read must agree.
fn coded(text: &str) -> Option<Unit> {
    let parts: Vec<&str> = text.split('^').take(7).collect();
    let one = |part: &str| fold(part).as_deref().and_then(known).or_else(|| molar(part));
    let said = |at: usize| parts.get(at).filter(|part| !part.trim().is_empty());
    // A number is the code of no unit here, but the power of something.
    if !(2..=6).contains(&parts.len()) || parts.iter().any(|part| part.trim().parse::<f64>().is_ok()) {
        return None;
    }
    let mut units = [0, 1, 3, 4].into_iter().filter_map(said).filter_map(|part| one(part));
    let first = units.next()?;
    let readable = said(0).or_else(|| said(1)).is_some_and(|part| one(part).is_some());
    (readable && units.all(|unit| unit == first)).then_some(first)
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
            ("gms/dL", Unit::GPerDl),
            ("g/100 mL", Unit::GPerDl),
            ("grams/decilitre", Unit::GPerDl),
            ("micrograms per litre", Unit::UgPerL),
            ("Nanograms per milliliter", Unit::NgPerMl),
            ("picomoles/litre", Unit::PmolPerL),
            ("femtolitres", Unit::Fl),
            ("cubic microns", Unit::Fl),
            ("\u{b5}m\u{b3}", Unit::Fl),
            ("vol%", Unit::Percent),
            ("Vol.-%", Unit::Percent),
            ("mcg%", Unit::UgPerDl),
            ("％", Unit::Percent),
            ("ｎｇ／ｍＬ", Unit::NgPerMl),
            ("μｍｏｌ／Ｌ", Unit::UmolPerL),
            ("㎎/㎗", Unit::MgPerDl),
            ("\u{c2}\u{b5}mol/L", Unit::UmolPerL),
            ("\u{ce}\u{bc}mol/L", Unit::UmolPerL),
            ("\u{ac}\u{b5}g/L", Unit::UgPerL),
            ("&micro;g/L", Unit::UgPerL),
            ("uM", Unit::UmolPerL),
            ("µM", Unit::UmolPerL),
            ("nM", Unit::NmolPerL),
            ("pM", Unit::PmolPerL),
            ("mM", Unit::MmolPerL),
            ("micromolar", Unit::UmolPerL),
            ("mmol L-1", Unit::MmolPerL),
            ("mmol·L\u{207b}\u{b9}", Unit::MmolPerL),
            ("ng.mL^-1", Unit::NgPerMl),
            ("ng mL-1", Unit::NgPerMl),
            ("mg g-1", Unit::MgPerG),
            ("mUI/L", Unit::MilliIuPerL),
            ("m.i.u./L", Unit::MilliIuPerL),
            ("mIE/l", Unit::MilliIuPerL),
            ("µUI/mL", Unit::MicroIuPerMl),
            ("UIU/ML", Unit::MicroIuPerMl),
            ("milli-international units per litre", Unit::MilliIuPerL),
            ("мкмоль/л", Unit::UmolPerL),
            ("нг/мл", Unit::NgPerMl),
            ("мМЕ/л", Unit::MilliIuPerL),
            ("мкМЕ/мл", Unit::MicroIuPerMl),
            ("kU/L", Unit::ArbUPerMl),
            ("AU/mL", Unit::ArbUPerMl),
            ("g/mol", Unit::MgPerMmol),
            ("mg/g・Cre", Unit::MgPerG),
            ("ug/mgcr", Unit::UgPerMg),
            ("mg/g.Cre", Unit::MgPerG),
            ("mg/g of creatinine", Unit::MgPerG),
            ("mg/g créatinine", Unit::MgPerG),
            ("mmol/mol Hb", Unit::MmolPerMol),
            ("ng/mL^ng/mL^UCUM", Unit::NgPerMl),
            ("ng/mL^^UCUM", Unit::NgPerMl),
            ("ug/L^Microgram per liter^UCUM", Unit::UgPerL),
            ("ml/min/1.73**2", Unit::MlPerMinPer173M2),
            ("(ckd-epi)ml/min/1.73m2", Unit::MlPerMinPer173M2),
            ("mL/min/1.73.m2", Unit::MlPerMinPer173M2),
            ("(ml/min/1.73)", Unit::MlPerMinPer173M2),
            ("ml/min/(1.73_m2)", Unit::MlPerMinPer173M2),
            ("mL/min/1.73 sq. m", Unit::MlPerMinPer173M2),
            ("mL/minute per 1.73 square metres", Unit::MlPerMinPer173M2),
            ("ml/分/1.73m^2", Unit::MlPerMinPer173M2),
            ("mL.min-1.1.73m-2", Unit::MlPerMinPer173M2),
            ("mls/min/1.73m2", Unit::MlPerMinPer173M2),
            ("ml/mn/1,73m2", Unit::MlPerMinPer173M2),
            ("mL/min/1.73m2 (CKD-EPI 2021)", Unit::MlPerMinPer173M2),
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
            ("mg\\L", Unit::MgPerL),
            ("ng/cc", Unit::NgPerMl),
            ("ng/cm3", Unit::NgPerMl),
            ("ug/ltr", Unit::UgPerL),
            ("mkmol/L", Unit::UmolPerL),
            ("mg/gm creat", Unit::MgPerG),
            ("[ng/mL]", Unit::NgPerMl),
            ("ug/L (calc)", Unit::UgPerL),
            ("% calculated", Unit::Percent),
            ("%{saturation}", Unit::Percent),
            ("DCCT %", Unit::Percent),
            ("IFCC mmol/mol", Unit::MmolPerMol),
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
            "uU/L",
            "mIU/mL",
            "IU/L",
            "[arb'U]/L",
            "um",
            "MM",
            "M",
            "g mL-1",
            "mmol/L^-1",
            "ng/mL^ug/mL^UCUM",
            "\u{fffd}mol/L",
            "?mol/L",
            "\u{c2}g/L",
            "umol",
            "mL/min/1",
            "mL/min/1.7",
            "mL/s/1.73m2",
            "mL/min/17.3m2",
            "mL/min/1.73m2/h",
            "% JDS",
            "% (JDS)",
            "[ng/mL",
            "[[ng/mL]]",
            "meq/dL",
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
