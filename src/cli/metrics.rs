//! `xianzhi metrics [TEXT]`: the metrics there are.

use anyhow::Result;

use super::{
    data::Data,
    failure::{self, Outcome},
    metric::suggestions,
    options::Options,
    output::Output,
};
use crate::{
    export::metrics_answer,
    index::{Atlas, MetricId},
};

/// List metrics with their keys, names, units and number of figures
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Only metrics whose key or name has this in it
    text: Option<String>,

    /// Also metrics outside the catalogue, under the names that the reports give them
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
        let ids = (0..atlas.metric_count() as u32).map(MetricId);
        let metrics = ids
            .filter(|id| args.all || args.text.is_some() || atlas.metric(*id).is_some())
            .filter(|id| args.text.as_deref().is_none_or(|text| bears(atlas, *id, text.trim())))
            .collect::<Vec<_>>();
        if metrics.is_empty() {
            let text = args.text.as_deref().unwrap_or_default();
            return Ok(failure::nothing(&format!(
                "no metric has {text} in its key or names{}",
                suggestions(atlas, text)
            )));
        }
        args.output.answer(&metrics_answer(atlas, &metrics, options.language()), options)?;
        Ok(Outcome::Done)
    })
}

/// Whether the text is part of the metric's key or of one of its names.
fn bears(atlas: &Atlas, id: MetricId, text: &str) -> bool {
    let part = |name: &str| name.to_lowercase().contains(&text.to_lowercase());
    part(atlas.metric_name(id))
        || atlas.metric(id).is_some_and(|metric| {
            part(&metric.key) || part(&metric.en) || metric.aliases.iter().any(|alias| part(alias))
        })
}
