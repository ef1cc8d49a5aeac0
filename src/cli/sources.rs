//! `xianzhi sources [TEXT]`: the documents that the figures were read from.

use anyhow::Result;

use super::{
    data::Data,
    failure::{self, Outcome},
    options::Options,
    output::Output,
    region::region,
};
use crate::{
    export::documents_answer,
    index::{Atlas, SourceId},
    model::{RegionCode, Source},
};

/// List the documents with title, publisher, date, regions, number of figures, years and hash
///
/// Each is known by its file name; the hash is that of its bytes, as sha256sum tells it. Documents that are quoted
/// from print have none.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Only documents that have this in file name, title, publisher, date or address
    text: Option<String>,

    /// Only documents with figures of this region or of one below it: a code or name
    #[arg(long, value_name = "REGION")]
    region: Option<String>,

    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    output: Output,
}

/// Answers.
pub(super) fn run(args: &Args, options: &Options) -> Result<Outcome> {
    args.data.ask(options, |atlas| {
        let region = args.region.as_deref().map(|text| region(atlas, text)).transpose()?;
        let documents: Vec<_> = (0..)
            .map(SourceId)
            .zip(atlas.sources())
            .filter(|(_, source)| args.text.as_deref().is_none_or(|text| bears(source, text.trim())))
            .filter(|(id, _)| region.is_none_or(|region| tells_of(atlas, *id, region)))
            .map(|(id, _)| id)
            .collect();
        if documents.is_empty() {
            return Ok(failure::nothing("no such document; without TEXT and --region all are listed"));
        }
        args.output.answer(&documents_answer(atlas, &documents, options.language()), options)?;
        Ok(Outcome::Done)
    })
}

/// Whether a text is part of what is known of a document.
fn bears(source: &Source, text: &str) -> bool {
    let Source { id, title, publisher, date, url, .. } = source;
    [id, title, publisher, date, url].iter().any(|part| part.to_lowercase().contains(&text.to_lowercase()))
}

/// Whether a document has a figure of a region, or of one that lies in it.
fn tells_of(atlas: &Atlas, document: SourceId, region: RegionCode) -> bool {
    let mut regions = atlas.source_figures(document).map(|id| atlas.figure(id).region());
    regions.any(|told| told == region || atlas.gazetteer().lineage(told).any(|above| above.code == region))
}
