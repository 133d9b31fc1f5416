//! The kernels for 256-bit and 512-bit vectors of x86-64.
//!
//! Unsafe for two reasons, and no others: a function compiled for more instructions than every processor has may only
//! be called where they were found, which [`Level`](super::Level) sees to; and loads of vectors take pointers, which
//! here always point into an array of known length.
#![expect(unsafe_code, reason = "processor-specific instructions; each block says why it is sound")]
#![expect(clippy::indexing_slicing, reason = "arrays of known length, indexed by constants")]

use std::arch::x86_64::*;
use std::mem::MaybeUninit;

use ekbom::formula::egfr::Log2Line;
use ekbom::table::Diagram;

use super::{Run, Seen, Settled, plain};
use crate::load::Values;
use crate::planes::{LANES, Set, WORDS};

macro_rules! at_most {
    ($name:ident, $feature:literal, $number:ty, $step:literal, $load:expr, $compare:expr) => {
        #[target_feature(enable = $feature)]
        pub(super) unsafe fn $name(values: &[$number; LANES], limit: $number) -> Set {
            let mut words = [0u64; WORDS];
            for (at, word) in words.iter_mut().enumerate() {
                let mut group = 0;
                while group < 64 {
                    // SAFETY: `at` is below WORDS and `group + step` at most 64, so the load ends within LANES.
                    let bits = unsafe { $compare($load(values.as_ptr().add(at * 64 + group)), limit) };
                    *word |= u64::from(bits) << group;
                    group += $step;
                }
            }
            Set { 0: words }
        }
    };
}

#[inline(always)]
unsafe fn compare_pd_512(x: __m512d, limit: f64) -> u8 {
    // SAFETY: only called from functions with AVX-512.
    unsafe { _mm512_cmp_pd_mask::<_CMP_LE_OQ>(x, _mm512_set1_pd(limit)) }
}

#[inline(always)]
unsafe fn compare_ps_512(x: __m512, limit: f32) -> u16 {
    // SAFETY: only called from functions with AVX-512.
    unsafe { _mm512_cmp_ps_mask::<_CMP_LE_OQ>(x, _mm512_set1_ps(limit)) }
}

at_most!(at_most_long_512, "avx512f", f64, 8, _mm512_loadu_pd, compare_pd_512);
at_most!(at_most_short_512, "avx512f", f32, 16, _mm512_loadu_ps, compare_ps_512);

/// Thirty-two rows of 64-bit numbers: eight comparisons are narrowed to a byte a row, since one wide `movemask` costs
/// less than eight narrow ones.
#[target_feature(enable = "avx2")]
pub(super) unsafe fn at_most_long_256(values: &[f64; LANES], limit: f64) -> Set {
    let limit = _mm256_set1_pd(limit);
    // Narrowing works in each half of a vector by itself, so that rows come as 0 1 4 5 8 9 .. | 2 3 6 7 ..
    let order = _mm256_setr_epi8(
        0, 1, 8, 9, 2, 3, 10, 11, 4, 5, 12, 13, 6, 7, 14, 15, 0, 1, 8, 9, 2, 3, 10, 11, 4, 5, 12, 13, 6, 7,
        14, 15,
    );
    let mut words = [0u64; WORDS];
    for (half, rows) in values.chunks_exact(32).enumerate() {
        let four = |at: usize| {
            // SAFETY: a chunk has 32 numbers and `at` is at most 7.
            let x = unsafe { _mm256_loadu_pd(rows.as_ptr().add(at * 4)) };
            _mm256_castpd_si256(_mm256_cmp_pd::<_CMP_LE_OQ>(x, limit))
        };
        let sixteen = |at: usize| {
            let one = _mm256_packs_epi32(four(at), four(at + 1));
            _mm256_packs_epi32(one, _mm256_packs_epi32(four(at + 2), four(at + 3)))
        };
        let bytes = _mm256_packs_epi16(sixteen(0), sixteen(4));
        let bytes = _mm256_shuffle_epi8(_mm256_permute4x64_epi64::<0b11_01_10_00>(bytes), order);
        words[half / 2] |= u64::from(_mm256_movemask_epi8(bytes) as u32) << (half % 2 * 32);
    }
    Set { 0: words }
}

/// The same for 32-bit numbers.
#[target_feature(enable = "avx2")]
pub(super) unsafe fn at_most_short_256(values: &[f32; LANES], limit: f32) -> Set {
    let limit = _mm256_set1_ps(limit);
    let order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
    let mut words = [0u64; WORDS];
    for (half, rows) in values.chunks_exact(32).enumerate() {
        let eight = |at: usize| {
            // SAFETY: a chunk has 32 numbers and `at` is at most 3.
            let x = unsafe { _mm256_loadu_ps(rows.as_ptr().add(at * 8)) };
            _mm256_castps_si256(_mm256_cmp_ps::<_CMP_LE_OQ>(x, limit))
        };
        let one = _mm256_packs_epi32(eight(0), eight(1));
        let bytes = _mm256_packs_epi16(one, _mm256_packs_epi32(eight(2), eight(3)));
        let bytes = _mm256_permutevar8x32_epi32(bytes, order);
        words[half / 2] |= u64::from(_mm256_movemask_epi8(bytes) as u32) << (half % 2 * 32);
    }
    Set { 0: words }
}

/// The rows with this code.
#[target_feature(enable = "avx2")]
pub(super) unsafe fn equal(codes: &[u8; LANES], wanted: u8) -> Set {
    let mut words = [0u64; WORDS];
    for (at, word) in words.iter_mut().enumerate() {
        for half in 0..2 {
            // SAFETY: `at` is below WORDS, so the 32 bytes end within LANES.
            let bytes = unsafe { _mm256_loadu_si256(codes.as_ptr().add(at * 64 + half * 32).cast()) };
            let bits = _mm256_movemask_epi8(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(wanted as i8)));
            *word |= u64::from(bits as u32) << (half * 32);
        }
    }
    Set { 0: words }
}

/// Codes of rows from their bits.
#[target_feature(enable = "avx2")]
pub(super) unsafe fn gather(planes: &[Set], to: &mut [u8; LANES]) {
    let spread = _mm256_setr_epi8(
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3,
    );
    let bits = _mm256_set1_epi64x(0x8040_2010_0804_0201_u64 as i64);
    for (at, block) in to.chunks_exact_mut(32).enumerate() {
        let mut codes = _mm256_setzero_si256();
        for (bit, plane) in planes.iter().enumerate() {
            let half = (plane.0[at / 2] >> (at % 2 * 32)) as u32;
            let bytes = _mm256_shuffle_epi8(_mm256_set1_epi32(half as i32), spread);
            let on = _mm256_cmpeq_epi8(_mm256_and_si256(bytes, bits), bits);
            codes = _mm256_or_si256(codes, _mm256_and_si256(on, _mm256_set1_epi8(1 << bit)));
        }
        // SAFETY: a chunk has exactly 32 bytes.
        unsafe { _mm256_storeu_si256(block.as_mut_ptr().cast(), codes) };
    }
}

/// The view of each code, two at a time. Writes as many as there are codes, or as there is room for.
#[target_feature(enable = "avx2")]
pub(super) unsafe fn views(codes: &[u8], views: &[u128; 32], to: &mut [MaybeUninit<u128>]) {
    let view = |code: u8| {
        // SAFETY: five bits reach no further than the table.
        unsafe { _mm_loadu_si128(views.as_ptr().add(usize::from(code & 31)).cast()) }
    };
    let ((pairs, last), (rooms, room)) = (codes.as_chunks::<2>(), to.as_chunks_mut::<2>());
    for ([one, other], to) in pairs.iter().zip(rooms) {
        let both = _mm256_inserti128_si256::<1>(_mm256_castsi128_si256(view(*one)), view(*other));
        // SAFETY: `to` has room for two views, together 32 bytes.
        unsafe { _mm256_storeu_si256(to.as_mut_ptr().cast(), both) };
    }
    if let ([code], [to]) = (last, room) {
        to.write(views[usize::from(*code & 31)]);
    }
}

/// The plain kernels, compiled for these instructions.
macro_rules! compiled {
    ($saturation:ident, $nearest:ident, $lines:ident, $run:ident, $settle:ident, $feature:literal) => {
        #[target_feature(enable = $feature)]
        pub(super) unsafe fn $settle(answers: &[Set], live: Set) -> Settled {
            plain::settle(answers, live)
        }

        #[target_feature(enable = $feature)]
        pub(super) unsafe fn $nearest(values: &[f64; LANES], limits: &[(f64, usize)], to: &mut [f64; LANES]) {
            plain::nearest(values, limits, to);
        }

        #[target_feature(enable = $feature)]
        pub(super) unsafe fn $saturation(
            x: &[f64; LANES],
            y: &[f64; LANES],
            sum: bool,
            to: &mut [f64; LANES],
        ) {
            plain::saturation(x, y, sum, to);
        }

        #[target_feature(enable = $feature)]
        pub(super) unsafe fn $lines(
            values: Values<'_>,
            ages: Values<'_>,
            shift: f64,
            lines: [Log2Line; 2],
            to: [&mut [f64; LANES]; 2],
        ) {
            plain::lines_of(values, ages, shift, lines, to);
        }

        #[target_feature(enable = $feature)]
        pub(super) unsafe fn $run(diagram: &Diagram, seen: Seen<'_>, live: Set, run: &mut Run) {
            seen.run(diagram, live, run);
        }
    };
}

compiled!(saturation_256, nearest_256, lines_256, run_256, settle_256, "avx2,bmi1,bmi2,popcnt");
compiled!(
    saturation_512,
    nearest_512,
    lines_512,
    run_512,
    settle_512,
    "avx512f,avx512dq,avx512vl,avx512bw,avx2,bmi1,bmi2,popcnt"
);
