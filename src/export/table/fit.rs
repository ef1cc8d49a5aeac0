//! Which columns stand side by side, and how wide each is.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use super::{GAP, padded};
use crate::export::Column;

/// The narrowest that a column of text is cut to.
const LEAST: usize = 8;
/// The narrowest that a column is whose cells go on below.
const LEAST_FOLDED: usize = 24;

/// Columns that stand side by side.
pub(super) struct Block {
    /// Which columns, and how wide.
    columns: Vec<(usize, usize)>,
    /// Where every line ends, when even its first columns have no room.
    width: usize,
}

/// Divides columns of these widths into blocks that fit. The columns that name the row stand in each.
pub(super) fn blocks(columns: &[Column], widths: &[usize], width: Option<usize>) -> Vec<Block> {
    let all = |widths: &[usize]| widths.iter().copied().enumerate().collect();
    let Some(width) = width else { return vec![Block { columns: all(widths), width: usize::MAX }] };
    let least: Vec<_> = columns.iter().zip(widths).map(|(column, width)| least(column, *width)).collect();
    let naming = columns.iter().take_while(|column| column.naming).count();
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
        let columns = widened(&block, &least, widths, width);
        Block { columns, width }
    });
    widened.collect()
}

/// The narrowest that a column can be: numbers are never cut.
fn least(column: &Column, width: usize) -> usize {
    match column {
        Column { right: true, .. } => width,
        Column { folds: true, .. } => width.min(LEAST_FOLDED),
        _ => width.min(LEAST),
    }
}

fn total(widths: impl Iterator<Item = usize>) -> usize {
    widths.map(|width| width + GAP.len()).sum::<usize>().saturating_sub(GAP.len())
}

/// Gives the columns of a block the room that is left: each as much as the others, none more than it needs.
fn widened(block: &[usize], least: &[usize], most: &[usize], width: usize) -> Vec<(usize, usize)> {
    let mut columns: Vec<_> = block.iter().map(|at| (*at, least[*at])).collect();
    let mut left = width.saturating_sub(total(columns.iter().map(|(_, width)| *width)));
    while left > 0 {
        // The narrowest of those that want more.
        let wanting = columns.iter_mut().filter(|(at, width)| *width < most[*at]);
        let Some((_, narrowest)) = wanting.min_by_key(|(_, width)| *width) else { break };
        *narrowest += 1;
        left -= 1;
    }
    columns
}

impl Block {
    /// The lines of a row: one, and more where a cell goes on.
    pub(super) fn lines<'a>(&'a self, columns: &'a [Column], cells: &'a [String]) -> impl Iterator<Item = String> + 'a {
        let pieces: Vec<Vec<String>> = self
            .columns
            .iter()
            .map(|(at, width)| match cells.get(*at) {
                Some(cell) if columns[*at].folds => folded(cell, *width),
                Some(cell) => vec![cut(cell, *width)],
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
        // A break far to the left would leave a hole.
        let end = end.filter(|end| rest[..*end].width() * 2 > width).unwrap_or(fits);
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
