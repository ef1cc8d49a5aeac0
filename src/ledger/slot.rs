//! The readings of a document by where they stand, and which of them is the figure of a case.

use std::collections::HashMap;

use super::cases::{Case, alike, alike_in_cell};
use crate::model::{Figure, Measure, Period, RegionCode};

/// Where figures stand.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Spot {
    /// From the first character to the one after the last.
    Characters(u32, u32),
    /// What has no characters of a text is known by what is written for it: the cell of a table.
    Cell(String),
}

impl Spot {
    pub(super) fn of(figure: &Figure) -> Self {
        if figure.start < figure.end {
            Self::Characters(figure.start, figure.end)
        } else {
            Self::Cell(figure.text.clone())
        }
    }

    /// First character and the one after the last; of a cell none.
    pub(super) const fn span(&self) -> (u32, u32) {
        match self {
            Self::Characters(start, end) => (*start, *end),
            Self::Cell(_) => (0, 0),
        }
    }
}

/// Where the figure of a case stands in a document.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) spot: Spot,
    /// Whether the document is the one that the act was made for.
    pub(super) exact: bool,
}

/// A reading, and the case that is about it.
pub(super) struct Slot {
    pub(super) figure: Option<Figure>,
    pub(super) case: Option<usize>,
}

/// The readings of a document.
pub(super) struct Slots {
    all: Vec<Slot>,
    by_spot: HashMap<Spot, Vec<usize>>,
    by_told: HashMap<Told, Vec<usize>>,
}

/// What figures that tell the same have in common: enough to find them among others.
pub(super) type Told = (Option<RegionCode>, Option<Period>, Measure);

pub(super) const fn told(figure: &Figure) -> Told {
    (figure.region_code, figure.period, figure.measure)
}

impl Slots {
    pub(super) fn of(figures: Vec<Figure>) -> Self {
        let mut by_spot: HashMap<Spot, Vec<usize>> = HashMap::new();
        let mut by_told: HashMap<Told, Vec<usize>> = HashMap::new();
        for (number, figure) in figures.iter().enumerate() {
            by_spot.entry(Spot::of(figure)).or_default().push(number);
            by_told.entry(told(figure)).or_default().push(number);
        }
        let all = figures.into_iter().map(|figure| Slot { figure: Some(figure), case: None }).collect();
        Self { all, by_spot, by_told }
    }

    /// The places in this list of the readings at a spot.
    pub(super) fn at(&self, spot: &Spot) -> &[usize] {
        self.by_spot.get(spot).map_or(&[], Vec::as_slice)
    }

    pub(super) fn get(&self, at: usize) -> &Slot {
        &self.all[at]
    }

    pub(super) fn get_mut(&mut self, at: usize) -> &mut Slot {
        &mut self.all[at]
    }

    /// The figures at a spot.
    pub(super) fn figures_at(&self, spot: &Spot) -> impl Iterator<Item = &Figure> {
        self.at(spot).iter().filter_map(|at| self.all[*at].figure.as_ref())
    }

    /// The readings at a spot that are taken for the figure of a case.
    pub(super) fn claimed(&self, spot: &Spot, case: usize) -> Vec<usize> {
        self.at(spot).iter().copied().filter(|at| self.all[*at].case == Some(case)).collect()
    }

    /// The one spot at which the document tells what a case is about, in the same characters, or in any cell: a
    /// row that has moved tells what it told.
    pub(super) fn telling(&self, case: &Case) -> Option<Spot> {
        let here: Vec<_> = self.spots(case, alike).collect();
        let spots = if here.is_empty() { self.spots(case, alike_in_cell).collect() } else { here };
        spots
            .split_first()
            .filter(|(first, rest)| rest.iter().all(|spot| spot == *first))
            .map(|(first, _)| first.clone())
    }

    fn spots<'a>(&'a self, case: &'a Case, alike: fn(&Figure, &Figure) -> bool) -> impl Iterator<Item = Spot> + 'a {
        case.forms.iter().flat_map(move |form| {
            let numbers = self.by_told.get(&told(form)).into_iter().flatten();
            let figures = numbers.filter_map(|at| self.all[*at].figure.as_ref());
            figures.filter(move |figure| alike(form, figure)).map(Spot::of)
        })
    }

    /// The figures that are left, in their order.
    pub(super) fn into_figures(self) -> Vec<Figure> {
        self.all.into_iter().filter_map(|slot| slot.figure).collect()
    }
}
