//! The second part: where guidelines disagree, what to do, treatments, and what all of it rests on.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::answers::section;
use super::write::Html;
use super::{basis, capital};
use crate::{
    Advised, Material, Report, Row, SOURCES_BY, SOURCES_MEAN, Stand, TreatmentLine, TreatmentPositions,
    least_checked, needs_of, rows, turns_on,
};
use ekbom::knowledge::alert::Severity;
use ekbom::knowledge::words;

pub(super) fn write(material: &Material<'_, '_>, report: &Report, html: &mut Html) {
    disagreements(report, html);
    recommendations(material, report, html);
    treatments(material, report, html);
}

/// Notes and sources.
pub(super) fn rest(report: &Report, html: &mut Html) {
    notes(report, html);
    sources(report, html);
}

fn disagreements(report: &Report, html: &mut Html) {
    let treatments = &report.treatments.disagreed;
    if report.disagreements.is_empty() && treatments.is_empty() {
        return;
    }
    section("disagree", "Where guidelines disagree", html, |html| {
        for own in &report.disagreements {
            html.put("h3", "", own.title);
            html.with("ul", &[("class", "sides"), ("role", "list")], |html| {
                for side in &own.sides {
                    html.within("li", "", |html| {
                        html.put("span", "answer", &capital(&side.answer));
                        html.raw("<br>");
                        html.within("span", "by", |html| basis::links(&own.question, &side.guidelines, html));
                    });
                }
            });
        }
        if !treatments.is_empty() {
            html.put("h3", "", "Treatments, if this is restless legs syndrome");
            html.with(
                "div",
                &[("class", "scroll"), ("role", "group"), ("aria-label", "Treatments"), ("tabindex", "0")],
                |html| {
                    html.within("table", "", |html| {
                        html.raw("<thead><tr>");
                        for title in ["Treatment", "Against", "For", "Superseded"] {
                            html.with("th", &[("scope", "col")], |html| html.text(title));
                        }
                        html.raw("</tr></thead>\n<tbody>");
                        treatments.iter().for_each(|line| sides(line, html));
                        html.raw("</tbody>");
                    });
                },
            );
        }
    });
}

/// One treatment of which guidelines disagree, as a row.
fn sides(line: &TreatmentLine, html: &mut Html) {
    let question = format!("treatment.{}", line.treatment);
    let of = |wanted: &dyn Fn(&TreatmentPositions) -> bool| -> Vec<String> {
        line.positions.iter().filter(|own| wanted(own)).map(|own| own.guideline.clone()).collect()
    };
    let against = of(&|own| !own.superseded && own.is_against());
    let standard = line.positions.iter().any(|own| own.standard_use_only && own.is_against());
    html.within("tr", "", |html| {
        html.with("th", &[("scope", "row")], |html| html.text(&capital(&line.short)));
        html.within("td", "", |html| {
            basis::links(&question, &against, html);
            if standard {
                html.text(" (standard use)");
            }
        });
        html.within("td", "", |html| {
            basis::links(&question, &of(&|own| !own.superseded && own.is_for()), html);
        });
        html.within("td", "", |html| {
            let old = of(&|own| own.superseded && (own.is_for() || own.is_against()));
            basis::links(&question, &old, html);
        });
    });
}

fn recommendations(material: &Material<'_, '_>, report: &Report, html: &mut Html) {
    if report.recommendations.is_empty() {
        return;
    }
    section("advice", "Recommendations, first things first", html, |html| {
        html.within("ol", "steps", |html| {
            report.recommendations.iter().for_each(|own| advised(material, own, html));
        });
    });
}

fn advised(material: &Material<'_, '_>, own: &Advised, html: &mut Html) {
    html.within("li", if own.withheld.is_empty() { "" } else { "withheld" }, |html| {
        let against = if own.direction == "against" { "Not: " } else { "" };
        html.within("p", "", |html| {
            if !own.withheld.is_empty() {
                html.put("b", "label", own.withheld_label());
                html.text(" ");
            }
            html.put("strong", "", &format!("{against}{}", own.name));
            html.text(" ");
            html.within("span", "by", |html| {
                for (place, (guideline, grade)) in own.by.iter().enumerate() {
                    if place > 0 {
                        html.text("; ");
                    }
                    let made = &material.assessment.recommendations;
                    let question = made
                        .iter()
                        .find(|made| made.action == own.action && made.guideline == guideline)
                        .map_or("", |made| &made.question);
                    basis::links(question, core::slice::from_ref(guideline), html);
                    if !grade.is_empty() {
                        html.text(&format!(": {grade}"));
                    }
                }
            });
        });
        for (label, items) in [("Why", &own.withheld), ("Because", &own.because), ("Mind", &own.cautions)] {
            if !items.is_empty() {
                html.within("p", "why", |html| {
                    html.put("span", "key", label);
                    html.text(&format!(" {}", items.join("; ")));
                });
            }
        }
    });
}

fn treatments(material: &Material<'_, '_>, report: &Report, html: &mut Html) {
    let own = &report.treatments;
    if own.groups().next().is_none() {
        return;
    }
    section("treatments", "Treatments, if this is restless legs syndrome", html, |html| {
        html.within("dl", "said", |html| {
            for (stand, lines) in own.groups() {
                html.put("dt", "", &capital(stand.title()));
                for row in groups(stand, lines) {
                    html.within("dd", "", |html| group(material, &row, html));
                }
            }
            for (place, (names, text)) in own.mind().into_iter().enumerate() {
                html.put("dt", "", if place == 0 { "Mind" } else { "and" });
                html.within("dd", "mind", |html| {
                    html.put("b", "", &format!("{}:", capital(&names.join(", "))));
                    html.text(&format!(" {text}"));
                });
            }
            if !own.needs.is_empty() {
                html.put("dt", "screen", "Depends on");
                html.put("dd", "screen", &format!("{} (a guideline may be silent).", own.needs.join(", ")));
            }
        });
    });
}

/// The rows of a group. Where a remark holds for all of it there is one row, to be short on paper: what each treatment
/// turns on stands inside.
fn groups(stand: Stand, lines: &[TreatmentLine]) -> Vec<Row<'_>> {
    if stand.remark().is_empty() {
        return rows(stand, lines);
    }
    let why = format!("{}, which {}", stand.remark(), turns_on(&needs_of(lines)));
    alloc::vec![Row { lines: lines.iter().collect(), why }]
}

fn group(material: &Material<'_, '_>, row: &Row<'_>, html: &mut Html) {
    html.within("details", "", |html| {
        html.within("summary", "", |html| {
            html.put("span", "answer", &capital(&row.names()));
            if !row.why.is_empty() {
                html.text(&format!(" ({})", row.why));
            }
        });
        for line in &row.lines {
            let question = format!("treatment.{}", line.treatment);
            html.put("p", "title", &capital(line.name));
            html.within("ul", "plain", |html| {
                for own in &line.positions {
                    let answers: Vec<String> =
                        own.possible.iter().map(|code| words::meaning(&question, code)).collect();
                    let grade =
                        if own.grade.is_empty() { String::new() } else { format!(" ({})", own.grade) };
                    let old = if own.superseded { ", superseded" } else { "" };
                    let name = capital(&words::guideline(&own.guideline));
                    html.put("li", "", &format!("{name}: {}{grade}{old}", words::or(&answers)));
                }
                if !line.needs.is_empty() {
                    html.put("li", "", &format!("Turns on {}.", line.needs.join(", ")));
                }
                for flag in &line.flags {
                    html.put("li", "", flag);
                }
            });
            basis::of(material, &question, line.positions.iter().map(|own| own.guideline.as_str()), html);
        }
    });
}

fn notes(report: &Report, html: &mut Html) {
    let notes: Vec<_> = report.alerts.iter().filter(|alert| alert.severity == Severity::Info).collect();
    if report.computed.is_empty() && report.patient.superseded.is_empty() && notes.is_empty() {
        return;
    }
    section("notes", "Notes", html, |html| {
        html.within("ul", "plain", |html| {
            for own in &report.computed {
                html.put("li", "", &format!("Computed: {} ({}).", own.text, own.how));
            }
            if !report.patient.superseded.is_empty() {
                let old = report.patient.superseded.join(", ");
                html.put("li", "", &format!("Not counted, because there is a newer result: {old}."));
            }
            for alert in notes {
                let about = if alert.about.is_empty() {
                    String::new()
                } else {
                    format!(" ({})", alert.about.join(", "))
                };
                html.put("li", "", &format!("{}{about}", alert.message));
            }
            if !report.claims.is_empty() {
                html.within("li", "screen", |html| {
                    html.within("details", "", |html| {
                        let ids: Vec<&str> = report.claims.iter().map(|own| own.id).collect();
                        let says = format!(
                            "Claims of the founding article that these facts touch: {}",
                            ids.join(", ")
                        );
                        html.put("summary", "", &says);
                        html.within("ul", "plain", |html| {
                            for claim in &report.claims {
                                html.within("li", "", |html| {
                                    html.english(&format!("{}: {}", claim.id, claim.claim))
                                });
                            }
                        });
                    });
                });
            }
        });
    });
}

fn sources(report: &Report, html: &mut Html) {
    section("sources", SOURCES_BY, html, |html| {
        html.put("p", "legend screen", SOURCES_MEAN);
        html.within("dl", "said", |html| {
            for (kind, own) in report.sources_by_verification() {
                html.put("dt", "", &capital(kind.code()));
                html.within("dd", "", |html| {
                    html.within("details", "", |html| {
                        let names: Vec<&str> = own.iter().map(|source| source.name.as_str()).collect();
                        html.within("summary", "", |html| {
                            html.text(&format!("{}: ", capital(least_checked(kind))));
                            html.within("span", "by", |html| html.english(&names.join(", ")));
                        });
                        html.within("ul", "plain", |html| {
                            for source in own {
                                html.within("li", "", |html| {
                                    html.english(&format!("{}: {}", source.name, source.text));
                                });
                            }
                        });
                    });
                });
            }
        });
    });
}
