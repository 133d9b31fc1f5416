//! The support matrix of the book, from `bindings/mobile/support.toml`.

use std::fmt::Write as _;

const INTRODUCTION: &str = "# Platforms\n\n<!-- Written by ekbom-mobile-generate from bindings/mobile/support.toml; a test \
compares. Do not edit. -->\n\nWhat the Swift and Kotlin libraries run on, and who says so. *Tested* means that the tests of \
the repository run there;\n*built* that they build it; *expected* that nothing was tried: the code has nothing that would \
stand against it.\n";

/// Reads tables of `key = "value"` lines: all that the file has.
pub(crate) fn page(toml: &str) -> String {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for line in toml.lines().map(str::trim) {
        if line == "[[platform]]" {
            rows.push(Vec::new());
        } else if let (Some((_, value)), Some(row)) = (line.split_once(" = "), rows.last_mut()) {
            row.push(value.trim_matches('"').to_owned());
        }
    }
    let mut out = String::from(INTRODUCTION);
    out.push_str(
        "\n| Platform | Architectures | Language | From | How far | Remarks |\n|---|---|---|---|---|---|\n",
    );
    for row in rows {
        let _ = writeln!(out, "| {} |", row.join(" | "));
    }
    out
}
