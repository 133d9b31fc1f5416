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
    /// The answers usually left: a part of the possible ones; empty where it is not less than what is possible.
    pub usual: ekbom_strs,
    /// Ids of the assumptions on which `usual` rests.
    pub assuming: ekbom_strs,
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
    /// What to look at again, with all that is known of it: `follow_ups[0]` to `follow_ups[follow_up_count - 1]`.
    pub follow_ups: *const ekbom_follow_up,
    /// How many.
    pub follow_up_count: usize,
}

// SAFETY: it points to what nobody changes while the assessment lives that owns both.
unsafe impl Send for ekbom_recommendation {}
// SAFETY: as above; it is only ever read.
unsafe impl Sync for ekbom_recommendation {}

/// What to look at again after an action.
#[repr(C)]
pub struct ekbom_follow_up {
    /// What to look at.
    pub check: ekbom_str,
    /// What the source says of it.
    pub says: ekbom_str,
    /// Id in the bibliography.
    pub source: ekbom_str,
    /// How far it was checked.
    pub verification: ekbom_str,
    /// After how many weeks; NaN where the source names no time.
    pub weeks: f64,
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
    /// Codes of the acts that wait for it, and of the alerts that ask for it.
    pub asked_by: ekbom_strs,
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
    /// What a clinician calls it; its id where the bibliography does not know it.
    pub name: ekbom_str,
    /// What it is: `guideline`, `label`, `trial` and others; absent where the bibliography does not know it.
    pub kind: ekbom_str,
    /// Its title.
    pub title: ekbom_str,
    /// Its digital object identifier; absent where it has none.
    pub doi: ekbom_str,
    /// Its year; 0 where it has none.
    pub year: u16,
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

/// Something to do next.
#[repr(C)]
pub struct ekbom_act {
    /// Stable code.
    pub act: ekbom_str,
    /// What sort of act.
    pub kind: ekbom_str,
    /// `certain`, `usual` (under the assumptions named) or `possible`.
    pub certainty: ekbom_str,
    /// What to do, in English.
    pub text: ekbom_str,
    /// Ids of the assumptions on which it rests; empty where it is certain.
    pub assuming: ekbom_strs,
    /// What led here, in words.
    pub because: ekbom_strs,
    /// The fact, the analyte or the question of each of these, in the same order.
    pub because_facts: ekbom_strs,
    /// The guidelines that say so.
    pub guidelines: ekbom_strs,
    /// Their rules.
    pub rules: ekbom_strs,
    /// Ids in the bibliography.
    pub sources: ekbom_strs,
    /// Codes of the acts to do before it: until then what forbids it is not ruled out.
    pub blocked_by: ekbom_strs,
}

/// What to mind about a medicine that is offered, planned or taken.
#[repr(C)]
pub struct ekbom_precaution {
    /// The check; where it is not certain, the gravest of those that may hold.
    pub id: ekbom_str,
    /// `urgent`, `stop`, `caution` or `note`.
    pub severity: ekbom_str,
    /// The medicine by its name, or the action that is offered by its code.
    pub concerns: ekbom_str,
    /// In words.
    pub says: ekbom_str,
    /// The facts that led here, in words.
    pub because: ekbom_strs,
    /// What would decide it: ids of facts, and `medicines` where the list may hold more than was said.
    pub missing: ekbom_strs,
    /// Every check that holds, or that may hold.
    pub rows: ekbom_strs,
    /// Ids in the bibliography.
    pub sources: ekbom_strs,
    /// How far it was checked.
    pub verification: ekbom_str,
    /// Is it taken already?
    pub taken: bool,
    /// Does it hold? Else nobody can tell before what is missing is known.
    pub certain: bool,
}

/// A result that must be acted on now, if its unit is right.
#[repr(C)]
pub struct ekbom_critical_result {
    /// What was measured.
    pub analyte: ekbom_str,
    /// UCUM unit of value and limit.
    pub unit: ekbom_str,
    /// `below`, `at_most`, `at_least` or `above` the limit.
    pub direction: ekbom_str,
    /// Id in the bibliography.
    pub source: ekbom_str,
    /// In words.
    pub says: ekbom_str,
    /// How far the limit was read.
    pub verification: ekbom_str,
    /// The value, in the unit in which it was compared; of a bound the bound.
    pub value: f64,
    /// The limit.
    pub limit: f64,
}

/// A rule of `iron.safety` that forbids iron and certainly holds.
#[repr(C)]
pub struct ekbom_stopped {
    /// The rule.
    pub rule: ekbom_str,
    /// Its answers; one of them holds.
    pub answers: ekbom_strs,
    /// What it forbids, as in `ekbom_withheld`.
    pub forbids: ekbom_strs,
    /// The facts that led here, in words.
    pub because: ekbom_strs,
}

/// What stands between an answer and an action for restless legs.
#[repr(C)]
pub struct ekbom_withheld {
    /// `no_iron`, `oral_iron` or `intravenous_iron`.
    pub gives: ekbom_str,
    /// Why it is withheld; empty where it is not.
    pub why: ekbom_strs,
    /// It may pass, and yet an answer of `iron.safety` that forbids it is possible.
    pub safety_open: bool,
}

/// A limit that was changed by name.
#[repr(C)]
pub struct ekbom_limit_change {
    /// The rule.
    pub rule: ekbom_str,
    /// The fact.
    pub fact: ekbom_str,
    /// What it was, in the fact's unit.
    pub from: f64,
    /// What it is now.
    pub to: f64,
}
