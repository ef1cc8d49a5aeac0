//! `xianzhi map METRIC --within REGION`: regions at their places, shaded by a metric.

use anyhow::Result;

use super::{
    data::Data,
    failure::{self, Outcome},
    metric::{metric, suggestions},
    options::Options,
    output::Output,
    rank::By,
    region::{parent, region},
};
use crate::{
    export::{map_picture, ranking_answer},
    model::{Level, Places},
    query::{Shade, Territory},
};

/// Draw regions at their places, shaded by a metric, as SVG
///
/// The regions that have a value are divided into five classes of about as many regions each. Shapes are
/// made of the centres and areas of the regions; borders are not where they really run. Places are known
/// of Henan (河南省). In any other format than svg, the regions with their values.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Key, Chinese name or alias (gdp, 地区生产总值, GDP)
    metric: String,

    /// The province or prefecture to draw
    #[arg(long, value_name = "REGION")]
    within: String,

    /// Regions of this level
    #[arg(long, default_value = "county")]
    level: Level,

    /// What the shades tell
    #[arg(long, default_value = "level")]
    by: By,

    /// Only this year [default: the latest of each region]
    #[arg(long)]
    year: Option<u16>,

    /// Draw a bold border around this region
    #[arg(long, value_name = "REGION")]
    mark: Option<String>,

    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    output: Output,
}

/// Answers.
pub(super) fn run(args: &Args, options: &Options) -> Result<Outcome> {
    args.data.ask(options, |atlas| {
        let within = parent(atlas, &args.within)?;
        let marked = args.mark.as_deref().map(|text| region(atlas, text)).transpose()?;
        let metric = metric(atlas, &args.metric)?;
        let query = Shade { metric, measure: args.by.measure(), within, level: args.level, year: args.year };
        let shading = query.ask(atlas);
        let name = atlas.metric_name(metric);
        if atlas.metric_figures(metric) == 0 {
            let told = format!("there are no figures of {name}{}", suggestions(atlas, &args.metric));
            return Ok(failure::nothing(&told));
        }
        if shading.classes.is_empty() {
            let told = format!("no region there has a figure of {name} that fits; try another --level, --by or --year");
            return Ok(failure::nothing(&told));
        }
        if !args.output.is_picture_by_default()? {
            args.output.answer(&ranking_answer(atlas, &shading.ranking(), options.language()), options)?;
            return Ok(Outcome::Done);
        }
        let territory = Territory::of(Places::carried().counties(within.province()));
        let Some(picture) = map_picture(atlas, &query, &shading, &territory, marked, options.language()) else {
            let within = atlas.gazetteer().name(within);
            let told = format!("it is not known where the regions of {within} lie; xianzhi rank puts them in order");
            return Ok(failure::nothing(&told));
        };
        args.output.picture(&picture)?;
        Ok(Outcome::Done)
    })
}
