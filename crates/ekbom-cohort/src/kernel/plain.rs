//! The kernels in plain Rust: for processors without kernels of their own, and as the measure of those that have.

use ekbom::measure::formula::egfr::Log2Line;

use super::Values;
use crate::planes::{LANES, Set};
use ekbom::logic::engine::Mask;

/// The rows whose number is at most `limit`.
pub(crate) fn at_most<T: Copy + PartialOrd>(values: &[T; LANES], limit: T) -> Set {
    let mut set = Set { 0: [0; crate::planes::WORDS] };
    for (word, block) in set.0.iter_mut().zip(values.chunks_exact(64)) {
        for (at, value) in block.iter().enumerate() {
            *word |= u64::from(*value <= limit) << at;
        }
    }
    set
}

/// The rows with this code.
pub(crate) fn equal(codes: &[u8; LANES], wanted: u8) -> Set {
    let mut set = Set { 0: [0; crate::planes::WORDS] };
    for (word, block) in set.0.iter_mut().zip(codes.chunks_exact(64)) {
        for (at, code) in block.iter().enumerate() {
            *word |= u64::from(*code == wanted) << at;
        }
    }
    set
}

/// `100 x / y`, or with `sum` `100 x / (x + y)`.
#[inline(always)]
pub(crate) fn saturation(x: &[f64; LANES], y: &[f64; LANES], sum: bool, to: &mut [f64; LANES]) {
    if sum {
        for ((to, x), y) in to.iter_mut().zip(x).zip(y) {
            *to = (100.0 * x) / (x + y);
        }
    } else {
        for ((to, x), y) in to.iter_mut().zip(x).zip(y) {
            *to = (100.0 * x) / y;
        }
    }
}

/// Logarithms this close to a limit's are settled by the core's own formula. More than twice their error.
pub(crate) const NEAR: f64 = 4e-6;

/// A line of the core in shorter numbers: twice as many at once, and what is near a limit is read by the core anyway.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line {
    scale: f32,
    knot: f32,
    below: f32,
    above: f32,
    per_year: f32,
}

impl Line {
    pub(crate) fn new(line: Log2Line) -> Self {
        Self {
            scale: line.scale as f32,
            knot: line.knot as f32,
            below: line.below as f32,
            above: line.above as f32,
            per_year: line.per_year as f32,
        }
    }

    #[inline(always)]
    fn at(self, log2: f32, age: f32) -> f32 {
        let beyond = log2 - self.knot;
        let slope = if beyond <= 0.0 { self.below } else { self.above };
        self.scale + slope * beyond + self.per_year * age
    }
}

/// A term of the series of the logarithm, over the natural logarithm of two.
const fn term(power: u32) -> f32 {
    2.0 * std::f32::consts::LOG2_E / power as f32
}

/// Its odd powers.
const SERIES: [f32; 4] = [term(1), term(3), term(5), term(7)];

/// The logarithm to base 2 of a positive normal number, to within 2e-6 for those of reports.
#[inline(always)]
fn log2(x: f32) -> f32 {
    const HALF_ROOT: u32 = 0x3f35_04f3;
    // The mantissa between the roots of a half and of two, and the exponent that goes with it.
    let bits = x.to_bits().wrapping_sub(HALF_ROOT);
    let exponent = (bits as i32 >> 23) as f32;
    let mantissa = f32::from_bits((bits & 0x007f_ffff).wrapping_add(HALF_ROOT));
    let s = (mantissa - 1.0) / (mantissa + 1.0);
    let square = s * s;
    let [a, b, c, d] = SERIES;
    exponent + s * (((d * square + c) * square + b) * square + a)
}

/// A power law in logarithms, row by row: for one line and for the other.
#[inline(always)]
pub(crate) fn lines_of(
    values: Values<'_>,
    ages: Values<'_>,
    shift: f32,
    [one, other]: [Line; 2],
    [to_one, to_other]: [&mut [f32; LANES]; 2],
) {
    let (values, ages) = (shortened(values), shortened(ages));
    let rows = values.iter().zip(&ages).zip(to_one.iter_mut().zip(to_other.iter_mut()));
    for ((value, age), (to_one, to_other)) in rows {
        let log2 = log2(*value) + shift;
        *to_one = one.at(log2, *age);
        *to_other = other.at(log2, *age);
    }
}

#[inline(always)]
fn shortened(values: Values<'_>) -> [f32; LANES] {
    let mut made = [0.0; LANES];
    match values {
        Values::Long(values) => made.iter_mut().zip(values).for_each(|(to, from)| *to = *from as f32),
        Values::Short(values) => made = *values,
    }
    made
}

/// The rows of a block by how many answers are possible, and which it is where there is one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Settled {
    /// Rows with one answer.
    pub(crate) known: Set,
    /// Bit by bit, the place of that answer counted from one.
    pub(crate) planes: [Set; 5],
    /// Rows of each answer.
    pub(crate) counts: [u64; 16],
    /// Rows with several.
    pub(crate) open: u64,
}

/// Which rows have one answer, and which; `live` are the rows that have answers at all.
#[inline(always)]
pub(crate) fn settle(answers: &[Set], live: Set) -> Settled {
    let size = |rows: Set| rows.0.iter().map(|word| u64::from(word.count_ones())).sum::<u64>();
    let (any, many) = answers
        .iter()
        .fold((Set::NONE, Set::NONE), |(any, many), rows| (any.or(*rows), many.or(any.and(*rows))));
    let known = any.and(many.not()).and(live);
    let mut made = Settled { known, planes: [Set::NONE; 5], counts: [0; 16], open: size(many.and(live)) };
    for ((place, rows), count) in (1usize..).zip(answers).zip(&mut made.counts) {
        let rows = rows.and(known);
        *count = size(rows);
        for (bit, plane) in made.planes.iter_mut().enumerate() {
            if place >> bit & 1 == 1 {
                *plane = plane.or(rows);
            }
        }
    }
    made
}

/// Codes of rows from their bits: plane `b` holds bit `b` of each code.
pub(crate) fn gather(planes: &[Set], to: &mut [u8; LANES]) {
    for (at, block) in to.chunks_exact_mut(64).enumerate() {
        block.fill(0);
        for (bit, plane) in planes.iter().enumerate() {
            let word = plane.0.get(at).copied().unwrap_or(0);
            for (lane, code) in block.iter_mut().enumerate() {
                *code |= ((word >> lane & 1) as u8) << bit;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ekbom::measure::formula::egfr::{AgeYears, CreatinineMgDl, EgfrSex, ckd_epi_2021, ckd_epi_2021_log2};

    #[test]
    fn logarithms_are_right() {
        let mut x = 1e-3_f32;
        while x < 1e5 {
            assert!((f64::from(log2(x)) - f64::from(x).log2()).abs() < 2e-6, "{x}");
            x *= 1.000_137;
        }
        assert!(log2(1.0).abs() < 1e-7 && (log2(8.0) - 3.0).abs() < 1e-6);
    }

    /// In both units, and beyond the values and ages that are not read by the core anyway.
    #[test]
    fn lines_are_far_less_wrong_than_what_counts_as_near() {
        let mut most = 0.0_f64;
        for sex in [EgfrSex::Female, EgfrSex::Male] {
            let line = Line::new(ckd_epi_2021_log2(sex));
            for (shift, per_mg) in [(0.0, 1.0), ((1.0_f64 / 88.4).log2(), 88.4)] {
                for age in 0..=130 {
                    let mut mg = 0.05_f64;
                    while mg < 50.0 {
                        let short = line.at(log2((mg * per_mg) as f32) + shift as f32, age as f32);
                        let right = ckd_epi_2021(CreatinineMgDl(mg), AgeYears(f64::from(age)), sex).log2();
                        most = most.max((f64::from(short) - right).abs());
                        mg *= 1.007_31;
                    }
                }
            }
        }
        assert!(most > 0.0 && most < NEAR / 2.0, "{most}");
    }
}
