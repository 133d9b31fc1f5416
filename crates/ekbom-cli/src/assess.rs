//! `ekbom assess`

mod fhir;

use ekbom::assess::intake::{Policy, Uncertainty};
use ekbom::assess::{Assessment, CriticalResult, assess_with, critical_of_refused, trace};
use ekbom::assess::{Assume, UnknownAssumption};
use ekbom::fact::Fact;
use ekbom::knowledge::assumption::ASSUMPTIONS;
use ekbom::patient::{self, PatientBuilder, PatientError, PatientErrors};
use ekbom::{Guideline, Knowledge, Patient};
use ekbom_fhir::{AnswerOptions, answer, refused};
use ekbom_report::text::{Layout, Page, Style, trace_lines};
use ekbom_report::{Language, Report, html};
use serde::Serialize;

use crate::args::{Assess, AssessFormat, Lang, OnRefusal};
use crate::diff::read as read_rules;
use crate::failure::Failure;
use crate::input::{Input, open};
use crate::screen::Screen;

/// Assesses every patient; says whether one was refused.
pub(crate) fn run(args: &Assess, screen: &mut Screen) -> Result<bool, Failure> {
    if !(args.stale_after >= 0.0 && args.stale_after.is_finite()) {
        return Err(Failure::said("--stale-after takes a number of days"));
    }
    if args.rules.as_deref() == Some("-") && args.file == "-" {
        return Err(Failure::said("standard input cannot hold both the rules and the patients"));
    }
    let knowledge = knowledge_of(args.rules.as_deref(), &args.limit)?;
    if let Some(report) = &args.paste {
        return crate::paste::run(&knowledge, args, report, screen);
    }
    if args.fhir {
        return fhir::record(&knowledge, args, screen);
    }
    patients(&knowledge, args, open(&args.file)?, screen)
}

/// The knowledge that was asked for: built in or from a file, with limits changed by name.
pub(crate) fn knowledge_of(rules: Option<&str>, said: &[String]) -> Result<Knowledge, Failure> {
    let knowledge = match rules {
        None => Knowledge::builtin(),
        Some(file) => {
            read_rules(file)?.compile().map_err(|error| Failure::said(format!("{file}: {error}")))?
        }
    };
    limits(&knowledge, said)
}

/// The knowledge with limits changed by name.
fn limits(knowledge: &Knowledge, said: &[String]) -> Result<Knowledge, Failure> {
    let mut made = knowledge.to_builder();
    for said in said {
        let wrong = || Failure::said(format!("--limit takes RULE=VALUE, not `{said}`"));
        let (rule, value) = said.split_once('=').ok_or_else(wrong)?;
        let value: f64 = value.trim().parse().map_err(|_| wrong())?;
        let named = rule.rsplit_once('/').filter(|(rule, _)| rule.matches('/').count() == 2);
        made = match named {
            Some((rule, id)) => {
                let ids = Fact::ALL.iter().map(|fact| fact.id());
                let fact = Fact::from_id(id).ok_or_else(|| Failure::unknown("fact", id, ids))?;
                made.with_limit(rule, fact, value)
            }
            None => made.with_only_limit(rule, value),
        };
    }
    made.build().map_err(|error| Failure::said(error.to_string()))
}

/// The same for patients at hand.
pub(crate) fn patients(
    knowledge: &Knowledge,
    args: &Assess,
    input: Input,
    screen: &mut Screen,
) -> Result<bool, Failure> {
    if args.format == Some(AssessFormat::Html) && !matches!(input, Input::One(_)) {
        return Err(Failure::said("an HTML page is of one patient: give one, or take --format json"));
    }
    let mut desk = Desk::open(knowledge, args, screen)?;
    match input {
        Input::One(text) => {
            let format = args.format.unwrap_or(AssessFormat::Text);
            desk.patient(&text, format, "\n")?;
        }
        Input::Array(patients) => desk.array(&patients)?,
        Input::Lines(mut lines) => {
            while let Some(line) = lines.next()? {
                desk.one_of_many(&line, args.format.unwrap_or(AssessFormat::Json), "\n")?;
            }
        }
    }
    Ok(desk.refused)
}

fn assume(asked: &str) -> Result<Assume, Failure> {
    asked.parse().map_err(|UnknownAssumption { id }| {
        let words = ["usual", "none"].into_iter().chain(ASSUMPTIONS.iter().map(|own| own.id));
        Failure::unknown("assumption", &id, words)
    })
}

/// A refused patient: the faults, and what is critical all the same.
#[derive(Serialize)]
struct Refusal<'a> {
    errors: &'a [PatientError],
    critical: &'a [CriticalResult],
}

/// Where patients are assessed one after the other.
struct Desk<'a> {
    knowledge: &'a Knowledge,
    args: &'a Assess,
    guidelines: Vec<Guideline>,
    language: Language,
    policy: Policy,
    screen: &'a mut Screen,
    refused: bool,
    count: usize,
}

impl<'a> Desk<'a> {
    fn open(knowledge: &'a Knowledge, args: &'a Assess, screen: &'a mut Screen) -> Result<Self, Failure> {
        let mut guidelines: Vec<Guideline> = Vec::new();
        for wanted in &args.guideline {
            let Ok(known) = knowledge.guideline(wanted) else {
                let mut ids: Vec<&str> =
                    knowledge.tables().iter().map(|table| table.guideline.id.as_ref()).collect();
                ids.sort_unstable();
                ids.dedup();
                return Err(Failure::unknown("guideline", wanted, ids.into_iter()));
            };
            guidelines.push(known);
        }
        let uncertainty = if args.uncertainty { Uncertainty::Variation } else { Uncertainty::AsReported };
        let assume = assume(&args.assume)?;
        let policy = Policy::default()
            .with_stale_after_days(args.stale_after)
            .with_uncertainty(uncertainty)
            .with_assume(assume);
        let language = match args.lang {
            Lang::En => Language::english(),
            Lang::De => Language::german(),
        };
        Ok(Self { knowledge, args, guidelines, language, policy, screen, refused: false, count: 0 })
    }

    fn array(&mut self, patients: &[Box<serde_json::value::RawValue>]) -> Result<(), Failure> {
        let format = self.args.format.unwrap_or(AssessFormat::Json);
        if format.is_json() {
            self.screen.raw("[")?;
        }
        for (place, patient) in patients.iter().enumerate() {
            if format.is_json() {
                self.screen.raw(if place == 0 { "\n" } else { ",\n" })?;
            }
            self.one_of_many(patient.get().as_bytes(), format, "")?;
        }
        if format.is_json() {
            self.screen.raw(if patients.is_empty() { "]\n" } else { "\n]\n" })?;
        }
        Ok(())
    }

    fn one_of_many(&mut self, text: &[u8], format: AssessFormat, end: &str) -> Result<(), Failure> {
        self.title(format)?;
        self.patient(text, format, end)
    }

    fn title(&mut self, format: AssessFormat) -> Result<(), Failure> {
        self.count += 1;
        if format == AssessFormat::Text {
            let mut page = Page::new(self.screen.width());
            let title = format!("==== patient {} ====", self.count);
            page.paragraph(0, "", 0, &[(Style::Heading, &title)]);
            let gap = if self.count > 1 { "\n" } else { "" };
            self.screen.raw(gap)?;
            self.screen.lines(&page.into_lines())?;
        }
        Ok(())
    }

    fn read(&self, text: &[u8]) -> Result<Patient, PatientErrors> {
        let policy = match self.args.on_refusal {
            None => return Patient::from_json_bytes(text),
            Some(OnRefusal::Refuse) => patient::OnRefusal::Refuse,
            Some(OnRefusal::SetAside) => patient::OnRefusal::SetAside,
        };
        match std::str::from_utf8(text) {
            Ok(text) => PatientBuilder::from_json(text)?.on_refusal(policy).build(),
            // What is wrong with the bytes is said there.
            Err(_) => Patient::from_json_bytes(text),
        }
    }

    fn patient(&mut self, text: &[u8], format: AssessFormat, end: &str) -> Result<(), Failure> {
        let patient = match self.read(text) {
            Ok(patient) => patient,
            Err(errors) => {
                let critical = critical_of_refused(self.knowledge, text);
                return self.refuse(&errors, &critical, format, end);
            }
        };
        let mut assessment = assess_with(self.knowledge, &patient, &self.policy);
        if self.args.trace {
            assessment.trace = Some(trace(self.knowledge, &patient, &self.policy));
        }
        match format {
            AssessFormat::Json => {
                self.keep(&mut assessment)?;
                self.screen.raw(&assessment.to_json())?;
                self.screen.raw(end)?;
            }
            AssessFormat::Text => self.report(assessment)?,
            AssessFormat::Fhir => {
                self.keep(&mut assessment)?;
                let made = answer(&assessment, self.knowledge, &AnswerOptions::default());
                let made = made.map_err(|error| Failure::said(error.to_string()))?;
                self.screen.raw(&made.to_string())?;
                self.screen.raw(end)?;
            }
            AssessFormat::Html => {
                let page = html::page_in(&assessment, self.knowledge, &self.guidelines, &self.language);
                self.screen.raw(&page.map_err(|error| Failure::said(error.to_string()))?)?;
            }
        }
        Ok(())
    }

    /// Leaves out the guidelines that were not asked for.
    fn keep(&self, assessment: &mut Assessment) -> Result<(), Failure> {
        if self.guidelines.is_empty() {
            return Ok(());
        }
        let kept = assessment.keep_guidelines(self.knowledge, &self.guidelines);
        kept.map_err(|error| Failure::said(error.to_string()))
    }

    fn report(&mut self, mut assessment: Assessment) -> Result<(), Failure> {
        let layout = Layout { width: self.screen.width(), all: self.args.all };
        let report = Report::of_guidelines(&assessment, self.knowledge, &self.guidelines);
        let report = report.map_err(|error| Failure::said(error.to_string()))?;
        if self.args.brief {
            self.screen.raw(&report.brief_in(&self.language))?;
            return Ok(());
        }
        self.screen.lines(&report.lines_in(layout, &self.language))?;
        self.keep(&mut assessment)?;
        if let Some(mut tables) = assessment.trace {
            if !self.args.all {
                tables.retain(|table| !table.question.starts_with("treatment."));
            }
            self.screen.raw("\n")?;
            self.screen.lines(&trace_lines(&tables, self.screen.width()))?;
        }
        Ok(())
    }

    /// Nothing is answered, but a critical result is not lost.
    fn refuse(
        &mut self,
        errors: &PatientErrors,
        critical: &[CriticalResult],
        format: AssessFormat,
        end: &str,
    ) -> Result<(), Failure> {
        self.refused = true;
        match format {
            AssessFormat::Json => {
                let refusal = Refusal { errors: errors.errors(), critical };
                let json =
                    serde_json::to_string(&refusal).map_err(|error| Failure::said(error.to_string()))?;
                self.screen.raw(&json)?;
                self.screen.raw(end)?;
            }
            AssessFormat::Fhir => {
                self.screen.raw(&refused(errors, critical).to_string())?;
                self.screen.raw(end)?;
            }
            AssessFormat::Html => self.screen.raw(&html::refused_in(errors, critical, &self.language))?,
            AssessFormat::Text => {
                let mut page = Page::in_language(self.screen.width(), &self.language);
                let count = errors.errors().len();
                let noun = if count == 1 { "fault" } else { "faults" };
                let title = format!("REFUSED: {count} {noun}. Nothing was assessed.");
                page.paragraph(0, "", 0, &[(Style::Urgent, &title)]);
                for own in critical {
                    page.paragraph(2, "", 0, &[(Style::Urgent, "CRITICAL "), (Style::Plain, &own.says)]);
                }
                for error in errors.errors() {
                    let place = if error.field().is_empty() { "the whole" } else { error.field() };
                    let value = match error.value() {
                        "" => String::new(),
                        value => format!(" `{value}`"),
                    };
                    page.paragraph(
                        2,
                        "",
                        0,
                        &[
                            (Style::Heading, place),
                            (Style::Plain, &value),
                            (Style::Plain, ": "),
                            (Style::Plain, &format!(" {}", error.message())),
                        ],
                    );
                    if !error.accepted().is_empty() {
                        let accepted = error.accepted().join(", ");
                        page.labelled(4, Style::Dim, "accepted", 10, &[(Style::Answer, &accepted)]);
                    }
                }
                self.screen.lines(&page.into_lines())?;
            }
        }
        Ok(())
    }
}
