//! What narrows the tree: a text that is typed, and the regions whose names it fits.

use std::collections::{HashMap, HashSet};

use crate::{
    model::{Gazetteer, RegionCode},
    query::{NamedRegion, RegionNames},
    tui::widgets::input::TypedLine,
};

/// What narrows the tree.
#[derive(Debug, Default)]
pub(crate) struct Filter {
    pub(crate) line: TypedLine,
    /// Whether keys go into the line.
    pub(crate) typing: bool,
    /// Regions that are open: those above one that fits, and what the user opens.
    pub(super) open: HashSet<RegionCode>,
    /// Of those, what the user opens: everything below it is shown, whether it fits or not.
    pub(super) unfolded: HashSet<RegionCode>,
    /// The regions that fit.
    fitting: HashMap<RegionCode, NamedRegion>,
    /// They and those above them.
    shown: HashSet<RegionCode>,
}

impl Filter {
    /// Whether something is typed.
    pub(crate) fn narrows(&self) -> bool {
        !self.line.value().trim().is_empty()
    }

    /// How many regions fit.
    pub(crate) fn count(&self) -> usize {
        self.fitting.len()
    }

    /// Whether a region fits or lies above one that does.
    pub(super) fn shows(&self, region: RegionCode) -> bool {
        self.shown.contains(&region)
    }

    /// Looks for the regions that fit: those of which `is_known` is true, or else all. Returns the best,
    /// of equals the one with the most `figures`.
    pub(super) fn narrow(
        &mut self,
        names: &RegionNames,
        gazetteer: &Gazetteer,
        is_known: impl Fn(RegionCode) -> bool,
        figures: impl Fn(RegionCode) -> usize,
    ) -> Option<RegionCode> {
        let mut fitting = names.fitting(self.line.value());
        if fitting.iter().any(|named| is_known(named.region)) {
            fitting.retain(|named| is_known(named.region));
        }
        // Of those alike in all, the first in the order of their codes.
        let best = fitting.iter().rev().max_by_key(|named| (named.score, figures(named.region)));
        let best = best.map(|named| named.region);
        let above = |named: &NamedRegion| gazetteer.lineage(named.region).skip(1).map(|region| region.code);
        self.open = fitting.iter().flat_map(above).collect();
        self.fitting = fitting.into_iter().map(|named| (named.region, named)).collect();
        self.shown = self.open.iter().chain(self.fitting.keys()).copied().collect();
        self.open.extend(&self.unfolded);
        best
    }

    /// The characters, by their places, that fit in the name of a region as it is `shown`, which may be
    /// Chinese or Latin.
    pub(super) fn lit(&self, region: RegionCode, chinese: &str, shown: &str) -> Vec<usize> {
        let Some(named) = self.fitting.get(&region) else { return Vec::new() };
        if chinese == shown {
            return named.lit.clone();
        }
        let bare = |text: &str| -> Vec<(usize, char)> {
            let characters = text.chars().enumerate().filter(|(_, character)| character.is_alphanumeric());
            characters.map(|(at, character)| (at, character.to_ascii_lowercase())).collect()
        };
        let (typed, name) = (bare(self.line.value()), bare(shown));
        let alike = |window: &&[(usize, char)]| window.iter().zip(&typed).all(|(a, b)| a.1 == b.1);
        let stretch = name.windows(typed.len().max(1)).find(alike).unwrap_or_default();
        stretch.iter().map(|(at, _)| *at).collect()
    }

    /// The former name or the code by which a region fits, where its name of today does not.
    pub(super) fn via(&self, region: RegionCode) -> Option<&str> {
        self.fitting.get(&region)?.via.as_deref()
    }
}
