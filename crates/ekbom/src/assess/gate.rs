//! What stands between an answer and an action: the one place where iron is withheld.

use alloc::vec::Vec;

use crate::knowledge::advice::Gives;
use crate::knowledge::alert::code::IRON_SAFETY_OPEN;
use crate::knowledge::question::{IronSafety, RlsDiagnosis};
use crate::logic::question::AnswerSet;

/// Withheld because the diagnosis is not met.
pub(crate) const RLS_NOT_MET: &str = "rls_not_met";

/// The possible answers on which it depends whether an action is withheld.
pub(crate) struct Gate {
    safety: AnswerSet,
    diagnosis: AnswerSet,
    /// Answers of safety that hold if a result that was set aside is right.
    doubted: AnswerSet,
}

/// What a gate says of an action.
pub(crate) struct Passage {
    /// Why it is withheld; of safety all answers that are still possible, none of which allows it.
    pub(crate) withheld: Vec<&'static str>,
    /// It speaks of restless legs, and whether they are is open.
    pub(crate) diagnosis_open: bool,
    /// It gives iron, and an answer of safety that forbids it is possible beside one that does not.
    pub(crate) safety_open: bool,
}

impl Gate {
    /// From possible answers; a table that a rule book does not bring has none.
    pub(crate) const fn new(safety: AnswerSet, diagnosis: AnswerSet) -> Self {
        Self { safety, diagnosis, doubted: AnswerSet::EMPTY }
    }

    /// A stop that holds under any reading of a result set aside stands until somebody has answered.
    pub(crate) const fn doubting(self, doubted: AnswerSet) -> Self {
        Self { doubted, ..self }
    }

    /// What is doubted and forbids this.
    fn doubted_stops(&self, allowed: AnswerSet) -> impl Iterator<Item = &'static str> + use<> {
        let forbids = move |code: &&'static str| {
            IronSafety::QUESTION.set_of(code).is_some_and(|own| !own.meets(allowed))
        };
        IronSafety::QUESTION.codes(self.doubted).filter(forbids)
    }

    /// Does every possible answer forbid this? Not where no table speaks of safety.
    fn is_stopped(&self, gives: Gives) -> bool {
        !self.safety.is_empty() && gives.allowed().is_some_and(|allowed| !self.safety.meets(allowed))
    }

    /// May it pass?
    pub(crate) fn check(&self, for_rls: bool, gives: Gives) -> Passage {
        let mut withheld = Vec::new();
        let not_met = self.diagnosis == RlsDiagnosis::NotMet.set();
        if for_rls && not_met {
            withheld.push(RLS_NOT_MET);
        }
        let mut safety_open = false;
        if let Some(allowed) = gives.allowed() {
            if self.is_stopped(gives) {
                withheld.extend(IronSafety::QUESTION.codes(self.safety));
            } else if self.safety.is_empty() {
                // A rule book without a safety table: nothing vouches for iron.
                withheld.push(IRON_SAFETY_OPEN);
            } else {
                safety_open = !self.safety.is_within(allowed);
            }
            for code in self.doubted_stops(allowed) {
                if !withheld.contains(&code) {
                    withheld.push(code);
                }
            }
        }
        let diagnosis_open = for_rls && !not_met && self.diagnosis != RlsDiagnosis::Met.set();
        Passage { withheld, diagnosis_open, safety_open }
    }
}

/// Does this reason to withhold come from the safety of iron?
pub(crate) fn is_by_safety(reason: &str) -> bool {
    reason == IRON_SAFETY_OPEN || IronSafety::try_from(reason).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{Gate, RLS_NOT_MET, is_by_safety};
    use crate::knowledge::advice::Gives;
    use crate::knowledge::alert::code::IRON_SAFETY_OPEN;
    use crate::knowledge::question::{IronSafety, RlsDiagnosis};
    use crate::logic::question::AnswerSet;

    #[test]
    fn oral_iron_passes_what_stops_intravenous_iron_alone() {
        let gate = Gate::new(IronSafety::StopIvOnly.set(), RlsDiagnosis::Met.set());
        assert!(gate.check(true, Gives::OralIron).withheld.is_empty());
        assert_eq!(gate.check(true, Gives::IntravenousIron).withheld, [IronSafety::StopIvOnly.code()]);
        assert!(gate.check(true, Gives::NoIron).withheld.is_empty());
    }

    #[test]
    fn what_a_doubted_result_would_forbid_is_withheld() {
        let open = IronSafety::Clear.set().or(IronSafety::StopTsatCeiling.set());
        let gate = Gate::new(open, RlsDiagnosis::Met.set()).doubting(IronSafety::StopTsatCeiling.set());
        assert_eq!(gate.check(true, Gives::OralIron).withheld, [IronSafety::StopTsatCeiling.code()]);
        assert!(gate.check(true, Gives::NoIron).withheld.is_empty());
    }

    #[test]
    fn without_a_safety_table_iron_is_withheld() {
        let gate = Gate::new(AnswerSet::EMPTY, RlsDiagnosis::Met.set());
        let passage = gate.check(true, Gives::OralIron);
        assert_eq!(passage.withheld, [IRON_SAFETY_OPEN]);
        assert!(!gate.is_stopped(Gives::OralIron) && !passage.safety_open);
    }

    #[test]
    fn the_diagnosis_withholds_only_what_speaks_of_it() {
        let gate = Gate::new(IronSafety::Clear.set(), RlsDiagnosis::NotMet.set());
        assert_eq!(gate.check(true, Gives::NoIron).withheld, [RLS_NOT_MET]);
        assert!(gate.check(false, Gives::NoIron).withheld.is_empty());
    }

    #[test]
    fn every_answer_on_safety_is_a_reason_of_safety() {
        assert!(IronSafety::ALL.iter().all(|answer| is_by_safety(answer.code())));
        assert!(is_by_safety(IRON_SAFETY_OPEN) && !is_by_safety(RLS_NOT_MET));
    }
}
