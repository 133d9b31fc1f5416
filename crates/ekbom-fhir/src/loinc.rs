//! LOINC: which codes are read as which analyte, which are known and not used, and which are never read as what their
//! name suggests.
//!
//! Most of the codes stand in the catalogue of analytes itself. Here are those that real data hold beside them. The unit
//! decides what a number means, never the property of the code: in real tables mass codes carry moles.
//!
//! This material contains content from LOINC (loinc.org). LOINC is copyright Regenstrief Institute, Inc. and the LOINC
//! Committee and is available at no cost under the licence at loinc.org/license.

use ekbom::measure::analyte::Analyte;

/// A code that is read beside those of the catalogue.
struct More(&'static str, Analyte, &'static str);

/// With where the code was seen in use.
const MORE: &[More] = &[
    More("38483-4", Analyte::Creatinine, "creatinine in blood: Top 2000 (US), MIMIC, Themis"),
    More("59826-8", Analyte::Creatinine, "creatinine in blood, moles: Top 2000 (SI)"),
    More("6299-2", Analyte::UreaNitrogen, "urea nitrogen in blood: Top 2000 (US), Themis"),
    More("49765-1", Analyte::Calcium, "calcium in blood: OMOP through Estonia, MIMIC map"),
    More("20570-8", Analyte::Haematocrit, "haematocrit: Top 2000, Themis"),
    More("31100-1", Analyte::Haematocrit, "haematocrit by impedance: Top 2000"),
    More("4545-0", Analyte::Haematocrit, "haematocrit, spun: Top 2000"),
    More("30350-3", Analyte::Haemoglobin, "haemoglobin, venous: Top 2000"),
    More("20567-4", Analyte::Ferritin, "ferritin by immunoassay: GECCO, VistA"),
    More("2505-6", Analyte::Tsat, "iron/total iron-binding capacity: Top 2000 (US)"),
    More("71386-7", Analyte::Hepcidin, "hepcidin-25, moles: OMOP through Estonia"),
    More("2629-4", Analyte::MmaSerum, "methylmalonate: OMOP through Estonia, Themis"),
    More("15072-2", Analyte::Gastrin, "gastrin, moles: OMOP through Estonia"),
    More("77147-7", Analyte::Egfr, "eGFR by MDRD: MIMIC, OMOP"),
    More("62238-1", Analyte::Egfr, "eGFR by CKD-EPI: OMOP through Finland and Estonia"),
    More("69405-9", Analyte::Egfr, "eGFR, formula not stated: Themis"),
    More("50210-4", Analyte::Egfr, "eGFR by cystatin C: OMOP through Estonia"),
    More("30000-4", Analyte::Uacr, "albumin/creatinine in urine: OMOP through Estonia"),
    More("14958-3", Analyte::Uacr, "albumin/creatinine in urine of 24 h: MIMIC"),
    More("55454-3", Analyte::Hba1c, "HbA1c: Themis"),
    More("61151-7", Analyte::Albumin, "albumin by bromocresol green: OMOP through Estonia"),
    More("15074-8", Analyte::Glucose, "glucose in blood, moles: Top 2000 (SI)"),
];

/// Codes that are known, and not used: each a decision with its reason.
const NOT_USED: &[(&str, &str)] = &[
    ("24373-3", "ferritin in blood: its name could not be verified"),
    ("13452-8", "iron by transferrin is no saturation of the binding capacity"),
    ("74807-9", "an index of receptor and ferritin belongs to one assay"),
    ("16695-9", "cobalamins in whole blood are not those in serum"),
    ("25415-1", "folate in whole blood is neither serum nor red-cell folate"),
    ("2282-2", "folate in whole blood is neither serum nor red-cell folate"),
    ("30530-0", "which antibody against intrinsic factor is not stated"),
    ("60221-9", "which antibody against intrinsic factor is not stated"),
    ("14241-4", "a presence, where units are asked for"),
    ("40960-7", "an antibody class of its own"),
    ("30352-9", "capillary haemoglobin differs from venous"),
    ("30313-1", "arterial haemoglobin is of a patient in intensive care"),
    ("55782-7", "haemoglobin by oximetry"),
    ("48703-3", "an estimated haematocrit"),
    ("32354-3", "arterial haematocrit is of a patient in intensive care"),
    ("30384-2", "red cell distribution width as a volume has other limits"),
    ("48642-3", "one of two eGFR by race: which holds is not said"),
    ("48643-1", "one of two eGFR by race: which holds is not said"),
    ("88293-6", "one of two eGFR by race: which holds is not said"),
    ("88294-4", "one of two eGFR by race: which holds is not said"),
    ("94677-2", "its name could not be verified"),
    ("50044-7", "its name could not be verified"),
    ("13705-9", "its name could not be verified"),
    ("14585-4", "its name could not be verified"),
    ("14743-9", "capillary glucose by a glucometer is not plasma glucose"),
    ("49054-0", "which form of 25-hydroxyvitamin D is meant is open"),
    ("46269-7", "which form of 25-hydroxyvitamin D is meant is open"),
    ("48421-2", "C-reactive protein in capillary blood"),
    ("17855-8", "its name could not be verified"),
    ("4549-2", "its name could not be verified"),
    ("2862-1", "albumin by electrophoresis differs from the dye methods"),
];

/// Codes that a search for the name of an analyte finds, and that mean something else.
const NEVER: &[(&str, &str)] = &[
    ("2171-7", "the unsaturated binding capacity for vitamin B12, not vitamin B12"),
    ("39010-4", "methylmalonylcarnitine, not methylmalonic acid"),
    ("45222-7", "methylmalonylcarnitine, not methylmalonic acid"),
    ("15087-0", "parathyrin-related protein, not parathyrin"),
    ("2729-2", "parathyrin-related protein, not parathyrin"),
    ("86914-9", "a goal for ferritin, not a result"),
    ("2170-9", "used for vitamin B12 and for methylmalonic acid: it cannot be known which is meant"),
];

/// The status of a pregnancy, which is an observation in FHIR.
pub(crate) const PREGNANCY_STATUS: &str = "82810-3";
/// Its answer *pregnant*.
pub(crate) const PREGNANT: &str = "LA15173-0";

/// What a code means here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Meaning {
    /// Read as this.
    Analyte(Analyte),
    /// Known, and not used, with the reason.
    NotUsed(&'static str),
    /// Never read as what its name suggests.
    Never(&'static str),
}

/// What is known of a code.
pub(crate) fn meaning(code: &str) -> Option<Meaning> {
    let own = Analyte::ALL.into_iter().find(|own| own.info().loinc.iter().any(|known| known.code == code));
    let more = || MORE.iter().find(|More(known, ..)| *known == code).map(|More(_, analyte, _)| *analyte);
    let listed = |list: &'static [(&str, &'static str)]| {
        list.iter().find(|(known, _)| *known == code).map(|(_, says)| *says)
    };
    let analyte = own.or_else(more).map(Meaning::Analyte);
    analyte.or_else(|| listed(NOT_USED).map(Meaning::NotUsed)).or_else(|| listed(NEVER).map(Meaning::Never))
}

/// Every code that is known, with what it means here and why.
pub(crate) fn all() -> impl Iterator<Item = (&'static str, Meaning, &'static str)> {
    let catalogue = Analyte::ALL.into_iter().flat_map(|analyte| {
        let of = move |own: &'static ekbom::measure::analyte::Loinc| {
            (own.code, Meaning::Analyte(analyte), own.verified_by)
        };
        analyte.info().loinc.iter().map(of)
    });
    let more = MORE.iter().map(|More(code, analyte, seen)| (*code, Meaning::Analyte(*analyte), *seen));
    let not_used = NOT_USED.iter().map(|(code, says)| (*code, Meaning::NotUsed(says), *says));
    let never = NEVER.iter().map(|(code, says)| (*code, Meaning::Never(says), *says));
    catalogue.chain(more).chain(not_used).chain(never)
}

/// Does its last digit fit the others (modulus 10)?
pub(crate) fn check_digit_fits(code: &str) -> bool {
    let Some((number, digit)) = code.rsplit_once('-') else { return false };
    let digits: Option<Vec<u32>> = number.chars().map(|own| own.to_digit(10)).collect();
    let Some(digits) = digits.filter(|own| !own.is_empty()) else { return false };
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, own)| if at % 2 == 0 { own * 2 / 10 + own * 2 % 10 } else { *own })
        .sum();
    digit.parse() == Ok((10 - sum % 10) % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_its_check_digit_and_one_meaning() {
        let mut all: Vec<&str> = all().map(|(code, ..)| code).chain([PREGNANCY_STATUS]).collect();
        for code in &all {
            assert!(check_digit_fits(code), "{code}");
        }
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count, "a code stands in one list");
    }

    #[test]
    fn every_code_of_the_catalogue_is_read_as_its_analyte() {
        for analyte in Analyte::ALL {
            for own in analyte.info().loinc {
                assert_eq!(meaning(own.code), Some(Meaning::Analyte(analyte)), "{}", own.code);
            }
        }
        for code in ["2171-7", "39010-4", "45222-7", "15087-0", "2729-2", "86914-9", "2170-9"] {
            assert!(matches!(meaning(code), Some(Meaning::Never(_))), "{code}");
        }
        assert!(MORE.iter().all(|More(_, _, seen)| !seen.is_empty()));
    }

    #[test]
    fn a_slip_of_a_digit_is_seen() {
        assert!(!check_digit_fits("14801-7") && check_digit_fits("14801-5"));
        assert!(!check_digit_fits("14685-4") && check_digit_fits("14685-2"));
        assert!(!check_digit_fits("") && !check_digit_fits("-1") && !check_digit_fits("ferritin"));
    }
}
