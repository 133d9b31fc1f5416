//! What the tables of glycated haemoglobin share: when it does not say what it seems to say.

use super::shared::IRON_LOW;
use super::who_2024;
use crate::fact::Fact;
use crate::knowledge::question::BloodAnaemia;
use crate::logic::authoring::{Condition, Flag, answers, any, yes};

/// With anaemia, iron deficiency or dialysis it may read too high or too low.
pub(super) const HBA1C_MISLEADS: Condition = any(&[
    answers(&who_2024::ANAEMIA, BloodAnaemia::PRESENT),
    IRON_LOW,
    yes(Fact::IronDeficiencyAnaemia),
    yes(Fact::Dialysis),
]);

/// The same as a flag.
pub(super) const HBA1C_UNRELIABLE: Flag = Flag::when("hba1c_unreliable", HBA1C_MISLEADS);
