//! Conditions that several guidelines share.

use crate::condition::{Condition, any, below, person, yes};
use crate::fact::{Fact, Person};

/// Too young for any rule here.
pub(super) const UNDER_TWO: Condition = below(Fact::AgeYears, 2.0);

/// Rules for adults never answer for a child.
pub(super) const CHILD: Condition = below(Fact::AgeYears, 18.0);

/// Pregnant, any trimester.
pub(super) const PREGNANT: Condition = person(Person::PREGNANT);

/// End-stage renal disease: dialysis, stated, or by eGFR.
pub(super) const ESRD: Condition = any(&[yes(Fact::Dialysis), yes(Fact::Esrd), below(Fact::Egfr, 15.0)]);
