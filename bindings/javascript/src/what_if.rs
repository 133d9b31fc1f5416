//! What would change: a patient beside variants of it. Both are assessed as any other, and the answers compared.

use ekbom::assess::{Act, AlertRaised, Assessment, CriticalResult, Position, PrecautionSaid, Stopped, Usual};
use ekbom::source::Text;
use ekbom::{Knowledge, Patient};
use serde::Serialize;
use serde_json::value::RawValue;

use crate::assess::{made, read, wanted};
use crate::desk::json;
use crate::fault::Failure;
use crate::request::Request;

/// More variants than a slider has places.
const MOST_VARIANTS: usize = 1000;

/// What changed from the patient to one variant.
#[derive(Serialize)]
struct Changes<'c> {
    positions: Vec<Moved<'c>>,
    acts: Two<'c, Act>,
    alerts: Two<'c, AlertRaised>,
    stopped: Two<'c, Stopped>,
    precautions: Two<'c, PrecautionSaid>,
    critical: Two<'c, CriticalResult>,
}

/// One answer that changed; null where the guideline is not asked at all.
#[derive(Serialize)]
struct Moved<'c> {
    question: &'c str,
    guideline: &'c str,
    before: Option<Left<'c>>,
    after: Option<Left<'c>>,
}

/// What is left of the answers.
#[derive(PartialEq, Serialize)]
struct Left<'c> {
    possible: &'c [Text],
    usual: Option<&'c Usual>,
}

#[derive(Serialize)]
struct Two<'c, T> {
    new: Vec<&'c T>,
    gone: Vec<&'c T>,
}

impl<'c, T> Two<'c, T> {
    /// What is on one side only, by what names it.
    fn by<K: PartialEq>(before: &'c [T], after: &'c [T], key: impl Fn(&'c T) -> K) -> Self {
        let without = |these: &'c [T], those: &'c [T]| {
            these.iter().filter(|one| !those.iter().any(|other| key(other) == key(one))).collect()
        };
        Self { new: without(after, before), gone: without(before, after) }
    }
}

pub(crate) fn what_if(knowledge: &Knowledge, request: &Request<'_>) -> Result<String, Failure> {
    let policy = request.policy()?;
    let wanted = wanted(knowledge, request)?;
    let variants: Vec<&RawValue> = request.borrow("variants")?.unwrap_or_default();
    if variants.len() > MOST_VARIANTS {
        let message = format!("at most {MOST_VARIANTS} variants");
        return Err(Failure::wrong("variants", &variants.len().to_string(), message));
    }
    let assessed = |patient: &Patient| made(knowledge, patient, &policy, &wanted);
    let before = assessed(&read(knowledge, &request.patient()?)?)?;
    let mut texts = Vec::with_capacity(variants.len());
    for variant in variants {
        // A variant that is refused stands in its place with its faults, and the others are answered.
        texts.push(match read(knowledge, variant.get().as_bytes()) {
            Ok(patient) => json(&changes(&before, &assessed(&patient)?))?,
            Err(Failure::Refused(text)) => text,
            Err(other) => return Err(other),
        });
    }
    Ok(format!("[{}]", texts.join(",")))
}

fn changes<'c>(before: &'c Assessment, after: &'c Assessment) -> Changes<'c> {
    Changes {
        positions: moved(&before.positions, &after.positions),
        acts: Two::by(&before.acts, &after.acts, |act| (&act.act, &act.certainty)),
        alerts: Two::by(&before.alerts, &after.alerts, |alert| &alert.code),
        stopped: Two::by(&before.stopped, &after.stopped, |stop| (&stop.rule, &stop.answers)),
        precautions: Two::by(&before.precautions, &after.precautions, |own| {
            (&own.id, &own.concerns, own.taken, own.certain)
        }),
        critical: Two::by(&before.critical, &after.critical, |own| (&own.analyte, &own.says)),
    }
}

fn moved<'c>(before: &'c [Position], after: &'c [Position]) -> Vec<Moved<'c>> {
    let left = |own: &'c Position| Left { possible: &own.possible, usual: own.usual.as_ref() };
    let same =
        |one: &Position, other: &Position| one.question == other.question && one.guideline == other.guideline;
    let of = |own: &'c Position, these: &'c [Position]| these.iter().find(|other| same(own, other)).map(left);
    let every = before.iter().chain(after.iter().filter(|own| !before.iter().any(|other| same(own, other))));
    every
        .map(|own| Moved {
            question: &own.question,
            guideline: &own.guideline,
            before: of(own, before),
            after: of(own, after),
        })
        .filter(|moved| moved.before != moved.after)
        .collect()
}
