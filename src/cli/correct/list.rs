//! `xianzhi correct list`: figures with the names by which they are corrected.

use std::collections::HashMap;

use anyhow::Result;

use crate::{
    cli::{
        data::{self, Data},
        failure::{self, Outcome},
        metric::metric,
        options::Options,
        output::Output,
        region::region,
    },
    export::readings_answer,
    index::{Atlas, SourceId},
    model::Figure,
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A document, or a region by code or name [default: everything]
    #[arg(value_name = "DOC|REGION")]
    of: Option<String>,

    /// Only this metric: a key, a name or an alias
    #[arg(long)]
    metric: Option<String>,

    /// Only figures that may be read wrongly and that nobody has looked at
    #[arg(long)]
    doubtful: bool,

    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    output: Output,
}

/// Lists them document by document, in the order of the text.
pub(super) fn run(args: &Args, options: &Options) -> Result<Outcome> {
    let loaded = args.data.open(options)?;
    let reading = data::tell(&loaded.troubles, options);
    let atlas = &loaded.atlas;
    let figures = listed(args, atlas)?;
    if figures.is_empty() {
        return Ok(failure::nothing("no figure was found; xianzhi sources and xianzhi regions list what there is")
            .and(reading));
    }
    args.output.answer(&readings_answer(&figures, options.language()), options)?;
    Ok(reading)
}

/// The figures that are asked for, each with its name.
fn listed(args: &Args, atlas: &Atlas) -> Result<Vec<(String, Figure)>> {
    let is_doc = |doc: &String| {
        atlas.sources().iter().any(|source| source.id == *doc || source.id.ends_with(&format!("/{doc}")))
    };
    let doc = args.of.as_ref().filter(|of| is_doc(of));
    let region = args.of.as_ref().filter(|_| doc.is_none()).map(|of| region(atlas, of)).transpose()?;
    let metric = args.metric.as_ref().map(|name| metric(atlas, name)).transpose()?;
    let mut listed = Vec::new();
    for (source, number) in atlas.sources().iter().zip(0..) {
        if doc.is_some_and(|doc| source.id != *doc && !source.id.ends_with(&format!("/{doc}"))) {
            continue;
        }
        let ids: Vec<_> = atlas.source_figures(SourceId(number)).collect();
        let place = |id| (atlas.figure(id).span(), atlas.figure(id).text());
        let mut at_place: HashMap<_, usize> = HashMap::new();
        for id in &ids {
            *at_place.entry(place(*id)).or_default() += 1;
        }
        let mut so_far: HashMap<_, usize> = HashMap::new();
        for id in ids {
            let figure = atlas.figure(id);
            let number = so_far.entry(place(id)).or_default();
            *number += 1;
            let is_wanted = region.is_none_or(|region| figure.region() == region)
                && metric.is_none_or(|metric| figure.metric() == metric)
                && !(args.doubtful && figure.doubt().is_empty());
            if is_wanted {
                let told = figure.to_figure();
                let which = if at_place[&place(id)] > 1 { format!("#{number}") } else { String::new() };
                listed.push((told.address() + &which, told));
            }
        }
    }
    Ok(listed)
}
