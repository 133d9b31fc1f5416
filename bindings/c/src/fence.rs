//! The fence behind which panics stop. Knows nothing of the rest.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs something that cannot fail, but for bugs.
pub(crate) fn read<T>(otherwise: T, body: impl FnOnce() -> T) -> T {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|payload| {
        end(payload);
        otherwise
    })
}

/// Frees what a panic carried. Its own end could panic too: what that one carries is left alone.
pub(crate) fn end(payload: Box<dyn Any + Send>) {
    if let Err(another) = catch_unwind(AssertUnwindSafe(|| drop(payload))) {
        std::mem::forget(another);
    }
}

/// Frees a handle.
pub(crate) fn free<T>(handle: Option<Box<T>>) {
    read((), || drop(handle));
}
