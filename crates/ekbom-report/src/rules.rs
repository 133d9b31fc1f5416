//! Decision tables for reading: as styled text and as Markdown, from the same data that decides.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::text::{Layout, Line, Page, Style};
use ekbom::knowledge::words;
use ekbom::logic::condition::Expression;
use ekbom::logic::explain::phrase;
use ekbom::logic::table::{Rule, RuleCite, RuleFlag, Table};
use ekbom::source::find;

/// Tables as lines of styled text.
pub fn lines(tables: &[&Table], width: usize) -> Vec<Line> {
    let mut page = page(width);
    for table in tables {
        let title = format!("{} - {}", table.question.title, table.guideline.title);
        page.heading(&title);
        let name = format!("{} / {}", table.question.id, table.guideline.id);
        page.paragraph(
            2,
            "",
            0,
            &[(Style::Dim, &name), (Style::Dim, "; the first rule that applies answers")],
        );
        for (place, rule) in table.rules.iter().enumerate() {
            let label = format!("{}.", place + 1);
            let answers = answers(table, rule);
            page.paragraph(
                2,
                &label,
                4,
                &[(Style::Plain, &phrase(&rule.when)), (Style::Plain, " -> "), (Style::Answer, &answers)],
            );
            details(rule, false, &mut page);
        }
    }
    page.into_lines()
}

/// One rule in full.
pub fn rule_lines(table: &Table, rule: &Rule, width: usize) -> Vec<Line> {
    let mut page = page(width);
    page.paragraph(0, "", 0, &[(Style::Heading, &rule.id)]);
    page.paragraph(2, "question", 12, &[(Style::Plain, table.question.title)]);
    page.paragraph(2, "guideline", 12, &[(Style::Plain, &table.guideline.title)]);
    let place = table.rules.iter().position(|own| own.id == rule.id).unwrap_or_default();
    let order = match place {
        0 => "the first rule of its table".to_string(),
        place => format!("rule {} of {}: only where none before it applies", place + 1, table.rules.len()),
    };
    page.paragraph(2, "place", 12, &[(Style::Plain, &order)]);
    page.paragraph(2, "applies if", 12, &[(Style::Plain, &phrase(&rule.when))]);
    page.paragraph(2, "answer", 12, &[(Style::Answer, &answers(table, rule))]);
    details(rule, true, &mut page);
    page.into_lines()
}

const fn page(width: usize) -> Page {
    let width = if width < Layout::NARROWEST { Layout::NARROWEST } else { width };
    Page::new(if width > Layout::WIDEST { Layout::WIDEST } else { width })
}

fn answers(table: &Table, rule: &Rule) -> String {
    let codes: Vec<&str> = table.question.codes(rule.answers).collect();
    let meanings: Vec<String> = codes.iter().map(|code| words::meaning(table.question.id, code)).collect();
    format!("{} ({})", meanings.join(" or "), codes.join(", "))
}

/// A flag with what raises it.
fn flag(flag: &RuleFlag) -> String {
    let when = match (&flag.when, flag.unless) {
        (Expression::Always, false) => String::new(),
        (when, false) => format!(" if {}", phrase(when)),
        (when, true) => format!(" unless {}", phrase(when)),
    };
    format!("{}{when}", flag.code)
}

fn cite(cite: &RuleCite, in_full: bool) -> String {
    let place = if cite.locator.is_empty() { String::new() } else { format!(", {}", cite.locator) };
    match find(&cite.source).filter(|_| in_full) {
        Some(source) => {
            let year = source.year.map(|year| format!(" ({year})")).unwrap_or_default();
            let doi = source.doi.map(|doi| format!(" doi:{doi}")).unwrap_or_default();
            format!("{}{place}: {}{year}{doi}", source.name, source.title)
        }
        None => format!("{}{place}", find(&cite.source).map_or(cite.source.as_ref(), |source| source.name)),
    }
}

fn grades(rule: &Rule) -> String {
    let all = rule.grades.iter().map(|grade| {
        let certainty = if grade.certainty.is_empty() {
            String::new()
        } else {
            format!(", {} certainty", words::grade(&grade.certainty))
        };
        let strength =
            if grade.strength.is_empty() { "no strength".into() } else { words::grade(&grade.strength) };
        format!("{}: {strength}{certainty}", words::action(&grade.action))
    });
    all.collect::<Vec<_>>().join("; ")
}

fn details(rule: &Rule, in_full: bool, page: &mut Page) {
    let indent = if in_full { 2 } else { 6 };
    let width = 12;
    for own in &rule.flags {
        let mut spans = alloc::vec![(Style::Plain, flag(own))];
        if in_full {
            spans.push((Style::Dim, format!(" - {}", words::flag(&own.code))));
        }
        let spans: Vec<(Style, &str)> = spans.iter().map(|(style, text)| (*style, text.as_str())).collect();
        page.labelled(indent, Style::Caution, "flag", width, &spans);
    }
    let grades = grades(rule);
    if !grades.is_empty() {
        page.paragraph(indent, "grade", width, &[(Style::Plain, &grades)]);
    }
    let cites: Vec<String> = rule.cites.iter().map(|own| cite(own, in_full)).collect();
    let verified = format!("[{}] ", rule.verification);
    if in_full {
        page.paragraph(indent, "verified", width, &[(Style::Plain, rule.verification.code())]);
        for own in &cites {
            page.paragraph(indent, "source", width, &[(Style::Dim, own)]);
        }
    } else {
        page.paragraph(
            indent,
            "",
            0,
            &[(Style::Dim, &verified), (Style::Dim, &format!(" {}", cites.join("; ")))],
        );
    }
    if !rule.note.is_empty() {
        page.paragraph(indent, "note", width, &[(Style::Plain, &rule.note)]);
    }
}

/// Tables as Markdown, question by question: the answers, a decision table for each guideline, and what its flags and
/// its sources stand for.
///
/// ```
/// use ekbom::Knowledge;
/// use ekbom_report::rules;
/// let knowledge = Knowledge::builtin();
/// let table = knowledge.table("iron.therapy", "aan-2016").unwrap();
/// assert!(rules::markdown(&[table]).contains("| ferritin <= 75 ng/mL |"));
/// ```
pub fn markdown(tables: &[&Table]) -> String {
    let mut text = String::new();
    let mut rest = tables;
    while let Some(first) = rest.first() {
        let count = rest.iter().take_while(|own| own.question.id == first.question.id).count();
        let (own, after) = rest.split_at(count);
        section(own, first, &mut text);
        rest = after;
    }
    text
}

/// One question.
fn section(tables: &[&Table], first: &Table, text: &mut String) {
    let question = first.question;
    text.push_str(&format!("## {}\n\n`{}`\n\n| answer | |\n|---|---|\n", question.title, question.id));
    for answer in question.answers {
        text.push_str(&format!("| `{}` | {} |\n", answer.code, cell(answer.meaning)));
    }
    text.push('\n');
    for table in tables {
        text.push_str(&format!("### {}\n\n`{}`\n\n", table.guideline.title, table.guideline.id));
        text.push_str("| rule | if | answer | flags | checked, source |\n|---|---|---|---|---|\n");
        for (place, rule) in table.rules.iter().enumerate() {
            row(table, rule, place + 1, text);
        }
        text.push('\n');
    }
    let rules = || tables.iter().flat_map(|table| &table.rules);
    let flags: BTreeSet<&str> = rules().flat_map(|rule| &rule.flags).map(|flag| flag.code.as_ref()).collect();
    if !flags.is_empty() {
        text.push_str("**Flags**\n\n");
        for code in flags {
            text.push_str(&format!("- `{code}`: {}\n", words::flag(code)));
        }
        text.push('\n');
    }
    let cited: BTreeSet<&str> =
        rules().flat_map(|rule| &rule.cites).map(|cite| cite.source.as_ref()).collect();
    text.push_str("**Sources**\n\n");
    for source in cited.into_iter().filter_map(find) {
        let year = source.year.map(|year| format!(" ({year})")).unwrap_or_default();
        let doi = source.doi.map(|doi| format!(" [doi:{doi}](https://doi.org/{doi})")).unwrap_or_default();
        text.push_str(&format!(
            "- {}: {}{year}.{doi} *{}: {}*\n",
            source.name, source.title, source.kind, source.how_verified
        ));
    }
    text.push('\n');
}

fn row(table: &Table, rule: &Rule, place: usize, text: &mut String) {
    let name = rule.id.rsplit('/').next().unwrap_or(&rule.id);
    let flags: Vec<String> = rule.flags.iter().map(flag).collect();
    let cites: Vec<String> = rule.cites.iter().map(|own| cite(own, false)).collect();
    let mut answer = answers(table, rule);
    let grades = grades(rule);
    for more in [grades.as_str(), rule.note.as_ref()] {
        if !more.is_empty() {
            answer.push_str(&format!("<br>{more}"));
        }
    }
    let checked = format!("**{}**<br>{}", rule.verification, cites.join("<br>"));
    let cells = [phrase(&rule.when), answer, flags.join("<br>"), checked];
    let cells: Vec<String> = cells.iter().map(|words| cell(words)).collect();
    text.push_str(&format!("| {place} `{name}` | {} |\n", cells.join(" | ")));
}

/// Within a table a bar would end the cell.
fn cell(words: &str) -> String {
    words.replace('|', "\\|")
}
