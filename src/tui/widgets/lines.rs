//! Lines over years in dots of braille: a gap breaks a line, a value alone is a mark, what is expected has
//! a hollow mark, and what is aimed at stands apart.
//!
//! ```text
//!  600 ┤┈┈┈┈┈┈┈┈┈┈┈⣀⡠●┈┈┈○
//!  400 ┤┈┈┈●⠤⠤⠤●⠊⠉┈┈┈┈┈┈┈┈
//!  200 ┤
//!       2020  2022  2024
//! ```

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
};

use super::text::{put, put_right, width};
use crate::{query::Scale, tui::theme::Theme};

/// Marks of the lines, solid and hollow, so that lines are told apart without colour.
const MARKS: [(char, char); 8] =
    [('●', '○'), ('■', '□'), ('▲', '△'), ('◆', '◇'), ('▼', '▽'), ('★', '☆'), ('✦', '✧'), ('✚', '✛')];

/// Dots that are drawn and left out in turn, so that lines that cross are told apart without colour.
const DASHES: [&[u16]; 4] = [&[1], &[4, 2], &[1, 2], &[6, 2, 1, 2]];

/// Cells between two years from which each value has its mark.
const ROOMY: u16 = 3;

/// The mark of a line, by its place.
pub(crate) const fn mark(place: usize) -> char {
    MARKS[place % MARKS.len()].0
}

/// Its mark for what has not come about.
pub(crate) const fn hollow(place: usize) -> char {
    MARKS[place % MARKS.len()].1
}

/// A value of one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Point {
    pub(crate) value: f64,
    /// Whether it has come about; else its mark is hollow.
    pub(crate) solid: bool,
    /// Whether the line leads to it.
    pub(crate) joined: bool,
}

/// A line: values of consecutive years, the first year alike for all.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// A value for each year; a gap is `None`.
    pub(crate) points: Vec<Option<Point>>,
    /// Its place among the lines, which tells its mark and its dashes.
    pub(crate) place: usize,
    pub(crate) style: Style,
}

/// Lines over the same years.
#[derive(Debug)]
pub(crate) struct Chart<'a> {
    /// The later ones are drawn over the earlier.
    pub(crate) lines: &'a [Line],
    pub(crate) scale: Scale,
    /// The first year, and how many there are.
    pub(crate) years: (u16, usize),
    /// The year of the cursor, counted from the first.
    pub(crate) cursor: Option<usize>,
    /// The value at which all begin: drawn as a line of its own where it is not the lowest mark.
    pub(crate) base: f64,
}

/// Rows of a chart that its lines have.
pub(crate) const fn rows(area: Rect) -> u16 {
    area.height.saturating_sub(1)
}

impl Chart<'_> {
    /// Draws the chart into `area`: marks of the axis at the left, years below.
    pub(crate) fn draw(&self, theme: &Theme, area: Rect, buf: &mut Buffer) {
        let plot = self.plot(area);
        if plot.width < 4 || plot.height < 2 {
            return;
        }
        self.draw_axis(theme, area, plot, buf);
        self.draw_years(theme, plot, buf);
        if let Some(cursor) = self.cursor {
            let x = plot.x + self.dot(cursor, plot) / 2;
            for y in plot.y..plot.bottom() {
                put(buf, x, y, 1, "┊", theme.chart.cursor);
            }
        }
        for line in self.lines {
            self.draw_line(line, plot, buf);
        }
        for line in self.lines {
            self.draw_marks(line, plot, buf);
        }
    }

    /// The year at a column of the screen, counted from the first; `None` outside the plot.
    pub(crate) fn year_at(&self, area: Rect, x: u16) -> Option<usize> {
        let plot = self.plot(area);
        if plot.width < 4 || !(plot.x..plot.right()).contains(&x) {
            return None;
        }
        (0..self.years.1).min_by_key(|year| (plot.x + self.dot(*year, plot) / 2).abs_diff(x))
    }

    /// Where the lines are: right of the marks of the axis, above the years.
    fn plot(&self, area: Rect) -> Rect {
        let labels = self.scale.marks().map(|mark| width(&self.scale.label(mark))).max().unwrap_or(0) + 2;
        let labels = labels.min(area.width);
        Rect { x: area.x + labels, width: area.width - labels, height: rows(area), ..area }
    }

    /// Marks of the axis, a faint line at each.
    fn draw_axis(&self, theme: &Theme, area: Rect, plot: Rect, buf: &mut Buffer) {
        let chart = &theme.chart;
        for y in plot.y..plot.bottom() {
            put(buf, plot.x - 1, y, 1, "│", chart.grid);
        }
        for mark in self.scale.marks() {
            let y = plot.y + self.dot_row(mark, plot) / 4;
            let is_base = (mark - self.base).abs() < self.scale.step / 2.0;
            put_right(buf, area.x, y, plot.x - area.x - 1, &self.scale.label(mark), chart.label);
            let rule = if is_base { "─" } else { "┈" };
            put(buf, plot.x - 1, y, 1, "┤", chart.grid);
            put(buf, plot.x, y, plot.width, &rule.repeat(plot.width.into()), chart.grid);
        }
    }

    /// The year of the cursor, then as many round ones as there is room for, then the last and the first.
    fn draw_years(&self, theme: &Theme, plot: Rect, buf: &mut Buffer) {
        /// Cells of a year and the blanks beside it.
        const YEAR: u16 = 6;
        let (first, count) = self.years;
        let (steps, cells) = (count.max(2) - 1, usize::from(plot.width - 3));
        let fits = |step: &usize| step * cells >= steps * usize::from(YEAR);
        let step = [1, 2, 5, 10, 20, 50].into_iter().find(fits).unwrap_or(100);
        let round = (0..count).filter(|year| (usize::from(first) + year).is_multiple_of(step));
        let mut drawn: Vec<u16> = Vec::new();
        for year in self.cursor.into_iter().chain(round).chain([count - 1, 0]) {
            let middle = plot.x + self.dot(year, plot) / 2;
            let x = middle.saturating_sub(1).clamp(plot.x - 1, plot.right().saturating_sub(4));
            if drawn.iter().all(|other| other.abs_diff(x) >= YEAR - 1) {
                let style = if Some(year) == self.cursor { theme.chart.year } else { theme.chart.label };
                put(buf, x, plot.bottom(), 4, &(usize::from(first) + year).to_string(), style);
                drawn.push(x);
            }
        }
    }

    fn draw_line(&self, line: &Line, plot: Rect, buf: &mut Buffer) {
        let mut dots = Dots::new(plot, DASHES[line.place % DASHES.len()]);
        for year in 1..line.points.len() {
            match [joined(line, year - 1), joined(line, year)] {
                [Some(from), Some(to)] => dots.stroke(self.at(year - 1, from, plot), self.at(year, to, plot)),
                _ => dots.lift(),
            }
        }
        dots.put(buf, over(line.style));
    }

    /// Marks at the values where there is room; else at those that have not come about, that no line leads
    /// to, at the ends and at the cursor.
    fn draw_marks(&self, line: &Line, plot: Rect, buf: &mut Buffer) {
        let roomy = plot.width / (self.years.1.max(2) - 1) as u16 >= ROOMY;
        for (year, point) in line.points.iter().enumerate() {
            let Some(point) = point else { continue };
            let inside = point.joined
                && year.checked_sub(1).is_some_and(|before| joined(line, before).is_some())
                && joined(line, year + 1).is_some();
            if roomy || !inside || !point.solid || self.cursor == Some(year) {
                let (x, y) = self.at(year, point.value, plot);
                let sign = if point.solid { mark(line.place) } else { hollow(line.place) };
                put(buf, plot.x + x / 2, plot.y + y / 4, 1, &sign.to_string(), over(line.style));
            }
        }
    }

    /// Column and row of the dot of a value.
    fn at(&self, year: usize, value: f64, plot: Rect) -> (u16, u16) {
        (self.dot(year, plot), self.dot_row(value, plot))
    }

    /// The column of dots of a year; where there are cells enough, the left of its cell.
    fn dot(&self, year: usize, plot: Rect) -> u16 {
        let last = self.years.1.saturating_sub(1);
        if last == 0 {
            return plot.width / 2 * 2;
        }
        // A cell stays free at either end, so that marks stand off the axis.
        let cells = plot.width - 3;
        let part = year as f64 / last as f64;
        if last <= usize::from(cells) {
            2 + 2 * (part * f64::from(cells)).round() as u16
        } else {
            2 + (part * f64::from(2 * cells + 1)).round() as u16
        }
    }

    fn dot_row(&self, value: f64, plot: Rect) -> u16 {
        let part = self.scale.part(value).clamp(0.0, 1.0);
        ((1.0 - part) * f64::from(plot.height * 4 - 1)).round() as u16
    }
}

/// The style of what is drawn over the axis, which is dim where there are no colours.
const fn over(style: Style) -> Style {
    style.remove_modifier(Modifier::DIM)
}

/// The value of a year to which the line leads.
fn joined(line: &Line, year: usize) -> Option<f64> {
    line.points.get(year)?.filter(|point| point.joined).map(|point| point.value)
}

/// Dots of one line, eight to a cell.
struct Dots {
    plot: Rect,
    cells: Vec<u8>,
    /// Dots that are drawn and left out in turn.
    dashes: &'static [u16],
    /// Dots since the line began.
    drawn: u16,
}

impl Dots {
    fn new(plot: Rect, dashes: &'static [u16]) -> Self {
        Self { plot, cells: vec![0; usize::from(plot.width) * usize::from(plot.height)], dashes, drawn: 0 }
    }

    /// Ends a line: the next begins with its first dash.
    fn lift(&mut self) {
        self.drawn = 0;
    }

    /// Draws from dot to dot, as Bresenham has it.
    fn stroke(&mut self, from: (u16, u16), to: (u16, u16)) {
        let (dx, dy) = (i32::from(to.0) - i32::from(from.0), i32::from(to.1) - i32::from(from.1));
        let steps = dx.abs().max(dy.abs()).max(1);
        for step in 0..=steps {
            // Rounded to the nearest dot; both are within the plot.
            let x = i32::from(from.0) + (2 * dx * step + steps).div_euclid(2 * steps);
            let y = i32::from(from.1) + (2 * dy * step + steps).div_euclid(2 * steps);
            self.dot(x as u16, y as u16);
        }
    }

    fn dot(&mut self, x: u16, y: u16) {
        const BITS: [[u8; 2]; 4] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];
        let whole: u16 = self.dashes.iter().sum();
        let mut at = self.drawn % whole;
        let dash = self.dashes.iter().position(|length| {
            let inside = at < *length;
            at = at.saturating_sub(*length);
            inside
        });
        self.drawn += 1;
        if dash.is_some_and(|dash| dash % 2 == 0) {
            let cell = usize::from(y / 4) * usize::from(self.plot.width) + usize::from(x / 2);
            self.cells[cell] |= BITS[usize::from(y % 4)][usize::from(x % 2)];
        }
    }

    fn put(&self, buf: &mut Buffer, style: Style) {
        for (at, bits) in self.cells.iter().enumerate().filter(|(_, bits)| **bits > 0) {
            let (x, y) = ((at % usize::from(self.plot.width)) as u16, (at / usize::from(self.plot.width)) as u16);
            let (x, y) = (self.plot.x + x, self.plot.y + y);
            // Dots of a line that was drawn before stay beside these.
            let below = buf.cell((x, y)).and_then(|cell| cell.symbol().chars().next());
            let below = below.map(u32::from).filter(|symbol| (0x2800..0x2900).contains(symbol)).unwrap_or(0x2800);
            let dots = char::from_u32(below | u32::from(*bits)).unwrap_or(' ');
            put(buf, x, y, 1, &dots.to_string(), style);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::Colour;

    /// The chart as text, a line a row.
    fn drawn(lines: &[Line], years: (u16, usize), cursor: Option<usize>, size: (u16, u16)) -> String {
        let area = Rect::new(0, 0, size.0, size.1);
        let mut buf = Buffer::empty(area);
        let values = lines.iter().flat_map(|line| &line.points).flatten().map(|point| point.value);
        let scale = Scale::over(values, true, false, usize::from(size.1 / 2)).unwrap();
        let theme = Theme::carried(Colour::None);
        Chart { lines, scale, years, cursor, base: 0.0 }.draw(&theme, area, &mut buf);
        let row = |y| (0..size.0).map(|x| buf[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
        (0..size.1).map(row).collect::<Vec<_>>().join("\n")
    }

    fn line(place: usize, values: &[f64]) -> Line {
        let point = |value: &f64| value.is_finite().then_some(Point { value: *value, solid: true, joined: true });
        Line { points: values.iter().map(point).collect(), place, style: Style::new() }
    }

    const GAP: f64 = f64::NAN;

    #[test]
    fn a_gap_breaks_the_line_and_a_value_alone_is_a_mark() {
        let chart = drawn(&[line(0, &[0.0, 0.0, GAP, 10.0, GAP, 5.0, 5.0])], (2018, 7), None, (40, 7));
        insta::assert_snapshot!(chart);
    }

    #[test]
    fn what_has_not_come_about_is_hollow_and_no_line_leads_to_an_aim() {
        let mut planned = line(1, &[2.0, 4.0, 8.0]);
        planned.points[1].as_mut().unwrap().solid = false;
        planned.points[2] = Some(Point { value: 8.0, solid: false, joined: false });
        let chart = drawn(&[planned], (2023, 3), Some(2), (30, 7));
        insta::assert_snapshot!(chart);
    }

    #[test]
    fn where_there_is_little_room_only_ends_and_the_cursor_have_marks() {
        let values: Vec<f64> = (0..30).map(f64::from).collect();
        let chart = drawn(&[line(2, &values)], (1996, 30), Some(10), (32, 8));
        assert_eq!(chart.matches('▲').count(), 3, "{chart}");
        assert!(chart.contains("2000  2006        2020"), "the cursor and round years:\n{chart}");
    }

    #[test]
    fn nothing_is_drawn_outside_however_little_room_there_is() {
        let values: Vec<f64> = (0..60).map(|year| f64::from(year % 7)).collect();
        for (width, height) in (0..40).flat_map(|width| (0..9).map(move |height| (width, height))) {
            let area = Rect::new(3, 2, width, height);
            let mut buf = Buffer::empty(Rect::new(0, 0, 46, 13));
            let lines = [line(3, &values)];
            let scale = Scale::over(values.iter().copied(), true, false, 4).unwrap();
            let chart = Chart { lines: &lines, scale, years: (1960, 60), cursor: Some(59), base: 0.0 };
            chart.draw(&Theme::carried(Colour::None), area, &mut buf);
            for (x, y) in (0..46).flat_map(|x| (0..13).map(move |y| (x, y))) {
                let outside = !area.contains((x, y).into());
                assert!(!outside || buf[(x, y)].symbol() == " ", "{width}×{height}: {x} {y}");
            }
            for x in 0..46 {
                assert!(chart.year_at(area, x).is_none_or(|year| year < 60));
            }
        }
    }

    #[test]
    fn a_year_is_found_where_it_is_drawn() {
        let chart = Chart {
            lines: &[],
            scale: Scale { low: 0.0, high: 10.0, step: 5.0 },
            years: (2020, 5),
            cursor: None,
            base: 0.0,
        };
        let area = Rect::new(0, 0, 25, 6);
        // Four cells of labels, then 21 of which the outer ones are free.
        let years: Vec<_> = [3, 4, 6, 8, 14, 24, 25].map(|x| chart.year_at(area, x)).to_vec();
        assert_eq!(years, [None, Some(0), Some(0), Some(1), Some(2), Some(4), None]);
    }
}
