//! Reads what paths lead to, and reads it again after changes: only documents that changed are extracted anew.

mod before;
mod build;
mod fetch;
mod intake;
mod repeated;
mod tables;

use std::{
    collections::{HashMap, HashSet},
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::{Arc, atomic::AtomicBool},
};

use anyhow::Result;

pub use self::build::{Anew, Built};
use self::{
    before::Before,
    build::Building,
    fetch::{Fetch, Fetched, Kept},
    intake::Intake,
};
use super::{
    Ledger, Ledgers, Loaded, Progress, carried,
    corrected::Corrected,
    figures,
    files::{self, File, Input, Kind},
    parallel,
    progress::Meter,
    sources,
    table::Mapping,
};
use crate::{
    extract::Extractor,
    index::AtlasBuilder,
    model::{Catalogue, Document, Figure, Gazetteer, Source, correction::Act},
};

/// Reads what paths lead to, again and again.
///
/// Figure files are read anew each time. Of a report the document is kept, and its figures are taken
/// from the Atlas made last, as long as its content stays the same.
#[derive(Debug)]
pub struct Reader {
    paths: Vec<PathBuf>,
    reports: Vec<PathBuf>,
    /// Which corrections are applied.
    ledger: Ledger,
    gazetteer: Arc<Gazetteer>,
    catalogue: Arc<Catalogue>,
    /// Made when the first report is read.
    extractor: Option<Extractor>,
    /// What was made of each file, by its place.
    kept: HashMap<PathBuf, Kept>,
    changed: Changed,
    /// The corrections that were applied last.
    acts: Vec<Act>,
    /// The figures as they were read, of the documents that corrections are about.
    originals: HashMap<String, Vec<Figure>>,
    /// Where all that is read is put into one file, and documents are not held.
    building: Option<Building>,
    last: Option<Loaded>,
    /// How tables are to be read.
    mapping: Mapping,
    /// How they were read.
    found: Mapping,
}

/// What has changed since it was read.
#[derive(Debug, Default)]
struct Changed {
    all: bool,
    /// Files, and folders with everything below them.
    places: HashSet<PathBuf>,
}

impl Changed {
    fn has(&self, place: &Path) -> bool {
        self.all || (!self.places.is_empty() && place.ancestors().any(|above| self.places.contains(above)))
    }
}

/// What was read.
#[derive(Debug)]
pub struct Reading {
    /// Everything there is now.
    pub loaded: Loaded,
    /// Files that are new or have changed since the reading before.
    pub read: usize,
    /// Files of the reading before that are gone.
    pub gone: usize,
    /// Whether it was told to stop before all was read.
    pub stopped: bool,
}

impl Reader {
    /// A reader of figure files (.jsonl), report files (as [`open`](super::open) says) and folders of them; without any path
    /// of the figures that the program carries. A file called `sources.jsonl` tells of sources. Reports
    /// are extracted, but for those of which a figure file brings the figures.
    #[must_use]
    pub fn new(paths: Vec<PathBuf>, gazetteer: Arc<Gazetteer>, catalogue: Arc<Catalogue>) -> Self {
        Self {
            paths,
            reports: Vec::new(),
            ledger: Ledger::LeftOut,
            gazetteer,
            catalogue,
            extractor: None,
            kept: HashMap::new(),
            changed: Changed::default(),
            acts: Vec::new(),
            originals: HashMap::new(),
            building: None,
            last: None,
            mapping: Mapping::default(),
            found: Mapping::default(),
        }
    }

    /// Also brings documents to figures that were read from them before; documents of no figure are left
    /// out. One that has changed since is a trouble and is left out too: the places of its figures would
    /// be wrong.
    #[must_use]
    pub fn with_reports(self, reports: Vec<PathBuf>) -> Self {
        Self { reports, ..self }
    }

    /// Also applies corrections. A ledger that is not there yet is read once it is.
    #[must_use]
    pub fn with_ledger(self, ledger: Ledger) -> Self {
        Self { ledger, ..self }
    }

    /// Whether there is anything to read.
    ///
    /// # Errors
    /// Of several paths none exists.
    pub fn check(&self) -> Result<()> {
        let mut given = [&self.paths, &self.reports].into_iter().filter(|paths| !paths.is_empty());
        given.try_for_each(|paths| files::check(paths))
    }

    /// Notes that a file, or something below a folder, has changed.
    pub fn changed(&mut self, path: &Path) {
        // What is gone has no place and needs none: it will not be found.
        if let Ok(place) = path.canonicalize() {
            self.changed.places.insert(place);
        }
    }

    /// Notes that anything may have changed.
    pub fn all_changed(&mut self) {
        self.changed.all = true;
    }

    /// Reads what was not read yet or has changed, and tells how far it has come. Told to stop, it
    /// gives what it has; what it did not come to is put off until it changes or all may have.
    ///
    /// # Errors
    /// Only what leaves nothing to show: no path exists. Everything else is in [`Loaded::troubles`].
    pub fn read(&mut self, tell: &mut dyn FnMut(Progress) -> ControlFlow<()>) -> Result<Reading> {
        let stopped = AtomicBool::new(false);
        let mut meter = Meter::new(tell, &stopped);
        let mut pass = Pass::default();
        let inputs = [self.paths.as_slice(), &self.reports].map(|paths| match paths {
            [] => Ok(Input::default()),
            paths => files::gather(paths, &mut meter),
        });
        let [input, reports] = inputs;
        let (mut input, reports) = (input?, reports?);
        if let Some(building) = &self.building {
            input.leave_out(&building.output);
        }
        // What was not found yet is not gone.
        pass.is_short = meter.is_stopped();
        if let Some(known) = self.unless_whole(&pass) {
            return Ok(known);
        }
        input.leave_out_ledger(&self.ledger);
        let mut ledgers = Ledgers::beside(&self.ledger, &input);
        let (acts, problems) = ledgers.read();
        pass.read += usize::from(acts != self.acts);
        let mut loaded = if self.paths.is_empty() {
            self.carried(&acts, ledgers)
        } else {
            self.open(&input, (&acts, ledgers), &mut meter, &mut pass)
        };
        if let Some(known) = self.unless_whole(&pass) {
            return Ok(known);
        }
        self.attach(&reports, &mut loaded, &mut meter, &mut pass);
        loaded.troubles.extend(problems);
        if self.ledger == Ledger::Beside {
            loaded.troubles.extend(loaded.ledgers.above(&self.paths));
        }
        loaded.troubles.extend(loaded.ledgers.set_aside(&loaded.corrections));
        if !meter.is_stopped() {
            loaded.troubles.extend(loaded.ledgers.absent(&loaded.corrections));
        }
        let gone = self.kept.keys().filter(|place| !pass.kept.contains_key(*place)).count();
        self.kept = pass.kept;
        self.originals = pass.originals;
        self.acts = acts;
        self.changed = Changed::default();
        self.last = Some(loaded.clone());
        Ok(Reading { loaded, read: pass.read, gone, stopped: meter.is_stopped() })
    }

    /// What was known before, where the pass ended before it came to the reports.
    fn unless_whole(&self, pass: &Pass) -> Option<Reading> {
        let last = self.last.as_ref().filter(|_| pass.is_short)?;
        Some(Reading { loaded: last.clone(), read: 0, gone: 0, stopped: true })
    }

    /// The figures that the program carries.
    fn carried(&self, acts: &[Act], ledgers: Ledgers) -> Loaded {
        let known = self
            .last
            .as_ref()
            .filter(|_| acts == self.acts)
            .map(|last| Loaded { corrections: last.corrections.clone(), ..Loaded::from(Arc::clone(&last.atlas)) });
        let loaded = known.unwrap_or_else(|| carried::with_acts(acts.to_owned(), &self.gazetteer, &self.catalogue));
        Loaded { ledgers: Arc::new(ledgers), ..loaded }
    }

    /// Reads figures and reports.
    fn open(
        &mut self,
        input: &Input,
        (acts, ledgers): (&[Act], Ledgers),
        meter: &mut Meter,
        pass: &mut Pass,
    ) -> Loaded {
        let mut troubles = input.troubles.clone();
        let builder = AtlasBuilder::new(Arc::clone(&self.gazetteer), Arc::clone(&self.catalogue));
        let corrected = Corrected::new(acts.to_owned());
        if let Some(building) = &mut self.building {
            building.earlier.retain(|_, source| !corrected.concern(source));
        }
        let files = input.of(Kind::Figures).chain(input.of(Kind::Table)).count();
        let mut intake = Intake::new(builder, corrected, ledgers, files);
        for file in input.of(Kind::Sources) {
            pass.lines(file, self);
            troubles.extend(sources::read_file(&file.path, |source| intake.source(source)));
            meter.done(0);
        }
        troubles.extend(self.tables(input, &mut intake, meter, pass));
        for file in input.of(Kind::Figures) {
            pass.lines(file, self);
            intake.begin(file);
            troubles.extend(figures::read_file(&file.path, &self.gazetteer, |line| intake.line(line, meter)));
            troubles.extend(intake.repeated.end(&file.path));
            meter.done(0);
        }
        let Intake { mut builder, mut corrected, mut ledgers, known, brought, .. } = intake;
        corrected.flush(&mut builder);
        pass.is_short = meter.is_stopped();

        let reports: Vec<_> = input.reports().collect();
        if reports.iter().any(|(_, id)| !brought.contains(id)) && self.extractor.is_none() {
            self.extractor = Some(Extractor::new(&self.gazetteer, &self.catalogue));
        }
        let fetch = self.fetch(meter.stopped());
        let before = self.last.as_ref().map(|last| Before::new(&last.atlas));
        let mut documents = Vec::new();
        parallel::in_order(
            &reports,
            |&(file, ref id)| (file, fetch.report(file, id, !brought.contains(id))),
            |(file, fetched)| {
                let (kept, mut figures) = pass.take(file, fetched, self);
                meter.done(figures.as_ref().map_or(0, Vec::len));
                let (document, extracted) = match &kept {
                    Kept::Report { document, extracted } => (document, *extracted),
                    Kept::Unread(trouble) => return troubles.push(trouble.clone()),
                    Kept::Lines | Kept::PutOff => return,
                };
                let source = known.get(&document.source.id);
                let differs = source.and_then(|source| sources::changed(&file.path, source, document));
                if !extracted {
                    match differs {
                        Some(_) => troubles.push(sources::of_another_text(&file.path)),
                        None => documents.push(Arc::clone(document)),
                    }
                    return;
                }
                let own = &document.source;
                let mut told = match source.filter(|_| differs.is_none()) {
                    Some(known) => Source { hash: own.hash.clone(), reading: own.reading.clone(), ..known.clone() },
                    None => own.clone(),
                };
                if self.building.is_some() && corrected.concern(own) {
                    told.reading.push_str(build::CORRECTED);
                }
                builder.source(told);
                let id = &document.source.id;
                ledgers.note(id, ledgers.nearest(&file.place));
                let original = || self.originals.get(id).cloned().or_else(|| Some(before.as_ref()?.figures(id)));
                let figures = figures.take().or_else(original).unwrap_or_default();
                let original = corrected.document(document, figures, &mut builder);
                pass.originals.extend(original.map(|figures| (id.clone(), figures)));
                if self.building.is_none() {
                    documents.push(Arc::clone(document));
                }
            },
        );
        let read = known.values().filter(|source| brought.contains(&source.id));
        let corrections = corrected.finish(read, &mut builder);
        let (atlas, arrivals) = builder.build_with_arrivals();
        if let Some(building) = &mut self.building {
            (building.arrivals, building.read, building.kept) = (arrivals, pass.extracted, pass.earlier);
        }
        Loaded { atlas: Arc::new(atlas), documents, troubles, corrections, ledgers: Arc::new(ledgers) }
    }

    /// Brings the documents of the reports to their figures.
    fn attach(&self, input: &Input, loaded: &mut Loaded, meter: &mut Meter, pass: &mut Pass) {
        let known: HashMap<&str, &Source> =
            loaded.atlas.sources().iter().map(|source| (source.id.as_str(), source)).collect();
        let reports: Vec<_> = input.reports().filter(|(_, id)| known.contains_key(id.as_str())).collect();
        loaded.troubles.extend(input.troubles.iter().cloned());
        let fetch = self.fetch(meter.stopped());
        parallel::in_order(
            &reports,
            |&(file, ref id)| (file, fetch.report(file, id, false)),
            |(file, fetched)| {
                let (kept, _) = pass.take(file, fetched, self);
                meter.done(0);
                match kept {
                    Kept::Report { document, .. } => {
                        let source = known[document.source.id.as_str()];
                        match sources::changed(&file.path, source, &document) {
                            Some(trouble) => loaded.troubles.push(trouble),
                            None => loaded.documents.push(document),
                        }
                    }
                    Kept::Unread(trouble) => loaded.troubles.push(trouble),
                    Kept::Lines | Kept::PutOff => {}
                }
            },
        );
    }

    fn fetch<'a>(&'a self, stopped: &'a AtomicBool) -> Fetch<'a> {
        let earlier = self.building.as_ref().map(|building| &building.earlier);
        Fetch { kept: &self.kept, changed: &self.changed, earlier, extractor: self.extractor.as_ref(), stopped }
    }
}

/// What one reading has made of the files so far.
#[derive(Default)]
struct Pass {
    kept: HashMap<PathBuf, Kept>,
    /// See [`Reader::originals`].
    originals: HashMap<String, Vec<Figure>>,
    /// Files that are new or have changed.
    read: usize,
    /// Documents whose figures were read now, and those whose figures are known from before the first reading.
    extracted: usize,
    earlier: usize,
    /// Whether it was stopped before it came to the reports: what was known before is more.
    is_short: bool,
}

impl Pass {
    /// Notes a file that is read anew each time.
    fn lines(&mut self, file: &File, reader: &Reader) {
        let known = reader.kept.contains_key(&file.place) && !reader.changed.has(&file.place);
        self.read += usize::from(!known);
        self.kept.insert(file.place.clone(), Kept::Lines);
    }

    /// Notes what was made of a report; its figures, if they were extracted now.
    fn take(&mut self, file: &File, fetched: Fetched, reader: &Reader) -> (Kept, Option<Vec<Figure>>) {
        let (kept, figures) = match fetched {
            Fetched::Same => (reader.kept[&file.place].clone(), None),
            Fetched::Earlier(source) => {
                self.earlier += 1;
                let document = Arc::new(Document { source, text: String::new() });
                (Kept::Report { document, extracted: true }, None)
            }
            Fetched::New(kept, figures) => {
                self.read += usize::from(!matches!(kept, Kept::PutOff));
                self.extracted += usize::from(figures.is_some());
                (kept, figures)
            }
        };
        if reader.building.is_none() {
            self.kept.insert(file.place.clone(), kept.clone());
        }
        (kept, figures)
    }
}

#[cfg(test)]
mod tests;
