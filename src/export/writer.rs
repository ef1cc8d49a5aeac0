//! Figures written one by one, in any format.

use std::io::{self, Write};

use serde::Serialize;

use super::{
    Format, Sheet, csv, figures, json, write_sheet,
    xlsx::{self, Book},
};
use crate::model::{Figure, Language, Source};

/// Where figures are written to.
pub type Out<'a> = Box<dyn Write + Send + 'a>;

/// Writes figures one by one. As jsonl and json each is an object of the interchange form, as csv a line with a
/// column for each field, as Parquet and xlsx the same with types, as a table or Markdown what a person wants
/// to see of it.
///
/// What lines up (table, Markdown) is held until [`FigureWriter::finish`]; of the other formats a bounded part is
/// held, of xlsx its words.
pub struct FigureWriter<'a> {
    sink: Sink<'a>,
    language: Language,
    /// Whether jsonl has lines for the sources too.
    source_lines: bool,
}

#[allow(clippy::large_enum_variant, reason = "there is one of it")]
enum Sink<'a> {
    /// For people, in a table or in Markdown.
    Table {
        sheet: Sheet,
        format: Format,
        width: Option<usize>,
        out: Out<'a>,
    },
    Array(json::Array<Out<'a>>),
    Lines(Out<'a>),
    Csv(csv::Rows<Out<'a>>),
    Xlsx(Box<Figures<'a>>),
    #[cfg(feature = "parquet")]
    Parquet(super::parquet::Rows<Out<'a>>, Vec<Source>),
}

/// A workbook of figures in the making.
struct Figures<'a> {
    book: Book,
    rows: xlsx::Rows,
    sources: Vec<Source>,
    out: Out<'a>,
}

/// The line of a source among figures: an object with this one key.
#[derive(Serialize)]
struct SourceLine<'a> {
    source: &'a Source,
}

impl<'a> FigureWriter<'a> {
    /// Begins to write. What is for people has its words in `language`; a table fits `width` cells, where a
    /// terminal has so many.
    ///
    /// # Errors
    /// `out` cannot be written to, or the format holds no figures or is not built in.
    pub fn new(format: Format, language: Language, width: Option<usize>, out: Out<'a>) -> io::Result<Self> {
        let sink = match format {
            Format::Table | Format::Markdown => {
                Sink::Table { sheet: Sheet::of(figures::table_columns()), format, width, out }
            }
            Format::Xlsx => {
                let mut book = Book::new(figures::SHEET, language)?;
                let rows = book.begin(figures::SHEET, &figures::typed::columns())?;
                Sink::Xlsx(Box::new(Figures { book, rows, sources: Vec::new(), out }))
            }
            Format::Json => Sink::Array(json::Array::new(out)?),
            Format::Jsonl => Sink::Lines(out),
            Format::Csv => Sink::Csv(csv::Rows::new(&figures::record_columns(), false, out)?),
            Format::ExcelCsv => Sink::Csv(csv::Rows::new(&figures::record_columns(), true, out)?),
            #[cfg(feature = "parquet")]
            Format::Parquet => Sink::Parquet(super::parquet::Rows::new(&figures::typed::columns(), out)?, Vec::new()),
            #[cfg(not(feature = "parquet"))]
            Format::Parquet => return Err(format.unsupported()),
            Format::Svg => return Err(format.unsupported()),
        };
        Ok(Self { sink, language, source_lines: false })
    }

    /// Writes sources among the figures where the format is jsonl: a line `{"source": {…}}` each. Parquet and xlsx
    /// hold them always, the other formats never.
    #[must_use]
    pub fn with_source_lines(self) -> Self {
        Self { source_lines: true, ..self }
    }

    /// Takes a document that figures are read from.
    ///
    /// # Errors
    /// The output cannot be written to.
    pub fn source(&mut self, source: &Source) -> io::Result<()> {
        match &mut self.sink {
            Sink::Lines(out) if self.source_lines => json::write_line(&SourceLine { source }, out),
            Sink::Xlsx(figures) => {
                figures.sources.push(source.clone());
                Ok(())
            }
            #[cfg(feature = "parquet")]
            Sink::Parquet(_, sources) => {
                sources.push(source.clone());
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Writes a figure.
    ///
    /// # Errors
    /// The output cannot be written to.
    pub fn figure(&mut self, figure: &Figure) -> io::Result<()> {
        match &mut self.sink {
            Sink::Table { sheet, .. } => {
                sheet.rows.push(figures::table_cells(figure, self.language));
                Ok(())
            }
            Sink::Array(array) => array.push(figure),
            Sink::Lines(out) => json::write_line(figure, out),
            Sink::Csv(rows) => rows.row(&figures::record_cells(figure)),
            Sink::Xlsx(sheet) => sheet.book.row(&mut sheet.rows, &figures::typed::cells(figure)),
            #[cfg(feature = "parquet")]
            Sink::Parquet(rows, _) => rows.row(&figures::typed::cells(figure)),
        }
    }

    /// Lets readers of a pipe have what was written so far, where the format allows it.
    ///
    /// # Errors
    /// The output cannot be written to.
    pub fn flush(&mut self) -> io::Result<()> {
        match &mut self.sink {
            Sink::Lines(out) => out.flush(),
            Sink::Csv(rows) => rows.flush(),
            _ => Ok(()),
        }
    }

    /// Writes what is held back.
    ///
    /// # Errors
    /// The output cannot be written to.
    pub fn finish(self) -> io::Result<()> {
        match self.sink {
            Sink::Table { sheet, format, width, mut out } => {
                write_sheet(&sheet, format, self.language, width, &mut out)?;
                out.flush()
            }
            Sink::Xlsx(figures) => {
                let Figures { mut book, rows, sources, mut out } = *figures;
                book.end(rows)?;
                book.add_sources(&sources)?;
                out.write_all(&book.finish()?)?;
                out.flush()
            }
            Sink::Array(array) => array.finish(),
            Sink::Lines(mut out) => out.flush(),
            Sink::Csv(rows) => rows.finish(),
            #[cfg(feature = "parquet")]
            Sink::Parquet(rows, sources) => {
                let sources = serde_json::to_string(&sources)?;
                rows.finish(vec![(super::parquet::SOURCES, sources)])
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures() -> Vec<Figure> {
        let lines = [
            r#"{"doc":"甲.txt","start":3,"end":11,"paragraph":1,"text":"704.11亿元","region":"长垣市","region_code":410783,"metric":"gdp","name":"地区生产总值","measure":"level","value":704.11,"unit":"亿元","period":"2024","doubt":["far_apart","period_span"]}"#,
            r#"{"doc":"甲.txt","name":"三次产业结构","measure":"level","value":"8.3:42.9:48.8","unit":"比","bound":"~","period":"2021/2025"}"#,
            r#"{"doc":"甲.txt","name":"税收","measure":"growth","value":null,"unit":"%","flag":"damaged"}"#,
        ];
        lines.iter().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    fn source() -> Source {
        Source { id: "甲.txt".into(), title: "甲县公报".into(), hash: "ab".into(), ..Source::default() }
    }

    fn written(format: Format, source_lines: bool) -> Vec<u8> {
        let mut out = Vec::new();
        let mut writer = FigureWriter::new(format, Language::Zh, None, Box::new(&mut out)).unwrap();
        if source_lines {
            writer = writer.with_source_lines();
        }
        writer.source(&source()).unwrap();
        for figure in &figures() {
            writer.figure(figure).unwrap();
        }
        writer.finish().unwrap();
        out
    }

    #[test]
    fn lines_read_back_and_tell_sources_only_where_they_shall() {
        let plain = String::from_utf8(written(Format::Jsonl, false)).unwrap();
        let read: Vec<Figure> = plain.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(read, figures());
        let all = String::from_utf8(written(Format::Jsonl, true)).unwrap();
        let (first, rest) = all.split_once('\n').unwrap();
        assert_eq!(rest, plain);
        let line = serde_json::from_str::<serde_json::Value>(first).unwrap();
        assert_eq!(serde_json::from_value::<Source>(line["source"].clone()).unwrap(), source());
        assert!(serde_json::from_str::<Figure>(first).is_err(), "a source is no figure");
    }

    #[test]
    fn an_array_reads_back() {
        assert_eq!(serde_json::from_slice::<Vec<Figure>>(&written(Format::Json, true)).unwrap(), figures());
    }

    #[test]
    fn csv_has_a_column_for_each_field_and_for_excel_begins_with_a_mark() {
        let plain = String::from_utf8(written(Format::Csv, true)).unwrap();
        let lines: Vec<_> = plain.lines().collect();
        assert!(lines[0].starts_with("doc,start,end,paragraph,text,region,region_code,metric,name,measure,value,unit"));
        assert_eq!(
            lines[1..],
            [
                "甲.txt,3,11,1,704.11亿元,长垣市,410783,gdp,地区生产总值,level,704.11,亿元,,2024,actual,,,far_apart \
                 period_span,,",
                "甲.txt,0,0,0,,,,,三次产业结构,level,8.3:42.9:48.8,比,~,2021/2025,actual,,,,,",
                "甲.txt,0,0,0,,,,,税收,growth,,%,,,actual,,,,damaged,",
            ]
        );
        let excel = String::from_utf8(written(Format::ExcelCsv, false)).unwrap();
        assert_eq!(excel.strip_prefix('\u{feff}').unwrap().replace("\r\n", "\n").replace('\'', ""), plain);
        assert_eq!(excel.matches("\r\n").count(), 4);
    }
}
