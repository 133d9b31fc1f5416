//! A report as one HTML file: for a screen of any width, for paper (two pages), and for those who listen to it.
//!
//! Nothing is loaded from elsewhere and nothing runs in it. It says what the text report says, and shows besides each
//! laboratory value against the limits of each guideline; every answer opens to its rules, what they saw, and their
//! sources.

mod advice;
mod answers;
mod basis;
mod draw;
mod first;
mod scale;
mod strip;
mod write;

use alloc::format;
use alloc::string::String;

use super::{Language, Material, Report, ReportError};
use ekbom::assess::{Assessment, CriticalResult};
use ekbom::knowledge::Knowledge;
use ekbom::knowledge::code::Guideline;
use ekbom::patient::PatientErrors;
use write::Html;

/// The style of the page. Its colours are variables, of which there is a light, a dark and a printed set.
pub const STYLE: &str = include_str!("style.css");

/// The report on an assessment as an HTML page. `guidelines` restricts whose answers are shown, as in
/// [`Report::of_guidelines`].
///
/// ```
/// use ekbom::{Knowledge, Patient, assess};
/// use ekbom_report::html;
/// let knowledge = Knowledge::builtin();
/// let patient = Patient::from_json(r#"{"labs": [{"analyte": "ferritin", "value": 38, "unit": "ng/mL"}]}"#)?;
/// let page = html::page(&assess(&knowledge, &patient), &knowledge, &[])?;
/// assert!(page.starts_with("<!DOCTYPE html>") && page.contains("38 ng/mL"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// As [`Report::of_guidelines`].
pub fn page(
    assessment: &Assessment,
    knowledge: &Knowledge,
    guidelines: &[Guideline],
) -> Result<String, ReportError> {
    page_in(assessment, knowledge, guidelines, &Language::english())
}

/// The same in another language.
///
/// # Errors
/// As [`Report::of_guidelines`].
pub fn page_in(
    assessment: &Assessment,
    knowledge: &Knowledge,
    guidelines: &[Guideline],
    language: &Language,
) -> Result<String, ReportError> {
    let mut html = Html::default().in_language(language);
    write(&Material::new(assessment, knowledge, guidelines)?, &mut html);
    Ok(whole("Restless legs: nutritional work-up", &html.into_text(), language))
}

/// The same without the page around it, for a notebook that shows HTML. Its style applies within it only, and its anchors
/// begin with `name`, so that reports of several names can stand on one page.
///
/// ```
/// use ekbom::{Knowledge, Patient, assess};
/// use ekbom_report::html;
/// let knowledge = Knowledge::builtin();
/// let patient = Patient::from_json(r#"{"labs": []}"#)?;
/// let part = html::fragment(&assess(&knowledge, &patient), &knowledge, &[], "first")?;
/// assert!(part.starts_with("<div class=\"ekbom\"") && !part.contains("<body"));
/// assert!(part.contains("id=\"first-h-") && !part.contains("id=\"h-"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// As [`Report::of_guidelines`].
pub fn fragment(
    assessment: &Assessment,
    knowledge: &Knowledge,
    guidelines: &[Guideline],
    name: &str,
) -> Result<String, ReportError> {
    fragment_in(assessment, knowledge, guidelines, name, &Language::english())
}

/// The same in another language.
///
/// # Errors
/// As [`Report::of_guidelines`].
pub fn fragment_in(
    assessment: &Assessment,
    knowledge: &Knowledge,
    guidelines: &[Guideline],
    name: &str,
    language: &Language,
) -> Result<String, ReportError> {
    let mut html = Html::part(name).in_language(language);
    write(&Material::new(assessment, knowledge, guidelines)?, &mut html);
    Ok(html.into_text())
}

fn write(material: &Material<'_, '_>, html: &mut Html) {
    let report = Report::made(material);
    styled(html, |html| {
        html.body(|html| {
            answers::write(material, &report, html);
        });
        html.with("footer", &[], |html| html.put("p", "", report.disclaimer));
    });
}

fn styled(html: &mut Html, content: impl FnOnce(&mut Html)) {
    let language = html.language().clone();
    html.with("div", &[("class", "ekbom"), ("lang", language.code())], |html| {
        html.raw("<style>");
        html.raw(STYLE);
        html.raw("</style>\n");
        content(html);
    });
}

/// A page that says why a patient was refused.
///
/// ```
/// use ekbom::Patient;
/// use ekbom_report::html;
/// let errors = Patient::from_json(r#"{"labs": [{"analyte": "ferritin", "value": 38}]}"#).unwrap_err();
/// assert!(html::refused(&errors, &[]).contains("Refused: nothing was assessed"));
/// ```
pub fn refused(errors: &PatientErrors, critical: &[CriticalResult]) -> String {
    refused_in(errors, critical, &Language::english())
}

/// The same in another language.
pub fn refused_in(errors: &PatientErrors, critical: &[CriticalResult], language: &Language) -> String {
    let mut html = Html::default().in_language(language);
    styled(&mut html, |html| {
        html.body(|html| {
            html.put("h1", "", "Refused: nothing was assessed");
            for own in critical {
                html.put("p", "", &format!("Critical: {}.", own.says));
            }
            html.within("ul", "plain", |html| {
                for error in errors.errors() {
                    html.within("li", "", |html| {
                        let field = if error.field().is_empty() { "the whole" } else { error.field() };
                        html.put("code", "", field);
                        if !error.value().is_empty() {
                            html.text(" ");
                            html.put("code", "", error.value());
                        }
                        html.text(&format!(": {}", error.message()));
                        if !error.accepted().is_empty() {
                            html.text(&format!(" Accepted: {}.", error.accepted().join(", ")));
                        }
                    });
                }
            });
        });
    });
    whole("Refused: nothing was assessed", &html.into_text(), language)
}

fn whole(title: &str, body: &str, language: &Language) -> String {
    let (code, title) = (language.code(), language.say(title));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title}</title>\n<style>html{{color-scheme:light dark}}body{{margin:0}}</style>\n\
         </head>\n<body>\n{body}</body>\n</html>\n"
    )
}

/// With a capital at the beginning.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        // `eGFR` is written so.
        (Some(first), Some(second)) if second.is_uppercase() => format!("{first}{}", letters.as_str()),
        (Some(first), _) => format!("{}{}", first.to_uppercase(), letters.as_str()),
        _ => String::new(),
    }
}
