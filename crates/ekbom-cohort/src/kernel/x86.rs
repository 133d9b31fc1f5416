//! The kernels for 256-bit and 512-bit vectors of x86-64.
//!
//! Unsafe for two reasons, and no others: a function compiled for more instructions than every processor has may only
//! be called where they were found, which [`Level`](super::Level) sees to; and loads of vectors take pointers, which
//! here always point into an array of known length.
#![expect(unsafe_code, reason = "processor-specific instructions; each block says why it is sound")]
#![expect(clippy::indexing_slicing, reason = "arrays of known length, indexed by constants")]

use std::arch::x86_64::*;
use std::mem::MaybeUninit;

use ekbom::logic::engine::Diagram;

use super::{Line, Run, Seen, Settled, Values, plain};
use crate::planes::{LANES, Set, WORDS};

/// Asks for every line of the cache that holds some of this.
pub(super) fn fetch<T>(numbers: &[T]) {
    for line in numbers.chunks(64 / size_of::<T>().clamp(1, 64)) {
        // SAFETY: every processor of this architecture has it, and it is only a hint.
        unsafe { _mm_prefetch::<_MM_HINT_T1>(line.as_ptr().cast()) };
    }
}

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

/// Sixty-four rows at a time, made of two calls of `$half`.
macro_rules! at_most_256 {
    ($name:ident, $half:ident, $number:ty, $set:ident) => {
        #[target_feature(enable = "avx2")]
        pub(super) unsafe fn $name(values: &[$number; LANES], limit: $number) -> Set {
            let limit = $set(limit);
            let (blocks, _) = values.as_chunks::<32>();
            let mut words = [0u64; WORDS];
            for (at, word) in words.iter_mut().enumerate() {
                let (low, high) = ($half(&blocks[at * 2], limit), $half(&blocks[at * 2 + 1], limit));
                *word = u64::from(low) | u64::from(high) << 32;
            }
            Set { 0: words }
        }
    };
}

at_most_256!(at_most_long_256, long_half, f64, _mm256_set1_pd);
at_most_256!(at_most_short_256, short_half, f32, _mm256_set1_ps);

/// Thirty-two rows of 64-bit numbers: eight comparisons are narrowed to a byte a row, since one wide `movemask` costs
/// less than eight narrow ones. The limit comes first, so that the comparison itself loads the numbers.
#[inline]
#[target_feature(enable = "avx2")]
fn long_half(rows: &[f64; 32], limit: __m256d) -> u32 {
    // Narrowing works in each half of a vector by itself, so that rows come as 0 1 4 5 8 9 .. | 2 3 6 7 ..
    let order = _mm256_setr_epi8(
        0, 1, 8, 9, 2, 3, 10, 11, 4, 5, 12, 13, 6, 7, 14, 15, 0, 1, 8, 9, 2, 3, 10, 11, 4, 5, 12, 13, 6, 7,
        14, 15,
    );
    let four = |at: usize| {
        // SAFETY: there are 32 numbers and `at` is at most 7.
        let x = unsafe { _mm256_loadu_pd(rows.as_ptr().add(at * 4)) };
        _mm256_castpd_si256(_mm256_cmp_pd::<_CMP_GE_OQ>(limit, x))
    };
    let sixteen = |at: usize| {
        let one = _mm256_packs_epi32(four(at), four(at + 1));
        _mm256_packs_epi32(one, _mm256_packs_epi32(four(at + 2), four(at + 3)))
    };
    let bytes = _mm256_packs_epi16(sixteen(0), sixteen(4));
    let bytes = _mm256_shuffle_epi8(_mm256_permute4x64_epi64::<0b11_01_10_00>(bytes), order);
    _mm256_movemask_epi8(bytes) as u32
}

/// The same for 32-bit numbers.
#[inline]
#[target_feature(enable = "avx2")]
fn short_half(rows: &[f32; 32], limit: __m256) -> u32 {
    let order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
    let eight = |at: usize| {
        // SAFETY: there are 32 numbers and `at` is at most 3.
        let x = unsafe { _mm256_loadu_ps(rows.as_ptr().add(at * 8)) };
        _mm256_castps_si256(_mm256_cmp_ps::<_CMP_GE_OQ>(limit, x))
    };
    let one = _mm256_packs_epi32(eight(0), eight(1));
    let bytes = _mm256_packs_epi16(one, _mm256_packs_epi32(eight(2), eight(3)));
    _mm256_movemask_epi8(_mm256_permutevar8x32_epi32(bytes, order)) as u32
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

/// Codes of rows from their bits, the highest bit first.
#[target_feature(enable = "avx2")]
pub(super) unsafe fn gather(planes: &[Set], to: &mut [u8; LANES]) {
    let spread = _mm256_setr_epi8(
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3,
    );
    let bits = _mm256_set1_epi64x(0x8040_2010_0804_0201_u64 as i64);
    let (blocks, _) = to.as_chunks_mut::<64>();
    for (at, block) in blocks.iter_mut().enumerate() {
        let mut codes = [_mm256_setzero_si256(); 2];
        for plane in planes.iter().rev() {
            let word = plane.0[at];
            for (codes, half) in codes.iter_mut().zip([word as u32, (word >> 32) as u32]) {
                let bytes = _mm256_shuffle_epi8(_mm256_set1_epi32(half as i32), spread);
                let on = _mm256_cmpeq_epi8(_mm256_and_si256(bytes, bits), bits);
                // What is on is minus one.
                *codes = _mm256_sub_epi8(_mm256_add_epi8(*codes, *codes), on);
            }
        }
        // SAFETY: a block has exactly 64 bytes, and so have the two vectors.
        unsafe { block.as_mut_ptr().cast::<[__m256i; 2]>().write_unaligned(codes) };
    }
}

/// The view of each code, two at a time. Writes as many as there are codes, or as there is room for.
#[target_feature(enable = "avx2")]
pub(super) unsafe fn views(codes: &[u8], views: &[u128; 256], to: &mut [MaybeUninit<u128>]) {
    const ROWS: usize = 16;
    let ((groups, last), (rooms, room)) = (codes.as_chunks::<ROWS>(), to.as_chunks_mut::<ROWS>());
    for (codes, to) in groups.iter().zip(rooms) {
        for ([one, other], to) in codes.as_chunks::<2>().0.iter().zip(to.as_chunks_mut::<2>().0) {
            let view = |code: u8| {
                // SAFETY: a view has 16 bytes.
                unsafe { _mm_loadu_si128((&raw const views[usize::from(code)]).cast()) }
            };
            let both = _mm256_inserti128_si256::<1>(_mm256_castsi128_si256(view(*one)), view(*other));
            // SAFETY: `to` has room for two views, together 32 bytes.
            unsafe { _mm256_storeu_si256(to.as_mut_ptr().cast(), both) };
        }
    }
    for (code, to) in last.iter().zip(room) {
        to.write(views[usize::from(*code)]);
    }
}

/// The plain kernels, compiled for these instructions.
macro_rules! compiled {
    ($saturation:ident, $lines:ident, $run:ident, $settle:ident, $feature:literal) => {
        #[target_feature(enable = $feature)]
        pub(super) unsafe fn $settle(answers: &[Set], live: Set) -> Settled {
            plain::settle(answers, live)
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
            shift: f32,
            lines: [Line; 2],
            to: [&mut [f32; LANES]; 2],
        ) {
            plain::lines_of(values, ages, shift, lines, to);
        }

        #[target_feature(enable = $feature)]
        pub(super) unsafe fn $run(diagram: &Diagram, seen: Seen<'_>, live: Set, run: &mut Run) {
            seen.run(diagram, live, run);
        }
    };
}

compiled!(saturation_256, lines_256, run_256, settle_256, "avx2,bmi1,bmi2,popcnt");
compiled!(
    saturation_512,
    lines_512,
    run_512,
    settle_512,
    "avx512f,avx512dq,avx512vl,avx512bw,avx2,bmi1,bmi2,popcnt"
);
