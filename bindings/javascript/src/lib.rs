//! The door for JavaScript: one function that takes a request as JSON and gives an answer as JSON.
//!
//! Built for `wasm32-unknown-unknown`, it has no imports and three exports (see `abi`); the layer in JavaScript and its
//! types are written by hand and from the catalogues. Nothing is decided here: an answer is what the library says. On any
//! other target it is an ordinary library, which the tests use.

mod abi;
mod assess;
mod catalogue;
mod desk;
mod fault;
mod record;
mod request;
mod rules;
mod units;
mod what_if;
mod words;

pub use abi::{ekbom_alloc, ekbom_call, ekbom_free};
pub use desk::{CALLS, Desk};
pub use fault::Status;
