//! Where a subcommand writes its answer, and in which format.

use std::{
    fs::File,
    io::{self, BufWriter, IsTerminal as _, Write},
    path::{Path, PathBuf},
};

use anstream::{AutoStream, ColorChoice};
use anyhow::{Context as _, Result};
use clap::{ValueEnum, builder::PossibleValue};
use terminal_size::Width;

use super::options::Options;
use crate::{
    export::{Format, Sheet, write_figures, write_findings, write_sheet},
    index::Atlas,
    model::{Figure, Language},
    query::Finding,
};

/// What spreadsheets take for the sign that a file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Where a subcommand writes its answer, and in which format.
#[derive(Debug, clap::Args)]
pub(super) struct Output {
    /// How the answer is written
    #[arg(short, long, value_name = "FORMAT", default_value = "table")]
    format: Format,

    /// Write to FILE instead of standard output (csv then begins with a byte order mark, for Excel)
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Output {
    /// Whether the answer is for people, who want it short, or for a program, which wants it whole.
    pub(super) fn for_people(&self) -> bool {
        self.format.is_for_people()
    }

    /// The language of words inside the answer; programs get the same ones everywhere.
    pub(super) fn language(&self, options: &Options) -> Language {
        if self.for_people() { options.language() } else { Language::En }
    }

    /// Writes a sheet.
    pub(super) fn sheet(&self, sheet: &Sheet, options: &Options) -> Result<()> {
        self.write(|out| write_sheet(sheet, self.format, self.language(options), out))
    }

    /// Writes what an audit found.
    pub(super) fn findings(&self, atlas: &Atlas, findings: &[Finding], options: &Options) -> Result<()> {
        self.write(|out| write_findings(atlas, findings, self.format, self.language(options), out))
    }

    /// Writes figures.
    pub(super) fn figures(&self, figures: &[Figure], options: &Options) -> Result<()> {
        self.write(|out| write_figures(figures, self.format, self.language(options), out))
    }

    /// Writes text for people. `write` is given the cells of a line and whether there are colours: as wide
    /// as the terminal and in its colours, or, where there is none, in lines that are never broken.
    pub(super) fn page(&self, write: impl FnOnce(&mut dyn Write, Option<u16>, bool) -> Result<()>) -> Result<()> {
        let stdout = io::stdout();
        let terminal = self.output.is_none() && stdout.is_terminal();
        let width = terminal.then(terminal_size::terminal_size).flatten().map(|(Width(width), _)| width);
        let colour = self.output.is_none() && AutoStream::choice(&stdout) != ColorChoice::Never;
        let mut told = Ok(());
        self.write(|out| {
            told = write(out, width, colour);
            Ok(())
        })?;
        told
    }

    fn write(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
        let mark = if self.format == Format::Csv { BYTE_ORDER_MARK } else { "" };
        write_to(self.output.as_deref(), |out| {
            // A mark helps where the answer is opened as a file, and harms where another program reads it.
            out.write_all(if self.output.is_some() { mark } else { "" }.as_bytes())?;
            write(out)
        })
    }
}

/// Writes to a file, or to standard output where none is named.
pub(super) fn write_to(path: Option<&Path>, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
    let Some(path) = path else {
        return Ok(buffered(io::stdout().lock(), write)?);
    };
    let doing = || format!("writing {}", path.display());
    let file = File::create(path).with_context(doing)?;
    buffered(file, write).with_context(doing)
}

/// Writes in large pieces; the last piece is written too, or its error told.
fn buffered(out: impl Write, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    write(&mut out)?;
    out.flush()
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Table, Self::Json, Self::Jsonl, Self::Csv, Self::Markdown]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            Self::Table => PossibleValue::new("table").help("columns that line up, for people"),
            Self::Json => PossibleValue::new("json").help("one array"),
            Self::Jsonl => PossibleValue::new("jsonl").help("one object a line"),
            Self::Csv => PossibleValue::new("csv").help("with a heading line; formulas are guarded"),
            Self::Markdown => PossibleValue::new("md").alias("markdown").help("a Markdown table, for documents"),
        })
    }
}
