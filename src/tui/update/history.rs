//! Goes back and forward through where one has been.

use super::Update;
use crate::tui::{
    action::Action,
    history::Place,
    state::{Message, View, Window},
};

/// What is on the screen before an action.
pub(super) struct Before {
    place: Place,
    window: Option<Window>,
    /// Of the history.
    depth: (usize, usize),
}

impl Update<'_> {
    /// What is on the screen.
    fn place(&self) -> Place {
        let state = &*self.state;
        Place {
            view: state.view,
            focus: state.focus,
            region: state.region(),
            metric: state.metric(),
            year: state.year,
            figure: self.answers.figure(state),
            document: if state.view == View::Sources { state.page.opened() } else { None },
            compared: state.compared.clone(),
        }
    }

    /// What is on the screen before an action.
    pub(super) fn before(&self) -> Before {
        Before { place: self.place(), window: self.state.window, depth: self.state.history.depth() }
    }

    /// Keeps the place that an action left, if the action is a jump and no step of the cursor, nor a step
    /// back or forward.
    pub(super) fn remember(&mut self, action: Action, left: Before) {
        let Before { place, window, depth } = left;
        let goes = window.is_some() || matches!(action, Action::Open | Action::View(_) | Action::Back);
        let is_jump = place.view != self.state.view || (goes && self.state.window.is_none());
        if is_jump && depth == self.state.history.depth() {
            let here = self.place();
            self.state.history.leave(place, &here);
        }
    }

    pub(super) fn go_back(&mut self) {
        let here = self.place();
        match self.state.history.back(here) {
            Some(place) => self.return_to(place),
            None => self.state.message = Some(Message::NothingBehind),
        }
    }

    pub(super) fn go_forward(&mut self) {
        let here = self.place();
        match self.state.history.forward(here) {
            Some(place) => self.return_to(place),
            None => self.state.message = Some(Message::NothingAhead),
        }
    }

    fn return_to(&mut self, place: Place) {
        let Place { view, focus, region, metric, year, figure, document, compared } = place;
        self.state.view = view;
        self.state.focus = focus;
        self.state.year = year;
        self.state.compared = compared;
        if let Some(region) = region {
            self.choose_region(region);
        }
        if let Some(metric) = metric {
            self.choose_metric(metric);
        }
        match (view, figure, self.answers.detail.answer()) {
            // The figure is one of those that the detail lists, or stands in the document that was read.
            (View::Overview, Some(figure), Some(detail)) => {
                self.state.detail.select(figure, detail);
            }
            (View::Sources, ..) => match document {
                Some((source, from)) => self.read(source, figure, from),
                None => _ = self.state.page.close(),
            },
            _ => {}
        }
    }
}
