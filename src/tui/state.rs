//! What the user has chosen: plain values that only [`update`](super::update) changes.

use ratatui::layout::Size;

use super::{
    keymap::Context,
    panes::{compare, detail, search, table, text, tree},
};
use crate::{index::Atlas, model::RegionCode};

/// Most regions that stand side by side.
pub(crate) const MOST_PINS: usize = 8;

/// What the screen shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum View {
    /// Tree, table, detail.
    #[default]
    Overview,
    /// Pinned regions side by side.
    Compare,
}

/// The pane of the overview that takes the keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Focus {
    #[default]
    Tree,
    Table,
    Detail,
}

/// A window above the panes; it takes all keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Window {
    Search,
    Help,
    Notices,
}

/// What the program has to say until the next key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Message {
    /// Comparing needs two regions.
    NeedTwo,
    /// No more regions can be pinned.
    TooMany,
    /// The region found has no figures.
    NoFigures,
    /// The first region lacks the metric found; the second has it.
    Elsewhere(RegionCode, RegionCode),
    /// So many things could not be read.
    Notices(usize),
}

/// What the user has chosen.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) size: Size,
    pub(crate) view: View,
    pub(crate) focus: Focus,
    pub(crate) window: Option<Window>,
    /// Only figures of this year; `None` for the latest of each metric.
    pub(crate) year: Option<u16>,
    /// Pinned regions in the order in which they were pinned.
    pub(crate) pins: Vec<RegionCode>,
    /// Regions side by side in the compare view.
    pub(crate) compared: Vec<RegionCode>,
    pub(crate) message: Option<Message>,
    pub(crate) tree: tree::State,
    pub(crate) table: table::State,
    pub(crate) detail: detail::State,
    pub(crate) compare: compare::State,
    pub(crate) search: search::State,
    pub(crate) text: text::State,
}

impl State {
    /// The state in which the dashboard opens.
    pub(crate) fn new(atlas: &Atlas, notices: usize, size: Size) -> Self {
        Self {
            size,
            view: View::default(),
            focus: Focus::default(),
            window: None,
            year: None,
            pins: Vec::new(),
            compared: Vec::new(),
            message: (notices > 0).then_some(Message::Notices(notices)),
            tree: tree::State::new(atlas),
            table: table::State::default(),
            detail: detail::State::default(),
            compare: compare::State::default(),
            search: search::State::default(),
            text: text::State::default(),
        }
    }

    /// Where keys are looked up.
    pub(crate) fn context(&self) -> Context {
        match (self.window, self.view, self.focus) {
            (Some(Window::Search), ..) => Context::Search,
            (Some(Window::Help | Window::Notices), ..) => Context::Text,
            (None, View::Compare, _) => Context::Compare,
            (None, View::Overview, Focus::Tree) => Context::Tree,
            (None, View::Overview, Focus::Table) => Context::Table,
            (None, View::Overview, Focus::Detail) => Context::Detail,
        }
    }
}
