//! British Society for Haematology 2013: functional iron deficiency. Its recommendations were read word for word, as the
//! National Guideline Clearinghouse keeps them: ferritin below 12 ng/mL means absent stores, below 100 ng/mL in kidney
//! disease without dialysis and below 200 ng/mL on haemodialysis a likely deficiency. Above them it looks at red cells.

use super::shared::{CHILD, KIDNEY_DISEASE};
use crate::fact::Fact;
use crate::knowledge::question::IronDeficiency as A;
use crate::logic::authoring::{Cite, Condition, GuidelineInfo, TableData, all, below, cite, rule, yes};
use crate::source::Verification::{Derived, Original};

pub(super) const BSH_2013: GuidelineInfo = GuidelineInfo::new(
    "bsh-2013-functional",
    "British Society for Haematology 2013, functional iron deficiency",
);

const STORES: &[Cite] = &[cite("BSH2013", "ferritin below 12: absent stores")];
const KIDNEY: &[Cite] =
    &[cite("BSH2013", "ferritin below 100, on haemodialysis below 200: likely deficiency")];

/// `iron.deficiency`
pub(super) const IRON_DEFICIENCY: TableData = TableData {
    question: &A::QUESTION,
    guideline: &BSH_2013,
    rules: &[
        rule("child", CHILD, A::NotAddressed.set(), Derived, KIDNEY),
        rule("stores-absent", below(Fact::Ferritin, 12.0), A::Deficient.set(), Original, STORES),
        rule(
            "dialysis",
            all(&[yes(Fact::Dialysis), below(Fact::Ferritin, 200.0)]),
            A::Deficient.set(),
            Derived,
            KIDNEY,
        )
        .note("The limit is for haemodialysis; here any dialysis."),
        rule(
            "kidney-disease",
            all(&[KIDNEY_DISEASE, below(Fact::Ferritin, 100.0)]),
            A::Deficient.set(),
            Derived,
            KIDNEY,
        )
        .note("Kidney disease is read here from an eGFR below 60, or where it is stated as end-stage."),
        rule("otherwise", Condition::Always, A::NotAddressed.set(), Derived, KIDNEY).note(
            "A ferritin above these limits does not exclude functional deficiency: hypochromic cells decide.",
        ),
    ],
};
