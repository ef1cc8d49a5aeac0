//! Which regions are shown, open and chosen.

use std::collections::{HashMap, HashSet};

use tui_input::InputRequest;

use super::filter::Filter;
use crate::{
    index::Atlas,
    model::{Region, RegionCode},
    query::RegionNames,
    tui::widgets::scroll::{Scroll, Step},
};

/// What the user can ask of the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// Show all regions of the country, or only those with figures.
    ToggleAll,
    /// Type a text that narrows the tree.
    Filter,
    /// Choose a line.
    Choose(usize),
    /// Open or close the region of a line.
    Toggle(usize),
}

/// A visible line of the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    pub(crate) region: RegionCode,
    /// Regions above it.
    pub(crate) depth: u16,
    /// How many figures it has itself.
    pub(crate) figures: usize,
    pub(crate) branch: Branch,
}

/// Whether regions lie below one, and are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Branch {
    Leaf,
    Closed,
    Open,
}

/// Which regions are shown, open and chosen.
#[derive(Debug)]
pub(crate) struct State {
    /// The visible lines.
    pub(crate) nodes: Vec<Node>,
    pub(crate) scroll: Scroll,
    /// All regions of the country, or only those with figures and those above them.
    pub(crate) all: bool,
    pub(crate) filter: Option<Filter>,
    /// What was chosen before nothing was left to choose from.
    chosen: Option<RegionCode>,
    open: HashSet<RegionCode>,
    figures: HashMap<RegionCode, usize>,
    /// Regions with figures and those above them.
    known: HashSet<RegionCode>,
    /// A region without figures that was chosen elsewhere, and those above it: they are shown while it
    /// is the last that was.
    guests: Vec<RegionCode>,
}

impl State {
    /// The regions with figures and those above them, all open; the one with most figures is chosen.
    pub(crate) fn new(atlas: &Atlas) -> Self {
        let figures: HashMap<_, _> = atlas.regions().collect();
        let lineage = |code: &RegionCode| atlas.gazetteer().lineage(*code).map(|region| region.code);
        let known: HashSet<_> = figures.keys().flat_map(lineage).collect();
        let mut state = Self {
            nodes: Vec::new(),
            scroll: Scroll::default(),
            all: false,
            filter: None,
            chosen: None,
            open: known.clone(),
            figures,
            known,
            guests: Vec::new(),
        };
        state.rebuild(atlas);
        let most = state.nodes.iter().enumerate().rev().max_by_key(|(_, node)| node.figures);
        state.scroll.cursor = most.map_or(0, |(place, _)| place);
        state
    }

    /// Takes the regions of another Atlas: what is typed, open, closed and chosen stays so where it can.
    pub(crate) fn carry_over<'a>(&mut self, atlas: &Atlas, names: impl FnOnce() -> &'a RegionNames) {
        let new = Self::new(atlas);
        let chosen = self.selected();
        let closed: Vec<_> = self.known.difference(&self.open).copied().collect();
        let above = self.scroll.cursor.saturating_sub(self.scroll.offset);
        self.open.extend(&new.known);
        self.open.retain(|region| !closed.contains(region));
        let most = new.selected();
        (self.figures, self.known) = (new.figures, new.known);
        let best = if self.narrowing().is_some() { self.sift(names(), atlas) } else { None };
        self.rebuild(atlas);
        let lineage = chosen.into_iter().flat_map(|code| atlas.gazetteer().lineage(code).map(|region| region.code));
        let place = chosen.into_iter().chain(lineage).chain(best).chain(most).find_map(|code| self.place(code));
        self.scroll.cursor = place.unwrap_or(0);
        self.scroll.offset = self.scroll.cursor.saturating_sub(above);
    }

    /// The chosen region; while the filter leaves none, the one that was chosen before.
    pub(crate) fn selected(&self) -> Option<RegionCode> {
        self.nodes.get(self.scroll.cursor).map(|node| node.region).or(self.chosen)
    }

    pub(crate) fn step(&mut self, step: Step, height: usize) {
        self.scroll.step(step, self.nodes.len(), height);
    }

    /// Closes the region of the cursor, or goes to the one above it.
    pub(crate) fn close(&mut self, atlas: &Atlas) {
        let Some(node) = self.nodes.get(self.scroll.cursor).copied() else { return };
        if node.branch == Branch::Open {
            self.open_regions().remove(&node.region);
            self.rebuild(atlas);
        } else if let Some(above) = self.nodes[..self.scroll.cursor].iter().rposition(|other| other.depth < node.depth)
        {
            self.scroll.cursor = above;
        }
    }

    /// Opens the region of the cursor, or goes to the first below it; false where nothing lies below.
    pub(crate) fn open(&mut self, atlas: &Atlas) -> bool {
        let Some(node) = self.nodes.get(self.scroll.cursor).copied() else { return false };
        match node.branch {
            Branch::Leaf => return false,
            Branch::Open => self.scroll.cursor += 1,
            Branch::Closed => {
                self.open_regions().insert(node.region);
                if let Some(filter) = &mut self.filter {
                    filter.unfolded.insert(node.region);
                }
                self.rebuild(atlas);
            }
        }
        true
    }

    /// Chooses a line.
    pub(crate) fn choose(&mut self, line: usize) {
        self.scroll.cursor = line.min(self.nodes.len().saturating_sub(1));
    }

    /// Chooses a line and opens or closes its region.
    pub(crate) fn toggle(&mut self, line: usize, atlas: &Atlas) {
        self.choose(line);
        match self.nodes.get(line).map(|node| node.branch) {
            Some(Branch::Open) => self.close(atlas),
            Some(Branch::Closed) => _ = self.open(atlas),
            Some(Branch::Leaf) | None => {}
        }
    }

    /// Shows all regions of the country, or only those with figures; the cursor stays where it can.
    pub(crate) fn toggle_all(&mut self, atlas: &Atlas) {
        let chosen = self.selected();
        self.all = !self.all;
        self.rebuild(atlas);
        // A region that is no longer shown gives the cursor to the nearest above it that is.
        let lineage = chosen.into_iter().flat_map(|code| atlas.gazetteer().lineage(code).map(|region| region.code));
        let place = chosen.into_iter().chain(lineage).find_map(|code| self.place(code));
        self.scroll.cursor = place.unwrap_or(0);
    }

    /// Lets a text be typed that narrows the tree.
    pub(crate) fn type_filter(&mut self) {
        self.filter.get_or_insert_default().typing = true;
    }

    /// Changes the text that narrows the tree, and chooses the region that fits it best.
    pub(crate) fn edit_filter(&mut self, request: InputRequest, names: &RegionNames, atlas: &Atlas) {
        if self.filter.as_mut().is_some_and(|filter| filter.line.edit(request)) {
            self.narrow(names, atlas);
        }
    }

    /// Types into the text that narrows the tree, and chooses the region that fits it best.
    pub(crate) fn insert_filter(&mut self, text: &str, names: &RegionNames, atlas: &Atlas) {
        if self.filter.as_mut().is_some_and(|filter| filter.line.insert(text)) {
            self.narrow(names, atlas);
        }
    }

    /// Goes from the text that narrows the tree back to the tree; an empty text narrows nothing.
    pub(crate) fn keep_filter(&mut self) {
        self.filter = self.filter.take().filter(Filter::narrows);
        if let Some(filter) = &mut self.filter {
            filter.typing = false;
        }
    }

    /// Shows the whole tree again; what was chosen stays so. False where nothing narrows the tree.
    pub(crate) fn clear_filter(&mut self, atlas: &Atlas) -> bool {
        let chosen = self.selected();
        let narrowed = self.filter.take().is_some();
        if let Some(chosen) = chosen.filter(|_| narrowed) {
            self.reveal(chosen, atlas);
        }
        narrowed
    }

    /// Narrows the tree to what fits the text.
    pub(crate) fn narrow(&mut self, names: &RegionNames, atlas: &Atlas) {
        self.chosen = self.selected();
        if let Some(filter) = &mut self.filter {
            filter.unfolded.clear();
        }
        let best = self.sift(names, atlas);
        self.rebuild(atlas);
        if let Some(place) = best.or(self.chosen).and_then(|region| self.place(region)) {
            self.scroll.cursor = place;
        }
    }

    /// Looks which regions fit what narrows the tree, if anything does; the best.
    fn sift(&mut self, names: &RegionNames, atlas: &Atlas) -> Option<RegionCode> {
        let (all, known, figures) = (self.all, &self.known, &self.figures);
        let filter = self.filter.as_mut().filter(|filter| filter.narrows())?;
        let is_known = |region| all || known.contains(&region);
        filter.narrow(names, atlas.gazetteer(), is_known, |region| figures.get(&region).copied().unwrap_or(0))
    }

    /// Chooses a region, opening what lies above it; it is shown even if it has no figures. A filter that
    /// hides it is taken away.
    pub(crate) fn reveal(&mut self, region: RegionCode, atlas: &Atlas) {
        self.filter = self.filter.take().filter(|filter| !filter.narrows() || filter.shows(region));
        let lineage = atlas.gazetteer().lineage(region).map(|region| region.code);
        self.guests = lineage.filter(|_| !self.known.contains(&region)).collect();
        let above = atlas.gazetteer().lineage(region).skip(1).map(|region| region.code);
        self.open_regions().extend(above);
        self.rebuild(atlas);
        if let Some(place) = self.place(region) {
            self.scroll.cursor = place;
        }
    }

    /// Whether a region, or one below it, has figures.
    pub(crate) fn knows(&self, region: RegionCode) -> bool {
        self.known.contains(&region)
    }

    /// How many regions have figures.
    pub(crate) fn with_figures(&self) -> usize {
        self.figures.len()
    }

    fn place(&self, region: RegionCode) -> Option<usize> {
        self.nodes.iter().position(|node| node.region == region)
    }

    fn rebuild(&mut self, atlas: &Atlas) {
        self.nodes.clear();
        for province in atlas.gazetteer().regions().iter().filter(|region| region.parent.is_none()) {
            self.add(province, 0, atlas);
        }
        // Figures of which no region is known stand last.
        if let Some(&figures) = self.figures.get(&RegionCode::UNKNOWN).filter(|_| self.narrowing().is_none()) {
            self.nodes.push(Node { region: RegionCode::UNKNOWN, depth: 0, figures, branch: Branch::Leaf });
        }
        self.scroll.cursor = self.scroll.cursor.min(self.nodes.len().saturating_sub(1));
    }

    fn add(&mut self, region: &Region, depth: u16, atlas: &Atlas) {
        if !self.shows(region) {
            return;
        }
        let mut children = atlas.gazetteer().children(region.code);
        let has_children = match self.narrowing() {
            Some(filter) => children.any(|child| self.is_known(child.code) || filter.shows(child.code)),
            None => children.any(|child| self.is_known(child.code)),
        };
        let open = self.narrowing().map_or(&self.open, |filter| &filter.open);
        let branch = match (has_children, open.contains(&region.code)) {
            (false, _) => Branch::Leaf,
            (true, false) => Branch::Closed,
            (true, true) => Branch::Open,
        };
        let figures = self.figures.get(&region.code).copied().unwrap_or(0);
        self.nodes.push(Node { region: region.code, depth, figures, branch });
        if branch == Branch::Open {
            for child in atlas.gazetteer().children(region.code) {
                self.add(child, depth + 1, atlas);
            }
        }
    }

    fn shows(&self, region: &Region) -> bool {
        let Some(filter) = self.narrowing() else { return self.is_known(region.code) };
        let unfolded = region.parent.is_some_and(|parent| filter.unfolded.contains(&parent));
        filter.shows(region.code) || (unfolded && self.is_known(region.code))
    }

    /// Whether a region is shown where nothing narrows the tree.
    fn is_known(&self, region: RegionCode) -> bool {
        self.all || self.known.contains(&region) || self.guests.contains(&region)
    }

    /// Whether keys go into the text that narrows the tree.
    pub(crate) fn is_typed(&self) -> bool {
        self.filter.as_ref().is_some_and(|filter| filter.typing)
    }

    /// The filter, if it narrows the tree.
    pub(crate) fn narrowing(&self) -> Option<&Filter> {
        self.filter.as_ref().filter(|filter| filter.narrows())
    }

    /// The regions that are open: a filter has its own, so that the tree is as it was when it goes.
    fn open_regions(&mut self) -> &mut HashSet<RegionCode> {
        match self.filter.as_mut().filter(|filter| filter.narrows()) {
            Some(filter) => &mut filter.open,
            None => &mut self.open,
        }
    }
}
