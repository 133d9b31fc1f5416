//! What the library knows: questions, tables, rules, analytes, facts, medicines, sources, alerts.

use std::mem::MaybeUninit;

use ekbom::Knowledge;
use ekbom::alert::ALERTS;
use ekbom::analyte::{self, Analyte};
use ekbom::explain::phrase;
use ekbom::fact::{Fact, Group, Kind};
use ekbom::medicine::Medicine;
use ekbom::question;
use ekbom::source::BIBLIOGRAPHY;
use ekbom::suggest::closest;

use crate::call::{at, call, found, need, read};
use crate::error::ekbom_error;
use crate::knowledge::ekbom_knowledge;
use crate::pool::Pool;
use crate::status::ekbom_status;
use crate::text::{ekbom_str, ekbom_strs};

/// A clinical question.
#[repr(C)]
pub struct ekbom_question {
    /// Stable id.
    pub id: ekbom_str,
    /// The question in words.
    pub title: ekbom_str,
    /// The codes of its answers; the last two are always `not_addressed` and `not_applicable`.
    pub answers: ekbom_strs,
    /// What each answer means, in the same order.
    pub meanings: ekbom_strs,
}

/// A decision table: one question and one guideline.
#[repr(C)]
pub struct ekbom_table {
    /// The question.
    pub question: ekbom_str,
    /// The guideline.
    pub guideline: ekbom_str,
    /// The guideline's title.
    pub title: ekbom_str,
    /// `current`, or `on_request` where a patient has to include it.
    pub standing: ekbom_str,
    /// Its rules, first match from the top.
    pub rules: ekbom_strs,
}

/// A rule of a table.
#[repr(C)]
pub struct ekbom_rule {
    /// Stable id.
    pub id: ekbom_str,
    /// The question.
    pub question: ekbom_str,
    /// The guideline.
    pub guideline: ekbom_str,
    /// When it applies, if no earlier rule of its table does; in words.
    pub when: ekbom_str,
    /// A remark for the reader; may be empty.
    pub note: ekbom_str,
    /// How far it was checked: `original`, `secondary`, `derived` or `unverified`.
    pub verification: ekbom_str,
    /// What it answers; more than one where the source leaves it open.
    pub answers: ekbom_strs,
    /// Flags it can raise.
    pub flags: ekbom_strs,
    /// Ids of the sources it cites.
    pub sources: ekbom_strs,
    /// Where in each of them.
    pub locators: ekbom_strs,
}

/// An analyte.
#[repr(C)]
pub struct ekbom_analyte {
    /// Stable id.
    pub id: ekbom_str,
    /// English name.
    pub name: ekbom_str,
    /// The unit of the limits here, as a UCUM code.
    pub canonical_unit: ekbom_str,
    /// The unit usual in the United States.
    pub conventional_unit: ekbom_str,
    /// The unit usual elsewhere.
    pub si_unit: ekbom_str,
    /// A usual interval in adults, for reading; no rule reads it.
    pub interval: ekbom_str,
    /// What else to know; may be empty.
    pub note: ekbom_str,
    /// Every unit accepted.
    pub units: ekbom_strs,
    /// LOINC codes that could be verified.
    pub loinc: ekbom_strs,
    /// The lowest value accepted.
    pub hard_low: f64,
    /// The highest value accepted.
    pub hard_high: f64,
    /// Below this a value needs confirmation; NaN where there is no such limit.
    pub confirm_low: f64,
    /// Above this a value needs confirmation; NaN where there is no such limit.
    pub confirm_high: f64,
    /// Is it present or absent, rather than an amount?
    pub qualitative: bool,
}

/// A fact: something a rule may ask of a patient. Those of the groups `symptoms` and `history` are keys of
/// `ekbom_patient_set_flag`, `ekbom_patient_set_number` and `ekbom_patient_set_choice`, by kind.
#[repr(C)]
pub struct ekbom_fact {
    /// Stable id.
    pub id: ekbom_str,
    /// In words.
    pub label: ekbom_str,
    /// UCUM unit; empty where it has none.
    pub unit: ekbom_str,
    /// `person`, `laboratory`, `symptoms`, `history`, `medicines` or `sample`.
    pub group: ekbom_str,
    /// `flag`, `choice` or `number`.
    pub kind: ekbom_str,
    /// The codes of a choice.
    pub options: ekbom_strs,
    /// The lowest number; NaN where it is none.
    pub low: f64,
    /// The highest number; NaN where it is none.
    pub high: f64,
}

/// A medicine of the catalogue.
#[repr(C)]
pub struct ekbom_medicine {
    /// The nonproprietary name.
    pub name: ekbom_str,
    /// Other names under which it is found.
    pub synonyms: ekbom_strs,
    /// Its classes.
    pub classes: ekbom_strs,
    /// The sources of what its classes claim.
    pub sources: ekbom_strs,
}

/// A source of the bibliography.
#[repr(C)]
pub struct ekbom_source {
    /// Stable id.
    pub id: ekbom_str,
    /// Authors.
    pub authors: ekbom_str,
    /// Title.
    pub title: ekbom_str,
    /// Journal or publisher.
    pub journal: ekbom_str,
    /// Digital object identifier; absent where it has none.
    pub doi: ekbom_str,
    /// PubMed id; absent where it has none.
    pub pmid: ekbom_str,
    /// Address; absent where it has none.
    pub url: ekbom_str,
    /// How it was verified.
    pub how_verified: ekbom_str,
    /// Year; 0 where it has none.
    pub year: u16,
}

/// An alert that can be raised.
#[repr(C)]
pub struct ekbom_alert_info {
    /// Stable code.
    pub code: ekbom_str,
    /// `urgent`, `caution` or `info`.
    pub severity: ekbom_str,
    /// English text.
    pub message: ekbom_str,
}

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

/// The views, made when the first of them is asked for.
pub(crate) struct Catalogue {
    questions: Vec<ekbom_question>,
    tables: Vec<ekbom_table>,
    rules: Vec<ekbom_rule>,
    analytes: Vec<ekbom_analyte>,
    facts: Vec<ekbom_fact>,
    medicines: Vec<ekbom_medicine>,
    sources: Vec<ekbom_source>,
    alerts: Vec<ekbom_alert_info>,
    units: ekbom_strs,
    _pool: Pool,
}

impl Catalogue {
    pub(crate) fn of(knowledge: &Knowledge) -> Self {
        let mut pool = Pool::default();
        let text = ekbom_str::of;
        Self {
            questions: question::all()
                .map(|own| ekbom_question {
                    id: text(own.id),
                    title: text(own.title),
                    answers: pool.list(own.answers.iter().map(|answer| answer.code)),
                    meanings: pool.list(own.answers.iter().map(|answer| answer.meaning)),
                })
                .collect(),
            tables: knowledge
                .tables()
                .iter()
                .map(|own| ekbom_table {
                    question: text(own.question.id),
                    guideline: text(&own.guideline.id),
                    title: text(&own.guideline.title),
                    standing: text(own.guideline.standing.code()),
                    rules: pool.list(own.rules.iter().map(|rule| &rule.id)),
                })
                .collect(),
            rules: knowledge
                .tables()
                .iter()
                .flat_map(|table| table.rules.iter().map(move |rule| (table, rule)))
                .map(|(table, own)| ekbom_rule {
                    id: text(&own.id),
                    question: text(table.question.id),
                    guideline: text(&table.guideline.id),
                    when: pool.text(phrase(&own.when)),
                    note: text(&own.note),
                    verification: text(own.verification.code()),
                    answers: pool.list(table.question.codes(own.answers)),
                    flags: pool.list(own.flags.iter().map(|flag| flag.code.as_ref())),
                    sources: pool.list(own.cites.iter().map(|cite| cite.source.as_ref())),
                    locators: pool.list(own.cites.iter().map(|cite| cite.locator.as_ref())),
                })
                .collect(),
            analytes: Analyte::ALL.iter().map(|own| analyte_view(*own, &mut pool)).collect(),
            facts: Fact::ALL.iter().map(|own| fact_view(*own, &mut pool)).collect(),
            medicines: Medicine::all()
                .map(|own| ekbom_medicine {
                    name: text(own.name()),
                    synonyms: pool.list(own.synonyms().iter().copied()),
                    classes: pool.list(own.classes().map(|class| class.code())),
                    sources: pool.list(
                        own.memberships().iter().flat_map(|own| own.evidence).map(|evidence| evidence.source),
                    ),
                })
                .collect(),
            sources: BIBLIOGRAPHY
                .iter()
                .map(|own| ekbom_source {
                    id: text(own.id),
                    authors: text(own.authors),
                    title: text(own.title),
                    journal: text(own.journal),
                    doi: ekbom_str::maybe(own.doi),
                    pmid: ekbom_str::maybe(own.pmid),
                    url: ekbom_str::maybe(own.url),
                    how_verified: text(own.how_verified),
                    year: own.year.unwrap_or(0),
                })
                .collect(),
            alerts: ALERTS
                .iter()
                .map(|own| ekbom_alert_info {
                    code: text(own.code),
                    severity: text(own.severity.code()),
                    message: text(own.message),
                })
                .collect(),
            units: pool.list(ekbom::unit::Unit::ALL.iter().map(|unit| unit.ucum())),
            _pool: pool,
        }
    }
}

fn analyte_view(own: Analyte, pool: &mut Pool) -> ekbom_analyte {
    let info = own.info();
    let text = ekbom_str::of;
    ekbom_analyte {
        id: text(info.id),
        name: text(info.name),
        canonical_unit: text(info.canonical.ucum()),
        conventional_unit: text(info.conventional.ucum()),
        si_unit: text(info.si.ucum()),
        interval: text(info.interval),
        note: text(info.note),
        units: pool.list(info.units.iter().map(|accepted| accepted.unit.ucum())),
        loinc: pool.list(info.loinc.iter().map(|loinc| loinc.code)),
        hard_low: info.hard.low,
        hard_high: info.hard.high,
        confirm_low: info.confirm.map_or(f64::NAN, |limits| limits.low),
        confirm_high: info.confirm.map_or(f64::NAN, |limits| limits.high),
        qualitative: info.kind == analyte::Kind::Qualitative,
    }
}

fn fact_view(own: Fact, pool: &mut Pool) -> ekbom_fact {
    let info = own.info();
    let (kind, range) = match info.kind {
        Kind::Flag => ("flag", None),
        Kind::Choice(_) => ("choice", None),
        Kind::Number { range } | Kind::Measured { range, .. } | Kind::BySex { range } => {
            ("number", Some(range))
        }
    };
    let group = match info.group {
        Group::Person => "person",
        Group::Laboratory => "laboratory",
        Group::Symptoms => "symptoms",
        Group::History => "history",
        Group::Medicines => "medicines",
        Group::Sample => "sample",
    };
    ekbom_fact {
        id: ekbom_str::of(info.id),
        label: ekbom_str::of(info.label),
        unit: ekbom_str::of(info.unit),
        group: ekbom_str::of(group),
        kind: ekbom_str::of(kind),
        options: match info.kind {
            Kind::Choice(codes) => pool.list(codes.iter().copied()),
            _ => ekbom_strs::NONE,
        },
        low: range.map_or(f64::NAN, |range| range.low()),
        high: range.map_or(f64::NAN, |range| range.high()),
    }
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
pub extern "C" fn ekbom_knowledge_question(
    knowledge: Option<&ekbom_knowledge>,
    index: usize,
    question: Option<&mut MaybeUninit<*const ekbom_question>>,
) -> ekbom_status {
    list(knowledge, |own| &own.questions, index, question)
}

/// The same by its id, or EKBOM_STATUS_NOT_FOUND.
#[unsafe(no_mangle)]
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
pub extern "C" fn ekbom_knowledge_rule(
    knowledge: Option<&ekbom_knowledge>,
    index: usize,
    rule: Option<&mut MaybeUninit<*const ekbom_rule>>,
) -> ekbom_status {
    list(knowledge, |own| &own.rules, index, rule)
}

/// The same by its id, or EKBOM_STATUS_NOT_FOUND.
#[unsafe(no_mangle)]
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
pub extern "C" fn ekbom_knowledge_analyte(
    knowledge: Option<&ekbom_knowledge>,
    index: usize,
    analyte: Option<&mut MaybeUninit<*const ekbom_analyte>>,
) -> ekbom_status {
    list(knowledge, |own| &own.analytes, index, analyte)
}

/// The same by its id, or EKBOM_STATUS_NOT_FOUND.
#[unsafe(no_mangle)]
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
pub extern "C" fn ekbom_knowledge_fact(
    knowledge: Option<&ekbom_knowledge>,
    index: usize,
    fact: Option<&mut MaybeUninit<*const ekbom_fact>>,
) -> ekbom_status {
    list(knowledge, |own| &own.facts, index, fact)
}

/// The same by its id, or EKBOM_STATUS_NOT_FOUND.
#[unsafe(no_mangle)]
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
pub extern "C" fn ekbom_knowledge_source(
    knowledge: Option<&ekbom_knowledge>,
    index: usize,
    source: Option<&mut MaybeUninit<*const ekbom_source>>,
) -> ekbom_status {
    list(knowledge, |own| &own.sources, index, source)
}

/// The same by its id, or EKBOM_STATUS_NOT_FOUND.
#[unsafe(no_mangle)]
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
pub extern "C" fn ekbom_knowledge_alert_info(
    knowledge: Option<&ekbom_knowledge>,
    index: usize,
    alert_info: Option<&mut MaybeUninit<*const ekbom_alert_info>>,
) -> ekbom_status {
    list(knowledge, |own| &own.alerts, index, alert_info)
}

/// The same by its code, or EKBOM_STATUS_NOT_FOUND.
#[unsafe(no_mangle)]
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

/// The UCUM codes of every unit. Lasts until `ekbom_knowledge_free`.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_knowledge_units(knowledge: Option<&ekbom_knowledge>) -> ekbom_strs {
    read(ekbom_strs::NONE, || knowledge.map_or(ekbom_strs::NONE, |own| own.catalogue().units))
}
