//! Text → figures and problems; pure: no file, clock, environment or output.
//!
//! The way of a document: [`text`] cuts it into blocks, [`opening`] finds whose report it is and when it
//! was given, [`section`] follows the headings, [`read`] takes each sentence: [`number`] finds the
//! numbers, [`lead`] reads the words before them, [`rules`] say what they measure, [`subject`] and
//! [`name`] of what, [`context`] when, where and with what standing.

mod chars;
mod comparison;
mod context;
mod damage;
mod doubt;
mod family;
mod language;
mod lead;
mod name;
mod number;
mod opening;
mod phrase;
mod places;
mod read;
mod rules;
mod section;
mod sentence;
mod subject;
mod text;
mod threshold;
mod time;
mod unit;
mod words;
mod years;
mod zone;

use std::sync::Arc;

use self::section::Section;

pub use self::{
    family::{Families, Family},
    rules::Rule,
};
use crate::model::{Catalogue, Document, Figure, Gazetteer};

/// Names this reading: the version of the program and a fingerprint of its rules and tables (`build.rs`). The
/// same reading of the same document gives the same figures.
pub const READING: &str = concat!(env!("CARGO_PKG_VERSION"), "-", env!("XIANZHI_READING"));

/// Something that was seen and not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// First character.
    pub start: u32,
    /// The character after the last.
    pub end: u32,
    /// Line of the document, from 1.
    pub paragraph: u32,
    /// What kind.
    pub kind: ProblemKind,
    /// The characters themselves.
    pub text: String,
}

/// Why something was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProblemKind {
    /// Digits of a number are lost.
    DamagedNumber,
    /// A number with a unit of which nothing tells what it measures.
    NoMetric,
    /// A bare number, which measures nothing: part of a name or a slogan.
    NoUnit,
    /// A number that helps to name what another counts: 500万元以上项目.
    NamesAnother,
    /// 第一 without a word of placing or a group: it numbers a thing.
    Ordinal,
    /// What was told before cannot be told in this unit.
    OtherUnit,
    /// A list with fewer members than numbers.
    ListShort,
    /// Nothing tells the region that the document reports on.
    NoRegion,
}

/// What a document holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extraction {
    /// Figures in the order of the text.
    pub figures: Vec<Figure>,
    /// The rule that read each of them, in the same order.
    pub rules: Vec<Rule>,
    /// What was seen and not read, in the order of the text.
    pub problems: Vec<Problem>,
}

/// Reads figures out of documents. Made once; holds the lexicon of regions and metrics.
#[derive(Debug)]
pub struct Extractor {
    places: places::Places,
    names: name::Names,
    without: Families,
}

/// The number and unit at bytes `start` to `end` of a paragraph, where they are one number whole and its unit and
/// nothing else: no part of another number, no range, nothing damaged.
#[must_use]
pub fn number_at(paragraph: &str, start: usize, end: usize) -> Option<(f64, String)> {
    let text = paragraph.get(start..end)?;
    // A minus outside would be lost.
    if paragraph[..start].ends_with(['-', '−', '－']) {
        return None;
    }
    let mut numbers = number::scan(paragraph).into_iter();
    let found = numbers.find(|found| (found.start, found.end) == (start, end) && !found.more)?;
    let number::Shape::Plain(value) = found.shape else { return None };
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-'));
    (digits.len() < text.len() && digits.trim() == found.unit).then_some((value, found.unit))
}

impl Extractor {
    /// Makes the names of regions and metrics ready for look-up.
    #[must_use]
    pub fn new(gazetteer: &Arc<Gazetteer>, catalogue: &Catalogue) -> Self {
        Self {
            places: places::Places::new(Arc::clone(gazetteer)),
            names: name::Names::new(catalogue),
            without: Families::default(),
        }
    }

    /// Makes no use of some families, to see what they contribute.
    #[must_use]
    pub fn without(self, families: Families) -> Self {
        Self { without: families, ..self }
    }

    /// Reads one document. Never panics; time is linear in the length of the text.
    #[must_use]
    pub fn read(&self, document: &Document) -> Extraction {
        let text = document.text.as_str();
        let blocks = text::blocks(text);
        let opening = opening::read(&blocks, &self.places);
        let damage = damage::extent(blocks.iter().map(|block| block.text.as_str()));
        let mut section = Section::first(opening);
        let mut out = Extraction::default();
        let (mut figures, mut problems) = (Position::new(text), Position::new(text));
        if opening.region.is_none() && !blocks.is_empty() {
            out.problems.push(Problem {
                start: 0,
                end: 0,
                paragraph: 1,
                kind: ProblemKind::NoRegion,
                text: String::new(),
            });
        }
        for block in blocks.iter().filter(|block| block.kind != text::BlockKind::Meta) {
            if block.kind == text::BlockKind::Heading {
                section = self.below(section, block, opening);
            } else {
                section = section.within(&block.text, opening.anchor);
            }
            let (names, places, without) = (&self.names, &self.places, self.without);
            let scene = read::Scene { names, places, opening, section, without, damage };
            let (drafts, unread) = read::read(block, &scene);
            for draft in drafts {
                let (from, to) = block.source(text, draft.start, draft.end);
                out.rules.push(draft.rule);
                out.figures.push(self.figure(document, draft, figures.of(from, to), &text[from..to]));
            }
            for read::Unread { start, end, kind } in unread {
                let (from, to) = block.source(text, start, end);
                let (start, end, paragraph) = problems.of(from, to);
                out.problems.push(Problem { start, end, paragraph, kind, text: text[from..to].to_owned() });
            }
            section = section.after(&block.text);
        }
        out
    }

    /// What holds below a heading.
    fn below(&self, section: Section, heading: &text::Block, opening: opening::Opening) -> Section {
        let mut below = section.below(heading, opening, &self.places);
        if self.without.contains(Family::HeadingRegion) {
            below.region = section.region;
        }
        if self.without.contains(Family::HeadingTime) {
            (below.span, below.status, below.years) = (section.span, section.status, section.years);
        }
        below
    }

    fn figure(
        &self,
        document: &Document,
        draft: read::Draft,
        (start, end, paragraph): (u32, u32, u32),
        text: &str,
    ) -> Figure {
        Figure {
            doc: document.source.id.clone(),
            start,
            end,
            paragraph,
            text: text.to_owned(),
            region: draft.region.map(|region| self.places.name(region).to_owned()),
            region_code: draft.region,
            metric: draft.name.key,
            name: draft.name.text,
            measure: draft.measure,
            value: draft.value,
            unit: draft.unit,
            bound: draft.bound,
            period: draft.period,
            status: draft.status,
            scope: draft.scope,
            base: draft.base,
            doubt: draft.doubt,
            flag: draft.flag,
            review: None,
        }
    }
}

/// Counts characters and lines up to bytes that are asked for in ascending order.
struct Position<'a> {
    text: &'a str,
    byte: usize,
    character: u32,
    line: u32,
}

impl<'a> Position<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, byte: 0, character: 0, line: 1 }
    }

    fn advance(&mut self, byte: usize) {
        if byte < self.byte {
            *self = Self::new(self.text);
        }
        let passed = &self.text[self.byte..byte];
        self.character += passed.chars().count() as u32;
        self.line += passed.bytes().filter(|b| *b == b'\n').count() as u32;
        self.byte = byte;
    }

    /// First character, the one after the last, and the line of the first.
    fn of(&mut self, from: usize, to: usize) -> (u32, u32, u32) {
        self.advance(from);
        let (start, line) = (self.character, self.line);
        let end = start + self.text[from..to].chars().count() as u32;
        (start, end, line)
    }
}
