//! `ekbom rules` and `ekbom explain`

use ekbom::Knowledge;
use ekbom::exchange::rules::RuleBook;
use ekbom::knowledge::question;
use ekbom::logic::table::Table;
use ekbom_report::rules::{lines, markdown, rule_lines};

use crate::args::{Rules, RulesCommand, RulesFormat};
use crate::diff;
use crate::failure::Failure;
use crate::screen::Screen;

pub(crate) fn run(args: &Rules, screen: &mut Screen) -> Result<(), Failure> {
    if let Some(RulesCommand::Diff { old, new, people, map, format }) = &args.command {
        return match people {
            None => diff::run(old, new, *format, screen),
            Some(people) => diff::moved(old, new, people, map.as_deref(), *format, screen),
        };
    }
    let knowledge = Knowledge::builtin();
    if let Some(id) = &args.question {
        let known = question::all().map(|question| question.id);
        if !known.clone().any(|own| own == id) {
            return Err(Failure::unknown("question", id, known));
        }
    }
    if let Some(id) = &args.guideline {
        let mut known: Vec<&str> = knowledge.tables().iter().map(|own| own.guideline.id.as_ref()).collect();
        known.sort_unstable();
        known.dedup();
        if !known.contains(&id.as_str()) {
            return Err(Failure::unknown("guideline", id, known.into_iter()));
        }
    }
    let wanted = |table: &Table| {
        args.question.as_ref().is_none_or(|id| table.question.id == id)
            && args.guideline.as_ref().is_none_or(|id| table.guideline.id == *id)
    };
    let tables: Vec<&Table> = knowledge.tables().iter().filter(|table| wanted(table)).collect();
    if tables.is_empty() {
        return Err(Failure::said("this guideline has no table for this question"));
    }
    match args.format {
        RulesFormat::Text => screen.lines(&lines(&tables, screen.width()))?,
        RulesFormat::Markdown => screen.text(&markdown(&tables))?,
        RulesFormat::Json => screen.text(&RuleBook::selected(&knowledge, wanted).to_json())?,
    }
    Ok(())
}

pub(crate) fn explain(id: &str, screen: &mut Screen) -> Result<(), Failure> {
    let knowledge = Knowledge::builtin();
    let rules = || {
        let tables = knowledge.tables().iter();
        tables.flat_map(|table| table.rules.iter().map(move |rule| (table, rule)))
    };
    let Some((table, rule)) = rules().find(|(_, rule)| rule.id == id) else {
        let near = ekbom::measure::suggest::closest(id, rules().map(|(_, rule)| rule.id.as_str()));
        let hint = near.map_or_else(
            || "an id is guideline/question/name; `ekbom rules` lists them".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        return Err(Failure::said(format!("there is no rule `{id}`; {hint}")));
    };
    screen.lines(&rule_lines(table, rule, screen.width()))?;
    Ok(())
}
