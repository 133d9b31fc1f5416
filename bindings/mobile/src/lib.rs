//! The library for phones: [`ekbom`] behind [uniffi](https://mozilla.github.io/uniffi-rs/), for Swift and Kotlin.
//!
//! It mirrors the core and decides nothing. What an app imports are the packages beside it, `swift/` and `kotlin/`:
//! they dress these records and codes in the types of their language.

pub mod assessment;
mod codes;
pub mod knowledge;
pub mod language;
pub mod patient;
pub mod text;

uniffi::setup_scaffolding!("ekbom_mobile");
