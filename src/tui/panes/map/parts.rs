//! Where the map, its legend and its caption are.
//!
//! ```text
//!  66 columns and more             fewer
//! ┌──────────────┬────────────┐   ┌──────────────┐
//! │ map          │ legend     │   │ map          │
//! │              │ caption    │   ├──────────────┤
//! │              │            │   │ caption      │
//! └──────────────┴────────────┘   │ legend       │
//!                                 └──────────────┘
//! ```

use ratatui::layout::{Margin, Rect};

/// Columns from which the legend stands beside the map.
const BESIDE: u16 = 66;
/// Lines of the foot, and those of the pane from which there is one.
const FOOT: u16 = 2;
const LOW: u16 = 6;

/// The areas of the pane; `None` for what there is no room for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    pub(super) map: Rect,
    pub(super) side: Option<Rect>,
    pub(super) foot: Option<Rect>,
}

impl Parts {
    /// The areas of a pane that takes `area` with its frame.
    pub(super) fn of(area: Rect) -> Self {
        let inner = area.inner(Margin::new(1, 1));
        if inner.width >= BESIDE {
            let side = (inner.width / 4).clamp(26, 34);
            let map = Rect { width: inner.width - side - 2, ..inner };
            let side = Rect { x: map.right() + 1, width: side, ..inner };
            return Self { map, side: Some(side), foot: None };
        }
        let foot = if inner.height >= LOW { FOOT } else { 0 };
        let map = Rect { height: inner.height - foot, ..inner };
        let foot = (foot > 0).then_some(Rect { y: map.bottom(), height: foot, ..inner });
        Self { map, side: None, foot }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_size_has_parts_inside_the_pane_that_do_not_meet() {
        for (width, height) in (0..=200).flat_map(|width| (0..=60).map(move |height| (width, height))) {
            let area = Rect::new(3, 1, width, height);
            let Parts { map, side, foot } = Parts::of(area);
            for part in [Some(map), side, foot].into_iter().flatten().filter(|part| !part.is_empty()) {
                assert_eq!(part.intersection(area), part, "{width}x{height}");
            }
            for other in [side, foot].into_iter().flatten() {
                assert!(map.intersection(other).is_empty(), "{width}x{height}");
            }
        }
    }
}
