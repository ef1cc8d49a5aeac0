//! `xianzhi build PATH… -o FILE`: all reports and figures in one file.

use std::{
    io::{self, BufWriter},
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::{Context as _, Result};

use super::{
    data::{self, Tables},
    failure::{self, Outcome, Usage},
    gauge::Gauge,
    mapping::Maps,
    options::Options,
    whole::Whole,
};
use crate::{
    export::{FigureWriter, Format},
    load::{Anew, Built, Reader},
    model::Language,
};

/// Put reports and figures into one file, which opens as they do
///
/// Documents that FILE holds already and that have not changed, by the hash of their content, are not read again;
/// those that changed are, and those that are gone are left out. Where another version of the program has read
/// them everything is read anew. The figures are written as corrected. FILE is replaced once all is written: who
/// opens it, and who stops the work, finds it as it was before.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Reports, figure files or folders of them
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,

    /// The file to write, .jsonl or .parquet
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,

    /// Read everything anew
    #[arg(long)]
    full: bool,

    #[command(flatten)]
    maps: Maps,
}

/// Reads what has changed and writes everything.
pub(super) fn run(args: &Args, options: &Options) -> Result<Outcome> {
    let format = format(&args.output)?;
    let doing = || format!("writing {}", args.output.display());
    // What cannot be written is told before anything is read.
    let whole = Whole::begin(&args.output).with_context(doing)?;
    let tables = Tables::carried();
    let reader = Reader::new(args.paths.clone(), Arc::clone(&tables.gazetteer), Arc::clone(&tables.catalogue))
        .with_ledger(options.ledger(&args.paths));
    let mut reader = args.maps.given_to(reader)?;
    let mut gauge = Gauge::of_files("reading", options);
    let built = reader.build(&args.output, args.full || options.as_read, &mut |progress| {
        gauge.tell(progress);
        ControlFlow::Continue(())
    })?;
    drop(gauge);
    args.maps.keep(&reader)?;
    let outcome = data::tell(&built.troubles, options);
    if built.figures().len() == 0 {
        let left = if args.output.exists() { " and is left as it was" } else { "" };
        return Ok(failure::nothing(&format!("no figure was found; {} is not written{left}", args.output.display())));
    }
    let out = BufWriter::new(whole.file().with_context(doing)?);
    write(&built, FigureWriter::new(format, Language::En, None, Box::new(out)).with_context(doing)?)
        .with_context(doing)?;
    whole.put().with_context(doing)?;
    options.note(&told(&args.output, &built));
    Ok(outcome)
}

/// The format that the name of the file tells.
fn format(path: &Path) -> Result<Format> {
    let format = match path.extension().and_then(|extension| extension.to_str()) {
        Some("jsonl") => Format::Jsonl,
        Some("parquet") => Format::Parquet,
        _ => return Err(Usage(format!("{} is to end in .jsonl or .parquet", path.display())).into()),
    };
    match format.missing_feature() {
        Some(feature) => {
            let remedy = "cargo install --path . --features full";
            Err(Usage(format!("writing parquet needs the feature `{feature}`: {remedy}")).into())
        }
        None => Ok(format),
    }
}

fn write(built: &Built, writer: FigureWriter) -> io::Result<()> {
    let mut writer = writer.with_source_lines();
    built.sources().iter().try_for_each(|source| writer.source(source))?;
    built.figures().try_for_each(|figure| writer.figure(&figure))?;
    writer.finish()
}

/// What was done, in one sentence, after why not less could be.
fn told(path: &Path, built: &Built) -> String {
    let Built { read, kept, gone, anew, .. } = built;
    let anew = match anew {
        None => "",
        Some(Anew::OtherReading) => "another version of the program had read its documents, so all were read anew; ",
        Some(Anew::Broken) => "what it held could not be read whole, so all documents were read anew; ",
    };
    let (path, figures) = (path.display(), built.figures().len());
    if read + kept + gone == 0 {
        return format!("{path}: {anew}{figures} figures, all of figure files");
    }
    format!("{path}: {anew}{read} documents read, {kept} kept, {gone} gone; {figures} figures")
}
