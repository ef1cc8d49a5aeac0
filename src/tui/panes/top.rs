//! The top line: where the reader is, of what year, in what view.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    model::{Language, RegionCode},
    tui::{
        action::Action,
        look::Look,
        state::View,
        widgets::{
            pieces::{Piece, Pieces, cells},
            text::width,
        },
    },
};

/// Least cells for the regions before something at the right gives way.
const LINEAGE: u16 = 24;
/// Cells for the year, so that the names of the views do not take its place.
const YEARS: u16 = 11;

/// What the top line shows.
#[derive(Clone, Debug)]
pub(crate) struct TopLine {
    /// The regions on the screen; of a single one also those above it are told.
    pub(crate) regions: Vec<RegionCode>,
    pub(crate) view: View,
    pub(crate) year: Option<u16>,
}

impl TopLine {
    /// Draws the top line.
    pub(crate) fn draw(&self, look: &Look, line: Rect, buf: &mut Buffer) {
        self.pieces(look, line).draw(buf);
    }

    /// What a press at a place of the top line asks for.
    pub(crate) fn press(&self, look: &Look, line: Rect, at: Position) -> Option<Action> {
        self.pieces(look, line).press(at)
    }

    fn pieces(&self, look: &Look, line: Rect) -> Pieces {
        let mut pieces = Pieces::default();
        let name = Piece::new(format!(" {} ", look.words.name), look.theme.top.badge, None);
        let used = pieces.place(line, [name]) + 2;
        let mut left = Rect { x: line.x + used, width: line.width.saturating_sub(used + 1), ..line };
        let named = self.views(true, look);
        let has_room = LINEAGE + cells(&named) + YEARS <= left.width;
        let views = if has_room { named } else { self.views(false, look) };
        for group in [views, self.years(look), counts(look)] {
            if LINEAGE + cells(&group) > left.width {
                break;
            }
            left.width -= pieces.place_right(left, group) + 3;
        }
        match self.regions[..] {
            [] => {}
            [region] => _ = pieces.place(left, lineage(region, look, left.width)),
            _ => {
                let regions: Vec<_> = self.regions.iter().map(|region| look.region_short(*region)).collect();
                pieces.place(left, [Piece::new(regions.join(" · "), look.theme.top.region, None)]);
            }
        }
        pieces
    }

    /// The views with their number keys; where there is little room, only the one on the screen has its
    /// name.
    fn views(&self, names: bool, look: &Look) -> Vec<Piece> {
        let styles = &look.theme.top;
        let mut pieces = Vec::new();
        for (place, view) in View::ALL.into_iter().enumerate() {
            let asks = Some(Action::View(view));
            if place > 0 {
                pieces.push(Piece::new(" ", styles.counts, None));
            }
            pieces.push(Piece::new((place + 1).to_string(), styles.counts, asks));
            if names || view == self.view {
                let style = if view == self.view { styles.view_active } else { styles.view };
                pieces.push(Piece::new(view.name(look.words), style, asks));
            }
        }
        pieces
    }

    fn years(&self, look: &Look) -> Vec<Piece> {
        let styles = &look.theme.top;
        // As wide for a year as for the word, so that nothing moves when the year does.
        let room = width(look.words.latest).max(4);
        let text = self.year.map_or_else(|| look.words.latest.to_owned(), |year| year.to_string());
        let pad = " ".repeat(usize::from(room - width(&text).min(room)));
        vec![
            Piece::new("◂ ", styles.counts, Some(Action::YearBefore)),
            Piece::new(text + &pad, styles.year, None),
            Piece::new(" ▸", styles.counts, Some(Action::YearAfter)),
        ]
    }
}

/// The regions above the chosen one and itself; those above give way first.
fn lineage(region: RegionCode, look: &Look, room: u16) -> Vec<Piece> {
    let styles = &look.theme.top;
    let above: Vec<_> = look.atlas.gazetteer().lineage(region).skip(1).map(|above| above.code).collect();
    let names = above.into_iter().rev().flat_map(|above| {
        let name = Piece::new(look.region_short(above), styles.lineage, Some(Action::Region(above)));
        [name, Piece::new(" › ", styles.lineage, None)]
    });
    let own = Piece::new(look.region(region), styles.region, None);
    let mut pieces: Vec<_> = names.chain([own.clone()]).collect();
    if cells(&pieces) > room {
        pieces = vec![own];
    }
    // Beside a name in Latin letters its Chinese, where there is room.
    let chinese = format!("  {}", look.atlas.gazetteer().name(region));
    let fits = cells(&pieces) + width(&chinese) <= room;
    if look.lang == Language::En && region != RegionCode::UNKNOWN && fits {
        pieces.push(Piece::new(chinese, styles.lineage, None));
    }
    pieces
}

fn counts(look: &Look) -> Vec<Piece> {
    let (sources, figures) = (look.atlas.sources().len(), look.atlas.len());
    let text = format!("{sources} {} · {figures} {}", look.words.documents, look.words.figures);
    vec![Piece::new(text, look.theme.top.counts, None)]
}
