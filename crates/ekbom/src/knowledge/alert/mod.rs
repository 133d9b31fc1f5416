//! Alerts: what a reader must not miss, as stable codes with their text beside them.
//!
//! An alert is raised by its trigger, which asks the same conditions and tables as everything else; by something
//! noticed about a result at intake; or as a caution of a recommendation.

mod b12;
pub(crate) mod code;
mod conditions;
mod contradictions;
mod iron;
mod list;
mod other;
mod trigger;

pub use list::ALERTS;
pub(crate) use trigger::Watch;
pub use trigger::{Scene, Situation, Trigger};

use serde::Serialize;

use crate::fact::Fact;

/// How pressing an alert is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Act now.
    Urgent,
    /// Mind this before acting.
    Caution,
    /// Good to know.
    Info,
}

impl Severity {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Urgent => "urgent",
            Self::Caution => "caution",
            Self::Info => "info",
        }
    }
}

/// An alert.
#[derive(Clone, Copy, Debug)]
pub struct Alert {
    /// Stable code.
    pub code: &'static str,
    /// How pressing.
    pub severity: Severity,
    /// What it says, in English.
    pub message: &'static str,
    /// The facts it speaks of.
    pub facts: &'static [Fact],
    /// What raises it; `Never` where only intake or a recommendation does.
    pub trigger: Trigger,
}

/// The alert with this code.
pub fn find(code: &str) -> Option<&'static Alert> {
    ALERTS.iter().find(|alert| alert.code == code)
}
const fn alert(
    code: &'static str,
    severity: Severity,
    message: &'static str,
    facts: &'static [Fact],
    trigger: Trigger,
) -> Alert {
    Alert { code, severity, message, facts, trigger }
}
