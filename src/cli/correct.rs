//! `xianzhi correct`: what a person makes of readings, kept in the ledger.

mod add;
mod batch;
mod desk;
mod list;
mod name;
mod wanted;

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Subcommand;

use self::{desk::Desk, wanted::Wanted};
use super::{data::Data, failure::Outcome, options::Options};
use crate::model::{
    Figure,
    correction::{Deed, Fields},
};

/// Correct readings: accept, change or reject a figure, add one that was missed
///
/// What is done is appended to a ledger beside the figures (the nearest corrections.jsonl, or --ledger FILE) and holds
/// from then on wherever they are opened; nothing in it is ever changed or removed. xianzhi ledger lists it.
///
/// A figure is called DOC@START-END (characters of the document, as doc, start and end of the interchange form
/// tell them) or DOC@TEXT, the number with its unit as it stands there; #2 behind it is the second of several.
/// xianzhi correct list prints the names.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  xianzhi correct list 长垣 --doubtful --data reports/
  xianzhi correct accept 长垣.txt@704.11亿元 --data reports/
  xianzhi correct change 长垣.txt@346-354 --metric gdp --year 2024 --note 表2 --data reports/
  xianzhi correct add 长垣.txt@12.5万人 --region 长垣 --year 2024 --metric 常住人口 --data reports/
  xianzhi correct undo 6921b3a8")]
pub(super) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// List figures with the names by which they are corrected
    List(list::Args),
    /// Say that figures are right as they were read
    Accept(Some),
    /// Say which fields of a figure are to be otherwise
    Change(Change),
    /// Say that the characters do not tell this figure
    Reject(Some),
    /// Add a figure that the text tells and that was not read
    Add(add::Args),
    /// Say something about a figure; nothing changes
    Note(Some),
    /// Take an act back, also an undo
    Undo(Undo),
    /// Take acts from standard input, one JSON object a line, and tell of each once it is on the disk
    ///
    /// {"act":"accept","figure":"DOC@12-18"} likewise reject and note
    /// {"act":"change","figure":"DOC@12-18","set":{"metric":"gdp","year":2024},"note":"why"}
    /// {"act":"add","figure":"DOC@12-18","set":{"region":"长垣","year":2024,"metric":"gdp"}}
    /// {"act":"undo","undoes":"ID"}
    #[command(verbatim_doc_comment)]
    Batch(Common),
}

/// What every act takes.
#[derive(Debug, clap::Args)]
struct Common {
    /// Why, in your words
    #[arg(long, value_name = "WHY", default_value = "", hide_default_value = true)]
    note: String,

    /// Who does it [default: author of the configuration, or the name that the system knows]
    #[arg(long, value_name = "NAME")]
    author: Option<String>,

    /// Print what would be done, and do nothing
    #[arg(long)]
    dry_run: bool,

    /// Folder with the documents of figures that are opened without them
    #[arg(long, value_name = "DIR")]
    reports: Option<PathBuf>,

    #[command(flatten)]
    data: Data,
}

#[derive(Debug, clap::Args)]
struct Some {
    /// The figures, as DOC@START-END or DOC@TEXT
    #[arg(value_name = "FIGURE", required = true)]
    figures: Vec<String>,

    #[command(flatten)]
    common: Common,
}

#[derive(Debug, clap::Args)]
struct Change {
    /// The figure, as DOC@START-END or DOC@TEXT
    #[arg(value_name = "FIGURE")]
    figure: String,

    #[command(flatten)]
    wanted: Wanted,

    #[command(flatten)]
    common: Common,
}

#[derive(Debug, clap::Args)]
struct Undo {
    /// The id of the act, or as much of its beginning as tells it from the others
    #[arg(value_name = "ID")]
    id: String,

    #[command(flatten)]
    common: Common,
}

/// Does what is asked for.
pub(super) fn run(args: &Args, options: &Options) -> Result<Outcome> {
    if options.as_read && !matches!(args.what, What::List(_)) {
        bail!("{}", options.no_ledger());
    }
    match &args.what {
        What::List(args) => list::run(args, options),
        What::Batch(common) => batch::run(common, options),
        What::Accept(some) => each(some, options, |desk, figure| Ok(Deed::Accept(desk.anchor(figure)))),
        What::Reject(some) => each(some, options, |desk, figure| Ok(Deed::Reject(desk.anchor(figure)))),
        What::Note(some) if some.common.note.is_empty() => bail!("nothing is said; --note WHY says it"),
        What::Note(some) => each(some, options, |desk, figure| Ok(Deed::Note(desk.anchor(figure)))),
        What::Change(change) => {
            let mut desk = Desk::open(&change.common, options)?;
            let deed = changed(&desk, desk.figure(&change.figure)?, &change.wanted)?;
            desk.finish([deed])
        }
        What::Add(args) => {
            let mut desk = Desk::open(&args.common, options)?;
            let deed = add::added(&desk, &args.figure, &args.wanted)?;
            desk.finish([deed])
        }
        What::Undo(undo) => {
            let mut desk = Desk::open(&undo.common, options)?;
            let deed = desk.undo(&undo.id)?;
            desk.finish([deed])
        }
    }
}

/// The same for each figure; none is done where one cannot be.
fn each(some: &Some, options: &Options, deed: impl Fn(&Desk, Figure) -> Result<Deed>) -> Result<Outcome> {
    let mut desk = Desk::open(&some.common, options)?;
    let deeds = some.figures.iter().map(|name| deed(&desk, desk.figure(name)?)).collect::<Result<Vec<_>>>()?;
    desk.finish(deeds)
}

/// A change of a figure.
///
/// # Errors
/// A field cannot be so, or all are so already.
fn changed(desk: &Desk, figure: Figure, wanted: &Wanted) -> Result<Deed> {
    let to = wanted.onto(&figure, desk)?;
    let set = Fields::between(&figure, &to);
    if set.is_empty() {
        bail!("nothing is to be otherwise: {} is so already; correct accept says that it is right", figure.address());
    }
    Ok(Deed::Change { set, on: desk.anchor(figure) })
}
