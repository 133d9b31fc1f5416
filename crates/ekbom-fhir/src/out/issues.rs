//! What must not be done, what is critical and what to mind, as DetectedIssues.

use ekbom::assess::Assessment;
use ekbom::knowledge::alert;
use ekbom::knowledge::precaution::Severity;
use ekbom_report::Report;
use serde_json::{Value, json};

use super::AnswerOptions;
use super::shape::{concept, concepts, object, url_of};

struct Issue<'a> {
    code: &'a str,
    severity: &'static str,
    certain: bool,
    says: String,
    because: &'a [String],
    source: Option<&'a str>,
}

impl Issue<'_> {
    fn resource(&self, options: &AnswerOptions) -> Value {
        let because = concepts(self.because);
        let evidence = because.as_array().is_some_and(|own| !own.is_empty());
        object([
            ("resourceType", "DetectedIssue".into()),
            ("status", if self.certain { "final" } else { "preliminary" }.into()),
            ("code", concept(self.code)),
            ("severity", self.severity.into()),
            ("patient", options.subject()),
            ("identifiedDateTime", options.day()),
            ("evidence", if evidence { json!([{"code": because}]) } else { Value::Null }),
            ("detail", self.says.as_str().into()),
            ("reference", self.source.and_then(url_of).map_or(Value::Null, Value::from)),
        ])
    }
}

/// Critical results first, then stops of iron, precautions in their order, and alerts that are more than a note.
pub(super) fn issues(assessment: &Assessment, report: &Report, options: &AnswerOptions) -> Vec<Value> {
    let mut made: Vec<Value> = Vec::new();
    let plain =
        Issue { code: "", severity: "high", certain: true, says: String::new(), because: &[], source: None };
    let mut add = |issue: Issue<'_>| made.push(issue.resource(options));
    for own in &assessment.critical {
        add(Issue { code: "critical result", says: own.says.clone(), source: Some(&own.source), ..plain });
    }
    for own in &report.must_not {
        add(Issue { code: "iron is stopped", says: own.text.clone(), because: &own.because, ..plain });
    }
    for own in &report.precautions {
        let severity = match own.severity {
            Severity::Urgent | Severity::Stop => "high",
            Severity::Caution => "moderate",
            Severity::Note => "low",
        };
        let names = own.concerns.join(", ");
        let says = if own.certain {
            format!("{names}: {}", own.says)
        } else {
            format!("{names}: not checked; it depends on {}", own.missing.join(", "))
        };
        let row = assessment.precautions.iter().find(|row| row.id == own.id);
        let source = row.and_then(|row| row.sources.first()).map(|own| own.as_str());
        add(Issue { code: &own.id, severity, certain: own.certain, says, because: &own.because, source });
    }
    for own in &assessment.alerts {
        let severity = match own.severity.known() {
            // One of another version is taken for the gravest.
            Some(alert::Severity::Urgent) | None => "high",
            Some(alert::Severity::Caution) => "moderate",
            Some(alert::Severity::Info) => continue,
        };
        add(Issue { code: &own.code, severity, says: own.message.to_string(), ..plain });
    }
    made
}
