//! The `ekbom` command.
fn main() {}
