//! Batches one after the other, by any number of threads, in order and in flat memory.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::mpsc::sync_channel;
use std::thread;

use arrow_array::RecordBatch;
use arrow_schema::ArrowError;

use crate::cohort::{Cohort, Output};
use crate::error::CohortError;

/// Rows that are answered together; larger batches are taken in pieces.
pub(crate) const PIECE: usize = 65_536;

/// Cuts batches into pieces and numbers them and their rows.
struct Pieces<I> {
    batches: I,
    rest: Option<(RecordBatch, usize)>,
    place: usize,
    first: u64,
    ended: bool,
}

impl<I: Iterator<Item = Result<RecordBatch, ArrowError>>> Iterator for Pieces<I> {
    type Item = Result<(usize, u64, RecordBatch), ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let (batch, at) = match self.rest.take() {
            Some(rest) => rest,
            None => match self.batches.next() {
                Some(Ok(batch)) => (batch, 0),
                Some(Err(error)) => {
                    self.ended = true;
                    return Some(Err(error));
                }
                None => {
                    self.ended = true;
                    return None;
                }
            },
        };
        let len = PIECE.min(batch.num_rows() - at);
        let piece = batch.slice(at, len);
        if at + len < batch.num_rows() {
            self.rest = Some((batch, at + len));
        }
        let made = (self.place, self.first, piece);
        self.place += 1;
        self.first += len as u64;
        Some(Ok(made))
    }
}

impl Cohort {
    /// Answers batches as they come, on so many threads, and hands each to `sink` in the order of the input. Never
    /// more than a few pieces a thread are in memory.
    ///
    /// # Errors
    /// The first error of the input, of a row (with `refused = "raise"`) or of `sink`.
    pub fn stream<E: From<CohortError> + From<ArrowError> + Send>(
        &self,
        batches: impl Iterator<Item = Result<RecordBatch, ArrowError>> + Send,
        threads: usize,
        mut sink: impl FnMut(Output) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut pieces = Pieces { batches, rest: None, place: 0, first: 0, ended: false };
        if threads <= 1 {
            let mut worker = self.worker();
            for piece in pieces {
                let (_, first, batch) = piece?;
                sink(self.run_with(&mut worker, &batch, first)?)?;
            }
            return Ok(());
        }
        let shared = Mutex::new(&mut pieces);
        thread::scope(|scope| {
            let (send, receive) = sync_channel(threads * 2);
            for _ in 0..threads {
                let (send, shared) = (send.clone(), &shared);
                scope.spawn(move || {
                    let mut worker = self.worker();
                    loop {
                        let piece = match shared.lock() {
                            Ok(mut pieces) => pieces.next(),
                            Err(_) => return,
                        };
                        let made: Result<(usize, Output), E> = match piece {
                            None => return,
                            Some(Err(error)) => Err(error.into()),
                            Some(Ok((place, first, batch))) => self
                                .run_with(&mut worker, &batch, first)
                                .map(|output| (place, output))
                                .map_err(E::from),
                        };
                        let failed = made.is_err();
                        if send.send(made).is_err() || failed {
                            return;
                        }
                    }
                });
            }
            drop(send);
            let mut waiting: BTreeMap<usize, Output> = BTreeMap::new();
            let mut next = 0;
            // Leaving the loop drops the receiver, and with it the threads end.
            for made in receive {
                let (place, output) = made?;
                waiting.insert(place, output);
                while let Some(output) = waiting.remove(&next) {
                    sink(output)?;
                    next += 1;
                }
            }
            Ok(())
        })
    }
}
