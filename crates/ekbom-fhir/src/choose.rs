//! Which of several results count. The newest of a day does; where it is not known which one that is, or where a newer one
//! could not be read, none does: an older result must not stand for one that is not known.

use ekbom::Patient;
use ekbom::measure::analyte::Analyte;
use serde_json::{Map, Value};

use crate::date::{AsOf, Printed, When};
use crate::ledger::{Book, Why, why};
use crate::observation::{Found, Unread};

/// The results of one subject.
#[derive(Default)]
pub(crate) struct Chosen {
    /// Those that count, as the core reads them.
    pub(crate) labs: Vec<Map<String, Value>>,
    /// Where each of them stood.
    pub(crate) orders: Vec<(usize, usize)>,
    /// Those that were set aside although they could be read: none of them counts, but one may be critical.
    pub(crate) aside: Vec<Map<String, Value>>,
    /// All that do not count although they may be the newest, each with its doubt: what they would forbid is withheld.
    pub(crate) doubted: Vec<Map<String, Value>>,
}

impl Chosen {
    fn doubt(&mut self, lab: &Map<String, Value>, when: Option<When>, choice: &Choice<'_>, says: &str) {
        let mut lab = lab.clone();
        if let (Some(when), Some(as_of)) = (when, choice.as_of) {
            // Without days it is of after the day asked about.
            let Some(days) = as_of.days_since(&when) else { return };
            if choice.look_back > 0 && days > i64::from(choice.look_back) {
                return;
            }
            lab.insert("days_ago".into(), Value::from(days));
        }
        lab.insert("doubt".into(), Value::from(says));
        self.doubted.push(lab);
    }
}

/// How results are chosen.
#[derive(Clone, Copy)]
pub(crate) struct Choice<'a> {
    pub(crate) as_of: Option<AsOf>,
    pub(crate) look_back: u32,
    pub(crate) subject: &'a str,
    /// Of a day with several samples, iron and what binds it are taken from one sample.
    pub(crate) by_sample: bool,
}

/// Chooses those that count.
pub(crate) fn choose(
    mut found: Vec<Found>,
    unread: &[Unread],
    choice: &Choice<'_>,
    book: &mut Book,
) -> Chosen {
    let subject = choice.subject;
    let mut unread = unread.to_vec();
    let mut chosen = Chosen::default();
    found.retain(|own| match doubted_limits(&own.lab) {
        Some(reason) => {
            let lab = own.lab.clone();
            unread.push(Unread { analyte: own.analyte, when: own.when, lab, says: reason.says.clone() });
            book.refuse(&own.place, Some(subject), reason);
            chosen.aside.push(own.lab.clone());
            false
        }
        None => true,
    });
    for own in &unread {
        chosen.doubt(&own.lab, own.when, choice, &own.says);
    }
    // Where an entry stands in the document must not matter.
    let order = |own: &Found| {
        (
            own.analyte,
            own.when,
            Value::Object(own.lab.clone()).to_string(),
            own.doubt.clone().map(|own| own.says),
        )
    };
    found.sort_by_cached_key(order);
    let samples = if choice.by_sample { samples(&found, choice.as_of) } else { Vec::new() };
    for analyte in Analyte::ALL {
        let (of, rest): (Vec<Found>, Vec<Found>) = found.into_iter().partition(|own| own.analyte == analyte);
        found = rest;
        if of.is_empty() {
            continue;
        }
        let barriers: Vec<&Unread> = unread.iter().filter(|own| own.analyte == analyte).collect();
        let samples = if PAIRED.contains(&analyte) { samples.as_slice() } else { &[] };
        of_one(of, &barriers, choice, samples, book, &mut chosen);
    }
    chosen
}

/// Iron, and what gives its binding capacity: a saturation is of one sample.
const PAIRED: &[Analyte] = &[Analyte::Iron, Analyte::Tibc, Analyte::Uibc, Analyte::Transferrin];

/// For each day, the newest sample with iron and what binds it, where that day has several samples.
fn samples(found: &[Found], as_of: Option<AsOf>) -> Vec<When> {
    let timed =
        |analyte: Analyte| found.iter().filter(move |own| own.analyte == analyte).filter_map(|own| own.when);
    let mut both: Vec<When> = Vec::new();
    let later = |own: &When| as_of.is_some_and(|as_of| as_of.days_since(own).is_none());
    for iron in timed(Analyte::Iron).filter(|own| own.instant.is_some() && !later(own)) {
        let partner =
            PAIRED.iter().skip(1).flat_map(|own| timed(*own)).any(|own| own.instant == iron.instant);
        if !partner {
            continue;
        }
        match both.iter_mut().find(|own| own.first == iron.first) {
            Some(own) if iron.after(own) => *own = iron,
            Some(_) => {}
            None => both.push(iron),
        }
    }
    both
}

/// Limits that contradict themselves or the result say that its unit, or its analyte, may be another: then it is not read.
fn doubted_limits(lab: &Map<String, Value>) -> Option<Why> {
    if !lab.contains_key("ref_low") && !lab.contains_key("ref_high") {
        return None;
    }
    let patient = serde_json::json!({"labs": [lab]}).to_string();
    let errors = Patient::from_json(&patient).err()?;
    let of_limits = errors.errors().iter().find(|own| own.field().contains(".ref_"))?;
    Some(why("limits", of_limits.message()))
}

fn of_one(
    found: Vec<Found>,
    unread: &[&Unread],
    choice: &Choice<'_>,
    samples: &[When],
    book: &mut Book,
    into: &mut Chosen,
) {
    let Choice { as_of, look_back, subject, .. } = *choice;
    let mut kept: Vec<(Found, Option<i64>)> = Vec::new();
    for own in found {
        let days = match (own.when, as_of) {
            (Some(when), Some(as_of)) => match as_of.days_since(&when) {
                Some(days) => Some(days),
                None => {
                    book.skip(
                        &own.place,
                        Some(subject),
                        why("later_than_as_of", "it is later than the day asked about"),
                    );
                    continue;
                }
            },
            _ => None,
        };
        kept.push((own, days));
    }
    let later = |own: &&&Unread| match (own.when, as_of) {
        (Some(when), Some(as_of)) => as_of.days_since(&when).is_some(),
        _ => true,
    };
    let unread: Vec<&&Unread> = unread.iter().filter(later).collect();
    kept = without_doubles(kept, subject, book);
    kept = in_known_order(kept, &unread, choice, book, into);
    kept = of_their_sample(kept, samples, subject, book);
    // Newest first; of one day only the newest.
    let mut sorted: Vec<(Found, Option<i64>)> = Vec::new();
    for one in kept {
        let at = sorted.partition_point(|other| after(&other.0, &one.0));
        sorted.insert(at, one);
    }
    let mut chosen: Vec<(Found, Option<i64>)> = Vec::new();
    for (own, days) in sorted {
        let newest = chosen.last().and_then(|(_, days)| *days);
        if newest.zip(days).is_some_and(|(newest, days)| days <= newest) {
            book.skip(
                &own.place,
                Some(subject),
                why("newer_same_day", "there is a newer one of the same day"),
            );
            continue;
        }
        chosen.push((own, days));
    }
    for (at, (mut own, days)) in chosen.into_iter().enumerate() {
        if look_back > 0 && days.is_some_and(|days| days > i64::from(look_back)) {
            let when = own.when.map(|own| Printed(own.first).to_string()).unwrap_or_default();
            let mut says = format!("it is older than {look_back} days");
            if at == 0 {
                says.push_str(", and the newest of its kind");
                book.note(format!(
                    "{subject}: the newest {} is of {when}, and more than {look_back} days old: not read.",
                    own.analyte.name()
                ));
            }
            book.skip(&own.place, Some(subject), why("older_than_look_back", says));
            continue;
        }
        if let Some(days) = days {
            own.lab.insert("days_ago".into(), Value::from(days));
        }
        book.read(&own.place, subject, format!("labs.{}", own.analyte), own.doubt);
        into.orders.push(own.place.order);
        into.labs.push(own.lab);
    }
}

/// Of a day that has the sample of a saturation, the result of that sample; of other days all.
fn of_their_sample(
    all: Vec<(Found, Option<i64>)>,
    samples: &[When],
    subject: &str,
    book: &mut Book,
) -> Vec<(Found, Option<i64>)> {
    let held: Vec<&When> = samples
        .iter()
        .filter(|sample| all.iter().any(|(own, _)| own.when.as_ref() == Some(sample)))
        .collect();
    let (kept, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|(own, _)| {
        let sample = own.when.and_then(|when| held.iter().find(|sample| sample.first == when.first));
        sample.is_none_or(|sample| own.when.as_ref() == Some(sample))
    });
    for (own, _) in others {
        let says = "iron and what binds it are taken from another sample of this day";
        book.skip(&own.place, Some(subject), why("other_sample", says));
    }
    kept
}

/// Certainly after the other.
fn after(one: &Found, other: &Found) -> bool {
    one.when.zip(other.when).is_some_and(|(one, other)| one.after(&other))
}

/// One result that stands there twice is one.
fn without_doubles(
    all: Vec<(Found, Option<i64>)>,
    subject: &str,
    book: &mut Book,
) -> Vec<(Found, Option<i64>)> {
    let mut kept: Vec<(Found, Option<i64>)> = Vec::new();
    for own in all {
        let double = kept.iter().any(|(other, _)| other.when == own.0.when && is_one(&other.lab, &own.0.lab));
        if double {
            book.skip(
                &own.0.place,
                Some(subject),
                why("equal_to_another", "the same result stands there already"),
            );
        } else {
            kept.push(own);
        }
    }
    kept
}

/// Are they one result, by the core itself: perhaps in two units, each rounded to what was printed?
fn is_one(one: &Map<String, Value>, other: &Map<String, Value>) -> bool {
    if one == other {
        return true;
    }
    let labs = [one, other].map(|own| {
        let mut own = own.clone();
        own.insert("days_ago".into(), Value::from(0));
        Value::Object(own)
    });
    let patient = serde_json::json!({"labs": labs}).to_string();
    Patient::from_json(&patient).is_ok_and(|own| own.labs().len() == 1)
}

/// Without those of which it is not known whether they are the newest.
fn in_known_order(
    all: Vec<(Found, Option<i64>)>,
    unread: &[&&Unread],
    choice: &Choice<'_>,
    book: &mut Book,
    into: &mut Chosen,
) -> Vec<(Found, Option<i64>)> {
    let subject = choice.subject;
    let mut reasons: Vec<Option<Why>> = vec![None; all.len()];
    let beside_others = all.len() + unread.len() > 1;
    if beside_others && all.iter().any(|(own, _)| own.when.is_none()) {
        let says = "one of several results of this kind has no date: which is the newest is not known";
        reasons.fill(Some(why("undated_beside_others", says)));
    }
    for (at, (one, _)) in all.iter().enumerate() {
        for (behind, (other, _)) in all.iter().enumerate().skip(at + 1) {
            if one.when.is_some() && other.when.is_some() && !after(one, other) && !after(other, one) {
                let says =
                    "another result of this kind is, or may be, of the same time and says something else";
                for place in [at, behind] {
                    if let Some(reason) = reasons.get_mut(place) {
                        reason.get_or_insert_with(|| why("contradicts_another", says));
                    }
                }
            }
        }
    }
    // What was set aside is as unknown as what could not be read.
    let aside = all.iter().zip(&reasons).filter(|(_, reason)| reason.is_some());
    let mut barriers: Vec<Option<When>> = aside.map(|((own, _), _)| own.when).collect();
    barriers.extend(unread.iter().map(|own| own.when));
    let mut kept = Vec::new();
    for (own, reason) in all.into_iter().zip(reasons) {
        let newest = barriers
            .iter()
            .all(|barrier| barrier.zip(own.0.when).is_some_and(|(barrier, when)| when.after(&barrier)));
        let says = "a newer result of this kind could not be read: an older one does not stand for it";
        match reason {
            Some(reason) => {
                into.aside.push(own.0.lab.clone());
                into.doubt(&own.0.lab, own.0.when, choice, &reason.says);
                book.refuse(&own.0.place, Some(subject), reason);
            }
            None if !newest => book.refuse(&own.0.place, Some(subject), why("newer_not_readable", says)),
            None => kept.push(own),
        }
    }
    kept
}
