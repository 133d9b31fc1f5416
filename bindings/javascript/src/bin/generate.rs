//! Writes the types of the package, `npm/types.d.ts`: shapes from the published schemas, codes from the catalogues.
//!
//! usage: ekbom-js-generate [--check]        (from the root of the repository)
//!
//! With `--check` nothing is written, and a difference is an error.

use std::fmt::Write as _;
use std::process::ExitCode;
use std::{env, fs, io};

use ekbom::exchange::schema;
use ekbom::fact::Fact;
use ekbom::fact::medicine::Medicine;
use ekbom::knowledge::alert::ALERTS;
use ekbom::knowledge::assumption::ASSUMPTIONS;
use ekbom::knowledge::claim::CLAIMS;
use ekbom::knowledge::precaution::precautions;
use ekbom::knowledge::{Knowledge, question};
use ekbom::measure::analyte::Analyte;
use ekbom::source::BIBLIOGRAPHY;
use serde_json::{Map, Value};

const FILE: &str = "bindings/javascript/npm/types.d.ts";

/// Shapes with a name of their own: where each stands in which schema.
const SHAPES: &[(&str, &str, &str)] = &[
    ("Patient", "patient", ""),
    ("Lab", "patient", "/properties/labs/items"),
    ("Symptoms", "patient", "/properties/symptoms"),
    ("History", "patient", "/properties/history"),
    ("Medicine", "patient", "/properties/medicines/items"),
    ("Assessment", "assessment", "/oneOf/0"),
    ("Position", "assessment", "/oneOf/0/properties/positions/items"),
    ("Usual", "assessment", "/oneOf/0/properties/positions/items/properties/usual/anyOf/0"),
    ("Disagreement", "assessment", "/oneOf/0/properties/disagreements/items"),
    ("Act", "assessment", "/oneOf/0/properties/acts/items"),
    ("Recommendation", "assessment", "/oneOf/0/properties/recommendations/items"),
    ("Stopped", "assessment", "/oneOf/0/properties/stopped/items"),
    ("Withheld", "assessment", "/oneOf/0/properties/withheld/items"),
    ("CriticalResult", "assessment", "/oneOf/0/properties/critical/items"),
    ("Precaution", "assessment", "/oneOf/0/properties/precautions/items"),
    ("NextTest", "assessment", "/oneOf/0/properties/next_tests/items"),
    ("Alert", "assessment", "/oneOf/0/properties/alerts/items"),
    ("DerivedFact", "assessment", "/oneOf/0/properties/derived/items"),
    ("MedicineUsed", "assessment", "/oneOf/0/properties/medicines/items"),
    ("ResultUsed", "assessment", "/oneOf/0/properties/results/items"),
    ("SourceUsed", "assessment", "/oneOf/0/properties/sources/items"),
    ("LimitChange", "assessment", "/oneOf/0/properties/changes/items"),
    ("TableTrace", "assessment", "/oneOf/0/properties/trace/items"),
    ("Refusal", "assessment", "/oneOf/1"),
    ("Fault", "assessment", "/oneOf/1/properties/errors/items"),
    ("RuleBook", "rules", ""),
    ("Condition", "rules", "/$defs/condition"),
    ("Asks", "rules", "/$defs/asks"),
];

/// The schema says of a trace no more than that it is made of objects.
const TRACE: &str = "\
/** Every rule of a table, with the values its conditions saw. */
export interface TableTrace {
  question: QuestionId;
  guideline: string;
  rules: RuleTrace[];
}

export interface RuleTrace {
  rule: string;
  answers: AnswerCode[];
  when: TraceNode;
}

/** A condition with what it saw: every part of it, also those not met. */
export interface TraceNode {
  condition: string;
  saw?: string;
  truth: \"yes\" | \"no\" | \"unknown\";
  parts?: TraceNode[];
}
";

/// Sets of codes with a name of their own.
struct Codes {
    name: &'static str,
    says: &'static str,
    codes: Vec<String>,
}

fn codes(
    name: &'static str,
    says: &'static str,
    codes: impl IntoIterator<Item = impl Into<String>>,
) -> Codes {
    let mut made: Vec<String> = Vec::new();
    for code in codes.into_iter().map(Into::into) {
        if !made.contains(&code) {
            made.push(code);
        }
    }
    Codes { name, says, codes: made }
}

fn catalogues() -> Vec<Codes> {
    let knowledge = Knowledge::builtin();
    let guidelines = knowledge.tables().iter().map(|table| table.guideline.id.to_string());
    let answers = question::all().flat_map(|own| own.answers).map(|answer| answer.code);
    vec![
        codes("AnalyteId", "What a laboratory measures.", Analyte::ALL.iter().map(|own| own.id())),
        codes("FactId", "What a rule may ask.", Fact::ALL.iter().map(|own| own.id())),
        codes("QuestionId", "A clinical question.", question::all().map(|own| own.id)),
        codes("AnswerCode", "An answer to a question.", answers),
        codes("GuidelineId", "A guideline of the built-in knowledge.", guidelines),
        codes("AlertCode", "An alert.", ALERTS.iter().map(|own| own.code)),
        codes("AssumptionId", "What is usually so.", ASSUMPTIONS.iter().map(|own| own.id)),
        codes("ClaimId", "A claim of the founding article.", CLAIMS.iter().map(|own| own.id)),
        codes("PrecautionId", "What to mind about a medicine.", precautions().map(|own| own.id)),
        codes("MedicineName", "An ingredient of the catalogue.", Medicine::all().map(Medicine::name)),
        codes("SourceId", "A work of the bibliography.", BIBLIOGRAPHY.iter().map(|own| own.id)),
        codes(
            "Verification",
            "How far a statement was checked.",
            ["original", "secondary", "derived", "unverified"],
        ),
    ]
}

/// Writes one schema as a type.
struct Writer<'s> {
    schema: &'static str,
    catalogues: &'s [Codes],
}

impl Writer<'_> {
    fn type_at(&self, value: &Value, at: &str, depth: usize) -> String {
        match SHAPES.iter().find(|(_, schema, place)| *schema == self.schema && *place == at) {
            // Of a result in doubt anything may be missing but what it is of.
            Some((name, ..)) if depth > 0 && !needed_unless(value, "doubt").is_empty() => {
                format!("{name} | Partial<{name}> & {{ analyte: {name}[\"analyte\"]; doubt: string }}")
            }
            Some((name, ..)) if depth > 0 => (*name).to_owned(),
            _ => self.type_of(value, at, depth),
        }
    }

    fn type_of(&self, value: &Value, at: &str, depth: usize) -> String {
        let get = |key: &str| value.get(key);
        if let Some(reference) = get("$ref").and_then(Value::as_str) {
            return if reference.ends_with("asks") { "Asks".to_owned() } else { "Condition".to_owned() };
        }
        if let Some(constant) = get("const") {
            return constant.to_string();
        }
        if let Some(items) = get("enum").and_then(Value::as_array) {
            return self.union(items);
        }
        for key in ["oneOf", "anyOf"] {
            let Some(ways) = get(key).and_then(Value::as_array) else { continue };
            let constants: Option<Vec<Value>> = ways.iter().map(|way| way.get("const").cloned()).collect();
            if let Some(constants) = constants {
                return self.union(&constants);
            }
            let ways = ways.iter().enumerate();
            let types: Vec<String> = ways
                .map(|(place, way)| self.type_at(way, &format!("{at}/{key}/{place}"), depth + 1))
                .collect();
            return types.join(" | ");
        }
        match get("type") {
            Some(Value::String(name)) => self.plain(name, value, at, depth),
            Some(Value::Array(names)) => {
                let names = names.iter().filter_map(Value::as_str);
                names.map(|name| self.plain(name, value, at, depth)).collect::<Vec<_>>().join(" | ")
            }
            _ => "unknown".to_owned(),
        }
    }

    fn plain(&self, name: &str, value: &Value, at: &str, depth: usize) -> String {
        match name {
            // The catalogue's names stand as examples: other spellings are taken too.
            "string" if value.get("examples").is_some() => "MedicineName | (string & {})".to_owned(),
            "string" | "boolean" | "null" => name.to_owned(),
            "number" | "integer" => "number".to_owned(),
            "array" => {
                let items = value.get("items");
                let made = items.map(|own| self.type_at(own, &format!("{at}/items"), depth + 1));
                let made = made.unwrap_or_else(|| "unknown".to_owned());
                if made.contains([' ', '{']) { format!("Array<{made}>") } else { format!("{made}[]") }
            }
            _ => self.object(value, at, depth),
        }
    }

    fn object(&self, value: &Value, at: &str, depth: usize) -> String {
        let Some(properties) = value.get("properties").and_then(Value::as_object) else {
            let any = value.get("additionalProperties");
            let of = any.map(|own| self.type_at(own, &format!("{at}/additionalProperties"), depth + 1));
            return format!("Record<string, {}>", of.unwrap_or_else(|| "unknown".to_owned()));
        };
        format!("{{\n{}{}}}", self.properties(properties, value, at, depth), "  ".repeat(depth))
    }

    fn properties(&self, properties: &Map<String, Value>, value: &Value, at: &str, depth: usize) -> String {
        let required = value.get("required").and_then(Value::as_array);
        let inset = "  ".repeat(depth + 1);
        let mut text = String::new();
        for (key, own) in properties {
            if let Some(says) = own.get("description").and_then(Value::as_str).filter(|says| !says.is_empty())
            {
                let _ = writeln!(text, "{inset}/** {} */", comment(says));
            }
            let needed = required.is_some_and(|keys| keys.iter().any(|one| one == key))
                || needed_unless(value, "doubt").contains(&key.as_str());
            let mark = if needed { "" } else { "?" };
            let made = self.type_at(own, &format!("{at}/properties/{key}"), depth + 1);
            let _ = writeln!(text, "{inset}{key}{mark}: {made};");
        }
        text
    }

    /// Literals, by the name of their catalogue where that is what they are.
    fn union(&self, items: &[Value]) -> String {
        let texts: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
        let null = items.iter().any(Value::is_null);
        // A catalogue whole, alone or with a few more.
        let within = |own: &&Codes| own.codes.iter().all(|code| texts.contains(&code.as_str()));
        let catalogue = self.catalogues.iter().filter(within).max_by_key(|own| own.codes.len());
        let rest = items.iter().filter(|item| {
            let known = |own: &Codes| own.codes.iter().any(|code| item.as_str() == Some(code));
            !item.is_null() && !catalogue.is_some_and(known)
        });
        let name = catalogue.map(|own| own.name.to_owned());
        let mut made = name.into_iter().chain(rest.map(Value::to_string)).collect::<Vec<_>>().join(" | ");
        if null {
            made.push_str(" | null");
        }
        made
    }
}

/// The keys that a shape must have where another one is missing.
fn needed_unless<'v>(value: &'v Value, other: &str) -> Vec<&'v str> {
    let rules = value.get("allOf").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let rules = rules.iter().filter(|rule| rule.pointer("/if/required/0").is_some_and(|own| own == other));
    let keys = rules.filter_map(|rule| rule.pointer("/else/required").and_then(Value::as_array));
    keys.flatten().filter_map(Value::as_str).collect()
}

/// A sentence that cannot end the comment it stands in.
fn comment(says: &str) -> String {
    let mut letters = says.replace("*/", "* /");
    if let Some(first) = letters.get(..1).map(str::to_uppercase) {
        // `pH`, `eGFR` are written so.
        if letters.chars().nth(1).is_none_or(|second| !second.is_uppercase()) {
            letters.replace_range(..1, &first);
        }
    }
    letters
}

fn types() -> String {
    let catalogues = catalogues();
    let mut text = String::from(
        "// Written by `ekbom-js-generate` from the catalogues and the published schemas: do not edit.\n",
    );
    for own in &catalogues {
        let _ = write!(text, "\n/** {} */\nexport type {} =", own.says, own.name);
        for code in &own.codes {
            let _ = write!(text, "\n  | \"{code}\"");
        }
        text.push_str(";\n");
    }
    let schemas =
        [("patient", schema::patient()), ("assessment", schema::assessment()), ("rules", schema::rules())];
    for (name, schema, place) in SHAPES {
        if *name == "TableTrace" {
            let _ = write!(text, "\n{TRACE}");
            continue;
        }
        let Some((_, whole)) = schemas.iter().find(|(own, _)| own == schema) else { continue };
        let Some(value) = whole.pointer(place) else { continue };
        let writer = Writer { schema, catalogues: &catalogues };
        let says = value.get("description").and_then(Value::as_str).unwrap_or_default();
        text.push('\n');
        if !says.is_empty() {
            let _ = writeln!(text, "/** {} */", comment(says));
        }
        let made = writer.type_at(value, place, 0);
        if value.get("properties").is_some() {
            let _ = writeln!(text, "export interface {name} {made}");
        } else {
            let _ = writeln!(text, "export type {name} = {made};");
        }
    }
    text
}

fn run(check: bool) -> io::Result<()> {
    let made = types();
    if !check {
        return fs::write(FILE, made);
    }
    if fs::read_to_string(FILE)? == made {
        println!("1 passed, 0 failed");
        return Ok(());
    }
    Err(io::Error::other(format!("{FILE} is not what would be written now: run ekbom-js-generate")))
}

fn main() -> ExitCode {
    match run(env::args().any(|argument| argument == "--check")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("ekbom-js-generate: {error}");
            ExitCode::FAILURE
        }
    }
}
