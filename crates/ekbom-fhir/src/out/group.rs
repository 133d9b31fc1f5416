//! Acts as a RequestGroup of proposals: a test as a ServiceRequest, everything else as a Task for a person.

use ekbom::assess::{Act, ActCertainty, Assessment};
use ekbom::knowledge::act::ActKind;
use ekbom::knowledge::words;
use ekbom::measure::analyte::Analyte;
use ekbom_report::plain;
use serde_json::{Value, json};

use super::AnswerOptions;
use super::shape::{LOINC, citation, concept, concepts, object};

/// What begins the code of an act that is a test.
const TEST: &str = "test:";

/// Nothing to do has no group.
pub(super) fn group(assessment: &Assessment, options: &AnswerOptions) -> Option<Value> {
    if assessment.acts.is_empty() {
        return None;
    }
    let (mut contained, mut actions) = (Vec::new(), Vec::new());
    for (place, act) in assessment.acts.iter().enumerate() {
        let id = format!("proposal-{}", place + 1);
        let mut proposal = match test_of(&act.act) {
            Some(test) => service_request(assessment, test, options),
            None => task(act, options),
        };
        if let Value::Object(entries) = &mut proposal {
            entries.insert("id".into(), Value::from(id.as_str()));
        }
        contained.push(proposal);
        actions.push(action(&assessment.acts, place, act, &id));
    }
    Some(object([
        ("resourceType", "RequestGroup".into()),
        ("contained", contained.into()),
        ("status", "draft".into()),
        ("intent", "proposal".into()),
        ("subject", options.subject()),
        ("authoredOn", options.day()),
        ("action", actions.into()),
    ]))
}

/// The test that an act asks for.
pub(crate) fn test_of(act: &str) -> Option<&str> {
    act.strip_prefix(TEST)
}

/// What a person must not put off.
pub(crate) const fn is_urgent(kind: ActKind) -> bool {
    matches!(kind, ActKind::ActOnResult | ActKind::TreatNow | ActKind::Stop | ActKind::Precaution)
}

const fn priority(kind: ActKind) -> &'static str {
    if is_urgent(kind) { "urgent" } else { "routine" }
}

fn action(acts: &[Act], place: usize, act: &Act, proposal: &str) -> Value {
    // What is waited for, among what is proposed.
    let before = act.blocked_by.iter().filter_map(|code| acts.iter().position(|own| own.act == *code));
    let related: Value = before
        .map(|at| json!({"actionId": format!("act-{}", at + 1), "relationship": "after-end"}))
        .collect();
    let assuming: Vec<String> = act.assuming.iter().map(|id| words::assumption(id)).collect();
    let description = match act.certainty.known() {
        Some(ActCertainty::Certain) => String::new(),
        Some(ActCertainty::Usual) => format!("Assuming {}.", assuming.join(", ")),
        Some(ActCertainty::Possible) | None => "It may be needed: that is not certain.".to_owned(),
    };
    object([
        ("id", format!("act-{}", place + 1).into()),
        ("prefix", (place + 1).to_string().into()),
        ("title", act.text.as_str().into()),
        ("description", description.into()),
        ("priority", priority(act.kind.known().unwrap_or(ActKind::ActOnResult)).into()),
        ("code", json!([concept(&act.act)])),
        ("documentation", act.sources.iter().map(|id| citation(id)).collect()),
        ("relatedAction", related),
        ("resource", json!({"reference": format!("#{proposal}")})),
    ])
}

/// What led to these acts, in words.
fn reasons<'a>(acts: impl IntoIterator<Item = &'a Act>) -> Vec<String> {
    acts.into_iter().flat_map(|own| &own.because).map(|own| plain(&own.says)).collect()
}

/// A proposal for whoever acts. It is no order.
fn task(act: &Act, options: &AnswerOptions) -> Value {
    let why = reasons([act]).join("; ");
    object([
        ("resourceType", "Task".into()),
        ("status", "draft".into()),
        ("intent", "proposal".into()),
        ("priority", priority(act.kind.known().unwrap_or(ActKind::ActOnResult)).into()),
        ("code", concept(&words::humanise(act.kind.code()))),
        ("description", act.text.as_str().into()),
        ("reasonCode", if why.is_empty() { Value::Null } else { concept(&why) }),
        ("for", options.subject()),
        ("authoredOn", options.day()),
    ])
}

/// A test that is proposed, with how to draw the sample.
pub(crate) fn service_request(assessment: &Assessment, test: &str, options: &AnswerOptions) -> Value {
    // Codes of one analyte differ in the property of their unit, which a laboratory chooses: one is enough to order it.
    let code = test.parse::<Analyte>().ok().and_then(|own| own.info().loinc.first());
    let coding = code.map_or(Value::Null, |own| json!([{"system": LOINC, "code": own.code}]));
    let name = words::sentence(&words::test(test)).trim_end_matches('.').to_owned();
    let next = assessment.next_tests.iter().find(|own| own.test == test);
    let how = next.into_iter().flat_map(|own| &own.instructions).map(|own| words::instruction(own));
    let how: Vec<String> = how.collect();
    let why = reasons(assessment.acts.iter().filter(|own| test_of(&own.act) == Some(test)));
    object([
        ("resourceType", "ServiceRequest".into()),
        ("status", "draft".into()),
        ("intent", "proposal".into()),
        ("code", object([("coding", coding), ("text", name.into())])),
        ("subject", options.subject()),
        ("authoredOn", options.day()),
        ("reasonCode", concepts(&why)),
        ("patientInstruction", how.join("; ").into()),
    ])
}
