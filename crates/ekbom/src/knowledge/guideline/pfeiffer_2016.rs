//! Pfeiffer 2016: folate limits matched to the assay, in nmol/L. The limit of a microbiological assay is one of
//! deficiency, that of a protein-binding assay one of possible deficiency; neither serves the other assay.

use super::shared::CHILD;
use super::shared_folate::{BOTH, BY_RED_CELLS, FOLATE_BEFORE_B12};
use crate::fact::{Fact, FolateAssay};
use crate::knowledge::question::FolateStatus as A;
use crate::logic::authoring::{
    Cite, Condition, Flag, GuidelineInfo, TableData, all, any, cite, is, not, printed_in_second, rule,
};
use crate::logic::condition::Comparison::Below;
use crate::source::Verification::{Derived, Original};

pub(super) const PFEIFFER_2016: GuidelineInfo =
    GuidelineInfo::new("pfeiffer-2016", "Pfeiffer 2016, limits of folate matched to the assay");

const LIMITS: &[Cite] =
    &[cite("PFEIFFER2016", "abstract: 7 and 305 nmol/L microbiological, 10 and 340 nmol/L protein-binding")];

const MICROBIOLOGICAL: Condition = is(Fact::FolateAssay, FolateAssay::Microbiological.only());
const PROTEIN_BINDING: Condition = is(Fact::FolateAssay, FolateAssay::ProteinBinding.only());

const SERUM_LOW: Condition = any(&[
    all(&[MICROBIOLOGICAL, printed_in_second(Fact::FolateSerum, Below, 7.0)]),
    all(&[PROTEIN_BINDING, printed_in_second(Fact::FolateSerum, Below, 10.0)]),
]);
const RED_CELL_LOW: Condition = any(&[
    all(&[MICROBIOLOGICAL, printed_in_second(Fact::FolateRbc, Below, 305.0)]),
    all(&[PROTEIN_BINDING, printed_in_second(Fact::FolateRbc, Below, 340.0)]),
]);
/// The marker that counts is below the limit of its assay.
const LOW: Condition = any(&[all(&[BY_RED_CELLS, RED_CELL_LOW]), all(&[not(&BY_RED_CELLS), SERUM_LOW])]);
const DISCORDANT: Condition =
    all(&[BOTH, any(&[all(&[SERUM_LOW, not(&RED_CELL_LOW)]), all(&[not(&SERUM_LOW), RED_CELL_LOW])])]);
const MARKERS_DISCORDANT: &[Flag] = &[Flag::always("markers_discordant"), FOLATE_BEFORE_B12];

/// `folate.status`
pub(super) const FOLATE: TableData = TableData {
    question: &A::QUESTION,
    guideline: &PFEIFFER_2016,
    rules: &[
        rule("child", CHILD, A::NotAddressed.set(), Derived, LIMITS),
        rule(
            "markers-discordant-microbiological",
            all(&[MICROBIOLOGICAL, DISCORDANT]),
            A::Deficient.set().or(A::Sufficient.set()),
            Derived,
            LIMITS,
        )
        .flags(MARKERS_DISCORDANT),
        rule(
            "markers-discordant-protein-binding",
            DISCORDANT,
            A::Borderline.set().or(A::Sufficient.set()),
            Derived,
            LIMITS,
        )
        .flags(MARKERS_DISCORDANT),
        rule("low-microbiological", all(&[MICROBIOLOGICAL, LOW]), A::Deficient.set(), Original, LIMITS)
            .flags(&[FOLATE_BEFORE_B12]),
        rule("low-protein-binding", LOW, A::Borderline.set(), Original, LIMITS)
            .flags(&[FOLATE_BEFORE_B12])
            .note("Possible deficiency: below this limit homocysteine rises."),
        rule("otherwise", Condition::Always, A::Sufficient.set(), Derived, LIMITS),
    ],
};
