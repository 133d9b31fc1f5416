//! The sections of a report, in the order in which a clinician asks.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::page::{Page, Style};
use super::{first as screen, treatments};
use crate::{Advised, Decided, Open, Report, SOURCES_BY, SOURCES_MEAN, least_checked};
use ekbom::knowledge::alert::Severity;
use ekbom::knowledge::precaution::Severity as Precaution;
use ekbom::knowledge::words;
use ekbom::source::Verification;

/// Width of the column that names a question.
const SUBJECT: usize = 27;

/// So many facts of a group are asked for by name; the rest are counted.
const ASKED_BY_NAME: usize = 8;

pub(super) fn write(report: &Report, all: bool, page: &mut Page) {
    header(report, page);
    screen::write(report, all, page);
    read_as(report, page);
    first(report, page);
    precautions(report, all, page);
    disagreements(report, all, page);
    recommendations(report, page);
    treatments::write(&report.treatments, all, page);
    if all {
        decided(report, page);
        open(report, page);
        computed(report, page);
        notes(report, page);
        sources(report, page);
    } else {
        rest(report, page);
    }
    page.gap();
    page.paragraph(0, "", 0, &[(Style::Dim, report.disclaimer)]);
}

fn header(report: &Report, page: &mut Page) {
    let patient = &report.patient;
    let count = match patient.results.len() {
        0 => "No result".to_string(),
        1 => "1 result".to_string(),
        many => format!("{many} results"),
    };
    let title = format!("{}. {count}.", patient.person);
    let version = format!(" ekbom knowledge {}", report.knowledge);
    page.paragraph(0, "", 0, &[(Style::Heading, &title), (Style::Dim, &version)]);
    for (label, items) in
        [("Results", &patient.results), ("Stated", &patient.stated), ("Medicines", &patient.medicines)]
    {
        if !items.is_empty() {
            page.paragraph(2, label, 11, &[(Style::Plain, &items.join(", "))]);
        }
    }
}

/// What is not printed, counted.
fn rest(report: &Report, page: &mut Page) {
    let guidelines: usize =
        report.decided.iter().flat_map(|own| &own.answers).map(|own| own.guidelines.len()).sum();
    let notes = report.alerts.iter().filter(|alert| alert.severity == Severity::Info).count();
    let counts = [
        (guidelines, "answer of guidelines", "answers of guidelines"),
        (
            report.open.len(),
            "question still open, with what would settle it",
            "questions still open, with what would settle them",
        ),
        (report.computed.len(), "computed value", "computed values"),
        (
            report.patient.superseded.len(),
            "result that a newer one replaces",
            "results that newer ones replace",
        ),
        (notes, "note", "notes"),
        (report.sources.len(), "source", "sources"),
    ];
    let said: Vec<String> = counts
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many }))
        .collect();
    page.heading("THE REST, IN FULL WITH --full");
    page.paragraph(2, "", 0, &[(Style::Dim, &format!("{}.", said.join("; ")))]);
}

/// What silence means.
fn read_as(report: &Report, page: &mut Page) {
    let patient = &report.patient;
    page.gap();
    let complete = if patient.complete.is_empty() {
        "what is not stated is unknown, neither normal nor absent".to_string()
    } else {
        format!("{} declared complete: what is not stated there is absent", patient.complete.join(", "))
    };
    page.paragraph(2, "Read as", 11, &[(Style::Dim, &complete)]);
}

fn first(report: &Report, page: &mut Page) {
    let pressing = report.alerts.iter().filter(|alert| alert.severity != Severity::Info);
    // What must not be done has said so already.
    let pressing: Vec<_> =
        pressing.filter(|alert| report.must_not.is_empty() || alert.code != "iron_withheld").collect();
    if report.must_not.is_empty() && pressing.is_empty() {
        return;
    }
    page.heading("WARNINGS");
    for own in &report.must_not {
        let because = because(&own.because);
        page.labelled(2, Style::Urgent, "STOP", 9, &[(Style::Urgent, &own.text), (Style::Plain, &because)]);
    }
    for alert in pressing {
        let (label, style) = match alert.severity {
            Severity::Urgent => ("URGENT", Style::Urgent),
            _ => ("caution", Style::Caution),
        };
        let text_style = if alert.severity == Severity::Urgent { Style::Urgent } else { Style::Plain };
        let about = about(&alert.about);
        page.labelled(2, style, label, 9, &[(text_style, &alert.message), (Style::Plain, &about)]);
    }
}

fn precautions(report: &Report, all: bool, page: &mut Page) {
    if report.precautions.is_empty() {
        return;
    }
    page.heading("PRECAUTIONS WITH MEDICINES");
    for own in &report.precautions {
        let style = match (own.certain, own.severity) {
            (true, Precaution::Urgent | Precaution::Stop) => Style::Urgent,
            (true, Precaution::Caution) => Style::Caution,
            _ => Style::Dim,
        };
        let subject = own.subject();
        let who = subject.map_or_else(String::new, |subject| format!("{subject}: "));
        let text = if own.certain {
            format!("{}{}", own.says, because(&own.because))
        } else {
            let shown = if all { own.missing.len() } else { ASKED_BY_NAME };
            let more = own.missing.len().saturating_sub(shown);
            let names: Vec<&str> = own.missing.iter().take(shown).map(String::as_str).collect();
            let more = if more > 0 { format!(", and {more} more") } else { String::new() };
            format!("it depends on {}{more}.", names.join(", "))
        };
        page.labelled(2, style, own.label(), 12, &[(Style::Answer, &who), (Style::Plain, &text)]);
    }
}

fn about(items: &[String]) -> String {
    if items.is_empty() { String::new() } else { format!(" [{}]", items.join(", ")) }
}

fn because(reasons: &[String]) -> String {
    if reasons.is_empty() { String::new() } else { format!(" Because: {}.", reasons.join("; ")) }
}

/// Guidelines in brackets.
fn by(guidelines: &[String]) -> String {
    format!(" ({})", words::guidelines(guidelines.iter().map(String::as_str)))
}

fn decided(report: &Report, page: &mut Page) {
    page.heading("DECIDED");
    if report.decided.is_empty() {
        page.paragraph(2, "", 0, &[(Style::Plain, "nothing yet")]);
    }
    for own in &report.decided {
        question(own, page);
    }
    let silent: Vec<String> = report
        .silent
        .iter()
        .map(|own| {
            let names = words::guidelines(own.guidelines.iter().map(String::as_str));
            format!("{}: {names}", words::subject(&own.question))
        })
        .collect();
    if !silent.is_empty() {
        page.paragraph(
            2,
            "",
            0,
            &[(Style::Dim, &format!("Without a statement on this person: {}.", silent.join("; ")))],
        );
    }
}

fn question(own: &Decided, page: &mut Page) {
    page.paragraph(2, "", 0, &[(Style::Plain, own.title)]);
    for answer in &own.answers {
        let weak = match answer.verification {
            Verification::Unverified => " [unverified]",
            _ => "",
        };
        page.paragraph(
            4,
            "-",
            2,
            &[(Style::Answer, &answer.answer), (Style::Dim, &by(&answer.guidelines)), (Style::Caution, weak)],
        );
        for flag in &answer.flags {
            page.labelled(6, Style::Caution, "!", 2, &[(Style::Plain, flag)]);
        }
    }
}

fn open(report: &Report, page: &mut Page) {
    if report.open.is_empty() && report.tests.is_empty() && report.work_up.is_empty() {
        return;
    }
    page.heading("OPEN, AND WHAT WOULD SETTLE IT");
    if let Some((first, rest)) = report.tests.split_first() {
        let how = about_sample(&first.instructions);
        let could = format!(" - narrows {}", first.could_change.join(", "));
        let spans = [(Style::Answer, first.name.as_str()), (Style::Plain, &how), (Style::Plain, &could)];
        page.labelled(2, Style::Heading, "Test next", 11, &spans);
        let rest: Vec<String> = rest
            .iter()
            .map(|test| {
                let how = about_sample(&test.instructions);
                format!("{}{how} - {}", test.name, test.could_change.join(", "))
            })
            .collect();
        if !rest.is_empty() {
            page.paragraph(2, "then", 11, &[(Style::Plain, &rest.join("; "))]);
        }
    }
    let mut label = "Work-up";
    for (tests, note) in report.work_up.notes() {
        let text = format!("{} ({note})", tests.join(", "));
        page.paragraph(2, label, 11, &[(Style::Dim, &text)]);
        label = "";
    }
    for (place, ask) in report.ask.iter().enumerate() {
        let label = if place == 0 { "Ask" } else { "" };
        let group = format!("{}:", ask.group);
        let text = format!(" {}", ask.facts.join(", "));
        page.labelled(2, Style::Heading, label, 11, &[(Style::Dim, &group), (Style::Plain, &text)]);
    }
    if !report.open.is_empty() {
        page.gap();
    }
    for own in &report.open {
        still_open(own, page);
    }
}

fn about_sample(instructions: &[String]) -> String {
    if instructions.is_empty() { String::new() } else { format!(" ({})", instructions.join(", ")) }
}

/// A question with what is left of it.
fn still_open(own: &Open, page: &mut Page) {
    let mut label = words::subject(&own.question);
    for left in &own.left {
        let mut text = match left.answers.as_slice() {
            [] => "every answer is possible".to_string(),
            answers => answers.join(" / "),
        };
        if left.or_silent {
            text.push_str(" / no statement");
        }
        page.paragraph(2, &label, SUBJECT, &[(Style::Plain, &text), (Style::Dim, &by(&left.guidelines))]);
        label.clear();
    }
    let test = own.test.as_deref().map(words::test).unwrap_or_default();
    let what = match (own.test.as_deref(), own.test_decides, own.needs.as_slice()) {
        (Some(_), true, _) => format!("{test} would settle it"),
        (None, _, [only]) => format!("to ask, and it is settled: {only}"),
        (Some(_), false, _) => format!("measure {test} first"),
        (None, ..) => String::new(),
    };
    if !what.is_empty() {
        page.paragraph(2, "", SUBJECT, &[(Style::Answer, &words::sentence(&what))]);
    }
    let needs = format!("depends on {}", own.needs.join(", "));
    page.paragraph(2, "", SUBJECT, &[(Style::Dim, &needs)]);
}

fn disagreements(report: &Report, all: bool, page: &mut Page) {
    let treatments = &report.treatments.disagreed;
    if report.disagreements.is_empty() && treatments.is_empty() {
        return;
    }
    page.heading("WHERE GUIDELINES DISAGREE");
    for own in &report.disagreements {
        page.paragraph(2, "", 0, &[(Style::Plain, own.title)]);
        for side in &own.sides {
            let names = words::guidelines(side.guidelines.iter().map(String::as_str));
            page.paragraph(4, "", 0, &[(Style::Answer, &side.answer), (Style::Dim, &format!(" - {names}"))]);
        }
    }
    treatments::disagreed(treatments, all, page);
}

fn recommendations(report: &Report, page: &mut Page) {
    if report.recommendations.is_empty() {
        return;
    }
    page.heading("RECOMMENDATIONS, FIRST THINGS FIRST");
    let mut number = 0;
    for own in &report.recommendations {
        number += 1;
        advised(own, number, page);
    }
}

fn advised(own: &Advised, number: usize, page: &mut Page) {
    let label = format!("{number}.");
    let names: Vec<String> = own
        .by
        .iter()
        .map(|(guideline, grade)| {
            let name = words::guideline(guideline);
            if grade.is_empty() { name } else { format!("{name}: {grade}") }
        })
        .collect();
    let names = format!(" ({})", names.join("; "));
    let against = if own.direction == "against" { "Not: " } else { "" };
    let title = format!("{against}{}", own.name);
    if own.withheld.is_empty() {
        page.paragraph(2, &label, 4, &[(Style::Answer, &title), (Style::Dim, &names)]);
    } else {
        let why = format!(" {}", own.withheld.join("; "));
        let title = format!("{}: {title}", own.withheld_label().to_uppercase());
        page.paragraph(2, &label, 4, &[(Style::Urgent, &title), (Style::Dim, &names)]);
        page.labelled(6, Style::Urgent, "why", 9, &[(Style::Plain, &why)]);
    }
    if !own.because.is_empty() {
        page.labelled(6, Style::Dim, "because", 9, &[(Style::Plain, &own.because.join("; "))]);
    }
    if !own.cautions.is_empty() {
        page.labelled(6, Style::Caution, "mind", 9, &[(Style::Plain, &own.cautions.join("; "))]);
    }
}

fn computed(report: &Report, page: &mut Page) {
    if !report.computed.is_empty() {
        page.heading("COMPUTED");
        for own in &report.computed {
            page.paragraph(2, "", 2, &[(Style::Plain, &own.text), (Style::Dim, &format!(" ({})", own.how))]);
        }
    }
    if !report.patient.superseded.is_empty() {
        page.heading("NOT COUNTED, BECAUSE THERE IS A NEWER RESULT");
        page.paragraph(2, "", 0, &[(Style::Plain, &report.patient.superseded.join(", "))]);
    }
}

fn notes(report: &Report, page: &mut Page) {
    let notes: Vec<_> = report.alerts.iter().filter(|alert| alert.severity == Severity::Info).collect();
    if !notes.is_empty() {
        page.heading("NOTES");
        for alert in notes {
            page.paragraph(2, "-", 2, &[(Style::Plain, &alert.message), (Style::Dim, &about(&alert.about))]);
        }
    }
    if !report.claims.is_empty() {
        let ids: Vec<&str> = report.claims.iter().map(|own| own.id).collect();
        let text = format!("{} (what they say, and what the evidence is: ekbom claims)", ids.join(", "));
        page.heading("CLAIMS OF THE FOUNDING ARTICLE THAT THESE FACTS TOUCH");
        page.paragraph(2, "", 0, &[(Style::Dim, &text)]);
    }
}

fn sources(report: &Report, page: &mut Page) {
    page.heading(&SOURCES_BY.to_uppercase());
    page.paragraph(2, "", 0, &[(Style::Dim, SOURCES_MEAN)]);
    for (kind, own) in report.sources_by_verification() {
        let meaning = format!(" - {}", least_checked(kind));
        page.paragraph(2, "", 0, &[(Style::Plain, kind.code()), (Style::Dim, &meaning)]);
        for source in own {
            let text = format!("{}: {}", source.name, source.text);
            page.paragraph(4, "", 2, &[(Style::Dim, &text)]);
        }
    }
}
