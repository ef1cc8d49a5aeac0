//! The top line: where the reader is, of what year, in what view.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use crate::{
    model::{Language, RegionCode},
    tui::{
        look::Look,
        state::View,
        widgets::text::{put, put_all, width},
    },
};

/// Least cells for the regions before something at the right gives way.
const LINEAGE: u16 = 24;
/// Cells for the year, so that the names of the views do not take its place.
const YEARS: u16 = 11;

/// Draws the top line; of one region also those above it.
pub(crate) fn draw(regions: &[RegionCode], view: View, year: Option<u16>, look: &Look, line: Rect, buf: &mut Buffer) {
    let styles = &look.theme.top;
    let name = format!(" {} ", look.words.name);
    let used = put(buf, line.x, line.y, line.width, &name, styles.badge) + 2;
    let mut right = line.right().saturating_sub(1);
    let cells = |pieces: &[(String, Style)]| pieces.iter().map(|(text, _)| width(text)).sum::<u16>();
    let named = views(view, true, look);
    let has_room = line.x + used + LINEAGE + cells(&named) + YEARS <= right;
    let views = if has_room { named } else { views(view, false, look) };
    for pieces in [views, years(year, look), counts(look)] {
        let cells = cells(&pieces);
        if line.x + used + LINEAGE + cells > right {
            break;
        }
        right -= cells;
        let pieces: Vec<_> = pieces.iter().map(|(text, style)| (text.as_str(), *style)).collect();
        put_all(buf, right, line.y, cells, &pieces);
        right -= 3;
    }
    let room = right.saturating_sub(line.x + used);
    match regions {
        [] => {}
        [region] => draw_lineage(*region, look, line.x + used, line.y, room, buf),
        regions => {
            let names: Vec<_> = regions.iter().map(|region| look.region(*region)).collect();
            put(buf, line.x + used, line.y, room, &names.join(" · "), styles.region);
        }
    }
}

/// The regions above the chosen one and itself; those above give way first.
fn draw_lineage(region: RegionCode, look: &Look, x: u16, y: u16, cells: u16, buf: &mut Buffer) {
    let above: Vec<_> =
        look.atlas.gazetteer().lineage(region).skip(1).map(|above| look.region_in(above.code, 0)).collect();
    let mut lineage: String = above.into_iter().rev().flat_map(|name| [name, " › "]).collect();
    if width(&lineage) + width(look.region(region)) > cells {
        lineage.clear();
    }
    let styles = &look.theme.top;
    // Beside a name in Latin letters its Chinese, where there is room.
    let chinese = format!("  {}", look.atlas.gazetteer().name(region));
    let free = cells.saturating_sub(width(&lineage) + width(look.region(region)));
    let beside = look.lang == Language::En && region != RegionCode::UNKNOWN && width(&chinese) <= free;
    let chinese = if beside { chinese.as_str() } else { "" };
    let pieces = [(lineage.as_str(), styles.lineage), (look.region(region), styles.region), (chinese, styles.lineage)];
    put_all(buf, x, y, cells, &pieces);
}

/// The views with their number keys; where there is little room, only the one on the screen has its name.
fn views(view: View, names: bool, look: &Look) -> Vec<(String, Style)> {
    let styles = &look.theme.top;
    let mut pieces = Vec::new();
    for (place, this) in View::ALL.into_iter().enumerate() {
        let gap = if place == 0 { "" } else { " " };
        pieces.push((format!("{gap}{}", place + 1), styles.counts));
        if names || this == view {
            let style = if this == view { styles.view_active } else { styles.view };
            pieces.push((this.name(look.words).to_owned(), style));
        }
    }
    pieces
}

fn years(year: Option<u16>, look: &Look) -> Vec<(String, Style)> {
    let styles = &look.theme.top;
    // As wide for a year as for the word, so that nothing moves when the year does.
    let room = width(look.words.latest).max(4);
    let text = year.map_or_else(|| look.words.latest.to_owned(), |year| year.to_string());
    let pad = " ".repeat(usize::from(room - width(&text).min(room)));
    vec![("◂ ".to_owned(), styles.counts), (format!("{text}{pad}"), styles.year), (" ▸".to_owned(), styles.counts)]
}

fn counts(look: &Look) -> Vec<(String, Style)> {
    let (sources, figures) = (look.atlas.sources().len(), look.atlas.len());
    let text = format!("{sources} {} · {figures} {}", look.words.documents, look.words.figures);
    vec![(text, look.theme.top.counts)]
}
