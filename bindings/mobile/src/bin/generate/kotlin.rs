//! Kotlin.

use std::fmt::Write as _;

use crate::model::{Item, ItemKind, Model, Set, answers, camel, upper, words_of};

const HEADER: &str =
    "// Written by ekbom-mobile-generate from the core; a test compares. Do not edit.\npackage org.ekbom\n";

/// What an alert can be about; in Swift that is an enum of its own.
const SUBJECTS: &[&str] = &["Fact", "Analyte", "Question", "OtherFact"];

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('$', "\\$"))
}

fn doc(text: &str) -> String {
    text.replace("*/", "* /")
}

pub(crate) fn codes(model: &Model) -> String {
    let mut out = String::from(HEADER);
    for set in &model.sets {
        enumeration(&mut out, set);
    }
    answers_of_questions(&mut out);
    out
}

fn enumeration(out: &mut String, set: &Set) {
    let conforms = match (set.questions.is_empty(), set.texts.is_empty()) {
        _ if SUBJECTS.contains(&set.name.as_str()) => "Subject",
        (false, _) => "QuestionAnswer",
        (true, true) => "StableCode",
        (true, false) => "DisplayCode",
    };
    let _ = writeln!(out, "\n/** {} */", doc(&set.doc));
    let _ = writeln!(out, "public enum class {}(override val code: String) : {conforms} {{", set.name);
    for entry in &set.entries {
        let _ = writeln!(out, "    /** {} */", doc(&entry.english));
        let _ = writeln!(out, "    {}({}),", upper(&entry.words), quoted(entry.code));
    }
    out.push_str("    ;\n\n");
    if !set.texts.is_empty() {
        let _ = writeln!(out, "    override val textSet: String get() = {}\n", quoted(&set.texts));
    }
    let test = match set.questions.as_slice() {
        [] => String::new(),
        ["treatment"] => "question.treatment != null".to_owned(),
        [id] => format!("question == Question.{}", upper(&words_of(id))),
        several => {
            let names: Vec<String> =
                several.iter().map(|id| format!("Question.{}", upper(&words_of(id)))).collect();
            format!("question in setOf(\n        {},\n    )", names.join(",\n        "))
        }
    };
    if !test.is_empty() {
        let _ = writeln!(out, "    override fun answers(question: Question): Boolean = {test}\n");
    }
    let name = &set.name;
    let _ = writeln!(out, "    public companion object {{");
    let _ = writeln!(out, "        private val byCode = entries.associateBy {{ it.code }}\n");
    let _ = writeln!(out, "        /** The value with this code; `null` where there is none. */");
    let _ = writeln!(out, "        @JvmStatic public fun of(code: String): {name}? = byCode[code]");
    out.push_str("    }\n}\n");
}

fn answers_of_questions(out: &mut String) {
    out.push_str(
        "\n/** Every answer it can have, in display order. */\npublic val Question.answers: List<Answer>\n",
    );
    out.push_str("    get() = when (this) {\n");
    let list = |id: &str| {
        let names: Vec<String> = answers(id).iter().map(|words| format!("Answer.{}", upper(words))).collect();
        names.join(", ")
    };
    for question in ekbom::knowledge::question::QUESTIONS {
        let case = upper(&words_of(question.id));
        let _ = writeln!(out, "        Question.{case} ->\n            listOf({})", list(question.id));
    }
    let _ = writeln!(out, "        else ->\n            listOf({})", list("treatment"));
    out.push_str("    }\n");
}

fn kotlin_type(item: &Item) -> &'static str {
    match item.kind {
        ItemKind::Flag => "Boolean",
        ItemKind::Number => "Double",
        ItemKind::Whole => "Int",
        ItemKind::Scores => "List<Int>",
        ItemKind::Type(name) | ItemKind::Choice(name) => name,
    }
}

pub(crate) fn items(model: &Model) -> String {
    let mut out = String::from(HEADER);
    out.push_str("\nimport java.io.Serializable\nimport org.ekbom.generated.StatedChoice\nimport org.ekbom.generated.StatedFlag\nimport org.ekbom.generated.StatedNumber\n");
    for group in &model.items {
        let _ = writeln!(out, "\n/** {} */", group.doc);
        let _ = writeln!(out, "public data class {}(", group.name);
        for item in &group.items {
            let own = camel(&words_of(item.key));
            let _ = writeln!(
                out,
                "    /** {} */\n    val {own}: {}? = null,",
                doc(&item.label),
                kotlin_type(item)
            );
        }
        out.push_str(") : Serializable {\n    internal fun state(flags: MutableList<StatedFlag>, numbers: MutableList<StatedNumber>, choices: MutableList<StatedChoice>) {\n");
        for item in &group.items {
            let own = camel(&words_of(item.key));
            let key = item.key;
            let line = match (item.kind, key) {
                (ItemKind::Flag, "pregnant") | (ItemKind::Type(_) | ItemKind::Scores, _) => continue,
                (ItemKind::Flag, _) => format!("if ({own} != null) flags.add(StatedFlag(\"{key}\", {own}))"),
                (ItemKind::Choice(_), _) => {
                    format!("if ({own} != null) choices.add(StatedChoice(\"{key}\", {own}.code))")
                }
                (ItemKind::Number, _) => {
                    format!("if ({own} != null) numbers.add(StatedNumber(\"{key}\", {own}))")
                }
                (ItemKind::Whole, _) => {
                    format!("if ({own} != null) numbers.add(StatedNumber(\"{key}\", {own}.toDouble()))")
                }
            };
            let _ = writeln!(out, "        {line}");
        }
        out.push_str("    }\n}\n");
    }
    out
}
