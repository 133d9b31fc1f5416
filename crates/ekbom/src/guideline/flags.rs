//! The flags of the tables, in words.

/// Every flag that a table can raise, with one sentence for a clinician; sorted by code.
pub const FLAGS: &[(&str, &str)] = &[];
