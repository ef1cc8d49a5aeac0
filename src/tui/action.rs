//! What the user can ask of the dashboard.

use tui_input::InputRequest;

use super::{
    panes::{audit, compare, detail, map, page, rank, sources, table, tree, trend},
    state::{Copied, Exported, Focus, View},
    widgets::scroll::Step,
};
use crate::model::RegionCode;

/// What the user can ask of corrections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Correction {
    /// Say that the chosen figure was read rightly.
    Accept,
    /// Change fields of it.
    Change,
    /// Take it out.
    Reject,
    /// Say something of it.
    Note,
    /// Take the last act about it back, or the one that is chosen among all.
    Undo,
    /// List all acts.
    List,
    /// Complete the name that is typed in the form.
    Complete,
    /// The next name that may be meant, or the one before.
    Suggestion(bool),
}

/// What the user can ask of the dashboard. What only one pane understands is an action of that pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// Leave.
    Quit,
    /// Stop and give the shell its terminal.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// Go back: close the window, leave the view, return to the pane before.
    Back,
    /// Open what the cursor is on.
    Open,
    /// Move the cursor.
    Move(Step),
    /// To the pane or column on the left; in the tree, close.
    Left,
    /// To the pane or column on the right; in the tree, open.
    Right,
    /// The next pane takes the keys.
    NextPane,
    /// The pane before takes the keys.
    PreviousPane,
    /// The year before.
    YearBefore,
    /// The year after; behind the last, the latest of each metric.
    YearAfter,
    /// Pin the region of the cursor, or take the pin away.
    Pin,
    /// Take all pins away.
    UnpinAll,
    /// Choose a region.
    Region(RegionCode),
    /// Let a pane of the overview take the keys.
    Focus(Focus),
    /// Choose an entry of the window, from 0.
    Choose(usize),
    /// Write values in other units.
    Units,
    /// Give the pane that takes the keys the whole screen, or take it back.
    Zoom,
    /// Show a view.
    View(View),
    /// Read the figure of the cursor in its document.
    Read,
    /// Only figures of this year.
    Year(u16),
    /// Open the search.
    Search,
    /// Open the palette of all actions.
    Palette,
    /// To where one was before the last jump.
    GoBack,
    /// To where one was before going back.
    GoForward,
    /// Open the help.
    Help,
    /// Show what could not be read.
    Notices,
    /// Choose a theme.
    Themes,
    /// Switch to the other language.
    Language,
    /// Put something of what is shown on the clipboard.
    Copy(Copied),
    /// Write what is shown into a file.
    Export(Exported),
    /// Correct a figure.
    Correct(Correction),
    /// Read again what was opened.
    ReadAgain,
    /// Stop the reading that is under way.
    StopReading,
    /// Change the text that is typed.
    Edit(InputRequest),
    Tree(tree::Action),
    Table(table::Action),
    Detail(detail::Action),
    Compare(compare::Action),
    Rank(rank::Action),
    Trend(trend::Action),
    Map(map::Action),
    Sources(sources::Action),
    Page(page::Action),
    Audit(audit::Action),
}
