//! The command line: one file a subcommand.

mod audit;
mod build;
mod clipboard;
mod compare;
mod completions;
mod config;
mod correct;
mod dashboard;
mod data;
mod extract;
mod failure;
mod gauge;
mod host;
mod interrupt;
mod keys;
mod ledger;
mod man;
mod map;
mod mapping;
mod metric;
mod metrics;
mod options;
mod output;
mod overwrite;
mod places;
mod rank;
mod region;
mod regions;
mod scribe;
mod search;
mod session;
mod settings;
mod show;
mod sources;
mod themes;
mod trend;
mod watch;
mod whole;
mod writer;

use std::{ffi::OsString, path::Path, process::ExitCode};

use anyhow::Result;
use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

use self::{
    failure::{Outcome, Usage, say},
    options::Options,
};

/// Read the figures out of Chinese county reports and lay them out in a terminal.
///
/// Without a subcommand the dashboard opens: on the figures that the program carries, or on the
/// figure files and reports given. Keys are told by ? inside it.
#[derive(Debug, Parser)]
#[command(name = "xianzhi", version, about, max_term_width = 100, disable_help_subcommand = true)]
#[command(after_long_help = EXAMPLES, after_help = "See --help for examples, formats and exit codes.")]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    dashboard: dashboard::Args,
    #[command(flatten)]
    given: options::Given,
}

const EXAMPLES: &str = "\
Examples:
  xianzhi                                        browse the carried figures
  xianzhi reports/                               read a folder of reports and browse their figures
  xianzhi --reports reports/                     carried figures, each with its sentence
  xianzhi extract reports/ --excel -o out.csv    figures of a folder of reports, as Excel opens them
  xianzhi extract report.txt -o a.jsonl          figures as the program reads them back
  xianzhi extract - --jsonl-in < docs.jsonl      documents in a pipe, one JSON object a line
  xianzhi build reports/ -o atlas.jsonl          one file of all; made again, only what changed is read
  xianzhi show 长垣                              one county
  xianzhi compare 红旗区 凤泉区 --common         two districts side by side
  xianzhi rank gdp --within 新乡市 --by growth   counties of a city in order
  xianzhi map gdp --within 河南省 -o gdp.svg     a map of its counties, as a picture
  xianzhi trend gdp 长垣 红旗区 --index          a metric over the years, from 100
  xianzhi compare 长垣 红旗区 -o a.xlsx          a workbook, with the documents behind the numbers
  xianzhi sources --region 新乡市                the documents that tell of a city
  xianzhi search ybggys                          a metric by its pinyin initials
  xianzhi audit 新乡市 --kind tax_share places   what its figures say about each other
  xianzhi correct list 长垣 --doubtful           what may be read wrongly, and how to correct it
  xianzhi show 长垣 --data a.jsonl               from other figures than the carried ones

A file named like a subcommand opens as ./extract.

Reports:
  text (.txt, .md), web pages (.html, .mhtml), Word (.docx), OpenDocument (.odt) and PDF with a text layer, told
  apart by content; in UTF-8, UTF-16 or GB18030; given as files, folders, patterns ('2024/*.pdf') or - for standard
  input. What cannot be read is named with what to do; the rest is read. In folders files of other kinds (pictures,
  programs) and links to folders are passed over, with a note of how many of which kind; given by name or pattern
  ('2024/*.png') each is named. Hidden files and README.md are left out.

Limits:
  256 MiB a file; 256 MiB unpacked, or 200 times its size, for what is packed in it; 5000 pages and 60 seconds for a
  PDF, 60 seconds for a web page

Formats:
  table    columns that line up, fitted to a terminal and whole in a pipe; in the language of --lang
  json     one array; show and extract give figures in the interchange form (README, Figures)
  jsonl    the same, one object a line
  csv      a heading line and a line each; cells that a spreadsheet would run are guarded with '.
           --excel adds the byte order mark and line ends that Excel wants, and ' before what it would take for times
  md       a Markdown table of what table shows
  xlsx     a workbook: the table with typed numbers, all columns, and the documents behind it
  parquet  typed columns (docs/parquet.md), where the program has the feature
  svg      a chart or map: compare, map, rank, trend
  -o FILE chooses by the name: .txt .json .jsonl .csv .md .xlsx .parquet .svg; --format goes before

Configuration:
  xianzhi config prints it, with where each value came from; README, Configuration

Exit codes:
  0  done
  1  nothing was found (by audit: something was; to extract --jsonl-in that is no error), nothing could be read, a
     file could not be written, or --strict met something unreadable; without --strict what could not be read is
     told on standard error and is no error as long as something was read (grep and rg would end with 2)
  2  the command line is wrong, a region is ambiguous, or the dashboard has no terminal
  128+N  signal N ended it (130: C-c); a file that was being built is as it was before
A pipe that is closed by its reader ends it with 0.";

#[derive(Debug, Subcommand)]
enum Command {
    Extract(extract::Args),
    Build(build::Args),
    Show(show::Args),
    Compare(compare::Args),
    Rank(rank::Args),
    Map(map::Args),
    Trend(trend::Args),
    Search(search::Args),
    Audit(audit::Args),
    Correct(Box<correct::Args>),
    Ledger(ledger::Args),
    Sources(sources::Args),
    Regions(regions::Args),
    Metrics(metrics::Args),
    Config(config::Args),
    Keys(keys::Args),
    Completions(completions::Args),
    Man(man::Args),
}

/// Runs the program with the arguments of the process.
#[must_use]
pub fn main() -> ExitCode {
    failure::exit_code(run(std::env::args_os()))
}

/// Parses the arguments (the first is the program's name) and runs what they ask for.
fn run(arguments: impl IntoIterator<Item = OsString>) -> Result<Outcome> {
    let arguments = arguments.into_iter().collect::<Vec<_>>();
    let matches = Cli::command().try_get_matches_from(&arguments);
    let matches = matches.map_err(|error| failure::with_tip(error, &arguments));
    let matches = matches.inspect_err(|_| options::colour_help(&arguments))?;
    let Cli { command, dashboard, given } = Cli::from_arg_matches(&matches)?;
    let options = Options::gather(&given)?;
    options.colour_output();
    overwrite::refuse(&matches)?;
    let Some(command) = command else {
        return dashboard::run(&dashboard, &options);
    };
    tell_shadowed(&arguments, &options);
    tell_problems(&options);
    if !dashboard.paths.is_empty() || dashboard.reports.is_some() {
        return Err(Usage("a subcommand comes first; its figures are named by --data PATH".into()).into());
    }
    match &command {
        Command::Extract(args) => extract::run(args, &options),
        Command::Build(args) => build::run(args, &options),
        Command::Show(args) => show::run(args, &options),
        Command::Compare(args) => compare::run(args, &options),
        Command::Rank(args) => rank::run(args, &options),
        Command::Map(args) => map::run(args, &options),
        Command::Trend(args) => trend::run(args, &options),
        Command::Search(args) => search::run(args, &options),
        Command::Audit(args) => audit::run(args, &options),
        Command::Correct(args) => correct::run(args, &options),
        Command::Ledger(args) => ledger::run(args, &options),
        Command::Sources(args) => sources::run(args, &options),
        Command::Regions(args) => regions::run(args, &options),
        Command::Metrics(args) => metrics::run(args, &options),
        Command::Config(args) => config::run(args, &options),
        Command::Keys(args) => keys::run(args, &options),
        Command::Completions(args) => completions::run(args, Cli::command()),
        Command::Man(args) => man::run(args, Cli::command()),
    }
}

/// Tells what is wrong with the configuration; what is right in it holds.
fn tell_problems(options: &Options) {
    for problem in &options.settings.problems {
        say!("{problem}");
    }
}

/// Says so when the word that was taken for a subcommand is also the name of a file here.
fn tell_shadowed(arguments: &[OsString], options: &Options) {
    let subcommands = Cli::command();
    let word = arguments.iter().skip(1).find(|word| subcommands.find_subcommand(word).is_some());
    if let Some(word) = word.filter(|word| Path::new(word).exists()) {
        let word = word.display();
        options.note(&format!("{word} is the subcommand here; to open the file of that name write ./{word}"));
    }
}
