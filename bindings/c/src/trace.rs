//! Traces as lines.

use ekbom::assess::TableTrace;
use ekbom::logic::explain::TraceNode;

use crate::pool::Pool;
use crate::text::ekbom_str;
use crate::view::ekbom_trace_line;

/// The trees of all rules, each node before its parts.
pub(crate) fn lines(tables: &[TableTrace], pool: &mut Pool) -> Vec<ekbom_trace_line> {
    let mut lines = Vec::new();
    for table in tables {
        for rule in &table.rules {
            let answers = pool.list(rule.answers.iter());
            walk(&rule.when, 0, &mut |node, depth| {
                lines.push(ekbom_trace_line {
                    question: ekbom_str::of(&table.question),
                    guideline: ekbom_str::of(&table.guideline),
                    rule: ekbom_str::of(&rule.rule),
                    condition: ekbom_str::of(&node.condition),
                    saw: ekbom_str::of(&node.saw),
                    truth: ekbom_str::of(&node.truth),
                    answers,
                    depth,
                });
            });
        }
    }
    lines
}

fn walk<'t>(node: &'t TraceNode, depth: usize, visit: &mut impl FnMut(&'t TraceNode, usize)) {
    visit(node, depth);
    for part in &node.parts {
        walk(part, depth + 1, visit);
    }
}
