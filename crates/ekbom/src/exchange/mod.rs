//! Knowledge and shapes as JSON: rule books out and in, their differences, and the schemas of what goes in and out.

pub mod rules;
pub mod schema;
