//! Draws the chosen finding explained: what is wrong, the arithmetic line by line, each figure with where it stands.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{Answer, State, view::capital};
use crate::{
    export::{finding_steps, kind_label, kind_sentence, severity_label},
    model::{Doubts, Measure},
    query::{Finding, Reading},
    tui::{
        look::Look,
        widgets::{
            flow::wrap,
            frame::Frame,
            text::{put, put_right, width},
        },
        writing::{Written, is_place, label, period, put_place},
    },
};

/// Draws the explanation into `area`.
pub(super) fn draw(state: &State, answer: &Answer, look: &Look, area: Rect, buf: &mut Buffer) {
    let Some(kind) = state.kind(answer) else {
        Frame::default().draw(look.theme, area, buf);
        return;
    };
    let title = capital(kind_label(kind, look.lang));
    let remark = severity_label(kind.severity(), look.lang);
    let inner = Frame { title: &title, remark, focused: false }.draw(look.theme, area, buf);
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let mut page = Page { look, area: inner, y: inner.y };
    if let Some(finding) = state.selected(answer) {
        if finding.reckoning.is_some() {
            for step in finding_steps(look.atlas, finding, look.lang) {
                page.text(&step, look.theme.audit.step, buf);
            }
            page.gap();
        }
        page.figures(finding, state.figure, buf);
        page.gap();
    }
    page.text(kind_sentence(kind, look.lang), look.theme.pane.empty, buf);
}

/// Lines from the top of an area.
struct Page<'a> {
    look: &'a Look<'a>,
    area: Rect,
    y: u16,
}

impl Page<'_> {
    fn left(&self) -> u16 {
        self.area.bottom().saturating_sub(self.y)
    }

    /// A blank line, where there is room to spare.
    fn gap(&mut self) {
        if self.area.height > 10 {
            self.y += 1;
        }
    }

    fn text(&mut self, text: &str, style: ratatui::style::Style, buf: &mut Buffer) {
        for line in wrap(text, self.area.width).iter().take(self.left().into()) {
            put(buf, self.area.x, self.y, self.area.width, line, style);
            self.y += 1;
        }
    }

    /// The figures, each with its value as written and below it the document; the chosen one in sight.
    fn figures(&mut self, finding: &Finding, chosen: usize, buf: &mut Buffer) {
        let each = if self.left() >= 4 { 2 } else { 1 };
        let fit = usize::from(self.left() / each).max(1);
        let first = chosen.saturating_sub(fit.saturating_sub(1)).min(finding.figures.len().saturating_sub(fit));
        for (place, id) in finding.figures.iter().enumerate().skip(first).take(fit) {
            if self.left() == 0 {
                break;
            }
            let reading = Reading::of(self.look.atlas, *id);
            let line = Rect { y: self.y, height: 1, ..self.area };
            if place == chosen {
                let whole = Rect { x: line.x.saturating_sub(1), width: line.width + 2, ..line };
                buf.set_style(whole, self.look.theme.pane.cursor_idle);
            }
            self.figure(finding, &reading, line, buf);
            self.y += 1;
            if each == 2 && self.left() > 0 {
                self.source(&reading, buf);
                self.y += 1;
            }
        }
    }

    /// Whose, what, when at the left, the value as written at the right.
    fn figure(&self, finding: &Finding, reading: &Reading, line: Rect, buf: &mut Buffer) {
        let look = self.look;
        let styles = &look.theme.figure;
        let figure = look.atlas.figure(reading.id);
        let written = Written::of(reading, look);
        let doubt = width(written.mark);
        let is_place = is_place(reading.measure);
        let group = match reading.measure {
            Measure::Rank => reading.scope.as_deref().map_or(0, width),
            Measure::GrowthRank => reading.scope.as_deref().map_or(0, width) + width(look.words.by_growth),
            _ => 0,
        };
        let value = (written.width() + group).min(line.width / 2);
        let at = line.right().saturating_sub(value + doubt);
        if is_place {
            put_place(buf, at, line.y, value + doubt, reading, look);
        } else {
            written.put_right(buf, at, line.y, value, look);
        }
        let region = if figure.region() == finding.region { "" } else { look.region_short(figure.region()) };
        let measure = label(reading.measure, look.lang);
        let measure = if is_place { "" } else { measure };
        let mut x = line.x;
        let time = period(reading.period);
        // A name is shortened so that what is told of it, and when, stays in sight.
        let behind = [measure, &time].iter().map(|text| width(text) + u16::from(!text.is_empty())).sum::<u16>();
        let room = at.saturating_sub(x + 1 + behind);
        // Another region's figure is of the same metric.
        let metric = if region.is_empty() { look.metric_in(figure.metric(), room) } else { "".into() };
        let pieces = [
            (region.to_owned(), styles.metric),
            (metric.into_owned(), styles.metric),
            (measure.to_owned(), styles.unit),
            (time, styles.aside),
        ];
        for (text, style) in pieces.iter().filter(|(text, _)| !text.is_empty()) {
            x += put(buf, x, line.y, at.saturating_sub(x + 1), text, *style) + 1;
        }
    }

    /// Document and date, and why the reading may be wrong.
    fn source(&self, reading: &Reading, buf: &mut Buffer) {
        let look = self.look;
        let source = &look.atlas.sources()[reading.source.0 as usize];
        let title = if source.title.is_empty() { &source.id } else { &source.title };
        let line = Rect { x: self.area.x + 2, width: self.area.width.saturating_sub(2), ..self.area };
        let doubts = doubts(reading.doubt, look);
        let used = if doubts.is_empty() {
            put_right(buf, line.x, self.y, line.width, &source.date, look.theme.evidence.origin)
        } else {
            let cells = width(&doubts).min(line.width / 2);
            put(buf, line.right() - cells, self.y, cells, &doubts, look.theme.figure.doubt)
        };
        let room = line.width.saturating_sub(used + 1);
        put(buf, line.x, self.y, room, title, look.theme.evidence.origin);
    }
}

fn doubts(doubts: Doubts, look: &Look) -> String {
    doubts.iter().map(|doubt| doubt.label(look.lang)).collect::<Vec<_>>().join(" · ")
}
