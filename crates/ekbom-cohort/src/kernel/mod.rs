//! What is done to many rows at once, for the processor at hand.

mod plain;

use std::sync::OnceLock;

use ekbom::condition::Truth;
use ekbom::formula::egfr::Log2Line;
use ekbom::table::Diagram;

use crate::load::Values;
use crate::planes::{LANES, Set};
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
        *BEST.get_or_init(|| Self::Baseline)
    }

    /// All that this processor has, the least first.
    pub fn available() -> Vec<Self> {
        [Self::Baseline, Self::Avx2, Self::Avx512].into_iter().filter(|level| *level <= Self::best()).collect()
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

/// Buffers of a diagram's run.
#[derive(Clone, Debug, Default)]
pub(crate) struct Run {
    pub(crate) cuts: Vec<Truth<Set>>,
    pub(crate) options: Vec<Set>,
    pub(crate) reached: Vec<Set>,
    pub(crate) fired: Vec<Set>,
}

impl Level {
    /// The rows whose number is at most `limit`.
    pub(crate) fn at_most(self, values: Values<'_>, limit: f64) -> Set {
        match values {
            Values::Long(values) => plain::at_most(values, limit),
            Values::Short(values) => plain::at_most(values, short(limit)),
        }
    }

    /// The rows whose number is at least `limit`; NaN counts among them.
    pub(crate) fn at_least(self, values: Values<'_>, limit: f64) -> Set {
        use ekbom::condition::Mask;
        self.at_most(values, limit.next_down()).not()
    }

    pub(crate) fn equal(self, codes: &[u8; LANES], wanted: u8) -> Set {
        plain::equal(codes, wanted)
    }

    pub(crate) fn saturation(self, x: &[f64; LANES], y: &[f64; LANES], sum: bool, to: &mut [f64; LANES]) {
        plain::saturation(x, y, sum, to);
    }

    pub(crate) fn lines(
        self,
        values: Values<'_>,
        ages: Values<'_>,
        shift: f64,
        lines: [Log2Line; 2],
        to: [&mut [f64; LANES]; 2],
    ) {
        plain::lines(|lane| values.get(lane), |lane| ages.get(lane), shift, lines, to);
    }

    pub(crate) fn run(self, diagram: &Diagram, live: Set, run: &mut Run) {
        diagram.run_planes(&run.cuts, &run.options, live, &mut run.reached, &mut run.fired);
    }

    pub(crate) fn gather(self, planes: &[Set], to: &mut [u8; LANES]) {
        plain::gather(planes, to);
    }
}

/// Views of codes as an array.
pub(crate) fn string_views(
    views: arrow_buffer::ScalarBuffer<u128>,
    buffers: Vec<arrow_buffer::Buffer>,
    nulls: Option<arrow_buffer::NullBuffer>,
) -> Result<arrow_array::StringViewArray, arrow_schema::ArrowError> {
    arrow_array::StringViewArray::try_new(views, buffers, nulls)
}
