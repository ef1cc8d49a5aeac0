//! A document with the stretches of its text that figures were read from.

use std::ops::Range;

use super::{
    State,
    unread::{Unread, unread},
};
use crate::{
    index::{Atlas, FigureId, FigureRef, SourceId},
    model::{
        Document, Measure, Status, Value,
        correction::{Deed, Entry, Standing},
    },
    tui::{widgets::typeset::Whole, writing},
};

/// Asks for a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Question {
    source: SourceId,
}

/// A document.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) source: SourceId,
    /// Its text, when it is at hand.
    pub(crate) text: Option<String>,
    /// Its figures, in the order of the text; several may stand at one place.
    pub(crate) figures: Vec<FigureId>,
    /// The lit stretches of the text; they ascend and do not overlap.
    pub(crate) lit: Vec<Lit>,
    /// Of each figure, the place of its stretch in `lit`.
    pub(crate) places: Vec<Option<usize>>,
    /// The numbers of the text that nothing was read from, or that are rejected, in its order.
    pub(crate) unread: Vec<Unread>,
    /// What could not be read of it.
    pub(crate) notices: Vec<String>,
    /// What people made of its figures.
    pub(crate) corrections: Vec<Entry>,
}

/// A lit stretch of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Lit {
    /// In bytes.
    pub(crate) bytes: Range<usize>,
    pub(crate) kind: Kind,
    /// The mark behind it: of a doubt, of what a person made of it, or that digits are lost.
    pub(crate) mark: Option<char>,
}

/// What a stretch of the text tells, as far as it is lit otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Level,
    Growth,
    Place,
    Share,
    /// A change, a gap, a multiple.
    Change,
    /// Aimed at or expected, whatever is told.
    Plan,
    Damaged,
    /// A person said that it tells no figure.
    Rejected,
}

impl Kind {
    /// Those of figures, in the order of the legend.
    pub(crate) const ALL: [Self; 7] =
        [Self::Level, Self::Growth, Self::Place, Self::Share, Self::Change, Self::Plan, Self::Damaged];

    fn of(figure: FigureRef<'_>) -> Self {
        if figure.flag().is_some() {
            return Self::Damaged;
        }
        if figure.status() != Status::Actual {
            return Self::Plan;
        }
        match figure.measure() {
            Measure::Level => Self::Level,
            Measure::Growth => Self::Growth,
            Measure::Rank | Measure::GrowthRank => Self::Place,
            Measure::Share => Self::Share,
            Measure::Change | Measure::Gap | Measure::Multiple => Self::Change,
        }
    }
}

/// The mark behind the stretch of a figure: of a doubt, of what a person made of it, or that digits are lost.
fn mark(figure: FigureRef<'_>) -> Option<char> {
    match figure.flag() {
        Some(_) => Some('!'),
        None => writing::mark(figure.doubt(), figure.review()).chars().next(),
    }
}

impl Question {
    /// The document that is open, if one is.
    pub(crate) fn of(state: &State) -> Option<Self> {
        state.source().map(|source| Self { source })
    }

    /// Answers; `document` gives the document of a source's id, if it is at hand.
    pub(crate) fn ask<'d>(
        self,
        atlas: &Atlas,
        document: impl FnOnce(&str) -> Option<&'d Document>,
        (notices, corrections): (&[String], &[Entry]),
    ) -> Page {
        let id = atlas.sources()[self.source.0 as usize].id.as_str();
        let figures: Vec<FigureId> = atlas.source_figures(self.source).collect();
        let text = document(id).map(|document| document.text.clone());
        let (mut lit, mut places) = match &text {
            Some(text) => light(atlas, &figures, text),
            None => (Vec::new(), vec![None; figures.len()]),
        };
        let hash = atlas.sources()[self.source.0 as usize].hash.as_str();
        let of_page = |entry: &&Entry| {
            let anchor = entry.act.deed.anchor();
            anchor.is_some_and(|on| on.figure.doc == id || (!hash.is_empty() && on.hash == hash))
        };
        let corrections: Vec<Entry> = corrections.iter().filter(of_page).cloned().collect();
        let mut unread = text.as_ref().map_or_else(Vec::new, |text| unread(text, &lit, &units(atlas, &figures)));
        if let Some(text) = &text {
            strike(text, &corrections, (&mut lit, &mut places), &mut unread);
        }
        let notices = notices.iter().filter(|notice| is_about(notice, id)).cloned().collect();
        Page { source: self.source, text, figures, lit, places, unread, notices, corrections }
    }
}

impl Page {
    /// The stretches that lines do not break.
    pub(crate) fn wholes(&self) -> Vec<Whole> {
        let whole = |lit: &Lit| Whole { bytes: lit.bytes.clone(), mark: u16::from(lit.mark.is_some()) };
        self.lit.iter().map(whole).collect()
    }

    /// The first byte of a figure in the text.
    pub(crate) fn byte(&self, figure: usize) -> Option<usize> {
        Some(self.lit[(*self.places.get(figure)?)?].bytes.start)
    }
}

/// The units of the catalogue and of the figures of a document.
fn units<'a>(atlas: &'a Atlas, figures: &[FigureId]) -> Vec<&'a str> {
    let of_catalogue = atlas.catalogue().metrics().iter().map(|metric| metric.unit.as_str());
    let of_document = figures.iter().map(|id| atlas.figure(*id).unit());
    let mut units: Vec<_> = of_catalogue.chain(of_document).filter(|unit| !unit.is_empty()).collect();
    units.sort_unstable();
    units.dedup();
    units
}

/// Whether a notice, which begins with a path, is about the document.
fn is_about(notice: &str, id: &str) -> bool {
    let path = notice.split(':').next().unwrap_or_default();
    path.rsplit(['/', '\\']).next() == Some(id)
}

/// Lights what is rejected and told by no figure, and puts it among what can be picked.
fn strike(
    text: &str,
    corrections: &[Entry],
    (lit, places): (&mut Vec<Lit>, &mut [Option<usize>]),
    unread: &mut Vec<Unread>,
) {
    let byte = |character: u32| text.char_indices().nth(character as usize).map_or(text.len(), |(at, _)| at);
    for (number, entry) in corrections.iter().enumerate() {
        let Deed::Reject(on) = &entry.act.deed else { continue };
        let (start, end) = match entry.standing {
            Standing::Applied => (on.figure.start, on.figure.end),
            Standing::Reanchored { start, end } => (start, end),
            _ => continue,
        };
        let bytes = byte(start)..byte(end);
        let place = lit.partition_point(|lit| lit.bytes.end <= bytes.start);
        if bytes.is_empty() || lit.get(place).is_some_and(|lit| lit.bytes.start < bytes.end) {
            continue;
        }
        for later in places.iter_mut().flatten().filter(|later| **later >= place) {
            *later += 1;
        }
        lit.insert(place, Lit { bytes: bytes.clone(), kind: Kind::Rejected, mark: writing::REJECTED.chars().next() });
        unread.retain(|unread| unread.bytes.end <= bytes.start || bytes.end <= unread.bytes.start);
        let place = unread.partition_point(|unread| unread.bytes.end <= bytes.start);
        let figure = &on.figure;
        let digits = match &figure.value {
            Some(Value::Number(number)) => number.to_string(),
            _ => String::new(),
        };
        let rejected = Some(number);
        unread.insert(place, Unread { bytes, number: digits, unit: figure.unit.clone(), rejected });
    }
}

/// The stretches of the figures, and of each figure the place of its own.
fn light(atlas: &Atlas, figures: &[FigureId], text: &str) -> (Vec<Lit>, Vec<Option<usize>>) {
    // Figures ascend by their first character: the text is walked through once.
    let mut walk = text.char_indices().map(|(at, _)| at).chain([text.len()]).enumerate().peekable();
    let mut lit: Vec<Lit> = Vec::new();
    let mut places = Vec::with_capacity(figures.len());
    for figure in figures.iter().map(|id| atlas.figure(*id)) {
        let (start, end) = figure.span();
        while walk.next_if(|(character, _)| *character < start as usize).is_some() {}
        let first = walk.peek().filter(|(character, _)| *character == start as usize && start < end);
        let Some(&(_, from)) = first else {
            places.push(None);
            continue;
        };
        let length = text[from..].char_indices().nth((end - start) as usize).map_or(text.len() - from, |(at, _)| at);
        let mark = mark(figure);
        match lit.last_mut().filter(|last| from < last.bytes.end) {
            Some(last) => {
                last.bytes.end = last.bytes.end.max(from + length);
                // A doubt is told before anything else.
                last.mark = if mark == writing::DOUBT.chars().next() { mark } else { last.mark.or(mark) };
            }
            None => lit.push(Lit { bytes: from..from + length, kind: Kind::of(figure), mark }),
        }
        places.push(Some(lit.len() - 1));
    }
    (lit, places)
}
