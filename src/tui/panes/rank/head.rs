//! The lines above the entries: what is ranked, how many have a figure, what lies in the middle.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::Answer;
use crate::{
    model::{Level, Measure},
    tui::{
        look::Look,
        widgets::text::{put_all, width},
        writing::computed,
    },
};

/// Rows of these lines in a pane with so many rows inside; a low one has the first only.
pub(super) const fn rows(inner: u16) -> u16 {
    match inner {
        0..=4 => 0,
        5..=11 => 1,
        _ => 2,
    }
}

/// What the order goes by.
pub(super) const fn order(answer: &Answer, look: &Look) -> &'static str {
    let words = &look.words.rank;
    if matches!(answer.rank.measure, Measure::Growth) { words.by_growth } else { words.by_level }
}

/// Draws the lines: where, of what year and how many; below what lies in the middle, and what the
/// movements are against.
pub(super) fn draw(answer: &Answer, look: &Look, area: Rect, buf: &mut Buffer) {
    let theme = look.theme;
    let (figure, top) = (&theme.figure, &theme.top);
    let circle = answer.rank.within.map_or(look.words.whole_country, |region| look.region(region));
    let (wider, narrower) = (if answer.wider { "◂ " } else { "" }, if answer.narrower { " ▸" } else { "" });
    let circle = format!("{wider}{circle}{narrower}");
    let part_year = part_year(answer, look);
    let long = [counted(answer, look), year(answer, look)];
    let short = [short(answer), short_year(answer, look)];
    let fits = |pieces: &[String; 2]| {
        let pieces = pieces.iter().chain([&part_year]).filter(|text| !text.is_empty());
        width(&circle) + pieces.map(|text| 2 + width(text)).sum::<u16>() <= area.width
    };
    let [counted, year] = if fits(&long) { long } else { short };
    let first = [(circle, top.region), (counted, figure.unit), (year, top.year), (part_year, figure.unit)];
    let second = [(middle(answer, look), figure.derived), (moves(answer, look), figure.aside)];
    line(&first, area, buf);
    if area.height > 1 {
        line(&second, Rect { y: area.y + 1, ..area }, buf);
    }
}

/// Pieces with two blanks between them; one that does not fit is left out with those behind it.
fn line(pieces: &[(String, Style)], area: Rect, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let mut x = area.x;
    for (at, (text, style)) in pieces.iter().filter(|(text, _)| !text.is_empty()).enumerate() {
        let room = area.right().saturating_sub(x);
        if at > 0 && width(text) > room {
            break;
        }
        x += put_all(buf, x, area.y, room, &[(text, *style)]) + 2;
    }
}

/// `县级 157 地，96 地有数据`.
fn counted(answer: &Answer, look: &Look) -> String {
    let words = &look.words.rank;
    let level = match answer.rank.level {
        Level::County => words.counties,
        Level::Prefecture => words.prefectures,
        Level::Province => words.provinces,
    };
    let (have, all) = (answer.ranking.entries.len(), answer.ranking.regions);
    let text = words.counted.replace("{level}", level).replace("{all}", &all.to_string());
    text.replace("{have}", &have.to_string())
}

/// `96/157`.
fn short(answer: &Answer) -> String {
    format!("{}/{}", answer.ranking.entries.len(), answer.ranking.regions)
}

/// The year of the ranking in few cells.
fn short_year(answer: &Answer, look: &Look) -> String {
    if answer.mixed { look.words.rank.mixed_short.to_owned() } else { year(answer, look) }
}

/// The year of the ranking; without one each has its latest, which may differ.
fn year(answer: &Answer, look: &Look) -> String {
    match answer.rank.year {
        Some(year) => year.to_string(),
        None if answer.mixed => look.words.rank.mixed.to_owned(),
        None => look.words.latest.to_owned(),
    }
}

/// How many regions are left out because they tell only of some months.
fn part_year(answer: &Answer, look: &Look) -> String {
    match answer.ranking.part_year.len() {
        0 => String::new(),
        count => look.words.rank.part_year.replace("{count}", &count.to_string()),
    }
}

/// Mean and median, which nobody reported.
fn middle(answer: &Answer, look: &Look) -> String {
    let words = &look.words.rank;
    let Some((mean, median)) = answer.ranking.mean().zip(answer.ranking.median()) else { return String::new() };
    let amount = |number| format!("{}{}", computed(number), answer.ranking.unit);
    words.middle.replace("{mean}", &amount(mean)).replace("{median}", &amount(median))
}

/// What the movements are against.
fn moves(answer: &Answer, look: &Look) -> String {
    let Some(before) = answer.ranking.before else { return String::new() };
    let text = look.words.rank.moves.replace("{year}", &before.year.to_string());
    text.replace("{count}", &before.regions.to_string())
}
