//! What a map asks for, found in the knowledge; and why rows were refused, as a column.

use std::sync::Arc;

use arrow_array::{Array, ArrayRef, StringViewArray};
use arrow_schema::Schema;
use ekbom::knowledge::Knowledge;
use ekbom::logic::authoring::Standing;

use crate::error::{CohortError, Refusal};
use crate::map::CohortMap;
use crate::planes::Recorder;

/// A column of an alert.
#[derive(Clone, Debug)]
pub(crate) struct AlertColumn {
    pub(crate) code: &'static str,
    /// Only a whole assessment raises it.
    pub(crate) whole: bool,
}

/// What is said of each row, as JSON; `none` is a column in which nothing is said, since mostly nothing is.
pub(crate) fn told(refusals: &[Refusal], first: u64, rows: usize, none: &ArrayRef) -> ArrayRef {
    if refusals.is_empty() {
        return if rows <= none.len() { none.slice(0, rows) } else { no_errors(rows) };
    }
    let mut rest = refusals.chunk_by(|one, other| one.row == other.row).peekable();
    let column = (first..).take(rows).map(|row| {
        let own = rest.next_if(|own| own.first().is_some_and(|first| first.row == row))?;
        Some(serde_json::to_string(own).unwrap_or_default())
    });
    let array: StringViewArray = column.collect();
    Arc::new(array)
}

/// A column in which nothing is refused.
pub(crate) fn no_errors(rows: usize) -> ArrayRef {
    Arc::new(StringViewArray::new_null(rows))
}

/// The tables asked, by place.
pub(crate) fn tables(knowledge: &Knowledge, map: &CohortMap) -> Result<Vec<usize>, CohortError> {
    let mut places = Vec::new();
    for ask in &map.ask {
        let (question, guideline) = match ask.split_once('@') {
            Some((question, guideline)) => (question, Some(guideline)),
            None => (ask.as_str(), None),
        };
        let before = places.len();
        for (place, table) in knowledge.tables().iter().enumerate() {
            let wanted = match guideline {
                Some(guideline) => table.guideline.id == guideline,
                None => table.guideline.standing == Standing::Current,
            };
            if wanted && table.question.id == question && !places.contains(&place) {
                places.push(place);
            }
        }
        let known = knowledge.tables().iter().any(|table| {
            table.question.id == question && guideline.is_none_or(|own| table.guideline.id == own)
        });
        if places.len() == before && !known {
            let same = knowledge.tables().iter().filter(|table| table.question.id == question);
            let accepted: Vec<String> = same.map(|table| table.name()).collect();
            let message = if accepted.is_empty() {
                format!("there is no question `{ask}`")
            } else {
                format!("there is no `{ask}` (accepted: {})", accepted.join(", "))
            };
            return Err(CohortError::map("ask", message));
        }
    }
    Ok(places)
}

pub(crate) fn alerts(knowledge: &Knowledge, map: &CohortMap) -> Result<Vec<AlertColumn>, CohortError> {
    let mut columns = Vec::new();
    for code in &map.alerts {
        let alert = ekbom::knowledge::alert::find(code)
            .ok_or_else(|| CohortError::map("alerts", format!("there is no alert `{code}`")))?;
        let lanes = knowledge.triggered(alert.code, &Recorder::default()).is_some();
        columns.push(AlertColumn { code: alert.code, whole: !lanes });
    }
    Ok(columns)
}

pub(crate) fn keep(map: &CohortMap, schema: &Schema) -> Result<Vec<usize>, CohortError> {
    let mut places = Vec::new();
    for name in map.keep.iter().flatten() {
        if name == "*" {
            places.extend(0..schema.fields().len());
        } else {
            let found = schema.index_of(name);
            let missing = |_| CohortError::map("keep", format!("there is no column `{name}`"));
            places.push(found.map_err(missing)?);
        }
    }
    Ok(places)
}
