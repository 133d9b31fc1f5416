//! stand-in until the bibliography lands
/// How far a statement was checked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Verification {
    Original,
    Secondary,
    Derived,
    Unverified,
}
