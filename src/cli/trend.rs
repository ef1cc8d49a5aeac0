//! `xianzhi trend METRIC REGION…`: one metric over the years.

use anyhow::Result;

use super::{
    data::Data,
    failure::{self, Outcome},
    metric::{metric, suggestions},
    options::Options,
    output::Output,
    region::regions,
};
use crate::{
    export::{trend_answer, trend_picture},
    query::{Trend, TrendMode},
};

/// Follow a metric of one or more regions over the years
///
/// Of each year the actual figure counts, else the forecast, else the target; the latter two say so. A
/// year of which nothing is told stays empty.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Key, Chinese name or alias (gdp, 地区生产总值, GDP)
    metric: String,

    /// Codes or names
    #[arg(value_name = "REGION", required = true)]
    regions: Vec<String>,

    /// In per cent of the first year that all, or else most of them have
    #[arg(long, conflicts_with = "yoy")]
    index: bool,

    /// Growth against the year before, as told; else computed, where level and growth are of the same prices
    #[arg(long)]
    yoy: bool,

    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    output: Output,
}

/// Answers.
pub(super) fn run(args: &Args, options: &Options) -> Result<Outcome> {
    args.data.ask(options, |atlas| {
        let mode = match (args.index, args.yoy) {
            (true, _) => TrendMode::Indexed,
            (_, true) => TrendMode::YearOnYear,
            _ => TrendMode::Absolute,
        };
        let metric = metric(atlas, &args.metric)?;
        let regions = regions(atlas, &args.regions)?;
        let query = Trend { regions, metric, mode };
        let chart = query.ask(atlas);
        if chart.years().is_none() {
            let name = atlas.metric_name(query.metric);
            let told = if atlas.metric_figures(query.metric) == 0 {
                format!("there are no figures of {name}{}", suggestions(atlas, &args.metric))
            } else if mode == TrendMode::Indexed {
                format!("there is no year in which two of them have {name}")
            } else {
                format!("none of them has a figure of {name} for a whole year; try with or without --yoy")
            };
            return Ok(failure::nothing(&told));
        }
        if args.output.is_picture()? {
            let picture = trend_picture(atlas, query.metric, &chart, options.language());
            args.output.picture(&picture.unwrap_or_default())?;
        } else {
            args.output.answer(&trend_answer(atlas, &chart, options.language()), options)?;
        }
        Ok(Outcome::Done)
    })
}
