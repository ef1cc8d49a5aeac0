//! Draws the regions at their places.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::{Modifier, Style},
};

use super::{Action, Answer, State, caption, labels, parts::Parts};
use crate::{
    query::map::{Shaded, label},
    tui::{
        action,
        keymap::Context,
        look::Look,
        state::View,
        theme::Theme,
        widgets::{
            frame::{Frame, clear},
            map::{Shade, paint, plain},
            text::{put, put_all},
        },
    },
};

/// Marks of the classes where there are no colours, that of the lowest values first.
const MARKS: [&str; 5] = [":", "░", "▒", "▓", "█"];
/// The mark of a region without data.
const NO_DATA: &str = "·";

/// How regions of each class are drawn.
pub(super) struct Grounds<'a> {
    theme: &'a Theme,
    answer: &'a Answer,
}

impl Grounds<'_> {
    /// Whether there are colours.
    fn coloured(&self) -> bool {
        self.theme.map.class1.bg.is_some()
    }

    /// The style of a class; `None` is no data.
    fn style(&self, class: Option<usize>) -> Style {
        let map = &self.theme.map;
        let classes = [map.class1, map.class2, map.class3, map.class4, map.class5];
        class.map_or(map.none, |class| classes[self.answer.shading.shade(class)])
    }

    /// What a cell of a class shows.
    pub(super) fn swatch(&self, class: Option<usize>) -> (&'static str, Style) {
        let mark = class.map_or(NO_DATA, |class| MARKS[self.answer.shading.shade(class)]);
        (if self.coloured() { " " } else { mark }, self.style(class))
    }

    /// The class of a region.
    fn class(&self, region: usize) -> Option<usize> {
        self.answer.shading.regions[region].class
    }
}

/// Draws the regions at their places into `area`.
pub(crate) fn draw(state: &State, answer: Option<&Answer>, look: &Look, area: Rect, buf: &mut Buffer) {
    let (title, remark) = answer.map_or_else(Default::default, |answer| head(answer, look));
    let title = if title.is_empty() { look.words.views.map } else { &title };
    let inner = Frame { title, remark: &remark, focused: true }.draw(look.theme, area, buf);
    let Some(answer) = answer else {
        put(buf, inner.x + 1, inner.y, inner.width.saturating_sub(1), look.words.map.empty, look.theme.pane.empty);
        return;
    };
    if !state.ground.is_known() {
        draw_unplaced(answer, look, inner, buf);
        return;
    }
    let parts = Parts::of(area);
    let grounds = Grounds { theme: look.theme, answer };
    draw_map(state, &grounds, look, parts.map, buf);
    if let Some(side) = parts.side {
        caption::side(answer, &grounds, look, side, buf);
    }
    if let Some(foot) = parts.foot {
        caption::foot(answer, &grounds, look, foot, buf);
    }
}

/// The title, and how many regions of what have data.
fn head(answer: &Answer, look: &Look) -> (String, String) {
    let within = look.region(answer.shade.within);
    let title = format!("{} · {within} · {}", look.words.views.map, answer.shade.level.label(look.lang));
    let (valued, all) = (answer.valued(), answer.shading.regions.len());
    let level = |shaded: &Shaded| look.atlas.gazetteer().get(shaded.region).map(|region| region.level);
    let beside = answer.shading.regions.iter().filter(|shaded| level(shaded) != Some(answer.shade.level)).count();
    let beside = if beside > 0 { look.words.map.beside.replace('#', &beside.to_string()) } else { String::new() };
    (title, format!("{valued}/{all} {}{beside}", look.words.map.with_data))
}

fn draw_unplaced(answer: &Answer, look: &Look, inner: Rect, buf: &mut Buffer) {
    let room = inner.width.saturating_sub(2);
    let y = inner.y + inner.height / 2;
    let told = format!("{}{}", look.region(answer.shade.within), look.words.map.unplaced);
    put(buf, inner.x + 1, y.saturating_sub(1).max(inner.y), room, &told, look.theme.pane.empty);
    let key = look.keymap.written(Context::Map, action::Action::View(View::Rank));
    let pieces = [
        (key.as_str(), look.theme.hint.key),
        (" ", look.theme.hint.text),
        (look.words.map.see_rank, look.theme.hint.text),
    ];
    if y < inner.bottom() {
        put_all(buf, inner.x + 1, y, room, &pieces);
    }
}

fn draw_map(state: &State, grounds: &Grounds, look: &Look, area: Rect, buf: &mut Buffer) {
    let (answer, raster) = (grounds.answer, &state.ground.raster);
    let theme = &look.theme.map;
    if grounds.coloured() {
        let shade = |region| {
            let ground = grounds.style(grounds.class(region)).bg.unwrap_or_default();
            Shade { ground, rim: theme.lit.bg.filter(|_| answer.lit == Some(region)) }
        };
        paint(raster, shade, theme.border, area, buf);
    } else {
        plain(raster, |region| grounds.swatch(grounds.class(region)), theme.border, area, buf);
    }
    let pin = |region: usize| {
        let code = answer.shading.regions[region].region;
        answer.pins.iter().position(|pin| *pin == code)
    };
    let names: Vec<String> = answer
        .shading
        .regions
        .iter()
        .enumerate()
        .map(|(region, shaded)| {
            let name = label(look.atlas.gazetteer(), shaded.region, look.lang);
            let name = if pin(region).is_some() { format!("●{name}") } else { name.to_owned() };
            if answer.lit == Some(region) && !grounds.coloured() { format!("[{name}]") } else { name }
        })
        .collect();
    let pinned = (0..names.len()).filter(|region| pin(*region).is_some());
    for placed in labels::place(raster, &names, pinned, answer.lit) {
        let name = &names[placed.owner];
        let lit = answer.lit == Some(placed.owner);
        let style = if lit { theme.lit } else { grounds.style(grounds.class(placed.owner)) };
        let (x, y) = (area.x + placed.column, area.y + placed.line);
        clear(look.theme, Rect::new(x, y, placed.cells, 1), buf);
        put(buf, x, y, placed.cells, name, style);
        if let (Some(place), false) = (pin(placed.owner), lit) {
            put(buf, x, y, 1, "●", look.pin(place).add_modifier(Modifier::BOLD).bg(style.bg.unwrap_or_default()));
        }
    }
}

/// The region under a cell, to be chosen.
pub(crate) fn press(state: &State, answer: Option<&Answer>, area: Rect, at: Position) -> Option<Action> {
    let map = Parts::of(area).map;
    let cell = Position { x: at.x.checked_sub(map.x)?, y: at.y.checked_sub(map.y)? };
    let region = state.ground.raster.at(cell).filter(|_| map.contains(at))?;
    Some(Action::Choose(answer?.shading.regions.get(region)?.region))
}
