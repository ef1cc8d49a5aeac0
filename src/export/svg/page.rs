//! The page of a picture: title, sources, and text, lines and areas on it.

use std::{borrow::Cow, fmt::Write as _};

use svg::{
    Document, Node as _,
    node::element::{Circle, Group, Line, Path, Rectangle, Text, Title},
};
use unicode_width::UnicodeWidthStr as _;

use crate::{
    index::{Atlas, SourceId},
    model::Language,
};

/// The names under which systems have a typeface with Chinese characters.
const FONTS: &str = "'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', \
                     'WenQuanYi Zen Hei', 'Noto Sans', sans-serif";
/// Sizes of text.
pub(super) const TITLE: f64 = 20.0;
pub(super) const TEXT: f64 = 13.0;
pub(super) const SMALL: f64 = 11.0;
/// Text, what is said beside it, and rules.
pub(super) const INK: &str = "#1f2933";
pub(super) const QUIET: &str = "#667085";
pub(super) const RULE: &str = "#d5dae1";
/// The one that is to be seen, and those beside it.
pub(super) const LIT: &str = "#0b61a4";
pub(super) const OTHER: &str = "#9db8d2";
/// Around everything.
pub(super) const MARGIN: f64 = 24.0;
/// Below the title.
pub(super) const TOP: f64 = 84.0;
/// Above the last line.
pub(super) const BOTTOM: f64 = 48.0;
/// Sources that are named; of more only the number is told.
const NAMED: usize = 3;

/// Which point of a text is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// The page of a picture.
pub(super) struct Page {
    document: Document,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Page {
    /// An empty page with a title, and a line below it that tells what is shown.
    pub(super) fn new(width: f64, height: f64, title: &str, shown: &str) -> Self {
        let ground = Rectangle::new().set("width", width).set("height", height).set("fill", "#ffffff");
        let document = Document::new()
            .set("viewBox", (0, 0, width, height))
            .set("width", width)
            .set("height", height)
            .set("font-family", FONTS)
            .add(Title::new(clean(title)))
            .add(ground);
        let mut page = Self { document, width, height };
        let title = fitted(title, TITLE, width - 2.0 * MARGIN);
        page.add(text(MARGIN, MARGIN + TITLE, TITLE, INK, Anchor::Start, &title).set("font-weight", "bold"));
        page.text(MARGIN, MARGIN + TITLE + 22.0, TEXT, QUIET, Anchor::Start, shown);
        page
    }

    pub(super) fn add(&mut self, node: impl svg::Node) {
        self.document.append(node);
    }

    pub(super) fn text(&mut self, x: f64, y: f64, size: f64, colour: &str, anchor: Anchor, words: &str) {
        self.add(text(x, y, size, colour, anchor, words));
    }

    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), colour: &str) {
        let line = Line::new().set("x1", at(from.0)).set("y1", at(from.1)).set("x2", at(to.0)).set("y2", at(to.1));
        self.add(line.set("stroke", colour));
    }

    /// A bar from `x` on that is `length` long, to the left for a negative length.
    pub(super) fn bar(&mut self, x: f64, y: f64, length: f64, height: f64, colour: &str) {
        let bar = Rectangle::new().set("x", at(x.min(x + length))).set("y", at(y));
        self.add(bar.set("width", at(length.abs())).set("height", at(height)).set("fill", colour));
    }

    /// Names the sources in the last line and gives the picture as text.
    pub(super) fn finish(mut self, sources: &str) -> String {
        let (width, y) = (self.width, self.height - MARGIN / 2.0 - 4.0);
        let room = width - 2.0 * MARGIN - 80.0;
        self.text(MARGIN, y, SMALL, QUIET, Anchor::Start, &fitted(sources, SMALL, room));
        self.text(width - MARGIN, y, SMALL, QUIET, Anchor::End, "xianzhi 县志");
        self.document.to_string() + "\n"
    }
}

/// A text; what no XML may hold becomes a blank.
pub(super) fn text(x: f64, y: f64, size: f64, colour: &str, anchor: Anchor, words: &str) -> Text {
    let anchor = match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let text = Text::new(clean(words)).set("x", at(x)).set("y", at(y)).set("font-size", size);
    text.set("fill", colour).set("text-anchor", anchor)
}

/// A path along points; closed it is an area.
pub(super) fn path(points: impl IntoIterator<Item = (f64, f64)>, closed: bool) -> Path {
    let mut along = String::new();
    for (x, y) in points {
        let step = if along.is_empty() { 'M' } else { 'L' };
        let _ = write!(along, "{step}{} {}", at(x), at(y));
    }
    Path::new().set("d", if closed { along + "Z" } else { along })
}

/// A mark at a point: full for what was read, hollow for what was computed or is planned.
pub(super) fn mark(x: f64, y: f64, colour: &str, full: bool) -> Circle {
    let mark = Circle::new().set("cx", at(x)).set("cy", at(y)).set("r", 3.2);
    mark.set("fill", if full { colour } else { "#ffffff" }).set("stroke", colour).set("stroke-width", 1.6)
}

/// What a pointer that rests on a part of the picture is told.
pub(super) fn told(part: impl svg::Node, words: &str) -> Group {
    Group::new().add(Title::new(clean(words))).add(part)
}

/// A coordinate to a hundredth, which is less than can be seen.
pub(super) fn at(coordinate: f64) -> f64 {
    (coordinate * 100.0).round() / 100.0
}

/// About how wide a text is: a Chinese character is as wide as it is high, a Latin one half of it and
/// a bit.
pub(super) fn width(words: &str, size: f64) -> f64 {
    words.width() as f64 * size * 0.54
}

/// As much of a text as has room, with an ellipsis where something was cut.
pub(super) fn fitted(words: &str, size: f64, room: f64) -> Cow<'_, str> {
    if width(words, size) <= room {
        return words.into();
    }
    let mut kept = String::new();
    for character in words.chars() {
        kept.push(character);
        if width(&kept, size) > room - size {
            kept.pop();
            break;
        }
    }
    (kept + "…").into()
}

/// A number that was computed or brought to another unit, in few digits.
pub(super) fn short(number: f64) -> String {
    let decimals = match number.abs() {
        size if size >= 1000.0 => 0,
        size if size >= 100.0 => 1,
        _ => 2,
    };
    crate::export::number::rounded(number, decimals)
}

/// The sources of figures, those of most figures first.
pub(super) fn sources(atlas: &Atlas, of: impl Iterator<Item = SourceId>, language: Language) -> String {
    let mut counts: Vec<(SourceId, usize)> = Vec::new();
    for source in of {
        match counts.iter_mut().find(|(known, _)| *known == source) {
            Some((_, count)) => *count += 1,
            None => counts.push((source, 1)),
        }
    }
    counts.sort_by_key(|(source, count)| (std::cmp::Reverse(*count), *source));
    let name = |(id, _): &(SourceId, usize)| {
        let source = &atlas.sources()[id.0 as usize];
        if source.title.is_empty() { source.id.as_str() } else { source.title.as_str() }
    };
    let named: Vec<_> = counts.iter().take(NAMED).map(name).collect();
    let more = counts.len().saturating_sub(NAMED);
    let and = language.pick("；", "; ");
    let rest = match (more, language) {
        (0, _) => String::new(),
        (_, Language::Zh) => format!(" 等 {} 种", counts.len()),
        (more, Language::En) => format!(" and {more} more"),
    };
    if named.is_empty() {
        String::new()
    } else {
        format!("{}{}{rest}", language.pick("来源：", "Sources: "), named.join(and))
    }
}

/// Text without what XML forbids: control characters become blanks.
fn clean(words: &str) -> String {
    words.replace(char::is_control, " ")
}
