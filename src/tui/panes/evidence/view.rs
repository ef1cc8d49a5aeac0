//! Draws the sentence with its number lit, and where it stands.

use ratatui::{buffer::Buffer, layout::Rect};

use super::state::Evidence;
use crate::{
    model::Doubts,
    tui::{
        corrections::sentence,
        look::Look,
        widgets::{
            flow::{Flow, Piece, wrap},
            frame::Frame,
            text::{put, width},
        },
        writing::DOUBT,
    },
};

/// Draws the evidence of the chosen figure into `area`.
pub(crate) fn draw(evidence: Option<&Evidence>, look: &Look, area: Rect, buf: &mut Buffer) {
    let frame = Frame { title: look.words.evidence, ..Frame::default() };
    let inner = frame.draw(look.theme, area, buf);
    let Some(evidence) = evidence else {
        put(
            buf,
            inner.x + 1,
            inner.y,
            if inner.is_empty() { 0 } else { inner.width - 1 },
            look.words.no_cell,
            look.theme.pane.empty,
        );
        return;
    };
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let origin = unfolded(origin(evidence, look, inner.width, inner.height), evidence, inner);
    let foot = inner.height.saturating_sub(origin.len() as u16);
    let mut doubt = doubt(evidence.doubt, look, inner.width, foot / 2);
    let acts = evidence.acts.iter().rev().flat_map(|entry| wrap(&sentence(entry, look), inner.width));
    doubt.extend(acts.take(usize::from(foot * 2 / 3).saturating_sub(doubt.len())));
    let room = foot - doubt.len() as u16;
    let text = Rect { height: room, ..inner };
    if let Some(excerpt) = &evidence.excerpt {
        excerpt.draw(look.theme, text, buf);
    } else {
        let why = match evidence.paragraph {
            0 if !evidence.cell.is_empty() => format!("{}{}", look.words.in_table, reads(evidence, look)),
            0 => look.words.no_prose.to_owned(),
            _ => look.words.no_document.to_owned(),
        };
        let mut flow = Flow::new(text);
        flow.put(buf, &why, look.theme.pane.empty);
        flow.end_line();
        let url = &evidence.source.url;
        // An address that is cut leads nowhere.
        if flow.lines() + wrap(url, text.width).len() as u16 <= text.height {
            flow.put_all(buf, &[Piece { text: url, style: look.theme.evidence.origin, whole: true }]);
        }
    }
    let doubt = doubt.iter().map(|line| (line, look.theme.figure.doubt));
    let lines = doubt.chain(origin.iter().map(|line| (line, look.theme.evidence.origin)));
    for (y, (line, style)) in (inner.y + room..inner.bottom()).zip(lines) {
        put(buf, inner.x, y, inner.width, line, style);
    }
}

/// What a cell was read as: `长垣市 · 地区生产总值 · 2024`.
fn reads(evidence: &Evidence, look: &Look) -> String {
    let period = evidence.period.map(|period| period.to_string());
    let told = [Some(look.region(evidence.region)), Some(look.metric(evidence.metric)), period.as_deref()];
    told.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Why the reading may be wrong: in sentences where there is room, else in a few words.
fn doubt(doubts: Doubts, look: &Look, cells: u16, lines: u16) -> Vec<String> {
    if doubts.is_empty() || lines == 0 {
        return Vec::new();
    }
    let sentences = doubts.iter().flat_map(|doubt| wrap(&format!("{DOUBT} {}", doubt.sentence(look.lang)), cells));
    let sentences = sentences.collect::<Vec<_>>();
    if sentences.len() <= usize::from(lines) {
        return sentences;
    }
    let labels = doubts.iter().map(|doubt| doubt.label(look.lang)).collect::<Vec<_>>();
    wrap(&format!("{DOUBT} {}", labels.join(" · ")), cells).into_iter().take(lines.into()).collect()
}

/// Where the figure stands: in one line where there is little room, else document, position, publisher.
fn origin(evidence: &Evidence, look: &Look, cells: u16, lines: u16) -> Vec<String> {
    let source = &evidence.source;
    // A workbook has the title of its first table, which need not be that of the cell: its name finds it.
    let title = if source.title.is_empty() || !evidence.cell.is_empty() { &source.id } else { &source.title };
    let publisher = [source.publisher.as_str(), source.date.as_str()];
    let publisher = publisher.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
    let position = position(evidence, look);
    let join = |parts: &[&str]| parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let whole = join(&[title, &position, &publisher]);
    if width(&whole) <= cells || lines < 5 {
        return vec![whole];
    }
    let rest = join(&[&position, &publisher]);
    if width(&rest) <= cells || lines < 7 {
        return vec![title.clone(), rest];
    }
    vec![title.clone(), position, publisher]
}

/// The lines of the origin, broken rather than cut where the sentence leaves room for that.
fn unfolded(origin: Vec<String>, evidence: &Evidence, area: Rect) -> Vec<String> {
    let broken: Vec<_> = origin.iter().flat_map(|line| wrap(line, area.width)).collect();
    // Half of the room goes to the doubts; a line breaks before it is full.
    let text = evidence.excerpt.as_ref().map_or(2, |excerpt| usize::from(excerpt.lines(area.width)) + 1);
    let told = !evidence.doubt.is_empty() || !evidence.acts.is_empty();
    let doubts = if told { usize::from(area.height / 2) } else { 0 };
    if broken.len() + text + doubts <= usize::from(area.height) { broken } else { origin }
}

fn position(evidence: &Evidence, look: &Look) -> String {
    if evidence.paragraph == 0 {
        return evidence.cell.clone();
    }
    let (first, last) = evidence.span;
    // Characters are counted from 1 for people, as paragraphs are.
    look.words.position(evidence.paragraph, first + 1, last)
}
