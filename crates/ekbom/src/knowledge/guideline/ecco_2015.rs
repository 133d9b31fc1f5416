//! European Crohn's and Colitis Organisation 2015: iron deficiency in inflammatory bowel disease.
//!
//! C-reactive protein above 5 mg/L counts as inflammation. The guideline's own table was not read. With inflammation one
//! account takes 30 to 100 ng/mL for iron deficiency and inflammation together whatever the saturation, another asks for a
//! saturation below 20 %: both answers stay.

use super::shared::CHILD;
use crate::fact::Fact;
use crate::knowledge::question::IronDeficiency as A;
use crate::logic::authoring::{
    Cite, Condition, Flag, GuidelineInfo, TableData, any, at_least, at_most, below, cite, not, rule, yes,
};
use crate::source::Verification::{Derived, Original, Secondary, Unverified};

pub(super) const ECCO_2015: GuidelineInfo =
    GuidelineInfo::new("ecco-2015", "European Crohn's and Colitis Organisation 2015");

const TITLE: &[Cite] = &[cite("ECCO2015", "title: in inflammatory bowel diseases")];
const QUIET: &[Cite] = &[
    cite("ECCO2015", "ferritin without inflammation"),
    cite("BMJOG2720", "table: below 30 without inflammation, below 100 with it"),
];
const INFLAMED: &[Cite] = &[
    cite("ECCO2015", "ferritin and transferrin saturation with inflammation"),
    cite("NUTRIENTS2020_T1", "below 100 in inflammatory disease; saturation 20 %"),
    cite("THURNHAM2010", "C-reactive protein above 5 mg/L"),
];

/// The one account of it that was read says below 100, another up to 100.
const EXACTLY_100: Flag = Flag::when("boundary_unspecified", at_least(Fact::Ferritin, 100.0));

/// `iron.deficiency`
pub(super) const IRON_DEFICIENCY: TableData = TableData {
    question: &A::QUESTION,
    guideline: &ECCO_2015,
    rules: &[
        rule("child", CHILD, A::NotAddressed.set(), Derived, TITLE),
        rule(
            "no-inflammatory-bowel-disease",
            not(&any(&[yes(Fact::Crohn), yes(Fact::UlcerativeColitis)])),
            A::NotApplicable.set(),
            Original,
            TITLE,
        ),
        rule("stores-low", below(Fact::Ferritin, 30.0), A::Deficient.set(), Secondary, QUIET),
        rule("no-inflammation", at_most(Fact::Crp, 5.0), A::NotDeficient.set(), Unverified, QUIET),
        rule(
            "inflamed-30-to-100",
            at_most(Fact::Ferritin, 100.0),
            A::Mixed.set().or(A::PossibleWithInflammation.set()),
            Derived,
            INFLAMED,
        )
        .flags(&[EXACTLY_100])
        .note("Accounts differ on whether a saturation below 20 % is asked for."),
        rule("saturation-low", below(Fact::Tsat, 20.0), A::AnaemiaOfInflammation.set(), Secondary, INFLAMED),
        rule("otherwise", Condition::Always, A::NotDeficient.set(), Unverified, INFLAMED),
    ],
};
