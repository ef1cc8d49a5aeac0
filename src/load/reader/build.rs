//! Puts all that is read into one file; what that file holds already is not read again.

use std::{
    collections::{HashMap, HashSet},
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::Result;

use super::Reader;
use crate::{
    extract::READING,
    index::{Atlas, FigureId, SourceId},
    load::{Loaded, Progress, Trouble},
    model::{Figure, Source},
};

/// Stands behind the reading of a document that had corrections when the file was built. A figure that was
/// rejected leaves no other mark; without this one it would be gone for good once its correction is.
pub(super) const CORRECTED: &str = " corrected";

/// What a reader that builds a file knows.
#[derive(Debug, Default)]
pub(super) struct Building {
    /// The file that is built: it is not read, though it may lie where is read.
    pub(super) output: PathBuf,
    /// The documents whose figures it holds already, by id. The figures are those of the Atlas made last.
    pub(super) earlier: HashMap<String, Source>,
    /// The figures of the Atlas in the order in which they were read.
    pub(super) arrivals: Vec<FigureId>,
    /// Documents that were read, and those that were not because the file holds their figures already.
    pub(super) read: usize,
    pub(super) kept: usize,
}

/// All that one file is to hold, and how it was come by.
#[derive(Debug)]
pub struct Built {
    atlas: Arc<Atlas>,
    arrivals: Vec<FigureId>,
    /// What could not be taken.
    pub troubles: Vec<Trouble>,
    /// Documents that were read.
    pub read: usize,
    /// Documents that are as they were, and their figures with them.
    pub kept: usize,
    /// Documents of the file before that are gone.
    pub gone: usize,
    /// Why nothing of the file before could be kept; `None` where something could or there was none.
    pub anew: Option<Anew>,
}

/// Why nothing of a file could be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anew {
    /// Another version of the program read its figures.
    OtherReading,
    /// It cannot be read, or not whole.
    Broken,
}

impl Built {
    /// What is known of the documents. Written before the figures and read again, they and
    /// [`Built::figures`] give the Atlas that the same paths give.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        self.atlas.sources()
    }

    /// The figures in the order in which they were read.
    #[must_use]
    pub fn figures(&self) -> impl ExactSizeIterator<Item = Figure> {
        self.arrivals.iter().map(|&id| self.atlas.figure(id).to_figure())
    }
}

impl Reader {
    /// Reads all that is to stand in one file, as it would be read to be shown. Of documents whose content and
    /// reading are those that the file tells of as it is, the figures are taken from there, unless `full`.
    ///
    /// # Errors
    /// No path exists.
    pub fn build(
        &mut self,
        output: &Path,
        full: bool,
        tell: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Built> {
        // Where there is no file nothing has to be left out.
        let output = output.canonicalize().unwrap_or_default();
        let earlier = if full || !output.is_file() { Ok(None) } else { self.earlier(&output, tell).map(Some) };
        let (earlier, anew) = earlier.map_or_else(|reason| (None, Some(reason)), |earlier| (earlier, None));
        let known = earlier.as_deref().map(known).unwrap_or_default();
        self.building = Some(Building { output, earlier: known, arrivals: Vec::new(), read: 0, kept: 0 });
        self.last = earlier.clone().map(Loaded::from);
        let Loaded { atlas, troubles, .. } = self.read(tell)?.loaded;
        let gone = earlier.map_or(0, |earlier| {
            let now: HashSet<&str> = read_out(&atlas).map(|source| source.id.as_str()).collect();
            read_out(&earlier).filter(|source| !now.contains(source.id.as_str())).count()
        });
        let building = self.building.take().unwrap_or_default();
        let Building { arrivals, read, kept, .. } = building;
        Ok(Built { atlas, arrivals, troubles, read, kept, gone, anew })
    }

    /// What the file holds as it is.
    fn earlier(&self, output: &Path, tell: &mut dyn FnMut(Progress) -> ControlFlow<()>) -> Result<Arc<Atlas>, Anew> {
        let tables = (Arc::clone(&self.gazetteer), Arc::clone(&self.catalogue));
        let mut reader = Self::new(vec![output.to_owned()], tables.0, tables.1);
        let loaded = reader.read(tell).map_err(|_| Anew::Broken)?.loaded;
        if !loaded.troubles.is_empty() {
            return Err(Anew::Broken);
        }
        let read_so = read_out(&loaded.atlas).any(|source| source.reading.trim_end_matches(CORRECTED) == READING);
        let is_other = !read_so && read_out(&loaded.atlas).next().is_some();
        if is_other { Err(Anew::OtherReading) } else { Ok(loaded.atlas) }
    }
}

/// The documents whose figures were read out of them.
fn read_out(atlas: &Atlas) -> impl Iterator<Item = &Source> {
    atlas.sources().iter().filter(|source| !source.reading.is_empty())
}

/// The documents that would give the figures that the Atlas has of them, by id. Those that a person corrected are
/// read again: the corrections may be others now, and are put to figures as they were read.
fn known(atlas: &Atlas) -> HashMap<String, Source> {
    let as_read = |number| {
        let mut figures = atlas.source_figures(SourceId(number));
        figures.all(|figure| atlas.figure(figure).review().is_none())
    };
    let sources = atlas.sources().iter().zip(0..);
    let same =
        sources.filter(|(source, number)| source.reading == READING && !source.hash.is_empty() && as_read(*number));
    same.map(|(source, _)| (source.id.clone(), source.clone())).collect()
}
