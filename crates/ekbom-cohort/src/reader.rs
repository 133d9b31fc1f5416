//! The answers as a reader of record batches: for callers who take them one after the other.

use std::sync::mpsc::{Receiver, sync_channel};
use std::thread::{self, JoinHandle};

use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::{ArrowError, SchemaRef};

use crate::cohort::{Cohort, Worker};
use crate::error::CohortError;
use crate::stream::{AHEAD, Pieces, no_thread};

/// Answers, batch after batch, in the order of the input. After an error nothing more comes.
///
/// Dropping it ends the threads that work for it, and waits for them.
pub struct Answers<I> {
    cohort: Cohort,
    side: Side<I>,
}

enum Side<I> {
    /// The thread of the caller.
    Here(Box<(Pieces<I>, Worker)>),
    /// Other threads.
    There(Elsewhere),
    Ended,
}

/// A thread that leads the others.
struct Elsewhere {
    receive: Option<Receiver<Result<RecordBatch, CohortError>>>,
    lead: Option<JoinHandle<()>>,
}

impl Drop for Elsewhere {
    fn drop(&mut self) {
        // Nobody reads any more, which ends them; afterwards the input has been dropped too.
        self.receive = None;
        if let Some(lead) = self.lead.take() {
            // It has no result; and if it panicked, then that was said.
            let _ = lead.join();
        }
    }
}

impl Cohort {
    /// Answers batches when they are asked for, on the caller's thread or on so many others. Never more than a few
    /// pieces a thread are in memory.
    ///
    /// ```
    /// # use std::sync::Arc;
    /// use arrow_array::{ArrayRef, Float64Array, RecordBatch};
    /// use ekbom::Knowledge;
    /// use ekbom_cohort::{Cohort, CohortMap, Quantity};
    ///
    /// let ferritin: ArrayRef = Arc::new(Float64Array::from(vec![38.0, 130.0]));
    /// let batch = RecordBatch::try_from_iter([("fer", ferritin)])?;
    /// let map = CohortMap::default().ask("iron.therapy").quantity("ferritin", Quantity::new("fer", "ng/mL"));
    /// let cohort = Cohort::new(Arc::new(Knowledge::builtin()), &map, &batch.schema())?;
    /// let rows: usize = cohort.reader([Ok(batch)].into_iter(), 2).map(|made| made.unwrap().num_rows()).sum();
    /// assert_eq!(rows, 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn reader<I>(&self, batches: I, threads: usize) -> Answers<I>
    where
        I: Iterator<Item = Result<RecordBatch, ArrowError>> + Send + 'static,
    {
        let cohort = self.clone();
        if threads <= 1 {
            let side = Side::Here(Box::new((Pieces::new(batches), self.worker())));
            return Answers { cohort, side };
        }
        let (send, receive) = sync_channel(AHEAD * threads);
        let unstarted = send.clone();
        let lead = thread::Builder::new().spawn(move || {
            let ended = cohort.stream::<Stopped>(batches, threads, |output| {
                // Whoever reads has gone: nothing is left to do.
                send.send(Ok(output.batch)).map_err(|_| Stopped::Unread)
            });
            if let Err(Stopped::By(error)) = ended {
                // As above.
                let _ = send.send(Err(error));
            }
        });
        let lead = match lead {
            Ok(lead) => Some(lead),
            Err(error) => {
                // There is room for one, and its reader is below.
                let _ = unstarted.send(Err(no_thread(error).into()));
                None
            }
        };
        drop(unstarted);
        let side = Side::There(Elsewhere { receive: Some(receive), lead });
        Answers { cohort: self.clone(), side }
    }
}

/// Why the threads stopped early.
enum Stopped {
    Unread,
    By(CohortError),
}

impl From<CohortError> for Stopped {
    fn from(error: CohortError) -> Self {
        Self::By(error)
    }
}

impl From<ArrowError> for Stopped {
    fn from(error: ArrowError) -> Self {
        Self::By(error.into())
    }
}

impl<I: Iterator<Item = Result<RecordBatch, ArrowError>>> Iterator for Answers<I> {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        let made = match &mut self.side {
            Side::Here(own) => {
                let (pieces, worker) = own.as_mut();
                pieces.next().map(|piece| {
                    let (_, first, batch) = piece?;
                    Ok(self.cohort.run_with(worker, &batch, first)?.batch)
                })
            }
            Side::There(own) => own.receive.as_ref().and_then(|receive| receive.recv().ok()),
            Side::Ended => None,
        };
        if !matches!(made, Some(Ok(_))) {
            self.side = Side::Ended;
        }
        made.map(|made| made.map_err(CohortError::into_arrow))
    }
}

impl<I: Iterator<Item = Result<RecordBatch, ArrowError>>> RecordBatchReader for Answers<I> {
    fn schema(&self) -> SchemaRef {
        self.cohort.schema()
    }
}
