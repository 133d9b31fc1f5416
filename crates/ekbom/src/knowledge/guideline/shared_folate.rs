//! What the folate tables share: which marker counts, and that vitamin B12 comes first.

use super::nice_ng239;
use crate::fact::Fact;
use crate::knowledge::question::B12Status;
use crate::logic::authoring::{Condition, Flag, all, answers, any, not, reported, yes};

/// Both serum and red-cell folate were reported.
pub(super) const BOTH: Condition = all(&[reported(Fact::FolateSerum), reported(Fact::FolateRbc)]);

/// Only red-cell folate was reported.
pub(super) const BY_RED_CELLS: Condition =
    all(&[reported(Fact::FolateRbc), not(&reported(Fact::FolateSerum))]);

/// Vitamin B12 deficiency is unlikely by its tests.
pub(super) const B12_EXCLUDED: Condition = answers(&nice_ng239::STATUS, B12Status::DeficiencyUnlikely.set());

/// Folic acid only after vitamin B12 deficiency is excluded or treated.
pub(super) const FOLATE_BEFORE_B12: Flag =
    Flag::unless("folate_before_b12", any(&[B12_EXCLUDED, yes(Fact::B12Replacement)]));
