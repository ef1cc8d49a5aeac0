//! Corrects figures: what a person makes of a reading is saved outside the dashboard, and shown once it is.

use super::{Command, Update};
use crate::{
    index::{FigureId, FigureRef},
    model::{
        Figure, Measure,
        correction::{Anchor, Deed, Fields, Standing},
    },
    tui::{
        action::Correction,
        corrections,
        keymap::Context,
        panes::form::{self, Field, Purpose, Stage},
        state::{Message, Saving, View, Window},
        widgets::excerpt::Excerpt,
    },
};

impl Update<'_> {
    pub(super) fn correct(&mut self, action: Correction) -> Option<Command> {
        if self.archive.as_read {
            self.state.message = Some(Message::AsRead);
            return None;
        }
        match action {
            Correction::Accept => return self.accept(),
            Correction::Change => self.open_form(Purpose::Change),
            Correction::Reject => self.open_form(Purpose::Reject),
            Correction::Note => self.open_form(Purpose::Note),
            Correction::Undo => return self.undo(),
            Correction::List => {
                self.state.acts = crate::tui::panes::acts::State::default();
                self.state.window = Some(Window::Acts);
            }
            Correction::Complete => self.complete(),
            Correction::Suggestion(forward) => {
                let count = self.answers.suggestions().len();
                if let Some(form) = &mut self.state.form {
                    form.step_suggestion(forward, count);
                }
            }
        }
        None
    }

    /// The figure of the cursor; where there is none, that is told.
    pub(super) fn chosen_figure(&mut self) -> Option<FigureId> {
        let figure = self.answers.figure(self.state);
        if figure.is_none() {
            self.state.message = Some(Message::NoCell);
        }
        figure
    }

    fn accept(&mut self) -> Option<Command> {
        let figure = self.chosen_figure()?;
        let anchor = self.anchor(self.archive.atlas.figure(figure).to_figure(), 1);
        Some(self.save(Deed::Accept(Box::new(anchor)), String::new(), false))
    }

    /// Takes back the chosen act or, of the chosen figure, the last that is in force.
    fn undo(&mut self) -> Option<Command> {
        // The last act is not among those that are known yet.
        if self.state.unseen || !self.state.saving.is_empty() {
            self.state.message = Some(Message::Saving);
            return None;
        }
        let undoes = if self.state.window == Some(Window::Acts) {
            let entry = self.state.acts.selected(&self.archive.corrections);
            // What was undone is done again by undoing that.
            let entry = entry.filter(|entry| !matches!(entry.standing, Standing::Undone(_)));
            entry.map(|entry| entry.act.id.clone())
        } else if self.state.page.picks() {
            let page = self.answers.page.answer();
            let rejected = page.and_then(|page| Some(&page.corrections[self.state.page.picked(page)?.rejected?]));
            rejected.map(|entry| entry.act.id.clone())
        } else {
            let figure = self.archive.atlas.figure(self.chosen_figure()?);
            let hash = self.archive.atlas.sources()[figure.source().0 as usize].hash.as_str();
            let about = corrections::about(&self.archive.corrections, &figure.to_figure(), hash);
            about.last().map(|entry| entry.act.id.clone())
        };
        let Some(undoes) = undoes else {
            self.state.message = Some(Message::NoCorrection);
            return None;
        };
        Some(self.save(Deed::Undo { undoes }, String::new(), false))
    }

    fn open_form(&mut self, purpose: Purpose) {
        let Some(figure) = self.chosen_figure() else { return };
        let figure = self.archive.atlas.figure(figure);
        self.show_form(purpose, figure.to_figure());
    }

    fn show_form(&mut self, purpose: Purpose, figure: Figure) {
        let document = self.archive.document(&figure.doc);
        let excerpt = document.and_then(|document| Excerpt::around(&document.text, (figure.start, figure.end)));
        // An added figure is not among those that are there.
        let anchor = self.anchor(figure, u32::from(purpose != Purpose::Add));
        let form = form::State::new(purpose, anchor, excerpt, &self.archive.atlas, self.look.lang);
        self.state.form = Some(form);
        self.state.window = Some(Window::Form);
    }

    /// Picks a number of the open document that was not read.
    pub(super) fn pick_unread(&mut self) {
        if self.archive.as_read {
            self.state.message = Some(Message::AsRead);
            return;
        }
        let area = self.main();
        let page = self.answers.page.answer().filter(|_| self.state.beneath() == Context::Page);
        self.state.message = match page {
            None => Some(Message::OnlyIn(Context::Page)),
            Some(page) if page.text.is_none() => Some(Message::NoText),
            Some(page) => (!self.state.page.pick(page, area)).then_some(Message::NoUnread),
        };
    }

    /// Opens the form for the number that is picked.
    pub(super) fn add_picked(&mut self) {
        let Some(page) = self.answers.page.answer() else { return };
        let (Some(text), Some(picked)) = (&page.text, self.state.page.picked(page)) else { return };
        let before = &text[..picked.bytes.start];
        let written = &text[picked.bytes.clone()];
        let start = before.chars().count() as u32;
        let atlas = &self.archive.atlas;
        let document = atlas.sources()[page.source.0 as usize].id.clone();
        // Where the whole document is of one region, the number is too; a time is never inferred.
        let mut regions: Vec<_> = page.figures.iter().map(|id| atlas.figure(*id).region()).collect();
        regions.dedup();
        let region = match regions[..] {
            [only] => atlas.gazetteer().get(only),
            _ => None,
        };
        let figure = Figure {
            start,
            end: start + written.chars().count() as u32,
            paragraph: 1 + before.matches('\n').count() as u32,
            text: written.to_owned(),
            region: region.map(|region| region.name.clone()),
            region_code: region.map(|region| region.code),
            value: form::number(&picked.number),
            unit: picked.unit.clone(),
            ..Figure::blank(document, Measure::Level)
        };
        self.show_form(Purpose::Add, figure);
    }

    /// Completes the name that is typed, or goes to the next field.
    fn complete(&mut self) {
        let suggestions = self.answers.suggestions().to_vec();
        let Some(form) = &mut self.state.form else { return };
        if !form.complete(&suggestions, &self.archive.atlas) {
            form.step(crate::tui::widgets::scroll::Step::Down, usize::MAX);
        }
    }

    /// Saves what stands in the form, unless it is wrong or nothing has changed.
    pub(super) fn save_form(&mut self) -> Option<Command> {
        let form = self.state.form.as_mut().filter(|form| !form.is_saving())?;
        let figure = match form.outcome(&self.archive.atlas) {
            Ok(figure) => figure,
            Err((field, problem)) => {
                let place = form.fields().iter().position(|other| *other == field).unwrap_or(0);
                form.choose(place);
                if !form.problems.contains(&(field, problem)) {
                    form.problems.push((field, problem));
                }
                self.state.message = Some(Message::Wrong);
                return None;
            }
        };
        let note = form.text(Field::Note).trim().to_owned();
        let (purpose, anchor) = (form.purpose, Box::new(form.anchor.clone()));
        let set = Fields::between(&form.figure, &figure);
        if note.is_empty() && (purpose == Purpose::Note || (purpose == Purpose::Change && set.is_empty())) {
            self.state.message = Some(Message::NothingChanged);
            return None;
        }
        let deed = match purpose {
            Purpose::Change if set.is_empty() => Deed::Note(anchor),
            Purpose::Change => Deed::Change { on: anchor, set },
            Purpose::Add => Deed::Add(Box::new(Anchor { figure, ..*anchor })),
            Purpose::Reject => Deed::Reject(anchor),
            Purpose::Note => Deed::Note(anchor),
        };
        if let Some(form) = &mut self.state.form {
            form.stage = Stage::Saving;
        }
        Some(self.save(deed, note, true))
    }

    /// Leaves the form, unless something is typed in it that was not saved: then it has to be asked twice.
    pub(super) fn leave_form(&mut self) {
        let Some(form) = &mut self.state.form else { return };
        match form.stage {
            Stage::Saving => self.state.window = Some(Window::Form),
            Stage::Open | Stage::Failed(_) if form.changes() > 0 => {
                form.stage = Stage::Leaving;
                self.state.window = Some(Window::Form);
            }
            _ => self.state.form = None,
        }
    }

    /// Whether something is typed in the form that would be lost by leaving; asked again, it is not.
    pub(super) fn keeps_form(&mut self) -> bool {
        let form = self.state.form.as_mut().filter(|form| form.changes() > 0);
        let keeps = form.filter(|form| matches!(form.stage, Stage::Open | Stage::Failed(_)));
        keeps.map(|form| form.stage = Stage::Leaving).is_some()
    }

    /// Goes to the figure that the chosen act is about, where it is.
    pub(super) fn open_act(&mut self) {
        let entry = self.state.acts.selected(&self.archive.corrections);
        let figure = entry.and_then(corrections::figure);
        match figure.and_then(|figure| corrections::find(&self.archive.atlas, &figure)) {
            Some(figure) => {
                self.state.window = None;
                self.show_figure(figure);
            }
            None => self.state.message = Some(Message::NoSuchFigure),
        }
    }

    /// A figure with what it takes to find it again; `own` of the figures at its place are itself.
    fn anchor(&self, figure: Figure, own: u32) -> Anchor {
        let atlas = &self.archive.atlas;
        let source = atlas.sources().iter().zip(0..).find(|(source, _)| source.id == figure.doc);
        let span = (figure.start, figure.end);
        let beside = source.map_or(0, |(_, source)| {
            let at_span = atlas.source_figures(crate::index::SourceId(source)).map(|id| atlas.figure(id));
            // Of the cells of a table, which have no span, those of the same cell.
            let is_here =
                |other: &FigureRef<'_>| other.span() == span && (span.0 < span.1 || other.text() == figure.text);
            at_span.filter(is_here).count() as u32
        });
        let text = self.archive.document(&figure.doc).map(|document| document.text.as_str());
        let hash = source.map_or("", |(source, _)| source.hash.as_str());
        Anchor::new(figure, hash, text, beside.saturating_sub(own))
    }

    fn save(&mut self, deed: Deed, note: String, in_form: bool) -> Command {
        let outcome = deed.outcome().ok().flatten();
        let subject = deed.anchor().map(|anchor| corrections::subject(&anchor.figure, &self.look));
        let told = format!("{} {}", corrections::word(&deed, &self.look), subject.unwrap_or_default());
        self.state.saving.push_back(Saving { told, outcome, in_form });
        self.state.message = Some(Message::Saving);
        Command::Correct { deed: Box::new(deed), note }
    }

    /// Shows a figure that was corrected where it was looked at.
    pub(crate) fn return_to_figure(&mut self, figure: FigureId) {
        match self.state.view {
            View::Overview => {
                let focus = self.state.focus;
                self.show_figure(figure);
                self.state.focus = focus;
            }
            View::Sources if self.state.page.is_open() => self.state.page.want(figure),
            _ => {}
        }
        self.follow();
    }
}
