//! The engine behind the tables: masks, lanes, and diagrams. For `ekbom-cohort` and the proofs of this workspace; it
//! may change with any version, and stands in no listing of public names.

pub use super::condition::evaluate::{Lanes, evaluate};
pub use super::condition::mask::{Block, Mask, Truth};
pub use super::table::diagram::{Diagram, Scratch};
