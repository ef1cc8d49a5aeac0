//! What the user can ask of the dashboard.

use tui_input::InputRequest;

use super::widgets::scroll::Step;

/// What the user can ask of the dashboard.
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
    /// To the next group of rows.
    NextGroup,
    /// To the group of rows before.
    PreviousGroup,
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
    /// Show all regions of the country, or only those with figures.
    ToggleAll,
    /// Show the overview.
    Overview,
    /// Show the pinned regions side by side.
    Compare,
    /// Only metrics that all regions have, or all.
    ToggleCommon,
    /// Open the search.
    Search,
    /// Open the help.
    Help,
    /// Show what could not be read.
    Notices,
    /// Change the text that is typed.
    Edit(InputRequest),
}
