//! Derived facts: computed where nothing better was reported, each saying what it came from.

use alloc::vec::Vec;

use super::results::band;
use super::{About, Intake, Policy};
use crate::fact::{Band, Fact, Options, Part, Person};
use crate::knowledge::code::AlertCode;
use crate::measure::analyte::Analyte;
use crate::measure::formula::cobalamin::{Markers, combined_indicator};
use crate::measure::formula::egfr::{
    AgeYears, CreatinineMgDl, CystatinMgL, EgfrSex, ckd_epi_2021_creatinine_cystatin_interval,
    ckd_epi_2021_interval, too_good_for_dialysis,
};
use crate::measure::formula::{calcium, haemoglobin, iron};
use crate::measure::interval::Interval;
use crate::measure::unit::Unit;
use crate::patient::{Include, Lab, LabResult, Patient};

/// A fact that was computed.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct Derived {
    /// Its id.
    pub fact: &'static str,
    /// What it may be.
    pub value: Interval,
    /// Its unit.
    pub unit: &'static str,
    /// What it came from.
    pub from: Vec<&'static str>,
    /// How: a formula by name.
    pub method: &'static str,
    /// For which sex it holds, where both are possible.
    pub if_sex: Option<&'static str>,
}

/// eGFR is computed from this age on, in years, and for nobody on dialysis: the equations were made for the others.
pub const EGFR_FROM_AGE: f64 = 18.0;

pub(super) fn derive(patient: &Patient, policy: &Policy, made: &mut Intake) {
    transferrin_saturation(patient, policy, made);
    after_iron(patient, policy, made);
    egfr(patient, policy, made);
    dialysis_contradicted(patient, policy, made);
    haemoglobin_at_sea_level(patient, policy, made);
    adjusted_calcium(patient, policy, made);
    irls(patient, made);
    if patient.includes(Include::CombinedB12) {
        combined_b12(patient, made);
    }
}

/// A result that stands, or one that was computed: the newer sample counts, and on the same day what was reported.
fn computed_is_newer(reported: &Lab, computed: &Lab) -> bool {
    match (reported.days_ago, computed.days_ago) {
        (Some(reported), Some(computed)) => libm::floor(computed) < libm::floor(reported),
        _ => false,
    }
}

/// Does a computed value differ from the reported one by more than rounding explains?
fn clash(reported: Interval, computed: Interval, rounding: f64) -> bool {
    reported.low() > computed.high() + rounding || computed.low() > reported.high() + rounding
}

fn transferrin_saturation(patient: &Patient, policy: &Policy, made: &mut Intake) {
    let reported = patient.newest(Analyte::Tsat);
    let (sample, all) = computed_tsat(patient, policy);
    let computed = sample.zip(all.first().cloned());
    let from_reported = reported.and_then(|lab| lab.interval_in(Unit::Percent, policy));
    if let (Some(lab), Some(value), Some((iron, derived))) = (reported, from_reported, &computed) {
        if lab.same_day(iron) && clash(value, derived.value, 1.0) {
            made.notice(AlertCode::ReportedComputedClash, About::Fact(Fact::Tsat));
        }
    }
    if all.iter().any(|derived| derived.from.contains(&Analyte::Tibc.id()) && derived.value.low() > 100.0) {
        made.notice(AlertCode::IronExceedsTibc, About::Analyte(Analyte::Iron));
    }
    let use_computed = match (reported, &computed) {
        (Some(lab), Some((iron, _))) => computed_is_newer(lab, iron),
        (None, Some(_)) => true,
        _ => false,
    };
    // Every saturation of the day that counts.
    let mut of_day: Vec<Interval> = Vec::new();
    if sample.is_some_and(|iron| use_computed || reported.is_some_and(|lab| lab.same_day(iron))) {
        of_day.extend(all.iter().map(|derived| derived.value));
    }
    let (value, sample) = match (computed, from_reported) {
        (Some((iron, derived)), _) if use_computed => {
            let value = derived.value;
            made.derived.push(derived);
            (value, iron)
        }
        (_, Some(value)) => {
            let Some(lab) = reported else { return };
            of_day.push(value);
            made.facts.set_reported(Fact::Tsat, true);
            if let Some(axis) = Fact::Tsat.choice_axis(Part::Band) {
                made.facts.set_choice(axis, band(Fact::Tsat, lab, policy));
            }
            (value, lab)
        }
        _ => return,
    };
    let disagree =
        of_day.iter().any(|one| of_day.iter().any(|other| iron::saturations_disagree(*one, *other)));
    if disagree {
        made.notice(AlertCode::ResultsDisagree, About::Fact(Fact::Tsat));
    }
    // What is needed can be told by either of two that disagree; what guards takes the higher in any case.
    let around = if disagree { of_day.iter().copied().fold(value, Interval::around) } else { value };
    let highest = of_day.iter().copied().fold(value, Interval::higher);
    made.facts.set_value(Fact::Tsat, around);
    if let Some(guard) = Fact::Tsat.guard() {
        made.facts.set_number(guard, highest);
    }
    made.facts.set_flag(Fact::IronSampleMorning, Options::maybe(sample.morning));
    let iron_free = sample.iron_free_hours.map(|hours| hours >= super::results::IRON_FREE_HOURS);
    made.facts.set_flag(Fact::IronSampleIronFree, Options::maybe(iron_free));
    if highest.low() > 100.0 {
        made.notice(AlertCode::TsatAbove100, About::Fact(Fact::Tsat));
    }
    made.tsat_days_ago = Some(sample.days_ago.unwrap_or(0.0));
}

/// Transferrin saturations from the newest day with iron and something that gives the binding capacity, the one to be
/// preferred first, with the iron sample they came from.
fn computed_tsat<'p>(patient: &'p Patient, policy: &Policy) -> (Option<&'p Lab>, Vec<Derived>) {
    let mut irons: Vec<&Lab> = patient.labs.iter().filter(|lab| lab.analyte == Analyte::Iron).collect();
    irons.sort_by(|a, b| a.days_ago.unwrap_or(0.0).total_cmp(&b.days_ago.unwrap_or(0.0)));
    for sample in irons {
        // The newest of that day.
        let same_day = |analyte| {
            let labs = patient.labs.iter().filter(|lab| lab.analyte == analyte && lab.same_day(sample));
            labs.min_by(|a, b| a.days_ago.unwrap_or(0.0).total_cmp(&b.days_ago.unwrap_or(0.0)))
        };
        let by_capacity = same_day(Analyte::Tibc).and_then(|tibc| {
            let (x, y) = in_one_unit(sample, tibc, policy)?;
            Some((iron::tsat_percent_interval(x, y)?, Analyte::Tibc, "100 iron / tibc"))
        });
        let by_unsaturated = same_day(Analyte::Uibc).and_then(|uibc| {
            let (x, y) = in_one_unit(sample, uibc, policy)?;
            Some((iron::tsat_percent_from_uibc_interval(x, y)?, Analyte::Uibc, "100 iron / (iron + uibc)"))
        });
        let by_transferrin = same_day(Analyte::Transferrin).and_then(|transferrin| {
            let transferrin = transferrin.interval_in(Unit::MgPerDl, policy)?;
            let tibc = iron::tibc_ug_dl_from_transferrin_interval(transferrin, patient.transferrin_factor)?;
            let value = iron::tsat_percent_interval(sample.interval_in(Unit::UgPerDl, policy)?, tibc)?;
            Some((value, Analyte::Transferrin, patient.transferrin_factor.code()))
        });
        let found: Vec<Derived> = [by_capacity, by_unsaturated, by_transferrin]
            .into_iter()
            .flatten()
            .map(|(value, other, method)| Derived {
                fact: Fact::Tsat.id(),
                value,
                unit: Fact::Tsat.info().unit,
                from: alloc::vec![Analyte::Iron.id(), other.id()],
                method,
                if_sex: None,
            })
            .collect();
        if !found.is_empty() {
            return (Some(sample), found);
        }
    }
    (None, Vec::new())
}

/// Both in the unit of the first where the second was reported alike, else both in ug/dL: 30 over 150 is 20, and not
/// 19.999999999999996 by way of another unit.
fn in_one_unit(one: &Lab, other: &Lab, policy: &Policy) -> Option<(Interval, Interval)> {
    let unit = match one.result {
        LabResult::Quantity { unit, .. } if other.reported_like(unit) => unit,
        _ => Unit::UgPerDl,
    };
    Some((one.interval_in(unit, policy)?, other.interval_in(unit, policy)?))
}

/// Days after intravenous iron or a transfusion in which iron studies say nothing of what is needed.
const SAYS_NOTHING_DAYS: f64 = 7.0;
/// Days after intravenous iron in which ferritin may still be higher than the stores: eight weeks, as after the large doses.
const RAISED_DAYS: f64 = 56.0;

/// What iron studies say of the need after intravenous iron or a transfusion: nothing at first, then only that ferritin is
/// no higher than measured. What guards reads them as they are.
fn after_iron(patient: &Patient, policy: &Policy, made: &mut Intake) {
    let iron = patient.number(Fact::IvIronDaysAgo);
    let undated = iron.is_none() && patient.choices.iter().any(|(fact, _)| *fact == Fact::IvIronProduct);
    let transfused = patient.number(Fact::TransfusionDaysAgo);
    // Given after the sample, or shortly before it.
    let spoils =
        |given: Option<f64>, sample: f64| given.is_some_and(|days| days - sample <= SAYS_NOTHING_DAYS);
    let silent = |sample: f64| spoils(iron, sample) || spoils(transfused, sample);
    if let Some(lab) = patient.newest(Analyte::Ferritin) {
        let sample = lab.days_ago.unwrap_or(0.0);
        if silent(sample) {
            made.unread(Fact::Ferritin);
        } else if undated || iron.is_some_and(|days| days - sample <= RAISED_DAYS) {
            let most = |value: Interval| Interval::new(0.0, value.high());
            let own = match lab.result {
                LabResult::Quantity { unit, .. } => lab.interval_in(unit, policy).and_then(most),
                LabResult::Qualitative(_) => None,
            };
            if let (Some(axis), Some(_)) = (Fact::Ferritin.choice_axis(Part::Band), own) {
                made.facts.set_choice(axis, lab.limits().band(Fact::Ferritin, own));
            }
            for reading in Fact::Ferritin.readings().filter(|own| Some(own.axis) != Fact::Ferritin.guard()) {
                if let Some(value) = most(made.facts.number(reading.axis)) {
                    made.facts.set_number(reading.axis, value);
                }
            }
            made.notice(AlertCode::IronRecentIv, About::Fact(Fact::Ferritin));
        }
    }
    if made.tsat_days_ago.is_some_and(silent) {
        made.unread(Fact::Tsat);
    }
}

impl Intake {
    /// As if it had not been reported, but for what guards.
    fn unread(&mut self, fact: Fact) {
        self.facts.set_reported(fact, false);
        if let Some(axis) = fact.choice_axis(Part::Band) {
            self.facts.set_choice(axis, Band::NotGiven.only());
        }
        for reading in fact.readings().filter(|own| Some(own.axis) != fact.guard()) {
            self.facts.set_number(reading.axis, reading.axis.range());
        }
        self.notice(AlertCode::IronRecentIv, About::Fact(fact));
    }
}

fn egfr(patient: &Patient, policy: &Policy, made: &mut Intake) {
    let unit = Fact::Egfr.info().unit;
    let reported = patient.newest(Analyte::Egfr);
    let creatinine = patient.newest(Analyte::Creatinine);
    let computed = creatinine.and_then(|lab| computed_egfr(patient, lab, policy, made));
    let from_reported = reported.and_then(|lab| lab.interval_in(Unit::MlPerMinPer173M2, policy));
    let use_computed = match (reported, creatinine, &computed) {
        (Some(lab), Some(creatinine), Some(_)) => computed_is_newer(lab, creatinine),
        (None, _, Some(_)) => true,
        _ => false,
    };
    let sexes = [(Person::FEMALE, "female"), (Person::Male.only(), "male")];
    let person = made.facts.flag(Fact::Person);
    let possible = |options: Options| person.indices().any(|index| options.has(index));
    if let (Some(lab), Some(creatinine), Some(value), Some((values, _, _))) =
        (reported, creatinine, from_reported, &computed)
    {
        let differ = sexes
            .iter()
            .zip(values)
            .filter(|((options, _), _)| possible(*options))
            .all(|(_, computed)| clash(value, *computed, 1.0));
        if lab.same_day(creatinine) && differ {
            made.notice(AlertCode::ReportedComputedClash, About::Fact(Fact::Egfr));
        }
    }
    if use_computed {
        let Some((values, from, method)) = computed else { return };
        let both = sexes.iter().all(|(options, _)| possible(*options));
        made.facts.set_by_sex(Fact::Egfr, values);
        for ((options, sex), value) in sexes.iter().zip(values) {
            if possible(*options) {
                made.derived.push(Derived {
                    fact: Fact::Egfr.id(),
                    value,
                    unit,
                    from: from.clone(),
                    method,
                    if_sex: both.then_some(*sex),
                });
            }
        }
    } else if let Some(value) = from_reported {
        made.facts.set_value(Fact::Egfr, value);
        made.facts.set_reported(Fact::Egfr, true);
    }
}

type EgfrBySex = ([Interval; 2], Vec<&'static str>, &'static str);

/// For women and for men, never a hull of both.
fn computed_egfr(patient: &Patient, creatinine: &Lab, policy: &Policy, made: &Intake) -> Option<EgfrBySex> {
    if made.facts.flag(Fact::Dialysis) == Options::YES {
        return None;
    }
    by_equation(patient, creatinine, policy)
}

/// Creatinine of somebody on dialysis as of healthy kidneys: one of the two is not right.
fn dialysis_contradicted(patient: &Patient, policy: &Policy, made: &mut Intake) {
    if made.facts.flag(Fact::Dialysis) != Options::YES {
        return;
    }
    let computed =
        patient.newest(Analyte::Creatinine).and_then(|creatinine| by_equation(patient, creatinine, policy));
    if computed.is_some_and(|(values, ..)| values.iter().all(|value| too_good_for_dialysis(value.low()))) {
        made.notice(AlertCode::CreatinineContradictsDialysis, About::Analyte(Analyte::Creatinine));
    }
}

fn by_equation(patient: &Patient, creatinine: &Lab, policy: &Policy) -> Option<EgfrBySex> {
    let age = patient.age().filter(|age| age.low() >= EGFR_FROM_AGE)?;
    let serum = creatinine.interval_in(Unit::MgPerDl, policy)?;
    let cystatin = patient
        .newest(Analyte::CystatinC)
        .filter(|lab| lab.same_day(creatinine))
        .and_then(|lab| lab.interval_in(Unit::MgPerL, policy));
    let of = |sex| match cystatin {
        Some(cystatin) => ckd_epi_2021_creatinine_cystatin_interval(
            CreatinineMgDl(serum),
            CystatinMgL(cystatin),
            AgeYears(age),
            sex,
        ),
        None => ckd_epi_2021_interval(CreatinineMgDl(serum), AgeYears(age), sex),
    };
    let values = [of(EgfrSex::Female)?, of(EgfrSex::Male)?];
    Some(match cystatin {
        Some(_) => (
            values,
            alloc::vec!["creatinine", "cystatin_c", "age_years", "sex"],
            "CKD-EPI 2021 creatinine-cystatin C",
        ),
        None => (values, alloc::vec!["creatinine", "age_years", "sex"], "CKD-EPI 2021 creatinine"),
    })
}

fn haemoglobin_at_sea_level(patient: &Patient, policy: &Policy, made: &mut Intake) {
    let Some(lab) = patient.newest(Analyte::Haemoglobin) else { return };
    // Smoking is not adjusted for: its values could not be verified.
    if patient.elevation_m.is_none() || patient.cigarettes_per_day.is_none_or(|number| number > 0.0) {
        made.notice(AlertCode::HbUnadjusted, About::Fact(Fact::Haemoglobin));
    }
    let Some(elevation) = patient.elevation_m.and_then(|metres| Interval::exact(metres.max(0.0))) else {
        return;
    };
    let adjusted = lab
        .interval_in(Unit::GPerL, policy)
        .and_then(|measured| haemoglobin::at_sea_level_g_l_interval(measured, elevation));
    if let Some(value) = adjusted {
        made.facts.set_value(Fact::Haemoglobin, value);
        made.derived.push(Derived {
            fact: "haemoglobin",
            value,
            unit: "g/L",
            from: alloc::vec!["haemoglobin", "elevation_m"],
            method: "adjusted for elevation",
            if_sex: None,
        });
    }
}

/// For reading only: below an eGFR of 60 and above an albumin of 40 g/L the adjustment does harm, so it is not made.
fn adjusted_calcium(patient: &Patient, policy: &Policy, made: &mut Intake) {
    let lab =
        |analyte, unit| patient.newest(analyte).and_then(|lab| Some((lab, lab.interval_in(unit, policy)?)));
    let (Some((total, value)), Some((albumin, albumin_value))) =
        (lab(Analyte::Calcium, Unit::MmolPerL), lab(Analyte::Albumin, Unit::GPerL))
    else {
        return;
    };
    let kidney_allows = Fact::Egfr.readings().all(|reading| {
        !made.facts.counts(reading) || made.facts.number(reading.axis).low() >= calcium::LEAST_EGFR
    });
    if !total.same_day(albumin) || !kidney_allows || albumin_value.high() > calcium::MOST_ALBUMIN_G_L {
        return;
    }
    if let Some(value) = calcium::adjusted_mmol_l_interval(value, albumin_value) {
        made.derived.push(Derived {
            fact: "calcium_adjusted",
            value,
            unit: "mmol/L",
            from: alloc::vec![Analyte::Calcium.id(), Analyte::Albumin.id()],
            method: "albumin-adjusted",
            if_sex: None,
        });
    }
}

fn irls(patient: &Patient, made: &mut Intake) {
    let Some(total) = patient.irls_computed.map(|total| f64::from(total.get())) else { return };
    let stated = patient.numbers.iter().find(|(fact, _)| *fact == Fact::IrlsTotal).map(|(_, value)| *value);
    let Some(value) = Interval::exact(total) else { return };
    match stated {
        Some(stated) if stated.to_bits() != total.to_bits() => {
            made.notice(AlertCode::ReportedComputedClash, About::Fact(Fact::IrlsTotal));
        }
        Some(_) => {}
        None => {
            made.facts.set_value(Fact::IrlsTotal, value);
            made.derived.push(Derived {
                fact: Fact::IrlsTotal.id(),
                value,
                unit: Fact::IrlsTotal.info().unit,
                from: alloc::vec!["irls_items"],
                method: "sum of ten items",
                if_sex: None,
            });
        }
    }
}

fn combined_b12(patient: &Patient, made: &mut Intake) {
    let exact = |analyte, unit| {
        let lab = patient.newest(analyte)?;
        lab.interval_in(unit, &Policy::default())?.value()
    };
    let markers = (|| {
        Some(Markers {
            holotc_pmol_l: exact(Analyte::Holotc, Unit::PmolPerL)?,
            b12_pmol_l: exact(Analyte::B12Total, Unit::PmolPerL)?,
            mma_umol_l: exact(Analyte::MmaSerum, Unit::UmolPerL)?,
            homocysteine_umol_l: exact(Analyte::Hcy, Unit::UmolPerL)?,
            age_years: patient.age_years?,
        })
    })();
    let indicator = markers.and_then(|markers| combined_indicator(markers).ok()).and_then(Interval::exact);
    if let Some(value) = indicator {
        made.derived.push(Derived {
            fact: "cb12",
            value,
            unit: "{index}",
            from: alloc::vec![
                Fact::Holotc.id(),
                Fact::B12Total.id(),
                Fact::MmaSerum.id(),
                Fact::Hcy.id(),
                Fact::AgeYears.id(),
            ],
            method: "4cB12 (experimental)",
            if_sex: None,
        });
    }
}
