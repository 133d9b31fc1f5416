//! String catalogues: every code with its English text, to be translated.

use std::fmt::Write as _;

use ekbom_mobile::text::Text;

use crate::model::{Model, about};

/// What an app translates: not the signs of comparison, which are shown as they are.
fn shown(model: &Model) -> impl Iterator<Item = &Text> {
    model.texts.iter().filter(|text| text.set != "comparator")
}

fn key(text: &Text) -> String {
    format!("ekbom.{}.{}", text.set, text.code)
}

fn json(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

pub(crate) fn xcstrings(model: &Model) -> String {
    let mut own: Vec<&Text> = shown(model).collect();
    own.sort_by_key(|text| key(text));
    let entries: Vec<String> = own
        .into_iter()
        .map(|text| {
            format!(
                "    {} : {{\n      \"comment\" : {},\n      \"extractionState\" : \"manual\",\n      \"localizations\" : {{\n        \
                 \"en\" : {{\n          \"stringUnit\" : {{\n            \"state\" : \"translated\",\n            \"value\" : \
                 {}\n          }}\n        }}\n      }}\n    }}",
                json(&key(text)),
                json(&about(&text.set)),
                json(&text.english)
            )
        })
        .collect();
    format!(
        "{{\n  \"sourceLanguage\" : \"en\",\n  \"strings\" : {{\n{}\n  }},\n  \"version\" : \"1.0\"\n}}\n",
        entries.join(",\n")
    )
}

pub(crate) fn android(model: &Model) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- Written by ekbom-mobile-generate from the core; a test compares. Do \
         not edit. -->\n<resources>\n",
    );
    let mut set = "";
    for text in shown(model) {
        if text.set != set {
            set = &text.set;
            let _ = writeln!(out, "\n    <!-- {} -->", about(set));
        }
        let name: String =
            key(text).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
        let value = text.english.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let value = value.replace('\\', "\\\\").replace('\'', "\\'").replace('"', "\\\"");
        let _ = writeln!(out, "    <string name=\"{name}\" formatted=\"false\">{value}</string>");
    }
    out.push_str("</resources>\n");
    out
}
