//! ICD-10: which codes say a fact. Few, and only where the title of the code is the fact.

use ekbom::fact::Fact;

/// The edition that a code is of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Edition {
    /// That of the World Health Organization, and what builds on it.
    Both,
    /// The American clinical modification alone.
    Cm,
}
use Edition::{Both, Cm};

/// What a code says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Says {
    /// The fact.
    Fact(Fact),
    /// A pregnancy, for as long as it lasts.
    Pregnant,
    /// Nothing: it lies within a block of which the rest says something.
    Nothing,
}

/// A block of codes: where it begins, in which edition, what it says, whether that lasts for life, its title.
struct Block(&'static str, Edition, Says, bool, &'static str);

/// The longest beginning counts.
const BLOCKS: &[Block] = &[
    Block("C43", Both, Says::Fact(Fact::Melanoma), true, "malignant melanoma of skin"),
    Block("D45", Both, Says::Fact(Fact::PolycythaemiaVera), false, "polycythaemia vera"),
    Block("D47.1", Both, Says::Fact(Fact::Myeloproliferative), false, "chronic myeloproliferative disease"),
    Block("D47.2", Both, Says::Fact(Fact::Mgus), false, "monoclonal gammopathy"),
    Block("D50", Both, Says::Fact(Fact::IronDeficiencyAnaemia), false, "iron deficiency anaemia"),
    Block("D56", Both, Says::Fact(Fact::Thalassaemia), true, "thalassaemia"),
    Block("D57", Both, Says::Fact(Fact::SickleCellDisease), true, "sickle-cell disorders"),
    Block("D57.3", Both, Says::Nothing, false, "sickle-cell trait"),
    Block("E06.3", Both, Says::Fact(Fact::AutoimmuneThyroid), false, "autoimmune thyroiditis"),
    Block("E10", Both, Says::Fact(Fact::Type1Diabetes), false, "type 1 diabetes mellitus"),
    Block("E83.110", Cm, Says::Fact(Fact::Haemochromatosis), true, "hereditary haemochromatosis"),
    Block(
        "E83.111",
        Cm,
        Says::Fact(Fact::TransfusionalOverload),
        false,
        "haemochromatosis due to repeated red blood cell transfusions",
    ),
    Block("E83.118", Cm, Says::Fact(Fact::Haemochromatosis), true, "other haemochromatosis"),
    Block("E83.119", Cm, Says::Fact(Fact::Haemochromatosis), true, "haemochromatosis, unspecified"),
    Block("F20", Both, Says::Fact(Fact::Psychosis), true, "schizophrenia"),
    Block("F23", Both, Says::Fact(Fact::Psychosis), true, "brief psychotic disorder"),
    Block("F25", Both, Says::Fact(Fact::Psychosis), true, "schizoaffective disorders"),
    Block("F29", Both, Says::Fact(Fact::Psychosis), true, "unspecified psychosis"),
    Block("F31", Both, Says::Fact(Fact::BipolarDisorder), false, "bipolar disorder"),
    Block(
        "F90",
        Both,
        Says::Fact(Fact::Adhd),
        false,
        "attention-deficit hyperactivity (hyperkinetic) disorders",
    ),
    Block("G20", Both, Says::Fact(Fact::ParkinsonsDisease), false, "Parkinson's disease"),
    Block("G40", Both, Says::Fact(Fact::SeizureDisorder), false, "epilepsy"),
    Block("G47.61", Cm, Says::Fact(Fact::Plmd), false, "periodic limb movement disorder"),
    Block("H40.2", Both, Says::Fact(Fact::NarrowAngleGlaucoma), false, "primary angle-closure glaucoma"),
    Block("J44", Both, Says::Fact(Fact::RespiratoryDisease), false, "chronic obstructive pulmonary disease"),
    Block("K50", Both, Says::Fact(Fact::Crohn), false, "Crohn's disease"),
    Block("K51", Both, Says::Fact(Fact::UlcerativeColitis), false, "ulcerative colitis"),
    Block(
        "K86.81",
        Cm,
        Says::Fact(Fact::PancreaticInsufficiency),
        false,
        "exocrine pancreatic insufficiency",
    ),
    Block("K90.0", Both, Says::Fact(Fact::Coeliac), false, "coeliac disease"),
    Block("M35.0", Both, Says::Fact(Fact::Sjogren), false, "Sjogren syndrome"),
    Block("N18.6", Cm, Says::Fact(Fact::Esrd), false, "end stage renal disease"),
    Block("R20.2", Both, Says::Fact(Fact::Paraesthesia), false, "paraesthesia of skin"),
    Block("R26.0", Both, Says::Fact(Fact::GaitDisturbance), false, "ataxic gait"),
    Block("R45.851", Cm, Says::Fact(Fact::Suicidality), true, "suicidal ideations"),
    Block("R78.81", Cm, Says::Fact(Fact::Bacteraemia), false, "bacteraemia"),
    Block("Z33", Both, Says::Pregnant, false, "pregnant state"),
    Block("Z33.2", Cm, Says::Nothing, false, "encounter for elective termination of pregnancy"),
    Block("Z85.820", Cm, Says::Fact(Fact::Melanoma), true, "personal history of malignant melanoma of skin"),
    Block(
        "Z86.32",
        Cm,
        Says::Fact(Fact::GestationalDiabetesBefore),
        true,
        "personal history of gestational diabetes",
    ),
    Block("Z90.3", Both, Says::Fact(Fact::Gastrectomy), true, "acquired absence of stomach (part of)"),
    Block("Z94.0", Both, Says::Fact(Fact::KidneyTransplant), true, "kidney transplant status"),
    Block("Z98.84", Cm, Says::Fact(Fact::BariatricSurgery), true, "bariatric surgery status"),
    Block("Z99.2", Both, Says::Fact(Fact::Dialysis), false, "dependence on renal dialysis"),
];

/// Every block: its beginning, whether it is of the American edition alone, the id of what it says, and its title.
pub(crate) fn all() -> impl Iterator<Item = (&'static str, bool, &'static str, &'static str)> {
    BLOCKS.iter().map(|Block(start, edition, says, _, title)| {
        let id = match says {
            Says::Fact(fact) => fact.id(),
            Says::Pregnant => "pregnant",
            Says::Nothing => "nothing",
        };
        (*start, *edition == Cm, id, *title)
    })
}

/// The addresses of the two editions.
const WHO: &[&str] = &["http://hl7.org/fhir/sid/icd-10", "urn:oid:2.16.840.1.113883.6.3"];
const CM: &[&str] = &["http://hl7.org/fhir/sid/icd-10-cm", "urn:oid:2.16.840.1.113883.6.90"];

/// What a code says, and whether it lasts for life.
pub(crate) fn says(system: &str, code: &str) -> Option<(Says, bool)> {
    let cm = CM.contains(&system);
    if !cm && !WHO.contains(&system) {
        return None;
    }
    // `E83110` is how bills write `E83.110`.
    let plain: String = code.trim().chars().filter(|own| *own != '.').collect();
    let within = |block: &&Block| {
        let start: String = block.0.chars().filter(|own| *own != '.').collect();
        plain.to_ascii_uppercase().starts_with(&start) && (cm || block.1 == Both)
    };
    let best = BLOCKS.iter().filter(within).max_by_key(|block| block.0.len());
    best.map(|Block(_, _, says, lasts, _)| (*says, *lasts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_beginning_counts_and_the_edition_too() {
        let cm = |code| says("http://hl7.org/fhir/sid/icd-10-cm", code);
        let who = |code| says("http://hl7.org/fhir/sid/icd-10", code);
        assert_eq!(cm("K50.90"), Some((Says::Fact(Fact::Crohn), false)));
        assert_eq!(who("K50.9"), cm("K5090"));
        assert_eq!(cm("D57.3"), Some((Says::Nothing, false)));
        assert_eq!(cm("D57.1"), Some((Says::Fact(Fact::SickleCellDisease), true)));
        assert_eq!((who("N18.6"), cm("N18.6").is_some()), (None, true), "no such code in the other edition");
        assert_eq!((cm("E83.10"), who("E83.1"), says("http://snomed.info/sct", "K50")), (None, None, None));
    }

    #[test]
    fn every_block_has_a_title_and_is_there_once() {
        for (at, block) in BLOCKS.iter().enumerate() {
            assert!(!block.4.is_empty() && all().any(|own| own.0 == block.0));
            assert!(BLOCKS.iter().skip(at + 1).all(|other| other.0 != block.0), "{}", block.0);
        }
    }
}
