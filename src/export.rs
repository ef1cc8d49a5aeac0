//! Answers → tables for people and their documents, csv, json and jsonl for programs.
//!
//! An answer becomes a [`Sheet`], a sheet is written in a [`Format`]. Figures have a form of their
//! own, one JSON object a line, which is the public format of the program.

mod audit;
mod citation;
mod comparison;
mod csv;
mod figures;
mod json;
mod lists;
mod markdown;
mod number;
mod profile;
mod ranking;
mod reading;
mod sheet;
mod svg;
mod table;
mod trend;
mod tsv;

use std::io::{self, Write};

pub use self::{
    audit::{
        Brief, finding_brief, finding_sentence, finding_steps, findings_table, kind_label, kind_sentence,
        severity_label, write_findings,
    },
    citation::citation,
    comparison::{comparison_records, comparison_table},
    figures::{figures_table, write_figures},
    lists::{hits_sheet, metrics_sheet, regions_sheet},
    profile::profile_table,
    ranking::{ranking_records, ranking_table},
    reading::amount,
    sheet::{Cell, Column, Sheet},
    svg::{comparison_picture, map_picture, ranking_picture, trend_picture},
    trend::{trend_records, trend_table},
};
use crate::model::Language;

/// How an answer is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Columns that line up, for people.
    #[default]
    Table,
    /// One JSON array.
    Json,
    /// One JSON object a line.
    Jsonl,
    /// Comma-separated values with a heading line; what a spreadsheet would take for a formula is guarded.
    Csv,
    /// A Markdown table, for what people write.
    Markdown,
}

impl Format {
    /// Whether it is for people, who want an answer short and in their language, or for a program, which
    /// wants it whole.
    #[must_use]
    pub const fn is_for_people(self) -> bool {
        matches!(self, Self::Table | Self::Markdown)
    }
}

/// Writes a sheet; what is for people has its headings in `language`, the other formats name columns by key.
///
/// # Errors
/// `out` cannot be written to.
pub fn write_sheet(sheet: &Sheet, format: Format, language: Language, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Table => table::write(sheet, language, out),
        Format::Json => json::write_array(sheet.records(), out),
        Format::Jsonl => json::write_lines(sheet.records(), out),
        Format::Csv => csv::write(sheet, out),
        Format::Markdown => markdown::write(sheet, language, out),
    }
}
