//! Draws the names above the columns.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::Table;
use crate::tui::{
    panes::compare::derived::Derived,
    widgets::text::{put, put_all, put_right, width},
};

impl Table<'_> {
    pub(super) fn draw_header(&self, buf: &mut Buffer) {
        let (words, pane) = (self.look.words, &self.look.theme.pane);
        let line = Rect { height: self.header.height.min(1), ..self.header };
        if line.is_empty() {
            return;
        }
        put(buf, line.x + 1, line.y, self.columns.name.saturating_sub(1), words.metric, pane.header);
        put(buf, line.x + self.columns.name + 1, line.y, self.columns.unit - 1, words.unit, pane.header);
        self.draw_usual_year(buf);
        for (column, cell) in self.cells(line) {
            self.draw_head(column, cell, buf);
        }
        let shown = self.cells(line).count();
        if self.state.first_column > 0 {
            let x = line.x + self.columns.name + self.columns.unit - 1;
            put(buf, x, line.y, 1, "◂", self.look.theme.hint.key);
        }
        if self.state.first_column + shown < self.columns.len() {
            put(buf, line.right().saturating_sub(1), line.y, 1, "▸", self.look.theme.hint.key);
        }
        if self.comparison.regions.len() < 2 {
            let left = self.cells(line).last().map_or(line.x, |(_, cell)| cell.right() + 2);
            let room = line.right().saturating_sub(left);
            put(buf, left, line.y, room, words.compare.add_another, pane.empty);
        }
    }

    /// Which year cells are of that do not tell it.
    fn draw_usual_year(&self, buf: &mut Buffer) {
        let Some(year) = self.state.usual_year.filter(|_| self.header.height > 1) else { return };
        let noted = if self.columns.dated() { self.look.words.compare.unless_noted } else { "" };
        let room = (self.columns.name + self.columns.unit).saturating_sub(1);
        let text = format!("{year}{noted}");
        put(buf, self.header.x + 1, self.header.y + 1, room, &text, self.look.theme.pane.remark);
    }

    /// The name of a region with that above it, or of what is derived.
    fn draw_head(&self, column: usize, cell: Rect, buf: &mut Buffer) {
        let (look, pane) = (self.look, &self.look.theme.pane);
        let chosen = column == self.state.column;
        let below = Rect { y: cell.y + 1, ..cell };
        let has_below = self.header.height > 1;
        let regions = &self.comparison.regions;
        if let Some(region) = regions.get(column) {
            let style = if chosen { pane.title_focused } else { look.theme.top.region };
            let number = (column + 1).to_string();
            self.put_name(
                column,
                cell,
                &[(&number, look.pin(column)), (" ", Style::new()), (look.region_short(*region), style)],
                buf,
            );
            if has_below {
                self.put_name(column, below, &[(look.parent(*region), pane.remark)], buf);
            }
            return;
        }
        let word = Derived::ALL[column - regions.len()].name(look);
        put_right(buf, cell.x, cell.y, cell.width, word, if chosen { pane.title_focused } else { pane.header });
        if has_below && regions.len() > 2 {
            put_right(buf, below.x, below.y, below.width, look.words.compare.first_two, pane.remark);
        }
    }

    /// Puts a name above the numbers of a column; a longer one goes on to where there is room.
    fn put_name(&self, column: usize, cell: Rect, name: &[(&str, Style)], buf: &mut Buffer) {
        let parts = self.columns.parts(column, cell);
        let number = parts.number;
        let cells = name.iter().map(|(text, _)| width(text)).sum();
        let (left, right) = if cells <= number.width {
            (number.x, number.right())
        } else if parts.bar.x < number.x && parts.bar.width > 0 {
            (parts.bar.x, parts.year.right())
        } else {
            let right = if parts.axis.is_empty() { cell.right() } else { parts.axis.x };
            (parts.mark.x, right.min(parts.mark.x.saturating_add(cells)))
        };
        let room = right.saturating_sub(left);
        put_all(buf, right - cells.min(room), cell.y, room, name);
    }
}
