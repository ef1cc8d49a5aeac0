//! `xianzhi extract --explain`: a report with every number lit, and under each paragraph what was read of it.

mod marks;
mod styled;

use std::io::{self, Write};

use anstyle::Style;

use self::{marks::Mark, styled::Styled};
use crate::{
    export,
    extract::{Extraction, Rule},
    model::{Document, Figure, Language, Status},
};

/// Blanks before what is told of a paragraph.
const INDENT: usize = 4;

/// How a report is explained.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) language: Language,
    /// Cells of a line; `None` for lines that are never broken.
    pub(super) width: Option<u16>,
    /// Whether kinds are told by colours, beside the brackets and words.
    pub(super) colour: bool,
}

impl Page {
    /// Writes a report with what was read of it. A number that was read stands in square brackets with its
    /// place in the list under the paragraph, one that was not in curly ones.
    pub(super) fn write(&self, document: &Document, extraction: &Extraction, out: &mut dyn Write) -> io::Result<()> {
        let strong = Style::new().bold();
        self.line(0, &[(&document.source.id, strong), ("  ", strong), (self.legend(), Style::new().dimmed())], out)?;
        for problem in extraction.problems.iter().filter(|problem| problem.start == problem.end) {
            self.line(INDENT, &[(problem.kind.sentence(self.language), Style::new())], out)?;
        }
        let marks = marks::of(extraction);
        let mut marks = marks.as_slice();
        let mut start = 0;
        for line in document.text.split('\n') {
            let end = start + line.chars().count() as u32;
            // A number that is broken over two lines is lit in the first.
            let (own, rest) = marks.split_at(marks.partition_point(|mark| mark.span.start <= end));
            marks = rest;
            if !line.trim().is_empty() {
                writeln!(out)?;
                self.paragraph(line, start, own, out)?;
            }
            start = end + 1;
        }
        writeln!(out)
    }

    fn legend(&self) -> &'static str {
        self.language.pick(
            "[数字]¹ 已读出，{数字} 未读出，? 存疑",
            "[number]¹ was read, {number} was not, ? may be read wrongly",
        )
    }

    fn paragraph(&self, line: &str, start: u32, marks: &[Mark<'_>], out: &mut dyn Write) -> io::Result<()> {
        let mut text = Styled::default();
        let mut characters = line.chars();
        let mut at = start;
        let mut take = |to: u32| {
            let count = to.saturating_sub(at);
            at += count;
            characters.by_ref().take(count as usize).collect::<String>()
        };
        let mut told = 0;
        for mark in marks {
            text.push(&take(mark.span.start), Style::new());
            let number = take(mark.span.end);
            if mark.figures.is_empty() {
                text.push(&format!("{{{number}}}"), mark.style());
                continue;
            }
            let mut places = superscript(told + 1);
            told += mark.figures.len();
            if mark.figures.len() > 1 {
                places = format!("{places}⁻{}", superscript(told));
            }
            let doubt = if mark.is_sure() { "" } else { "?" };
            text.push(&format!("[{number}]"), mark.style());
            text.push(&format!("{places}{doubt}"), Style::new().dimmed());
        }
        text.push(&take(u32::MAX), Style::new());
        text.write(0, self.width, self.colour, out)?;

        let figures =
            marks.iter().flat_map(|mark| mark.figures.iter().map(move |(figure, rule)| (mark, *figure, *rule)));
        for (place, (mark, figure, rule)) in (1..).zip(figures) {
            self.figure(place, mark, figure, rule, out)?;
        }
        for mark in marks {
            if let Some(problem) = mark.problem {
                let number = format!("{{{}}}", problem.text);
                let why = problem.kind.sentence(self.language);
                self.line(INDENT, &[(&number, mark.style()), (" ", Style::new()), (why, Style::new())], out)?;
            }
        }
        Ok(())
    }

    /// What was read of a number, by which rule, and why it may be wrong.
    fn figure(
        &self,
        place: usize,
        mark: &Mark<'_>,
        figure: &Figure,
        rule: Rule,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let (plain, dim) = (Style::new(), Style::new().dimmed());
        let place = format!("{} ", superscript(place));
        let key = figure.metric.as_ref().map_or(String::new(), |key| format!(" {key}"));
        let unknown = self.language.pick("未知", "unknown");
        let period = figure.period.map_or_else(|| unknown.to_owned(), |period| period.to_string());
        let region = figure.region.as_deref().unwrap_or(unknown);
        let amount = export::amount(figure, self.language);
        let measure = format!(" · {} ", figure.measure.label(self.language));
        let status = match figure.status {
            Status::Actual => String::new(),
            status => format!(" · {}", status.label(self.language)),
        };
        let rest = format!(" · {period}{status} · {region}");
        let rule = format!("  ← {}", rule.label(self.language));
        let pieces: [(&str, Style); 7] = [
            (&place, dim),
            (&figure.name, plain.bold()),
            (&key, dim),
            (&measure, plain),
            (&amount, mark.style()),
            (&rest, plain),
            (&rule, dim),
        ];
        self.line(INDENT, &pieces, out)?;
        if figure.doubt.is_empty() {
            return Ok(());
        }
        let reasons = figure.doubt.iter().map(|doubt| doubt.sentence(self.language)).collect::<Vec<_>>();
        self.line(INDENT + 2, &[("? ", dim), (&reasons.join(self.language.pick("", " ")), plain)], out)
    }

    fn line(&self, indent: usize, pieces: &[(&str, Style)], out: &mut dyn Write) -> io::Result<()> {
        let mut text = Styled::default();
        for (piece, style) in pieces {
            text.push(piece, *style);
        }
        text.write(indent, self.width, self.colour, out)
    }
}

/// A number in small raised digits, which no report has behind its own.
fn superscript(number: usize) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    number.to_string().bytes().map(|digit| DIGITS[usize::from(digit - b'0')]).collect()
}
