//! What stands beside the map: the classes with their limits, and the chosen region with its value.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::{Answer, view::Grounds};
use crate::{
    model::Measure,
    tui::{
        look::Look,
        widgets::text::{put, put_all, put_right, width},
        writing::{Written, computed, period},
    },
};

/// Cells of a swatch.
const SWATCH: u16 = 3;

/// Draws legend and caption below each other.
pub(super) fn side(answer: &Answer, grounds: &Grounds, look: &Look, area: Rect, buf: &mut Buffer) {
    let mut lines = Lines { area, y: area.y };
    if let Some(line) = lines.next() {
        put(buf, line.x, line.y, line.width, look.metric(answer.shade.metric), look.theme.pane.heading);
    }
    if let Some(line) = lines.next() {
        put(buf, line.x, line.y, line.width, &told(answer, look), look.theme.figure.unit);
    }
    lines.skip(1);
    let limits: Vec<_> = answer.shading.classes.iter().map(|class| limits(class.limits)).collect();
    let low = limits.iter().map(|(low, _)| width(low)).max().unwrap_or(0);
    let high = limits.iter().map(|(_, high)| width(high)).max().unwrap_or(0);
    for (class, (from, to)) in limits.iter().enumerate().rev() {
        let Some(line) = lines.next() else { return };
        let regions = answer.shading.classes[class].regions;
        let text = draw_class(grounds, Some(class), regions, look, line, buf);
        put_right(buf, text.x, text.y, low.min(text.width), from, look.theme.figure.value);
        if !to.is_empty() && text.width > low {
            let dash = put(buf, text.x + low, text.y, text.width - low, " – ", look.theme.figure.unit);
            let room = text.width.saturating_sub(low + dash).min(high);
            put_right(buf, text.x + low + dash, text.y, room, to, look.theme.figure.value);
        }
    }
    let without = answer.shading.regions.len() - answer.valued();
    if without > 0
        && let Some(line) = lines.next()
    {
        let text = draw_class(grounds, None, without, look, line, buf);
        put(buf, text.x, text.y, text.width, look.words.map.no_data, look.theme.figure.unit);
    }
    lines.skip(1);
    chosen(answer, look, &mut lines, buf);
    if area.bottom().saturating_sub(lines.y) > 1 {
        let (x, y) = (area.x, area.bottom() - 1);
        put(buf, x, y, area.width, look.words.map.made_up, look.theme.figure.aside);
    }
}

/// Draws caption and legend in two lines.
pub(super) fn foot(answer: &Answer, grounds: &Grounds, look: &Look, area: Rect, buf: &mut Buffer) {
    let line = Rect { height: 1, ..area };
    if let Some(shaded) = answer.shaded() {
        let name = look.region(shaded.region);
        let used = put(buf, line.x, line.y, line.width, name, look.theme.top.region) + 1;
        let room = Rect { x: line.x + used, width: line.width.saturating_sub(used), ..line };
        value(answer, look, room, buf);
    }
    let (mut x, y) = (area.x, area.y + 1);
    let classes = &answer.shading.classes;
    for class in 0..classes.len() {
        let (mark, style) = grounds.swatch(Some(class));
        x += put(buf, x, y, area.right().saturating_sub(x), &mark.repeat(2), style);
    }
    if let Some((lowest, highest)) = classes.first().zip(classes.last()) {
        let (low, high) = limits((lowest.limits.0, highest.limits.1));
        let dash = if high.is_empty() { "" } else { " – " };
        let text = format!(" {low}{dash}{high} {}", told(answer, look));
        put(buf, x, y, area.right().saturating_sub(x), &text, look.theme.figure.unit);
    }
}

/// What the values are: the measure, the unit and the time.
fn told(answer: &Answer, look: &Look) -> String {
    let measure = if answer.shade.measure == Measure::Growth { look.words.yoy } else { "" };
    let year = answer.shade.year.map_or_else(|| look.words.latest.to_owned(), |year| year.to_string());
    let parts = [measure, &answer.shading.unit, &year];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The limits of a class as text; the second is empty where they are alike.
fn limits((low, high): (f64, f64)) -> (String, String) {
    let (low, high) = (computed(low), computed(high));
    if low == high { (low, String::new()) } else { (low, high) }
}

/// Draws the swatch of a class and how many regions it has; returns the room between.
fn draw_class(
    grounds: &Grounds,
    class: Option<usize>,
    regions: usize,
    look: &Look,
    line: Rect,
    buf: &mut Buffer,
) -> Rect {
    let (mark, style) = grounds.swatch(class);
    put(buf, line.x, line.y, SWATCH.min(line.width), &mark.repeat(SWATCH.into()), style);
    let count = regions.to_string();
    put_right(buf, line.x, line.y, line.width, &count, look.theme.pane.remark);
    let before = SWATCH + 1;
    Rect { x: line.x + before, width: line.width.saturating_sub(before + width(&count) + 1), ..line }
}

/// Draws the chosen region with its value, time and place.
fn chosen(answer: &Answer, look: &Look, lines: &mut Lines, buf: &mut Buffer) {
    let Some(shaded) = answer.shaded() else { return };
    if let Some(line) = lines.next() {
        put(buf, line.x, line.y, line.width, look.region(shaded.region), look.theme.top.region);
    }
    if let Some(line) = lines.next() {
        value(answer, look, line, buf);
    }
    let Some(entry) = answer.entry() else { return };
    if let Some(line) = lines.next() {
        let place = format!("#{}", entry.place);
        let among = format!("/{}", answer.valued());
        let pieces = [(place.as_str(), look.theme.figure.rank), (&among, look.theme.figure.aside)];
        let used = put_all(buf, line.x, line.y, line.width, &pieces) + 2;
        if let Some(beside) = &entry.beside {
            let written = Written::of(beside, look);
            let word = if beside.measure == Measure::Growth { look.words.yoy } else { look.words.value };
            let pieces = [(word, look.theme.figure.aside), (" ", look.theme.figure.aside)];
            let named = put_all(buf, line.x + used, line.y, line.width.saturating_sub(used), &pieces);
            let used = used + named;
            let rest = Rect { x: line.x + used, width: line.width.saturating_sub(used), ..line };
            put_written(&written, look, rest, buf);
        }
    }
    if let Some(line) = lines.next() {
        let source = &look.atlas.sources()[entry.reading.source.0 as usize];
        let title = if source.title.is_empty() { &source.id } else { &source.title };
        put(buf, line.x, line.y, line.width, title, look.theme.evidence.origin);
    }
}

/// Draws the value of the chosen region with its time.
fn value(answer: &Answer, look: &Look, line: Rect, buf: &mut Buffer) {
    let Some(entry) = answer.entry() else {
        let chosen = answer.shaded().map(|shaded| shaded.region);
        let Some(part) = answer.shading.part_year.iter().find(|part| Some(part.region) == chosen) else {
            put(buf, line.x, line.y, line.width, look.words.map.no_data, look.theme.pane.empty);
            return;
        };
        let used = put(buf, line.x, line.y, line.width, look.words.map.part_year, look.theme.pane.empty) + 1;
        let rest = Rect { x: line.x + used, width: line.width.saturating_sub(used), ..line };
        let used = put_written(&Written::of(&part.reading, look), look, rest, buf) + 1;
        let room = rest.width.saturating_sub(used);
        put(buf, rest.x + used, line.y, room, &period(part.reading.period), look.theme.figure.aside);
        return;
    };
    let written = Written::in_unit(&entry.reading, Some(entry.value), &answer.shading.unit, look);
    let used = put_written(&written, look, line, buf);
    let time = period(entry.reading.period);
    put(buf, line.x + used + 1, line.y, line.width.saturating_sub(used + 1), &time, look.theme.figure.aside);
}

/// Puts tag, sign, number, unit and the mark of a doubt; returns the cells they took.
fn put_written(written: &Written, look: &Look, line: Rect, buf: &mut Buffer) -> u16 {
    let pieces: [(&str, Style); 6] = [
        (written.tag, written.style),
        (if written.tag.is_empty() { "" } else { " " }, written.style),
        (written.sign, written.style),
        (&written.number, written.style),
        (written.unit, look.theme.figure.unit),
        (written.mark, look.theme.figure.doubt),
    ];
    put_all(buf, line.x, line.y, line.width, &pieces)
}

/// The lines of an area from the top.
struct Lines {
    area: Rect,
    y: u16,
}

impl Lines {
    fn next(&mut self) -> Option<Rect> {
        let line = Rect { y: self.y, height: 1, ..self.area };
        self.y += 1;
        (line.y < self.area.bottom()).then_some(line)
    }

    fn skip(&mut self, lines: u16) {
        self.y += lines;
    }
}
