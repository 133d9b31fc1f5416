//! The guidelines, one file each: constant data, readable without knowing the evaluator.
//!
//! A new guideline is one file here and its tables' lines in [`TABLES`]. No threshold stands anywhere else.

mod aafp_2017;
mod aafp_2025;
mod aan_2016;
mod aasld_2011;
mod aasm_2025;
mod ada;
mod aga_2020;
mod article;
mod bsh_2013;
mod bsh_2014;
mod common;
mod dsm_5;
mod easl_2022;
mod ecco_2015;
mod ekbom_safety;
mod ekbom_synthesis;
mod epidemiology;
mod flags;
mod irls_2003;
mod irlssg_2014;
mod irlssg_2018;
mod kdigo;
mod kdigo_2026;
mod laboratory;
mod mayo_2021;
mod mpi_2007;
mod nice_cks;
mod nice_diabetes;
mod nice_ng239;
mod pfeiffer_2016;
mod shared;
mod shared_b12;
mod shared_folate;
mod shared_glycaemia;
pub mod treatment;
mod who_2020;
mod who_2024;
mod who_folate;

pub use flags::{FLAGS, flag_text, superseded_by};

use crate::logic::authoring::{Condition, TableData};

/// Tables and conditions that alerts and recommendations ask by name.
pub(crate) const RLS_DIAGNOSIS: &TableData = &irlssg_2014::DIAGNOSIS;
pub(crate) use ekbom_safety::{ERYTHROCYTOSIS, INFECTION_DEFERS, KNOWN_OVERLOAD};
pub(crate) const AUGMENTATION: &TableData = &mpi_2007::AUGMENTATION;
pub(crate) const IRON_SAFETY: &TableData = &ekbom_safety::IRON_SAFETY;
pub(crate) const IRON_AASM: &TableData = &aasm_2025::IRON_THERAPY;
/// The bodies whose word leads to iron: the founding article alone leads to no act.
pub(crate) const IRON_OF_GUIDELINES: [&TableData; 5] = [
    IRON_AASM,
    &irlssg_2018::IRON_THERAPY,
    &mayo_2021::IRON_THERAPY,
    &aan_2016::IRON_THERAPY,
    &nice_cks::IRON_THERAPY,
];
pub(crate) const IRON_BY_WHO: &TableData = &who_2020::IRON_DEFICIENCY;
pub(crate) const IRON_OVERLOAD: [&TableData; 2] = [&easl_2022::IRON_OVERLOAD, &aasld_2011::IRON_OVERLOAD];
pub(crate) const KIDNEY_FAILURE: Condition = shared::ESRD;
pub(crate) const FOLATE: [&TableData; 4] =
    [&who_folate::FOLATE, &pfeiffer_2016::FOLATE, &bsh_2014::FOLATE, &laboratory::FOLATE];
pub(crate) const HBA1C_UNRELIABLE: Condition = shared_glycaemia::HBA1C_MISLEADS;
pub(crate) const B12_FIRST_LINE: &TableData = &nice_ng239::FIRST_LINE;
pub(crate) const B12_STATUS: &TableData = &nice_ng239::STATUS;
pub(crate) const ANAEMIA: &TableData = &who_2024::ANAEMIA;
pub(crate) const MACROCYTOSIS: &TableData = &common::MACROCYTOSIS;
pub(crate) const MACROCYTOSIS_MASKED: Condition = common::IS_MASKED;
pub(crate) const INFLAMMATION: Condition = shared::INFLAMMATION;
pub(crate) const NEUROLOGICAL_SIGN: Condition = shared::NEUROLOGICAL_SIGN;
pub(crate) const MMA_RAISED: Condition = shared_b12::MMA_RAISED;
pub(crate) const SYNTHESIS_FIRST_LINE: &TableData = &ekbom_synthesis::FIRST_LINE;
pub(crate) const SYNTHESIS_STATUS: &TableData = &ekbom_synthesis::STATUS;
pub(crate) const SYNTHESIS_TREATMENT: &TableData = &ekbom_synthesis::TREATMENT;
pub(crate) const B12_TREATMENT: [&TableData; 3] =
    [&nice_ng239::B12_TREATMENT, &bsh_2014::B12_TREATMENT, &aafp_2025::B12_TREATMENT];
pub(crate) use ekbom_synthesis::{
    ANTIBODY as B12_ANTIBODY, HCY_NORMAL, HCY_RAISED, KIDNEY_STATED as RENAL_FAILURE_STATED, LOW_FILTRATION,
    MARKER as B12_MARKER, MMA_RAISED as MMA_RAISED_FOR_AGE, NITROUS_OXIDE, REPLACEMENT as B12_REPLACEMENT,
    SPOILER as B12_SPOILER,
};
pub(crate) const KIDNEY_RAISES_MMA: Condition = shared_b12::KIDNEY_RAISES_MMA;

/// Every table, in the order in which a report shows them: by question, then by guideline. A table may ask the answer
/// of one that stands before it.
pub const TABLES: &[&TableData] = &[
    &irlssg_2014::DIAGNOSIS,
    &irlssg_2014::COURSE,
    &irlssg_2014::RELEVANCE,
    &epidemiology::RELEVANCE,
    &dsm_5::RELEVANCE,
    &irls_2003::SEVERITY,
    &article::ONSET_PATTERN,
    &mpi_2007::AUGMENTATION,
    &aasm_2025::EXACERBATING_MEDICINE,
    &aasm_2025::EXACERBATING_FACTOR,
    &who_2024::ANAEMIA,
    &common::MACROCYTOSIS,
    &ekbom_safety::IRON_SAFETY,
    &aasm_2025::IRON_THERAPY,
    &irlssg_2018::IRON_THERAPY,
    &mayo_2021::IRON_THERAPY,
    &aan_2016::IRON_THERAPY,
    &nice_cks::IRON_THERAPY,
    &article::IRON_THERAPY,
    &ecco_2015::IRON_DEFICIENCY,
    &who_2020::IRON_DEFICIENCY,
    &aga_2020::IRON_DEFICIENCY,
    &kdigo_2026::IRON_DEFICIENCY,
    &bsh_2013::IRON_DEFICIENCY,
    &easl_2022::IRON_OVERLOAD,
    &aasld_2011::IRON_OVERLOAD,
    &nice_ng239::WHOM_TO_TEST,
    &article::WHOM_TO_TEST,
    &nice_ng239::FIRST_LINE,
    &aafp_2025::FIRST_LINE,
    &laboratory::FIRST_LINE,
    &bsh_2014::FIRST_LINE,
    &aafp_2017::FIRST_LINE,
    &ekbom_synthesis::FIRST_LINE,
    &nice_ng239::STATUS,
    &aafp_2025::STATUS,
    &ekbom_synthesis::STATUS,
    &nice_ng239::B12_TREATMENT,
    &bsh_2014::B12_TREATMENT,
    &aafp_2025::B12_TREATMENT,
    &ekbom_synthesis::TREATMENT,
    &ekbom_synthesis::CONTRIBUTION,
    &who_folate::FOLATE,
    &pfeiffer_2016::FOLATE,
    &bsh_2014::FOLATE,
    &laboratory::FOLATE,
    &kdigo::STAGE,
    &kdigo::ALBUMINURIA,
    &ekbom_safety::URAEMIC_RLS,
    &laboratory::THYROID,
    &laboratory::CALCIUM,
    &laboratory::SODIUM,
    &laboratory::POTASSIUM,
    &laboratory::MAGNESIUM,
    &laboratory::PHOSPHATE,
    &ada::GLYCAEMIA,
    &nice_diabetes::GLYCAEMIA,
];

/// Every table: [`TABLES`], then those on treatments, which may ask the answer of one of the former.
pub fn tables() -> impl Iterator<Item = &'static TableData> + Clone {
    TABLES.iter().chain(treatment::TABLES).copied()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::TABLES;
    use crate::knowledge::question::QUESTIONS;
    use crate::logic::table::Table;
    use crate::source;

    #[test]
    fn every_rule_is_cited_and_every_cite_resolves() {
        for table in TABLES {
            for rule in table.rules {
                let place = std::format!("{}@{}/{}", table.question.id, table.guideline.id, rule.name);
                assert!(!rule.cites.is_empty(), "{place}");
                for cite in rule.cites {
                    assert!(source::find(cite.source).is_some(), "{place}: {}", cite.source);
                    assert!(!cite.locator.is_empty(), "{place}");
                }
            }
        }
    }

    #[test]
    fn names_are_unique_and_every_question_has_a_table() {
        let mut names = BTreeSet::new();
        for table in TABLES {
            assert!(names.insert((table.question.id, table.guideline.id.as_ref())), "{}", table.question.id);
            let rules: BTreeSet<_> = table.rules.iter().map(|rule| rule.name).collect();
            assert_eq!(rules.len(), table.rules.len(), "{}@{}", table.question.id, table.guideline.id);
        }
        for question in QUESTIONS {
            assert!(names.iter().any(|(id, _)| *id == question.id), "{}", question.id);
        }
    }

    #[test]
    fn every_rule_is_reachable() {
        for data in TABLES {
            let table = Table::try_from(*data).unwrap();
            let mut scratch = crate::logic::table::Scratch::default();
            let open = crate::fact::FactBox::everything();
            let possible: std::vec::Vec<bool> = table.possible_rules(&open, &mut scratch);
            for (rule, possible) in table.rules.iter().zip(possible) {
                assert!(possible, "{}", rule.id);
            }
        }
    }
}
