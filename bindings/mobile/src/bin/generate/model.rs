//! What is generated, apart from how a language writes it.

use ekbom::fact::{Fact, Group, Kind};
use ekbom::knowledge::question;
use ekbom::measure::unit::Unit;
use ekbom_mobile::text::{Text, texts};

/// One value of a closed set.
#[derive(PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) code: &'static str,
    /// The words of its name, lower case.
    pub(super) words: Vec<String>,
    pub(super) english: String,
}

/// A closed set of codes.
pub(super) struct Set {
    /// Name of the type.
    pub(super) name: String,
    /// Name of the set in the list of texts; empty where its values have no text of their own.
    pub(super) texts: String,
    pub(super) doc: String,
    pub(super) entries: Vec<Entry>,
    /// The questions whose answers these are; `treatment` stands for all about a treatment.
    pub(super) questions: Vec<&'static str>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ItemKind {
    Flag,
    Number,
    Whole,
    /// A list of whole numbers.
    Scores,
    /// A named type of the package, carried in a field of its own.
    Type(&'static str),
    /// A named type of the package, carried in the list of choices.
    Choice(&'static str),
}

/// One thing that can be said of a patient.
pub(super) struct Item {
    pub(super) key: &'static str,
    pub(super) label: String,
    pub(super) kind: ItemKind,
}

/// A group of items.
pub(super) struct Items {
    pub(super) name: &'static str,
    pub(super) doc: &'static str,
    pub(super) items: Vec<Item>,
}

pub(super) struct Model {
    pub(super) texts: Vec<Text>,
    pub(super) sets: Vec<Set>,
    pub(super) items: Vec<Items>,
}

/// Type, set of texts, documentation.
const SETS: &[(&str, &str, &str)] = &[
    ("Question", "question", "A clinical question."),
    ("Guideline", "guideline", "A guideline, or another named authority for an answer."),
    ("Treatment", "treatment", "A treatment on which a guideline takes a position."),
    ("Action", "action", "Something to do, or not to do."),
    ("AlertCode", "alert", "What an alert is about."),
    ("Flag", "flag", "What to mind about an answer."),
    ("WithheldReason", "withheld", "Why an action is withheld."),
    ("Fact", "fact", "Something a rule may ask of a patient."),
    ("Analyte", "analyte", "What a laboratory measures."),
    ("MedicineClass", "medicine_class", "What a medicine is, or does, that matters here."),
    ("Strength", "strength", "How strongly an action is recommended, in the words of its guideline."),
    ("Certainty", "certainty", "Certainty of the evidence, in the words of its guideline."),
    ("Severity", "severity", "How pressing an alert is."),
    ("Direction", "direction", "For or against."),
    ("ActKind", "act_kind", "What sort of act."),
    ("ActCertainty", "act_certainty", "How sure it is that what is known leads to an act."),
    ("PrecautionSeverity", "precaution_severity", "How pressing a precaution is."),
    ("Verification", "verification", "How far a statement was checked against the source that it names."),
    ("EvidenceScope", "scope", "What a piece of evidence speaks about."),
    ("Instruction", "instruction", "How to draw a sample."),
    ("Sex", "sex", "Sex, as far as reference limits go."),
    ("Comparator", "comparator", "How a censored result compares with its printed bound."),
    ("Finding", "finding", "The result of a qualitative test."),
    (
        "Mimics",
        "mimics",
        "Conditions that look like restless legs syndrome. Leave it out where they were not assessed.",
    ),
    ("Distress", "distress", "How much the symptoms distress."),
    ("B12Cause", "b12_cause", "Why vitamin B12 is deficient."),
    ("LiverImpairment", "liver_impairment", "How far the liver's function is impaired."),
    ("NitrousOxideAnaesthesia", "nitrous_oxide_anaesthesia", "Nitrous oxide as an anaesthetic."),
    ("IvIronProduct", "iv_iron_product", "What was given at the last intravenous iron."),
    (
        "CompleteGroup",
        "complete",
        "A group of yes/no items that is declared complete: what it does not mention is absent.",
    ),
    ("Include", "include", "What is off unless asked for."),
    ("UnknownMedicines", "unknown_medicines", "What to do with a medicine that the catalogue does not know."),
    ("OnRefusal", "on_refusal", "What to do with a patient in whom something cannot be accepted."),
    (
        "TransferrinFactor",
        "transferrin_factor",
        "The factor from transferrin to total iron-binding capacity: laboratories use several.",
    ),
    ("Uncertainty", "uncertainty", "What a single result stands for."),
    (
        "OtherFact",
        "other",
        "What is computed or said of a person, and is neither a fact of a rule nor measured.",
    ),
];

/// Answers whose type has another name than their question, or belongs to several questions with the same answers:
/// question, type, documentation.
const ANSWER_TYPES: &[(&str, &str, &str)] = &[
    ("blood.anaemia", "Anaemia", ""),
    ("blood.macrocytosis", "Macrocytosis", ""),
    ("kidney.albuminuria", "Albuminuria", ""),
    ("kidney.uraemic_rls", "UraemicRls", ""),
    ("thyroid", "LabLevel", LAB_LEVEL),
    ("calcium", "LabLevel", LAB_LEVEL),
    ("electrolytes.sodium", "LabLevel", LAB_LEVEL),
    ("electrolytes.potassium", "LabLevel", LAB_LEVEL),
    ("electrolytes.magnesium", "LabLevel", LAB_LEVEL),
    ("electrolytes.phosphate", "LabLevel", LAB_LEVEL),
    ("treatment", "TreatmentPosition", "What a guideline says of a treatment."),
];

const LAB_LEVEL: &str =
    "Where a result lies in its laboratory's interval: thyrotropin, calcium, electrolytes.";

fn split(code: &str) -> Vec<String> {
    let words = code.split(|letter: char| !letter.is_ascii_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// The words of a name. `none` would be mistaken for an absent optional, and signs are no names.
fn words(set: &str, code: &str) -> Vec<String> {
    let name = match (set, code) {
        ("distress", "none") => "not_at_all",
        ("answer.rls.severity", "none") => "no_symptoms",
        ("answer.blood.anaemia", "none") => "no_anaemia",
        ("answer.blood.macrocytosis", "none") => "no_macrocytosis",
        (_, "none") => "none_of_these",
        (_, "<") => "below",
        (_, "<=") => "at_most",
        (_, ">") => "above",
        (_, ">=") => "at_least",
        (_, code) => code,
    };
    // No name begins with a digit: KDIGO's `1c` is a grade.
    if name.starts_with(|letter: char| letter.is_ascii_digit()) {
        return split(&format!("grade_{name}"));
    }
    split(name)
}

/// `NgPerMl` becomes `ng`, `per`, `ml`.
fn camel_words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for letter in name.chars() {
        match words.last_mut() {
            Some(word) if !letter.is_ascii_uppercase() => word.push(letter),
            _ => words.push(letter.to_ascii_lowercase().to_string()),
        }
    }
    words
}

pub(super) fn pascal(words: &[String]) -> String {
    words.iter().map(|word| capital(word)).collect()
}

/// `molar`, `25`, `1` becomes `molar25_1`: two numbers side by side stay two.
pub(super) fn camel(words: &[String]) -> String {
    let mut name = String::new();
    for word in words {
        let number = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
        if number(name.chars().last()) && number(word.chars().next()) {
            name.push('_');
        }
        name.push_str(&if name.is_empty() { word.clone() } else { capital(word) });
    }
    name
}

pub(super) fn upper(words: &[String]) -> String {
    words.join("_").to_uppercase()
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl Model {
    pub(super) fn of_core() -> Self {
        let texts = texts();
        let entries = |set: &str| -> Vec<Entry> {
            let own = texts.iter().filter(|text| text.set == set);
            own.map(|text| Entry {
                code: text.code,
                words: words(set, text.code),
                english: text.english.clone(),
            })
            .collect()
        };
        let mut sets: Vec<Set> = SETS
            .iter()
            .map(|(name, set, doc)| Set {
                name: (*name).into(),
                // A sign is no key of a catalogue.
                texts: if *set == "comparator" { String::new() } else { (*set).into() },
                doc: (*doc).into(),
                entries: entries(set),
                questions: Vec::new(),
            })
            .collect();
        sets.push(Set {
            name: "LabUnit".into(),
            texts: String::new(),
            doc: "A unit of measurement, by its code in the Unified Code for Units of Measure.".into(),
            entries: Unit::ALL
                .into_iter()
                .map(|unit| Entry {
                    code: unit.ucum(),
                    words: camel_words(&format!("{unit:?}")),
                    english: format!("`{}`", unit.ucum()),
                })
                .collect(),
            questions: Vec::new(),
        });
        let mut every: Vec<Entry> = Vec::new();
        let treatment = question::TREATMENT_QUESTIONS.iter().take(1).map(|own| ("treatment", own));
        let questions = question::QUESTIONS.iter().map(|own| (own.id, own));
        for (id, own) in questions.chain(treatment) {
            let set = format!("answer.{id}");
            for text in texts.iter().filter(|text| text.set == set) {
                match every.iter_mut().find(|other| other.code == text.code) {
                    Some(other) if other.english != text.english => {
                        "Its meaning depends on the question.".clone_into(&mut other.english)
                    }
                    Some(_) => {}
                    None => every.push(Entry {
                        code: text.code,
                        words: words("answer", text.code),
                        english: text.english.clone(),
                    }),
                }
            }
            let named = ANSWER_TYPES.iter().find(|(question, ..)| *question == id);
            let name = named.map_or_else(|| pascal(&split(id)), |(_, name, _)| (*name).into());
            let own_entries = entries(&set);
            let name = match sets.iter_mut().find(|other| other.name == name) {
                // One type for several questions only while their answers are the same.
                Some(shared) if shared.entries == own_entries => {
                    shared.questions.push(id);
                    continue;
                }
                Some(_) => pascal(&split(id)),
                None => name,
            };
            sets.push(Set {
                name,
                entries: own_entries,
                texts: set,
                doc: named
                    .map_or(own.title, |(_, _, doc)| if doc.is_empty() { own.title } else { doc })
                    .into(),
                questions: vec![id],
            });
        }
        sets.push(Set {
            name: "Answer".into(),
            texts: String::new(),
            doc: "An answer to any question, by its code. Each question also has a type of its own answers."
                .into(),
            entries: every,
            questions: Vec::new(),
        });
        Self { texts, sets, items: vec![symptoms(), history()] }
    }
}

/// What a set of texts is about, for a translator.
pub(super) fn about(set: &str) -> String {
    let answered = set.strip_prefix("answer.").and_then(|id| question::all().find(|own| own.id == id));
    let own = SETS.iter().find(|(_, texts, _)| *texts == set);
    match (answered, own) {
        (Some(question), _) => format!("An answer to: {}", question.title),
        (None, Some((.., doc))) => (*doc).into(),
        (None, None) => "What a guideline says of a treatment.".into(),
    }
}

/// The answers of a question by the words of their names in `Answer`.
pub(super) fn answers(id: &str) -> Vec<Vec<String>> {
    let found =
        question::all().find(|own| own.id == id || (id == "treatment" && own.id.starts_with("treatment.")));
    found.map_or_else(Vec::new, |own| own.answers.iter().map(|answer| words("answer", answer.code)).collect())
}

pub(super) fn words_of(id: &str) -> Vec<String> {
    split(id)
}

fn of_group(group: Group) -> Vec<Item> {
    let mut items = Vec::new();
    for fact in Fact::ALL.iter().filter(|fact| fact.info().group == group) {
        let info = fact.info();
        let kind = match (*fact, info.kind) {
            (Fact::Mimics, _) => ItemKind::Type("Mimics"),
            (Fact::Distress, _) => ItemKind::Type("Distress"),
            (Fact::B12Cause, _) => ItemKind::Type("B12Cause"),
            (Fact::LiverImpairment, _) => ItemKind::Choice("LiverImpairment"),
            (Fact::NitrousOxideAnaesthesia, _) => ItemKind::Choice("NitrousOxideAnaesthesia"),
            (Fact::IvIronProduct, _) => ItemKind::Choice("IvIronProduct"),
            (own, _) if Fact::MIMICS.contains(&own) => ItemKind::Choice("Mimics"),
            (Fact::IrlsTotal, _) => ItemKind::Whole,
            (_, Kind::Flag) => ItemKind::Flag,
            _ => ItemKind::Number,
        };
        let unit = match info.unit {
            "mo" => ", in months",
            "a" => ", in years",
            // The label says it, or there is none.
            _ => "",
        };
        items.push(Item { key: info.id, label: format!("{}{unit}.", capital(info.label)), kind });
        if *fact == Fact::IrlsTotal {
            items.push(Item {
                key: "irls_items",
                label: "Scores of the ten items of the IRLS rating scale, instead of their total.".into(),
                kind: ItemKind::Scores,
            });
        }
    }
    items
}

fn symptoms() -> Items {
    Items {
        name: "Symptoms",
        doc: "Symptoms and signs. What is not said stays unknown, unless the group is declared complete.",
        items: of_group(Group::Symptoms),
    }
}

fn history() -> Items {
    let mut items = vec![
        Item { key: "pregnant", label: "Pregnant, or not.".into(), kind: ItemKind::Flag },
        Item {
            key: "trimester",
            label: "Trimester of a pregnancy; says also that there is one.".into(),
            kind: ItemKind::Type("Trimester"),
        },
    ];
    items.extend(of_group(Group::History));
    Items {
        name: "History",
        doc: "History and circumstances. What is not said stays unknown, unless the group is declared complete.",
        items,
    }
}
