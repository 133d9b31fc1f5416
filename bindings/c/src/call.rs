//! What every call shares: panics stop here, and what went wrong is handed out.

use std::mem::MaybeUninit;

use crate::error::ekbom_error;
use crate::failure::caught;
pub(crate) use crate::failure::{Failure, Fault, at, need, short};
#[cfg(feature = "cohort")]
pub(crate) use crate::fence::end;
pub(crate) use crate::fence::{free, read};
use crate::status::ekbom_status;

/// Runs the body of a call.
pub(crate) fn call(
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
    body: impl FnOnce() -> Result<(), Failure>,
) -> ekbom_status {
    match caught(body) {
        Ok(()) => ekbom_status::Ok,
        Err(failure) => {
            let status = failure.status;
            if let Some(error) = error {
                error.write(Some(Box::new(ekbom_error::from(failure))));
            }
            status
        }
    }
}

/// Hands out what a search found.
pub(crate) fn found<T>(
    item: Option<&T>,
    out: &mut MaybeUninit<*const T>,
    name: &str,
    near: Option<&str>,
) -> Result<(), Failure> {
    let item = item.ok_or_else(|| {
        let message = format!("there is no `{}`", short(name));
        let accepted = near.map(str::to_owned).into_iter().collect();
        Failure::new(ekbom_status::NotFound, "id", name, message, accepted)
    })?;
    out.write(item);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::{ekbom_error_free, ekbom_error_message};

    #[test]
    fn panics_stop_at_the_boundary() {
        let mut error = MaybeUninit::new(None);
        let status = call(Some(&mut error), || panic!("a test of {}", "panics"));
        assert_eq!(status, ekbom_status::Panic);
        // SAFETY: it was initialised above.
        let error = unsafe { error.assume_init() };
        let message = ekbom_error_message(error.as_deref());
        assert_eq!(message.read("").unwrap(), "the library has a bug: a test of panics");
        ekbom_error_free(error);
        assert_eq!(read(3, || panic!("again")), 3);
    }

    #[test]
    fn an_error_is_written_only_on_failure() {
        let mut error: MaybeUninit<Option<Box<ekbom_error>>> = MaybeUninit::new(None);
        assert_eq!(call(Some(&mut error), || Ok(())), ekbom_status::Ok);
        // SAFETY: it was initialised above.
        assert!(unsafe { error.assume_init() }.is_none());
    }
}
