//! `ekbom assess --fhir`: the subjects of a record.

use std::fs;
use std::io::{self, Read};

use ekbom::Knowledge;
use ekbom::assess::critical_of_refused;
use ekbom::patient::CompleteGroup;
use ekbom_fhir::{FhirOptions, MOST_BYTES, Reading, read};

use super::Desk;
use crate::args::{Assess, AssessFormat};
use crate::failure::{Failure, tell};
use crate::screen::Screen;

/// Assesses every subject of a record; says whether one was refused.
pub(super) fn record(knowledge: &Knowledge, args: &Assess, screen: &mut Screen) -> Result<bool, Failure> {
    let options = options(args)?;
    let bytes = whole(&args.file).map_err(|error| Failure::unreadable(&args.file, &error))?;
    let text = String::from_utf8(bytes)
        .map_err(|_| Failure::said(format!("cannot read {}: it is not UTF-8", args.file)))?;
    let mut desk = Desk::open(knowledge, args, screen)?;
    let reading = match read(&text, &options) {
        Ok(reading) => reading,
        Err(errors) => {
            desk.refuse(&errors, &[], args.format.unwrap_or(AssessFormat::Text), "\n")?;
            return Ok(true);
        }
    };
    keep_ledger(args, &reading)?;
    let several = reading.subjects.len() != 1;
    if several && args.format == Some(AssessFormat::Html) {
        return Err(Failure::said("an HTML page is of one patient: this record is of several or of none"));
    }
    let format = args.format.unwrap_or(if several { AssessFormat::Json } else { AssessFormat::Text });
    for subject in &reading.subjects {
        if several {
            desk.title(format)?;
        }
        // What was set aside counts for nothing, but nobody may miss a critical one.
        for own in
            subject.set_aside().map_or_else(Vec::new, |own| critical_of_refused(knowledge, own.as_bytes()))
        {
            tell(&format!("{}: set aside, and critical if it is true: {}", subject.key(), own.says));
        }
        match subject.to_json() {
            Ok(json) => desk.patient(json.as_bytes(), format, "\n")?,
            Err(errors) => desk.refuse(&errors, &[], format, "\n")?,
        }
    }
    Ok(desk.refused)
}

/// One byte more than may be is enough to see that it is too much.
fn whole(file: &str) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = MOST_BYTES as u64 + 1;
    if file == "-" {
        io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    } else {
        fs::File::open(file)?.take(most).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

fn options(args: &Assess) -> Result<FhirOptions, Failure> {
    let mut made = FhirOptions { look_back_days: args.look_back, ..FhirOptions::default() };
    if let Some(day) = &args.as_of {
        made.as_of = Some(day.parse().map_err(|error| Failure::said(format!("--as-of `{day}`: {error}")))?);
    }
    for group in &args.complete {
        let known = CompleteGroup::CODES.iter().copied();
        let group = CompleteGroup::from_code(group).ok_or_else(|| Failure::unknown("group", group, known))?;
        made.complete.push(group);
    }
    if let Some(file) = &args.codes {
        let text = fs::read_to_string(file).map_err(|error| Failure::unreadable(file, &error))?;
        made.codes = text.parse().map_err(|error| Failure::said(format!("{file}: {error}")))?;
    }
    Ok(made)
}

/// Writes the ledger where it was asked for, and says on standard error what a reader of the answers must know.
fn keep_ledger(args: &Assess, reading: &Reading) -> Result<(), Failure> {
    let ledger = &reading.ledger;
    if let Some(file) = &args.ledger {
        let text = crate::pretty(ledger)?;
        fs::write(file, text + "\n")
            .map_err(|error| Failure::said(format!("cannot write {file}: {error}")))?;
    }
    let more = if args.ledger.is_some() { "" } else { "; --ledger FILE says which and why" };
    tell(&format!(
        "{} entries read, {} skipped, {} refused{more}",
        ledger.read, ledger.skipped, ledger.refused
    ));
    ledger.notes.iter().for_each(|note| tell(note));
    Ok(())
}
