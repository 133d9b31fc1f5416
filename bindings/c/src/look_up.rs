//! Entries looked up, by their place or by their id.

use std::mem::MaybeUninit;

use ekbom::fact::medicine::Medicine;
use ekbom::measure::analyte::Analyte;
use ekbom::measure::suggest::closest;

use crate::call::{at, call, found, need, read};
use crate::catalogue::Catalogue;
use crate::entry::*;
use crate::error::ekbom_error;
use crate::knowledge::ekbom_knowledge;
use crate::status::ekbom_status;
use crate::text::{ekbom_str, ekbom_strs};

/// What a list is searched by.
trait Named {
    fn key(&self) -> &ekbom_str;
}

macro_rules! named {
    ($($view:ident by $field:ident,)+) => {
        $(impl Named for $view {
            fn key(&self) -> &ekbom_str {
                &self.$field
            }
        })+
    };
}
named! {
    ekbom_question by id,
    ekbom_rule by id,
    ekbom_analyte by id,
    ekbom_fact by id,
    ekbom_source by id,
    ekbom_alert_info by code,
}

fn list<T>(
    knowledge: Option<&ekbom_knowledge>,
    items: impl FnOnce(&Catalogue) -> &Vec<T>,
    index: usize,
    out: Option<&mut MaybeUninit<*const T>>,
) -> ekbom_status {
    read(ekbom_status::Panic, || at(knowledge.map(|own| items(own.catalogue()).as_slice()), index, out))
}

fn find<T: Named>(
    knowledge: Option<&ekbom_knowledge>,
    items: impl FnOnce(&Catalogue) -> &Vec<T>,
    id: &ekbom_str,
    out: Option<&mut MaybeUninit<*const T>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let (knowledge, out) = (need(knowledge, "knowledge")?, need(out, "out")?);
        let id = id.read("id")?;
        let items = items(knowledge.catalogue());
        let name = |item: &'_ T| item.key().read("").map(str::to_owned).unwrap_or_default();
        let item = items.iter().find(|item| item.key().read("").is_ok_and(|own| own == id));
        if item.is_some() {
            return found(item, out, id, None);
        }
        let names: Vec<String> = items.iter().map(name).collect();
        found(None, out, id, closest(id, names.iter().map(String::as_str)))
    })
}

/// How many there are; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_knowledge_question_count(knowledge: Option<&ekbom_knowledge>) -> usize {
    read(0, || knowledge.map_or(0, |own| own.catalogue().questions.len()))
}

/// A clinical question. Lasts until `ekbom_knowledge_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_knowledge_question(
    knowledge: Option<&ekbom_knowledge>,
    index: usize,
    question: Option<&mut MaybeUninit<*const ekbom_question>>,
) -> ekbom_status {
    list(knowledge, |own| &own.questions, index, question)
}

/// The same by its id, or EKBOM_STATUS_NOT_FOUND.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_knowledge_find_question(
    knowledge: Option<&ekbom_knowledge>,
    id: ekbom_str,
    question: Option<&mut MaybeUninit<*const ekbom_question>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    find(knowledge, |own| &own.questions, &id, question, error)
}

/// How many there are; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_knowledge_table_count(knowledge: Option<&ekbom_knowledge>) -> usize {
    read(0, || knowledge.map_or(0, |own| own.catalogue().tables.len()))
}

/// A decision table: one question and one guideline. Lasts until `ekbom_knowledge_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_knowledge_table(
    knowledge: Option<&ekbom_knowledge>,
    index: usize,
    table: Option<&mut MaybeUninit<*const ekbom_table>>,
) -> ekbom_status {
    list(knowledge, |own| &own.tables, index, table)
}

/// How many there are; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_knowledge_rule_count(knowledge: Option<&ekbom_knowledge>) -> usize {
    read(0, || knowledge.map_or(0, |own| own.catalogue().rules.len()))
}

/// A rule. Lasts until `ekbom_knowledge_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_knowledge_rule(
    knowledge: Option<&ekbom_knowledge>,
    index: usize,
    rule: Option<&mut MaybeUninit<*const ekbom_rule>>,
) -> ekbom_status {
    list(knowledge, |own| &own.rules, index, rule)
}

/// The same by its id, or EKBOM_STATUS_NOT_FOUND.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_knowledge_find_rule(
    knowledge: Option<&ekbom_knowledge>,
    id: ekbom_str,
    rule: Option<&mut MaybeUninit<*const ekbom_rule>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    find(knowledge, |own| &own.rules, &id, rule, error)
}

/// How many there are; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_knowledge_analyte_count(knowledge: Option<&ekbom_knowledge>) -> usize {
    read(0, || knowledge.map_or(0, |own| own.catalogue().analytes.len()))
}

/// An analyte. Lasts until `ekbom_knowledge_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_knowledge_analyte(
    knowledge: Option<&ekbom_knowledge>,
    index: usize,
    analyte: Option<&mut MaybeUninit<*const ekbom_analyte>>,
) -> ekbom_status {
    list(knowledge, |own| &own.analytes, index, analyte)
}

/// The same by its id, or EKBOM_STATUS_NOT_FOUND.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_knowledge_find_analyte(
    knowledge: Option<&ekbom_knowledge>,
    id: ekbom_str,
    analyte: Option<&mut MaybeUninit<*const ekbom_analyte>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    find(knowledge, |own| &own.analytes, &id, analyte, error)
}

/// How many there are; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_knowledge_fact_count(knowledge: Option<&ekbom_knowledge>) -> usize {
    read(0, || knowledge.map_or(0, |own| own.catalogue().facts.len()))
}

/// A fact: something a rule may ask of a patient. Lasts until `ekbom_knowledge_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_knowledge_fact(
    knowledge: Option<&ekbom_knowledge>,
    index: usize,
    fact: Option<&mut MaybeUninit<*const ekbom_fact>>,
) -> ekbom_status {
    list(knowledge, |own| &own.facts, index, fact)
}

/// The same by its id, or EKBOM_STATUS_NOT_FOUND.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_knowledge_find_fact(
    knowledge: Option<&ekbom_knowledge>,
    id: ekbom_str,
    fact: Option<&mut MaybeUninit<*const ekbom_fact>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    find(knowledge, |own| &own.facts, &id, fact, error)
}

/// How many there are; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_knowledge_medicine_count(knowledge: Option<&ekbom_knowledge>) -> usize {
    read(0, || knowledge.map_or(0, |own| own.catalogue().medicines.len()))
}

/// A medicine. Lasts until `ekbom_knowledge_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_knowledge_medicine(
    knowledge: Option<&ekbom_knowledge>,
    index: usize,
    medicine: Option<&mut MaybeUninit<*const ekbom_medicine>>,
) -> ekbom_status {
    list(knowledge, |own| &own.medicines, index, medicine)
}

/// How many there are; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_knowledge_source_count(knowledge: Option<&ekbom_knowledge>) -> usize {
    read(0, || knowledge.map_or(0, |own| own.catalogue().sources.len()))
}

/// A source of the bibliography. Lasts until `ekbom_knowledge_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_knowledge_source(
    knowledge: Option<&ekbom_knowledge>,
    index: usize,
    source: Option<&mut MaybeUninit<*const ekbom_source>>,
) -> ekbom_status {
    list(knowledge, |own| &own.sources, index, source)
}

/// The same by its id, or EKBOM_STATUS_NOT_FOUND.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_knowledge_find_source(
    knowledge: Option<&ekbom_knowledge>,
    id: ekbom_str,
    source: Option<&mut MaybeUninit<*const ekbom_source>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    find(knowledge, |own| &own.sources, &id, source, error)
}

/// How many there are; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_knowledge_alert_info_count(knowledge: Option<&ekbom_knowledge>) -> usize {
    read(0, || knowledge.map_or(0, |own| own.catalogue().alerts.len()))
}

/// An alert that can be raised. Lasts until `ekbom_knowledge_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_knowledge_alert_info(
    knowledge: Option<&ekbom_knowledge>,
    index: usize,
    alert_info: Option<&mut MaybeUninit<*const ekbom_alert_info>>,
) -> ekbom_status {
    list(knowledge, |own| &own.alerts, index, alert_info)
}

/// The same by its code, or EKBOM_STATUS_NOT_FOUND.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_knowledge_find_alert_info(
    knowledge: Option<&ekbom_knowledge>,
    id: ekbom_str,
    alert_info: Option<&mut MaybeUninit<*const ekbom_alert_info>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    find(knowledge, |own| &own.alerts, &id, alert_info, error)
}

/// The table of one guideline on one question, or EKBOM_STATUS_NOT_FOUND: its index, for `ekbom_knowledge_table` and
/// `ekbom_possible`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_knowledge_find_table(
    knowledge: Option<&ekbom_knowledge>,
    question: ekbom_str,
    guideline: ekbom_str,
    index: Option<&mut MaybeUninit<usize>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let (knowledge, out) = (need(knowledge, "knowledge")?, need(index, "index")?);
        let (question, guideline) = (question.read("question")?, guideline.read("guideline")?);
        let tables = knowledge.knowledge.tables();
        let mut places = tables.iter().enumerate();
        let place = places.find(|(_, own)| own.question.id == question && own.guideline.id == guideline);
        match place {
            Some((place, _)) => {
                out.write(place);
                Ok(())
            }
            None => {
                found::<()>(None, &mut MaybeUninit::uninit(), &format!("{question} by {guideline}"), None)
            }
        }
    })
}

/// The medicine of this name or synonym, whatever its case, or EKBOM_STATUS_NOT_FOUND. Lasts until
/// `ekbom_knowledge_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_knowledge_find_medicine(
    knowledge: Option<&ekbom_knowledge>,
    name: ekbom_str,
    medicine: Option<&mut MaybeUninit<*const ekbom_medicine>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let (knowledge, out) = (need(knowledge, "knowledge")?, need(medicine, "medicine")?);
        let name = name.read("name")?;
        let wanted = Medicine::find(name);
        let item =
            Medicine::all().zip(&knowledge.catalogue().medicines).find(|(own, _)| Some(*own) == wanted);
        let near = closest(name, Medicine::all().map(|own| own.name()));
        found(item.map(|(_, view)| view), out, name, near)
    })
}

/// The analyte that a LOINC code stands for, or EKBOM_STATUS_NOT_FOUND: only codes that could be verified are known. The
/// unit of a result comes from the result, and not from its code. Lasts until `ekbom_knowledge_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_knowledge_find_analyte_by_loinc(
    knowledge: Option<&ekbom_knowledge>,
    code: ekbom_str,
    analyte: Option<&mut MaybeUninit<*const ekbom_analyte>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let (knowledge, out) = (need(knowledge, "knowledge")?, need(analyte, "analyte")?);
        let code = code.read("code")?;
        let has = |own: &Analyte| own.info().loinc.iter().any(|loinc| loinc.code == code);
        let item = Analyte::ALL.iter().zip(&knowledge.catalogue().analytes).find(|(own, _)| has(own));
        found(item.map(|(_, view)| view), out, code, None)
    })
}

/// The UCUM codes of every unit. Lasts until `ekbom_knowledge_free`.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_knowledge_units(knowledge: Option<&ekbom_knowledge>) -> ekbom_strs {
    read(ekbom_strs::NONE, || knowledge.map_or(ekbom_strs::NONE, |own| own.catalogue().units))
}
