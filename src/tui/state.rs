//! What the user has chosen: plain values that only [`update`](super::update) changes.

use std::collections::VecDeque;

use ratatui::layout::Size;

use super::{
    answers::Answers,
    archive::Archive,
    carry::Carry,
    history::History,
    host::Reading,
    keymap::{Context, Key},
    layout::Areas,
    panes::{
        acts, audit, compare, detail, form, map, page, palette, rank, search, sources, table, text, themes, tree, trend,
    },
    strings::Strings,
    units::Units,
};
use crate::{
    index::{Atlas, MetricId},
    model::{Figure, Language, RegionCode},
};

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
    /// The regions of a level in the order of a metric.
    Rank,
    /// A metric of the pinned regions over the years.
    Trend,
    /// The regions at their places, shaded by a metric.
    Map,
    /// The documents and where figures stand in them.
    Sources,
    /// What the figures say about each other.
    Audit,
}

impl View {
    /// All, in the order of their number keys.
    pub(crate) const ALL: [Self; 7] =
        [Self::Overview, Self::Compare, Self::Rank, Self::Trend, Self::Map, Self::Sources, Self::Audit];

    /// Its name.
    pub(crate) const fn name(self, words: &Strings) -> &'static str {
        let views = &words.views;
        match self {
            Self::Overview => views.overview,
            Self::Compare => views.compare,
            Self::Rank => views.rank,
            Self::Trend => views.trend,
            Self::Map => views.map,
            Self::Sources => views.sources,
            Self::Audit => views.audit,
        }
    }
}

/// What is chosen, whatever the view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Chosen {
    pub(crate) region: Option<RegionCode>,
    pub(crate) metric: Option<MetricId>,
    /// `None` for the latest of each metric.
    pub(crate) year: Option<u16>,
    /// In the order in which they were pinned.
    pub(crate) pins: Vec<RegionCode>,
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
    Palette,
    Help,
    Notices,
    Themes,
    /// The form in which a figure is corrected.
    Form,
    /// All corrections.
    Acts,
}

/// What is put on the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Copied {
    /// What the cursor is on.
    Cell,
    /// Its row, cells separated by tabs.
    Row,
    /// All rows under their headings, cells separated by tabs.
    Table,
    /// The figure of the cursor with its source, in one line.
    Citation,
}

/// The form in which what is shown is written into a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exported {
    Csv,
    Json,
    Markdown,
    Xlsx,
    /// The chart, map or comparison as SVG.
    Picture,
}

impl Exported {
    /// The end of the file's name.
    pub(crate) const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Markdown => "md",
            Self::Xlsx => "xlsx",
            Self::Picture => "svg",
        }
    }
}

/// How a text came to the clipboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// Both ways were taken, and of neither is known yet whether it leads there.
    Unknown,
    /// The clipboard of the system has it.
    System,
    /// The terminal was asked to; the clipboard of the system is out of reach.
    Terminal,
    /// Neither way leads there; why.
    Nowhere(String),
}

/// What the program has to say until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// The cell that is to be opened is empty.
    NoCell,
    /// The keys lead nowhere.
    NoKey(String),
    /// One has not been anywhere else.
    NothingBehind,
    /// One has not gone back.
    NothingAhead,
    /// The action works in this context only.
    OnlyIn(Context),
    /// So many files were read again, so many are gone.
    ReadAgain(usize, usize),
    /// Nothing has changed that could be read again.
    Unchanged,
    /// Reading was stopped when so many of so many files were read.
    Stopped(usize, usize),
    /// A text that begins so was put on the clipboard.
    Copied(Copied, String, Way),
    /// There is nothing to copy where the cursor is.
    NothingToCopy,
    /// There is nothing to write into a file.
    NothingToExport,
    /// The view has no picture, or nothing to draw.
    NoPicture,
    /// A file was written: its path.
    Written(String),
    /// A file could not be written; why.
    Unwritten(String),
    /// Nothing could be read; why.
    Unread(String),
    /// The audit failed; why.
    Unaudited(String),
    /// Changes of files will not be noticed; why.
    Unwatched(String),
    /// A correction is being saved.
    Saving,
    /// A correction is saved: what it does.
    Saved(String),
    /// A correction could not be saved; why.
    Unsaved(String),
    /// A field of the form cannot be so.
    Wrong,
    /// There is nothing to save.
    NothingChanged,
    /// Corrections are left out.
    AsRead,
    /// No act about the figure is in force.
    NoCorrection,
    /// The figure of an act is not there.
    NoSuchFigure,
    /// The text of the document is not at hand.
    NoText,
    /// All numbers of the text were read.
    NoUnread,
}

impl Message {
    /// That so many things could not be read, if there are any.
    pub(crate) fn of_notices(count: usize) -> Option<Self> {
        (count > 0).then_some(Self::Notices(count))
    }
}

/// A correction that is being saved.
#[derive(Debug)]
pub(crate) struct Saving {
    /// What it does, in a few words.
    pub(crate) told: String,
    /// The figure as it will be.
    pub(crate) outcome: Option<Figure>,
    /// Whether it was asked for in the form, which waits for it.
    pub(crate) in_form: bool,
}

/// What the user has chosen.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) size: Size,
    /// The language of the interface.
    pub(crate) lang: Language,
    pub(crate) view: View,
    pub(crate) focus: Focus,
    pub(crate) window: Option<Window>,
    /// Only figures of this year; `None` for the latest of each metric.
    pub(crate) year: Option<u16>,
    /// In which units values are written.
    pub(crate) units: Units,
    /// Whether the pane that takes the keys has the screen for itself.
    pub(crate) zoomed: bool,
    /// Pinned regions in the order in which they were pinned.
    pub(crate) pins: Vec<RegionCode>,
    /// Regions side by side in the compare view.
    pub(crate) compared: Vec<RegionCode>,
    pub(crate) message: Option<Message>,
    /// How far the reading has come that is under way.
    pub(crate) reading: Option<Reading>,
    /// Corrections that are being saved, in the order in which they were asked for.
    pub(crate) saving: VecDeque<Saving>,
    /// A figure that was corrected and is to be shown once everything is read again.
    pub(crate) corrected: Option<Figure>,
    /// Whether an act was saved that what was read does not show yet.
    pub(crate) unseen: bool,
    /// The form in which a figure is corrected, while it is open.
    pub(crate) form: Option<form::State>,
    pub(crate) acts: acts::State,
    /// Keys that were pressed and begin the keys of some action.
    pub(crate) pending: Vec<Key>,
    /// Where the user has been.
    pub(crate) history: History,
    pub(crate) tree: tree::State,
    pub(crate) table: table::State,
    pub(crate) detail: detail::State,
    pub(crate) compare: compare::State,
    pub(crate) rank: rank::State,
    pub(crate) trend: trend::State,
    pub(crate) map: map::State,
    pub(crate) sources: sources::State,
    pub(crate) page: page::State,
    pub(crate) audit: audit::State,
    pub(crate) search: search::State,
    pub(crate) palette: palette::State,
    pub(crate) text: text::State,
    pub(crate) themes: themes::State,
}

impl State {
    /// The state in which the dashboard opens.
    pub(crate) fn new(atlas: &Atlas, notices: usize, size: Size) -> Self {
        Self {
            size,
            lang: Language::default(),
            view: View::default(),
            focus: Focus::default(),
            window: None,
            year: None,
            units: Units::default(),
            zoomed: false,
            pins: Vec::new(),
            compared: Vec::new(),
            message: Message::of_notices(notices),
            reading: None,
            saving: VecDeque::new(),
            corrected: None,
            unseen: false,
            form: None,
            acts: acts::State::default(),
            pending: Vec::new(),
            history: History::default(),
            tree: tree::State::new(atlas),
            table: table::State::default(),
            detail: detail::State::default(),
            compare: compare::State::default(),
            rank: rank::State::default(),
            trend: trend::State::default(),
            map: map::State::default(),
            sources: sources::State::default(),
            page: page::State::default(),
            audit: audit::State::default(),
            search: search::State::default(),
            palette: palette::State::default(),
            text: text::State::default(),
            themes: themes::State::default(),
        }
    }

    /// Brings what is chosen to another Atlas, which has other ids, that of `archive`; `answers` are those of
    /// the old one.
    pub(crate) fn carry_over(&mut self, answers: &Answers, carry: &Carry, archive: &Archive) {
        self.tree.carry_over(carry.to, || archive.region_names());
        self.table.carry_over(answers.profile.answer(), carry);
        self.history.carry_over(carry);
        self.compare.carry_over(carry);
        self.sources.carry_over(carry);
        self.page.carry_over(answers.page.answer(), carry);
        self.audit.carry_over(carry);
    }

    /// How far reading has come, where it is the first, before which there is nothing to show.
    pub(crate) fn first_reading(&self, atlas: &Atlas) -> Option<Reading> {
        self.reading.filter(|_| atlas.is_empty())
    }

    /// The chosen region.
    pub(crate) fn region(&self) -> Option<RegionCode> {
        self.tree.selected()
    }

    /// The metric that was chosen last, in whatever view.
    pub(crate) fn metric(&self) -> Option<MetricId> {
        self.table.wanted()
    }

    /// What is chosen, whatever the view.
    pub(crate) fn chosen(&self) -> Chosen {
        Chosen { region: self.region(), metric: self.metric(), year: self.year, pins: self.pins.clone() }
    }

    /// Where the panes are.
    pub(crate) fn areas(&self) -> Areas {
        Areas::of(self.size, self.view, self.focus, self.zoomed)
    }

    /// Where keys are looked up.
    pub(crate) fn context(&self) -> Context {
        match self.window {
            Some(Window::Search) => Context::Search,
            Some(Window::Palette) => Context::Palette,
            Some(Window::Help | Window::Notices) => Context::Text,
            Some(Window::Themes) => Context::Themes,
            Some(Window::Form) => Context::Form,
            Some(Window::Acts) => Context::Acts,
            None => self.beneath(),
        }
    }

    /// Where keys are looked up when no window takes them.
    pub(crate) fn beneath(&self) -> Context {
        match (self.view, self.focus) {
            (View::Compare, _) => Context::Compare,
            (View::Rank, _) => Context::Rank,
            (View::Trend, _) => Context::Trend,
            (View::Map, _) => Context::Map,
            (View::Sources, _) if self.page.is_open() && self.page.picks() => Context::Pick,
            (View::Sources, _) if self.page.is_open() => Context::Page,
            (View::Sources, _) if self.sources.is_typed() => Context::Filter,
            (View::Sources, _) => Context::Sources,
            (View::Audit, _) => Context::Audit,
            (View::Overview, Focus::Tree) if self.tree.is_typed() => Context::Filter,
            (View::Overview, Focus::Tree) => Context::Tree,
            (View::Overview, Focus::Table) => Context::Table,
            (View::Overview, Focus::Detail) => Context::Detail,
        }
    }
}
