//! Answers → tables for people and their documents, csv, json and jsonl for programs.
//!
//! An answer becomes a [`Sheet`], a sheet is written in a [`Format`]. Figures have a form of their
//! own, one JSON object a line, which is the public format of the program.

mod audit;
mod citation;
mod comparison;
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
mod svg;
mod table;
mod trend;
mod tsv;
mod writer;

use std::io::{self, Write};

pub use self::{
    audit::{
        Brief, finding_brief, finding_sentence, finding_steps, findings_table, kind_label, kind_sentence,
        severity_label, write_findings,
    },
    citation::citation,
    comparison::{comparison_records, comparison_table},
    figures::figures_table,
    format::Format,
    lists::{hits_sheet, metrics_sheet, regions_sheet},
    profile::profile_table,
    ranking::{ranking_records, ranking_table},
    reading::amount,
    sheet::{Cell, Column, Kind, Sheet},
    svg::{comparison_picture, map_picture, ranking_picture, trend_picture},
    trend::{trend_records, trend_table},
    writer::{FigureWriter, Out, write_figures},
};
use crate::model::Language;

/// Writes a sheet; what is for people has its headings in `language`, the other formats name columns by key.
///
/// # Errors
/// `out` cannot be written to, or the format holds no sheet or is not built in.
pub fn write_sheet(sheet: &Sheet, format: Format, language: Language, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Table => table::write(sheet, language, out),
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
