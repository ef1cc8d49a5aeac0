//! The frame of a pane: a thin border that neighbours share, a title, and a thumb that tells where in a
//! long list the screen is.

use ratatui::{
    buffer::Buffer,
    layout::{Margin, Rect},
    style::Style,
    symbols::merge::MergeStrategy,
    widgets::{Block, Widget},
};

use super::text::{put, put_right, width};
use crate::tui::theme::Theme;

/// The frame of a pane.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Frame<'a> {
    /// What the pane shows.
    pub(crate) title: &'a str,
    /// A remark at the right end of the title's line.
    pub(crate) remark: &'a str,
    /// Whether the pane takes the keys.
    pub(crate) focused: bool,
}

impl Frame<'_> {
    /// Draws the frame and returns the area inside it.
    pub(crate) fn draw(&self, theme: &Theme, area: Rect, buf: &mut Buffer) -> Rect {
        let area = area.intersection(buf.area);
        if area.width < 2 || area.height < 2 {
            return Rect::ZERO;
        }
        let (border, title) = if self.focused {
            (theme.pane.border_focused, theme.pane.title_focused)
        } else {
            (theme.pane.border, theme.pane.title)
        };
        Block::bordered().border_style(border).merge_borders(MergeStrategy::Exact).render(area, buf);
        let room = area.width.saturating_sub(4);
        let used = if self.title.is_empty() { 0 } else { titled(buf, area.x + 1, area.y, room, self.title, title) };
        let remark = width(self.remark);
        if remark > 0 && used + remark + 4 <= area.width {
            let text = format!(" {} ", self.remark);
            put_right(buf, area.x + used, area.y, area.width - used - 2, &text, theme.pane.remark);
        }
        inside(area)
    }
}

/// The area inside the frame of a pane.
pub(crate) fn inside(area: Rect) -> Rect {
    area.inner(Margin::new(1, 1))
}

/// Writes a title with a space on either side; returns the cells it took.
fn titled(buf: &mut Buffer, x: u16, y: u16, cells: u16, title: &str, style: Style) -> u16 {
    let shown = super::text::cut(title, cells);
    put(buf, x, y, cells + 2, &format!(" {shown} "), style)
}

/// Draws a thumb on the right border beside `inner`: `first` of `len` rows is the first of `inner`.
pub(crate) fn thumb(theme: &Theme, inner: Rect, first: usize, len: usize, buf: &mut Buffer) {
    let height = usize::from(inner.height);
    if len <= height || height == 0 || inner.right() >= buf.area.right() {
        return;
    }
    let size = (height * height / len).max(1);
    let top = (height - size) * first.min(len - height) / (len - height);
    for y in top..top + size {
        put(buf, inner.right(), inner.y + y as u16, 1, "┃", theme.pane.thumb);
    }
}

/// Empties `area` for a window above the panes; a wide character that it would halve is taken away whole.
pub(crate) fn clear(theme: &Theme, area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    for y in area.top()..area.bottom() {
        if area.x > buf.area.x && width(buf[(area.x - 1, y)].symbol()) == 2 {
            buf[(area.x - 1, y)].set_char(' ');
        }
        for x in area.left()..area.right() {
            buf[(x, y)].reset();
        }
    }
    buf.set_style(area, theme.screen);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::Colour;

    #[test]
    fn a_window_never_leaves_half_of_a_wide_character() {
        let theme = Theme::carried(Colour::None);
        for left in 0..6 {
            let mut buf = Buffer::empty(Rect::new(0, 0, 12, 1));
            put(&mut buf, 0, 0, 12, "长垣市红旗区", Style::new());
            clear(&theme, Rect::new(left, 0, 5, 1), &mut buf);
            for x in 0..12 {
                let wide = width(buf[(x, 0)].symbol()) == 2;
                assert!(!wide || (x + 1 < left || x >= left + 5), "left {left}, cell {x}");
            }
        }
    }
}
