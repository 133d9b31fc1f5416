//! Writes patients, and what Rust says of each, for C and C++ to be compared with byte for byte.
//!
//! ```text
//! ekbom-c-expected PATIENTS EXPECTED FILE...
//! ```
//!
//! A file holds vectors (`{"vectors": [{"patient": ...}]}`), or one patient. In PATIENTS each patient is its length in
//! bytes, a line break, its text and another line break. In EXPECTED each patient is the assessment as JSON and then
//! every item of it on a line of its own, as `tests/vectors.c` and `tests/vectors.cpp` print them from the typed
//! interface; or the errors.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;

use ekbom::assess::intake::{Policy, intake};
use ekbom::assess::{assess_with, trace};
use ekbom::logic::explain::TraceNode;
use ekbom::{Assessment, Knowledge, Patient};
use serde_json::{Value, json};

/// Every this many patients a trace is asked for.
const TRACED: usize = 97;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(patients), Some(expected)) = (args.next(), args.next()) else {
        return Err("usage: ekbom-c-expected PATIENTS EXPECTED FILE...".into());
    };
    let mut texts = Vec::new();
    for path in args {
        read(&fs::read_to_string(&path)?, &mut texts)?;
    }
    let knowledge = Knowledge::builtin();
    let (mut input, mut output) = (String::new(), String::new());
    for (place, text) in texts.iter().enumerate() {
        writeln!(input, "{}\n{text}", text.len())?;
        say(&knowledge, text, place % TRACED == 0, &mut output)?;
    }
    fs::write(patients, input)?;
    fs::write(expected, output)?;
    println!("{}", texts.len());
    Ok(())
}

fn read(text: &str, texts: &mut Vec<String>) -> Result<(), Box<dyn Error>> {
    let document: Value = serde_json::from_str(text)?;
    let Some(vectors) = document.get("vectors") else {
        texts.push(text.trim_end().to_owned());
        return Ok(());
    };
    for vector in vectors.as_array().ok_or("`vectors` is not a list")? {
        texts.push(match (vector.get("patient"), vector.get("patient_text").and_then(Value::as_str)) {
            (Some(patient), None) => patient.to_string(),
            (None, Some(text)) => text.to_owned(),
            _ => return Err("a vector needs `patient` or `patient_text`".into()),
        });
    }
    Ok(())
}

fn say(knowledge: &Knowledge, text: &str, traced: bool, out: &mut String) -> Result<(), Box<dyn Error>> {
    let patient = match Patient::from_json(text) {
        Ok(patient) => patient,
        Err(errors) => {
            writeln!(out, "{}", serde_json::to_string(&errors)?)?;
            for error in errors.errors() {
                let accepted = error.accepted().join(",");
                writeln!(out, "fault|{}|{}|{}|{accepted}", error.field(), error.value(), error.message())?;
            }
            return Ok(());
        }
    };
    let policy = Policy::default();
    let mut assessment = assess_with(knowledge, &patient, &policy);
    if traced {
        assessment.trace = Some(trace(knowledge, &patient, &policy));
    }
    writeln!(out, "{}", assessment.to_json())?;
    items(&assessment, out)?;
    for table in assessment.trace.iter().flatten() {
        for rule in &table.rules {
            let head = format!(
                "trace|{}|{}|{}|{}",
                table.question,
                table.guideline,
                rule.rule,
                rule.answers.join(",")
            );
            lines(&head, &rule.when, 0, out)?;
        }
    }
    let facts = intake(&patient, &policy).facts;
    let sets = knowledge.ask(&facts);
    let masks: Vec<String> =
        sets.iter().map(|set| set.indices().fold(0u16, |sum, i| sum | 1 << i).to_string()).collect();
    writeln!(out, "quick|{}", masks.join(","))?;
    Ok(())
}

fn lines(head: &str, node: &TraceNode, depth: usize, out: &mut String) -> std::fmt::Result {
    writeln!(out, "{head}|{depth}|{}|{}|{}", node.condition, node.saw, node.truth)?;
    node.parts.iter().try_for_each(|part| lines(head, part, depth + 1, out))
}

fn bits(value: Option<f64>) -> String {
    format!("{:016x}", value.unwrap_or(f64::NAN).to_bits())
}

/// A word of JSON: how an enumeration of the core spells itself.
fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// What a person does next, and what stands in the way.
fn next(own: &Assessment, out: &mut String) -> std::fmt::Result {
    for error in &own.set_aside {
        let accepted = error.accepted().join(",");
        writeln!(out, "aside|{}|{}|{}|{accepted}", error.field(), error.value(), error.message())?;
    }
    for a in &own.acts {
        let because: Vec<&str> = a.because.iter().map(|reason| reason.says.as_str()).collect();
        let facts: Vec<&str> = a.because.iter().map(|reason| reason.fact.as_str()).collect();
        write!(out, "act|{}|{}|{}|{}", a.act, a.kind.code(), a.certainty.code(), a.text)?;
        write!(out, "|{}|{}|{}", a.assuming.join(","), because.join(","), facts.join(","))?;
        write!(out, "|{}|{}|{}", a.guidelines.join(","), a.rules.join(","), a.sources.join(","))?;
        writeln!(out, "|{}", a.blocked_by.join(","))?;
    }
    for p in &own.precautions {
        write!(out, "precaution|{}|{}|{}|{}", p.id, p.severity.code(), p.concerns, p.says)?;
        let missing: Vec<&str> = p.missing.iter().map(|own| own.code()).collect();
        write!(out, "|{}|{}|{}", p.because.join(","), missing.join(","), p.rows.join(","))?;
        write!(out, "|{}|{}", p.sources.join(","), p.verification)?;
        writeln!(out, "|{}|{}", u8::from(p.taken), u8::from(p.certain))?;
    }
    for c in &own.critical {
        let [value, limit] = [c.value, c.limit].map(|shown| bits(Some(shown.0)));
        write!(out, "critical|{}|{}|{}|{}", c.analyte, c.unit, c.direction, c.source)?;
        writeln!(out, "|{}|{}|{value}|{limit}", c.says, c.verification)?;
    }
    for s in &own.stopped {
        let (answers, forbids) = (s.answers.join(","), s.forbids.join(","));
        writeln!(out, "stopped|{}|{answers}|{forbids}|{}", s.rule, s.because.join(","))?;
    }
    for w in &own.withheld {
        writeln!(out, "withheld|{}|{}|{}", w.gives, w.why.join(","), u8::from(w.safety_open))?;
    }
    own.changes.iter().try_for_each(|c| {
        writeln!(out, "change|{}|{}|{}|{}", c.rule, c.fact, bits(Some(c.from.0)), bits(Some(c.to.0)))
    })
}

fn items(own: &Assessment, out: &mut String) -> std::fmt::Result {
    for p in &own.positions {
        let (possible, rules) = (p.possible.join(","), p.rules.join(","));
        let (needs, flags) = (p.needs.join(","), p.flags.join(","));
        write!(
            out,
            "position|{}|{}|{possible}|{rules}|{needs}|{flags}|{}",
            p.question, p.guideline, p.verification
        )?;
        let usual = p.usual.as_ref();
        let usual = usual.map(|own| (own.possible.join(","), own.assuming.join(","))).unwrap_or_default();
        writeln!(out, "|{}|{}", usual.0, usual.1)?;
    }
    for d in &own.disagreements {
        for (guideline, possible) in &d.positions {
            writeln!(out, "side|{}|{guideline}|{}", d.question, possible.join(","))?;
        }
    }
    for r in &own.recommendations {
        let follow_up: Vec<&str> = r.follow_up.iter().map(|follow| follow.says.as_str()).collect();
        write!(out, "recommendation|{}|{}|{}", r.action, r.direction, r.strength.as_deref().unwrap_or("-"))?;
        write!(out, "|{}|{}|{}|{}", r.certainty.as_deref().unwrap_or("-"), r.guideline, r.question, r.rule)?;
        write!(out, "|{}|{}|{}", r.possible.join(","), r.because.join(","), r.flags.join(","))?;
        let withheld = r.withheld.clone().unwrap_or_default().join(",");
        write!(out, "|{}|{withheld}|{}", follow_up.join(","), r.cautions.join(","))?;
        writeln!(out, "|{}|{}", u8::from(r.iron), u8::from(r.withheld.is_some()))?;
        for f in &r.follow_up {
            let weeks = bits(f.weeks.map(f64::from));
            writeln!(out, "follow|{}|{}|{}|{}|{weeks}", f.check, f.says, f.source, f.verification)?;
        }
    }
    for t in &own.next_tests {
        let (could, cannot) = (t.could_change.join(","), t.cannot_change.join(","));
        writeln!(
            out,
            "next|{}|{could}|{cannot}|{}|{}",
            t.test,
            t.instructions.join(","),
            t.asked_by.join(",")
        )?;
    }
    for a in &own.alerts {
        writeln!(out, "alert|{}|{}|{}|{}", a.code, a.severity.code(), a.message, a.facts.join(","))?;
    }
    for d in &own.derived {
        write!(out, "derived|{}|{}|{}|{}", d.fact, d.unit, d.method, d.if_sex.as_deref().unwrap_or("-"))?;
        let [value, low, high] = [d.value, d.low, d.high].map(|shown| bits(shown.map(|shown| shown.0)));
        writeln!(out, "|{}|{value}|{low}|{high}", d.from.join(","))?;
    }
    for r in &own.results {
        let [unit, comparator, finding] =
            [&r.unit, &r.comparator, &r.finding].map(|text| text.as_deref().unwrap_or("-"));
        let [value, days] = [r.value, r.days_ago].map(|shown| bits(shown.map(|shown| shown.0)));
        let counted = u8::from(r.counted);
        writeln!(out, "result|{}|{unit}|{comparator}|{finding}|{value}|{days}|{counted}", r.analyte)?;
    }
    for s in &own.sources {
        let kind = json!(s.kind);
        write!(out, "source|{}|{}|{}", s.id, word(&json!(s.verification)), s.name)?;
        let (kind, doi) = (kind.as_str().unwrap_or("-"), s.doi.as_deref().unwrap_or("-"));
        writeln!(out, "|{kind}|{}|{doi}|{}", s.title, s.year.unwrap_or_default())?;
    }
    next(own, out)?;
    writeln!(out, "claims|{}", own.claims.join(","))?;
    let medicines: Vec<&str> = own.medicines.iter().map(|own| own.medicine.name()).collect();
    writeln!(out, "medicines|{}", medicines.join(","))
}
