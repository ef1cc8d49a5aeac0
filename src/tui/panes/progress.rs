//! How far the first reading has come, where there is nothing else to show yet.

use ratatui::{
    buffer::Buffer,
    layout::{Margin, Rect},
};

use crate::tui::{
    Reading,
    action::Action,
    keymap::Context,
    look::Look,
    widgets::{
        frame::Frame,
        text::{put, put_all, put_right},
    },
};

/// Most cells of the bar.
const BAR: u16 = 48;

/// Draws how far reading has come, and how to look at what was read so far.
pub(crate) fn draw(reading: Reading, focused: bool, look: &Look, area: Rect, buf: &mut Buffer) {
    let inner = Frame { title: look.words.metrics, remark: "", focused }.draw(look.theme, area, buf);
    let text = inner.inner(Margin::new(2, 1));
    let text = Rect { width: text.width.min(BAR), ..text };
    if text.height < 5 {
        return;
    }
    let Reading { done, all, figures } = reading;
    let (words, hint) = (&look.words.live, &look.theme.hint);
    put(buf, text.x, text.y, text.width, words.reading_first, look.theme.pane.heading);
    let part = if all == 0 { 0.0 } else { done as f64 / all as f64 };
    let filled = (part * f64::from(text.width)) as usize;
    put(buf, text.x, text.y + 1, text.width, &"─".repeat(text.width.into()), look.theme.chart.grid);
    put(buf, text.x, text.y + 1, text.width, &"━".repeat(filled), look.theme.chart.lit);
    put(buf, text.x, text.y + 2, text.width, &format!("{done} / {all} {}", words.files), look.theme.figure.value);
    let figures = format!("{figures} {}", look.words.figures);
    put_right(buf, text.x, text.y + 2, text.width, &figures, look.theme.figure.aside);
    let key = look.keymap.written(Context::Overview, Action::Back);
    let stop = [(key.as_str(), hint.key), (" ", hint.text), (words.stop_and_look, hint.text)];
    put_all(buf, text.x, text.y + 4, text.width, &stop);
}
