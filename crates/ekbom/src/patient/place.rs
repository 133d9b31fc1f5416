//! Where something was said: the names of fields, and the places in the caller's lists.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;

use crate::fact::{Fact, Group};

pub(super) fn field_of(fact: Fact) -> String {
    match fact.info().group {
        Group::Symptoms => format!("symptoms.{fact}"),
        Group::History => format!("history.{fact}"),
        _ => fact.id().to_owned(),
    }
}

/// Where the caller said it: what could not be read is not in the list any more, and its place is not another's.
pub(super) fn said_at(places: &[usize], place: usize) -> usize {
    places.get(place).copied().unwrap_or(place)
}
