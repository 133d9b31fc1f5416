//! Treatments in a few lines, or in full.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::page::{Page, Style};
use crate::{Stand, TreatmentLine, TreatmentPositions, Treatments, rows};
use ekbom::knowledge::words;

/// Width of the column that names the group.
const LABEL: usize = 17;
/// So many facts are named that decide whether guidelines speak.
const NEEDS_BY_NAME: usize = 6;

pub(super) fn write(treatments: &Treatments, all: bool, page: &mut Page) {
    if treatments.groups().next().is_none() {
        return;
    }
    page.heading("TREATMENTS, IF THIS IS RESTLESS LEGS");
    for (stand, lines) in treatments.groups() {
        let mut label = stand.title();
        if all {
            page.labelled(2, style(stand), label, 2, &[]);
            lines.iter().for_each(|line| in_full(line, page));
            continue;
        }
        if !stand.remark().is_empty() {
            let remark = format!("{}, which is not known:", stand.remark());
            page.labelled(2, style(stand), label, LABEL, &[(Style::Dim, &remark)]);
            label = "";
        }
        for row in rows(stand, lines) {
            let why = if row.why.is_empty() { String::new() } else { format!(" ({})", row.why) };
            let spans = [(Style::Plain, row.names()), (Style::Plain, why)];
            let spans = spans.each_ref().map(|(style, text)| (*style, text.as_str()));
            page.labelled(2, style(stand), label, LABEL, &spans);
            label = "";
        }
    }
    if !all {
        mind(treatments, page);
    }
    if !treatments.needs.is_empty() {
        let shown = if all { treatments.needs.len() } else { NEEDS_BY_NAME };
        let names: Vec<&str> = treatments.needs.iter().take(shown).map(String::as_str).collect();
        let more = treatments.needs.len().saturating_sub(names.len());
        let more = if more > 0 { format!(", and {more} more") } else { String::new() };
        let text = format!("{}{more} (a guideline may be silent)", names.join(", "));
        page.labelled(2, Style::Dim, "depends on", LABEL, &[(Style::Dim, &text)]);
    }
}

const fn style(stand: Stand) -> Style {
    match stand {
        Stand::Recommended => Style::Answer,
        Stand::Against => Style::Caution,
        Stand::Withheld => Style::Urgent,
        Stand::Silent => Style::Dim,
        _ => Style::Plain,
    }
}

/// What to mind about those that may be used.
fn mind(treatments: &Treatments, page: &mut Page) {
    let mut label = "mind";
    for (names, text) in treatments.mind() {
        let who = format!("{}:", names.join(", "));
        let text = format!(" {text}");
        page.labelled(2, Style::Caution, label, LABEL, &[(Style::Answer, &who), (Style::Plain, &text)]);
        label = "";
    }
}

fn in_full(line: &TreatmentLine, page: &mut Page) {
    page.paragraph(4, "", 0, &[(Style::Answer, line.name)]);
    let question = format!("treatment.{}", line.treatment);
    for own in &line.positions {
        let answers: Vec<String> = own.possible.iter().map(|code| words::meaning(&question, code)).collect();
        let grade = if own.grade.is_empty() { String::new() } else { format!(" ({})", own.grade) };
        let old = if own.superseded { " [superseded]" } else { "" };
        let text = format!("{}{grade}{old}", answers.join(" / "));
        page.paragraph(6, &words::guideline(&own.guideline), 18, &[(Style::Plain, &text)]);
    }
    if !line.needs.is_empty() {
        let needs = format!("depends on {}", line.needs.join(", "));
        page.paragraph(6, "", 2, &[(Style::Dim, &needs)]);
    }
    for flag in line.flags.iter().chain(&line.cautions).chain(&line.withheld) {
        page.labelled(6, Style::Caution, "!", 2, &[(Style::Plain, flag)]);
    }
}

/// Side by side: against, for, and what has been superseded.
pub(super) fn disagreed(lines: &[TreatmentLine], all: bool, page: &mut Page) {
    for line in lines {
        let mut sides: Vec<String> = Vec::new();
        for (word, wanted) in [
            ("against", TreatmentPositions::is_against as fn(&TreatmentPositions) -> bool),
            ("for", TreatmentPositions::is_for),
        ] {
            let current = line.positions.iter().filter(|own| !own.superseded && wanted(own));
            let names: Vec<&str> = current.map(|own| own.guideline.as_str()).collect();
            let standard = line.positions.iter().any(|own| own.standard_use_only && own.is_against());
            let use_of = if word == "against" && standard { " standard use" } else { "" };
            sides.push(format!("{word}{use_of}: {}", words::guidelines(names)));
        }
        let old: Vec<&str> = line
            .positions
            .iter()
            .filter(|own| own.superseded && (own.is_for() || own.is_against()))
            .map(|own| own.guideline.as_str())
            .collect();
        if !old.is_empty() {
            sides.push(format!("superseded: {}", words::guidelines(old)));
        }
        let text = sides.join(" | ");
        page.paragraph(2, &line.short, 14, &[(Style::Plain, &text)]);
        if all {
            for flag in &line.flags {
                page.labelled(4, Style::Caution, "!", 2, &[(Style::Plain, flag)]);
            }
        }
    }
}
