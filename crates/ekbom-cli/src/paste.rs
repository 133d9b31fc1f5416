//! `ekbom assess --paste`: a laboratory report as it is pasted. What was understood of it is said before the answer.

use std::fs::File;
use std::io::Read;

use ekbom::Knowledge;
use ekbom::patient::limits::MOST_BYTES;
use ekbom_paste::{Line, PastedLab, Reading, Said};
use ekbom_report::text::{Page, Style};
use serde_json::{Value, json};

use crate::args::{Assess, AssessFormat};
use crate::assess::patients;
use crate::failure::{Failure, tell};
use crate::input::{Input, open};
use crate::screen::Screen;

/// Reads the report, says what it says, and assesses the patient with it.
pub(crate) fn run(
    knowledge: &Knowledge,
    args: &Assess,
    report: &str,
    screen: &mut Screen,
) -> Result<bool, Failure> {
    if report == "-" && args.file == "-" {
        return Err(Failure::said("standard input cannot hold both the report and the patient"));
    }
    let reading = ekbom_paste::read(&text_of(report)?);
    let patient = with_labs(&args.file, &reading)?;
    match args.format.unwrap_or(AssessFormat::Text) {
        AssessFormat::Text => {
            screen.lines(&page(&reading, screen.width()).into_lines())?;
            screen.raw("\n")?;
        }
        AssessFormat::Json => {
            screen.raw(&format!("{{\"read\":{},\"assessment\":", reading.to_json()))?;
            let refused = patients(knowledge, args, Input::One(patient), screen)?;
            screen.raw("}\n")?;
            return Ok(refused);
        }
        // The page and the resources are for others; what was left out is for whoever called.
        AssessFormat::Html | AssessFormat::Fhir => {
            for line in &reading.lines {
                if let Some(why) = line.why() {
                    tell(&format!("line {}: not used: {why}", line.number));
                }
            }
        }
    }
    patients(knowledge, args, Input::One(patient), screen)
}

/// A file that is not UTF-8 is taken for Latin-1: each of its bytes is a character.
fn text_of(report: &str) -> Result<String, Failure> {
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    let done = if report == "-" {
        std::io::stdin().lock().take(most).read_to_end(&mut bytes)
    } else {
        File::open(report).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    done.map_err(|error| Failure::unreadable(report, &error))?;
    Ok(String::from_utf8(bytes)
        .unwrap_or_else(|error| error.into_bytes().into_iter().map(char::from).collect()))
}

/// The patient with the results beside their own. What is no patient is left to the core to refuse.
fn with_labs(file: &str, reading: &Reading) -> Result<Vec<u8>, Failure> {
    let text = match file {
        "" => b"{}".to_vec(),
        file => match open(file)? {
            Input::One(text) => text,
            Input::Array(_) | Input::Lines(_) => {
                return Err(Failure::said("a pasted report is of one patient: give one"));
            }
        },
    };
    let Ok(Value::Object(mut patient)) = serde_json::from_slice::<Value>(&text) else { return Ok(text) };
    let labs = patient.entry("labs").or_insert_with(|| json!([]));
    if let Value::Array(labs) = labs {
        // What is doubted does not count, but an older result must not stand for it, and it may forbid.
        labs.extend(reading.entries());
    }
    serde_json::to_vec(&patient).map_err(|error| Failure::said(error.to_string()))
}

/// What was understood, and what was not.
fn page(reading: &Reading, width: usize) -> Page {
    let mut page = Page::new(width);
    let count = |is: &str| reading.lines.iter().filter(|line| line.is() == is).count();
    let title = format!(
        "READ FROM THE REPORT: {} understood, {} doubted, {} not understood",
        count("understood"),
        count("doubted"),
        count("not_understood")
    );
    page.paragraph(0, "", 0, &[(Style::Heading, &title)]);
    for line in &reading.lines {
        let Some((style, text)) = words(line) else { continue };
        page.labelled(2, Style::Dim, &format!("line {}", line.number), 9, &[(style, &text)]);
    }
    if count("doubted") + count("not_understood") > 0 {
        page.paragraph(2, "", 0, &[(Style::Plain, "What is doubted or not understood is not used below.")]);
    }
    if reading.cut {
        page.paragraph(2, "", 0, &[(Style::Urgent, "The report is longer than what is read.")]);
    }
    page
}

fn words(line: &Line) -> Option<(Style, String)> {
    match &line.said {
        Said::Understood { lab, notes } => {
            let mut text = words_of(lab);
            for note in notes {
                text.push_str(&format!("; {note}"));
            }
            Some((Style::Plain, text))
        }
        Said::Doubted { why, readings, .. } => {
            let offered: Vec<String> = readings.iter().map(words_of).collect();
            let offered = if offered.is_empty() {
                String::new()
            } else {
                format!(" It may be: {}.", offered.join("; "))
            };
            Some((Style::Urgent, format!("DOUBTED: {why}{}{offered}", full_stop(why))))
        }
        Said::NotUnderstood { why } => Some((Style::Dim, format!("not understood: {why}"))),
        Said::NoResult => None,
    }
}

fn full_stop(text: &str) -> &'static str {
    if text.ends_with(['?', '.', '!']) { "" } else { "." }
}

fn words_of(lab: &PastedLab) -> String {
    let value = lab.value.map(|value| value.to_string());
    let value = value.or_else(|| lab.finding.clone()).unwrap_or_default();
    let sign = lab.comparator.clone().unwrap_or_default();
    let unit = lab.unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
    let limits = match (lab.ref_low, lab.ref_high) {
        (Some(low), Some(high)) => format!(" (laboratory {low} to {high})"),
        (Some(low), None) => format!(" (laboratory from {low})"),
        (None, Some(high)) => format!(" (laboratory to {high})"),
        (None, None) => String::new(),
    };
    let confirmed = if lab.confirmed == Some(true) { ", confirmed" } else { "" };
    format!("{} {sign}{value}{unit}{limits}{confirmed}", lab.analyte)
}
