//! English for every code, in one list: what a screen shows where nobody has translated it.

use alloc::borrow::Cow;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::fact::Fact;
use crate::fact::medicine::MedicineClass;
use crate::knowledge::advice::{BARRIERS, TESTS, advice};
use crate::knowledge::alert::ALERTS;
use crate::knowledge::guideline::treatment::TREATMENT_FLAGS;
use crate::knowledge::guideline::{FLAGS, tables};
use crate::knowledge::precaution::{Withholds, precautions};
use crate::knowledge::question::{self, Treatment};
use crate::knowledge::words;
use crate::logic::question::QuestionInfo;
use crate::measure::analyte::Analyte;

/// A code with its English text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Text {
    /// The set the code belongs to: `question`, `alert`, `answer.iron.therapy`.
    pub set: String,
    /// The stable code.
    pub code: &'static str,
    /// English.
    pub english: String,
}

/// Small closed sets of the core, each value with its text: set, code, English.
pub const CHOICES: &[(&str, &[(&str, &str)])] = &[
    ("sex", &[("female", "Female"), ("male", "Male")]),
    ("trimester", &[("1", "First trimester"), ("2", "Second trimester"), ("3", "Third trimester")]),
    ("comparator", &[("<", "Below"), ("<=", "At most"), (">", "Above"), (">=", "At least")]),
    (
        "complete",
        &[
            ("symptoms", "Symptoms and signs"),
            ("history", "History and circumstances"),
            ("medicines", "Medicines"),
        ],
    ),
    (
        "include",
        &[
            ("aafp-2017", "The superseded limits for vitamin B12 of 2017"),
            ("cb12", "The experimental combined indicator of vitamin B12 status"),
        ],
    ),
    (
        "unknown_medicines",
        &[
            ("refuse", "Refuse the patient, with a suggestion"),
            (
                "carry",
                "Carry the name along: nothing is concluded from it, and the list can then not be complete",
            ),
        ],
    ),
    (
        "on_refusal",
        &[
            ("refuse", "Refuse the patient, with every fault"),
            ("set_aside", "Go on without what cannot be accepted, and say so first"),
        ],
    ),
    ("finding", &[("negative", "Negative"), ("positive", "Positive"), ("indeterminate", "Indeterminate")]),
    (
        "mimics",
        &[
            ("ruled_out", "Looked for and not found"),
            ("coexists", "Present beside restless legs syndrome"),
            ("sole_explanation", "Explains the symptoms by itself"),
        ],
    ),
    ("distress", &[("none", "Not at all"), ("mild", "Mild"), ("moderate", "Moderate"), ("severe", "Severe")]),
    (
        "b12_cause",
        &[
            ("autoimmune_gastritis", "Autoimmune gastritis (pernicious anaemia)"),
            ("total_gastrectomy", "Total gastrectomy"),
            ("complete_terminal_ileal_resection", "Complete resection of the terminal ileum"),
            ("other_malabsorption", "Another cause of malabsorption"),
            ("medicine", "A medicine"),
            ("dietary", "Diet"),
            ("nitrous_oxide", "Recreational nitrous oxide"),
        ],
    ),
    (
        "liver_impairment",
        &[("none", "Not at all"), ("mild", "Mild"), ("moderate", "Moderate"), ("severe", "Severe")],
    ),
    (
        "nitrous_oxide_anaesthesia",
        &[("none", "Neither recent nor planned"), ("recent", "Given lately"), ("planned", "Planned")],
    ),
    (
        "iv_iron_product",
        &[
            ("ferric_carboxymaltose", "Ferric carboxymaltose"),
            ("ferric_derisomaltose", "Ferric derisomaltose"),
            ("ferumoxytol", "Ferumoxytol"),
            ("iron_dextran", "Low-molecular-weight iron dextran"),
            ("iron_sucrose", "Iron sucrose"),
            ("other", "Another product"),
        ],
    ),
    (
        "transferrin_factor",
        &[
            ("molar_25_1", "25.1 umol/L per g/L"),
            ("mass_1_25", "1.25 ug/dL per mg/dL"),
            ("mass_1_27", "1.27 ug/dL per mg/dL"),
            ("mass_1_404", "1.404 ug/dL per mg/dL"),
            ("mass_1_43", "1.43 ug/dL per mg/dL"),
            ("mass_1_45", "1.45 ug/dL per mg/dL"),
        ],
    ),
    (
        "uncertainty",
        &[
            ("as_reported", "The number reported"),
            ("variation", "Every value of which it may be one sample"),
            ("assay", "For ferritin, every value that another manufacturer's assay might have read"),
        ],
    ),
    ("severity", &[("urgent", "Act now"), ("caution", "Mind this before acting"), ("info", "Good to know")]),
    (
        "verification",
        &[
            ("original", "Read in the source's own text"),
            ("secondary", "Read in another's account of the source"),
            ("derived", "Computed or decided here from what was read"),
            ("unverified", "Not found in any text that could be read"),
        ],
    ),
    (
        "scope",
        &[("ingredient", "The source names this ingredient"), ("class", "The source names a class only")],
    ),
    ("direction", &[("for", "For"), ("against", "Against")]),
    (
        "act_kind",
        &[
            ("act_on_result", "Act on a result now"),
            ("treat_now", "Treat now"),
            ("stop", "Stop something that is taken"),
            ("precaution", "A danger of what is taken"),
            ("review", "Review a medicine with its prescriber"),
            ("treat", "Treat"),
            ("refer", "Refer"),
            ("ask", "Ask the patient"),
            ("test", "Measure"),
            ("mind", "Bear in mind"),
        ],
    ),
    (
        "act_certainty",
        &[
            ("certain", "Needed"),
            ("usual", "Needed under what is usually so"),
            ("possible", "Perhaps needed"),
        ],
    ),
    (
        "precaution_severity",
        &[
            ("urgent", "Act now"),
            ("stop", "Not to be offered"),
            ("caution", "Mind this before acting"),
            ("note", "Good to know"),
        ],
    ),
    // What is computed, or said of a person, and has a name of its own apart from facts and analytes.
    (
        "other",
        &[
            ("calcium_adjusted", "Calcium, adjusted for albumin"),
            ("cb12", "Combined indicator of vitamin B12 status"),
            ("elevation_m", "Elevation of residence"),
            ("irls_items", "Items of the IRLS rating scale"),
            ("medicines", "Medicines"),
            ("sex", "Sex"),
        ],
    ),
];

/// Reasons to withhold that are not an answer of iron safety.
const WITHHELD: &[&str] = &["rls_not_met", "iron_safety_open"];

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Shows every code with its text, in the order of a screen. The first letter may still be small.
fn each(add: &mut dyn FnMut(&str, &'static str, &str)) {
    for own in question::all() {
        add("question", own.id, own.title);
    }
    for own in question::QUESTIONS {
        answers(&format!("answer.{}", own.id), own, add);
    }
    if let Some(own) = question::TREATMENT_QUESTIONS.first() {
        answers("answer.treatment", own, add);
    }
    for treatment in Treatment::ALL {
        add("treatment", treatment.id(), treatment.label());
    }
    let mut seen = BTreeSet::new();
    for table in tables() {
        if let (true, Cow::Borrowed(id)) = (seen.insert(&table.guideline.id), &table.guideline.id) {
            add("guideline", id, &table.guideline.title);
        }
    }
    for alert in ALERTS {
        add("alert", alert.code, alert.message);
    }
    for (code, text) in FLAGS.iter().chain(TREATMENT_FLAGS) {
        add("flag", code, text);
    }
    let mut seen = BTreeSet::new();
    for action in advice().flat_map(|advice| advice.actions).flatten() {
        if seen.insert(action.code) {
            add("action", action.code, &words::action(action.code));
        }
    }
    let clear = question::IronSafety::Clear.code();
    for answer in question::IronSafety::QUESTION.answers.iter().filter(|answer| answer.code != clear) {
        add("withheld", answer.code, answer.meaning);
    }
    for code in WITHHELD {
        add("withheld", code, &words::withheld(code));
    }
    let mut seen = BTreeSet::new();
    for barrier in BARRIERS {
        if seen.insert(barrier.code) {
            add("withheld", barrier.code, barrier.says);
        }
    }
    for row in precautions().filter(|row| !matches!(row.withholds, Withholds::Nothing)) {
        if seen.insert(row.id) {
            add("withheld", row.id, row.says);
        }
    }
    for code in TESTS.iter().flat_map(|test| test.instructions).collect::<BTreeSet<_>>() {
        add("instruction", code, &words::instruction(code));
    }
    let grades = || tables().flat_map(|table| table.rules).flat_map(|rule| rule.grades);
    for (set, codes) in [
        ("strength", grades().map(|grade| grade.strength).collect::<BTreeSet<_>>()),
        ("certainty", grades().map(|grade| grade.certainty).collect::<BTreeSet<_>>()),
    ] {
        for code in codes.into_iter().filter(|code| !code.is_empty()) {
            add(set, code, &words::grade(code));
        }
    }
    for fact in Fact::ALL {
        add("fact", fact.id(), fact.info().label);
    }
    for analyte in Analyte::ALL {
        add("analyte", analyte.id(), analyte.name());
    }
    for class in MedicineClass::ALL {
        add("medicine_class", class.code(), &words::humanise(class.code()));
    }
    for (set, choices) in CHOICES {
        for (code, text) in *choices {
            add(set, code, text);
        }
    }
}

/// The answers of a question, in the words of a report.
fn answers(set: &str, question: &QuestionInfo, add: &mut dyn FnMut(&str, &'static str, &str)) {
    for answer in question.answers {
        add(set, answer.code, &words::meaning(question.id, answer.code));
    }
}

/// Every code with its text, in the order in which a screen would show them.
pub fn texts() -> Vec<Text> {
    let mut all = Vec::new();
    each(&mut |set, code, english| all.push(Text { set: set.into(), code, english: capital(english) }));
    all
}

/// The English text of a code; none where the set has no such code.
///
/// ```
/// use ekbom::knowledge::texts::english;
/// assert_eq!(english("strength", "conditional").as_deref(), Some("Conditional"));
/// assert_eq!(english("strength", "feritin"), None);
/// ```
pub fn english(set: &str, code: &str) -> Option<String> {
    let mut found = None;
    each(&mut |own_set, own_code, english| {
        if own_set == set && own_code == code {
            found = Some(capital(english));
        }
    });
    found
}

/// The names of the sets, each once, in the order of a screen.
pub fn sets() -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    each(&mut |set, _, _| {
        if !all.iter().any(|own| own == set) {
            all.push(set.into());
        }
    });
    all
}

#[cfg(test)]
mod tests {
    use crate::knowledge::advice::Direction;

    use super::*;

    #[test]
    fn every_action_and_instruction_has_words() {
        let all = texts();
        let has = |set: &str, code: &str| all.iter().any(|text| text.set == set && text.code == code);
        for action in advice().flat_map(|advice| advice.actions).flatten() {
            assert!(has("action", action.code), "{}", action.code);
        }
        for test in TESTS {
            assert!(test.instructions.iter().all(|code| has("instruction", code)), "{}", test.test);
            assert!(has("analyte", test.test), "{}", test.test);
        }
        for direction in [Direction::For, Direction::Against] {
            assert!(has("direction", direction.code()));
        }
    }

    #[test]
    fn no_code_twice_in_a_set() {
        let all = texts();
        let names: BTreeSet<_> = all.iter().map(|text| (&text.set, text.code)).collect();
        assert_eq!(names.len(), all.len());
    }
}
