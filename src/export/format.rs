//! The formats that an answer is written in.

use std::io;

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
    /// The same as Excel opens it by a double click: with a byte order mark, lines ending in CR LF.
    ExcelCsv,
    /// A Markdown table, for what people write.
    Markdown,
    /// A workbook with typed numbers and a sheet of the sources.
    Xlsx,
    /// Typed columns for programs that count.
    Parquet,
    /// A chart or map as a picture.
    Svg,
}

impl Format {
    /// Whether it is for people, who want an answer short and in their language, or for a program, which
    /// wants it whole.
    #[must_use]
    pub const fn is_for_people(self) -> bool {
        matches!(self, Self::Table | Self::Markdown)
    }

    /// Whether a terminal cannot show it.
    #[must_use]
    pub const fn is_binary(self) -> bool {
        matches!(self, Self::Xlsx | Self::Parquet)
    }

    /// The cargo feature that the program was built without and the format needs.
    #[must_use]
    pub const fn missing_feature(self) -> Option<&'static str> {
        match self {
            Self::Parquet if !cfg!(feature = "parquet") => Some("parquet"),
            _ => None,
        }
    }

    /// That an answer cannot be written in it.
    pub(super) fn unsupported(self) -> io::Error {
        let told = match (self, self.missing_feature()) {
            (_, Some(feature)) => format!(
                "writing it needs the feature `{feature}`, which this program was built without: cargo install --path . \
                 --features full"
            ),
            (Self::Svg, _) => "this is no picture; trend, rank, compare and map draw one".to_owned(),
            _ => "this cannot be written in that format".to_owned(),
        };
        io::Error::new(io::ErrorKind::Unsupported, told)
    }
}
