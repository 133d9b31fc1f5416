//! Where a number stands on a strip, in per cent of its width. Half by its logarithm and half by its rank, so that
//! near limits can be told apart: it shows order, not distance.

use alloc::vec::Vec;

use super::strip::Strip;

/// A scale common to all rows of a strip.
pub(super) struct Scale {
    /// Numbers with their places, rising.
    points: Vec<(f64, f64)>,
}

impl Scale {
    pub(super) fn of(strip: &Strip) -> Self {
        let ends = strip.rows.iter().flat_map(|row| &row.zones).filter_map(|zone| zone.end);
        let mut limits: Vec<f64> = ends.map(|end| end.limit).filter(|limit| *limit > 0.0).collect();
        limits.sort_by(f64::total_cmp);
        limits.dedup_by(|a, b| *a <= *b);
        let (Some(first), Some(last)) = (limits.first().copied(), limits.last().copied()) else {
            return Self { points: Vec::new() };
        };
        let pad = (0.35 * libm::log(last / first)).max(0.5);
        let (mut low, mut high) = (first * libm::exp(-pad), last * libm::exp(pad));
        for value in strip.known.into_iter().flat_map(|known| [known.low(), known.high()]) {
            // An open end is drawn to the edge.
            if value > first / 20.0 && value < last * 20.0 {
                (low, high) = (low.min(value * 0.9), high.max(value * 1.1));
            }
        }
        let count = limits.len() as f64 + 1.0;
        let place = |rank: f64, x: f64| {
            let by_logarithm = libm::log(x / low) / libm::log(high / low);
            50.0 * (rank / count + by_logarithm)
        };
        let mut points = alloc::vec![(low, 0.0)];
        let mut rank = 0.0;
        for limit in limits {
            rank += 1.0;
            points.push((limit, place(rank, limit)));
        }
        points.push((high, 100.0));
        Self { points }
    }

    /// The place of a number, from 0 to 100.
    pub(super) fn place(&self, x: f64) -> f64 {
        let mut before: Option<(f64, f64)> = None;
        for (at, place) in &self.points {
            if x <= *at {
                let Some((low, from)) = before else { return *place };
                return from + (place - from) * (x - low) / (at - low);
            }
            before = Some((*at, *place));
        }
        100.0
    }
}
