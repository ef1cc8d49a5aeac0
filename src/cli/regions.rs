//! `xianzhi regions [TEXT]`: the regions there are.

use anyhow::Result;

use super::{
    data::Data,
    failure::{self, Outcome},
    options::Options,
    output::Output,
    region::suggestions,
};
use crate::{export::regions_answer, index::Atlas, model::RegionCode};

/// List regions with their codes, parents, former names and number of figures
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Only regions whose code or name, of today or before, has this in it [default: those with figures]
    text: Option<String>,

    /// The whole country, also regions without figures
    #[arg(long)]
    all: bool,

    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    output: Output,
}

/// Answers.
pub(super) fn run(args: &Args, options: &Options) -> Result<Outcome> {
    args.data.ask(options, |atlas| {
        let regions = match &args.text {
            Some(text) => named(atlas, text),
            None if args.all => atlas.gazetteer().regions().iter().map(|region| region.code).collect(),
            None => atlas.regions().map(|(code, _)| code).collect(),
        };
        if regions.is_empty() {
            let told = match &args.text {
                Some(text) => format!("no region has {text} in its code or name{}", suggestions(atlas, text)),
                None => "no figure tells its region; xianzhi regions --all lists the whole country".to_owned(),
            };
            return Ok(failure::nothing(&told));
        }
        args.output.answer(&regions_answer(atlas, &regions, options.language()), options)?;
        Ok(Outcome::Done)
    })
}

/// Regions that have the text in a code or name of theirs, of today or before.
fn named(atlas: &Atlas, text: &str) -> Vec<RegionCode> {
    let text = text.trim();
    let regions = atlas.gazetteer().regions().iter();
    let bears = |code: RegionCode, name: &str| name.contains(text) || code.to_string().starts_with(text);
    let found = regions.filter(|region| {
        bears(region.code, &region.name) || region.former.iter().any(|former| bears(former.code, &former.name))
    });
    found.map(|region| region.code).collect()
}
