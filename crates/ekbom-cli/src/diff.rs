//! `ekbom rules diff`

use std::path::Path;

use ekbom::Knowledge;
use ekbom::exchange::rules::{Change, Difference, RuleBook};
use ekbom::knowledge::words;
use ekbom_report::text::{Page, Style};

use crate::args::TextOrJson;
use crate::failure::Failure;
use crate::moved::people;
use crate::pretty;
use crate::screen::Screen;

/// The name by which the rules of this version can be compared too.
const BUILTIN: &str = "builtin";

pub(crate) fn run(old: &str, new: &str, format: TextOrJson, screen: &mut Screen) -> Result<(), Failure> {
    let (older, newer) = (book(old)?, book(new)?);
    let mut difference = older.difference(&newer);
    // The hash of what the rules are, not of what a file that was changed by hand says they were.
    for (side, book) in [(&mut difference.old, &older), (&mut difference.new, &newer)] {
        if let Ok(knowledge) = book.compile() {
            side[1] = knowledge.hash().to_owned();
        }
    }
    match format {
        TextOrJson::Json => screen.text(&pretty(&difference)?)?,
        TextOrJson::Text => print(&difference, screen)?,
    }
    Ok(())
}

/// Whose answers move from one book to the other.
pub(crate) fn moved(
    old: &str,
    new: &str,
    file: &str,
    map: Option<&Path>,
    format: TextOrJson,
    screen: &mut Screen,
) -> Result<(), Failure> {
    if [old, new, file].into_iter().filter(|own| *own == "-").count() > 1 {
        return Err(Failure::said("standard input can hold one of the three only"));
    }
    people(&compiled(old)?, &compiled(new)?, file, map)?.print(format, screen)
}

fn compiled(file: &str) -> Result<Knowledge, Failure> {
    if file == BUILTIN {
        return Ok(Knowledge::builtin());
    }
    read(file)?.compile().map_err(|error| Failure::said(format!("{file}: {error}")))
}

fn book(file: &str) -> Result<RuleBook, Failure> {
    if file == BUILTIN { Ok(RuleBook::selected(&Knowledge::builtin(), |_| true)) } else { read(file) }
}

/// Rules from a file, or from standard input.
pub(crate) fn read(file: &str) -> Result<RuleBook, Failure> {
    let text =
        if file == "-" { std::io::read_to_string(std::io::stdin()) } else { std::fs::read_to_string(file) };
    let text = text.map_err(|error| Failure::unreadable(file, &error))?;
    RuleBook::from_json(&text).map_err(|error| Failure::said(format!("{file}: {error}")))
}

fn print(difference: &Difference, screen: &mut Screen) -> Result<(), Failure> {
    let mut page = Page::new(screen.width());
    let [old, old_hash] = &difference.old;
    let [new, new_hash] = &difference.new;
    let clinical = difference.changes.iter().filter(|change| change.clinical).count();
    let count = match (difference.changes.len(), clinical) {
        (0, _) => "nothing changed".to_owned(),
        (all, 0) => format!("{all} changes, none of which can alter an answer"),
        (all, clinical) => format!("{all} changes; {clinical} (marked *) can alter what is answered"),
    };
    let title = format!("Knowledge {old} ({old_hash}) -> {new} ({new_hash}): {count}");
    page.paragraph(0, "", 0, &[(Style::Heading, &title)]);
    let mut table = String::new();
    for change in &difference.changes {
        let own = format!("{} - {}", words::subject(&change.question), words::guideline(&change.guideline));
        if table != own {
            page.heading(&own);
            table = own;
        }
        one(change, &mut page);
    }
    screen.lines(&page.into_lines())?;
    Ok(())
}

fn one(change: &Change, page: &mut Page) {
    let name = change.rule.rsplit('/').next().filter(|name| !name.is_empty()).unwrap_or("the table");
    let star = if change.clinical { "*" } else { "" };
    let what = match change.kind {
        "table_added" => "added",
        "table_removed" => "removed",
        "rule_added" => "rule added",
        "rule_removed" => "rule removed",
        "rule_moved" => "moved: another rule now comes first",
        "condition" => "applies in other cases",
        "answers" => "answers otherwise",
        "flags" => "other flags",
        "verification" => "checked differently",
        "sources" => "other sources",
        "grades" => "another grade",
        "standing" => "asked differently",
        other => other,
    };
    page.paragraph(2, star, 2, &[(Style::Answer, name), (Style::Plain, &format!(": {what}"))]);
    for (label, text) in [("was", &change.old), ("is", &change.new)] {
        if !text.is_empty() {
            page.labelled(6, Style::Dim, label, 4, &[(Style::Plain, text)]);
        }
    }
}
