//! How often each answer was given.

use std::fmt::Write as _;
use std::time::Duration;

use ekbom_cohort::{Output, Refusal, Tally};

use super::grouped;

/// Sums over batches.
#[derive(Debug, Default)]
pub(crate) struct Summary {
    rows: u64,
    refused: u64,
    set_aside: u64,
    slow: u64,
    tallies: Vec<Tally>,
}

impl Summary {
    pub(crate) fn add(&mut self, output: &Output) {
        self.rows += output.batch.num_rows() as u64;
        let rows = |own: &[Refusal]| own.chunk_by(|one, other| one.row == other.row).count() as u64;
        self.refused += rows(&output.refusals);
        self.set_aside += rows(&output.set_aside);
        self.slow += output.slow;
        if self.tallies.is_empty() {
            self.tallies.clone_from(&output.tallies);
            return;
        }
        for (sum, own) in self.tallies.iter_mut().zip(&output.tallies) {
            sum.open += own.open;
            for ((_, sum), (_, own)) in sum.answers.iter_mut().zip(&own.answers) {
                *sum += own;
            }
        }
    }

    pub(crate) const fn rows(&self) -> u64 {
        self.rows
    }

    /// A table for people.
    pub(crate) fn text(&self, took: Duration) -> String {
        let mut text = String::new();
        let seconds = took.as_secs_f64();
        let rate = self.rows as f64 / seconds.max(1e-6);
        let _ = writeln!(
            text,
            "{} rows in {seconds:.1} s ({} rows/s), {} refused, {} with something set aside",
            grouped(self.rows),
            grouped(rate as u64),
            grouped(self.refused),
            grouped(self.set_aside)
        );
        let share = 100.0 * self.slow as f64 / self.rows.max(1) as f64;
        let _ = writeln!(text, "{} rows ({share:.2} %) were read one by one\n", grouped(self.slow));
        for tally in &self.tallies {
            let _ = writeln!(text, "{}", tally.question);
            let open = (tally.open > 0).then_some(("(undetermined)", tally.open));
            for (answer, rows) in tally.answers.iter().copied().filter(|(_, rows)| *rows > 0).chain(open) {
                let share = 100.0 * rows as f64 / (self.rows.max(1)) as f64;
                let _ = writeln!(text, "  {answer:<28} {:>14} {share:>6.1} %", grouped(rows));
            }
        }
        text
    }
}
