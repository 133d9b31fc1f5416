//! Random rows, everything missing, censored, implausible and unit-varied, against one patient at a time.
//!
//! `EKBOM_COHORT_ROWS` sets how many rows (1,000,000 for the whole proof, in the release profile).
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "in a test a failed unwrap is a failed test"
)]

mod common;

use std::sync::Arc;

use arrow_array::types::Int8Type;
use arrow_array::{
    ArrayRef, BooleanArray, DictionaryArray, Float32Array, Float64Array, Int32Array, RecordBatch,
    StringArray, StringViewArray,
};
use common::{Counts, Random, agree};
use ekbom::Knowledge;
use ekbom::fact::medicine::Medicine;
use ekbom::fact::{Fact, Group, Kind};
use ekbom::measure::analyte::{Accepted, Analyte, AnalyteKind};
use ekbom::measure::unit::Unit;
use ekbom_cohort::{CohortMap, Column, Confirmed, Limit, Medicines, Quantity, Scalar};
use serde_json::{Value, json};

const ROWS_A_MAP: usize = 700;

type Columns = Vec<(String, ArrayRef)>;

#[test]
fn a_cohort_is_its_patients() {
    let rows = std::env::var("EKBOM_COHORT_ROWS").ok().and_then(|text| text.parse().ok()).unwrap_or(7_000u64);
    let threads = std::thread::available_parallelism().map_or(1, usize::from) as u64;
    let knowledge = Arc::new(Knowledge::builtin());
    let seed = std::env::var("EKBOM_COHORT_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(1u64);
    let parts: Vec<Counts> = std::thread::scope(|scope| {
        let all: Vec<_> = (0..threads)
            .map(|thread| {
                let knowledge = Arc::clone(&knowledge);
                scope.spawn(move || {
                    let mut counts = Counts::default();
                    let mut random = Random(0x9e37_79b9_7f4a_7c15 ^ ((seed << 8 | thread) << 17 | 1));
                    while counts.rows < rows / threads {
                        one_map(&knowledge, &mut random, &mut counts);
                    }
                    counts
                })
            })
            .collect();
        all.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let sum = |of: fn(&Counts) -> u64| parts.iter().map(of).sum::<u64>();
    println!(
        "{} rows agree: {} answers, {} of them open, {} rows refused, {} alerts raised",
        sum(|own| own.rows),
        sum(|own| own.answers),
        sum(|own| own.open),
        sum(|own| own.refused),
        sum(|own| own.alerts)
    );
    assert!(sum(|own| own.refused) > 0 && sum(|own| own.open) > 0 && sum(|own| own.alerts) > 0);
}

fn one_map(knowledge: &Arc<Knowledge>, random: &mut Random, counts: &mut Counts) {
    let mut map = CohortMap { possible: true, needs: true, ..CohortMap::default() };
    for table in knowledge.tables() {
        if random.chance(30) && table.guideline.standing == ekbom::logic::authoring::Standing::Current {
            map.ask.push(table.name());
        }
    }
    map.ask.push("iron.safety@ekbom-safety".into());
    let probe = ekbom::assess::intake::intake(&Patient::builder().build().unwrap(), &Default::default());
    let possible = knowledge.possible(&probe.facts, &mut ekbom::logic::engine::Scratch::new());
    let situation = ekbom::knowledge::alert::Situation { facts: &probe.facts, possible: &possible };
    for alert in ekbom::knowledge::alert::ALERTS {
        if random.chance(40) && knowledge.triggered::<bool>(alert.code, &situation).is_some() {
            map.alerts.push(alert.code.to_owned());
        }
    }
    if random.chance(4) {
        map.alerts.push("iron_withheld".into());
    }
    for group in ["symptoms", "history", "medicines"] {
        if random.chance(40) {
            map.complete.push(group.into());
        }
    }
    let rows = if random.chance(20) { 1 + random.below(130) } else { ROWS_A_MAP };
    let mut patients: Vec<Value> = vec![json!({"complete": map.complete}); rows];
    let mut columns: Columns = Vec::new();
    let strange = random.chance(30);
    // In the order of the map, so that faults come in the same order.
    let mut analytes = Analyte::ALL;
    analytes.sort_by_key(|analyte| analyte.id());
    for analyte in analytes {
        if random.chance(55) {
            lab(analyte, strange, random, &mut map, &mut columns, &mut patients);
        }
    }
    person(random, &mut map, &mut columns, &mut patients);
    items(random, &mut map, &mut columns, &mut patients);
    if random.chance(50) {
        medicines(random, &mut map, &mut columns, &mut patients);
    }
    unanswered(&map, &mut patients);
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    agree(knowledge, &map, &batch, &patients, counts);
}

/// A column that says nothing of an item in a row says so: the item is there, and has no value.
fn unanswered(map: &CohortMap, patients: &mut [Value]) {
    let items = map.items.keys().filter_map(|key| {
        let group = match Fact::from_id(key)?.info().group {
            Group::Symptoms => "symptoms",
            Group::History => "history",
            _ => return None,
        };
        Some((group, key.as_str()))
    });
    let person = ["pregnant", "trimester"].into_iter().filter(|key| map.person.contains_key(*key));
    for (group, key) in items.chain(person.map(|key| ("history", key))) {
        for patient in patients.iter_mut().filter(|own| own[group].get(key).is_none()) {
            patient[group][key] = Value::Null;
        }
    }
}

use ekbom::Patient;

/// Limits that rules print, where equality matters.
const LIMITS: [f64; 24] = [
    5.0, 6.5, 15.0, 16.0, 20.0, 25.0, 30.0, 45.0, 48.0, 50.0, 60.0, 70.0, 75.0, 90.0, 100.0, 110.0, 120.0,
    130.0, 180.0, 200.0, 300.0, 350.0, 400.0, 1000.0,
];

fn lab(
    analyte: Analyte,
    strange: bool,
    random: &mut Random,
    map: &mut CohortMap,
    columns: &mut Columns,
    patients: &mut [Value],
) {
    let info = analyte.info();
    // Of urea in mg/dL a map is refused: that unit does not say what was measured.
    let says = |own: &&Accepted| (info.id, own.unit) != ("urea", Unit::MgPerDl);
    let units: Vec<&Accepted> = info.units.iter().filter(says).collect();
    let accepted = units[random.below(units.len())];
    let name = format!("lab {analyte}");
    let unit = accepted.unit.ucum();
    let mut quantity = Quantity::new(&name, unit);
    if info.kind == AnalyteKind::Qualitative && random.chance(70) {
        let said: Vec<Option<bool>> =
            patients.iter().map(|_| random.chance(60).then(|| random.chance(40))).collect();
        for (patient, said) in patients.iter_mut().zip(&said) {
            if let Some(said) = said {
                let word = if *said { "positive" } else { "negative" };
                add_lab(patient, json!({"analyte": analyte.id(), "value": word}));
            }
        }
        quantity.unit = None;
        columns.push((name, Arc::new(BooleanArray::from(said))));
        map.quantities.insert(analyte.id().into(), quantity);
        return;
    }
    let everyday = info.confirm.unwrap_or(info.hard);
    let (low, high) = (everyday.low.max(everyday.high * 1e-4), everyday.high);
    let kind = random.below(5);
    let text = kind == 3;
    let censoring = random.chance(50);
    let comparator_column = censoring && (!text || random.chance(50));
    let missing = [10, 30, 70][random.below(3)];
    let mut values: Vec<Option<f64>> = Vec::new();
    let mut signs: Vec<Option<&str>> = Vec::new();
    for _ in patients.iter() {
        let mut value = low * (high / low).powf(random.unit());
        if random.chance(25) {
            value = LIMITS[random.below(LIMITS.len())] * [1.0, 1.0, 1.0, 1.0001, 0.9999][random.below(5)];
        }
        value = accepted.scale.from_canonical(value);
        if strange && random.chance(3) {
            value *= [0.0, 0.01, 100.0, 1e4][random.below(4)];
        }
        value = match random.below(3) {
            0 => value,
            1 => (value * 10.0).round() / 10.0,
            _ => value.round(),
        };
        value = match kind {
            0 | 3 => value,
            1 => f64::from(value as f32),
            _ if kind == 2 => value.round().min(2e9),
            _ => value,
        };
        // What lies outside what is believed refuses the row; mostly rows should be answered.
        let plausible = Some(ekbom::measure::analyte::Plausibility::Plausible);
        if !strange && analyte.plausibility_in(value, accepted.unit) != plausible {
            values.push(None);
        } else {
            values.push((!random.chance(missing)).then_some(value));
        }
        signs.push((censoring && random.chance(15)).then(|| ["<", "<=", ">", ">="][random.below(4)]));
    }
    let mut limits: [Vec<Option<f64>>; 3] = Default::default();
    if random.chance(40) {
        let middle = accepted.scale.from_canonical((low * high).sqrt());
        let constant = random.chance(40);
        let fixed = [middle * 0.8, middle * 1.6, middle];
        for (at, limits) in limits.iter_mut().enumerate() {
            let given = if at == 2 { 40 } else { 90 };
            let same = random.chance(given).then_some(fixed[at]);
            *limits = patients
                .iter()
                .map(|_| {
                    if constant {
                        same
                    } else {
                        random.chance(given).then(|| fixed[at] * (0.9 + 0.2 * random.unit()))
                    }
                })
                .collect();
        }
        // A grey zone without a lower limit is refused: seldom.
        if constant && limits[0].first().is_some_and(Option::is_none) {
            limits[2].fill(None);
        }
        if !constant && !strange {
            let [below, _, grey] = &mut limits;
            below
                .iter()
                .zip(grey.iter_mut())
                .filter(|(low, _)| low.is_none())
                .for_each(|(_, grey)| *grey = None);
        }
        for (at, key) in ["ref_low", "ref_high", "grey_high"].into_iter().enumerate() {
            let limit = if constant {
                limits[at].first().copied().flatten().map(Limit::Value)
            } else {
                columns.push((format!("{key} {analyte}"), Arc::new(Float64Array::from(limits[at].clone()))));
                Some(Limit::Column(format!("{key} {analyte}")))
            };
            match at {
                0 => quantity.ref_low = limit,
                1 => quantity.ref_high = limit,
                _ => quantity.grey_high = limit,
            }
        }
    }
    let confirmed: Vec<bool> = patients.iter().map(|_| random.chance(30)).collect();
    let confirms = random.chance(30);
    if confirms {
        let column = format!("confirmed {analyte}");
        columns.push((column.clone(), Arc::new(BooleanArray::from(confirmed.clone()))));
        quantity.confirmed = Some(Confirmed::Column(Column::new(column)));
    }
    if analyte.id().starts_with("folate") && random.chance(60) {
        quantity.assay = Some(["microbiological", "protein_binding"][random.below(2)].into());
    }
    for (row, patient) in patients.iter_mut().enumerate() {
        let Some(value) = values[row] else { continue };
        let mut lab = json!({"analyte": analyte.id(), "value": value, "unit": unit});
        if let Some(sign) = signs[row] {
            lab["comparator"] = json!(sign);
        }
        for (key, limits) in ["ref_low", "ref_high", "grey_high"].into_iter().zip(&limits) {
            if let Some(Some(limit)) = limits.get(row) {
                lab[key] = json!(limit);
            }
        }
        if confirms && confirmed[row] {
            lab["confirmed"] = json!(true);
        }
        if let Some(assay) = &quantity.assay {
            lab["assay"] = json!(assay);
        }
        add_lab(patient, lab);
    }
    let array: ArrayRef = match kind {
        1 => Arc::new(values.iter().map(|value| value.map(|value| value as f32)).collect::<Float32Array>()),
        2 => Arc::new(values.iter().map(|value| value.map(|value| value as i32)).collect::<Int32Array>()),
        3 => {
            let texts = values.iter().zip(&signs).map(|(value, sign)| {
                let sign = if comparator_column { "" } else { sign.unwrap_or("") };
                value.map(|value| format!("{sign}{value}"))
            });
            if random.chance(50) {
                Arc::new(texts.collect::<StringArray>())
            } else {
                Arc::new(texts.collect::<StringViewArray>())
            }
        }
        _ => Arc::new(Float64Array::from(values.clone())),
    };
    columns.push((name, array));
    if comparator_column {
        let column = format!("sign {analyte}");
        columns.push((column.clone(), Arc::new(StringArray::from(signs))));
        quantity.comparator = Some(Column::new(column));
    }
    map.quantities.insert(analyte.id().into(), quantity);
}

fn add_lab(patient: &mut Value, lab: Value) {
    match patient["labs"].as_array_mut() {
        Some(labs) => labs.push(lab),
        None => patient["labs"] = json!([lab]),
    }
}

fn person(random: &mut Random, map: &mut CohortMap, columns: &mut Columns, patients: &mut [Value]) {
    if random.chance(85) {
        let ages: Vec<Option<f64>> = patients
            .iter()
            .map(|_| {
                let age = match random.below(4) {
                    0 => [0.5, 2.0, 15.0, 16.0, 18.0, 65.0][random.below(6)],
                    1 => random.unit() * 20.0,
                    _ => (random.unit() * 90.0).floor(),
                };
                (!random.chance(15)).then_some(age)
            })
            .collect();
        for (patient, age) in patients.iter_mut().zip(&ages) {
            if let Some(age) = age {
                patient["age_years"] = json!(age);
            }
        }
        columns.push(("age".into(), Arc::new(Float64Array::from(ages))));
        map.person.insert("age_years".into(), Column::new("age"));
    } else if random.chance(50) {
        map.constants.insert("age_years".into(), Scalar::Number(47.5));
        patients.iter_mut().for_each(|patient| patient["age_years"] = json!(47.5));
    }
    if random.chance(85) {
        let sexes: Vec<Option<usize>> =
            patients.iter().map(|_| (!random.chance(20)).then(|| random.below(2))).collect();
        let words = ["female", "male"];
        for (patient, sex) in patients.iter_mut().zip(&sexes) {
            if let Some(sex) = sex {
                patient["sex"] = json!(words[*sex]);
            }
        }
        let mut column = Column::new("sex");
        let array: ArrayRef = match random.below(3) {
            0 => Arc::new(sexes.iter().map(|sex| sex.map(|sex| words[sex])).collect::<StringArray>()),
            1 => {
                let texts = sexes.iter().map(|sex| sex.map(|sex| words[sex]));
                Arc::new(texts.collect::<DictionaryArray<Int8Type>>())
            }
            _ => {
                let values = [("1", "male"), ("2", "female")];
                let values = values.map(|(value, sex)| (value.to_owned(), Scalar::Code(sex.to_owned())));
                column.values = Some(values.into_iter().collect());
                Arc::new(sexes.iter().map(|sex| sex.map(|sex| 2.0 - sex as f64)).collect::<Float64Array>())
            }
        };
        columns.push(("sex".into(), array));
        map.person.insert("sex".into(), column);
    }
    let history = |patient: &mut Value, key: &str, value: Value| patient["history"][key] = value;
    if random.chance(50) {
        let all: Vec<Option<bool>> =
            patients.iter().map(|_| random.chance(70).then(|| random.chance(10))).collect();
        for (patient, pregnant) in patients.iter_mut().zip(&all) {
            if let Some(pregnant) = pregnant {
                history(patient, "pregnant", json!(pregnant));
            }
        }
        columns.push(("pregnant".into(), Arc::new(BooleanArray::from(all))));
        map.person.insert("pregnant".into(), Column::new("pregnant"));
    } else if random.chance(30) {
        map.constants.insert("pregnant".into(), Scalar::Flag(false));
        patients.iter_mut().for_each(|patient| history(patient, "pregnant", json!(false)));
    }
    if random.chance(25) {
        let all: Vec<Option<i32>> =
            patients.iter().map(|_| random.chance(10).then(|| 1 + random.below(3) as i32)).collect();
        for (patient, trimester) in patients.iter_mut().zip(&all) {
            if let Some(trimester) = trimester {
                history(patient, "trimester", json!(trimester));
            }
        }
        columns.push(("trimester".into(), Arc::new(Int32Array::from(all))));
        map.person.insert("trimester".into(), Column::new("trimester"));
    }
    if random.chance(15) {
        let all: Vec<Option<&str>> =
            patients.iter().map(|_| random.chance(30).then(|| ["female", "male"][random.below(2)])).collect();
        for (patient, sex) in patients.iter_mut().zip(&all) {
            if let Some(sex) = sex {
                patient["sex_for_reference"] = json!(sex);
            }
        }
        columns.push(("reference".into(), Arc::new(StringArray::from(all))));
        map.person.insert("sex_for_reference".into(), Column::new("reference"));
    }
    if random.chance(30) {
        let all: Vec<Option<f64>> = patients
            .iter()
            .map(|_| random.chance(60).then(|| (random.unit() * 4000.0).round() - 100.0))
            .collect();
        for (patient, metres) in patients.iter_mut().zip(&all) {
            if let Some(metres) = metres {
                patient["elevation_m"] = json!(metres);
            }
        }
        columns.push(("metres".into(), Arc::new(Float64Array::from(all))));
        map.person.insert("elevation_m".into(), Column::new("metres"));
    } else if random.chance(20) {
        map.constants.insert("elevation_m".into(), Scalar::Number(1600.0));
        patients.iter_mut().for_each(|patient| patient["elevation_m"] = json!(1600.0));
    }
}

fn items(random: &mut Random, map: &mut CohortMap, columns: &mut Columns, patients: &mut [Value]) {
    for fact in Fact::ALL.iter().copied() {
        let group = match fact.info().group {
            Group::Symptoms => "symptoms",
            Group::History => "history",
            _ => continue,
        };
        if random.chance(55) {
            continue;
        }
        let name = format!("item {fact}");
        let said = [30, 70][random.below(2)];
        match fact.info().kind {
            Kind::Flag if random.chance(10) => {
                let value = random.chance(30);
                map.constants.insert(fact.id().into(), Scalar::Flag(value));
                patients.iter_mut().for_each(|patient| patient[group][fact.id()] = json!(value));
                continue;
            }
            Kind::Flag => {
                let mut all: Vec<Option<bool>> =
                    patients.iter().map(|_| random.chance(said).then(|| random.chance(15))).collect();
                // A menopause of men and of the pregnant is refused: seldom.
                if fact == Fact::Postmenopausal {
                    for (patient, value) in patients.iter().zip(&mut all) {
                        let history = &patient["history"];
                        let pregnant = history["pregnant"] == true || history["trimester"].is_number();
                        if (pregnant || patient["sex"] == "male") && !random.chance(10) {
                            *value = value.map(|_| false);
                        }
                    }
                }
                for (patient, value) in patients.iter_mut().zip(&all) {
                    if let Some(value) = value {
                        patient[group][fact.id()] = json!(value);
                    }
                }
                let word = |value: &Option<bool>| value.map(|value| if value { "yes" } else { "no" });
                let array: ArrayRef = match random.below(4) {
                    0 => Arc::new(all.iter().map(|value| value.map(i32::from)).collect::<Int32Array>()),
                    1 => Arc::new(all.iter().map(word).collect::<StringArray>()),
                    2 => Arc::new(all.iter().map(word).collect::<DictionaryArray<Int8Type>>()),
                    _ => Arc::new(BooleanArray::from(all)),
                };
                columns.push((name.clone(), array));
            }
            Kind::Choice(codes) => {
                let all: Vec<Option<&str>> = patients
                    .iter()
                    .map(|_| random.chance(said).then(|| codes[random.below(codes.len())]))
                    .collect();
                for (patient, value) in patients.iter_mut().zip(&all) {
                    if let Some(value) = value {
                        patient[group][fact.id()] = json!(value);
                    }
                }
                let array: ArrayRef = if random.chance(50) {
                    Arc::new(all.into_iter().collect::<DictionaryArray<Int8Type>>())
                } else {
                    Arc::new(StringArray::from(all))
                };
                columns.push((name.clone(), array));
            }
            Kind::Number { range } => {
                let most = range.high().min(60.0);
                let all: Vec<Option<f64>> = patients
                    .iter()
                    .map(|patient| {
                        // What is longer ago than the birth is refused: seldom.
                        let most = match (fact, patient["age_years"].as_f64()) {
                            (Fact::OnsetAgeYears, Some(age)) if !random.chance(5) => most.min(age),
                            (Fact::DurationMonths, Some(age)) if !random.chance(5) => most.min(12.0 * age),
                            _ => most,
                        };
                        random
                            .chance(said)
                            .then(|| (random.unit() * most).round() + f64::from(random.chance(1)) * 0.5)
                    })
                    .collect();
                for (patient, value) in patients.iter_mut().zip(&all) {
                    if let Some(value) = value {
                        patient[group][fact.id()] = json!(value);
                    }
                }
                columns.push((name.clone(), Arc::new(Float64Array::from(all))));
            }
            _ => continue,
        }
        map.items.insert(fact.id().into(), Column::new(name));
    }
}

fn medicines(random: &mut Random, map: &mut CohortMap, columns: &mut Columns, patients: &mut [Value]) {
    let known: Vec<&str> = Medicine::all().map(Medicine::name).collect();
    let unknown = ["refuse", "carry"][random.below(2)];
    // What a cell without a name says; it is not known unless the map says that it is none.
    let empty = [None, Some("unknown"), Some("none")][random.below(3)];
    let texts: Vec<Option<String>> = patients
        .iter_mut()
        .map(|patient| {
            let mut names: Vec<String> =
                (0..random.below(4)).map(|_| known[random.below(known.len())].to_owned()).collect();
            if random.chance(2) {
                names.push("moon dust".into());
            }
            let silent = names.is_empty() && empty != Some("none");
            patient["medicines"] = if silent { Value::Null } else { json!(names) };
            patient["unknown_medicines"] = json!(unknown);
            (!names.is_empty()).then(|| names.join("; "))
        })
        .collect();
    columns.push(("drugs".into(), Arc::new(StringArray::from(texts))));
    map.medicines = Some(Medicines {
        column: "drugs".into(),
        separator: ";".into(),
        unknown: Some(unknown.into()),
        empty: empty.map(Into::into),
    });
}
