//! `xianzhi [PATH…]`: the dashboard.

use std::{
    env,
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use anyhow::Result;

use super::{
    clipboard::Clipboard,
    data::{self, Tables},
    failure::{Outcome, Usage, say},
    host::Outside,
    mapping::Maps,
    options::Options,
    places,
    scribe::{Keeping, Scribe},
    session::Keeper,
    watch::{self, Background, Plan},
    writer::Writer,
};
use crate::{
    index::AtlasBuilder,
    ledger,
    load::{self, Ledger, Loaded, Reader},
    tui,
};

/// What the dashboard opens.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Reports (.txt, .md, .html, .docx, .pdf), figures (.jsonl, .csv, .xlsx, .json, …) or folders of them [default:
    /// the carried figures]
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,

    /// Folder with the documents of carried figures, to show the sentence that each was read from
    #[arg(long, value_name = "DIR")]
    pub(super) reports: Option<PathBuf>,

    #[command(flatten)]
    maps: Maps,

    /// Begin anew: what was shown last does not come back, and stays kept for the next start without this
    #[arg(long)]
    fresh: bool,

    /// Do not read files again when they change
    #[arg(long)]
    no_watch: bool,
}

/// Opens the dashboard and returns when the user leaves it.
pub(super) fn run(args: &Args, options: &Options) -> Result<Outcome> {
    if let Some(word) = args.paths.iter().find(|path| is_word(path) && !path.exists()) {
        let word = word.display();
        return Err(Usage(format!("{word} is neither a file nor a subcommand; xianzhi --help lists them")).into());
    }
    let mut shown = shown(options);
    let reports = match &args.reports {
        Some(folder) => vec![folder.clone()],
        None => options.settings.report_folders(&mut shown.notices),
    };
    let tables = Tables::carried();
    let ledger = options.ledger(&args.paths);
    let mut reader = Reader::new(args.paths.clone(), Arc::clone(&tables.gazetteer), Arc::clone(&tables.catalogue))
        .with_reports(reports.clone())
        .with_ledger(ledger.clone());
    reader = args.maps.given_to(reader)?;
    reader.check()?;
    let mut watched: Vec<_> = args.paths.iter().chain(&reports).cloned().collect();
    let read_first = options.strict || args.maps.are_kept();
    let loaded = if read_first {
        let loaded = reader.read(&mut |_| ControlFlow::Continue(()))?.loaded;
        args.maps.keep(&reader)?;
        if options.strict && data::is_short(&loaded.troubles) {
            return Ok(data::tell(&loaded.troubles, options));
        }
        loaded
    } else if args.paths.is_empty() {
        load::carried_corrected(&ledger, &tables.gazetteer, &tables.catalogue)
    } else {
        Loaded::from(Arc::new(AtlasBuilder::new(tables.gazetteer, tables.catalogue).build()))
    };
    let (sender, news) = tui::news();
    let unread = !watched.is_empty() && !read_first;
    match ledger {
        Ledger::At(path) => watched.push(path),
        // Those below are in folders that are watched.
        Ledger::Beside => watched.extend(args.paths.iter().filter_map(|path| ledger::beside(path))),
        Ledger::LeftOut => {}
    }
    let keeping = Keeping::new(Mutex::new(Arc::clone(&loaded.ledgers)));
    let background = if watched.is_empty() {
        None
    } else {
        let watched = if args.no_watch { Vec::new() } else { watched };
        let keeping = Arc::clone(&keeping);
        Some(watch::start(Plan { reader, unread, watched, keeping }, sender.clone())?)
    };
    let (keeper, session) = if args.fresh || !options.settings.session.value {
        (Keeper::default(), None)
    } else {
        Keeper::open(places::state_folder(), &args.paths, &options.settings, &mut shown.notices)
    };
    shown.session = session;
    let saved = background.as_ref().map(Background::when_corrected);
    let saved = move || saved.iter().for_each(|tell| tell());
    let writer = Writer::new(sender.clone());
    let scribe = Scribe::new((keeping, options.no_ledger()), options.author(), sender.clone(), saved);
    let mut host = Outside { background, clipboard: Clipboard::new(sender.clone()), keeper, scribe, writer };
    let [term, program] = ["TERM", "TERM_PROGRAM"].map(|name| env::var(name).ok());
    let keys = tui::Listening::tells_keys_apart(term.as_deref(), program.as_deref());
    let listening = tui::Listening { mouse: options.settings.mouse.value, keys };
    let exit = tui::run(opened(loaded), shown, listening, &mut host, news)?;
    if let Some(failure) = &host.keeper.failure {
        tell_unkept(failure);
    }
    Ok(Outcome::Left(exit))
}

/// Tells that the next start will not show what was shown last.
fn tell_unkept(failure: &str) {
    say!("xianzhi: what was shown is not kept for the next start: {failure}");
}

/// How the dashboard shows it.
fn shown(options: &Options) -> tui::Options {
    tui::Options {
        lang: options.language(),
        colour: options.colour(),
        theme: options.theme().to_owned(),
        ambiguous: options.settings.ambiguous.value,
        units: options.settings.units.value,
        columns: Some(options.settings.columns.value.clone()),
        themes: options.themes.clone(),
        keymap: options.keymap.clone(),
        notices: options.settings.problems.clone(),
        as_read: options.as_read,
        session: None,
    }
}

/// What was loaded, as the dashboard takes it.
pub(super) fn opened(loaded: Loaded) -> tui::Opened {
    let Loaded { atlas, documents, troubles, corrections, .. } = loaded;
    tui::Opened { atlas, documents, corrections, notices: troubles.iter().map(ToString::to_string).collect() }
}

/// Whether a path may be meant for a subcommand: a bare word without an extension.
fn is_word(path: &Path) -> bool {
    path.components().count() == 1 && path.extension().is_none()
}
