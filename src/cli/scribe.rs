//! Writes what people make of readings to the ledger: on the command line at once, for the dashboard in a
//! thread of its own, as a disk may take its time.

use std::{
    hash::{BuildHasher as _, RandomState},
    slice,
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{self, Receiver, Sender},
    },
    thread::{self, JoinHandle},
};

use anyhow::{Context as _, Result};

use crate::{
    ledger::{self, Appended},
    load::Ledgers,
    model::correction::{Act, Deed},
    tui::{News, NewsSender},
};

/// An act done now. Its id begins with the time, so that ids come in the order of the acts, and ends so that
/// no other process makes the same.
pub(super) fn act(deed: Deed, note: String, who: &str) -> Act {
    let now = jiff::Zoned::now();
    // The keys of every hasher are random, which is all that is needed here.
    let random = RandomState::new().hash_one(std::process::id()) & 0xffff_ffff_ffff;
    Act {
        id: format!("{:08x}-{random:012x}", now.timestamp().as_second()),
        at: now.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        who: who.to_owned(),
        deed,
        note,
    }
}

/// Where what is done is kept: the ledgers of what was read last.
pub(super) type Keeping = Arc<Mutex<Arc<Ledgers>>>;

/// Keeps what is done in the dashboard.
pub(super) struct Scribe {
    deeds: Option<Sender<(Deed, String)>>,
    /// Gives how each act went, in their order.
    thread: Option<JoinHandle<Vec<Result<(), String>>>>,
    news: NewsSender,
}

impl Scribe {
    /// Writes to ledgers in the name of `who`, tells `news` what is on the disk and then calls `saved`; `refusal` is
    /// what is told where there is no ledger.
    pub(super) fn new(
        (keeping, refusal): (Keeping, &'static str),
        who: String,
        news: NewsSender,
        saved: impl Fn() + Send + 'static,
    ) -> Self {
        let (deeds, queue) = mpsc::channel();
        let to_tell = news.clone();
        let work = move || work(&queue, (&keeping, refusal), &who, &to_tell, &saved);
        let thread = thread::Builder::new().name("scribe".to_owned()).spawn(work).ok();
        Self { deeds: Some(deeds), thread, news }
    }

    /// Writes an act.
    pub(super) fn write(&self, deed: Deed, note: String) {
        let written = self.deeds.as_ref().is_some_and(|deeds| deeds.send((deed, note)).is_ok());
        if !written {
            self.news.send(News::Corrected(Err("the correction is not saved: no thread for it".to_owned())));
        }
    }
}

impl Scribe {
    /// Writes what was done before the program ends. Of the last `untold` acts nobody was told how they went:
    /// why those are not saved that are not.
    pub(super) fn finish(&mut self, untold: usize) -> Vec<String> {
        self.deeds = None;
        let Some(thread) = self.thread.take() else { return Vec::new() };
        let Ok(mut went) = thread.join() else {
            let lost = "the correction is not saved: the program failed; please report this".to_owned();
            return vec![lost; untold.min(1)];
        };
        let told = went.len().saturating_sub(untold);
        went.drain(told..).filter_map(Result::err).collect()
    }
}

impl Drop for Scribe {
    /// What was done is written before the program ends.
    fn drop(&mut self) {
        self.finish(0);
    }
}

fn work(
    deeds: &Receiver<(Deed, String)>,
    (keeping, refusal): (&Keeping, &'static str),
    who: &str,
    news: &NewsSender,
    saved: &impl Fn(),
) -> Vec<Result<(), String>> {
    let mut went = Vec::new();
    for (deed, note) in deeds {
        let act = act(deed, note, who);
        let ledgers = Arc::clone(&keeping.lock().unwrap_or_else(PoisonError::into_inner));
        let appended = append(&ledgers, refusal, &act).map(drop).map_err(|error| format!("{error:#}"));
        news.send(News::Corrected(appended.clone().map(|()| Box::new(act))));
        if appended.is_ok() {
            saved();
        }
        went.push(appended);
    }
    went
}

/// Writes an act to its ledger, if there is one.
///
/// # Errors
/// It is not saved, and what to do about it.
pub(super) fn append(ledgers: &Ledgers, refusal: &'static str, act: &Act) -> Result<Appended> {
    ledger::append(ledgers.for_deed(&act.deed).context(refusal)?, slice::from_ref(act))
}
