//! Running text that breaks at the end of a line, as Chinese and English do.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::text::{put_char, shown, width};

/// Characters that may not begin a line (避头), and raised digits, which belong to what stands before.
const CLOSING: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻，。、；：？！）》」』】”’％%,.;:?!)]}";

/// Characters that may not end a line (避尾).
const OPENING: &str = "“‘（《〈「『【[({";

/// A piece of running text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece<'a> {
    pub(crate) text: &'a str,
    pub(crate) style: Style,
    /// Whether no line may break inside, unless it is longer than a line.
    pub(crate) whole: bool,
}

impl<'a> Piece<'a> {
    /// A piece in which lines may break.
    pub(crate) fn new(text: &'a str, style: Style) -> Self {
        Self { text, style, whole: false }
    }
}

/// Writes running text into an area, breaking lines between characters; words and numbers of Latin
/// letters and digits stay whole where they fit a line. What does not fit the area is not drawn.
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
        self.put_all(buf, &[Piece::new(text, style)]);
    }

    /// Continues with pieces; a mark that may not begin a line stays with the piece before it.
    pub(crate) fn put_all(&mut self, buf: &mut Buffer, pieces: &[Piece]) {
        let text: String = pieces.iter().map(|piece| piece.text).collect();
        let mut ends = pieces.iter().scan(0, |end, piece| {
            *end += piece.text.len();
            Some((*end, piece))
        });
        let mut piece = ends.next();
        let mut at = 0;
        // What lies below the area is not drawn, however much it is.
        while at < text.len() && self.y < self.area.bottom() {
            let whole = piece.filter(|(end, piece)| piece.whole && end - piece.text.len() == at);
            let least = whole.map_or(0, |(end, _)| end - at);
            let end = at + unbreakable(&text[at..], least);
            let head = &text[at..end];
            let left = self.area.right().saturating_sub(self.x);
            if head.starts_with('\n') || (width(head) > left && self.x > self.area.x) {
                self.end_line();
            }
            for (offset, character) in head.char_indices().filter(|(_, character)| *character != '\n') {
                while piece.is_some_and(|(end, _)| end <= at + offset) {
                    piece = ends.next();
                }
                self.put_char(buf, character, piece.map_or(Style::new(), |(_, piece)| piece.style));
            }
            at = end;
            while piece.is_some_and(|(end, _)| end <= at) {
                piece = ends.next();
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
    while !rest.is_empty() {
        let (head, tail) = rest.split_at(unbreakable(rest, 0));
        rest = tail;
        let fits = |lines: &[String], text: &str| {
            lines.last().is_none_or(|line| line.is_empty() || width(line) + width(text) <= cells)
        };
        if head.starts_with('\n') || !fits(&lines, head) {
            lines.push(String::new());
        }
        for character in head.chars().filter(|character| *character != '\n') {
            // What is longer than a line breaks anywhere.
            if !fits(&lines, character.encode_utf8(&mut [0; 4])) {
                lines.push(String::new());
            }
            if let Some(line) = lines.last_mut().filter(|line| !(line.is_empty() && character == ' ')) {
                line.push(character);
            }
        }
    }
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    lines
}

/// Bytes at the start of `text`, at least `least`, between which no line may break: a run of Latin
/// letters and digits or one character, with the opening marks before and the closing marks behind it.
pub(super) fn unbreakable(text: &str, least: usize) -> usize {
    let joined = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '/' | '+' | '#');
    let open = text.len() - text.trim_start_matches(|c| OPENING.contains(c)).len();
    let rest = &text[open..];
    let run = rest.find(|c: char| !joined(c)).unwrap_or(rest.len());
    let head = (open + run.max(rest.chars().next().map_or(0, char::len_utf8))).max(least);
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
        assert_eq!(lines(8, 2, "完成好“双百”"), ["完成好", "“双百”"]);
        assert_eq!(lines(9, 2, "go to the shop"), ["go to the", "shop"]);
    }

    #[test]
    fn a_mark_stays_with_the_piece_before_it_and_a_whole_piece_in_one_line() {
        let area = Rect::new(0, 0, 10, 3);
        let mut buf = Buffer::empty(area);
        let style = Style::new();
        let number = Piece { text: "5亿元", style, whole: true };
        Flow::new(area).put_all(&mut buf, &[Piece::new("完成额", style), number, Piece::new("，好", style)]);
        assert_eq!(buf[(0, 1)].symbol(), "5", "{buf:?}");
        assert_eq!(buf[(5, 1)].symbol(), "，");
    }

    #[test]
    fn wrapped_lines_lose_nothing_but_blanks_at_their_edges() {
        assert_eq!(wrap("read a.jsonl again", 9), ["read", "a.jsonl", "again"]);
        assert_eq!(wrap("/a/very/long/path", 6), ["/a/ver", "y/long", "/path"]);
        assert_eq!(wrap("", 6), [""]);
    }

    #[test]
    fn a_word_longer_than_the_line_breaks_and_what_does_not_fit_is_left_out() {
        assert_eq!(lines(4, 2, "abcdefghij"), ["abcd", "efgh"]);
        assert_eq!(lines(1, 2, "长"), ["", ""]);
        assert_eq!(lines(4, 2, "一\n二"), ["一", "二"]);
    }
}
