//! What a report says beside its number: that the test was made, the unit, the laboratory's own limits, the method.

use ekbom::fact::OwnLimits;
use ekbom::logic::engine::Mask;
use ekbom::measure::analyte::LabLimits;

use super::{Filler, Fixed};
use crate::column::Col;
use crate::input::{ConfirmedInput, LabInput, LimitInput};
use crate::load::Span;
use crate::plan::LabPlan;
use crate::planes::{Set, everywhere, has, lanes, put};

impl Filler {
    pub(super) fn labs(&mut self, fixed: &Fixed, columns: &[Col<'_>], span: Span) {
        for (at, plan) in fixed.plan.labs.iter().enumerate() {
            let Some(input) = fixed.input.labs.get(at) else { continue };
            let Some(loaded) = self.loaded.get(at) else { continue };
            let valid = loaded.valid;
            if let Some(plan) = plan {
                let [no, yes, ..] = plan.reported;
                self.planes.set_option(no, valid.not());
                self.planes.set_option(yes, valid);
                let [first, second, ..] = plan.unit;
                self.planes.set_option(first, valid.not().or(everywhere(!plan.in_second)));
                self.planes.set_option(second, valid.not().or(everywhere(plan.in_second)));
            }
            if let ConfirmedInput::Code(code) = &input.confirmed
                && let Some(column) = columns.get(code.slot)
            {
                self.confirmed.load(column, span, code, &fixed.input.reading, self.level);
                let bad = self.confirmed.bad.and(valid);
                self.slow = self.slow.or(bad);
            }
            self.own_limits(at, fixed, columns, span, input, plan.as_ref());
        }
        // The method of the folate tests that were reported, where they do not name different ones.
        if fixed.plan.folate_assay.iter().any(Option::is_some) {
            self.folate_assay(fixed);
        }
    }

    /// A result against its own laboratory's limits.
    fn own_limits(
        &mut self,
        at: usize,
        fixed: &Fixed,
        columns: &[Col<'_>],
        span: Span,
        input: &LabInput,
        plan: Option<&LabPlan>,
    ) {
        if input.limits.iter().all(|limit| *limit == LimitInput::None) {
            return;
        }
        let reading = &fixed.input.reading;
        for (limit, loaded) in input.limits.iter().zip(&mut self.limits) {
            if let LimitInput::Slot(slot) = limit
                && let Some(column) = columns.get(*slot)
            {
                loaded.load(column, span, reading, None, None, self.level);
            }
        }
        let Some((own, column)) = self.loaded.get(at).and_then(|own| Some((own, columns.get(input.slot)?)))
        else {
            return;
        };
        let values = own.values(column, span);
        let mut bands = [Set::NONE; 5];
        let mut slow = Set::NONE;
        for lane in lanes(own.valid) {
            let [low, high, grey] = [0, 1, 2].map(|which| match input.limits.get(which) {
                Some(LimitInput::Value(value)) => Some(*value),
                Some(LimitInput::Slot(slot)) => {
                    let loaded = self.limits.get(which)?;
                    let column = columns.get(*slot)?;
                    let unreadable = has(&loaded.bad, lane) || has(&loaded.censored, lane);
                    if unreadable {
                        return Some(f64::NAN);
                    }
                    has(&loaded.valid, lane).then(|| loaded.values(column, span).get(lane))
                }
                _ => None,
            });
            // The core says what is wrong with limits that are not credible, or takes them where the caller does.
            let limits = LabLimits { low, grey_high: grey, high };
            let strange = !input.analyte.limits_are_credible(limits, input.unit, None);
            let given = plan.is_some_and(|plan| match plan.fact.own_limits() {
                Some(OwnLimits::Low) => low.is_some(),
                Some(OwnLimits::High) => high.is_some(),
                Some(OwnLimits::Both) => low.is_some() && high.is_some(),
                None => false,
            });
            if strange || (has(&own.censored, lane) && given) {
                put(&mut slow, lane, true);
                continue;
            }
            let value = values.get(lane);
            let place = if !given {
                0
            } else if low.is_some_and(|low| value < low) {
                1
            } else if grey.is_some_and(|grey| value <= grey) {
                2
            } else if high.is_none_or(|high| value <= high) {
                3
            } else {
                4
            };
            if let Some(band) = bands.get_mut(place) {
                put(band, lane, true);
            }
        }
        let [not_given, ..] = &mut bands;
        *not_given = not_given.or(own.valid.not());
        self.slow = self.slow.or(slow);
        if let Some(plan) = plan.filter(|plan| plan.band_asked) {
            for (place, rows) in plan.band.iter().zip(bands) {
                self.planes.set_option(*place, rows);
            }
        }
    }

    fn folate_assay(&mut self, fixed: &Fixed) {
        use ekbom::fact::FolateAssay;
        let mut named = [Set::NONE; 2];
        for (input, loaded) in fixed.input.labs.iter().zip(&self.loaded) {
            let folate = matches!(input.analyte.id(), "folate_serum" | "folate_rbc");
            let code = input.assay.as_deref().filter(|_| folate).and_then(FolateAssay::from_code);
            if let Some(own) = code.and_then(|assay| named.get_mut(assay as usize)) {
                *own = own.or(loaded.valid);
            }
        }
        let [one, other] = named;
        let [first, second, ..] = fixed.plan.folate_assay;
        self.planes.set_option(first, one.or(other.not()));
        self.planes.set_option(second, other.or(one.not()));
    }
}
