//! Reads in the background, and again when files change.
//!
//! ```text
//!  the dashboard ──── again, stop ──▶ ┌────────┐
//!  the file system ── what changed ─▶ │ reader │ ── how far, what was read ──▶ the dashboard
//!                                     └────────┘
//! ```
//!
//! All waits are on one channel; nothing polls.

mod changes;

use std::{
    any::Any,
    io, mem,
    ops::ControlFlow,
    panic::{self, AssertUnwindSafe},
    path::PathBuf,
    sync::{
        Arc, PoisonError,
        atomic::{AtomicUsize, Ordering},
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    thread,
    time::{Duration, Instant},
};

use self::changes::Changes;
use super::scribe::Keeping;
use crate::{
    load::{Progress, Reader, Reading},
    query::Search,
    tui::{self, News, NewsSender},
};

/// Files are read again once nothing more happened to them for so long: what is being written is whole then.
const QUIET: Duration = Duration::from_millis(200);

/// So long files are waited for that do not come to rest.
const UNREST: Duration = Duration::from_secs(2);

/// Reading again is not worth a word before so long.
const SHORT: Duration = Duration::from_millis(150);

/// Between two reports of progress.
const PACE: Duration = Duration::from_millis(80);

/// What the reader is to do.
enum Request {
    /// Something happened to files.
    Changed(notify::Result<notify::Event>),
    /// A correction was saved.
    Corrected,
    /// Read everything again.
    Again,
}

/// A reader in a thread of its own.
#[derive(Debug)]
pub(super) struct Background {
    requests: Sender<Request>,
    turns: Arc<Turns>,
}

/// Which reading is under way and which was to be stopped; they count from 1.
#[derive(Debug, Default)]
struct Turns {
    current: AtomicUsize,
    stopped: AtomicUsize,
}

impl Background {
    /// Reads everything again.
    pub(super) fn read_again(&self) {
        // A reader that is gone reads nothing.
        let _ = self.requests.send(Request::Again);
    }

    /// Tells, from any thread, that a correction was saved.
    pub(super) fn when_corrected(&self) -> impl Fn() + Send + 'static {
        let requests = self.requests.clone();
        move || drop(requests.send(Request::Corrected))
    }

    /// Stops the reading that is under way.
    pub(super) fn stop(&self) {
        self.turns.stopped.store(self.turns.current.load(Ordering::SeqCst), Ordering::SeqCst);
    }
}

/// What the background is to do.
pub(super) struct Plan {
    pub(super) reader: Reader,
    /// Whether everything is still to be read.
    pub(super) unread: bool,
    /// What is watched for changes.
    pub(super) watched: Vec<PathBuf>,
    /// Where what is done is kept, as far as it is known.
    pub(super) keeping: Keeping,
}

/// Starts reading and watching. Tells of a first reading before it returns, so that the dashboard knows.
///
/// # Errors
/// No thread can be started.
pub(super) fn start(plan: Plan, news: NewsSender) -> io::Result<Background> {
    let (requests, queue) = mpsc::channel();
    let turns = Arc::<Turns>::default();
    if plan.unread {
        news.send(News::Reading(Some(tui::Reading::default())));
    }
    let worker =
        Worker { reader: plan.reader, is_first: plan.unread, turns: Arc::clone(&turns), keeping: plan.keeping, news };
    let to_queue = requests.clone();
    thread::Builder::new().name("reader".to_owned()).spawn(move || worker.work(plan.watched, to_queue, &queue))?;
    Ok(Background { requests, turns })
}

/// What the thread of the reader holds.
struct Worker {
    reader: Reader,
    /// Whether nothing was read yet.
    is_first: bool,
    turns: Arc<Turns>,
    keeping: Keeping,
    news: NewsSender,
}

impl Worker {
    fn work(mut self, watched: Vec<PathBuf>, requests: Sender<Request>, queue: &Receiver<Request>) {
        // Watched before it is read, so that no change falls between.
        let mut changes = Changes::new(watched, move |event| drop(requests.send(Request::Changed(event))));
        self.tell_unwatched(changes.watch());
        if self.is_first {
            self.read(true);
        }
        while let Ok(request) = queue.recv() {
            let again = matches!(request, Request::Again);
            if again {
                // A folder that was gone and came back has to be watched anew.
                self.tell_unwatched(changes.watch());
            }
            let at_once = again || matches!(request, Request::Corrected);
            let mut is_due = self.note(request, &changes);
            let start = Instant::now();
            loop {
                let left = UNREST.saturating_sub(start.elapsed());
                let patience = if at_once { Duration::ZERO } else { QUIET.min(left) };
                match queue.recv_timeout(patience) {
                    Ok(request) => is_due |= self.note(request, &changes),
                    Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
                }
            }
            if is_due {
                self.read(again);
            }
        }
    }

    /// Notes what is to be read again; whether anything is.
    fn note(&mut self, request: Request, changes: &Changes) -> bool {
        match request {
            Request::Corrected => {}
            Request::Again => self.reader.all_changed(),
            Request::Changed(Err(error)) => {
                self.tell_unwatched(Err(error));
                return false;
            }
            Request::Changed(Ok(event)) if event.need_rescan() => self.reader.all_changed(),
            Request::Changed(Ok(event)) => {
                let concerned: Vec<_> = changes.concerned(&event).collect();
                for path in &concerned {
                    self.reader.changed(path);
                }
                return !concerned.is_empty();
            }
        }
        true
    }

    /// Reads and tells what was read; `asked` when somebody waits for it.
    fn read(&mut self, asked: bool) {
        let turn = self.turns.current.fetch_add(1, Ordering::SeqCst) + 1;
        let silence = if asked { Duration::ZERO } else { SHORT };
        let mut gauge = Gauge { news: &self.news, next: Instant::now() + silence, last: tui::Reading::default() };
        let mut tell = |progress| {
            gauge.tell(progress);
            let stopped = self.turns.stopped.load(Ordering::SeqCst) == turn;
            if stopped { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        // A report that the extractor fails on must not take the dashboard with it.
        let reading = panic::catch_unwind(AssertUnwindSafe(|| {
            let reading = self.reader.read(&mut tell)?;
            let search = Search::over(&reading.loaded.atlas);
            anyhow::Ok((reading, search))
        }));
        match reading {
            Ok(Ok((reading, search))) => {
                let so_far = gauge.last;
                self.tell_read(reading, search, so_far, asked);
            }
            Ok(Err(error)) => self.tell(News::Unread(format!("{error:#}"))),
            Err(panic) => self.tell(News::Unread(failure(panic.as_ref()))),
        }
    }

    fn tell_read(&mut self, reading: Reading, search: Search, so_far: tui::Reading, asked: bool) {
        let Reading { loaded, read, gone, stopped } = reading;
        let is_first = mem::take(&mut self.is_first);
        *self.keeping.lock().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&loaded.ledgers);
        if read + gone == 0 && !stopped && !is_first {
            self.tell(if asked { News::Unchanged } else { News::Reading(None) });
            return;
        }
        let opened = super::dashboard::opened(loaded);
        let stopped = stopped.then_some(so_far);
        self.tell(News::Read(Box::new(tui::Read { opened, search, read, gone, stopped })));
    }

    fn tell_unwatched(&self, watching: notify::Result<()>) {
        if let Err(error) = watching {
            self.tell(News::Unwatched(error.to_string()));
        }
    }

    fn tell(&self, news: News) {
        // Once there is no dashboard any more, the process is about to end.
        let _ = self.news.send(news);
    }
}

/// What a panic in the program says.
fn failure(panic: &(dyn Any + Send)) -> String {
    let said = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
    format!("xianzhi failed while reading ({}); please report this", said.unwrap_or("no reason given"))
}

/// Tells how far reading has come, now and then.
struct Gauge<'a> {
    news: &'a NewsSender,
    /// Nothing is told before.
    next: Instant,
    last: tui::Reading,
}

impl Gauge<'_> {
    fn tell(&mut self, Progress { done, all, figures }: Progress) {
        self.last = tui::Reading { done, all, figures };
        let now = Instant::now();
        if now >= self.next {
            self.next = now + PACE;
            let _ = self.news.send(News::Reading(Some(self.last)));
        }
    }
}
