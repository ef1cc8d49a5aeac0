//! `xianzhi compare REGION REGION…`: regions side by side.

use anyhow::Result;

use super::{
    data::Data,
    failure::{self, Outcome},
    options::Options,
    output::Output,
    region::regions,
};
use crate::{
    export::{comparison_answer, comparison_picture},
    query::{Align, Compare, Order},
};

/// Lay two to eight regions side by side, with difference and ratio of the first two
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Codes or names, the first two are set against each other
    #[arg(value_name = "REGION", num_args = 2..=8, required = true)]
    regions: Vec<String>,

    /// Only this year [default: for each metric the latest that most of them have]
    #[arg(long)]
    year: Option<u16>,

    /// Only metrics that at least two of them have
    #[arg(long)]
    common: bool,

    /// Of each region the latest year that it has, even where it is not the same
    #[arg(long, conflicts_with = "year")]
    latest: bool,

    /// The widest gaps first [default: what all of them have first]
    #[arg(long)]
    gaps: bool,

    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    output: Output,
}

/// Answers.
pub(super) fn run(args: &Args, options: &Options) -> Result<Outcome> {
    args.data.ask(options, |atlas| {
        let regions = regions(atlas, &args.regions)?;
        let align = if args.latest { Align::Latest } else { Align::SameYear };
        let order = if args.gaps { Order::Gap } else { Order::Shared };
        let compare = Compare { regions, year: args.year, align, common_only: args.common, order };
        let comparison = compare.ask(atlas);
        if comparison.rows.is_empty() {
            return Ok(failure::nothing("nothing to compare; xianzhi regions lists who has figures"));
        }
        if !args.output.is_picture()? {
            args.output.answer(&comparison_answer(atlas, &comparison, options.language()), options)?;
            return Ok(Outcome::Done);
        }
        let Some(picture) = comparison_picture(atlas, &comparison, options.language()) else {
            return Ok(failure::nothing("nothing to draw: no metric has a number of two of them"));
        };
        args.output.picture(&picture)?;
        Ok(Outcome::Done)
    })
}
