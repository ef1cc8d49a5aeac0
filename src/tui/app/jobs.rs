//! What is found out beside the loop, so that it never waits.

use std::sync::Arc;

use super::App;
use crate::{index::Atlas, tui::panes::audit};

/// A question to be answered beside the loop.
#[derive(Debug)]
pub(crate) struct Job {
    atlas: Arc<Atlas>,
    question: audit::Question,
}

/// Its answer.
#[derive(Debug)]
pub(crate) struct Done {
    atlas: Arc<Atlas>,
    question: audit::Question,
    answer: audit::Answer,
}

impl Job {
    /// Answers, however long it takes.
    pub(crate) fn run(self) -> Done {
        let Self { atlas, question } = self;
        let answer = question.ask(&atlas);
        Done { atlas, question, answer }
    }
}

impl App {
    /// What is to be found out beside the loop; each is given once.
    pub(crate) fn job(&mut self) -> Option<Job> {
        let question = self.answers.audit.take_question()?;
        Some(Job { atlas: Arc::clone(&self.archive.atlas), question })
    }

    /// Finds out at once what the dashboard finds out beside its loop.
    pub fn finish(&mut self) {
        while let Some(job) = self.job() {
            self.done(job.run());
        }
    }

    /// Takes what was found out, unless something else is asked by now.
    pub(crate) fn done(&mut self, done: Done) {
        let Done { atlas, question, answer } = done;
        if Arc::ptr_eq(&atlas, &self.archive.atlas) && self.answers.audit.take(question, answer) {
            if let Some(answer) = self.answers.audit.answer() {
                self.state.audit.follow(answer);
            }
            self.update().follow();
        }
    }
}
