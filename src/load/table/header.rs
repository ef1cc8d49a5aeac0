//! Finds the heading of a table: below titles and lines of units, above the first row of figures.

use super::{
    cell::{Cell, Row},
    heading::{self, Heading},
    map::Role,
    names::Names,
    units, value, year,
};
use crate::model::Measure;

/// What a row looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing, or one text: a title, a unit, a note.
    Line,
    /// The numbers of the columns: 甲 乙 1 2 3.
    Numbers,
    /// Words or years only; so many of them are such as headings have.
    Words(usize),
    /// At least one value.
    Data,
}

/// What a row looks like, before its columns are known.
pub(super) fn kind(row: &Row, names: &Names<'_>) -> Kind {
    let cells: Vec<_> = row.iter().filter(|cell| !cell.is_empty()).collect();
    let same = cells.windows(2).all(|pair| pair[0] == pair[1]);
    let is_value = |cell: &&&Cell| year::of_cell(cell).is_none() && is_number(cell);
    if numbers_columns(&cells) {
        return Kind::Numbers;
    }
    if cells.iter().any(|cell| is_value(&cell)) {
        return Kind::Data;
    }
    if cells.is_empty() || (same && cells.iter().all(|cell| cell.as_text().is_some())) {
        return Kind::Line;
    }
    if cells.iter().filter(|cell| cell.as_text().is_some_and(is_caption)).count() * 2 >= cells.len() {
        return Kind::Line;
    }
    if cells.iter().any(|cell| cell.as_text().is_some_and(value::is_nothing)) {
        return Kind::Data;
    }
    Kind::Words(cells.iter().filter(|cell| is_heading(cell, names)).count())
}

fn is_number(cell: &Cell) -> bool {
    matches!(value::read(cell), value::Reading::Value { .. })
}

/// Whether a text tells of the table as a whole: `单位：亿元`, `制表：某局`.
fn is_caption(text: &str) -> bool {
    (text.contains('：') || text.contains(':')) && !text.starts_with("其中")
}

fn is_heading(cell: &Cell, names: &Names<'_>) -> bool {
    match cell.plain() {
        Cell::Text(text) => heading::role(text).is_some() || heading::read(text, names).is_telling(),
        cell => year::of_cell(cell).is_some(),
    }
}

/// Whether the cells count the columns: 甲, 乙 and then numbers from 1 on.
fn numbers_columns(cells: &[&Cell]) -> bool {
    let mut next = 1.0;
    for cell in cells {
        let number = match cell.plain() {
            Cell::Number(number) => *number,
            Cell::Text(text) if ["甲", "乙", "丙", "丁", "A", "B", "C"].contains(&text.as_str()) && next < 2.0 => {
                continue;
            }
            Cell::Text(text) => match text.trim_matches(['(', ')', '（', '）']).parse() {
                Ok(number) => number,
                Err(_) => return false,
            },
            _ => return false,
        };
        if (number - next).abs() > f64::EPSILON {
            return false;
        }
        next += 1.0;
    }
    next > 3.0
}

/// First and last row of the heading among the rows, and the first row behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) first: usize,
    pub(super) last: usize,
}

/// Finds the heading among the first rows; `None` where there is none.
pub(super) fn find(rows: &[Row], names: &Names<'_>) -> Option<Place> {
    let kinds: Vec<_> = rows.iter().map(|row| kind(row, names)).collect();
    let data = kinds.iter().position(|kind| *kind == Kind::Data).unwrap_or(rows.len());
    let telling = kinds[..data].iter().position(|kind| matches!(kind, Kind::Words(known) if *known > 1));
    let words = || kinds[..data].iter().rposition(|kind| matches!(kind, Kind::Words(_)));
    let anchor = telling.or_else(words)?;
    let mut last = anchor;
    while last + 1 < data && continues(&rows[anchor], &rows[last + 1], kinds[last + 1]) {
        last += 1;
    }
    let mut first = anchor;
    while first > 0 && groups(&rows[first - 1], kinds[first - 1], names) {
        first -= 1;
    }
    Some(Place { first, last })
}

/// Whether a row goes on with the heading above: it begins with nothing, with the same as above, or with a word
/// such as 单位, and tells something else.
fn continues(heading: &Row, row: &Row, kind: Kind) -> bool {
    let known = match kind {
        Kind::Numbers => return true,
        Kind::Words(known) => known,
        // One unit or year below a heading of many columns.
        Kind::Line => usize::from(row.iter().any(|cell| cell.as_text().is_some_and(units::is_unit))),
        Kind::Data => return false,
    };
    let begins = |row: &Row| row.first().cloned().unwrap_or_default();
    let first = begins(row);
    let unit = first.as_text().is_some_and(|text| heading::role(text) == Some(Role::Unit));
    known > 0 && (first.is_empty() || first == begins(heading) || unit)
}

/// Whether a row above a heading groups its columns.
fn groups(row: &Row, kind: Kind, names: &Names<'_>) -> bool {
    match kind {
        Kind::Words(_) => true,
        Kind::Line => {
            let mut told = row.iter().enumerate().filter_map(|(at, cell)| Some((at, cell.as_text()?)));
            let Some((at, text)) = told.next() else { return false };
            let spread = told.next().is_some();
            let heading = heading::read(text, names);
            at > 0 && !is_caption(text) && (spread || heading.metric.is_some() || names.is_category(text))
        }
        Kind::Numbers | Kind::Data => false,
    }
}

/// The headings of all columns, each from above: blanks of a row of groups belong to the group on the left.
pub(super) fn stacks(rows: &[Row], names: &Names<'_>) -> Vec<Vec<String>> {
    let rows: Vec<_> = rows.iter().filter(|row| kind(row, names) != Kind::Numbers).collect();
    let width = rows.iter().map(|row| row.len()).max().unwrap_or_default();
    let mut stacks = vec![Vec::new(); width];
    for (at, row) in rows.iter().enumerate() {
        let mut group = String::new();
        for (column, stack) in stacks.iter_mut().enumerate() {
            let shown = row.get(column).map(Cell::shown).unwrap_or_default();
            let below = rows[at + 1..].iter().any(|row| row.get(column).is_some_and(|cell| !cell.is_empty()));
            let text = if shown.is_empty() && below { group.clone() } else { shown };
            // What a column is for is no group of the columns beside it.
            group =
                if heading::role(&text).is_some_and(|role| role != Role::Value) { String::new() } else { text.clone() };
            if !text.is_empty() && stack.last() != Some(&text) {
                stack.push(text);
            }
        }
    }
    stacks
}

/// What the headings of a column tell together, from above.
pub(super) fn combined(stack: &[String], names: &Names<'_>) -> Heading {
    let mut whole = Heading::default();
    for part in stack {
        let below = heading::read(part, names);
        let (name, metric) = joined(&whole, &below, names);
        whole = Heading {
            name,
            metric,
            // 增速 over 绝对值 is no growth; 绝对值 over nothing stays a level.
            measure: below.measure.or(whole.measure),
            unit: below.unit.or(whole.unit),
            period: below.period.or(whole.period),
            status: below.status.or(whole.status),
            scope: below.scope.or(whole.scope),
        };
    }
    if whole.measure == Some(Measure::Growth) && whole.unit.is_none() {
        whole.unit = Some("%".to_owned());
    }
    whole
}

/// The name that a heading and the one below it make.
fn joined(above: &Heading, below: &Heading, names: &Names<'_>) -> (String, Option<String>) {
    let of = |heading: &Heading| (heading.name.clone(), heading.metric.clone());
    if below.name.is_empty() {
        return of(above);
    }
    if above.name.is_empty() || (above.metric.is_none() && is_group(&above.name, names)) {
        return of(below);
    }
    // 居民人均可支配收入 over 城镇居民 is 城镇居民人均可支配收入.
    let ends = below.name.char_indices().map(|(at, _)| &below.name[at..]);
    let overlap =
        ends.filter_map(|end| above.name.strip_prefix(end)).map(|rest| format!("{}{rest}", below.name)).next();
    let found = [format!("{}{}", above.name, below.name), format!("{}{}", below.name, above.name)];
    let found = found.into_iter().chain(overlap).collect::<Vec<_>>();
    if let Some(metric) = found.iter().find_map(|name| names.find(name)) {
        return (metric.zh.clone(), Some(metric.key.clone()));
    }
    if above.metric.is_some() && below.metric.is_some() {
        return of(below);
    }
    // 市区 over 地区生产总值 is a part of it: under a key it would be taken for the whole.
    (format!("{}·{}", above.name, below.name), None)
}

/// Whether a heading only groups those below it: a category, 主要指标, 财政金融.
fn is_group(name: &str, names: &Names<'_>) -> bool {
    const WORDS: &[&str] = &[
        "主要", "经济", "社会", "发展", "国民", "核算", "综合", "财政", "金融", "税收", "收支", "工业", "农业",
        "建筑业", "服务业", "投资", "消费", "贸易", "外贸", "对外", "人民", "居民", "生活", "收入", "人口", "就业",
        "民生", "环境", "资源", "能源", "交通", "邮电", "教育", "卫生", "科技", "文化", "旅游", "价格", "物价", "市场",
        "城市", "建设", "指标", "数据", "情况", "统计", "运行", "和", "与", "及", "、", "一", "二", "三",
    ];
    if names.is_category(name) {
        return true;
    }
    let mut rest = name;
    while let Some(shorter) = WORDS.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = shorter;
    }
    rest.is_empty()
}
