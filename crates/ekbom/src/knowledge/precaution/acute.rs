//! What comes before the legs, and is not checked here: fever, and medicines that do harm with what is stated.
//!
//! As in `unchecked`, no label of these was read: a row claims no danger. It says what was stated, that nothing here looked
//! for its cause, and who is asked today.

use super::unchecked::{STOPPED, STOPPED_DAYS};
use super::{Asks, KIDNEYS_FAIL, Of, Precaution, Severity};
use crate::fact::Fact;
use crate::fact::medicine::MedicineClass as Class;
use crate::knowledge::guideline::ANAEMIA;
use crate::knowledge::question::BloodAnaemia;
use crate::logic::authoring::{Condition, above, answers, any, cite, yes};
use crate::source::Verification::{Derived, Unverified};

const IRON: Of = Of::Any(&[Of::Class(Class::IronOral), Of::Class(Class::IronIntravenous)]);

/// An infection that nobody named may stand behind either; the limit is that of the rules of safety of iron.
const FEVERISH: Condition = any(&[yes(Fact::Fever), above(Fact::Crp, 100.0)]);

/// Without those that are given in Parkinson's disease all the same, or hardly reach the brain (quetiapine, clozapine,
/// domperidone): of which of these that is right no source was read either, and a warning of all would not be heard.
const BLOCKS_DOPAMINE: Of = Of::Named(&[
    "alizapride",
    "amisulpride",
    "aripiprazole",
    "asenapine",
    "brexpiprazole",
    "cariprazine",
    "chlorpromazine",
    "droperidol",
    "flupentixol",
    "fluphenazine",
    "haloperidol",
    "iloperidone",
    "itopride",
    "levomepromazine",
    "levosulpiride",
    "lumateperone",
    "lurasidone",
    "metoclopramide",
    "olanzapine",
    "paliperidone",
    "periciazine",
    "perphenazine",
    "pimozide",
    "prochlorperazine",
    "promethazine",
    "risperidone",
    "sulpiride",
    "thiethylperazine",
    "thioridazine",
    "tiapride",
    "trifluoperazine",
    "trimethobenzamide",
    "ziprasidone",
    "zuclopenthixol",
]);

const ANAEMIC_BADLY: Condition =
    answers(ANAEMIA, BloodAnaemia::Moderate.set().or(BloodAnaemia::Severe.set()));

pub(super) const ROWS: &[Precaution] = &[
    Precaution::new(
        "unc-21",
        Of::Nothing,
        "Fever, or C-reactive protein above 100 mg/L, is stated, and its cause is not looked for here: to a physician today. No iron before it is known.",
        &[],
        Derived,
    )
    .anyone(Severity::Urgent, "fever")
    .if_facts(FEVERISH),
    Precaution::new(
        "unc-22",
        IRON,
        "Fever, or C-reactive protein above 100 mg/L, and whether this is an infection is not checked here: iron waits until that is known. Who gives it is asked today.",
        &[cite("FERINJECT_LABEL", "acute or chronic infection"), cite("INFECT-ORAL", "oral iron in infection")],
        Unverified,
    )
    .offered(Severity::Urgent, &[])
    .taken(Severity::Caution)
    .quiet()
    .if_facts(FEVERISH),
    Precaution::new(
        "unc-23",
        BLOCKS_DOPAMINE,
        "There is Parkinson's disease, and this medicine blocks dopamine: whether it may be given is not checked here. Ask the neurologist today.",
        &[],
        Derived,
    )
    .offered(Severity::Urgent, &[])
    .taken(Severity::Urgent)
    .quiet()
    .acute()
    .if_facts(yes(Fact::ParkinsonsDisease)),
    Precaution::new(
        "unc-24",
        Of::Named(&["methotrexate"]),
        "Anaemia, or kidneys that fail, under methotrexate: whether there is too much of it is not checked here. A blood count and the kidneys today, and its prescriber before the next dose.",
        &[],
        Derived,
    )
    .offered(Severity::Urgent, &[])
    .taken(Severity::Urgent)
    .quiet()
    .acute()
    .if_facts(any(&[ANAEMIC_BADLY, KIDNEYS_FAIL])),
    Precaution::new(
        "unc-25",
        Of::Class(Class::Alpha2Delta),
        "An opioid or a gabapentinoid was stopped not long ago: none is begun for the legs before it is settled whether this is withdrawal.",
        &[cite("FDA2025-OPI", "accounts of it"), cite("PGB-SMPC", "4.4")],
        Derived,
    )
    .offered(Severity::Stop, &["gabapentin_enacarbil", "gabapentin", "pregabalin"])
    .when(Asks::StoppedWithin(STOPPED, STOPPED_DAYS)),
];
