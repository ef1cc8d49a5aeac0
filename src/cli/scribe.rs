//! Writes what people make of readings to the ledger: on the command line at once, for the dashboard in a
//! thread of its own, as a disk may take its time.

use std::{
    hash::{BuildHasher as _, RandomState},
    path::{Path, PathBuf},
    slice,
    sync::mpsc::{self, Receiver, Sender},
    thread::{self, JoinHandle},
};

use anyhow::{Context as _, Result};

use crate::{
    ledger::{self, Appended},
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

/// Keeps what is done in the dashboard.
pub(super) struct Scribe {
    deeds: Option<Sender<(Deed, String)>>,
    thread: Option<JoinHandle<()>>,
    news: NewsSender,
}

impl Scribe {
    /// Writes to a ledger in the name of `who`, tells `news` what is on the disk and then calls `saved`.
    pub(super) fn new(
        ledger: Option<PathBuf>,
        who: String,
        news: NewsSender,
        saved: impl Fn() + Send + 'static,
    ) -> Self {
        let (deeds, queue) = mpsc::channel();
        let to_tell = news.clone();
        let work = move || work(&queue, ledger.as_deref(), &who, &to_tell, &saved);
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

impl Drop for Scribe {
    /// What was done is written before the program ends.
    fn drop(&mut self) {
        self.deeds = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn work(deeds: &Receiver<(Deed, String)>, ledger: Option<&Path>, who: &str, news: &NewsSender, saved: &impl Fn()) {
    for (deed, note) in deeds {
        let act = act(deed, note, who);
        match append(ledger, &act) {
            Ok(_) => {
                news.send(News::Corrected(Ok(Box::new(act))));
                saved();
            }
            Err(error) => drop(news.send(News::Corrected(Err(format!("{error:#}"))))),
        }
    }
}

/// Writes an act to the ledger, if there is a place for one.
///
/// # Errors
/// It is not saved, and what to do about it.
pub(super) fn append(ledger: Option<&Path>, act: &Act) -> Result<Appended> {
    let ledger =
        ledger.context("the correction is not saved: there is no home for it; name a place with --ledger FILE")?;
    ledger::append(ledger, slice::from_ref(act))
}
