//! A cursor in a list and the part of the list that is on the screen.

/// A step of the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// One up.
    Up,
    /// One down.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the first.
    First,
    /// To the last.
    Last,
}

/// Rows kept visible above and below the cursor.
const MARGIN: usize = 2;

/// Rows that a notch of the wheel moves.
const NOTCH: usize = 3;

/// A cursor in a list and the first row of the list that is on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Scroll {
    /// The row of the cursor.
    pub(crate) cursor: usize,
    /// The row at the top of the screen.
    pub(crate) offset: usize,
}

impl Scroll {
    /// Moves the cursor in a list of `len` rows of which `height` are visible.
    pub(crate) fn step(&mut self, step: Step, len: usize, height: usize) {
        let page = height.saturating_sub(1).max(1);
        let last = len.saturating_sub(1);
        self.cursor = match step {
            Step::Up => self.cursor.saturating_sub(1),
            Step::Down => self.cursor + 1,
            Step::PageUp => self.cursor.saturating_sub(page),
            Step::PageDown => self.cursor + page,
            Step::First => 0,
            Step::Last => last,
        }
        .min(last);
        self.settle(len, height);
    }

    /// Brings the cursor into the list and the window around the cursor, moving it as little as possible;
    /// a list that is not on the screen keeps its window.
    pub(crate) fn settle(&mut self, len: usize, height: usize) {
        self.cursor = self.cursor.min(len.saturating_sub(1));
        if height == 0 {
            return;
        }
        let margin = MARGIN.min(height.saturating_sub(1) / 2);
        let highest = self.cursor.saturating_sub(margin);
        let lowest = (self.cursor + margin + 1).saturating_sub(height);
        self.offset = self.offset.clamp(lowest.min(highest), highest).min(len.saturating_sub(height));
    }

    /// Takes the cursor to the nearest row that it may rest on, first in the direction it came.
    pub(crate) fn rest(&mut self, upwards: bool, len: usize, may_rest: impl Fn(usize) -> bool) {
        let above = || (0..self.cursor.min(len)).rev().find(|row| may_rest(*row));
        let below = || (self.cursor..len).find(|row| may_rest(*row));
        if self.cursor >= len || !may_rest(self.cursor) {
            let nearest = if upwards { above().or_else(below) } else { below().or_else(above) };
            self.cursor = nearest.unwrap_or(self.cursor);
        }
    }

    /// Moves the window as the wheel does; the cursor stays on its row as long as that is in sight.
    pub(crate) fn wheel(&mut self, down: bool, len: usize, height: usize) {
        let last = len.saturating_sub(height);
        self.offset = if down { (self.offset + NOTCH).min(last) } else { self.offset.saturating_sub(NOTCH).min(last) };
        let margin = MARGIN.min(height.saturating_sub(1) / 2);
        let highest = if self.offset == 0 { 0 } else { self.offset + margin };
        let lowest = if self.offset == last { len } else { self.offset + height - margin }.saturating_sub(1);
        self.cursor = self.cursor.clamp(highest.min(lowest), lowest);
    }

    /// Moves the window of a text that has no cursor.
    pub(crate) fn pan(&mut self, step: Step, len: usize, height: usize) {
        let page = height.saturating_sub(1).max(1);
        let last = len.saturating_sub(height);
        self.offset = match step {
            Step::Up => self.offset.saturating_sub(1),
            Step::Down => self.offset + 1,
            Step::PageUp => self.offset.saturating_sub(page),
            Step::PageDown => self.offset + page,
            Step::First => 0,
            Step::Last => last,
        }
        .min(last);
        self.cursor = self.offset;
    }

    /// The rows that are visible.
    pub(crate) fn window(&self, len: usize, height: usize) -> std::ops::Range<usize> {
        let start = self.offset.min(len);
        start..(start + height).min(len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_follows_the_cursor_with_a_margin() {
        let mut list = Scroll::default();
        for _ in 0..7 {
            list.step(Step::Down, 20, 10);
        }
        assert_eq!((list.cursor, list.offset), (7, 0));
        list.step(Step::Down, 20, 10);
        assert_eq!((list.cursor, list.offset), (8, 1));
        list.step(Step::Last, 20, 10);
        assert_eq!((list.cursor, list.offset), (19, 10));
        list.step(Step::PageUp, 20, 10);
        assert_eq!((list.cursor, list.offset), (10, 8));
        list.step(Step::First, 20, 10);
        assert_eq!((list.cursor, list.offset), (0, 0));
    }

    #[test]
    fn a_list_that_shrinks_or_a_screen_that_does_keeps_the_cursor_in_sight() {
        let mut list = Scroll { cursor: 50, offset: 45 };
        list.settle(10, 4);
        assert_eq!((list.cursor, list.offset), (9, 6));
        for height in 0..6 {
            let mut list = Scroll { cursor: 7, offset: 0 };
            list.settle(10, height);
            assert!(height == 0 || list.window(10, height).contains(&7), "height {height}: {list:?}");
        }
        list.settle(8, 0);
        assert_eq!((list.cursor, list.offset), (7, 6), "what is hidden does not move");
        list.settle(0, 5);
        assert_eq!((list.cursor, list.offset), (0, 0));
        list.step(Step::Down, 0, 0);
        assert_eq!((list.cursor, list.offset), (0, 0));
    }

    #[test]
    fn the_wheel_moves_the_window_and_takes_the_cursor_along_only_where_it_must() {
        let mut list = Scroll { cursor: 6, offset: 0 };
        list.wheel(true, 20, 10);
        assert_eq!((list.cursor, list.offset), (6, 3));
        list.wheel(true, 20, 10);
        assert_eq!((list.cursor, list.offset), (8, 6));
        list.wheel(true, 20, 10);
        list.wheel(true, 20, 10);
        assert_eq!((list.cursor, list.offset), (12, 10), "the end");
        for _ in 0..5 {
            let before = list;
            list.settle(20, 10);
            assert_eq!(list, before, "nothing has to be settled");
            list.wheel(false, 20, 10);
        }
        assert_eq!((list.cursor, list.offset), (7, 0));
        for (len, height) in [(0, 0), (0, 5), (3, 5), (5, 0), (9, 1), (9, 2)] {
            let mut list = Scroll::default();
            list.wheel(true, len, height);
            assert!(list.cursor <= len.saturating_sub(1) && list.offset <= len, "{len} {height} {list:?}");
        }
    }

    #[test]
    fn the_cursor_rests_on_rows_only() {
        let is_row = |place: usize| !matches!(place, 0 | 3);
        let rest = |cursor, upwards| {
            let mut list = Scroll { cursor, offset: 0 };
            list.rest(upwards, 6, is_row);
            list.cursor
        };
        assert_eq!((rest(3, false), rest(3, true), rest(0, true), rest(2, true)), (4, 2, 1, 2));
    }

    #[test]
    fn a_text_without_cursor_pans_to_its_end_and_no_further() {
        let mut text = Scroll::default();
        text.pan(Step::PageDown, 12, 5);
        assert_eq!(text.window(12, 5), 4..9);
        text.pan(Step::PageDown, 12, 5);
        assert_eq!(text.window(12, 5), 7..12);
        text.pan(Step::Last, 3, 5);
        assert_eq!(text.window(3, 5), 0..3);
    }
}
