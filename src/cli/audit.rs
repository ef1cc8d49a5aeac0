//! `xianzhi audit`: what the figures say about each other.

use anyhow::Result;
use clap::{ValueEnum, builder::PossibleValue};

use super::{
    data::Data,
    failure::{Outcome, say},
    options::Options,
    output::Output,
    region::region,
};
use crate::{
    export::{findings_answer, kind_label, kind_sentence},
    model::Language,
    query::{Audit, Audited, audit::Kind},
};

/// Set figures against each other and tell what contradicts
///
/// Each number counts with its rounding and its bound: only what no values within them could make true is
/// told. Findings that rest on a doubtful reading come last of their kind. Ends with 1 when something was
/// found and with 0 when nothing was.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Only these regions and those below them: codes or names [default: all]
    #[arg(value_name = "REGION")]
    regions: Vec<String>,

    /// Only these checks [default: all]
    #[arg(long = "kind", value_name = "KIND", num_args = 1.., value_delimiter = ',')]
    kinds: Vec<Kind>,

    /// Only this year
    #[arg(long)]
    year: Option<u16>,

    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    output: Output,
}

/// Answers.
pub(super) fn run(args: &Args, options: &Options) -> Result<Outcome> {
    args.data.ask(options, |atlas| {
        let within = args.regions.iter().map(|text| region(atlas, text)).collect::<Result<Vec<_>>>()?;
        let audited = Audit { within, kinds: args.kinds.clone(), year: args.year }.ask(atlas);
        if !(args.output.for_people()? && audited.findings.is_empty()) {
            args.output.answer(&findings_answer(atlas, &audited.findings, options.language()), options)?;
        }
        if args.output.for_people()? && !options.quiet {
            summarise(&audited, options.language());
        }
        Ok(if audited.findings.is_empty() { Outcome::Done } else { Outcome::Incomplete })
    })
}

/// Tells on standard error how much was checked, so that silence is not taken for agreement.
fn summarise(audited: &Audited, language: Language) {
    for (kind, checked) in &audited.checked {
        let found = audited.findings.iter().filter(|finding| finding.kind == *kind).count();
        let label = kind_label(*kind, language);
        say!(
            "{}",
            match language {
                Language::Zh => format!("{label}：核查 {checked}，发现 {found}"),
                Language::En => format!("{label}: {checked} checked, {found} found"),
            }
        );
    }
}

impl ValueEnum for Kind {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.word()).help(kind_sentence(*self, Language::En)))
    }
}
