//! Batches one after the other, by any number of threads, in order and in flat memory.

use std::collections::BTreeMap;
use std::sync::mpsc::sync_channel;
use std::sync::{Condvar, Mutex};
use std::thread;

use arrow_array::RecordBatch;
use arrow_schema::ArrowError;

use crate::cohort::{Cohort, Output, PIECE};
use crate::error::CohortError;

/// Cuts batches into pieces and numbers them and their rows.
pub(crate) struct Pieces<I> {
    batches: I,
    rest: Option<(RecordBatch, usize)>,
    place: usize,
    first: u64,
    ended: bool,
}

impl<I> Pieces<I> {
    pub(crate) fn new(batches: I) -> Self {
        Self { batches, rest: None, place: 0, first: 0, ended: false }
    }
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

/// Pieces a thread may be ahead of the first that was not handed on yet: one slow piece holds up the others rather than
/// filling the memory with them.
pub(crate) const AHEAD: usize = 2;

/// Pieces for several threads, never more than so many ahead of what was handed on.
struct Queue<I> {
    state: Mutex<Waiting<I>>,
    moved: Condvar,
    ahead: usize,
}

/// The number of its first row, and its rows.
type Piece = Result<(u64, RecordBatch), ArrowError>;

struct Waiting<I> {
    pieces: Pieces<I>,
    handed_on: usize,
    stopped: bool,
}

impl<I: Iterator<Item = Result<RecordBatch, ArrowError>>> Queue<I> {
    fn new(pieces: Pieces<I>, ahead: usize) -> Self {
        let state = Mutex::new(Waiting { pieces, handed_on: 0, stopped: false });
        Self { state, moved: Condvar::new(), ahead }
    }

    /// The next piece with its place, when there is room for it; `None` at the end.
    fn next(&self) -> Option<(usize, Piece)> {
        // A thread that panicked while reading leaves nothing to go on with.
        let mut state = self.state.lock().ok()?;
        while !state.stopped && state.pieces.place >= state.handed_on + self.ahead {
            state = self.moved.wait(state).ok()?;
        }
        if state.stopped {
            return None;
        }
        // An error of the input stands where the next piece would.
        let place = state.pieces.place;
        let piece = state.pieces.next()?;
        Some((place, piece.map(|(_, first, batch)| (first, batch))))
    }
}

impl<I> Queue<I> {
    fn handed_on(&self, pieces: usize) {
        if let Ok(mut state) = self.state.lock() {
            state.handed_on = pieces;
        }
        self.moved.notify_all();
    }
}

/// Ends the threads when dropped.
struct Stop<'q, I>(&'q Queue<I>);

impl<I> Drop for Stop<'_, I> {
    fn drop(&mut self) {
        if let Ok(mut state) = self.0.state.lock() {
            state.stopped = true;
        }
        self.0.moved.notify_all();
    }
}

/// The system has no thread to give.
pub(crate) fn no_thread(error: std::io::Error) -> ArrowError {
    ArrowError::IoError(format!("no thread could be started: {error}"), error)
}

impl Cohort {
    /// Answers batches as they come, on so many threads, and hands each to `sink` in the order of the input. Never
    /// more than a few pieces a thread are in memory. Where the system gives fewer threads, those do it.
    ///
    /// # Errors
    /// The first error of the input, of a row (with `refused = "raise"`) or of `sink`; or no thread could be started.
    pub fn stream<E: From<CohortError> + From<ArrowError> + Send>(
        &self,
        batches: impl Iterator<Item = Result<RecordBatch, ArrowError>> + Send,
        threads: usize,
        mut sink: impl FnMut(Output) -> Result<(), E>,
    ) -> Result<(), E> {
        let pieces = Pieces::new(batches);
        if threads <= 1 {
            let mut worker = self.worker();
            for piece in pieces {
                let (_, first, batch) = piece?;
                sink(self.run_with(&mut worker, &batch, first)?)?;
            }
            return Ok(());
        }
        let queue = Queue::new(pieces, threads * AHEAD);
        thread::scope(|scope| {
            let (send, receive) = sync_channel(threads * AHEAD);
            // However this ends, the threads must not wait for more to be handed on.
            let _stop = Stop(&queue);
            let mut started = 0;
            for _ in 0..threads {
                let (send, queue) = (send.clone(), &queue);
                let work = move || {
                    let mut worker = self.worker();
                    while let Some((place, piece)) = queue.next() {
                        let made: Result<Output, E> = match piece {
                            Err(error) => Err(error.into()),
                            Ok((first, batch)) => self.run_with(&mut worker, &batch, first).map_err(E::from),
                        };
                        let failed = made.is_err();
                        if send.send((place, made)).is_err() || failed {
                            return;
                        }
                    }
                };
                match thread::Builder::new().spawn_scoped(scope, work) {
                    Ok(_) => started += 1,
                    // The system gives no more: those that are there do it.
                    Err(_) if started > 0 => break,
                    Err(error) => return Err(no_thread(error).into()),
                }
            }
            drop(send);
            let mut waiting: BTreeMap<usize, Result<Output, E>> = BTreeMap::new();
            let mut next = 0;
            // Leaving the loop drops the receiver, and with it the threads end. An error too waits for its turn: what
            // came before it is handed on.
            for (place, made) in receive {
                waiting.insert(place, made);
                while let Some(made) = waiting.remove(&next) {
                    sink(made?)?;
                    next += 1;
                    queue.handed_on(next);
                }
            }
            Ok(())
        })
    }
}
