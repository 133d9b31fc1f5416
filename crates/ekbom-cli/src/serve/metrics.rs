//! Counts for whoever runs the service. Their labels are of this program; nothing that was sent is among them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Mutex, PoisonError};

use ekbom_fhir::hooks::Feedback;
use serde_json::Value;

#[derive(Default)]
pub(crate) struct Metrics {
    counts: Mutex<BTreeMap<(&'static str, String), u64>>,
}

impl Metrics {
    fn add(&self, name: &'static str, labels: String, count: usize) {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        let own = counts.entry((name, labels)).or_default();
        *own = own.saturating_add(count as u64);
    }

    pub(super) fn answered(&self, route: &str, status: u16) {
        self.add("ekbom_requests_total", format!("route=\"{route}\",status=\"{status}\""), 1);
    }

    pub(super) fn cards(&self, answer: &Value) {
        for own in answer.get("cards").and_then(Value::as_array).into_iter().flatten() {
            let kind = match own.get("indicator").and_then(Value::as_str) {
                Some("critical") => "critical",
                Some("warning") => "warning",
                _ => "info",
            };
            self.add("ekbom_cards_total", format!("indicator=\"{kind}\""), 1);
        }
    }

    pub(super) fn feedback(&self, said: Feedback) {
        self.add("ekbom_feedback_total", "outcome=\"accepted\"".into(), said.accepted);
        self.add("ekbom_feedback_total", "outcome=\"overridden\"".into(), said.overridden);
    }

    /// As Prometheus reads them.
    pub(super) fn text(&self) -> String {
        let counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        let mut made = String::new();
        let mut last = "";
        for ((name, labels), count) in counts.iter() {
            if *name != last {
                let _ = writeln!(made, "# TYPE {name} counter");
                last = name;
            }
            let _ = writeln!(made, "{name}{{{labels}}} {count}");
        }
        made
    }
}
