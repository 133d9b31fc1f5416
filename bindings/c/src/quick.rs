//! The quick door: one question, without words.

use std::mem::MaybeUninit;

use crate::call::{Failure, call, need};
use crate::error::ekbom_error;
use crate::knowledge::ekbom_knowledge;
use crate::patient::ekbom_patient;
use crate::status::ekbom_status;

/// The answers that one table still allows, and nothing else: bit `i` stands for answer `i` of the question. `table` is
/// an index as in `ekbom_knowledge_table`. Under the default policy; whether the patient asked for the guideline is not
/// looked at.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_possible(
    knowledge: Option<&ekbom_knowledge>,
    patient: Option<&ekbom_patient>,
    table: usize,
    answers: Option<&mut MaybeUninit<u16>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let (knowledge, patient) = (need(knowledge, "knowledge")?, need(patient, "patient")?);
        let answers = need(answers, "answers")?;
        let tables = knowledge.knowledge.tables();
        let own = tables.get(table).ok_or_else(|| {
            let accepted = vec![format!("0 to {}", tables.len().saturating_sub(1))];
            let message = format!("there is no table {table}");
            Failure::new(ekbom_status::OutOfRange, "table", &table.to_string(), message, accepted)
        })?;
        let facts = patient.checked()?.facts();
        let possible = own.ask(facts);
        answers.write(possible.indices().fold(0, |sum, index| sum | 1 << index));
        Ok(())
    })
}
