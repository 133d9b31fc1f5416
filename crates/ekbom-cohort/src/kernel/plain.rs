//! The kernels in plain Rust: for processors without kernels of their own, and as the measure of those that have.

use ekbom::formula::egfr::Log2Line;
use ekbom::interval::settled;

use crate::load::Values;
use crate::planes::{LANES, Set};
use ekbom::condition::Mask;

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

/// `100 x / y`, or with `sum` `100 x / (x + y)`, settled as the core does.
#[inline(always)]
pub(crate) fn saturation(x: &[f64; LANES], y: &[f64; LANES], sum: bool, to: &mut [f64; LANES]) {
    if sum {
        for ((to, x), y) in to.iter_mut().zip(x).zip(y) {
            *to = settled((100.0 * x) / (x + y));
        }
    } else {
        for ((to, x), y) in to.iter_mut().zip(x).zip(y) {
            *to = settled((100.0 * x) / y);
        }
    }
}

/// A term of the series of the logarithm, over the natural logarithm of two.
const fn term(power: u32) -> f64 {
    2.0 * std::f64::consts::LOG2_E / power as f64
}

/// Its odd powers.
const SERIES: [f64; 8] = [term(1), term(3), term(5), term(7), term(9), term(11), term(13), term(15)];

/// The logarithm to base 2 of a positive normal number, to within 2e-13.
#[inline(always)]
pub(crate) fn log2(x: f64) -> f64 {
    const HALF_ROOT: u64 = 0x3fe6_a09e_667f_3bcd;
    // The mantissa between the roots of a half and of two, and the exponent that goes with it.
    let bits = x.to_bits().wrapping_sub(HALF_ROOT);
    // As a float without a conversion of integers, which narrower processors lack: 2^52 + exponent.
    let exponent = f64::from_bits((bits.wrapping_add(0x3ff0_0000_0000_0000) >> 52) | 0x4330_0000_0000_0000)
        - (4_503_599_627_370_496.0 + 1023.0);
    let mantissa = f64::from_bits((bits & 0x000f_ffff_ffff_ffff).wrapping_add(HALF_ROOT));
    let s = (mantissa - 1.0) / (mantissa + 1.0);
    let square = s * s;
    let [a, b, c, d, e, f, g, h] = SERIES;
    let series = ((((((h * square + g) * square + f) * square + e) * square + d) * square + c) * square + b)
        * square
        + a;
    exponent + s * series
}

/// A power law in logarithms, row by row: for one line and for the other.
#[inline(always)]
pub(crate) fn lines_of(
    values: Values<'_>,
    ages: Values<'_>,
    shift: f64,
    lines: [Log2Line; 2],
    to: [&mut [f64; LANES]; 2],
) {
    match (values, ages) {
        (Values::Long(values), Values::Long(ages)) => {
            each(values.iter().copied().zip(ages.iter().copied()), shift, lines, to);
        }
        (Values::Long(values), Values::Short(ages)) => {
            each(values.iter().copied().zip(ages.iter().map(|age| f64::from(*age))), shift, lines, to);
        }
        (Values::Short(values), Values::Long(ages)) => {
            each(values.iter().map(|value| f64::from(*value)).zip(ages.iter().copied()), shift, lines, to);
        }
        (Values::Short(values), Values::Short(ages)) => {
            let values = values.iter().map(|value| f64::from(*value));
            each(values.zip(ages.iter().map(|age| f64::from(*age))), shift, lines, to);
        }
    }
}

#[inline(always)]
fn each(
    rows: impl Iterator<Item = (f64, f64)>,
    shift: f64,
    [one, other]: [Log2Line; 2],
    [to_one, to_other]: [&mut [f64; LANES]; 2],
) {
    for (((value, age), to_one), to_other) in rows.zip(to_one.iter_mut()).zip(to_other.iter_mut()) {
        let log2 = log2(value) + shift;
        *to_one = on_line(one, log2, age);
        *to_other = on_line(other, log2, age);
    }
}

#[inline(always)]
fn on_line(line: Log2Line, log2: f64, age: f64) -> f64 {
    let beyond = log2 - line.knot;
    let slope = if beyond <= 0.0 { line.below } else { line.above };
    line.scale + slope * beyond + line.per_year * age
}

/// How far each number is from the nearest of some limits.
#[inline(always)]
pub(crate) fn nearest(values: &[f64; LANES], limits: &[(f64, usize)], to: &mut [f64; LANES]) {
    // A few rows at a time, so that what was found so far stays in registers.
    const ROWS: usize = 16;
    let (blocks, _) = values.as_chunks::<ROWS>();
    for (to, values) in to.chunks_exact_mut(ROWS).zip(blocks) {
        let mut nearest = [f64::INFINITY; ROWS];
        for (limit, _) in limits {
            for (nearest, value) in nearest.iter_mut().zip(values) {
                let away = (value - limit).abs();
                *nearest = if away < *nearest { away } else { *nearest };
            }
        }
        to.copy_from_slice(&nearest);
    }
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
    use super::log2;

    #[test]
    fn logarithms_are_right() {
        let mut x = 1e-6;
        while x < 1e6 {
            assert!((log2(x) - f64::log2(x)).abs() < 2e-13, "{x}");
            x *= 1.000_137;
        }
        assert!(log2(1.0).abs() < 1e-15 && (log2(8.0) - 3.0).abs() < 1e-15);
    }
}
