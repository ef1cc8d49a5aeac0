//! Where one has been: the way back, and forward again.

use super::{
    carry::Carry,
    state::{Focus, View},
};
use crate::{
    index::{FigureId, MetricId, SourceId},
    model::RegionCode,
};

/// So many places are kept in either direction.
const MOST: usize = 100;

/// What was on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) view: View,
    pub(crate) focus: Focus,
    pub(crate) region: Option<RegionCode>,
    pub(crate) metric: Option<MetricId>,
    pub(crate) year: Option<u16>,
    /// The figure of the cursor.
    pub(crate) figure: Option<FigureId>,
    /// The document that is read, and the view from which it was opened.
    pub(crate) document: Option<(SourceId, View)>,
    /// The regions side by side.
    pub(crate) compared: Vec<RegionCode>,
}

impl Place {
    /// Whether one does not get from one to the other by a step of the cursor alone.
    fn is_elsewhere(&self, other: &Self) -> bool {
        let what = |place: &Self| (place.view, place.region, place.metric, place.document.map(|(source, _)| source));
        what(self) != what(other)
    }

    /// The same in another Atlas.
    fn carried_over(self, carry: &Carry) -> Self {
        Self {
            metric: self.metric.and_then(|metric| carry.metric(metric)),
            figure: self.figure.and_then(|figure| carry.figure(figure)),
            document: self.document.and_then(|(source, from)| Some((carry.source(source)?, from))),
            ..self
        }
    }
}

/// The places before and, after going back, those ahead; the nearest last.
#[derive(Debug, Default)]
pub(crate) struct History {
    behind: Vec<Place>,
    ahead: Vec<Place>,
}

impl History {
    /// Keeps the place that was left by a jump, unless the jump led nowhere else. What lay ahead is
    /// forgotten.
    pub(crate) fn leave(&mut self, place: Place, here: &Place) {
        if !place.is_elsewhere(here) {
            return;
        }
        self.ahead.clear();
        self.behind.push(place);
        if self.behind.len() > MOST {
            self.behind.remove(0);
        }
    }

    /// How many places lie behind and ahead.
    pub(crate) fn depth(&self) -> (usize, usize) {
        (self.behind.len(), self.ahead.len())
    }

    /// The place before; `here` then lies ahead.
    pub(crate) fn back(&mut self, here: Place) -> Option<Place> {
        step(&mut self.behind, &mut self.ahead, here)
    }

    /// The place ahead; `here` then lies behind.
    pub(crate) fn forward(&mut self, here: Place) -> Option<Place> {
        step(&mut self.ahead, &mut self.behind, here)
    }

    /// Brings the places to another Atlas, which has other ids.
    pub(crate) fn carry_over(&mut self, carry: &Carry) {
        for places in [&mut self.behind, &mut self.ahead] {
            *places = std::mem::take(places).into_iter().map(|place| place.carried_over(carry)).collect();
        }
    }
}

fn step(from: &mut Vec<Place>, to: &mut Vec<Place>, here: Place) -> Option<Place> {
    let place = from.pop()?;
    to.push(here);
    Some(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(region: u32) -> Place {
        Place {
            view: View::Overview,
            focus: Focus::Tree,
            region: Some(RegionCode(region)),
            metric: None,
            year: None,
            figure: None,
            document: None,
            compared: Vec::new(),
        }
    }

    #[test]
    fn back_and_forward_go_the_same_way() {
        let mut history = History::default();
        history.leave(place(1), &place(2));
        history.leave(place(2), &place(3));
        assert_eq!(history.back(place(3)), Some(place(2)));
        assert_eq!(history.back(place(2)), Some(place(1)));
        assert_eq!(history.back(place(1)), None);
        assert_eq!(history.forward(place(1)), Some(place(2)));
        assert_eq!(history.forward(place(2)), Some(place(3)));
        assert_eq!(history.forward(place(3)), None);
    }

    #[test]
    fn a_jump_from_a_place_that_was_gone_back_to_forgets_what_lay_ahead() {
        let mut history = History::default();
        history.leave(place(1), &place(2));
        history.back(place(2));
        history.leave(place(1), &place(9));
        assert_eq!(history.forward(place(9)), None);
        assert_eq!(history.back(place(9)), Some(place(1)));
    }

    #[test]
    fn a_jump_to_the_same_place_is_none_and_old_places_are_forgotten() {
        let mut history = History::default();
        history.leave(place(1), &place(1));
        assert_eq!(history.back(place(1)), None);
        for region in 0..3 * MOST as u32 {
            history.leave(place(region), &place(region + 1));
        }
        let mut here = place(3 * MOST as u32);
        let mut steps = 0;
        while let Some(before) = history.back(here.clone()) {
            here = before;
            steps += 1;
        }
        assert_eq!((steps, here), (MOST, place(2 * MOST as u32)));
    }
}
