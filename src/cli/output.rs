//! Where a subcommand writes its answer, and in which format.

use std::{
    fs::{self, File},
    io::{self, BufWriter, IsTerminal as _, Write},
    path::{Path, PathBuf},
};

use anstream::{AutoStream, ColorChoice};
use anyhow::{Context as _, Result};
use clap::{ValueEnum, builder::PossibleValue};
use terminal_size::Width;

use super::{failure::Usage, options::Options, whole::Whole};
use crate::export::{Answer, FigureWriter, Format, Out};

/// Where a subcommand writes its answer, and in which format.
#[derive(Debug, clap::Args)]
pub(super) struct Output {
    /// How the answer is written [default: by the extension of FILE, else table]
    #[arg(short, long, value_name = "FORMAT")]
    format: Option<Format>,

    /// Write to FILE instead of standard output (-)
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    file: Option<PathBuf>,

    /// Write csv as Excel opens it by a double click: with a byte order mark, lines ending in CR LF, and a ' before what
    /// it would take for a time (12:43:45) or round (0017)
    #[arg(long)]
    excel: bool,
}

impl Output {
    /// The file that is written to; none for standard output.
    fn file(&self) -> Option<&Path> {
        self.file.as_deref().filter(|file| *file != Path::new("-"))
    }

    /// The format that is asked for, or that FILE goes by.
    ///
    /// # Errors
    /// There is none of the file's extension, the program was built without it, or a terminal cannot show it.
    pub(super) fn format(&self) -> Result<Format> {
        self.format_or(Format::Table)
    }

    /// The same; where nothing tells, `default`.
    fn format_or(&self, default: Format) -> Result<Format> {
        let default = if self.excel { Format::Csv } else { default };
        let format = match (self.format, self.file()) {
            (Some(format), _) => format,
            (None, Some(path)) => of_extension(path)?.unwrap_or(default),
            (None, None) => default,
        };
        let word = word(format);
        if let Some(feature) = format.missing_feature() {
            let remedy = "cargo install --path . --features full";
            return Err(Usage(format!("writing {word} needs the feature `{feature}`: {remedy}")).into());
        }
        if format.is_binary() && self.file().is_none() && io::stdout().is_terminal() {
            let remedy = format!("write it to a file (-o FILE.{word}) or into a pipe");
            return Err(Usage(format!("a terminal cannot show {word}; {remedy}")).into());
        }
        match (format, self.excel) {
            (Format::Csv, true) => Ok(Format::ExcelCsv),
            (_, true) => Err(Usage(format!("--excel is a way to write csv, not {word}; leave one of them out")).into()),
            (_, false) => Ok(format),
        }
    }

    /// Whether the answer is for people, who want it short, or for a program, which wants it whole.
    pub(super) fn for_people(&self) -> Result<bool> {
        Ok(self.format()?.is_for_people())
    }

    /// Whether a picture is asked for.
    pub(super) fn is_picture(&self) -> Result<bool> {
        Ok(self.format()? == Format::Svg)
    }

    /// Whether the answer goes to a terminal.
    pub(super) fn to_terminal(&self) -> bool {
        self.file().is_none() && io::stdout().is_terminal()
    }

    /// Whether a picture is asked for, or nothing is.
    pub(super) fn is_picture_by_default(&self) -> Result<bool> {
        Ok(self.format_or(Format::Svg)? == Format::Svg)
    }

    /// Writes an answer that is no picture.
    pub(super) fn answer(&self, answer: &Answer, options: &Options) -> Result<()> {
        let format = in_rows(self.format()?)?;
        self.write(|out| answer.write(format, options.language(), self.width().map(usize::from), out))
    }

    /// Writes a picture.
    pub(super) fn picture(&self, picture: &str) -> Result<()> {
        self.write(|out| out.write_all(picture.as_bytes()))
    }

    /// Begins to write figures that come one by one. An error while writing needs [`Output::doing`] with it.
    pub(super) fn figure_writer(&self, options: &Options) -> Result<(FigureWriter<'static>, Pending)> {
        self.figures_in(self.format()?, options)
    }

    /// Begins to write figures for a pipe: as jsonl, unless another format is asked for.
    pub(super) fn figure_lines(&self, options: &Options) -> Result<(FigureWriter<'static>, Pending)> {
        self.figures_in(self.format_or(Format::Jsonl)?, options)
    }

    fn figures_in(&self, format: Format, options: &Options) -> Result<(FigureWriter<'static>, Pending)> {
        let (format, width) = (in_rows(format)?, self.width().map(usize::from));
        let (out, pending) = self.open()?;
        let writer = FigureWriter::new(format, options.language(), width, out).with_context(|| self.doing())?;
        Ok((writer, pending))
    }

    /// The file that is written to, where it stays as it was as long as nothing is put there.
    pub(super) fn kept(&self, pending: &Pending) -> Option<&Path> {
        self.file().filter(|_| pending.0.is_some())
    }

    /// What goes on while the answer is written: what an error stands behind.
    pub(super) fn doing(&self) -> String {
        let place = self.file().map(|path| path.display().to_string());
        format!("writing {}", place.as_deref().unwrap_or("to standard output"))
    }

    /// Writes text for people, as `option` asks. `write` is given the cells of a line and whether there are colours:
    /// as wide as the terminal and in its colours, or, where there is none, in lines that are never broken.
    ///
    /// # Errors
    /// Another format than text is asked for, or it cannot be written.
    pub(super) fn page(
        &self,
        option: &str,
        write: impl FnOnce(&mut dyn Write, Option<u16>, bool) -> Result<()>,
    ) -> Result<()> {
        let format = self.format()?;
        if format != Format::Table {
            let format = word(format);
            return Err(Usage(format!("{option} writes text for people, not {format}; end FILE in .txt")).into());
        }
        let (stdout, width) = (io::stdout(), self.width());
        let colour = self.file().is_none() && AutoStream::choice(&stdout) != ColorChoice::Never;
        let mut told = Ok(());
        let written = self.write(|out| {
            told = write(out, width, colour);
            // What broke off is no file to put in place.
            if told.is_ok() { Ok(()) } else { Err(io::Error::other("broke off")) }
        });
        told.and(written)
    }

    /// The cells of a line, where the answer goes to a terminal.
    fn width(&self) -> Option<u16> {
        self.to_terminal().then(terminal_size::terminal_size).flatten().map(|(Width(width), _)| width)
    }

    fn write(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
        write_to(self.file(), write)
    }

    /// Opens what JSON lines are written to that are no figures.
    ///
    /// # Errors
    /// The name of the file asks for another format, or it cannot be written to.
    pub(super) fn object_lines(&self, option: &str) -> Result<(Out<'static>, Pending)> {
        match self.format_or(Format::Jsonl)? {
            Format::Jsonl => self.open(),
            format => {
                let format = word(format);
                Err(Usage(format!("{option} writes one JSON object a line, not {format}; end FILE in .jsonl")).into())
            }
        }
    }

    /// Opens the file, or standard output where none is named.
    fn open(&self) -> Result<(Out<'static>, Pending)> {
        Ok(match self.file() {
            Some(path) => {
                let (file, pending) = open(path).with_context(|| self.doing())?;
                (Box::new(BufWriter::new(file)), pending)
            }
            None => (Box::new(BufWriter::new(io::stdout())), Pending(None)),
        })
    }
}

/// What is still to be done once all is written: to put the file in its place. Dropped, it leaves what was there.
#[must_use = "else the file is thrown away"]
pub(super) struct Pending(Option<Whole>);

impl Pending {
    /// Puts the file in its place.
    ///
    /// # Errors
    /// It cannot be put there; what was there before still is.
    pub(super) fn put(self) -> io::Result<()> {
        self.0.map_or(Ok(()), Whole::put)
    }
}

/// Opens a file for writing, so that what is there stays until all is written. Devices and pipes take what comes.
fn open(path: &Path) -> io::Result<(File, Pending)> {
    let there = fs::metadata(path);
    let takes_all = match &there {
        Ok(there) => !there.is_file(),
        // A link to where no file is yet leads there still.
        Err(_) => path.is_symlink(),
    };
    // Those lead to what the program was given, though it be a file.
    let is_given = ["/dev/fd", "/dev/stdout", "/dev/stderr", "/proc"].iter().any(|given| path.starts_with(given));
    if takes_all || is_given {
        return Ok((File::create(path)?, Pending(None)));
    }
    let whole = Whole::begin(path)?;
    Ok((whole.file()?, Pending(Some(whole))))
}

/// A format that holds rows.
fn in_rows(format: Format) -> Result<Format> {
    if format == Format::Svg {
        let told = "svg is for pictures, which compare, map, rank and trend draw; choose another format";
        return Err(Usage(told.into()).into());
    }
    Ok(format)
}

/// The format that a file's name stands for; `None` where it has no extension, as devices have none.
fn of_extension(path: &Path) -> Result<Option<Format>> {
    let Some(extension) = path.extension() else { return Ok(None) };
    let format = match extension.to_string_lossy().to_lowercase().as_str() {
        "txt" => Format::Table,
        "json" => Format::Json,
        "jsonl" | "ndjson" => Format::Jsonl,
        "csv" => Format::Csv,
        "md" | "markdown" => Format::Markdown,
        "xlsx" => Format::Xlsx,
        "parquet" => Format::Parquet,
        "svg" => Format::Svg,
        extension => {
            let known = "txt, json, jsonl, csv, md, xlsx, parquet, svg";
            let told =
                format!("no format goes by .{extension}; name one by --format, or end the name in one of {known}");
            return Err(Usage(told).into());
        }
    };
    Ok(Some(format))
}

/// The word of the command line for a format.
fn word(format: Format) -> String {
    let format = if format == Format::ExcelCsv { Format::Csv } else { format };
    format.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}

/// Writes to a file, or to standard output where none is named.
pub(super) fn write_to(path: Option<&Path>, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
    let Some(path) = path else {
        return buffered(io::stdout().lock(), write).context("writing to standard output");
    };
    let doing = || format!("writing {}", path.display());
    let (file, pending) = open(path).with_context(doing)?;
    buffered(file, write).and_then(|()| pending.put()).with_context(doing)
}

/// Writes in large pieces; the last piece is written too, or its error told.
fn buffered(out: impl Write, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    write(&mut out)?;
    out.flush()
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Table, Self::Json, Self::Jsonl, Self::Csv, Self::Markdown, Self::Xlsx, Self::Parquet, Self::Svg]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            Self::Table => PossibleValue::new("table").help("columns that line up, for people"),
            Self::Json => PossibleValue::new("json").help("one array"),
            Self::Jsonl => PossibleValue::new("jsonl").help("one object a line"),
            Self::Csv => PossibleValue::new("csv").help("with a heading line; formulas are guarded"),
            // That one is asked for by --excel.
            Self::ExcelCsv => return None,
            Self::Markdown => PossibleValue::new("md").alias("markdown").help("a Markdown table, for documents"),
            Self::Xlsx => PossibleValue::new("xlsx").help("a workbook with typed numbers and the sources"),
            Self::Parquet => PossibleValue::new("parquet").help("typed columns, for DuckDB, pandas, Spark"),
            Self::Svg => PossibleValue::new("svg").help("a chart or map as a picture (compare, map, rank, trend)"),
        })
    }
}
