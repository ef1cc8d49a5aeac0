//! Where the panes are.
//!
//! ```text
//!  100 columns and more          56 and more, in the tree or table     in the detail
//! ┌ top ───────────────────┐     ┌ top ──────────────┐                ┌ top ──────────────┐
//! ├──────┬─────────┬───────┤     ├──────┬────────────┤                ├────────────┬──────┤
//! │ tree │ table   │ detail│     │ tree │ table      │                │ table      │detail│
//! │      │         ├───────┤     ├──────┴────────────┤                ├────────────┴──────┤
//! │      │         │evidenc│     │ evidence          │                │ evidence          │
//! └ hint ┴─────────┴───────┘     └ hint ─────────────┘                └ hint ─────────────┘
//! ```
//!
//! Narrower still, or zoomed, the pane that takes the keys has the screen for itself. Low screens lose the
//! evidence, then the hints, then the top; on wide ones what the table has no use for goes to the detail.
//! Neighbours share a border.

use ratatui::layout::{Rect, Size};

use super::state::{Focus, View, Window};

/// Columns from which all three stand side by side.
const THREE: u16 = 100;
/// Columns from which two do.
const TWO: u16 = 56;
/// Columns of a table that has all it can use.
const TABLE: u16 = 120;
/// Rows of the body from which there is room for the evidence below the panes.
const LOW: u16 = 18;
/// Rows of the body from which a chart leaves room for it.
const TALL: u16 = 28;

/// The areas of the screen; `None` for what there is no room for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Areas {
    pub(crate) top: Option<Rect>,
    pub(crate) tree: Option<Rect>,
    pub(crate) table: Option<Rect>,
    pub(crate) detail: Option<Rect>,
    /// The view that has the screen for itself.
    pub(crate) main: Option<Rect>,
    pub(crate) evidence: Option<Rect>,
    pub(crate) hint: Option<Rect>,
}

impl Areas {
    /// The areas of a screen of `size`; zoomed, the pane that takes the keys has all but top and bottom.
    pub(crate) fn of(size: Size, view: View, focus: Focus, zoomed: bool) -> Self {
        let Size { width, height } = size;
        let top = u16::from(height >= 6);
        let bottom = u16::from(height >= 8);
        let body = Rect::new(0, top, width, height - top - bottom);
        let mut areas = Self {
            top: (top > 0).then_some(Rect::new(0, 0, width, 1)),
            hint: (bottom > 0).then_some(Rect::new(0, height.saturating_sub(1), width, 1)),
            ..Self::default()
        };
        match view {
            View::Audit if width >= THREE && !zoomed => {
                let (above, below) = over_strip(body);
                areas.main = Some(above);
                areas.evidence = below;
            }
            View::Map | View::Sources | View::Audit => areas.main = Some(body),
            View::Trend if body.height < TALL => areas.main = Some(body),
            View::Compare | View::Rank | View::Trend if zoomed => areas.main = Some(body),
            View::Compare | View::Rank | View::Trend => {
                let (above, below) = over_strip(body);
                areas.main = Some(above);
                areas.evidence = below;
            }
            View::Overview if zoomed => match focus {
                Focus::Tree => areas.tree = Some(body),
                Focus::Table => areas.table = Some(body),
                Focus::Detail => areas.detail = Some(body),
            },
            View::Overview if width >= THREE => areas.three(body),
            View::Overview if width >= TWO => areas.two(body, focus),
            View::Overview => areas.one(body, focus),
        }
        areas
    }

    fn three(&mut self, body: Rect) {
        let tree = (body.width * 18 / 100).clamp(20, 32);
        let (left, rest) = beside(body, tree);
        let detail = (body.width * 26 / 100).clamp(29, 56).max(rest.width.saturating_sub(TABLE));
        let evidence = (body.height * 3 / 10).clamp(7, 14);
        let (table, right) = beside(rest, rest.width - detail + 1);
        self.tree = Some(left);
        self.table = Some(table);
        if body.height >= LOW {
            let (above, below) = below(right, right.height - evidence + 1);
            self.detail = Some(above);
            self.evidence = Some(below);
        } else {
            self.detail = Some(right);
        }
    }

    fn two(&mut self, body: Rect, focus: Focus) {
        let (above, strip) = over_strip(body);
        self.evidence = strip;
        if focus == Focus::Detail {
            let (table, detail) = beside(above, body.width - (body.width * 45 / 100).max(30));
            self.table = Some(table);
            self.detail = Some(detail);
        } else {
            let (tree, table) = beside(above, (body.width / 4).clamp(18, 22));
            self.tree = Some(tree);
            self.table = Some(table);
        }
    }

    fn one(&mut self, body: Rect, focus: Focus) {
        let (above, strip) = over_strip(body);
        match focus {
            Focus::Tree => self.tree = Some(body),
            Focus::Table => {
                self.table = Some(above);
                self.evidence = strip;
            }
            Focus::Detail => {
                self.detail = Some(above);
                self.evidence = strip;
            }
        }
    }
}

/// A body with the evidence as a strip below it, where there is room.
fn over_strip(body: Rect) -> (Rect, Option<Rect>) {
    if body.height < LOW {
        return (body, None);
    }
    let strip = (body.height / 4).clamp(6, 9);
    let (above, strip) = below(body, body.height - strip + 1);
    (above, Some(strip))
}

/// Two areas side by side that share a column of border; the left one is `width` wide.
fn beside(area: Rect, width: u16) -> (Rect, Rect) {
    let left = Rect { width: width.min(area.width), ..area };
    let shared = left.right().saturating_sub(1).max(area.x);
    (left, Rect { x: shared, width: area.right() - shared, ..area })
}

/// Two areas one above the other that share a row of border; the upper one is `height` high.
fn below(area: Rect, height: u16) -> (Rect, Rect) {
    let upper = Rect { height: height.min(area.height), ..area };
    let shared = upper.bottom().saturating_sub(1).max(area.y);
    (upper, Rect { y: shared, height: area.bottom() - shared, ..area })
}

/// The area of a window above the panes; the bottom line stays in sight where there is one.
pub(crate) fn window_of(size: Size, window: Window) -> Rect {
    let hint = u16::from(Areas::of(size, View::Overview, Focus::Tree, false).hint.is_some());
    let size = Size { height: size.height - hint, ..size };
    match window {
        Window::Search => centred(size, (size.width * 6 / 10).clamp(100, 140), (size.height * 6 / 10).clamp(26, 40)),
        Window::Palette => centred(size, 76, 22),
        // Sentences are cut where the window is narrow: it grows with the screen.
        Window::Help | Window::Notices => centred(size, size.width.saturating_sub(16).clamp(112, 176), 48),
        Window::Themes => corner(size, 40, 14),
        Window::Form => centred(size, 96, 26),
        Window::Acts => centred(size, 112, 30),
    }
}

/// An area at the top right, below the top line, that leaves in sight what changes under it.
fn corner(size: Size, width: u16, height: u16) -> Rect {
    let (width, top) = (width.min(size.width), u16::from(size.height > height));
    Rect::new(size.width - width, top, width, height.min(size.height))
}

/// An area in the middle, a little above it, `width` × `height` at most.
fn centred(size: Size, width: u16, height: u16) -> Rect {
    // Slivers of what lies below would be noise: a window that leaves less than this takes all.
    let fit = |most: u16, all: u16, margin: u16| if all >= most + 2 * margin { most } else { all };
    let (width, height) = (fit(width, size.width, 8), fit(height, size.height, 2));
    Rect::new((size.width - width) / 2, (size.height - height).div_ceil(3), width, height)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_size_has_areas_inside_the_screen() {
        for view in View::ALL {
            for (focus, zoomed) in
                [Focus::Tree, Focus::Table, Focus::Detail].into_iter().flat_map(|focus| [(focus, false), (focus, true)])
            {
                for (width, height) in (0..=300).step_by(3).flat_map(|w| (0..=100).map(move |h| (w, h))) {
                    let screen = Rect::new(0, 0, width, height);
                    let a = Areas::of(Size { width, height }, view, focus, zoomed);
                    for area in [a.top, a.tree, a.table, a.detail, a.main, a.evidence, a.hint].into_iter().flatten() {
                        assert_eq!(area.intersection(screen), area, "{width}x{height} {area:?}");
                    }
                    for window in [Window::Search, Window::Help, Window::Themes, Window::Form, Window::Acts] {
                        let area = window_of(Size { width, height }, window);
                        assert_eq!(area.intersection(screen), area, "{width}x{height} {area:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_right_column_goes_first_then_the_bottom() {
        let size = |width, height| Areas::of(Size { width, height }, View::Overview, Focus::Table, false);
        let wide = size(120, 36);
        assert!(wide.tree.is_some() && wide.table.is_some() && wide.detail.is_some() && wide.evidence.is_some());
        let narrow = size(80, 24);
        assert!(narrow.tree.is_some() && narrow.table.is_some() && narrow.detail.is_none());
        assert!(narrow.evidence.is_some());
        let low = size(80, 16);
        assert!(low.tree.is_some() && low.evidence.is_none());
        let tiny = size(40, 5);
        assert!(tiny.tree.is_none() && tiny.table.is_some() && tiny.top.is_none() && tiny.hint.is_none());
    }

    #[test]
    fn a_pane_that_is_zoomed_has_all_between_top_and_hints() {
        let size = Size { width: 120, height: 36 };
        for focus in [Focus::Tree, Focus::Table, Focus::Detail] {
            let areas = Areas::of(size, View::Overview, focus, true);
            let panes: Vec<_> = [areas.tree, areas.table, areas.detail, areas.evidence].into_iter().flatten().collect();
            assert_eq!(panes, [Rect::new(0, 1, 120, 34)]);
        }
    }

    #[test]
    fn on_a_wide_screen_the_detail_takes_what_the_table_cannot_use() {
        let areas = Areas::of(Size { width: 300, height: 100 }, View::Overview, Focus::Tree, false);
        let width = |area: Option<Rect>| area.map_or(0, |area| area.width);
        assert_eq!((width(areas.table), width(areas.detail)), (121, 149));
    }
}
