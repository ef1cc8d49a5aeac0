//! Running text that breaks at the end of a line, as Chinese and English do.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::text::{put_char, shown, width};

/// Characters that may not begin a line (避头).
const CLOSING: &str = "，。、；：？！）》」』】”’％%,.;:?!)]}";

/// Writes running text into an area, piece after piece, breaking lines between characters; words and
/// numbers of Latin letters and digits stay whole where they fit a line. What does not fit is not drawn.
#[derive(Debug)]
pub(crate) struct Flow {
    area: Rect,
    x: u16,
    y: u16,
}

impl Flow {
    /// Begins at the top left of `area`.
    pub(crate) fn new(area: Rect) -> Self {
        Self { area, x: area.x, y: area.y }
    }

    /// Continues with `text`; a newline in it ends the line.
    pub(crate) fn put(&mut self, buf: &mut Buffer, text: &str, style: Style) {
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let unit = unbreakable(rest);
            let (head, tail) = rest.split_at(unit.max(first.len_utf8()));
            rest = tail;
            if first == '\n' {
                self.end_line();
                continue;
            }
            let left = self.area.right().saturating_sub(self.x);
            if width(head) > left && self.x > self.area.x {
                self.end_line();
            }
            for character in head.chars() {
                self.put_char(buf, character, style);
            }
        }
    }

    /// Ends the line, unless it is empty.
    pub(crate) fn end_line(&mut self) {
        if self.x > self.area.x {
            self.x = self.area.x;
            self.y = self.y.saturating_add(1);
        }
    }

    /// Lines begun so far.
    pub(crate) fn lines(&self) -> u16 {
        self.y - self.area.y + u16::from(self.x > self.area.x)
    }

    fn put_char(&mut self, buf: &mut Buffer, character: char, style: Style) {
        let Some((character, cells)) = shown(character) else { return };
        if self.x + cells > self.area.right() {
            self.end_line();
        }
        if self.y >= self.area.bottom() || (character == ' ' && self.x == self.area.x && self.y > self.area.y) {
            return;
        }
        self.x += put_char(buf, self.x, self.y, self.area.right(), character, style);
    }
}

/// The lines of running text in `cells` cells.
pub(crate) fn wrap(text: &str, cells: u16) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (head, tail) = rest.split_at(unbreakable(rest).max(first.len_utf8()));
        rest = tail;
        let line = lines.last_mut().map_or(0, |line| width(line));
        if first == '\n' || (line > 0 && line + width(head) > cells) {
            lines.push(String::new());
        }
        let begins = lines.last().is_some_and(String::is_empty);
        if let Some(line) = lines.last_mut() {
            line.push_str(if begins { head.trim_start() } else { head });
        }
    }
    lines
}

/// Bytes at the start of `text` between which no line may break: a run of Latin letters and digits or one
/// character, with the closing marks behind it.
fn unbreakable(text: &str) -> usize {
    let run = text.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '/' | '+' | '#')));
    let head = match run.unwrap_or(text.len()) {
        0 => text.chars().next().map_or(0, char::len_utf8),
        run => run,
    };
    let closing = text[head..].find(|c| !CLOSING.contains(c)).unwrap_or(text.len() - head);
    head + closing
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(width: u16, height: u16, text: &str) -> Vec<String> {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        Flow::new(area).put(&mut buf, text, Style::new());
        (0..height)
            .map(|y| {
                let mut skip = false;
                let mut line = String::new();
                for x in 0..width {
                    if !std::mem::take(&mut skip) {
                        let symbol = buf[(x, y)].symbol();
                        skip = super::width(symbol) == 2;
                        line.push_str(symbol);
                    }
                }
                line.trim_end().to_owned()
            })
            .collect()
    }

    #[test]
    fn breaks_between_characters_and_keeps_numbers_and_closing_marks() {
        assert_eq!(lines(10, 3, "全年完成704.11亿元，增长"), ["全年完成", "704.11亿", "元，增长"]);
        assert_eq!(lines(8, 2, "地区生产，总值"), ["地区生", "产，总值"]);
        assert_eq!(lines(9, 2, "go to the shop"), ["go to the", "shop"]);
    }

    #[test]
    fn a_word_longer_than_the_line_breaks_and_what_does_not_fit_is_left_out() {
        assert_eq!(lines(4, 2, "abcdefghij"), ["abcd", "efgh"]);
        assert_eq!(lines(1, 2, "长"), ["", ""]);
        assert_eq!(lines(4, 2, "一\n二"), ["一", "二"]);
    }
}
