//! The first part: the patient, what must not be missed, values against limits, what is decided, and what is open.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::write::Html;
use super::{advice, basis, capital, draw, strip};
use crate::{Material, Open, Report};
use ekbom::knowledge::alert::Severity;
use ekbom::knowledge::precaution::Severity as Precaution;
use ekbom::knowledge::words;
use ekbom::source::Verification;

/// So many facts of a group are asked for by name; the rest are counted.
const ASKED_BY_NAME: usize = 8;

/// So many missing tests are drawn.
const TESTS_DRAWN: usize = 2;

pub(super) fn write(material: &Material<'_, '_>, report: &Report, html: &mut Html) {
    header(report, html);
    super::first::write(report, html);
    first(report, html);
    precautions(report, html);
    let (known, missing) = strip::strips(material);
    values(&known, html);
    advice::write(material, report, html);
    // All the rest, complete, for who opens it: paper holds what stands before it.
    html.within("details", "rest", |html| {
        html.put("summary", "", "All the rest: every answer with its rules, what is open, notes, sources");
        decided(material, report, html);
        open(material, report, &missing, html);
        advice::rest(report, html);
    });
}

/// A section with its heading.
pub(super) fn section(name: &'static str, title: &str, html: &mut Html, content: impl FnOnce(&mut Html)) {
    let heading = html.anchor(&format!("h-{name}"));
    html.with("section", &[("class", name), ("aria-labelledby", &heading)], |html| {
        html.with("h2", &[("id", &heading)], |html| html.text(title));
        content(html);
    });
}

fn header(report: &Report, html: &mut Html) {
    let patient = &report.patient;
    html.raw("<header>\n");
    html.within("p", "kind", |html| {
        html.text(&format!("Restless legs: nutritional work-up · ekbom knowledge {}", report.knowledge));
    });
    html.put("h1", "", &patient.person);
    html.within("dl", "said", |html| {
        for (label, items) in
            [("Results", &patient.results), ("Stated", &patient.stated), ("Medicines", &patient.medicines)]
        {
            if !items.is_empty() {
                html.put("dt", "", label);
                html.put("dd", "", &items.join(", "));
            }
        }
        html.put("dt", "", "Read as");
        let complete = if patient.complete.is_empty() {
            "What is not stated is unknown, neither normal nor absent.".to_string()
        } else {
            let groups = capital(&patient.complete.join(", "));
            format!("{groups} declared complete: what is not stated there is absent. All else is unknown.")
        };
        html.put("dd", "", &complete);
    });
    html.raw("</header>\n");
}

fn first(report: &Report, html: &mut Html) {
    let pressing = report.alerts.iter().filter(|alert| alert.severity != Severity::Info);
    // What must not be done has said so already.
    let pressing: Vec<_> =
        pressing.filter(|alert| report.must_not.is_empty() || alert.code != "iron_withheld").collect();
    if report.must_not.is_empty() && pressing.is_empty() {
        return;
    }
    section("first", "Warnings", html, |html| {
        html.with("ul", &[("class", "notices"), ("role", "list")], |html| {
            for own in &report.must_not {
                html.within("li", "stop", |html| {
                    html.put("b", "label", "Stop");
                    html.within("span", "", |html| {
                        html.put("strong", "", &own.text);
                        if !own.because.is_empty() {
                            html.text(&format!(" Because: {}.", own.because.join("; ")));
                        }
                    });
                });
            }
            for alert in pressing {
                let urgent = alert.severity == Severity::Urgent;
                html.within("li", if urgent { "urgent" } else { "caution" }, |html| {
                    html.put("b", "label", if urgent { "Urgent" } else { "Caution" });
                    html.within("span", "", |html| {
                        html.text(&alert.message);
                        if !alert.about.is_empty() {
                            html.text(&format!(" ({})", alert.about.join(", ")));
                        }
                    });
                });
            }
        });
    });
}

fn precautions(report: &Report, html: &mut Html) {
    if report.precautions.is_empty() {
        return;
    }
    section("precautions", "Precautions with medicines", html, |html| {
        html.with("ul", &[("class", "notices"), ("role", "list")], |html| {
            for own in &report.precautions {
                let class = match (own.certain, own.severity) {
                    (true, Precaution::Urgent) => "urgent",
                    (true, Precaution::Stop) => "stop",
                    _ => "caution",
                };
                html.within("li", class, |html| {
                    html.put("b", "label", &capital(&own.label().to_lowercase()));
                    html.within("span", "", |html| {
                        if let Some(subject) = own.subject() {
                            html.put("strong", "", &capital(&subject));
                            html.text(": ");
                        }
                        if own.certain {
                            html.text(&own.says);
                            if !own.because.is_empty() {
                                html.text(&format!(" Because: {}.", own.because.join("; ")));
                            }
                        } else {
                            html.text(&format!("it depends on {}.", own.missing.join(", ")));
                        }
                    });
                });
            }
        });
    });
}

fn values(known: &[strip::Strip], html: &mut Html) {
    let (drawn, plain): (Vec<&strip::Strip>, Vec<&strip::Strip>) =
        known.iter().partition(|strip| !strip.rows.is_empty());
    if known.is_empty() {
        return;
    }
    section("values", "Results against each guideline's limits", html, |html| {
        html.put(
            "p",
            "legend",
            "The mark is the result; each field says what a result there would mean for this patient, all else as it \
             is. Order, not distance, is to scale.",
        );
        html.within("div", "labs", |html| drawn.iter().for_each(|own| draw::strip(own, html)));
        if !plain.is_empty() {
            let names: Vec<String> =
                plain.iter().map(|own| format!("{} {}", own.fact.info().label, own.value)).collect();
            html.put("p", "legend", &format!("No answer turns on: {}.", names.join(", ")));
        }
    });
}

fn decided(material: &Material<'_, '_>, report: &Report, html: &mut Html) {
    section("decided", "Decided", html, |html| {
        if report.decided.is_empty() {
            html.put("p", "", "Nothing yet.");
        }
        html.within("dl", "questions", |html| {
            for own in &report.decided {
                html.put("dt", "", own.title);
                for answer in &own.answers {
                    html.within("dd", "", |html| {
                        html.within("details", "", |html| {
                            html.within("summary", "", |html| {
                                html.put("span", "answer", &capital(&answer.answer));
                                html.text(" ");
                                let names = words::guidelines(answer.guidelines.iter().map(String::as_str));
                                html.put("span", "by", &names);
                                if answer.verification == Verification::Unverified {
                                    html.text(" ");
                                    html.put("span", "weak", "unverified");
                                }
                            });
                            let guidelines = answer.guidelines.iter().map(String::as_str);
                            basis::of(material, &own.question, guidelines, html);
                        });
                        for flag in &answer.flags {
                            html.within("p", "flag", |html| {
                                html.put("b", "", "Mind:");
                                html.text(" ");
                                html.text(flag);
                            });
                        }
                    });
                }
            }
        });
        if !report.silent.is_empty() {
            let silent: Vec<String> = report
                .silent
                .iter()
                .map(|own| {
                    let names = words::guidelines(own.guidelines.iter().map(String::as_str));
                    format!("{}: {names}", words::subject(&own.question))
                })
                .collect();
            html.within("details", "", |html| {
                html.put(
                    "summary",
                    "legend",
                    &format!("Without a statement on this person: {}.", silent.join("; ")),
                );
                for own in &report.silent {
                    basis::of(material, &own.question, own.guidelines.iter().map(String::as_str), html);
                }
            });
        }
    });
}

fn open(material: &Material<'_, '_>, report: &Report, missing: &[strip::Strip], html: &mut Html) {
    if report.open.is_empty() && report.tests.is_empty() && report.work_up.is_empty() {
        return;
    }
    section("open", "Open, and what one more test would decide", html, |html| {
        tests(report, html);
        // Those first that the list of tests names first.
        let mut drawn: Vec<&strip::Strip> = missing.iter().collect();
        drawn.sort_by_key(|own| report.tests.iter().position(|test| test.test == own.fact.id()));
        if !drawn.is_empty() {
            html.within("div", "labs", |html| {
                drawn.into_iter().take(TESTS_DRAWN).for_each(|own| draw::strip(own, html));
            });
        }
        html.within("dl", "questions", |html| {
            for own in &report.open {
                still_open(material, own, html);
            }
        });
    });
}

fn tests(report: &Report, html: &mut Html) {
    html.within("dl", "said", |html| {
        for (place, test) in report.tests.iter().enumerate() {
            if place == 0 {
                html.put("dt", "", "Test next");
            } else if place == 1 {
                html.put("dt", "", "Then");
                html.raw("<dd>");
            } else {
                html.text("; ");
            }
            let how = if test.instructions.is_empty() {
                String::new()
            } else {
                format!(" ({})", test.instructions.join(", "))
            };
            let narrows = format!("{how}: narrows {}", test.could_change.join(", "));
            if place == 0 {
                html.within("dd", "", |html| {
                    html.put("strong", "", &capital(&test.name));
                    html.text(&format!("{narrows}."));
                });
            } else {
                html.text(&format!("{}{how}: narrows {}", test.name, test.could_change.join(", ")));
            }
        }
        if report.tests.len() > 1 {
            html.raw(".</dd>\n");
        }
        if !report.work_up.is_empty() {
            html.put("dt", "", "Work-up");
        }
        for (tests, note) in report.work_up.notes() {
            html.put("dd", "", &format!("{} ({note}).", capital(&tests.join(", "))));
        }
        for ask in &report.ask {
            html.put("dt", "", &format!("Ask: {}", ask.group));
            html.within("dd", "", |html| {
                let (named, rest) = ask.facts.split_at(ask.facts.len().min(ASKED_BY_NAME));
                html.text(&capital(&named.join(", ")));
                if rest.is_empty() {
                    html.text(".");
                } else {
                    html.within("details", "more", |html| {
                        html.put("summary", "", &format!("and {} more", rest.len()));
                        html.text(&format!("{}.", rest.join(", ")));
                    });
                }
            });
        }
    });
}

fn still_open(material: &Material<'_, '_>, own: &Open, html: &mut Html) {
    html.put("dt", "", own.title);
    for left in &own.left {
        html.within("dd", "", |html| {
            html.within("details", "", |html| {
                html.within("summary", "", |html| {
                    let mut answers = left.answers.clone();
                    if answers.is_empty() {
                        answers.push("every answer is possible".to_string());
                    }
                    if left.or_silent {
                        answers.push("no statement".to_string());
                    }
                    html.put("span", "answer", &capital(&words::or(&answers)));
                    html.text(" ");
                    let names = words::guidelines(left.guidelines.iter().map(String::as_str));
                    html.put("span", "by", &names);
                });
                basis::of(material, &own.question, left.guidelines.iter().map(String::as_str), html);
            });
        });
    }
    let test = own.test.as_deref().map(words::test).unwrap_or_default();
    let what = match (own.test.as_deref(), own.test_decides, own.needs.as_slice()) {
        (Some(_), true, _) => format!("{} would settle it.", capital(&test)),
        (None, _, [only]) => format!("To ask, and it is settled: {only}."),
        (Some(_), false, _) => format!("Measure {test} first."),
        (None, ..) => String::new(),
    };
    let all_said = own.test_decides || (own.test.is_none() && own.needs.len() == 1);
    html.within("dd", "settle", |html| {
        html.text(&what);
        if !all_said {
            html.put("span", "screen", &format!(" Depends on {}.", own.needs.join(", ")));
        }
    });
}
