//! An answer in all the shapes that formats want, and writing it in one of them.

use std::{
    borrow::Cow,
    io::{self, Write},
};

use super::{Format, Sheet, audit, figures, json, write_sheet, writer::FigureWriter, xlsx::Book};
use crate::{
    index::Atlas,
    model::{Figure, Language, Source},
    query::Finding,
};

/// An answer in all the shapes that formats want.
#[derive(Debug)]
pub struct Answer<'a> {
    /// What it is, in a word or two.
    pub name: &'static str,
    /// What people see, in their language; a workbook's first sheet.
    pub table: Sheet,
    /// What programs get; a workbook's second sheet.
    pub records: Records<'a>,
    /// The documents behind its figures; a workbook's last sheet.
    pub sources: Vec<Source>,
}

/// An answer for programs.
#[derive(Debug)]
pub enum Records<'a> {
    /// The same rows as people see, in English.
    List(Sheet),
    /// Rows of their own, with codes, bounds, doubts and places.
    Sheet(Sheet),
    /// Rows of their own, whose columns depend on what was asked; then the same in columns that do not, for
    /// formats with types.
    Wide(Sheet, Sheet),
    /// Figures in the interchange form.
    Figures(Vec<Figure>),
    /// What an audit found.
    Findings(&'a Atlas, &'a [Finding]),
}

impl Answer<'_> {
    /// Writes the answer. What is for people has its words in `language`; a table fits `width` cells, where a
    /// terminal has so many.
    ///
    /// # Errors
    /// `out` cannot be written to, or the format holds no such answer or is not built in.
    pub fn write(
        &self,
        format: Format,
        language: Language,
        width: Option<usize>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        match (format, &self.records) {
            (Format::Table | Format::Markdown, _) => write_sheet(&self.table, format, language, width, out),
            (Format::Xlsx, _) => out.write_all(&self.book(language)?),
            (_, Records::Figures(figures)) => {
                let mut buffer = Vec::new();
                let mut writer = FigureWriter::new(format, language, None, Box::new(&mut buffer))?;
                self.sources.iter().try_for_each(|source| writer.source(source))?;
                figures.iter().try_for_each(|figure| writer.figure(figure))?;
                writer.finish()?;
                out.write_all(&buffer)
            }
            (Format::Json, Records::Findings(atlas, found)) => json::write_array(audit::records(atlas, found), out),
            (Format::Jsonl, Records::Findings(atlas, found)) => json::write_lines(audit::records(atlas, found), out),
            (Format::Parquet, _) | (_, Records::Findings(..)) => {
                write_sheet(&self.typed(), format, language, None, out)
            }
            (_, Records::List(sheet) | Records::Sheet(sheet) | Records::Wide(sheet, _)) => {
                write_sheet(sheet, format, language, None, out)
            }
        }
    }

    /// The rows for programs, in columns that have types.
    fn typed(&self) -> Cow<'_, Sheet> {
        match &self.records {
            Records::List(sheet) | Records::Sheet(sheet) | Records::Wide(_, sheet) => Cow::Borrowed(sheet),
            Records::Figures(figures) => Cow::Owned(figures::typed::sheet(figures)),
            Records::Findings(atlas, findings) => Cow::Owned(audit::findings_records(atlas, findings)),
        }
    }

    /// A workbook: what people see, what programs get, and the documents behind both.
    fn book(&self, language: Language) -> io::Result<Vec<u8>> {
        let mut book = Book::new(self.name, language)?;
        book.add(self.name, &self.table)?;
        match &self.records {
            Records::List(_) => {}
            Records::Figures(_) => book.add(figures::SHEET, &self.typed())?,
            Records::Sheet(_) | Records::Wide(..) | Records::Findings(..) => {
                book.add(language.pick("数据", "data"), &self.typed())?;
            }
        }
        if !self.sources.is_empty() {
            book.add_sources(&self.sources)?;
        }
        book.finish()
    }
}
