//! Text with styles, broken into lines as the dashboard breaks them.

use std::io::{self, Write};

use anstyle::Style;

use crate::tui;

/// Text in pieces of one style each.
#[derive(Debug, Default)]
pub(super) struct Styled {
    text: String,
    /// The byte at which each piece ends, and its style.
    pieces: Vec<(usize, Style)>,
}

impl Styled {
    /// Adds a piece. Whatever would act on a terminal stands there as a blank.
    pub(super) fn push(&mut self, text: &str, style: Style) {
        self.text.extend(text.chars().map(|c| if c.is_control() { ' ' } else { c }));
        self.pieces.push((self.text.len(), style));
    }

    /// Writes the text with `indent` blanks before each line, in lines of `width` cells at most or, without
    /// a width, in one. Styles are written where `colour` asks for them.
    pub(super) fn write(&self, indent: usize, width: Option<u16>, colour: bool, out: &mut dyn Write) -> io::Result<()> {
        let lines = match width {
            Some(width) => tui::wrap(&self.text, width.saturating_sub(indent as u16).max(10)),
            None => vec![self.text.trim_end().to_owned()],
        };
        // The blanks at which lines were broken are gone; every other character is there in its order.
        let mut characters = self.text.char_indices().peekable();
        for line in lines {
            write!(out, "{:indent$}", "")?;
            let mut now = Style::new();
            for character in line.chars() {
                let at = characters.find(|(_, own)| *own == character).map_or(0, |(at, _)| at);
                let style = if colour { self.style(at) } else { Style::new() };
                if style != now {
                    write!(out, "{now:#}{style}")?;
                    now = style;
                }
                write!(out, "{character}")?;
            }
            writeln!(out, "{now:#}")?;
        }
        Ok(())
    }

    fn style(&self, at: usize) -> Style {
        let piece = self.pieces.partition_point(|(end, _)| *end <= at);
        self.pieces.get(piece).map_or(Style::new(), |(_, style)| *style)
    }
}

#[cfg(test)]
mod tests {
    use anstyle::AnsiColor;

    use super::*;

    fn written(width: Option<u16>, colour: bool) -> String {
        let mut text = Styled::default();
        text.push("全年完成", Style::new());
        text.push("704.11亿元", AnsiColor::Red.on_default());
        text.push("，增\u{1b}长", Style::new());
        let mut out = Vec::new();
        text.write(2, width, colour, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn styles_hold_over_broken_lines_and_nothing_else_is_added() {
        assert_eq!(written(None, false), "  全年完成704.11亿元，增 长\n");
        assert_eq!(written(Some(12), false), "  全年完成\n  704.11亿\n  元，增 长\n");
        let red = "\u{1b}[31m";
        let plain = "\u{1b}[0m";
        assert_eq!(written(Some(12), true), format!("  全年完成\n  {red}704.11亿{plain}\n  {red}元{plain}，增 长\n"));
    }
}
