//! What is remembered from one start to the next, and how it comes back.

use super::App;
use crate::{
    model::Language,
    tui::{
        panes::table::Column,
        session::{COLUMNS, Change, Changes, Session},
        state::State,
        units::Units,
        word::Word as _,
    },
};

/// What can be set outside the dashboard and changed in it.
#[derive(Clone, Debug)]
pub(super) struct Settable {
    lang: Language,
    theme: String,
    units: Units,
    /// The columns that are shown, with commas between them.
    columns: String,
}

impl Settable {
    /// What holds now.
    pub(super) fn of(state: &State) -> Self {
        let shown = COLUMNS.into_iter().filter(|column| !state.table.hidden.contains(column));
        Self {
            lang: state.lang,
            theme: state.themes.kept().to_owned(),
            units: state.units,
            columns: shown.map(Column::word).collect::<Vec<_>>().join(","),
        }
    }

    /// What has changed, `self` being what is set.
    fn changes(&self, now: &Self) -> Changes {
        Changes {
            lang: Change::new(self.lang.word(), now.lang.word()),
            theme: Change::new(&self.theme, &now.theme),
            units: Change::new(self.units.word(), now.units.word()),
            columns: Change::new(&self.columns, &now.columns),
        }
    }

    /// Changes what was changed before, unless it has been set otherwise since.
    pub(super) fn change(&self, state: &mut State, changes: &Changes) {
        if let Some(lang) = Change::holds(changes.lang.as_ref(), self.lang.word()).and_then(Language::of) {
            state.lang = lang;
        }
        if let Some(theme) = Change::holds(changes.theme.as_ref(), &self.theme) {
            state.themes.show(theme);
        }
        if let Some(units) = Change::holds(changes.units.as_ref(), self.units.word()).and_then(Units::of) {
            state.units = units;
        }
        if let Some(columns) = Change::holds(changes.columns.as_ref(), &self.columns) {
            show(state, &columns.split(',').collect::<Vec<_>>());
        }
    }
}

/// Shows these columns of the table, of those that can be hidden, and no others.
pub(super) fn show(state: &mut State, columns: &[&str]) {
    state.table.hidden = COLUMNS.into_iter().filter(|column| !columns.contains(&column.word())).collect();
}

impl App {
    /// What is to be remembered; `None` while there is nothing to show, so that nothing is forgotten.
    #[must_use]
    pub fn session(&self) -> Option<Session> {
        (!self.archive.atlas.is_empty()).then(|| Session {
            changed: self.set.changes(&Settable::of(&self.state)),
            ..Session::of(&self.state, &self.archive.atlas)
        })
    }

    /// Brings back what was shown, once there is something to show.
    pub(super) fn restore(&mut self) {
        if !self.archive.atlas.is_empty()
            && let Some(session) = self.session.take()
        {
            self.update().restore(&session);
        }
    }
}
