//! Figures in the interchange form, and as sheets.

use std::io::{self, Write};

use super::{
    Cell, Column, Format, Sheet, csv, json, markdown,
    reading::{Shown, period, unless_actual},
    table,
};
use crate::model::{Bound, Doubts, Figure, Language};

/// Writes figures. As jsonl and json each is an object of the interchange form, as csv a line with
/// a column for each field, as a table or Markdown what a person wants to see of it.
///
/// # Errors
/// `out` cannot be written to.
pub fn write_figures(figures: &[Figure], format: Format, language: Language, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Table => table::write(&figures_table(figures, language), language, out),
        Format::Json => json::write_array(figures, out),
        Format::Jsonl => json::write_lines(figures, out),
        Format::Csv => csv::write(&records(figures), out),
        Format::Markdown => markdown::write(&figures_table(figures, language), language, out),
    }
}

/// The columns that people read.
#[must_use]
pub fn figures_table(figures: &[Figure], language: Language) -> Sheet {
    let mut sheet = Sheet::of(vec![
        Column::text("region", "地区", "Region"),
        Column::text("name", "指标", "Metric"),
        Column::text("measure", "口径", "Measure"),
        Column::number("value", "数值", "Value"),
        Column::text("scope", "范围", "Scope"),
        Column::text("period", "时期", "Period"),
        Column::text("status", "状态", "Status"),
        Column::text("doubt", "存疑", "Doubt"),
        Column::text("source", "出处", "Source"),
    ]);
    sheet.rows.extend(figures.iter().map(|figure| {
        vec![
            figure.region.as_deref().into(),
            figure.name.as_str().into(),
            figure.measure.label(language).into(),
            Shown::from(figure).amount(language).into(),
            figure.scope.as_deref().into(),
            period(figure.period).into(),
            unless_actual(figure.status, language),
            reasons(figure.doubt, language),
            place(figure).into(),
        ]
    }));
    sheet
}

/// The bound of a record; that of an exact value is left out, for `=` would begin a formula.
pub(super) fn bound(bound: Bound) -> Cell {
    if bound == Bound::Equal { Cell::Empty } else { bound.sign().into() }
}

/// Document and line, as an editor opens it.
fn place(figure: &Figure) -> String {
    if figure.paragraph == 0 { figure.doc.clone() } else { format!("{}:{}", figure.doc, figure.paragraph) }
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

/// A column for each field of the interchange form.
fn records(figures: &[Figure]) -> Sheet {
    let keys = "doc start end paragraph text region region_code metric name measure value unit bound period status \
                scope base doubt flag";
    let mut sheet = Sheet::of(keys.split_whitespace().map(|key| Column::text(key, key, key)).collect());
    sheet.rows.extend(figures.iter().map(|figure| {
        vec![
            figure.doc.as_str().into(),
            figure.start.into(),
            figure.end.into(),
            figure.paragraph.into(),
            figure.text.as_str().into(),
            figure.region.as_deref().into(),
            figure.region_code.map(|code| code.to_string()).into(),
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
        ]
    }));
    sheet
}
