//! How results are read.

use std::mem::MaybeUninit;

use ekbom::assess::intake::{Policy, Uncertainty};

use crate::call::{Failure, call, free, need};
use crate::error::ekbom_error;
use crate::status::ekbom_status;
use crate::text::ekbom_str;

/// How results are read, and how much is reported. NULL stands for the defaults wherever one is asked for.
#[derive(Clone, Copy)]
pub struct ekbom_policy {
    pub(crate) policy: Policy,
    pub(crate) trace: bool,
}

impl ekbom_policy {
    pub(crate) fn or_default(given: Option<&Self>) -> Self {
        given.copied().unwrap_or(Self { policy: Policy::default(), trace: false })
    }
}

/// A policy of defaults: results are what was reported, stale after 365 days, and no trace is kept.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_policy_new(
    policy: Option<&mut MaybeUninit<Option<Box<ekbom_policy>>>>,
) -> ekbom_status {
    call(None, || {
        need(policy, "policy")?.write(Some(Box::new(ekbom_policy::or_default(None))));
        Ok(())
    })
}

/// Results older than this raise the alert `sample_stale`. Not a number, or less than zero, is refused.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_policy_set_stale_after_days(
    policy: Option<&mut ekbom_policy>,
    days: f64,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let policy = need(policy, "policy")?;
        if days.is_nan() || days < 0.0 {
            let message = format!("`days` {days} is no length of time");
            return Err(Failure::argument("days", &days.to_string(), message, vec!["0 or more".to_owned()]));
        }
        policy.policy.stale_after_days = days;
        Ok(())
    })
}

/// What a single result stands for: `as_reported`, `variation` (every value of which it may be one sample) or `assay`
/// (for ferritin, every value that another manufacturer's assay might have read).
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_policy_set_uncertainty(
    policy: Option<&mut ekbom_policy>,
    code: ekbom_str,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let policy = need(policy, "policy")?;
        let text = code.read("code")?;
        let found = Uncertainty::ALL.iter().find(|own| own.code() == text);
        let codes: Vec<&str> = Uncertainty::ALL.iter().map(|own| own.code()).collect();
        policy.policy.uncertainty = *found.ok_or_else(|| Failure::code("code", text, &codes))?;
        Ok(())
    })
}

/// Keep a trace of every condition with the value it saw.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_policy_set_trace(policy: Option<&mut ekbom_policy>, trace: bool) -> ekbom_status {
    call(None, || {
        need(policy, "policy")?.trace = trace;
        Ok(())
    })
}

/// Frees it.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_policy_free(policy: Option<Box<ekbom_policy>>) {
    free(policy);
}
