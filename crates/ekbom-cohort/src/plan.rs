//! What has to be done to every block of rows, worked out once.

use ekbom::assess::intake::{EGFR_FROM_AGE, FROM_MEDICINES};
use ekbom::fact::{Fact, FactBox, Kind, NumberAxis, Options, Part};
use ekbom::measure::analyte::Analyte;
use ekbom::measure::formula::egfr::{EgfrSex, ckd_epi_2021_log2};
use ekbom::measure::interval::Interval;
use ekbom::measure::unit::Unit;
use ekbom::patient::{CIGARETTES, ELEVATIONS};

use crate::constants::Known;
use crate::input::{Input, LabInput};
use crate::kernel::Line;
use crate::planes::Layout;
use crate::threshold::{Threshold, before_settling, ordinary};

/// A column of numbers.
#[derive(Clone, Debug)]
pub(crate) struct AmountPlan {
    pub(crate) slot: usize,
    /// Values that need no second look.
    pub(crate) ordinary: Interval,
    /// May it carry a comparator?
    pub(crate) takes_signs: bool,
    pub(crate) whole: bool,
    /// Limits of the fact that the number is; of a derived fact those that hold for a reported value.
    pub(crate) limits: Vec<Threshold>,
}

/// A laboratory result that is a fact.
#[derive(Clone, Debug)]
pub(crate) struct LabPlan {
    pub(crate) fact: Fact,
    /// Not reported, reported.
    pub(crate) reported: [Option<usize>; 8],
    pub(crate) unit: [Option<usize>; 8],
    pub(crate) in_second: bool,
    pub(crate) band: [Option<usize>; 8],
    pub(crate) band_asked: bool,
}

/// Transferrin saturation from iron and something else.
#[derive(Clone, Debug)]
pub(crate) struct SaturationPlan {
    pub(crate) iron: usize,
    pub(crate) capacity: Option<usize>,
    pub(crate) unsaturated: Option<usize>,
    pub(crate) transferrin: Option<usize>,
    /// Limits for the number before it is settled.
    pub(crate) limits: Vec<(f64, usize)>,
    /// The largest number under those that count, and the largest that counts.
    pub(crate) range: [f64; 2],
}

/// eGFR from creatinine.
#[derive(Clone, Debug)]
pub(crate) struct EgfrPlan {
    /// One number for everybody, and one for each sex.
    pub(crate) by_sex: [Option<usize>; 8],
    pub(crate) creatinine: usize,
    pub(crate) cystatin: Option<usize>,
    /// What to add to the logarithm of a value as reported.
    pub(crate) shift: f32,
    pub(crate) lines: [Line; 2],
    /// For each sex: logarithm of the limit, and its plane.
    pub(crate) limits: [Vec<(f64, usize)>; 2],
    /// Logarithm of the largest value that counts.
    pub(crate) most: f64,
    pub(crate) youngest: f64,
}

/// Everything.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    /// Those of the laboratory, in the order of the input; then those of the person and the items.
    pub(crate) amounts: Vec<AmountPlan>,
    pub(crate) labs: Vec<Option<LabPlan>>,
    pub(crate) age: Option<usize>,
    pub(crate) elevation: Option<usize>,
    pub(crate) known: Known,
    pub(crate) saturation: Option<SaturationPlan>,
    pub(crate) egfr: Option<EgfrPlan>,
    /// Haemoglobin, where it is adjusted for elevation: the result and its limits.
    pub(crate) adjusted: Option<(usize, Vec<(f64, usize)>)>,
    pub(crate) person: [Option<usize>; 8],
    /// For each code column of the input: the options of its fact.
    pub(crate) codes: Vec<[Option<usize>; 8]>,
    pub(crate) medicine_options: Vec<(Fact, [Option<usize>; 8])>,
    pub(crate) folate_assay: [Option<usize>; 8],
    pub(crate) base: FactBox,
    /// Columns that say when iron or blood was given: such rows go the core's own way.
    pub(crate) given: Vec<usize>,
}

/// The units of a fact's readings.
fn reading_units(fact: Fact, analyte: Analyte) -> Vec<(Unit, NumberAxis)> {
    let (own, second) = fact.units().unwrap_or((analyte.info().canonical, None));
    let units = match fact.info().kind {
        // Reported, it is the same number whoever it is: the first reading.
        Kind::BySex { .. } => [Some(own), None],
        _ => [Some(own), second],
    };
    let guard = fact.guard();
    let readings = fact.readings().filter(|reading| Some(reading.axis) != guard);
    let ordinary = readings.zip(units.into_iter().flatten()).map(|(reading, unit)| (unit, reading.axis));
    // What guards read is the same number, unless a row goes the core's own way.
    ordinary.chain(guard.map(|axis| (own, axis))).collect()
}

impl Plan {
    pub(crate) fn new(input: &Input, layout: &Layout, known: Known, base: FactBox) -> Option<Self> {
        let mut amounts = Vec::new();
        let mut labs = Vec::new();
        for lab in &input.labs {
            let (amount, plan) = lab_plan(lab, layout)?;
            amounts.push(amount);
            labs.push(plan);
        }
        let mut number = |slot: usize, fact: Option<Fact>, range: Interval, whole: bool| {
            let axis = fact.and_then(|fact| fact.readings().next()).map(|reading| reading.axis);
            let cuts = axis.map_or(&[][..], |axis| layout.cuts_of(axis));
            let limits =
                cuts.iter().map(|&(cut, place)| Threshold { place, at: cut, below: cut, above: cut });
            let limits = limits.collect();
            amounts.push(AmountPlan { slot, ordinary: range, takes_signs: false, whole, limits });
            amounts.len() - 1
        };
        let [age, elevation, cigarettes] = input.person_numbers;
        let age_range = Fact::AgeYears.readings().next().map(|reading| reading.axis.range());
        let age = match (age, age_range) {
            (Some(slot), Some(range)) => Some(number(slot, Some(Fact::AgeYears), range, false)),
            _ => None,
        };
        // As the core checks them; what lies outside goes the core's own way.
        let elevation = match (elevation, Interval::new(ELEVATIONS.0, ELEVATIONS.1)) {
            (Some(slot), Some(range)) => Some(number(slot, None, range, false)),
            _ => None,
        };
        if let (Some(slot), Some(range)) = (cigarettes, Interval::new(CIGARETTES.0, CIGARETTES.1)) {
            number(slot, None, range, false);
        }
        let mut given = Vec::new();
        for (fact, slot) in &input.numbers {
            let range = fact.readings().next()?.axis.range();
            let at = number(*slot, Some(*fact), range, *fact == Fact::IrlsTotal);
            if matches!(fact, Fact::IvIronDaysAgo | Fact::TransfusionDaysAgo) {
                given.push(at);
            }
        }
        let find = |analyte: Analyte| input.labs.iter().position(|lab| lab.analyte == analyte);
        let cuts_of = |fact: Fact| fact.readings().map(|reading| layout.cuts_of(reading.axis).to_vec());
        let saturation = find(Analyte::Iron).and_then(|iron| {
            let limits: Vec<_> = cuts_of(Fact::Tsat).flatten().collect();
            let range = Fact::Tsat.readings().next()?.axis.range();
            (!limits.is_empty()).then(|| SaturationPlan {
                iron,
                capacity: find(Analyte::Tibc),
                unsaturated: find(Analyte::Uibc),
                transferrin: find(Analyte::Transferrin),
                limits: limits.iter().map(|(cut, place)| (before_settling(*cut), *place)).collect(),
                range: [Interval::just_below(range.low()), range.high()].map(before_settling),
            })
        });
        let egfr =
            find(Analyte::Creatinine).and_then(|at| egfr_plan(at, input, layout, find(Analyte::CystatinC)));
        let haemoglobin = find(Analyte::Haemoglobin);
        let elevated = elevation.is_some() || known.elevation.is_some();
        let adjusted = haemoglobin.filter(|_| elevated).and_then(|at| {
            let limits = cuts_of(Fact::Haemoglobin).next()?;
            (!limits.is_empty()).then_some((at, limits))
        });
        let value_options = |fact: Fact| layout.options_of(fact, Part::Value);
        Some(Self {
            amounts,
            labs,
            age,
            elevation,
            known,
            saturation,
            egfr,
            adjusted,
            person: value_options(Fact::Person),
            codes: input.codes.iter().map(|(fact, _)| value_options(*fact)).collect(),
            medicine_options: FROM_MEDICINES.map(|(_, fact)| (fact, value_options(fact))).to_vec(),
            folate_assay: value_options(Fact::FolateAssay),
            base,
            given,
        })
    }

    /// Is a yes/no fact certainly so in every row, by the constants?
    pub(crate) fn base_is(&self, fact: Fact, options: Options) -> bool {
        self.base.flag(fact) == options
    }
}

fn lab_plan(lab: &LabInput, layout: &Layout) -> Option<(AmountPlan, Option<LabPlan>)> {
    let fact = lab.analyte.fact();
    let units = fact.map_or_else(Vec::new, |fact| reading_units(fact, lab.analyte));
    let ranges: Vec<(Unit, Interval)> = units.iter().map(|(unit, axis)| (*unit, axis.range())).collect();
    let mut limits = Vec::new();
    for (unit, axis) in &units {
        for &(cut, place) in layout.cuts_of(*axis) {
            let convert = |value: f64| lab.analyte.convert(value, lab.unit, *unit).unwrap_or(f64::NAN);
            limits.push(Threshold::new(place, cut, convert));
        }
    }
    let amount = AmountPlan {
        slot: lab.slot,
        ordinary: ordinary(lab.analyte, lab.unit, &ranges)?,
        takes_signs: true,
        whole: false,
        limits,
    };
    let plan = fact.map(|fact| {
        let second = units.get(1).map(|(unit, _)| *unit).filter(|_| fact.choice_axis(Part::Unit).is_some());
        let alike = |unit: Unit| lab.analyte.scale(unit) == lab.analyte.scale(lab.unit);
        let band = layout.options_of(fact, Part::Band);
        LabPlan {
            fact,
            reported: layout.options_of(fact, Part::Reported),
            unit: layout.options_of(fact, Part::Unit),
            in_second: lab.finding.is_none() && second.is_some_and(alike),
            band,
            band_asked: band.iter().any(Option::is_some)
                && lab.limits.iter().any(|limit| *limit != crate::input::LimitInput::None),
        }
    });
    Some((amount, plan))
}

fn egfr_plan(at: usize, input: &Input, layout: &Layout, cystatin: Option<usize>) -> Option<EgfrPlan> {
    let lab = input.labs.get(at)?;
    // After the number for everybody, those of women and of men.
    let mut axes = Fact::Egfr.readings().skip(1);
    let (female, male) = (axes.next()?.axis, axes.next()?.axis);
    let limits = [female, male]
        .map(|axis| layout.cuts_of(axis).iter().map(|(cut, place)| (cut.log2(), *place)).collect::<Vec<_>>());
    if limits.iter().all(Vec::is_empty) {
        return None;
    }
    let one = lab.analyte.convert(1.0, lab.unit, Unit::MgPerDl)?;
    Some(EgfrPlan {
        by_sex: layout.options_of(Fact::Egfr, Part::BySex),
        creatinine: at,
        cystatin,
        shift: one.log2() as f32,
        lines: [EgfrSex::Female, EgfrSex::Male].map(|sex| Line::new(ckd_epi_2021_log2(sex))),
        limits,
        most: female.range().high().log2(),
        youngest: EGFR_FROM_AGE,
    })
}
