//! What is being ordered: which medicines of the catalogue it holds, and of what no check can be made.

use std::collections::BTreeMap;

use ekbom::fact::medicine::{Medicine, no_bearing};
use serde_json::Value;

use super::card::Asked;
use super::{Hook, HookError, means};
use crate::code_map::CodeMap;
use crate::document::{tail, unversioned};
use crate::json::{list, text};
use crate::ledger::short;
use crate::medicine::names;

/// Orders that are no medicines.
const OTHERS: &[&str] =
    &["ServiceRequest", "DeviceRequest", "VisionPrescription", "CommunicationRequest", "Task", "Appointment"];

/// What is being ordered.
#[derive(Default)]
pub(super) struct Orders {
    /// Medicines of the catalogue, each once.
    pub(super) known: Vec<Medicine>,
    /// What was not checked, in words.
    pub(super) unchecked: Vec<String>,
    pub(super) entries: usize,
}

impl Orders {
    pub(super) fn read(
        hook: Hook,
        context: &Value,
        asked: &Asked,
        codes: &CodeMap,
    ) -> Result<Self, HookError> {
        let drafts = context.get("draftOrders").filter(|own| text(own, "resourceType") == Some("Bundle"));
        let drafts = drafts.ok_or(HookError::NotACall("`context.draftOrders` is no Bundle"))?;
        let selections = match (hook, context.get("selections")) {
            (Hook::OrderSelect, Some(Value::Array(own))) => {
                let own: Option<Vec<&str>> = own.iter().map(Value::as_str).collect();
                Some(own.ok_or(HookError::NotACall("`context.selections` is no list of references"))?)
            }
            (Hook::OrderSelect, _) => {
                return Err(HookError::NotACall("`context.selections` is no list of references"));
            }
            _ => None,
        };
        let entries = list(drafts, "entry");
        let mut made = Self { entries: entries.len(), ..Self::default() };
        let medications = medications(entries);
        let mut found: Vec<&str> = Vec::new();
        for entry in entries {
            let Some(order) = entry.get("resource").filter(|own| !own.is_null()) else { continue };
            let kind = text(order, "resourceType").unwrap_or_default();
            let (id, url) = (text(order, "id"), text(entry, "fullUrl"));
            if let Some(selections) = &selections {
                let own: Vec<&&str> = selections.iter().filter(|own| means(own, kind, id, url)).collect();
                if own.is_empty() {
                    continue;
                }
                found.extend(own);
            }
            made.order(kind, order, &medications, asked, codes);
        }
        for lost in selections.into_iter().flatten().filter(|own| !found.contains(own)) {
            made.unchecked.push(format!("an order that was selected and not sent ({})", short(lost)));
        }
        made.known.sort_unstable();
        made.known.dedup();
        Ok(made)
    }

    fn order(
        &mut self,
        kind: &str,
        order: &Value,
        medications: &BTreeMap<String, &Value>,
        asked: &Asked,
        codes: &CodeMap,
    ) {
        match kind {
            "MedicationRequest" => {}
            // It is read where an order refers to it.
            "Medication" => return,
            other if OTHERS.contains(&other) => {
                if gives_iron(order) {
                    self.unchecked.push(format!("{}, which may be for iron", short(other)));
                }
                return;
            }
            other => return self.unchecked.push(format!("an order of the kind {}", short(other))),
        }
        let status = text(order, "status").unwrap_or_default();
        let never = order.get("doNotPerform").and_then(Value::as_bool) == Some(true);
        if never || matches!(status, "cancelled" | "entered-in-error" | "stopped" | "completed") {
            return;
        }
        let subject = order.get("subject").and_then(|own| text(own, "reference"));
        if subject.is_some_and(|own| tail(own).as_deref() != Some(asked.patient.as_str())) {
            return self.unchecked.push("an order for another patient".to_owned());
        }
        let referred = order.get("medicationReference").and_then(|own| text(own, "reference"));
        let concept = order.get("medicationCodeableConcept").or_else(|| {
            let reference = referred?;
            if let Some(id) = reference.strip_prefix('#') {
                let contained = list(order, "contained").iter().find(|own| text(own, "id") == Some(id));
                return contained.and_then(|own| own.get("code"));
            }
            let plain = unversioned(reference);
            let found = medications.get(plain).or_else(|| medications.get(&tail(plain)?));
            found.and_then(|own| own.get("code"))
        });
        let Some(concept) = concept else {
            return self.unchecked.push("an order that does not say here which medicine it is".to_owned());
        };
        for name in names(Some(concept), codes) {
            match Medicine::find(&name) {
                Some(medicine) => self.known.push(medicine),
                None if no_bearing(&name).is_some() => {}
                None => self.unchecked.push(name),
            }
        }
    }
}

/// Does an order that is no medicine ask for iron to be given, as for an infusion? A test of iron does not.
fn gives_iron(order: &Value) -> bool {
    let text = order.to_string().to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    says(&["ferric", "ferrous", "ferumoxytol"])
        || says(&["iron"]) && says(&["infus", "inject", "intraven", "therapy"])
}

/// Medicines that are resources of their own, by what a reference calls them.
fn medications(entries: &[Value]) -> BTreeMap<String, &Value> {
    let mut made = BTreeMap::new();
    for entry in entries {
        let Some(own) = entry.get("resource") else { continue };
        if text(own, "resourceType") != Some("Medication") {
            continue;
        }
        let id = text(own, "id").map(|id| format!("Medication/{id}"));
        let url = text(entry, "fullUrl").map(|url| unversioned(url).to_owned());
        for name in id.into_iter().chain(url) {
            made.insert(name, own);
        }
    }
    made
}
