//! Medicines for restless legs that are advised strongly, and who decides in pregnancy and in children. Data only.
//!
//! A treatment stands here where a guideline recommends it strongly and none, for anybody, recommends against it: against
//! the dopamine agonists some do. A guideline that a newer one of the same body supersedes has no voice. A test finds what
//! is missing.

use super::{ActData, ActKind, Bar, list::NONE};
use crate::fact::{Distress, Fact, Options, Person};
use crate::knowledge::guideline::treatment::{GABAPENTIN, GABAPENTIN_ENACARBIL, PREGABALIN};
use crate::knowledge::guideline::{AUGMENTATION, RLS_DIAGNOSIS};
use crate::knowledge::precaution::CORD_SIGNS;
use crate::knowledge::question::{RlsAugmentation, RlsDiagnosis, TreatmentPosition as T};
use crate::logic::authoring::{
    Cite, Condition, TableData, all, answers, any, at_least, below, cite, is, not, person, yes,
};
use crate::logic::question::AnswerSet;

const MET: Condition = answers(RLS_DIAGNOSIS, RlsDiagnosis::Met.set());
/// It troubles enough for a medicine.
const TROUBLES: Condition = any(&[
    is(Fact::Distress, Options(Distress::Moderate.only().0 | Distress::Severe.only().0)),
    yes(Fact::Impairment),
]);
const PREGNANT: Condition = person(Person::PREGNANT);

const STRONG: AnswerSet = T::ForStrong.set();
const FOR: AnswerSet = T::ForStrong.set().or(T::ForConditional.set());
const AGAINST: AnswerSet = T::AgainstStrong.set().or(T::AgainstConditional.set());

/// In pregnancy it is for obstetrics.
const IN_PREGNANCY: Bar =
    Bar { when: PREGNANT, instead: &["refer:obstetrics"], closed_by: &["ask:pregnancy"] };
/// A medicine that can worsen it is looked at first.
const WORSENED: Bar =
    Bar { when: yes(Fact::MedicineExacerbatesRls), instead: &[], closed_by: &["ask:medicines"] };
/// Augmentation is treated first.
const AUGMENTED: Bar = Bar {
    when: all(&[yes(Fact::MedicineDopaminergic), answers(AUGMENTATION, RlsAugmentation::Augmentation.set())]),
    instead: &[],
    closed_by: &["ask:medicines", "ask:augmentation"],
};
/// Who is acutely ill, clouded, thinks of suicide or has signs of the spinal cord is seen for that first: nothing that sedates is begun for the legs. Ours.
const ACUTELY_ILL: Bar = Bar {
    when: any(&[
        yes(Fact::Fever),
        yes(Fact::Confusion),
        yes(Fact::Drowsiness),
        yes(Fact::Suicidality),
        CORD_SIGNS,
    ]),
    instead: &[],
    closed_by: &[],
};
const BARS: &[Bar] = &[IN_PREGNANCY, WORSENED, AUGMENTED, ACUTELY_ILL];
const REASONS: &[Fact] = &[Fact::Distress, Fact::Impairment];
const DECIDED_BY: &[&str] = &["ask:distress"];

/// One guideline strongly for it, none against.
macro_rules! advised {
    ($tables:ident) => {
        all(&[
            MET,
            at_least(Fact::AgeYears, 18.0),
            TROUBLES,
            any(&[
                answers($tables[0], STRONG),
                answers($tables[1], STRONG),
                answers($tables[2], STRONG),
                answers($tables[3], STRONG),
            ]),
            not(&any(&[
                answers($tables[0], AGAINST),
                answers($tables[1], AGAINST),
                answers($tables[2], AGAINST),
                answers($tables[3], AGAINST),
            ])),
        ])
    };
}

/// The guidelines that are for it.
macro_rules! said_by {
    ($tables:ident) => {
        &[($tables[0], FOR), ($tables[1], FOR), ($tables[2], FOR), ($tables[3], FOR)]
    };
}

const CITES: &[Cite] = &[cite("AASM2025", "strong recommendations for three gabapentinoids")];

const fn treatment(
    code: &'static str,
    offers: &'static str,
    need: Condition,
    said_by: &'static [(&'static TableData, AnswerSet)],
    text: &'static str,
) -> ActData {
    ActData {
        code,
        kind: ActKind::Treat,
        need,
        offers,
        for_rls: true,
        bars: BARS,
        text,
        because: REASONS,
        said_by,
        cites: CITES,
        decided_by: DECIDED_BY,
        ..NONE
    }
}

pub(super) const WITH_GABAPENTIN_ENACARBIL: ActData = treatment(
    "treatment:gabapentin_enacarbil",
    "gabapentin_enacarbil",
    advised!(GABAPENTIN_ENACARBIL),
    said_by!(GABAPENTIN_ENACARBIL),
    "Gabapentin enacarbil is a first choice for restless legs: offer it, or another of its kind, but only one.",
);
pub(super) const WITH_GABAPENTIN: ActData = treatment(
    "treatment:gabapentin",
    "gabapentin",
    advised!(GABAPENTIN),
    said_by!(GABAPENTIN),
    "Gabapentin is a first choice for restless legs: offer it, or another of its kind, but only one.",
);
pub(super) const WITH_PREGABALIN: ActData = treatment(
    "treatment:pregabalin",
    "pregabalin",
    advised!(PREGABALIN),
    said_by!(PREGABALIN),
    "Pregabalin is a first choice for restless legs: offer it, or another of its kind, but only one.",
);

pub(super) const OBSTETRICS: ActData = ActData {
    code: "refer:obstetrics",
    kind: ActKind::Refer,
    need: all(&[MET, at_least(Fact::AgeYears, 18.0), TROUBLES, PREGNANT]),
    for_rls: true,
    text: "Restless legs in pregnancy: a medicine for them is chosen together with obstetrics.",
    because: &[Fact::Distress, Fact::Impairment],
    cites: &[cite("MHRA2022-PGB", "advice"), cite("MHRA2021-AED", "no conclusion for gabapentin")],
    ..NONE
};

pub(super) const PAEDIATRICS: ActData = ActData {
    code: "refer:paediatrics",
    kind: ActKind::Refer,
    need: all(&[MET, below(Fact::AgeYears, 18.0), TROUBLES]),
    for_rls: true,
    text: "Restless legs in a child or adolescent: a medicine for them is for a paediatrician who knows them.",
    because: &[Fact::AgeYears, Fact::Distress, Fact::Impairment],
    cites: &[cite("PGB-SMPC", "4.2: none under 18"), cite("AASM2025", "children: iron alone")],
    ..NONE
};
