//! Which acts are shown: ten, and whatever is urgent.

use alloc::vec::Vec;

use super::Act;
use crate::knowledge::act::ActKind;

/// So many are shown, and every one that is never cut.
const MOST: usize = 10;

/// In order. Of the rest one of each kind in turn, what another act waits for first.
pub(super) fn ten(made: Vec<Act>) -> Vec<Act> {
    let waited_for: Vec<_> = made.iter().flat_map(|act| act.blocked_by.iter().cloned()).collect();
    let (mut kept, rest): (Vec<_>, Vec<_>) =
        made.into_iter().partition(|act| act.kind.known().is_some_and(ActKind::is_never_cut));
    let mut kinds: Vec<Vec<(usize, Act)>> = ActKind::ALL.iter().map(|_| Vec::new()).collect();
    let mut places: Vec<(usize, Act)> = Vec::new();
    for (place, act) in rest.into_iter().enumerate() {
        if let Some(own) =
            ActKind::ALL.iter().position(|kind| act.kind == *kind).and_then(|at| kinds.get_mut(at))
        {
            own.push((place, act));
        }
    }
    for own in &mut kinds {
        // Stable: those that are waited for first, each of the two in its own order; the last is taken first.
        own.sort_by_key(|(_, act)| !waited_for.contains(&act.act));
        own.reverse();
    }
    while kept.len() + places.len() < MOST && kinds.iter().any(|own| !own.is_empty()) {
        for own in &mut kinds {
            if kept.len() + places.len() < MOST {
                places.extend(own.pop());
            }
        }
    }
    places.sort_by_key(|(place, _)| *place);
    kept.extend(places.into_iter().map(|(_, act)| act));
    kept.sort_by(Act::by_kind);
    kept
}
