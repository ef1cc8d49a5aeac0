//! The ledgers of what is opened: what they hold, and to which of them what is done next goes.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, hash_map::Entry},
    mem,
    path::{Path, PathBuf},
};

use super::{
    Trouble,
    clean::{clean, clean_figure, clean_line},
    files::Input,
    lines::unreadable,
};
use crate::{
    ledger,
    model::correction::{self, Act, Deed, Standing},
};

/// Which corrections are put to what is opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Ledger {
    /// None: figures are as they are read.
    #[default]
    LeftOut,
    /// Those of one file, which need not be there yet.
    At(PathBuf),
    /// Those of all files called `corrections.jsonl` beside what is opened and in its folders.
    Beside,
}

/// The ledgers of what is opened.
#[derive(Clone, Debug, Default)]
pub struct Ledgers {
    /// The first takes what belongs to none.
    shelves: Vec<Shelf>,
    /// The place of each among them by the folder it lies in, links resolved.
    folders: HashMap<PathBuf, usize>,
    /// Where there are several: by the id of an act the place of its ledger among them, and by the id of a
    /// document that of the ledger that is nearest to it.
    acts: HashMap<String, usize>,
    documents: HashMap<String, usize>,
}

/// A ledger, which need not be there yet.
#[derive(Clone, Debug)]
struct Shelf {
    path: PathBuf,
    /// Whether all of its folder is read.
    is_whole: bool,
}

impl Ledgers {
    /// Those of what is opened, or of what the program carries.
    #[must_use]
    pub fn of(ledger: &Ledger) -> Self {
        Self::beside(ledger, &Input::default())
    }

    pub(super) fn beside(ledger: &Ledger, input: &Input) -> Self {
        let mut ledgers = Self::default();
        match ledger {
            Ledger::LeftOut => {}
            Ledger::At(path) => ledgers.add(path, false),
            Ledger::Beside => input.ledgers().for_each(|(path, is_whole)| ledgers.add(path, is_whole)),
        }
        ledgers
    }

    /// Adds one; of one folder there is only one.
    fn add(&mut self, path: &Path, is_whole: bool) {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
        match self.folders.entry(folder) {
            Entry::Occupied(known) => self.shelves[*known.get()].is_whole |= is_whole,
            Entry::Vacant(new) => {
                new.insert(self.shelves.len());
                self.shelves.push(Shelf { path: path.to_owned(), is_whole });
            }
        }
    }

    /// Reads the acts of all, in the order in which they were done; their texts are cleaned. What could not be taken
    /// is told.
    #[must_use]
    pub fn read(&mut self) -> (Vec<Act>, Vec<Trouble>) {
        let mut of_each = Vec::new();
        let mut troubles = Vec::new();
        for shelf in &self.shelves {
            let path = shelf.path.as_path();
            match ledger::read(path) {
                Ok(read) => {
                    let trouble = |ledger::Problem { line, message }| Trouble { line, ..Trouble::new(path, message) };
                    troubles.extend(read.problems.into_iter().map(trouble));
                    of_each.push(read.acts.into_iter().map(cleaned).collect());
                }
                Err(error) => {
                    let Trouble { message, .. } = unreadable(path, &error);
                    let message = format!("{message}; until then its corrections are not applied");
                    troubles.push(Trouble::new(path, message));
                    of_each.push(Vec::new());
                }
            }
        }
        if self.shelves.len() > 1 {
            let numbered = of_each.iter().enumerate();
            self.acts = numbered
                .flat_map(|(number, acts): (_, &Vec<Act>)| acts.iter().map(move |act| (act.id.clone(), number)))
                .collect();
        }
        (ledger::merged(of_each), troubles)
    }

    /// Ledgers that lie above what is opened, the next one each: their corrections are not applied, which is told.
    pub(super) fn above(&self, paths: &[PathBuf]) -> Vec<Trouble> {
        let places = paths.iter().filter_map(|path| path.canonicalize().ok());
        let next = |place: PathBuf| {
            // Beside and below it all were found.
            let here = if place.is_dir() { place.as_path() } else { place.parent()? };
            let above = here.ancestors().skip(1).map(|folder| folder.join(ledger::FILE)).find(|file| file.is_file())?;
            let is_known = self.folders.contains_key(above.parent()?);
            let holds = || ledger::read(&above).is_ok_and(|read| !read.acts.is_empty());
            (!is_known && holds()).then_some(above)
        };
        let found: BTreeSet<PathBuf> = places.filter_map(next).collect();
        let told = |path: PathBuf| {
            let message = "lies above what is opened, so its corrections are not applied; open its folder, or give it as --ledger";
            Trouble::note(&path, message)
        };
        found.into_iter().map(told).collect()
    }

    /// The place among all of the ledger that is nearest to a file: in its folder, or in the next one above.
    pub(super) fn nearest(&self, place: &Path) -> usize {
        place.ancestors().find_map(|folder| self.folders.get(folder)).copied().unwrap_or(0)
    }

    /// Notes which ledger is nearest to where a document comes from.
    pub(super) fn note(&mut self, document: &str, nearest: usize) {
        if self.shelves.len() > 1 && !self.documents.contains_key(document) {
            self.documents.insert(document.to_owned(), nearest);
        }
    }

    /// The ledger that an act is to be appended to: that of the act that it undoes, or else the one nearest to
    /// its document. `None` where there is none.
    #[must_use]
    pub fn for_deed(&self, deed: &Deed) -> Option<&Path> {
        let number = match deed {
            Deed::Undo { undoes } => self.acts.get(undoes),
            _ => deed.anchor().and_then(|anchor| self.documents.get(&anchor.figure.doc)),
        };
        self.shelves.get(number.copied().unwrap_or(0)).map(|shelf| shelf.path.as_path())
    }

    /// Notes an act that was appended since they were read.
    pub fn appended(&mut self, act: &Act) {
        let path = self.for_deed(&act.deed);
        if let Some(number) = self.shelves.iter().position(|shelf| Some(shelf.path.as_path()) == path) {
            self.acts.insert(act.id.clone(), number);
        }
    }

    /// The ledger that takes what belongs to no other.
    #[must_use]
    pub fn first(&self) -> Option<&Path> {
        self.shelves.first().map(|shelf| shelf.path.as_path())
    }

    fn shelf(&self, act: &Act) -> Option<&Shelf> {
        self.shelves.get(self.acts.get(&act.id).copied().unwrap_or(0))
    }

    /// What could not be put to any figure, one trouble an act.
    #[must_use]
    pub fn set_aside(&self, entries: &[correction::Entry]) -> Vec<Trouble> {
        let told = |entry: &correction::Entry| {
            let Standing::Aside(reason) = &entry.standing else { return None };
            let figure = &entry.act.deed.anchor()?.figure;
            let (word, id) = (entry.act.deed.word(), &entry.act.id);
            let message = format!("{word} {id}, {} in {}, is set aside: {reason}", figure.text, figure.doc);
            Some(Trouble::new(&self.shelf(&entry.act)?.path, message))
        };
        entries.iter().filter_map(told).collect()
    }

    /// What is about documents that are not there though all of the ledger's folder is read, one trouble a document.
    pub(super) fn absent(&self, entries: &[correction::Entry]) -> Vec<Trouble> {
        let mut absent: BTreeMap<(&Path, &str), usize> = BTreeMap::new();
        for entry in entries.iter().filter(|entry| entry.standing == Standing::Absent) {
            if let (Some(shelf), Some(anchor)) = (self.shelf(&entry.act), entry.act.deed.anchor())
                && shelf.is_whole
            {
                *absent.entry((&shelf.path, &anchor.figure.doc)).or_default() += 1;
            }
        }
        let told = |((path, doc), count): (_, usize)| {
            let message = format!(
                "{count} of its corrections wait for {doc}, which is not here under this name or with this content; \
                 bring it back, or correct it again where it is now"
            );
            Trouble::new(path, message)
        };
        absent.into_iter().map(told).collect()
    }
}

/// The act without characters that would act on a terminal.
fn cleaned(mut act: Act) -> Act {
    for text in [&mut act.id, &mut act.at, &mut act.who, &mut act.note] {
        *text = clean_line(mem::take(text));
    }
    match &mut act.deed {
        Deed::Accept(on) | Deed::Reject(on) | Deed::Add(on) | Deed::Note(on) | Deed::Change { on, .. } => {
            clean_figure(&mut on.figure);
            on.before = clean(mem::take(&mut on.before));
            on.after = clean(mem::take(&mut on.after));
        }
        Deed::Undo { .. } => {}
    }
    if let Deed::Change { set, .. } = &mut act.deed {
        set.clean(clean_line);
    }
    act
}
