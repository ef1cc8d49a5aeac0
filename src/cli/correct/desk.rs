//! What is at hand while corrections are made: figures, documents and the ledger.

use std::{
    io::{self, Write as _},
    ops::ControlFlow,
    sync::Arc,
};

use anyhow::{Context as _, Error, Result, anyhow, bail};

use super::{
    Common,
    name::{Name, Place},
};
use crate::{
    cli::{
        data::{self, Tables},
        failure::{Outcome, say},
        options::Options,
        scribe,
    },
    index::{Atlas, SourceId},
    load::{Loaded, Reader},
    model::{
        Document, Figure, Source,
        correction::{Anchor, Deed, Entry, Standing},
    },
};

/// What is at hand while corrections are made.
pub(super) struct Desk {
    pub(super) tables: Tables,
    reader: Reader,
    loaded: Loaded,
    /// What became of figures since they were read: what stood there, and what does now.
    since: Vec<(Option<Figure>, Option<Figure>)>,
    refusal: &'static str,
    who: String,
    note: String,
    dry_run: bool,
    reading: Outcome,
}

impl Desk {
    /// Opens the figures with their documents and corrections.
    pub(super) fn open(common: &Common, options: &Options) -> Result<Self> {
        let tables = Tables::carried();
        let reports = common
            .reports
            .clone()
            .map_or_else(|| options.settings.report_folders(&mut Vec::new()), |folder| vec![folder]);
        let (gazetteer, catalogue) = (Arc::clone(&tables.gazetteer), Arc::clone(&tables.catalogue));
        let mut reader = Reader::new(common.data.paths().to_owned(), gazetteer, catalogue)
            .with_reports(reports)
            .with_ledger(options.ledger(common.data.paths()));
        let loaded = reader.read(&mut |_| ControlFlow::Continue(()))?.loaded;
        let reading = data::tell(&loaded.troubles, options);
        let who = common.author.clone().unwrap_or_else(|| options.author());
        let (note, dry_run, since) = (common.note.clone(), common.dry_run, Vec::new());
        let refusal = options.no_ledger();
        Ok(Self { tables, reader, loaded, since, refusal, who, note, dry_run, reading })
    }

    pub(super) fn atlas(&self) -> &Atlas {
        &self.loaded.atlas
    }

    /// The figure of a name.
    ///
    /// # Errors
    /// There is none, or there are several.
    pub(super) fn figure(&self, text: &str) -> Result<Figure> {
        let name = Name::parse(text).map_err(|message| anyhow!(message))?;
        let (source, id) = self.source(name.doc)?;
        let figures: Vec<_> = self.figures(id).filter(|figure| name.fits(figure)).collect();
        match (figures.as_slice(), name.number) {
            ([], _) => {
                let rejected = self.rejected(source, &name);
                let remedy = rejected.map_or_else(
                    || format!("xianzhi correct list {} prints what was", source.id),
                    |id| format!("it was rejected, and xianzhi correct undo {id} brings it back"),
                );
                bail!("no figure was read at {text}; {remedy}")
            }
            ([figure], None | Some(1)) => Ok(figure.clone()),
            (several, Some(number)) => several.get(number - 1).cloned().with_context(|| {
                format!(
                    "only {} figures were read at {text}; xianzhi correct list {} prints them",
                    several.len(),
                    source.id
                )
            }),
            (several, None) => {
                let told = several.iter().zip(1..).map(|(figure, number)| {
                    let at = if name.place == Place::Span(figure.start, figure.end) {
                        format!("{text}#{number}")
                    } else {
                        figure.address()
                    };
                    format!("\n  {at}  {}", told(figure))
                });
                bail!("several figures were read at {text}; write one of{}", told.collect::<String>())
            }
        }
    }

    /// The source of that name, or the one whose path ends so.
    ///
    /// # Errors
    /// There is none, or there are several.
    pub(super) fn source(&self, doc: &str) -> Result<(&Source, SourceId)> {
        let sources = || self.loaded.atlas.sources().iter().zip((0..).map(SourceId));
        if let Some(found) = sources().find(|(source, _)| source.id == doc) {
            return Ok(found);
        }
        let ends = |source: &Source| source.id.strip_suffix(doc).is_some_and(|before| before.ends_with('/'));
        let found: Vec<_> = sources().filter(|(source, _)| ends(source)).collect();
        match found.as_slice() {
            [found] => Ok(*found),
            [] => bail!("no document is called {doc}; xianzhi sources lists them, --data PATH opens others"),
            several => {
                let names: Vec<_> = several.iter().map(|(source, _)| source.id.as_str()).collect();
                bail!("several documents are called {doc}; write one of {}", names.join(", "))
            }
        }
    }

    /// The document of a source, where its text is at hand.
    pub(super) fn document(&self, source: &Source) -> Option<&Document> {
        let same = |document: &&Arc<Document>| document.source.id == source.id;
        self.loaded.documents.iter().find(same).map(Arc::as_ref)
    }

    /// The figures of a source as the acts leave them that were written since it was read.
    pub(super) fn figures(&self, source: SourceId) -> impl Iterator<Item = Figure> {
        let atlas = &self.loaded.atlas;
        let mut figures: Vec<_> = atlas.source_figures(source).map(|id| atlas.figure(id).to_figure()).collect();
        let doc = &atlas.sources()[source.0 as usize].id;
        for (from, to) in &self.since {
            match from {
                None => figures.extend(to.clone().filter(|figure| figure.doc == *doc)),
                Some(from) => {
                    if let Some(at) = figures.iter().position(|figure| figure == from) {
                        figures.splice(at..=at, to.clone());
                    }
                }
            }
        }
        figures.into_iter()
    }

    /// The figure with what it takes to find it again.
    pub(super) fn anchor(&self, figure: Figure) -> Box<Anchor> {
        let source = self.source(&figure.doc).ok();
        let is_beside = |other: &Figure| other.stands_with(&figure) && *other != figure;
        let beside = source.map_or(0, |(_, id)| self.figures(id).filter(is_beside).count());
        let hash = source.map_or("", |(source, _)| source.hash.as_str());
        let text = source.and_then(|(source, _)| self.document(source)).map(|document| document.text.as_str());
        Box::new(Anchor::new(figure, hash, text, beside as u32))
    }

    /// The undo of the act of this id, or of the one whose id begins so.
    ///
    /// # Errors
    /// There is none, or there are several, or it does not hold any more.
    pub(super) fn undo(&self, id: &str) -> Result<Deed> {
        let begins = self.loaded.corrections.iter().filter(|entry| !id.is_empty() && entry.act.id.starts_with(id));
        let found: Vec<_> = begins.collect();
        let exact = found.iter().find(|entry| entry.act.id == id).copied();
        match (exact, found.as_slice()) {
            (Some(entry), _) | (None, &[entry]) => match &entry.standing {
                Standing::Undone(by) => {
                    bail!("{} was undone by {by}; xianzhi correct undo {by} takes that back", entry.act.id)
                }
                _ => Ok(Deed::Undo { undoes: entry.act.id.clone() }),
            },
            (None, []) => bail!("no act is called {id}; xianzhi ledger lists them"),
            (None, several) => {
                let ids: Vec<_> = several.iter().map(|entry| entry.act.id.as_str()).collect();
                bail!("several acts are called {id}…; write one of {}", ids.join(", "))
            }
        }
    }

    /// Writes acts to the ledger and tells of each once it is on the disk; or tells what would be done.
    pub(super) fn finish(&mut self, deeds: impl IntoIterator<Item = Deed>) -> Result<Outcome> {
        for deed in deeds {
            self.write(deed, self.note.clone())?;
        }
        Ok(self.reading)
    }

    /// The same for one act, with its own reason.
    pub(super) fn write(&mut self, deed: Deed, note: String) -> Result<()> {
        let mut out = io::stdout().lock();
        let what = describe(&deed);
        let made = match &deed {
            Deed::Undo { .. } | Deed::Note(_) => None,
            Deed::Add(_) => Some((None, deed.outcome().map_err(Error::msg)?)),
            _ => Some((deed.anchor().map(|on| on.figure.clone()), deed.outcome().map_err(Error::msg)?)),
        };
        // The next act is about what this one leaves, not about what was read.
        self.since.extend(made);
        if self.dry_run {
            writeln!(out, "would {what}")?;
            return Ok(());
        }
        if self.who.is_empty() {
            say!("xianzhi: nobody is named as its author; --author NAME does, or author in the configuration");
            // Once is enough.
            self.who.push(' ');
        }
        let act = scribe::act(deed, note, self.who.trim());
        let appended = scribe::append(&self.loaded.ledgers, self.refusal, &act)?;
        if let Some(mended) = appended.mended {
            say!("xianzhi: {mended}");
        }
        writeln!(out, "saved {}: {what}", act.id)?;
        out.flush()?;
        if matches!(act.deed, Deed::Undo { .. }) {
            // What it brings back is known once all acts are put together again.
            self.loaded = self.reader.read(&mut |_| ControlFlow::Continue(()))?.loaded;
            self.since.clear();
        } else {
            // It can be undone at once.
            Arc::make_mut(&mut self.loaded.ledgers).appended(&act);
            self.loaded.corrections.push(Entry { act, standing: Standing::Applied });
        }
        Ok(())
    }

    /// The act by which what stood there was rejected.
    fn rejected(&self, source: &Source, name: &Name) -> Option<&str> {
        let is_of = |on: &Anchor| on.figure.doc == source.id || (!on.hash.is_empty() && on.hash == source.hash);
        let rejected = |deed: &Deed| matches!(deed, Deed::Reject(on) if is_of(on) && name.fits(&on.figure));
        let entries = self.loaded.corrections.iter().rev();
        let found = entries.into_iter().find(|entry| rejected(&entry.act.deed) && entry.standing.holds());
        found.map(|entry| entry.act.id.as_str())
    }
}

/// What an act does, in a line.
pub(in crate::cli) fn describe(deed: &Deed) -> String {
    match deed {
        Deed::Undo { undoes } => format!("undo {undoes}"),
        Deed::Change { on, set } => {
            let fields: Vec<_> = set.iter().map(|(key, value)| format!("{key}={value}")).collect();
            format!("change {} {} to {}", on.figure.address(), told(&on.figure), fields.join(" "))
        }
        Deed::Accept(on) | Deed::Reject(on) | Deed::Add(on) | Deed::Note(on) => {
            format!("{} {} {}", deed.word(), on.figure.address(), told(&on.figure))
        }
    }
}

/// What a figure tells, in a few words.
pub(in crate::cli) fn told(figure: &Figure) -> String {
    let period = figure.period.map(|period| period.to_string());
    let parts = [figure.region.as_deref(), period.as_deref(), Some(&figure.name), Some(&figure.text)];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
