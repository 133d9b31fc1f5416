//! The first screen as text.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::page::{Page, Style};
use crate::first::NEXT;
use crate::{ActLine, Report};
use ekbom::knowledge::act::ActKind;
use ekbom::knowledge::words;

/// Width of the column of labels.
const LABEL: usize = 11;

/// So many acts that are not urgent stand on the first screen.
const SHOWN: usize = 6;

pub(super) fn write(report: &Report, all: bool, page: &mut Page) {
    let first = &report.first;
    if !report.set_aside.is_empty() {
        page.heading("SET ASIDE: not accepted, and nothing is answered by it");
        for own in &report.set_aside {
            page.paragraph(2, "", 0, &[(Style::Urgent, own)]);
        }
    }
    page.heading("WHAT TO DO");
    if first.acts.is_empty() {
        page.paragraph(2, "", 0, &[(Style::Plain, report.without_act())]);
    }
    let (mut shown, mut left) = (0, 0);
    for act in &first.acts {
        if !all && !act.kind.is_never_cut() && shown >= SHOWN {
            left += 1;
            continue;
        }
        shown += usize::from(!act.kind.is_never_cut());
        one(act, all, page);
    }
    if left > 0 {
        page.paragraph(2, "", 0, &[(Style::Dim, &format!("and {left} more (--full)"))]);
    }
    page.heading("BECAUSE");
    for own in &first.because {
        let assuming = if own.assuming.is_empty() {
            String::new()
        } else {
            format!(". Assuming {}; without that, more is open.", own.assuming.join(", "))
        };
        page.paragraph(2, own.name, LABEL + 2, &[(Style::Plain, &own.says), (Style::Dim, &assuming)]);
    }
    page.gap();
    // What stands in brackets behind a question is for who reads everything.
    let ask: Vec<String> = first.ask.iter().map(|own| words::short(own)).collect();
    next("ASK", if all { &first.ask } else { &ask }, all, page);
    next("MEASURE", &first.measure, all, page);
}

fn next(label: &'static str, items: &[String], all: bool, page: &mut Page) {
    if items.is_empty() {
        return;
    }
    let shown = if all { items.len() } else { NEXT };
    let more = items.len().saturating_sub(shown);
    let more = if more > 0 { format!("; and {more} more") } else { String::new() };
    let text = items.get(..shown).unwrap_or(items).join("; ");
    page.labelled(0, Style::Heading, label, LABEL + 4, &[(Style::Plain, &text), (Style::Dim, &more)]);
}

fn one(act: &ActLine, all: bool, page: &mut Page) {
    let (label, style) = label(act.kind);
    let text_style = if act.kind.is_never_cut() { Style::Urgent } else { Style::Answer };
    let by = if act.by.is_empty() {
        String::new()
    } else {
        format!(" ({})", words::guidelines(act.by.iter().map(String::as_str)))
    };
    // What is known of a medicine is long, and its text says what it does.
    let is_evidence = act.act.starts_with("review:") && !all;
    let because = if act.because.is_empty() || is_evidence {
        String::new()
    } else {
        format!(" Because: {}.", act.because.join("; "))
    };
    let more = if act.more_first > 0 { format!(", and {} more", act.more_first) } else { String::new() };
    let assuming = if act.assuming.is_empty() {
        String::new()
    } else {
        format!(" Assuming {}.", act.assuming.join(", "))
    };
    let first = if act.first.is_empty() {
        String::new()
    } else {
        format!(" Before that: {}{more}.", act.first.join(", "))
    };
    let spans = [
        (text_style, act.text.as_str()),
        (Style::Dim, by.as_str()),
        (Style::Plain, because.as_str()),
        (Style::Dim, assuming.as_str()),
        (Style::Caution, first.as_str()),
    ];
    page.labelled(2, style, label, LABEL + 2, &spans);
}

/// What stands beside an act.
const fn label(kind: ActKind) -> (&'static str, Style) {
    match kind {
        ActKind::ActOnResult => ("RESULT", Style::Urgent),
        ActKind::TreatNow => ("TREAT NOW", Style::Urgent),
        ActKind::Stop => ("STOP", Style::Urgent),
        ActKind::Precaution => ("DANGER", Style::Urgent),
        ActKind::Review => ("Review", Style::Caution),
        ActKind::Treat => ("Treat", Style::Heading),
        ActKind::Refer => ("Refer", Style::Heading),
        ActKind::Ask => ("Ask", Style::Heading),
        ActKind::Test => ("Measure", Style::Heading),
        ActKind::Mind => ("Mind", Style::Caution),
    }
}
