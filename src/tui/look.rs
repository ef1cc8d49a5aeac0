//! What every view is given beside its state: the theme, the words and the names.

use std::borrow::Cow;

use ratatui::style::Style;

use super::{
    action::Action,
    keymap::{Context, Keymap},
    state::Message,
    strings::{Strings, short},
    theme::Theme,
    units::Units,
};
use crate::{
    index::{Atlas, MetricId},
    model::{Language, RegionCode},
};

/// What every view is given beside its state.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look<'a> {
    pub(crate) theme: &'a Theme,
    pub(crate) words: &'static Strings,
    pub(crate) lang: Language,
    pub(crate) atlas: &'a Atlas,
    pub(crate) keymap: &'a Keymap,
    pub(crate) units: Units,
}

impl<'a> Look<'a> {
    /// Name of a metric in the language of the interface; Chinese where it has no other.
    pub(crate) fn metric(&self, metric: MetricId) -> &'a str {
        match self.atlas.metric(metric) {
            Some(known) if self.lang == Language::En && !known.en.is_empty() => &known.en,
            _ => self.atlas.metric_name(metric),
        }
    }

    /// The unit in which values of a metric that are told in `unit` are shown.
    pub(crate) fn unit<'b>(&self, unit: &'b str, metric: MetricId) -> &'b str {
        let own = self.atlas.metric(metric).map(|metric| metric.unit.as_str());
        self.units.unit_for(unit, self.atlas.metric_name(metric), own).unwrap_or(unit)
    }

    /// Name of a metric in at most so many cells.
    pub(crate) fn metric_in(&self, metric: MetricId, cells: u16) -> Cow<'a, str> {
        short(self.metric(metric), cells, self.lang)
    }

    /// Name of a region in the letters of the language of the interface.
    pub(crate) fn region(&self, region: RegionCode) -> &'a str {
        let gazetteer = self.atlas.gazetteer();
        match self.lang {
            _ if region == RegionCode::UNKNOWN => self.words.unknown_region,
            Language::Zh => gazetteer.name(region),
            Language::En => gazetteer.latin(region),
        }
    }

    /// Name of a region in a list: in English without the word for its kind, where that tells nothing.
    pub(crate) fn region_short(&self, region: RegionCode) -> &'a str {
        match self.lang {
            Language::En if region != RegionCode::UNKNOWN => self.atlas.gazetteer().latin_short(region),
            _ => self.region(region),
        }
    }

    /// Name of the region above in a list, empty where there is none.
    pub(crate) fn parent(&self, region: RegionCode) -> &'a str {
        let parent = self.atlas.gazetteer().get(region).and_then(|region| region.parent);
        parent.map_or("", |parent| self.region_short(parent))
    }

    /// The style of the pin at a place among the pins, from 0.
    pub(crate) fn pin(&self, place: usize) -> Style {
        let pins = &self.theme.pin;
        let styles =
            [pins.first, pins.second, pins.third, pins.fourth, pins.fifth, pins.sixth, pins.seventh, pins.eighth];
        styles[place % styles.len()]
    }

    /// Name of a category.
    pub(crate) fn category<'b>(&self, category: &'b str) -> &'b str {
        self.lang.category(category)
    }

    /// The key that reads everything again.
    fn read_again(&self) -> String {
        self.keymap.written(Context::Overview, Action::ReadAgain)
    }

    /// What the program has to say.
    pub(crate) fn message(&self, message: &Message) -> Cow<'static, str> {
        let words = self.words;
        match message {
            Message::NeedTwo => words.need_two.into(),
            Message::TooMany => words.too_many.into(),
            Message::NoFigures => words.no_figures.into(),
            Message::NoCell => words.no_cell.into(),
            Message::Elsewhere(left, region) => {
                format!("{}{}{}", self.region(*left), words.elsewhere, self.region(*region)).into()
            }
            Message::NothingBehind => words.history.nothing_behind.into(),
            Message::NothingAhead => words.history.nothing_ahead.into(),
            Message::OnlyIn(context) => format!("{} {}", words.palette.works_in, context.name().of(self.lang)).into(),
            Message::NoKey(keys) => format!("{keys}: {}", words.no_key).into(),
            Message::ReadAgain(read, gone) => {
                let told = [(*read, words.live.read_again), (*gone, words.live.gone)];
                let told = told.iter().filter(|(count, _)| *count > 0).map(|(count, does)| format!("{does} {count}"));
                told.collect::<Vec<_>>().join(" · ").into()
            }
            Message::Unchanged => words.live.unchanged.into(),
            Message::Stopped(done, all) => {
                format!("{} {done}/{all} · {} {}", words.live.stopped, self.read_again(), words.live.rest).into()
            }
            Message::Copied(what, text, way) => words.copy.told(*what, text, way).into(),
            Message::NothingToCopy => words.copy.nothing.into(),
            Message::NothingToExport => words.export.nothing.into(),
            Message::NoPicture => words.export.no_picture.into(),
            Message::Written(path) => format!("{} {path}", words.copy.written).into(),
            Message::Unwritten(why) => format!("{}: {why}", words.copy.unwritten).into(),
            Message::Unread(why) => format!("{}: {why}", words.live.unread).into(),
            Message::Unaudited(why) => format!("{}: {why}", words.audit.failed).into(),
            Message::Unwatched(why) => {
                format!("{} · {} {}: {why}", words.live.unwatched, self.read_again(), words.live.again).into()
            }
            Message::Saving => words.correct.saving.into(),
            Message::Saved(told) => format!("{} {told}", words.correct.saved).into(),
            Message::Unsaved(why) => format!("{}: {why}", words.correct.unsaved).into(),
            Message::Wrong => words.correct.wrong.into(),
            Message::NothingChanged => words.correct.unchanged.into(),
            Message::AsRead => words.correct.as_read.into(),
            Message::NoCorrection => words.correct.nothing.into(),
            Message::NoSuchFigure => words.correct.not_there.into(),
            Message::NoText => words.correct.no_text.into(),
            Message::NoUnread => words.correct.no_unread.into(),
            Message::Notices(count) => format!("{count} {}", words.notices_waiting).into(),
        }
    }
}
