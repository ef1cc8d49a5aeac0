//! `xianzhi show REGION`: what is known of one region.

use anyhow::Result;

use super::{
    data::Data,
    failure::{self, Outcome},
    options::Options,
    output::Output,
    region::region,
};
use crate::{export::profile_answer, query::ProfileOf};

/// Show what is known of one region
///
/// A `?` stands behind values that may be read wrongly; the formats csv, json and jsonl tell why.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Code, full, short or former name, with its parents where it is ambiguous (新乡市红旗区)
    region: String,

    /// Only this year [default: the latest of each metric]
    #[arg(long)]
    year: Option<u16>,

    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    output: Output,
}

/// Answers. Programs get the figures themselves, in the interchange form.
pub(super) fn run(args: &Args, options: &Options) -> Result<Outcome> {
    args.data.ask(options, |atlas| {
        let region = region(atlas, &args.region)?;
        let profile = ProfileOf { region, year: args.year }.ask(atlas);
        if profile.groups.is_empty() {
            let name = atlas.gazetteer().name(region);
            let told = match args.year {
                Some(year) => format!("no figures of {name} ({region}) in {year}; without --year the latest are shown"),
                None => format!("no figures of {name} ({region}); xianzhi regions lists who has some"),
            };
            return Ok(failure::nothing(&told));
        }
        args.output.answer(&profile_answer(atlas, &profile, options.language()), options)?;
        Ok(Outcome::Done)
    })
}
