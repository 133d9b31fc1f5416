//! The first screen as HTML: by ear, too, the acts come first.

use alloc::format;
use alloc::string::String;

use super::answers::section;
use super::write::Html;
use crate::first::NEXT;
use crate::{ActLine, Report};
use ekbom::knowledge::act::ActKind;
use ekbom::knowledge::words;

pub(super) fn write(report: &Report, html: &mut Html) {
    if !report.set_aside.is_empty() {
        section("aside", "Set aside: not accepted, and nothing is answered by it", html, |html| {
            html.with("ul", &[("class", "notices"), ("role", "list")], |html| {
                for own in &report.set_aside {
                    html.within("li", "urgent", |html| html.put("span", "", own));
                }
            });
        });
    }
    section("now", "What to do", html, |html| {
        if report.first.acts.is_empty() {
            html.put("p", "", report.without_act());
            return;
        }
        html.with("ul", &[("class", "notices"), ("role", "list")], |html| {
            report.first.acts.iter().for_each(|act| one(act, html));
        });
    });
    section("because", "Because", html, |html| {
        html.within("dl", "said", |html| {
            for own in &report.first.because {
                html.put("dt", "", own.name);
                html.within("dd", "", |html| {
                    html.text(&own.says);
                    if !own.assuming.is_empty() {
                        html.text(&format!(
                            ". Assuming {}; without that, more is open.",
                            own.assuming.join(", ")
                        ));
                    }
                });
            }
        });
    });
    let next = [("Ask", &report.first.ask), ("Measure", &report.first.measure)];
    if next.iter().all(|(_, items)| items.is_empty()) {
        return;
    }
    section("next", "Ask and measure next", html, |html| {
        html.within("dl", "said", |html| {
            for (label, items) in next.into_iter().filter(|(_, items)| !items.is_empty()) {
                html.put("dt", "", label);
                html.put("dd", "", &items.get(..NEXT).unwrap_or(items).join("; "));
            }
        });
    });
}

fn one(act: &ActLine, html: &mut Html) {
    let (class, label) = match act.kind {
        ActKind::ActOnResult => ("urgent", "Result"),
        ActKind::TreatNow => ("urgent", "Treat now"),
        ActKind::Stop => ("stop", "Stop"),
        ActKind::Precaution => ("urgent", "Danger"),
        ActKind::Review => ("caution", "Review"),
        ActKind::Treat => ("act", "Treat"),
        ActKind::Refer => ("act", "Refer"),
        ActKind::Ask => ("act", "Ask"),
        ActKind::Test => ("act", "Measure"),
        ActKind::Mind => ("caution", "Mind"),
    };
    html.within("li", class, |html| {
        html.put("b", "label", label);
        html.within("span", "", |html| {
            html.put("strong", "", &act.text);
            if !act.by.is_empty() {
                html.text(&format!(" ({})", words::guidelines(act.by.iter().map(String::as_str))));
            }
            if !act.because.is_empty() && act.act.starts_with("review:") {
                // What is known of a medicine is long, and the text says what it does.
                html.within("details", "", |html| {
                    html.put("summary", "", "What is known of it");
                    html.english(&format!("{}.", act.because.join("; ")));
                });
            } else if !act.because.is_empty() {
                html.text(&format!(" Because: {}.", act.because.join("; ")));
            }
            if !act.assuming.is_empty() {
                html.text(&format!(" Assuming {}.", act.assuming.join(", ")));
            }
            if !act.first.is_empty() {
                let more =
                    if act.more_first > 0 { format!(", and {} more", act.more_first) } else { String::new() };
                html.text(&format!(" Before that: {}{more}.", act.first.join(", ")));
            }
        });
    });
}
