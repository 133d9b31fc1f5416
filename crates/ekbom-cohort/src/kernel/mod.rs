//! What is done to many rows at once, for the processor at hand.

mod plain;
#[cfg(target_arch = "x86_64")]
mod x86;

use std::sync::OnceLock;

use arrow_array::StringViewArray;
use arrow_buffer::{Buffer, NullBuffer, ScalarBuffer};
use ekbom::logic::engine::Diagram;
use ekbom::logic::engine::{Mask, Truth};

pub(crate) use plain::{Line, NEAR, Settled};

use crate::planes::{LANES, Planes, Set};
use crate::threshold::short;

/// Which instructions are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Those that every processor of the architecture has.
    Baseline,
    /// 256-bit vectors (x86-64).
    Avx2,
    /// 512-bit vectors (x86-64).
    Avx512,
}

impl Level {
    /// The best that this processor has.
    pub fn best() -> Self {
        static BEST: OnceLock<Level> = OnceLock::new();
        *BEST.get_or_init(Self::find)
    }

    #[cfg(target_arch = "x86_64")]
    fn find() -> Self {
        let narrow = is_x86_feature_detected!("avx2")
            && is_x86_feature_detected!("bmi1")
            && is_x86_feature_detected!("bmi2")
            && is_x86_feature_detected!("popcnt");
        let wide = is_x86_feature_detected!("avx512f")
            && is_x86_feature_detected!("avx512dq")
            && is_x86_feature_detected!("avx512vl")
            && is_x86_feature_detected!("avx512bw");
        match (narrow, wide) {
            (true, true) => Self::Avx512,
            (true, false) => Self::Avx2,
            _ => Self::Baseline,
        }
    }

    #[cfg(not(target_arch = "x86_64"))]
    fn find() -> Self {
        Self::Baseline
    }

    /// All that this processor has, the least first.
    pub fn available() -> Vec<Self> {
        [Self::Baseline, Self::Avx2, Self::Avx512]
            .into_iter()
            .filter(|level| *level <= Self::best())
            .collect()
    }

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Baseline => "baseline",
            Self::Avx2 => "avx2",
            Self::Avx512 => "avx512",
        }
    }
}

/// The numbers of a block.
#[derive(Clone, Copy)]
pub(crate) enum Values<'v> {
    Long(&'v [f64; LANES]),
    Short(&'v [f32; LANES]),
}

impl Values<'_> {
    pub(crate) fn get(&self, lane: usize) -> f64 {
        match self {
            Self::Long(values) => values.get(lane).copied().unwrap_or(f64::NAN),
            Self::Short(values) => values.get(lane).map_or(f64::NAN, |value| f64::from(*value)),
        }
    }
}

/// Buffers of a diagram's run.
#[derive(Clone, Debug, Default)]
pub(crate) struct Run {
    reached: Vec<Set>,
    pub(crate) fired: Vec<Set>,
}

/// The planes of a block, and which of them a diagram looks at.
#[derive(Clone, Copy)]
pub(crate) struct Seen<'p> {
    pub(crate) planes: &'p Planes,
    /// For each cut of the diagram, its plane.
    pub(crate) cuts: &'p [usize],
    /// For each option of the diagram, its plane.
    pub(crate) options: &'p [usize],
}

impl Seen<'_> {
    /// Inlined, so that a caller compiled for a wider processor gets wider words.
    #[inline(always)]
    fn run(self, diagram: &Diagram, live: Set, run: &mut Run) {
        let open = Truth { yes: Set::NONE, no: Set::NONE };
        let cut =
            |at: usize| self.cuts.get(at).and_then(|place| self.planes.cuts.get(*place)).unwrap_or(&open);
        let option = |at: usize| {
            self.options.get(at).and_then(|place| self.planes.options.get(*place)).unwrap_or(&Set::ALL)
        };
        diagram.run_planes(cut, option, live, &mut run.reached, &mut run.fired);
    }
}

/// Calls the kernel of the level, which the processor is known to have.
macro_rules! dispatch {
    ($level:expr, $wide:expr, $narrow:expr, $plain:expr) => {
        match $level {
            // SAFETY: a level above the baseline is only made where its instructions were found.
            #[cfg(target_arch = "x86_64")]
            Level::Avx512 => unsafe { $wide },
            // SAFETY: as above.
            #[cfg(target_arch = "x86_64")]
            Level::Avx2 => unsafe { $narrow },
            _ => $plain,
        }
    };
}

#[expect(unsafe_code, reason = "calls of kernels for instructions that were found")]
impl Level {
    /// The rows whose number is at most `limit`.
    pub(crate) fn at_most(self, values: Values<'_>, limit: f64) -> Set {
        match values {
            Values::Long(values) => dispatch!(
                self,
                x86::at_most_long_512(values, limit),
                x86::at_most_long_256(values, limit),
                plain::at_most(values, limit)
            ),
            Values::Short(values) => {
                let limit = short(limit);
                dispatch!(
                    self,
                    x86::at_most_short_512(values, limit),
                    x86::at_most_short_256(values, limit),
                    plain::at_most(values, limit)
                )
            }
        }
    }

    /// The rows whose number is at least `limit`; NaN counts among them.
    pub(crate) fn at_least(self, values: Values<'_>, limit: f64) -> Set {
        self.at_most(values, limit.next_down()).not()
    }

    pub(crate) fn equal(self, codes: &[u8; LANES], wanted: u8) -> Set {
        dispatch!(self, x86::equal(codes, wanted), x86::equal(codes, wanted), plain::equal(codes, wanted))
    }

    pub(crate) fn saturation(self, x: &[f64; LANES], y: &[f64; LANES], sum: bool, to: &mut [f64; LANES]) {
        dispatch!(
            self,
            x86::saturation_512(x, y, sum, to),
            x86::saturation_256(x, y, sum, to),
            plain::saturation(x, y, sum, to)
        );
    }

    pub(crate) fn lines(
        self,
        values: Values<'_>,
        ages: Values<'_>,
        shift: f32,
        lines: [Line; 2],
        to: [&mut [f32; LANES]; 2],
    ) {
        dispatch!(
            self,
            x86::lines_512(values, ages, shift, lines, to),
            x86::lines_256(values, ages, shift, lines, to),
            plain::lines_of(values, ages, shift, lines, to)
        );
    }

    pub(crate) fn run(self, diagram: &Diagram, seen: Seen<'_>, live: Set, run: &mut Run) {
        dispatch!(
            self,
            x86::run_512(diagram, seen, live, run),
            x86::run_256(diagram, seen, live, run),
            seen.run(diagram, live, run)
        );
    }

    /// Which rows have one answer, and which; `live` are the rows that have answers at all.
    pub(crate) fn settle(self, answers: &[Set], live: Set) -> Settled {
        dispatch!(
            self,
            x86::settle_512(answers, live),
            x86::settle_256(answers, live),
            plain::settle(answers, live)
        )
    }

    /// Appends the view of each code.
    pub(crate) fn append_views(self, codes: &[u8], views: &[u128; 256], to: &mut Vec<u128>) {
        to.reserve(codes.len());
        #[cfg(target_arch = "x86_64")]
        if self >= Self::Avx2 {
            let room = to.spare_capacity_mut().get_mut(..codes.len()).unwrap_or_default();
            let wanted = room.len();
            // SAFETY: this level is only made where AVX2 was found.
            unsafe { x86::views(codes, views, room) };
            // SAFETY: the kernel has written one view for each of the codes, and there was room for them.
            unsafe { to.set_len(to.len() + wanted) };
            return;
        }
        to.extend(codes.iter().map(|code| views.get(usize::from(*code)).copied().unwrap_or(0)));
    }

    pub(crate) fn gather(self, planes: &[Set], to: &mut [u8; LANES]) {
        dispatch!(self, x86::gather(planes, to), x86::gather(planes, to), plain::gather(planes, to));
    }
}

/// Asks for numbers that are read soon, so that they are there in time.
pub(crate) fn fetch<T>(numbers: &[T]) {
    #[cfg(target_arch = "x86_64")]
    x86::fetch(numbers);
    #[cfg(not(target_arch = "x86_64"))]
    let _ = numbers;
}

/// Views of codes as an array.
#[expect(
    unsafe_code,
    reason = "every view was made from a code; checking each row's text again costs more than all else"
)]
pub(crate) fn string_views(
    views: ScalarBuffer<u128>,
    buffers: Vec<Buffer>,
    nulls: Option<NullBuffer>,
) -> StringViewArray {
    // SAFETY: each view is zero (the empty string) or one of those made by `view_of`: UTF-8, its prefix the first four
    // bytes, its offset within the one buffer.
    unsafe { StringViewArray::new_unchecked(views, buffers, nulls) }
}
