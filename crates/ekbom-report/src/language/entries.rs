//! What a language must hold: every text of the core, with its code, and every sentence of a report.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::errors::ERRORS;
use super::sentences::SENTENCES;
use super::{DECIMAL, small};
use ekbom::fact::medicine::Medicine;
use ekbom::fact::{Band, Fact, Kind};
use ekbom::knowledge::act::{ACTS, ALERT_ACTS, FACTORS, OR_INTO_A_VEIN, ORAL_IRON_IS_TAKEN, asks};
use ekbom::knowledge::alert::ALERTS;
use ekbom::knowledge::assumption::ASSUMPTIONS;
use ekbom::knowledge::critical::{CRITICAL, FAR_OUT};
use ekbom::knowledge::precaution::precautions;
use ekbom::knowledge::question::{self, IronSafety, Treatment};
use ekbom::knowledge::{Knowledge, texts, words};
use ekbom::measure::analyte::Analyte;

/// A text to be translated.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// What it belongs to, with its stable code: `alert/sample_stale`; `report` where it has none.
    pub context: String,
    /// English; with holes where it is a template.
    pub english: String,
}

/// The sets of codes that a report says by their texts.
const SETS: &[&str] = &["flag", "action", "withheld", "instruction", "strength", "certainty"];

/// Everything that a language says, each text once.
pub fn entries() -> Vec<Entry> {
    let mut all = Entries { made: Vec::new(), seen: BTreeSet::new() };
    questions(&mut all);
    facts(&mut all);
    acts(&mut all);
    for own in ALERTS {
        all.add("alert", own.code, own.message);
    }
    for own in texts::texts().into_iter().filter(|own| SETS.contains(&own.set.as_str())) {
        all.add(&own.set, own.code, &own.english);
    }
    for own in precautions() {
        all.add("precaution", own.id, own.says);
        let (first, _) = own.says.split_once(" (").unwrap_or((own.says, ""));
        all.add("precaution", own.id, first.trim_end_matches('.'));
        if let Some(name) = own.anyone {
            all.add("precaution", own.id, &words::action(name));
        }
    }
    for own in CRITICAL.iter().chain(FAR_OUT) {
        all.add("critical", own.id, own.whose);
    }
    for sentence in SENTENCES {
        all.add("report", "", sentence);
    }
    for message in ERRORS {
        all.add("error", "", message);
    }
    for medicine in Medicine::all() {
        all.add("medicine", medicine.name(), medicine.name());
        let evidence = medicine.memberships().iter().flat_map(|own| own.evidence);
        for own in evidence.chain(medicine.counter_evidence()) {
            all.add("evidence", own.source, own.says);
        }
    }
    all.made.push(Entry { context: "decimal".to_string(), english: DECIMAL.to_string() });
    all.made
}

struct Entries {
    made: Vec<Entry>,
    seen: BTreeSet<String>,
}

impl Entries {
    fn add(&mut self, set: &str, code: &str, english: &str) {
        // A full stop behind it is put there again where it is said.
        let english = english.trim().trim_end_matches('.');
        // A number, a unit or an abbreviation is the same everywhere.
        let has_words = english.chars().any(char::is_lowercase);
        if has_words && self.seen.insert(small(english)) {
            let context = if code.is_empty() { set.to_string() } else { format!("{set}/{code}") };
            self.made.push(Entry { context, english: english.to_string() });
        }
    }
}

fn questions(all: &mut Entries) {
    for own in question::all() {
        // Those on treatments differ in the treatment alone.
        if !own.id.starts_with("treatment.") {
            all.add("question", own.id, own.title);
        }
        all.add("subject", own.id, &words::subject(own.id));
        all.add("subject", own.id, &words::fact(own.id));
        for answer in own.answers {
            all.add(&format!("answer/{}", own.id), answer.code, &words::meaning(own.id, answer.code));
            all.add("brief", answer.code, &words::brief(answer.code));
        }
    }
    for own in Treatment::ALL {
        all.add("treatment", own.id(), own.label());
        all.add("treatment", own.id(), &words::humanise(own.id()));
    }
    for own in IronSafety::QUESTION.answers {
        all.add("possible_stop", own.code, &words::possible_stop(own.code));
    }
    for table in Knowledge::builtin().tables() {
        let id = table.guideline.id.as_ref();
        let name = words::guideline(id);
        // A body's name and a year are the same everywhere.
        if !name.chars().any(|letter| letter.is_ascii_digit()) {
            all.add("guideline", id, &name);
        }
    }
}

fn facts(all: &mut Entries) {
    for fact in Fact::ALL {
        let info = fact.info();
        all.add("fact", info.id, info.label);
        all.add("fact", info.id, &words::short(info.label));
        if let Kind::Choice(codes) = info.kind {
            for code in codes {
                all.add(&format!("option/{}", info.id), code, &words::humanise(code));
                all.add(&format!("option/{}", info.id), code, &code.replace('_', " "));
            }
        }
    }
    for code in Band::CODES {
        all.add("option/band", code, &code.replace('_', " "));
    }
    all.add("other", "irls_items", &words::fact("irls_items"));
    for analyte in Analyte::ALL {
        all.add("analyte", analyte.id(), &words::analyte_name(analyte));
        all.add("analyte", analyte.id(), analyte.info().name);
    }
}

fn acts(all: &mut Entries) {
    for own in ACTS {
        all.add("act", own.code, own.text);
    }
    all.add("act", "oral_iron", ORAL_IRON_IS_TAKEN);
    all.add("act", "iv_iron", OR_INTO_A_VEIN);
    for own in asks() {
        all.add("ask", own.topic, own.short);
        all.add("ask", own.topic, &words::short(own.short));
        all.add("ask", own.topic, own.text);
    }
    for own in ALERT_ACTS {
        all.add("alert_act", own.alert, own.text);
    }
    for own in FACTORS {
        all.add("factor", own.code, own.text);
    }
    for own in ASSUMPTIONS {
        all.add("assumption", own.id, &words::assumption(own.id));
    }
}

/// The file to translate: every text with an empty translation.
pub fn template(code: &str) -> String {
    let mut made = format!(
        "msgid \"\"\nmsgstr \"\"\n\"Language: {code}\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
    );
    for own in entries() {
        let quoted = own.english.replace('\\', "\\\\").replace('"', "\\\"");
        made.push_str(&format!("\nmsgctxt \"{}\"\nmsgid \"{quoted}\"\nmsgstr \"\"\n", own.context));
    }
    made
}
