//! `xianzhi search TEXT`: metrics and regions by any of their names.

use anyhow::Result;

use super::{
    data::Data,
    failure::{self, Outcome},
    options::Options,
    output::Output,
};
use crate::{
    export::hits_answer,
    query::{Scope, Search},
};

/// Find metrics and regions by Chinese name, alias, pinyin, initials or English
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Any part of a name: 财政, caizheng, ybggys, budget
    text: String,

    /// At most so many
    #[arg(short = 'n', long, default_value_t = 20)]
    limit: usize,

    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    output: Output,
}

/// Answers.
pub(super) fn run(args: &Args, options: &Options) -> Result<Outcome> {
    args.data.ask(options, |atlas| {
        let hits = Search::over(atlas).find(atlas, Scope::All, &args.text, args.limit);
        if hits.is_empty() {
            let listed = "xianzhi metrics and xianzhi regions list what there is";
            return Ok(failure::nothing(&format!("nothing is called anything like {}; {listed}", args.text)));
        }
        args.output.answer(&hits_answer(atlas, &hits, options.language()), options)?;
        Ok(Outcome::Done)
    })
}
