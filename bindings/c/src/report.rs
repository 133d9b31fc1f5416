//! An assessment as people read it.

use std::mem::MaybeUninit;

use ekbom_report::text::Layout;
use ekbom_report::{Report, ReportError, html};

use crate::assessment::ekbom_assessment;
use crate::call::{Failure, call, need};
use crate::error::ekbom_error;
use crate::language::ekbom_language;
use crate::status::ekbom_status;
use crate::text::ekbom_text;

fn failed(error: ReportError) -> Failure {
    Failure::new(ekbom_status::InvalidArgument, "assessment", "", error.to_string(), Vec::new())
}

/// As an HTML page of its own: nothing is loaded from elsewhere, and it prints.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_assessment_to_html(
    assessment: Option<&ekbom_assessment>,
    html: Option<&mut MaybeUninit<Option<Box<ekbom_text>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    ekbom_assessment_to_html_in(assessment, None, html, error)
}

/// The same in another language; NULL: in English.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_assessment_to_html_in(
    assessment: Option<&ekbom_assessment>,
    language: Option<&ekbom_language>,
    html: Option<&mut MaybeUninit<Option<Box<ekbom_text>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let (own, html) = (need(assessment, "assessment")?, need(html, "html")?);
        let language = ekbom_language::or_english(language);
        let page = html::page_in(own.assessment(), own.knowledge(), &[], &language).map_err(failed)?;
        html.write(Some(Box::new(ekbom_text(page))));
        Ok(())
    })
}

/// As plain text, in lines of at most `width` characters; `all` is false for what a reader needs first and true for
/// every table.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_assessment_to_text(
    assessment: Option<&ekbom_assessment>,
    width: usize,
    all: bool,
    text: Option<&mut MaybeUninit<Option<Box<ekbom_text>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    ekbom_assessment_to_text_in(assessment, None, width, all, text, error)
}

/// The same in another language; NULL: in English.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_assessment_to_text_in(
    assessment: Option<&ekbom_assessment>,
    language: Option<&ekbom_language>,
    width: usize,
    all: bool,
    text: Option<&mut MaybeUninit<Option<Box<ekbom_text>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let (own, text) = (need(assessment, "assessment")?, need(text, "text")?);
        let report = Report::of(own.assessment(), own.knowledge()).map_err(failed)?;
        let said = report.to_text_in(Layout { width, all }, &ekbom_language::or_english(language));
        text.write(Some(Box::new(ekbom_text(said))));
        Ok(())
    })
}

/// As a few lines of plain text, for a note in a record.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_assessment_to_note(
    assessment: Option<&ekbom_assessment>,
    note: Option<&mut MaybeUninit<Option<Box<ekbom_text>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    ekbom_assessment_to_note_in(assessment, None, note, error)
}

/// The same in another language; NULL: in English.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_assessment_to_note_in(
    assessment: Option<&ekbom_assessment>,
    language: Option<&ekbom_language>,
    note: Option<&mut MaybeUninit<Option<Box<ekbom_text>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let (own, note) = (need(assessment, "assessment")?, need(note, "note")?);
        let report = Report::of(own.assessment(), own.knowledge()).map_err(failed)?;
        note.write(Some(Box::new(ekbom_text(report.brief_in(&ekbom_language::or_english(language))))));
        Ok(())
    })
}
