//! `xianzhi extract PATH…`: the figures of reports.

mod explain;
mod stream;

use std::{io, ops::ControlFlow, path::PathBuf};

use anyhow::{Context as _, Result};
use clap::{ValueEnum, builder::PossibleValue};

use self::explain::Page;
use super::{
    data::{self, Tables},
    failure::{self, Outcome, say},
    gauge::Gauge,
    options::Options,
    output::Output,
};
use crate::{
    export::FigureWriter,
    extract::{Extraction, Extractor, Family, Problem},
    load,
    model::{Document, Language},
};

/// Read the figures out of reports
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Reports (.txt, .md, .html, .docx, .pdf), folders of them, or - for standard input
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,

    #[command(flatten)]
    stream: stream::Documents,

    /// Tell on standard error what was seen and not read: damaged numbers, numbers of nothing known
    #[arg(long)]
    problems: bool,

    /// Print the reports with every number lit, and under each paragraph what was read, by which rule,
    /// and why it may be wrong
    #[arg(long, conflicts_with_all = ["format", "problems"])]
    explain: bool,

    /// Make no use of a family of rules, to see what it contributes (may be given again)
    #[arg(long, value_name = "FAMILY", hide_possible_values = true)]
    without: Vec<Family>,

    #[command(flatten)]
    output: Output,
}

/// Reads the reports in the order of their paths, and writes their figures in the order of the text.
pub(super) fn run(args: &Args, options: &Options) -> Result<Outcome> {
    let tables = Tables::carried();
    let extractor = Extractor::new(&tables.gazetteer, &tables.catalogue);
    let extractor = extractor.without(args.without.iter().copied().collect());
    if args.explain {
        return explain(args, &extractor, options);
    }
    if args.stream.jsonl_in {
        return stream::run(args, &extractor, options);
    }
    let (mut writer, pending) = args.output.figure_writer(options)?;
    let mut written = Ok(());
    let mut nothing = true;
    let ledger = options.ledger(&args.paths);
    let shows_meanwhile = args.problems || (args.output.to_terminal() && !args.output.for_people()?);
    let mut gauge = Gauge::of_files("reading", options).unless(shows_meanwhile);
    let progress = &mut |progress| {
        gauge.tell(progress);
        ControlFlow::Continue(())
    };
    let troubles = load::extract_corrected(&args.paths, &ledger, &extractor, progress, |document, extraction| {
        nothing &= extraction.figures.is_empty();
        if args.problems {
            tell(&document.source.id, &extraction.problems, options.language());
        }
        written = write(&mut writer, &document, &extraction);
        if written.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    })?;
    drop(gauge);
    let kept = args.output.kept(&pending).filter(|_| nothing && written.is_ok());
    if let Some(path) = kept {
        let outcome = data::tell(&troubles, options);
        let left = if path.exists() { " and is left as it was" } else { "" };
        let told = format!("no figure was found; {} is not written{left}", path.display());
        return Ok(failure::nothing(&told).and(outcome));
    }
    let finished = written.and_then(|()| writer.finish()).and_then(|()| pending.put());
    finished.with_context(|| args.output.doing())?;
    let outcome = data::tell(&troubles, options);
    Ok(if nothing { failure::nothing("no figure was found").and(outcome) } else { outcome })
}

/// Writes what was read of a document.
fn write(writer: &mut FigureWriter, document: &Document, extraction: &Extraction) -> io::Result<()> {
    writer.source(&document.source)?;
    extraction.figures.iter().try_for_each(|figure| writer.figure(figure))
}

/// Prints the reports with what was read of them.
fn explain(args: &Args, extractor: &Extractor, options: &Options) -> Result<Outcome> {
    let mut troubles = Vec::new();
    args.output.page("--explain", |out, width, colour| {
        let page = Page { language: options.language(), width, colour };
        let mut written = Ok(());
        let go_on = &mut |_| ControlFlow::Continue(());
        troubles = load::extract(&args.paths, extractor, go_on, |document, extraction| {
            written = page.write(&document, &extraction, out);
            if written.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        })?;
        Ok(written?)
    })?;
    Ok(data::tell(&troubles, options))
}

fn tell(document: &str, problems: &[Problem], language: Language) {
    for Problem { paragraph, kind, text, .. } in problems {
        let sentence = kind.sentence(language);
        say!("{document}:{paragraph}: {sentence}: {}", text.replace(char::is_control, " "));
    }
}

impl ValueEnum for Family {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.key()))
    }
}
