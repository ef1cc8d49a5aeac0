//! Which regions are shown, open and chosen.

use std::collections::{HashMap, HashSet};

use crate::{
    index::Atlas,
    model::{Region, RegionCode},
    tui::widgets::scroll::{Scroll, Step},
};

/// What the user can ask of the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// Show all regions of the country, or only those with figures.
    ToggleAll,
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
    open: HashSet<RegionCode>,
    figures: HashMap<RegionCode, usize>,
    /// Regions with figures and those above them.
    known: HashSet<RegionCode>,
}

impl State {
    /// The regions with figures and those above them, all open; the one with most figures is chosen.
    pub(crate) fn new(atlas: &Atlas) -> Self {
        let figures: HashMap<_, _> = atlas.regions().collect();
        let lineage = |code: &RegionCode| atlas.gazetteer().lineage(*code).map(|region| region.code);
        let known: HashSet<_> = figures.keys().flat_map(lineage).collect();
        let mut state =
            Self { nodes: Vec::new(), scroll: Scroll::default(), all: false, open: known.clone(), figures, known };
        state.rebuild(atlas);
        let most = state.nodes.iter().enumerate().rev().max_by_key(|(_, node)| node.figures);
        state.scroll.cursor = most.map_or(0, |(place, _)| place);
        state
    }

    /// The chosen region.
    pub(crate) fn selected(&self) -> Option<RegionCode> {
        self.nodes.get(self.scroll.cursor).map(|node| node.region)
    }

    pub(crate) fn step(&mut self, step: Step, height: usize) {
        self.scroll.step(step, self.nodes.len(), height);
    }

    /// Closes the region of the cursor, or goes to the one above it.
    pub(crate) fn close(&mut self, atlas: &Atlas) {
        let Some(node) = self.nodes.get(self.scroll.cursor).copied() else { return };
        if node.branch == Branch::Open {
            self.open.remove(&node.region);
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
                self.open.insert(node.region);
                self.rebuild(atlas);
            }
        }
        true
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

    /// Chooses a region, opening what lies above it, and showing all regions if it has no figures.
    pub(crate) fn reveal(&mut self, region: RegionCode, atlas: &Atlas) {
        self.all |= region != RegionCode::UNKNOWN && !self.known.contains(&region);
        self.open.extend(atlas.gazetteer().lineage(region).skip(1).map(|region| region.code));
        self.rebuild(atlas);
        if let Some(place) = self.place(region) {
            self.scroll.cursor = place;
        }
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
        if let Some(&figures) = self.figures.get(&RegionCode::UNKNOWN) {
            self.nodes.push(Node { region: RegionCode::UNKNOWN, depth: 0, figures, branch: Branch::Leaf });
        }
        self.scroll.cursor = self.scroll.cursor.min(self.nodes.len().saturating_sub(1));
    }

    fn add(&mut self, region: &Region, depth: u16, atlas: &Atlas) {
        if !self.shows(region.code) {
            return;
        }
        let has_children = atlas.gazetteer().children(region.code).any(|child| self.shows(child.code));
        let branch = match (has_children, self.open.contains(&region.code)) {
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

    fn shows(&self, region: RegionCode) -> bool {
        self.all || self.known.contains(&region)
    }
}
