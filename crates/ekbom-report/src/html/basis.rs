//! What an answer rests on: the rules of its table in order, each condition with what it saw, and the sources.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::capital;
use super::write::Html;
use crate::Material;
use ekbom::assess::Position;
use ekbom::knowledge::words;
use ekbom::logic::explain::{TraceNode, trace};
use ekbom::logic::table::{Rule, RuleCite, Table};
use ekbom::source::{Verification, find};

/// The name of the place where a position's basis stands.
pub(super) fn anchor(question: &str, guideline: &str) -> String {
    format!("{question}-{guideline}").replace('.', "-")
}

/// How far something was checked, in words.
pub(super) const fn meaning(verification: Verification) -> &'static str {
    match verification {
        Verification::Original => "read in the original",
        Verification::Secondary => "read in another's account of it",
        Verification::Derived => "in part our own reading or computation",
        Verification::Unverified => "could not be checked in part",
    }
}

/// The bases of several guidelines' answers to a question.
pub(super) fn of<'g>(
    material: &Material<'_, '_>,
    question: &str,
    guidelines: impl Iterator<Item = &'g str>,
    html: &mut Html,
) {
    html.within("div", "basis", |html| {
        for guideline in guidelines {
            let mut positions = material.assessment.positions.iter();
            let position = positions.find(|own| own.question == question && own.guideline == guideline);
            let table = material.knowledge.table(question, guideline);
            if let (Some(position), Some(table)) = (position, table) {
                one(material, position, table, html);
            }
        }
    });
}

fn one(material: &Material<'_, '_>, position: &Position, table: &Table, html: &mut Html) {
    let id = html.anchor(&anchor(&position.question, &position.guideline));
    html.with("div", &[("class", "table"), ("id", &id)], |html| {
        html.within("p", "title", |html| html.english(&table.guideline.title));
        let is_possible = |rule: &Rule| position.rules.contains(&rule.id);
        let last = table.rules.iter().rposition(is_possible).unwrap_or_default();
        html.within("ol", "rules", |html| {
            for rule in table.rules.iter().take(last + 1) {
                entry(material, table, rule, is_possible(rule), position.rules.len() == 1, html);
            }
        });
        let rest = table.rules.len() - last - 1;
        if rest > 0 {
            let rules = if rest == 1 { "1 rule" } else { "rules" };
            let text = if rest == 1 { rules.to_string() } else { format!("{rest} {rules}") };
            html.put("p", "remark", &format!("{text} after these cannot apply."));
        }
    });
}

fn entry(
    material: &Material<'_, '_>,
    table: &Table,
    rule: &Rule,
    possible: bool,
    only: bool,
    html: &mut Html,
) {
    let (word, class) = match (possible, only) {
        (true, true) => ("applies", "applies"),
        (true, false) => ("may apply", "may"),
        (false, _) => ("does not apply", "not"),
    };
    html.within("li", class, |html| {
        let name = rule.id.rsplit('/').next().unwrap_or(&rule.id);
        let codes = table.question.codes(rule.answers);
        let answers: Vec<String> = codes.map(|code| words::meaning(table.question.id, code)).collect();
        html.within("p", "rule", |html| {
            html.put("b", "", word);
            html.text(&format!(": {} ", words::or(&answers)));
            html.within("code", "", |html| html.english(name));
        });
        html.within("ul", "tree", |html| node(&trace(&rule.when, &material.known.facts), html));
        if possible {
            details(rule, html);
        }
    });
}

fn node(own: &TraceNode, html: &mut Html) {
    html.within("li", "", |html| {
        let word = if own.truth == "unknown" { "open" } else { own.truth.as_str() };
        html.put("span", if word == "yes" { "truth yes" } else { "truth" }, word);
        html.text(" ");
        html.text(&words::reason(&own.condition));
        if !own.saw.is_empty() && own.saw != "unknown" {
            html.text(" ");
            html.put("span", "saw", &format!("(here {})", own.saw));
        }
        if !own.parts.is_empty() {
            html.within("ul", "", |html| own.parts.iter().for_each(|part| node(part, html)));
        }
    });
}

fn details(rule: &Rule, html: &mut Html) {
    if !rule.note.is_empty() {
        html.within("p", "", |html| html.english(&rule.note));
    }
    html.within("p", "sources", |html| {
        html.put("span", "checked", rule.verification.code());
        html.text(&format!(" ({}). ", meaning(rule.verification)));
        for (place, cite) in rule.cites.iter().enumerate() {
            if place > 0 {
                html.text("; ");
            }
            source(cite, html);
        }
        html.text(".");
    });
}

fn source(cite: &RuleCite, html: &mut Html) {
    let known = find(&cite.source);
    match known {
        Some(source) => {
            html.english(&format!("{}: ", source.name));
            html.within("cite", "", |html| html.english(source.title));
        }
        None => html.english(&cite.source),
    }
    if !cite.locator.is_empty() {
        html.english(&format!(", {}", cite.locator));
    }
    if let Some(doi) = known.and_then(|source| source.doi) {
        html.text(", ");
        link(doi, html);
    }
}

/// A digital object identifier as a link.
pub(super) fn link(doi: &str, html: &mut Html) {
    html.with("a", &[("href", &format!("https://doi.org/{doi}"))], |html| {
        html.text(&format!("doi:{doi}"));
    });
}

/// Guidelines by name, each leading to the basis of its answer.
pub(super) fn links(question: &str, guidelines: &[String], html: &mut Html) {
    for (place, guideline) in guidelines.iter().enumerate() {
        if place > 0 {
            html.text(", ");
        }
        let to = format!("#{}", html.anchor(&anchor(question, guideline)));
        html.with("a", &[("href", &to)], |html| html.text(&capital(&words::guideline(guideline))));
    }
}
