//! Which columns stand side by side, and how wide each is.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use super::{GAP, padded};
use crate::export::{Column, Fit, Kind};

/// The narrowest that a column of text is cut to.
const LEAST: usize = 8;
/// The narrowest that a column is whose cells go on below.
const LEAST_FOLDED: usize = 16;
/// So wide a column may be that stands on one line, however many others there are: a name of a file with a place in it.
const MOST_WHOLE: usize = 36;
/// The narrowest that a column is which tells the row.
const LEAST_NAMING: usize = 12;

/// Columns that stand side by side.
pub(super) struct Block {
    /// Which columns, and how wide.
    columns: Vec<(usize, usize)>,
    /// Where every line ends, when even its first columns have no room.
    width: usize,
}

/// Divides columns of these widths into blocks that fit. The columns that name the row stand in each, as far as there
/// is room for another beside them.
pub(super) fn blocks(columns: &[Column], widths: &[usize], width: Option<usize>) -> Vec<Block> {
    let all = |widths: &[usize]| widths.iter().copied().enumerate().collect();
    let Some(width) = width else { return vec![Block { columns: all(widths), width: usize::MAX }] };
    let least: Vec<_> = columns.iter().zip(widths).map(|(column, wanted)| least(column, *wanted).min(width)).collect();
    let named = columns.iter().take_while(|column| column.naming).count();
    let fits = |naming: &usize| total(least[..*naming].iter().copied().chain([LEAST])) <= width;
    let naming = (0..=named).rev().find(fits).unwrap_or_default();
    let mut blocks: Vec<Vec<usize>> = Vec::new();
    for column in naming..columns.len() {
        let room = |block: &Vec<usize>| total(block.iter().chain([&column]).map(|at| least[*at])) <= width;
        match blocks.last_mut().filter(|block| room(block)) {
            Some(block) => block.push(column),
            None => blocks.push((0..naming).chain([column]).collect()),
        }
    }
    if blocks.is_empty() {
        blocks.push((0..naming).collect());
    }
    let widened = blocks.into_iter().map(|block| {
        let mut fitted = widened(&block, &least, widths, width, naming);
        let beyond = total(fitted.iter().map(|(_, width)| *width)).saturating_sub(width);
        if let Some((_, last)) = fitted.last_mut().filter(|(at, _)| beyond > 0 && !columns[*at].right) {
            *last = last.saturating_sub(beyond).max(2);
        }
        Block { columns: fitted, width }
    });
    widened.collect()
}

/// The narrowest that a column can be: numbers and periods are never cut.
fn least(column: &Column, width: usize) -> usize {
    match column {
        Column { right: true, .. } => width,
        Column { kind, .. } if *kind != Kind::Text => width,
        Column { fit: Fit::Whole, .. } => width.min(MOST_WHOLE),
        Column { fit: Fit::Fold, .. } => width.min(LEAST_FOLDED),
        Column { naming: true, .. } => width.min(LEAST_NAMING),
        _ => width.min(LEAST),
    }
}

fn total(widths: impl Iterator<Item = usize>) -> usize {
    widths.map(|width| width + GAP.len()).sum::<usize>().saturating_sub(GAP.len())
}

/// Gives the columns of a block the room that is left, none more than it needs: first those that name the row, then
/// each of the others as much as the rest.
fn widened(block: &[usize], least: &[usize], most: &[usize], width: usize, naming: usize) -> Vec<(usize, usize)> {
    let mut columns: Vec<_> = block.iter().map(|at| (*at, least[*at])).collect();
    let mut left = width.saturating_sub(total(columns.iter().map(|(_, width)| *width)));
    while left > 0 {
        // The narrowest of those that want more.
        let wanting = columns.iter_mut().filter(|(at, width)| *width < most[*at]);
        let Some((_, narrowest)) = wanting.min_by_key(|(at, width)| (*at >= naming, *width)) else { break };
        *narrowest += 1;
        left -= 1;
    }
    columns
}

impl Column {
    /// Whether a long cell is cut rather than going on below.
    fn is_cut(&self) -> bool {
        self.fit == Fit::Cut && !self.naming && !self.right
    }
}

impl Block {
    /// How many columns of numbers stand side by side.
    pub(super) fn numbers(&self, columns: &[Column]) -> usize {
        self.columns.iter().filter(|(at, _)| columns[*at].right).count()
    }

    /// The lines of a row: one, and more where a cell goes on.
    pub(super) fn lines<'a>(&'a self, columns: &'a [Column], cells: &'a [String]) -> impl Iterator<Item = String> + 'a {
        let pieces: Vec<Vec<String>> = self
            .columns
            .iter()
            .map(|(at, width)| match cells.get(*at) {
                Some(cell) if columns[*at].is_cut() => vec![cut(cell, *width)],
                Some(cell) => folded(cell, *width),
                None => Vec::new(),
            })
            .collect();
        let height = pieces.iter().map(Vec::len).max().unwrap_or_default();
        (0..height).map(move |number| {
            let piece = |((at, width), pieces): (&(usize, usize), &Vec<String>)| {
                padded(&columns[*at], pieces.get(number).map_or("", String::as_str), *width)
            };
            let line = self.columns.iter().zip(&pieces).map(piece).collect::<Vec<_>>().join(GAP);
            cut(line.trim_end(), self.width)
        })
    }
}

/// As much of a text as fits, with `…` for what does not.
fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let (fits, _) = text.split_at(fitting(text, width.saturating_sub(1)));
    let fits = fits.trim_end();
    if fits.width() < width { format!("{fits}…") } else { String::new() }
}

/// A text in lines that fit, broken after punctuation and blanks where there are any.
fn folded(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = text;
    while rest.width() > width {
        let fits = fitting(rest, width);
        let after = |c: char| c == ' ' || "，。；、：,;:)）>".contains(c);
        let end = rest[..fits].rfind(after).map(|at| at + rest[at..].chars().next().map_or(0, char::len_utf8));
        // A break far to the left would leave a hole, which is still better than a broken word.
        let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        let in_word = is_letter(rest[..fits].chars().next_back()) && is_letter(rest[fits..].chars().next());
        let end = end.filter(|end| in_word || rest[..*end].width() * 2 > width).unwrap_or(fits);
        if end == 0 {
            break;
        }
        lines.push(rest[..end].trim_end().to_owned());
        rest = rest[end..].trim_start();
    }
    lines.push(cut(rest, width));
    lines
}

/// Bytes of a text that fit into a width.
fn fitting(text: &str, width: usize) -> usize {
    let mut taken = 0;
    let beyond = text.char_indices().find(|(_, character)| {
        taken += character.width().unwrap_or_default();
        taken > width
    });
    beyond.map_or(text.len(), |(at, _)| at)
}
