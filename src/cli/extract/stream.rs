//! `xianzhi extract - --jsonl-in`: documents as JSON lines in, figures out, each as soon as it is there.

use std::{
    fs::File,
    io::{self, BufRead, BufReader},
    ops::ControlFlow,
    path::Path,
};

use anyhow::{Context as _, Error, Result};
use serde::Serialize;

use super::{tell, write};
use crate::{
    cli::{
        data,
        failure::{self, Outcome},
        gauge::Gauge,
        options::Options,
    },
    export::{FigureWriter, Out},
    extract::{Extraction, Extractor},
    ledger::{Corrections, Reading},
    load::{self, Ledgers},
    model::{Document, Figure},
};

/// So much is read from the input at a time, in bytes.
const CHUNK: usize = 1 << 16;

/// Documents in a pipe.
#[derive(Debug, clap::Args)]
pub(super) struct Documents {
    /// Take documents as JSON, one a line, from the files or standard input (-): {"id": …, "text": …}, with
    /// title, publisher, date, hash and url where they are known
    ///
    /// Figures are written as jsonl, unless --format or the name of FILE tells another; as jsonl and csv those of
    /// each line as soon as those of the lines before it are, at a bounded memory; a FILE is in its place once all
    /// are written. A line that cannot be read (broken, without id or text, longer than 64 MiB) is told by its number
    /// and passed over, which is an error (exit code 1) under --strict; no figures are no error here. Ids are not
    /// compared: figures of two lines with one id are figures of one document. Other fields are passed over. Documents
    /// in a pipe lie in no folder: only the corrections of a ledger that --ledger names are applied.
    #[arg(long, conflicts_with = "explain")]
    pub(super) jsonl_in: bool,

    /// With --jsonl-in: write one object a line of input, {"id": …, "figures": […]}, also where there are none
    #[arg(long, requires = "jsonl_in", conflicts_with_all = ["format", "excel"])]
    per_document: bool,
}

/// Where what the documents give is written to.
enum Sink {
    /// Figure after figure.
    Figures(Box<FigureWriter<'static>>),
    /// A line a document.
    ByDocument(Out<'static>),
}

/// What one line of input gave.
#[derive(Serialize)]
struct PerDocument<'a> {
    id: &'a str,
    figures: &'a [Figure],
}

/// Reads the lines in their order and writes what they give in the same order.
pub(super) fn run(args: &super::Args, extractor: &Extractor, options: &Options) -> Result<Outcome> {
    let (mut sink, pending) = if args.stream.per_document {
        let (out, pending) = args.output.object_lines("--per-document")?;
        (Sink::ByDocument(out), pending)
    } else {
        let (writer, pending) = args.output.figure_lines(options)?;
        (Sink::Figures(Box::new(writer)), pending)
    };
    let mut ledgers = Ledgers::of(&options.named_ledger());
    let (acts, troubles) = ledgers.read();
    let mut corrections = Corrections::of(acts);
    let mut gauge = Gauge::of_documents("reading", options).unless(args.problems || args.output.to_terminal());
    let mut outcome = data::tell(&troubles, options);
    for path in &args.paths {
        let doing = || format!("reading {}", path.display());
        let reading = load::extract_lines(open(path).with_context(doing)?, path, extractor, |read| {
            match read {
                Ok((document, mut extraction)) => {
                    gauge.document(extraction.figures.len());
                    let reading = Reading { source: &document.source, text: Some(&document.text) };
                    extraction.figures = corrections.apply(reading, extraction.figures);
                    if args.problems {
                        tell(&document.source.id, &extraction.problems, options.language());
                    }
                    if let Err(error) = sink.take(&document, &extraction) {
                        // The next line may be long in coming, and nobody could be given its figures.
                        gauge.aside(|| failure::leave(&Error::new(error).context(args.output.doing())));
                    }
                }
                Err(trouble) => outcome = outcome.and(gauge.aside(|| data::tell(&[trouble], options))),
            }
            ControlFlow::Continue(())
        });
        reading.with_context(doing)?;
    }
    sink.finish().and_then(|()| pending.put()).with_context(|| args.output.doing())?;
    drop(gauge);
    Ok(outcome.and(data::tell(&ledgers.set_aside(&corrections.entries()), options)))
}

/// Opens a file of lines; `-` is standard input.
fn open(path: &Path) -> io::Result<Box<dyn BufRead + Send>> {
    Ok(if path == Path::new("-") {
        Box::new(BufReader::with_capacity(CHUNK, io::stdin()))
    } else {
        Box::new(BufReader::with_capacity(CHUNK, File::open(path)?))
    })
}

impl Sink {
    /// Writes what a document gave, so that whoever reads the pipe has it.
    fn take(&mut self, document: &Document, extraction: &Extraction) -> io::Result<()> {
        match self {
            Self::Figures(writer) => {
                write(writer, document, extraction)?;
                writer.flush()
            }
            Self::ByDocument(out) => {
                let line = PerDocument { id: &document.source.id, figures: &extraction.figures };
                serde_json::to_writer(&mut *out, &line)?;
                out.write_all(b"\n")?;
                out.flush()
            }
        }
    }

    fn finish(self) -> io::Result<()> {
        match self {
            Self::Figures(writer) => writer.finish(),
            Self::ByDocument(mut out) => out.flush(),
        }
    }
}
