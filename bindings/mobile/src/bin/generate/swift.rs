//! Swift.

use std::fmt::Write as _;

use crate::model::{Item, ItemKind, Model, Set, answers, words_of};

const HEADER: &str = "// Written by ekbom-mobile-generate from the core; a test compares. Do not edit.\n";

/// Words that a declaration needs in backticks.
const KEYWORDS: &[&str] =
    &["for", "class", "in", "is", "import", "init", "self", "default", "case", "switch"];

/// Abbreviations, which Swift writes in capitals wherever they do not begin a name.
const ABBREVIATIONS: &[&str] =
    &["ckd", "crp", "esa", "fcm", "hfe", "im", "irls", "iv", "ppi", "rbd", "rls", "snri", "ssri", "tsat"];

fn camel(words: &[String]) -> String {
    let place = |(place, word): (usize, &String)| {
        if place > 0 && ABBREVIATIONS.contains(&word.as_str()) { word.to_uppercase() } else { word.clone() }
    };
    crate::model::camel(&words.iter().enumerate().map(place).collect::<Vec<_>>())
}

fn name(words: &[String]) -> String {
    let plain = camel(words);
    if KEYWORDS.contains(&plain.as_str()) { format!("`{plain}`") } else { plain }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
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
        (false, _) => "QuestionAnswer",
        (true, true) => "StableCode",
        (true, false) => "DisplayCode",
    };
    let _ = writeln!(out, "\n/// {}", set.doc);
    let _ = writeln!(out, "public enum {}: String, {conforms} {{", set.name.replace("Rls", "RLS"));
    for entry in &set.entries {
        let name = name(&entry.words);
        let _ = writeln!(out, "    /// {}", entry.english);
        if name == entry.code {
            let _ = writeln!(out, "    case {name}");
        } else {
            let _ = writeln!(out, "    case {name} = {}", quoted(entry.code));
        }
    }
    if !set.texts.is_empty() {
        let _ = writeln!(out, "\n    public static let textSet = {}", quoted(&set.texts));
    }
    let test = match set.questions.as_slice() {
        [] => String::new(),
        ["treatment"] => "question.treatment != nil".to_owned(),
        [id] => format!("question == .{}", camel(&words_of(id))),
        several => {
            let names: Vec<String> = several.iter().map(|id| format!(".{}", camel(&words_of(id)))).collect();
            format!("[\n            {}\n        ].contains(question)", names.join(",\n            "))
        }
    };
    if !test.is_empty() {
        let _ = writeln!(
            out,
            "\n    public static func answers(_ question: Question) -> Bool {{\n        {test}\n    }}"
        );
    }
    out.push_str("}\n");
}

fn answers_of_questions(out: &mut String) {
    out.push_str("\nextension Question {\n    /// Every answer it can have, in display order.\n");
    out.push_str("    public var answers: [Answer] {\n        switch self {\n");
    let list = |id: &str| {
        let names: Vec<String> = answers(id).iter().map(|words| format!(".{}", camel(words))).collect();
        names.join(", ")
    };
    for question in ekbom::knowledge::question::QUESTIONS {
        let case = camel(&words_of(question.id));
        let _ = writeln!(out, "        case .{case}:\n            [{}]", list(question.id));
    }
    let _ = writeln!(out, "        default:\n            [{}]", list("treatment"));
    out.push_str("        }\n    }\n}\n");
}

fn swift_type(item: &Item) -> &'static str {
    match item.kind {
        ItemKind::Flag => "Bool",
        ItemKind::Number => "Double",
        ItemKind::Whole => "Int",
        ItemKind::Scores => "[Int]",
        ItemKind::Type(name) | ItemKind::Choice(name) => name,
    }
}

pub(crate) fn items(model: &Model) -> String {
    let mut out = String::from(HEADER);
    out.push_str("\ninternal import EkbomGenerated\n");
    for group in &model.items {
        let _ = writeln!(out, "\n/// {}", group.doc);
        let _ = writeln!(out, "public struct {}: Hashable, Sendable, Codable {{", group.name);
        for item in &group.items {
            let own = camel(&words_of(item.key));
            let _ = writeln!(out, "    /// {}\n    public var {own}: {}?", item.label, swift_type(item));
        }
        let _ = writeln!(out, "\n    /// What was said of them; everything can be left out.");
        out.push_str("    public init(\n");
        let last = group.items.len().saturating_sub(1);
        for (place, item) in group.items.iter().enumerate() {
            let own = camel(&words_of(item.key));
            let comma = if place == last { "" } else { "," };
            let _ = writeln!(out, "        {own}: {}? = nil{comma}", swift_type(item));
        }
        out.push_str("    ) {\n");
        for item in &group.items {
            let own = camel(&words_of(item.key));
            let _ = writeln!(out, "        self.{own} = {own}");
        }
        out.push_str("    }\n\n    enum CodingKeys: String, CodingKey, CaseIterable {\n");
        for item in &group.items {
            let own = camel(&words_of(item.key));
            if own == item.key {
                let _ = writeln!(out, "        case {own}");
            } else {
                let _ = writeln!(out, "        case {own} = {}", quoted(item.key));
            }
        }
        out.push_str("    }\n\n    public init(from decoder: any Decoder) throws {\n");
        out.push_str("        let values = try decoder.container(ofKnown: CodingKeys.self)\n");
        for item in &group.items {
            let own = camel(&words_of(item.key));
            let kind = swift_type(item);
            let _ = writeln!(out, "        {own} = try values.decodeIfPresent({kind}.self, forKey: .{own})");
        }
        out.push_str("    }\n\n    func state(in said: inout EkbomGenerated.Patient) {\n");
        for item in &group.items {
            let own = camel(&words_of(item.key));
            let line = match (item.kind, item.key) {
                (ItemKind::Flag, "pregnant") => "said.pregnant = pregnant".to_owned(),
                (ItemKind::Type("Trimester"), _) => {
                    "said.trimester = trimester.map { String($0.rawValue) }".to_owned()
                }
                (ItemKind::Type(_), _) => format!("said.{own} = {own}?.rawValue"),
                (ItemKind::Scores, _) => format!("said.{own} = {own}?.map {{ Int32(clamping: $0) }}"),
                (ItemKind::Flag, key) => {
                    format!("if let {own} {{ said.flags.append(.init(fact: \"{key}\", present: {own})) }}")
                }
                (ItemKind::Choice(_), key) => {
                    format!(
                        "if let {own} {{ said.choices.append(.init(fact: \"{key}\", code: {own}.rawValue)) }}"
                    )
                }
                (ItemKind::Number, key) => {
                    format!("if let {own} {{ said.numbers.append(.init(fact: \"{key}\", value: {own})) }}")
                }
                (ItemKind::Whole, key) => {
                    format!(
                        "if let {own} {{ said.numbers.append(.init(fact: \"{key}\", value: Double({own}))) }}"
                    )
                }
            };
            let _ = writeln!(out, "        {line}");
        }
        out.push_str("    }\n}\n");
    }
    out
}
