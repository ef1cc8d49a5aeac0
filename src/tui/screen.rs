//! Draws the whole screen from state and answers; changes nothing.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{
    action::{Action, Correction},
    answers::Answers,
    archive::Archive,
    keymap::Context,
    layout::{Areas, window_of},
    look::Look,
    panes::{
        acts, audit, compare, detail, evidence, form, hint::HintLine, map, page, palette, pending, progress, rank,
        search, sources, table, text, themes, top::TopLine, tree, trend,
    },
    state::{Focus, State, View, Window},
    widgets::text::put,
};

/// Draws the screen; returns where the cursor of the terminal stands, if text is being typed.
pub(crate) fn draw(
    state: &State,
    answers: &Answers,
    archive: &Archive,
    look: &Look,
    buf: &mut Buffer,
) -> Option<Position> {
    buf.set_style(buf.area, look.theme.screen);
    let areas = state.areas();
    if let Some(line) = areas.top {
        top(state).draw(look, line, buf);
    }
    let mut cursor = None;
    if state.view == View::Overview {
        cursor = draw_overview(state, answers, look, &areas, buf);
    } else if let Some(area) = areas.main {
        cursor = draw_main(state, answers, look, area, buf);
    }
    if let Some(area) = areas.evidence {
        evidence::draw(answers.evidence.answer(), look, area, buf);
    }
    if buf.area.width < 8 || buf.area.height < 3 {
        put(buf, 0, 0, buf.area.width, look.words.too_small, look.theme.pane.empty);
    }
    if let Some(window) = state.window {
        cursor = draw_window(window, state, answers, archive, look, buf);
    }
    let above = Rect { height: areas.hint.map_or(buf.area.height, |line| line.y), ..buf.area };
    pending::draw(state.context(), &state.pending, look, above, buf);
    if let Some(line) = areas.hint {
        hint(state).draw(look, line, buf);
    }
    cursor
}

/// What the top line shows.
pub(crate) fn top(state: &State) -> TopLine {
    let chosen = || state.region().into_iter().collect();
    let regions = if state.view == View::Compare { state.compared.clone() } else { chosen() };
    TopLine { regions, view: state.view, year: state.year }
}

/// What the bottom line shows.
pub(crate) fn hint(state: &State) -> HintLine<'_> {
    let (pending, message) = (&state.pending, state.message.as_ref());
    HintLine { context: state.context(), pending, message, reading: state.reading }
}

fn draw_main(state: &State, answers: &Answers, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
    if let Some(reading) = state.first_reading(look.atlas) {
        progress::draw(reading, true, look, area, buf);
        return None;
    }
    match state.view {
        View::Overview => {}
        View::Compare => compare::draw(&state.compare, answers.comparison.answer(), look, area, buf),
        View::Rank => rank::draw(&state.rank, answers.rank.answer(), look, area, buf),
        View::Trend => trend::draw(&state.trend, answers.trend.answer(), look, area, buf),
        View::Map => map::draw(&state.map, answers.map.answer(), look, area, buf),
        View::Sources if state.page.is_open() => {
            page::draw(&state.page, answers.page.answer(), look, area, buf);
        }
        View::Sources => return sources::draw(&state.sources, answers.sources.answer(), look, area, buf),
        View::Audit => {
            let words = &look.words.audit;
            let awaited = answers.audit.is_awaited().then_some(words.under_way);
            let failed = answers.audit.has_failed().then_some(words.failed);
            let answer = (answers.audit.answer(), awaited.or(failed));
            audit::draw(&state.audit, answer, look, area, buf);
        }
    }
    None
}

fn draw_overview(state: &State, answers: &Answers, look: &Look, areas: &Areas, buf: &mut Buffer) -> Option<Position> {
    let focused = |focus| state.focus == focus && state.window.is_none();
    // The pane that takes the keys comes last, so that its border is whole.
    let mut order = [Focus::Tree, Focus::Table, Focus::Detail];
    order.sort_by_key(|focus| *focus == state.focus);
    let mut cursor = None;
    for focus in order {
        match (focus, areas.tree, areas.table, areas.detail) {
            (Focus::Tree, Some(area), ..) => {
                cursor = tree::draw(&state.tree, &state.pins, focused(focus), look, area, buf);
            }
            (Focus::Table, _, Some(area), _) => draw_table(state, answers, focused(focus), look, area, buf),
            (Focus::Detail, .., Some(area)) => {
                detail::draw(&state.detail, answers.detail.answer(), focused(focus), look, area, buf);
            }
            _ => {}
        }
    }
    cursor
}

fn draw_table(state: &State, answers: &Answers, focused: bool, look: &Look, area: Rect, buf: &mut Buffer) {
    let words = look.words;
    if let Some(reading) = state.first_reading(look.atlas) {
        return progress::draw(reading, focused, look, area, buf);
    }
    let why = match answers.profile.answer() {
        _ if look.atlas.is_empty() => words.nothing_loaded,
        Some(profile) if !profile.groups.is_empty() => {
            return table::draw(&state.table, profile, focused, look, area, buf);
        }
        Some(_) if state.year.is_some() => words.no_figures_in_year,
        Some(_) => words.no_figures,
        None => words.no_region,
    };
    let region = answers.profile.answer().map(|profile| profile.region);
    table::draw_empty(region, why, focused, look, area, buf);
}

fn draw_window(
    window: Window,
    state: &State,
    answers: &Answers,
    archive: &Archive,
    look: &Look,
    buf: &mut Buffer,
) -> Option<Position> {
    let area = window_of(buf.area.as_size(), window);
    match window {
        Window::Search => {
            let found = search::Found { hits: answers.hits(), preview: answers.preview.answer() };
            search::draw(&state.search, &found, look, area, buf)
        }
        Window::Palette => palette::draw(&state.palette, answers.palette.answer(), look, area, buf),
        Window::Help | Window::Notices => {
            let title = if window == Window::Help { look.words.help } else { look.words.notices };
            let lines = text_lines(window, state.beneath(), archive, look, area.width);
            text::draw(title, &lines, &state.text, look, area, buf);
            None
        }
        Window::Themes => {
            themes::draw(&state.themes, look, area, buf);
            None
        }
        Window::Form => form::draw(state.form.as_ref()?, answers.suggestions(), look, area, buf),
        Window::Acts => {
            let key = look.keymap.written(Context::Correct, Action::Correct(Correction::Change));
            acts::draw(&state.acts, &archive.corrections, &key, look, area, buf);
            None
        }
    }
}

/// The lines of a window of text that is `width` wide and was opened from `context`.
pub(crate) fn text_lines(
    window: Window,
    context: Context,
    archive: &Archive,
    look: &Look,
    width: u16,
) -> Vec<text::Line> {
    let cells = width.saturating_sub(4);
    match window {
        Window::Help => text::help(context, look, cells),
        Window::Notices => text::notices(&archive.notices, look, cells),
        Window::Search | Window::Palette | Window::Themes | Window::Form | Window::Acts => Vec::new(),
    }
}
