//! Answers → tables for people and their documents, csv, json and jsonl for programs.
//!
//! An answer becomes a [`Sheet`], a sheet is written in a [`Format`]. Figures have a form of their
//! own, one JSON object a line, which is the public format of the program.

mod amount;
mod answer;
mod audit;
mod citation;
mod comparison;
mod corrections;
mod csv;
mod figures;
mod format;
mod json;
mod lists;
mod markdown;
mod number;
#[cfg(feature = "parquet")]
mod parquet;
mod profile;
mod ranking;
mod reading;
mod sheet;
mod sources;
mod svg;
mod table;
mod trend;
mod tsv;
mod writer;
mod xlsx;

use std::io::{self, Write};

pub use self::{
    amount::Amount,
    answer::{Answer, Records},
    audit::{
        Brief, finding_brief, finding_sentence, finding_steps, findings_answer, findings_table, kind_label,
        kind_sentence, severity_label,
    },
    citation::citation,
    comparison::{comparison_answer, comparison_records, comparison_table},
    corrections::{ledger_answer, readings_answer},
    figures::{figures_answer, figures_table},
    format::Format,
    lists::{hits_answer, metrics_answer, regions_answer},
    profile::{profile_answer, profile_table},
    ranking::{ranking_answer, ranking_records, ranking_table},
    reading::amount,
    sheet::{Cell, Column, Fit, Kind, Sheet},
    sources::documents_answer,
    svg::{comparison_picture, map_picture, ranking_picture, trend_picture},
    trend::{trend_answer, trend_records, trend_table},
    writer::{FigureWriter, Out},
};
use crate::model::Language;

/// Writes a sheet. What is for people has its headings in `language`, the other formats name columns by key; a
/// table fits `width` cells, where a terminal has so many.
///
/// # Errors
/// `out` cannot be written to, or the format holds no sheet or is not built in.
pub fn write_sheet(
    sheet: &Sheet,
    format: Format,
    language: Language,
    width: Option<usize>,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Table => table::write(sheet, language, width, out),
        Format::Json => json::write_array(sheet.records(), out),
        Format::Jsonl => json::write_lines(sheet.records(), out),
        Format::Csv => csv::write(sheet, false, out),
        Format::ExcelCsv => csv::write(sheet, true, out),
        Format::Markdown => markdown::write(sheet, language, out),
        #[cfg(feature = "parquet")]
        Format::Parquet => parquet::write(sheet, out),
        format => Err(format.unsupported()),
    }
}
