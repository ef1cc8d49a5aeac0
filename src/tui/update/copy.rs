//! What is shown as text for the clipboard.

use super::{Command, Update};
use crate::{
    export::{Sheet, citation},
    tui::{
        answers::Answers,
        look::Look,
        panes::{audit, compare, detail, map, page, rank, sources, table, tree, trend},
        state::{Copied, Focus, Message, State, View, Way},
    },
};

/// So many characters of what was copied are kept to be shown: more fit no line.
const MOST_SHOWN: usize = 200;

/// What is to be copied as text; `None` where there is nothing of that kind.
fn text(what: Copied, state: &State, answers: &Answers, look: &Look) -> Option<String> {
    match what {
        Copied::Cell => cell(state, answers, look),
        Copied::Row => row(state, answers, look),
        Copied::Table => table(state, answers, look).map(|sheet| sheet.all_tabbed(look.lang)),
        Copied::Citation => Some(citation(look.atlas, answers.figure(state)?, look.lang)),
    }
}

fn cell(state: &State, answers: &Answers, look: &Look) -> Option<String> {
    match (state.view, state.focus) {
        (View::Overview, Focus::Tree) => tree::cell(&state.tree, look),
        (View::Overview, Focus::Table) => table::cell(&state.table, answers.profile.answer(), look),
        (View::Overview, Focus::Detail) => detail::cell(&state.detail, answers.detail.answer(), look),
        (View::Compare, _) => compare::cell(&state.compare, answers.comparison.answer(), look),
        (View::Rank, _) => rank::cell(&state.rank, answers.rank.answer(), look),
        (View::Trend, _) => trend::cell(&state.trend, answers.trend.answer(), look),
        (View::Sources, _) if state.page.is_open() => page::cell(&state.page, answers.page.answer(), look),
        (View::Sources, _) => sources::cell(&state.sources, answers.sources.answer()),
        (View::Audit, _) => audit::cell(&state.audit, answers.audit.answer(), look),
        (View::Map, _) => map::cell(answers.map.answer(), look),
    }
}

fn row(state: &State, answers: &Answers, look: &Look) -> Option<String> {
    match (state.view, state.focus) {
        (View::Overview, Focus::Tree) => tree::row(&state.tree, look),
        (View::Overview, Focus::Table) => table::row(&state.table, answers.profile.answer(), look),
        (View::Overview, Focus::Detail) => detail::row(&state.detail, answers.detail.answer(), look),
        (View::Compare, _) => compare::row(&state.compare, answers.comparison.answer(), look),
        (View::Rank, _) => rank::row(&state.rank, answers.rank.answer(), look),
        (View::Trend, _) => trend::row(&state.trend, answers.trend.answer(), look),
        (View::Sources, _) if state.page.is_open() => page::row(&state.page, answers.page.answer(), look),
        (View::Sources, _) => sources::row(&state.sources, answers.sources.answer(), look),
        (View::Audit, _) => audit::row(&state.audit, answers.audit.answer(), look),
        (View::Map, _) => map::row(answers.map.answer(), look),
    }
}

/// What is shown, in rows and columns for people.
pub(super) fn table(state: &State, answers: &Answers, look: &Look) -> Option<Sheet> {
    match (state.view, state.focus) {
        (View::Overview, Focus::Tree) => Some(tree::table(&state.tree, look)),
        (View::Overview, Focus::Table) => table::table(&state.table, answers.profile.answer(), look),
        (View::Overview, Focus::Detail) => detail::table(answers.detail.answer(), look),
        (View::Compare, _) => compare::table(answers.comparison.answer(), look),
        (View::Rank, _) => rank::table(answers.rank.answer(), look),
        (View::Trend, _) => trend::table(answers.trend.answer(), look),
        (View::Sources, _) if state.page.is_open() => page::table(answers.page.answer(), look),
        (View::Sources, _) => sources::table(&state.sources, answers.sources.answer(), look),
        (View::Audit, _) => audit::table(answers.audit.answer(), look),
        (View::Map, _) => map::table(answers.map.answer(), look),
    }
}

impl Update<'_> {
    /// Puts something of what is shown on the clipboard.
    pub(super) fn copy(&mut self, what: Copied) -> Option<Command> {
        let Some(text) = text(what, self.state, self.answers, &self.look) else {
            self.state.message = Some(Message::NothingToCopy);
            return None;
        };
        let beginning = text.chars().take(MOST_SHOWN).collect();
        self.state.message = Some(Message::Copied(what, beginning, Way::Unknown));
        Some(Command::Copy(text))
    }
}
