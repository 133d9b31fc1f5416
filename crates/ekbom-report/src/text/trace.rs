//! Every condition with what it saw, for reading.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::Layout;
use super::page::{Line, Page, Style};
use ekbom::assess::TableTrace;
use ekbom::knowledge::words;
use ekbom::logic::explain::TraceNode;

/// Traces as lines of styled text.
pub fn trace_lines(tables: &[TableTrace], width: usize) -> Vec<Line> {
    let mut page = Page::new(width.clamp(Layout::NARROWEST, Layout::WIDEST));
    for table in tables {
        let title =
            format!("TRACE {} - {}", words::subject(&table.question), words::guideline(&table.guideline));
        page.heading(&title);
        for rule in &table.rules {
            let name = rule.rule.rsplit('/').next().unwrap_or(&rule.rule);
            let answers: Vec<String> = rule.answers.iter().map(|code| words::brief(code)).collect();
            let answers = format!(" -> {}", answers.join(" or "));
            page.paragraph(2, "", 0, &[(Style::Answer, name), (Style::Plain, &answers)]);
            node(&rule.when, 4, &mut page);
        }
    }
    page.into_lines()
}

fn node(own: &TraceNode, indent: usize, page: &mut Page) {
    let (label, style) = match own.truth.as_str() {
        "yes" => ("yes", Style::Answer),
        "no" => ("no", Style::Dim),
        _ => ("open", Style::Caution),
    };
    let saw = if own.saw.is_empty() { String::new() } else { format!(" [saw {}]", own.saw) };
    page.labelled(indent, style, label, 5, &[(Style::Plain, &own.condition), (Style::Dim, &saw)]);
    for part in &own.parts {
        // However deep a condition, there is room for its words.
        node(part, (indent + 3).min(24), page);
    }
}
