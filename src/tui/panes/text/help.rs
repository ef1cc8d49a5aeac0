//! The help: all keys from the key table, and what the marks mean.

use ratatui::style::Style;

use super::Line;
use crate::tui::{
    keymap::Context,
    look::Look,
    widgets::text::{cut, width},
    writing::{ACCEPTED, BETTER, CORRECTED, DOUBT},
};

/// Cells from which the help stands in two columns.
const TWO_COLUMNS: u16 = 96;

/// The lines of the help in `cells` cells: the keys of `context` first, the nearest pane before what all
/// share, then those of other views.
pub(crate) fn help(context: Context, look: &Look, cells: u16) -> Vec<Line> {
    let columns = if cells >= TWO_COLUMNS { 2 } else { 1 };
    let column = (cells + 2) / columns - 2;
    let bindings = Context::ALL.into_iter().flat_map(|context| look.keymap.bindings(context));
    let keys = bindings.map(|bound| width(&bound.written())).max().unwrap_or(0);
    let section = |context: Context| section(context, look, keys, column);
    let is_here = |other: &Context| context.layers().contains(other);
    let layers = context.layers().iter().copied();
    let mut here: Vec<_> = layers.map(section).collect();
    // Beside the long list of what all share there is room for the marks.
    let shared = context.layers().iter().position(|layer| *layer == Context::Everywhere).unwrap_or(here.len() - 1);
    let place = if columns == 1 { shared + 1 } else { shared };
    here.insert(place, marks(look, keys, column));
    let elsewhere = Context::ALL.into_iter().filter(|other| !is_here(other)).map(section).collect();
    let laid_out = |sections: Vec<Vec<Line>>| if columns == 1 { sections.concat() } else { beside(sections, column) };
    let mut lines = laid_out(here);
    lines.push(vec![(look.words.elsewhere_keys.to_owned(), look.theme.pane.remark)]);
    lines.push(Vec::new());
    lines.extend(laid_out(elsewhere));
    lines
}

/// What stands for the keys of what has none.
const NO_KEYS: &str = "—";

/// Sections in two columns of about the same length.
fn beside(mut sections: Vec<Vec<Line>>, column: u16) -> Vec<Line> {
    let height = |sections: &[Vec<Line>]| sections.iter().map(Vec::len).sum::<usize>();
    let splits = 0..=sections.len();
    let split = splits.min_by_key(|split| height(&sections[..*split]).max(height(&sections[*split..])));
    let right = sections.split_off(split.unwrap_or_default());
    let (mut left, right): (Vec<Line>, Vec<Line>) = (sections.concat(), right.concat());
    left.resize(left.len().max(right.len()), Vec::new());
    let mut right = right.into_iter();
    for line in &mut left {
        let used: u16 = line.iter().map(|(text, _)| width(text)).sum();
        line.push((" ".repeat(usize::from((column + 2).saturating_sub(used))), Style::new()));
        line.extend(right.next().unwrap_or_default());
    }
    left
}

fn section(context: Context, look: &Look, keys: u16, cells: u16) -> Vec<Line> {
    let mut bindings = look.keymap.bindings(context).peekable();
    if bindings.peek().is_none() {
        return Vec::new();
    }
    let mut lines = vec![vec![(context.name().of(look.lang).to_owned(), look.theme.pane.heading)]];
    lines.extend(bindings.map(|bound| {
        let written = bound.written();
        let written = if written.is_empty() { NO_KEYS.to_owned() } else { written };
        let pad = " ".repeat(usize::from(keys - width(&written)));
        let room = cells.saturating_sub(keys + 4);
        vec![
            (format!("  {written}{pad}  "), look.theme.hint.key),
            (cut(bound.binding.does.of(look.lang), room).into_owned(), look.theme.hint.text),
        ]
    }));
    lines.push(Vec::new());
    lines
}

fn marks(look: &Look, keys: u16, cells: u16) -> Vec<Line> {
    let figure = &look.theme.figure;
    let words = look.words;
    let means = &words.marks;
    let reviewed = format!("{ACCEPTED} {CORRECTED}");
    let marks = [
        ("> ≥ < ≤ ~", figure.bound, means.bound),
        (words.goal, figure.target, means.target),
        (words.estimate, figure.forecast, means.forecast),
        (words.damaged, figure.damaged, means.damaged),
        (DOUBT, figure.doubt, means.doubt),
        (&reviewed, figure.doubt, means.reviewed),
        ("#5", figure.rank, means.place),
        ("+2", figure.aside, means.more),
        ("'23", figure.aside, means.year),
        (BETTER, figure.best, means.better),
        ("▒", look.theme.chart.other, means.other_year),
        ("█▓▒░", look.theme.rank.first, means.quarter),
        ("▲2 ▼1", look.theme.rank.up, means.moved),
        ("○ □ △", look.pin(0), means.hollow),
        ("1–8", look.pin(0), means.pin),
    ];
    let mut lines = vec![vec![(means.title.to_owned(), look.theme.pane.heading)]];
    lines.extend(marks.into_iter().map(|(mark, style, meaning)| {
        let pad = " ".repeat(usize::from(keys.saturating_sub(width(mark))));
        let room = cells.saturating_sub(keys + 4);
        vec![
            ("  ".to_owned(), Style::new()),
            (mark.to_owned(), style),
            (format!("{pad}  "), Style::new()),
            (cut(meaning, room).into_owned(), look.theme.hint.text),
        ]
    }));
    lines.push(Vec::new());
    lines
}
