//! Draws what was read from the chosen figure, how to get a document that is not at hand, and the legend.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::{
    Page, State,
    ask::Kind,
    view::{draw_legend, legend_rows},
};
use crate::{
    model::{Status, correction::Entry},
    query::Reading,
    tui::{
        corrections::{about, sentence},
        look::Look,
        widgets::{
            flow::{Flow, wrap},
            frame::Frame,
            text::{put, width},
        },
        writing::{DOUBT, Written},
    },
};

/// Rows that the figure has at least before there is room for the legend.
const LEAST: u16 = 4;

/// The style in which a stretch of the text is lit.
pub(super) fn kind_style(kind: Kind, look: &Look) -> Style {
    let styles = &look.theme.reading;
    match kind {
        Kind::Level => styles.level,
        Kind::Growth => styles.growth,
        Kind::Place => styles.place,
        Kind::Share => styles.share,
        Kind::Change => styles.change,
        Kind::Plan => styles.plan,
        Kind::Damaged => styles.damaged,
        Kind::Rejected => styles.rejected,
    }
}

/// Draws the panel into `area`.
pub(super) fn draw(state: &State, page: &Page, look: &Look, area: Rect, buf: &mut Buffer) {
    let words = &look.words.sources;
    let inner = Frame { title: words.read, ..Frame::default() }.draw(look.theme, area, buf);
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let rows = legend_rows(look, inner.width);
    let legend = if page.text.is_some() && inner.height >= LEAST + rows { rows } else { 0 };
    let body = Rect { height: inner.height - legend, ..inner };
    if legend > 0 {
        draw_legend(look, Rect { y: body.bottom(), height: legend, ..inner }, buf);
    }
    let document = tell_document(page, look, body.width);
    let mut flow = Flow::new(body);
    if let Some(unread) = state.picked(page) {
        let text = page.text.as_ref().map_or("", |text| &text[unread.bytes.clone()]);
        flow.put(buf, text, look.theme.evidence.number);
        flow.end_line();
        match unread.rejected.map(|number| &page.corrections[number]) {
            Some(entry) => {
                flow.put(buf, &sentence(entry, look), look.theme.figure.metric);
                flow.end_line();
                flow.put(buf, look.words.correct.undo_brings_back, look.theme.pane.empty);
            }
            None => flow.put(buf, look.words.correct.enter_adds, look.theme.pane.empty),
        }
    } else if let Some(figure) = state.chosen(page) {
        tell_figure(&Reading::of(look.atlas, figure), &page.corrections, look, &mut flow, buf);
    }
    // What is told of the document stands at the bottom, as far as there is room.
    let room = body.height.saturating_sub(flow.lines() + 1);
    let shown = document.len().min(room.into());
    for (y, (line, style)) in (body.bottom() - shown as u16..).zip(&document[..shown]) {
        put(buf, body.x, y, body.width, line, *style);
    }
}

/// All that is told of a figure, a line each; what is told stands below each other behind what it is.
fn tell_figure(reading: &Reading, corrections: &[Entry], look: &Look, flow: &mut Flow, buf: &mut Buffer) {
    let words = &look.words.sources;
    let figure = look.atlas.figure(reading.id);
    let styles = &look.theme.figure;
    flow.put(buf, look.metric(figure.metric()), look.theme.pane.heading);
    if figure.name() != look.atlas.metric_name(figure.metric()) {
        flow.put(buf, &format!(" ({})", figure.name()), styles.aside);
    }
    flow.end_line();
    let source = &look.atlas.sources()[figure.source().0 as usize];
    for entry in about(corrections, &figure.to_figure(), &source.hash).into_iter().rev() {
        flow.put(buf, &sentence(entry, look), styles.metric);
        flow.end_line();
    }
    let written = Written::of(reading, look);
    let value = format!("{}{}{}{}", written.sign, written.number, written.unit, written.mark);
    let status = if reading.status == Status::Actual { "" } else { reading.status.label(look.lang) };
    let region = format!("{} {}", look.parent(figure.region()), look.region(figure.region()));
    // From one year or month to another: there is room for all of both.
    let time = reading.period.map_or_else(|| words.untold.to_owned(), |period| period.to_string().replace('/', "–"));
    let base = match reading.base.as_deref() {
        Some("yoy") | None => "",
        Some("avg") => look.words.average,
        Some(base) => base,
    };
    // What is written as it is read needs no line of its own.
    let text = figure.text();
    let text = if text == format!("{}{}", written.number, written.unit) { "" } else { text.as_str() };
    let (start, end) = figure.span();
    let position = look.words.position(figure.paragraph(), start + 1, end);
    let position = if figure.paragraph() > 0 { position.as_str() } else { "" };
    let facts = [
        (reading.measure.label(look.lang), value.as_str(), written.style),
        (words.written, text, styles.metric),
        (words.status, status, written.style),
        (look.words.region, region.trim_start(), styles.metric),
        (words.time, &time, styles.metric),
        (words.scope, reading.scope.as_deref().unwrap_or_default(), styles.metric),
        (words.base, base, styles.metric),
        (words.position, position, styles.aside),
    ];
    let widest = facts.iter().map(|(name, ..)| width(name)).max().unwrap_or_default();
    for (name, fact, style) in facts.into_iter().filter(|(_, fact, _)| !fact.is_empty()) {
        let gap = " ".repeat(usize::from(widest - width(name) + 2));
        flow.put(buf, &format!("{name}{gap}"), look.theme.figure.aside);
        flow.put(buf, fact, style);
        flow.end_line();
    }
    for doubt in reading.doubt.iter() {
        flow.put(buf, &format!("{DOUBT} {}", doubt.sentence(look.lang)), styles.doubt);
        flow.end_line();
    }
}

/// What is wrong with the document, how to get one that is not at hand, and where it comes from.
fn tell_document(page: &Page, look: &Look, cells: u16) -> Vec<(String, Style)> {
    let source = &look.atlas.sources()[page.source.0 as usize];
    let styles = &look.theme.evidence;
    let mut told: Vec<(String, Style)> = Vec::new();
    let mut tell = |text: &str, style: Style| told.extend(wrap(text, cells).into_iter().map(|line| (line, style)));
    if page.text.is_none() {
        let quoted = page.figures.iter().all(|id| look.atlas.figure(*id).paragraph() == 0);
        let words = if quoted { look.words.sources.printed } else { look.words.no_document };
        tell(words, look.theme.pane.empty);
    }
    for notice in &page.notices {
        tell(notice, look.theme.figure.damaged);
    }
    let origin = [source.publisher.as_str(), source.date.as_str(), source.id.as_str()];
    tell(&origin.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · "), styles.origin);
    // An address has no words: it goes on where the line ends.
    let address: Vec<char> = source.url.chars().collect();
    told.extend(address.chunks(cells.max(1).into()).map(|line| (line.iter().collect(), styles.origin)));
    told
}
