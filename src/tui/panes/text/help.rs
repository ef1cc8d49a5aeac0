//! The help: all keys from the key table, and what the marks mean.

use ratatui::style::Style;

use super::Line;
use crate::tui::{
    keymap::Context,
    look::Look,
    widgets::text::{cut, width},
    writing::{BETTER, DOUBT},
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
    let here = context.layers().iter().copied().map(section).chain([marks(look, keys, column)]);
    let elsewhere = Context::ALL.into_iter().filter(|other| !is_here(other)).map(section);
    let parts = [here.collect::<Vec<_>>(), elsewhere.collect()];
    let rule = || vec![vec![(look.words.elsewhere_keys.to_owned(), look.theme.pane.remark)], Vec::new()];
    let mut parts = parts.into_iter().map(|sections| match columns {
        1 => sections.into_iter().flatten().collect(),
        _ => beside(sections, column),
    });
    let mut lines: Vec<Line> = parts.next().unwrap_or_default();
    lines.extend(rule());
    lines.extend(parts.flatten());
    lines
}

/// What stands for the keys of what has none.
const NO_KEYS: &str = "—";

/// Sections in two columns of about the same length.
fn beside(sections: Vec<Vec<Line>>, column: u16) -> Vec<Line> {
    let total: usize = sections.iter().map(Vec::len).sum();
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for section in sections {
        if right.is_empty() && (left.len() + section.len() / 2) * 2 <= total {
            left.extend(section);
        } else {
            right.extend(section);
        }
    }
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
    let lang = look.lang;
    let marks = [
        ("> ≥ < ≤ ~", figure.bound, lang.pick("突破、以上、低于、以内、约", "above, at least, below, at most, about")),
        (lang.pick("目标", "goal"), figure.target, lang.pick("计划要达到的", "aimed at, not come about")),
        (lang.pick("预计", "est."), figure.forecast, lang.pick("预计，尚未成为事实", "expected, not come about")),
        (
            look.words.damaged,
            figure.damaged,
            lang.pick("原文丢了数字，不作读取", "the text has lost digits; no value is read"),
        ),
        (DOUBT, figure.doubt, lang.pick("存疑：可能读错，理由见依据", "may be read wrongly; the evidence tells why")),
        ("#5", figure.rank, lang.pick("在前面那个范围里的位次", "place in the group before it")),
        ("+2", figure.aside, lang.pick("指标名后：还有几条读数", "behind a metric: so many more figures")),
        ("'23", figure.aside, lang.pick("年份与旁边的不同", "a year that differs from those beside it")),
        (
            BETTER,
            figure.best,
            lang.pick("一行里较好的：同一年、同一范围的结果", "the better of a row, of results of one year and group"),
        ),
        (
            "▒",
            look.theme.chart.other,
            lang.pick(
                "另一年的，或只是目标，不与旁边的相比",
                "of another year or only aimed at: not set against the others",
            ),
        ),
        (
            "█▓▒░",
            look.theme.rank.first,
            lang.pick("排行的四分之一，由前到后", "quarters of a ranking, from the first to the last"),
        ),
        (
            "▲2 ▼1",
            look.theme.rank.up,
            lang.pick(
                "比上一年升、降几位，只在两年都有的之间",
                "places up or down since the year before, among those with both",
            ),
        ),
        (
            "○ □ △",
            look.pin(0),
            lang.pick("走势里的空心：预计、目标或推算", "hollow in a trend: expected, aimed at or computed"),
        ),
        (
            "1–8",
            look.pin(0),
            lang.pick("钉住的地区，各有编号与颜色", "a pinned region, each with its number and colour"),
        ),
    ];
    let mut lines = vec![vec![(look.words.marks.to_owned(), look.theme.pane.heading)]];
    lines.extend(marks.into_iter().map(|(mark, style, means)| {
        let pad = " ".repeat(usize::from(keys.saturating_sub(width(mark))));
        let room = cells.saturating_sub(keys + 4);
        vec![
            ("  ".to_owned(), Style::new()),
            (mark.to_owned(), style),
            (format!("{pad}  "), Style::new()),
            (cut(means, room).into_owned(), look.theme.hint.text),
        ]
    }));
    lines
}
