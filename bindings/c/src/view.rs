//! What an assessment holds, as C reads it.

use crate::text::{ekbom_str, ekbom_strs};

/// What one guideline answers to one question.
#[repr(C)]
pub struct ekbom_position {
    /// The question.
    pub question: ekbom_str,
    /// The guideline.
    pub guideline: ekbom_str,
    /// The answers still possible; one when determined.
    pub possible: ekbom_strs,
    /// The rules that can still be the one that applies.
    pub rules: ekbom_strs,
    /// Facts that could still change the answer.
    pub needs: ekbom_strs,
    /// Codes of what to mind about the answer.
    pub flags: ekbom_strs,
    /// The weakest verification of its possible rules: `original`, `secondary`, `derived` or `unverified`.
    pub verification: ekbom_str,
}

/// One side of a disagreement: a guideline that cannot be of one mind with another on this question. The sides of one
/// question follow each other.
#[repr(C)]
pub struct ekbom_disagreement {
    /// The question.
    pub question: ekbom_str,
    /// The guideline.
    pub guideline: ekbom_str,
    /// What it can still answer.
    pub possible: ekbom_strs,
}

/// Something to do, or not to do. First things first.
#[repr(C)]
pub struct ekbom_recommendation {
    /// Stable code.
    pub action: ekbom_str,
    /// `for` or `against`.
    pub direction: ekbom_str,
    /// How strongly, in the guideline's grade; absent where it gives none.
    pub strength: ekbom_str,
    /// Certainty of its evidence; absent where the guideline gives none.
    pub certainty: ekbom_str,
    /// Whose.
    pub guideline: ekbom_str,
    /// The question it answers.
    pub question: ekbom_str,
    /// The rule, or the first of the rules, behind it.
    pub rule: ekbom_str,
    /// The answers still possible: more than one leaves the route open.
    pub possible: ekbom_strs,
    /// The facts that led here, in words.
    pub because: ekbom_strs,
    /// Codes of what to mind about the answer.
    pub flags: ekbom_strs,
    /// What to look at again, in words, where a source gives it.
    pub follow_up: ekbom_strs,
    /// Why it is withheld; empty where it is not. Several reasons are those still possible, and no findings.
    pub withheld: ekbom_strs,
    /// Alerts to mind first.
    pub cautions: ekbom_strs,
    /// Does it give iron?
    pub iron: bool,
    /// Is it withheld? Then do not show it as something to do.
    pub is_withheld: bool,
}

/// A test that is missing.
#[repr(C)]
pub struct ekbom_next_test {
    /// The analyte to order.
    pub test: ekbom_str,
    /// Questions whose possible answers one result of it alone can narrow.
    pub could_change: ekbom_strs,
    /// Open questions that no result of it alone can narrow.
    pub cannot_change: ekbom_strs,
    /// How to draw the sample.
    pub instructions: ekbom_strs,
}

/// What a reader must not miss. Urgent first.
#[repr(C)]
pub struct ekbom_alert {
    /// Stable code.
    pub code: ekbom_str,
    /// `urgent`, `caution` or `info`.
    pub severity: ekbom_str,
    /// English text.
    pub message: ekbom_str,
    /// The facts or analytes it concerns.
    pub facts: ekbom_strs,
}

/// A fact that was computed. Numbers are rounded for display; nothing is decided on them.
#[repr(C)]
pub struct ekbom_derived {
    /// The fact.
    pub fact: ekbom_str,
    /// UCUM unit.
    pub unit: ekbom_str,
    /// The formula.
    pub method: ekbom_str,
    /// The sex for which it holds, where both are possible; else absent.
    pub if_sex: ekbom_str,
    /// What it came from.
    pub from: ekbom_strs,
    /// Its value; NaN where it is an interval.
    pub value: f64,
    /// The lowest it may be, where it is an interval; else NaN.
    pub low: f64,
    /// The highest it may be, where it is an interval; else NaN.
    pub high: f64,
}

/// A result as reported.
#[repr(C)]
pub struct ekbom_result {
    /// What was measured.
    pub analyte: ekbom_str,
    /// Its UCUM unit; absent for a qualitative test.
    pub unit: ekbom_str,
    /// Its comparator, where it is a bound; else absent.
    pub comparator: ekbom_str,
    /// The finding of a qualitative test; else absent.
    pub finding: ekbom_str,
    /// The number printed; NaN for a qualitative test.
    pub value: f64,
    /// How many days ago; NaN where it was not said.
    pub days_ago: f64,
    /// Is it the newest of its analyte?
    pub counted: bool,
}

/// A source behind the rules still possible.
#[repr(C)]
pub struct ekbom_source_used {
    /// Id in the bibliography: `ekbom_knowledge_find_source`.
    pub id: ekbom_str,
    /// The weakest verification of the rules that cite it here.
    pub verification: ekbom_str,
}

/// One line of a trace: a condition with what it saw. The lines of a rule follow each other, its parts below it.
#[repr(C)]
pub struct ekbom_trace_line {
    /// The question.
    pub question: ekbom_str,
    /// The guideline.
    pub guideline: ekbom_str,
    /// The rule.
    pub rule: ekbom_str,
    /// The condition in words; `all of`, `any of` or `not` where it has parts.
    pub condition: ekbom_str,
    /// What was known of it; empty where it has parts.
    pub saw: ekbom_str,
    /// `yes`, `no` or `unknown`.
    pub truth: ekbom_str,
    /// What the rule answers.
    pub answers: ekbom_strs,
    /// 0 for the condition of the rule itself, one more for each level of parts.
    pub depth: usize,
}
