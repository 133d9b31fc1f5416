//! English for every code.

use std::mem::MaybeUninit;

use ekbom::knowledge::texts::texts;

use crate::call::{at, call, found, need, read};
use crate::error::ekbom_error;
use crate::knowledge::ekbom_knowledge;
use crate::pool::Pool;
use crate::status::ekbom_status;
use crate::text::ekbom_str;

/// A code with its English text: what a screen shows where nobody has translated it.
#[repr(C)]
pub struct ekbom_word {
    /// The set it belongs to: `action`, `strength`, `instruction`, `question`, `alert`, `answer.iron.therapy` and others.
    pub set: ekbom_str,
    /// The code.
    pub code: ekbom_str,
    /// English.
    pub english: ekbom_str,
}

/// All of them, made when the first is asked for.
pub(crate) struct Words {
    all: Vec<ekbom_word>,
    _pool: Pool,
}

impl Words {
    pub(crate) fn new() -> Self {
        let mut pool = Pool::default();
        let all = texts()
            .into_iter()
            .map(|own| ekbom_word {
                set: pool.text(own.set),
                code: ekbom_str::of(own.code),
                english: pool.text(own.english),
            })
            .collect();
        Self { all, _pool: pool }
    }
}

/// How many codes have an English text; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_knowledge_word_count(knowledge: Option<&ekbom_knowledge>) -> usize {
    read(0, || knowledge.map_or(0, |own| own.words().all.len()))
}

/// A code with its English text, in the order of a screen. Lasts until `ekbom_knowledge_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_knowledge_word(
    knowledge: Option<&ekbom_knowledge>,
    index: usize,
    word: Option<&mut MaybeUninit<*const ekbom_word>>,
) -> ekbom_status {
    read(ekbom_status::Panic, || at(knowledge.map(|own| own.words().all.as_slice()), index, word))
}

/// The English text of a code, such as `oral_iron` of the set `action`, or EKBOM_STATUS_NOT_FOUND. Lasts until
/// `ekbom_knowledge_free`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_knowledge_find_word(
    knowledge: Option<&ekbom_knowledge>,
    set: ekbom_str,
    code: ekbom_str,
    word: Option<&mut MaybeUninit<*const ekbom_word>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let (knowledge, out) = (need(knowledge, "knowledge")?, need(word, "word")?);
        let (set, code) = (set.read("set")?, code.read("code")?);
        let is = |own: &ekbom_str, wanted: &str| own.read("").is_ok_and(|text| text == wanted);
        let item = knowledge.words().all.iter().find(|own| is(&own.set, set) && is(&own.code, code));
        found(item, out, &format!("{code} of {set}"), None)
    })
}
