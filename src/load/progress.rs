//! How far reading has come, and whether it is to go on.

use std::{
    ops::ControlFlow,
    sync::atomic::{AtomicBool, Ordering},
};

/// How far reading has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Files that were read.
    pub done: usize,
    /// Files that were found; while folders are looked through this still grows.
    pub all: usize,
    /// Figures that were read.
    pub figures: usize,
}

/// So many figures of one file are read between two reports of progress.
const FIGURES: usize = 4096;

/// Counts what is read, tells of it, and stops once it is told to.
pub(super) struct Meter<'a> {
    progress: Progress,
    tell: &'a mut dyn FnMut(Progress) -> ControlFlow<()>,
    /// Seen by the threads that read.
    stopped: &'a AtomicBool,
}

impl<'a> Meter<'a> {
    /// A meter that calls `tell` after every step and sets `stopped` when that breaks.
    pub(super) fn new(tell: &'a mut dyn FnMut(Progress) -> ControlFlow<()>, stopped: &'a AtomicBool) -> Self {
        Self { progress: Progress::default(), tell, stopped }
    }

    /// Whether nothing more is to be read.
    pub(super) fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }

    /// Set once nothing more is to be read.
    pub(super) fn stopped(&self) -> &'a AtomicBool {
        self.stopped
    }

    /// One more file was found.
    pub(super) fn found(&mut self) {
        self.progress.all += 1;
        self.tell();
    }

    /// One more figure of a file was read.
    pub(super) fn figure(&mut self) -> ControlFlow<()> {
        self.progress.figures += 1;
        if self.progress.figures.is_multiple_of(FIGURES) {
            self.tell();
        }
        if self.is_stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    /// One more file was read, with so many figures that were not counted yet.
    pub(super) fn done(&mut self, figures: usize) {
        self.progress.done += 1;
        self.progress.figures += figures;
        self.tell();
    }

    fn tell(&mut self) {
        if !self.is_stopped() && (self.tell)(self.progress).is_break() {
            self.stopped.store(true, Ordering::Relaxed);
        }
    }
}
