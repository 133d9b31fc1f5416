//! The knowledge.

use std::mem::MaybeUninit;
use std::sync::{Arc, OnceLock};

use ekbom::Knowledge;
use ekbom::exchange::rules::RuleBook;

use crate::call::{Failure, call, free, need, read};
use crate::catalogue::Catalogue;
use crate::error::ekbom_error;
use crate::status::ekbom_status;
use crate::text::{ekbom_str, ekbom_text};
use crate::words::Words;

/// The guidelines' tables, compiled, and the catalogues. Some milliseconds to build: build it once and share it. An
/// assessment may outlive it.
pub struct ekbom_knowledge {
    pub(crate) knowledge: Arc<Knowledge>,
    catalogue: OnceLock<Catalogue>,
    words: OnceLock<Words>,
}

impl ekbom_knowledge {
    fn new(knowledge: Knowledge) -> Self {
        Self { knowledge: Arc::new(knowledge), catalogue: OnceLock::new(), words: OnceLock::new() }
    }

    pub(crate) fn words(&self) -> &Words {
        self.words.get_or_init(Words::new)
    }

    pub(crate) fn catalogue(&self) -> &Catalogue {
        self.catalogue.get_or_init(|| Catalogue::of(&self.knowledge))
    }
}

/// The knowledge that comes with the library.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_knowledge_new(
    knowledge: Option<&mut MaybeUninit<Option<Box<ekbom_knowledge>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        need(knowledge, "knowledge")?.write(Some(Box::new(ekbom_knowledge::new(Knowledge::builtin()))));
        Ok(())
    })
}

/// Knowledge from rules in JSON, as `ekbom_knowledge_to_json` writes them or another tool changed them.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_knowledge_from_json(
    json: ekbom_str,
    knowledge: Option<&mut MaybeUninit<Option<Box<ekbom_knowledge>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let knowledge = need(knowledge, "knowledge")?;
        let compiled = RuleBook::from_json(json.read("json")?).and_then(|book| book.compile());
        let compiled = compiled.map_err(|error| {
            Failure::new(ekbom_status::InvalidRules, "json", "", error.to_string(), Vec::new())
        })?;
        knowledge.write(Some(Box::new(ekbom_knowledge::new(compiled))));
        Ok(())
    })
}

/// Every rule with its conditions, as JSON.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_knowledge_to_json(
    knowledge: Option<&ekbom_knowledge>,
    json: Option<&mut MaybeUninit<Option<Box<ekbom_text>>>>,
) -> ekbom_status {
    call(None, || {
        let (knowledge, json) = (need(knowledge, "knowledge")?, need(json, "json")?);
        json.write(Some(Box::new(ekbom_text(RuleBook::of(&knowledge.knowledge).to_json()))));
        Ok(())
    })
}

/// Version of the knowledge, apart from that of the library. Lasts until `ekbom_knowledge_free`. Absent for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_knowledge_version(knowledge: Option<&ekbom_knowledge>) -> ekbom_str {
    read(ekbom_str::NONE, || knowledge.map_or(ekbom_str::NONE, |own| ekbom_str::of(own.knowledge.version())))
}

/// Fingerprint of all its rules: equal rules, equal hash. Lasts until `ekbom_knowledge_free`. Absent for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_knowledge_hash(knowledge: Option<&ekbom_knowledge>) -> ekbom_str {
    read(ekbom_str::NONE, || knowledge.map_or(ekbom_str::NONE, |own| ekbom_str::of(own.knowledge.hash())))
}

/// Frees it. Assessments made with it stay valid.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_knowledge_free(knowledge: Option<Box<ekbom_knowledge>>) {
    free(knowledge);
}
