//! How far long work has come, drawn on standard error.

use std::{
    io::{self, IsTerminal as _},
    time::{Duration, Instant},
};

use indicatif::{HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::{interrupt::Untidy, options::Options};
use crate::load::Progress;

/// What is done sooner needs no gauge.
const SHORT: Duration = Duration::from_millis(500);

/// So often it is drawn, in times a second.
const PACE: u8 = 8;

const FILES: &str = "{prefix} [{bar:24}] {pos}/{len} files, {msg} figures, {eta} left";
const LINES: &str = "{prefix} {human_pos} documents, {msg} figures, {elapsed}";

/// A gauge that appears once work turns out to be long, and goes when it is dropped. There is none under
/// `--quiet` and where standard error is no terminal.
#[derive(Debug)]
pub(super) struct Gauge {
    bar: ProgressBar,
    figures: u64,
    /// When it is to appear; `None` once it has, or where it shall not.
    due: Option<Instant>,
    /// The line that it is drawn on is cleared when a signal ends the program.
    untidy: Option<Untidy>,
}

impl Gauge {
    /// A gauge of files, of which it is known how many there are.
    pub(super) fn of_files(work: &'static str, options: &Options) -> Self {
        Self::new(ProgressBar::hidden().with_style(style(FILES)).with_prefix(work), options)
    }

    /// A gauge of documents that come until no more do.
    pub(super) fn of_documents(work: &'static str, options: &Options) -> Self {
        Self::new(ProgressBar::hidden().with_style(style(LINES)).with_prefix(work), options)
    }

    fn new(bar: ProgressBar, options: &Options) -> Self {
        let shows = !options.quiet && io::stderr().is_terminal();
        Self { bar, figures: 0, due: shows.then(|| Instant::now() + SHORT), untidy: None }
    }

    /// Does not appear where something else is printed meanwhile.
    pub(super) fn unless(mut self, other: bool) -> Self {
        self.due.take_if(|_| other);
        self
    }

    /// Tells how far files were read.
    pub(super) fn tell(&mut self, Progress { done, all, figures }: Progress) {
        self.bar.set_length(all as u64);
        self.set(done as u64, figures as u64);
    }

    /// Tells that one more document was read, with so many figures.
    pub(super) fn document(&mut self, figures: usize) {
        self.set(self.bar.position() + 1, self.figures + figures as u64);
    }

    fn set(&mut self, done: u64, figures: u64) {
        self.figures = figures;
        self.bar.set_position(done);
        if self.due.take_if(|due| Instant::now() >= *due).is_some() {
            self.bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(PACE));
            let bar = self.bar.clone();
            self.untidy = Some(Untidy::new(move || bar.finish_and_clear()));
        }
        if self.untidy.is_some() {
            self.bar.set_message(HumanCount(figures).to_string());
        }
    }

    /// Lets something be printed without the gauge in its way.
    pub(super) fn aside<T>(&self, print: impl FnOnce() -> T) -> T {
        if self.untidy.is_some() { self.bar.suspend(print) } else { print() }
    }
}

impl Drop for Gauge {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

fn style(template: &str) -> ProgressStyle {
    // The templates are well formed, as the test says.
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    style.progress_chars("=> ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_templates_are_well_formed() {
        for template in [FILES, LINES] {
            assert!(ProgressStyle::with_template(template).is_ok(), "{template}");
        }
    }
}
