//! What is found out beside the loop, so that it never waits: one question at a time, the latest first.

use std::{
    panic::{self, AssertUnwindSafe},
    sync::Arc,
};

use super::App;
use crate::{
    index::Atlas,
    tui::{panes::audit, state::Message},
};

/// A question to be answered beside the loop.
#[derive(Debug)]
pub(crate) struct Job {
    atlas: Arc<Atlas>,
    question: audit::Question,
}

/// Its answer, or why there is none.
#[derive(Debug)]
pub(crate) struct Done {
    atlas: Arc<Atlas>,
    question: audit::Question,
    answer: Result<audit::Answer, String>,
}

impl Job {
    /// Answers, however long it takes; a panic is no answer.
    pub(crate) fn run(self) -> Done {
        let Self { atlas, question } = self;
        let answer = panic::catch_unwind(AssertUnwindSafe(|| question.ask(&atlas)));
        let answer = answer.map_err(|panic| {
            let said = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
            said.unwrap_or("no reason given").to_owned()
        });
        Done { atlas, question, answer }
    }
}

impl App {
    /// What is to be found out beside the loop; each is given once, and none while another is under way.
    pub(crate) fn job(&mut self) -> Option<Job> {
        if self.is_busy {
            return None;
        }
        let question = self.answers.audit.take_question()?;
        self.is_busy = true;
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
        self.is_busy = false;
        if !Arc::ptr_eq(&atlas, &self.archive.atlas) {
            return;
        }
        match answer {
            Ok(answer) => {
                if self.answers.audit.take(question, answer) {
                    if let Some(answer) = self.answers.audit.answer() {
                        self.state.audit.follow(answer);
                    }
                    self.update().follow();
                }
            }
            Err(why) => {
                self.answers.audit.give_up(question);
                self.stands(format!("xianzhi failed while auditing ({why}); please report this"));
                self.state.message = Some(Message::Unaudited(why));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyEvent};

    use super::*;
    use crate::{
        index::AtlasBuilder,
        model::{Catalogue, Figure, Gazetteer},
        tui::{Opened, Options},
    };

    /// The dashboard on so many figures that they are audited beside the loop, in two years.
    fn app() -> App {
        let mut builder = AtlasBuilder::new(Arc::new(Gazetteer::carried()), Arc::new(Catalogue::carried()));
        let line = |year| {
            format!(
                r#"{{"doc":"a.txt","name":"绿道工程","measure":"level","value":1.5,"unit":"亿元","region_code":410783,"period":"{year}"}}"#
            )
        };
        for year in [2023, 2024] {
            let figure: Figure = serde_json::from_str(&line(year)).unwrap();
            (0..400).for_each(|_| builder.push(&figure));
        }
        let atlas = Arc::new(builder.build());
        let opened = Opened { atlas, documents: Vec::new(), notices: Vec::new(), corrections: Vec::new() };
        App::new(opened, Options::default(), 80, 24)
    }

    fn press(app: &mut App, key: char) {
        app.key(KeyEvent::from(KeyCode::Char(key)));
    }

    #[test]
    fn one_question_is_under_way_and_then_the_latest() {
        let mut app = app();
        press(&mut app, '7');
        let first = app.job().unwrap();
        press(&mut app, '[');
        press(&mut app, '[');
        assert!(app.job().is_none(), "the first is still under way");
        let too_late = first.run();
        app.done(too_late);
        assert!(app.answers.audit.is_awaited(), "nobody asks for everything any more");
        let latest = app.job().unwrap();
        assert_eq!(app.state.year, Some(2023));
        app.done(latest.run());
        assert!(!app.answers.audit.is_awaited() && app.job().is_none());
    }

    #[test]
    fn a_panic_is_told_once_and_not_waited_for() {
        let mut app = app();
        for _ in 0..2 {
            press(&mut app, '7');
            let Some(Job { atlas, question }) = app.job() else { continue };
            app.done(Done { atlas, question, answer: Err("out of range".to_owned()) });
        }
        assert!(!app.answers.audit.is_awaited() && app.job().is_none(), "it would fail again");
        assert_eq!(app.archive.notices.iter().filter(|notice| notice.contains("out of range")).count(), 1);
    }
}
