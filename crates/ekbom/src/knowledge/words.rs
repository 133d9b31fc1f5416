//! Codes in words: names short enough for a line.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::fact::Fact;
use crate::knowledge::act::asks;
use crate::knowledge::advice::{BARRIERS, TESTS};
use crate::knowledge::alert;
use crate::knowledge::guideline::flag_text;
use crate::knowledge::precaution;
use crate::knowledge::question::{self, IronSafety, Treatment};
use crate::logic::question::QuestionInfo;
use crate::measure::analyte::Analyte;

/// Abbreviations inside codes, as they are written.
const ABBREVIATIONS: &[(&str, &str)] = &[
    ("tsat", "TSAT"),
    ("b12", "B12"),
    ("rls", "RLS"),
    ("iv", "IV"),
    ("im", "IM"),
    ("hfe", "HFE"),
    ("g1", "G1"),
    ("g2", "G2"),
    ("g3a", "G3a"),
    ("g3b", "G3b"),
    ("g4", "G4"),
    ("g5", "G5"),
    ("a1", "A1"),
    ("a2", "A2"),
    ("a3", "A3"),
    ("egfr", "eGFR"),
    ("mma", "MMA"),
    ("tibc", "TIBC"),
    ("crp", "CRP"),
    ("esrd", "ESRD"),
    ("fcm", "FCM"),
    ("n2o", "N2O"),
    ("rtms", "rTMS"),
    ("c", "C"),
    ("hb", "Hb"),
    ("hba1c", "HbA1c"),
    ("24h", "24 h"),
    ("aasm", "AASM"),
    ("workup", "work-up"),
];

/// Names that their id does not spell.
const GUIDELINES: &[(&str, &str)] = &[
    ("article", "founding article"),
    ("common", "common usage"),
    ("ekbom-safety", "ekbom safety rules"),
    ("ekbom-synthesis", "ekbom conclusions"),
    ("epidemiology", "epidemiology"),
    ("laboratory", "laboratory limits"),
    ("mayo-2021", "Mayo 2021"),
    ("irls-2003", "IRLS scale"),
    ("who-folate", "WHO folate"),
    ("pfeiffer-2016", "Pfeiffer 2016"),
];

/// Questions as the subject of a sentence.
const QUESTIONS: &[(&str, &str)] = &[
    ("rls.diagnosis", "RLS criteria"),
    ("rls.course", "RLS course"),
    ("rls.relevance", "RLS relevance"),
    ("rls.severity", "RLS severity"),
    ("rls.onset_pattern", "onset pattern"),
    ("rls.augmentation", "augmentation"),
    ("iron.therapy", "iron for RLS"),
    ("iron.safety", "iron safety"),
    ("iron.deficiency", "iron deficiency"),
    ("iron.overload", "iron overload"),
    ("b12.first_line", "B12, first-line test"),
    ("b12.status", "B12, both tests together"),
    ("b12.whom_to_test", "whether to test B12"),
    ("b12.treatment", "B12 treatment"),
    ("b12.contribution", "B12 as a contributor to RLS"),
    ("folate.status", "folate"),
    ("blood.anaemia", "anaemia"),
    ("blood.macrocytosis", "macrocytosis"),
    ("kidney.stage", "kidney function"),
    ("kidney.albuminuria", "albuminuria"),
    ("kidney.uraemic_rls", "uraemic RLS"),
    ("electrolytes.sodium", "sodium"),
    ("electrolytes.potassium", "potassium"),
    ("electrolytes.magnesium", "magnesium"),
    ("electrolytes.phosphate", "phosphate"),
];

/// Actions that are not the id of a treatment.
const ACTIONS: &[(&str, &str)] = &[
    ("oral_iron", "Oral iron"),
    ("iv_iron", "Intravenous iron"),
    ("b12_test", "Test vitamin B12"),
    ("b12_treat", "Treat vitamin B12 deficiency"),
    ("haemochromatosis_workup", "Look for haemochromatosis"),
    ("review_medicine", "Review a medicine that can worsen restless legs"),
    ("address_exacerbating_factor", "Address what makes restless legs worse"),
];

/// Why something is withheld, and other short codes.
const PHRASES: &[(&str, &str)] = &[
    ("rls_not_met", "the criteria of restless legs syndrome are not met"),
    ("iron_safety_open", "whether iron is safe is not determined"),
    ("morning", "morning sample"),
    ("iron_free_24h", "24 h without iron"),
    (
        "printed_limits_differ",
        "The two limits that the guideline prints differ: the other unit would change the answer.",
    ),
];

/// What an assumption takes to be so.
const ASSUMPTIONS: &[(&str, &str)] = &[
    ("not_pregnant_from_55", "not pregnant at this age"),
    ("not_pregnant_under_10", "not pregnant at this age"),
    ("not_on_dialysis_by_egfr", "no dialysis with this eGFR"),
    ("kidney_failure_would_be_known", "kidney failure would have been mentioned"),
    ("b12_replacement_would_be_listed", "vitamin B12 that is taken would be on the list"),
    ("no_nitrous_oxide_unmentioned", "no nitrous oxide"),
    ("untreated_unless_listed", "no dopaminergic treatment"),
    ("uncommon_history_absent", "no uncommon illness that was not mentioned"),
];

/// What could still turn out to forbid iron, named without saying that it is there.
const POSSIBLE_STOPS: &[(IronSafety, &str)] = &[
    (IronSafety::StopKnownOverload, "a reason against iron in the history"),
    (IronSafety::StopTsatCeiling, "a transferrin saturation too high for iron"),
    (IronSafety::StopErythrocytosis, "too many red cells"),
    (IronSafety::DeferInfection, "an infection in which iron waits"),
    (IronSafety::StopFerritinCeiling, "a ferritin too high for iron"),
    (IronSafety::StopIvOnly, "a reason against intravenous iron"),
];

fn lookup(list: &[(&str, &'static str)], code: &str) -> Option<&'static str> {
    list.iter().find(|(own, _)| *own == code).map(|(_, text)| *text)
}

/// A code without a text of its own, readable.
///
/// ```
/// assert_eq!(ekbom::knowledge::words::humanise("check_tsat_before_iron"), "check TSAT before iron");
/// ```
pub fn humanise(code: &str) -> String {
    let words: Vec<&str> =
        code.split(['_', '.']).map(|word| lookup(ABBREVIATIONS, word).unwrap_or(word)).collect();
    words.join(" ")
}

/// A guideline by a name short enough for a list.
///
/// ```
/// use ekbom::knowledge::words::guideline;
/// assert_eq!((guideline("aasm-2025").as_str(), guideline("mayo-2021").as_str()), ("AASM 2025", "Mayo 2021"));
/// ```
pub fn guideline(id: &str) -> String {
    lookup(GUIDELINES, id).map_or_else(|| id.to_uppercase().replace('-', " "), ToString::to_string)
}

/// Several guidelines.
pub fn guidelines<'a>(ids: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<String> = ids.into_iter().map(guideline).collect();
    names.join(", ")
}

/// A question as the subject of a sentence: `iron safety`.
pub fn subject(id: &str) -> String {
    if let Some(treatment) = id.strip_prefix("treatment.").and_then(Treatment::from_id) {
        return treatment.label().to_string();
    }
    lookup(QUESTIONS, id).map_or_else(|| humanise(id), ToString::to_string)
}

/// A question by its id.
pub fn question(id: &str) -> Option<&'static QuestionInfo> {
    question::all().find(|question| question.id == id)
}

/// What an answer means.
///
/// ```
/// use ekbom::knowledge::words::meaning;
/// assert_eq!(meaning("rls.severity", "severe"), "severe: IRLS total 21 to 30");
/// assert_eq!(meaning("iron.therapy", "oral"), "oral iron");
/// ```
pub fn meaning(question_id: &str, code: &str) -> String {
    let known = question(question_id)
        .and_then(|question| question.answers.iter().find(|answer| answer.code == code))
        .map(|answer| answer.meaning);
    let name = humanise(code);
    match known {
        Some(meaning) if question_id.starts_with("rls.") && !is_silent(code) && !meaning.contains(&name) => {
            format!("{name}: {meaning}")
        }
        Some(meaning) => meaning.to_string(),
        None => name,
    }
}

/// An answer in as few words as can be, for a list of what is left.
pub fn brief(code: &str) -> String {
    if is_silent(code) && code != INSUFFICIENT { "no statement".to_string() } else { humanise(code) }
}

/// A guideline looked, and found too little evidence to take a side.
pub const INSUFFICIENT: &str = "insufficient_evidence";

/// Does the answer take no side: has the guideline nothing to say, or did it find too little evidence to say it?
pub fn is_silent(code: &str) -> bool {
    code == "not_addressed" || code == "not_applicable" || code == INSUFFICIENT
}

/// A name without what stands in brackets after it.
pub fn short(label: &str) -> String {
    label.split_once(" (").map_or(label, |(name, _)| name).to_string()
}

/// An action.
pub fn action(code: &str) -> String {
    lookup(ACTIONS, code)
        .or_else(|| Treatment::from_id(code).map(Treatment::label))
        .map_or_else(|| humanise(code), ToString::to_string)
}

/// A flag: its sentence where there is one.
///
/// The one place where flags become words.
pub fn flag(code: &str) -> String {
    flag_text(code).or_else(|| lookup(PHRASES, code)).map_or_else(
        || alert::find(code).map_or_else(|| sentence(&humanise(code)), |alert| alert.message.to_string()),
        ToString::to_string,
    )
}

/// What an assumption takes to be so, in few words.
///
/// ```
/// assert_eq!(ekbom::knowledge::words::assumption("not_pregnant_from_55"), "not pregnant at this age");
/// ```
pub fn assumption(id: &str) -> String {
    lookup(ASSUMPTIONS, id).map_or_else(|| humanise(id), ToString::to_string)
}

/// A reason as a rule gives it, with the names of questions, guidelines and answers for their codes.
///
/// ```
/// use ekbom::knowledge::words::reason;
/// assert_eq!(reason("b12.status by aafp-2025 is deficient"), "B12, both tests together: deficient (AAFP 2025)");
/// assert_eq!(reason("ferritin 38 ng/mL <= 75 ng/mL"), "ferritin 38 ng/mL <= 75 ng/mL");
/// ```
pub fn reason(text: &str) -> String {
    let (not, rest) = text.strip_prefix("not ").map_or(("", text), |rest| ("not ", rest));
    let parts = rest.split_once(" by ").and_then(|(id, rest)| Some((id, rest.split_once(" is ")?)));
    let Some((id, (by, answers))) = parts.filter(|(id, _)| question(id).is_some()) else {
        return text.to_string();
    };
    let answers: Vec<String> = answers.split(" or ").map(brief).collect();
    format!("{}: {not}{} ({})", subject(id), or(&answers), guideline(by))
}

/// Why something is withheld.
pub fn withheld(code: &str) -> String {
    let barrier = BARRIERS.iter().find(|own| own.code == code).map(|own| own.says);
    let precaution = || precaution::find(code).map(|own| own.says);
    let known = lookup(PHRASES, code).or(barrier).or_else(precaution);
    known.map_or_else(|| meaning("iron.safety", code), ToString::to_string)
}

/// An answer on the safety of iron as something that is merely not excluded.
///
/// ```
/// use ekbom::knowledge::words::possible_stop;
/// assert_eq!(possible_stop("stop_ferritin_ceiling"), "a ferritin too high for iron");
/// ```
pub fn possible_stop(code: &str) -> String {
    let own = POSSIBLE_STOPS.iter().find(|(answer, _)| answer.code() == code);
    own.map_or_else(|| humanise(code), |(_, text)| (*text).to_string())
}

/// How to draw a sample.
pub fn instruction(code: &str) -> String {
    lookup(PHRASES, code).map_or_else(|| humanise(code), ToString::to_string)
}

/// A strength or a certainty in a guideline's grade.
pub fn grade(code: &str) -> String {
    match code.strip_prefix("level_") {
        Some(level) => format!("level {}", level.to_uppercase()),
        // As BSH prints it: 1 for a strong recommendation, C for evidence of low quality.
        None if code == "1c" => "grade 1C".into(),
        None => humanise(code),
    }
}

/// A test to order.
pub fn test(id: &str) -> String {
    let fact = TESTS.iter().find(|test| test.test == id).and_then(|test| test.fact);
    match (fact.filter(|fact| fact.id() == id), id.parse::<Analyte>()) {
        (Some(fact), _) => fact.info().label.to_string(),
        (None, Ok(analyte)) => analyte_name(analyte),
        (None, Err(_)) => humanise(id),
    }
}

/// What a closing act asks or measures, in few words: `ask:pregnancy` is `pregnancy`.
///
/// ```
/// use ekbom::knowledge::words::closing;
/// assert_eq!(closing("ask:b12_replacement"), "vitamin B12 taken already");
/// assert_eq!(closing("test:tsat"), "transferrin saturation");
/// ```
pub fn closing(act: &str) -> String {
    let result = act.strip_prefix("critical:").or_else(|| act.strip_prefix("result:"));
    if let Some(id) = result {
        return alloc::format!("act on {}", fact(id));
    }
    match (act.strip_prefix("ask:"), act.strip_prefix("test:")) {
        (Some(topic), _) => {
            asks().find(|ask| ask.topic == topic).map_or_else(|| fact(topic), |ask| ask.short.to_string())
        }
        (_, Some(id)) => test(id),
        _ => humanise(act),
    }
}

/// A fact or an analyte by its id.
pub fn fact(id: &str) -> String {
    match (Fact::from_id(id), id.parse::<Analyte>()) {
        (Some(fact), _) => fact.info().label.to_string(),
        (None, Ok(analyte)) => analyte_name(analyte),
        (None, Err(_)) => humanise(id),
    }
}

/// An analyte's name, the first letter small unless it is an abbreviation, and without the specimen.
pub fn analyte_name(analyte: Analyte) -> String {
    if let Some(fact) = analyte.fact() {
        return fact.info().label.to_string();
    }
    let name = analyte.name();
    let name = name.split_once(", ").map_or(name, |(name, _)| name);
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            format!("{}{second}{}", first.to_lowercase(), letters.as_str())
        }
        _ => name.to_string(),
    }
}

/// With a capital at the beginning and a full stop at the end.
pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    let end = if text.ends_with(['.', '?', '!']) { "" } else { "." };
    format!("{}{}{end}", first.to_uppercase(), letters.as_str())
}

/// `a`, `a or b`, `a, b or c`.
pub fn or(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}
