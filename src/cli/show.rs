//! `xianzhi show REGION`: what is known of one region.

use anyhow::Result;

use super::{
    data::Data,
    failure::{self, Outcome},
    options::Options,
    output::Output,
    region::region,
};
use crate::{
    export::profile_table,
    query::{Profile, ProfileOf, Reading},
};

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
        if args.output.for_people()? {
            args.output.sheet(&profile_table(atlas, &profile, options.language()), options)?;
        } else {
            let figures = readings(&profile).map(|reading| atlas.figure(reading.id).to_figure()).collect::<Vec<_>>();
            args.output.figures(&figures, options)?;
        }
        Ok(Outcome::Done)
    })
}

fn readings(profile: &Profile) -> impl Iterator<Item = &Reading> {
    let rows = profile.groups.iter().flat_map(|group| &group.rows);
    rows.flat_map(|row| [&row.level, &row.growth, &row.rank].into_iter().flatten().chain(&row.others))
}
