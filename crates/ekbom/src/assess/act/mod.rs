//! Acts: what a person does next, in order, with what leads there, who says so and what keeps it back.
//!
//! Decided are acts, not labels: where every answer that is still possible leads to the same act, the act is certain
//! however open the labels are. What guards (the safety of iron, a diagnosis that is not met) is asked exactly, never of
//! what is usual.

mod choose;
mod close;
mod danger;
mod iron;
mod need;
mod offer;
mod record;
mod rest;
mod review;

pub use record::{Act, ActCertainty, ActReason};

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use self::close::Closing;
use super::gate::Gate;
use super::usual::Assumed;
use super::{AlertRaised, Case, CriticalResult, Position, PrecautionSaid, critical};
use crate::fact::medicine::MedicineClass;
use crate::fact::{Fact, FactBox, Options, Person};
use crate::knowledge::act::{
    ALERT_ACTS, ActKind, OR_INTO_A_VEIN, ORAL_IRON_IS_TAKEN, RLS_FROM_YEARS, WORK_UP, find,
};
use crate::knowledge::advice::TESTS;
use crate::knowledge::alert::code::{CRITICAL_RESULT, SAMPLE_STALE};
use crate::knowledge::code::ActCode;
use crate::knowledge::question::{RlsAugmentation, RlsDiagnosis};
use crate::logic::table::Scratch;
use crate::measure::analyte::Analyte;
use crate::measure::formula::iron::SATURATION_FROM;
use crate::patient::Patient;
use crate::source::Text;

/// What acts are made from.
pub(super) struct Material<'a, 'k> {
    pub(super) case: &'a Case<'k, 'a>,
    pub(super) patient: &'a Patient,
    pub(super) assumed: &'a Assumed,
    pub(super) positions: &'a [Position],
    pub(super) critical: &'a [CriticalResult],
    pub(super) far_out: &'a [CriticalResult],
    /// Beyond what laboratories print as usual.
    pub(super) outside: &'a [Analyte],
    pub(super) alerts: &'a [AlertRaised],
    pub(super) precautions: &'a [PrecautionSaid],
}

impl Material<'_, '_> {
    fn facts(&self) -> &FactBox {
        self.case.facts
    }

    fn gate(&self) -> Gate {
        self.case.gate()
    }

    fn is_not_met(&self) -> bool {
        self.case.possible_at(self.case.knowledge.0.rls_diagnosis) == RlsDiagnosis::NotMet.set()
    }

    fn is_augmentation_open(&self) -> bool {
        let answers = self.positions.iter().filter(|own| own.question == RlsAugmentation::QUESTION.id);
        let mut codes = answers.map(|own| (own.determined(), &own.possible));
        let code = RlsAugmentation::Augmentation.code();
        codes.any(|(determined, possible)| determined.is_none() && possible.iter().any(|own| *own == code))
    }

    fn is_diagnosis_open(&self) -> bool {
        let diagnosis = self.case.possible_at(self.case.knowledge.0.rls_diagnosis);
        diagnosis.meets(RlsDiagnosis::Met.set()) && diagnosis != RlsDiagnosis::Met.set()
    }
}

/// Acts that closing ones stand for, in the order in which they matter.
#[derive(Default)]
struct Wanted(Vec<(String, Option<String>)>);

impl Wanted {
    fn add(&mut self, code: &str, why: Option<String>) {
        match self.0.iter_mut().find(|(own, _)| own == code) {
            Some((_, own)) if own.is_none() => *own = why,
            Some(_) => {}
            None => self.0.push((code.to_string(), why)),
        }
    }
}

/// Acts with a need of their own. They are found first, so that precautions speak of what they offer.
pub(super) struct Needed {
    acts: Vec<Act>,
    /// What would settle the needs of others.
    later: Wanted,
}

impl Needed {
    pub(super) fn new(material: &Material<'_, '_>, scratch: &mut Scratch<bool>) -> Self {
        let (mut acts, later) = need::acts(material, scratch);
        // Of medicines three are enough to choose from.
        let mut medicines = 0;
        acts.retain(|act| {
            medicines += usize::from(offers(act).is_some());
            offers(act).is_none() || medicines <= MOST_MEDICINES
        });
        Self { acts, later }
    }

    /// The actions that they offer.
    pub(super) fn offered(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.acts.iter().filter_map(offers)
    }
}

/// So many medicines are offered for the legs.
const MOST_MEDICINES: usize = 3;

fn offers(act: &Act) -> Option<&'static str> {
    find(&act.act).map(|data| data.offers).filter(|action| !action.is_empty())
}

pub(super) fn acts(material: &Material<'_, '_>, needed: Needed, scratch: &mut Scratch<bool>) -> Vec<Act> {
    let mut made = results(material);
    let mut later = needed.later;
    made.extend(needed.acts);
    made.extend(iron::instead(material, &made, scratch));
    for act in &mut made {
        let care = offers(act).map(|action| offer::care(material, action));
        act.text.extend(care.filter(|care| !care.is_empty()).map(|care| offer::with_care(&care)));
    }
    danger::add(material.patient, material.precautions, &mut made);
    let b12 = made.iter().any(|act| act.act.starts_with("b12_"));
    made.extend(review::acts(material, b12));
    let folate = ALERT_ACTS.iter().find(|own| own.code == "mind:folate_before_b12");
    if let Some(own) =
        folate.filter(|own| b12 && is_pregnant(material) && !made.iter().any(|act| act.act == own.code))
    {
        // In pregnancy folic acid is taken as a matter of course.
        made.push(Act { sources: alloc::vec![own.source.into()], ..Act::new(own.code, own.kind, own.text) });
    }
    if material.is_not_met() {
        let text = "The criteria of restless legs are not met: nothing is advised for the legs here; look for what else it is.";
        made.push(Act {
            because: record::reasons(material, RLS_FACTS),
            ..Act::new("mind:rls_not_met", ActKind::Mind, text)
        });
    }
    routes(material, &mut made);
    made.extend(rest::outside_limits(material, &made));
    made.extend(rest::anaemia(material, &made));
    made.sort_by(Act::by_kind);
    let mut wanted = Wanted::default();
    let stale = stale(material);
    for act in made.iter_mut().filter(|act| act.kind == ActKind::Treat) {
        // What an old result advises waits for a new one.
        for (code, fact, _) in &stale {
            let rests = act.because.iter().any(|own| own.fact == *fact);
            if rests && !act.blocked_by.iter().any(|own| own == code) {
                act.blocked_by.push(lent(code));
            }
        }
    }
    wait_for_results(material, &mut made);
    for (code, _, why) in &stale {
        wanted.add(code, Some(why.clone()));
    }
    for act in &made {
        for code in &act.blocked_by {
            wanted.add(code, None);
        }
    }
    for act in &made {
        for code in need::also(&act.act).iter().filter(|code| close::is_missing(material, code)) {
            wanted.add(code, None);
        }
    }
    for alert in material.alerts {
        for own in ALERT_ACTS.iter().filter(|own| own.alert == alert.code && own.kind == ActKind::Test) {
            if own.repeat || close::is_missing(material, own.code) {
                wanted.add(own.code, Some(own.text.to_string()));
            }
        }
    }
    let dopaminergic = material.patient.medicines().iter().any(|own| own.is(MedicineClass::Dopaminergic));
    if dopaminergic {
        wanted.add("ask:parkinsons_disease", None);
        // Augmentation that may be there is asked for, however much of it was said.
        if material.is_augmentation_open() {
            wanted.add("ask:augmentation", None);
        }
    }
    // Nobody asks an infant.
    if material.is_diagnosis_open() && !is_too_young(material) {
        wanted.add("ask:rls_criteria", None);
    }
    for (code, why) in later.0.drain(..) {
        wanted.add(&code, why);
    }
    // On dialysis creatinine tells nothing more.
    let dialysed = material.facts().flag(Fact::Dialysis) == Options::YES;
    let matters = |code: &&&str| !(dialysed && **code == "test:creatinine");
    for code in WORK_UP.iter().filter(matters).filter(|code| close::is_missing(material, code)) {
        wanted.add(code, None);
    }
    let closing = Closing::new(material);
    let closers = closing.acts(&wanted.0);
    // What nothing is left to ask of blocks nothing.
    let results: Vec<_> = made.iter().filter(|act| is_result(act)).map(|act| act.act.clone()).collect();
    for act in &mut made {
        act.blocked_by.retain(|code| closers.iter().any(|own| own.act == *code) || results.contains(code));
    }
    made.extend(closers);
    made.extend(rest::nothing_else(material, &made));
    choose::ten(made)
}

const RLS_FACTS: &[Fact] =
    &[Fact::UrgeToMove, Fact::WorseAtRest, Fact::RelievedByMovement, Fact::WorseInEvening, Fact::Mimics];

/// Acts on results, and those that an alert brings by itself.
fn results(material: &Material<'_, '_>) -> Vec<Act> {
    let mut made: Vec<Act> = Vec::new();
    let critical = material.critical.iter().map(|own| (ActCode::Critical as fn(Analyte) -> ActCode, own));
    let far_out = material.far_out.iter().map(|own| (ActCode::FarOut as fn(Analyte) -> ActCode, own));
    for (code, result) in critical.chain(far_out) {
        let Some(analyte) = result.analyte.known() else { continue };
        let reason = ActReason::of(analyte.id(), result.says.clone());
        let is = |lab: &crate::patient::Lab| lab.analyte() == analyte;
        let doubted = material.patient.doubted().iter().any(is) && !material.patient.labs().iter().any(is);
        made.push(Act {
            act: code(analyte).to_string().into(),
            certainty: if doubted { ActCertainty::Possible } else { ActCertainty::Certain }.into(),
            because: alloc::vec![reason],
            sources: alloc::vec![result.source.clone()],
            ..Act::new(CRITICAL_RESULT, ActKind::ActOnResult, &alloc::format!("{}.", result.says))
        });
    }
    for alert in material.alerts {
        for own in ALERT_ACTS.iter().filter(|own| own.alert == alert.code && own.kind != ActKind::Test) {
            let facts = alert.facts.iter().filter_map(|id| Fact::from_id(id)).collect::<Vec<_>>();
            made.push(Act {
                because: record::reasons(material, &facts),
                sources: alloc::vec![own.source.into()],
                ..Act::new(own.code, own.kind, own.text)
            });
        }
    }
    made
}

/// Results that are older than the policy takes, of tests that can be ordered: the act that repeats it, its fact, and why.
fn stale(material: &Material<'_, '_>) -> Vec<(String, &'static str, String)> {
    let old =
        material.alerts.iter().filter(|alert| alert.code == SAMPLE_STALE).flat_map(|alert| &alert.facts);
    let mut made: Vec<(String, &'static str, String)> = Vec::new();
    for id in old {
        let Some(analyte) = id.parse::<Analyte>().ok() else { continue };
        let Some(days) = material.patient.newest(analyte).and_then(|lab| lab.days_ago) else { continue };
        // A saturation is as old as what it is computed from.
        let computed = SATURATION_FROM.contains(&analyte) && material.patient.newest(Analyte::Tsat).is_none();
        let test = if computed { Analyte::Tsat.id() } else { analyte.id() };
        if TESTS.iter().any(|own| own.test == test) && !made.iter().any(|(_, fact, _)| *fact == test) {
            made.push((alloc::format!("test:{test}"), test, alloc::format!("the result is {days} days old")));
        }
    }
    made
}

/// While a critical result stands, or one of the second band that is looked at the same day, nothing is begun for the legs.
fn wait_for_results(material: &Material<'_, '_>, made: &mut [Act]) {
    let lifted = critical::is_lifted(material.facts());
    let grave = |act: &Act| is_result(act) && (lifted || matches!(act.code(), ActCode::Critical(_)));
    let first: Vec<_> = made.iter().filter(|act| grave(act)).map(|act| act.act.clone()).collect();
    let for_rls = |act: &Act| find(&act.act).is_some_and(|data| data.for_rls);
    for act in made.iter_mut().filter(|act| act.kind == ActKind::Treat && for_rls(act)) {
        act.blocked_by.splice(0..0, first.iter().cloned());
    }
}

/// An act on a critical result, or on one of the second band.
fn is_result(act: &Act) -> bool {
    act.kind == ActKind::ActOnResult && matches!(act.code(), ActCode::Critical(_) | ActCode::FarOut(_))
}

/// Two routes of iron are one choice, and what is taken already is said.
fn routes(material: &Material<'_, '_>, made: &mut [Act]) {
    let oral = made.iter().any(|act| act.act == "oral_iron");
    let taken = material.patient.medicines().iter().any(|own| own.is(MedicineClass::IronOral));
    for act in made {
        match act.act.as_str() {
            "oral_iron" if taken => act.text.push_str(ORAL_IRON_IS_TAKEN),
            "iv_iron" if oral => act.text = OR_INTO_A_VEIN.to_string(),
            _ => {}
        }
    }
}

fn is_too_young(material: &Material<'_, '_>) -> bool {
    let facts = material.facts();
    Fact::AgeYears.readings().all(|reading| facts.number(reading.axis).high() < RLS_FROM_YEARS)
}

fn is_pregnant(material: &Material<'_, '_>) -> bool {
    let person = material.facts().flag(Fact::Person);
    person.0 & !Person::PREGNANT.0 == 0
}

/// A code, for who only lends it.
fn lent(code: &str) -> Text {
    code.to_string().into()
}
