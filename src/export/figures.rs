//! Figures in rows and columns: what people want to see of them, and all that they hold.

pub(super) mod typed;

use super::{
    Answer, Cell, Column, Kind, Records, Sheet,
    reading::{Shown, period, unless_actual},
    sources::cited,
};
use crate::{
    index::{Atlas, FigureId},
    model::{Bound, Doubts, Figure, Language, RegionCode},
};

/// The sheet of a workbook in which figures stand in the interchange form, in any language.
pub(super) const SHEET: &str = "figures";

/// Figures as an answer of this name, with what people see of them.
#[must_use]
pub fn figures_answer(
    atlas: &Atlas,
    figures: impl IntoIterator<Item = FigureId>,
    name: &'static str,
    table: Sheet,
) -> Answer<'static> {
    let figures: Vec<_> = figures.into_iter().map(|id| atlas.figure(id)).collect();
    let sources = cited(atlas, figures.iter().map(|figure| figure.source()));
    Answer {
        name,
        table,
        records: Records::Figures(figures.iter().map(|figure| figure.to_figure()).collect()),
        sources,
    }
}

/// The columns that people read.
#[must_use]
pub fn figures_table(figures: &[Figure], language: Language) -> Sheet {
    Sheet { columns: table_columns(), rows: figures.iter().map(|figure| table_cells(figure, language)).collect() }
}

/// The columns of [`figures_table`].
pub(super) fn table_columns() -> Vec<Column> {
    vec![
        Column::text("region", "地区", "Region").naming(),
        Column::text("name", "指标", "Metric").naming(),
        Column::text("measure", "口径", "Measure"),
        Column::number("value", "数值", "Value"),
        Column::text("scope", "范围", "Scope"),
        Column::period("period", "时期", "Period"),
        Column::text("status", "状态", "Status"),
        Column::text("doubt", "存疑", "Doubt"),
        Column::text("source", "出处", "Source"),
    ]
}

/// The row of a figure in [`figures_table`].
pub(super) fn table_cells(figure: &Figure, language: Language) -> Vec<Cell> {
    vec![
        figure.region.as_deref().into(),
        figure.name.as_str().into(),
        figure.measure.label(language).into(),
        Shown::from(figure).amount(language).into(),
        figure.scope.as_deref().into(),
        period(figure.period).into(),
        unless_actual(figure.status, language),
        figure.review.map_or_else(|| reasons(figure.doubt, language), |review| review.label(language).into()),
        place(figure).into(),
    ]
}

/// The code of a region, a number wherever formats have numbers; none of a region that is not known.
pub(super) fn code(region: RegionCode) -> Cell {
    if region == RegionCode::UNKNOWN { Cell::Empty } else { region.0.into() }
}

/// The bound of a record; that of an exact value is left out, for `=` would begin a formula.
pub(super) fn bound(bound: Bound) -> Cell {
    if bound == Bound::Equal { Cell::Empty } else { bound.sign().into() }
}

/// Document and line, as an editor opens it, or cell.
fn place(figure: &Figure) -> String {
    match figure.paragraph {
        // Of a table, the cell.
        0 if !figure.text.is_empty() => format!("{} {}", figure.doc, figure.text),
        0 => figure.doc.clone(),
        line => format!("{}:{line}", figure.doc),
    }
}

/// The words of the interchange form with blanks between them.
pub(super) fn doubts(doubts: Doubts) -> Cell {
    let words = doubts.iter().filter_map(|doubt| match Cell::word(&doubt) {
        Cell::Text(word) => Some(word),
        _ => None,
    });
    words.collect::<Vec<_>>().join(" ").into()
}

/// The reasons in short words; an empty text for a sure figure, which is worth none.
fn reasons(doubts: Doubts, language: Language) -> Cell {
    let labels = doubts.iter().map(|doubt| doubt.label(language)).collect::<Vec<_>>();
    Cell::Text(labels.join(language.pick("、", ", ")))
}

/// A column for each field of the interchange form, as csv has them.
pub(super) fn record_columns() -> Vec<Column> {
    let keys = "doc start end paragraph text region region_code metric name measure value unit bound period status \
                scope base doubt flag review";
    keys.split_whitespace().map(|key| Column::keyed(key, Kind::Text)).collect()
}

/// The cells of a figure under [`record_columns`].
pub(super) fn record_cells(figure: &Figure) -> Vec<Cell> {
    vec![
        figure.doc.as_str().into(),
        figure.start.into(),
        figure.end.into(),
        figure.paragraph.into(),
        figure.text.as_str().into(),
        figure.region.as_deref().into(),
        figure.region_code.map_or(Cell::Empty, code),
        figure.metric.as_deref().into(),
        figure.name.as_str().into(),
        Cell::word(&figure.measure),
        figure.value.as_ref().into(),
        figure.unit.as_str().into(),
        bound(figure.bound),
        figure.period.map(|period| period.to_string()).into(),
        Cell::word(&figure.status),
        figure.scope.as_deref().into(),
        figure.base.as_deref().into(),
        doubts(figure.doubt),
        Cell::word(&figure.flag),
        Cell::word(&figure.review),
    ]
}
