//! `xianzhi rank METRIC`: one metric, all regions of a level.

use anyhow::Result;
use clap::{ValueEnum, builder::PossibleValue};

use super::{
    data::Data,
    failure::{self, Outcome},
    metric::{metric, suggestions},
    options::Options,
    output::Output,
    region::{parent, region},
};
use crate::{
    export::{amount, ranking_answer, ranking_picture},
    index::Atlas,
    model::{Language, Level, Measure, Status},
    query::{PartYear, Rank, Ranking},
};

/// Put regions in order by a metric
///
/// Of each region the actual figure counts, else the forecast; targets are no results and are left
/// out. Growth is that against the year before.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Key, Chinese name or alias (gdp, 地区生产总值, GDP)
    metric: String,

    /// Only regions below this one
    #[arg(long, value_name = "REGION")]
    within: Option<String>,

    /// Only regions of this level
    #[arg(long, default_value = "county")]
    level: Level,

    /// What the order goes by
    #[arg(long, default_value = "level")]
    by: By,

    /// Only this year [default: the latest of each region]
    #[arg(long)]
    year: Option<u16>,

    /// Light up this region in a picture
    #[arg(long, value_name = "REGION")]
    mark: Option<String>,

    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    output: Output,
}

/// What the order goes by.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum By {
    /// The value itself
    Level,
    /// Its growth against the year before
    Growth,
}

impl By {
    /// What the numbers tell.
    pub(super) const fn measure(self) -> Measure {
        match self {
            Self::Level => Measure::Level,
            Self::Growth => Measure::Growth,
        }
    }
}

/// Answers.
pub(super) fn run(args: &Args, options: &Options) -> Result<Outcome> {
    args.data.ask(options, |atlas| {
        let query = Rank {
            metric: metric(atlas, &args.metric)?,
            measure: args.by.measure(),
            level: args.level,
            within: args.within.as_deref().map(|text| parent(atlas, text)).transpose()?,
            year: args.year,
        };
        let ranking = query.ask(atlas);
        let language = options.language();
        if ranking.entries.is_empty() {
            let name = atlas.metric_name(query.metric);
            let told = if atlas.metric_figures(query.metric) == 0 {
                format!("there are no figures of {name}{}", suggestions(atlas, &args.metric))
            } else {
                format!("no region has a figure of {name} that fits; try another --level, --by, --year or --within")
            };
            let part = part_year(atlas, &ranking, language).map(|told| format!("; {told}")).unwrap_or_default();
            return Ok(failure::nothing(&format!("{told}{part}")));
        }
        if let Some(told) = part_year(atlas, &ranking, language) {
            options.note(&told);
        }
        if args.output.is_picture()? {
            let lit = args.mark.as_deref().map(|text| region(atlas, text)).transpose()?;
            let picture = ranking_picture(atlas, query.metric, &ranking, lit, language);
            args.output.picture(&picture.unwrap_or_default())?;
        } else {
            args.output.answer(&ranking_answer(atlas, &ranking, language), options)?;
        }
        Ok(Outcome::Done)
    })
}

/// Who is left out because only some months are told, with what is told of them.
fn part_year(atlas: &Atlas, ranking: &Ranking, language: Language) -> Option<String> {
    /// As many as are told one by one.
    const MOST: usize = 12;
    let part_year = &ranking.part_year;
    let told = part_year.iter().take(MOST).map(|PartYear { region, reading }| {
        let period = reading.period.map(|period| format!(" ({period})")).unwrap_or_default();
        let amount = amount(&atlas.figure(reading.id).to_figure(), language);
        let doubt = if reading.doubt.is_empty() { "" } else { "?" };
        let forecast = reading.status != Status::Actual;
        let tag = if forecast { format!("{} ", reading.status.label(language)) } else { String::new() };
        format!("{} {tag}{amount}{doubt}{period}", atlas.gazetteer().name(*region))
    });
    let told = told.collect::<Vec<_>>().join(", ");
    let more = part_year.len().saturating_sub(MOST);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    (!part_year.is_empty()).then(|| format!("not in the order, as only some months of the year are told: {told}{more}"))
}

impl ValueEnum for Level {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::County, Self::Prefecture, Self::Province]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            Self::County => PossibleValue::new("county").help("县, 县级市, 市辖区, 旗"),
            Self::Prefecture => PossibleValue::new("prefecture").help("地级市, 地区, 自治州, 盟"),
            Self::Province => PossibleValue::new("province").help("省, 自治区, 直辖市"),
        })
    }
}
