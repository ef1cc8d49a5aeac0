//! `xianzhi ledger export`: corrections as an annotation with which score.py measures a reading.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};

use crate::{
    cli::{
        data::{self, Data},
        failure::{self, Outcome, say},
        options::Options,
        output,
    },
    ledger::{Annotation, annotate},
    model::Figure,
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Folder to write to: annotation.jsonl, one figure a line, and ranges.tsv, what of each document was looked at
    #[arg(value_name = "DIR")]
    folder: PathBuf,

    /// Documents that were looked through from the first number to the last: what was not corrected in them is
    /// right, what was not read is no figure
    #[arg(long, value_name = "DOC", num_args = 1..)]
    whole: Vec<String>,

    #[command(flatten)]
    data: Data,
}

/// Writes both files.
pub(super) fn run(args: &Args, options: &Options) -> Result<Outcome> {
    if let Some(path) = args.data.paths().iter().find(|path| is_below(&args.folder, path)) {
        anyhow::bail!(
            "an annotation in {} would be read as figures the next time; name another folder than one in {}",
            args.folder.display(),
            path.display()
        );
    }
    let loaded = args.data.open(options)?;
    let reading = data::tell(&loaded.troubles, options);
    let atlas = &loaded.atlas;
    if let Some(doc) = args.whole.iter().find(|doc| !atlas.sources().iter().any(|source| source.id == **doc)) {
        anyhow::bail!("no document is called {doc}; xianzhi sources lists them, --data PATH opens others");
    }
    let figures: Vec<Figure> =
        (0..atlas.len() as u32).map(|id| atlas.figure(crate::index::FigureId(id)).to_figure()).collect();
    let annotation = annotate(&loaded.corrections, atlas.sources(), figures, &args.whole);
    if annotation.rows.is_empty() {
        return Ok(failure::nothing("there is no correction to write; xianzhi correct makes one").and(reading));
    }
    write(&args.folder, &annotation)?;
    tell(&annotation, &args.folder);
    Ok(reading)
}

/// Whether a folder, which may not be there yet, lies below another or is it.
fn is_below(folder: &Path, above: &Path) -> bool {
    let place = folder.ancestors().find_map(|known| {
        let known = if known.as_os_str().is_empty() { Path::new(".") } else { known };
        known.canonicalize().ok()
    });
    place.zip(above.canonicalize().ok()).is_some_and(|(place, above)| above.is_dir() && place.starts_with(above))
}

fn write(folder: &Path, annotation: &Annotation) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    output::write_to(Some(&folder.join("annotation.jsonl")), |out| {
        for row in &annotation.rows {
            serde_json::to_writer(&mut *out, row).map_err(io::Error::from)?;
            out.write_all(b"\n")?;
        }
        Ok(())
    })?;
    output::write_to(Some(&folder.join("ranges.tsv")), |out| {
        annotation.ranges.iter().try_for_each(|(doc, start, end)| writeln!(out, "{doc}\t{start}\t{end}"))
    })
}

fn tell(annotation: &Annotation, folder: &Path) {
    for doc in &annotation.alike {
        say!("xianzhi: several documents are called {doc}, which an annotation cannot tell apart; they are left out");
    }
    say!(
        "xianzhi: {} figures and {} places that tell none, in {}; python3 score.py {}/annotation.jsonl --pred FIGURES.jsonl",
        annotation.figures(),
        annotation.rejected,
        folder.display(),
        folder.display()
    );
}
