//! What changed between two rule books, in clinical words.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;

use serde::Serialize;

use super::RuleBook;
use crate::knowledge::question;
use crate::knowledge::words;
use crate::logic::condition::{Case, Document};
use crate::logic::explain::phrase;
use crate::logic::question::QuestionInfo;
use crate::logic::table::{FlagDocument, RuleDocument, TableDocument};

/// What changed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Difference {
    /// Version and hash of the old book.
    pub old: [String; 2],
    /// Version and hash of the new book.
    pub new: [String; 2],
    /// Every change, table by table.
    pub changes: Vec<Change>,
}

/// One change.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Change {
    /// The question.
    pub question: String,
    /// The guideline.
    pub guideline: String,
    /// The rule; empty where the whole table is meant.
    pub rule: String,
    /// `table_added`, `table_removed`, `rule_added`, `rule_removed`, `rule_moved`, `condition`, `answers`, `flags`,
    /// `verification`, `sources`, `grades`, `note`, `title` or `standing`.
    pub kind: &'static str,
    /// What it was; empty where there was nothing.
    pub old: String,
    /// What it is; empty where there is nothing any more.
    pub new: String,
    /// Can it alter an answer, a flag or a grade for some patient?
    pub clinical: bool,
}

impl RuleBook {
    /// What changed from this book to a newer one.
    ///
    /// ```
    /// use ekbom::{Knowledge, exchange::rules::RuleBook};
    /// let book = RuleBook::of(&Knowledge::builtin());
    /// assert!(book.difference(&book).changes.is_empty());
    /// let text = book.to_json().replace("\"at_most\": 75,", "\"at_most\": 70,");
    /// let changed = book.difference(&RuleBook::from_json(&text)?);
    /// assert!(changed.changes.iter().any(|own| own.kind == "condition" && own.old == "ferritin <= 75 ng/mL"));
    /// # Ok::<(), ekbom::exchange::rules::RuleBookError>(())
    /// ```
    pub fn difference(&self, newer: &Self) -> Difference {
        let mut changes = Vec::new();
        for old in &self.tables {
            match newer.tables.iter().find(|new| new.is_same(old)) {
                Some(new) => compare(old, new, &mut changes),
                None => changes.push(old.change("table_removed", size(old), String::new())),
            }
        }
        for new in &newer.tables {
            if !self.tables.iter().any(|old| new.is_same(old)) {
                changes.push(new.change("table_added", String::new(), size(new)));
            }
        }
        let name = |book: &Self| [book.version.clone(), book.hash.clone()];
        Difference { old: name(self), new: name(newer), changes }
    }
}

fn size(table: &TableDocument) -> String {
    format!("{}: {} rules", table.guideline_title, table.rules.len())
}

impl TableDocument {
    fn is_same(&self, other: &Self) -> bool {
        self.question == other.question && self.guideline == other.guideline
    }

    fn change(&self, kind: &'static str, old: String, new: String) -> Change {
        Change {
            question: self.question.clone(),
            guideline: self.guideline.clone(),
            rule: String::new(),
            clinical: !matches!(kind, "title" | "note" | "sources" | "verification"),
            kind,
            old,
            new,
        }
    }
}

fn compare(old: &TableDocument, new: &TableDocument, changes: &mut Vec<Change>) {
    for (kind, before, after) in [
        ("title", &*old.guideline_title, &*new.guideline_title),
        ("standing", old.standing.code(), new.standing.code()),
    ] {
        if before != after {
            changes.push(new.change(kind, before.to_string(), after.to_string()));
        }
    }
    let has = |table: &TableDocument, id: &str| table.rules.iter().any(|rule| rule.id == id);
    for rule in old.rules.iter().filter(|rule| !has(new, &rule.id)) {
        changes.push(Change {
            rule: rule.id.clone(),
            ..new.change("rule_removed", rule.words(), String::new())
        });
    }
    // The order of the rules that both have.
    let common: Vec<&str> = old.rules.iter().map(|rule| rule.id.as_str()).filter(|id| has(new, id)).collect();
    let mut place = 0;
    for rule in &new.rules {
        let Some(before) = old.rules.iter().find(|own| own.id == rule.id) else {
            changes.push(Change {
                rule: rule.id.clone(),
                ..new.change("rule_added", String::new(), rule.words())
            });
            continue;
        };
        if common.get(place) != Some(&rule.id.as_str()) {
            let at = |table: &TableDocument| {
                let place = table.rules.iter().position(|own| own.id == rule.id).unwrap_or_default();
                format!("rule {} of {}", place + 1, table.rules.len())
            };
            changes.push(Change { rule: rule.id.clone(), ..new.change("rule_moved", at(old), at(new)) });
        }
        place += 1;
        for (kind, old_text, new_text) in before
            .parts()
            .into_iter()
            .zip(rule.parts())
            .filter_map(|(a, b)| (a.1 != b.1).then_some((a.0, a.1, b.1)))
        {
            changes.push(Change { rule: rule.id.clone(), ..new.change(kind, old_text, new_text) });
        }
    }
}

impl RuleDocument {
    fn question(&self) -> &str {
        self.id.split('/').nth(1).unwrap_or_default()
    }

    fn answer_words(&self) -> String {
        let meanings: Vec<String> =
            self.answers.iter().map(|code| words::meaning(self.question(), code)).collect();
        words::or(&meanings)
    }

    fn words(&self) -> String {
        format!("{} -> {}", condition(&self.when), self.answer_words())
    }

    /// Everything that can change, in words.
    fn parts(&self) -> [(&'static str, String); 7] {
        let flags: Vec<String> = self.flags.iter().map(flag).collect();
        let cites = self.cites.iter().map(|own| format!("{}, {}", own.source, own.locator));
        let grades = self.grades.iter().map(|own| {
            format!(
                "{}: {} {}",
                words::action(&own.action),
                words::grade(&own.strength),
                words::grade(&own.certainty)
            )
        });
        [
            ("condition", condition(&self.when)),
            ("answers", self.answer_words()),
            ("flags", flags.join("; ")),
            ("verification", self.verification.code().to_string()),
            ("sources", cites.collect::<Vec<_>>().join("; ")),
            ("grades", grades.collect::<Vec<_>>().join("; ")),
            ("note", self.note.clone()),
        ]
    }
}

fn flag(own: &FlagDocument) -> String {
    match (&own.when, &own.unless) {
        (_, Some(unless)) => format!("{} unless {}", own.code, condition(unless)),
        (Some(when), None) => format!("{} if {}", own.code, condition(when)),
        (None, None) => own.code.clone(),
    }
}

/// A condition in words; as JSON where this version does not know what it asks.
fn condition(document: &Document) -> String {
    let known = |id: &str, _: &str| -> Option<(&'static QuestionInfo, Arc<[Case]>)> {
        Some((question::all().find(|question| question.id == id)?, Arc::from([])))
    };
    document.read(&known).map_or_else(
        |_| serde_json::to_string(document).unwrap_or_default(),
        |expression| phrase(&expression),
    )
}
